"""What happens when, and what is presented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from proposal.edition import wording
from proposal.edition.marked_values import Day
from proposal.edition.participants import Author, Person
from proposal.model.material_kinds import materials_of
from proposal.model.name_comparison import plain_words
from proposal.model.session_kinds import SessionKind
from proposal.model.session_people import PARTS_PLAYED
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
    kind: SessionKind | Role | Literal["other"]
    title: str
    """What it is called; empty for a part that its papers' titles describe."""
    talk: Talk | None
    papers: tuple[Paper, ...]
    panelists: tuple[Person, ...]
    is_tentative: bool = False
    """Whether its hours are still to be confirmed."""
    day: Day | None = None
    """On which of the workshop's days it is, if there are several."""
    seats: tuple[Talk, ...] = ()
    """The seats of the panelists."""
    id: str = ""
    """The time at which it begins, and the track or room if others begin then, too."""
    question: str | None = None
    """What a panel or a discussion is about."""
    room: str | None = None
    """The room, if it is not the edition's."""
    track: str | None = None
    """Which of several tracks it belongs to."""
    chair: tuple[Person, ...] = ()
    moderator: tuple[Person, ...] = ()
    discussants: tuple[Person, ...] = ()
    parts: tuple[Slot, ...] = ()
    """What happens in it at hours of its own."""
    within: str = ""
    """The id of the slot of which it is a part."""

    @property
    def hours(self) -> str:
        """From when to when: 14:00–14:45."""
        return wording.clocks(self.start.time(), self.end.time())

    @property
    def anchor(self) -> str:
        """A name for it in addresses: 0930, 2027-08-26-0930, 1400-part-1415."""
        name = "-part-".join(filter(None, (self.within, self.id)))
        return name.replace(":", "").replace("T", "-")

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int((self.end - self.start).total_seconds() // 60)

    @property
    def with_parts(self) -> tuple[Slot, ...]:
        """The slot and its parts."""
        return (self, *self.parts)

    @property
    def track_label(self) -> str:
        """The track as it is shown: Track A."""
        return wording.labelled("Track", self.track)

    @property
    def room_label(self) -> str:
        """The room as it is shown: Room A1."""
        return wording.labelled("Room", self.room)

    @property
    def place(self) -> str:
        """The track and the room: Track A, Room A1; empty if neither is said."""
        return ", ".join(filter(None, (self.track_label, self.room_label)))

    @property
    def leads(self) -> tuple[tuple[str, tuple[Person, ...]], ...]:
        """Who leads it, by what they do: "Chair" and the people."""
        led = ((getattr(self, key), labels) for key, labels in PARTS_PLAYED.items())
        return tuple((labels[len(people) > 1], people) for people, labels in led if people)

    def is_beside(self, other: Slot) -> bool:
        """Whether it takes place somewhere else, so that both may be at the same time."""
        places = [(slot.track, slot.room) for slot in (self, other)]
        if not all(any(place) for place in places):
            return False
        pairs = zip(*places, strict=True)
        return not any(one and two and one.casefold() == two.casefold() for one, two in pairs)


@dataclass(frozen=True, slots=True)
class Concurrent:
    """Slots that follow each other, or take place side by side."""

    slots: tuple[Slot, ...]

    @property
    def is_parallel(self) -> bool:
        """Whether there is more than one at a time."""
        return len(self.slots) > 1

    @property
    def start(self) -> dt.datetime:
        """When the first one begins."""
        return min(slot.start for slot in self.slots)

    @property
    def end(self) -> dt.datetime:
        """When the last one ends."""
        return max(slot.end for slot in self.slots)

    @property
    def hours(self) -> str:
        """From when to when: 14:00–14:45."""
        return wording.clocks(self.start.time(), self.end.time())

    @property
    def minutes(self) -> int:
        """How long they take together."""
        return int((self.end - self.start).total_seconds() // 60)

    @property
    def columns(self) -> tuple[tuple[str, tuple[Slot, ...]], ...]:
        """The slots of each track, or else of each room, under its label."""
        columns: dict[str, list[Slot]] = {}
        for slot in self.slots:
            columns.setdefault(slot.track_label or slot.room_label, []).append(slot)
        return tuple((label, tuple(slots)) for label, slots in columns.items())


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


def concurrent(slots: Iterable[Slot]) -> list[Concurrent]:
    """The slots in their order, those together that take place at the same time.

    Slots follow one another in the same track, and stand together with what lies beside them.
    """
    groups: list[list[Slot]] = []
    for slot in slots:
        is_meanwhile = groups and any(
            other.start < slot.end and slot.start < other.end for other in groups[-1]
        )
        if is_meanwhile:
            groups[-1].append(slot)
        else:
            groups.append([slot])
    return [Concurrent(tuple(group)) for group in groups]


def at_same_hours(slots: Iterable[Slot]) -> list[tuple[Slot, ...]]:
    """The slots in their order, those together that begin and end at the same time."""
    groups = groupby(slots, key=lambda slot: (slot.start, slot.end))
    return [tuple(group) for _, group in groups]


def slot_names(slots: Sequence[Slot]) -> list[str]:
    """The names of slots in facts and addresses: the time at which each begins, and the day.

    Slots that begin together are told apart by track and room: `14:00-track-a`.
    """
    clocks = [_moment_of(slot) for slot in slots]
    names = [
        "-".join([clock, *plain_words(slot.place)]) if clocks.count(clock) > 1 else clock
        for slot, clock in zip(slots, clocks, strict=True)
    ]
    return [
        f"{name}-{names[:number].count(name) + 1}" if name in names[:number] else name
        for number, name in enumerate(names)
    ]


def _moment_of(slot: Slot) -> str:
    clock = wording.clock(slot.start.time())
    return f"{slot.day.date.isoformat()}T{clock}" if slot.day else clock
