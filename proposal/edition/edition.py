"""What one edition of a workshop is, after everything that refers to something is resolved.

The names of these classes' fields are the names of facts: what prose quotes as
`{{ venue.city }}` is `Edition.venue.city`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.edition import wording
from proposal.edition.collection import Collection
from proposal.edition.deadlines import Dates
from proposal.edition.edition_document import Document
from proposal.edition.fees import Fee, FeeLine, fee_lines
from proposal.edition.form_answer import FormAnswer
from proposal.edition.host import PrintedEvent, Venue
from proposal.edition.joining import (
    ONLINE,
    ONLINE_TOO,
    JoinLink,
    on_site_and_online,
    workshop_place,
)
from proposal.edition.links import LinkCollection
from proposal.edition.marked_values import Day, Estimate
from proposal.edition.news import NewsItem
from proposal.edition.own_label import own_label
from proposal.edition.participants import Committee, Organizer, Person
from proposal.edition.photos import Photo
from proposal.edition.schedule import Paper, Slot, Talk
from proposal.edition.site_pictures import SitePictures
from proposal.edition.sponsor import Sponsor
from proposal.edition.submission_terms import Submissions, Track
from proposal.edition.volume import Volume
from proposal.edition.when import When, WorkshopDay
from proposal.model.loading.own_site import OwnFolder, OwnSite
from proposal.model.records.attendance_record import Attendance
from proposal.model.records.edition_status import EditionStatus
from proposal.model.records.published_events import CalendarEvent
from proposal.model.session_kinds import PAUSES
from proposal.model.talk_roles import ROLES, TALK_ROLES, Role
from proposal.source.reference import Reference
from proposal.source.text import Prose
from proposal.words.fixed import Fixed
from proposal.words.language import ENGLISH, Language
from proposal.words.marking import gettext_noop


class Audience(Struct, frozen=True):
    """Who comes."""

    expected: Estimate


class PastEdition(Struct, frozen=True):
    """A line in the table of the series so far."""

    ordinal: int | None
    """Which edition of the series it was; nothing if it is not counted."""
    day: Day
    host: str
    """The conference beside which it was; empty if there was none."""
    place: str
    url: str | None
    """The page of an edition that has no folder here."""
    submissions: int | None
    accepted: int | None
    attendees: int | None
    edition_id: str | None
    """Its id; nothing if it has no folder here."""
    status: EditionStatus | None = None
    """What became of the plan, if it did not take place as it was announced."""
    is_unsettled: bool = False
    """Whether neither its day nor its place is confirmed, so that it is only announced."""
    name: str | None = None
    """The series' name then, if it was another one."""
    acronym: str | None = None
    """The series' short name then, if it was another one."""

    @property
    def year(self) -> int:
        """The year of that workshop."""
        return self.day.year

    @property
    def dated(self) -> str:
        """Its day, and that it was called off: "March 3, 2020 (cancelled)"."""
        return str(self.day) + wording.in_brackets(_off_word(self.status, self.day.language))

    @property
    def where(self) -> str:
        """The conference and the place: "WSDM 2026, Boise, Idaho, USA".

        Where the series had another name, that stands before them, since two series that became one
        have each a first edition: "WSE, WSDM 2026, Boise, Idaho, USA".
        """
        return ", ".join(filter(None, (self.acronym or self.name, self.host, self.place)))

    @property
    def number(self) -> str:
        """The ordinal in words: "Third"; the year of an edition that is not counted."""
        language = self.day.language
        return wording.ordinal_word(self.ordinal, language) if self.ordinal else str(self.year)

    @property
    def order(self) -> tuple[dt.date, int]:
        """What past editions are sorted by."""
        return self.day.date, self.ordinal or 0


class Concept(Struct, frozen=True):
    """A concept of ACM's Computing Classification System."""

    path: tuple[str, ...]
    id: str | None
    """Its number in the system."""
    significance: int
    r"""How much the workshop is about it, as in `\ccsdesc`: 500 (high), 300 or 100 (low)."""


