"""Reads accepted papers and the schedule that names them by number."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from proposal.importers.aclpub2.people_reader import (
    Aclpub2People,
    InvitedTalk,
    Panel,
    name_of_parts,
)
from proposal.importers.aclpub2.source_files import Aclpub2Files, items_of, text_of
from proposal.importers.draft import DraftPerson, Record, Value, author
from proposal.importers.identifiers import paper_id
from proposal.importers.listed_paper import said_pdf
from proposal.importers.paper_authors import institutions_in
from proposal.importers.values import accepted, checked
from proposal.importers.written_markup import (
    WarnOfText,
    plain_title,
    statement_of_typed,
    tell_unread,
    text_of_typed,
    title_of,
)
from proposal.model.material_kinds import MATERIAL_KINDS, kind_of_name
from proposal.model.name_comparison import same_name, same_text, same_with_initials, words
from proposal.model.paper_addresses import pdf_at
from proposal.model.session_kinds import kind_of_session, says_only_the_kind
from proposal.reading.lines import line_of
from proposal.reading.listed_names import split_authors
from proposal.reading.names import read_name
from proposal.source.yaml import Node


class Aclpub2Papers(Struct):
    """The accepted papers."""

    files: Aclpub2Files
    records: list[Record] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """The papers' ids by the numbers that they have in the folder."""

    def read(self) -> None:
        """Read papers.yml."""
        for entry in self.files.entries("papers"):
            title = self.title(entry)
            authors = [_author(node) for node in items_of(entry, "authors")]
            authors = [author for author in authors if author]
            if not title or not authors:
                message = f"a paper without {'authors' if title else 'a title'} is left out"
                self.files.warn("incomplete-paper", message, entry.span)
                continue
            name = paper_id(title, set(self.ids.values()))
            self.ids[text_of(entry, "id")] = name
            self.records.append(self._record(entry, name, title, authors))
        if self.records and not any("pdf" in record for record in self.records):
            message = "the papers' PDFs are files; `pdf` in papers.yaml takes their addresses"
            self.files.warn("no-addresses", message, None, "add them when they are published")

    def title(self, entry: Node) -> str:
        """The title of a paper, of which formulas and LaTeX are read."""
        node = entry.child("title")
        typed = text_of(node)
        marked = text_of_typed(typed)
        if marked is None:
            return plain_title(typed)
        tell_unread(marked, "title", self.warner(node))
        return title_of(marked).text

    def abstract(self, entry: Node) -> str:
        """The abstract of a paper in Markdown, of which formulas and LaTeX are read."""
        node = entry.child("abstract")
        if node is None or not isinstance(node.value, str):
            return ""
        abstract, marked = statement_of_typed(str(node.value))
        tell_unread(marked, "abstract", self.warner(node))
        return abstract

    def warner(self, node: Node | None) -> WarnOfText:
        """Warns of a text."""

        def warn(code: str, message: str, hint: str | None) -> None:
            self.files.warn(code, message, node.span if node else None, hint)

        return warn

    def mark_presenters(self, paper: str, presenters: list[Value]) -> None:
        """Mark those authors of a paper who present it."""
        names = [
            person.name if isinstance(person, DraftPerson) else str(person) for person in presenters
        ]
        for record in self.records:
            authors = record["authors"]
            if record["id"] == paper and isinstance(authors, list):
                record["authors"] = [_presenting(author, names) for author in authors]

    def _record(self, entry: Node, name: str, title: str, authors: list[Value]) -> Record:
        record: Record = {"id": name, "title": title, "authors": authors}
        if abstract := self.abstract(entry):
            record["abstract"] = abstract
        record |= _attributes(entry)
        forum = text_of(entry, "openreview_id")
        url = text_of(entry, "url")
        addresses = {
            "pdf": said_pdf(text_of(entry, "pdf"))
            or pdf_at(url)
            or (f"https://openreview.net/pdf?id={forum}" if forum else ""),
        }
        if url and not addresses["pdf"]:
            message = f"`{url}` leads to a page and to no PDF as it seems, and is left out"
            self.files.warn("left-out-page", message, entry.span)
        for attachment in items_of(entry, "attachments"):
            key = _MATERIALS.get(text_of(attachment, "type"))
            if key and text_of(attachment, "url"):
                addresses[key] = text_of(attachment, "url")

        def refuse(error: str, hint: str | None) -> None:
            self.files.warn("not-a-url", error, entry.span, hint)

        links = {key: accepted("url", address, refuse) for key, address in addresses.items()}
        return record | {key: link for key, link in links.items() if link}


_MATERIALS = {"attachment": "supplement"} | {
    word: kind.name for kind in MATERIAL_KINDS for word in (kind.name, *kind.words)
}
"""The keys of a paper by the types of attachments: `software`, `presentation`, `poster`."""


