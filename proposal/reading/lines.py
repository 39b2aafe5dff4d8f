"""Joins a text from elsewhere, without the line ends and spaces of its source."""

from __future__ import annotations

import re


def line_of(text: str) -> str:
    """A name, a title or another text that stands on one line, with single spaces."""
    return " ".join(unix_lines(text).split())


def unix_lines(text: str) -> str:
    """The text with Unix line ends, and with plain spaces for those that only pages need."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    return re.sub(r"[\u00a0\u2007\u202f]", " ", re.sub(r"[\u00ad\u200b\ufeff]", "", unix))