class Edition(Struct, frozen=True):
    """One edition: what its documents, its website and its calendar say."""

    id: str
    """The name of its folder: its year, with a suffix where a year has more than one."""
    year: int
    ordinal: int | None
    """Which edition of the series it is; nothing if it is not counted."""
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
    committees: Collection[Committee] = field(default_factory=lambda: Collection("committees"))
    """Those beside the program committee."""
    other_contacts: tuple[Person, ...] = ()
    """Who else is written to."""
    sponsors: Collection[Sponsor] = field(default_factory=lambda: Collection("sponsors"))
    """By their levels, the highest first."""
    links: LinkCollection = field(default_factory=LinkCollection)
    fees: tuple[Fee, ...] = ()
    """What attending costs."""
    speaker_headings: Mapping[Role, str] = field(default_factory=dict)
    """What lists of those who speak are called, by role, where the usual words do not fit."""
    attendance: Attendance | None = None
    """How people take part, if the data say it."""
    by_invitation: bool = False
    """Whether only those who are invited take part."""
    join: Collection[JoinLink] = field(default_factory=lambda: Collection("join"))
    """Where people take part online."""
    status: EditionStatus | None = None
    """What became of the plan, if the edition does not take place as it was announced."""
    status_note: Prose | None = None
    """What readers need to know of it."""
    pictures: SitePictures = field(default_factory=SitePictures)
    """Its logo and its wide photo, or those of the series."""
    news: Collection[NewsItem] = field(default_factory=lambda: Collection("news"))
    """What is new, as it was written."""
    photos: Collection[Photo] = field(default_factory=lambda: Collection("photos"))
    """Photos of the day."""
    overview: Prose | None = None
    """The website's introduction."""
    references: dict[str, Reference] = field(default_factory=dict)
    published: tuple[CalendarEvent, ...] = ()
    """What calendars have said of the edition so far."""
    own_files: dict[str, Path] = field(default_factory=dict)
    """The files that papers and talks name, by name."""
    paper_files: dict[str, Path] = field(default_factory=dict)
    """The PDFs of papers by their ids."""
    site: OwnSite | None = None
    """What organizers put on the website themselves, beside this edition and all others."""
    form: dict[str, FormAnswer] = field(default_factory=dict)
    """Own answers to fields of the form in the conference's call, by the fields' names."""
    language: Language = ENGLISH
    """The language of its fixed words, which is that of its texts."""
    language_of_name: Language | None = None
    """The language of its name, also where all else is said in another one."""
    volume: Volume | None = None
    """The volume of its papers; nothing before all else is resolved."""
    documents: dict[str, Document] = field(default_factory=dict)
    """By name; accessible versions stand behind the documents that they are versions of."""

    @property
    def own(self) -> OwnFolder:
        """The files and pages that organizers put beside the edition's pages."""
        return self.site.of(self.id) if self.site else OwnFolder(Path(), f"{self.id}/")

    @property
    def short_name(self) -> str:
        """The acronym with the year: "GenAIRecP 2026"."""
        return f"{self.acronym} {self.year}"

    @property
    def own_label(self) -> str:
        """What it is called where its day stands among others: "Workshop", "WSP 2026"."""
        label = own_label(self.name, self.short_name)
        return label.said_in(self.language) if isinstance(label, Fixed) else label

    @property
    def distinct_name(self) -> str:
        """The acronym with the id, where several editions of a year may stand side by side."""
        return f"{self.acronym} {self.id}"

    @property
    def order(self) -> tuple[dt.date, int, str]:
        """What editions are sorted by: their days, and where two share one their ordinals."""
        return self.when.date.date, self.ordinal or 0, self.id

    @property
    def title(self) -> str:
        """The name with its ordinal, if it is counted: "Third Workshop on …".

        Both are in one language: nobody says "Third Taller sobre …".
        """
        return wording.numbered(self.ordinal, self.name, self.language_of_name or self.language)

    @property
    def place(self) -> str:
        """Where the workshop takes place: "Boise, Idaho, USA", the same "and online", "Online"."""
        return self.place_of(self.attendance)

    def place_of(self, attendance: Attendance | None) -> str:
        """Where something of it takes place of which is known how people take part."""
        venue = self.venue
        is_alone = not venue.is_conference
        place = workshop_place(attendance, venue.city, venue.place, is_alone=is_alone)
        return place.said_in(self.language) if isinstance(place, Fixed) else place

    def conference_place(self, document: Document) -> str:
        """The place in the line that a document has of its conference.

        With rights it stands there as the proceedings have it; before, the line says of a workshop
        that nobody comes to that it is online.
        """
        place = self.venue.place
        if not self.venue.is_conference:
            return self.language.gettext(ONLINE) if self.is_online else place
        if document.rights or not (self.is_online and self.venue.city):
            return place
        return self.language.gettext("%(place)s (%(name)s online)", place=place, name=self.acronym)

    def event(self, document: Document, *, in_english: bool = False) -> PrintedEvent:
        """What a document's heads say that it is of; beside no conference, the workshop."""
        venue, place = self.venue, self.conference_place(document)
        language = ENGLISH if in_english else self.language
        if venue.name is None or venue.start is None or venue.end is None:
            when = self.when.date
            days = when.plain if self.venue.is_tentative else str(when)
            return PrintedEvent(self.short_name, self.title, days, place)
        acronym = venue.proceedings_acronym if document.rights else venue.acronym
        # Of a tentative conference one mark stands behind days and place.
        days = wording.days(venue.start.date, venue.end.date, language)
        # Proceedings are those of one conference alone.
        name = venue.conferences[0].name if document.rights else venue.name
        return PrintedEvent(acronym or "", name, days, place)

    @property
    def host_and_place(self) -> str:
        """Beside which conference and where it takes place: "WSDM '26, Boise, Idaho, USA"."""
        host = self.venue.acronym or self.venue.host
        return f"{host}, {self.place}" if host else self.place

    @property
    def booktitle(self) -> str:
        """What its documents appear in: the conference's proceedings, or else the workshop."""
        alone = f"{self.title} ({self.short_name}), {self.when.date}, {self.place}"
        return self.venue.booktitle or alone

    @property
    def is_free(self) -> bool:
        """Whether the data say that nobody pays for attending."""
        prices = [price for fee in self.fees for price in (fee.early, fee.amount) if price]
        return bool(prices) and all(price.is_free for price in prices)

    @property
    def fee_lines(self) -> tuple[FeeLine, ...]:
        """What attending costs, as lists say it."""
        return fee_lines(self.fees, self.dates.early_registration, self.language)

    @property
    def is_online(self) -> bool:
        """Whether nobody comes, since all of it is online."""
        return self.attendance == "online"

    @property
    def is_joined_online(self) -> bool:
        """Whether people take part from afar, in time zones of their own."""
        return self.attendance in ONLINE_TOO

    def joined_at(self, slot: Slot) -> tuple[JoinLink, ...]:
        """Where people join a slot online; a pause is joined only where it has its own address."""
        day = self.day_of(slot)
        if slot.join or slot.kind in PAUSES or (slot.attendance or day.attendance) == "on-site":
            return slot.join
        return self.joined_on(day)

    def joined_on(self, day: WorkshopDay) -> tuple[JoinLink, ...]:
        """Where people join one of its days online."""
        return day.join or (() if day.attendance == "on-site" else self.join.items)

    @property
    def join_by_day(self) -> Collection[JoinLink]:
        """Where people join the edition, and then each day that has addresses of its own."""
        of_days = [
            replace(link, label=f"{link.name}, {day.date.heading}")
            for day in self.when.days
            for link in day.join
        ]
        return replace(self.join, items=(*self.join, *of_days))

    @property
    def has_call(self) -> bool:
        """Whether there is a call for papers, and not one for participation alone."""
        return not self.submissions.are_none

    @property
    def asks_for_papers(self) -> bool:
        """Whether the call is one for papers, and not for demos or something else."""
        return self.has_call and not self.submissions.call

    @property
    def call_name(self) -> str:
        """What the call is called: "Call for papers", or as the data call it."""
        gettext = self.language.gettext
        if self.has_call:
            return self.submissions.call or gettext("Call for papers")
        if self.by_invitation:
            return gettext("Participation by invitation")
        return gettext("Call for participation")

    @property
    def whole_call(self) -> str:
        """What a link to the call is called where some of it is shown."""
        gettext = self.language.gettext
        if self.asks_for_papers:
            return gettext("The whole call for papers")
        if self.has_call or self.by_invitation:
            return self.call_name
        return gettext("The whole call for participation")

    @property
    def participation_line(self) -> str:
        """What is said of who may take part; empty where anybody may."""
        if not self.by_invitation:
            return ""
        return self.language.gettext("Participation is by invitation only.")

    @property
    def closed_call_line(self) -> str:
        """What is said of the call where the edition is cancelled."""
        if self.asks_for_papers:
            return self.language.gettext("The call for papers is closed.")
        return self.language.gettext("The %(call)s is closed.", call=self.call_name)

    @property
    def open_submissions_line(self) -> str:
        """What is said of the call while nothing of it is known."""
        if self.asks_for_papers:
            return self.language.gettext("How papers are submitted is to be announced.")
        return self.language.gettext("How to submit is to be announced.")

    @property
    def submit_action(self) -> str:
        """What authors do until the deadline."""
        gettext = self.language.gettext
        return gettext("Submit a paper") if self.asks_for_papers else gettext("Submit")

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place at all."""
        return self.status == "cancelled"

    @property
    def is_called_off(self) -> bool:
        """Whether it does not take place on its day: it is cancelled, or postponed."""
        return self.status in OFF

    @property
    def cited_summary(self) -> Document | None:
        """The camera-ready summary, if it can be cited.

        Where the workshop does not take place on its day, only a DOI says that it has appeared.
        """
        summary = self.documents.get("camera-ready")
        if summary is None or (self.is_called_off and not summary.doi):
            return None
        return summary

    @property
    def dated(self) -> str:
        """Its day or days, and that they do not hold: "March 3, 2020 (cancelled)"."""
        return str(self.when.date) + wording.in_brackets(_off_word(self.status, self.language))

    @property
    def status_line(self) -> str:
        """The sentence by which its pages say what became of the plan; empty if nothing did."""
        if self.status is None:
            return ""
        return self.language.gettext(_STATUS_LINES[self.status], name=self.distinct_name)

    @property
    def is_first(self) -> bool:
        """Whether no edition of the series was before it."""
        return (self.ordinal or 1) == 1 and not self.editions

    @property
    def contacts(self) -> tuple[Person, ...]:
        """All who are written to."""
        return (self.contact, *self.other_contacts) if self.contact else ()

    @property
    def is_unsettled(self) -> bool:
        """Whether neither its day nor its place is confirmed: an edition that is all guesses."""
        return self.when.date.is_tentative and self.venue.is_tentative

    def papers_until(self, track: Track | None = None) -> dt.datetime | None:
        """The moment after which nobody sends papers to an address; nothing if it is not known.

        Args:
            track: the track whose own address it is; without one, it is that of all others.
        """
        dates, tracks = self.dates, self.submissions.tracks
        if dates.open_submissions:
            return None
        there = [track.id] if track else [None, *(item.id for item in tracks if not item.url)]
        due = [item.ends for name in there for item in dates.submissions_of(name)]
        return max(due, default=None)

    @property
    def volume_papers(self) -> tuple[Paper, ...]:
        """The papers that are a part of the workshop's proceedings, in order."""
        return tuple(paper for paper in self.papers if paper.is_archival)

    def announced(self, role: Role) -> tuple[Talk, ...]:
        """The talks or seats of one role, in order; nobody is announced who has not agreed."""
        return tuple(talk for talk in self.speakers if talk.role == role and talk.is_confirmed)

    def heading_of(self, role: Role) -> str:
        """What the list of those who do this is called: "Tutorials", "Lectures"."""
        return self.speaker_headings.get(role) or self.language.gettext(ROLES[role].heading)

    @property
    def announced_first(self) -> tuple[Talk, ...]:
        """Those whom a page introduces first: of all who have agreed, each person once.

        Whoever gives a talk stands before those who sit on the panel alone.
        """
        found = [talk for role in TALK_ROLES for talk in self.announced(role.name)]
        seen: set[str] = set()
        first = []
        for talk in found:
            names = [person.name for person in talk.people]
            if not talk.is_seat or not seen.issuperset(names):
                first.append(talk)
            seen.update(names)
        return tuple(first)

    def day_of(self, slot: Slot) -> WorkshopDay:
        """The day of the workshop on which a slot is."""
        days = self.when.days
        return next((day for day in days if slot.day and day.date.date == slot.day.date), days[0])

    @property
    def common_room(self) -> str | None:
        """The room of all days; nothing if a day has its own, and rooms stand beside days."""
        return self.room if all(day.room in (None, self.room) for day in self.when.days) else None

    def room_on(self, day: Day | None) -> str:
        """The room of one of several days, if any of them has its own; else it stands above all."""
        days = self.when.days
        own = next((other for other in days if other.date == day), None)
        if own is None or not any(other.room or self.is_joined_too(other) for other in days):
            return ""
        room = own.room or self.room or ""
        return on_site_and_online(room, self.language) if self.is_joined_too(own) else room

    def is_joined_too(self, day: WorkshopDay) -> bool:
        """Whether people come or join this day online, other than all days."""
        return day.attendance == "hybrid" and any(
            other.attendance != "hybrid" for other in self.when.days
        )

    def day_heading(self, day: Day) -> str:
        """A day as it stands over its part of the schedule: Thursday, August 26 · Room 7."""
        return " · ".join(filter(None, (day.heading, self.room_on(day))))

    @property
    def panel(self) -> tuple[Talk, ...]:
        """The seats on the panel of those who have agreed, in order."""
        return tuple(talk for talk in self.speakers if talk.is_seat and talk.is_confirmed)

    @property
    def panel_slots(self) -> tuple[Slot, ...]:
        """The parts of the schedule in which a panel meets, or those on it discuss something."""
        return tuple(slot for slot in self.schedule if slot.seats or slot.kind == "panel")

    def slot_of(self, event: Talk | Paper) -> Slot | None:
        """When a talk or a paper is presented, if the schedule says it."""
        for slot in self.schedule:
            for part in (*slot.parts, slot):
                if part.talk == event or event in part.papers:
                    return part
        return None


