"""What calendars know of an edition: the memory that makes a newer event a newer one.

A calendar that has taken in an event takes a later version of it only if its sequence number is
higher (RFC 5545, 3.8.7.4; RFC 5546, 2.1.5), and removes one only if it is told that the event is
cancelled. Nothing in the other data tells how an event was published before, so it is kept here.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from proposal.model.fields import Identifier, Line
from proposal.model.record import Record

EventStatus = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


class CalendarEvent(Record):
    """An item of `data/editions/YEAR/calendar.yaml`, which `proposal build` writes."""

    uid: Line = Field(examples=["wsp-2024-opening@example.org"])
    """The identifier by which calendars know the event; it never changes."""
    calendar: Literal["schedule", "dates"] = Field(examples=["schedule"])
    """The file that holds the event: `schedule.ics` or `dates.ics`."""
    sequence: int = Field(ge=0, examples=[1])
    """How often the event has changed since it was first published."""
    stamp: Line = Field(
        examples=["2024-08-25T00:01:00Z"], pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"
    )
    """What the event gives as the time of its last change, in UTC."""
    digest: Line = Field(examples=["0c9a35d0"], pattern=r"^[0-9a-f]+$")
    """What tells the published event from a changed one."""
    status: EventStatus = Field(examples=["CONFIRMED"])
    """What calendars show: a cancelled event stays, so that calendars learn of it."""
    kind: Line = Field(examples=["break"])
    """What happens: a kind of slot, a role, or the key of a deadline."""
    talk: Identifier | None = Field(None, examples=["ada-lovelace"])
    """The id of the talk, by which its event is found again."""
    title: Line = Field(examples=["Coffee break"])
    """The title, by which an event without a talk is found again."""
    papers: list[Identifier] = Field(default_factory=list, examples=[["short-title"]])
    """The ids of the papers that are presented, which tell sessions apart."""
    start: Line = Field(examples=["2024-08-25T14:00:00"])
    """When it begins, in local time; of a deadline, the day."""
    end: Line = Field(examples=["2024-08-25T14:45:00"])
    """When it ends, in local time; of a deadline, the next day."""
    zone: Line | None = Field(None, examples=["Europe/Madrid"])
    """The time zone; a deadline has none."""
    summary: Line = Field(examples=["Coffee break (WSP 2024)"])
    """The line that calendars show."""
    location: Line | None = Field(None, examples=["Room 114, Barcelona, Spain"])
    """Where it takes place; of dates, only the workshop has a place."""
