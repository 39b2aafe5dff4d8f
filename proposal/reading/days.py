"""Finds the days that are written in a line, with the day of the week that is said of them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from msgspec import Struct

from proposal.model.english_days import (
    MONTHS,
    NUMBER_OF_DAY,
    ONE_MONTH,
    WEEKDAYS,
    one_of,
)
from proposal.model.small_letters import small_letters
from proposal.model.typed_times import existing_day


def _first_letters(words: dict[str, int]) -> str:
    return "".join(sorted({word[0] for word in words}))


_WEEKDAY = (
    rf"(?:(?P<weekday>{one_of(WEEKDAYS)})\b\.?"
    rf"(?P<others>(?:(?:\s*[-–—&,]\s*|\s+)(?:and\s+)?(?:{one_of(WEEKDAYS)})\b\.?){{0,6}}),?\s+)?"
)
"""`Thursday, `, or that of the first day in `Thursday–Friday, ` and `Monday and Sunday, `."""
_RANGE = (
    r"(?P<range>(?:\s*[-–—/&]\s*|\s+(?:and|to)\s+)(?:[A-Za-z]+\.?\s+)?\d{1,2}(?:st|nd|rd|th)?)?"
)
"""The last of several days: `–27`, `/27`, ` and 27`."""
_YEAR = r"(?P<year>(?:19|20|21)\d\d)\b"
_ANY_YEAR = re.compile(r"(?:19|20|21)\d\d")
"""`1998`, `2026`"""
_OF_WEEKDAYS, _OF_MONTHS = _first_letters(WEEKDAYS), _first_letters(MONTHS)
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?=[{_OF_WEEKDAYS}{_OF_MONTHS}]){_WEEKDAY}{ONE_MONTH}\s+{NUMBER_OF_DAY}\b{_RANGE},?\s+{_YEAR}",
        rf"\b(?=[{_OF_WEEKDAYS}\d]){_WEEKDAY}{NUMBER_OF_DAY}{_RANGE}\s+(?:of\s+)?{ONE_MONTH},?\s+{_YEAR}",
        rf"\b(?=[{_OF_WEEKDAYS}\d]){_WEEKDAY}{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b(?P<range>)",
    )
]
"""A whole page is searched for them: where none can begin is seen by the first letter."""


class FoundDay(Struct, frozen=True):
    """A day in a line of text."""

    date: dt.date
    start: int
    """The offset in the line at which it begins, its weekday included."""
    end: int
    weekday: str | None
    """The day of the week as the line names it; nothing where it names several for one day."""
    is_range: bool
    """Whether it is the first of several days."""

    @property
    def contradicts_weekday(self) -> bool:
        """Whether the line names another day of the week than the calendar does."""
        return (
            self.weekday is not None
            and WEEKDAYS[small_letters(self.weekday)] != self.date.weekday()
        )


_BETWEEN = r"\s*(?:[-–—−]+|,?\s(?:to|until|till|through)\b)\s*"
_NAME = one_of(MONTHS)
_ON = rf"(?:(?P<weekday2>{one_of(WEEKDAYS)})\b\.?,?\s+)?"
_END = r"(?:st|nd|rd|th|\.)?"
_FROM = (
    rf"\b(?P<month1>{_NAME})\b\.?\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year1>\d{{4}}))?"
)
_TO = rf"{_ON}(?:(?P<month2>{_NAME})\b\.?\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b,?\s+{_YEAR}"
_DAY_FROM = (
    rf"\b(?P<day1>\d{{1,2}}){_END}(?:\s+(?:of\s+)?(?P<month1>{_NAME})\b\.?)?"
    r"(?:,?\s+(?P<year1>\d{4}))?"
)
_DAY_TO = rf"{_ON}(?P<day2>\d{{1,2}}){_END}\s+(?:of\s+)?(?P<month2>{_NAME})\b\.?,?\s+{_YEAR}"
_STRETCHES = [
    re.compile(
        rf"(?:\b(?P<weekday>{one_of(WEEKDAYS)})\b\.?,?\s+)?{first}{_BETWEEN}{last}", re.IGNORECASE
    )
    for first, last in ((_FROM, _TO), (_DAY_FROM, _DAY_TO))
]
"""`May 6–8, 2021`, `Thursday, May 6, to Saturday, May 8, 2021`, `6.–8. May 2021`"""
_MAY_LAST = re.compile(r"[-–—−]|\b(?:to|until|till|through)\b", re.IGNORECASE)
"""Without it, a line names no stretch of days: `6–8 May`, `May 6 to May 8`."""


def first_and_last_day(line: str) -> tuple[dt.date, dt.date] | None:
    """The days between which something takes place: "August 25–29, 2024", or one day alone."""
    for pattern in _STRETCHES:
        if match := pattern.search(line):
            return _ends_of(match)
    found = find_days(line)
    return (found[0].date, found[0].date) if found and not found[0].is_range else None


def _ends_of(match: re.Match[str]) -> tuple[dt.date, dt.date] | None:
    if match["weekday2"] and not (match["weekday"] or match["month1"]):
        return None  # as in `Day 1 – Thursday, 25 February 2027`
    months = match["month1"] or match["month2"], match["month2"] or match["month1"]
    first, last = (MONTHS[small_letters(name)] for name in months)
    year = int(match["year"])
    first_year = int(match["year1"] or (year - 1 if first > last else year))
    try:
        return dt.date(first_year, first, int(match["day1"])), dt.date(
            year, last, int(match["day2"])
        )
    except ValueError:
        return None


def find_days(line: str) -> list[FoundDay]:
    """The days in a line, in order; what is no day of the calendar is left out."""
    if _ANY_YEAR.search(line) is None:
        return []  # as most lines have none, which takes much less long to see
    found = sorted(_found(line), key=lambda day: (day.start, -day.end))
    apart: list[FoundDay] = []
    for day in found:
        if not apart or day.start >= apart[-1].end:
            apart.append(day)
    return apart


class NoDay(Struct, frozen=True):
    """A day in a line that the calendar does not have: 31 June 2026."""

    start: int
    end: int
    month: int
    year: int


def days_of_no_calendar(line: str) -> list[NoDay]:
    """The days in a line that no calendar has, in order, each once."""
    if _ANY_YEAR.search(line) is None:
        return []
    found = {
        match.start("day"): NoDay(match.start(), match.end(), month, int(match["year"]))
        for pattern in _PATTERNS
        for match in pattern.finditer(line)
        if not _is_in_address(match)
        and 1 <= (month := _month_of(match)) <= len(calendar.month_name) - 1
        and not 1 <= int(match["day"]) <= calendar.monthrange(int(match["year"]), month)[1]
    }
    return [found[start] for start in sorted(found)]


def _is_in_address(match: re.Match[str]) -> bool:
    """Whether digits are a part of a longer sign: `doi.org/10.1000/2026-02-30`, `/2026-02-30-a`."""
    before, behind = match.string[: match.start()], match.string[match.end() :]
    return before.endswith(("/", "=")) or re.match(r"[/=]|-[^\W\d]", behind) is not None


def _month_of(match: re.Match[str]) -> int:
    return MONTHS.get(small_letters(match["month"])) or int(match["month"])


def _found(line: str) -> Iterator[FoundDay]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            date = existing_day(match["year"], _month_of(match), match["day"])
            if date is None:
                continue
            is_range = bool(match["range"])
            # such as closed on Monday, Tuesday March 3, 2026
            weekday = match["weekday"] if is_range or not match["others"] else None
            yield FoundDay(date, match.start(), match.end(), weekday, is_range)
    for pattern in _STRETCHES if _MAY_LAST.search(line) else ():
        for match in pattern.finditer(line):
            ends = _ends_of(match)
            if ends is not None and ends[0] < ends[1]:
                yield FoundDay(ends[0], match.start(), match.end(), match["weekday"], True)
