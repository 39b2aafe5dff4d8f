"""A page of a site with what its program puts into it, whose words know where they were written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from proposal.diagnostics import Diagnostic, Span
from proposal.reading.document_forms import DocumentForm
from proposal.reading.lenient_yaml import read_lenient_yaml
from proposal.reading.locations import Location
from proposal.reading.page_tree import Element, read_html
from proposal.reading.sites.place_marks import MadeText
from proposal.reading.source_document import SourceDocument, beginnings
from proposal.source.yaml import Node

_NOTHING_MADE = MadeText("", (0,), ())


@dataclass(frozen=True, eq=False)
class ExpandedPage(SourceDocument):
    """A page as the program of its site makes it, before the layout is put around it.

    It is read as any document is: `source` has the front matter of the file and the text that was
    made, `spans` say where each line of it was written (in the page, an include or a data file).
    """

    head_lines: int = 0
    """Lines of front matter, which `source` has as the file has them."""
    made: MadeText = _NOTHING_MADE
    """What is behind them."""
    original: SourceDocument | None = None
    """The page as it was written."""
    is_html_source: bool = False
    """Whether its body is HTML, whatever its front matter."""

    @property
    def is_html(self) -> bool:
        """Whether the body is HTML."""
        return self.is_html_source or super().is_html

    @cached_property
    def spans(self) -> list[Span]:
        """Where each of the lines was written."""
        own = [
            Span(self.file, number, 1, len(line) + 1)
            for number, line in enumerate(self.lines[: self.head_lines], 1)
        ]
        offset = 0
        for line in self.made.text.split("\n"):
            own.append(self.made.line_at(offset, offset + len(line)).span)
            offset += len(line) + 1
        return own

    @cached_property
    def _head(self) -> int:
        return self._offset_of(self.head_lines) if self.head_lines else 0

    def source_location(self, start: int, end: int) -> Location:
        """Where a stretch of `source` was written, as far as its first line goes."""
        if start < self._head:
            return super().source_location(start, end)
        return self.made.location(start - self._head, end - self._head)

    def find(self, words: str, near: Span, furthest: int = 400) -> Span:
        """Where words were written that stand on the page at a place or soon behind it."""
        first = self._first_line_of.get((near.file, near.line))
        if first is None:
            return near
        for wanted in beginnings(words):
            for number in range(first, min(first + furthest, len(self.lines))):
                column = self._lines_with_spaces[number].find(wanted)
                if column >= 0:
                    start = self._line_starts[number] + column
                    return self.source_location(start, start + len(wanted)).span
        return near

    @cached_property
    def _first_line_of(self) -> dict[tuple[object, int], int]:
        """The first line of `source` that comes from a line of a file."""
        found: dict[tuple[object, int], int] = {}
        for number, span in enumerate(self.spans):
            found.setdefault((span.file, span.line), number)
        return found

    @cached_property
    def _parsed(self) -> tuple[Node | None, list[Diagnostic]]:
        node, diagnostics = super()._parsed
        if node is None and (lenient := read_lenient_yaml(self.data_source, self.file)):
            return lenient.node, []
        return node, diagnostics

    @cached_property
    def tree(self) -> Element:
        """The body as a browser shows it."""
        if self.form is DocumentForm.MARKDOWN and self.is_html:
            return read_html(self.plain.text, self._body_spans)
        return super().tree
