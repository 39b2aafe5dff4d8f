"""Compares the events of a calendar with the schedule and the deadlines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from msgspec.structs import replace

from proposal.audit.with_data.deadline_names import agreeing, labelled
from proposal.audit.with_data.event_comparison import compare_event
from proposal.audit.with_data.expected import DIFFERENT, STALE, Case, Deviation, Statements
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
    for event in document.events if case.knows_zone else map(_on_its_clock, document.events):
        slot = _slot_of(case, event)
        is_whole = slot is None and _is_whole(case, event)
        if isinstance(event.start, dt.datetime) and is_whole:
            found.deviations += _compare_hours(case, document, event, found.agreed)
        elif isinstance(event.start, dt.datetime) and slot:
            found.deviations += _compare_slot(case, document, event, slot, found.agreed)
        if is_whole or slot:
            found.deviations += compare_event(case, document, event, slot)
        if isinstance(event.start, dt.datetime):
            continue
        if event.start is not None:
            found.deviations += _compare_day(case, document, event, found.agreed)
    return found


def _on_its_clock(event: DatedEvent) -> DatedEvent:
    """An event with its hours as they are written, which are compared without their zone."""
    start, end = (
        moment.replace(tzinfo=None) if isinstance(moment, dt.datetime) else moment
        for moment in (event.start, event.end)
    )
    return replace(event, start=start, end=end)


def _is_whole(case: Case, event: DatedEvent) -> bool:
    """Whether an event is the whole workshop, or one of its days, as far as its name says it."""
    edition = case.edition
    name = event.summary
    for own in (edition.title, edition.name, edition.distinct_name, edition.acronym):
        name = re.sub(re.escape(own), " ", name, flags=re.IGNORECASE)
    # such as "workshop", "day 2", "2027"
    rest = re.sub(
        r"\bworkshop\b|\b(?:day|tag|día|dia)\s*\d\b|20\d\d|\W", " ", name, flags=re.IGNORECASE
    )
    return name != event.summary and not rest.strip()


def _compare_hours(
    case: Case, document: SourceDocument, event: DatedEvent, agreed: set[StatedFact]
) -> Iterator[Deviation]:
    """Compare when the workshop begins and ends, as a whole or on one of its days."""
    when, start, end = case.edition.when, event.start, event.end
    fact = case.one("when.date")
    if fact is None or not isinstance(start, dt.datetime):
        return
    zone = when.start.tzinfo
    begins = start.astimezone(zone) if start.tzinfo else start.replace(tzinfo=zone)
    day = next((day for day in when.days if day.date.date == begins.date()), None)
    if day is None:
        yield _deviation(fact, document, f"{begins:%Y-%m-%d}", event.lines["DTSTART"], DIFFERENT)
        return
    agreed.add(fact)
    several = when.has_several_days
    hours = case.one(f"when.days.{day.date.date}.hours" if several else "when.hours")
    if hours is None or not isinstance(end, dt.datetime):
        return
    ends = end.astimezone(zone) if end.tzinfo else end.replace(tzinfo=zone)
    if begins == day.start and ends in {day.end, when.end}:
        agreed.add(hours)
        return
    said, line = f"{begins:%H:%M}–{ends:%H:%M}", "DTEND" if begins == day.start else "DTSTART"
    yield _deviation(hours, document, said, event.lines[line], DIFFERENT)


def _compare_slot(
    case: Case, document: SourceDocument, event: DatedEvent, slot: Slot, agreed: set[StatedFact]
) -> Iterator[Deviation]:
    key = f"schedule.{slot.id}"
    for end, wanted, said, place in (
        ("start", slot.start, event.start, event.lines["DTSTART"]),
        ("end", slot.end, event.end, event.lines["DTEND"]),
    ):
        fact = case.one(f"{key}.{end}")
        if fact is None or not isinstance(said, dt.datetime):
            continue
        local = said if said.tzinfo else said.replace(tzinfo=wanted.tzinfo, fold=wanted.fold)
        if local.astimezone(dt.UTC) == wanted.astimezone(dt.UTC):
            agreed.add(fact)
            continue
        shown = local.astimezone(wanted.tzinfo)
        said_here = f"{shown:%H:%M}" if shown.date() == wanted.date() else f"{shown:%Y-%m-%d %H:%M}"
        yield _deviation(fact, document, said_here, place, DIFFERENT)


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
    if not named and isinstance(event.start, dt.datetime) and isinstance(event.end, dt.datetime):
        named = [
            slot
            for slot in case.edition.schedule
            if slot.talk
            and not _distance(slot, event.start)
            and event.end - event.start == slot.end - slot.start
        ]  # somebody else's talk in its place
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
        code = STALE if is_old else DIFFERENT
        yield _deviation(fact, document, f"{start:%Y-%m-%d}", event.lines["DTSTART"], code, since)
        return
    fact = case.one("when.date")
    if fact is None or not re.search(r"\bworkshop\b", event.summary, re.IGNORECASE):
        return
    if start in case.edition.when.date.all:
        agreed.add(fact)
    else:
        yield _deviation(fact, document, f"{start:%Y-%m-%d}", event.lines["DTSTART"], DIFFERENT)


def _deviation(
    fact: StatedFact, document: SourceDocument, said: str, span: Span, code: str, since: str = ""
) -> Deviation:
    return Deviation(fact, said, document, Location(span), code, since)
