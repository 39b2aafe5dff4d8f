"""Reads a schedule from a table, in which each row is a talk or another part of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.exports.decision import Decision, decision_of
from proposal.importers.exports.export import (
    ProgramContext,
    ProgramReader,
    columns_of_export,
)
from proposal.importers.exports.export_document import ExportDocument, Json, text_of
from proposal.importers.exports.table import Row, SourceTable
from proposal.importers.exports.yes_and_no import answer_of
from proposal.importers.presenter_columns import with_presenters
from proposal.importers.program.cell_times import (
    TwoReadingsError,
    clock_in_cell,
    day_in_cell,
    moment_in_cell,
    span_in_cell,
)
from proposal.importers.program.heading_clocks import zone_of_cell, zone_of_column
from proposal.importers.program.rows_of_sessions import sessions_above, with_days_as_column
from proposal.importers.program.scheduled import (
    ScheduledPerson,
    ScheduledProgram,
    ScheduledSession,
)
from proposal.importers.program.table_columns import columns_of_table
from proposal.importers.program.unplaced import Unplaced
from proposal.importers.program.written_times import read_duration
from proposal.importers.values import is_nothing
from proposal.model.affiliated import name_and_affiliation, split_outside
from proposal.model.name_comparison import same_text
from proposal.model.records.when_record import WhenRecord
from proposal.reading.hours import lasts_over_midnight, minutes_of_day
from proposal.reading.listed_names import order_of, read_authors

_IN_PROGRAM = re.compile(r"accept|confirm|^yes$", re.IGNORECASE)
"""States of what takes place: `confirmed`, `Accepted`."""
_ROLE = re.compile(
    r"\b(?:keynote|invited|tutorial|panel|break|lunch|opening|closing)", re.IGNORECASE
)
"""What says of a session with a single talk what it is, and is no name: `Invited Talk`."""
_SUB = re.compile(r"sub", re.IGNORECASE)
"""What Whova says of a row within the session above it: `Sub`, `Sub-session`."""
_OFF = {Decision.REJECTED, Decision.DESK_REJECTED, Decision.WITHDRAWN}
"""What of a table does not take place: `Cancelled`, or N as `Published`."""
_ONLY_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
"""A day in the place of an hour, on which something lasts all day: `2026-08-03`."""
_COMMA, _SEMICOLON = re.compile(r","), re.compile(r";")

People = Callable[[str], "tuple[ScheduledPerson, ...]"]


_NOBODY = re.compile(
    r"(?:(?:all|our|the|various|multiple|several|contribut(?:ed|ing)|invited|workshop|session|paper"
    r"|poster|accepted|program|general)\s+)*"
    r"(?:organi[sz]ers?|organi[sz]ing committee|speakers?|authors?|presenters?|panell?ists?"
    r"|participants?|attendees|(?:co-?)?chairs?|everyone|everybody|all|community)",
    re.IGNORECASE,
)
"""What stands in the place of names and names nobody: `Organizers`, `Contributed Speakers`."""


class TableGrammar(Struct, frozen=True):
    """What is known of how a system fills the cells of its table."""

    source: str
    """The system and the form: "pretalx, sessions"."""
    columns: Mapping[str, str]
    """What each heading means, by `heading_key`."""
    people: People | None = None
    """How names in a cell are read; otherwise lists of any notation are."""
    is_utc_in_text: bool = False
    """Whether hours without a zone are in UTC, where the table is a text file."""
    without_hours: str = "export it with them, or export the schedule"
    """What to do with a table that has no hours."""


def table_reader(grammar: TableGrammar) -> ProgramReader:
    """The reader of a known table; it raises an ImportSourceError where that has no hours."""

    def reader(material: SourceTable | ExportDocument, context: ProgramContext) -> ScheduledProgram:
        if isinstance(material, ExportDocument):
            raise TypeError(f"{material.file} is a document, where a table was recognized")
        columns = columns_of_export(material, grammar.columns)
        if "start" not in columns:
            raise ImportSourceError(f"{material.name} has no hours; {grammar.without_hours}")
        return _program(material, columns, grammar, context)

    return reader


def program_of_unknown_table(table: SourceTable, context: ProgramContext) -> ScheduledProgram:
    """The schedule in a table that no system is known to export.

    Raises:
        ImportSourceError: columns or cells can be read in several ways, or in none.
    """
    table = with_presenters(table)
    columns = columns_of_table(table, context)
    if "day" not in columns:
        table = with_days_as_column(table, context.days)
        columns = columns_of_table(table, context)
    if "day" not in columns and len(context.days) > 1:
        starts = [row.cell(columns["start"]) for row in table.rows if "start" in columns]
        if not any(len(start) > len("00:00:00 AM") for start in starts):
            raise ImportSourceError(
                f"{table.name}: no column is known to hold the day, and the edition has "
                f"{len(context.days)}; name it in the command, as in `--column day=1`"
            )
    return _program(table, columns, TableGrammar("a table", {}), context)


def _program(
    table: SourceTable, columns: Mapping[str, int], grammar: TableGrammar, context: ProgramContext
) -> ScheduledProgram:
    begins = next((columns[one] for one in ("inner_start", "start", "hours") if one in columns), -1)
    zone = zone_of_column(table, begins, context) if begins >= 0 else None
    reading = _Rows(table, columns, grammar, context, context.days, zone)
    sessions = reading.sessions()
    diagnostics = SourceDiagnostics(table.diagnostics)
    diagnostics += reading.diagnostics
    diagnostics += reading.unplaced.diagnostics()
    unread = [
        f"{table.name_of(column)} ({count})"
        for column in range(len(table.headings))
        if column not in columns.values() and (count := table.filled(column))
    ]
    if unread:
        message = f"columns that are left out, with the number of cells: {', '.join(unread)}"
        diagnostics.note("unread-columns", message)
    return ScheduledProgram(
        source=grammar.source,
        sessions=tuple(sessions),
        diagnostics=tuple(diagnostics),
    )


class _Rows(Struct):
    table: SourceTable
    columns: Mapping[str, int]
    grammar: TableGrammar
    context: ProgramContext
    days: Sequence[WhenRecord]
    zone: dt.tzinfo | None = None
    """The zone of hours that say none, where the heading names another one than the venue's, or a
    column names one for each row."""
    unplaced: Unplaced = field(default_factory=Unplaced)
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)
    day: dt.date | None = None
    """The day of the rows before, where a cell is empty because it would say the same."""

    def text(self, row: Row, name: str) -> str:
        """A cell by what it holds; empty where there is nothing to tell."""
        column = self.columns.get(name)
        text = row.cell(column) if column is not None else ""
        return "" if is_nothing(text) else text

    def sessions(self) -> list[ScheduledSession]:
        """The sessions of all rows, those that the table puts into one session as its parts."""
        found: dict[object, tuple[str, ScheduledSession]] = {}
        is_own = not self.grammar.columns
        above_of = sessions_above(self.table.rows, self.text) if is_own else {}
        opened = {above.row.line: above for above in above_of.values()}
        for row in self.table.rows:
            above = above_of.get(row.line)
            session = self.session(row, above.row if above else None)
            if session is None:
                continue
            key = (session.number, session.start) if session.number else row.line
            if found and _SUB.match(self.text(row, "level")):
                last = next(reversed(found))
                name, whole = found[last]
                found[last] = name, replace(whole, parts=(*whole.parts, session))
            elif key in found:  # a row for each speaker
                known = found[key][1]
                people = dict.fromkeys((*known.people, *session.people))
                found[key] = found[key][0], replace(known, people=tuple(people))
            else:
                named = above or opened.get(row.line)
                found[key] = named.name if named else self.text(row, "session"), session
        return _in_sessions(list(found.values()))

    def session(self, row: Row, above: Row | None = None) -> ScheduledSession | None:
        """The session of a row; nothing for what was not accepted or has no hours.

        Args:
            row: the row.
            above: the row that has the hours of its session, if it has none of its own.
        """
        title = " ".join((self.text(row, "title") or self.text(row, "session")).split())
        if self.is_off(row, title):
            return None
        self.zone = self.zone_of(row)
        try:
            start, end = self.span(above or row)
        except TwoReadingsError as reason:
            raise ImportSourceError(f"{self.table.where(row)}: {reason}") from reason
        title = title or " ".join(self.text(row, "kind").split())
        if start is None or not title:
            self.unplaced.add(title, f"row {row.line}")
            return None
        return ScheduledSession(
            title=title,
            start=start,
            end=end,
            kind=self.text(row, "kind"),
            number=self.text(row, "number"),
            people=self.people(row),
            authors=self.named(row, "authors"),
            chairs=self.named(row, "chair"),
            room=self.text(row, "room") or (self.text(above, "room") if above else ""),
            track=self.text(row, "track") or (self.text(above, "track") if above else ""),
            abstract=self.text(row, "abstract"),
            slides=self.text(row, "slides"),
            video=self.text(row, "video"),
        )

    def is_off(self, row: Row, title: str) -> bool:
        """Whether a row is of what does not take place, which is counted."""
        state = self.text(row, "state")
        if self.grammar.columns:
            is_rejected = bool(state) and not _IN_PROGRAM.search(state)
            self.unplaced.rejected += is_rejected
            return is_rejected
        is_cancelled = answer_of(self.text(row, "cancelled")) is True
        is_off = is_cancelled or (bool(state) and decision_of(state) in _OFF)
        self.unplaced.off += [title] if is_off else []
        return is_off

    # Hours

    def zone_of(self, row: Row) -> dt.tzinfo | None:
        """The zone of a row's hours that say none.

        Raises:
            ImportSourceError: a column names it in a way that is not understood.
        """
        text = self.text(row, "zone")
        if not text:
            return self.zone
        zone = zone_of_cell(text, self.context)
        if zone is None:
            place = self.table.where_cell(row, self.columns["zone"])
            raise ImportSourceError(
                f"{place}: `{text}` is no time zone that is understood here; write "
                f"America/New_York or UTC-5, or hours by the venue's clocks ({self.context.zone}) "
                "without that column"
            )
        return zone

    def span(self, row: Row) -> tuple[dt.datetime | None, dt.datetime | None]:
        """When a row begins and ends."""
        first, last = self.text(row, "inner_start"), self.text(row, "inner_end")
        if not first:
            first, last = self.text(row, "start"), self.text(row, "end")
        if "hours" in self.columns and not first:
            first, last = span_in_cell(self.text(row, "hours"))
        if said := self.text(row, "day"):
            self.day = day_in_cell(said, self.days)
            if self.day is None:
                raise TwoReadingsError(f"`{said}` names no day; write it as 2026-08-03")
        elif "day" not in self.columns:
            self.day = self.days[0].date if len(self.days) == 1 else None
        start = self.moment(first, self.day)
        if start is None:
            if first and not _ONLY_DAY.fullmatch(first.strip()):
                raise TwoReadingsError(f"`{first}` is no hour; write it as 14:30")
            return None, None
        return start, self.end(row, start, last)

    def end(self, row: Row, start: dt.datetime, text: str) -> dt.datetime | None:
        """When a row ends, by its own cell or by how long it lasts."""
        end = self.moment(text, start.date(), start.tzinfo) if text else None
        if end is None and text:
            raise TwoReadingsError(f"`{text}` is no hour; write it as 14:30")
        if end is not None:
            is_same_day = end.date() == start.date()
            is_late = is_same_day and lasts_over_midnight(
                minutes_of_day(start), minutes_of_day(end)
            )
            return end + dt.timedelta(days=1) if is_late else end
        length = self.text(row, "duration")
        duration = read_duration(length)
        if length and duration is None:
            raise TwoReadingsError(f"`{length}` is no duration; write minutes, as 45")
        return start + duration if duration else None

    def moment(
        self, text: str, day: dt.date | None, zone: dt.tzinfo | None = None
    ) -> dt.datetime | None:
        """A moment in a cell, which may be an hour of a day that is known."""
        moment = moment_in_cell(text, self.days)
        if moment is None and day is not None and (clock := clock_in_cell(text)):
            return dt.datetime.combine(day, clock, zone or self.zone)
        if moment is not None and moment.tzinfo is None and self.zone:
            return moment.replace(tzinfo=self.zone)
        if moment is not None and moment.tzinfo is None and self.is_utc:
            return moment.replace(tzinfo=dt.UTC)
        return moment

    @property
    def is_utc(self) -> bool:
        return self.grammar.is_utc_in_text and self.table.lines is not None

    # People

    def people(self, row: Row) -> tuple[ScheduledPerson, ...]:
        """Who speak: in one cell, or with a column for each part of the name."""
        if "first" in self.columns:
            parts = (self.text(row, "first"), self.text(row, "last"))
            name = " ".join(filter(None, parts))
            biography, email = self.text(row, "biography"), self.text(row, "email")
            person = ScheduledPerson(name, email=email, biography=biography)
            return (person,) if name else ()
        people = self.named(row, "people")
        affiliation = self.text(row, "affiliation")
        if not people or not affiliation or any(person.affiliation for person in people):
            return people
        places = [affiliation]
        if len(people) > 1:
            places = [place.strip() for place in re.split(r"[;|\n]", affiliation)]
        if len(places) != len(people):
            message = (
                f"`{' '.join(affiliation.split())}` is not one institution for each of "
                f"{len(people)} people, and is left out"
            )
            hint = "write semicolons between the institutions"
            column = self.columns["affiliation"]
            self.table.warn("affiliation-count", message, row, column, hint)
            return people
        return tuple(
            replace(person, affiliation=place) for person, place in zip(people, places, strict=True)
        )

    def named(self, row: Row, name: str) -> tuple[ScheduledPerson, ...]:
        """The people in a cell."""
        text = self.text(row, name)
        if not text:
            return ()
        if _NOBODY.fullmatch(" ".join(text.split())):
            self.unplaced.nameless.append(" ".join(text.split()))
            return ()
        if self.grammar.people is not None:
            return self.grammar.people(text)
        column = self.columns[name]
        order = order_of(line.cell(column) for line in self.table.rows)
        read = read_authors(text, order)
        if read.two_ways:
            one, other = read.two_ways
            raise ImportSourceError(
                f"{self.table.where_cell(row, column)}: `{text}` may be one person or two; write "
                f"`{one}` or `{other}`"
            )
        for doubt in read.doubts:
            self.table.warn("doubtful-name", doubt, row, column)
        return tuple(
            ScheduledPerson(person.name, affiliation=person.affiliation or "")
            for person in read.people
        )


def _in_sessions(named: Sequence[tuple[str, ScheduledSession]]) -> list[ScheduledSession]:
    """Rows, those as parts of a session that name the same one and follow each other.

    Args:
        named: the session that each row names, and what the row itself is.
    """
    ordered = sorted(named, key=lambda pair: _order(pair[1]))
    groups: list[tuple[str, list[ScheduledSession]]] = []
    for name, session in ordered:
        group = next((other for other in groups if _goes_on(other, name, session)), None)
        if group is None:
            groups.append((name, [session]))
        else:
            group[1].append(session)
    return [_joined(name, sessions) for name, sessions in groups]


def _order(session: ScheduledSession) -> tuple[dt.datetime, str]:
    return session.start.replace(tzinfo=None), session.room


def _goes_on(
    group: tuple[str, list[ScheduledSession]], name: str, session: ScheduledSession
) -> bool:
    """Whether a row belongs to the session that is named in those before it."""
    before = group[1][-1]
    place = (before.room, before.track, before.start.date())
    is_next = before.end is not None and before.end == session.start
    is_same = (before.start, before.end) == (session.start, session.end)
    same_place = place == (session.room, session.track, session.start.date())
    return bool(name) and group[0] == name and (is_next or is_same) and same_place


def _joined(name: str, sessions: Sequence[ScheduledSession]) -> ScheduledSession:
    first = sessions[0]
    if not name or (len(sessions) == 1 and same_text(name, first.title)):
        return first
    if len(sessions) == 1 and _ROLE.search(name):
        return replace(first, kind=first.kind or name)
    chairs = dict.fromkeys(person for session in sessions for person in session.chairs)
    parts = [session for session in sessions if not same_text(name, session.title)]
    return ScheduledSession(
        title=name,
        start=first.start,
        end=sessions[-1].end,
        chairs=tuple(chairs),
        room=first.room,
        track=first.track,
        parts=tuple(parts or sessions),
    )


def table_of_records(file: Path, records: Sequence[Mapping[str, Json]]) -> SourceTable:
    """Records in JSON as the table that the same system exports as CSV."""
    keys = list(dict.fromkeys(key for record in records for key in record))
    rows = [
        Row(tuple(_cell(record.get(key)) for key in keys), number, number)
        for number, record in enumerate(records, start=1)
    ]
    return SourceTable(file, Row(tuple(keys), 0, 0), rows, None)


def _cell(value: Json) -> str:
    return "\n".join(map(text_of, value)) if isinstance(value, list) else text_of(value)


def names_on_lines(text: str) -> tuple[ScheduledPerson, ...]:
    """The names of pretalx: one a line, or with commas between them."""
    parts = text.split("\n") if "\n" in text else split_outside(text, _COMMA)
    return tuple(_person_of(parts))


def names_with_institutions(text: str) -> tuple[ScheduledPerson, ...]:
    """The names of Indico: `Ann Author (Example University), Bob Writer (Example Institute)`."""
    return tuple(_person_of(split_outside(text, _SEMICOLON if ";" in text else _COMMA)))


def _person_of(parts: Sequence[str]) -> Iterator[ScheduledPerson]:
    for part in parts:
        name, affiliation = name_and_affiliation(" ".join(part.split()))
        if name:
            yield ScheduledPerson(name, affiliation=affiliation or "")
