"""Makes calendar files (RFC 5545) of the programme, of each talk, and of the deadlines.

The same data make the same bytes on any day: what a calendar calls the time of its making is
the beginning of the workshop's day. An event keeps its identifier when its hour changes, so
that whoever takes in a newer file has the event moved and not doubled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import chain, count
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vText,
)

from proposal.clocks import letters_of, offset_name
from proposal.edition import wording
from proposal.edition.edition import Dates, Deadline, Edition, Paper, Person, Slot, Talk
from proposal.model.fields import AOE
from proposal.render.files import UNSEALED, sealed
from proposal.render.plain import plain_line, plain_statement
from proposal.source.text import Prose


def calendars(edition: Edition, page: str | None = None) -> dict[str, bytes]:
    """The calendar files of an edition by name.

    `schedule.ics` holds the programme, or the whole workshop as long as there is none;
    `dates.ics` the days that authors must know; `talk-ID.ics` one keynote or invited talk.

    Args:
        edition: the resolved edition.
        page: the address of the edition's page; the series' home page if it is not known.
    """
    making = _Making(edition, page or edition.url)
    events: list[Event] = []
    of_talks: dict[str, list[Event]] = {}
    for name, slot in _named(edition.schedule):
        event = making.slot(name, slot)
        events.append(event)
        if slot.talk is not None and slot.talk.role != "panelist":
            of_talks.setdefault(slot.talk.id, []).append(event)
    files = {
        "schedule.ics": making.file(making.brand, events or [making.workshop()]),
        "dates.ics": making.file(f"{making.brand} dates", making.dates()),
    }
    for talk, its_events in of_talks.items():
        files[f"talk-{talk}.ics"] = making.file(making.brand, its_events)
    return files


def _named(schedule: Iterable[Slot]) -> Iterator[tuple[str, Slot]]:
    """The slots with names that outlast a change of the hours: of talks, or of kinds counted."""
    taken: set[str] = set()
    for slot in schedule:
        base = f"talk-{slot.talk.id}" if slot.talk else str(slot.kind)
        numbered = (f"{base}-{number}" for number in count(2))
        name = next(each for each in chain([base], numbered) if each not in taken)
        taken.add(name)
        yield name, slot


@dataclass(frozen=True, slots=True)
class _Making:
    edition: Edition
    page: str | None

    @property
    def brand(self) -> str:
        return f"{self.edition.acronym} {self.edition.year}"

    def file(self, name: str, events: Iterable[Event]) -> bytes:
        """A file with some events, and with what their time zone means."""
        calendar = Calendar()
        calendar.add("prodid", "-//proposal//Workshop calendars//EN")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        calendar.add("x-data-digest", UNSEALED)
        calendar.add("x-wr-calname", plain_line(name))
        for event in events:
            calendar.add_component(event)
        zones = [
            _timezone(ZoneInfo(name), self.edition.when.date.date)
            for name in sorted(calendar.get_missing_tzids())
        ]
        calendar.subcomponents[:0] = zones
        return sealed(calendar.to_ical().decode()).encode()

    def event(self, name: str, summary: str, paragraphs: Iterable[str], url: str | None) -> Event:
        """An event that has no time yet."""
        edition = self.edition
        host = (urlsplit(edition.url).hostname if edition.url else None) or "workshop.invalid"
        midnight = dt.datetime.combine(edition.when.date.date, dt.time(), dt.UTC)
        event = Event()
        event.add("uid", f"{edition.acronym.lower()}-{edition.year}-{name}@{host}")
        event.add("dtstamp", midnight)
        event.add("summary", plain_line(summary))
        event.add("description", "\n\n".join(each for each in (*paragraphs, self.page) if each))
        if url:
            event.add("url", url)
        if edition.contact is not None and edition.contact.email:
            organizer = vCalAddress(f"mailto:{edition.contact.email}")
            organizer.params["cn"] = vText(plain_line(edition.contact.name))
            event.add("organizer", organizer)
        return event

    def at_venue(self, event: Event, start: dt.datetime, end: dt.datetime) -> Event:
        edition = self.edition
        place = (edition.room, edition.venue.site, edition.venue.place)
        event.add("dtstart", start)
        event.add("dtend", end)
        event.add("location", plain_line(", ".join(filter(None, place))))
        event.add("status", "CONFIRMED")
        return event

    def workshop(self) -> Event:
        edition = self.edition
        told = [plain_line(edition.title), _plain(edition.abstract)]
        event = self.event("workshop", self.brand, told, self.page)
        return self.at_venue(event, edition.when.start, edition.when.end)

    def slot(self, name: str, slot: Slot) -> Event:
        who = f": {slot.talk.person.addressed}" if slot.talk else ""
        told = _of_talk(slot.talk) if slot.talk else []
        told += [_of_paper(paper) for paper in slot.papers]
        told += ["\n".join(map(_of_person, slot.panelists))]
        event = self.event(name, f"{slot.title}{who} ({self.brand})", told, self.page)
        return self.at_venue(event, slot.start, slot.end)

    def dates(self) -> list[Event]:
        """The days that authors must know, which take no time from anybody's day."""
        events = []
        for each in fields(Dates):
            deadline: Deadline | None = getattr(self.edition.dates, each.name)
            if deadline is None:
                continue
            sent_to = self.edition.submissions.url if each.name == "submission" else None
            told = [*_of_deadline(deadline), sent_to or ""]
            summary = f"{self.brand}: {deadline.label}"
            event = self.event(f"date-{each.name}", summary, told, sent_to or self.page)
            event.add("dtstart", deadline.day.date)
            event.add("dtend", deadline.day.date + dt.timedelta(days=1))
            event.add("transp", "TRANSPARENT")
            events.append(event)
        return events


