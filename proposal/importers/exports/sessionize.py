"""Sessionize: the table in which each row is a speaker of a session, and its interface."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export, columns, document_reader, headings
from proposal.importers.exports.export_document import ExportDocument, at, items_of, text_of
from proposal.importers.exports.records import JsonRecord, note_unread_keys, records_of, texts_of
from proposal.importers.program.program_table import TableGrammar, table_reader
from proposal.importers.program.sessionize_schedule import (
    program_of_sessionize,
    view_of_sessionize,
)
from proposal.reading.lines import line_of
from proposal.reading.names import read_name

_INTERFACE = "https://sessionize.com/api-documentation"

FLATTENED = Export(
    system="Sessionize",
    name="list of accepted sessions, flattened",
    form="XLSX, CSV",
    source="https://sessionize.com/playbook/export-to-excel",
    version="documents of 2026",
    gives="number, title, speakers with addresses, description, format, track, status",
    headings=headings("Session Id", "Title", "Speaker Id", "FirstName", "LastName", "TagLine"),
    papers=columns(
        {
            "number": "Session Id",
            "title": "Title",
            "abstract": "Description",
            "status": "Status",
            "kind": "Session format",
            "track": "Track",
            "first": "FirstName",
            "last": "LastName",
            "email": "Email",
        }
    ),
    people=columns(
        {
            "first_name": "FirstName",
            "last_name": "LastName",
            "email": "Email",
            "biography": "Bio",
            "talk_title": "Title",
            "talk_abstract": "Description",
            "status": "Status",
            "photo": "Profile Picture",
            "": ("Session Id", "Speaker Id", "Owner", "Owner Email"),
        }
    ),
    usual_role="Speaker",
    left_out=frozenset({"declined", "decline queue", "decline_queue", "nominated", "waitlisted"}),
    program=table_reader(
        TableGrammar(
            source="Sessionize, sessions",
            columns=columns(
                {
                    "number": "Session Id",
                    "title": "Title",
                    "abstract": "Description",
                    "state": "Status",
                    "kind": "Session format",
                    "track": "Track",
                    "first": "FirstName",
                    "last": "LastName",
                    "email": "Email",
                    "biography": "Bio",
                    "room": "Room",
                    "start": "Scheduled At",
                    "duration": "Scheduled Duration",
                    "video": "Recording Link",
                }
            ),
            without_hours="use the view GridSmart of Sessionize's interface (API / Embed), as JSON",
        )
    ),
)


def _speaker_records(document: ExportDocument) -> list[JsonRecord]:
    """The speakers of the endpoint "Speakers", or of "All"."""
    listed = at(document.json, "speakers")
    return records_of(document.json if listed is None else listed)


def _are_speakers(document: ExportDocument) -> bool:
    speakers = _speaker_records(document)
    return bool(speakers) and all(
        "isTopSpeaker" in one or {"firstName", "lastName", "tagLine"} <= one.keys()
        for one in speakers
    )


SPEAKERS = Export(
    system="Sessionize",
    name="speakers",
    form="JSON",
    source=_INTERFACE,
    version="documents of 2026",
    fits=_are_speakers,
    people=columns(
        {
            "first_name": "firstName",
            "last_name": "lastName",
            "biography": "bio",
            "": ("id", "fullName", "profilePicture", "isTopSpeaker", "sessions", "questionAnswers"),
        }
    ),
    people_of=_speaker_records,
    usual_role="Speaker",
    advice="it has no hours; export the view GridSmart, and type `proposal import program` with it",
)


def _sessions_of(document: ExportDocument) -> list[JsonRecord]:
    """The sessions of the endpoint "All", or of "Sessions", which has them in groups."""
    groups = records_of(document.json)
    return [one for group in groups for one in records_of(group.get("sessions"))]


def _are_sessions(document: ExportDocument) -> bool:
    sessions = _sessions_of(document)
    return bool(sessions) and all(
        {"id", "title", "speakers", "isServiceSession"} <= one.keys() for one in sessions
    )


_KEYS = {"number": "id", "title": "title", "abstract": "description", "status": "status"}


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    """The sessions that have speakers; breaks and the like have none."""
    names = {
        text_of(one.get("id")): text_of(one.get("fullName"))
        for one in records_of(at(document.json, "speakers"))
    }
    sessions = [one for one in _sessions_of(document) if one.get("isServiceSession") is not True]
    note_unread_keys(sessions, {*_KEYS.values(), "speakers"}, diagnostics)
    return [
        RecordEntry(
            document.file,
            f"session {text_of(one.get('id'))}",
            # Sessions that are shown have the status null or Accepted.
            {name: text for name, text in texts_of(one, _KEYS).items() if text or name != "status"},
            WrittenAuthors.of_named(_speakers_of(one, names)),
            diagnostics,
        )
        for one in sessions
    ]


def _speakers_of(session: JsonRecord, names: Mapping[str, str]) -> Iterator[WrittenAuthor]:
    for one in items_of(session.get("speakers")):
        known = names.get(text_of(one), "")
        name = line_of(text_of(one.get("name")) if isinstance(one, dict) else known)
        yield WrittenAuthor.of(read_name(name))


SESSIONS = Export(
    system="Sessionize",
    name="sessions of its interface",
    form="JSON",
    source=_INTERFACE,
    version="endpoints All and Sessions, 2026",
    gives="number, title, speakers, description, status",
    fits=_are_sessions,
    submissions=_submissions,
)
VIEWS = Export(
    system="Sessionize",
    name="schedule: the views GridSmart, Sessions and All of its interface",
    form="JSON",
    source=_INTERFACE,
    version="documents of 2026",
    fits=lambda document: bool(view_of_sessionize(document.json)),
    program=document_reader(lambda document, _: program_of_sessionize(document.json)),
)
SESSIONIZE = (FLATTENED, SESSIONS, VIEWS, SPEAKERS)
