"""The days and hours of an edition."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from proposal.clocks import OtherZone, elapsed
from proposal.edition import wording
from proposal.edition.joining import JoinLink
from proposal.edition.marked_values import Day
from proposal.model.records.attendance_record import Attendance
from proposal.words.language import Language
from proposal.words.number_words import cardinal_in_words


class WorkshopDay(Struct, frozen=True):
    """One of the days of a workshop and its hours, in the venue's time zone."""

    date: Day
    start: dt.datetime
    end: dt.datetime
    """When it ends, which may be after midnight."""
    room: str | None = None
    """The room of this day, if it is not the edition's; of a day elsewhere, the whole place."""
    join: tuple[JoinLink, ...] = ()
    """Where people join this day online, if it is not where they join all."""
    is_elsewhere: bool = False
    """Whether it does not take place in the venue's building; so is a day that alone is online."""
    attendance: Attendance | None = None
    """How people take part on it, if the data say it."""

    @property
    def hours(self) -> str:
        """From when to when: 14:00–18:00."""
        return wording.hours(self.start, self.end)

    @property
    def is_full(self) -> bool:
        """Whether a call for workshops calls it a full day, and not half of one."""
        return elapsed(self.start, self.end) / dt.timedelta(hours=1) >= wording.FULL_DAY_HOURS


class When(Struct, frozen=True):
    """The days of the workshop and its hours, in the venue's time zone."""

    date: Day
    """The day, or all of them."""
    start: dt.datetime
    """When the workshop begins, on its first day."""
    end: dt.datetime
    """When it ends, on its last day."""
    days: tuple[WorkshopDay, ...]
    """Each day with its hours, the first one first."""

    @property
    def has_several_days(self) -> bool:
        """Whether the workshop takes more than one day."""
        return len(self.days) > 1

    @property
    def has_other_zones(self) -> bool:
        """Whether hours of a day are by the clocks of another zone than the venue's."""
        return any(isinstance(day.start.tzinfo, OtherZone) for day in self.days)

    @property
    def is_by_venue(self) -> bool:
        """Whether hours of any day are by the venue's clocks."""
        return not all(isinstance(day.start.tzinfo, OtherZone) for day in self.days)

    @property
    def by_venue(self) -> tuple[WorkshopDay, ...]:
        """The days whose hours are by the venue's clocks; all of them if none is."""
        days = (day for day in self.days if not isinstance(day.start.tzinfo, OtherZone))
        return tuple(days) or self.days

    @property
    def is_on_several_dates(self) -> bool:
        """Whether an hour alone may be of more than one date, as of a night that ends tomorrow."""
        return self.end.date() > self.start.date()

    @property
    def hours(self) -> str:
        """From when to when: 14:00–18:00; of several days, those of each that differs.

        "09:00–17:00 on all days", "August 25: 14:00–18:00; August 26: 09:00–12:30"
        """
        if not self.has_several_days:
            return self.days[0].hours
        if len({day.hours for day in self.days}) == 1:
            return self._hours_of_all
        return "; ".join(
            f"{wording.month_day(day.date.date, self.date.language)}: {day.hours}"
            for day in self.days
        )

    @property
    def _hours_of_all(self) -> str:
        hours, gettext = self.days[0].hours, self.date.language.gettext
        if len(self.days) == 2:
            return gettext("%(hours)s on both days", hours=hours)
        return gettext("%(hours)s on all days", hours=hours)

    @property
    def length(self) -> str:
        """What a call for workshops calls it: full-day, half-day, two-day, two-half-day."""
        full = sum(day.is_full for day in self.days)
        half = len(self.days) - full
        language = self.date.language
        if not self.has_several_days:
            return language.gettext("full-day") if full else language.gettext("half-day")
        if not language.is_english:
            return _length_in(language, full, half)
        words = cardinal_in_words
        if not full:
            return f"{words(half)}-half-day"
        halves = f"-and-{'a' if half == 1 else words(half)}-half" if half else ""
        return f"{words(full)}{halves}-day"


def _length_in(language: Language, full: int, half: int) -> str:
    """A length in full and half days: "2 full days and 1 half day"."""
    parts = [
        language.ngettext("%(num)s full day", "%(num)s full days", full, num=full) if full else "",
        language.ngettext("%(num)s half day", "%(num)s half days", half, num=half) if half else "",
    ]
    return wording.joined(list(filter(None, parts)), language)
