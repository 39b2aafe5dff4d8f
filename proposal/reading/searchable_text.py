"""Texts without what typesetting does to them, in which values are looked for."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

BEGINS, ENDS = "DTSTART", "DTEND"


class EventTime(Struct, frozen=True):
    """An instant at which an event of a calendar begins or ends; zones do not tell them apart."""

    role: str
    """`BEGINS` or `ENDS`."""
    time: dt.datetime


class SearchableText(Struct, frozen=True):
    """A text, and its letters and digits alone."""

    text: str
    """The words as they were read."""
    normalized: str
    """Their letters and digits, in which values are looked for."""
    offsets: Sequence[int]
    """For each character of `normalized`, where it stands in `text`."""
    times: frozenset[EventTime] = frozenset()
    """When the events of a calendar begin and end."""

    def around(self, start: int, end: int) -> str:
        """The words as they were read between two places in `normalized`."""
        first, last = self.offsets[start], self.offsets[max(end - 1, start)]
        return " ".join(self.text[first : last + 1].split())


def searchable(text: str, times: frozenset[EventTime] = frozenset()) -> SearchableText:
    """A text in which values can be looked for."""
    parts = [_letters_of(character) for character in text]
    offsets = [offset for offset, part in enumerate(parts) for _ in part]
    return SearchableText(text, "".join(parts), offsets, times)


@lru_cache(maxsize=4096)
def normalize(text: str) -> str:
    """The letters and digits of a text: no spaces, hyphens, quotes, case or ligatures."""
    return "".join(map(_letters_of, text))


def without_numbers(title: str) -> str:
    """The letters of a title alone: nothing tells Part 1 and Part 2 apart by these."""
    return "".join(letter for letter in normalize(title) if not letter.isdigit())


@cache
def _letters_of(character: str) -> str:
    """What a character says, without its form: nothing if it is no letter or digit."""
    folded = unicodedata.normalize("NFKD", character).casefold()
    return "".join(part for part in folded if part.isalnum() and part not in _ACCENTS)


_ACCENTS = "\u02c6\u02c7\u02c9\u02ca\u02cb"
"""Accents beside their letters, as fonts for formulas have them; Unicode counts them as letters."""
