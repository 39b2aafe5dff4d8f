"""When does a calendar let something begin?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import icalendar

from proposal.audit.with_each_other.locations import Spot, wrong
from proposal.audit.with_each_other.source_lines import Writing
from proposal.audit.with_each_other.statements import Deadline, Moment, Said, Told, Where
from proposal.diagnostics import Diagnostic
from proposal.reading.deadline_kinds import name_of_date

_DAMAGE = (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError)
"""What the library raises for calendars that break the format's rules."""

_SERIES = re.compile(r"\s*\([^()]*\b20\d\d\)\s*$")


def read_calendar(writing: Writing) -> Told | Diagnostic:
    """The events of a calendar."""
    told = Told(writing.file, writing)
    try:
        calendar = icalendar.Calendar.from_ical(writing.text.replace("\n", "\r\n"))
        events = calendar.walk("VEVENT")
    except _DAMAGE as reason:
        message = f"this calendar cannot be read: {str(reason) or type(reason).__name__}"
        hint = "export it again from the calendar that it comes from"
        return wrong("cannot-be-read", message, Spot(writing.spans[0]), hint)
    begins = [n for n, line in enumerate(writing.lines) if line.strip() == "BEGIN:VEVENT"]
    for index, event in enumerate(events):
        first = begins[index] if index < len(begins) else 0
        try:
            _event(writing, event, first, told)
        except _DAMAGE as reason:
            message = f"this event cannot be read: {str(reason) or type(reason).__name__}"
            return wrong("cannot-be-read", message, Spot(writing.spans[first]))
    return told


def _event(writing: Writing, event: icalendar.Component, first: int, told: Told) -> None:
    summary = str(event.get("SUMMARY", "")).strip()
    told.said.append(Said(summary, _line(writing, "SUMMARY", first), is_item=True))
    if place := str(event.get("LOCATION", "")).strip():
        told.places.append(Where(place, _line(writing, "LOCATION", first)))
    begins, ends = event.decoded("DTSTART", None), event.decoded("DTEND", None)
    spot = _line(writing, "DTSTART", first)
    of = _SERIES.sub("", summary)
    if isinstance(begins, dt.datetime):
        time, end = _in_zone(begins), _in_zone(ends) if isinstance(ends, dt.datetime) else None
        if time is not None:
            told.moments.append(Moment(f"the calendar’s “{of}”", time, spot, None, of, end))
    elif isinstance(begins, dt.date):
        name = name_of_date(of.rpartition(":")[2])
        if name is not None:
            told.deadlines.append(Deadline(name, begins, spot))


def _in_zone(time: dt.datetime) -> dt.datetime | None:
    """An instant; nothing for a time without a zone, which is another one everywhere."""
    return time if time.tzinfo is not None else None


def _line(writing: Writing, key: str, first: int) -> Spot:
    """The line of an event on which a property stands."""
    for number in _lines_of_event(writing, first):
        if re.match(rf"{key}\b", writing.lines[number]):
            return Spot(writing.spans[number])
    return Spot(writing.spans[first])


def _lines_of_event(writing: Writing, first: int) -> Iterator[int]:
    for number in range(first, len(writing.lines)):
        yield number
        if writing.lines[number].startswith("END:VEVENT"):
            return
