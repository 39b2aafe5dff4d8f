"""Reads the table of the day: from when to when, what happens, who speaks, which papers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from proposal.diagnostics import Span
from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics
from proposal.importers.jekyll.page import PageSection
from proposal.importers.jekyll.papers_collection import JekyllPapers
from proposal.importers.jekyll.people_collection import JekyllPeople, placeholder
from proposal.importers.jekyll.rows import PeopleRows
from proposal.model.name_comparison import words
from proposal.model.session_kinds import kind_of_session, says_only_the_kind
from proposal.reading.hours import read_hours
from proposal.reading.page_tree import Element, PageLine, StyledRun, lines_of
from proposal.reading.placeholders import is_placeholder
from proposal.reading.source_document import SourceDocument

_MINUTES = re.compile(
    r"[\[(]\s*(?P<count>\d+(?:\.\d+)?)\s*(?P<unit>min(?:ute)?s?|h(?:our)?s?)\.?\s*[\])]",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"^(?P<what>.*?)\s*(?:\bby\b|[:–—]|\s-)\s*(?P<name>.+)$", re.IGNORECASE)
"""Examples: `Keynote by Ada Lovelace`, `Talk: Ada Lovelace`."""
_BULLET = re.compile(r"^\s*[-•‣▪–*]\s+")
"""An example: `• A paper's title`."""
_ZONE = re.compile(r"\(([A-Z]{2,5}|(?:UTC|GMT)\s*[+\-−–]\s*\d{1,2}(?::\d\d)?)\b[^()]*\)")
"""Examples: `Time (PST)`, `Time (UTC-8)`."""
_PLACE = re.compile(
    r"(?:the\s+(?:place|room|location|venue)\s+is|(?:room|location|venue|place)\s*:)\s+(.+?)\.?$",
    re.IGNORECASE,
)
_ROOM = re.compile(r"\b(room|hall|auditorium|ballroom|theat(?:er|re)|floor|level)\b", re.IGNORECASE)
"""Examples: `Room 3`, `Grand Ballroom`."""


@dataclass(slots=True)
class JekyllSchedule:
    """What a page says of the day."""

    slots: list[Record] = field(default_factory=list)
    zone: str | None = None
    """The zone's abbreviation, as the heading of the table has it."""
    zone_span: Span | None = None
    room: str | None = None
    site: str | None = None

    @property
    def hours(self) -> tuple[str, str] | None:
        """From when to when the day lasts."""
        if not self.slots:
            return None
        starts = [str(slot["start"]) for slot in self.slots]
        return min(starts), max(str(slot["end"]) for slot in self.slots)


