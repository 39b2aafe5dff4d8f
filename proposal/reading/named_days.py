"""Finds days in texts as people write them, with or without a year, in words or in numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from proposal.model.english_days import MONTHS, NUMBER_OF_DAY, ONE_MONTH, WEEKDAYS, one_of
from proposal.model.small_letters import small_letters
from proposal.model.typed_times import existing_day
from proposal.reading.days import find_days, first_and_last_day
from proposal.reading.foreign_days import foreign_days, weekday_before

_NO_RANGE = r"(?!\s*[-–—/]\s*\d(?!\d?[:.h]\d\d)|:\d)"
"""Behind a day that is not the first of several, be it hours that follow: `July 6 – 9:00`."""
_NO_YEAR = [
    re.compile(rf"\b{ONE_MONTH}\s+{NUMBER_OF_DAY}\b{_NO_RANGE}", re.IGNORECASE),
    re.compile(rf"(?<![\d–—-])\b{NUMBER_OF_DAY}\s+{ONE_MONTH}", re.IGNORECASE),
]
"""`Nov. 28th`, `28 November`."""
_ON_WEEKDAY = re.compile(
    rf"(?P<others>\b(?:{one_of(WEEKDAYS)})\b\.?(?:\s*[-–—&,]\s*|\s+)(?:and\s+)?)?"
    rf"\b(?P<weekday>{one_of(WEEKDAYS)})\b\.?,?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a day that has no year: `Thursday, `, or `Monday and Tuesday, `."""
_SIGNS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d/.-]\d)")
"""`28/11/2025`, `28.11.25`."""
_YEAR_FIRST = re.compile(r"(?<![\d/.])(20\d\d)([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
"""`2025/11/28`."""


_OF_THE_EAST = re.compile(
    r"(?<!\d)(?P<year>20\d\d)\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*"
    r"(?P<day>\d{1,2})\s*[日일](?:\s*[（(]\s*(?P<weekday>[月火水木金土日월화수목금토일一二三四五六])[^）)\d]{0,6}[）)])?"
)
"""`2027年9月7日（火）`, `2027년 9월 7일(화)`, `2027年9月7日（二）`"""
_WEEKDAYS_OF_THE_EAST = {
    sign: number
    for signs in ("月火水木金土日", "월화수목금토일", "一二三四五六日")
    for number, sign in enumerate(signs)
}


class NamedDay(Struct, frozen=True):
    """A day that a document names."""

    dates: frozenset[dt.date]
    """What it may mean: 10/11/2025 is one of two days."""
    start: int
    end: int
    is_range: bool = False
    last: dt.date | None = None
    """The last of several days, if that is plain."""
    has_year: bool = True
    weekday: int | None = None
    """The day of the week by whose name it is called, from Monday as 0."""

    @property
    def is_on_other_weekday(self) -> bool:
        """Whether it is called by a name that none of the days has which it may mean."""
        return self.weekday is not None and all(
            date.weekday() != self.weekday for date in self.dates
        )


_NO_MONTHS: Mapping[str, int] = MappingProxyType({})


def named_days(
    text: str, year: int, offset: int = 0, months: Mapping[str, int] = _NO_MONTHS
) -> list[NamedDay]:
    """The days that a text names, in their order.

    Args:
        text: some words.
        year: the year that is meant where none is written.
        offset: where the text begins, for places.
        months: the number of a month by its name in another language, in small letters.
    """
    found = [
        NamedDay(
            frozenset({day.date}),
            day.start + offset,
            day.end + offset,
            day.is_range,
            _last_of(text[day.start : day.end]) if day.is_range else None,
            weekday=WEEKDAYS[small_letters(day.weekday)] if day.weekday else None,
        )
        for day in find_days(text)
    ]
    found += [
        NamedDay(dates, match.start() + offset, match.end() + offset)
        for match in _SIGNS.finditer(text)
        if (dates := _read_signs(match))
    ]
    for match in _YEAR_FIRST.finditer(text):
        date = existing_day(int(match[1]), int(match[3]), int(match[4]))
        if date:
            found.append(NamedDay(frozenset({date}), match.start() + offset, match.end() + offset))
    for match in _OF_THE_EAST.finditer(text):
        date = existing_day(int(match["year"]), int(match["month"]), int(match["day"]))
        if date:
            weekday = _WEEKDAYS_OF_THE_EAST.get(match["weekday"] or "")
            start, end = match.start() + offset, match.end() + offset
            found.append(NamedDay(frozenset({date}), start, end, weekday=weekday))
    taken = [(day.start, day.end) for day in found]
    found += [
        day
        for day in _in_language(text, year, offset, months)
        if not any(start < day.end and day.start < end for start, end in taken)
    ]
    found += _without_years(text, year, offset, found)
    found = [_with_foreign_weekday(day, text, offset) for day in found]
    return sorted(found, key=lambda day: day.start)


_LONGEST_WEEKDAY = 40
"""Letters before a day in which its day of the week, and those beside it, are named."""


def _with_foreign_weekday(day: NamedDay, text: str, offset: int) -> NamedDay:
    """A day with the name of its day of the week in another language: `dinsdag 13 april 2027`."""
    if day.weekday is not None or day.is_range:
        return day
    start = day.start - offset
    found = weekday_before(text[max(start - _LONGEST_WEEKDAY, 0) : start])
    return day if found is None else replace(day, weekday=found)


def _last_of(text: str) -> dt.date | None:
    ends = first_and_last_day(text)
    return ends[1] if ends else None


def _in_language(
    text: str, year: int, offset: int, months: Mapping[str, int]
) -> Iterator[NamedDay]:
    """Days as other languages write them: `20.–21. September 2027`, `4 de outubro de 2027`."""
    for day in foreign_days(text, months) if months else ():
        yield NamedDay(
            frozenset(day.possible(year)),
            day.start + offset,
            day.end + offset,
            day.last is not None,
            day.last if day.year else None,
            day.year is not None,
            day.weekday,
        )


def _without_years(text: str, year: int, offset: int, others: list[NamedDay]) -> list[NamedDay]:
    """The days without a year, which mean one of about that year: `28 November`.

    Args:
        text: some words.
        year: the year that is meant, or the one before or behind it.
        offset: where the text begins, for places.
        others: the days that were found with a year.
    """
    found: list[NamedDay] = []
    for pattern in _NO_YEAR:
        for match in pattern.finditer(text):
            start, end = match.start() + offset, match.end() + offset
            if any(start < taken.end and taken.start < end for taken in (*others, *found)):
                continue
            month = MONTHS[small_letters(match["month"])]
            meant = [
                existing_day(meant_year, month, int(match["day"]))
                for meant_year in (year - 1, year, year + 1)
            ]
            on = _ON_WEEKDAY.search(text, 0, match.start())
            weekday = WEEKDAYS[small_letters(on["weekday"])] if on and not on["others"] else None
            if known := frozenset(date for date in meant if date):
                found.append(NamedDay(known, start, end, has_year=False, weekday=weekday))
    return found


def _read_signs(match: re.Match[str]) -> frozenset[dt.date]:
    """28/11/2025 and 11/28/2025; with full stops the day is the first."""
    one, other = int(match[1]), int(match[3])
    year = int(match[4]) if len(match[4]) > 2 else 2000 + int(match[4])
    dates = {existing_day(year, other, one)}
    if match[2] == "/":
        dates.add(existing_day(year, one, other))
    return frozenset(date for date in dates if date)
