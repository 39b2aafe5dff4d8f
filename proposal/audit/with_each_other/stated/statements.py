"""What a document states, so far as another one, or another place of it, can contradict it."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct, field

from proposal.audit.reference_records import ReferenceRecord
from proposal.audit.with_each_other.stated.program_days import SaidDay
from proposal.diagnostics import Span
from proposal.reading.hours import lasts_over_midnight
from proposal.reading.locations import Location
from proposal.reading.source_document import SourceDocument


class TextRun(Struct, frozen=True):
    """A stretch of text as it is read, which stands on a line of its own."""

    text: str
    location: Location
    is_item: bool = False
    """Whether it is an item of a list, a cell, a heading or a value: the whole of something."""


class StatedSlot(Struct, frozen=True):
    """A part of the schedule."""

    start: int
    """Minutes since midnight."""
    end: int | None
    stated: int | None
    """How many minutes it lasts, where that is said."""
    hours: str
    """The hours as they are written."""
    lines: tuple[TextRun, ...]
    """What is said of it, without the hours."""
    location: Location
    table: int
    """Slots of one table have the same number; hours of different ones may overlap."""
    zone: str | None = None
    """The zone's abbreviation at the head of the table."""
    day: SaidDay | None = None
    """What is said of its day above it; nothing if no day is named."""

    @property
    def ends_next_day(self) -> bool:
        """Whether it goes on after midnight, as a dinner may, and a talk does not."""
        end = self.start if self.end is None else self.end
        return lasts_over_midnight(self.start, end)

    @property
    def head(self) -> str:
        """What happens, in the words that the schedule has first."""
        return self.lines[0].text if self.lines else ""


class StatedPost(Struct, frozen=True):
    """Where somebody works."""

    name: str
    institution: str
    location: Location
    is_whole: bool = True
    """Whether the institution is surely all that is said: a line of a PDF may go on."""


class StatedPerson(Struct, frozen=True):
    """Somebody in a row or a section of people."""

    name: str
    role: str
    """`speaker`, `panelist`, `organizer`, `committee` or `author`."""
    location: Location
    title: str | None = None
    """Of the talk."""
    title_location: Location | None = None
    bio: str | None = None
    bio_location: Location | None = None


class StatedPaper(Struct, frozen=True):
    """An accepted paper in a list."""

    title: str
    location: Location


class StatedReference(Struct, frozen=True):
    """A paper in a list of references."""

    record: ReferenceRecord
    location: Location


class StatedDeadline(Struct, frozen=True):
    """A date that a line gives, and of what."""

    name: str
    """As the data have it, or `workshop`."""
    date: dt.date
    location: Location
    track: str = ""
    """Of which kind of papers, if a heading says so: `demo`."""


class StatedWeekday(Struct, frozen=True):
    """A date whose day of the week stands beside it, in a cell or a line of its own."""

    date: dt.date
    weekday: int
    """From Monday, which is 0."""
    location: Location


class StatedDays(Struct, frozen=True):
    """The day or the days on which the workshop takes place, or of a schedule."""

    first: dt.date
    last: dt.date
    location: Location
    is_own: bool
    """Whether they are all days of the workshop; a schedule may be that of one of them."""


class StatedTime(Struct, frozen=True):
    """An instant that a script, a machine-readable time or a calendar gives."""

    source: str
    """What gives it, as messages say it."""
    time: dt.datetime
    location: Location
    shown: str | None = None
    """The hour that readers see beside it."""
    of: str | None = None
    """What begins then; nothing for the day."""
    end: dt.datetime | None = None


class ZoneLabel(Struct, frozen=True):
    """A time zone by its abbreviation."""

    name: str
    location: Location
    table: int | None = None
    """The number of the table over whose hours it stands, which may have two columns of them."""


class StatedPlace(Struct, frozen=True):
    """A city, as "Boise, Idaho, USA"."""

    text: str
    location: Location
    is_sure: bool = True
    """Whether it stands behind its label or the day; others were taken out of a sentence."""


class StatedLink(Struct, frozen=True):
    """A link of a page."""

    address: str
    text: str
    location: Location
    is_button: bool = False
    """Whether a script may listen to it."""


class StatedPicture(Struct, frozen=True):
    """A picture that a page shows."""

    address: str
    location: Location


class PageContent(Struct):
    """All that one document states."""

    document: SourceDocument
    knows_anchors: bool = False
    """Whether it is a page whose anchors are all known."""
    year: int | None = None
    address: str | None = None
    """The page's own address in its site, without the host."""
    runs: list[TextRun] = field(default_factory=list)
    slots: list[StatedSlot] = field(default_factory=list)
    posts: list[StatedPost] = field(default_factory=list)
    people: list[StatedPerson] = field(default_factory=list)
    papers: list[StatedPaper] = field(default_factory=list)
    references: list[StatedReference] = field(default_factory=list)
    deadlines: list[StatedDeadline] = field(default_factory=list)
    days: list[StatedDays] = field(default_factory=list)
    weekdays: list[StatedWeekday] = field(default_factory=list)
    times: list[StatedTime] = field(default_factory=list)
    zones: list[ZoneLabel] = field(default_factory=list)
    places: list[StatedPlace] = field(default_factory=list)
    links: list[StatedLink] = field(default_factory=list)
    pictures: list[StatedPicture] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    left_brackets: list[TextRun] = field(default_factory=list)
    """Texts between brackets that were to be links."""

    def locate(self, words: str, near: Span) -> Location:
        """Where words stand that are read at a place."""
        return self.document.locate(words, near)

    def find(self, words: str, location: Location) -> Location:
        """The same at a location, which may be a page."""
        return location if location.page is not None else self.locate(words, location.span)
