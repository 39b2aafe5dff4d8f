"""Reads the table of the day: from when to when, what happens, who speaks, which papers."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Span
from proposal.importers.draft import DraftPerson, Record, SourceDiagnostics, Value
from proposal.importers.jekyll.page import PageSection
from proposal.importers.jekyll.papers_collection import JekyllPapers
from proposal.importers.jekyll.people_collection import JekyllPeople, placeholder
from proposal.importers.jekyll.rows import SEATS, PeopleRows, people_of
from proposal.importers.jekyll.session_details import (
    ROOM,
    SessionLines,
    bare_title,
    is_online,
    join_in,
    without_online,
)
from proposal.importers.reaching_cells import cells_by_column, covering_cells
from proposal.model.name_comparison import words
from proposal.model.session_kinds import kind_of_session, says_only_the_kind
from proposal.reading.days import find_days
from proposal.reading.hours import (
    Hours,
    later,
    minutes_of_day,
    read_hours,
    read_late_hours,
    read_named_hours,
)
from proposal.reading.page_tree import Element, PageLine, StyledRun, lines_of
from proposal.reading.placeholders import is_placeholder
from proposal.reading.source_document import SourceDocument

_MINUTES = re.compile(
    r"[\[(]\s*(?P<count>\d+(?:\.\d+)?)\s*(?P<unit>min(?:ute)?s?|h(?:our)?s?)\.?\s*[\])]",
    re.IGNORECASE,
)
"""`(45 min)`, `[1.5 hours]`"""
_SPEAKER = re.compile(r"^(?P<what>.*?)\s*(?:\bby\b|[:–—]|\s-)\s*(?P<name>.+)$", re.IGNORECASE)
"""Examples: `Keynote by Ada Lovelace`, `Talk: Ada Lovelace`."""
_BULLET = re.compile(r"^\s*[-•‣▪–*]\s+")
"""An example: `• A paper's title`."""
_ZONE = re.compile(r"\(((?:UTC|GMT)\s*[+\-−–]\s*\d{1,2}(?::\d\d)?|[A-Z]{2,5})\b[^()]*\)")
"""Examples: `Time (PST)`, `Time (UTC−8)`."""
_PLACE = re.compile(
    r"(?:the\s+(?:place|room|location|venue)\s+is|(?:room|location|venue|place)\s*:)\s+(.+?)\.?$",
    re.IGNORECASE,
)
"""`The room is Room 114.`, `Location: Town Hall`"""
_CANCELLED = re.compile(r"\s*\(cancell?ed\)", re.IGNORECASE)
"""`Keynote (cancelled)`"""
_UNSURE = re.compile(r"to be confirmed|tentative|\btbc\b", re.IGNORECASE)
"""What stands behind hours that may change: `14:00 (tentative)`."""


class JekyllSchedule(Struct):
    """What a page says of the day."""

    slots: list[Record] = field(default_factory=list)
    zone: str | None = None
    """The zone's abbreviation, as the heading of the table has it."""
    zone_span: Span | None = None
    room: str | None = None
    site: str | None = None
    dates: list[dt.date] = field(default_factory=list)
    """The days over parts of the schedule, if it has several."""
    join: list[Record] = field(default_factory=list)
    """Where people join from afar."""
    rooms: dict[dt.date, str] = field(default_factory=dict)
    """The rooms that stand beside these days."""
    joins: dict[dt.date, list[Record]] = field(default_factory=dict)
    """Where people join on these days alone."""

    @property
    def usual_room(self) -> str:
        """The room of all days but those that have another: the page's, or that of the first."""
        rooms = (without_online(room)[0] for room in self.rooms.values() if not is_online(room))
        return self.room or next(rooms, "")

    @property
    def hours(self) -> tuple[str, str] | None:
        """From when to when the first day lasts."""
        days = self.days("")
        return (str(days[0]["start"]), str(days[0]["end"])) if days else None

    def days(self, date: str) -> list[Record]:
        """The days with their hours; a single one has the date that the page gives elsewhere."""
        found = []
        for number in range(1, max(len(self.dates), 1) + 1):
            slots = [slot for slot in self.slots if slot.get("day", 1) == number]
            if not slots:
                continue
            late = next((at for at, slot in enumerate(slots) if slot.get("next_day")), None)
            # What stands behind the part that goes on over midnight is of the next day, too.
            before = slots if late is None else slots[: late + 1]
            behind = slots if late is None else slots[late:]
            record: Record = {
                "date": self.dates[number - 1].isoformat() if self.dates else date,
                "start": min(str(slot["start"]) for slot in before),
                "end": max(str(slot["end"]) for slot in behind),
            }
            record |= {"next_day": True} if late is not None else {}
            shown = self.rooms.get(self.dates[number - 1], "") if self.dates else ""
            room, is_joined_too = without_online(shown)
            record |= {"attendance": "hybrid"} if is_joined_too else {}
            if is_online(room) and not any("room" in slot for slot in slots):
                record["attendance"] = "online"
            elif room not in {"", self.usual_room}:
                record["room"] = room
            if join := self.joins.get(self.dates[number - 1], []) if self.dates else []:
                record["join"] = join if len(join) > 1 else join[0]
            found.append(record)
        return found


