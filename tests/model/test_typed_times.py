"""Days and hours as people type them."""

from __future__ import annotations

import datetime as dt

import pytest

from proposal.model.typed_times import (
    TypedMoment,
    typed_days,
    typed_moment,
    typed_months,
    typed_time,
)


@pytest.mark.parametrize(
    "text",
    [
        "14 September 2027",
        "September 14, 2027",
        "14/09/2027",
        "09/14/2027",
        "14.09.2027",
        "14.9.2027",
        "2027-09-14",
        "2027-9-14",
        "2027/09/14",
        "14th of September 2027",
        "Sept. 14, 2027",
        "Tuesday, September 14, 2027",
        "14-Sep-2027",
        "14. September 2027",
    ],
)
def test_a_day_is_understood(text: str) -> None:
    assert typed_days(text) == [dt.date(2027, 9, 14)]


def test_a_day_with_the_turkish_letters_is_understood() -> None:
    assert typed_days("Frıday, 9 APRİL 2027") == [dt.date(2027, 4, 9)]


def test_a_date_whose_day_and_month_may_be_swapped_gives_both_days() -> None:
    assert typed_days("05/06/2027") == [dt.date(2027, 6, 5), dt.date(2027, 5, 6)]
    assert typed_days("06/06/2027") == [dt.date(2027, 6, 6)]
    assert typed_days("05.06.2027") == [dt.date(2027, 6, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "in May",
        "31 February 2027",
        "2027-02-30",
        "2027/13/01",
        "31.02.2027",
        "14.9.27",
        "Monday, September 14, 2027",
        "14",
        "",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed_days(text) == []


@pytest.mark.parametrize(
    "text", ["September 2024", "Sept. 2024", "September, 2024", "09/2024", "9.2024"]
)
def test_a_month_is_understood_as_its_first_day(text: str) -> None:
    assert typed_months(text) == [dt.date(2024, 9, 1)]


@pytest.mark.parametrize("text", ["13/2024", "0.2024", "2024", "Smarch 2024", "14 September 2024"])
def test_what_is_no_month_is_none(text: str) -> None:
    assert typed_months(text) == []


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2027-06-22 23:59 UTC+8", ("2027-06-22", "23:59", "UTC+8")),
        ("2027-06-22T23:59:59", ("2027-06-22", "23:59", None)),
        ("June 22, 2027, 11:59 pm AoE", ("June 22, 2027", "11:59 pm", "AoE")),
        ("22.06.2027 (AoE)", ("22.06.2027", None, "AoE")),
        ("2027-06-22", ("2027-06-22", None, None)),
        ("2027-06-22 00:00:00", ("2027-06-22 00:00:00", None, None)),
        ("2027-06-22 25:00", ("2027-06-22 25:00", None, None)),
        ("soon", ("soon", None, None)),
    ],
)
def test_the_time_and_the_zone_behind_a_day_are_no_part_of_it(
    text: str, moment: tuple[str, str | None, str | None]
) -> None:
    assert typed_moment(text) == TypedMoment(*moment)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2 pm", dt.time(14)),
        ("2PM", dt.time(14)),
        ("2:30 p.m.", dt.time(14, 30)),
        ("14.00", dt.time(14)),
        ("14:00", dt.time(14)),
        ("14h30", dt.time(14, 30)),
        ("12 am", dt.time(0)),
        ("12pm", dt.time(12)),
        ("13 pm", None),
        ("25:00", None),
        ("2", None),
        ("1400", None),
        ("noon", dt.time(12)),
        ("12 noon", dt.time(12)),
        ("14:30:00", dt.time(14, 30)),
        ("14:30:59", None),
        ("midnight", None),
    ],
)
def test_a_time_is_understood_if_only_one_can_be_meant(text: str, time: dt.time | None) -> None:
    assert typed_time(text) == time
