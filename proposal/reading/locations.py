"""Places in documents, of which some have lines and others pages."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Span


class Location(Struct, frozen=True):
    """A place in a document: of a text, file and line; of a PDF, file and page."""

    span: Span
    page: int | None = None
    """Counted from 1; nothing for what has lines."""

    def seen_from(self, other: Location) -> str:
        """How a message at another place names this one."""
        if self.page is not None:
            same = other.page is not None and other.span.file == self.span.file
            return f"page {self.page}" if same else f"{shown(self.span.file)}, page {self.page}"
        if other.span.file == self.span.file:
            return f"line {self.span.line}"
        return f"{shown(self.span.file)}:{self.span.line}"


def shown(file: Path) -> str:
    """A file as somebody in this folder would type it."""
    here = Path.cwd()
    return str(file.relative_to(here)) if file.is_relative_to(here) else str(file)
