"""What one edition of a workshop is, after everything that refers to something is resolved.

The names of these classes' fields are the names of facts: what prose quotes as
`{{ venue.city }}` is `Edition.venue.city`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Literal, TypeVar
from zoneinfo import ZoneInfo

from proposal.diagnostics import Span
from proposal.edition import wording
from proposal.edition.call import Call
from proposal.model.edition import DocumentKind, Role, Status
from proposal.model.program import Kind
from proposal.model.rights import Rights
from proposal.model.variant import Variant
from proposal.source.reference import Reference
from proposal.source.text import Prose

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, which prints as ACM writes it."""

    date: dt.date

    def __str__(self) -> str:
        return wording.day(self.date)

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
class Person:
    """Somebody as they were on the edition's day."""

    id: str
    name: str
    affiliations: tuple[Affiliation, ...] = ()
    honorific: str | None = None
    email: str | None = None
    orcid: str | None = None
    homepage: str | None = None
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
        return ", ".join(each.institution for each in self.affiliations) or None

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


@dataclass(frozen=True, slots=True)
class Talk:
    """A keynote, an invited talk or a seat on the panel."""

    id: str
    person: Person
    role: Role
    status: Status
    title: str | None
    abstract: Prose | None


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


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the programme, in the venue's local time."""

    start: dt.datetime
    end: dt.datetime
    kind: Kind | Role
    title: str
    talk: Talk | None
    papers: tuple[Paper, ...]
    panelists: tuple[Person, ...]

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

    def __str__(self) -> str:
        return f"{self.day} ({self.zone})" if self.zone else str(self.day)


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates that authors must know, by name."""

    submission: Deadline | None = None
    notification: Deadline | None = None
    camera_ready: Deadline | None = None
    registration: Deadline | None = None
    workshop: Deadline | None = None

    @property
    def listed(self) -> tuple[Deadline, ...]:
        """All of them in the order of the calendar."""
        named = (getattr(self, name) for name in self.__slots__)
        return tuple(sorted((each for each in named if each), key=lambda each: each.day.date))


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

    @property
    def place(self) -> str:
        """City, state and country."""
        return ", ".join(filter(None, (self.city, self.state, self.country)))

    @property
    def dates(self) -> str:
        """From the first to the last day: August 25–29, 2024."""
        return wording.days(self.start.date, self.end.date)

    @property
    def year(self) -> int:
        """The year of the conference."""
        return self.start.year

    @property
    def booktitle(self) -> str:
        """The proceedings as ACM's reference format names them, with conference and place."""
        return f"{self.proceedings} ({self.proceedings_acronym}), {self.dates}, {self.place}"


@dataclass(frozen=True, slots=True)
class Pages:
    """How long a paper may be."""

    min: int | None
    max: int


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


@dataclass(frozen=True, slots=True)
class Audience:
    """Who comes."""

    expected: int


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Somebody who supports the edition."""

    name: str
    url: str | None
    level: str | None


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
    text: Prose
    title: str
    subtitle: str | None
    rights: Rights | None
    """What ACM's message says; reviewers' variants have none."""
    year: int
    """The year of publication."""
    first_page: int | None
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
    def is_for_review(self) -> bool:
        """Whether its lines are numbered, and nothing says that it is published."""
        return self.variant in ("submission", "anonymous")

    @property
    def is_for_print(self) -> bool:
        """Whether production takes it, and so everything that production asks for."""
        return self.kind == "camera-ready" and self.variant == "final"

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
    sponsors: tuple[Sponsor, ...] = ()
    overview: Prose | None = None
    """The website's introduction."""
    references: dict[str, Reference] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The name with its ordinal: "Third Workshop on …"."""
        return f"{wording.ordinal_word(self.ordinal)} {self.name}"

    def announced(self, role: Role) -> tuple[Talk, ...]:
        """The talks or seats of one role, in order; nobody is announced who has not agreed."""
        return tuple(
            each for each in self.speakers if each.role == role and each.status == "confirmed"
        )

    def slot_of(self, event: Talk | Paper) -> Slot | None:
        """When a talk or a paper is presented, if the programme says it."""
        for slot in self.schedule:
            if slot.talk == event or event in slot.papers:
                return slot
        return None
