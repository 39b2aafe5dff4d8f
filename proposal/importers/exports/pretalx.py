"""pretalx: the tables of sessions and of speakers, and what its interface gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.author_lists import parts_of
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import (
    Export,
    columns,
    document_reader,
    heading_key,
    headings,
)
from proposal.importers.exports.export_document import ExportDocument, Json, at, items_of, text_of
from proposal.importers.exports.records import JsonRecord, note_unread_keys, records_of, texts_of
from proposal.importers.exports.table import SourceTable
from proposal.importers.program.pretalx_schedule import program_of_pretalx, view_of_pretalx
from proposal.importers.program.program_table import (
    TableGrammar,
    names_on_lines,
    table_of_records,
    table_reader,
)
from proposal.reading.names import read_name

_FORMS = "https://github.com/pretalx/pretalx/blob/5a3c2f61e/src/pretalx/orga/forms/export.py"
_VERSION = "commit 5a3c2f61e of 2026-08-22"

_TITLES = {
    "Proposal title": ("Titel", "Titre de la proposition", "Título de la propuesta"),
    "Proposal state": ("Einreichungsstatus", "Statut de la proposition", "Estado de la propuesta"),
    "Pending proposal state": (
        *("Vorgemerkter Status", "État de la proposition en attente"),
        "Estado de propuesta pendiente",
    ),
    "Session type": ("Einreichungsart", "Type de proposition", "Tipo de sesión"),
    "Track": ("Track", "Parcours", "Línea temática"),
    "Abstract": ("Zusammenfassung", "Résumé", "Resumen"),
    "Speaker names": ("Namen der Vortragenden", "Noms des intervenants", "Nombres de los ponentes"),
    "Room": ("Raum", "Salle", "Sala"),
    "Start": ("Beginn", "Début", "Comienzo"),
    "End": ("Ende", "Fin", "Fin"),
    "Name": ("Name", "Nom", "Nombre"),
    "Biography": ("Über dich", "Biographie", "Biografía"),
    "Email": ("E-Mail", "Courriel", "Correo electrónico"),
    "Picture": ("Bild", "Image", "Imagen"),
    "Proposal IDs": ("Einreichungs-IDs", "Identifiant de la proposition", "IDs de propuestas"),
    "Proposal titles": ("Titel", "Titres des propositions", "Títulos de propuestas"),
}
"""What an organizer sees as headings who uses pretalx in German, French or Spanish."""


def _in_all_languages(pairs: Mapping[str, str | tuple[str, ...]]) -> dict[str, str]:
    """What headings mean, each by its English words and those of other languages."""
    titles = {name: (names,) if isinstance(names, str) else names for name, names in pairs.items()}
    return columns(
        {
            meaning: [word for name in names for word in (name, *_TITLES.get(name, ()))]
            for meaning, names in titles.items()
        }
    )


def _in_one_language(*names: str) -> Callable[[SourceTable], bool]:
    """Whether a table has some headings, all of them in one of the languages."""
    kinds = [headings(*names)]
    kinds += [headings(*words) for words in zip(*(_TITLES[name] for name in names), strict=True)]
    return lambda table: any(kind <= set(map(heading_key, table.headings)) for kind in kinds)


_SCHEDULED_SESSIONS = TableGrammar(
    source="pretalx, sessions",
    columns=_in_all_languages(
        {
            "number": "ID",
            "title": "Proposal title",
            "state": "Proposal state",
            "kind": "Session type",
            "track": "Track",
            "abstract": "Abstract",
            "people": "Speaker names",
            "room": "Room",
            "start": "Start",
            "end": "End",
        }
    ),
    people=names_on_lines,
    without_hours="export it once more with Start, End and Room, or export schedule.json",
)

SESSIONS = Export(
    system="pretalx",
    name="list of sessions",
    form="CSV",
    source=_FORMS,
    version=_VERSION,
    gives="code, title, speakers, abstract, type, track, state",
    headings=headings("ID"),
    agrees=_in_one_language("Proposal title", "Proposal state", "Speaker names"),
    authors=lambda entry: _on_lines(entry.text("authors")),
    papers=_in_all_languages(
        {
            "number": "ID",
            "title": "Proposal title",
            "decision": "Proposal state",
            "kind": "Session type",
            "track": "Track",
            "pending": "Pending proposal state",
            "abstract": "Abstract",
            "authors": "Speaker names",
        }
    ),
    program=table_reader(_SCHEDULED_SESSIONS),
)
_SPEAKER = _in_all_languages(
    {
        "name": "Name",
        "biography": "Biography",
        "email": "Email",
        "talk_title": "Proposal titles",
        "": ("ID", "Proposal IDs", "Picture", "code", "submissions", "avatar"),
    }
)
SPEAKERS = Export(
    system="pretalx",
    name="list of speakers",
    form="CSV",
    source=_FORMS,
    version=_VERSION,
    headings=headings("ID"),
    agrees=_in_one_language("Name", "Proposal IDs"),
    people=_SPEAKER,
    usual_role="Speaker",
)


def _says_who_has_confirmed(table: SourceTable) -> bool:
    """Whether a table with three usual headings is filled as Python writes true and false."""
    said = {row.cell(2) for row in table.rows if len(row.cells) > 2}
    return table.headings == ["name", "email", "confirmed"] and said <= {"True", "False"}


CONFIRMED = Export(
    system="pretalx",
    name="list of speakers and who has confirmed",
    form="CSV",
    source="https://github.com/pretalx/pretalx/blob/5a3c2f61e/src/pretalx/person/interfaces/exporters.py",
    version=_VERSION,
    headings=headings("name", "email", "confirmed"),
    agrees=_says_who_has_confirmed,
    people=columns({"name": "name", "email": "email", "status": "confirmed"}),
    usual_role="Speaker",
)


def _speakers_of(document: ExportDocument) -> list[JsonRecord]:
    """The speakers of the form's export, or of an answer of the interface."""
    return records_of(at(document.json, "results") or document.json)


