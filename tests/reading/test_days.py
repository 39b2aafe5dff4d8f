"""Days as pages write them: in every month, on every day of the week, in each usual order."""

from __future__ import annotations

import datetime as dt

import pytest

from proposal.reading.days import find_days

ORDERS = ("{0:%B} {1}, {0:%Y}", "{0:%b}. {1}th {0:%Y}", "{1} {0:%B} {0:%Y}", "{0:%Y-%m-%d}")
WEEK = 7


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("year", [1999, 2026, 2101])
def test_every_day_is_found_with_its_weekday(order: str, year: int) -> None:
    for month in range(1, 13):
        for number in range(10, 10 + WEEK):
            day = dt.date(year, month, number)
            written = order.format(day, number)
            for weekday in (None, f"{day:%A}", f"{day:%a}".upper()):
                dated = f"{weekday}, {written}" if weekday else written
                (found,) = find_days(f"Until {dated}; and no longer (2)")
                assert (found.date, found.weekday) == (day, weekday), dated
                assert (found.start, found.end) == (6, 6 + len(dated)), dated
                assert not found.contradicts_weekday


@pytest.mark.parametrize("line", ["WSDM2026", "9Nov 2026x", "Smarch 9, 2026", "2026-13-09", "2026"])
def test_what_is_no_day_is_left_out(line: str) -> None:
    assert find_days(line) == []
