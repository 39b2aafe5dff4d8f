"""Compares the events of a calendar with the schedule and the deadlines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from proposal.audit.with_data.deadline_names import agreeing, labelled
from proposal.audit.with_data.expected import STALE, Case, Deviation, Statements
from proposal.check.facts.stated_fact import StatedFact
from proposal.diagnostics import Span
from proposal.edition.schedule import Slot
from proposal.model.deadline_kinds import kinds_by_precedence
from proposal.reading.locations import Location
from proposal.reading.searchable_text import normalize
from proposal.reading.source_document import DatedEvent, SourceDocument


def compare_events(case: Case, document: SourceDocument) -> Statements:
    """Compare the events of a calendar with the schedule and the deadlines."""
    found = Statements()
    for event in document.events:
        if isinstance(event.start, dt.datetime):
            found.deviations += _compare_slot(case, document, event, found.agreed)
        elif event.start is not None:
            found.deviations += _compare_day(case, document, event, found.agreed)
    return found


def _compare_slot(
    case: Case, document: SourceDocument, event: DatedEvent, agreed: set[StatedFact]
) -> Iterator[Deviation]:
    slot = _slot_of(case, event)
    if slot is None:
        return
    key = f"schedule.{slot.id}"
    for end, wanted, said, place in (
        ("start", slot.start, event.start, event.lines["DTSTART"]),
        ("end", slot.end, event.end, event.lines["DTEND"]),
    ):
        fact = case.one(f"{key}.{end}")
        if fact is None or not isinstance(said, dt.datetime):
            continue
        local = said if said.tzinfo else said.replace(tzinfo=wanted.tzinfo)
        if local == wanted:
            agreed.add(fact)
            continue
        shown = local.astimezone(wanted.tzinfo)
        said_here = f"{shown:%H:%M}" if shown.date() == wanted.date() else f"{shown:%Y-%m-%d %H:%M}"
        yield _deviation(fact, document, said_here, place, "different-fact")


def _slot_of(case: Case, event: DatedEvent) -> Slot | None:
    """The part of the schedule that an event is."""
    said = normalize(event.summary)
    named: list[Slot] = []
    for slot in case.edition.schedule:
        names = [slot.title]
        if slot.talk:
            names = [*(person.name for person in slot.talk.people), slot.talk.title or ""]
        if any(normalize(name) in said for name in names if len(normalize(name)) > 4):
            named.append(slot)
    if len(named) > 1 and isinstance(event.start, dt.datetime):  # two coffee breaks
        start = event.start
        near = [slot for slot in named if _distance(slot, start) < dt.timedelta(hours=2)]
        named = sorted(near, key=lambda slot: _distance(slot, start))[:1]
    return named[0] if len(named) == 1 else None


def _distance(slot: Slot, start: dt.datetime) -> dt.timedelta:
    local = start if start.tzinfo else start.replace(tzinfo=slot.start.tzinfo)
    return abs(slot.start - local)


def _compare_day(
    case: Case, document: SourceDocument, event: DatedEvent, agreed: set[StatedFact]
) -> Iterator[Deviation]:
    start = event.start.date() if isinstance(event.start, dt.datetime) else event.start
    days = {start} if start else set()
    named = labelled(case.edition, event.summary)
    kinds = kinds_by_precedence()
    for kind in [named] if named else kinds:
        words = kinds.get(kind, "")
        if not named and not re.search(rf"\b(?:{words})\b", event.summary, re.IGNORECASE):
            continue
        key = agreeing(case.edition, kind, days) or kind
        deadline, fact = case.edition.dates.named.get(key), case.one(f"dates.{key}")
        if deadline is None or fact is None:
            return
        if deadline.day.date == start:
            agreed.add(fact)
            return
        is_old = any(old.date == start for old in deadline.was)
        since = "which it was before it was moved" if is_old else ""
        code = STALE if is_old else "different-fact"
        yield _deviation(fact, document, f"{start:%Y-%m-%d}", event.lines["DTSTART"], code, since)
        return
    fact = case.one("when.date")
    if fact is None or not re.search(r"\bworkshop\b", event.summary, re.IGNORECASE):
        return
    if start in case.edition.when.date.all:
        agreed.add(fact)
    else:
        yield _deviation(
            fact, document, f"{start:%Y-%m-%d}", event.lines["DTSTART"], "different-fact"
        )


def _deviation(
    fact: StatedFact, document: SourceDocument, said: str, span: Span, code: str, since: str = ""
) -> Deviation:
    return Deviation(fact, said, document, Location(span), code, since)