def _are_speakers(document: ExportDocument) -> bool:
    speakers = _speakers_of(document)
    return bool(speakers) and all(
        {"ID", "Name", "Proposal IDs"} <= one.keys()
        or {"code", "name", "submissions"} <= one.keys()
        for one in speakers
    )


SPEAKERS_IN_JSON = Export(
    system="pretalx",
    name="list of speakers",
    form="JSON",
    source=_FORMS,
    version=f"{_VERSION}, and its interface for programs",
    fits=_are_speakers,
    people=_SPEAKER,
    people_of=_speakers_of,
    usual_role="Speaker",
)


_KEYS = {
    "number": "ID",
    "title": "Proposal title",
    "decision": "Proposal state",
    "pending": "Pending proposal state",
    "kind": "Session type",
    "track": "Track",
    "abstract": "Abstract",
}
_OF_INTERFACE = {
    "number": "code",
    "title": "title",
    "decision": "state",
    "pending": "pending_state",
    "abstract": "abstract",
}


def _are_sessions(document: ExportDocument) -> bool:
    records = records_of(document.json)
    return bool(records) and all({"ID", "Proposal title"} <= record.keys() for record in records)


def _sessions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    records = records_of(document.json)
    note_unread_keys(records, {*_KEYS.values(), "Speaker names"}, diagnostics)
    return [
        RecordEntry(
            document.file,
            f"session {text_of(record.get('ID'))}",
            texts_of(record, _KEYS),
            _named(record["Speaker names"]) if "Speaker names" in record else None,
            diagnostics,
        )
        for record in records
    ]


def _are_submissions(document: ExportDocument) -> bool:
    records = records_of(at(document.json, "results"))
    return bool(records) and all({"code", "title", "state"} <= record.keys() for record in records)


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    """The submissions of pretalx's interface; speakers have names if they were asked for."""
    records = records_of(at(document.json, "results"))
    read = {*_OF_INTERFACE.values(), "speakers", "submission_type", "track"}
    note_unread_keys(records, read, diagnostics)
    return [
        RecordEntry(
            document.file,
            f"submission {text_of(record.get('code'))}",
            texts_of(record, _OF_INTERFACE)
            | {
                "kind": in_any_language(at(record, "submission_type", "name")),
                "track": in_any_language(at(record, "track", "name")),
            },
            _named([at(one, "name") for one in records_of(record.get("speakers"))]),
            diagnostics,
        )
        for record in records
    ]


def in_any_language(value: Json) -> str:
    """A text of pretalx: in English, if it has it in several languages."""
    if isinstance(value, dict):
        return text_of(value.get("en")) or next(map(text_of, value.values()), "")
    return text_of(value)


def _on_lines(text: str) -> WrittenAuthors | None:
    """The speakers of a cell, one a line; nothing if the export was asked for commas."""
    return _written(parts_of(text, "\n")) if "\n" in text else None


def _named(names: Json) -> WrittenAuthors | None:
    listed = [text_of(name) for name in items_of(names)] or parts_of(text_of(names), "\n")
    written = _written(listed) if any(name.strip() for name in listed) else None
    return written and WrittenAuthors.of_named(written.people)


def _written(names: Iterable[str]) -> WrittenAuthors | None:
    """Authors who have a name and nothing else; nothing if there are none."""
    people = tuple(WrittenAuthor.of(read_name(name)) for name in names)
    return WrittenAuthors(people) if people else None


SESSIONS_DATA = Export(
    system="pretalx",
    name="data of sessions",
    form="JSON",
    source=_FORMS,
    version=_VERSION,
    gives="code, title, speakers, abstract, type, track, state",
    fits=_are_sessions,
    submissions=_sessions,
    program=document_reader(
        lambda document, context: table_reader(_SCHEDULED_SESSIONS)(
            table_of_records(document.file, records_of(document.json)), context
        )
    ),
)
SUBMISSIONS = Export(
    system="pretalx",
    name="submissions of its interface",
    form="JSON",
    source="https://docs.pretalx.org/api/resources/#tag/submissions",
    version="interface v1 of 2026",
    gives="code, title, speakers, abstract, type, track, state",
    fits=_are_submissions,
    submissions=_submissions,
)
SCHEDULE = Export(
    system="pretalx",
    name="schedule, slots or submissions from its interface",
    form="JSON",
    source="https://github.com/pretalx/pretalx/blob/5a3c2f61e/src/pretalx/api/serializers/schedule.py",
    version=_VERSION,
    fits=lambda document: bool(view_of_pretalx(document.json)),
    program=document_reader(
        lambda document, context: program_of_pretalx(document.json, context.language)
    ),
)
PRETALX = (SESSIONS, SESSIONS_DATA, SUBMISSIONS, SPEAKERS, CONFIRMED, SPEAKERS_IN_JSON, SCHEDULE)
