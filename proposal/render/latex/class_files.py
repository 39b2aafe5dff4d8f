"""Finds the classes and styles that a workshop keeps beside its templates, for TeX to read."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Diagnostic, Span, error
from proposal.source.file import regular_bytes

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*\.(?:cls|clo|sty|bst|cfg|def|fd)", re.ASCII)
"""A class, its options, a package, a style of references, and what these read. Example:
`acmart.cls`."""

_MOST = 2 * 1024 * 1024
"""Bytes of one file; the longest class that is known, acmart, has a tenth of that."""


class ClassFile(Struct, frozen=True):
    """A class, a package or a style, as TeX reads it."""

    name: str
    content: bytes


def class_files(workshop: Path) -> tuple[tuple[ClassFile, ...], list[Diagnostic]]:
    """The classes and styles in `templates/latex/`, and what is wrong with them.

    Args:
        workshop: the folder that holds `data/`, and may hold `templates/latex/`.
    """
    files: list[ClassFile] = []
    diagnostics: list[Diagnostic] = []
    folder = workshop / "templates" / "latex"
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not _NAME.fullmatch(file.name):
            continue
        try:
            files.append(ClassFile(file.name, regular_bytes(file, _MOST)))
        except OSError as reason:
            message = f"{file.name} cannot be read: {reason.strerror or reason}"
            hint = "copy the file itself into the folder"
            diagnostics.append(error("unreadable-file", message, Span.of_file(file), hint))
    return tuple(files), diagnostics
