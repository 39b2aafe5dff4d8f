"""Reads hours as people write them: 11:45am - 12:30pm."""

from __future__ import annotations

import datetime as dt
import re
from itertools import product

from msgspec import Struct

_HALF = r"[ap]\.?\s?m\b\.?|(?<=:\d\d)[ap]\b"
"""Which half of a day it is, within a regular expression: `p.m.`, and the `p` of `12:30p`."""
_CLOCK = r"(?P<hour{0}>\d{{1,2}})(?:[:.h](?P<minute{0}>\d{{2}}))?\s*(?P<half{0}>" + _HALF + ")?"
UNTIL = r"\s*(?:[-–—−]+|to|until)\s*"
"""What stands between two hours, within a regular expression: `–`, ` to `."""
_HOURS = re.compile(
    rf"(?<![\d:]){_CLOCK.format(1)}{UNTIL}{_CLOCK.format(2)}(?!\d|:\d)",
    re.IGNORECASE,
)
"""`9:00 - 9:45am`, `14:00–14:10`"""
_START = re.compile(rf"(?<![\d:]){_CLOCK.format(1)}(?!\d|:\d)", re.IGNORECASE)
"""`9:00am`, `14h30`"""
CLOCK = rf"\d{{1,2}}(?:[:.h]\d{{2}})?\s*(?:{_HALF})?"
"""An hour within a regular expression, in capitals or not: `9`, `9:45`, `14h30`, `2 p.m.`."""
_BARE = re.compile(
    r"(?P<hour1>[01]\d|2[0-3])(?P<minute1>[0-5]\d)\s*[-–—−]+\s*"
    r"(?P<hour2>[01]\d|2[0-3])(?P<minute2>[0-5]\d)(?!\d)"
)
"""`0850-0900`; not the years `2010–2015`."""
IS_HOUR = re.compile(r"\d[:.h]\d{2}|\d\s*[ap]\.?\s?m\b", re.IGNORECASE)
"""What tells an hour from any other number: `9:45`, `2 p.m.`, and not `9`."""
_EARLIEST = dt.time(7)
"""Before this hour no workshop begins, so that 2:00 without am or pm is in the afternoon."""


class Hours(Struct, frozen=True):
    """A stretch of a day."""

    start: dt.time
    end: dt.time | None
    length: int
    """How many characters of the text say it, from its beginning."""
    start_clock: str = ""
    """By which clock it begins, where clocks show that hour twice: MST, UTC-7."""
    end_clock: str = ""

    @property
    def typed(self) -> tuple[str, str]:
        """From when to when it lasts, as data write it: `20:00`, `01:30 MDT`."""
        end = self.end or self.start
        return (
            f"{self.start:%H:%M} {self.start_clock}".strip(),
            f"{end:%H:%M} {self.end_clock}".strip(),
        )


def read_hours(text: str, after: dt.time | None = None) -> Hours | None:
    """The hours with which a text begins.

    Args:
        text: "9:00 - 9:45am", "14:00–14:10", "1:45 - 2:30" or "9:00am" alone.
        after: the beginning of what comes before it, which decides where am or pm is missing.
    """
    stripped = text.lstrip(" *_[(")
    skipped = len(text) - len(stripped)
    if bare := _bare_hours(stripped):
        return Hours(bare.start, bare.end, skipped + bare.length)
    if match := _HOURS.match(stripped):
        pairs = [
            (start, end)
            for start, end in product(_moments(match, 1), _moments(match, 2))
            if start < end
        ]
        if not pairs:
            return None
        start, end = min(pairs, key=lambda pair: _unlikeliness(pair, after))
        return Hours(start, end, skipped + match.end())
    match = _START.match(stripped)
    if match is None or not (match["minute1"] or match["half1"]):
        return None
    starts = _moments(match, 1)
    if not starts:
        return None
    start = min(starts, key=lambda hour: _unlikeliness((hour, hour), after))
    return Hours(start, None, skipped + match.end())


def _bare_hours(text: str) -> Hours | None:
    """The hours with which a text begins, if both are of four digits without a sign in them."""
    match = _BARE.match(text)
    if match is None or match["hour1"] == match["hour2"] == "20":
        return None
    start, end = (
        dt.time(int(match[f"hour{number}"]), int(match[f"minute{number}"])) for number in (1, 2)
    )
    return Hours(start, end, match.end()) if start < end else None


