"""Reads when a calendar lets something begin."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from msgspec.structs import replace

from proposal.audit.with_each_other.stated.deadline_statements import OPENING, name_of_label
from proposal.audit.with_each_other.stated.statements import (
    PageContent,
    StatedDays,
    StatedDeadline,
    StatedPlace,
    StatedTime,
    TextRun,
)
from proposal.model.deadline_kinds import WORKSHOP
from proposal.reading.locations import Location
from proposal.reading.source_document import DatedEvent, SourceDocument

_SERIES = re.compile(r"\s*\([^()]*\b20\d\d\)\s*$")
"""The series behind a title: ` (GenAIRecP 2026)`."""


def read_calendar(document: SourceDocument) -> PageContent:
    """The events of a calendar."""
    content = PageContent(document)
    for event in _with_days_in_one(document.events):
        _read_event(event, content)
    return content


_LONGEST = dt.timedelta(days=7)
"""How long a workshop takes of which every day is an event of its own."""
_ONE_DAY = dt.timedelta(days=1)
_NUMBER_OF_DAY = re.compile(
    r"\b(?:\d|first|second|third|fourth|last)(?:st|nd|rd|th)?\b", re.IGNORECASE
)
"""Which of the days an event is: `Workshop, day 2`, `Second workshop day`."""


def _with_days_in_one(events: Iterable[DatedEvent]) -> list[DatedEvent]:
    """Events of which those that are the days of one workshop, called alike, have become one."""
    found: list[DatedEvent] = []
    places: dict[str, int] = {}
    for event in events:
        start, title = event.start, _NUMBER_OF_DAY.sub("", event.summary)
        if isinstance(start, dt.datetime) or start is None or _name_of(event) != WORKSHOP:
            found.append(event)
            continue
        first = found[places[title]] if title in places else None
        since = start - first.start if first is not None and first.start else None
        if first is not None and since is not None and _ONE_DAY <= since < _LONGEST:
            found[places[title]] = replace(first, end=event.end or start + _ONE_DAY)
        else:
            places[title] = len(found)
            found.append(event)
    return found


def _name_of(event: DatedEvent) -> str | None:
    """The kind of the date that an event of whole days is."""
    title = _SERIES.sub("", event.summary)
    return name_of_label(title.rpartition(":")[2].strip(), is_listed=True)


def _read_event(event: DatedEvent, content: PageContent) -> None:
    places = {name: Location(span) for name, span in event.lines.items()}
    content.runs.append(TextRun(event.summary, places["SUMMARY"], is_item=True))
    if event.place:
        content.places.append(StatedPlace(event.place, places["LOCATION"]))
    location, title = places["DTSTART"], _SERIES.sub("", event.summary)
    if isinstance(event.start, dt.datetime):
        start, end = _instant(event.start), _instant(event.end)
        if start is not None:
            source = f"the calendar’s “{title}”"
            content.times.append(StatedTime(source, start, location, None, title, end))
    elif event.start is not None:
        name = _name_of(event)
        if name is not None and not OPENING.search(title):
            content.deadlines.append(StatedDeadline(name, event.start, location))
            if name == WORKSHOP and (last := _last_day(event)) > event.start:
                content.days.append(StatedDays(event.start, last, location, is_own=False))


def _last_day(event: DatedEvent) -> dt.date:
    """The last day of an event of whole days, which ends with the beginning of the next one."""
    if event.end is None or isinstance(event.end, dt.datetime):
        return event.start or dt.date.min
    return event.end - dt.timedelta(days=1)


def _instant(time: dt.date | None) -> dt.datetime | None:
    """An instant; nothing for a time without a zone, which is another one everywhere."""
    return time if isinstance(time, dt.datetime) and time.tzinfo is not None else None
