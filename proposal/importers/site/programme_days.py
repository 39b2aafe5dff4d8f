"""Groups the lines of a programme by its days, and by rooms or tracks side by side."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from msgspec import Struct, field

from proposal.importers.draft import Record
from proposal.importers.site.day_heads import DayHead, dates_of_heads
from proposal.importers.site.new_mornings import with_new_mornings
from proposal.importers.site.programme_lines import (
    DayLines,
    Programme,
    ProgrammeRow,
    lines_by_day,
    nested,
    read_programme,
)
from proposal.importers.site.site_lines import SiteLine

_ROOM = re.compile(r"\b(?:room|hall|auditorium|raum|saal|salle|sala|aula)\b", re.IGNORECASE)
"""`Room 115`, `Aula`"""
_TRACK = re.compile(r"^(?:track|stream)\s+", re.IGNORECASE)
"""`Track A`"""


class ProgrammeDay(Struct):
    """The programmes of a day: one, or one for each of several rooms or tracks."""

    date: dt.date | None = None
    head: DayHead | None = None
    """What stands above it, where that is no date."""
    programmes: dict[str, list[Programme]] = field(default_factory=dict)
    """By the head of their column; empty where there is only one."""

    @property
    def rows(self) -> list[ProgrammeRow]:
        """The rows that say something."""
        return [row for track in self.programmes for row in self.rows_of(track)]

    def rows_of(self, track: str) -> list[ProgrammeRow]:
        """The rows of one room or track that say something."""
        return [row for one in self.programmes[track] for row in one.rows if row.lines]

    def outer_rows(self, track: str) -> list[ProgrammeRow]:
        """The rows of one room or track in order, each with those that take place within it."""
        ordered = nested(sorted(self.rows_of(track), key=lambda row: row.start))
        return sorted(ordered, key=lambda row: row.start)

    @property
    def counts_from_zero(self) -> bool:
        """Whether its hours only say how long parts last: `00:00–00:10`, `00:10–00:40`."""
        starts = [row.start for row in self.rows]
        return bool(starts) and starts[0] == dt.time(0) and max(starts) < dt.time(12)

    @property
    def zone(self) -> str | None:
        """The zone's abbreviation, if the lines name one."""
        every = (one for programmes in self.programmes.values() for one in programmes)
        return next((one.zone for one in every if one.zone), None)


def programme_days(
    lines: list[SiteLine], year: int, stretch: tuple[dt.date, dt.date] | None
) -> list[ProgrammeDay]:
    """The days of a page's programme; one alone has no date.

    Args:
        lines: the lines of the page that tell of the programme.
        year: the edition, for days without a year.
        stretch: from when to when the event lasts, for days such as `Monday`.
    """
    parted = with_new_mornings(lines_by_day(lines, year, stretch), stretch)
    found = [(day, read_programme(day.lines)) for day in parted]
    has_dates = any(day.date is not None and programme.rows for day, programme in found)
    days: list[ProgrammeDay] = []
    for day, programme in found:
        is_stray = day.date is None and has_dates and not day.track
        if len(programme.rows) <= (1 if is_stray else 0):
            continue
        known = next((one for one in days if _is_same(one, day)), None)
        if known is None:
            known = ProgrammeDay(day.date, day.head)
            days.append(known)
        known.programmes.setdefault(day.track, []).append(programme)
    if len(days) > 1:
        dates = dates_of_heads([(day.head, day.date) for day in days], stretch)
        for one, date in zip(days, dates, strict=True):
            one.date = date
        return days
    if days and any(days[0].programmes):
        return [ProgrammeDay(programmes=days[0].programmes)]
    whole = [line for day, _ in found for line in day.lines]
    return [ProgrammeDay(programmes={"": [read_programme(whole)]})]


def _is_same(known: ProgrammeDay, day: DayLines) -> bool:
    """Whether a track is beside those of a day, or a list goes on with a day of before."""
    if day.date is not None:
        return known.date == day.date
    if day.head is not None and not day.track:
        return known.date is None and known.head is not None and _is_same_head(known.head, day.head)
    return known.date is None and bool(day.track) and day.track not in known.programmes


def _is_same_head(one: DayHead, other: DayHead) -> bool:
    """Whether two heads name one day: `Monday` and `Monday afternoon`."""
    return (one.number, one.weekday, one.of_month) == (other.number, other.weekday, other.of_month)


def place_of(track: str) -> Record:
    """The room or the track that the head of a column names; nothing of an empty one."""
    if not track:
        return {}
    return {"room": track} if _ROOM.search(track) else {"track": _TRACK.sub("", track)}


def with_shared_once(slots: Iterable[Record], count: int) -> list[Record]:
    """Slots that all rooms or tracks have at the same time stand once, and in none of them.

    Args:
        slots: the slots of a day.
        count: how many rooms or tracks there are.
    """
    made: list[Record] = []
    alike = [
        (slot, {key: value for key, value in slot.items() if key not in {"room", "track"}})
        for slot in slots
    ]
    for slot, bare in alike:
        is_shared = count > 1 and sum(other == bare for _, other in alike) == count
        if not is_shared:
            made.append(slot)
        elif bare not in made:
            made.append(bare)
    return made
