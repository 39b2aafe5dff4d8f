"""Brings the moments of an export to the days and the clock of an edition.

An instant (a time in UTC, in a named zone or with an offset) is converted to the venue's zone. A
time without a zone is taken for local; that is said, since an export may mean another clock.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from proposal.clocks import is_repeated, offset_name, typed_clock_name
from proposal.diagnostics import Diagnostic, counted, listing
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.program.scheduled import ScheduledSession
from proposal.importers.program.unplaced import listed
from proposal.model.records.when_record import WhenRecord

_STAND_IN = dt.timedelta(minutes=30)
"""How long a part lasts whose end nobody says, and behind which nothing comes soon."""
_LONGEST_GUESS = dt.timedelta(hours=3)
_ONE_DAY = dt.timedelta(days=1)


KnownEnds = Mapping[tuple[int, dt.time], dt.time]
"""When parts of the edition's program end, by the number of their day and their beginning."""


class PlacedSession(Struct, frozen=True):
    """A session on one of the edition's days, by the clock of the venue."""

    session: ScheduledSession
    """With `start` and `end` in local time, without a zone."""
    day: int
    """The number of the day, from 1 on."""
    is_end_known: bool = True

    @property
    def start(self) -> dt.datetime:
        """When it begins."""
        return self.session.start

    @property
    def end(self) -> dt.datetime:
        """When it ends."""
        return self.session.end or self.session.start


def placed_sessions(
    sessions: Sequence[ScheduledSession],
    days: Sequence[WhenRecord],
    zone: str,
    known_ends: KnownEnds,
    diagnostics: SourceDiagnostics,
) -> list[PlacedSession]:
    """The sessions that take place on the days of an edition, in the order of time.

    Args:
        sessions: those of an export.
        days: the days of the edition.
        zone: the name of the venue's time zone.
        known_ends: ends in the program, by which those that an export lets expect are sure.
        diagnostics: what is converted, assumed or left out is added here.

    Raises:
        ImportSourceError: none of the sessions is on a day of the edition.
    """
    local = [_in_zone(session, ZoneInfo(zone)) for session in sessions]
    diagnostics += _said_of_zones(sessions, local, zone)
    found: list[PlacedSession] = []
    elsewhere: list[ScheduledSession] = []
    for session in sorted(local, key=lambda session: session.start):
        day = _day_of(session, days)
        if day is None:
            elsewhere.append(session)
        else:
            found.append(PlacedSession(session, day))
    if elsewhere:
        diagnostics += _said_of_other_days(elsewhere, days, is_all=not found)
    return list(_with_ends(found, known_ends, diagnostics))


def _in_zone(session: ScheduledSession, zone: ZoneInfo) -> ScheduledSession:
    return replace(
        session,
        start=_local(session.start, zone),
        end=None if session.end is None else _local(session.end, zone),
        start_clock=_clock_if_repeated(session.start, zone),
        end_clock="" if session.end is None else _clock_if_repeated(session.end, zone),
        parts=tuple(_in_zone(part, zone) for part in session.parts),
    )


def _local(moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    try:
        local = moment if moment.tzinfo is None else moment.astimezone(zone).replace(tzinfo=None)
    except OverflowError:  # in the year 1 or 9999, where another clock has no calendar
        local = moment.replace(tzinfo=None)
    return local.replace(second=0, microsecond=0, fold=0)


def _clock_if_repeated(moment: dt.datetime, zone: ZoneInfo) -> str:
    """The clock of a moment as data name it, if those of the zone show its hour twice.

    Of an hour without a zone nobody knows which of the two is meant: `check` asks for it.
    """
    if moment.tzinfo is None:
        return ""
    try:
        there = moment.astimezone(zone)
    except OverflowError:
        return ""
    return typed_clock_name(there) if is_repeated(there) else ""


def _said_of_zones(
    sessions: Sequence[ScheduledSession], local: Sequence[ScheduledSession], zone: str
) -> Iterator[Diagnostic]:
    """What to say of hours that were converted, and of those without a zone."""
    pairs = list(zip(sessions, local, strict=True))
    moved = [
        (session, there)
        for session, there in pairs
        if session.start.tzinfo is not None
        and session.start.replace(tzinfo=None, second=0, microsecond=0, fold=0) != there.start
    ]
    said = SourceDiagnostics()
    if moved:
        session, there = moved[0]
        names = Counter(_zone_name(session.start) for session, _ in moved)
        clocks = listing(name for name, _ in names.most_common(3))
        message = (
            f"hours in {clocks} are converted to those of the venue ({zone}): "
            f"{session.start:%H:%M} there is {there.start:%H:%M} here"
        )
        hint = "if the source's zone is wrong, correct it there, and export again"
        said.note("converted-hours", message, hint)
    if any(session.start.tzinfo is None for session, _ in pairs):
        message = f"the source does not say in which time zone its hours are; {zone} is taken"
        said.note("local-hours", message, "if they are others, correct program.yaml")
    yield from said


def _zone_name(moment: dt.datetime) -> str:
    if not moment.utcoffset():
        return "UTC"
    return moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) else offset_name(moment)


