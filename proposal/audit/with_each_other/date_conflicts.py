"""Finds deadlines with two dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, wrong
from proposal.audit.with_each_other.statements import PageContent, StatedDeadline
from proposal.model.deadline_kinds import phrase_of


def deadlines(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Deadlines of which two dates are said to hold now."""
    seen: dict[str, list[StatedDeadline]] = {}
    for content in edition:
        for deadline in content.deadlines:
            known = seen.setdefault(deadline.name, [])
            if any(other.date == deadline.date for other in known):
                continue
            if known:
                first = known[0]
                where = first.location.seen_from(deadline.location)
                message = f"{phrase_of(deadline.name)} is {_day(deadline.date)} here, and"
                message += f" {_day(first.date)} in {where}"
                hint = "correct one of them, or strike the old date through (~~…~~)"
                yield wrong("two-dates", message, deadline.location, hint, first.location)
            known.append(deadline)


def _day(date: dt.date) -> str:
    return f"{date:%B} {date.day}, {date.year}"
