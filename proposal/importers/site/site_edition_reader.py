"""Puts together what the pages of a workshop's website tell of one edition."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from msgspec.structs import replace

from proposal.diagnostics import Span, counted
from proposal.importers.draft import (
    TO_BE_ANNOUNCED,
    Draft,
    Placeholder,
    Record,
    SourceDiagnostics,
    Value,
    organizer_entry,
)
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.jekyll.prose_writer import document, statement
from proposal.importers.site.edition_numbers import edition_number
from proposal.importers.site.foreign_words import with_english_months
from proposal.importers.site.section_kinds import Topic
from proposal.importers.site.section_topics import names_contest
from proposal.importers.site.site_call import SiteCall
from proposal.importers.site.site_dates import SiteDates
from proposal.importers.site.site_fees import SiteFees
from proposal.importers.site.site_head import SiteHead, read_place_of, read_stretch_of
from proposal.importers.site.site_host import read_host_of
from proposal.importers.site.site_lines import Passage
from proposal.importers.site.site_papers import SitePapers
from proposal.importers.site.site_people import SitePeople
from proposal.importers.site.site_programme import SiteProgramme
from proposal.importers.site.site_titles import read_title_of
from proposal.importers.site.topic_passages import TopicPassage, passages_about, sorted_passages
from proposal.importers.site.workshop_site import WorkshopSite
from proposal.importers.stand_ins import UNKNOWN_END, UNKNOWN_START
from proposal.importers.values import checked
from proposal.model.edition_id import year_of_id
from proposal.model.zone_hints import ONE_PLACE, hint_for_zone
from proposal.reading.conferences import is_known_conference
from proposal.reading.days import find_days
from proposal.reading.page_tree import Element
from proposal.reading.places import work_out_zone
from proposal.reading.workshop_titles import WorkshopTitle

_OF_SUBMISSIONS = re.compile(
    r"\b(?:style\s+files?|templates?|camera[- ]ready|submitted|accepted\s+papers?|openreview"
    r"|(?:double|single)[\s-]blind|review\s+process|reviewers|special\s+issue|registration|register|(?:up\s+to|at\s+most|\d)\s+(?:\w+\s+)?pages)\b",
    re.IGNORECASE,
)
"""What a paragraph of a call says that tells nothing of what the workshop is about:
`Camera-ready papers use the templates`."""
_BEGINS_PROSE = re.compile(r"[^\W\d_]|[\"“]")
"""`The workshop`, `“Engines`"""
_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?…](?:\s|$)|[)\]”\"][.!?:](?:\s|$)|[。！？]")
"""Where a sentence ends; a box with day, place and conference has none. Example:
`We meet again.`."""
_NUMBER_ALONE = re.compile(r"\d{1,2}[.)/]?")
"""The number of a section, which stands above its heading: `02`."""
_SHORTEST_ABSTRACT = 120
"""Characters of a paragraph that says what a workshop is about."""
_LONGEST_ACRONYM = 16
"""Characters."""


@dataclass(slots=True)
class SiteEditionReader:
    """Reads one edition from the pages of a site."""

    site: WorkshopSite
    edition_id: str
    draft: Draft = field(default_factory=Draft)
    head: SiteHead = field(default_factory=SiteHead)
    passages: list[TopicPassage] = field(default_factory=list)
    people: SitePeople = field(init=False)
    papers: SitePapers = field(init=False)
    dates: SiteDates = field(init=False)

    @property
    def diagnostics(self) -> SourceDiagnostics:
        """What was not understood so far."""
        return self.draft.diagnostics

    @property
    def year(self) -> int:
        """The year of the edition."""
        return year_of_id(self.edition_id)

    def read(self) -> Draft:
        """Read everything."""
        self.diagnostics.extend(self.site.diagnostics)
        self.passages = sorted_passages(self.site)
        self.read_head()
        everybody = JekyllPeople(self.diagnostics)
        self.people = SitePeople(everybody, self.passages, self.site.address)
        self.people.read()
        self.papers = SitePapers(self.diagnostics, address=self.site.address, year=self.year)
        self.papers.read_lists(self.passages)
        self.dates = SiteDates(self.site, self.passages, self.year, self.diagnostics)
        self.dates.read()
        programme = SiteProgramme(
            everybody,
            self.papers,
            self.people.speakers,
            self.diagnostics,
            year=self.year,
            stretch=read_stretch_of(self.site, self.year),
        )
        programme.read(passages_about(self.passages, Topic.SCHEDULE))
        self.fill(programme)
        self.say_frames()
        self.draft.people = everybody.everybody
        self.draft.program = programme.slots
        self.draft.papers = self.papers.records
        self.summarize()
        return self.draft

    def read_head(self) -> None:
        """Read what the site says of the edition as a whole."""
        title, span = read_title_of(self.site)
        if title is not None:
            title = _with_acronym_apart(title)
        if title is not None and title.acronym is None:
            title = replace(title, acronym=self.acronym_in_titles(title.name))
        self.head = read_host_of(self.site, self.year, title.acronym if title else None)
        self.head.title, self.head.title_span = title, span
        self.head.place, self.head.place_span, self.head.is_online_too = read_place_of(
            self.site, self.year
        )

    def fill(self, programme: SiteProgramme) -> None:
        """Fill the keys of the edition, of the workshop and of the venue."""
        self.fill_workshop()
        call = SiteCall(self.passages, self.site.config, self.people.organizers)
        days = self.dates.days(self.head)
        self.head.conference = self.head.conference or programme.stretch
        held = tuple(programme.dates) or days
        if held and max(held).year >= self.year:
            self.dates.leave_out_after(max(held))
        record: Record = {
            "ordinal": self.ordinal(),
            "when": self.when(programme, days),
            "attendance": "hybrid" if self.head.is_online_too else "",
            "organizers": [
                organizer_entry(person, self.people.parts.get(person))
                for person in self.people.organizers
            ],
            "contact": call.contact(),
            "abstract": self.abstract(),
            "topics": list(call.topics()),
            "speakers": list(self.people.speakers),
            "dates": self.dates.dates,
            "submissions": call.submissions(),
            "fees": self.fees(),
            "committee": list(self.people.committee),
            "committees": [
                {"name": name, "members": members}
                for name, members in self.people.committees.items()
                if members
            ],
            "documents": {"proposal": {"text": Placeholder("proposal.md")}},
        }
        self.draft.edition = {key: value for key, value in record.items() if value}
        self.draft.venue = self.venue(programme, held)
        self.texts(programme)
        if programme.slots:
            self.say_programme_of_other_year()
        hint = "add it under `dates` with a name of your own, if pages are to have it"
        for line in self.dates.left_out:
            if self.dates.is_known(line, held):
                continue
            message = f"“{line.text[:90]}” is none of the usual dates of authors, and is left out"
            self.diagnostics.warn("not-understood", message, line.span, hint)

    def fees(self) -> Value:
        """What attending costs, with the day until which one is early."""
        found = SiteFees(self.passages, self.year, self.diagnostics)
        found.read()
        if found.early_day is not None and "early_registration" not in self.dates.dates:
            self.dates.dates["early_registration"] = {"date": found.early_day.isoformat()}
        return list(found.fees)

    def say_programme_of_other_year(self) -> None:
        """Say that the programme names days of another year alone, and may be left over from it."""
        for found in passages_about(self.passages, Topic.SCHEDULE):
            texts = [found.passage.title, *(line.text for line in found.passage.lines)]
            days = [day.date for text in texts for day in find_days(with_english_months(text))]
            if days and all(day.year != self.year for day in days):
                message = f"the programme names {days[0]}, which is not of {self.year}"
                hint = (
                    "it may be left over from another edition; look whether program.yaml is right"
                )
                self.diagnostics.warn("to-confirm", message, found.passage.span, hint)
                return

    def fill_workshop(self) -> None:
        """Name the workshop."""
        title = self.head.title
        if title is None:
            message = "the title of the workshop is not understood"
            self.diagnostics.warn(
                "not-found", message, self.start, "correct `name` and `acronym` in workshop.yaml"
            )
        name = title.name if title else "Workshop"
        acronym = (title.acronym if title else None) or self.acronym_of(name)
        self.draft.workshop = {
            "name": name if title else Placeholder(name),
            "acronym": acronym,
        }
        if address := checked("url", self.site.address).value if self.site.address else None:
            self.draft.workshop["url"] = address

    def acronym_of(self, name: str) -> Placeholder:
        """The initials of a title, which stand in for an acronym."""
        letters = "".join(
            word[0] for word in re.findall(r"[^\W\d_][\w-]*", name) if word[0].isupper()
        )
        if len(letters) == 1 and len(name) <= _LONGEST_ACRONYM:
            # as in `SIGIR eSample`, which has no initials to speak of
            letters = "-".join(re.findall(r"[\w-]+", name))
        message = f"no acronym of the workshop is found; {letters or 'W'} stands in"
        hint = "correct `acronym` in workshop.yaml"
        self.diagnostics.warn("to-confirm", message, self.head.title_span or self.start, hint)
        return Placeholder(letters or "W")

    def acronym_in_titles(self, name: str) -> str | None:
        """A short name in the titles of pages and site whose letters stand in the title, too."""
        config = (str(self.site.config.get(key) or "") for key in ("title", "name"))
        texts = [self.site.main.title, *config, *(page.title for page in self.site.pages)]
        for text in texts:
            for word in _ACRONYM.findall(text):
                short = re.sub(r"-?(?:20)?\d\d$", "", word)
                if short in {"WS", "WKSHP", "CFP", "CFPs"}:
                    continue  # as in `SIGIR 2026 WS`
                is_word_of_it = short in name.split()  # as AI in a title on AI
                is_own = not is_known_conference(short) and not is_word_of_it
                if is_own and _abbreviates(short, name):
                    return short
        return None

    @property
    def start(self) -> Span:
        """Where the edition's first page begins."""
        return self.site.main.document.spans[0]

    def ordinal(self) -> Value:
        """Which edition of the series this is."""
        title = self.head.title
        if title is not None and title.ordinal:
            return title.ordinal
        if number := edition_number(self.site, self.year, title.name if title else ""):
            return number
        message = "the title does not say which edition of the series this is"
        self.diagnostics.warn(
            "to-confirm", message, self.head.title_span or self.start, "correct `ordinal`"
        )
        return Placeholder("1")

    def when(self, programme: SiteProgramme, days: tuple[dt.date, ...]) -> Value:
        """The day with its hours; what the pages do not say stands in, marked tentative."""
        if programme.dates:
            return self.several_days(programme, days)
        hours = self.dates.hours(self.head)
        if hours is None or programme.is_row(hours):
            hours = programme.hours
        if not days:
            stand_in = (
                self.head.conference[0] if self.head.conference else dt.date(self.year, 12, 31)
            )
            message = "the pages do not say on which day the workshop is"
            if (stretch := programme.stretch) is not None and stretch[0] == stand_in:
                message = (
                    f"whether the workshop lasts from {stretch[0]} to {stretch[1]} is not clear"
                )
            hint = f"{stand_in} stands in; correct `when` in edition.yaml, and delete `tentative`"
            self.diagnostics.warn("not-found", message, self.head.day_span or self.start, hint)
            start, end = hours or (UNKNOWN_START, UNKNOWN_END)
            return {
                "date": Placeholder(stand_in.isoformat()),
                "start": Placeholder(start),
                "end": Placeholder(end),
                "tentative": True,
            }
        record: Record = {"date": days[0].isoformat()}
        if days[0].year != self.year:
            message = f"the day on the pages, {days[0]}, is not of {self.year}"
            hint = "it may be left over from another edition; correct `when` and the programme"
            self.diagnostics.warn("to-confirm", message, self.head.day_span or self.start, hint)
            record["tentative"] = True
        if hours is None:
            message = (
                "the pages have no programme with hours, so those of the workshop are not known"
            )
            hint = f"{UNKNOWN_START} to {UNKNOWN_END} stand in; correct `when` in edition.yaml"
            self.diagnostics.warn("to-confirm", message, self.head.day_span or self.start, hint)
            return record | {
                "start": UNKNOWN_START,
                "end": UNKNOWN_END,
                "tentative": True,
            }
        return {"date": record["date"], "start": hours[0], "end": hours[1]} | record

    def several_days(self, programme: SiteProgramme, days: tuple[dt.date, ...]) -> Value:
        """The days of a programme of several, each with its hours."""
        if days and days[0] not in programme.dates:
            message = f"another day of the workshop stands on the pages: {days[0]}"
            hint = "the days of the programme are taken; look which are right"
            self.diagnostics.warn("two-dates", message, self.head.day_span or self.start, hint)
        found: list[Value] = []
        for number, date in enumerate(programme.dates, 1):
            if hours := programme.hours_of(number):
                found.append({"date": date.isoformat(), "start": hours[0], "end": hours[1]})
        return found

    def overviews(self) -> list[TopicPassage]:
        """The passages on what the workshop is about, without those on a shared task."""
        found = passages_about(self.passages, Topic.OVERVIEW)
        return [
            one
            for one in found
            if one.page is self.site.main or not names_contest((*one.passage.path, one.page.title))
        ]

    def abstract(self) -> Value:
        """The first paragraph of the overview, since a page has no abstract."""
        overviews = self.overviews()
        first = [one for one in overviews if one.page is self.site.main]
        untitled = [
            one for one in self.passages if one.topic is None and one.page is self.site.main
        ]
        calls = passages_about(self.passages, Topic.CALL)
        hint = "write an abstract into edition.yaml"
        for shortest in (_SHORTEST_ABSTRACT, 1):
            others = [*untitled, *overviews, *calls] if shortest > 1 else overviews
            found = [
                (one.topic, block) for one in [*first, *others] for block in one.passage.blocks
            ]
            for topic, block in found:
                is_prose = block.tag == "p" and _BEGINS_PROSE.match(block.text) is not None
                is_last = topic is Topic.OVERVIEW and shortest == 1
                if not is_last and _OF_SUBMISSIONS.search(block.text):
                    continue
                is_whole = shortest == 1 or _SENTENCE.search(block.text) is not None
                if is_prose and is_whole and len(block.text) >= shortest:
                    message = "a page has no abstract; the overview's first paragraph stands in"
                    self.diagnostics.warn("to-confirm", message, block.span, hint)
                    return Placeholder(statement(Element("page", block.span, {}, [block])))
        message = "the pages have neither abstract nor overview; a sentence stands in"
        self.diagnostics.warn("not-found", message, self.start, hint)
        name = self.draft.workshop["name"]
        return Placeholder(f"The abstract of the {name} is to be announced.")

    def venue(self, programme: SiteProgramme, days: tuple[dt.date, ...]) -> Record:
        """The record of the host conference; what the site does not say of it stands in."""
        host, place = self.head.host, self.head.place
        day = (
            days[0]
            if days
            else self.head.conference[0]
            if self.head.conference
            else dt.date(self.year, 12, 31)
        ).isoformat()
        hint = "correct the venue's file, then delete `tentative`"
        if host is None:
            message = "beside which conference the workshop is held is not understood"
            self.diagnostics.warn("not-found", message, self.start, hint)
        if place is None:
            message = "where the workshop is held is not understood"
            self.diagnostics.warn("not-found", message, self.start, hint)
        elif not place.country:
            message = f"the pages give the city {place.city} without its country"
            also = "write `country` into the venue's file, and look whether the city is right"
            self.diagnostics.warn("not-found", message, self.head.place_span, also)
        series = host.series if host else "Conference"
        full = (host.full_name or self.head.host_name if host else "") or f"{series} {self.year}"
        record: Record = {
            "series": series if host else Placeholder(series),
            "name": Placeholder(full),
            "acronym": Placeholder(
                host.acronym if host and host.year else f"{series} '{self.year % 100:02}"
            ),
            "start": Placeholder(day),
            "end": Placeholder(days[-1].isoformat() if days else day),
            "city": place.city if place else TO_BE_ANNOUNCED,
            "state": (place.state or "") if place else "",
            "country": (place and place.country) or TO_BE_ANNOUNCED,
            "zone": self.zone(programme, day),
            "url": checked("url", self.head.host_address).value or ""
            if self.head.host_address
            else "",
            "tentative": True,
        }
        if host is not None:
            message = (
                f"the pages do not give the full name, the first and the last day of {host.acronym}"
            )
            self.diagnostics.warn("to-confirm", message, self.head.host_span or self.start, hint)
        return {key: value for key, value in record.items() if value}

    def zone(self, programme: SiteProgramme, day: str) -> Value:
        """The time zone of the place."""
        moment = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12))
        clock = work_out_zone(self.head.place, programme.zone, moment) if self.head.place else None
        if clock is None and self.head.place is None and programme.zone:
            return self.zone_of_letters(programme.zone)
        if clock is None:
            message = "which time zone the workshop's clocks follow is not known"
            self.diagnostics.warn(
                "unknown-zone",
                message,
                self.head.place_span or self.start,
                "correct `zone` in the venue's file; UTC stands in",
            )
            return Placeholder("UTC")
        return clock.zone if clock.is_certain else Placeholder(clock.zone)

    def zone_of_letters(self, letters: str) -> Value:
        """The time zone that a programme names by letters, where no place is known."""
        zone = "UTC" if letters in {"UTC", "GMT"} else ONE_PLACE.get(letters, "")
        message = f"the programme's hours are in {letters}, and no place of the workshop is known"
        hint = f"{zone or 'UTC'} stands in; correct `zone` in the venue's file"
        if not zone:
            hint += f"; {hint_for_zone(letters)}"
        self.diagnostics.warn("unknown-zone", message, self.start, hint)
        return Placeholder(zone or "UTC")

    def texts(self, programme: SiteProgramme) -> None:
        """The texts of the proposal: the overview as the pages have it."""
        passages = self.overviews()
        blocks = [block for found in passages for block in _with_heading(found.passage)]
        blocks = [block for block in blocks if not _NUMBER_ALONE.fullmatch(block.text.strip())]
        overview = document(blocks) if blocks else ""
        if overview.strip():
            self.draft.texts["overview.md"] = overview
        parts = [
            ("Overview", overview),
            ("Topics", "{{ topics }}" if self.draft.edition.get("topics") else ""),
            ("Schedule", "{{ schedule }}" if programme.slots else ""),
            ("Speakers", "{{ speakers }}" if self.people.speakers else ""),
            ("Organizers", "{{ biographies }}"),
        ]
        text = "\n\n".join(
            f"# {heading}\n\n{content}" for heading, content in parts if content.strip()
        )
        self.draft.texts["proposal.md"] = Placeholder(text)

    def say_frames(self) -> None:
        """Say what sections show of other sites, such as a table of Google's in a frame."""
        for found in self.passages:
            for frame in found.passage.frames if found.topic in _MAY_BE_FRAMED else ():
                address = frame.attributes.get("src") or frame.attributes.get("data") or ""
                if not address or _SHOWS_NO_FACTS.search(address):
                    continue
                message = f"“{found.passage.title}” shows {address[:60]}, which is not read"
                hint = "type what stands there into the data, or import it by itself"
                self.diagnostics.warn("not-understood", message, frame.span, hint)

    def summarize(self) -> None:
        """Say of each kind of fact how many were found."""
        people, edition = self.people, self.draft.edition
        members = len(people.committee) + sum(map(len, people.committees.values()))
        found = {
            "organizers": len(people.organizers),
            "speakers": len(people.speakers),
            "members of committees": members,
            "papers": len(self.papers.records),
            "rows of the programme": len(self.draft.program),
            "dates": len(self.dates.dates),
            "topics": len(topics) if isinstance(topics := edition.get("topics"), list) else 0,
        }
        listed = ", ".join(f"{count} {name}" for name, count in found.items())
        pages = counted(len(self.site.pages), "page")
        message = f"{pages} of the edition {self.edition_id} read: {listed}"
        self.diagnostics.note("import-summary", message)


