"""What happens when, and what is presented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from proposal.edition import wording
from proposal.edition.marked_values import Day
from proposal.edition.participants import Person
from proposal.model.material_kinds import materials_of
from proposal.model.session_kinds import SessionKind
from proposal.model.speaker_record import Role, Status
from proposal.source.text import Prose


@dataclass(frozen=True, slots=True)
class Talk:
    """A keynote, an invited talk or a seat on the panel."""

    id: str
    person: Person
    role: Role
    status: Status
    title: str | None
    abstract: Prose | None
    slides: str | None = None
    video: str | None = None

    @property
    def materials(self) -> tuple[tuple[str, str], ...]:
        """What there is of it on the web: labels and addresses."""
        return materials_of(self)


@dataclass(frozen=True, slots=True)
class Paper:
    """An accepted paper."""

    id: str
    title: str
    authors: tuple[Person, ...]
    abstract: Prose | None
    award: str | None
    pdf: str | None
    code: str | None
    data: str | None
    slides: str | None = None
    poster: str | None = None
    video: str | None = None
    supplement: str | None = None
    kind: str | None = None
    """What its kind is called: "Short paper"."""
    keywords: tuple[str, ...] = ()
    pages: str | None = None
    """The first and the last page with an en dash between them, or a single one."""
    doi: str | None = None

    @property
    def materials(self) -> tuple[tuple[str, str], ...]:
        """What there is of it on the web: labels and addresses, its DOI as the last one."""
        return materials_of(self, self.doi)


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the schedule, in the venue's local time."""

    start: dt.datetime
    end: dt.datetime
    kind: SessionKind | Role
    title: str
    talk: Talk | None
    papers: tuple[Paper, ...]
    panelists: tuple[Person, ...]
    is_tentative: bool = False
    """Whether its hours are still to be confirmed."""
    day: Day | None = None
    """On which of the workshop's days it is, if there are several."""
    invited: frozenset[str] = frozenset()
    """The ids of those panelists who have not agreed yet."""

    @property
    def hours(self) -> str:
        """From when to when: 14:00–14:45."""
        return wording.clocks(self.start.time(), self.end.time())

    @property
    def anchor(self) -> str:
        """A name for the slot in addresses: 0930; of several days, 2027-08-26-0930."""
        hour = f"{self.start:%H%M}"
        return f"{self.day.date.isoformat()}-{hour}" if self.day else hour

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int((self.end - self.start).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class ScheduleDay:
    """What happens on one day."""

    day: Day | None
    """The day; nothing if all of the workshop is on the same one."""
    slots: tuple[Slot, ...]


def by_day(slots: Iterable[Slot]) -> tuple[ScheduleDay, ...]:
    """A schedule by its days, each with its slots in their order; one day if there is only one."""
    days: dict[Day | None, list[Slot]] = {}
    for slot in slots:
        days.setdefault(slot.day, []).append(slot)
    ordered = sorted(days, key=lambda day: day.date if day else dt.date.min)
    return tuple(ScheduleDay(day, tuple(days[day])) for day in ordered)
