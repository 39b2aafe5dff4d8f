"""Places as people write them, and the time zones of their clocks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from msgspec import Struct

from proposal.clocks import letters_before, show_the_same
from proposal.diagnostics import listing
from proposal.model.countries import (
    ONE_CLOCK,
    TERRITORIES,
    all_zones,
    country_code,
    country_named,
    country_of_letters,
    territory_code,
    zones_of,
)
from proposal.model.name_comparison import plain_words
from proposal.reading.abbreviations import is_offset, offsets_of, seasons_of
from proposal.reading.cities import City, cities_called, has_city, zones_in_state
from proposal.reading.states import (
    COUNTRIES_WITH_STATES,
    country_of_state,
    full_name,
    state_code,
)

_DOTTED = re.compile(r"(?:[A-Za-z]\.){2,}")
"""Letters with a dot behind each, of which the last one belongs to them: D.C., U.S.A."""

_LIKELIER_BY = 20
"""How many times as many people live in a city that is meant without its state being named."""


class Place(Struct, frozen=True):
    """Where a conference takes place."""

    city: str
    state: str | None
    country: str
    site: str | None = None


def read_place(text: str) -> Place | None:
    """Take "Boise, Idaho, USA" apart; nothing if no country is told from the city."""
    parts = [part for given in text.split(",") if (part := _tidy(given))]
    if not parts:
        return None
    if len(parts) == 1:
        is_country = country_code(parts[0]) is not None
        return Place(parts[0], None, parts[0]) if is_country else None
    if len(parts) > 2 and country_code(parts[-1]) is None and country_code(", ".join(parts[-2:])):
        parts[-2:] = [", ".join(parts[-2:])]  # Korea, Republic of
    country = parts[-1]
    if len(parts) == 2:
        return Place(parts[0], None, country)
    site = ", ".join(parts[:-3]) or None
    return Place(parts[-3], parts[-2], country, site)


def _tidy(part: str) -> str:
    """A part of a place without the stops around it, but with the dots of D.C."""
    bare = " ".join(part.split()).strip(" ;")
    return bare if _DOTTED.fullmatch(bare) else bare.strip(" .;")


def spelled_out(place: Place) -> Place:
    """The place with its state's full name, as data files have it: Idaho for ID."""
    code = country_code(place.country)
    country = "USA" if code == "US" else place.country
    if place.state is None or code is None or _DOTTED.fullmatch(place.state):
        return Place(place.city, place.state, country, place.site)
    return Place(place.city, full_name(code, place.state), country, place.site)


def country_of_city(city: str, state: str = "") -> str | None:
    """The country of a city in a state, where no other one can be meant; else None.

    Letters are sure only with a city that the state has: MA is Massachusetts and Maranhão, and
    Catania, CT is in Italy. Of names, those of the larger English-speaking countries are sure
    alone, if no country has that name: Amazonas is a part of four.
    """
    if not state and "," in city:  # Cambridge, MA
        city, _, state = city.rpartition(",")
    codes = [(code, part) for code in COUNTRIES_WITH_STATES if (part := state_code(code, state))]
    having = [
        code
        for code, part in codes
        if any(found.state == part for found in cities_called(code, city))
    ]
    if not having and country_code(state) is None:
        alone = country_of_state(state)
        having = [alone] if alone in _SURE_BY_STATE else []
    if len(having) != 1:
        return None
    return "USA" if having[0] == "US" else country_named(having[0])


def country_behind_city(letters: str, before: str) -> str | None:
    """The country whose letters stand behind one of its cities: `Berlin, GER`, `TU Delft, NL`.

    Nothing where a city of a state with these letters may be meant: `Salem, IN`.

    Args:
        letters: what stands last: DE, DEU, GER.
        before: what stands in front of it: a city, or a name that ends with a larger one.
    """
    code = country_of_letters(letters)
    words = before.split()
    ends = [" ".join(words[-count:]) for count in (1, 2, 3) if count < len(words)]
    if code is None or not (
        has_city(code, before)
        or any(city.thousands >= _IN_NAMES for end in ends for city in cities_called(code, end))
    ):
        return None
    if any(country_of_city(end, letters) is not None for end in (before, *ends)):
        return None
    return country_named(code)


_IN_NAMES = 30
"""People in a city that the name of an institution ends with, in thousands: many a hamlet is
called as people or things are (University is a place in Canada)."""

_SURE_BY_STATE = ("US", "CA", "AU")


class Clock(Struct, frozen=True):
    """A time zone that was worked out."""

    zone: str
    """The IANA zone."""
    is_certain: bool
    """Whether there is no other zone that it could be."""
    agrees: bool
    """Whether the clocks of the zone at that moment are those that the abbreviation means."""


def work_out_zone(
    place: Place | None, abbreviation: str | None, moment: dt.datetime
) -> Clock | None:
    """The zone of a place at a moment, with an abbreviation such as MST as a hint.

    The place decides: its country where that has one clock, or else its city and state. The
    abbreviation chooses between zones that are left, and stands alone where no place is known.

    Returns:
        The zone; None if it is not known and has to be asked: `possible_zones` are what it may
        be. Nothing is ever taken because it stands first in a list.
    """
    candidates = possible_zones(place, moment) if place else []
    agreeing = [zone for zone in candidates if is_called(zone, abbreviation, moment)]
    if agreeing and show_the_same(agreeing, moment):
        return Clock(agreeing[0], is_certain=True, agrees=True)
    if candidates and show_the_same(candidates, moment):
        return Clock(candidates[0], is_certain=True, agrees=abbreviation is None)
    if place is None and abbreviation:
        for zone in all_zones():
            if is_called(zone, abbreviation, moment):
                return Clock(zone, is_certain=False, agrees=True)
    return None