OFF: frozenset[EditionStatus | None] = frozenset({"cancelled", "postponed"})
"""What becomes of editions that do not take place on their day."""

_OFF_WORDS: Mapping[EditionStatus | None, str] = {
    # Words: of an edition of the workshop, in brackets behind its day.
    "cancelled": gettext_noop("cancelled"),
    "postponed": gettext_noop("postponed"),
}


def _off_word(status: EditionStatus | None, language: Language) -> str | None:
    """What became of an edition's day, as it stands behind it; nothing if the day holds."""
    return language.gettext(_OFF_WORDS[status]) if status in OFF else None


_STATUS_WORDS: Mapping[EditionStatus, str] = {
    # Words: before the day of an edition, or before an event of it in a calendar.
    "cancelled": gettext_noop("Cancelled"),
    "postponed": gettext_noop("Postponed"),
    "moved-online": gettext_noop("Moved online"),
}


def status_word(status: EditionStatus | None, language: Language) -> str:
    """What became of an edition, as it stands before its day; empty if nothing did."""
    return language.gettext(_STATUS_WORDS[status]) if status else ""


_STATUS_LINES: Mapping[EditionStatus, str] = {
    "cancelled": gettext_noop("%(name)s is cancelled."),
    "postponed": gettext_noop("%(name)s is postponed; its new day is to be announced."),
    "moved-online": gettext_noop("%(name)s has moved online."),
}


def open_points(edition: Edition) -> str:
    """A sentence on what of day and place is to be confirmed; empty if both are certain."""
    gettext = edition.language.gettext
    match edition.when.date.is_tentative, edition.venue.is_tentative:
        case True, True:
            return gettext("The day and the place are to be confirmed.")
        case True, False:
            return gettext("The day is to be confirmed.")
        case False, True:
            return gettext("The place is to be confirmed.")
    return ""
