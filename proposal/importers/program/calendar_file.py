"""Reads a schedule from a calendar file (iCalendar, RFC 5545), as nearly every system exports it.

How a title and its speakers stand in an event differs. Known are pretalx 2026.2
(`schedule/domain/ical.py`: "Title - Names"), frab 0.7 (`index.ics.ri_cal`, the same), Indico 3.3
(`events/ical.py`: "Speakers: …" above the description, "Room (Venue)") and our own
(`proposal/render/calendar.py`: the edition in brackets behind each title).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

from icalendar import Calendar, Component, vDDDTypes, vDuration
from msgspec import Struct, field

from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.program.plain_sessions import without_tags
from proposal.importers.program.scheduled import (
    ScheduledPerson,
    ScheduledProgram,
    ScheduledSession,
)
from proposal.importers.program.unplaced import listed
from proposal.model.affiliated import name_and_affiliation, split_outside
from proposal.model.session_kinds import kind_of_session

OWN = "proposal"
"""The system of calendars that `proposal build` has written."""

_SYSTEMS = (
    ("//proposal//Workshop calendars", OWN),
    ("//pretalx//", "pretalx"),
    ("ri_cal", "frab"),
    ("//INDICO//", "Indico"),
)
"""The systems by what stands in a calendar's PRODID."""
_TRACK = re.compile(r", Track (\S{1,4})$")
"""What our own calendars write behind a title: `Oral Session 1, Track A`."""
_MOST_EVENTS = 5_000
_COMMA = re.compile(r",")


def is_calendar(raw: bytes) -> bool:
    """Whether a file is a calendar, by how it begins."""
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper() == b"BEGIN:VCALENDAR"


def program_of_calendar(raw: bytes) -> ScheduledProgram:
    """The schedule in a calendar file.

    Raises:
        ImportSourceError: it is damaged, holds no event with hours, or names an unknown time zone.
    """
    try:
        calendars = Calendar.from_ical(_with_hours_marked(raw), multiple=True)
    except (ValueError, IndexError, RecursionError, UnicodeDecodeError) as reason:
        said = " ".join(str(reason).split())[:160]
        raise ImportSourceError(
            f"this calendar cannot be read ({said}); export it again"
        ) from reason
    reading = _CalendarEvents()
    for calendar in calendars:
        reading.calendar(calendar)
    if not reading.sessions:
        raise ImportSourceError("this calendar has no event with hours")
    return ScheduledProgram(
        source=f"{reading.system}, calendar",
        sessions=tuple(sorted(reading.sessions, key=_order)),
        diagnostics=tuple(reading.left_out()),
    )


def _order(session: ScheduledSession) -> dt.datetime:
    """Moments with and without a zone in one order."""
    return session.start.replace(tzinfo=None)


class _CalendarEvents(Struct):
    """Makes sessions of the events of calendars."""

    system: str = "iCalendar"
    brand: str = ""
    """What our own calendars write in brackets behind each title."""
    sessions: list[ScheduledSession] = field(default_factory=list)
    whole_days: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    described: int = 0
    """How many events have a description of which nothing is taken."""

    def calendar(self, calendar: Component) -> None:
        """Read the events of a calendar."""
        made_by = str(calendar.get("PRODID", ""))
        self.system = next((name for mark, name in _SYSTEMS if mark in made_by), self.system)
        self.brand = str(calendar.get("X-WR-CALNAME", "")) if self.system == OWN else ""
        events = calendar.walk("VEVENT")
        if len(events) > _MOST_EVENTS:
            raise ImportSourceError(f"this calendar has more than {_MOST_EVENTS} events")
        for event in events:
            self.event(event)

    def event(self, event: Component) -> None:
        """Read an event, unless it has no hours or takes place again and again."""
        summary = _line(event, "SUMMARY")
        if any(key in event for key in ("RRULE", "RDATE")):
            self.repeated.append(summary)
            return
        start, end = _span(event)
        if isinstance(start, dt.date) and not isinstance(start, dt.datetime):
            self.whole_days.append(summary)
            return
        if not isinstance(start, dt.datetime) or not summary:
            self.unread.append(summary)
            return
        _refuse_unknown_zone(event, summary)
        description = str(event.get("DESCRIPTION", "")).strip()
        title, people = self.title_and_people(summary, description)
        self.described += bool(description) and self.system not in {OWN, "pretalx"}
        track = _TRACK.search(title) if self.system == OWN else None
        self.sessions.append(
            ScheduledSession(
                title=title[: track.start()] if track else title,
                start=start,
                end=end if isinstance(end, dt.datetime) else None,
                kind=_kind_in(event),
                number=str(event.get("UID", "")),
                people=tuple(people),
                room=self.room(_line(event, "LOCATION")),
                track=track[1] if track else "",
                abstract=description if self.system == "pretalx" else "",
                lines=tuple(description.splitlines()) if self.system == OWN else (),
                is_cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED",
            )
        )

    def title_and_people(
        self, summary: str, description: str
    ) -> tuple[str, Iterable[ScheduledPerson]]:
        """What an event is called, and who speaks, as far as the system is known to say it."""
        if self.system in {"pretalx", "frab"} and " - " in f"{summary} ":
            title, _, names = f"{summary} ".rpartition(" - ")
            return title.strip(), _people(names)
        if self.system == "Indico":
            first = description.partition("\n")[0]
            names = first.removeprefix("Speakers:") if first.startswith("Speakers:") else ""
            return summary, _people(names)
        if self.system == OWN:
            return _without_brand(summary, self.brand), ()
        return summary, ()

    def room(self, location: str) -> str:
        """The room of an event."""
        # such as Room 115 (Main Building)
        match = re.fullmatch(r"(.+?) \(([^()]+)\)", location) if self.system == "Indico" else None
        return match[1] if match else location

    def left_out(self) -> SourceDiagnostics:
        """What was left out."""
        found = SourceDiagnostics()
        for titles, why in (
            (self.whole_days, "of whole days"),
            (self.repeated, "repeated by a rule (RRULE, RDATE)"),
            (self.unread, "without a title, or without a start that can be read"),
        ):
            if titles:
                count = "1 event is" if len(titles) == 1 else f"{len(titles)} events are"
                message = f"{count} {why}, and left out: {listed(titles)}"
                hint = "write what belongs to the schedule into program.yaml, with its hours"
                found.warn("unscheduled", message, None, hint)
        if self.described:
            count = "1 event has" if self.described == 1 else f"{self.described} events have"
            message = f"{count} a description, of which nothing is taken but names of speakers"
            found.note("left-out", message, "calendars hold anything there; abstracts are not sure")
        return found


