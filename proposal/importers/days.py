"""Which days are written in a line, and which day of the week is said of them?"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name
}
_MONTHS["sept"] = 9
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)} | {
    name.casefold(): number for number, name in enumerate(calendar.day_abbr)
}
_WEEKDAYS |= {"tues": 1, "thur": 3, "thurs": 3}


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WEEKDAY = rf"(?:\b(?P<weekday>{_any_of(_WEEKDAYS)})\b\.?,?\s+)?"
_MONTH = rf"(?P<month>{_any_of(_MONTHS)})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_RANGE = r"(?P<range>\s*[-–—]\s*(?:[A-Za-z]+\.?\s+)?\d{1,2}(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>(?:19|20|21)\d\d)\b"
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY}\b{_RANGE},?\s+{_YEAR}",
        rf"{_WEEKDAY}\b{_DAY}{_RANGE}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_WEEKDAY}\b{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})\b(?P<range>)",
    )
]


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day in a line of text."""

    date: dt.date
    start: int
    """The offset in the line at which it begins, its weekday included."""
    end: int
    weekday: str | None
    """The day of the week as the line names it."""
    is_range: bool
    """Whether it is the first of several days."""

    @property
    def contradicts_weekday(self) -> bool:
        """Whether the line names another day of the week than the calendar does."""
        return (
            self.weekday is not None and _WEEKDAYS[self.weekday.casefold()] != self.date.weekday()
        )


def find_days(line: str) -> list[FoundDay]:
    """The days in a line, in order; what is no day of the calendar is left out."""
    found = sorted(_found(line), key=lambda each: (each.start, -each.end))
    apart: list[FoundDay] = []
    for each in found:
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    return apart


def _found(line: str) -> Iterator[FoundDay]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            month = _MONTHS.get(match["month"].casefold()) or int(match["month"])
            try:
                date = dt.date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                continue
            is_range = bool(match["range"])
            yield FoundDay(date, match.start(), match.end(), match["weekday"], is_range)
