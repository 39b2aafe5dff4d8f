"""How facts are worded."""

from __future__ import annotations

import datetime as dt

import pytest

from proposal.edition import wording
from proposal.words.catalogue import catalogue_files
from proposal.words.language import Language


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (None, ""),
        (1, "First"),
        (2, "Second"),
        (3, "Third"),
        (5, "Fifth"),
        (12, "Twelfth"),
        (20, "Twentieth"),
        (21, "Twenty-first"),
        (100, "One hundredth"),
    ],
)
def test_an_ordinal_is_written_in_words(number: int | None, word: str) -> None:
    assert wording.ordinal_word(number) == word


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-08-25", "2024-08-29", "August 25–29, 2024"),
        ("2024-08-25", "2024-08-25", "August 25, 2024"),
        ("2024-02-29", "2024-03-02", "February 29–March 2, 2024"),
        ("2024-12-30", "2025-01-02", "December 30, 2024–January 2, 2025"),
    ],
)
def test_a_range_of_days_says_nothing_twice(start: str, end: str, words: str) -> None:
    days = wording.days(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    assert days.replace(wording.NO_BREAK_SPACE, " ") == words


@pytest.mark.parametrize(
    ("days", "words", "weekdays"),
    [
        (["2027-03-01"], "March 1, 2027", "Monday"),
        (["2027-03-01", "2027-03-02"], "March 1–2, 2027", "Monday–Tuesday"),
        (["2027-03-01", "2027-03-03"], "March 1 and 3, 2027", "Monday and Wednesday"),
        (["2027-02-28", "2027-03-01"], "February 28–March 1, 2027", "Sunday–Monday"),
        (
            ["2027-02-27", "2027-03-01", "2027-03-03"],
            "February 27, and March 1 and 3, 2027",
            "Saturday, Monday, and Wednesday",
        ),
        (
            ["2027-01-14", "2027-01-28", "2027-02-11", "2027-02-25", "2027-03-11"],
            "January 14 and 28, February 11 and 25, and March 11, 2027",
            "Thursday",
        ),
        (["2027-01-14", "2027-02-11"], "January 14 and February 11, 2027", "Thursday"),
        (
            ["2026-12-30", "2027-01-02"],
            "December 30, 2026 and January 2, 2027",
            "Wednesday and Saturday",
        ),
    ],
)
def test_days_are_a_range_only_if_they_follow_each_other(
    days: list[str], words: str, weekdays: str
) -> None:
    dates = [dt.date.fromisoformat(day) for day in days]
    assert wording.several_days(dates).replace(wording.NO_BREAK_SPACE, " ") == words
    assert wording.weekdays(dates) == weekdays


def test_a_line_never_breaks_between_month_and_day() -> None:
    assert wording.day(dt.date(2026, 2, 6)) == "February\u00a06, 2026"
    assert wording.days(dt.date(2026, 1, 31), dt.date(2026, 2, 6)) == (
        "January\u00a031–February\u00a06, 2026"
    )


def test_times_have_24_hours_and_two_digits() -> None:
    day = dt.datetime(2027, 3, 2, 9, tzinfo=dt.UTC)
    assert wording.hours(day, day.replace(hour=14, minute=5)) == "09:00–14:05"


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b, and c"),
    ],
)
def test_items_are_listed_as_a_sentence_does(items: list[str], sentence: str) -> None:
    assert wording.joined(items) == sentence


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-08-01", "2026-08-31", "August 2026"),
        ("2028-02-01", "2028-02-29", "February 2028"),
        ("2026-01-01", "2026-12-31", "2026"),
        ("2026-08-01", "2026-08-30", "August\N{NO-BREAK SPACE}1–30, 2026"),
    ],
)
def test_a_whole_month_or_year_names_no_day(start: str, end: str, words: str) -> None:
    days = wording.days(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    assert days == words


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("de", "13., 14. und 16. Oktober 2027"),
        ("es", "13, 14 y 16 de octubre de 2027"),
        ("fr", "13, 14 et 16 octobre 2027"),
        ("hu", "2027. október 13., 2027. október 14. és 2027. október 16."),
    ],
)
def test_days_of_one_month_name_it_once(tag: str, shown: str) -> None:
    dates = [dt.date(2027, 10, number) for number in (13, 14, 16)]
    language = Language(tag, catalogue_files()["de"])
    assert wording.several_days(dates, language).replace("\N{NO-BREAK SPACE}", " ") == shown
    in_two_months = wording.several_days([dt.date(2027, 9, 30), *dates], language)
    assert in_two_months.count("2027") == 4
