"""Resolves the days of an edition: to their hours in the venue's zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from proposal.clocks import OtherZone, moment_at, show_the_same
from proposal.edition.joining import ONLINE, join_links
from proposal.edition.marked_values import Day
from proposal.edition.when import When, WorkshopDay
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.when_record import WhenRecord
from proposal.words.fixed import Fixed


def when_of(edition: EditionRecord, zone: ZoneInfo) -> When:
    """The days of an edition with their hours.

    Args:
        edition: as its file says it.
        zone: the venue's.
    """
    days = tuple(_day(source, edition, zone) for source in edition.when)
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


def _day(source: WhenRecord, edition: EditionRecord, venue_zone: ZoneInfo) -> WorkshopDay:
    """A day with its hours; one that alone is online has that for its place."""
    last = source.date + dt.timedelta(days=source.next_day)
    zone = _zone_of(source, venue_zone)
    attendance = edition.taking_part_on(source)
    place = source.elsewhere
    if attendance == "online":
        place = None if edition.is_online else Fixed(ONLINE)
    has_room = not edition.has_moved_online
    return WorkshopDay(
        Day(source.date, source.tentative),
        moment_at(source.date, source.start, zone),
        moment_at(last, source.end, zone),
        place or source.room if has_room else None,
        join_links(source.join),
        is_elsewhere=has_room and place is not None,
        attendance=attendance,
    )
