"""Finds deadlines with two dates, and workshops on two days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from proposal.audit.with_each_other.conflict_diagnostics import Conflict, unlikely, wrong
from proposal.audit.with_each_other.stated.deadline_statements import OTHER_PHRASES, track_of
from proposal.audit.with_each_other.stated.statements import PageContent, StatedDays, StatedDeadline
from proposal.model.deadline_kinds import WORKSHOP, phrase_of


def deadlines(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Deadlines of which two dates are said to hold now."""
    seen: dict[tuple[str, str], list[StatedDeadline]] = {}
    for content in edition:
        track = track_of([re.sub(r"[-_]", " ", content.document.file.stem)])
        for deadline in content.deadlines:
            of_all = deadline.name == WORKSHOP
            own_track = "" if of_all else deadline.track or track
            known = seen.setdefault((deadline.name, own_track), [])
            if any(other.date == deadline.date for other in known):
                continue
            if known:
                first = known[0]
                where = first.location.seen_from(deadline.location)
                message = f"{_phrase(deadline.name)} is {_day(deadline.date)} here, and"
                message += f" {_day(first.date)} in {where}"
                hint = "correct one of them, or strike the old date through (~~…~~)"
                yield wrong("two-dates", message, deadline.location, hint, first.location)
            known.append(deadline)


def _phrase(name: str) -> str:
    return OTHER_PHRASES.get(name) or phrase_of(name)


def days(edition: Sequence[PageContent]) -> Iterator[Conflict]:
    """Workshops that are said to take place on other days, or on more of them, elsewhere."""
    known: list[StatedDays] = []
    for content in edition:
        own = [days for days in content.days if days.is_own]
        dated = [
            StatedDays(deadline.date, deadline.date, deadline.location, is_own=False)
            for deadline in content.deadlines
            if deadline.name == WORKSHOP
        ]
        for stated in [*dated, *own]:
            if any(_same_days(stated, other) for other in known):
                continue
            other = next((other for other in known if _can_be_compared(stated, other)), None)
            known.append(stated)
            if other is not None and not (stated in dated and _is_dated(other, edition)):
                yield _other_days(stated, other)


def _same_days(one: StatedDays, other: StatedDays) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _can_be_compared(one: StatedDays, other: StatedDays) -> bool:
    """Whether two statements can be about one edition; a leftover of another year is not.

    A list of dates and a calendar may name the first of several days alone.
    """
    begin_together = one.first == other.first and not (one.is_own and other.is_own)
    is_one_year = one.first.year == other.first.year
    return is_one_year and one.location != other.location and not begin_together


def _is_dated(days: StatedDays, edition: Sequence[PageContent]) -> bool:
    """Whether it is a line of a list of dates, which are compared with each other."""
    return any(
        days.location == deadline.location for content in edition for deadline in content.deadlines
    )


def _other_days(stated: StatedDays, other: StatedDays) -> Conflict:
    """An error, unless one may be a part of the other: the one day of two on which a page is."""
    where = other.location.seen_from(stated.location)
    message = f"the workshop is on {_days(stated)} here, and on {_days(other)} in {where}"
    hint = "write the same days in both places"
    overlaps = stated.first <= other.last and other.first <= stated.last
    say = unlikely if overlaps else wrong
    return say("two-dates", message, stated.location, hint, other.location)


def _days(stated: StatedDays) -> str:
    if stated.first == stated.last:
        return _day(stated.first)
    return f"{_day(stated.first)} to {_day(stated.last)}"


def _day(date: dt.date) -> str:
    return f"{date:%B} {date.day}, {date.year}"
