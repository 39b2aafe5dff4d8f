"""Reads the schedules that pretalx, frab and others write in the form of the c3voc.

The form stands in the JSON schema and the XSD of https://github.com/voc/schedule (June 2026):
`schedule.conference.days[].rooms{}[]` in JSON, `<schedule><day><room><event>` in XML. It is written
by pretalx 2026.2 (`schedule/interfaces/exporters.py`) and frab 0.7 (`index.xml.haml`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.export_document import Json, at, items_of, text_of
from proposal.importers.program.scheduled import (
    ScheduledPerson,
    ScheduledProgram,
    ScheduledSession,
)
from proposal.importers.program.session_links import linked_materials
from proposal.importers.program.unplaced import Unplaced
from proposal.importers.program.written_times import moment_in_zone, read_duration, read_moment
from proposal.zone_data import is_zone


def is_frab_json(document: Json) -> bool:
    """Whether a document in JSON is such a schedule."""
    return isinstance(at(document, "schedule", "conference", "days"), list)


def is_frab_xml(root: ET.Element) -> bool:
    """Whether a document in XML is such a schedule."""
    return root.tag == "schedule" and root.find("day") is not None


def program_of_frab_json(document: Json) -> ScheduledProgram:
    """The schedule of a document in JSON."""
    generator = text_of(at(document, "generator", "name")) or "frab"
    days = items_of(at(document, "schedule", "conference", "days"))
    zone = text_of(at(document, "schedule", "conference", "time_zone_name"))
    events = [
        (day, room, event)
        for day in days
        for room, listed in _rooms_of(day)
        for event in items_of(listed)
    ]
    return _program(generator, zone, events)


def program_of_frab_xml(root: ET.Element) -> ScheduledProgram:
    """The schedule of a document in XML."""
    generator = root.find("generator")
    name = generator.get("name", "frab") if generator is not None else "frab"
    zone = (root.findtext("conference/time_zone_name") or "").strip()
    events = [
        (_attributes_of(day), room.get("name", ""), _event_of(event))
        for day in root.iter("day")
        for room in day.iter("room")
        for event in room.findall("event")
    ]
    return _program(name, zone, events)


def _rooms_of(day: Json) -> Iterator[tuple[str, Json]]:
    rooms = at(day, "rooms")
    if isinstance(rooms, dict):
        yield from rooms.items()


def _attributes_of(element: ET.Element) -> dict[str, Json]:
    return dict(element.attrib.items())


def _event_of(element: ET.Element) -> dict[str, Json]:
    """An event in XML as it stands in JSON."""
    event: dict[str, Json] = {**_attributes_of(element)}
    for child in element:
        event[child.tag] = (child.text or "").strip()
    event["persons"] = [{"name": (person.text or "").strip()} for person in element.iter("person")]
    for key, tag in (("links", "link"), ("attachments", "attachment")):
        event[key] = [
            {"title": (link.text or "").strip(), "url": link.get("href", "")}
            for link in element.iter(tag)
        ]
    recording = element.find("recording")
    event["recording"] = (recording.findtext("url") or "").strip() if recording is not None else ""
    return event


def _program(
    generator: str, zone: str, events: Sequence[tuple[Json, str, Json]]
) -> ScheduledProgram:
    found = _FrabEvents(zone)
    sessions = tuple(
        session
        for day, room, event in events
        if (session := found.session(day, room, event)) is not None
    )
    diagnostics = SourceDiagnostics(found.diagnostics)
    diagnostics += found.unplaced.diagnostics()
    return ScheduledProgram(
        source=f"{generator}, schedule", sessions=sessions, diagnostics=tuple(diagnostics)
    )


class _FrabEvents:
    """Makes sessions of events, and remembers what was left out."""

    def __init__(self, zone: str) -> None:
        self.zone = zone
        self.unplaced = Unplaced()
        self.diagnostics = SourceDiagnostics()

    def session(self, day: Json, room: str, event: Json) -> ScheduledSession | None:
        title = _title_of(event)
        start = self.start_of(day, event, title)
        if start is None or not title:
            self.unplaced.add(title)
            return None
        materials = linked_materials(
            [
                (text_of(at(link, "title")), text_of(at(link, "url")))
                for key in ("links", "attachments")
                for link in items_of(at(event, key))
            ]
        )
        self.unplaced.leave_out_links(title, materials.others)
        abstract, description = (
            text_of(at(event, key)).strip() for key in ("abstract", "description")
        )
        if abstract and description and description != abstract:
            self.unplaced.descriptions += 1
        return ScheduledSession(
            title=title,
            start=start,
            end=_end_of(event, start),
            kind=text_of(at(event, "type")).strip(),
            number=text_of(at(event, "code")) or text_of(at(event, "id")),
            people=tuple(
                ScheduledPerson(name, biography=text_of(at(person, "biography")).strip())
                for person in items_of(at(event, "persons"))
                if (name := text_of(at(person, "name")) or text_of(at(person, "public_name")))
            ),
            room=text_of(at(event, "room")).strip() or room,
            track=text_of(at(event, "track")).strip(),
            abstract=abstract or description,
            slides=materials.slides,
            video=materials.video
            or text_of(at(event, "video_download_url"))
            or text_of(at(event, "recording")),
        )

    def start_of(self, day: Json, event: Json, title: str) -> dt.datetime | None:
        """When an event begins; what does not go together in the source is told."""
        date, clock = text_of(at(event, "date")), text_of(at(event, "start")).strip()
        moment = read_moment(date)
        if moment is None and clock:
            moment = _local_moment(day, clock)
        if moment is not None and moment.tzinfo is None and is_zone(self.zone):
            moment = moment_in_zone(moment.date().isoformat(), f"{moment:%H:%M}", self.zone)
        if moment is not None and clock and clock[:5] != f"{moment:%H:%M}":
            message = f"“{title}” begins at {clock}, and its date is {date}; the date is taken"
            self.diagnostics.warn("two-hours", message, None, "correct the hour in program.yaml")
        return moment


def _title_of(event: Json) -> str:
    parts = (" ".join(text_of(at(event, key)).split()) for key in ("title", "subtitle"))
    return ": ".join(filter(None, parts))


def _local_moment(day: Json, clock: str) -> dt.datetime | None:
    """A clock on a day, which begins in the morning: an earlier hour is one of the night."""
    moment = read_moment(f"{text_of(at(day, 'date'))}T{clock[:5]}")
    begins = read_moment(text_of(at(day, "day_start")) or text_of(at(day, "start")))
    if moment is not None and begins is not None and moment.time() < begins.time():
        return moment + dt.timedelta(days=1)
    return moment


def _end_of(event: Json, start: dt.datetime) -> dt.datetime | None:
    end = read_moment(text_of(at(event, "end")))
    if end is not None and (end.tzinfo is None) == (start.tzinfo is None):
        return end
    duration = read_duration(text_of(at(event, "duration")))
    return start + duration if duration else None
