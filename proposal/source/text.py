"""Text from the data, which knows where each of its lines stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from proposal.diagnostics import Span

Pieces = tuple[tuple[int, Span], ...]


class Text(str):
    """A string from the data that remembers the file, line and column it was written at.

    It is an ordinary string otherwise; what string methods return is plain `str`.
    """

    __slots__ = ("_place",)

    _place: Span | Pieces
    """The span alone where there is one line, as in tens of thousands of a long series' texts."""

    def __new__(cls, value: str, place: Span | Pieces) -> Self:
        """Make a text out of a value and the source line, or lines, that it was written on."""
        self = super().__new__(cls, value)
        if not isinstance(place, Span) and len(place) == 1 and place[0][0] == 0:
            place = place[0][1]
        self._place = place
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[str, Span | Pieces]]:
        """Of what a copy is made, in this run of the program or in another one."""
        return type(self), (str(self), self._place)

    @property
    def pieces(self) -> Pieces:
        """For each source line: the offset in the string at which it begins, and its span."""
        return ((0, self._place),) if isinstance(self._place, Span) else self._place

    @property
    def span(self) -> Span:
        """The first line of the text."""
        return self.pieces[0][1]

    def place(self, offset: int, length: int = 1) -> Span:
        """Where the character at `offset` was written, `length` characters wide."""
        index = max(bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1, 0)
        start, span = self.pieces[index]
        column = span.column + max(offset - start, 0)
        return Span(span.file, span.line, column, column + length)

    def places_of_lines(self) -> list[Span]:
        """For each line of the string, where it begins in the source."""
        spans, offset = [], 0
        for line in self.split("\n"):
            spans.append(self.place(offset, max(len(line), 1)))
            offset += len(line) + 1
        return spans

    def replaced(self, value: str) -> Text:
        """Another value that stands at the same place, as after trimming white space."""
        return Text(value, ((0, self.span),))


class Verbatim(Text):
    """A value that programs read letter by letter: an address, a number, a key.

    It is no prose: no form of output sets its quotes, dashes or ellipses typographically.
    """

    __slots__ = ()

    def __new__(cls, value: str, place: Span | Pieces = ()) -> Self:
        """Make one out of a value, and of the source lines that it was written on, if any."""
        return super().__new__(cls, value, place)

    def replaced(self, value: str) -> Verbatim:
        """Another value of the kind that stands at the same place."""
        return Verbatim(value, self.pieces and ((0, self.span),))


class Prose(Text):
    """A text in Markdown."""

    __slots__ = ()


def prose_of_lines(lines: Sequence[str], file: Path, first: int = 1) -> Prose:
    """Lines of a file as one prose text, each at its own place.

    Args:
        lines: the lines, of which there is one at least.
        file: the file.
        first: the number of the first one.
    """
    pieces, offset = [], 0
    for number, line in enumerate(lines, start=first):
        pieces.append((offset, Span(file, number, 1, len(line) + 1)))
        offset += len(line) + 1
    return Prose("\n".join(lines), tuple(pieces))


def whole_file(value: str, file: Path) -> Prose:
    """The text of a file that is one prose text, each line at its own place."""
    return prose_of_lines(value.split("\n"), file)
