"""Reads hours as people write them: 11:45am - 12:30pm."""

from __future__ import annotations

import datetime as dt
import re
from itertools import product

from msgspec import Struct

_CLOCK = r"(?P<hour{0}>\d{{1,2}})(?:[:.h](?P<minute{0}>\d{{2}}))?\s*(?P<half{0}>[ap]\.?\s?m\b\.?)?"
_HOURS = re.compile(
    rf"(?<![\d:]){_CLOCK.format(1)}\s*(?:[-–—−]+|to|until)\s*{_CLOCK.format(2)}(?!\d|:\d)",
    re.IGNORECASE,
)
_START = re.compile(rf"(?<![\d:]){_CLOCK.format(1)}(?!\d|:\d)", re.IGNORECASE)
_EARLIEST = dt.time(7)
"""Before this hour no workshop begins, so that 2:00 without am or pm is in the afternoon."""


class Hours(Struct, frozen=True):
    """A stretch of a day."""

    start: dt.time
    end: dt.time | None
    length: int
    """How many characters of the text say it, from its beginning."""


def read_hours(text: str, after: dt.time | None = None) -> Hours | None:
    """The hours with which a text begins.

    Args:
        text: "9:00 - 9:45am", "14:00–14:10", "1:45 - 2:30" or "9:00am" alone.
        after: the beginning of what comes before it, which decides where am or pm is missing.
    """
    stripped = text.lstrip(" *_[(")
    skipped = len(text) - len(stripped)
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


_LATE = re.compile(
    r"(?P<hour1>\d{2}):(?P<minute1>\d{2})\s*[-–—−]+\s*(?P<hour2>\d{2}):(?P<minute2>\d{2})(?![\d:])"
)


def read_late_hours(text: str) -> Hours | None:
    """The hours with which a text begins that end after midnight, of 24 each: "22:00–00:30"."""
    match = _LATE.match(text)
    if match is None or max(int(match["hour1"]), int(match["hour2"])) > 23:
        return None
    start, end = (
        dt.time(int(match[f"hour{number}"]), int(match[f"minute{number}"]) % 60)
        for number in (1, 2)
    )
    return Hours(start, end, match.end()) if end < start else None


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
    length = (end.hour - start.hour) * 60 + end.minute - start.minute
    return (after is not None and start < after, start < _EARLIEST, length, start)
