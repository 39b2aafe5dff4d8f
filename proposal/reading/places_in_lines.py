"""Reads the city, with its country, in a line that says where the workshop is."""

from __future__ import annotations

import re

from proposal.model.countries import country_code
from proposal.reading.days import find_days
from proposal.reading.places import read_place

_LABEL = re.compile(r"^\W*(?:where|place|location|venue)\b\s*:?\s*", re.IGNORECASE)
_LONGEST = 80
_SIGNS = " ,;:|·–—-()"


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
    rest = text.strip(_SIGNS)
    place = read_place(rest) if len(rest) <= _LONGEST else None
    if place is None or place.city == place.country or country_code(place.country) is None:
        return None
    return rest