def possible_zones(place: Place, moment: dt.datetime) -> list[str]:
    """The zones that a place may have: one, or zones whose clocks differ; none if none is known."""
    code = _code_of(place)
    if code is None:
        return []
    if code in ONE_CLOCK:
        return [ONE_CLOCK[code]]
    zones = zones_of(code)
    territories = [zone for other in TERRITORIES.get(code, ()) for zone in zones_of(other)]
    named = _by_name(place, [*zones, *territories])
    if named := named or _in_territories(code, place, moment):
        return named
    if show_the_same(zones, moment):
        return zones[:1]
    return _of_city(code, place, moment) or _one_of_every(
        sorted(zones, key=_place_in_world), moment
    )


def is_called(zone: str, abbreviation: str | None, moment: dt.datetime) -> bool:
    """Whether the clocks of a zone at a moment of its own time are what an abbreviation means.

    Hours are compared first, letters second: in Vancouver, PDT is right for any day on which its
    clocks are seven hours behind UTC, whether they are called PDT or MST by then. In Boise, where
    nobody has ever said PDT, it is wrong even if the hours are the same.
    """
    if abbreviation is None:
        return False
    local, wanted = moment.replace(tzinfo=ZoneInfo(zone)), abbreviation.upper().strip()
    meant = offsets_of(wanted)
    if meant and local.utcoffset() not in meant:
        return False
    if is_offset(wanted):
        return True
    names = {letters for _, letters in letters_before(zone, moment.year)}
    spoken = {name for name in (local.tzname() or "", *names) if name.isalpha()}
    if not spoken:
        return bool(meant)  # a zone that has numbers for letters
    return wanted in spoken or bool(spoken & seasons_of(wanted))


def how_to_name_zone(place: Place | None, moment: dt.datetime) -> str:
    """What to write for a zone that has to be asked: the zones that it may be."""
    zones = possible_zones(place, moment) if place else []
    if not zones:
        return "write `zone`, such as Europe/Madrid, in the venue's file"
    listed = zones if len(zones) <= _MOST_LISTED else [*zones[:_MOST_LISTED], "another one"]
    return f"write `zone` in the venue's file: {listing(listed, 'or')}"


_MOST_LISTED = 4
"""Time zones that a message names."""


def _code_of(place: Place) -> str | None:
    """The code of a place's country, or of the territory of it in which the place lies."""
    code = country_code(place.country)
    for name in (place.state, place.city):
        territory = territory_code(code, name) if code and name else None
        if territory is not None:
            return territory
    if place.state is None and code != "US" and state_code("US", place.country):
        # "Atlanta, Georgia": a country has that name, too.
        is_american = bool(cities_called("US", place.city))
        return None if is_american else code
    return code


def _by_name(place: Place, zones: list[str]) -> list[str]:
    """The zone that is called by the city, where the country has it and no state decides."""
    if place.state is not None:
        return []
    city = plain_words(place.city)
    return [
        zone for zone in zones if plain_words(zone.rpartition("/")[2].replace("_", " ")) == city
    ]


def _in_territories(code: str, place: Place, moment: dt.datetime) -> list[str]:
    """The zones of a city that a country's territory has; none if no territory has it.

    Papeete, France has the clocks of Tahiti. Of Saint-Denis, France there is one near Paris, too,
    so both zones are given; Hamilton, UK is the one in Scotland, beside which Bermuda's is small.
    """
    if place.state is not None and state_code(code, place.state):
        return []
    territories = TERRITORIES.get(code, ())
    distant = [city for other in territories for city in cities_called(other, place.city)]
    near = cities_called(code, place.city) if distant else []
    return _zones_of_cities([*near, *distant], moment) if distant else []


def _of_city(code: str, place: Place, moment: dt.datetime) -> list[str]:
    """The zones of the cities that a place may be, or of its state; the largest city's first."""
    state = state_code(code, place.state) if place.state else None
    found = cities_called(code, place.city)
    if state is not None:
        found = [city for city in found if city.state == state]
        if not found:
            return _one_of_every(_listed(code, state), moment)
    elif not found and (state := state_code(code, place.city)):  # Bali, Indonesia
        return _one_of_every(_listed(code, state), moment)
    return _zones_of_cities(found, moment)


def _listed(code: str, state: str) -> list[str]:
    """The zones of a state in the order of their country's table."""
    return [zone for zone in zones_of(code) if zone in zones_in_state(code, state)]


def _zones_of_cities(cities: list[City], moment: dt.datetime) -> list[str]:
    """The zones of some cities, the largest one's first; that alone if others are small."""
    ordered = sorted(cities, key=lambda city: -city.thousands)
    for city in ordered[1:]:
        is_small = city.thousands * _LIKELIER_BY <= ordered[0].thousands
        if not is_small and not show_the_same((ordered[0].zone, city.zone), moment):
            return _one_of_every(dict.fromkeys(city.zone for city in ordered), moment)
    return [city.zone for city in ordered[:1]]


def _place_in_world(zone: str) -> int:
    """What puts zones in order that are known best before others of the same clocks."""
    return all_zones().index(zone) if zone in all_zones() else len(all_zones())


def _one_of_every(zones: Iterable[str], moment: dt.datetime) -> list[str]:
    """Zones whose clocks differ, the first of those that show the same."""
    found: list[str] = []
    for zone in zones:
        if not any(show_the_same((zone, other), moment) for other in found):
            found.append(zone)
    return found
