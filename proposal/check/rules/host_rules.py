"""Rules on the host conference: the edition fits it, and its own facts fit together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.clocks import show_the_same
from proposal.diagnostics import Diagnostic
from proposal.edition.wording import day, days
from proposal.model.countries import TERRITORIES, countries_of, country_code
from proposal.model.fields import NO_ROOMS
from proposal.model.records.attendance_record import NO_PLACES
from proposal.reading.places import Place, how_to_name_zone, possible_zones

_YEAR = re.compile(r"(?<!\d)(?:\d\d)?(\d\d)(?!\d)")
"""A year in four digits or two: `WSDM 2026`, `WSDM '26`."""


def outside_conference(subject: Subject) -> Iterator[Diagnostic]:
    """Outside of the conference's days there is no room, and nobody to fill it."""
    venue = subject.edition.venue
    if venue.start is None or venue.end is None:
        return
    for number, date in enumerate(subject.edition.when.date.all):
        if not venue.start.date <= date <= venue.end.date:
            held = days(venue.start.date, venue.end.date)
            message = f"the workshop ({day(date)}) is outside of {venue.acronym} ({held})"
            span = subject.files.edition.place("when", number, "date")
            hint = "correct the day here, or `start` and `end` in the conference's file"
            yield diagnostic("outside-conference", message, span, hint)


def conference_year(subject: Subject) -> Iterator[Diagnostic]:
    """ACM's conference line has the short name with its year, and a copied one has last year's."""
    year = subject.edition.venue.year
    host = subject.folder.venues[subject.files.edition.venue]
    acronyms = [(host.acronym, host.place("acronym"))]
    acronyms += [(other.acronym, other.place("acronym")) for other in host.together_with]
    for acronym, span in acronyms:
        years = _YEAR.findall(acronym or "")
        if year and years and f"{year % 100:02}" not in years:
            message = f"`{acronym}` takes place in {year}"
            yield diagnostic("conference-year", message, span, "correct one of the years")


def conference_twice(subject: Subject) -> Iterator[Diagnostic]:
    """A conference that is listed beside itself is named twice on all pages."""
    host = subject.folder.venues[subject.files.edition.venue]
    seen = {(host.series or "").casefold()}
    for conference in host.together_with:
        series = conference.series.casefold()
        if series in seen:
            message = f"the conference {conference.series} is here a second time"
            hint = "delete it under `together_with`, or write the other conference there"
            yield diagnostic("conference-twice", message, conference.place("series"), hint)
        seen.add(series)


def zone_country(subject: Subject) -> Iterator[Diagnostic]:
    """A schedule in another country's time makes everybody who listens from afar miss it."""
    venue = subject.edition.venue
    if venue.city is None or venue.country is None:
        return
    zone, code = venue.zone.key, country_code(venue.country)
    place = Place(venue.city, venue.state, venue.country)
    noon = dt.datetime.combine(subject.edition.when.date.date, dt.time(12))
    likely = possible_zones(place, noon)
    if code is None or not likely:
        return
    span = subject.folder.venues[subject.files.edition.venue].place("zone")
    followers = countries_of(zone)
    hint = f"write {likely[0]}" if len(likely) == 1 else how_to_name_zone(place, noon)
    if followers and not followers & {code, *TERRITORIES.get(code, ())}:
        message = f"{zone} is no time zone of {venue.country}"
        yield diagnostic("zone-country", message, span, hint)
    elif followers and code not in followers:
        return  # of a territory, whose towns are not all known
    elif not any(show_the_same((zone, other), noon) for other in likely):
        message = f"the clocks of {venue.place} are not those of {zone}"
        yield diagnostic("zone-country", message, span, hint)


def country_in_city(subject: Subject) -> Iterator[Diagnostic]:
    """A city with its country, as one types it in a form, is printed with that twice."""
    host = subject.folder.venues[subject.files.edition.venue]
    people = subject.folder.people.values() if subject.is_first else ()
    posts = [post for person in people for post in person.affiliations]
    places = [
        (host.city, (host.state, host.country), host.place("city")),
        *((post.city, (post.state, post.country), post.place("city")) for post in posts),
    ]
    for city, areas, span in places:
        alone, named = city or "", ""
        for area in filter(None, reversed(areas)):  # Boise, Idaho, USA
            match = re.fullmatch(rf"(.*\S)\s*,\s*{re.escape(area)}", alone, re.IGNORECASE)
            if match is not None:
                alone, named = match[1], f"{area}, {named}"
        if named:
            message = f"`{city}` names {named}which is printed behind the city"
            yield diagnostic("country-in-city", message, span, f"write `city: {alone}`")


def online_as_city(subject: Subject) -> Iterator[Diagnostic]:
    """Search engines and calendars look for a town called Online, and say nothing of joining it."""
    city = subject.edition.venue.city
    if city is None or not NO_PLACES.fullmatch(city):
        return
    host = subject.folder.venues[subject.files.edition.venue]
    says_so = (
        "" if subject.edition.is_online else ", and write `attendance: online` in edition.yaml"
    )
    hint = f"delete `city` and `country`{says_so}"
    message = f"`{city}` is no city"
    yield diagnostic("online-as-city", message, host.place("city"), hint)


def online_as_room(subject: Subject) -> Iterator[Diagnostic]:
    """People look for a door called Zoom, and nothing says that they take part from afar."""
    files = subject.files
    days = ((day.room, day) for day in files.edition.when)
    slots = ((slot.room, slot) for slot in files.program)
    for room, record in ((files.edition.room, files.edition), *days, *slots):
        if room and NO_ROOMS.fullmatch(room):
            message = f"`{room}` is no room"
            yield diagnostic("online-as-room", message, record.place("room"), _WITHOUT_ROOM)


_WITHOUT_ROOM = (
    "delete `room`, and write `attendance: online`; where people join is `join: https://…`"
)

HOST: tuple[Rule, ...] = (
    outside_conference,
    conference_year,
    conference_twice,
    zone_country,
    country_in_city,
    online_as_city,
    online_as_room,
)
