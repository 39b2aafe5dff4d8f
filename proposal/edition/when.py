"""The days and hours of an edition."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from proposal.edition import wording
from proposal.edition.marked_values import Day


@dataclass(frozen=True, slots=True)
class When:
    """The day of the workshop and its hours, in the venue's time zone."""

    date: Day
    start: dt.datetime
    end: dt.datetime

    @property
    def hours(self) -> str:
        """From when to when: 14:00–18:00."""
        return wording.clocks(self.start.time(), self.end.time())

    @property
    def length(self) -> Literal["full-day", "half-day"]:
        """What a call for workshops calls it."""
        hours = (self.end - self.start) / dt.timedelta(hours=1)
        return "full-day" if hours >= wording.FULL_DAY_HOURS else "half-day"
