"""Remembers, for each line of generated LaTeX, which line of the data it came from.

While a document is rendered, each value from the data carries a mark before it: a number
between two characters that no file may hold. What a template itself writes carries a mark with
the template's name and line. When the document is whole, the marks are taken out and what they
said becomes a list, the places for each line of the `.tex` file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field
from pylatex import NoEscape

from proposal.diagnostics import Span
from proposal.source.text import Text

_OPEN, _CLOSE = "\ue010", "\ue011"
_WHOLE_LINE = "="
_MARK = re.compile(
    f"{_OPEN}(?:(?P<name>[^{_CLOSE}]+):|(?P<whole>{_WHOLE_LINE}))?(?P<number>\\d+){_CLOSE}"
)
"""Between the two signs: `12`, a place by its number; `=12`, its whole line; `main.tex:3`."""


def template_mark(name: str, line: int) -> str:
    """A mark that says: what follows is written in that line of that template."""
    return f"{_OPEN}{name}:{line}{_CLOSE}"


class Places(Struct):
    """The places that the marks of one document stand for."""

    spans: list[Span] = field(default_factory=list)

    def mark(self, span: Span | None) -> NoEscape:
        """A mark that says: what follows was written there."""
        if span is None:
            return NoEscape("")
        self.spans.append(span)
        return NoEscape(f"{_OPEN}{len(self.spans) - 1}{_CLOSE}")

    def mark_line(self, span: Span | None) -> NoEscape:
        """A mark that says: what TeX finds wrong in this line comes from what is written there."""
        return NoEscape(self.mark(span).replace(_OPEN, f"{_OPEN}{_WHOLE_LINE}"))

    def of(self, value: str) -> NoEscape:
        """The mark for a value, if it is one from the data."""
        return self.mark(value.span if isinstance(value, Text) and value.pieces else None)

    def resolved(self, marked: str, file_of: Callable[[str], Path] = Path) -> PlacedLatex:
        """The LaTeX without marks, and the places of its lines.

        Args:
            marked: the LaTeX with marks.
            file_of: gives the file of a template by its name; without it, the name is the file.
        """
        file_called = cache(file_of)  # a template marks each of its lines
        lines: list[str] = []
        places: list[tuple[Placed, ...]] = []
        templates: list[tuple[Placed, ...]] = []
        for line in marked.split("\n"):
            values: list[Placed] = []
            written: list[Placed] = []
            taken = 0
            for match in _MARK.finditer(line):
                start, number = match.start() - taken, int(match["number"])
                start = _IN_FRONT if match["whole"] else start
                if match["name"]:
                    written.append((start, Span(file_called(match["name"]), number, 1, 1)))
                else:
                    values.append((start, self.spans[number]))
                taken += len(match[0])
            places.append(tuple(values))
            templates.append(tuple(written))
            lines.append(_MARK.sub("", line) if taken else line)
        return PlacedLatex("\n".join(lines), places, templates)


def without_marks(marked: str) -> str:
    """LaTeX without its marks, for those who ask for no places."""
    return _MARK.sub("", marked)


_IN_FRONT = -1
"""Where a value stands that a whole line is made of."""
Placed: TypeAlias = tuple[int, Span]
"""Where in a line something begins, counted from 0, and where it was written."""


class PlacedLatex(Struct, frozen=True):
    """A `.tex` file and where its lines came from."""

    text: str
    places: list[tuple[Placed, ...]]
    """For each line, the values from the data in it, from left to right."""
    templates: list[tuple[Placed, ...]] = field(default_factory=list)
    """For each line, what templates wrote in it, from left to right; a span is a mere point."""

    def places_of(self, first: int, last: int) -> tuple[Span, ...]:
        """The places of the values in lines `first` to `last`, counted from 1."""
        found = [span for placed in self.places[first - 1 : last] for _, span in placed]
        return tuple(dict.fromkeys(found))

    def places_of_character(self, character: str) -> tuple[Span, ...]:
        """The places of the values in which a character stands."""
        found: dict[Span, None] = {}
        for line, placed in zip(self.text.split("\n"), self.places, strict=True):
            for match in re.finditer(re.escape(character), line):
                before = [span for start, span in placed if start <= match.start()]
                found.update(dict.fromkeys(before[-1:]))
        return tuple(found)

    def has_marks(self, line: int) -> bool:
        """Whether anything is known of who wrote a line, counted from 1."""
        return any(marks[line - 1 : line] != [()] for marks in (self.places, self.templates))

    def template_of(self, line: int, column: int | None = None) -> Span | None:
        """The line of a template that wrote a line, if a template wrote what stands there.

        Args:
            line: counted from 1.
            column: counted from 0; nothing asks for the line as a whole, in which no value from
                the data may stand.
        """
        if not 0 < line <= len(self.templates):
            return None
        values, written = self.places[line - 1], self.templates[line - 1]
        if values and values[0][0] == _IN_FRONT:
            return None
        if column is None:
            return written[-1][1] if written and not values else None
        before = max((start for start, _ in values if start <= column), default=_IN_FRONT)
        found = [span for start, span in written if before <= start <= column]
        if found or before > _IN_FRONT:
            return found[-1] if found else None
        return written[0][1] if written else None  # in the spaces before it
