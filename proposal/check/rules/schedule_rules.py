"""Rules on the schedule's hours: the day can be lived as it is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.clocks import elapsed, in_utc, shown_clock
from proposal.diagnostics import Diagnostic
from proposal.edition import wording
from proposal.edition.schedule import Slot
from proposal.edition.when import WorkshopDay
from proposal.model.records.program import SlotRecord

CHANGE = dt.timedelta(minutes=5)
"""The time that one speaker takes to leave and the next one to begin."""

STRETCH = dt.timedelta(hours=3)
"""The time after which an audience leaves, break or not."""

MINUTES_A_PAPER = 8
"""The least time for a presentation and a question."""

_RESTS = {"break", "lunch", "social"}

_AROUND_THE_HOURS = {"social", "registration"}
"""What may be before the workshop's hours or after them, as a dinner is."""


def overlap(subject: Subject) -> Iterator[Diagnostic]:
    """Two things at the same hour: a time was mistyped, or one of them has no audience.

    Parallel sessions each have a track or a room of their own.
    """
    before: list[Slot] = []
    for written, slot in _in_time(subject):
        other = next(
            (
                earlier
                for earlier in before
                if in_utc(earlier.end) > in_utc(slot.start) and not slot.is_beside(earlier)
            ),
            None,
        )
        if other is not None:
            message = f"{_called(slot)} overlaps {_called(other)}{_shared(slot, other)}"
            place = written.place("start")
            hint = "correct a time"
            if not (slot.place and other.place):
                hint += "; if they are parallel, write `track:` or `room:` in both of them"
            yield diagnostic("schedule-overlap", message, place, hint)
        before.append(slot)


def gap(subject: Subject) -> Iterator[Diagnostic]:
    """Time in which nothing is planned is a break that nobody is told of, or a forgotten slot."""
    hint = "add what happens then, as `kind: break`, or correct a time"
    for day, planned in _by_day(subject):
        slots = [pair for pair in planned if not _is_around(pair[1], day)]
        reached = day.start
        for written, slot in slots:
            if elapsed(reached, slot.start) > CHANGE:
                message = _nothing(reached, slot.start)
                yield diagnostic("schedule-gap", message, written.place("start"), hint)
            reached = max(reached, slot.end, key=in_utc)
        if elapsed(reached, day.end) > CHANGE:
            message = f"{_nothing(reached, day.end)}, when the workshop ends"
            last = (slots or planned)[-1][0]
            yield diagnostic("schedule-gap", message, last.place("end"), hint)


def empty_day(subject: Subject) -> Iterator[Diagnostic]:
    """Whoever reads the program of two days out of three takes the third for a mistake."""
    edition = subject.edition
    planned = {slot.day for slot in edition.schedule}
    for number, day in enumerate(edition.when.days):
        if edition.when.has_several_days and planned and day.date not in planned:
            message = f"nothing is planned on {wording.day(day.date.date)}, a day of the workshop"
            hint = f"add a slot with `day: {number + 1}` to program.yaml"
            span = subject.files.edition.place("when", number, "date")
            yield diagnostic("schedule-gap", message, span, hint)


def order(subject: Subject) -> Iterator[Diagnostic]:
    """Programs are printed in the order of the file; visitors read them as the day's.

    Of tracks side by side, one may stand behind the other.
    """
    for (_, before), (written, slot) in pairwise(_slots(subject)):
        if in_utc(slot.start) < in_utc(before.start) and not slot.is_beside(before):
            message = f"{_called(slot)} stands after {_called(before)}, which begins later"
            yield diagnostic("schedule-order", message, written.place("start"), "move it up")


def outside_hours(subject: Subject) -> Iterator[Diagnostic]:
    """Rooms are booked, and calendars filled, for the hours that the edition gives."""
    hint = "correct the time, or `when` in edition.yaml"
    for written, slot in _slots(subject):
        day = subject.edition.day_of(slot)
        if _is_around(slot, day):
            continue
        if in_utc(slot.start) < in_utc(day.start):
            message = f"{_called(slot)} begins before the workshop does at {_clock(day.start)}"
            yield diagnostic("outside-hours", message, written.place("start"), hint)
        if in_utc(slot.end) > in_utc(day.end):
            message = f"{_called(slot)} ends after the workshop does at {_clock(day.end)}"
            yield diagnostic("outside-hours", message, written.place("end"), hint)


def _is_around(slot: Slot, day: WorkshopDay) -> bool:
    """Whether a slot is beside the workshop's hours on purpose: a dinner, a desk that opens early.

    What is elsewhere is not held to the hours for which the rooms are booked.
    """
    is_apart = in_utc(slot.end) <= in_utc(day.start) or in_utc(day.end) <= in_utc(slot.start)
    return is_apart and (slot.kind in _AROUND_THE_HOURS or slot.is_elsewhere)


