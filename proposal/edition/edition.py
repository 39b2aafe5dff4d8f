"""What one edition of a workshop is, after everything that refers to something is resolved.

The names of these classes' fields are the names of facts: what prose quotes as
`{{ venue.city }}` is `Edition.venue.city`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Literal, Self, TypeVar
from zoneinfo import ZoneInfo

from proposal.diagnostics import Span
from proposal.edition import wording
from proposal.edition.host_call import Call
from proposal.edition.links import LinkCollection
from proposal.edition.sponsor import Sponsor
from proposal.model.deadline_kinds import DEADLINE_NAMES, WORKSHOP
from proposal.model.edition_record import DocumentKind, Role, Status
from proposal.model.material_kinds import materials_of
from proposal.model.published_events import CalendarEvent
from proposal.model.rights import Rights
from proposal.model.session_kinds import SessionKind
from proposal.model.variant import AccessibleStandard, Variant
from proposal.source.reference import Reference
from proposal.source.text import Prose

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, which prints as ACM writes it, and says so if it is still to be confirmed."""

    date: dt.date
    is_tentative: bool = False
    """Whether it was worked out or guessed, so that it never stands without its mark."""

    def __str__(self) -> str:
        return wording.marked(wording.day(self.date), is_tentative=self.is_tentative)

    @property
    def weekday(self) -> str:
        """The name of the day of the week."""
        return f"{self.date:%A}"

    @property
    def year(self) -> int:
        """The year."""
        return self.date.year


@dataclass(frozen=True, slots=True)
class Collection(Generic[T]):
    """Facts of one kind in order; prose selects from them and sets them as a block."""

    kind: str
    """The name of the template that sets them."""
    items: tuple[T, ...] = ()
    is_of_invited: bool = False
    """Whether they were selected for not having agreed yet, so that nobody has to be told."""

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A post as it was on the edition's day."""

    institution: str
    department: str | None
    city: str | None
    state: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class PersonLink:
    """A page on which somebody is found, other than their own and ORCID's."""

    id: str
    """The name of its kind, as `github`, or of its host."""
    label: str
    """What it is called: GitHub."""
    url: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as they were on the edition's day."""

    id: str
    name: str
    family_name: str | None = None
    """The part of the name that bibliographies sort by, where the data say it."""
    affiliations: tuple[Affiliation, ...] = ()
    honorific: str | None = None
    pronouns: str | None = None
    """How the person is spoken of: she/her."""
    email: str | None = None
    orcid: str | None = None
    homepage: str | None = None
    links: tuple[PersonLink, ...] = ()
    """Where else the person is found, in the order of their kinds."""
    photo: Path | None = None
    """The portrait's file."""
    photo_span: Span | None = None
    """Where the portrait is named."""
    biography: Prose | None = None
    name_native: str | None = None
    """The name in the person's own script."""
    native_language: str | None = None
    """Its language, if it is said."""
    span: Span | None = None
    """Where the person's file begins."""

    @property
    def affiliation(self) -> str | None:
        """The institutions in one line."""
        return ", ".join(post.institution for post in self.affiliations) or None

    @property
    def addressed(self) -> str:
        """The name as a talk is announced with it: Dr. Meng Jiang."""
        return wording.NO_BREAK_SPACE.join(filter(None, (self.honorific, self.name)))


