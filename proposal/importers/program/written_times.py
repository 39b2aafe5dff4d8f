"""Reads moments and durations as exports write them."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from proposal.zone_data import is_zone

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?")
"""Examples: `2026-08-03T09:00:00+02:00`, `2026-08-03 07:00:00`, `2026-08-03T07:00Z`."""
_DURATION = re.compile(r"(?:(?P<days>\d{1,2}):)?(?P<hours>\d{1,3}):(?P<minutes>\d\d)")
"""Examples: `00:30`, `1:00:00` of one day."""
_LONG = re.compile(
    r"(?:(?P<hours>\d{1,3})\s*(?:hours?|hrs?|h)[\s,]*)?"
    r"(?:(?P<minutes>\d{1,4})\s*(?:minutes?|mins?|m|['’])?\.?)?",
    re.IGNORECASE,
)
"""Examples: `20m`, `1h 30m`, `1 hour 30 minutes`, `45`, `45 min`."""


def read_moment(text: str) -> dt.datetime | None:
    """A day with its time, with the offset from UTC if the text has one; nothing for a mere day."""
    if not _MOMENT.fullmatch(text.strip()):
        return None
    try:
        return dt.datetime.fromisoformat(re.sub(r"\s(?=Z|[+-])", "", text.strip()))
    except ValueError:  # the 30th of February
        return None


def moment_in_zone(date: str, time: str, zone: str) -> dt.datetime | None:
    """A moment that is written in three parts, as Indico does; nothing if one is wrong."""
    moment = read_moment(f"{date.strip()}T{time.strip()}")
    if moment is None or moment.tzinfo is not None or not is_zone(zone):
        return None
    return moment.replace(tzinfo=ZoneInfo(zone))


def read_duration(text: str) -> dt.timedelta | None:
    """How long something takes: of a clock's form, in words, or as a number of minutes."""
    bare = text.strip()
    if match := _DURATION.fullmatch(bare):
        days, hours, minutes = (int(match[name] or 0) for name in ("days", "hours", "minutes"))
        return _positive(dt.timedelta(days=days, hours=hours, minutes=minutes))
    match = _LONG.fullmatch(bare)
    if match is None:
        return None
    hours, minutes = (int(match[name] or 0) for name in ("hours", "minutes"))
    return _positive(dt.timedelta(hours=hours, minutes=minutes))


def _positive(duration: dt.timedelta) -> dt.timedelta | None:
    return duration if duration > dt.timedelta() else None
