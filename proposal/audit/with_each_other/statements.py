"""What can an artefact state that another one, or another place of it, can contradict?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from proposal.audit.with_each_other.locations import Spot
from proposal.audit.with_each_other.source_lines import Writing


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of text as it is read, which stands on a line of its own."""

    text: str
    spot: Spot
    is_item: bool = False
    """Whether it is an item of a list, a cell, a heading or a value: the whole of something."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the programme."""

    start: int
    """Minutes since midnight."""
    end: int | None
    stated: int | None
    """How many minutes it lasts, where that is said."""
    hours: str
    """The hours as they are written."""
    lines: tuple[Said, ...]
    """What is said of it, without the hours."""
    spot: Spot
    table: int
    """Slots of one table have the same number; hours of different ones may overlap."""
    zone: str | None = None
    """The zone's abbreviation at the head of the table."""

    @property
    def head(self) -> str:
        """What happens, in the words that the programme has first."""
        return self.lines[0].text if self.lines else ""


@dataclass(frozen=True, slots=True)
class Post:
    """Where somebody works."""

    name: str
    institution: str
    spot: Spot
    is_whole: bool = True
    """Whether the institution is surely all that is said: a line of a PDF may go on."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody in a row or a section of people."""

    name: str
    role: str
    """`speaker`, `panelist`, `organizer`, `committee` or `author`."""
    spot: Spot
    title: str | None = None
    """Of the talk."""
    title_spot: Spot | None = None
    bio: str | None = None
    bio_spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """An accepted paper in a list."""

    title: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date that a line gives, and of what."""

    name: str
    """As the data have it, or `workshop`."""
    date: dt.date
    spot: Spot


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant that a script, a machine-readable time or a calendar gives."""

    source: str
    """What gives it, as messages say it."""
    time: dt.datetime
    spot: Spot
    shown: str | None = None
    """The hour that readers see beside it."""
    of: str | None = None
    """What begins then; nothing for the day."""
    end: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ZoneLabel:
    """A time zone by its abbreviation."""

    name: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Where:
    """A city, as "Boise, Idaho, USA"."""

    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page."""

    address: str
    text: str
    spot: Spot
    is_button: bool = False
    """Whether a script may listen to it."""


@dataclass(slots=True)
class Told:
    """All that one artefact states."""

    file: Path
    writing: Writing | None = None
    """Its lines; nothing for a PDF."""
    is_page: bool = False
    """Whether it is a page whose anchors are all known."""
    year: int | None = None
    address: str | None = None
    """The page's own address in its site, without the host."""
    said: list[Said] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    zones: list[ZoneLabel] = field(default_factory=list)
    places: list[Where] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    left_brackets: list[Said] = field(default_factory=list)
    """Texts between brackets that were to be links."""

    def find(self, words: str, spot: Spot) -> Spot:
        """Where words stand that are read at a place."""
        if self.writing is None or spot.page is not None:
            return spot
        return self.writing.find(words, spot.span)
