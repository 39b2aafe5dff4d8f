"""What people type for a day, and is none, is answered with the day that they may mean."""

from __future__ import annotations

import pytest

from proposal.model.day_hints import nearest_day, what_is_no_day


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("10.1.27", "write all of the year: 10.1.2027"),
        ("1/10/27", "write all of the year: 1/10/2027"),
        ("10.1.", "write the year, too: 2026-02-26"),
        ("20270110", "write hyphens: 2027-01-10"),
        (
            "46063",
            "as the number of a day in a spreadsheet it is 2026-02-10; write that if it is meant",
        ),
        ("12", "write the year, too: 2026-02-26"),
        ("mid February 2027", "write year-month-day: 2026-02-26"),
        (
            "10 March 2027, 5 pm CET",
            (
                "write the day alone: 2027-03-10; a deadline has `time: 23:59` and a zone by its "
                "place beside it"
            ),
        ),
        ("March 10, 2027 17:00", "write the day alone: 2027-03-10"),
        ("2027-03-10 noon UTC", "write the day alone: 2027-03-10"),
    ],
)
def test_the_hint_says_which_day_may_be_meant(typed: str, hint: str) -> None:
    assert what_is_no_day(typed)[1] == hint


@pytest.mark.parametrize(
    ("year", "month", "hint"),
    [
        (
            2027,
            4,
            "write 2027-04-30",
        ),
        (
            2028,
            2,
            "write 2028-02-29",
        ),
        (2027, 13, "write year-month-day: 2026-02-26"),
        (0, 4, "write year-month-day: 2026-02-26"),
    ],
)
def test_a_day_that_its_month_does_not_have_is_answered_with_the_last_one(
    year: int, month: int, hint: str
) -> None:
    assert nearest_day(year, month).partition(", which is the last")[0] == hint
