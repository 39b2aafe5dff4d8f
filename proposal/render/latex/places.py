"""Remembers, for each line of generated LaTeX, which line of the data it came from.

While a document is rendered, each value from the data carries a mark before it: a number
between two characters that no file may hold. When the document is whole, the marks are taken
out and what they said becomes a list, one place for each line of the `.tex` file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
        places: list[tuple[Span, ...]] = []
        for line in marked.split("\n"):
            places.append(tuple(self.spans[int(match[1])] for match in _MARK.finditer(line)))
            lines.append(_MARK.sub("", line))
        return PlacedLatex("\n".join(lines), places)


@dataclass(frozen=True, slots=True)
class PlacedLatex:
    """A `.tex` file and where its lines came from."""

    text: str
    places: list[tuple[Span, ...]]
    """For each line, the places of the values in it, from left to right."""

    def places_of(self, first: int, last: int) -> tuple[Span, ...]:
        """The places of the values in lines `first` to `last`, counted from 1."""
        found = [span for spans in self.places[first - 1 : last] for span in spans]
        return tuple(dict.fromkeys(found))

    def places_of_character(self, character: str) -> tuple[Span, ...]:
        """The places of the lines in which a character stands."""
        return tuple(
            dict.fromkeys(
                span
                for line, spans in zip(self.text.split("\n"), self.places, strict=True)
                if character in line
                for span in spans
            )
        )