@dataclass(frozen=True, slots=True)
class Organizer:
    """An organizer in the author block."""

    person: Person
    corresponding: bool
    equal: bool
    is_contact: bool
    role: str | None = None
    """The part in organizing: General Chair."""


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee beside the program committee."""

    id: str
    """The name in plain letters: `steering-committee`."""
    name: str
    members: tuple[Person, ...]
    span: Span | None = None
    """Where it is described."""


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
    invited: frozenset[str] = frozenset()
    """The ids of those panelists who have not agreed yet."""

    @property
    def hours(self) -> str:
        """From when to when: 14:00–14:45."""
        return wording.clocks(self.start.time(), self.end.time())

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return int((self.end - self.start).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is due; it prints as the day that holds now."""

    label: str
    day: Day
    was: tuple[Day, ...]
    zone: str | None
    """The zone in which the day ends, where the data say it: "AoE", or an IANA zone."""
    ends: dt.datetime
    """The first moment after the day, in that zone, or else in the venue's."""
    is_open = False

    def __str__(self) -> str:
        mark = wording.TO_BE_CONFIRMED if self.day.is_tentative else None
        notes = ", ".join(filter(None, (self.zone, mark)))
        words = wording.day(self.day.date)
        return f"{words} ({notes})" if notes else words


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates that authors must know, each an attribute by the name of its kind."""

    named: Mapping[str, Deadline] = field(default_factory=dict)
    """Those that are known, by name, with the workshop's own day as the last."""
    submission_is_open: bool = False
    """Whether papers are due on a day that is not for the public yet."""
    to_be_announced: tuple[str, ...] = ()
    """The labels of those that have a day which is not for the public yet, in their order."""

    def __getattr__(self, name: str) -> Deadline | None:
        """The deadline of a kind; nothing if it is not known.

        Raises:
            AttributeError: there is no such kind.
        """
        if name not in DEADLINES:
            raise AttributeError(name)
        return self.named.get(name)

    @property
    def listed(self) -> tuple[Deadline, ...]:
        """All of them in the order of the calendar."""
        return tuple(sorted(self.named.values(), key=lambda deadline: deadline.day.date))

    @property
    def lines(self) -> tuple[Deadline | OpenDeadline, ...]:
        """The lines of a list: the days in their order, and before the workshop what is open."""
        is_workshop = [deadline == self.named.get(WORKSHOP) for deadline in self.listed]
        place = is_workshop.index(True) if any(is_workshop) else len(is_workshop)
        open_ones = tuple(map(OpenDeadline, self.to_be_announced))
        return (*self.listed[:place], *open_ones, *self.listed[place:])


class OpenDeadline(str):
    """A line in a list of deadlines that says "to be announced" in place of a day."""

    __slots__ = ("label",)

    label: str
    was: tuple[Day, ...] = ()
    zone: str | None = None
    is_open = True

    def __new__(cls, label: str) -> Self:
        """The line of something that is due on a day which is not announced yet."""
        self = super().__new__(cls, wording.TO_BE_ANNOUNCED)
        self.label = label
        return self


DEADLINES = (*DEADLINE_NAMES, WORKSHOP)
"""The names of the dates that authors must know."""


@dataclass(frozen=True, slots=True)
class When:
    """The day of the workshop and its hours, in the venue's time zone."""

    date: Day
    start: dt.datetime
    end: dt.datetime

    @property
    def hours(self) -> str:
        """From when to when: 14:00–18:00."""
        return wording.clocks(self.start.time(), self.end.time())

    @property
    def length(self) -> Literal["full-day", "half-day"]:
        """What a call for workshops calls it."""
        hours = (self.end - self.start) / dt.timedelta(hours=1)
        return "full-day" if hours >= wording.FULL_DAY_HOURS else "half-day"


@dataclass(frozen=True, slots=True)
class Venue:
    """The host conference."""

    series: str
    name: str
    acronym: str
    start: Day
    end: Day
    site: str | None
    city: str
    state: str | None
    country: str
    zone: ZoneInfo
    url: str | None
    proceedings: str
    """The title of the proceedings."""
    proceedings_acronym: str
    """The short name of the proceedings, with its year; nearly always the conference's."""
    call: Call
    """What the conference's call asks of each document."""
    is_tentative: bool = False
    """Whether days and place are still to be confirmed."""
    address: str | None = None
    """The street and number of the building."""
    map: str | None = None
    """The address of a map."""

    @property
    def place(self) -> str:
        """City, state and country, with the mark of a place that is to be confirmed."""
        place = ", ".join(filter(None, (self.city, self.state, self.country)))
        return wording.marked(place, is_tentative=self.is_tentative)

    @property
    def dates(self) -> str:
        """From the first to the last day: August 25–29, 2024; marked if they are tentative."""
        days = wording.days(self.start.date, self.end.date)
        return wording.marked(days, is_tentative=self.is_tentative)

    @property
    def year(self) -> int:
        """The year of the conference."""
        return self.start.year

    @property
    def booktitle(self) -> str:
        """The proceedings as ACM's reference format names them, with conference and place.

        Of a tentative conference one mark stands behind days and place.
        """
        days = wording.days(self.start.date, self.end.date)
        return f"{self.proceedings} ({self.proceedings_acronym}), {days}, {self.place}"