def two_places(subject: Subject) -> Iterator[Diagnostic]:
    """Nobody gives a talk while sitting on a panel, even where parallel sessions are meant."""
    before: list[Slot] = []
    for written, slot in _in_time(subject):
        for other in before:
            if in_utc(other.end) > in_utc(slot.start) and (shared := _needed_at_once(slot, other)):
                message = f"{shared} cannot be in {_called(slot)} and in {_called(other)} at once"
                yield diagnostic("two-places", message, written.place("start"), "correct a time")
        before.append(slot)


def crowded_session(subject: Subject) -> Iterator[Diagnostic]:
    """A session that leaves its papers few minutes each runs late, and the day with it."""
    for written, slot in _slots(subject):
        count = len(slot.papers)
        if slot.kind == "papers" and count and slot.minutes < count * MINUTES_A_PAPER:
            share = f"{slot.minutes / count:.0f} minutes"
            message = f"{_called(slot)} has {count} papers, which leaves {share} for each"
            hint = "give it more time, or present some of them as posters"
            yield diagnostic("crowded-session", message, written.place("papers"), hint)


def long_stretch(subject: Subject) -> Iterator[Diagnostic]:
    """People who get no break take one."""
    for day, slots in _by_day(subject):
        yield from islice(_long_stretches(day.start, slots), 1)


def _long_stretches(
    reached: dt.datetime, slots: Iterable[tuple[SlotRecord, Slot]]
) -> Iterator[Diagnostic]:
    began: Slot | None = None
    for written, slot in slots:
        if slot.kind in _RESTS:
            began = None
            continue
        if began is None or elapsed(reached, slot.start) > CHANGE:
            began = slot
        reached = max(reached, slot.end, key=in_utc)
        if elapsed(began.start, slot.end) > STRETCH:
            message = f"there is no break from {_clock(began.start)} to {_clock(slot.end)}"
            hint = "add one: `kind: break`"
            yield diagnostic("long-stretch", message, written.place("start"), hint)


def _slots(subject: Subject) -> list[tuple[SlotRecord, Slot]]:
    return list(zip(subject.files.program, subject.edition.schedule, strict=True))


def _in_time(subject: Subject) -> list[tuple[SlotRecord, Slot]]:
    def moments(pair: tuple[SlotRecord, Slot]) -> tuple[dt.datetime, dt.datetime]:
        return in_utc(pair[1].start), in_utc(pair[1].end)

    return sorted(_slots(subject), key=moments)


def _by_day(
    subject: Subject,
) -> Iterator[tuple[WorkshopDay, list[tuple[SlotRecord, Slot]]]]:
    """The days for which something is planned, each with what is, in time."""
    slots = _in_time(subject)
    for day in subject.edition.when.days:
        its_own = [pair for pair in slots if subject.edition.day_of(pair[1]) is day]
        if its_own:
            yield day, its_own


def _called(slot: Slot) -> str:
    """A slot as a message names it."""
    name = f"{slot.title} of {slot.talk.names}" if slot.talk else slot.title
    hours = f"{wording.day(slot.day.date)}, {slot.hours}" if slot.day else slot.hours
    return f"`{name}` ({hours})"


def _shared(slot: Slot, other: Slot) -> str:
    """Where two slots are that cannot both be there: " in Room A1"."""
    pairs = ((slot.track_label, other.track_label), (slot.room_label, other.room_label))
    shared = [one for one, two in pairs if one and one.casefold() == two.casefold()]
    return f" in {shared[0]}" if shared else ""


def _needed_at_once(slot: Slot, other: Slot) -> str:
    """Who is needed in two slots at the same time: their names."""
    names: dict[str, str] = {}
    for part in slot.with_parts:
        for beside in other.with_parts:
            if in_utc(part.start) < in_utc(beside.end) and in_utc(beside.start) < in_utc(part.end):
                here, there = _present(part), _present(beside)
                names |= {person: here[person] for person in here.keys() & there.keys()}
    return ", ".join(names[person] for person in sorted(names))


def _present(slot: Slot) -> dict[str, str]:
    """Who is needed in a slot: names by id, or by themselves."""
    led = [person for _, people in slot.leads for person in people]
    is_given = slot.talk is not None and not slot.talk.is_cancelled
    people = [*slot.panelists, *(slot.talk.people if slot.talk and is_given else ()), *led]
    return {person.id or person.name: person.name for person in people}


def _nothing(start: dt.datetime, end: dt.datetime) -> str:
    return f"nothing is planned from {_clock(start)} to {_clock(end)}"


def _clock(moment: dt.datetime) -> str:
    return shown_clock(moment)


SCHEDULE: tuple[Rule, ...] = (
    overlap,
    gap,
    empty_day,
    order,
    outside_hours,
    two_places,
    crowded_session,
    long_stretch,
)
