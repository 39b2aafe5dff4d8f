"""Finds time zones in texts: their letters, their distance from UTC, and their names in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from proposal.model.small_letters import small_letters

LETTERS = re.compile(
    r"\b((?:[ECMP][SD]?|AK[SD]|H[SD]|CES?|WES?|EES?|BS|IS|JS|KS|A[EC]?[SD]|NZ[SD])T|SGT|HKT|AoE"
    r"|(?:UTC|GMT)(?:\s*[+\-−–]\s*\d{1,2}(?::\d\d)?)?)\b"
)
"""Abbreviations of time zones: `PDT`, `CEST`, `AoE`, `UTC+2`."""

_SEASONS = {"standard": "S", "daylight": "D", "daylight saving": "D", "daylight savings": "D"}
_AMERICAN = re.compile(
    r"\b(?P<zone>Pacific|Mountain|Central|Eastern)\s+"
    r"(?:(?P<season>Standard|Daylight(?:\s+Savings?)?)\s+)?Time(?:\s+Zone)?\b",
    re.IGNORECASE,
)
"""`Pacific Daylight Time`; `Pacific Time`, which has no season."""

_OTHERS = {
    "central european summer time": "CEST",
    "central european standard time": "CET",
    "eastern european summer time": "EEST",
    "western european summer time": "WEST",
    "british summer time": "BST",
    "greenwich mean time": "GMT",
    "japan standard time": "JST",
    "japanese standard time": "JST",
    "korea standard time": "KST",
    "korean standard time": "KST",
    "singapore time": "SGT",
    "hong kong time": "HKT",
    "australian eastern standard time": "AEST",
    "australian eastern daylight time": "AEDT",
}
_NAMED = re.compile(
    r"\b(?:" + "|".join(name.replace(" ", r"\s+") for name in _OTHERS) + r")\b", re.IGNORECASE
)
"""`Central European Summer Time`"""
_LETTERS_BEHIND = re.compile(r"\s*[(,/]\s*(?!GMT)(?:[A-Z]{2,4}T)\b")
"""Letters that say the same in brackets: `Central European Time (CET)`."""


class NamedZone(Struct, frozen=True):
    """A time zone in a text."""

    name: str
    """Its letters: PDT, also for Pacific Daylight Time."""
    written: str
    """As it stands in the text."""
    start: int


def zones_in(text: str) -> Iterator[NamedZone]:
    """The zones that a text names, in their order; a name with its letters behind it once."""
    found = [NamedZone(match[1], match[0], match.start()) for match in LETTERS.finditer(text)]
    for match in _AMERICAN.finditer(text):
        season = (
            _SEASONS[" ".join(small_letters(match["season"]).split())] if match["season"] else ""
        )
        is_european = re.match(r"\s+european", text[match.end("zone") :], re.IGNORECASE)
        if not is_european and not _LETTERS_BEHIND.match(text, match.end()):
            found.append(NamedZone(f"{match['zone'][0].upper()}{season}T", match[0], match.start()))
    for match in _NAMED.finditer(text):
        if not _LETTERS_BEHIND.match(text, match.end()):
            name = _OTHERS[" ".join(small_letters(match[0]).split())]
            found.append(NamedZone(name, match[0], match.start()))
    yield from sorted(found, key=lambda zone: zone.start)
