"""Writes the program of an edition in the forms of other systems, for tests that read it back.

One event stands for each part of the program, and one for each talk or paper that has hours.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

import yaml

from proposal.edition.edition import Edition
from proposal.edition.participants import Person
from proposal.edition.schedule import Slot
from tests.workspace import Workspace

PROGRAM = "editions/2026/program.yaml"


def without_program(workspace: Workspace) -> Workspace:
    """A workshop without the program of its edition."""
    (workspace.data / PROGRAM).unlink()
    return workspace


def program_of(workspace: Workspace) -> list[dict[str, Any]]:
    """The program as it is written, with times as texts."""
    text = (workspace.data / PROGRAM).read_text(encoding="utf-8")
    loaded: list[dict[str, Any]] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts only
    return loaded


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


def sessionize_sessions(edition: Edition) -> str:
    """The schedule as Sessionize's view Sessions gives it, in groups."""
    sessions = [_grid_session(event) for event in events_of(edition)]
    groups = [
        {"groupId": str(number), "groupName": "All", "sessions": [session]}
        for number, session in enumerate(sessions)
    ]
    return json.dumps(groups)


def sessionize_all(edition: Edition) -> str:
    """The schedule as Sessionize's view All gives it: rooms, people and choices by their ids."""
    events = list(events_of(edition))
    rooms = list(dict.fromkeys(event.room for event in events))
    names = list(dict.fromkeys(person.name for event in events for person in event.people))
    choices: dict[tuple[str, str], int] = {}
    sessions = []
    for event in events:
        session = _grid_session(event)
        chosen = [(one["name"], one["categoryItems"][0]["name"]) for one in session["categories"]]
        for choice in chosen:
            choices.setdefault(choice, len(choices) + 100)
        sessions.append(
            {
                **{key: session[key] for key in session if key not in {"categories", "room"}},
                "speakers": [str(names.index(person.name)) for person in event.people],
                "roomId": rooms.index(event.room) + 1,
                "categoryItems": [choices[choice] for choice in chosen],
                "status": "Accepted",
            }
        )
    groups = list(dict.fromkeys(group for group, _ in choices))
    document = {
        "sessions": sessions,
        "speakers": [{"id": str(number), "fullName": name} for number, name in enumerate(names)],
        "rooms": [{"id": number, "name": name} for number, name in enumerate(rooms, start=1)],
        "categories": [
            {
                "title": group,
                "items": [
                    {"id": number, "name": name}
                    for (title, name), number in choices.items()
                    if title == group
                ],
            }
            for group in groups
        ],
    }
    return json.dumps(document)


# Tables


def _table(headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue()


def own_table(edition: Edition) -> str:
    """The schedule as somebody keeps it in a spreadsheet, saved as CSV."""
    headings = ("Day", "Start", "End", "Session", "Title", "Type", "Speakers", "Room", "Track")
    return _table(headings, _own_rows(edition))


def _own_rows(edition: Edition) -> Iterator[tuple[str, ...]]:
    for slot, whole, parts in blocks_of(edition):
        for event in parts or [whole]:
            yield (
                edition.day_of(slot).date.date.isoformat(),
                f"{event.slot.start:%H:%M}",
                f"{event.slot.end:%H:%M}",
                whole.title if parts else "",
                event.title,
                event.kind,
                "; ".join(person.name for person in event.people),
                event.room,
                slot.track or "",
            )


def pretalx_table(edition: Edition) -> str:
    """The schedule as pretalx exports its sessions in CSV."""
    headings = (
        *("ID", "Proposal title", "Proposal state", "Session type", "Track", "Speaker names"),
        *("Room", "Start", "End"),
    )
    rows = (
        (
            f"A{number}",
            event.title,
            "confirmed",
            event.kind,
            event.slot.track or "",
            "\n".join(person.name for person in event.people),
            event.room,
            event.slot.start.isoformat(),
            event.slot.end.isoformat(),
        )
        for number, event in enumerate(events_of(edition))
    )
    return _table(headings, rows)


def indico_table(edition: Edition) -> str:
    """The contributions as Indico exports them in CSV, with moments in UTC."""
    headings = (
        *("Id", "Title", "Description", "Date", "Duration", "Type", "Session", "Track"),
        *("Presenters", "Presenters (affiliation)"),
    )
    rows = (
        (
            str(number),
            event.title,
            "",
            f"{event.slot.start.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S}",
            f"{round((event.slot.end - event.slot.start).total_seconds() / 60)}m",
            event.kind,
            "",
            event.slot.track or "",
            ", ".join(person.name for person in event.people),
            ", ".join(person.name for person in event.people),
        )
        for number, event in enumerate(events_of(edition))
    )
    return _table(headings, rows)


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
