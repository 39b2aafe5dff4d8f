"""Says which known word was meant by one that is written."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence


def as_key(text: str) -> str:
    """A text as keys are written: `moved_online` for `Moved-online`."""
    return re.sub(r"[\s-]+", "_", text.strip()).casefold()


def nearest(word: str, known: Sequence[str], likeness: float = 0.6) -> str | None:
    """The known word that was most likely meant.

    Args:
        word: the word as it is written.
        known: the words that there are.
        likeness: how alike the two must be, from 0 to 1, as `difflib` counts it.
    """
    matches = difflib.get_close_matches(word.casefold(), known, n=1, cutoff=likeness)
    return matches[0] if matches else None