def _line(event: Component, key: str) -> str:
    """A text of an event in one line, without tags that some systems leave in it."""
    return " ".join(without_tags(str(event.get(key, ""))).split())


_HOURS_ALONE = re.compile(rb"^DURATION(?:;[^:\r\n]*)?:(?=\+?PT)", re.IGNORECASE | re.MULTILINE)
"""A length without days, whose hours are those that pass: `DURATION:PT24H`."""
_PASSING = "X-PASSING"


def _with_hours_marked(raw: bytes) -> bytes:
    """A calendar in which lengths without days stand under a name of their own.

    icalendar reads P1D and PT24H as one length, and does not keep what was written.
    """
    return _HOURS_ALONE.sub(f"{_PASSING};VALUE=DURATION:".encode(), raw)


def _span(event: Component) -> tuple[Any, Any]:
    """When an event begins and ends, as far as it says it."""
    start, end, days, hours = (
        _moment_of(event.get(key)) for key in ("DTSTART", "DTEND", "DURATION", _PASSING)
    )
    if end is None and isinstance(start, dt.datetime):
        if isinstance(hours, dt.timedelta):
            end = _behind(start, dt.timedelta(), hours)
        elif isinstance(days, dt.timedelta):
            whole = dt.timedelta(days=days.days)
            end = _behind(start, whole, days - whole)
    if isinstance(end, dt.datetime) and isinstance(start, dt.datetime):
        end = end if (end.tzinfo is None) == (start.tzinfo is None) else None
    return start, end


def _behind(start: dt.datetime, days: dt.timedelta, hours: dt.timedelta) -> dt.datetime:
    """When an event ends: days are of the calendar, hours are those that pass (RFC 5545, 3.3.6).

    In the night of a change of clocks, PT8H from 22:00 ends at 7:00 or at 5:00.
    """
    day = start + days
    if day.tzinfo is None:
        return day + hours
    return (day.astimezone(dt.UTC) + hours).astimezone(day.tzinfo)


def _moment_of(value: object) -> Any:
    """A day, a moment or a duration; nothing for what is damaged, or stands twice."""
    return value.dt if isinstance(value, vDDDTypes | vDuration) else None


def _refuse_unknown_zone(event: Component, summary: str) -> None:
    """Refuse a zone that the calendar names, does not define, and nobody knows.

    Raises:
        ImportSourceError: the event has one.
    """
    start: Any = event.get("DTSTART")
    zone = str(start.params.get("TZID", ""))
    if zone and start.dt.tzinfo is None:
        raise ImportSourceError(
            f"“{summary}” is in the time zone `{zone}`, which the calendar does not define and "
            "nobody knows; write a name such as Europe/Berlin in its place, or export it in UTC"
        )


def _kind_in(event: Component) -> str:
    """The category of an event, if it is the name of a kind."""
    categories = event.get("CATEGORIES")
    listed_ones = categories if isinstance(categories, list) else [categories]
    names = [str(name) for one in listed_ones for name in getattr(one, "cats", ())]
    return next((name for name in names if kind_of_session(name, has_papers=False)), "")


def _people(names: str) -> Iterator[ScheduledPerson]:
    """People in a line, whose institutions may stand in brackets behind their names."""
    for item in split_outside(names, _COMMA):
        name, affiliation = name_and_affiliation(item.strip())
        if name.strip():
            yield ScheduledPerson(name.strip(), affiliation=affiliation or "")


def _without_brand(summary: str, brand: str) -> str:
    """A title of our own without the edition: `Keynote: Ann Author (WSP 2026, to be confirmed)`."""
    match = re.fullmatch(rf"(.+?) \({re.escape(brand)}(?:, [^()]*)?\)", summary) if brand else None
    return match[1] if match else summary
