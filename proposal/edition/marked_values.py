"""Days and numbers that say so where they are still to be confirmed."""

from __future__ import annotations

import datetime as dt
from typing import Self

from msgspec import Struct

from proposal.edition import wording
from proposal.words.language import ENGLISH, Language


class Day(Struct, frozen=True):
    """A day, which prints as ACM writes it, and says so if it is still to be confirmed."""

    date: dt.date
    is_tentative: bool = False
    """Whether it was worked out or guessed, so that it never stands without its mark."""
    later: tuple[dt.date, ...] = ()
    """The days after the first one, of what takes several."""

    time: dt.time | None = None
    """The time of that day, where it matters; the zone is that of what happens then."""
    language: Language = ENGLISH

    def __str__(self) -> str:
        return wording.marked(self.plain, is_tentative=self.is_tentative, language=self.language)

    @property
    def plain(self) -> str:
        """The day with its time, or all days, without a mark: August 25–26, 2027."""
        days = wording.several_days(self.all, self.language)
        return f"{days}, {wording.clock(self.time)}" if self.time else days

    @property
    def all(self) -> tuple[dt.date, ...]:
        """The first day and those after it."""
        return (self.date, *self.later)

    @property
    def last(self) -> dt.date:
        """The last day, which is the first one of what takes a single day."""
        return self.all[-1]

    def isoformat(self) -> str:
        """The days, or the day and its time, as ISO 8601 has them: 2027-06-10T23:59."""
        time = f"T{wording.clock(self.time)}" if self.time else ""
        return ", ".join(date.isoformat() for date in self.all) + time

    @property
    def weekday(self) -> str:
        """The name of the day of the week; of several days, their names: Monday–Tuesday."""
        return wording.weekdays(self.all, self.language)

    @property
    def heading(self) -> str:
        """The day as a heading in the schedule: Wednesday, August 25."""
        name = f"{self.weekday}, {wording.month_day(self.date, self.language)}"
        name = name[:1].upper() + name[1:]  # Spanish has days of the week in small letters
        return wording.marked(name, is_tentative=self.is_tentative, language=self.language)

    @property
    def year(self) -> int:
        """The year."""
        return self.date.year


class Estimate(int):
    """A number of people or pages; it prints with its mark if it is still to be confirmed."""

    is_tentative: bool
    language: Language

    def __new__(
        cls, number: int, *, is_tentative: bool = False, language: Language = ENGLISH
    ) -> Self:
        """A number, and whether it is still to be confirmed."""
        self = super().__new__(cls, number)
        self.is_tentative = is_tentative
        self.language = language
        return self

    def __str__(self) -> str:
        return wording.marked(
            int.__repr__(self), is_tentative=self.is_tentative, language=self.language
        )

    def said_in(self, language: Language) -> Self:
        """The same number, which prints in a language."""
        return type(self)(self, is_tentative=self.is_tentative, language=language)
