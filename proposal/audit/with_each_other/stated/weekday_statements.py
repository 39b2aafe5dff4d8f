"""Reads days of the week beside dates, in the same words or in a cell of their own."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from proposal.audit.with_each_other.stated.statements import StatedWeekday
from proposal.model.english_days import (
    MONTHS,
    NUMBER_OF_DAY,
    ONE_MONTH,
    WEEKDAYS,
    one_of,
)
from proposal.model.names_in_other_languages import MONTHS_ELSEWHERE, WEEKDAYS_ELSEWHERE
from proposal.model.small_letters import small_letters
from proposal.model.typed_times import existing_day
from proposal.reading.days import FoundDay, find_days
from proposal.reading.foreign_days import foreign_days
from proposal.reading.page_tree import Element, lines_of
from proposal.reading.source_document import SourceDocument

_WEEKDAY = rf"(?P<weekday>{one_of(WEEKDAYS)})\b\.?"
_NUMBERS = WEEKDAYS_ELSEWHERE | WEEKDAYS
"""The number of a day of the week by its name in any of some languages, from Monday as 0."""
_ALONE = re.compile(rf"\W*(?P<weekday>{one_of(_NUMBERS)})\b\.?\W*", re.IGNORECASE)
"""A cell that only names a day of the week: `(Monday)`, `Montag`."""

_AFTER = re.compile(
    rf"\s*[,(]?\s*\(?(?P<weekday>{one_of(calendar.day_name)})\b"
    rf"|\s*,?\s*\(\s*{_WEEKDAY.replace('weekday', 'short')}\s*\)",
    re.IGNORECASE,
)
"""Behind a date: `, Friday`, ` (Fri)`."""

_NO_RANGE = r"(?!\s*(?:[-–—/&]|and\b|to\b)\s*\w*\.?\s*\d|,?\s+(?:19|20|21)\d\d|\d|[.:]\d)"
_NO_YEAR = tuple(
    re.compile(pattern + _NO_RANGE, re.IGNORECASE)
    for pattern in (
        rf"\b{_WEEKDAY},?\s+(?:the\s+)?{NUMBER_OF_DAY}\s+(?:of\s+)?{ONE_MONTH}",
        rf"\b{_WEEKDAY},?\s+{ONE_MONTH}\s+{NUMBER_OF_DAY}\b",
        rf"(?<![\d–—-])\b{NUMBER_OF_DAY}\s+{ONE_MONTH},?\s*\(\s*{_WEEKDAY}\s*\)",
        rf"\b{ONE_MONTH}\s+{NUMBER_OF_DAY},?\s*\(\s*{_WEEKDAY}\s*\)",
    )
)
"""`Thursday 22 May`, `Thu, May 22`, `22 May (Thu)`."""


_LISTED_BEFORE = re.compile(
    rf"\b(?:{one_of(WEEKDAYS)})\b\.?(?:\s*[-–—&,]\s*|\s+)(?:and\s+)?$", re.IGNORECASE
)
"""What stands before the last of several days of the week: `Monday, Tuesday, and `."""


class YearlessDay(Struct, frozen=True):
    """A day of the week and of a month, whose year is not written."""

    month: int
    day: int
    weekday: int
    """From Monday, which is 0."""
    written: str

    def in_year(self, year: int) -> dt.date | None:
        """The day in a year; nothing for the 29th of February in most of them."""
        return existing_day(year, self.month, self.day)


def wrong_weekdays(text: str) -> Iterator[tuple[FoundDay, str]]:
    """The days in a text that it calls by the name of another day of the week, and that name."""
    for day in find_days(text):
        if day.contradicts_weekday and day.weekday:
            yield day, calendar.day_name[WEEKDAYS[small_letters(day.weekday)]]
        elif day.weekday is None and not day.is_range and (match := _AFTER.match(text, day.end)):
            said = WEEKDAYS[small_letters(match["weekday"] or match["short"])]
            if said != day.date.weekday():
                yield day, calendar.day_name[said]
    for named in foreign_days(text, MONTHS_ELSEWHERE):
        date = existing_day(named.year, named.month, named.day) if named.year else None
        if date and named.weekday is not None and named.weekday != date.weekday():
            found = FoundDay(date, named.start, named.end, None, named.last is not None)
            yield found, calendar.day_name[named.weekday]


def yearless_days(text: str) -> Iterator[YearlessDay]:
    """The days that a text names with their day of the week and without their year."""
    for pattern in _NO_YEAR:
        for match in pattern.finditer(text):
            month = MONTHS[small_letters(match["month"])]
            if _LISTED_BEFORE.search(text, 0, match.start("weekday")):
                continue  # it is the last of several days, and the date is that of the first
            if 1 <= int(match["day"]) <= 31:
                weekday = WEEKDAYS[small_letters(match["weekday"])]
                yield YearlessDay(month, int(match["day"]), weekday, match[0])
    for named in foreign_days(text, MONTHS_ELSEWHERE):
        if named.year is None and named.weekday is not None:
            written = text[named.start : named.end]
            yield YearlessDay(named.month, named.day, named.weekday, written)


def weekdays_in_cells(document: SourceDocument, root: Element) -> Iterator[StatedWeekday]:
    """Days of the week that have a cell or a line of their own before or behind that of a date."""
    for element in root.walk():
        parts = _parts(element)
        for index, (one, other) in enumerate(pairwise(parts)):
            if _ALONE.fullmatch(one) and (day := _only_day(other)):
                said, written = one, other
            elif _ALONE.fullmatch(other) and (day := _only_day(one)):
                behind = parts[index + 2] if index + 2 < len(parts) else ""
                if _only_day(behind):
                    continue  # it may belong to either of two dates
                said, written = other, one
            else:
                continue
            match = _ALONE.fullmatch(said)
            if match is not None:
                near = document.locate(written[day.start : day.end], element.span)
                yield StatedWeekday(day.date, _NUMBERS[small_letters(match["weekday"])], near)


def _parts(element: Element) -> Sequence[str]:
    """The cells of a row, the terms of a list, the lines of a paragraph, or boxes in a row."""
    if element.tag in {"tr", "dl", "div", "section", "time", "span"}:
        has_words = any(isinstance(child, str) and child.strip() for child in element.children)
        return [] if has_words else [child.text for child in element.elements if child.text]
    if element.tag in {"p", "li", "td", "th", "dd", "h2", "h3", "h4", "h5"}:
        return [line.text for line in lines_of(element)]
    return []


def _only_day(text: str) -> FoundDay | None:
    """The one date that a short text gives, if it does not name its day of the week itself."""
    days = (find_days(text) or list(_foreign(text))) if len(text) <= 40 else []
    is_plain = len(days) == 1 and days[0].weekday is None and not days[0].is_range
    return days[0] if is_plain and not _AFTER.match(text, days[0].end) else None


def _foreign(text: str) -> Iterator[FoundDay]:
    """The days with a year in other languages: `22. Mai 2026`."""
    for named in foreign_days(text, MONTHS_ELSEWHERE):
        date = existing_day(named.year, named.month, named.day) if named.year else None
        if date and named.weekday is None:
            yield FoundDay(date, named.start, named.end, None, named.last is not None)
