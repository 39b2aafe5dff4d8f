"""Reads by whose clocks a column's hours are, as its heading says: `Start (UTC)`, `Time (CEST)`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.export import ProgramContext
from proposal.importers.exports.table import SourceTable
from proposal.reading.abbreviations import is_offset, offsets_of
from proposal.reading.zone_names import LETTERS

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


def _is_of_venue(letters: str, context: ProgramContext) -> bool:
    """Whether the venue's clocks are known by some letters, or by a distance from UTC."""
    noons = [
        dt.datetime.combine(day.date, dt.time(12), ZoneInfo(context.zone)) for day in context.days
    ]
    offsets = offsets_of(letters)
    return bool(letters) and all(noon.utcoffset() in offsets for noon in noons)
