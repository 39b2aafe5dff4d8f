"""Remembers, for each line of generated LaTeX, which line of the data it came from.

While a document is rendered, each value from the data carries a mark before it: a number
between two characters that no file may hold. When the document is whole, the marks are taken
out and what they said becomes a list, one place for each line of the `.tex` file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from pylatex import NoEscape

from proposal.diagnostics import Span
from proposal.source.text import Text

_OPEN, _CLOSE = "\ue010", "\ue011"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


@dataclass(slots=True)
class Places:
    """The places that the marks of one document stand for."""

    spans: list[Span] = field(default_factory=list)

    def mark(self, span: Span | None) -> NoEscape:
        """A mark that says: what follows was written there."""
        if span is None:
            return NoEscape("")
        self.spans.append(span)
        return NoEscape(f"{_OPEN}{len(self.spans) - 1}{_CLOSE}")

    def of(self, value: str) -> NoEscape:
        """The mark for a value, if it is one from the data."""
        return self.mark(value.span if isinstance(value, Text) and value.pieces else None)

    def resolved(self, marked: str) -> PlacedLatex:
        """The LaTeX without marks, and the places of its lines."""
        lines: list[str] = []
        places: list[tuple[Placed, ...]] = []
        for line in marked.split("\n"):
            found, taken = [], 0
            for match in _MARK.finditer(line):
                found.append((match.start() - taken, self.spans[int(match[1])]))
                taken += len(match[0])
            places.append(tuple(found))
            lines.append(_MARK.sub("", line))
        return PlacedLatex("\n".join(lines), places)


Placed: TypeAlias = tuple[int, Span]
"""Where in a line a value begins, counted from 0, and where in the data it was written."""


@dataclass(frozen=True, slots=True)
class PlacedLatex:
    """A `.tex` file and where its lines came from."""

    text: str
    places: list[tuple[Placed, ...]]
    """For each line, the values in it, from left to right."""

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
