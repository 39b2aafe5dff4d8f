"""Finds hours that clocks never show, or show twice, in a night in which they are changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from proposal.clocks import (
    NamedClock,
    goes_by,
    in_utc,
    is_repeated,
    is_skipped,
    typed_clock_name,
)
from proposal.diagnostics import Diagnostic, Span, error
from proposal.edition import wording
from proposal.edition.deadlines import Dates
from proposal.edition.resolution.deadline_resolution import written_dates
from proposal.edition.schedule import Slot
from proposal.edition.when import When
from proposal.model.fields import AOE
from proposal.model.record import Record
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.program import SlotRecord


def changed_hours(
    edition: EditionRecord,
    program: Sequence[SlotRecord],
    when: When,
    schedule: Sequence[Slot],
    dates: Dates,
) -> Iterator[Diagnostic]:
    """The errors of hours that are no moment or two: of days, slots, their parts and deadlines.

    Where an hour comes twice, whoever wrote it says by which clock it is, as `01:30 EST`.

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
    clocks = (getattr(record, key) for key in ("start", "end"))
    is_named = any(isinstance(clock, NamedClock) for clock in clocks)
    if is_named and in_utc(end) <= in_utc(start) and (span := record.place("end")):
        hint = "write the clock behind both, as `01:30 EDT` and `01:30 EST`, or another hour"
        yield error("times-out-of-order", "it ends before it starts", span, hint)


def _of_key(record: Record, key: str, moment: dt.datetime) -> Iterator[Diagnostic]:
    span, written = record.place(key), getattr(record, key)
    if span is None or written is None:
        return
    if is_skipped(moment):
        yield _skipped(moment, span)
    elif isinstance(written, NamedClock):
        if not goes_by(moment, written.name):
            yield _of_another_clock(moment, written.name, span)
    elif is_repeated(moment):
        yield _repeated(moment, span)


def _of_another_clock(moment: dt.datetime, name: str, span: Span) -> Diagnostic:
    zone, time = moment.tzinfo, wording.clock(moment.time())
    own = typed_clock_name(moment)
    message = f"the clocks of {zone} show {own} on {wording.day(moment.date())}, and not {name}"
    hint = f"write the time in {zone}, as `{time}`"
    if is_repeated(moment):
        own, hint = " and then ".join(_typed_names(moment)), _hint_of_two(moment)
    if name.casefold() == AOE.casefold():
        hint = "write `zone: AoE` beside it, for a deadline anywhere on Earth"
    return _error("other-clock", message, span, hint)


def _repeated(moment: dt.datetime, span: Span) -> Diagnostic:
    time = wording.clock(moment.time())
    message = (
        f"clocks in {moment.tzinfo} show {time} twice on {wording.day(moment.date())}, "
        "since they go back over it that night"
    )
    return _error("repeated-hour", message, span, _hint_of_two(moment))


def _hint_of_two(moment: dt.datetime) -> str:
    """What to type for an hour that comes twice."""
    time = wording.clock(moment.time())
    first, second = _typed_names(moment)
    return f"write `{time} {first}` for the first time, or `{time} {second}` for the second"


def _typed_names(moment: dt.datetime) -> tuple[str, str]:
    """The clocks by which an hour that comes twice is shown first and then."""
    return typed_clock_name(moment.replace(fold=0)), typed_clock_name(moment.replace(fold=1))


def _skipped(moment: dt.datetime, span: Span) -> Diagnostic:
    later = in_utc(moment).astimezone(moment.tzinfo)
    message = (
        f"no clock in {moment.tzinfo} shows {wording.clock(moment.time())} on "
        f"{wording.day(moment.date())}, since the clocks go forward over it that night"
    )
    hint = f"write {wording.clock(later.time())} if that moment is meant, or an hour of before"
    return _error("skipped-hour", message, span, hint)


def _error(code: str, message: str, span: Span, hint: str) -> Diagnostic:
    """An error whose message names a day, as terminals print it."""
    return error(code, message.replace(wording.NO_BREAK_SPACE, " "), span, hint)
