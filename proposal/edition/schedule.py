"""What happens when, and what is presented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from proposal.edition import wording
from proposal.edition.marked_values import Day
from proposal.edition.participants import Author, Person
from proposal.model.material_kinds import materials_of
from proposal.model.session_kinds import SessionKind
from proposal.model.speaker_record import Status
from proposal.model.talk_roles import ROLES, Role
from proposal.source.text import Prose


@dataclass(frozen=True, slots=True)
class Talk:
    """A keynote, an invited talk or a seat on the panel."""

    id: str
    person: Person
    """Who gives it, or the first of those who do."""
    role: Role
    status: Status
    title: str | None
    abstract: Prose | None
    slides: str | None = None
    video: str | None = None
    others: tuple[Person, ...] = ()
    """Who gives it together with `person`."""
    role_title: str | None = None
    """What it is called, where the role does not say enough."""
    remote: bool = False
    """Whether those who give it speak from afar."""

    @property
    def people(self) -> tuple[Person, ...]:
        """All who give it, in order."""
        return (self.person, *self.others)

    @property
    def names(self) -> str:
        """The names of all who give it, in a sentence."""
        return wording.joined([person.name for person in self.people])

    @property
    def addressed(self) -> str:
        """The names as it is announced with them: "Dr. Meng Jiang and Ed Chi"."""
        return wording.joined([person.addressed for person in self.people])

    @property
    def introduced(self) -> str:
        """The names with the institutions, and with the mark."""
        if not self.others:
            return self.person.introduced + wording.in_brackets(self.mark)
        people = wording.joined([person.with_affiliation for person in self.people])
        return people + wording.in_brackets(self.mark)

    @property
    def is_seat(self) -> bool:
        """Whether it is a seat on the panel, and no talk of its own."""
        return ROLES[self.role].is_seat

    @property
    def is_cancelled(self) -> bool:
        """Whether it was announced and does not take place."""
        return self.status == "cancelled"

    @property
    def mark(self) -> str:
        """What stands in brackets behind the names: "invited, remote"; empty without need.

        That it is cancelled is said by the title of its part of the schedule.
        """
        status = "invited" if self.status == "invited" else ""
        return ", ".join(filter(None, (status, "remote" if self.remote else "")))

    @property
    def full_mark(self) -> str:
        """The same where neither heading nor schedule says what it is: "moderator, remote"."""
        return ", ".join(filter(None, (self.role_title or ROLES[self.role].label, self.mark)))

    @property
    def materials(self) -> tuple[tuple[str, str], ...]:
        """What there is of it on the web: labels and addresses."""
        return materials_of(self)


@dataclass(frozen=True, slots=True)
class Paper:
    """An accepted paper."""

    id: str
    title: str
    authors: tuple[Author, ...]
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
    track: str | None = None
    """The track that it was sent to."""
    keywords: tuple[str, ...] = ()
    pages: str | None = None
    """The first and the last page with an en dash between them, or a single one."""
    doi: str | None = None

    @property
    def materials(self) -> tuple[tuple[str, str], ...]:
        """What there is of it on the web: labels and addresses, its DOI as the last one."""
        return materials_of(self, self.doi)

    @property
    def presenters(self) -> tuple[Author, ...]:
        """The authors who present it, as far as that is said."""
        return tuple(author for author in self.authors if author.presenter)

    @property
    def presented(self) -> str | None:
        """Who presents it: "Presented by Ada Lovelace and Alan Turing"."""
        names = [author.name for author in self.presenters]
        return f"Presented by {wording.joined(names)}" if names else None

    @property
    def corresponding(self) -> tuple[Author, ...]:
        """The authors to whom readers write."""
        return tuple(author for author in self.authors if author.corresponding)

    @property
    def corresponding_label(self) -> str:
        """What stands before their names."""
        return f"Corresponding author{'s' if len(self.corresponding) > 1 else ''}"


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
    seats: tuple[Talk, ...] = ()
    """The seats of the panelists."""

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
