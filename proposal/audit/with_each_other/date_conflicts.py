"""Has every deadline one date, and every date its own day of the week?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from proposal.audit.with_each_other.deadline_statements import wrong_weekdays
from proposal.audit.with_each_other.locations import Spot, wrong
from proposal.audit.with_each_other.statements import Deadline, Told
from proposal.diagnostics import Diagnostic

_CALLED = {
    "submission": "the submission deadline",
    "notification": "the notification of authors",
    "camera_ready": "the camera-ready deadline",
    "registration": "the registration deadline",
    "workshop": "the workshop's day",
}


def weekdays(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Dates that are called by the name of another day of the week."""
    told_of: set[Spot] = set()
    for told in edition:
        for said in told.said:
            for day, weekday in wrong_weekdays(said):
                written = said.text[day.start : day.end]
                spot = told.find(written, said.spot)
                if spot in told_of:
                    continue
                told_of.add(spot)
                message = f"{_day(day.date)} is a {day.date:%A}, not a {weekday}"
                hint = "correct the day of the week or the date"
                yield wrong("wrong-weekday", message, spot, hint)


def deadlines(edition: Sequence[Told]) -> Iterator[Diagnostic]:
    """Deadlines of which two dates are said to hold now."""
    seen: dict[str, list[Deadline]] = {}
    for told in edition:
        for deadline in told.deadlines:
            known = seen.setdefault(deadline.name, [])
            if any(each.date == deadline.date for each in known):
                continue
            if known:
                first = known[0]
                where = first.spot.seen_from(deadline.spot)
                message = f"{_CALLED[deadline.name]} is {_day(deadline.date)} here, and"
                message += f" {_day(first.date)} in {where}"
                hint = "correct one of them, or strike the old date through (~~…~~)"
                yield wrong("two-dates", message, deadline.spot, hint, first.spot)
            known.append(deadline)


def _day(date: dt.date) -> str:
    return f"{date:%B} {date.day}, {date.year}"
