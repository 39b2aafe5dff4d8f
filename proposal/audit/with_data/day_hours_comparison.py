"""Compares the hours and the room that stand behind a day of the workshop with its own."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from proposal.audit.with_data.expected import Case, Comparison, Statements
from proposal.audit.with_data.rooms import ROOM, rooms_of
from proposal.audit.with_data.search import Search
from proposal.check.facts.stated_fact import StatedFact
from proposal.clocks import clock_name
from proposal.edition.when import WorkshopDay
from proposal.reading.abbreviations import offsets_of
from proposal.reading.document_text import Stretch
from proposal.reading.hours import CLOCK, IS_HOUR, read_hours
from proposal.reading.named_days import NamedDay
from proposal.reading.searchable_text import normalize

_HOURS_BEHIND = re.compile(
    rf"(?:[\s,;:·|(–—-]|\b(?:from|von|de|das|desde|at|um)\b)*?\n?\s*"
    rf"(?P<hours>{CLOCK}\s*(?:[-–—−]+|\bto\b|\buntil\b|\bbis\b|\ba\b|\bàs\b)\s*{CLOCK})"
    r"(?![\d/-]|:\d)(?:[ \t]*(?:uhr|hrs?|h)\b)?",
    re.IGNORECASE,
)
"""What stands behind a day: `, 09:00–17:00`, `: 9am to 5pm`, ` (9.00 bis 17.00 Uhr)`."""
_ZONE_BEHIND = re.compile(
    r"[ \t]*[,(]?[ \t]*(?:local\s+time|Ortszeit|hora\s+local"
    r"|(?P<zone>(?:UTC|GMT)\s?[+\-−–]\s?\d{1,2}|[A-Z]{3,5}\b)(?:,?\s*(?:UTC|GMT)[+\-−–]\d{1,2})?)\)?"
)
"""What says whose clocks are meant: ` local time`, ` (CEST, UTC+2)`."""
_ROOM_BEHIND = re.compile(r"[ \t]*[,(·|–—-][ \t]*(?P<room>[^,()\n|·]{2,60})")
"""What may name a room: `, Room 3`, ` (Library)`."""


_NEAR = len(", Wednesday, the ")
"""Letters between hours and the number of the next day at most."""


class _SaidHours(Struct, frozen=True):
    """Hours that stand behind a day of the workshop."""

    own: WorkshopDay
    hours: tuple[dt.time, dt.time]
    place: Stretch
    is_by_clock: bool
    """Whether it is said by whose clocks, as of a whole day and seldom of its parts."""


def compare_day_hours(case: Case, search: Search, days: Sequence[NamedDay]) -> Statements:
    """Compare what stands right behind days of the workshop.

    Args:
        case: the edition.
        search: the file.
        days: the days that it names, without former ones.
    """
    comparing = _DayHoursComparison(case, search)
    comparing.all(days)
    return comparing.found


class _DayHoursComparison(Comparison):
    starts: tuple[int, ...] = ()
    """Where days begin."""

    def all(self, days: Sequence[NamedDay]) -> None:
        self.starts = tuple(day.start for day in days)
        listed = {day.date.date: day for day in self.case.edition.when.days}
        said: dict[dt.date, list[_SaidHours]] = defaultdict(list)
        for day in days:
            date = next((date for date in sorted(day.dates) if date in listed), None)
            if date is None or day.is_range:
                continue
            end = day.end
            if (match := _HOURS_BEHIND.match(self.document.text, end)) and IS_HOUR.search(match[0]):
                end = match.start() + len(match[0].rstrip())
                said[date].extend(self.said(listed[date], match))
            self.room(listed[date], end)
        for stated in filter(None, said.values()):
            self.hours(stated)

    def said(self, own: WorkshopDay, match: re.Match[str]) -> Iterator[_SaidHours]:
        """The hours behind a day, unless they are those of something that is named behind them."""
        hours = read_hours(match["hours"])
        text, end = self.document.text, match.start() + len(match[0].rstrip())
        if zone := _ZONE_BEHIND.match(text, end):
            end = zone.end()
        if hours is None or hours.end is None or (zone and not _is_of_day(own, zone["zone"])):
            return
        rest = text[end : _line_end(text, end)].strip(" \t()[].,;:|·*_–—-\"'")
        if rest and not self.is_place(rest) and not self.is_day(end):
            return
        place = match.start("hours"), match.start("hours") + len(match["hours"].rstrip())
        yield _SaidHours(own, (hours.start, hours.end), place, is_by_clock=zone is not None)

    def is_day(self, end: int) -> bool:
        """Whether the next day is named behind, as where several lines are one paragraph."""
        return any(start - end <= _NEAR for start in self.starts if start >= end)

    def is_place(self, rest: str) -> bool:
        """Whether a line goes on with a room or the place, and not with what takes place."""
        venue = self.case.edition.venue
        places = [*rooms_of(self.case.edition), venue.city or "", venue.site or "", "online"]
        letters = normalize(rest)
        return ROOM.match(rest) is not None or any(
            letters.startswith(normalize(place)) for place in places if place
        )

    def hours(self, stated: list[_SaidHours]) -> None:
        """Compare what is said of one day; hours of parts stand behind its date, too."""
        own = stated[0].own
        name = "when.days." + f"{own.date.date}.hours"
        fact = self.case.one(name if self.case.edition.when.has_several_days else "when.hours")
        right = own.start.time(), own.end.time()
        if fact is None:
            return
        if any(said.hours == right for said in stated):
            self.found.agreed.add(fact)
            stated = [] if len({said.hours for said in stated}) > 2 else stated  # a list of parts
        for said in stated:
            is_part = not said.is_by_clock and self.is_part(own, said.hours)
            if said.hours != right and not is_part:
                self.differs(fact, *said.place)

    def is_part(self, own: WorkshopDay, hours: tuple[dt.time, dt.time]) -> bool:
        """Whether parts of the schedule begin and end at these hours."""
        slots = [slot for slot in self.case.edition.schedule if slot.start.date() == own.date.date]
        starts = {slot.start.time() for slot in slots}
        return hours[0] in starts and hours[1] in {slot.end.time() for slot in slots}

    def room(self, own: WorkshopDay, end: int) -> None:
        """Tell of a room behind a day that is the one of another day."""
        text = self.document.text
        if zone := _ZONE_BEHIND.match(text, end):
            end = zone.end()
        match = _ROOM_BEHIND.match(text, end)
        if match is None:
            return
        letters = {normalize(room): room for room in rooms_of(self.case.edition)}
        said = letters.get(normalize(match["room"]))
        date = own.date.date
        slots = [slot for slot in self.case.edition.schedule if slot.start.date() == date]
        here = {own.room or self.case.edition.room, *(slot.room for slot in slots)}
        fact = self.room_fact(date)
        if fact and said and said not in here:
            self.differs(fact, *match.span("room"))

    def room_fact(self, date: dt.date) -> StatedFact | None:
        return self.case.known(f"when.days.{date}.room") or self.case.known("room")


def _is_of_day(own: WorkshopDay, zone: str | None) -> bool:
    """Whether some letters name the clocks by which a day is told."""
    if zone is None or zone == clock_name(own.start):
        return True
    return own.start.utcoffset() in offsets_of(zone)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