_MAY_BE_FRAMED = {
    *(Topic.ORGANIZERS, Topic.COMMITTEE, Topic.SPEAKERS, Topic.PANELISTS, Topic.PAPERS),
    *(Topic.SCHEDULE, Topic.DATES, Topic.TOPICS, Topic.CALL),
}
_SHOWS_NO_FACTS = re.compile(
    r"youtu\.?be|vimeo|google\.[a-z.]+/maps|maps\.google|openstreetmap|twitter|slideslive|analytics"
    r"|zoom\.us|timeanddate|countdown|clock|forms\b|bilibili|googletagmanager|\.mp4",
    re.IGNORECASE,
)
"""Frames of videos, maps and forms. Example: `https://maps.google.com/maps?q=Porto`."""
_ACRONYM = re.compile(r"\b[A-Z](?:[\w&+-]*[A-Z])[\w&+]*")
"""`WSP`, `SAM-NET`, `WSP26`"""


def _with_acronym_apart(title: WorkshopTitle) -> WorkshopTitle:
    """A title without the acronym in front of it: `SPT - Sample Proposals and Tests`."""
    match = _ACRONYM_IN_FRONT.fullmatch(title.name)
    if match is None or not _abbreviates(match["short"].rstrip("0123456789"), match["name"]):
        return title
    return replace(title, name=match["name"], acronym=title.acronym or match["short"])


_ACRONYM_IN_FRONT = re.compile(
    r"(?P<short>[A-Z]\w*[A-Z]\w*)\s*(?:[|:]|\s[–—-])\s+(?P<name>\S+\s\S.*)"
)
"""`EXC2 - Energy Exact Computing`"""
_CAPITALIZED_WORDS = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)+")
"""Words with a hyphen between them, and no acronym: `Energy-Efficient`."""


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short name stand in a title in their order, from an initial on."""
    if _CAPITALIZED_WORDS.fullmatch(short):
        return False
    short = short.replace("-", "")
    letters = iter(name.casefold())
    is_initial = any(word[:1].casefold() == short[0].casefold() for word in name.split())
    return len(short) > 2 and is_initial and all(letter in letters for letter in short.casefold())


def _with_heading(passage: Passage) -> list[Element]:
    """The blocks of a passage; one below another one begins with its title."""
    if len(passage.path) < 2 or not passage.title:
        return passage.blocks
    return [Element("h2", passage.span, {}, [passage.title]), *passage.blocks]