def read_schedule(
    page: SourceDocument,
    sections: list[PageSection],
    people: JekyllPeople,
    rows: PeopleRows,
    papers: JekyllPapers,
) -> JekyllSchedule:
    """Read the schedule in some sections of a page.

    People and papers that only the schedule names are added to the others.
    """
    reader = _ScheduleReader(page, people, rows, papers)
    for section in sections:
        for block in section.blocks:
            if block.tag == "table":
                reader.table(block)
            elif block.tag in {"ul", "ol"} and reader.items(block):
                continue
            else:
                reader.beside(block)
    return reader.schedule


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of the table."""

    hours: str
    lines: list[PageLine]
    span: Span


@dataclass(slots=True)
class _ScheduleReader:
    page: SourceDocument
    people: JekyllPeople
    rows: PeopleRows
    papers: JekyllPapers
    schedule: JekyllSchedule = field(default_factory=JekyllSchedule)
    after: dt.time | None = None
    """When the slot before begins."""

    @property
    def diagnostics(self) -> SourceDiagnostics:
        return self.people.diagnostics

    def table(self, table: Element) -> None:
        rows = table.all("tr")
        heads = [cell.text for cell in rows[0].elements] if rows else []
        column = next(
            (i for i, head in enumerate(heads) if re.search(r"time|hour", head, re.IGNORECASE)), 0
        )
        if heads and (match := _ZONE.search(heads[column] if column < len(heads) else "")):
            self.schedule.zone = match[1]
            self.schedule.zone_span = self.page.find(match[1], table.span)
        entries = []
        for row in rows:
            cells = row.elements
            if len(cells) < 2 or any(cell.tag == "th" for cell in cells) or column >= len(cells):
                continue
            others = [cell for index, cell in enumerate(cells) if index != column]
            lines = [line for cell in others for line in lines_of(cell)]
            entries.append(_Entry(cells[column].text, lines, row.span))
        self.entries(entries)

    def items(self, items: Element) -> bool:
        """A schedule as a list whose items begin with hours; whether it is one."""
        entries = []
        for item in items.elements:
            lines = lines_of(item)
            hours = read_hours(lines[0].text) if lines else None
            if hours is None:
                return False
            first = lines[0].text
            rest = first[hours.length :].strip(" :–—-")
            head = PageLine((StyledRun(rest),))
            entries.append(_Entry(first[: hours.length], [head, *lines[1:]], item.span))
        self.entries(entries)
        return bool(entries)

    def beside(self, block: Element) -> None:
        """What stands beside the table: the room."""
        for line in lines_of(block):
            if match := _PLACE.search(line.text):
                first, _, rest = match[1].partition(",")
                if _ROOM.search(first):
                    self.schedule.room, self.schedule.site = first.strip(), rest.strip() or None
                else:
                    self.schedule.site = match[1].strip()

    def entries(self, entries: list[_Entry]) -> None:
        for index, entry in enumerate(entries):
            following = entries[index + 1].hours if index + 1 < len(entries) else ""
            self.entry(entry, following)

    def entry(self, entry: _Entry, following: str) -> None:
        hours = read_hours(entry.hours, self.after)
        if hours is None:
            if entry.hours or entry.lines:
                shown = entry.hours or entry.lines[0].text
                message = f"“{shown}” gives no hours, so this row is left out"
                self.diagnostics.warn("not-understood", message, entry.span)
            return
        stated = next((minutes for line in entry.lines if (minutes := _minutes(line.text))), None)
        end = hours.end or self.end_of(hours.start, following, stated)
        if end is None or end <= hours.start:
            message = f"when the part that begins at {hours.start:%H:%M} ends is not said"
            hint = "an hour stands in; correct it in program.yaml"
            self.diagnostics.warn("to-confirm", message, entry.span, hint)
            end = _later(hours.start, 60)
        self.after = hours.start
        length = (end.hour - hours.start.hour) * 60 + end.minute - hours.start.minute
        if stated is not None and stated != length:
            message = f"{stated} minutes are said, but from {hours.start:%H:%M} to {end:%H:%M}"
            span = self.page.find(str(stated), entry.span)
            self.diagnostics.warn("wrong-duration", f"{message} it is {length}", span)
        slot: Record = {"start": f"{hours.start:%H:%M}", "end": f"{end:%H:%M}"}
        self.schedule.slots.append(slot | self.happening(entry))

    def end_of(self, start: dt.time, following: str, stated: int | None) -> dt.time | None:
        if stated is not None:
            return _later(start, stated)
        hours = read_hours(following, start)
        return hours.start if hours else None

    # What happens

    def happening(self, entry: _Entry) -> Record:
        if not entry.lines:
            self.diagnostics.warn(
                "not-understood", "this row does not say what happens", entry.span
            )
            return {"kind": "discussion"}
        first = entry.lines[0]
        head, aside = _head_of(first)
        bullets = [_BULLET.sub("", line.typed) for line in entry.lines[1:] if _is_bullet(line)]
        bullets = [bullet for bullet in bullets if words(bullet)]
        others = [line.typed for line in entry.lines[1:] if not _is_bullet(line)]
        kind = self.kind(head, bool(bullets), entry)
        if aside and not re.search(r"\bauthors?\b|\bpresent", aside, re.IGNORECASE):
            others.insert(0, aside)
        if kind in {"talk", "tutorial"}:
            own = {"kind": kind} if kind != "talk" else {}
            return self.talk(head, others, entry) | own
        slot: Record = {"kind": kind}
        if head and not says_only_the_kind(head, kind):
            slot["title"] = head
        if bullets and kind in {"papers", "posters"}:
            names = [self.papers.presented(bullet, self.place(bullet, entry)) for bullet in bullets]
            slot["papers"] = list(dict.fromkeys(names))
        elif kind == "panel":
            self.panel([*bullets, *others], entry)
            return slot
        else:
            others = [*bullets, *others]
        for line in others:
            self.pass_over(line, entry)
        return slot

    def kind(self, head: str, has_papers: bool, entry: _Entry) -> str:
        kind = kind_of_session(head, has_papers=has_papers)
        if kind is not None:
            return kind
        if self.people.find_in(head) is not None:
            return "talk"
        message = f"what happens in “{head}” is not understood; it becomes a discussion"
        hint = "write another `kind` in program.yaml"
        self.diagnostics.warn("not-understood", message, self.place(head, entry), hint)
        return "discussion"

    def talk(self, head: str, others: list[str], entry: _Entry) -> Record:
        person, title = self.speaker(head, others, entry)
        if person is None:
            if not any(is_placeholder(text) for text in (head, *others)):
                message = f"who speaks in “{head}” is not understood"
                self.diagnostics.warn("not-understood", message, self.place(head, entry))
            return {"kind": "talk", **({"title": head} if head else {})}
        if title and is_placeholder(title):
            self.diagnostics.append(placeholder(title, self.place(title, entry)))
            title = None
        role = "keynote" if re.search(r"keynote", head, re.IGNORECASE) else "talk"
        speaker = self.record_of(person, role)
        if speaker is None:
            speaker = {"person": person, "role": role, "status": "confirmed"}
            if title:
                speaker["title"] = title
            self.rows.speakers.append(speaker)
            message = f"{person.name} speaks, but has no entry in the page's rows of people"
            hint = f"a file is begun for {person.name}; add affiliation and biography there"
            span = self.place(person.name, entry)
            self.diagnostics.warn("speaker-without-entry", message, span, hint)
        elif title:
            self.compare_titles(person, speaker, title, entry)
        return {"talk": person}

    def speaker(
        self, head: str, others: list[str], entry: _Entry
    ) -> tuple[DraftPerson | None, str | None]:
        """Who speaks in a row, and the title of the talk, if the row has it."""
        person = self.people.find_in(head)
        match = _SPEAKER.match(head)
        if match and re.search(r"\bby\s", head, re.IGNORECASE):
            name = re.split(r"\bby\s", head, maxsplit=1, flags=re.IGNORECASE)[1]
            added = self.people.add(name.partition("(")[0], self.place(name, entry))
            return added, (others[0] if others else None)
        if person is None:
            for index, line in enumerate(others):
                if named := self.people.find_in(line):
                    rest = [text for text in (*others[:index], *others[index + 1 :]) if text]
                    return named, (rest[0] if rest else _behind_colon(head))
            if match is None:
                return None, None
            return self.people.add(match["name"], self.place(match["name"], entry)), (
                others[0] if others else None
            )
        return person, (others[0] if others else None)

    def record_of(self, person: DraftPerson, role: str) -> Record | None:
        """The talk of a person among those that the rows have."""
        own = [
            speaker
            for speaker in self.rows.speakers
            if speaker["person"] is person and speaker["role"] != "panelist"
        ]
        return next(
            (speaker for speaker in own if speaker["role"] == role), own[0] if own else None
        )

    def compare_titles(
        self, person: DraftPerson, speaker: Record, title: str, entry: _Entry
    ) -> None:
        known = speaker.setdefault("title", title)
        if str(known) != title and person in self.rows.titles:
            where = self.rows.titles[person][1]
            message = f"the title of {person.name}'s talk is “{known}” in line {where.line}"
            hint = "that one is taken"
            self.diagnostics.warn("two-titles", message, self.place(title, entry), hint)

    def panel(self, lines: list[str], entry: _Entry) -> None:
        """Add those who sit on the panel and have no entry among the panelists."""
        seated = [
            speaker["person"] for speaker in self.rows.speakers if speaker["role"] == "panelist"
        ]
        for line in lines:
            for name in re.split(r"\s*(?:,|;|&|\band\b)\s*", _MINUTES.sub("", line)):
                known = self.people.find(name) if name.strip() else None
                if known is not None and known not in seated:
                    seated.append(known)
                    self.rows.speakers.append(
                        {"person": known, "role": "panelist", "status": "confirmed"}
                    )
                elif known is None and name.strip():
                    self.pass_over(name, entry)

    def pass_over(self, said: str, entry: _Entry) -> None:
        span = self.place(said, entry)
        if is_placeholder(said):
            self.diagnostics.append(placeholder(said, span))
        else:
            message = f"“{said}” has no place in the schedule, and is left out"
            self.diagnostics.warn("not-understood", message, span)

    def place(self, said: str, entry: _Entry) -> Span:
        return self.page.find(said, entry.span)


def _head_of(line: PageLine) -> tuple[str, str]:
    """What a line says in bold, without minutes and brackets; and what stands behind it."""
    bold, rest = line.with_style("bold"), line.without_style("bold")
    head, aside = (bold, rest) if bold and line.text.startswith(bold[:1]) else (line.text, "")
    head = _MINUTES.sub("", head)
    head = re.sub(r"\[([^\[\]]*)\]", r"\1", head)
    return " ".join(head.split()).strip(" -–—:"), aside.strip(" -–—:")


def _is_bullet(line: PageLine) -> bool:
    return _BULLET.match(line.text) is not None


def _behind_colon(head: str) -> str | None:
    return head.partition(":")[2].strip() or None


def _minutes(text: str) -> int | None:
    match = _MINUTES.search(text)
    if match is None:
        return None
    return round(float(match["count"]) * (60 if match["unit"].lower().startswith("h") else 1))


def _later(start: dt.time, minutes: int) -> dt.time:
    total = min(start.hour * 60 + start.minute + minutes, 24 * 60 - 1)
    return dt.time(total // 60, total % 60)