def _attributes(entry: Node) -> Record:
    """The kind of a paper, and the area to which it was sent."""
    attributes = entry.child("attributes") or entry
    kind = text_of(attributes, "paper_type", "presentation_type")
    found: Record = {
        "kind": kind_of_name(kind),
        "track": text_of(attributes, "submitted_area"),
    }
    return {key: value for key, value in found.items() if value}


def _author(node: Node) -> Value:
    if not isinstance(node.value, dict):
        authors = split_authors(f"{text_of(node)};")
        return author(authors[0].name, family=authors[0].family) if authors else ""
    name = name_of_parts(node) or read_name(text_of(node, "name"))
    institution = text_of(node, "institution", "instituion", "affiliation")
    details: Record = {
        key: checked(key, text).value or ""
        for key in ("orcid", "email")
        if (text := text_of(node, key))
    }
    if not name.text:
        return ""
    return author(name.text, institutions_in(institution), details, name.family)


def _presenting(author: Value, names: list[str]) -> Value:
    record = dict(author) if isinstance(author, Mapping) else {"name": author}
    is_presenter = any(
        is_same(str(record["name"]), name)
        for name in names
        for is_same in (same_name, same_with_initials)
    )
    return {**record, "presenter": True} if is_presenter else author


class ProgramDay(Struct, frozen=True):
    """A day of the workshop with its hours, as the schedule has them."""

    start: dt.datetime
    end: dt.datetime

    @property
    def record(self) -> Record:
        """What `edition.yaml` says of it."""
        is_late = self.end.date() > self.start.date()
        return {
            "date": self.start.date().isoformat(),
            "start": f"{self.start:%H:%M}",
            "end": f"{self.end:%H:%M}",
            **({"next_day": True} if is_late else {}),
        }


