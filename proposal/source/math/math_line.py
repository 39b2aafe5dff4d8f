"""A line of text with formulas in it, such as the title of a paper."""

from __future__ import annotations

import re
from typing import Any, Self

from proposal.diagnostics import Span
from proposal.source.math.dollar_signs import formula_at
from proposal.source.math.math_grammar import FormulaError, read_formula
from proposal.source.math.math_tree import Formula
from proposal.source.math.math_words import LetterOrder, formula_words
from proposal.source.text import Text

_PLACES = "\ue020"
"""From here on, characters that no file may hold stand for the formulas of a line."""
_PLACE = re.compile(f"[{_PLACES}-\ue0ff]")
_MOST = 0xE0FF - 0xE020


class MathLine(Text):
    """A line whose formulas TeX and browsers set, and everybody else reads in characters.

    As a string it is what is read, so that whoever knows nothing of formulas prints that.
    """

    __slots__ = ("formulas", "pattern")

    pattern: str
    """The line with a character that no file may hold in place of each formula."""
    formulas: tuple[Formula, ...]

    def __new__(
        cls,
        pattern: str,
        formulas: tuple[Formula, ...],
        pieces: tuple[tuple[int, Span], ...] = (),
    ) -> Self:
        """Make one out of its text and its formulas."""
        words = _PLACE.sub(lambda place: formula_words(_formula(place, formulas)), pattern)
        self = super().__new__(cls, words, pieces)
        self.pattern = pattern
        self.formulas = formulas
        return self

    def __reduce__(self) -> Any:
        """Of what a copy is made, in this run of the program or in another one."""
        return type(self), (self.pattern, self.formulas, self.pieces)

    def located(self, span: Span) -> MathLine:
        """The same line, which was written at a place."""
        return MathLine(self.pattern, self.formulas, ((0, span),))

    def in_order(self, order: LetterOrder) -> str:
        """The line with the letters of its formulas in an order."""
        return _PLACE.sub(
            lambda place: formula_words(_formula(place, self.formulas), order), self.pattern
        )

    def parts(self, pattern: str) -> list[str | Formula]:
        """The text and the formulas of a line in order.

        Args:
            pattern: `pattern`, or what typography made of it.
        """
        parts: list[str | Formula] = []
        end = 0
        for place in _PLACE.finditer(pattern):
            parts += [pattern[end : place.start()], _formula(place, self.formulas)]
            end = place.end()
        return [part for part in (*parts, pattern[end:]) if part]


def _formula(place: re.Match[str], formulas: tuple[Formula, ...]) -> Formula:
    return formulas[ord(place[0]) - ord(_PLACES)]


def read_math_line(text: str) -> str:
    r"""A line in which `$…$` is a formula and `\$` a dollar sign; the same text if it has neither.

    Raises:
        FormulaError: a formula is not understood; `offset` is that in the line.
    """
    if "$" not in text:
        return text
    pattern = ""
    formulas: list[Formula] = []
    at = 0
    while at < len(text):
        if text.startswith(r"\$", at):
            pattern += "$"
            at += 2
            continue
        span = formula_at(text, at) if text[at] == "$" and len(formulas) < _MOST else None
        if span is None:
            pattern += text[at]
            at += 1
            continue
        try:
            formulas.append(read_formula(span.source))
        except FormulaError as reason:
            offset = span.start + reason.offset
            raise FormulaError(reason.code, reason.message, reason.hint, offset) from None
        pattern += chr(ord(_PLACES) + len(formulas) - 1)
        at = span.end
    return MathLine(pattern, tuple(formulas)) if formulas else pattern
