"""Tells sentences that name a conference beside which the workshop is not held."""

from __future__ import annotations

import re

_TELLS_OF_AWARD = re.compile(
    r"\b(?:award\w*|prize|won|published|presented|appeared|accepted|papers?|attended|gave)\b",
    re.IGNORECASE,
)
"""What a sentence says of something else at a conference: `received an award at SIGIR 2026`."""
_SHORT = 120


def is_said_in_passing(text: str, place: int) -> bool:
    """Whether a long text only tells of something else at a conference.

    Args:
        text: the text.
        place: where in it the conference is named.
    """
    before = re.split(r"(?<=[.!?])\s+", text[:place])[-1]
    tells = _TELLS_OF_AWARD.search(before) is not None and "workshop" not in before.casefold()
    return len(text) > _SHORT and tells


def tells_of_another_year(text: str, year: int) -> bool:
    """Whether a sentence names years, and only others: what an earlier edition was part of."""
    years = {int(found) for found in re.findall(r"\b((?:19|20)\d\d)\b", text)}
    years |= {2000 + int(found) for found in re.findall(r"['’](\d\d)\b", text)}
    return bool(years) and year not in years
