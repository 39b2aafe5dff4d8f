"""Reads from a document in LaTeX by which class it is set."""

from __future__ import annotations

import re
from typing import get_args

from proposal.model.document_format import DocumentFormat

_CLASS = re.compile(r"^[^%\n]*\\documentclass\s*(?:\[([^\]]*)\])?\s*\{([^}]*)\}", re.MULTILINE)
r"""`\documentclass[sigconf]{acmart}`"""


def format_of(tex: str) -> str:
    """The format of a document, or the name of its class if that is none of those that are known.

    A template of the workshop's own may say something else than the data.
    """
    found = _CLASS.search(tex)
    if found is None:
        return ""
    options, name = [option.strip() for option in (found[1] or "").split(",")], found[2].strip()
    if name != "acmart":
        return name
    return next((option for option in options if option in get_args(DocumentFormat)), name)
