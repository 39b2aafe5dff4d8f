"""What happens when, and what is presented."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from proposal.clocks import elapsed, shown_clock
from proposal.edition import wording
from proposal.edition.joining import JoinLink, on_site_alone, on_site_and_online
from proposal.edition.marked_values import Day
from proposal.edition.participants import Author, Person
from proposal.model.material_kinds import materials_of
from proposal.model.name_comparison import plain_words
from proposal.model.records.attendance_record import Attendance
from proposal.model.records.session_people import PARTS_PLAYED
from proposal.model.records.speaker_record import Status
from proposal.model.session_kinds import PAUSES, SessionKind
from proposal.model.talk_roles import ROLES, Role
from proposal.source.text import Prose
from proposal.words.language import ENGLISH, Language


class Talk(Struct, frozen=True):
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
    language: Language = ENGLISH

    @property
    def people(self) -> tuple[Person, ...]:
        """All who give it, in order."""
        return (self.person, *self.others)

    @property
    def names(self) -> str:
        """The names of all who give it, in a sentence."""
        return wording.joined([person.name for person in self.people], self.language)

    @property
    def addressed(self) -> str:
        """The names as it is announced with them: "Dr. Meng Jiang and Ed Chi"."""
        return wording.joined([person.addressed for person in self.people], self.language)

    @property
    def origins(self) -> str:
        """The institutions of all who give it, below their names; whose it is if one has none."""
        posts = [person.affiliation for person in self.people]
        known = dict.fromkeys(filter(None, posts))
        if len(posts) == 1 or None not in posts:
            return "; ".join(known)
        named = (
            person.affiliation + wording.in_brackets(person.name)
            for person in self.people
            if person.affiliation
        )
        return "; ".join(named)

    @property
    def introduced(self) -> str:
        """The names with the institutions, and with the mark."""
        if not self.others:
            return self.person.introduced + wording.in_brackets(self.mark)
        names = [person.with_affiliation for person in self.people]
        people = wording.joined(names, self.language)
        return people + wording.in_brackets(self.mark)

    @property
    def is_seat(self) -> bool:
        """Whether it is a seat on the panel, and no talk of its own."""
        return ROLES[self.role].is_seat

    @property
    def is_confirmed(self) -> bool:
        """Whether all who give it have agreed."""
        return self.status == "confirmed"

    @property
    def is_cancelled(self) -> bool:
        """Whether it was announced and does not take place."""
        return self.status == "cancelled"

    @property
    def mark(self) -> str:
        """What stands in brackets behind the names: "invited, remote"; empty without need.

        That it is cancelled is said by the title of its part of the schedule.
        """
        # Words: behind the name of somebody who has not agreed to speak yet.
        status = self.language.gettext("invited") if self.status == "invited" else ""
        # Words: behind the name of somebody who speaks from afar.
        remote = self.language.gettext("remote") if self.remote else ""
        return ", ".join(filter(None, (status, remote)))

    @property
    def full_mark(self) -> str:
        """The same where neither heading nor schedule says what it is: "moderator, remote"."""
        label = ROLES[self.role].label
        said = self.role_title or (self.language.gettext(label) if label else "")
        return ", ".join(filter(None, (said, self.mark)))

    @property
    def materials(self) -> tuple[tuple[str, str], ...]:
        """What there is of it on the web: labels and addresses."""
        return _named(materials_of(self), self.language)


def _named(
    materials: tuple[tuple[str, str], ...], language: Language
) -> tuple[tuple[str, str], ...]:
    """Labels in a language, and the addresses."""
    return tuple((language.gettext(label), address) for label, address in materials)


class Paper(Struct, frozen=True):
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
    is_archival: bool = True
    """Whether it is a part of the workshop's proceedings."""
    language: Language = ENGLISH

    @property
    def materials(self) -> tuple[tuple[str, str], ...]:
        """What there is of it on the web: labels and addresses, its DOI as the last one."""
        return _named(materials_of(self, self.doi), self.language)

    @property
    def ends_of_pages(self) -> int:
        """How many of its pages are named: a single one, or the first and the last."""
        return len(self.pages.split("\N{EN DASH}")) if self.pages else 0

    @property
    def shown_pages(self) -> str:
        """Its pages with what they are: "Pages 12–19", "Page 7"."""
        return self.language.ngettext(
            "Page %(pages)s", "Pages %(pages)s", self.ends_of_pages, pages=self.pages
        )

    @property
    def presenters(self) -> tuple[Author, ...]:
        """The authors who present it, as far as that is said."""
        return tuple(author for author in self.authors if author.presenter)

    @property
    def presented(self) -> str | None:
        """Who presents it: "Presented by Ada Lovelace and Alan Turing"."""
        if not self.presenters:
            return None
        names = wording.joined([author.name for author in self.presenters], self.language)
        return self.language.gettext("Presented by %(names)s", names=names)

    @property
    def corresponding(self) -> tuple[Author, ...]:
        """The authors to whom readers write."""
        return tuple(author for author in self.authors if author.corresponding)

    @property
    def corresponding_label(self) -> str:
        """What stands before their names."""
        return self.language.ngettext(
            "Corresponding author", "Corresponding authors", len(self.corresponding)
        )


