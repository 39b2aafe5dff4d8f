"""Finds days as other languages of Europe write them, with their day of the week."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from proposal.model.english_days import one_of
from proposal.model.names_in_other_languages import WEEKDAYS_ELSEWHERE
from proposal.model.small_letters import small_letters
from proposal.model.typed_times import existing_day

_ONE_WEEKDAY = rf"(?:{one_of(WEEKDAYS_ELSEWHERE)})\b"
_WEEKDAY = (
    rf"(?:\b(?P<weekday>{one_of(WEEKDAYS_ELSEWHERE)})\b"
    rf"(?P<others>(?:\s*[-–—&,]\s*|\s+(?:und|et|y|e|a|au|bis)\s+){_ONE_WEEKDAY})?"
    r",?\s+(?:dem\s+|den\s+|der\s+|le\s+|el\s+|dia\s+|día\s+)?)?"
)
"""`Montag, den `, `segunda-feira, `, or those of several days: `lunes y martes, `."""
_FIRST = (
    r"(?:(?P<first>\d{1,2})(?:\.|er)?\s*(?:[-–—]+|\b(?:bis|au|al|a|y|e|et|und|en|og|och)\b)\s*)?"
)
"""The first of several days: `20.–`, `4 a `, `11 y `."""


_ENDS_WITH_WEEKDAY = re.compile(
    rf"(?P<others>{_ONE_WEEKDAY}(?:\s*[-–—&,]\s*|\s+\w{{1,3}}\s+))?"
    rf"\b(?P<weekday>{one_of(WEEKDAYS_ELSEWHERE)})\b,?\s+$",
    re.IGNORECASE,
)
"""What stands before a day whose month has its English name, too: `dinsdag `."""


def weekday_before(text: str) -> int | None:
    """The day of the week by whose name a day is called that stands behind a text."""
    match = _ENDS_WITH_WEEKDAY.search(text)
    if match is None or match["others"]:
        return None
    return WEEKDAYS_ELSEWHERE[small_letters(match["weekday"])]


class ForeignDay(Struct, frozen=True):
    """A day that a text names in another language than English."""

    month: int
    day: int
    last_day: int | None
    """The number of the last of several days in a month."""
    year: int | None
    weekday: int | None
    """The day of the week by whose name it is called, from Monday as 0."""
    start: int
    end: int

    @property
    def last(self) -> dt.date | None:
        """The last of several days, in its year or in any one."""
        if self.last_day is None:
            return None
        return existing_day(self.year or _LEAP_YEAR, self.month, self.last_day)

    def possible(self, year: int) -> list[dt.date]:
        """The days that it may mean: without a year, those of one, of the one before and behind."""
        years = (self.year,) if self.year else (year - 1, year, year + 1)
        days = (existing_day(meant, self.month, self.day) for meant in years)
        return [day for day in days if day is not None]


_LEAP_YEAR = 2028


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """A day with one of some months: `Montag, 20. September`, `4 de outubro de 2027`."""
    return re.compile(
        rf"(?<![\w.]){_WEEKDAY}(?<!\d){_FIRST}(?P<day>\d{{1,2}})(?:\.|º|er)?\s+(?:de\s+)?"
        rf"(?P<month>{one_of(map(re.escape, names))})\b\.?"
        r"(?:,?\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)\b)?",
        re.IGNORECASE,
    )


def foreign_days(text: str, months: Mapping[str, int]) -> Iterator[ForeignDay]:
    """The days in a text, in order; what is no day of the calendar is left out.

    Args:
        text: some words.
        months: the number of a month by its name, in small letters.
    """
    if re.search(r"\d\W{1,3}\w", text) is None:
        return
    for match in _pattern(tuple(months)).finditer(text):
        number, first = int(match["day"]), match["first"]
        found = ForeignDay(
            month=months[small_letters(match["month"])],
            day=int(first) if first else number,
            last_day=number if first else None,
            year=int(match["year"]) if match["year"] else None,
            weekday=None
            if match["weekday"] is None or (match["others"] and not first)
            else WEEKDAYS_ELSEWHERE[small_letters(match["weekday"])],
            start=match.start(),
            end=match.end(),
        )
        if found.possible(_LEAP_YEAR) and (first is None or found.last):
            yield found
