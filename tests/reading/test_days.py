"""Days as pages write them: in every month, on every day of the week, in each usual order."""

from __future__ import annotations

import datetime as dt

import pytest

from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE
from proposal.reading.days import find_days, first_and_last_day
from proposal.reading.foreign_days import foreign_days
from proposal.reading.named_days import named_days

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


@pytest.mark.parametrize("written", ["Frıday, 9 Aprıl 2027", "FRİDAY, APRİL 9, 2027"])
def test_a_day_with_the_turkish_letters_is_one(written: str) -> None:
    (found,) = find_days(written)
    assert (found.date, found.contradicts_weekday) == (dt.date(2027, 4, 9), False)
    (named,) = named_days(written, 2027)
    assert named.dates == {dt.date(2027, 4, 9)}
    assert [day.dates for day in named_days("Until 9 Aprıl", 2027)] == [
        {dt.date(year, 4, 9) for year in (2026, 2027, 2028)}
    ]


@pytest.mark.parametrize("line", ["WSDM2026", "9Nov 2026x", "Smarch 9, 2026", "2026-13-09", "2026"])
def test_what_is_no_day_is_left_out(line: str) -> None:
    assert find_days(line) == []


@pytest.mark.parametrize(
    "written",
    [
        "May 6–8, 2027",
        "May 6th to 8th, 2027",
        "Thursday, May 6, to Saturday, May 8, 2027",
        "Thursday 6 May – Saturday 8 May 2027",
        "Thu 6 - Sat 8 May 2027",
        "6th to 8th of May 2027",
        "6.–8. May 2027",
        "May 6, 2027 to May 8, 2027",
    ],
)
def test_a_stretch_of_days_is_one_of_its_first_day(written: str) -> None:
    line = f"From {written}, in Lyon"
    first, last = dt.date(2027, 5, 6), dt.date(2027, 5, 8)
    assert first_and_last_day(line) == (first, last)
    (found,) = find_days(line)
    assert (found.date, found.is_range) == (first, True)
    assert line[found.start : found.end] == written


def test_a_stretch_over_new_year_begins_in_the_year_before() -> None:
    ends = dt.date(2026, 12, 30), dt.date(2027, 1, 2)
    assert first_and_last_day("December 30 – January 2, 2027") == ends
    assert first_and_last_day("December 30, 2026 – January 2, 2027") == ends


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Held on May 6, 2027", (dt.date(2027, 5, 6), dt.date(2027, 5, 6))),
        ("May 30–31 and June 31–32, 2027", None),
        ("Held in 2027", None),
    ],
)
def test_a_day_alone_is_a_stretch_and_what_is_no_day_is_none(
    line: str, ends: tuple[dt.date, dt.date] | None
) -> None:
    assert first_and_last_day(line) == ends


@pytest.mark.parametrize(
    "line",
    [
        "Monday and Sunday, March 22 and 28, 2027",
        "Monday, Sunday, March 22 and 28, 2027",
        "Monday–Wednesday, 22–24 March 2027",
        "Mon, Tue, and Fri, March 22, 2027",
    ],
)
def test_the_first_of_several_days_of_the_week_is_that_of_the_first_day(line: str) -> None:
    (found,) = find_days(line)
    assert (found.date, found.start) == (dt.date(2027, 3, 22), 0)
    assert not found.contradicts_weekday


@pytest.mark.parametrize("line", ["Day 1 – Thursday, 6 May 2027", "Day 1: Thursday, 6 May 2027"])
def test_the_number_of_a_day_begins_no_stretch(line: str) -> None:
    (found,) = find_days(line)
    assert (found.date, found.is_range) == (dt.date(2027, 5, 6), False)


@pytest.mark.parametrize(
    "line",
    [
        "We are closed on Monday, Tuesday March 3, 2026 is the first day",
        "Notification on Monday. Tuesday, March 3, 2026",
    ],
)
def test_several_days_of_the_week_before_one_date_are_not_compared_with_it(line: str) -> None:
    (day,) = find_days(line)
    assert day.date == dt.date(2026, 3, 3)
    assert not day.contradicts_weekday


@pytest.mark.parametrize(
    ("written", "weekday"),
    [
        ("Montag, den 20. September 2027", 0),
        ("lundi 20 septembre 2027", 0),
        ("el martes, 21 de septiembre de 2027", 1),
        ("terça-feira, 21 de setembro de 2027", 1),
        ("20. September 2027", None),
        ("lunes y martes, 20 de septiembre de 2027", None),
    ],
)
def test_a_day_in_other_languages_has_its_day_of_the_week(
    written: str, weekday: int | None
) -> None:
    (found,) = foreign_days(f"Bis {written}; 3", MONTHS_ELSEWHERE)
    assert (found.month, found.year, found.weekday) == (9, 2027, weekday)


def test_days_without_a_year_are_read_in_front_of_hours() -> None:
    for written in ("Tuesday, July 6: 09:00–16:00", "July 6 – 9:00", "Dienstag, 6. Juli: 9:00"):
        (found,) = named_days(written, 2027, months=MONTHS_ELSEWHERE)
        assert dt.date(2027, 7, 6) in found.dates, written
        assert not found.is_range
    assert named_days("July 6–8, 3", 2027) == []
