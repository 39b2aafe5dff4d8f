"""The parts of a formula that was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from proposal.source.math.math_commands import MathSign


@dataclass(frozen=True, slots=True)
class Sign:
    """A letter, a digit or a sign."""

    tex: str
    """How TeX is told: `x`, `\\alpha`."""
    sign: MathSign


@dataclass(frozen=True, slots=True)
class MathRow:
    """What stands side by side."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Scripts:
    """Something with what stands below, above and behind it in small."""

    base: Node
    lower: Node | None
    upper: Node | None
    primes: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A command with what it holds: an accent, an alphabet, a fraction, a root."""

    command: str
    held: tuple[Node, ...]
    degree: Node | None = None
    """Which root is taken, if it is not the square root."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a formula."""

    command: str
    text: str


@dataclass(frozen=True, slots=True)
class Fenced:
    """What stands between brackets that grow with it."""

    opening: str
    """As TeX is told: `(`, `\\langle`."""
    inner: MathRow
    closing: str


@dataclass(frozen=True, slots=True)
class Cells:
    """What stands in rows and columns: a matrix, or cases."""

    kind: str
    """The name of its environment: `pmatrix`."""
    rows: tuple[tuple[MathRow, ...], ...]
    """As many cells in each."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A bracket of a size that was chosen by hand, or a bar between brackets that grow."""

    command: str
    delimiter: str
    """As TeX is told: `(`, `\\langle`."""


@dataclass(frozen=True, slots=True)
class NumberedLines:
    """A displayed formula that has numbers, or more than one line."""

    kind: str
    """The name of its environment: `align*`."""
    rows: tuple[tuple[MathRow, ...], ...]
    """As many cells in each."""
    tags: tuple[str, ...]
    """The number of each row; empty where it has none."""


Node: TypeAlias = Sign | MathRow | Scripts | Marked | Words | Fenced | Cells | Sized | NumberedLines


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was understood."""

    source: str
    """How it was typed, without the dollar signs."""
    tree: MathRow
    is_display: bool = False
    """Whether it stands on a line of its own."""
