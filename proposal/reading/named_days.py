"""Finds days in texts as people write them, with or without a year, in words or in numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from proposal.model.english_days import MONTHS, NUMBER_OF_DAY, ONE_MONTH, one_of
from proposal.model.small_letters import small_letters
from proposal.model.typed_times import existing_day
from proposal.reading.days import find_days, first_and_last_day

_NO_YEAR = [
    re.compile(rf"\b{ONE_MONTH}\s+{NUMBER_OF_DAY}\b(?!\s*[-–—/:]\s*\d)", re.IGNORECASE),
    re.compile(rf"(?<![\d–—-])\b{NUMBER_OF_DAY}\s+{ONE_MONTH}", re.IGNORECASE),
]
"""`Nov. 28th`, `28 November`."""
_SIGNS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d/.-]\d)")
"""`28/11/2025`, `28.11.25`."""
_YEAR_FIRST = re.compile(r"(?<![\d/.])(20\d\d)([/.])(\d{1,2})\2(\d{1,2})(?!\d)")
"""`2025/11/28`."""


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
    wrong_weekday: str | None = None


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
            wrong_weekday=day.weekday if day.contradicts_weekday else None,
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
    taken = [(day.start, day.end) for day in found]
    found += [
        day
        for day in _in_language(text, offset, months)
        if not any(start < day.end and day.start < end for start, end in taken)
    ]
    found += _without_years(text, year, offset, found)
    return sorted(found, key=lambda day: day.start)


def _last_of(text: str) -> dt.date | None:
    ends = first_and_last_day(text)
    return ends[1] if ends else None


def _in_language(text: str, offset: int, months: Mapping[str, int]) -> Iterator[NamedDay]:
    """Days as other languages write them: `20.–21. September 2027`, `4 de outubro de 2027`."""
    if not months or re.search(r"\d{4}", text) is None:
        return
    pattern = (
        r"(?<!\d)(?:(?P<first>\d{1,2})\.?\s*[-–—]\s*)?(?P<day>\d{1,2})(?:\.|º|er)?\s+(?:de\s+)?"
        rf"(?P<month>{one_of(map(re.escape, months))})\.?,?\s+(?:de\s+)?(?P<year>(?:19|20)\d\d)\b"
    )
    for match in re.finditer(pattern, text, re.IGNORECASE):
        month, written = months[small_letters(match["month"])], int(match["year"])
        first = existing_day(written, month, int(match["first"] or match["day"]))
        last = existing_day(written, month, int(match["day"]))
        if first and last:
            place = match.start() + offset, match.end() + offset
            is_range = match["first"] is not None
            yield NamedDay(frozenset({first}), *place, is_range, last if is_range else None)


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
            if known := frozenset(date for date in meant if date):
                found.append(NamedDay(known, start, end, has_year=False))
    return found


def _read_signs(match: re.Match[str]) -> frozenset[dt.date]:
    """28/11/2025 and 11/28/2025; with full stops the day is the first."""
    one, other = int(match[1]), int(match[3])
    year = int(match[4]) if len(match[4]) > 2 else 2000 + int(match[4])
    dates = {existing_day(year, other, one)}
    if match[2] == "/":
        dates.add(existing_day(year, one, other))
    return frozenset(date for date in dates if date)
