"""Writes what a time zone means, which calendars do not know by its name (RFC 5545, 3.6.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from proposal.clocks import letters_of, offset_name
from proposal.render.calendar_lines import with_parts


@lru_cache(maxsize=64)  # each file of an edition tells the same zone
def zone_lines(name: str, year: int) -> bytes:
    """What a time zone means from the year before one to the year after it."""
    component = Timezone()
    component.add("tzid", name)
    first = dt.datetime(year - 1, 1, 1, tzinfo=ZoneInfo(name))
    changes = [_observances(name, year + number) for number in (-1, 0, 1)]
    return with_parts(component, [_observance(first, first), *changes])


@lru_cache(maxsize=1024)  # each year is one of three of several editions
def _observances(name: str, year: int) -> bytes:
    """What holds from each moment of a year on at which the clocks of a time zone are changed."""
    return b"".join(_observance(before, onset) for before, onset in _changes(name, year))


def _changes(name: str, year: int) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    """The moments of a year from which on clocks show another offset, each behind one before it."""
    zone, day, second = ZoneInfo(name), dt.timedelta(days=1), dt.timedelta(seconds=1)
    moment, last = (
        dt.datetime(number, 1, 1, tzinfo=zone).astimezone(dt.UTC) for number in (year, year + 1)
    )
    before = moment.astimezone(zone)
    while moment < last:
        moment = min(moment + day, last)
        after = moment.astimezone(zone)
        if after.utcoffset() != before.utcoffset():
            low, high = before.astimezone(dt.UTC), moment
            while high - low > second:  # between the two, clocks are changed
                middle = low + (high - low) // 2 // second * second
                is_later = middle.astimezone(zone).utcoffset() != before.utcoffset()
                low, high = (low, middle) if is_later else (middle, high)
            yield before, high.astimezone(zone)
        before = after


def _observance(before: dt.datetime, onset: dt.datetime) -> bytes:
    """What holds from `onset` on; RFC 5545 tells its hour by the clock as it was before."""
    offset = before.utcoffset() or dt.timedelta()
    component = TimezoneDaylight() if onset.dst() else TimezoneStandard()
    component.add("dtstart", onset.astimezone(dt.UTC).replace(tzinfo=None) + offset)
    component.add("tzoffsetfrom", offset)
    component.add("tzoffsetto", onset.utcoffset() or dt.timedelta())
    component.add("tzname", letters_of(onset) or offset_name(onset).replace("\N{MINUS SIGN}", "-"))
    lines: bytes = component.to_ical()
    return lines
