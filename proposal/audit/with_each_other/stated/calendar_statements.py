"""Reads when a calendar lets something begin."""

from __future__ import annotations

import datetime as dt
import re

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
    for event in document.events:
        _read_event(event, content)
    return content


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
        name = name_of_label(title.rpartition(":")[2].strip(), is_listed=True)
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
