"""Writes the program of an edition in the forms of other systems, for tests that read it back.

One event stands for each part of the program, and one for each talk or paper that has hours.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from proposal.edition.edition import Edition
from proposal.edition.participants import Person
from proposal.edition.schedule import Slot


@dataclass(frozen=True, slots=True)
class WrittenEvent:
    """What a system is told of a part of the program."""

    slot: Slot
    """With the room and the track, also of a part within another."""
    title: str
    kind: str
    people: tuple[Person, ...]
    room: str


def events_of(edition: Edition) -> Iterator[WrittenEvent]:
    """The parts of the program, those with hours of their own in place of what they are in."""
    for slot in edition.schedule:
        room = slot.room or edition.day_of(slot).room or edition.room or "Main room"
        for part in slot.parts or (slot,):
            yield _event(part, room)


def blocks_of(edition: Edition) -> Iterator[tuple[Slot, WrittenEvent, list[WrittenEvent]]]:
    """The slots with what is in them."""
    for slot in edition.schedule:
        room = slot.room or edition.day_of(slot).room or edition.room or "Main room"
        yield slot, _event(slot, room), [_event(part, room) for part in slot.parts]


def _event(part: Slot, room: str) -> WrittenEvent:
    if part.talk is not None:
        kind = "Keynote" if part.talk.role == "keynote" else "Talk"
        title = part.talk.title or part.title
        return WrittenEvent(part, title, kind, part.talk.people, room)
    if len(part.papers) == 1:
        paper = part.papers[0]
        kind = "Poster" if part.kind == "posters" else "Paper"
        people = tuple(Person("", author.name) for author in paper.authors)
        return WrittenEvent(part, paper.title, kind, people, room)
    people = part.panelists if part.kind == "panel" else ()
    return WrittenEvent(part, part.title, "Panel" if people else "", people, room)


def frab_json(edition: Edition) -> str:
    """The schedule as pretalx writes it in JSON."""
    days = []
    for index, day in enumerate(edition.when.days, start=1):
        rooms: dict[str, list[dict[str, Any]]] = {}
        for event in events_of(edition):
            if edition.day_of(event.slot).date == day.date:
                rooms.setdefault(event.room, []).append(_frab_event(event))
        days.append({"index": index, "date": day.date.date.isoformat(), "rooms": rooms})
    zone = str(edition.when.days[0].start.tzinfo)
    conference = {"title": edition.title, "time_zone_name": zone, "days": days}
    generator = {"name": "pretalx", "version": "2026.2.1"}
    return json.dumps({"generator": generator, "schedule": {"conference": conference}})


def _frab_event(event: WrittenEvent) -> dict[str, Any]:
    slot = event.slot
    return {
        "date": slot.start.isoformat(),
        "start": f"{slot.start:%H:%M}",
        "end": slot.end.isoformat(),
        "duration": f"{slot.minutes // 60:02}:{slot.minutes % 60:02}",
        "title": event.title,
        "track": slot.track,
        "type": event.kind or "Other",
        "abstract": str(slot.talk.abstract or "") if slot.talk else "",
        "persons": [{"name": person.name} for person in event.people],
    }


def frab_xml(edition: Edition) -> str:
    """The schedule as frab writes it in XML."""
    root = ET.Element("schedule")
    ET.SubElement(root, "generator", name="frab", version="0.7")
    conference = ET.SubElement(root, "conference")
    ET.SubElement(conference, "title").text = edition.title
    written = json.loads(frab_json(edition))["schedule"]["conference"]
    for day in written["days"]:
        element = ET.SubElement(root, "day", index=str(day["index"]), date=day["date"])
        for name, events in day["rooms"].items():
            room = ET.SubElement(element, "room", name=name)
            for event in events:
                _add_event(room, name, event)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _add_event(parent: ET.Element, room: str, event: dict[str, Any]) -> None:
    element = ET.SubElement(parent, "event", id="1")
    ET.SubElement(element, "room").text = room
    for key in ("date", "start", "duration", "title", "track", "type", "abstract"):
        ET.SubElement(element, key).text = event[key]
    persons = ET.SubElement(element, "persons")
    for person in event["persons"]:
        ET.SubElement(persons, "person").text = person["name"]


def sessionize_grid(edition: Edition) -> str:
    """The schedule as Sessionize's view GridSmart gives it."""
    days = []
    for day in edition.when.days:
        rooms: dict[str, list[dict[str, Any]]] = {}
        for event in events_of(edition):
            if edition.day_of(event.slot).date == day.date:
                rooms.setdefault(event.room, []).append(_grid_session(event))
        listed = [{"name": name, "sessions": sessions} for name, sessions in rooms.items()]
        days.append({"date": f"{day.date.date.isoformat()}T00:00:00", "rooms": listed})
    return json.dumps(days)


def _grid_session(event: WrittenEvent) -> dict[str, Any]:
    slot = event.slot
    chosen = (("Session format", event.kind), ("Track", slot.track or ""))
    return {
        "id": f"{slot.start.isoformat()}-{event.title}",
        "title": event.title,
        "description": str(slot.talk.abstract or "") if slot.talk else "",
        "startsAt": slot.start.replace(tzinfo=None).isoformat(),
        "endsAt": slot.end.replace(tzinfo=None).isoformat(),
        "isServiceSession": not event.people,
        "isPlenumSession": False,
        "speakers": [{"id": person.name, "name": person.name} for person in event.people],
        "categories": [
            {"name": name, "categoryItems": [{"name": choice}]} for name, choice in chosen if choice
        ],
        "room": event.room,
    }


def indico_timetable(edition: Edition) -> str:
    """The timetable as Indico exports it."""
    days: dict[str, dict[str, Any]] = {}
    for number, (slot, event, parts) in enumerate(blocks_of(edition)):
        key = "s" if parts else "b" if slot.kind in {"break", "lunch"} else "c"
        entry = _indico_entry(event, {"s": "Session", "b": "Break", "c": "Contribution"}[key])
        if parts:
            entry["conveners"] = [_indico_person(person) for person in slot.chair]
            entry["entries"] = {
                f"c{number}{index}": _indico_entry(part, "Contribution")
                for index, part in enumerate(parts)
            }
        day = edition.day_of(slot).date.date
        days.setdefault(f"{day:%Y%m%d}", {})[f"{key}{number}"] = entry
    return json.dumps({"_type": "HTTPAPIResult", "results": {"1": days}})


def _indico_entry(event: WrittenEvent, kind: str) -> dict[str, Any]:
    def moment(value: Any) -> dict[str, str]:
        return {"date": f"{value:%Y-%m-%d}", "time": f"{value:%H:%M:%S}", "tz": str(value.tzinfo)}

    return {
        "entryType": kind,
        "title": event.title,
        "startDate": moment(event.slot.start),
        "endDate": moment(event.slot.end),
        "room": event.room,
        "presenters": [_indico_person(person) for person in event.people if event.kind != "Panel"],
    }


def _indico_person(person: Person) -> dict[str, str]:
    given, _, family = person.name.rpartition(" ")
    return {"firstName": given, "familyName": family, "affiliation": person.affiliation or ""}