class Aclpub2Program(Struct):
    """The schedule of all days."""

    files: Aclpub2Files
    people: Aclpub2People
    talks: list[InvitedTalk]
    papers: Aclpub2Papers
    panels: list[Panel] = field(default_factory=list)
    slots: list[Record] = field(default_factory=list)
    days: list[ProgramDay] = field(default_factory=list)
    room: str = ""
    """The room in which everything takes place, if it is one."""
    placed: list[InvitedTalk] = field(default_factory=list)
    """Talks that stand in the schedule."""

    def read(self) -> None:
        """Read the schedule, and that of tutorials."""
        sessions = sorted(self.sessions(), key=lambda timed: timed[:2])
        dates = sorted({start.date() for start, _, _ in sessions})
        for start, end, session in sessions:
            day: Record = {"day": dates.index(start.date()) + 1} if len(dates) > 1 else {}
            slot = {**day, "start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
            if end.date() > start.date():
                slot["next_day"] = True
            self.slots.append({**slot, **self.slot(session, start, end)})
        for date in dates:
            of_day = [timed[:2] for timed in sessions if timed[0].date() == date]
            self.days.append(ProgramDay(of_day[0][0], max(end for _, end in of_day)))
        self.find_room()

    def find_room(self) -> None:
        """Take a room in which everything takes place for that of the edition."""
        rooms = {str(slot["room"]) for slot in self.slots if "room" in slot}
        begins = [(slot.get("day"), slot["start"]) for slot in self.slots]
        if len(rooms) == 1 and len(set(begins)) == len(begins):
            self.room = rooms.pop()
            for slot in self.slots:
                slot.pop("room", None)

    def sessions(self) -> Iterator[tuple[dt.datetime, dt.datetime, Node]]:
        """Sessions with their times, subsessions in place of those that they make up."""
        entries = self.files.entries("program")
        listed = [part for entry in entries for part in items_of(entry, "subsessions") or [entry]]
        tutorials = (
            tutorial
            for entry in self.files.entries("tutorial_program")
            for part in items_of(entry, "subsessions") or [entry]
            for tutorial in items_of(part, "tutorials")
        )
        for session in (*listed, *tutorials):
            hours = _hours(session)
            if hours is None:
                message = f"“{text_of(session, 'title')}” has no times that are understood"
                hint = "start_time: 2026-02-26T09:00:00, and a later end_time"
                self.files.warn("no-times", f"{message}; it is left out", session.span, hint)
            else:
                yield *hours, session

    def slot(self, session: Node, start: dt.datetime, end: dt.datetime) -> Record:
        """What happens in a session, where, and who leads it."""
        title = line_of(self.files.latex(session.child("title")))
        talk = None if items_of(session, "papers") else self.talk(title, session)
        slot = self.slot_of_talk(talk, title) if talk else self.slot_of_papers(session, title)
        if parts := self.parts(session, start, end):
            slot.pop("papers", None)
            slot["parts"] = parts
        room = text_of(session, "location", "room") or (talk.room if talk else "")
        chair = self.people.named(text_of(session, "chair")) or (talk.chair if talk else [])
        slot |= {key: value for key, value in (("room", room), ("chair", chair)) if value}
        panel = self.panel(title, slot.get("kind") == "panel")
        return {**slot, **self.of_panel(panel)} if panel else slot

    def slot_of_talk(self, talk: InvitedTalk, title: str) -> Record:
        """The slot of a talk, which is a keynote if its session is called so."""
        if talk.role == "talk" and re.search(r"\bkeynote\b", title, re.IGNORECASE):
            talk.role = "keynote"
        return {"talk": talk.name}

    def slot_of_papers(self, session: Node, title: str) -> Record:
        """The slot of papers, or of whatever its title says."""
        papers = [name for node in items_of(session, "papers") if (name := self.paper(node))]
        kind = kind_of_session(title, has_papers=bool(papers))
        slot: Record = {"kind": kind} if kind else {}
        if title and not (kind and says_only_the_kind(title, kind)):
            slot["title"] = title
        if papers:
            slot["papers"] = papers
        return slot

    def parts(self, session: Node, start: dt.datetime, end: dt.datetime) -> list[Record]:
        """The papers of a session with their hours, if each has hours that follow each other."""
        found: list[Record] = []
        reached = start
        for node in items_of(session, "papers"):
            hours = _hours(node) if isinstance(node.value, dict) else None
            name = self.papers.ids.get(text_of(node, "id"))
            if hours is None or name is None or not reached <= hours[0] < hours[1] <= end:
                return []
            reached = hours[1]
            record: Record = {"start": f"{hours[0]:%H:%M}", "end": f"{reached:%H:%M}"}
            found.append({**record, "papers": [name]})
        return found if start.date() == end.date() else []

    def panel(self, title: str, is_panel: bool) -> Panel | None:
        """The panel of a session: by its title, or the only one that there is."""
        named = [panel for panel in self.panels if same_text(panel.title, title)]
        if not named and is_panel and len(self.panels) == 1:
            named = self.panels
        return named[0] if named else None

    def of_panel(self, panel: Panel) -> Record:
        """What a slot says of its panel; who sits on it only if there are several."""
        record: Record = {"kind": "panel", "room": panel.room}
        if len(self.panels) > 1:
            record["panelists"] = panel.people("panelist")
            record["moderator"] = panel.people("moderator")
        return {key: value for key, value in record.items() if value}

    def paper(self, node: Node) -> str:
        """The id of a paper that a session names; empty if there is no such paper."""
        number = text_of(node, "id") if isinstance(node.value, dict) else text_of(node)
        if number in self.papers.ids:
            name = self.papers.ids[number]
            self.papers.mark_presenters(name, self.people.named(text_of(node, "speaker")))
            return name
        title = text_of(node, "title")
        message = f"papers.yml has no paper {number or f'“{title}”'}"
        self.files.warn("unknown-paper", f"{message}; it is left out", node.span)
        return ""

    def talk(self, title: str, session: Node) -> InvitedTalk | None:
        """The talk that a session's title names: by speaker, by title, or as the next one."""
        if "authors" in session.keys:
            tutorial = self.people.tutorial(session)
            self.talks += [tutorial] if tutorial else []
            return tutorial
        named = set(words(f"{title} {text_of(session, 'speaker', 'presenter')}".replace(",", " ")))
        rest = [talk for talk in self.talks if talk not in self.placed]
        for talk in rest:
            if all(set(words(person.name)) <= named for person in talk.people) or (
                talk.title and same_text(talk.title, title)
            ):
                self.placed.append(talk)
                return talk
        if rest and re.search(r"\b(keynote|invited (talk|speaker))", title, re.IGNORECASE):
            self.placed.append(rest[0])
            message = f"“{title}” does not name its speaker; {rest[0].people[0].name} is next"
            self.files.warn("to-confirm", message, session.span)
            return rest[0]
        return None


def _hours(session: Node) -> tuple[dt.datetime, dt.datetime] | None:
    """When a session begins and ends, at most a day later."""
    start, end = (_moment(text_of(session, key)) for key in ("start_time", "end_time"))
    if start is None or end is None or not start < end < start + dt.timedelta(days=1):
        return None
    return start, end


def _moment(text: str) -> dt.datetime | None:
    """A time as YAML writes it; an offset from UTC is left aside, since times are local."""
    match = re.match(r"(\d{4}-\d{1,2}-\d{1,2})[T ]+(\d{1,2}):(\d{2})", text)  # 2026-02-26T09:00
    if match is None:
        return None
    try:
        year, month, day = map(int, match[1].split("-"))
        return dt.datetime(year, month, day, int(match[2]), int(match[3]))  # noqa: DTZ001 - a time of the place's own clocks
    except ValueError:
        return None
