"""A line of text with formulas in it, such as the title of a paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Self

from proposal.diagnostics import Span
from proposal.source.math.dollar_signs import formula_at, unclosed_at
from proposal.source.math.math_grammar import FormulaError, read_formula
from proposal.source.math.math_tree import Formula
from proposal.source.math.math_words import LetterOrder, formula_words
from proposal.source.text import Text

_PLACES = "\ue020"
"""From here on, characters that no file may hold stand for the formulas of a line."""
_PLACE = re.compile(f"[{_PLACES}-\ue0ff]")
_MOST = 0xE0FF - 0xE020
"""Formulas of a line, each of which has a sign of its own."""


class MathLine(Text):
    """A line whose formulas TeX and browsers set, and everybody else reads in characters.

    As a string it is what is read, so that whoever knows nothing of formulas prints that.
    """

    __slots__ = ("formulas", "open_formula", "pattern")

    pattern: str
    """The line with a character that no file may hold in place of each formula."""
    formulas: tuple[Formula, ...]
    open_formula: str
    """What looks like a formula that no dollar sign ends; empty if nothing does."""

    def __new__(
        cls,
        pattern: str,
        formulas: tuple[Formula, ...],
        pieces: tuple[tuple[int, Span], ...] = (),
        open_formula: str = "",
    ) -> Self:
        """Make one out of its text and its formulas."""
        words = _PLACE.sub(lambda place: formula_words(_formula(place, formulas)), pattern)
        self = super().__new__(cls, words, pieces)
        self.pattern = pattern
        self.formulas = formulas
        self.open_formula = open_formula
        return self

    def __reduce__(self) -> Any:
        """Of what a copy is made, in this run of the program or in another one."""
        return type(self), (self.pattern, self.formulas, self.pieces, self.open_formula)

    def located(self, span: Span) -> MathLine:
        """The same line, which was written at a place."""
        return MathLine(self.pattern, self.formulas, ((0, span),), self.open_formula)

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


def typed_line(line: str) -> str:
    r"""How a line was typed, as `read_math_line` reads it: with `$…$` and `\$`."""
    if not isinstance(line, MathLine):
        return line.replace("$", r"\$")
    escaped = line.pattern.replace("$", r"\$")
    return _PLACE.sub(lambda place: f"${_formula(place, line.formulas).source}$", escaped)


def read_math_line(text: str) -> str:
    r"""A line in which `$…$` is a formula and `\$` a dollar sign; the same text if it has neither.

    Raises:
        FormulaError: a formula is not understood; `offset` is that in the line.
    """
    if "$" not in text:
        return text
    pattern = open_formula = ""
    formulas: list[Formula] = []
    at = 0
    while at < len(text):
        if text.startswith(r"\$", at):
            pattern += "$"
            at += 2
            continue
        span = formula_at(text, at) if text[at] == "$" and len(formulas) < _MOST else None
        if span is None:
            open_formula = open_formula or unclosed_at(text, at)
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
    if not formulas and not open_formula:
        return pattern
    return MathLine(pattern, tuple(formulas), open_formula=open_formula)


def joined_lines(lines: Sequence[str], join: Callable[[list[str]], str]) -> str:
    """Several lines in one, with their formulas if they have any.

    Args:
        lines: the lines.
        join: what makes one text of several.
    """
    formulas = [
        formula for line in lines if isinstance(line, MathLine) for formula in line.formulas
    ]
    if not formulas or len(formulas) > _MOST:
        return join(list(lines))
    patterns: list[str] = []
    before = 0
    for line in lines:
        if isinstance(line, MathLine):
            patterns.append(_moved(line.pattern, before))
            before += len(line.formulas)
        else:
            patterns.append(line)
    return MathLine(join(patterns), tuple(formulas))


def _moved(pattern: str, count: int) -> str:
    """A pattern whose formulas stand behind others in a list."""
    return _PLACE.sub(lambda place: chr(ord(place[0]) + count), pattern)
