"""Marks in a text that a template makes, which say where each piece of it comes from.

A mark is a number between two characters that no text may hold. It travels with its piece
through loops, conditions and includes, and is taken out when the text is whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from proposal.diagnostics import Span
from proposal.reading.locations import Location
from proposal.source.text import Text

_BEGIN, _END = "\ue000", "\ue001"
MARKS = rf"(?:{_BEGIN}\d+{_END})*"
"""A pattern for the marks that may stand at the beginning of a line."""

_MARK = re.compile(rf"{_BEGIN}(\d+){_END}")
_TAG = re.compile(r"\{%-?.*?-?%\}|\{\{-?.*?-?\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a file, from which a piece of a text comes."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class MadeText:
    """A text that a template made, and where its pieces come from."""

    text: str
    starts: tuple[int, ...]
    """The offsets at which pieces begin; the first one is 0."""
    lines: tuple[SourceLine, ...]
    """The line of each piece."""

    def line_at(self, start: int, end: int) -> SourceLine:
        """Where a line of the text was written: what a template puts into it, if there is such."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        behind = index + 1
        if behind < len(self.starts) and self.starts[behind] < end:
            return self.lines[behind]
        return self.lines[index]

    def location(self, start: int, end: int) -> Location:
        """Where a stretch of the text was written, as far as its first line goes."""
        line = self.lines[max(bisect_right(self.starts, start) - 1, 0)]
        words = self.text[start:end].split("\n", 1)[0]
        column = line.text.find(words) if words.strip() else -1
        if column < 0:
            return Location(line.span)
        begin = line.span.column + column
        return Location(Span(line.span.file, line.span.line, begin, begin + max(len(words), 1)))


@dataclass(slots=True)
class PlaceMarks:
    """The marks of one text in the making."""

    first: SourceLine
    """Where a text is from that has no mark."""
    known: list[SourceLine] = field(default_factory=list)
    numbers: dict[Span, int] = field(default_factory=dict)

    def mark(self, line: SourceLine) -> str:
        """A mark for what comes from a line."""
        number = self.numbers.get(line.span)
        if number is None:
            number = self.numbers[line.span] = len(self.known)
            self.known.append(line)
        return f"{_BEGIN}{number}{_END}"

    def marked_text(self, text: Text) -> str:
        """A text of front matter or of a data file with a mark before each of its lines."""
        if not text.strip():
            return str(text)
        lines = str(text).split("\n")
        spans = text.places_of_lines()
        return "\n".join(
            f"{self.mark(SourceLine(span, line))}{line}" if line.strip() else line
            for line, span in zip(lines, spans, strict=True)
        )

    def marked_template(self, source: str, spans: list[Span]) -> str:
        """A template with a mark at the beginning of each line of text.

        White space that a tag takes away (`{%-`, `-%}`) is taken away here, since a mark would
        keep it; text of white space alone is left as it is.

        Args:
            source: the template.
            spans: where each of its lines stands.
        """
        lines = source.split("\n")
        pieces: list[str] = []
        number = end = 0
        trims = False
        tags = [*_TAG.finditer(source), None]
        for tag in tags:
            text = source[end : tag.start() if tag else len(source)]
            next_trims = tag is not None and tag[0][2:3] == "-"
            pieces.append(self._marked_lines(text, number, (lines, spans), (trims, next_trims)))
            number += text.count("\n")
            if tag is not None:
                pieces.append(tag[0])
                number += tag[0].count("\n")
                trims, end = tag[0][-3:-2] == "-", tag.end()
        return "".join(pieces)

    def _marked_lines(
        self,
        text: str,
        number: int,
        source: tuple[list[str], list[Span]],
        trims: tuple[bool, bool],
    ) -> str:
        if trims[0]:
            kept = text.lstrip()
            number += text[: len(text) - len(kept)].count("\n")
            text = kept
        if trims[1]:
            text = text.rstrip()
        if not text.strip():
            return text
        lines, spans = source
        last = len(spans) - 1
        return "\n".join(
            f"{self.mark(SourceLine(spans[min(number + step, last)], lines[number + step]))}{line}"
            if line.strip()
            else line
            for step, line in enumerate(text.split("\n"))
        )

    def made(self, text: str) -> MadeText:
        """The text without marks."""
        pieces: list[str] = []
        starts, lines = [0], [self.first]
        length = end = 0
        for match in _MARK.finditer(text):
            piece = text[end : match.start()]
            pieces.append(piece)
            length += len(piece)
            end = match.end()
            number = int(match[1])
            if number < len(self.known):
                starts.append(length)
                lines.append(self.known[number])
        pieces.append(text[end:])
        return MadeText("".join(pieces), tuple(starts), tuple(lines))


def without_marks(text: str) -> str:
    """A text from which marks are taken out."""
    return _MARK.sub("", text) if _BEGIN in text else text


def without_signs_of_marks(text: str) -> str:
    """A file's text without the characters that marks are made of."""
    return text.replace(_BEGIN, "").replace(_END, "")
