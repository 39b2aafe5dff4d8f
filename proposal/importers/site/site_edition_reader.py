"""Puts together what the pages of a workshop's website tell of one edition."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from proposal.diagnostics import Span
from proposal.importers.draft import (
    Draft,
    DraftPerson,
    Placeholder,
    Record,
    SourceDiagnostics,
    Value,
    organizer_entry,
)
from proposal.importers.jekyll.people_collection import JekyllPeople
from proposal.importers.jekyll.prose_writer import document, statement
from proposal.importers.site.date_lines import DatedLine, dated_lines
from proposal.importers.site.person_lines import NamedPerson, read_people
from proposal.importers.site.section_topics import Topic, topic_in_path
from proposal.importers.site.site_head import (
    SiteHead,
    days_of_workshop,
    find_place,
    read_host_of,
    read_place_of,
    read_title_of,
)
from proposal.importers.site.site_lines import Passage, SiteLine
from proposal.importers.site.site_papers import SitePapers
from proposal.importers.site.site_programme import SiteProgramme
from proposal.importers.site.workshop_site import SitePage, WorkshopSite
from proposal.importers.values import checked
from proposal.model.affiliated import EMAIL
from proposal.model.name_comparison import same_name
from proposal.model.deadline_kinds import DEADLINE_NAMES
from proposal.model.edition_id import year_of_id
from proposal.reading.conferences import known_series
from proposal.reading.page_tree import Element, lines_of
from proposal.reading.places import work_out_zone
from proposal.reading.roles import part_in_organizing

_UNKNOWN_START, _UNKNOWN_END = "09:00", "17:00"
_SYSTEMS = {
    "openreview.net": "OpenReview",
    "easychair.org": "EasyChair",
    "cmt3.research.microsoft.com": "CMT",
    "cmt.research.microsoft.com": "CMT",
    "softconf.com": "Softconf",
    "hotcrp.com": "HotCRP",
}
_PEOPLE = {Topic.ORGANIZERS, Topic.COMMITTEE, Topic.OTHER_COMMITTEE, Topic.SPEAKERS, Topic.PANELISTS}
_NO_CONTACT = re.compile(r"conference@|info@(?:acm|ieee)|@example\.", re.IGNORECASE)
_LONGEST_TOPIC = 300


@dataclass(slots=True)
class TopicPassage:
    """A passage and what it is about."""

    page: SitePage
    passage: Passage
    topic: Topic | None
    is_inner: bool
    """Whether a heading above its own says what it is about."""


@dataclass(slots=True)
class SiteEditionReader:
    """Reads one edition from the pages of a site."""

    site: WorkshopSite
    edition_id: str
    draft: Draft = field(default_factory=Draft)
    people: JekyllPeople = field(init=False)
    head: SiteHead = field(default_factory=SiteHead)
    passages: list[TopicPassage] = field(default_factory=list)
    organizers: list[DraftPerson] = field(default_factory=list)
    parts: dict[DraftPerson, str] = field(default_factory=dict)
    speakers: list[Record] = field(default_factory=list)
    committee: list[Record] = field(default_factory=list)
    committees: dict[str, list[Record]] = field(default_factory=dict)
    papers: SitePapers = field(init=False)
    dated: list[DatedLine] = field(default_factory=list)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For each kind of fact: how many were found, and how many lines were not understood."""

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
        self.people = JekyllPeople(self.diagnostics)
        self.papers = SitePapers(self.diagnostics)
        self.sort_passages()
        title, span = read_title_of(self.site, self.year)
        if title is not None and title.acronym is None:
            title = replace(title, acronym=self.acronym_in_titles(title.name))
        self.head = read_host_of(self.site, self.year, title.acronym if title else None)
        self.head.title, self.head.title_span = title, span
        self.head.place, self.head.place_span, self.head.is_online_too = read_place_of(self.site)
        self.read_people()
        self.read_papers()
        self.read_dates()
        programme = SiteProgramme(self.people, self.papers, self.speakers, self.diagnostics)
        programme.read(self.of(Topic.SCHEDULE), self.year)
        self.fill(programme)
        self.draft.people = self.people.everybody
        self.draft.program = programme.slots
        self.draft.papers = self.papers.records
        self.summarize(programme)
        return self.draft

    def sort_passages(self) -> None:
        """Find out what every passage is about."""
        for page in self.site.pages:
            page_topic = page.topic if page is not self.site.main else None
            for passage in page.passages:
                topic, index = topic_in_path(passage.path)
                is_inner = index >= 0 and index < len(passage.path) - 1
                if topic is None:
                    topic, is_inner = page_topic, bool(passage.title)
                self.passages.append(TopicPassage(page, passage, topic, is_inner))

    def of(self, *topics: Topic) -> list[TopicPassage]:
        """The passages about something."""
        return [found for found in self.passages if found.topic in topics]

    # People

    def read_people(self) -> None:
        """Read organizers, speakers and committees, each passage with those below it."""
        for topic, title, passages in self.groups():
            lines: list[SiteLine] = []
            for found in passages:
                if found.is_inner and found.passage.heading is not None:
                    lines.append(found.passage.heading)
                lines += found.passage.lines
            people = read_people(lines)
            if not people.people:
                self.not_found(topic, title, lines)
                continue
            for person in people.people:
                self.note(topic, title, person)
        for found in self.passages:
            if found.topic not in _PEOPLE:
                self.labelled_speakers(found)

    def groups(self) -> list[tuple[Topic, str, list[TopicPassage]]]:
        """The passages about people that stand under one heading, together."""
        groups: list[tuple[Topic, str, list[TopicPassage]]] = []
        for found in self.passages:
            if found.topic not in _PEOPLE or found.topic is None:
                continue
            _, index = topic_in_path(found.passage.path)
            title = found.passage.path[index] if index >= 0 else found.page.title
            if groups and groups[-1][0] is found.topic and groups[-1][1] == title and groups[-1][2][-1].page is found.page:
                groups[-1][2].append(found)
            else:
                groups.append((found.topic, title, [found]))
        return groups

    def not_found(self, topic: Topic, title: str, lines: list[SiteLine]) -> None:
        said = [line for line in lines if line.text]
        if not said:
            return
        count = self.counts.get(topic.value, (0, 0))
        self.counts[topic.value] = (count[0], count[1] + len(said))
        message = f"nobody is understood in “{title or topic.value}” ({_counted(len(said), 'line')})"
        self.diagnostics.warn("not-understood", message, said[0].span, "type these people into the data")

    def note(self, topic: Topic, title: str, named: NamedPerson) -> None:
        """Add a person of a passage to those who do the same."""
        if topic in {Topic.COMMITTEE, Topic.OTHER_COMMITTEE}:
            self.note_member(topic, title, named)
            return
        person = self.person(named)
        if person is None:
            return
        if topic is Topic.ORGANIZERS:
            if person not in self.organizers:
                self.organizers.append(person)
            if part := named.role or part_in_organizing(title):
                self.parts.setdefault(person, part)
            return
        self.note_speaker(person, topic, title, named)

    def note_speaker(self, person: DraftPerson, topic: Topic, title: str, named: NamedPerson) -> None:
        role = "keynote" if re.search(r"keynote|plenary", f"{title} {named.label}", re.IGNORECASE) else "talk"
        if topic is Topic.PANELISTS:
            role = "moderator" if re.search(r"moderator|chair|host", named.label, re.IGNORECASE) else "panelist"
        known = next((one for one in self.speakers if one["person"] is person and (one["role"] == role or role in {"talk", "keynote"} and one["role"] in {"talk", "keynote"})), None)
        record: Record = known or {"person": person, "role": role}
        if role == "keynote" and known is not None and known["role"] == "talk":
            known["role"] = "keynote"
        if named.title and "title" not in record and role in {"keynote", "talk"}:
            record["title"] = named.title
        if named.abstract and "abstract" not in record and role in {"keynote", "talk"}:
            record["abstract"] = named.abstract
        record.setdefault("status", "invited" if named.is_unsure else "confirmed")
        if known is None:
            self.speakers.append(record)

    def person(self, named: NamedPerson) -> DraftPerson | None:
        """The person with all that is said of them."""
        person = self.misspelt(named) or self.people.add(named.name, named.span)
        if person is None:
            return None
        if named.affiliation is not None:
            if not person.affiliations:
                person.affiliations = [named.affiliation.record]
            self.people.affiliations.setdefault(person, []).append((named.affiliation.institution, named.span))
        person.pronouns = person.pronouns or named.pronouns or None
        if named.email and (email := checked("email", named.email).value):
            person.email = person.email or email
        if named.homepage and (url := checked("url", named.homepage).value) and self.is_elsewhere(url):
            person.homepage = person.homepage or url
        if named.biography and not person.biography:
            text = "\n\n".join(named.biography)
            person.biography = _escaped(text)
        return person

    def misspelt(self, named: NamedPerson) -> DraftPerson | None:
        """Somebody of the same institution whose name differs by one letter."""
        name, where = _bare_name(named.name), named.affiliation
        if where is None or self.people.find(name) is not None:
            return None
        for person in self.people.everybody:
            works_there = any(post.get("institution") == where.institution for post in person.affiliations)
            if works_there and _differs_by_a_letter(person.name, name):
                place = self.people.places[person]
                message = f"“{name}” is “{person.name}” in {place.file.name}:{place.line}"
                self.diagnostics.warn("two-spellings", message, named.span, "that one is taken; look which is right")
                return person
        return None

    def is_elsewhere(self, url: str) -> bool:
        """Whether an address leads out of the site."""
        own = re.sub(r"^https?://(?:www\.)?", "", self.site.address).rstrip("/")
        return not own or own not in url

    def note_member(self, topic: Topic, title: str, named: NamedPerson) -> None:
        """Add a member to a committee; who has a file already is named by it."""
        cleaned = self.people.cleaned(_bare_name(named.name), named.span)
        if cleaned is None:
            return
        member: Record
        person = self.people.find(cleaned)
        if person is not None:
            member = {"person": person}
        else:
            member = {"name": cleaned}
            if named.affiliation is not None and named.affiliation.line:
                member["affiliation"] = named.affiliation.line
        members = self.committee if topic is Topic.COMMITTEE else self.committees.setdefault(_name_of(title), [])
        if not any(_is_same_member(member, known) for known in members):
            members.append(member)

    def labelled_speakers(self, found: TopicPassage) -> None:
        """People whom a line outside of lists of people calls speakers."""
        if found.topic is Topic.SCHEDULE:
            return
        for index, line in enumerate(found.passage.lines):
            match = re.match(r"^(?:keynote\s+|invited\s+)?speaker\s*:\s*\S", line.text, re.IGNORECASE)
            if match is None:
                continue
            lines = [line]
            for following in found.passage.lines[index + 1 :]:
                if re.match(r"^(?:keynote\s+|invited\s+)?speaker\s*:", following.text, re.IGNORECASE):
                    break
                lines.append(following)
            lines += self.below(found)
            for person in read_people(lines).people:
                if person.label:
                    self.note(Topic.SPEAKERS, "", person)

    def below(self, found: TopicPassage) -> list[SiteLine]:
        """The heading and the lines of the passage below one, which may be a talk's title."""
        passages = [one.passage for one in self.passages if one.page is found.page]
        place = next((index for index, one in enumerate(passages) if one is found.passage), len(passages))
        following = passages[place + 1 : place + 2]
        if not following or not re.match(r"title\s*:", following[0].title, re.IGNORECASE):
            return []
        heading = following[0].heading
        return [*([heading] if heading is not None else []), *following[0].lines]

    # Papers and dates

    def read_papers(self) -> None:
        """Read the lists of accepted papers."""
        for found in self.of(Topic.PAPERS):
            if re.search(r"submission|format|guideline|call|polic", " ".join(found.passage.path), re.IGNORECASE):
                continue
            if found.page.topic in {Topic.CALL, Topic.SUBMISSION} and not re.search(r"accepted", " ".join(found.passage.path), re.IGNORECASE):
                continue
            self.papers.read(found.passage)

    def read_dates(self) -> None:
        """Read the days that authors must know."""
        for found in self.passages:
            if found.topic in {Topic.NEWS, Topic.EARLIER, Topic.PAPERS}:
                continue
            heading = " ".join((*found.passage.path, found.page.title))
            lines = dated_lines(found.passage.lines, found.passage.title, self.year)
            if found.topic not in {Topic.DATES, Topic.CALL, Topic.SUBMISSION}:
                lines = [line for line in lines if line.kind is not None and len(line.label) < 60]
                lines = [line for line in lines if line.label.casefold() not in _VAGUE]
            for line in lines:
                self.date(line, heading, found)

    def date(self, line: DatedLine, heading: str, found: TopicPassage) -> None:
        kind = line.kind
        if kind == "workshop":
            self.dated.append(line)
            return
        if _is_other_track(heading):
            kind = None
        days = line.days or line.was
        if kind not in DEADLINE_NAMES or not days or line.is_range:
            if found.topic is Topic.DATES and days:
                self.left_out_dates.append(line)
            self.dated.append(line)
            return
        record: Record = {"date": days[-1].isoformat() if line.days else days[0].isoformat()}
        if line.time:
            record["time"] = line.time
        if earlier := [day.isoformat() for day in line.was if day.isoformat() != record["date"]]:
            record["was"] = earlier if line.days else earlier[1:]
        if line.is_aoe:
            record["zone"] = "AoE"
        record = {key: value for key, value in record.items() if value}
        dates = self.draft.edition.setdefault("dates", {})
        if not isinstance(dates, dict):
            return
        known = dates.get(kind)
        if known is None:
            dates[kind] = record
            self.places_of_dates[kind] = line.span
        elif isinstance(known, dict) and known["date"] != record["date"]:
            where = self.places_of_dates[kind]
            message = f"another day stands at {where.file.name}:{where.line}: {known['date']}"
            if "was" in record and known["date"] in _listed(record["was"]):
                dates[kind] = record
                self.places_of_dates[kind] = line.span
            elif "was" not in known or record["date"] not in _listed(known["was"]):
                self.diagnostics.warn("two-dates", f"“{line.text[:70]}”: {message}", line.span, "that one is taken")
        elif isinstance(known, dict):
            for key in ("was", "zone", "time"):
                if key in record:
                    known.setdefault(key, record[key])

    left_out_dates: list[DatedLine] = field(default_factory=list)
    places_of_dates: dict[str, Span] = field(default_factory=dict)

    # The edition

    def fill(self, programme: SiteProgramme) -> None:
        """Fill the keys of the edition, of the workshop and of the venue."""
        self.fill_workshop()
        record: Record = {"ordinal": self.ordinal()}
        days = self.days(programme)
        record["when"] = self.when(programme, days)
        if self.head.is_online_too:
            record["attendance"] = "hybrid"
        record["organizers"] = [organizer_entry(person, self.parts.get(person)) for person in self.organizers]
        if contact := self.contact():
            record["contact"] = contact
        if abstract := self.abstract():
            record["abstract"] = abstract
        record["topics"] = list(self.topics())
        record["speakers"] = list(self.speakers)
        record["dates"] = self.draft.edition.get("dates", {})
        record["submissions"] = self.submissions()
        record["committee"] = list(self.committee)
        record["committees"] = [
            {"name": name, "members": members} for name, members in self.committees.items() if members
        ]
        record["documents"] = {"proposal": {"text": Placeholder("proposal.md")}}
        self.draft.edition = {key: value for key, value in record.items() if value}
        self.draft.venue = self.venue(programme, days)
        self.texts(programme)
        for line in self.left_out_dates:
            message = f"“{line.text[:90]}” is none of the usual dates of authors, and is left out"
            self.diagnostics.warn("not-understood", message, line.span, "add it under `dates` with a name of your own, if pages are to have it")

    def fill_workshop(self) -> None:
        title = self.head.title
        if title is None:
            message = "the title of the workshop is not understood"
            self.diagnostics.warn("not-found", message, self.start, "correct `name` and `acronym` in workshop.yaml")
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
        message = f"no acronym of the workshop is found; {letters or 'W'} stands in"
        hint = "correct `acronym` in workshop.yaml"
        self.diagnostics.warn("to-confirm", message, self.head.title_span or self.start, hint)
        return Placeholder(letters or "W")

    def acronym_in_titles(self, name: str) -> str | None:
        """A short name in the titles of pages and site whose letters stand in the title, too."""
        config = (str(self.site.config.get(key) or "") for key in ("title", "name"))
        texts = [self.site.main.title, *config, *(page.title for page in self.site.pages)]
        for text in texts:
            for word in re.findall(r"[A-Z][\w&+]*[A-Z][\w&+]*", text):
                short = re.sub(r"(?:20)?\d\d$", "", word)
                if known_series(short) is None and short != name and _abbreviates(short, name):
                    return short
        return None

    @property
    def start(self) -> Span:
        """Where the edition's first page begins."""
        return self.site.main.document.spans[0]

    def ordinal(self) -> Value:
        title = self.head.title
        if title is not None and title.ordinal:
            return title.ordinal
        message = "the title does not say which edition of the series this is"
        self.diagnostics.warn("to-confirm", message, self.head.title_span or self.start, "correct `ordinal`")
        return Placeholder("1")

    def days(self, programme: SiteProgramme) -> tuple[dt.date, ...]:
        """The day of the workshop, as the dates, the head or the programme give it."""
        head: list[DatedLine] = []
        for page in self.site.pages:
            for key in ("excerpt", "subtitle", "description"):
                tree = page.document.front_tree(key)
                node = page.document.front.child(key)
                if tree is not None and node is not None:
                    head += dated_lines([SiteLine(line, node.span, "p", "", 0, 0) for line in lines_of(tree)], "", self.year)
        for found in self.passages:
            is_head = found.topic in {Topic.VENUE, Topic.SCHEDULE} or (found.page is self.site.main and found.topic in {None, Topic.OVERVIEW, Topic.CALL})
            if is_head:
                lines = [line for line in found.passage.lines if len(line.text) < 400][:12]
                if found.passage.heading is not None:
                    lines = [found.passage.heading, *lines]
                head += [line for line in dated_lines(lines, found.passage.title, self.year) if line.kind in {None, "workshop"} and not re.search(r"deadline|submi|notif|camera|paper|regist|extended|previous|last\s+year", line.text, re.IGNORECASE)]
        days, span, _ = days_of_workshop(self.dated, head, self.year)
        self.head.days, self.head.day_span = days, span
        ranges = [line for line in [*self.dated, *head] if line.is_range and line.days]
        if ranges:
            self.head.day_span = self.head.day_span or ranges[0].span
            first = ranges[0].days[0]
            self.head.conference = (first, first)
        return days

    def when(self, programme: SiteProgramme, days: tuple[dt.date, ...]) -> Value:
        hours = programme.hours or self.hours()
        if not days:
            stand_in = self.head.conference[0] if self.head.conference else dt.date(self.year, 12, 31)
            message = "the pages do not say on which day the workshop is"
            hint = f"{stand_in} stands in; correct `when` in edition.yaml, and delete `tentative`"
            self.diagnostics.warn("not-found", message, self.head.day_span or self.start, hint)
            start, end = hours or (_UNKNOWN_START, _UNKNOWN_END)
            return {"date": Placeholder(stand_in.isoformat()), "start": Placeholder(start), "end": Placeholder(end), "tentative": True}
        record: Record = {"date": days[0].isoformat()}
        if hours is None:
            message = "the pages have no programme with hours, so those of the workshop are not known"
            hint = f"{_UNKNOWN_START} to {_UNKNOWN_END} stand in; correct `when` in edition.yaml, and delete `tentative`"
            self.diagnostics.warn("to-confirm", message, self.head.day_span or self.start, hint)
            return record | {"start": Placeholder(_UNKNOWN_START), "end": Placeholder(_UNKNOWN_END), "tentative": True}
        return record | {"start": hours[0], "end": hours[1]}

    def hours(self) -> tuple[str, str] | None:
        """The hours that stand beside the workshop's day: "Jan 26th, 2026, 9am - 5pm"."""
        from proposal.reading.hours import read_hours

        for found in self.passages:
            if found.topic not in {Topic.VENUE, Topic.SCHEDULE, None, Topic.OVERVIEW}:
                continue
            for line in found.passage.lines[:14]:
                text = line.text
                if not any(f"{day.day}" in text for day in self.head.days):
                    continue
                for match in re.finditer(r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:-|–|—|to|until)\s*\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?", text, re.IGNORECASE):
                    if not re.search(r"[ap]\.?m|[:.]\d\d", match[0], re.IGNORECASE):
                        continue
                    plain = re.sub(r"\b(1[3-9]|2[0-3])([:.]\d\d)\s*[ap]m\b", r"\1\2", match[0], flags=re.IGNORECASE)
                    hours = read_hours(plain)
                    if hours is not None and hours.end is not None:
                        return f"{hours.start:%H:%M}", f"{hours.end:%H:%M}"
        return None

    def contact(self) -> Value:
        """Who is written to: an address that the pages give for questions."""
        found: list[tuple[int, str, Span]] = []
        for passage in self.passages:
            for line in passage.passage.lines:
                addresses = [one.removeprefix("mailto:").partition("?")[0] for one in line.addresses if one.startswith("mailto:")]
                addresses += EMAIL.findall(line.text)
                for address in dict.fromkeys(addresses):
                    if _NO_CONTACT.search(address) or checked("email", address).value is None:
                        continue
                    weight = 0
                    if passage.topic is Topic.CONTACT:
                        weight += 4
                    if re.search(r"question|contact|inquir|enquir|reach|information|comments|e-?mail", line.text, re.IGNORECASE):
                        weight += 3
                    if passage.topic in {Topic.ORGANIZERS, Topic.COMMITTEE, Topic.SPEAKERS} and weight < 3:
                        weight -= 3
                    if weight > 0:
                        found.append((weight, address, line.span))
        if not found:
            for key in ("email", "contact", "contact_email"):
                value = self.site.config.get(key)
                if isinstance(value, str) and checked("email", value).value:
                    return value
            return ""
        best = max(weight for weight, _, _ in found)
        listed = list(dict.fromkeys(address for weight, address, _ in found if weight == best))
        person = next((one for one in self.organizers if one.email and one.email.casefold() == listed[0].casefold()), None)
        if person is not None:
            return person
        return listed[0]

    def abstract(self) -> Value:
        """The first paragraph of the overview, since a page has no abstract."""
        overviews = self.of(Topic.OVERVIEW)
        first = [one for one in overviews if one.page is self.site.main]
        untitled = [one for one in self.passages if one.topic is None and one.page is self.site.main]
        for found in [*first, *untitled, *overviews, *self.of(Topic.CALL)]:
            for block in found.passage.blocks:
                if block.tag == "p" and len(block.text) > 120 and re.match(r"[^\W\d_]|[\"“]", block.text):
                    message = "a page has no abstract; the overview's first paragraph stands in"
                    self.diagnostics.warn("to-confirm", message, block.span, "write an abstract into edition.yaml")
                    return Placeholder(statement(Element("page", block.span, {}, [block])))
        return ""

    def topics(self) -> list[str]:
        """The topics of the call, in the order of the pages."""
        found: list[str] = []
        passages = self.of(Topic.TOPICS)
        lists = [self.listed(one.passage) for one in passages]
        if not any(lists):
            for one in self.of(Topic.CALL, Topic.OVERVIEW, Topic.SUBMISSION):
                if re.search(r"\btopics\b|areas\s+of\s+interest|including,?\s+but\s+not\s+limited\s+to|include,?\s+but", one.passage.text, re.IGNORECASE):
                    lists.append(self.listed(one.passage))
                    if lists[-1]:
                        break
        for items in lists:
            for text in items:
                if text not in found:
                    found.append(text)
        return found

    def listed(self, passage: Passage) -> list[str]:
        """The items of the lists of a passage."""
        items: dict[int, list[SiteLine]] = {}
        for line in passage.lines:
            if line.item and not line.table:
                items.setdefault(line.item, []).append(line)
            elif re.match(r"^[•‣▪✓✔✅●○◦-]\s*\S", line.text):
                items.setdefault(-line.block * 1000 - line.position, []).append(line)
        topics = []
        for lines in items.values():
            text = re.sub(r"^[•‣▪✓✔✅●○◦-]\s*", "", lines[0].line.typed if hasattr(lines[0].line, "typed") else lines[0].text)
            text = text.strip().rstrip(";.,").strip()
            if 2 <= len(text) <= _LONGEST_TOPIC:
                topics.append(text)
        return topics

    def submissions(self) -> Record:
        """Where papers are sent."""
        best: tuple[int, str, str, Span] | None = None
        for found in self.passages:
            if found.topic in {Topic.NEWS, Topic.EARLIER, Topic.SPONSORS, Topic.PAPERS}:
                continue
            for line in found.passage.lines:
                for address in line.addresses:
                    system = next((name for end, name in _SYSTEMS.items() if end in address.casefold()), None)
                    is_submitting = re.search(r"submi", line.text, re.IGNORECASE)
                    if not re.match(r"https?://", address) or not (system or is_submitting):
                        continue
                    weight = (4 if system else 0) + (2 if is_submitting else 0) + (1 if found.topic in {Topic.SUBMISSION, Topic.CALL} else 0)
                    if not system and (re.search(r"policy|template|guideline|instruction|\.pdf|overleaf|format|authors?-|license", f"{address} {line.text[:0]}", re.IGNORECASE) or weight < 3):
                        continue
                    if re.search(r"accepted\s+papers", line.text, re.IGNORECASE):
                        weight -= 3
                    if _is_other_track(" ".join(found.passage.path)):
                        weight -= 3
                    if weight > 0 and (best is None or weight > best[0]):
                        best = (weight, address, system or "", line.span)
        if best is None or not (url := checked("url", best[1]).value):
            return {}
        return {"url": url, "system": best[2]} if best[2] else {"url": url}

    def venue(self, programme: SiteProgramme, days: tuple[dt.date, ...]) -> Record:
        """The record of the host conference; what the site does not say of it stands in."""
        host, place = self.head.host, self.head.place
        day = (days[0] if days else self.head.conference[0] if self.head.conference else dt.date(self.year, 12, 31)).isoformat()
        hint = "correct the venue's file, then delete `tentative`"
        if host is None:
            message = "beside which conference the workshop is held is not understood"
            self.diagnostics.warn("not-found", message, self.start, hint)
        if place is None:
            message = "where the workshop is held is not understood"
            self.diagnostics.warn("not-found", message, self.start, hint)
        series = host.series if host else "Conference"
        full = (host.full_name or self.head.host_name if host else "") or f"{series} {self.year}"
        record: Record = {
            "series": series if host else Placeholder(series),
            "name": Placeholder(full),
            "acronym": Placeholder(host.acronym if host and host.year else f"{series} '{self.year % 100:02}"),
            "start": Placeholder(day),
            "end": Placeholder(day),
            "city": place.city if place else Placeholder("To be announced"),
            "state": (place.state or "") if place else "",
            "country": place.country if place else Placeholder("To be announced"),
            "zone": self.zone(programme, day),
            "url": checked("url", self.head.host_address).value or "" if self.head.host_address else "",
            "tentative": True,
        }
        if host is not None:
            message = f"the pages do not give the full name, the first and the last day of {host.acronym}"
            self.diagnostics.warn("to-confirm", message, self.head.host_span or self.start, hint)
        return {key: value for key, value in record.items() if value}

    def zone(self, programme: SiteProgramme, day: str) -> Value:
        moment = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12))
        clock = work_out_zone(self.head.place, programme.zone, moment) if self.head.place else None
        if clock is None:
            message = "which time zone the workshop's clocks follow is not known"
            self.diagnostics.warn("unknown-zone", message, self.head.place_span or self.start, "correct `zone` in the venue's file; UTC stands in")
            return Placeholder("UTC")
        return clock.zone if clock.is_certain else Placeholder(clock.zone)

    def texts(self, programme: SiteProgramme) -> None:
        """The texts of the proposal: the overview as the pages have it."""
        passages = self.of(Topic.OVERVIEW)
        blocks = [block for found in passages for block in _with_heading(found.passage)]
        overview = document(blocks) if blocks else ""
        if overview.strip():
            self.draft.texts["overview.md"] = overview
        parts = [
            ("Overview", overview),
            ("Topics", "{{ topics }}" if self.draft.edition.get("topics") else ""),
            ("Schedule", "{{ schedule }}" if programme.slots else ""),
            ("Speakers", "{{ speakers }}" if self.speakers else ""),
            ("Organizers", "{{ biographies }}"),
        ]
        text = "\n\n".join(f"# {heading}\n\n{content}" for heading, content in parts if content.strip())
        self.draft.texts["proposal.md"] = Placeholder(text)

    # What was found

    def summarize(self, programme: SiteProgramme) -> None:
        """Say of each kind of fact how many were found, and what the build will ask for."""
        found = {
            "organizers": len(self.organizers),
            "speakers": len(self.speakers),
            "committee members": len(self.committee) + sum(map(len, self.committees.values())),
            "papers": len(self.papers.records),
            "rows of the programme": len(programme.slots),
            "dates": len(self.draft.edition.get("dates", {}) or {}),  # type: ignore[arg-type]
            "topics": len(self.draft.edition.get("topics", []) or []),  # type: ignore[arg-type]
        }
        listed = ", ".join(f"{count} {name}" for name, count in found.items())
        pages = _counted(len(self.site.pages), "page")
        self.diagnostics.note("import-summary", f"{pages} of the edition {self.edition_id} read: {listed}")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _listed(value: Value) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


