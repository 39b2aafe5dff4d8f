"""Which country is meant by a name, and which time zones does it have?

The answers are those of the tables that come with the time zones themselves.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from proposal.model.names import words

_COUNTRIES = {
    "usa": "US",
    "u s a": "US",
    "us": "US",
    "united states of america": "US",
    "uk": "GB",
    "united kingdom": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "korea": "KR",
    "south korea": "KR",
    "republic of korea": "KR",
    "the netherlands": "NL",
    "uae": "AE",
    "czechia": "CZ",
    "turkiye": "TR",
    "pr china": "CN",
    "p r china": "CN",
    "hong kong sar": "HK",
    "macau": "MO",
    "macao": "MO",
}
"""Names of countries that the table of the time zones writes otherwise."""


def country_code(name: str) -> str | None:
    """ISO's code of a country by one of its English names."""
    plain = " ".join(words(name))
    return _COUNTRIES.get(plain) or _country_codes().get(plain)


@cache
def zones_of(code: str) -> list[str]:
    """A country's zones, as the table orders them: the one with most people first."""
    return [zone for country, zone in _rows("zone.tab") if country == code]


@cache
def all_zones() -> list[str]:
    """Zones of the whole world, the ones with most people first."""
    return [zone for _, zone in _rows("zonenow.tab")]


@cache
def countries_of(zone: str) -> set[str]:
    """The codes of the countries whose clocks follow a zone; none for UTC and old names."""
    rows = [*_rows("zone.tab"), *_rows("zone1970.tab")]
    return {code for codes, each in rows if each == zone for code in codes.split(",")}


@cache
def _country_codes() -> dict[str, str]:
    """ISO's code of each country by its name, from the table of the time zones."""
    rows = [line.split("\t") for line in _lines("iso3166.tab")]
    return {" ".join(words(re.sub(r"\s*\(.*", "", name))): code for code, name in rows}


def _rows(name: str) -> list[tuple[str, str]]:
    """The countries and the zone of each row of a table of zones."""
    return [(row[0], row[2]) for row in (line.split("\t") for line in _lines(name))]


def _lines(name: str) -> list[str]:
    text = (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
