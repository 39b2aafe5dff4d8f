"""Where is a place, and which time zone does its clock follow?"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo, available_timezones

from proposal.model.countries import all_zones, country_code, zones_of
from proposal.model.names import words

_US = {
    "America/New_York": "Connecticut CT, Delaware DE, District of Columbia DC, Florida FL, "
    "Georgia GA, Maine ME, Maryland MD, Massachusetts MA, New Hampshire NH, New Jersey NJ, "
    "New York NY, North Carolina NC, Ohio OH, Pennsylvania PA, Rhode Island RI, "
    "South Carolina SC, Vermont VT, Virginia VA, West Virginia WV",
    "America/Detroit": "Michigan MI",
    "America/Indiana/Indianapolis": "Indiana IN",
    "America/Kentucky/Louisville": "Kentucky KY",
    "America/Chicago": "Alabama AL, Arkansas AR, Illinois IL, Iowa IA, Kansas KS, Louisiana LA, "
    "Minnesota MN, Mississippi MS, Missouri MO, Nebraska NE, North Dakota ND, Oklahoma OK, "
    "South Dakota SD, Tennessee TN, Texas TX, Wisconsin WI",
    "America/Denver": "Colorado CO, Montana MT, New Mexico NM, Utah UT, Wyoming WY",
    "America/Boise": "Idaho ID",
    "America/Phoenix": "Arizona AZ",
    "America/Los_Angeles": "California CA, Nevada NV, Oregon OR, Washington WA",
    "America/Anchorage": "Alaska AK",
    "Pacific/Honolulu": "Hawaii HI",
}
_CANADA = {
    "America/Halifax": "Nova Scotia NS, Prince Edward Island PE, New Brunswick NB",
    "America/St_Johns": "Newfoundland and Labrador NL",
    "America/Toronto": "Ontario ON, Quebec QC, Québec QC",
    "America/Winnipeg": "Manitoba MB",
    "America/Regina": "Saskatchewan SK",
    "America/Edmonton": "Alberta AB",
    "America/Vancouver": "British Columbia BC",
}
_AUSTRALIA = {
    "Australia/Sydney": "New South Wales NSW, Australian Capital Territory ACT",
    "Australia/Melbourne": "Victoria VIC",
    "Australia/Brisbane": "Queensland QLD",
    "Australia/Adelaide": "South Australia SA",
    "Australia/Perth": "Western Australia WA",
    "Australia/Hobart": "Tasmania TAS",
    "Australia/Darwin": "Northern Territory NT",
}
_STATES = {"US": _US, "CA": _CANADA, "AU": _AUSTRALIA}
"""For countries with several zones: the states in which most clocks follow one of them."""

_ONE_CLOCK = {"CL", "CN", "CY", "DE", "EC", "ES", "MY", "NZ", "PT", "UA"}
"""Countries whose other zones are those of islands and exclaves."""

_SEASONLESS = {"PT": "P", "MT": "M", "CT": "C", "ET": "E"}
_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conference takes place."""

    city: str
    state: str | None
    country: str
    site: str | None = None


def read_place(text: str) -> Place | None:
    """Take "Boise, Idaho, USA" apart; nothing if no country is told from the city."""
    parts = [part for each in text.split(",") if (part := " ".join(each.split()).strip(" .;"))]
    if not parts:
        return None
    if len(parts) == 1:
        is_country = country_code(parts[0]) is not None
        return Place(parts[0], None, parts[0]) if is_country else None
    country = parts[-1]
    if len(parts) == 2:
        return Place(parts[0], None, country)
    site = ", ".join(parts[:-3]) or None
    return Place(parts[-3], parts[-2], country, site)


def spelled_out(place: Place) -> Place:
    """The place with its state's full name, as data files have it: Idaho for ID."""
    code = country_code(place.country)
    country = "USA" if code == "US" else place.country
    for states in _STATES.get(code or "", {}).values():
        for each in states.split(", "):
            name, _, short = each.rpartition(" ")
            if place.state is not None and words(place.state) == words(short):
                return Place(place.city, name, country, place.site)
    return Place(place.city, place.state, country, place.site)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time zone that was worked out."""

    zone: str
    """The IANA zone."""
    is_certain: bool
    """Whether there is no other zone that it could be."""
    agrees: bool
    """Whether the zone's abbreviation on that day is the one that was given."""


def work_out_zone(place: Place | None, abbreviation: str | None, moment: dt.datetime) -> Clock:
    """The zone of a place at a moment, with an abbreviation such as MST as a hint.

    The place decides; the abbreviation chooses between several zones of the place, and stands
    alone where the place is not known.
    """
    candidates = _zones_at(place) if place else []
    agreeing = [each for each in candidates if _is_called(each, abbreviation, moment)]
    if agreeing:
        return Clock(agreeing[0], is_certain=True, agrees=True)
    if candidates:
        return Clock(candidates[0], is_certain=len(candidates) == 1, agrees=abbreviation is None)
    if abbreviation:
        for zone in all_zones():
            if _is_called(zone, abbreviation, moment):
                return Clock(zone, is_certain=False, agrees=True)
    return Clock("UTC", is_certain=False, agrees=abbreviation is None)


def abbreviation_of(zone: str, moment: dt.datetime) -> str:
    """What the clocks of a zone are called at a moment of their own time."""
    return moment.replace(tzinfo=ZoneInfo(zone)).tzname() or zone


def _is_called(zone: str, abbreviation: str | None, moment: dt.datetime) -> bool:
    if abbreviation is None:
        return False
    local = moment.replace(tzinfo=ZoneInfo(zone))
    wanted = abbreviation.upper().strip()
    if match := _OFFSET.match(wanted):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        sign = 1 if match[1] == "+" else -1
        return local.utcoffset() == dt.timedelta(minutes=sign * minutes)
    name = local.tzname() or ""
    if wanted in _SEASONLESS:
        return name in {f"{_SEASONLESS[wanted]}ST", f"{_SEASONLESS[wanted]}DT"}
    return name == wanted


def _zones_at(place: Place) -> list[str]:
    """The zones that a place may have, the likeliest first."""
    code = country_code(place.country)
    of_country = zones_of(code) if code else []
    by_state = _zone_of_state(code, place.state) if code else None
    by_city = [
        each
        for each in (of_country if code else sorted(available_timezones()))
        if words(each.rpartition("/")[2].replace("_", " ")) == words(place.city)
    ]
    first = [*by_city, *([by_state] if by_state else [])]
    if first:
        return first[:1]
    return of_country[:1] if code in _ONE_CLOCK else of_country


def _zone_of_state(code: str | None, state: str | None) -> str | None:
    if code is None or state is None:
        return None
    for zone, states in _STATES.get(code, {}).items():
        for each in states.split(", "):
            name, _, short = each.rpartition(" ")
            if words(state) in (words(name), words(short)):
                return zone
    return None
