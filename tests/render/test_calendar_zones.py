"""What calendars are told of a time zone is right to the second, whatever its clocks did."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from proposal.render.calendar_zones import zone_lines


@pytest.mark.parametrize(
    ("zone", "year", "changes"),
    [
        ("America/Boise", 2026, 6),
        ("Australia/Lord_Howe", 2026, 6),  # by half an hour
        ("Africa/Casablanca", 2020, 6),  # an hour less in the month of Ramadan
        ("Asia/Kathmandu", 2026, 0),
        ("Pacific/Apia", 2011, 6),  # left out the last day but one of the year
        ("Africa/Monrovia", 1972, 1),  # from 44 minutes and 30 seconds behind UTC
        ("Asia/Manila", 1845, 1),  # left out the last day of the year 1844
    ],
)
def test_a_change_of_clocks_is_written_once_and_to_the_second(
    zone: str, year: int, changes: int
) -> None:
    parts: list[Any] = Timezone.from_ical(zone_lines(zone, year).decode()).subcomponents
    first = parts.pop(0)
    assert first["dtstart"].to_ical() == f"{year - 1}0101T000000".encode()
    assert len(parts) == changes
    assert [part["dtstart"].dt for part in parts] == sorted({part["dtstart"].dt for part in parts})
    clock, second = ZoneInfo(zone), dt.timedelta(seconds=1)
    for part in parts:
        offsets = [part[name].td for name in ("tzoffsetfrom", "tzoffsetto")]
        moment = part["dtstart"].dt.replace(tzinfo=dt.UTC) - offsets[0]
        shown = [(moment - second).astimezone(clock), moment.astimezone(clock)]
        assert [at.utcoffset() for at in shown] == offsets