class Estimate(int):
    """A number of people or pages; it prints with its mark if it is still to be confirmed."""

    is_tentative: bool

    def __new__(cls, number: int, *, is_tentative: bool = False) -> Self:
        """A number, and whether it is still to be confirmed."""
        self = super().__new__(cls, number)
        self.is_tentative = is_tentative
        return self

    def __str__(self) -> str:
        return wording.marked(int.__repr__(self), is_tentative=self.is_tentative)


@dataclass(frozen=True, slots=True)
class Pages:
    """How long a paper may be."""

    min: Estimate | None
    max: Estimate


@dataclass(frozen=True, slots=True)
class Submissions:
    """How papers are sent in."""

    url: str | None = None
    system: str | None = None
    pages: Pages | None = None
    excludes: tuple[str, ...] = ()
    review: str | None = None
    archival: bool | None = None
    policy: Prose | None = None
    is_tentative: bool = False
    """Whether all but the addresses and the system is still to be confirmed."""
    template: str | None = None
    """Where authors get the template."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who comes."""

    expected: Estimate


@dataclass(frozen=True, slots=True)
class PastEdition:
    """A line in the table of the series so far."""

    ordinal: int
    day: Day
    host: str
    place: str
    url: str | None
    """The page of an edition that has no folder here."""
    submissions: int | None
    accepted: int | None
    attendees: int | None
    is_unsettled: bool = False
    """Whether neither its day nor its place is confirmed, so that it is only announced."""

    @property
    def year(self) -> int:
        """The year of that workshop."""
        return self.day.year


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of ACM's Computing Classification System."""

    path: tuple[str, ...]
    id: str | None
    significance: int


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF that is made of the edition."""

    name: str
    """The name of its files: `camera-ready`, or `camera-ready-preprint` if asked for beside it."""
    kind: DocumentKind
    """The key in `edition.yaml`, and the template that sets it."""
    variant: Variant
    standard: AccessibleStandard | None
    """The standard of a PDF with tags; nothing if it has none."""
    accessible_version: str | None
    """The name of its version with tags, `camera-ready-accessible`, if that is made beside it."""
    is_version: bool
    """Whether it is the version with tags of a document that is made, too."""
    text: Prose
    title: str
    subtitle: str | None
    rights: Rights | None
    """What ACM's message says; reviewers' variants have none."""
    year: int
    """The year of publication."""
    first_page: int | None
    short_title: str | None
    """The title in the running head, if one was written for it."""
    short_authors: str
    authors_per_row: int | None
    prints_reference: bool
    """Whether the ACM Reference Format is printed."""
    prints_page_numbers: bool
    prints_native_names: bool
    """Whether names in the authors' own scripts stand in the author block."""
    is_public: bool
    """Whether the website offers it."""
    acknowledgments: Prose | None
    page_limit: int | None
    """The most pages that the conference's call allows, where all pages count."""
    answers: dict[str, str]
    """Which section answers a demand of the call, where its heading does not tell."""
    span: Span | None
    """Where the document is described in `edition.yaml`."""

    @property
    def is_anonymous(self) -> bool:
        """Whether it must not tell who wrote it."""
        return self.variant == "anonymous"

    @property
    def is_accessible(self) -> bool:
        """Whether tags tell assistive technology what is a heading, a table or a picture."""
        return self.standard is not None

    @property
    def is_for_review(self) -> bool:
        """Whether its lines are numbered, and nothing says that it is published."""
        return self.variant in ("submission", "anonymous")

    @property
    def is_for_print(self) -> bool:
        """Whether production takes it, and so everything that production asks for."""
        is_final = self.kind == "camera-ready" and self.variant == "final"
        return is_final and not self.is_accessible

    @property
    def class_options(self) -> tuple[str, ...]:
        """What acmart is told besides the format (acmart's guide, "Invocation and options")."""
        if self.is_anonymous:
            return ("review", "anonymous")
        if self.is_for_review:
            return ("review",)
        is_acms = self.rights is not None and not self.rights.is_open
        # `nonacm` would drop the conference, the DOI and the reference; this keeps them and says
        # what ACM wants said of a paper that its authors post.
        return ("authorversion",) if self.variant == "preprint" and is_acms else ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: what its documents, its website and its calendar say."""

    year: int
    ordinal: int
    acronym: str
    name: str
    """The series' name, without the ordinal."""
    url: str | None
    venue: Venue
    when: When
    room: str | None
    organizers: Collection[Organizer]
    biographies: Collection[Person]
    contact: Person | None
    """Who is written to; of an address that is no person's, a person with that alone."""
    abstract: Prose
    keywords: Collection[str]
    topics: Collection[str]
    concepts: tuple[Concept, ...]
    speakers: Collection[Talk]
    dates: Dates
    submissions: Submissions
    committee: Collection[Person]
    audience: Audience | None
    schedule: Collection[Slot]
    papers: Collection[Paper]
    editions: Collection[PastEdition]
    committees: Collection[Committee] = Collection("committees")
    """Those beside the program committee."""
    other_contacts: tuple[Person, ...] = ()
    """Who else is written to."""
    sponsors: Collection[Sponsor] = Collection("sponsors")
    """By their levels, the highest first."""
    links: LinkCollection = field(default_factory=LinkCollection)
    overview: Prose | None = None
    """The website's introduction."""
    references: dict[str, Reference] = field(default_factory=dict)
    published: tuple[CalendarEvent, ...] = ()
    """What calendars have said of the edition so far."""
    documents: dict[str, Document] = field(default_factory=dict)
    """By name; accessible versions stand behind the documents that they are versions of."""

    @property
    def title(self) -> str:
        """The name with its ordinal: "Third Workshop on …"."""
        return f"{wording.ordinal_word(self.ordinal)} {self.name}"

    @property
    def contacts(self) -> tuple[Person, ...]:
        """All who are written to."""
        return (self.contact, *self.other_contacts) if self.contact else ()

    @property
    def is_unsettled(self) -> bool:
        """Whether neither its day nor its place is confirmed: an edition that is all guesses."""
        return self.when.date.is_tentative and self.venue.is_tentative

    def announced(self, role: Role) -> tuple[Talk, ...]:
        """The talks or seats of one role, in order; nobody is announced who has not agreed."""
        return tuple(
            talk for talk in self.speakers if talk.role == role and talk.status == "confirmed"
        )

    def slot_of(self, event: Talk | Paper) -> Slot | None:
        """When a talk or a paper is presented, if the schedule says it."""
        for slot in self.schedule:
            if slot.talk == event or event in slot.papers:
                return slot
        return None


def open_points(edition: Edition) -> str:
    """A sentence on what of day and place is to be confirmed; empty if both are certain."""
    parts = {"day": edition.when.date.is_tentative, "place": edition.venue.is_tentative}
    names = [f"the {name}" for name, is_open in parts.items() if is_open]
    if not names:
        return ""
    verb = "is" if len(names) == 1 else "are"
    return f"{wording.joined(names)} {verb} {wording.TO_BE_CONFIRMED}.".capitalize()
