"""Makes an id of a title's first words."""

from __future__ import annotations

import re
from collections.abc import Container

from proposal.model.free_names import free_name
from proposal.model.name_comparison import words

_FEW = 3
"""Words of a title that make an id."""
_SMALL_WORDS = {"a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "towards", "with"}


def paper_id(title: str, taken: Container[str]) -> str:
    """An id for a paper: what stands before a colon if that is short, or the first words.

    Args:
        title: the paper's title.
        taken: ids that others have; more words or a number make it another one.
    """
    head, colon, _ = title.partition(":")
    before_colon = _plain(head.replace(",", " "))
    everything = _plain(title.replace(",", " "))
    if colon and 0 < len(before_colon) <= _FEW:
        start = before_colon
    else:
        start = [word for word in everything if word not in _SMALL_WORDS][:_FEW]
    for shorter in (start, everything[: 2 * _FEW], everything):
        found = "-".join(shorter) or "paper"
        if found not in taken:
            return found
    return free_name(found, taken)


def _plain(text: str) -> list[str]:
    return [part for word in words(text) for part in re.findall(r"[a-z0-9]+", word)]