class Slot(Struct, frozen=True):
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
    """The room, if it is not the edition's; of what is elsewhere, the whole place."""
    is_elsewhere: bool = False
    """Whether it does not take place in the venue's building; so is what alone is online."""
    attendance: Attendance | None = None
    """How people take part in it, if it is not as in the rest of its day."""
    track: str | None = None
    """Which of several tracks it belongs to."""
    chair: tuple[Person, ...] = ()
    moderator: tuple[Person, ...] = ()
    discussants: tuple[Person, ...] = ()
    join: tuple[JoinLink, ...] = ()
    """Where people join it online, if it is not where they join the day."""
    parts: tuple[Slot, ...] = ()
    """What happens in it at hours of its own."""
    within: str = ""
    """The id of the slot of which it is a part."""
    language: Language = ENGLISH

    @property
    def hours(self) -> str:
        """From when to when: 14:00–14:45."""
        return wording.hours(self.start, self.end)

    @property
    def anchor(self) -> str:
        """A name for it in addresses: 0930, 2027-08-26-0930, 1400-part-1415."""
        name = "-part-".join(filter(None, (self.within, self.id)))
        return name.replace(":", "").replace("T", "-")

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int(elapsed(self.start, self.end).total_seconds() // 60)

    @property
    def with_parts(self) -> tuple[Slot, ...]:
        """The slot and its parts."""
        return (self, *self.parts)

    @property
    def track_label(self) -> str:
        """The track as it is shown: Track A."""
        return wording.labelled(self.language.gettext("Track"), self.track)

    @property
    def room_label(self) -> str:
        """The room as it is shown: Room A1."""
        return wording.labelled(self.language.gettext("Room"), self.room)

    @property
    def place(self) -> str:
        """The track and the room: Track A, Room A1; empty if neither is said."""
        return ", ".join(filter(None, (self.track_label, self.room_label)))

    @property
    def shown_place(self) -> str:
        """Its place as it is shown."""
        return self.with_attendance(self.place)

    def with_attendance(self, place: str) -> str:
        """A place with how people take part there: Room A1, and online; Room A1, on site only."""
        if self.attendance == "hybrid":
            return on_site_and_online(place, self.language)
        if self.attendance == "on-site" and self.kind not in PAUSES:
            return on_site_alone(place, self.language)
        return place

    @property
    def leads(self) -> tuple[tuple[str, tuple[Person, ...]], ...]:
        """Who leads it, by what they do: "Chair" and the people."""
        led = ((getattr(self, key), labels) for key, labels in PARTS_PLAYED.items())
        return tuple(
            (self.language.ngettext(*labels, len(people)), people)
            for people, labels in led
            if people
        )

    def is_beside(self, other: Slot) -> bool:
        """Whether it takes place somewhere else, so that both may be at the same time."""
        places = [(slot.track, slot.room) for slot in (self, other)]
        if not all(any(place) for place in places):
            return False
        pairs = zip(*places, strict=True)
        return not any(one and two and one.casefold() == two.casefold() for one, two in pairs)


class Column(Struct, frozen=True):
    """What happens in one of several tracks or rooms, one thing after the other."""

    slots: tuple[Slot, ...]

    @property
    def label(self) -> str:
        """The track, with the room if all of it is there: Track A, Room A1."""
        return self.slots[0].place if self._is_in_one_room else self.slots[0].track_label

    def place_of(self, slot: Slot) -> str:
        """Where a slot is, as far as the label does not say it."""
        return slot.with_attendance("" if self._is_in_one_room else slot.room_label)

    def beginning_at(self, moment: dt.datetime) -> tuple[Slot, ...]:
        """What begins at a moment: one slot, unless something is wrong in the schedule."""
        return tuple(slot for slot in self.slots if slot.start == moment)

    @property
    def _is_in_one_room(self) -> bool:
        return len({slot.room for slot in self.slots}) == 1


class TableRow(Struct, frozen=True):
    """What begins at one time, by its columns."""

    cells: tuple[tuple[Slot, ...], ...]

    @property
    def hours(self) -> str:
        """From when to when, if all that begins then ends together; else when it begins."""
        slots = [slot for cell in self.cells for slot in cell]
        are_same = len({slot.end for slot in slots}) == 1
        return slots[0].hours if are_same else shown_clock(slots[0].start)


class Concurrent(Struct, frozen=True):
    """Slots that follow each other, or take place side by side."""

    slots: tuple[Slot, ...]
    order: tuple[str, ...] = ()
    """The tracks and rooms of the whole day, so that each has the same place all day."""

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
        return wording.hours(self.start, self.end)

    @property
    def minutes(self) -> int:
        """How long they take together."""
        return int(elapsed(self.start, self.end).total_seconds() // 60)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The slots of each track, or else of each room."""
        columns: dict[str, list[Slot]] = {name: [] for name in self.order}
        for slot in self.slots:
            columns.setdefault(slot.track_label or slot.room_label, []).append(slot)
        return tuple(Column(tuple(slots)) for slots in columns.values() if slots)

    @property
    def moments(self) -> tuple[dt.datetime, ...]:
        """When one of the slots begins or ends, in order: the lines of a grid."""
        return tuple(sorted({moment for slot in self.slots for moment in (slot.start, slot.end)}))

    def lines_of(self, slot: Slot) -> tuple[int, int]:
        """Between which lines of the grid a slot stands, as CSS counts them from 1 on."""
        return self.moments.index(slot.start) + 1, self.moments.index(slot.end) + 1

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """The rows of a table, one for each time at which slots begin."""
        starts = sorted({slot.start for slot in self.slots})
        return tuple(
            TableRow(tuple(column.beginning_at(start) for column in self.columns))
            for start in starts
        )


class ScheduleDay(Struct, frozen=True):
    """What happens on one day."""

    day: Day | None
    """The day; nothing if all of the workshop is on the same one."""
    slots: tuple[Slot, ...]


def by_day(slots: Iterable[Slot]) -> tuple[ScheduleDay, ...]:
    """A schedule by its days, each with its slots in their order; one day if there is only one.

    Where there are tracks or rooms, one may be written behind the other; slots then stand in the
    order of time.
    """
    days: dict[Day | None, list[Slot]] = {}
    for slot in slots:
        days.setdefault(slot.day, []).append(slot)
    for its_own in days.values():
        if any(slot.place for slot in its_own):
            its_own.sort(key=lambda slot: slot.start)
    ordered = sorted(days, key=lambda day: day.date if day else dt.date.min)
    return tuple(ScheduleDay(day, tuple(days[day])) for day in ordered)


def concurrent(slots: Iterable[Slot]) -> list[Concurrent]:
    """The slots in their order, those together that take place at the same time.

    Slots follow one another in the same track, and stand together with what lies beside them.
    """
    listed = list(slots)
    order = tuple(dict.fromkeys(slot.track_label or slot.room_label for slot in listed))
    groups: list[list[Slot]] = []
    for slot in listed:
        is_meanwhile = groups and any(
            other.start < slot.end and slot.start < other.end for other in groups[-1]
        )
        if is_meanwhile:
            groups[-1].append(slot)
        else:
            groups.append([slot])
    return [Concurrent(tuple(group), order) for group in groups]


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
