"""Reads the schedule that Sessionize gives in JSON.

Its interface (`https://sessionize.com/api/v2/ID/view/…`, version 2) has several views with hours:
GridSmart, a list of days with `rooms[].sessions[]`; Sessions, a list of groups with `sessions[]`;
All, one record in which sessions name speakers, rooms and categories by their ids. Hours are those
of the event's own clock, unless they end with Z.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from proposal.importers.exports.export_document import Json, at, items_of, text_of
from proposal.importers.program.scheduled import (
    ScheduledPerson,
    ScheduledProgram,
    ScheduledSession,
)
from proposal.importers.program.unplaced import Unplaced
from proposal.importers.program.written_times import read_moment

_LEFT_OUT = {"declined", "nominated", "waitlisted", "decline queue", "withdrawn"}
"""States of sessions that are not in the program, in small letters: `Decline_Queue`."""
_KINDS = {"session format", "session type", "format", "type"}
_TRACKS = {"track", "tracks"}


def view_of_sessionize(document: Json) -> str:
    """The name of the view that a document is; empty if it is none of those with hours."""
    if isinstance(document, list):
        if any(_holds_sessions(room) for day in document for room in items_of(at(day, "rooms"))):
            return "GridSmart"
        return "Sessions" if any(_holds_sessions(group) for group in document) else ""
    is_all = isinstance(at(document, "categories"), list) and _holds_sessions(document)
    return "All" if is_all else ""


def program_of_sessionize(document: Json) -> ScheduledProgram:
    """The schedule of any of the views."""
    view = view_of_sessionize(document)
    names = _Names.of(document)
    unplaced = Unplaced()
    found: dict[tuple[str, str], ScheduledSession] = {}
    for room, session in _sessions_of(document, view):
        made = _session(session, room, names, unplaced)
        if made is not None:  # what is for all rooms may stand in each of them
            found.setdefault((text_of(at(session, "id")), made.start.isoformat()), made)
    sessions = sorted(found.values(), key=lambda session: session.start.replace(tzinfo=None))
    return ScheduledProgram(
        source=f"Sessionize, view {view}",
        sessions=tuple(sessions),
        diagnostics=tuple(unplaced.diagnostics()),
    )


def _holds_sessions(value: Json) -> bool:
    return any(
        isinstance(at(session, "title"), str)
        and isinstance(session, dict)
        and "startsAt" in session
        for session in items_of(at(value, "sessions"))
    )


def _sessions_of(document: Json, view: str) -> Iterator[tuple[str, Json]]:
    """The sessions of a view, with the room where they stand in one."""
    if view == "All":
        yield from (("", session) for session in items_of(at(document, "sessions")))
        return
    for group in items_of(document):
        if view == "GridSmart":
            for room in items_of(at(group, "rooms")):
                name = text_of(at(room, "name"))
                yield from ((name, session) for session in items_of(at(room, "sessions")))
        else:
            yield from (("", session) for session in items_of(at(group, "sessions")))


class _Names(Struct, frozen=True):
    """What the ids of the view All stand for."""

    speakers: Mapping[str, Json] = field(default_factory=dict)
    rooms: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The names of a choice and of what it is chosen from, by the id of the choice."""

    @classmethod
    def of(cls, document: Json) -> _Names:
        if not isinstance(document, dict):
            return cls()
        return cls(
            {text_of(at(speaker, "id")): speaker for speaker in items_of(at(document, "speakers"))},
            {
                text_of(at(room, "id")): text_of(at(room, "name"))
                for room in items_of(at(document, "rooms"))
            },
            {
                text_of(at(item, "id")): (text_of(at(group, "title")), text_of(at(item, "name")))
                for group in items_of(at(document, "categories"))
                for item in items_of(at(group, "items"))
            },
        )


def _session(
    session: Json, room: str, names: _Names, unplaced: Unplaced
) -> ScheduledSession | None:
    title = " ".join(text_of(at(session, "title")).split())
    start, end = (read_moment(text_of(at(session, key))) for key in ("startsAt", "endsAt"))
    if text_of(at(session, "status")).casefold().replace("_", " ") in _LEFT_OUT:
        unplaced.rejected += 1
        return None
    if start is None or not title:
        unplaced.add(title)
        return None
    chosen = _chosen(session, names)
    named = text_of(at(session, "room")) or names.rooms.get(text_of(at(session, "roomId")), room)
    return ScheduledSession(
        title=title,
        start=start,
        end=end if end is not None and (end.tzinfo is None) == (start.tzinfo is None) else None,
        kind=next((name for group, name in chosen if group.casefold() in _KINDS), ""),
        number=text_of(at(session, "id")),
        people=tuple(_people(at(session, "speakers"), names)),
        room=named.strip(),
        track=next((name for group, name in chosen if group.casefold() in _TRACKS), ""),
        abstract=text_of(at(session, "description")).strip(),
        video=text_of(at(session, "recordingUrl")),
        join=text_of(at(session, "liveUrl")),
    )


def _chosen(session: Json, names: _Names) -> list[tuple[str, str]]:
    """What was chosen for a session, with the name of what it was chosen from."""
    within = [
        (text_of(at(group, "name")), text_of(at(item, "name")))
        for group in items_of(at(session, "categories"))
        for item in items_of(at(group, "categoryItems"))
    ]
    by_id = [names.categories.get(text_of(item)) for item in items_of(at(session, "categoryItems"))]
    return [*within, *(pair for pair in by_id if pair is not None)]


def _people(speakers: Json, names: _Names) -> Iterator[ScheduledPerson]:
    for speaker in items_of(speakers):
        named = at(speaker, "id") if isinstance(speaker, dict) else speaker
        known = names.speakers.get(text_of(named), speaker)
        name = text_of(at(known, "fullName")) or text_of(at(known, "name"))
        if not name:
            parts = (text_of(at(known, key)) for key in ("firstName", "lastName"))
            name = " ".join(filter(None, parts))
        if name:
            yield ScheduledPerson(name.strip(), biography=text_of(at(known, "bio")).strip())
