"""Places in documents, of which some have lines, and others pages or paragraphs."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Span, seen_from

_IN_PARAGRAPHS = frozenset({".docx"})
"""The ends of names of documents in which paragraphs are counted in place of lines."""


class Location(Struct, frozen=True):
    """A place in a document: of a text, file and line; of a PDF, file and page."""

    span: Span
    page: int | None = None
    """Counted from 1; nothing for what has lines."""

    @property
    def part(self) -> str:
        """The page or the paragraph; empty for a line, which a span can name."""
        if self.page is not None:
            return f"page {self.page}"
        is_in_paragraphs = self.span.file.suffix.lower() in _IN_PARAGRAPHS
        return f"paragraph {self.span.line}" if is_in_paragraphs else ""

    def seen_from(self, other: Location) -> str:
        """How a message at another place names this one."""
        if self.part:
            same = other.part and other.span.file == self.span.file
            file = _shown_beside(self.span.file, other.span.file)
            return self.part if same else f"{file}, {self.part}"
        if other.span.file == self.span.file:
            return f"line {self.span.line}"
        return f"{_shown_beside(self.span.file, other.span.file)}:{self.span.line}"


def _shown_beside(file: Path, other: Path) -> str:
    """A file as a message names it that stands at another one.

    Of two files elsewhere, whose message begins with the whole path of the other one, it is named
    from the folder on that holds both: `2027/index.html` beside `/srv/site/2027/program.html`.
    """
    here = Path.cwd()
    if file.is_relative_to(here) or not (file.is_absolute() and other.is_absolute()):
        return shown(file)
    common = Path(os.path.commonpath([file.parent, other.parent]))
    return shown(file) if common == Path(common.anchor) else str(file.relative_to(common))


def shown(file: Path) -> str:
    """A file as somebody in this folder would type it."""
    return str(seen_from(Path.cwd(), file))
