"""Reads the timetable and the contributions that Indico exports in JSON.

Its interface is that of Indico 3.3 (https://github.com/indico/indico): `timetable/legacy.py` writes
`/export/timetable/ID.json`, `results.{event}.{yyyymmdd}.{entry}` with sessions whose `entries` are
contributions and breaks; `events/api.py` writes `/export/event/ID.json?detail=contributions` and
`?detail=sessions`. Presenters are not among the `authors` of a timetable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from proposal.importers.exports.export_document import Json, at, items_of, text_of
from proposal.importers.program.scheduled import (
    ScheduledPerson,
    ScheduledProgram,
    ScheduledSession,
)
from proposal.importers.program.session_links import LinkedMaterials, linked_materials
from proposal.importers.program.unplaced import Unplaced
from proposal.importers.program.written_times import moment_in_zone

_ENTRY_TYPES = {"Session", "Contribution", "Break"}


def is_indico_timetable(document: Json) -> bool:
    """Whether a document is a timetable."""
    return any(True for _ in _entries_of(document))


def is_indico_event(document: Json) -> bool:
    """Whether a document is an event with its contributions or sessions."""
    return any(
        isinstance(at(event, "contributions"), list) or isinstance(at(event, "sessions"), list)
        for event in items_of(at(document, "results"))
        if text_of(at(event, "_type")) == "Conference"
    )


def program_of_indico_timetable(document: Json) -> ScheduledProgram:
    """The timetable of an event."""
    unplaced = Unplaced()
    entries = dict(_entries_of(document))
    sessions = [
        session for entry in entries.values() if (session := _entry(entry, unplaced)) is not None
    ]
    sessions.sort(key=lambda session: session.start)
    return ScheduledProgram(
        source="Indico, timetable",
        sessions=tuple(sessions),
        diagnostics=tuple(unplaced.diagnostics()),
    )


def program_of_indico_event(document: Json) -> ScheduledProgram:
    """The contributions of an event, within their sessions if the export has these."""
    unplaced = Unplaced()
    sessions: list[ScheduledSession] = []
    within: set[str] = set()
    events = items_of(at(document, "results"))
    for block in (block for event in events for block in items_of(at(event, "sessions"))):
        contributions = items_of(at(block, "contributions"))
        within |= {text_of(at(record, "id")) for record in contributions}
        if (session := _block(block, unplaced)) is not None:
            sessions.append(session)
    for record in (record for event in events for record in items_of(at(event, "contributions"))):
        contribution = _contribution(record, unplaced)
        if contribution is not None and text_of(at(record, "id")) not in within:
            sessions.append(contribution)
    sessions.sort(key=lambda session: session.start)
    has_sessions = any(isinstance(at(event, "sessions"), list) for event in events)
    return ScheduledProgram(
        source=f"Indico, {'sessions' if has_sessions else 'contributions'}",
        sessions=tuple(sessions),
        diagnostics=tuple(unplaced.diagnostics()),
        is_whole=False,  # breaks stand in the timetable alone
    )


def _entries_of(document: Json) -> Iterator[tuple[str, Json]]:
    """The entries of all days with their keys; a session that ends on another day stands twice."""
    results = at(document, "results")
    for event, days in results.items() if isinstance(results, dict) else ():
        for day in days.values() if isinstance(days, dict) else ():
            for key, entry in day.items() if isinstance(day, dict) else ():
                if text_of(at(entry, "entryType")) in _ENTRY_TYPES:
                    yield f"{event}.{key}", entry


def _entry(entry: Json, unplaced: Unplaced) -> ScheduledSession | None:
    start, end = (_moment(at(entry, key)) for key in ("startDate", "endDate"))
    kind = text_of(at(entry, "entryType"))
    own = " ".join(text_of(at(entry, "title")).split())
    part = " ".join(text_of(at(entry, "slotTitle")).split())
    title = f"{own}: {part}" if part and part != own else own
    if start is None or not title:
        unplaced.add(title)
        return None
    entries = at(entry, "entries")
    parts = [
        session
        for inner in (entries.values() if isinstance(entries, dict) else ())
        if (session := _entry(inner, unplaced)) is not None
    ]
    materials = _materials(at(entry, "attachments"))
    unplaced.leave_out_links(title, materials.others)
    is_poster = at(entry, "isPoster") is True
    return ScheduledSession(
        title=title,
        start=start,
        end=end,
        kind="Poster session" if is_poster else "",
        number=text_of(at(entry, "code")) or text_of(at(entry, "friendlyId")),
        people=_people(at(entry, "presenters")),
        authors=_people(at(entry, "authors")),
        chairs=_people(at(entry, "conveners")),
        room=text_of(at(entry, "room")).strip(),
        abstract=text_of(at(entry, "description")).strip() if kind == "Contribution" else "",
        slides=materials.slides,
        video=materials.video,
        is_pause=kind == "Break",
        parts=tuple(sorted(parts, key=lambda part: part.start)),
    )


def _block(block: Json, unplaced: Unplaced) -> ScheduledSession | None:
    start, end = (_moment(at(block, key)) for key in ("startDate", "endDate"))
    title = " ".join(text_of(at(block, "title")).split())
    if start is None or not title:
        unplaced.add(title)
        return None
    parts = (
        _contribution(contribution, unplaced)
        for contribution in items_of(at(block, "contributions"))
    )
    return ScheduledSession(
        title=title,
        start=start,
        end=end,
        kind="Poster session" if at(block, "session", "isPoster") is True else "",
        number=text_of(at(block, "code")),
        chairs=_people(at(block, "conveners")),
        room=_room(block),
        parts=tuple(sorted(filter(None, parts), key=lambda part: part.start)),
    )


def _contribution(one: Json, unplaced: Unplaced) -> ScheduledSession | None:
    start, end = (_moment(at(one, key)) for key in ("startDate", "endDate"))
    title = " ".join(text_of(at(one, "title")).split())
    if start is None or not title:
        unplaced.add(title)
        return None
    materials = linked_materials(
        [
            (text_of(at(attachment, "title")), text_of(at(attachment, "download_url")))
            for folder in items_of(at(one, "folders"))
            for attachment in items_of(at(folder, "attachments"))
        ]
    )
    unplaced.leave_out_links(title, materials.others)
    return ScheduledSession(
        title=title,
        start=start,
        end=end,
        kind=text_of(at(one, "type")),
        number=text_of(at(one, "code")) or text_of(at(one, "friendly_id")),
        people=_people(at(one, "speakers")),
        authors=(*_people(at(one, "primaryauthors")), *_people(at(one, "coauthors"))),
        room=_room(one),
        track=text_of(at(one, "track")),
        abstract=text_of(at(one, "description")).strip(),
        slides=materials.slides,
        video=materials.video,
    )


def _room(entry: Json) -> str:
    return (text_of(at(entry, "room")) or text_of(at(entry, "roomFullname"))).strip()


def _moment(value: Json) -> dt.datetime | None:
    date, time, zone = (text_of(at(value, key)) for key in ("date", "time", "tz"))
    return moment_in_zone(date, time, zone)


def _people(value: Json) -> tuple[ScheduledPerson, ...]:
    return tuple(
        ScheduledPerson(
            name,
            affiliation=" ".join(text_of(at(person, "affiliation")).split()),
            email=text_of(at(person, "email")),
        )
        for person in items_of(value)
        if (name := _name(person))
    )


def _name(person: Json) -> str:
    """The name, its given part first."""
    for given, family in (("firstName", "familyName"), ("first_name", "last_name")):
        parts = (text_of(at(person, key)).strip() for key in (given, family))
        if name := " ".join(filter(None, parts)):
            return name
    return (text_of(at(person, "fullName")) or text_of(at(person, "name"))).strip()


def _materials(attachments: Json) -> LinkedMaterials:
    files = [*items_of(at(attachments, "files"))]
    for folder in items_of(at(attachments, "folders")):
        files += items_of(at(folder, "attachments"))
    return linked_materials(
        [(text_of(at(file, "title")), text_of(at(file, "download_url"))) for file in files]
    )
