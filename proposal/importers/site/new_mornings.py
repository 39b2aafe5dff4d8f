"""Parts a programme of several days without heads where its hours begin again."""

from __future__ import annotations

from itertools import pairwise

from proposal.importers.site.day_heads import DayHead
from proposal.importers.site.programme_lines import DayLines, ProgrammeRow, read_programme
from proposal.importers.site.site_lines import SiteLine
from proposal.reading.hours import minutes_of_day

_FEWEST_ROWS = 2
"""So many rows has a day, and not only a misplaced one."""
_LEAST_STEP_BACK = 3 * 60
"""So many minutes at least lie between the last row of a day and the first one of the next."""
_LARGEST_DIFFERENCE = 120
"""Within so many minutes days of a workshop begin."""


def with_new_mornings(days: list[DayLines]) -> list[DayLines]:
    """The days of a programme; one without a head is parted where its hours begin again.

    A heading between two lists may name a room or a track, so it parts no days.
    """
    if any(day.date is not None or day.head is not None or day.track for day in days):
        return days
    lines = [line for day in days for line in day.lines]
    starts = _new_mornings(read_programme(lines).rows)
    places = [_place_of(row, lines) for row in starts]
    places = [place for place in places if place and not _has_heading_above(place, lines)]
    if not places:
        return days
    bounds = [0, *places, len(lines)]
    return [
        DayLines(lines=lines[begin:end], head=DayHead("", number))
        for number, (begin, end) in enumerate(pairwise(bounds), 1)
    ]


def _new_mornings(rows: list[ProgrammeRow]) -> list[ProgrammeRow]:
    """The rows with which the hours begin again."""
    first, found = 0, []
    for index in range(1, len(rows)):
        row = rows[index]
        is_back = (
            minutes_of_day(rows[index - 1].start) - minutes_of_day(row.start) >= _LEAST_STEP_BACK
        )
        is_morning = (
            abs(minutes_of_day(row.start) - minutes_of_day(rows[first].start))
            <= _LARGEST_DIFFERENCE
        )
        following = [one.start for one in rows[index : index + _FEWEST_ROWS]]
        has_more = len(following) == _FEWEST_ROWS and following == sorted(following)
        if is_back and is_morning and has_more and index - first >= _FEWEST_ROWS:
            found.append(row)
            first = index
    return found


def _place_of(row: ProgrammeRow, lines: list[SiteLine]) -> int:
    """Which line begins a row; 0 if it is not found."""
    return next((place for place, line in enumerate(lines) if line.span == row.span), 0)


def _has_heading_above(place: int, lines: list[SiteLine]) -> bool:
    """Whether a heading stands right above a line."""
    return place > 0 and lines[place - 1].is_heading
