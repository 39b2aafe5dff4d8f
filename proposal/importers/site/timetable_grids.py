"""Takes timetables apart that show several days, or several rooms, side by side.

Without that, the cells of a row would be one part of the day: `9:00 | Lecture A | Lecture B`.
"""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct, field

from proposal.importers.reaching_cells import covering_cells
from proposal.importers.site.day_heads import (
    day_head,
    day_in_stretch,
    day_of_head,
    weekday_at_start,
)
from proposal.importers.site.foreign_words import with_english_months
from proposal.importers.site.site_days import days_of
from proposal.reading.days import first_and_last_day
from proposal.reading.hours import Hours, read_hours
from proposal.reading.page_tree import Element

_PARALLEL = re.compile(
    r"(?:(?:track|stream|room|hall|auditorium|parallel(?:\s+session)?|session|raum|saal|salle|sala"
    r"|aula)\s+\w.{0,30}|.{1,30}\s(?:track|room|hall|stream))",
    re.IGNORECASE,
)
"""The head of a column of what takes place beside others: `Track A`, `Room 3.14`."""
_BAND = re.compile(r"week\b", re.IGNORECASE)
"""`Week 1`"""
_LONGEST_HEAD = 60
"""Characters of the head of a column."""
_ANY_YEAR = 2000
"""A year for days without one, of which only matters that there are some."""


class GridPart(Struct, frozen=True):
    """A cell of a column and the hours beside it."""

    hours: str
    """Hours that `read_hours` reads; empty if the cell says them itself."""
    cell: Element


class GridColumn(Struct):
    """What stands below one head: a day, or a room or a track."""

    head: str
    is_day: bool
    band: str = ""
    """The row above that says which days are meant: `Week 1 (September 18-22)`."""
    parts: list[GridPart] = field(default_factory=list)


class TimetableGrid(Struct):
    """A timetable with several columns."""

    columns: list[GridColumn]
    without_hours: list[Element] = field(default_factory=list)
    """Cells in rows that no hours stand beside."""


def read_grid(table: Element) -> TimetableGrid | None:
    """The columns of a table that shows days, rooms or tracks side by side; nothing of others."""
    rows = [row for row in covering_cells(table.all("tr")) if any(cell for cell in row)]
    heads = [cell.text.strip() if cell else "" for cell in rows[0]] if rows else []
    numbers = [number for number, head in enumerate(heads) if _is_day(head)]
    is_day = len(numbers) > 1
    if not is_day:
        numbers = [number for number, head in enumerate(heads) if _PARALLEL.fullmatch(head)]
    if len(numbers) < 2 or len({id(rows[0][number]) for number in numbers}) < 2:
        return None
    if 0 in numbers:
        return _without_hours_beside(rows, heads, numbers) if is_day else None
    return _with_hours_beside(rows, heads, numbers, is_day=is_day)


def _is_day(head: str) -> bool:
    """Whether the head of a column is a day: `Monday`, `Tue, June 23`, `Day 2`."""
    if not head or len(head) > _LONGEST_HEAD or read_hours(head) is not None:
        return False
    is_named = day_head(head) is not None or weekday_at_start(head) is not None
    return is_named or bool(days_of(head, _ANY_YEAR))


def _without_hours_beside(
    rows: list[list[Element | None]], heads: list[str], numbers: list[int]
) -> TimetableGrid | None:
    """The columns of a table whose cells say their hours themselves."""
    cells = [cell for row in rows[1:] for cell in row if cell is not None and cell.text]
    if sum(read_hours(cell.text) is not None for cell in cells) * 2 < len(cells):
        return None
    columns = []
    for number in numbers:
        column = GridColumn(heads[number], is_day=True)
        for row in rows[1:]:
            cell = row[number] if number < len(row) else None
            if cell is not None and all(cell is not part.cell for part in column.parts):
                column.parts.append(GridPart("", cell))
        columns.append(column)
    return TimetableGrid(columns)


