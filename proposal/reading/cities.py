"""The cities of the world, and their zones.

The table is GeoNames' (CC BY 4.0), as `scripts/cities.py` selects and arranges it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from proposal.model.countries import TERRITORIES
from proposal.model.name_comparison import plain_words

_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


class City(Struct, frozen=True):
    """A city of the table."""

    state: str
    """GeoNames' code of its state; nothing where the clocks of the country do not differ."""
    zone: str
    thousands: int
    """Its people, in thousands, rounded up."""


def cities_called(country: str, name: str) -> list[City]:
    """The cities of a country that have a name; those that have it as their first one, if any.

    Args:
        country: ISO's code of the country.
        name: with or without accents, with or without a "City" behind it.
    """
    for wanted in (key_of(name), key_of(name.strip().removesuffix(" City"))):
        if wanted and (found := _cities_of_key(country, wanted)):
            return found
    return []


def has_city(country: str, name: str) -> bool:
    """Whether a country, or a territory that is often given with it, has a city of a name.

    Args:
        country: ISO's code of the country.
        name: as `cities_called` takes it.
    """
    return any(cities_called(code, name) for code in (country, *TERRITORIES.get(country, ())))


def is_city(name: str) -> bool:
    """Whether any country has a city of a name."""
    key = key_of(name)
    rows = (line.split("\t")[3:] for line in _table() if f"|{key}" in line)
    return any(key in city.split("|")[1:] for row in rows for city in row)


def has_states(country: str) -> bool:
    """Whether the table has the states of a country, given by ISO's code: its clocks differ."""
    return bool(country) and any(state for state, _, _ in _rows_of(country))


def zones_in_state(country: str, state: str) -> set[str]:
    """The zones of the cities of a state, by GeoNames' code of it."""
    return {zone for code, zone, _ in _rows_of(country) if code == state}


@cache
def _cities_of_key(country: str, key: str) -> list[City]:
    """The cities of a country whose first name, or if there is none whose further one, is a key."""
    first: list[City] = []
    further: list[City] = []
    for state, zone, cities in _rows_of(country, f"|{key}"):
        for city in cities:
            people, *names = city.split("|")
            if key in names:
                found = City(state, zone, int(people))
                (first if key == names[0] else further).append(found)
    return first or further


def _rows_of(country: str, part: str = "") -> Iterator[tuple[str, str, list[str]]]:
    """State, zone and cities of the rows of a country in which a text stands."""
    for line in _table():
        if line.startswith(country) and part in line:
            _, state, zone, *cities = line.split("\t")
            yield state, zone, cities


@cache
def _table() -> tuple[str, ...]:
    text = Path(__file__).with_name("cities.tsv").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if not line.startswith("#"))


def key_of(name: str) -> str:
    """A name as the table has it: plain lower-case words, in which St. is Saint."""
    return " ".join(_SHORT.get(word, word) for word in plain_words(name))
