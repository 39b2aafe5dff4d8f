"""Marks in a text that a template makes, which say where each piece of it comes from.

A mark is a number between two characters that no text may hold. It travels with its piece
through loops, conditions and includes, and is taken out when the text is whole.
"""

from __future__ import annotations

import re

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.source.text import Text

_BEGIN, _END = "\ue000", "\ue001"
_MARK = re.compile(rf"{_BEGIN}(\d+){_END}")
_TAG = re.compile(r"\{%-?.*?-?%\}|\{\{-?.*?-?\}\}", re.DOTALL)
"""A tag or a value of Liquid: `{% include head.html %}`, `{{ page.title }}`."""
_PUTS = re.compile(r"\{\{|\{%-?\s*include", re.IGNORECASE)
"""The beginning of a tag that puts words into a page: `{{ title }}`, `{% include day.html %}`."""


class SourceLine(Struct, frozen=True):
    """A line of a file, from which a piece of a text comes."""

    span: Span
    text: str


class MadeLine(Struct, frozen=True):
    """A line that was made, without marks."""

    text: str
    origins: tuple[SourceLine, ...]
    """The lines from which its pieces come, in their order; one at least."""


class PlaceMarks(Struct):
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
        """A template with a mark at the beginning of each line of text, and before what is put in.

        White space that a tag takes away (`{%-`, `-%}`) is taken away here, since a mark would
        keep it; text of white space alone is left as it is.

        Args:
            source: the template.
            spans: where each of its lines stands.
        """
        lines = [
            SourceLine(spans[min(number, len(spans) - 1)], line)
            for number, line in enumerate(source.split("\n"))
        ]
        pieces: list[str] = []
        number = end = 0
        trims = False
        for tag in [*_TAG.finditer(source), None]:
            text = source[end : tag.start() if tag else len(source)]
            next_trims = tag is not None and tag[0][2:3] == "-"
            pieces.append(self._marked_lines(text, number, lines, (trims, next_trims)))
            number += text.count("\n")
            if tag is not None:
                mark = self.mark(lines[number]) if _PUTS.match(tag[0]) else ""
                pieces.append(f"{mark}{tag[0]}")
                number += tag[0].count("\n")
                trims, end = tag[0][-3:-2] == "-", tag.end()
        return "".join(pieces)

    def _marked_lines(
        self, text: str, number: int, lines: list[SourceLine], trims: tuple[bool, bool]
    ) -> str:
        if trims[0]:
            kept = text.lstrip()
            number += text[: len(text) - len(kept)].count("\n")
            text = kept
        if trims[1]:
            text = text.rstrip()
        if not text.strip():
            return text
        return "\n".join(
            f"{self.mark(lines[number + step])}{line}" if line.strip() else line
            for step, line in enumerate(text.split("\n"))
        )

    def lines_of(self, text: str) -> list[MadeLine]:
        """The lines of a text that was made."""
        found = []
        current = self.first
        for line in text.split("\n"):
            pieces: list[str] = []
            origins: list[SourceLine] = []
            end = 0
            for match in [*_MARK.finditer(line), None]:
                piece = line[end : match.start() if match else len(line)]
                pieces.append(piece)
                if piece.strip() and current not in origins[-1:]:
                    origins.append(current)
                if match is not None:
                    end = match.end()
                    current = self.known[int(match[1])]
            found.append(MadeLine("".join(pieces), tuple(origins) or (current,)))
        return found


def without_marks(text: str) -> str:
    """A text from which marks are taken out."""
    return _MARK.sub("", text) if _BEGIN in text else text


def without_signs_of_marks(text: str) -> str:
    """A file's text without the characters that marks are made of."""
    return text.replace(_BEGIN, "").replace(_END, "")
