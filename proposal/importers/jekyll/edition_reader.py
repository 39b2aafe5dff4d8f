"""Puts together what the pages of an edition tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from proposal.importers.draft import (
    Draft,
    Placeholder,
    Record,
    SourceDiagnostics,
    Value,
    organizer_entry,
)
from proposal.importers.jekyll.call_reader import CallForPapers, CallReader
from proposal.importers.jekyll.committee import listed_committee, read_committee, split_member
from proposal.importers.jekyll.editions import earlier_editions
from proposal.importers.jekyll.headline_reader import Headline, read_headline, wrong_weekday
from proposal.importers.jekyll.host_reader import read_venue
from proposal.importers.jekyll.links_reader import read_links
from proposal.importers.jekyll.own_material import OwnMaterialReader, front_matter_of
from proposal.importers.jekyll.page import PageSection, diagnostics_of, sections_of
from proposal.importers.jekyll.papers_collection import JekyllPapers
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.jekyll.prose_writer import document, statement, whole_page
from proposal.importers.jekyll.rows import PeopleRows, people_of, read_rows
from proposal.importers.jekyll.schedule_reader import JekyllSchedule, read_schedule
from proposal.importers.jekyll.site_files import JekyllSite, is_call, open_site
from proposal.importers.jekyll.sponsors import read_sponsors
from proposal.importers.stand_ins import UNKNOWN_END, UNKNOWN_START
from proposal.importers.values import checked
from proposal.model.affiliated import without_pronouns
from proposal.model.edition_id import year_of_id
from proposal.model.loading.own_page import PAGES
from proposal.model.records.committee_record import other_committee
from proposal.reading.page_tree import Element
from proposal.reading.roles import part_in_organizing
from proposal.reading.source_document import SourceDocument

_TOPICS = {
    "organizers": r"organi[sz]|chairs",
    "committee": r"committee|reviewers",
    "call": r"call|cfp|participation|submi|topic|dates|deadline|information",
    "papers": r"accepted|papers?$|publications|proceedings",
    "schedule": r"schedule|program(?:me)?\b|agenda|time\s*table",
    "people": r"keynote|speaker|invited|panell?ist|talks?$",
    "sponsors": r"sponsor|support",
    "links": r"^links$|follow\s+us|social\b|stay\s+(?:tuned|in\s+touch|connected)",
    "contact": r"contact|questions",
    "overview": r"overview|about|introduction|motivation|abstract|description|scope",
}
"""What a section is about, by the words of its heading; the first match decides."""

_PARTICIPATION = re.compile(r"Call for Participation|Participation by invitation")
"""`Call for Participation: First Workshop on Tides`"""
_BY_INVITATION = "Participation is by invitation only."
_WITH_LINKS = ("overview", "call", "schedule", "contact")
"""The sections in which a page links to registration and the like."""


def read_jekyll(source: Path, edition_id: str) -> Draft:
    """Read an edition from a page, or from the folder of a whole site.

    Args:
        source: a page with front matter, or the site's folder.
        edition_id: the edition.

    Raises:
        ImportSourceError: there is no page of the edition, or it is no page.
    """
    return _EditionReader(open_site(source, edition_id), year_of_id(edition_id)).read()


@dataclass(slots=True)
class _EditionReader:
    site: JekyllSite
    year: int
    draft: Draft = field(default_factory=Draft)
    headline: Headline = field(init=False)
    people: JekyllPeople = field(init=False)
    papers: JekyllPapers = field(init=False)
    rows: PeopleRows = field(default_factory=PeopleRows)
    schedule: JekyllSchedule = field(default_factory=JekyllSchedule)
    committees: dict[str, list[Record]] = field(default_factory=dict)
    """The members of committees beside the program committee, by the committees' names."""
    sections: dict[str, list[tuple[SourceDocument, PageSection]]] = field(default_factory=dict)

    @property
    def diagnostics(self) -> SourceDiagnostics:
        """What was not understood so far, of all parts of the reading."""
        return self.draft.diagnostics

    @property
    def main(self) -> SourceDocument:
        return self.site.main

    def read(self) -> Draft:
        self.site.diagnostics = self.diagnostics
        self.people, self.papers = JekyllPeople(self.diagnostics), JekyllPapers(self.diagnostics)
        self.headline = read_headline(self.main, self.year)
        for page in self.site.pages:
            self.diagnostics.extend(diagnostics_of(page))
            self.sort_sections(page)
            found = read_rows(page, self.people, self.site)
            known = [(people_of(speaker), speaker["role"]) for speaker in self.rows.speakers]
            self.rows.speakers += [
                speaker
                for speaker in found.speakers
                if (people_of(speaker), speaker["role"]) not in known
            ]
            self.rows.organizers += found.organizers
            self.rows.titles |= found.titles
            self.rows.parts |= found.parts
            for name, members in found.committees.items():
                self.note_committee(name, [{"person": person} for person in members])
        self.organizers_in_lists()
        self.data_files()
        self.program()
        call = self.call()
        self.fill_series()
        self.fill_edition(call)
        when = self.draft.edition.get("when")
        first = when[0] if isinstance(when, list) else when
        day = str(first["date"]) if isinstance(first, dict) else None
        self.draft.venue = read_venue(self.site, self.headline, self.schedule, day)
        self.texts()
        self.people.warn_of_spellings()
        self.papers.warn_without_authors()
        self.draft.people = self.people.everybody
        self.draft.program = self.schedule.slots
        self.draft.papers = self.papers.records
        return self.draft

    def sort_sections(self, page: SourceDocument) -> None:
        for section in sections_of(page):
            topic = _topic_of(section)
            if topic is None and is_call(page):
                topic = "call"
            if topic is not None:
                self.sections.setdefault(topic, []).append((page, section))
            is_read = topic is not None and topic != "people"
            if not is_read and section.title and any(block.text for block in section.blocks):
                message = f"the section “{section.title}” is not understood, and is left out"
                self.diagnostics.warn("not-understood", message, section.span)

    def of(self, topic: str) -> list[tuple[SourceDocument, PageSection]]:
        """The sections about something."""
        return self.sections.get(topic, [])

    # People and lists

    def organizers_in_lists(self) -> None:
        """Lists of organizers: they name who has no row, and where each one works."""
        has_rows = bool(self.rows.organizers)
        for page, section in self.of("organizers"):
            for item in (item for block in section.blocks for item in block.all("li")):
                name, affiliation = split_member(item.text)
                person = self.people.find(name)
                if person is None and not has_rows:
                    person = self.people.add(name, item.span)
                if person is None:
                    continue
                if person not in self.rows.organizers and not has_rows:
                    self.rows.organizers.append(person)
                if part := part_in_organizing(section.title):
                    self.rows.parts.setdefault(person, part)
                person.pronouns = person.pronouns or without_pronouns(item.text)[1]
                self.people.works_at(person, affiliation, page.find(affiliation, item.span))
        if not self.rows.organizers:
            message = "the page names no organizers, which an edition must have"
            span = self.main.front.span
            self.diagnostics.warn("not-found", message, span, "add them to edition.yaml")

    def data_files(self) -> None:
        """The files of the site's folder `_data` that the pages list."""
        committee: list[Record] = []
        seen: set[str] = set()
        for page in self.site.pages:
            for used in page.plain.data:
                if used.name in seen:
                    continue
                seen.add(used.name)
                node = self.site.data(used.name, used.span)
                if node is None or node.value is None:
                    continue
                topic = _topic_of_name(used.name)
                if name := other_committee(used.name):
                    self.note_committee(name, read_committee(node, self.people))
                elif topic == "committee":
                    committee += read_committee(node, self.people)
                elif topic == "papers":
                    self.papers.read(node)
                else:
                    message = f"what `{used.name}` lists is not understood"
                    self.diagnostics.warn("not-understood", message, used.span)
        listed = listed_committee([section for _, section in self.of("committee")], self.people)
        self.draft.edition["committee"] = committee or listed
        for _, section in self.of("committees"):
            self.note_committee(section.title, listed_committee([section], self.people))

    def note_committee(self, name: str, members: list[Record]) -> None:
        """Add members to a committee beside the program committee."""
        known = self.committees.setdefault(name, [])
        known += [member for member in members if member not in known]

    def program(self) -> None:
        """The schedule of the first page that has one, and papers that a page lists itself."""
        for page in self.site.pages:
            sections = [section for other, section in self.of("schedule") if other is page]
            if not self.schedule.slots:
                self.schedule = read_schedule(
                    page, sections, self.people, self.rows, self.papers, self.year
                )
        for page, section in self.of("papers"):
            if not self.papers.listed:
                for item in (item for block in section.blocks for item in block.all("li")):
                    if item.text:
                        self.papers.presented(item.text, page.find(item.text, item.span))

    def call(self) -> CallForPapers:
        series = self.headline.host.series if self.headline.host else None
        is_own = "data-digest" in self.main.front.keys
        reader = CallReader(self.people, series, is_own=is_own)
        for _, section in self.of("call"):
            reader.tracks(section)
        has_call_page = any(map(is_call, self.site.pages))
        is_for_papers = self.participation is None
        for page, section in self.of("call"):
            reader.dates(page, section)
            if re.search(r"topic", section.title, re.IGNORECASE) or _introduces_topics(section):
                reader.topics(section)
            has_policy = is_for_papers and (is_call(page) or not has_call_page)
            reader.submission(page, section, has_policy=has_policy)
        for page in self.site.pages:
            reader.contact(page)
        return reader.finish()

    @property
    def participation(self) -> SourceDocument | None:
        """Our own page that calls for participation, of an edition without a call for papers."""
        if "data-digest" not in self.main.front.keys:
            return None
        calls = (page for page in self.site.pages if is_call(page))
        return next(
            (page for page in calls if _PARTICIPATION.match(page.front_text("title"))), None
        )

    # The edition

    def fill_series(self) -> None:
        title = self.headline.title
        series = {"name": title.name, "acronym": self.headline.acronym}
        self.draft.workshop = {key: value for key, value in series.items() if value}
        if address := checked("url", self.site.address or "").value:
            self.draft.workshop["url"] = address
        if earlier := earlier_editions(self.site, self.year, title.ordinal):
            self.draft.workshop["earlier"] = earlier

    def fill_edition(self, call: CallForPapers) -> None:
        title = self.headline.title
        if title.ordinal is None:
            message = "the title does not say which edition of the series this is"
            span = self.headline.title_span
            self.diagnostics.warn("to-confirm", message, span, "correct `ordinal`")
        record: Record = {"ordinal": title.ordinal or Placeholder("1")}
        if when := self.when(call):
            record["when"] = when
        record["room"] = self.schedule.usual_room
        record["attendance"] = "hybrid" if self.headline.is_online_too else ""
        if record["attendance"] and (join := self.schedule.join):
            record["join"] = join if len(join) > 1 else join[0]
        if any(_BY_INVITATION in page.text for page in self.site.pages):
            record["by_invitation"] = True
        record["organizers"] = [
            organizer_entry(person, self.rows.parts.get(person))
            for person in dict.fromkeys(self.rows.organizers)
        ]
        if isinstance(call.contact, str) or call.contact in self.rows.organizers:
            others = list(dict.fromkeys(call.further_contacts))
            record["contact"] = [call.contact, *others] if others else call.contact
        if abstract := self.abstract():
            record["abstract"] = abstract
        record["links"] = self.links()
        record["topics"] = list(call.topics)
        record["speakers"] = list(self.rows.speakers)
        record["dates"] = call.dates
        record["submissions"] = "none" if self.participation else self.own_call(call)
        record["committee"] = self.draft.edition["committee"]
        record["committees"] = [
            {"name": name, "members": members}
            for name, members in self.committees.items()
            if members
        ]
        record["sponsors"] = read_sponsors(
            [section for _, section in self.of("sponsors")],
            [tiers for page in self.site.pages if (tiers := page.front.child("sponsors"))],
            self.diagnostics,
        )
        record["documents"] = {"proposal": {"text": Placeholder("proposal.md")}}
        self.draft.edition = {key: value for key, value in record.items() if value}

    def own_call(self, call: CallForPapers) -> Record:
        """How papers are sent in, with what our own page calls the call if it is none for them."""
        title = self.main.front_text("title").partition(" <br>")[0]
        calls = (page.front_text("title") for page in self.site.pages if is_call(page))
        named = (name.removesuffix(f": {title}") for name in calls if name.endswith(f": {title}"))
        name = next(named, "Call for Papers") if "data-digest" in self.main.front.keys else ""
        return call.submissions | ({"call": name} if name not in {"", "Call for Papers"} else {})

    def links(self) -> Record:
        """What the pages link to; links of people, papers and sponsors are others."""
        listed = [section for _, section in self.of("links")]
        others = [section for topic in _WITH_LINKS for _, section in self.of(topic)]
        return read_links(listed, others, self.site.pages)

    def when(self, call: CallForPapers) -> Value:
        """The day and its hours, or several days; nothing if the page does not say it."""
        days = self.schedule.days("")
        if len(days) > 1:
            return days
        day, span = self.headline.day or call.day, self.headline.span
        if day is None:
            message = "the page does not say on which day the workshop is"
            hint = "add `when: {date: …, start: …, end: …}` to edition.yaml"
            self.diagnostics.warn("not-found", message, span, hint)
            return ""
        if day.contradicts_weekday and day.weekday:
            self.diagnostics.append(wrong_weekday(day, self.main.find(day.weekday, span)))
        if day.is_range:
            message = f"several days are given; the workshop is put on {day.date}"
            self.diagnostics.warn("to-confirm", message, span)
        if call.day and call.day.date != day.date:
            message = f"the dates give {call.day.date} as the day of the workshop, not {day.date}"
            self.diagnostics.warn("two-dates", message, span, "the one at the head is taken")
        hours = self.schedule.hours
        if hours is None:
            message = "the page has no schedule, so the hours of the workshop are not known"
            hint = f"{UNKNOWN_START} to {UNKNOWN_END} stand in; correct `when` in edition.yaml"
            self.diagnostics.warn("to-confirm", message, span, hint)
        start, end = hours or (UNKNOWN_START, UNKNOWN_END)
        return {"date": day.date.isoformat(), "start": start, "end": end}

    def abstract(self) -> str | None:
        """That of a call for participation; else the overview's first paragraph stands in."""
        for page, section in self.of("call"):
            if page is self.participation and not section.title and len(section.blocks) > 1:
                # The first paragraph says what is held when, and where.
                return statement(Element("page", section.span, {}, [*section.blocks[1:]]))
        for _, section in self.of("overview"):
            for block in section.blocks:
                if block.tag == "p" and block.text:
                    message = "a page has no abstract; the overview's first paragraph stands in"
                    hint = "write an abstract into edition.yaml"
                    self.diagnostics.warn("to-confirm", message, block.span, hint)
                    return Placeholder(statement(Element("page", block.span, {}, [block])))
        message = "the page has neither abstract nor overview"
        span = self.main.front.span
        self.diagnostics.warn("not-found", message, span, "add `abstract` to edition.yaml")
        return None

    # Texts

    def own_pages(self) -> None:
        """The pages that organizers wrote themselves."""
        for pages, texts, is_of_series in (
            (self.site.own, self.draft.texts, False),
            (self.site.series_own, self.draft.series_texts, True),
        ):
            own = OwnMaterialReader(self.site, self.draft, is_of_series)
            for page in pages:
                name = page.front_text("permalink").rpartition("/")[2]
                title = page.front_tree("title")
                heading = statement(title) if title else name
                text = whole_page(page.tree.children, own)
                texts[f"{PAGES}/{name}.md"] = f"{front_matter_of(page)}# {heading}\n\n{text}\n"

    def texts(self) -> None:
        blocks = [block for _, section in self.of("overview") for block in _with_title(section)]
        own = OwnMaterialReader(self.site, self.draft)
        overview = document(blocks, own) if blocks else ""
        self.own_pages()
        if overview:
            self.draft.texts["overview.md"] = overview
        parts = [
            ("Overview", document(blocks)),
            ("Topics", "{{ topics }}" if self.draft.edition.get("topics") else ""),
            ("Schedule", "{{ schedule }}" if self.schedule.slots else ""),
            ("Speakers", "{{ speakers }}" if self.rows.speakers else ""),
            ("Organizers", "{{ biographies }}"),
        ]
        text = "\n\n".join(f"# {heading}\n\n{content}" for heading, content in parts if content)
        self.draft.texts["proposal.md"] = Placeholder(text)


def _topic_of(section: PageSection) -> str | None:
    """What a section is about, by its heading or by the one that it stands under."""
    for title in reversed(section.path):
        if other_committee(title) and any(block.all("li") for block in section.blocks):
            return "committees"
        for topic, words in _TOPICS.items():
            if re.search(words, title, re.IGNORECASE):
                return topic
    return None


def _topic_of_name(name: str) -> str | None:
    """What a data file lists, by its name."""
    if re.search(r"member|committee|pc", name, re.IGNORECASE):
        return "committee"
    return "papers" if re.search(r"paper|publication|accepted", name, re.IGNORECASE) else None


def _introduces_topics(section: PageSection) -> bool:
    """Whether a list of topics stands under a paragraph that says so."""
    tags = [block.tag for block in section.blocks]
    said = any(
        re.search(r"\btopics\b", block.text, re.IGNORECASE)
        for block in section.blocks
        if block.tag == "p"
    )
    return said and "ul" in tags


def _with_title(section: PageSection) -> list[Element]:
    """The blocks of a section; one below another one begins with its title."""
    if len(section.path) < 2:
        return section.blocks
    return [Element("h2", section.span, {}, [section.title]), *section.blocks]