_EVENING = 17 * 60
HALF_DAY = 12 * 60
"""Minutes."""
_DAY = 24 * 60


def lasts_over_midnight(start: int, end: int) -> bool:
    """Whether what ends at an earlier hour than it begins ends on the next day: 22:00–06:00.

    It begins in the evening and lasts for half a day at most: with am in place of pm, as in
    "8 pm – 9 am", it would last longer.

    Args:
        start: minutes since midnight.
        end: minutes since the midnight before or behind it.
    """
    return end < start and start >= _EVENING and end + _DAY - start <= HALF_DAY


_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
_LATE = re.compile(rf"(?P<start>{_TIME})\s*[-–—−]+\s*(?P<end>{_TIME})(?![\d:])")
"""`22:00–06:00`"""


def read_late_hours(text: str) -> Hours | None:
    """The hours with which a text begins that end after midnight, of 24 each: "22:00–00:30"."""
    match = _LATE.match(text)
    if match is None:
        return None
    start, end = (dt.time.fromisoformat(match[name]) for name in ("start", "end"))
    return Hours(start, end, match.end()) if end < start else None


CLOCK_BEHIND = r"(?:UTC[+\N{MINUS SIGN}-]\d{1,2}(?::\d{2})?|(?![AP]M\b)[A-Z]{2,5})(?!\w)"
"""What stands behind an hour that clocks show twice: `MST`, `UTC−7`."""
_NAMED = re.compile(
    rf"(?P<start>\d{{2}}:\d{{2}})(?: (?P<clock1>{CLOCK_BEHIND}))?\s*[-–—−]+\s*"
    rf"(?P<end>\d{{2}}:\d{{2}})(?: (?P<clock2>{CLOCK_BEHIND}))?(?![\d:])"
)
"""`01:30 MDT–01:30 MST`"""


def read_named_hours(text: str) -> Hours | None:
    """The hours with which a text begins if a clock stands behind one: "00:30 – 01:30 MDT"."""
    match = _NAMED.match(text)
    if match is None or not (match["clock1"] or match["clock2"]):
        return None
    first, last = (typed_clock(match[name]) for name in ("clock1", "clock2"))
    try:
        start, end = (dt.time.fromisoformat(match[name]) for name in ("start", "end"))
    except ValueError:
        return None
    return Hours(start, end, match.end(), first, last)


def typed_clock(said: str | None) -> str:
    """A clock's name as data write it, with a hyphen in place of a minus sign."""
    return (said or "").replace("\N{MINUS SIGN}", "-")


def _moments(match: re.Match[str], number: int) -> list[dt.time]:
    """The times of the day that a clock may mean."""
    written, minute = match[f"hour{number}"], int(match[f"minute{number}"] or 0)
    hour, half = int(written), (match[f"half{number}"] or "").lower()
    if minute > 59 or hour > 23:
        return []
    if half and 1 <= hour <= 12:
        return [dt.time(hour % 12 + (12 if half.startswith("p") else 0), minute)]
    if hour > 12 or written.startswith("0"):
        return [dt.time(hour, minute)]
    return (
        [dt.time(hour, minute)] if hour == 12 else [dt.time(h, minute) for h in (hour, hour + 12)]
    )


def _unlikeliness(pair: tuple[dt.time, dt.time], after: dt.time | None) -> tuple[object, ...]:
    start, end = pair
    length = minutes_of_day(end) - minutes_of_day(start)
    is_night = after is not None and after < _DUSK and start >= _NIGHT  # 23:00 below 12:00
    return ((after is not None and start < after) or is_night, start < _EARLIEST, length, start)


_DUSK, _NIGHT = dt.time(17), dt.time(21)


def minutes_of_day(clock: dt.time | dt.datetime) -> int:
    """How many minutes behind midnight a clock shows: 570 at 9:30."""
    return clock.hour * 60 + clock.minute


def later(clock: dt.time, minutes: int) -> dt.time:
    """The clock so many minutes later, or earlier if there are fewer than none, on the same day."""
    total = max(0, min(minutes_of_day(clock) + minutes, _DAY - 1))
    return dt.time(*divmod(total, 60))


def clock_of_minutes(minutes: int) -> str:
    """The clock so many minutes behind midnight: 09:30."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