def read_schedule(
    page: SourceDocument,
    sections: list[PageSection],
    people: JekyllPeople,
    rows: PeopleRows,
    papers: JekyllPapers,
    year: int,
) -> JekyllSchedule:
    """Read the schedule in some sections of a page.

    Args:
        page: the page.
        sections: its sections with the schedule, one or one a day.
        people: the people of the site; those whom only the schedule names are added.
        rows: the speakers and organizers of the page.
        papers: the papers of the site; those that only the schedule names are added.
        year: the edition's year, for days in headings.
    """
    reader = _ScheduleReader(page, people, rows, papers)
    headings = [
        find_days(f"{section.title.partition('·')[0].strip()}, {year}") for section in sections
    ]
    if len({days[0].date for days in headings if days}) > 1:
        reader.schedule.dates = sorted({days[0].date for days in headings if days})
    for section, days in zip(sections, headings, strict=True):
        if days and reader.schedule.dates:
            reader.begin(days[0].date, section.title.partition("·")[2].strip())
        for block in section.blocks:
            if block.tag == "table":
                reader.table(block)
            elif block.tag in {"ul", "ol"} and reader.items(block):
                continue
            else:
                reader.beside(block)
    return reader.schedule


class _Entry(Struct, frozen=True):
    """A row of the table."""

    hours: str
    lines: list[PageLine]
    span: Span