def _with_hours_beside(
    rows: list[list[Element | None]], heads: list[str], numbers: list[int], *, is_day: bool
) -> TimetableGrid | None:
    """The columns of a table whose first column has the hours; nothing if most rows have none."""
    grid = TimetableGrid([])
    columns = [GridColumn(heads[number], is_day) for number in numbers]
    beside = _columns_of_hours(rows[1:], numbers)
    last: dict[int, tuple[Element, Hours]] = {}
    after: dict[int, dt.time] = {}
    timed = 0
    for row in rows[1:]:
        clocks = {number: _hours_in(row, number, after.get(number)) for number in {*beside}}
        if not any(clocks.values()):
            said = list({id(cell): cell for cell in row if cell is not None and cell.text}.values())
            if len(said) == 1 and _is_band(said[0].text):
                grid.columns += [column for column in columns if column.parts]
                columns = [GridColumn(heads[number], is_day, said[0].text) for number in numbers]
                last, after = {}, {}
            else:
                grid.without_hours += said
            continue
        timed += 1
        after |= {number: hours.start for number, hours in clocks.items() if hours is not None}
        for index, (column, number) in enumerate(zip(columns, numbers, strict=True)):
            cell = row[number] if number < len(row) else None
            hours = clocks[beside[index]]
            if cell is None or cell is row[beside[index]]:
                continue
            if hours is None:
                grid.without_hours += [cell] if cell.text else []
                continue
            begun = last.get(index)
            if begun is not None and begun[0] is cell:
                start = begun[1]
                column.parts[-1] = GridPart(_written(Hours(start.start, hours.end, 0)), cell)
                continue
            last[index] = cell, hours
            column.parts.append(GridPart(_written(hours), cell))
    grid.columns += [column for column in columns if column.parts]
    return grid if timed > 1 and grid.columns else None


def _columns_of_hours(rows: list[list[Element | None]], numbers: list[int]) -> list[int]:
    """For each of some columns the one with its hours: the first, or a nearer one on its left.

    Tables have `Time | Monday | Time | Tuesday`.
    """
    found = [0]
    for number in range(1, max(numbers)):
        cells = [row[number] for row in rows if number < len(row)]
        texts = [cell.text for cell in cells if cell is not None and cell.text]
        timed = [text for text in texts if read_hours(text) is not None]
        if number not in numbers and len(timed) * 2 > len(texts):
            found.append(number)
    return [max(one for one in found if one < number) for number in numbers]


def _hours_in(row: list[Element | None], number: int, after: dt.time | None) -> Hours | None:
    cell = row[number] if number < len(row) else None
    return read_hours(cell.text, after) if cell is not None else None


def _is_band(text: str) -> bool:
    """Whether a row above others says of which days they are: `Week 2 (September 25-29)`."""
    return _BAND.match(text) is not None or _stretch_in(text, _ANY_YEAR) is not None


def _written(hours: Hours) -> str:
    """Hours of 24 each, as they are read again."""
    return f"{hours.start:%H:%M}" + (f" - {hours.end:%H:%M}" if hours.end else "")


def day_of_column(
    column: GridColumn, year: int, stretch: tuple[dt.date, dt.date] | None
) -> dt.date | None:
    """The day of a column; nothing if its head does not say it for sure.

    Args:
        column: the column.
        year: the edition, for days without a year.
        stretch: from when to when the event lasts, for heads like `Monday`.
    """
    dates = {day.date for day in days_of(column.head, year)}
    if len(dates) == 1:
        return next(iter(dates))
    meant = _stretch_in(column.band, year) or stretch
    head = day_head(column.head)
    if head is not None and head.of_month is not None:
        return day_of_head(head, meant)
    weekday = weekday_at_start(column.head)
    return None if weekday is None else day_in_stretch(weekday, meant)


def shared_days(
    columns: list[GridColumn], year: int, stretch: tuple[dt.date, dt.date] | None
) -> set[dt.date | None]:
    """The days that several columns have with different heads, as one for each room."""
    heads: dict[dt.date | None, set[str]] = {}
    for column in columns:
        heads.setdefault(day_of_column(column, year, stretch), set()).add(column.head)
    return {date for date, said in heads.items() if date is not None and len(said) > 1}


def track_of_column(column: GridColumn, year: int) -> str:
    """The room or the track that a head names: all of it, or what stands beside its day."""
    days = days_of(column.head, year) if column.is_day else []
    if not days:
        return column.head
    said = with_english_months(column.head)
    return f"{said[: days[0].start]} {said[days[-1].end :]}".strip(" ,;:()[]|/–—-")


def _stretch_in(text: str, year: int) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that a text names, perhaps without the year."""
    bare = " ".join(re.sub(r"[()\[\]]", " ", text).split()).strip(" ,.")
    found = first_and_last_day(bare) or first_and_last_day(f"{bare}, {year}")
    return found if found is not None and found[0] < found[1] else None
