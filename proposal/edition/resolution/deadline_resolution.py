"""Resolves the dates that authors must know: to the moments at which they end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from proposal.clocks import moment_at, show_the_same, zone_label
from proposal.edition.deadlines import Dates, Deadline
from proposal.edition.marked_values import Day
from proposal.edition.resolution.when_resolution import whole_day
from proposal.model.deadline_kinds import LABELS, LABELS_OF_OTHER_CALLS, WORKSHOP
from proposal.model.fields import AOE
from proposal.model.records.dates_record import DatesRecord, DeadlineRecord, OtherDeadlineRecord
from proposal.model.records.edition_record import EditionRecord
from proposal.words.fixed import Fixed

ANYWHERE_ON_EARTH = dt.timezone(dt.timedelta(hours=-12), AOE)
"""The zone in which a day lasts longest: UTC-12."""


def dates_of(
    edition: EditionRecord, own_label: str, venue_zone: ZoneInfo, tracks: Mapping[str, str]
) -> Dates:
    """The dates of an edition, with the workshop's own day as the last.

    Args:
        edition: as its file says it.
        own_label: what the edition is called among them.
        venue_zone: the zone in which days end that name none.
        tracks: the names of the tracks by their ids.
    """
    labels = LABELS_OF_OTHER_CALLS if edition.submissions.call else LABELS
    found = {
        name: _deadline(_label_of(name, source, labels), name, source, venue_zone, tracks)
        for name, source in written_dates(edition.dates)
    }
    day = whole_day(edition)
    ends = _first_moment_after(day.last, venue_zone)
    found[WORKSHOP] = Deadline(own_label, day, (), None, ends)
    return Dates(found)


def written_dates(dates: DatesRecord) -> Iterator[tuple[str, DeadlineRecord]]:
    """The dates that are written, by name: the usual ones first, then others as they are typed."""
    for name, source in dates:
        if source is not None:
            yield name, source


def _kind_of(name: str, source: DeadlineRecord) -> str | None:
    return source.kind if isinstance(source, OtherDeadlineRecord) else name


def _label_of(name: str, source: DeadlineRecord, labels: Mapping[str, str]) -> str:
    return source.label or Fixed(labels[_kind_of(name, source) or ""])


def _deadline(
    label: str,
    name: str,
    source: DeadlineRecord,
    venue_zone: ZoneInfo,
    tracks: Mapping[str, str],
) -> Deadline:
    track = tracks.get(source.track or "", "")
    place = _zone_of(source, venue_zone)
    if source.time is not None or source.opens:
        ends = moment_at(source.date, source.time or dt.time(), place)
    else:
        ends = _first_moment_after(source.date, place)
    return Deadline(
        label=_of_track(label, track),
        day=Day(source.date, source.tentative, time=source.time and ends.time()),
        was=tuple(Day(old.date, time=old.time) for old in source.was),
        zone=zone_label(source.zone) if source.zone and place is not venue_zone else None,
        ends=ends,
        opens=source.opens,
        kind=_kind_of(name, source),
        track=source.track,
    )


def _zone_of(source: DeadlineRecord, venue_zone: ZoneInfo) -> dt.tzinfo:
    """The zone in which a deadline ends; the venue's too if it is written with another name."""
    if source.zone == AOE:
        return ANYWHERE_ON_EARTH
    noon = dt.datetime.combine(source.date, dt.time(12), venue_zone)
    if source.zone is None or show_the_same((source.zone, venue_zone.key), noon):
        return venue_zone
    return ZoneInfo(source.zone)


def _of_track(label: str, track: str) -> str:
    """A label with the name of a track behind it, if it does not say it."""
    if not track or track.casefold() in label.casefold():
        return label
    return Fixed("%(label)s (%(track)s)", label=label, track=track)


def _first_moment_after(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), zone)
