"""Resolves the dates that authors must know: to the moments at which they end."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from proposal.edition.deadlines import Dates, Deadline
from proposal.edition.marked_values import Day
from proposal.edition.when_resolution import whole_day
from proposal.model.dates_record import DeadlineRecord
from proposal.model.deadline_kinds import DEADLINE_KINDS, WORKSHOP
from proposal.model.edition_record import EditionRecord
from proposal.model.fields import AOE

ANYWHERE_ON_EARTH = dt.timezone(dt.timedelta(hours=-12), AOE)
"""The zone in which a day lasts longest: UTC-12."""


def dates_of(edition: EditionRecord, venue_zone: ZoneInfo) -> Dates:
    """The dates of an edition, with the workshop's own day as the last.

    Args:
        edition: as its file says it.
        venue_zone: the zone in which days end that name none.
    """
    found: dict[str, Deadline] = {}
    for kind in DEADLINE_KINDS:
        source: DeadlineRecord | None = getattr(edition.dates, kind.name)
        if source is not None:
            was = tuple(Day(old) for old in source.was)
            found[kind.name] = Deadline(
                label=source.label or kind.label,
                day=Day(source.date, source.tentative),
                was=was,
                zone=source.zone,
                ends=_end_of(source.date, source.zone, venue_zone),
            )
    day = whole_day(edition)
    ends = _end_of(day.last, None, venue_zone)
    found[WORKSHOP] = Deadline("Workshop", day, (), None, ends)
    return Dates(found)


def _end_of(day: dt.date, zone: str | None, venue_zone: ZoneInfo) -> dt.datetime:
    """The first moment after a day, in the zone that a deadline names, or else in the venue's."""
    last = ANYWHERE_ON_EARTH if zone == AOE else ZoneInfo(zone) if zone else venue_zone
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), last)