_VAGUE = {"deadline", "due", "due date", "submission", "registration", "deadlines"}
"""Labels that say of what a day is only below a heading about dates or submissions."""

_TRACKS = re.compile(r"\b(?:systems?|demo|shared\s+task|challenge|competition|doctoral|journal|poster|industry|dataset|benchmark|student|tutorial)s?\s+track\b|\btrack\s+(?:[2-9]|[B-Z]\b|II)|shared\s+task|challenge|competition", re.IGNORECASE)


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short name stand in a title in their order, from an initial on."""
    letters = iter(name.casefold())
    is_initial = any(word[:1].casefold() == short[0].casefold() for word in name.split())
    return len(short) > 1 and is_initial and all(letter in letters for letter in short.casefold())


def _is_other_track(heading: str) -> bool:
    """Whether headings name another track than that of the papers."""
    return _TRACKS.search(heading) is not None


def _differs_by_a_letter(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    if len(first) != len(second) or first.split()[0] != second.split()[0]:
        return False
    return sum(a != b for a, b in zip(first, second, strict=True)) == 1


def _bare_name(name: str) -> str:
    from proposal.reading.names import read_name

    return read_name(name).text


def _name_of(title: str) -> str:
    return " ".join(title.split()).strip(" :") or "Committee"


def _is_same_member(one: Record, other: Record) -> bool:
    if "person" in one or "person" in other:
        return one.get("person") is other.get("person")
    return same_name(str(one["name"]), str(other["name"]))


def _escaped(text: str) -> str:
    from proposal.importers.markdown_text import statement_of

    return statement_of(text)


def _with_heading(passage: Passage) -> list[Element]:
    """The blocks of a passage; one below another one begins with its title."""
    if len(passage.path) < 2 or not passage.title:
        return passage.blocks
    return [Element("h2", passage.span, {}, [passage.title]), *passage.blocks]


def site_of_place(text: str) -> str:
    """The city that some words name, for messages."""
    place = find_place(text)
    return place.city if place else ""


def stem_of(path: str) -> str:
    """A page's name without folder and ending."""
    return Path(path).stem
