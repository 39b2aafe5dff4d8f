"""Compares where an event of a calendar takes place, and whose talk it is, with the data."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz import fuzz

from proposal.audit.with_data.expected import DIFFERENT, Case, Deviation
from proposal.audit.with_data.rooms import ROOM, number_of, numbers_of, rooms_of
from proposal.audit.with_data.title_comparison import RELATED
from proposal.check.facts.stated_fact import StatedFact
from proposal.edition.schedule import Slot
from proposal.model.countries import country_code
from proposal.model.name_comparison import words
from proposal.reading.locations import Location
from proposal.reading.searchable_text import normalize
from proposal.reading.source_document import DatedEvent, SourceDocument

_WITHOUT_ROOM = {"lunch", "break", "social"}
"""Parts of the schedule that may take place in no room of the workshop."""


def compare_event(
    case: Case, document: SourceDocument, event: DatedEvent, slot: Slot | None
) -> Iterator[Deviation]:
    """Compare what a calendar says of an event beside its hours.

    Args:
        case: the edition.
        document: the calendar.
        event: the event.
        slot: the part of the schedule that it is; nothing for the whole workshop.
    """
    for fact, found, line in _wrong(case, event, slot):
        yield Deviation(fact, found, document, Location(event.lines[line]), DIFFERENT)


def _wrong(
    case: Case, event: DatedEvent, slot: Slot | None
) -> Iterator[tuple[StatedFact, str, str]]:
    if event.place and not (slot and slot.is_elsewhere):
        place, room = case.one("venue.place"), _room_fact(case, event, slot)
        if place and (found := other_place(event.place, case)):
            yield place, found, "LOCATION"
        is_in_a_room = slot is None or slot.kind not in _WITHOUT_ROOM
        if room and is_in_a_room and (found := _other_room(case, event, slot)):
            yield room, found, "LOCATION"
    if slot and (found := _other_speaker(slot, event)):
        fact = case.one(f"speakers.{slot.talk.id}.name") if slot.talk else None
        if fact:
            yield fact, found, "SUMMARY"
    if slot and slot.talk and (found := _other_title(slot.talk.title or "", event)):
        fact = case.one(f"speakers.{slot.talk.id}.title")
        if fact:
            yield fact, found, "SUMMARY"


def other_place(text: str, case: Case) -> str:
    """The city and the country in the words for a place, if they are not those of the edition.

    Args:
        text: "Room 3, Congress Centre, Lisbon, Portugal".
        case: the edition.
    """
    venue = case.edition.venue
    parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    if venue.city is None or venue.country is None or len(parts) < 2:
        return ""
    for city, country in pairwise(parts):
        code = country_code(country)
        if code is None or normalize(city) == normalize(venue.state or ""):
            continue
        is_city = normalize(venue.city) in normalize(city)
        is_there = normalize(venue.city) in normalize(text)
        if (is_city and code != country_code(venue.country)) or not is_there:
            return f"{city}, {country}"
    return ""


def _room_fact(case: Case, event: DatedEvent, slot: Slot | None) -> StatedFact | None:
    """The fact that says in which room an event is."""
    names = [f"schedule.{slot.id}.room"] if slot else []
    start = slot.start if slot else event.start
    if start is not None:
        date = start.date() if isinstance(start, dt.datetime) else start
        names.append(f"when.days.{date}.room")
    return next((fact for name in [*names, "room"] if (fact := case.known(name))), None)


def _other_room(case: Case, event: DatedEvent, slot: Slot | None) -> str:
    """The room in the words for an event's place, if it is not its own."""
    every = rooms_of(case.edition)
    own = {_own_room(case, slot)} if slot else every
    numbers = numbers_of(own)
    said = next((match for match in ROOM.finditer(event.place)), None)
    if said and numbers and number_of(said) not in numbers:
        return said[0]
    letters = normalize(event.place)
    if slot and not any(room and normalize(room) in letters for room in own):
        return next((room for room in sorted(every) if normalize(room) in letters), "")
    return ""


def _own_room(case: Case, slot: Slot) -> str:
    edition = case.edition
    day = next((day for day in edition.when.days if day.date.date == slot.start.date()), None)
    return slot.room or (day.room if day else None) or edition.room or ""


def _other_speaker(slot: Slot, event: DatedEvent) -> str:
    """The name of somebody else in the place of the one who speaks: another family name."""
    people = slot.talk.people if slot.talk else ()
    letters = normalize(event.summary)
    if len(people) != 1 or normalize(people[0].name) in letters:
        return ""
    given, *others = words(people[0].name)
    if not others or normalize(others[-1]) in letters:
        return ""
    match = re.search(rf"\b{re.escape(given)}\s+[^\W\d_][\w'’-]+", event.summary, re.IGNORECASE)
    return match[0] if match else ""


def _other_title(title: str, event: DatedEvent) -> str:
    """A line of an event that is nearly the title of the talk, which stands nowhere in it."""
    text, letters = f"{event.summary}\n{event.description}", normalize(title)
    if not letters or letters in normalize(text):
        return ""
    lines = [line.strip() for line in re.split(r"\n|: ", text) if line.strip()]
    return next(
        (line for line in lines if fuzz.ratio(normalize(line), letters) >= RELATED),
        "",
    )
