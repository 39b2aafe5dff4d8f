"""Resolves the days of an edition: to their hours in the venue's zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from proposal.clocks import OtherZone, moment_at, show_the_same
from proposal.edition.joining import join_links
from proposal.edition.marked_values import Day
from proposal.edition.when import When, WorkshopDay
from proposal.model.edition_record import EditionRecord
from proposal.model.when_record import WhenRecord


def when_of(edition: EditionRecord, zone: ZoneInfo) -> When:
    """The days of an edition with their hours.

    Args:
        edition: as its file says it.
        zone: the venue's.
    """
    days = tuple(
        _day(source, zone, has_room=not edition.has_moved_online) for source in edition.when
    )
    return When(whole_day(edition), days[0].start, days[-1].end, days)


def _zone_of(source: WhenRecord, zone: ZoneInfo) -> ZoneInfo:
    """The zone of a day's hours: the venue's, unless the day's own clocks show other hours."""
    if source.zone is None:
        return zone
    moment = dt.datetime.combine(source.date, dt.time(), zone)
    if show_the_same((zone.key, source.zone), moment):
        return zone
    return OtherZone(str.__str__(source.zone))


def whole_day(edition: EditionRecord) -> Day:
    """The day of an edition, or all of them as one."""
    first, *others = (day.date for day in edition.when)
    return Day(first, edition.is_day_tentative, tuple(others))


def _day(source: WhenRecord, zone: ZoneInfo, *, has_room: bool) -> WorkshopDay:
    last = source.date + dt.timedelta(days=source.next_day)
    zone = _zone_of(source, zone)
    return WorkshopDay(
        Day(source.date, source.tentative),
        moment_at(source.date, source.start, zone),
        moment_at(last, source.end, zone),
        source.elsewhere or source.room if has_room else None,
        join_links(source.join),
        is_elsewhere=has_room and source.elsewhere is not None,
    )
