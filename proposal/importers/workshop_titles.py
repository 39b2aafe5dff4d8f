"""Takes a workshop's title apart: which edition of which series it is."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from num2words import num2words

_HIGHEST = 199
_YEAR = r"(?:19|20|21)\d\d"
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)", re.IGNORECASE)
"""An example: `3rd`."""
_BEHIND = re.compile(rf"\s*(?:\(([^()]*)\)|[-–—:,]?\s*\b({_YEAR}))\s*$")
"""Examples: `Workshop on X (WSP 2026)`, `Workshop on X 2026`."""
_IN_FRONT = re.compile(
    rf"^(?P<acronym>[\w-]+)\s*(?:['’]?(?P<year>{_YEAR}|\d\d))?\s*[:–—]\s+(?=.*\bworkshop\b)",
    re.IGNORECASE,
)
_SHORT = re.compile(rf"^(?P<acronym>[A-Za-z][\w-]*?)[-\s@]*(?:['’]?(?P<year>{_YEAR}|\d\d))?$")
"""Examples: `WSP'26`, `WSP@2026`."""


class WorkshopTitle(Struct, frozen=True):
    """A title taken apart."""

    name: str
    """The series' name, without an ordinal: "Workshop on …"."""
    ordinal: int | None = None
    acronym: str | None = None
    year: int | None = None


def read_title(text: str) -> WorkshopTitle:
    """Take a title apart: "Third Workshop on Structured Proposals (WSP 2026)"."""
    name, acronym, year = " ".join(text.split()), None, None
    if match := _IN_FRONT.match(name):
        acronym, year = match["acronym"], _year_of(match["year"])
        name = name[match.end() :]
    while match := _BEHIND.search(name):
        short = read_short_title(match[1] or match[2])
        if short is None:
            break
        acronym, year = acronym or short.acronym, year or short.year
        name = name[: match.start()]
    ordinal, name = _without_ordinal(name.strip())
    return WorkshopTitle(name, ordinal, acronym, year)


def read_short_title(text: str) -> WorkshopTitle | None:
    """Take "WSP 2026", "WSP'26" or "2026" apart; nothing if the text is more than that."""
    text = text.strip()
    if re.fullmatch(_YEAR, text):
        return WorkshopTitle("", year=int(text))
    match = _SHORT.match(text)
    if match is None:
        return None
    return WorkshopTitle("", acronym=match["acronym"], year=_year_of(match["year"]))


def _year_of(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _without_ordinal(name: str) -> tuple[int | None, str]:
    """The ordinal that a name begins with, and the rest of the name."""
    rest = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    first, _, behind = rest.partition(" ")
    if match := _NUMBERED.fullmatch(first):
        return int(match[1]), behind
    for count in (3, 2, 1):  # "one hundred third", "Twenty First", "Third"
        words = rest.split(" ")
        spoken = " ".join(words[:count]).casefold().replace("-", " ").replace(" and ", " ")
        if number := _ordinals().get(spoken):
            return number, " ".join(words[count:])
    return None, name


@cache
def _ordinals() -> dict[str, int]:
    """The number of each ordinal in words, without hyphens."""
    return {
        str(num2words(number, to="ordinal")).replace("-", " ").replace(" and ", " "): number
        for number in range(1, _HIGHEST + 1)
    }


def number_of(ordinal: str) -> int | None:
    """The number of an ordinal: `11th`, `Third`, `inaugural`."""
    return 1 if ordinal.casefold() == "inaugural" else _without_ordinal(ordinal)[0]


def initials_of(name: str) -> str:
    """The capitals at the beginning of a name's words: an acronym for the time being."""
    return "".join(word[0] for word in name.split() if word[:1].isupper()) or "Workshop"
