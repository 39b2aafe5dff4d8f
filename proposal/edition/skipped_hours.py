"""Finds hours that are on no clock, since clocks go forward over them in the night of a change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from proposal.clocks import is_skipped
from proposal.diagnostics import Diagnostic, error
from proposal.edition import wording
from proposal.edition.deadline_resolution import written_dates
from proposal.edition.deadlines import Dates
from proposal.edition.schedule import Slot
from proposal.edition.when import When
from proposal.model.edition_record import EditionRecord
from proposal.model.program import SlotRecord
from proposal.model.record import Record


def skipped_hours(
    edition: EditionRecord,
    program: Sequence[SlotRecord],
    when: When,
    schedule: Sequence[Slot],
    dates: Dates,
) -> Iterator[Diagnostic]:
    """The errors of hours that there are not: of days, slots, their parts and deadlines.

    Args:
        edition: as its file says it.
        program: the slots as their file says them.
        when: what the edition's days were resolved to.
        schedule: what the slots were resolved to, in the same order.
        dates: what the deadlines were resolved to.
    """
    for day, resolved in zip(edition.when, when.days, strict=True):
        yield from _of_span(day, resolved.start, resolved.end)
    for slot, shown in zip(program, schedule, strict=True):
        yield from _of_span(slot, shown.start, shown.end)
        for part, within in zip(slot.parts, shown.parts, strict=True):
            yield from _of_span(part, within.start, within.end)
    for name, deadline in written_dates(edition.dates):
        if deadline.time is not None:
            yield from _of_key(deadline, "time", dates.named[name].ends)


def _of_span(record: Record, start: dt.datetime, end: dt.datetime) -> Iterator[Diagnostic]:
    yield from _of_key(record, "start", start)
    yield from _of_key(record, "end", end)


def _of_key(record: Record, key: str, moment: dt.datetime) -> Iterator[Diagnostic]:
    span = record.place(key)
    if span is None or getattr(record, key) is None or not is_skipped(moment):
        return
    later = moment.astimezone(dt.UTC).astimezone(moment.tzinfo)
    message = (
        f"no clock in {moment.tzinfo} shows {wording.clock(moment.time())} on "
        f"{wording.day(moment.date())}, since the clocks go forward over it that night"
    )
    hint = f"write {wording.clock(later.time())} if that moment is meant, or an hour of before"
    plain = message.replace(wording.NO_BREAK_SPACE, " ")
    yield error("skipped-hour", plain, span, hint)
