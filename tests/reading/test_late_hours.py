"""Hours of 24 that end after midnight."""

from __future__ import annotations

import datetime as dt

import pytest

from proposal.reading.hours import Hours, read_late_hours


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("22:00–00:30 Dinner", dt.time(22), dt.time(0, 30)),
        ("23:59 - 23:00", dt.time(23, 59), dt.time(23)),
    ],
)
def test_hours_that_end_at_an_earlier_one_are_read(text: str, start: dt.time, end: dt.time) -> None:
    assert read_late_hours(text) == Hours(start, end, 11 if "–" in text else 13)


@pytest.mark.parametrize(
    "text",
    ["22:00–23:30", "22:00–22:00", "24:00–01:00", "22:75–01:00", "22:00–01:60", "22:00–01:000"],
)
def test_no_other_hours_are_taken_for_late_ones(text: str) -> None:
    assert read_late_hours(text) is None
