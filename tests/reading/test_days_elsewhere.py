"""Tests that days and ordinals are read as other languages write them."""

from __future__ import annotations

import datetime as dt

import pytest

from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE
from proposal.reading.named_days import named_days
from proposal.reading.workshop_titles import number_of_words


@pytest.mark.parametrize(
    ("text", "first", "last", "weekday"),
    [
        ("2027年9月7日（火）10:00", dt.date(2027, 9, 7), None, 1),
        ("2027年9月7日（二）", dt.date(2027, 9, 7), None, 1),
        ("11 y 12 de noviembre de 2027", dt.date(2027, 11, 11), dt.date(2027, 11, 12), None),
        ("11--12 de noviembre de 2027", dt.date(2027, 11, 11), dt.date(2027, 11, 12), None),
        ("op dinsdag 13 april 2027", dt.date(2027, 4, 13), None, 1),
    ],
)
def test_days_of_other_languages_are_read_with_their_day_of_the_week(
    text: str, first: dt.date, last: dt.date | None, weekday: int | None
) -> None:
    (day,) = named_days(text, 2027, 0, MONTHS_ELSEWHERE)
    assert (set(day.dates), day.last, day.weekday) == ({first}, last, weekday)


def test_ordinals_of_other_languages_are_numbers() -> None:
    words = ["6.º", "tweede", "VI", "第4回", "3e", "Workshop", "for"]
    assert [number_of_words(one) for one in words] == [6, 2, 6, 4, 3, None, None]
