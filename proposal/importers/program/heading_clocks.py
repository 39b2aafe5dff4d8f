"""Reads by whose clocks hours in a table are.

A heading may say it, as `Start (UTC)` and `Time (CEST)` do, or a column Time zone for each row.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.export import ProgramContext
from proposal.importers.exports.table import SourceTable
from proposal.reading.abbreviations import is_offset, offsets_of
from proposal.reading.zone_names import LETTERS, zones_in
from proposal.zone_data import is_zone

_BRACKETS = re.compile(rf"\s*[(\[]\s*(?:in\s+)?{LETTERS.pattern}(?:\s+time)?\s*[)\]]")
"""Examples: what is behind the words in `Start (UTC)`, `Time [in CEST]`."""
_GREENWICH = {"UTC", "GMT"}
"""The letters of hours at no distance from UTC."""


def without_clock(heading: str) -> str:
    """A heading without the letters of a time zone in brackets."""
    return _BRACKETS.sub("", heading)


def clock_of(heading: str) -> str:
    """The letters of a time zone in a heading; empty if it has none."""
    match = _BRACKETS.search(heading)
    return match[1] if match else ""


def shown_by_venue(
    columns: Sequence[int], table: SourceTable, context: ProgramContext
) -> list[int]:
    """The columns whose hours are those of the venue's clocks, where several have hours."""
    own = [one for one in columns if _is_of_venue(clock_of(table.headings[one]), context)]
    return own if len(own) == 1 else list(columns)


def zone_of_column(table: SourceTable, column: int, context: ProgramContext) -> dt.tzinfo | None:
    """The zone of a column's hours; nothing for those of the venue, or if the heading has none.

    Raises:
        ImportSourceError: they are by clocks of another place.
    """
    letters = clock_of(table.headings[column]) if column < len(table.headings) else ""
    if not letters or _is_of_venue(letters, context):
        return None
    if letters in _GREENWICH or is_offset(letters):
        (offset,) = offsets_of(letters)  # a distance from UTC is one
        return dt.timezone(offset)
    raise ImportSourceError(
        f"{table.name}: the hours of the column {table.name_of(column)} are not those of the "
        f"venue's clocks ({context.zone}); write those, or hours with an offset, as "
        "2027-07-01T09:00-05:00"
    )


def zone_of_cell(text: str, context: ProgramContext) -> dt.tzinfo | None:
    """The zone that a cell names for the hours of its row; nothing if it is not understood.

    `America/New_York`, `Orlando, Florida USA UTC-4`, and the letters of the venue's own clocks.
    """
    named = next(filter(is_zone, re.findall(r"[A-Za-z_]+(?:/[\w+-]+)+", text)), None)
    if named:
        return ZoneInfo(named)
    letters = {zone.name for zone in zones_in(text)}
    if letters and all(_is_of_venue(name, context) for name in letters):
        return ZoneInfo(context.zone)
    if len(letters) == 1 and all(name in _GREENWICH or is_offset(name) for name in letters):
        (offset,) = offsets_of(letters.pop())
        return dt.timezone(offset)
    return None


def _is_of_venue(letters: str, context: ProgramContext) -> bool:
    """Whether the venue's clocks are known by some letters, or by a distance from UTC."""
    noons = [
        dt.datetime.combine(day.date, dt.time(12), ZoneInfo(context.zone)) for day in context.days
    ]
    offsets = offsets_of(letters)
    return bool(letters) and all(noon.utcoffset() in offsets for noon in noons)
