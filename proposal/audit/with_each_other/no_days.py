"""Finds dates that no calendar has: 31 June 2026."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, wrong
from proposal.audit.with_each_other.stated.statements import PageContent
from proposal.reading.days import days_of_no_calendar
from proposal.reading.locations import Location


def impossible_days(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Days behind the end of their month, each place once."""
    seen: set[Location] = set()
    for content in edition:
        for run in content.runs:
            for day in days_of_no_calendar(run.text):
                written = run.text[day.start : day.end]
                location = content.find(written, run.location)
                if location in seen:
                    continue
                seen.add(location)
                last = calendar.monthrange(day.year, day.month)[1]
                message = f"`{written}` is no day: {calendar.month_name[day.month]} {day.year} "
                message += f"has {last} days"
                yield wrong("no-such-day", message, location, "correct the day or the month")
