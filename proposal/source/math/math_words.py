"""Writes formulas by characters that every program shows: `x² ≤ ∑ᵢ aᵢ`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from proposal.source.math import math_commands as known
from proposal.source.math.math_commands import MathSign, Spacing
from proposal.source.math.math_tree import (
    Cells,
    Fenced,
    Formula,
    Marked,
    MathRow,
    Node,
    NumberedLines,
    Scripts,
    Sign,
    Sized,
    Words,
)

_ABOVE: Mapping[str, str] = dict(zip("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_BELOW: Mapping[str, str] = dict(
    zip("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
"""The characters that stand above or below others of themselves."""

_PRIMES = ("", "′", "″", "‴")
_SIMPLE = re.compile("√?(?:[^\\W_][\u0300-\u036f\u20d7′″‴]*)+|[0-9.]+")
"""What needs no brackets where it stands beside a slash or a root: `ab`, `x′`, `√2`, `3.14`."""
_OPERANDS = (Spacing.ORDINARY, Spacing.CLOSING)
_TIGHT = (Spacing.BINARY, Spacing.RELATION, Spacing.PUNCTUATION)
"""What has spaces beside it, but not where it stands in small."""


class LetterOrder(Enum):
    """How the letters of a formula follow each other where it is written down."""

    READ = "as people read it"
    PRINTED = "as TeX prints it: what stands above before what stands below"
    MARKED = "as MathML has it: what a root is taken of before its degree"


def formula_words(formula: Formula, order: LetterOrder = LetterOrder.READ) -> str:
    """A formula in characters."""
    return " ".join(_Writing(order).row(formula.tree, is_small=False).split())


class _Writing(Struct, frozen=True):
    order: LetterOrder

    def row(self, row: MathRow, *, is_small: bool) -> str:
        """What stands side by side, with spaces as the signs want them."""
        text = ""
        before = Spacing.OPENING
        for part in row.parts:
            shown, spacing = self.node(part, is_small=is_small), _spacing_of(part)
            if spacing is Spacing.BINARY and before not in _OPERANDS:
                spacing = Spacing.OPENING  # as in −x
            if spacing is Spacing.SPACE:
                text += shown
                continue
            text += f"{' ' * _has_gap(before, spacing, is_small=is_small)}{shown}"
            before = spacing
        return text

    def node(self, node: Node, *, is_small: bool) -> str:
        match node:
            case Sign(sign=sign):
                return sign.shown
            case MathRow():
                return self.row(node, is_small=is_small)
            case Words(text=text):
                return text
            case Fenced(opening=opening, inner=inner, closing=closing):
                middle = self.row(inner, is_small=is_small)
                return f"{_bracket(opening)}{middle}{_bracket(closing)}"
            case Cells() | NumberedLines():
                return self.cells(node, is_small=is_small)
            case Sized(delimiter=delimiter):
                return _bracket(delimiter)
            case Scripts(base=Marked(command=name)) if name in known.BRACES:
                return self.braced(node, is_small=is_small)
            case Scripts():
                return self.scripts(node, is_small=is_small)
            case _:
                return self.marked(node, is_small=is_small)

    def cells(self, node: Cells | NumberedLines, *, is_small: bool) -> str:
        """Rows with semicolons between them: (a, b; c, d)."""
        array = known.ARRAYS.get(node.kind, known.Array("", "", 1))
        comma = " " if node.kind in known.ALIGNED else ", "
        rows = [
            comma.join(self.row(cell, is_small=is_small).strip() for cell in row).strip()
            for row in node.rows
        ]
        if isinstance(node, NumberedLines):
            rows = [
                f"{row} ({tag})" if tag else row for row, tag in zip(rows, node.tags, strict=True)
            ]
        return f"{array.opening}{'; '.join(rows)}{array.closing}"

    def braced(self, node: Scripts, *, is_small: bool) -> str:
        """What a brace spans, and the words at the brace: (a + b)_(n times)."""
        base = _bracketed(self.node(node.base, is_small=is_small))
        above = f"^({self.node(node.upper, is_small=True)})" if node.upper is not None else ""
        below = f"_({self.node(node.lower, is_small=True)})" if node.lower is not None else ""
        if self.order is LetterOrder.PRINTED:
            return f"{above}{base}{below}"
        return f"{base}{below}{above}"

    def scripts(self, node: Scripts, *, is_small: bool) -> str:
        base = self.node(node.base, is_small=is_small)
        primes = _PRIMES[node.primes] if node.primes < len(_PRIMES) else "′" * node.primes
        above = self.small(node.upper, "^", _ABOVE)
        below = self.small(node.lower, "_", _BELOW)
        if self.order is LetterOrder.PRINTED:
            return f"{base}{primes}{above}{below}"
        return f"{base}{primes}{below}{above}"

    def small(self, node: Node | None, mark: str, letters: Mapping[str, str]) -> str:
        """What stands above or below: in small characters, if there are such."""
        if node is None:
            return ""
        text = self.node(node, is_small=True)
        if all(character in letters for character in text):
            return "".join(letters[character] for character in text)
        if mark == "^" and text in _STANDING_ABOVE:
            return text
        is_bracketed = re.fullmatch(r".|\([^()]*\)", text)
        return f"{mark}{text}" if is_bracketed else f"{mark}({text.strip()})"

    def marked(self, node: Marked, *, is_small: bool) -> str:
        held = [self.node(part, is_small=is_small) for part in node.held]
        name = node.command
        if name in known.FRACTIONS:
            return "/".join(map(_bracketed, held))
        if name == known.BINOMIAL:
            between = " choose " if self.order is LetterOrder.READ else " "
            return f"({between.join(held)})"
        if name in known.STACKS:
            return self.stack(name, *held)
        if name == known.ROOT:
            return self.root(node, held[0])
        if name in known.ARROWS:
            return self.arrow(node, held[0])
        if name == known.MODULUS:
            return f" (mod {held[0]})"
        if name in known.ACCENTS:
            return _accented(held[0], known.ACCENTS[name])
        if name == "mathbb":
            return "".join(known.DOUBLE_STRUCK.get(letter, letter) for letter in held[0])
        return held[0]

    def stack(self, name: str, small: str, base: str) -> str:
        if self.order is LetterOrder.PRINTED and name != "underset":
            return f"^({small}){base}"
        return f"{base}{'_' if name == 'underset' else '^'}({small})"

    def arrow(self, node: Marked, above: str) -> str:
        """An arrow with what stands above and below it."""
        sign = known.ARROWS[node.command]
        shown = f"^({above.strip()})" if above.strip() else ""
        below = f"_({self.node(node.degree, is_small=True)})" if node.degree is not None else ""
        return (
            f"{shown}{sign}{below}"
            if self.order is LetterOrder.PRINTED
            else (f"{sign}{below}{shown}")
        )

    def root(self, node: Marked, radicand: str) -> str:
        degree = self.small(node.degree, "^", _ABOVE)
        inner = _bracketed(radicand)
        return f"√{inner}{degree}" if self.order is LetterOrder.MARKED else f"{degree}√{inner}"


_STANDING_ABOVE = frozenset("⊤⊥∗′")
"""Signs that are read as they are where they stand above."""


def _has_gap(before: Spacing, spacing: Spacing, *, is_small: bool) -> bool:
    """Whether a space stands between two signs."""
    if before is Spacing.FUNCTION:
        return spacing is not Spacing.OPENING and spacing is not Spacing.PUNCTUATION
    if spacing is Spacing.FUNCTION:
        return before is not Spacing.OPENING
    if is_small:
        return False
    if spacing is Spacing.PUNCTUATION:
        return False
    if before in _TIGHT or spacing in _TIGHT:
        return True
    is_sum = Spacing.OPERATOR
    return before is is_sum or (spacing is is_sum and before in _OPERANDS)


def _spacing_of(node: Node) -> Spacing:
    match node:
        case Sign(sign=MathSign(spacing=spacing)):
            return spacing
        case Scripts(base=base):
            return _spacing_of(base)
        case MathRow(parts=(Sign() as alone,)):
            return _spacing_of(alone) if alone.sign.spacing is Spacing.FUNCTION else _ORDINARY
        case Words(command=command) if command != "text":
            return Spacing.FUNCTION
        case Sized(command=command):
            return known.SIZES.get(command, Spacing.RELATION)
        case Marked(command=name) if name in known.ARROWS:
            return Spacing.RELATION
        case Marked(command=name, held=held) if name in {*known.STACKS, *known.ALPHABETS}:
            return _spacing_of(held[-1])
        case _:
            return _ORDINARY


_ORDINARY = Spacing.ORDINARY


def _bracket(tex: str) -> str:
    if tex == ".":
        return ""
    return known.SIGNS[tex[1:]].shown if tex.startswith("\\") else tex


def _accented(text: str, mark: str) -> str:
    return "".join(letter + mark if letter.isalnum() else letter for letter in text)


def _bracketed(text: str) -> str:
    """What stands beside a slash or below a root, in brackets if it is more than a letter."""
    return text if _SIMPLE.fullmatch(text) else f"({text})"
