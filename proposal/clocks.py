"""What the clocks of a time zone show at a moment, and by which letters people know them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Self, SupportsIndex
from zoneinfo import ZoneInfo

import proposal.zone_data  # noqa: F401 - by whose data all zones go

_INSTANTS = 40
_BETWEEN = dt.timedelta(days=10)
"""How often one looks at a clock, and after which time: all along a year."""


@cache
def _offsets(zone: str, year: int) -> tuple[dt.timedelta | None, ...]:
    """A zone's offsets from UTC all along a year, in steps that no summer time is shorter than."""
    first = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    clock = ZoneInfo(zone)
    return tuple(
        (first + number * _BETWEEN).astimezone(clock).utcoffset() for number in range(_INSTANTS)
    )


def show_the_same(zones: Iterable[str], moment: dt.datetime) -> bool:
    """Whether the clocks of some zones show the same hour all along the year of a moment."""
    return len({_offsets(zone, moment.year) for zone in zones}) <= 1


def offset_name(moment: dt.datetime) -> str:
    """How far a moment's clock is from UTC: "UTC−7", "UTC+5:30"."""
    offset = moment.utcoffset() or dt.timedelta()
    minutes = int(offset.total_seconds() // 60)
    sign = "+" if minutes >= 0 else "\N{MINUS SIGN}"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def zone_label(zone: str) -> str:
    """A time zone as people read it: its name, but "UTC+8" for `Etc/GMT-8`.

    The sign in such a name counts the hours west of Greenwich, as POSIX does (the zones' database,
    file `etcetera`), and everybody reads it the other way round.
    """
    if not zone.startswith("Etc/"):
        return zone
    moment = dt.datetime(2000, 1, 1, tzinfo=ZoneInfo(zone))
    return offset_name(moment) if moment.utcoffset() else "UTC"


def elapsed(start: dt.datetime, end: dt.datetime) -> dt.timedelta:
    """How much time passes between two moments.

    Python subtracts moments of one zone as its clocks show them, which is another length in the
    night in which they are changed: 01:30 to 03:30 may be a single hour.
    """
    return in_utc(end) - in_utc(start)


def is_skipped(moment: dt.datetime) -> bool:
    """Whether no clock of its zone ever shows a moment, since it goes forward over it."""
    shown = in_utc(moment).astimezone(moment.tzinfo)
    return shown.replace(tzinfo=None) != moment.replace(tzinfo=None)


def is_repeated(moment: dt.datetime) -> bool:
    """Whether clocks of its zone show a moment's hour twice, since they go back over it."""
    other = moment.replace(fold=1 - moment.fold)
    return other.utcoffset() != moment.utcoffset() and not is_skipped(moment)


def in_utc(moment: dt.datetime) -> dt.datetime:
    """A moment by which others are earlier or later, whatever the clocks of its zone show."""
    return moment.astimezone(dt.UTC)


def after(moment: dt.datetime, time: dt.timedelta) -> dt.datetime:
    """The moment when some time has passed, by the clock of the same zone."""
    return (in_utc(moment) + time).astimezone(moment.tzinfo)


class NamedClock(dt.time):
    """A time of the day of which is said by which clock it is: 01:30 EST, 01:30 UTC-5."""

    name: str

    @classmethod
    def of(cls, time: dt.time, name: str) -> Self:
        """A time by the clock of some letters, or of a distance from UTC."""
        clock = cls(time.hour, time.minute)
        clock.name = name
        return clock

    def __reduce__(self) -> tuple[Any, ...]:
        """What it is made of, with its name."""
        return NamedClock.of, (dt.time(self.hour, self.minute), self.name)

    def __reduce_ex__(self, _protocol: SupportsIndex) -> tuple[Any, ...]:
        """The same, which times write in a form of their own otherwise."""
        return self.__reduce__()


_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+\N{MINUS SIGN}-])\s*(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
"""Examples: `UTC-5`, `UTC+05:30`, `GMT+1`."""


def goes_by(moment: dt.datetime, name: str) -> bool:
    """Whether a moment's clock is the one of some letters, or of a distance from UTC."""
    offset = moment.utcoffset() or dt.timedelta()
    if match := _OFFSET.fullmatch(name):
        size = dt.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        return offset == (size if match[1] == "+" else -size)
    return (moment.tzname() or "").casefold() == name.casefold()


def moment_at(day: dt.date, clock: dt.time, zone: dt.tzinfo | None) -> dt.datetime:
    """The moment of a time of the day; of two, the one by whose clock it is, or the first one."""
    moment = dt.datetime.combine(day, dt.time(clock.hour, clock.minute), zone)
    later = moment.replace(fold=1)
    if isinstance(clock, NamedClock) and not goes_by(moment, clock.name):
        return later if is_repeated(moment) and goes_by(later, clock.name) else moment
    return moment


class OtherZone(ZoneInfo):
    """A zone that is not the venue's, as of a day in another country: its hours name the clock."""


def shown_clock(moment: dt.datetime) -> str:
    """The time of the day in 24 hours, with its clock if that shows it twice: 01:30 EST.

    So is an hour by the clocks of another zone than the venue's.
    """
    shown = f"{moment:%H:%M}"
    is_named = is_repeated(moment) or isinstance(moment.tzinfo, OtherZone)
    return f"{shown} {clock_name(moment)}" if is_named else shown


_YEARS_OF_HABIT = 5
"""Years for which people call a clock as they did before its letters changed."""


def letters_of(moment: dt.datetime) -> str | None:
    """The letters by which people know a moment's clock, such as PST; None if there are none.

    Some zones have a number in place of letters. Where the same clock had other letters in the
    years before, readers and browsers still use those: Vancouver's −7 hours were PDT in each
    summer, and are MST since its clocks stand still. Neither is written then.

    Args:
        moment: in a time zone.
    """
    letters = moment.tzname() or ""
    if not letters.isalpha():
        return None
    zone = moment.tzinfo
    known = letters_before(zone.key, moment.year) if isinstance(zone, ZoneInfo) else frozenset()
    same_clock = {name for offset, name in known if offset == moment.utcoffset()}
    return letters if same_clock <= {letters} else None


def clock_name(moment: dt.datetime) -> str:
    """A moment's clock by its letters, or by its offset from UTC: "PST", "UTC−7"."""
    return letters_of(moment) or offset_name(moment)


def clock_and_offset(moment: dt.datetime) -> str:
    """The zone of a moment as people call it: "MST, UTC−7", or its offset alone."""
    letters, offset = letters_of(moment), offset_name(moment)
    if letters == "UTC":
        return letters
    return f"{letters}, {offset}" if letters else offset


def typed_clock_name(moment: dt.datetime) -> str:
    """A moment's clock as people type it behind a time: EST, UTC-5."""
    return clock_name(moment).replace("\N{MINUS SIGN}", "-")


@cache
def letters_before(zone: str, year: int) -> frozenset[tuple[dt.timedelta | None, str]]:
    """Offsets and letters of a zone's clocks in the years before one, and in it."""
    first = max(year - _YEARS_OF_HABIT, 2)
    return frozenset().union(*(_letters_in(zone, number) for number in range(first, year + 1)))


@cache
def _letters_in(zone: str, year: int) -> frozenset[tuple[dt.timedelta | None, str]]:
    """Offsets and letters of a zone's clocks in a year."""
    clock = ZoneInfo(zone)
    first, last = (dt.datetime(year, *day, tzinfo=dt.UTC) for day in ((1, 1), (12, 31)))
    moments = (first + number * _BETWEEN for number in range((last - first) // _BETWEEN + 1))
    shown = (moment.astimezone(clock) for moment in moments)
    return frozenset((moment.utcoffset(), moment.tzname() or "") for moment in shown)
