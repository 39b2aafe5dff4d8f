"""Reads ConfTool's agenda, in which a row is a session with its papers: `p1_title`, `p2_title`.

The papers of a session have an order and no hours of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.exports.author_lists import parts_of
from proposal.importers.exports.export import ProgramContext, heading_key
from proposal.importers.exports.export_document import ExportDocument
from proposal.importers.exports.table import Row, SourceTable
from proposal.importers.program.cell_times import moment_in_cell
from proposal.importers.program.scheduled import (
    ScheduledPerson,
    ScheduledProgram,
    ScheduledSession,
)
from proposal.importers.program.unplaced import Unplaced
from proposal.reading.lines import line_of
from proposal.reading.names import read_name

_OF_PAPER = re.compile(r"p(\d+)_title")
"""`p1_title`"""
_CHAIR = re.compile(r"chair\d+(?:_name)?")
"""`chair1`, `chair2_name`"""
_READ = re.compile(
    r"session_(?:title|short|start|end|room|type)|chair\d+(?:_name)?"
    r"|p\d+_(?:title|authors|presenting_author)"
)
"""Headings of which something is made: `session_title`."""


def program_of_conftool(
    material: SourceTable | ExportDocument, context: ProgramContext
) -> ScheduledProgram:
    """The schedule in a table of sessions.

    Raises:
        ImportSourceError: an hour cannot be read.
    """
    if isinstance(material, ExportDocument):
        raise TypeError(f"{material.file} is a document, where a table was recognized")
    keys = [heading_key(heading) for heading in material.headings]
    reading = Unplaced()
    sessions = [
        session
        for row in material.rows
        if (session := _session(material, row, keys, context, reading)) is not None
    ]
    diagnostics = SourceDiagnostics(material.diagnostics)
    diagnostics += reading.diagnostics()
    unread = [
        f"{material.name_of(column)} ({count})"
        for column, key in enumerate(keys)
        if not _READ.fullmatch(key) and (count := material.filled(column))
    ]
    if unread:
        message = f"columns that are left out, with the number of cells: {', '.join(unread)}"
        diagnostics.note("unread-columns", message)
    return ScheduledProgram(
        source="ConfTool, agenda", sessions=tuple(sessions), diagnostics=tuple(diagnostics)
    )


def _session(
    table: SourceTable, row: Row, keys: list[str], context: ProgramContext, unplaced: Unplaced
) -> ScheduledSession | None:
    """The session of a row; nothing for one without a title or hours."""
    cells = {key: line_of(row.cell(column)) for column, key in enumerate(keys)}
    title = cells.get("session_title") or cells.get("session_short", "")
    said = cells.get("session_start", ""), cells.get("session_end", "")
    start, end = (moment_in_cell(text, context.days) for text in said)
    if start is None and said[0]:
        raise ImportSourceError(f"{table.where(row)}: `{said[0]}` is no moment")
    if start is None or not title:
        unplaced.add(title)
        return None
    numbers = sorted(int(match[1]) for key in keys if (match := _OF_PAPER.fullmatch(key)))
    chairs = [cells[key] for key in keys if _CHAIR.fullmatch(key) and _is_name(cells[key])]
    papers = tuple(
        ScheduledSession(
            title=cells[f"p{number}_title"],
            start=start,
            end=None,
            people=tuple(_people(cells.get(f"p{number}_presenting_author", ""))),
            authors=tuple(_people(cells.get(f"p{number}_authors", ""))),
        )
        for number in numbers
        if cells[f"p{number}_title"]
    )
    return ScheduledSession(
        title=title,
        start=start,
        end=end,
        kind=cells.get("session_type", ""),
        room=cells.get("session_room", ""),
        chairs=tuple(ScheduledPerson(read_name(name).text) for name in dict.fromkeys(chairs)),
        parts=papers,
    )


def _is_name(cell: str) -> bool:
    return any(sign.isalpha() for sign in cell)


def _people(text: str) -> Iterator[ScheduledPerson]:
    """The people of "Author, Ann (1); Writer, Bob (2)", whose numbers are those of institutions."""
    for part in parts_of(text):
        name = read_name(re.sub(r"\s*\([\d,;\s]*\)\s*$", "", part)).text
        if name:
            yield ScheduledPerson(name)