class _ScheduleReader(Struct):
    page: SourceDocument
    people: JekyllPeople
    rows: PeopleRows
    papers: JekyllPapers
    schedule: JekyllSchedule = field(default_factory=JekyllSchedule)
    after: dt.time | None = None
    """When the slot before begins."""
    day: int = 0
    """The number of the day, if the schedule has several."""
    is_in_table: bool = False
    """Whether the day's table has begun."""

    def join(self) -> list[Record]:
        """Where people join on the day whose table follows; else where they always do."""
        if self.day == 0 or self.is_in_table:
            return self.schedule.join
        return self.schedule.joins.setdefault(self.schedule.dates[self.day - 1], [])

    def begin(self, date: dt.date, room: str) -> None:
        """Begin the part of the schedule that is of one day, in the room that its heading names."""
        self.schedule.rooms[date] = room
        self.day, self.after = self.schedule.dates.index(date) + 1, None
        self.is_in_table = False

    @property
    def diagnostics(self) -> SourceDiagnostics:
        return self.people.diagnostics

    def table(self, table: Element) -> None:
        self.is_in_table = True
        rows = table.all("tr")
        shown, begun = covering_cells(rows), cells_by_column(rows)
        heads = [cell.text if cell else "" for cell in begun[0]] if begun else []
        column = next(
            (i for i, head in enumerate(heads) if re.search(r"time|hour", head, re.IGNORECASE)), 0
        )
        if heads and (match := _ZONE.search(heads[column] if column < len(heads) else "")):
            self.schedule.zone = match[1]
            self.schedule.zone_span = self.page.find(match[1], table.span)
        entries: list[_Entry] = []
        last: Element | None = None
        for row, reached, cells in zip(rows, shown, begun, strict=True):
            if not row.elements or all(cell.tag == "th" for cell in row.elements):
                continue
            when = reached[column] if column < len(reached) else None
            others = [cell for cell in cells if cell is not None and cell is not when]
            lines = [line for cell in others for line in lines_of(cell)]
            if when is not None and when is last:
                entries[-1].lines.extend(lines)
            else:
                entries.append(_Entry(when.text if when else "", lines, row.span))
            last = when
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
            if join := join_in(line):
                self.join().append(join)
            elif match := _PLACE.search(line.text):
                place, _ = without_online(match[1])
                first, _, rest = place.partition(",")
                # Where each day has its room beside it, a name alone is that of the building.
                has_rooms = any(self.schedule.rooms.values())
                if ROOM.search(first) and (rest or not has_rooms):
                    self.schedule.room, self.schedule.site = first.strip(), rest.strip() or None
                else:
                    self.schedule.site = place.strip()

    def entries(self, entries: list[_Entry]) -> None:
        for index, entry in enumerate(entries):
            following = entries[index + 1].hours if index + 1 < len(entries) else ""
            self.entry(entry, following)

    def entry(self, entry: _Entry, following: str) -> None:
        if named := read_named_hours(entry.hours):
            turns_back = bool(named.start_clock and named.end_clock)
            is_late = (named.end or named.start) < named.start and not turns_back
            self.add(named, entry, {"next_day": True} if is_late else None)
            return
        hours = read_hours(entry.hours, self.after)
        if hours is None and (late := read_late_hours(entry.hours)):
            self.add(late, entry, {"next_day": True})
            return
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
            end = later(hours.start, 60)
        self.after = hours.start
        length = minutes_of_day(end) - minutes_of_day(hours.start)
        if stated is not None and stated != length:
            message = f"{stated} minutes are said, but from {hours.start:%H:%M} to {end:%H:%M}"
            span = self.page.find(str(stated), entry.span)
            self.diagnostics.warn("wrong-duration", f"{message} it is {length}", span)
        self.add(Hours(hours.start, end, hours.length), entry)

    def add(self, hours: Hours, entry: _Entry, more: Record | None = None) -> None:
        """Add the slot of a row."""
        self.after = hours.start
        day: Record = {"day": self.day} if self.day else {}
        start, end = hours.typed
        slot = {**day, "start": start, "end": end, **(more or {})}
        unsure: Record = {"tentative": True} if _UNSURE.search(entry.hours[hours.length :]) else {}
        self.schedule.slots.append({**slot, **self.happening(entry), **unsure})

    def end_of(self, start: dt.time, following: str, stated: int | None) -> dt.time | None:
        if stated is not None:
            return later(start, stated)
        hours = read_hours(following, start)
        return hours.start if hours else None

    # What happens

    def happening(self, entry: _Entry) -> Record:
        if not entry.lines:
            self.diagnostics.warn(
                "not-understood", "this row does not say what happens", entry.span
            )
            return {"kind": "discussion"}
        details = SessionLines(self.people, self.rows, self.papers)
        lines = [self.without_materials(line) for line in entry.lines]
        first, *below = [line for line in lines if line.text] or entry.lines
        below = [line for line in below if not details.takes(line)]
        head, aside = _head_of(first)
        bullets = [bare_title(_BULLET.sub("", line.typed)) for line in below if _is_bullet(line)]
        bullets = [bullet for bullet in bullets if words(bullet)]
        others = [line.typed for line in below if not _is_bullet(line)]
        presented = any("papers" in part for part in details.parts)
        kind = self.kind(head, bool(bullets) or presented, first)
        if aside and not re.search(r"\bauthors?\b|\bpresent|^\(remote\)$", aside, re.IGNORECASE):
            others.insert(0, aside)
        more = {**({"parts": details.parts} if details.parts else {}), **details.found}
        if kind in {"talk", "tutorial"}:
            return {**self.talk(head, kind, others, entry), **more}
        slot: Record = {"kind": kind} if kind else {}
        if head and not (kind and says_only_the_kind(head, kind)):
            slot["title"] = head
        if bullets and kind in {"papers", "posters"}:
            names = [self.papers.presented(bullet, self.place(bullet, entry)) for bullet in bullets]
            slot["papers"] = list(dict.fromkeys(names))
        elif kind == "panel":
            return {**slot, **self.panel([*bullets, *others], entry), **more}
        else:
            others = [*bullets, *others]
        for line in others:
            self.pass_over(line, entry)
        return {**slot, **more}

    def without_materials(self, line: PageLine) -> PageLine:
        """A line without links to slides and recordings that are known of a paper or a talk."""
        records = (*self.papers.records, *self.rows.speakers)
        known = {value for record in records for value in record.values() if isinstance(value, str)}
        runs = list(line.runs)
        while runs and (runs[-1].address in known or not runs[-1].text.strip(" ·")):
            runs.pop()
        if runs and len(runs) < len(line.runs):
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(" ·"))
        return PageLine(tuple(runs))

    def kind(self, head: str, has_papers: bool, line: PageLine) -> str | None:
        """The kind of a session; nothing if only its title says what it is."""
        if any(str(run.address).endswith("#panelists") for run in line.runs if run.address):
            return "panel"
        kind = kind_of_session(head, has_papers=has_papers)
        return "talk" if kind is None and self.people.find_in(head) is not None else kind

    def talk(self, head: str, kind: str, others: list[str], entry: _Entry) -> Record:
        """The slot of a talk, whose speaker may have an entry in the page's rows."""
        own: Record = {"kind": kind} if kind != "talk" else {}
        is_cancelled = bool(_CANCELLED.search(head))
        head = _CANCELLED.sub("", head)
        person, title = self.speaker(head, others, entry)
        if person is None:
            if not any(is_placeholder(text) for text in (head, *others)):
                message = f"who speaks in “{head}” is not understood"
                self.diagnostics.warn("not-understood", message, self.place(head, entry))
            return {"kind": "talk", **({"title": head} if head else {})} | own
        if title and is_placeholder(title):
            self.diagnostics.append(placeholder(title, self.place(title, entry)))
            title = None
        role = "keynote" if re.search(r"keynote", head, re.IGNORECASE) else kind
        speaker = self.rows.talk_of(person, role)
        if speaker is None:
            status = "cancelled" if is_cancelled else "confirmed"
            speaker = {"person": person, "role": role, "status": status}
            if title:
                speaker["title"] = title
            self.rows.speakers.append(speaker)
            message = f"{person.name} speaks, but has no entry in the page's rows of people"
            hint = f"a file is begun for {person.name}; add affiliation and biography there"
            span = self.place(person.name, entry)
            self.diagnostics.warn("speaker-without-entry", message, span, hint)
        elif title:
            self.compare_titles(person, speaker, title, entry)
        if len(people := self.several(head)) > 1:
            self.rows.join(people, speaker)
        return {"talk": speaker.get("id") or person} | ({} if speaker["role"] == kind else own)

    def several(self, head: str) -> list[DraftPerson]:
        """The people of `Keynote by Ada Lovelace and Alan Turing`, if all of them are known."""
        names = re.split(r"\bby\s", head, maxsplit=1, flags=re.IGNORECASE)[1:]
        listed = [name for part in names for name in _AND.split(part.partition("(")[0]) if name]
        people = [self.people.find(name) for name in listed]
        return [person for person in people if person is not None] if all(people) else []

    def speaker(
        self, head: str, others: list[str], entry: _Entry
    ) -> tuple[DraftPerson | None, str | None]:
        """Who speaks in a row, and the title of the talk, if the row has it."""
        person = self.people.find_in(head)
        match = _SPEAKER.match(head)
        if match and re.search(r"\bby\s", head, re.IGNORECASE):
            name = re.split(r"\bby\s", head, maxsplit=1, flags=re.IGNORECASE)[1]
            several = self.several(head)
            known = several[0] if len(several) > 1 else None
            added = known or self.people.add(name.partition("(")[0], self.place(name, entry))
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

    def compare_titles(
        self, person: DraftPerson, speaker: Record, title: str, entry: _Entry
    ) -> None:
        known = speaker.setdefault("title", title)
        if str(known) != title and person in self.rows.titles:
            where = self.rows.titles[person][1]
            message = f"the title of {person.name}'s talk is “{known}” in line {where.line}"
            hint = "that one is taken"
            self.diagnostics.warn("two-titles", message, self.place(title, entry), hint)

    def panel(self, lines: list[str], entry: _Entry) -> Record:
        """Who sits on a panel, where it is not everybody who is announced as a panelist."""
        seated = [
            person
            for speaker in self.rows.speakers
            if speaker["role"] in SEATS
            for person in people_of(speaker)
        ]
        named: list[Value] = []
        for line in lines:
            for name in re.split(r"\s*(?:,|;|&|\band\b)\s*", _MARKED.sub("", line)):
                if known := self.people.find(name) if name.strip() else None:
                    named.append(known)
                elif _NAME.fullmatch(name.strip()):
                    named.append(name.strip())
                elif name.strip():
                    self.pass_over(name, entry)
        if seated and (
            set(seated) - set(named) or any(isinstance(somebody, str) for somebody in named)
        ):
            return {"panelists": named} if named else {}
        for person in named:
            if person not in seated:
                record: Record = {"person": person, "role": "panelist", "status": "confirmed"}
                self.rows.speakers.append(record)
        return {}

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


_AND = re.compile(r"\s*(?:,|\band\b|&)\s*", re.IGNORECASE)
"""`Ada Lovelace, Charles Babbage and Emmy Noether`"""
_MARKED = re.compile(r"\s*\([^()]*\)|\[[^\[\]]*\]")
"""What stands in brackets behind a name: `Ada Lovelace (remote)`."""
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s+[\w.'’-]+){0,2}\s+[^\W\d_a-z][\w.'’-]+")
"""A name as pages write it: two to four words, of which the first and the last have capitals.
Example: `Ada M. Placeholder`."""


def _is_bullet(line: PageLine) -> bool:
    return _BULLET.match(line.text) is not None


def _behind_colon(head: str) -> str | None:
    return head.partition(":")[2].strip() or None


def _minutes(text: str) -> int | None:
    match = _MINUTES.search(text)
    if match is None:
        return None
    return round(float(match["count"]) * (60 if match["unit"].lower().startswith("h") else 1))
