"""Takes pictures out of a paper's folder, so that they can stand beside the text."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import Warn
from proposal.importers.handed_files import LARGEST_PICTURE

_SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg")
_SIGNATURES = {
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
}


class Pictures(Struct):
    """The pictures of one paper."""

    folder: Path
    """The paper's folder, which no path leaves."""
    folders: list[str] = field(default_factory=lambda: [""])
    """Where the paper looks for pictures, as `\\graphicspath` names it."""
    files: dict[str, bytes] = field(default_factory=dict)
    """The pictures by the names that they get."""

    def add(self, name: str, place: Span, warn: Warn) -> str | None:
        """Take a picture; the name that it gets, or nothing if there is none to take."""
        file = self.find(name)
        if file is None:
            message = f"there is no picture {name} that LaTeX and the data can hold"
            warn("missing-file", f"{message} (.pdf, .png or .jpg)", place)
            return None
        if file.stat().st_size > LARGEST_PICTURE:
            warn("file-too-large", f"{name} is larger than 20 MB and left out", place)
            return None
        content = file.read_bytes()
        if not content.startswith(_SIGNATURES[file.suffix.lower()]):
            warn("not-a-picture", f"{name} is no picture of its kind and left out", place)
            return None
        stem = re.sub(r"[^A-Za-z0-9_-]+", "-", file.stem).strip("-_") or "figure"
        suffix, number, chosen = file.suffix.lower(), 2, f"{stem}{file.suffix.lower()}"
        while self.files.get(chosen, content) != content:
            chosen, number = f"{stem}-{number}{suffix}", number + 1
        self.files[chosen] = content
        return chosen

    def find(self, name: str) -> Path | None:
        """The file that LaTeX would take, if it lies in the paper's folder."""
        root = self.folder.resolve()
        for folder in ("", *self.folders):
            for suffix in ("", *_SUFFIXES):
                file = (root / folder / f"{name}{suffix}").resolve()
                is_kind = file.suffix.lower() in _SUFFIXES
                if is_kind and file.is_relative_to(root) and file.is_file():
                    return file
        return None
