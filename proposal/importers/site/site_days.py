"""Finds the days of a website's line: with month names of several languages, or in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.importers.site.foreign_words import with_english_months
from proposal.model.english_days import MONTHS, one_of
from proposal.model.typed_times import existing_day
from proposal.reading.days import FoundDay, find_days

_MONTHS = one_of(MONTHS)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s*(?:[-–—/&]|and|to)\s*"
_OR = re.compile(
    rf"(?<=\d)((?:st|nd|rd|th)?\s+)or(?=\s+(?:(?:{_MONTHS})\.?\s+)?\d{{1,2}}(?!\d))",
    re.IGNORECASE,
)
"""Of two days that are possible, `July 10 or 11, 2026`, none is the day: they are a stretch."""
_NUMBER_AND_DAY = re.compile(
    rf"(\b(?:day|tag|jour|d[ií]a|giorno)\s+\d\s*)[-–—](?=\s*{_ORDINAL}\s+(?:of\s+)?(?:{_MONTHS})\b)",
    re.IGNORECASE,
)
"""The number of a day in front of its date, which is no stretch: `Day 1 - 3 May 2026`."""
_YEARLESS = (
    re.compile(
        rf"\b(?:{_MONTHS})\.?\s+{_ORDINAL}{_TO}(?:(?:{_MONTHS})\.?\s+)?{_ORDINAL}"
        r"\b(?!\s*,?\s*\d{4})(?!\d|[:.]\d|\s*[ap]\.?m)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\d[:.])\b{_ORDINAL}{_TO}{_ORDINAL}\s+(?:of\s+)?(?:{_MONTHS})\b\.?(?!\s*,?\s*\d{{4}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*,?\s*\d{{4}})(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        # not the minutes of `9:30 May Example`
        rf"(?<!\d[:.])\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})\b\.?(?!\s*,?\s*\d{{4}})",
        re.IGNORECASE,
    ),
)
_NUMERIC = (
    re.compile(
        r"(?<![\d/.-])(?P<first>)(?P<year>20\d\d)(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)"
        r"(?P<day>\d{1,2})(?!\d)"
    ),
    re.compile(
        r"(?<!\d)(?P<year>20\d\d)\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*"
        r"(?:(?P<first>\d{1,2})\s*[日일]?\s*[-–—~〜～]\s*)?(?P<day>\d{1,2})\s*[日일]"
    ),
    re.compile(
        r"(?<![\d/.])(?:(?P<first>\d{1,2})\.?\s*[-–—]\s*)?(?P<day>\d{1,2})\.\s?"
        r"(?P<month>\d{1,2})\.\s?(?P<year>20\d\d)(?!\d)"
    ),
)
"""`2026/05/01`, `2026年5月1日`, and `01.05.2026`, `1.–3.5.2026`: with dots the day comes first."""
_SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(20\d\d)(?!\d)")
"""`05/13/2026`: which part is the month only those over 12 say."""


def days_of(text: str, year: int) -> list[FoundDay]:
    """The days that a text gives; offsets are those of the text with English months.

    Args:
        text: some words.
        year: the edition, for days without a year.
    """
    english = _NUMBER_AND_DAY.sub(r"\1 ", _OR.sub(r"\1- ", with_english_months(text)))
    return (
        find_days(english)
        or sorted(_in_numbers(english), key=lambda day: day.start)
        or _without_year(english, year)
    )


def unsure_days(text: str) -> list[str]:
    """The days of a text of which nothing says whether month or day comes first: `03/04/2026`."""
    return [match[0] for match in _SLASHED.finditer(text) if _order_of(match) is None]


def _in_numbers(text: str) -> Iterator[FoundDay]:
    for pattern in _NUMERIC:
        for match in pattern.finditer(text):
            day = match["first"] or match["day"]
            date = existing_day(int(match["year"]), int(match["month"]), int(day))
            if date is not None:
                yield FoundDay(date, match.start(), match.end(), None, bool(match["first"]))
    for match in _SLASHED.finditer(text):
        order = _order_of(match)
        date = existing_day(int(match[4]), *order) if order is not None else None
        if date is not None:
            yield FoundDay(date, match.start(), match.end(), None, False)


def _order_of(match: re.Match[str]) -> tuple[int, int] | None:
    """Month and day; nothing if it may be either."""
    one, other = int(match[1]), int(match[3])
    if one > _LAST_MONTH or one == other:
        return other, one
    return (one, other) if other > _LAST_MONTH else None


_LAST_MONTH = 12
"""Numbers above it are days."""


def _without_year(text: str, year: int) -> list[FoundDay]:
    for pattern in _YEARLESS:
        found = [
            FoundDay(day.date, match.start(), match.end(), None, day.is_range)
            for match in pattern.finditer(text)
            for day in find_days(f"{match[0].rstrip('.')}, {year}")
        ]
        if found:
            return found
    return []
