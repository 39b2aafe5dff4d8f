"""Where people take part from afar, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from proposal.model.attendance_record import JOIN_ONLINE, Attendance, JoinRecord

ONLINE_TOO: frozenset[Attendance | None] = frozenset({"hybrid", "online"})
"""How people take part where they can do so from afar."""

ONLINE = "Online"
"""The place of what has no city."""


@dataclass(frozen=True, slots=True)
class JoinLink:
    """An address at which people take part from afar."""

    label: str | None
    """What it is called, if the data say it."""
    url: str
    note: str | None = None
    """What they need to know to join."""
    is_over = True
    """Whether it is of no use any more when the workshop is over."""

    def __str__(self) -> str:
        return self.url

    @property
    def name(self) -> str:
        """What a list calls it."""
        return self.label or JOIN_ONLINE

    @property
    def action(self) -> str:
        """What a button says that leads there."""
        return f"{JOIN_ONLINE}: {self.label}" if self.label else JOIN_ONLINE

    @property
    def line(self) -> str:
        """The whole of it in a line: "Join online: https://… (The passcode is …)"."""
        note = f" ({self.note})" if self.note else ""
        return f"{self.name}: {self.url}{note}"


def join_links(records: Iterable[JoinRecord]) -> tuple[JoinLink, ...]:
    """The addresses that the data give."""
    return tuple(JoinLink(record.label, record.url, record.note) for record in records)


def place_of(city: str | None, state: str | None, country: str | None) -> str:
    """City, state and country; "Online" for a conference that is in no city."""
    return ", ".join(filter(None, (city or ONLINE, state, country)))


def workshop_place(attendance: Attendance | None, city: str | None, place: str) -> str:
    """Where a workshop takes place.

    Args:
        attendance: how people take part, if that is said.
        city: that of the host conference, if it has one.
        place: that of the host conference, in words.
    """
    if attendance == "hybrid":
        return f"{place}, and online"
    if attendance == "online" and city:
        return f"{ONLINE}; conference in {place}"
    return place
