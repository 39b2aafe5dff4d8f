"""Endings of names of files, which are no addresses on the web."""

from __future__ import annotations

import re

SUFFIXES = (
    "pdf", "ppt", "pptx", "odp", "key", "doc", "docx", "odt", "xlsx", "ods", "mp4", "webm", "mov",
    "m4v", "mp3", "png", "jpg", "jpeg", "webp", "gif", "zip", "gz", "tgz", "xz", "7z",
)  # fmt: skip
"""Endings of files that browsers show or save and never run, and that Jekyll copies as they are."""

OTHER_SUFFIXES = (
    "avi", "csv", "exe", "heic", "htm", "html", "ipynb", "js", "json", "md", "rar", "svg", "tex",
    "txt", "xml",
)  # fmt: skip
"""Endings of files that browsers run, or that Jekyll may change, or that nobody can open."""

_OF_DOMAINS = frozenset({"md", "mov", "zip"})
"""Endings of files in which names of hosts end, too."""


def names_file(text: str) -> bool:
    """Whether a text without slashes is the name of a file, and not of a host: `paper.pdf`."""
    match = re.fullmatch(r"[\w.-]+\.(?P<suffix>\w+)", text)
    suffix = match["suffix"].casefold() if match is not None else ""
    return suffix in {*SUFFIXES, *OTHER_SUFFIXES} - _OF_DOMAINS
