"""The parts of a formula that was understood."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from proposal.source.math.math_commands import MathSign


class Sign(Struct, frozen=True):
    """A letter, a digit or a sign."""

    tex: str
    """How TeX is told: `x`, `\\alpha`."""
    sign: MathSign


class MathRow(Struct, frozen=True):
    """What stands side by side."""

    parts: tuple[Node, ...]


class Scripts(Struct, frozen=True):
    """Something with what stands below, above and behind it in small."""

    base: Node
    lower: Node | None
    upper: Node | None
    primes: int
    """How many strokes stand behind it, as two in f''."""


class Marked(Struct, frozen=True):
    """A command with what it holds: an accent, an alphabet, a fraction, a root."""

    command: str
    held: tuple[Node, ...]
    degree: Node | None = None
    """Which root is taken, if it is not the square root."""


class Words(Struct, frozen=True):
    """Words in a formula."""

    command: str
    text: str


class Fenced(Struct, frozen=True):
    """What stands between brackets that grow with it."""

    opening: str
    """As TeX is told: `(`, `\\langle`."""
    inner: MathRow
    closing: str


class Cells(Struct, frozen=True):
    """What stands in rows and columns: a matrix, or cases."""

    kind: str
    """The name of its environment: `pmatrix`."""
    rows: tuple[tuple[MathRow, ...], ...]
    """As many cells in each."""


class Sized(Struct, frozen=True):
    """A bracket of a size that was chosen by hand, or a bar between brackets that grow."""

    command: str
    delimiter: str
    """As TeX is told: `(`, `\\langle`."""


class NumberedLines(Struct, frozen=True):
    """A displayed formula that has numbers, or more than one line."""

    kind: str
    """The name of its environment: `align*`."""
    rows: tuple[tuple[MathRow, ...], ...]
    """As many cells in each."""
    tags: tuple[str, ...]
    """The number of each row; empty where it has none."""


Node: TypeAlias = Sign | MathRow | Scripts | Marked | Words | Fenced | Cells | Sized | NumberedLines


class Formula(Struct, frozen=True):
    """A formula that was understood."""

    source: str
    """How it was typed, without the dollar signs."""
    tree: MathRow
    is_display: bool = False
    """Whether it stands on a line of its own."""