def _of_talk(talk: Talk) -> list[str]:
    title = plain_line(talk.title) if talk.title else ""
    return [title, _of_person(talk.person), _plain(talk.abstract)]


def _of_person(person: Person) -> str:
    return plain_line(", ".join(filter(None, (person.addressed, person.affiliation))))


def _of_paper(paper: Paper) -> str:
    authors = wording.joined([each.name for each in paper.authors])
    return f"{plain_line(paper.title)}\n{plain_line(authors)}"


def _of_deadline(deadline: Deadline) -> list[str]:
    told = []
    if deadline.was:
        told.append(f"Extended from {', then '.join(map(str, deadline.was))}.")
    if deadline.zone:
        ends = deadline.ends.astimezone(dt.UTC)
        told.append(f"The day ends on {wording.day(ends.date())}, {ends:%H:%M} UTC.")
        if deadline.zone == AOE:
            told.append("By then it has ended anywhere on Earth (AoE).")
    return [plain_line(" ".join(told))]


def _plain(text: Prose | None) -> str:
    """Somebody's own text, each paragraph in one line, since calendars break lines themselves."""
    return plain_statement(text) if text else ""


@lru_cache(maxsize=256)  # each file of an edition tells the same zone, which takes long to find
def _timezone(zone: ZoneInfo, day: dt.date) -> Timezone:
    """What a time zone means from the year before a day to the year after it."""
    component = Timezone()
    component.add("tzid", zone.key)
    before = dt.datetime(day.year - 1, 1, 1, tzinfo=zone)
    component.add_component(_observance(before, before))
    for after in _changes(zone, before, dt.datetime(day.year + 2, 1, 1, tzinfo=zone)):
        component.add_component(_observance(before, after))
        before = after
    return component


def _changes(zone: ZoneInfo, start: dt.datetime, end: dt.datetime) -> Iterator[dt.datetime]:
    """The moments from which on clocks show another offset from UTC."""
    day, minute = dt.timedelta(days=1), dt.timedelta(minutes=1)
    moment, last = start.astimezone(dt.UTC), end.astimezone(dt.UTC)
    while moment < last:
        here = moment.astimezone(zone).utcoffset()
        low, high = moment, moment + day
        if high.astimezone(zone).utcoffset() != here:
            while high - low > minute:  # between the two, clocks are changed
                middle = low + (high - low) // 2 // minute * minute
                is_later = middle.astimezone(zone).utcoffset() != here
                low, high = (low, middle) if is_later else (middle, high)
            yield high.astimezone(zone)
        moment += day


def _observance(before: dt.datetime, onset: dt.datetime) -> TimezoneStandard | TimezoneDaylight:
    """What holds from `onset` on; RFC 5545 tells its hour by the clock as it was before."""
    offset = before.utcoffset() or dt.timedelta()
    component = TimezoneDaylight() if onset.dst() else TimezoneStandard()
    component.add("dtstart", onset.astimezone(dt.UTC).replace(tzinfo=None) + offset)
    component.add("tzoffsetfrom", offset)
    component.add("tzoffsetto", onset.utcoffset() or dt.timedelta())
    component.add("tzname", letters_of(onset) or offset_name(onset).replace("\N{MINUS SIGN}", "-"))
    return component