def _day_of(session: ScheduledSession, days: Sequence[WhenRecord]) -> int | None:
    """The number of the day of a session; hours after midnight may be of the day before."""
    for number, day in enumerate(days, start=1):
        if session.start.date() == day.date and not _is_of_night(session.start, days[: number - 1]):
            return number
        if _is_of_night(session.start, [day]):
            return number
    return None


def _is_of_night(moment: dt.datetime, days: Sequence[WhenRecord]) -> bool:
    """Whether a moment is before the end of the last of some days, which is after midnight."""
    if not days or not days[-1].next_day:
        return False
    return moment.date() == days[-1].date + _ONE_DAY and moment.time() < days[-1].end


def _said_of_other_days(
    elsewhere: Sequence[ScheduledSession], days: Sequence[WhenRecord], *, is_all: bool
) -> Iterator[Diagnostic]:
    """What to say of sessions on other days than those of the edition.

    Raises:
        ImportSourceError: all sessions are.
    """
    there = listing(_few_days({session.start.date() for session in elsewhere}))
    here = listing(_few_days({day.date for day in days}))
    if is_all:
        raise ImportSourceError(
            f"this schedule is on {there}, and the edition is on {here}; correct `when` in "
            "edition.yaml, or name another edition"
        )
    count = counted(len(elsewhere), "part")
    titles = listed([session.title for session in elsewhere])
    message = f"{count} on {there} {'is' if len(elsewhere) == 1 else 'are'} left out: {titles}"
    said = SourceDiagnostics()
    said.warn("other-days", message, None, f"the edition is on {here}; see `when` in edition.yaml")
    yield from said


def _few_days(days: set[dt.date]) -> list[str]:
    ordered = [day.isoformat() for day in sorted(days)]
    return ordered if len(ordered) < 4 else [f"{ordered[0]} to {ordered[-1]}"]


def _with_ends(
    placed: Sequence[PlacedSession], known_ends: KnownEnds, diagnostics: SourceDiagnostics
) -> Iterator[PlacedSession]:
    """The sessions with an end each; one that nobody says stands in, and is told."""
    for item in placed:
        session = item.session
        if session.end is not None and session.end - session.start >= _ONE_DAY:
            message = f"“{session.title}” lasts a day or longer, and is left out"
            hint = "a part of the program ends within a day; write its hours for each day"
            diagnostics.warn("unscheduled", message, None, hint)
        elif session.end is not None and session.end < session.start and not _turns_back(session):
            message = f"“{session.title}” ends before it begins, and is left out"
            diagnostics.warn("unscheduled", message, None, "correct its hours in the source")
        elif session.end is None or (session.end == session.start and not _turns_back(session)):
            end = _likely_end(item, placed)
            if known_ends.get((item.day, session.start.time())) == end.time():
                yield PlacedSession(replace(session, end=end), item.day)
                continue
            message = f"when “{session.title}” ends is not said; {end:%H:%M} stands in"
            hint = "correct `end` in program.yaml, and delete `tentative`"
            diagnostics.warn("to-confirm", message, None, hint)
            yield PlacedSession(replace(session, end=end), item.day, is_end_known=False)
        else:
            yield item


def _turns_back(session: ScheduledSession) -> bool:
    """Whether clocks go back while a session lasts, so that they may show an earlier end."""
    clocks = {session.start_clock, session.end_clock}
    return len(clocks) > 1 and "" not in clocks


def _likely_end(item: PlacedSession, placed: Sequence[PlacedSession]) -> dt.datetime:
    """When something else begins in the same place soon after a session."""
    later = (
        other.start
        for other in placed
        if other.day == item.day
        and other.start > item.start
        and (other.session.room, other.session.track) == (item.session.room, item.session.track)
    )
    following = min(later, default=None)
    is_soon = following is not None and following - item.start <= _LONGEST_GUESS
    return following if following is not None and is_soon else item.start + _STAND_IN
