"""Parts a programme of several days without heads where its hours begin again."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from proposal.importers.site.day_heads import DayHead
from proposal.importers.site.programme_lines import DayLines, ProgrammeRow, read_programme
from proposal.importers.site.site_lines import SiteLine
from proposal.model.session_kinds import kind_of_session
from proposal.reading.hours import minutes_of_day

_FEWEST_ROWS = 2
"""So many rows has a day, and not only a misplaced one."""
_LEAST_STEP_BACK = 3 * 60
"""So many minutes at least lie between the last row of a day and the first one of the next."""
_LARGEST_DIFFERENCE = 120
"""Within so many minutes days of a workshop begin."""


def with_new_mornings(
    days: list[DayLines], stretch: tuple[dt.date, dt.date] | None
) -> list[DayLines]:
    """The days of a programme; one without a head is parted where its hours begin again.

    A heading between two lists may name a room or a track, so it parts no days, but those of an
    event of several days.

    Args:
        days: the days.
        stretch: from when to when the event lasts, if it is known.
    """
    if any(day.date is not None or day.head is not None or day.track for day in days):
        return days
    lines = [line for day in days for line in day.lines]
    if stretch is not None and stretch[0] < stretch[1]:
        below = _below_headings(lines, stretch[0])
        if len(below) > 1:
            return below
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


def _below_headings(lines: list[SiteLine], first_day: dt.date) -> list[DayLines]:
    """The lines parted at the headings below which the hours begin again.

    A heading that says nothing of a day gives its part no number, so nobody takes it for one.
    """
    places = [place for place, line in enumerate(lines) if line.is_heading]
    bounds = [0, *(place for place in places if place), len(lines)]
    found: list[DayLines] = []
    reached = first = None
    for begin, end in pairwise(bounds):
        part = lines[begin:end]
        rows = [row.start for row in read_programme(part).rows]
        head = part[0].text if part else ""
        if first is not None and reached is not None and _is_new_day(head, rows, first, reached):
            number = len(found) + 1
            day = first_day + dt.timedelta(number - 1)
            found.append(DayLines(lines=part, head=DayHead(head, _number_in(head, number, day))))
            reached = rows[-1]
            continue
        if not found:
            found.append(DayLines(head=DayHead("", 1)))
        found[-1].lines += part
        first = first or (rows[0] if rows else None)
        reached = max([*rows, *([reached] if reached else [])], default=None)
    return found


def _is_new_day(head: str, rows: list[dt.time], first: dt.time, reached: dt.time) -> bool:
    """Whether the rows below a heading begin again like those of the first day."""
    if len(rows) < _FEWEST_ROWS or rows != sorted(rows) or rows[0] >= reached:
        return False
    if _SIDE_BY_SIDE.search(head) or kind_of_session(head, has_papers=False):
        return False
    return abs(minutes_of_day(rows[0]) - minutes_of_day(first)) <= _LARGEST_DIFFERENCE


def _number_in(head: str, number: int, date: dt.date) -> int | None:
    """The number of a day if its heading speaks of a day, or has that of the date in it."""
    says_so = _DAY.search(head) or re.search(rf"(?<!\d){date.day}(?!\d)", head)
    return number if says_so else None


_DAY = re.compile(r"\b(?:day|tag|jour|journ[ée]e|d[ií]a|giorn[oa]t?a?)\b", re.IGNORECASE)
"""`Day B`"""
_SIDE_BY_SIDE = re.compile(
    r"\b(?:room|hall|auditorium|raum|saal|salle|sala|aula|track|stream|session|group|parallel\w*"
    r"|social|evening)\b",
    re.IGNORECASE,
)
"""A heading of what may take place beside others on a day: `Track A`, `Parallel session`."""


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
