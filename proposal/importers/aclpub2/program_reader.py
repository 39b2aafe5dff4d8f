"""Reads accepted papers and the schedule that names them by number."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from proposal.importers.aclpub2.people_reader import InvitedTalk, name_of_parts
from proposal.importers.aclpub2.source_files import Aclpub2Files, items_of, text_of
from proposal.importers.draft import Record, Value, participant
from proposal.importers.identifiers import paper_id
from proposal.importers.markdown_text import statement_of
from proposal.importers.values import accepted
from proposal.model.name_comparison import same_text, words
from proposal.model.session_kinds import kind_of_session, says_only_the_kind
from proposal.reading.lines import line_of
from proposal.reading.names import split_authors
from proposal.source.yaml import Node


@dataclass(slots=True)
class Aclpub2Papers:
    """The accepted papers."""

    files: Aclpub2Files
    records: list[Record] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    """The papers' ids by the numbers that they have in the folder."""

    def read(self) -> None:
        """Read papers.yml."""
        for entry in self.files.entries("papers"):
            title = line_of(self.files.latex(entry.child("title")))
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

    def _record(self, entry: Node, name: str, title: str, authors: list[Value]) -> Record:
        record: Record = {"id": name, "title": title, "authors": authors}
        if abstract := self.files.latex(entry.child("abstract")):
            record["abstract"] = statement_of(abstract)
        forum = text_of(entry, "openreview_id")
        addresses = {
            "pdf": text_of(entry, "pdf", "url")
            or (f"https://openreview.net/pdf?id={forum}" if forum else ""),
        }
        for attachment in items_of(entry, "attachments"):
            key = {"software": "code", "dataset": "data"}.get(text_of(attachment, "type"))
            if key and text_of(attachment, "url"):
                addresses[key] = text_of(attachment, "url")

        def refuse(error: str, hint: str | None) -> None:
            self.files.warn("not-a-url", error, entry.span, hint)

        links = {key: accepted("url", address, refuse) for key, address in addresses.items()}
        return record | {key: link for key, link in links.items() if link}


def _author(node: Node) -> Value:
    if not isinstance(node.value, dict):
        authors = split_authors(f"{text_of(node)};")
        return authors[0].name if authors else ""
    name = name_of_parts(node) or text_of(node, "name")
    institution = text_of(node, "institution", "instituion", "affiliation")
    return participant(name, institution) if name else ""


@dataclass(frozen=True, slots=True)
class ProgramDay:
    """The day of the workshop with its hours, as the schedule has them."""

    date: dt.date
    start: dt.time
    end: dt.time


@dataclass(slots=True)
class Aclpub2Program:
    """The schedule of the day."""

    files: Aclpub2Files
    talks: list[InvitedTalk]
    papers: dict[str, str]
    slots: list[Record] = field(default_factory=list)
    day: ProgramDay | None = None
    placed: list[InvitedTalk] = field(default_factory=list)
    """Talks that stand in the schedule."""

    def read(self) -> None:
        """Read the first day; further days are reported."""
        sessions = sorted(self.sessions(), key=lambda timed: timed[:2])
        if not sessions:
            return
        date = sessions[0][0].date()
        for start, end, session in sessions:
            if start.date() != date:
                message = f"the workshop is put on {date}; what is on {start.date()} is left out"
                self.files.warn("second-day", message, session.span)
                break
            slot = self.slot(session)
            hours = {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
            self.slots.append({**hours, **slot})
        of_day = [(start, end) for start, end, _ in sessions if start.date() == date]
        self.day = ProgramDay(date, of_day[0][0].time(), max(end.time() for _, end in of_day))

    def sessions(self) -> Iterator[tuple[dt.datetime, dt.datetime, Node]]:
        """Sessions with their times, subsessions in place of those that they make up."""
        for entry in self.files.entries("program"):
            for session in items_of(entry, "subsessions") or [entry]:
                start, end = (_moment(text_of(session, key)) for key in ("start_time", "end_time"))
                if start is None or end is None or end <= start or end.date() != start.date():
                    message = f"“{text_of(session, 'title')}” has no times that are understood"
                    hint = "start_time: 2026-02-26T09:00:00, and a later end_time"
                    self.files.warn("no-times", f"{message}; it is left out", session.span, hint)
                else:
                    yield start, end, session

    def slot(self, session: Node) -> Record:
        """What happens in a session."""
        title = line_of(self.files.latex(session.child("title")))
        papers = [name for node in items_of(session, "papers") if (name := self.paper(node))]
        talk = None if papers else self.talk(title, session)
        if talk is not None:
            if re.search(r"\bkeynote\b", title, re.IGNORECASE):
                talk.role = "keynote"
            return {"talk": talk.person}
        kind = kind_of_session(title, has_papers=bool(papers))
        if kind is None:
            kind = "discussion"
            message = f"what happens in “{title}” is not understood; it is taken for a discussion"
            hint = "write another `kind` in program.yaml"
            self.files.warn("to-confirm", message, session.span, hint)
        slot: Record = {"kind": kind}
        if title and not says_only_the_kind(title, kind):
            slot["title"] = title
        if papers:
            slot["papers"] = papers
        return slot

    def paper(self, node: Node) -> str:
        """The id of a paper that a session names; empty if there is no such paper."""
        number = text_of(node, "id") if isinstance(node.value, dict) else text_of(node)
        if number in self.papers:
            return self.papers[number]
        title = text_of(node, "title")
        message = f"papers.yml has no paper {number or f'“{title}”'}"
        self.files.warn("unknown-paper", f"{message}; it is left out", node.span)
        return ""

    def talk(self, title: str, session: Node) -> InvitedTalk | None:
        """The talk that a session's title names: by speaker, by title, or as the next one."""
        named = set(words(f"{title} {text_of(session, 'speaker', 'presenter')}".replace(",", " ")))
        rest = [talk for talk in self.talks if talk not in self.placed]
        for talk in rest:
            if set(words(talk.person.name)) <= named or (
                talk.title and same_text(talk.title, title)
            ):
                self.placed.append(talk)
                return talk
        if rest and re.search(r"\b(keynote|invited (talk|speaker))", title, re.IGNORECASE):
            self.placed.append(rest[0])
            message = f"“{title}” does not name its speaker; {rest[0].person.name} is next"
            self.files.warn("to-confirm", message, session.span)
            return rest[0]
        return None


def _moment(text: str) -> dt.datetime | None:
    """A time as YAML writes it; an offset from UTC is left aside, since times are local."""
    match = re.match(r"(\d{4}-\d{1,2}-\d{1,2})[T ]+(\d{1,2}):(\d{2})", text)
    if match is None:
        return None
    try:
        year, month, day = map(int, match[1].split("-"))
        return dt.datetime(year, month, day, int(match[2]), int(match[3]))  # noqa: DTZ001
    except ValueError:
        return None
