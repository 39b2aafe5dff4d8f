"""A page of a site as its program makes it, whose words know where they were written."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from proposal.diagnostics import Span
from proposal.reading.locations import Location
from proposal.reading.sites.place_marks import SourceLine
from proposal.reading.source_document import SourceDocument, beginnings


class ExpandedDocument(SourceDocument, frozen=True, eq=False):
    """A page with everything in it that it takes from elsewhere.

    It is read as any document is: `source` has the front matter as the file has it, and the text
    that was made of the body.
    """

    origins: tuple[tuple[SourceLine, ...], ...] = ()
    """For each line of `source`, the lines of files from which its pieces come; one at least."""

    @cached_property
    def spans(self) -> list[Span]:
        """Where each of the lines was written: in the page, an include or a data file.

        Of a line into which something is put, it is what is put in.
        """
        return [lines[min(1, len(lines) - 1)].span for lines in self.origins]

    def source_location(self, start: int, end: int) -> Location:
        """Where a stretch of `source` was written, as far as its first line goes."""
        number = self._line_of(start)
        words = self.source[start:end].split("\n", 1)[0]
        return Location(self._written(number, words))

    def find(self, words: str, near: Span, furthest: int = 400) -> Span:
        """Where words were written that stand on the page at a place or soon behind it."""
        first = self._first_line_of.get((near.file, near.line))
        if first is None:
            return near
        for wanted in beginnings(words):
            for number in range(first, min(first + furthest, len(self.lines))):
                if wanted in self._lines_with_spaces[number]:
                    return self._written(number, wanted)
        return near

    def _written(self, number: int, words: str) -> Span:
        """Where words of a line were written; the line, if its file has them in other letters.

        Words that several values make, as `Lab, Country` of a name and a country, are looked for
        by the first of them.
        """
        for wanted in (words, words.partition(",")[0]) if words.strip() else ():
            for line in self.origins[number]:
                column = line.text.replace("\t", " ").find(wanted)
                if column >= 0 and wanted:
                    begin = line.span.column + column
                    return Span(line.span.file, line.span.line, begin, begin + len(wanted))
        return self.origins[number][0].span

    def written_line(self, span: Span) -> str:
        """The line of a file at a place, as far as it is known."""
        return self._texts.get((span.file, span.line), "")

    @cached_property
    def _texts(self) -> dict[tuple[Path, int], str]:
        """The longest known part of each line of files from which something comes."""
        found: dict[tuple[Path, int], str] = {}
        for line in (line for lines in self.origins for line in lines):
            place = line.span.file, line.span.line
            found[place] = max(found.get(place, ""), line.text, key=len)
        return found

    @cached_property
    def _first_line_of(self) -> dict[tuple[Path, int], int]:
        """The first line of `source` that comes from a line of a file."""
        found: dict[tuple[Path, int], int] = {}
        for number, lines in enumerate(self.origins):
            for line in lines:
                found.setdefault((line.span.file, line.span.line), number)
        return found
