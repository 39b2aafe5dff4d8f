"""Sizes of paper: width and height in points, and what they are called."""

from __future__ import annotations

LETTER = (612, 792)
A4 = (595.28, 841.89)
A5 = (419.53, 595.28)

_NAMES = {LETTER: "US Letter", A4: "A4", A5: "A5", (612, 1008): "US Legal", (516, 729): "B5"}


def is_near(size: tuple[float, float], paper: tuple[float, float], slack: float) -> bool:
    """Whether a page is as large as some paper, but for so many points by which programs round."""
    return all(abs(one - other) <= slack for one, other in zip(size, paper, strict=True))


def paper_name(size: tuple[float, float], slack: float) -> str | None:
    """What paper of a size is called, if it has a name."""
    return next((name for paper, name in _NAMES.items() if is_near(size, paper, slack)), None)
