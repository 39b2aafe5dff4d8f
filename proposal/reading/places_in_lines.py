"""Reads the city, with its country, in a line that says where the workshop is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.model.countries import country_code
from proposal.reading.cities import cities_called
from proposal.reading.days import find_days
from proposal.reading.places import read_place
from proposal.reading.states import country_of_state, state_code

_LABEL = re.compile(r"^\W*(?:where|place|location|venue)\b\s*:?\s*", re.IGNORECASE)
"""`Where: `, `Venue `"""
_LONGEST = 80
"""Characters of a line that may be a place."""
_SIGNS = " ,;:|·–—-()"
_AT = re.compile(r"^(?:in|at|near)\s+", re.IGNORECASE)
"""`in ` of `May 3, 2026, in Lyon, France`"""


def place_in(line: str) -> str | None:
    """The city in a line that begins with its label or with a date: "…, Boise, Idaho, USA"."""
    days = find_days(line)
    label = _LABEL.match(line)
    if label:
        rest = line[label.end() :]
    elif days:
        rest = line[days[-1].end :]
    else:
        return None
    return place_named(rest)


def place_named(text: str) -> str | None:
    """The city that a text names, with its country; nothing if it names no country."""
    rest = _AT.sub("", text.lstrip(f".{_SIGNS}").rstrip(_SIGNS))
    place = read_place(rest) if len(rest) <= _LONGEST else None
    if place is None or place.city == place.country or country_code(place.country) is None:
        return None
    return rest


_APART = re.compile(
    r"[;|·–—()\[\]!?]|\s-\s|\.(?:\s|$)|:\s"
    r"|\b(?:on|from|during|between|as|co-?located|collocated|together|with|will|is|and|or)\b",
    re.IGNORECASE,
)
"""What ends a place within a sentence: `in Boise, Idaho, USA, on …`."""

_BEFORE_CITY = re.compile(r"^.*(?:^|[\s,])(?:in|at|near|of)\s+", re.IGNORECASE)
"""`The workshop is held in `"""
_PROPER = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*|de|da|do|di|la|le|el|los|las|am|an|der|of|upon)")
"""A word of a city's name: `Lyon`, `de`."""
_MOST_WORDS = 4
"""Words of the name of a city: Rio de Janeiro has three."""


def place_within(text: str) -> str | None:
    """The one city with its country, or its American state, that stands anywhere in a text.

    "WSP takes place in Dresden, Germany, on May 3" and "San Diego, California" have one; a text
    with two of them says nothing about one of them.
    """
    found = list(dict.fromkeys(_places_within(text)))
    return found[0] if len(found) == 1 else None


def _places_within(text: str) -> Iterator[str]:
    bare = text
    for day in reversed(find_days(text)):
        bare = f"{bare[: day.start]};{bare[day.end :]}"
    for chunk in _APART.split(bare):
        parts = [" ".join(part.split()) for part in chunk.split(",")]
        parts = [part.strip(" .") if part.count(".") < 2 else part for part in parts if part]
        for index in range(1, len(parts)):
            if place := _place_that_ends(parts[: index + 1]):
                yield place


def _place_that_ends(parts: list[str]) -> str | None:
    """The place whose country or American state is the last of some parts."""
    *before, last = parts
    city = _city(before[-1])
    if city is None:
        return None
    if country_code(last) is not None and not _is_state(last, city):
        state = _city(before[-2]) if len(before) > 1 else None
        if state is not None and state_code(country_code(last) or "", city) is not None:
            return f"{state}, {city}, {last}"
        return f"{city}, {last}"
    return f"{city}, {last}, USA" if _is_state(last, city) else None


def _is_state(name: str, city: str) -> bool:
    """Whether a name or its letters are those of the American state in which a city lies."""
    code = state_code("US", name)
    is_written_so = len(name) > 2 or name.isupper()
    is_sole = len(name) == 2 or country_of_state(name) in {"US", None}
    lies_there = any(found.state == code for found in cities_called("US", city))
    return code is not None and is_written_so and is_sole and lies_there


def _city(part: str) -> str | None:
    """The proper name at the end of a part, behind "in" if that stands there."""
    name = _BEFORE_CITY.sub("", part).strip()
    words = name.split()
    is_name = 0 < len(words) <= _MOST_WORDS and all(_PROPER.fullmatch(word) for word in words)
    return name if is_name and name[:1].isupper() else None
