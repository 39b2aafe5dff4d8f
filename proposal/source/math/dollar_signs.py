"""Finds formulas in text, and leaves money alone.

A dollar sign begins a formula as it does for Pandoc: no space follows it, none stands before the
one that ends the formula, and no digit follows that one. What holds words and nothing of a
formula's own signs is text.
"""

from __future__ import annotations

import re

from msgspec import Struct

_BEGINS = re.compile(r"\$(?![\s$])")
"""A dollar sign that may begin a formula: `$x$`, but not `$ 5`. →"""
_ENDS = re.compile(r"(?<![\s\\])\$(?!\d)")
"""One that may end a formula: `x$`, but not `x$5`. →"""
_DISPLAY = re.compile(r"\$\$(?!\$)\s*(?P<source>[^$\s](?:[^$]*[^$\s])?)\s*\$\$(?!\$)")
"""`$$ E = mc^2 $$`"""
_OPEN = re.compile(r"(?<![^\s(\[{\"'“‘—–-])\${1,2}(?P<run>[^\s$]+)")
"""Examples of what begins like a formula: `$x^2` and `($\\alpha`, but neither `US$x` nor `a/$x`."""
_OF_TEX = re.compile(r"\\[A-Za-z]|[A-Za-z0-9)}\]][\^_]")
r"""What only a formula has: `\alpha`, `x_i`, `2^n`."""
_HELD = re.compile(r"\\[A-Za-z]+(?:\{[A-Za-z]*)?")
r"""`\alpha`, `\mathrm{kg`"""
_NUMBER = re.compile(r"[\d_.,]+")
"""`1,000.50`"""
_MATH_SIGN = re.compile(r"[\\^_{}]")
"""`x^2`, `x_i`"""
_MONEY = re.compile(r"\d.*[A-Za-z]{2,}", re.DOTALL)
"""An amount with words behind it: `5 for students`."""
_PROSE = re.compile(r"[A-Za-z]{3,}")
"""A word, and no product of letters: `fee`."""


class DollarSpan(Struct, frozen=True):
    """A stretch of text from a dollar sign to the one that ends it."""

    source: str
    """What stands between the dollar signs."""
    start: int
    """Where it begins, behind the dollar signs."""
    end: int
    """Behind the dollar signs that end it."""
    is_display: bool


def formula_at(text: str, at: int, end: int | None = None) -> DollarSpan | None:
    """The formula that begins with the dollar sign at a place; nothing if that is just a sign.

    Args:
        text: the text.
        at: the place of a dollar sign.
        end: how far the text is looked at.
    """
    stop = len(text) if end is None else end
    if display := _DISPLAY.match(text, at, stop):
        source = display["source"]
        return (
            None
            if _is_text(source)
            else DollarSpan(source, display.start("source"), display.end(), is_display=True)
        )
    if not _BEGINS.match(text, at, stop) or text[at - 1 : at] == "$":
        return None
    closing = text.find("$", at + 1, stop)
    while closing >= 0 and _is_escaped(text, closing):
        closing = text.find("$", closing + 1, stop)
    if closing < 0 or not _ENDS.match(text, closing, stop):
        return None
    source = text[at + 1 : closing]
    if _is_text(source):
        return None
    return DollarSpan(source, at + 1, closing + 1, is_display=False)


def unclosed_at(text: str, at: int, end: int | None = None) -> str:
    """What begins with the dollar sign at a place like a formula that is never closed, if it does.

    Money has no signs of TeX's, and what has words in it is none: `$5`, `$HOME_DIR`.

    Args:
        text: the text.
        at: the place of a dollar sign with which no formula begins.
        end: how far the text is looked at.
    """
    match = _OPEN.match(text, at, len(text) if end is None else end)
    if match is None:
        return ""
    run = match["run"].rstrip(".,;:!?" if "(" in match["run"] else ".,;:!?)")
    is_none = _NUMBER.fullmatch(run) or _PROSE.search(_HELD.sub(" ", run))
    return (
        "" if is_none or not _OF_TEX.search(run) else f"{match[0][: match.start('run') - at]}{run}"
    )


def _is_escaped(text: str, at: int) -> bool:
    before = text[:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _is_text(source: str) -> bool:
    """Whether what stands between two dollar signs is a price or words, and no formula."""
    if _MATH_SIGN.search(source.replace("\\$", "")):
        return False
    return bool(_MONEY.match(source) or _PROSE.search(source))
