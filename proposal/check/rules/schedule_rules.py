"""Rules on the schedule's hours: the day can be lived as it is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic
from proposal.edition.schedule import Slot
from proposal.edition.wording import clock
from proposal.model.program import SlotRecord

CHANGE = dt.timedelta(minutes=5)
"""The time that one speaker takes to leave and the next one to begin."""

STRETCH = dt.timedelta(hours=3)
"""The time after which an audience leaves, break or not."""

MINUTES_A_PAPER = 8
"""The least time for a presentation and a question."""

_RESTS = {"break", "lunch", "social"}


def overlap(subject: Subject) -> Iterator[Diagnostic]:
    """Two things at the same hour: a time was mistyped, or one of them has no audience."""
    before: list[Slot] = []
    for written, slot in _in_time(subject):
        other = next((earlier for earlier in before if earlier.end > slot.start), None)
        if other is not None:
            message = f"{_called(slot)} overlaps {_called(other)}"
            yield diagnostic("schedule-overlap", message, written.place("start"), "correct a time")
        before.append(slot)


def gap(subject: Subject) -> Iterator[Diagnostic]:
    """Time in which nothing is planned is a break that nobody is told of, or a forgotten slot."""
    slots = _in_time(subject)
    reached, end = subject.edition.when.start, subject.edition.when.end
    hint = "add what happens then, as `kind: break`, or correct a time"
    for written, slot in slots:
        if slot.start - reached > CHANGE:
            message = _nothing(reached, slot.start)
            yield diagnostic("schedule-gap", message, written.place("start"), hint)
        reached = max(reached, slot.end)
    if slots and end - reached > CHANGE:
        message = f"{_nothing(reached, end)}, when the workshop ends"
        yield diagnostic("schedule-gap", message, slots[-1][0].place("end"), hint)


def order(subject: Subject) -> Iterator[Diagnostic]:
    """Programmes are printed in the order of the file; visitors read them as the day's."""
    for (_, before), (written, slot) in pairwise(_slots(subject)):
        if slot.start < before.start:
            message = f"{_called(slot)} stands after {_called(before)}, which begins later"
            yield diagnostic("schedule-order", message, written.place("start"), "move it up")


def outside_hours(subject: Subject) -> Iterator[Diagnostic]:
    """Rooms are booked, and calendars filled, for the hours that the edition gives."""
    when = subject.edition.when
    hint = "correct the time, or `when` in edition.yaml"
    for written, slot in _slots(subject):
        if slot.start < when.start:
            message = f"{_called(slot)} begins before the workshop does at {_clock(when.start)}"
            yield diagnostic("outside-hours", message, written.place("start"), hint)
        if slot.end > when.end:
            message = f"{_called(slot)} ends after the workshop does at {_clock(when.end)}"
            yield diagnostic("outside-hours", message, written.place("end"), hint)


def two_places(subject: Subject) -> Iterator[Diagnostic]:
    """Nobody gives a talk while sitting on a panel, even where parallel sessions are meant."""
    before: list[Slot] = []
    for written, slot in _in_time(subject):
        for other in before:
            shared = _present(slot).keys() & _present(other).keys()
            if other.end > slot.start and shared:
                who = ", ".join(_present(slot)[person] for person in sorted(shared))
                message = f"{who} cannot be in {_called(slot)} and in {_called(other)} at once"
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
    began: Slot | None = None
    reached = subject.edition.when.start
    for written, slot in _in_time(subject):
        if slot.kind in _RESTS:
            began = None
            continue
        if began is None or slot.start - reached > CHANGE:
            began = slot
        reached = slot.end
        if slot.end - began.start > STRETCH:
            message = f"there is no break from {_clock(began.start)} to {_clock(slot.end)}"
            hint = "add one: `kind: break`"
            yield diagnostic("long-stretch", message, written.place("start"), hint)
            return


def _slots(subject: Subject) -> list[tuple[SlotRecord, Slot]]:
    return list(zip(subject.files.program, subject.edition.schedule, strict=True))


def _in_time(subject: Subject) -> list[tuple[SlotRecord, Slot]]:
    return sorted(_slots(subject), key=lambda pair: (pair[1].start, pair[1].end))


def _called(slot: Slot) -> str:
    """A slot as a message names it."""
    name = f"{slot.title} of {slot.talk.person.name}" if slot.talk else slot.title
    return f"`{name}` ({slot.hours})"


def _present(slot: Slot) -> dict[str, str]:
    """Who is needed in a slot: names by id."""
    people = [*slot.panelists, *([slot.talk.person] if slot.talk else [])]
    return {person.id: person.name for person in people}


def _nothing(start: dt.datetime, end: dt.datetime) -> str:
    return f"nothing is planned from {_clock(start)} to {_clock(end)}"


def _clock(moment: dt.datetime) -> str:
    return clock(moment.time())


SCHEDULE: tuple[Rule, ...] = (
    overlap,
    gap,
    order,
    outside_hours,
    two_places,
    crowded_session,
    long_stretch,
)
