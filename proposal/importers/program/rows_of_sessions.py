"""Finds what rows of a schedule say for those below them: days as headings, sessions without hours.

Tables that are made for readers have a row `Thursday, February 26` above the parts of that day, and
the hours of a session once, above the papers in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from proposal.importers.exports.table import Row, SourceTable
from proposal.importers.program.cell_times import TwoReadingsError, day_in_cell
from proposal.importers.program.session_content import kind_of_heading
from proposal.model.records.when_record import WhenRecord

_DAY = "Day"


def with_days_as_column(table: SourceTable, days: Sequence[WhenRecord]) -> SourceTable:
    """The table with a column of days, where rows that hold a day alone stand above their parts."""
    column = max(len(table.headings), *(len(row.cells) for row in table.rows), 1)
    rows: list[Row] = []
    day, found = "", False
    for row in table.rows:
        filled = [cell for cell in row.cells if cell.strip()]
        if len(filled) == 1 and _is_day(filled[0], days):
            day, found = filled[0], True
            continue
        rows.append(row.with_cells({column: day}))
    if not found:
        return table
    return replace(table, headings_row=table.headings_row.with_cells({column: _DAY}), rows=rows)


def _is_day(text: str, days: Sequence[WhenRecord]) -> bool:
    if text.strip().isdigit():
        return False
    try:
        return day_in_cell(text, days) is not None
    except TwoReadingsError:
        return True


class SessionAbove(Struct, frozen=True):
    """The row that has the hours of a session, and what the session is called."""

    row: Row
    name: str


def sessions_above(rows: Sequence[Row], text: Callable[[Row, str], str]) -> dict[int, SessionAbove]:
    """For each row without hours, by its line, the session above it to which it belongs.

    Sessions that hold titles of their own have their hours for all of them only if no session of
    the table has two rows with hours: else each talk has its own, and one without any has none yet.

    Args:
        rows: the rows of the schedule.
        text: gives a cell of a row by what it holds.
    """
    groups = _groups(rows, text)
    names = [_name_of(group[0], text) for group in groups]
    named = [
        name for group, name in zip(groups, names, strict=True) if not _is_pause(group[0], text)
    ]
    are_single = all(named) and len(set(named)) == len(named)
    found: dict[int, SessionAbove] = {}
    for (first, *others), name in zip(groups, names, strict=True):
        has_title = bool(text(first, "title")) and bool(text(first, "session"))
        if not name or not _has_hours(first, text) or (has_title and not are_single):
            continue
        for row in others:
            if text(row, "session") not in {"", name} or not text(row, "title"):
                break
            found[row.line] = SessionAbove(first, name)
    return found


def _groups(rows: Sequence[Row], text: Callable[[Row, str], str]) -> list[list[Row]]:
    """Rows with hours, each with those below it that have none."""
    groups: list[list[Row]] = []
    for row in rows:
        if _has_hours(row, text) or not groups:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _name_of(row: Row, text: Callable[[Row, str], str]) -> str:
    """What the session is called that a row opens; empty if it opens none."""
    if _is_pause(row, text):
        return ""
    title = text(row, "title")
    return text(row, "session") or (title if kind_of_heading(title) in _OF_PAPERS else "")


def _is_pause(row: Row, text: Callable[[Row, str], str]) -> bool:
    kind = kind_of_heading(text(row, "session") or text(row, "title"))
    return kind is not None and kind not in _OF_PAPERS


_OF_PAPERS = {"papers", "posters"}


def _has_hours(row: Row, text: Callable[[Row, str], str]) -> bool:
    return any(text(row, name) for name in ("inner_start", "start", "hours"))
