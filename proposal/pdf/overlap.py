"""Finds texts that are printed over each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from proposal.diagnostics import shortened
from proposal.pdf.placed import Box, Piece

_LEANING = 4.0
"""Points by which one letter may reach over the next one, or an accent over its letter."""
_MOST_SHOWN = 60
"""Characters of a text that a message shows."""


def overlapping(pieces: Sequence[Piece], fewest_letters: int = 3) -> Iterator[tuple[Piece, Piece]]:
    """The pairs of texts on a page of which one lies on the other.

    Lines that are set close, letters that lean and accents are none.

    Args:
        pieces: the texts.
        fewest_letters: less is an accent, or a sign of a formula.
    """
    words = [piece for piece in pieces if sum(map(str.isalnum, piece.text)) >= fewest_letters]
    for one, other in combinations(words, 2):
        if _covers(one.box, other.box):
            yield one, other


def _covers(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    upright = min(one.top, other.top) - max(one.bottom, other.bottom)
    least = min(one.top - one.bottom, other.top - other.bottom)
    return across > _LEANING and upright > least / 2


def in_message(text: str) -> str:
    """A text of a page that a message can show."""
    return shortened(text, _MOST_SHOWN)
