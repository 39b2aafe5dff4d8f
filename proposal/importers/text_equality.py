"""Equality of two texts to a reader, however quotes, spaces and facts in them are written."""

from __future__ import annotations

import re

_SIGNS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "\u00a0": " "})
_FACT = re.compile(r"\{\{.*?\}\}", re.DOTALL)
"""An example: `{{ venue.city }}`."""


def as_read(text: str) -> str:
    """A text as it is compared: with plain quotes and dashes, and single spaces."""
    return " ".join(text.split()).translate(_SIGNS)


def same_prose(one: str, other: str) -> bool:
    """Whether two texts differ in how they are wrapped and typed only."""
    return as_read(one) == as_read(other)


def says_the_same(prose: str, text: str) -> bool:
    """Whether a text is what prose of the data says once its facts are put in.

    Args:
        prose: Markdown that may quote facts, as in `{{ venue.city }}`.
        text: the text, in which words stand in their places.
    """
    first, *others = [as_read(part) for part in _FACT.split(prose)]
    read = as_read(text)
    if not others:
        return first == read
    if not read.startswith(first):
        return False
    position = len(first)
    *between, last = others
    for part in between:
        found = read.find(part, position)
        if found < 0:
            return False
        position = found + len(part)
    return read.endswith(last) and len(read) - len(last) >= position
