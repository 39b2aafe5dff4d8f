"""Indico: the tables of contributions and of abstracts, and the timetable."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.author_lists import (
    address_of,
    addressed,
    joined,
    parts_of,
    with_affiliation,
)
from proposal.importers.exports.entry import Entry, RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import (
    Export,
    any_heading,
    columns,
    document_reader,
    headings,
)
from proposal.importers.exports.export_document import ExportDocument, at, items_of, text_of
from proposal.importers.exports.records import JsonRecord, note_unread_keys, records_of, texts_of
from proposal.importers.program.indico_schedule import (
    is_indico_event,
    is_indico_timetable,
    program_of_indico_event,
    program_of_indico_timetable,
)
from proposal.importers.program.program_table import (
    TableGrammar,
    names_with_institutions,
    table_reader,
)
from proposal.model.name_comparison import same_name
from proposal.reading.lines import line_of
from proposal.reading.names import read_name, read_parts

_SEPARATORS = {True: ";", False: ","}
"""What parts names: a semicolon in lists of abstracts, a comma in those of contributions."""


def _authors(entry: Entry) -> WrittenAuthors:
    """The authors, and behind them the co-authors, as Indico's pages list them.

    Each group has three columns: names, names with affiliations, and names with addresses of those
    who have one.
    """
    groups = [group for group in ("authors", "coauthors") if entry.text(group)]
    return joined(_group(entry, group) for group in groups)


def _group(entry: Entry, group: str) -> WrittenAuthors:
    names, affiliated, addressed_ones = (
        entry.text(f"{group}{what}") for what in ("", "_affiliation", "_email")
    )
    separator = _SEPARATORS[";" in names]
    affiliated = affiliated or (names if "(" in names else "")
    listed = [with_affiliation(name).name for name in parts_of(names, separator)]
    institutions = [with_affiliation(text) for text in parts_of(affiliated, separator)]
    if affiliated and [one.name for one in institutions] != listed:
        message = f"`{line_of(affiliated)}` does not go with the names, and is left out"
        entry.warn("affiliation-count", message, f"{group}_affiliation")
        institutions = []
    addresses = [addressed(text) for text in parts_of(addressed_ones, separator)]
    presenters = set(parts_of(entry.text("presenter"), separator))
    people = institutions or [WrittenAuthor(name) for name in listed]
    return WrittenAuthors(
        tuple(
            replace(
                one,
                email=address_of(one.name, addresses),
                presenter=any(same_name(one.name, name) for name in presenters),
            )
            for one in people
        )
    )


_GROUPS = {
    "authors": "Authors",
    "authors_affiliation": "Authors (affiliation)",
    "authors_email": "Authors (email)",
    "coauthors": "Co-Authors",
    "coauthors_affiliation": "Co-Authors (affiliation)",
    "coauthors_email": "Co-Authors (email)",
}
_REPOSITORY = "https://github.com/indico/indico/blob/b8f1fde8b8/indico/modules/events"
_VERSION = "commit b8f1fde8b8 of 2026-08-21"

CONTRIBUTIONS = Export(
    system="Indico",
    name="list of contributions",
    form="CSV, XLSX",
    source=f"{_REPOSITORY}/contributions/util.py",
    version=_VERSION,
    gives=(
        "number, title, authors and co-authors with affiliations and addresses, "
        "presenters, description, type, track, keywords"
    ),
    headings=headings("Id", "Title"),
    agrees=any_heading("Presenters (affiliation)", "Authors (affiliation)"),
    authors=_authors,
    papers=columns(
        {
            "number": "Id",
            "title": "Title",
            "abstract": "Description",
            "kind": "Type",
            "track": "Track",
            "presenter": "Presenters",
            "keywords": "Keywords",
            **_GROUPS,
        }
    ),
    # Moments are in UTC in CSV, and in the event's own zone in XLSX (`util/spreadsheets.py`).
    program=table_reader(
        TableGrammar(
            source="Indico, contributions",
            columns=columns(
                {
                    "number": "Id",
                    "title": "Title",
                    "abstract": "Description",
                    "start": "Date",
                    "duration": "Duration",
                    "kind": "Type",
                    "session": "Session",
                    "track": "Track",
                    "people": "Presenters (affiliation)",
                    "authors": "Authors (affiliation)",
                }
            ),
            people=names_with_institutions,
            is_utc_in_text=True,
        )
    ),
)
_OF_ABSTRACTS = (
    *("Submitter (affiliation)", "Submitter (email)", "Speakers (affiliation)"),
    *("Speakers (email)", "Authors (affiliation)", "Authors (email)", "Co-Authors (affiliation)"),
    *("Co-Authors (email)", "Accepted track", "Submitted for tracks", "Reviewed for tracks"),
    *("Accepted type", "Submitted type", "Score standard deviation", "Submission comment"),
)
"""Columns of abstracts that only Indico titles so."""
ABSTRACTS = Export(
    system="Indico",
    name="list of abstracts",
    form="CSV, XLSX",
    source=f"{_REPOSITORY}/abstracts/util.py",
    version=_VERSION,
    gives=(
        "number, title, authors and co-authors with affiliations and addresses, speakers, "
        "content, accepted type and track, state"
    ),
    headings=headings("Id", "Title", "State"),
    agrees=any_heading(*_OF_ABSTRACTS),
    authors=_authors,
    papers=columns(
        {
            "number": "Id",
            "title": "Title",
            "decision": "State",
            "presenter": "Speakers",
            **_GROUPS,
            "track": "Accepted track",
            "kind": "Accepted type",
            "abstract": "Content",
        }
    ),
)


def _contributions_of(document: ExportDocument) -> list[JsonRecord]:
    """The contributions of an event that was exported with `detail=contributions`."""
    return records_of(at(document.json, "results", 0, "contributions"))


def _abstracts_of(document: ExportDocument) -> list[JsonRecord]:
    return records_of(at(document.json, "abstracts"))


def _are_contributions(document: ExportDocument) -> bool:
    return any("primaryauthors" in one for one in _contributions_of(document))


def _are_abstracts(document: ExportDocument) -> bool:
    return any("friendly_id" in one and "persons" in one for one in _abstracts_of(document))


_OF_CONTRIBUTION = {
    "number": "friendly_id",
    "title": "title",
    "abstract": "description",
    "kind": "type",
    "track": "track",
}


def _contributions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    records = _contributions_of(document)
    people = {"primaryauthors", "coauthors", "speakers"}
    read = {*_OF_CONTRIBUTION.values(), *people, "keywords", "_type", "_fossil", "id", "db_id"}
    note_unread_keys(records, read, diagnostics)
    return [
        RecordEntry(
            document.file,
            f"contribution {text_of(record.get('friendly_id'))}",
            texts_of(record, _OF_CONTRIBUTION)
            | {"keywords": "; ".join(text_of(word) for word in items_of(record.get("keywords")))},
            WrittenAuthors.of_named(_people_of(record)),
            diagnostics,
        )
        for record in records
    ]


def _people_of(record: JsonRecord) -> Iterator[WrittenAuthor]:
    speakers = {text_of(one.get("person_id")) for one in records_of(record.get("speakers"))} - {""}
    for key in ("primaryauthors", "coauthors"):
        for one in records_of(record.get(key)):
            yield replace(_person(one), presenter=text_of(one.get("person_id")) in speakers)


def _person(record: JsonRecord) -> WrittenAuthor:
    parts = text_of(record.get("first_name")), text_of(record.get("last_name"))
    name = read_parts(*parts) if any(parts) else read_name(text_of(record.get("fullName")))
    return WrittenAuthor.of(
        name, [text_of(record.get("affiliation"))], text_of(record.get("email"))
    )


def _abstracts(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    records = _abstracts_of(document)
    read = {
        *("id", "friendly_id", "title", "content", "state", "persons"),
        *("accepted_track", "accepted_contrib_type"),
    }
    note_unread_keys(records, read, diagnostics)
    return [
        RecordEntry(
            document.file,
            f"abstract {text_of(record.get('friendly_id'))}",
            {
                "number": text_of(record.get("friendly_id")),
                "title": text_of(record.get("title")),
                "abstract": text_of(record.get("content")),
                "decision": text_of(record.get("state")),
                "track": text_of(at(record, "accepted_track", "title")),
                "kind": text_of(at(record, "accepted_contrib_type", "name")),
            },
            WrittenAuthors.of_named(_authors_of_abstract(record)),
            diagnostics,
        )
        for record in records
    ]


_AUTHOR_TYPES = ("primary", "secondary")
"""Of an abstract's people, those who are authors, in the order in which pages list them."""


def _authors_of_abstract(record: JsonRecord) -> Iterator[WrittenAuthor]:
    for kind in _AUTHOR_TYPES:
        for one in records_of(record.get("persons")):
            if text_of(one.get("author_type")) == kind:
                yield replace(_person(one), presenter=one.get("is_speaker") is True)


EVENT = Export(
    system="Indico",
    name="event with its contributions",
    form="JSON",
    source=f"{_REPOSITORY}/api.py",
    version=_VERSION,
    gives=(
        "number, title, authors and co-authors with affiliations, speakers, description, "
        "type, track, keywords"
    ),
    fits=_are_contributions,
    submissions=_contributions,
)
ABSTRACTS_DATA = Export(
    system="Indico",
    name="data of abstracts",
    form="JSON",
    source=f"{_REPOSITORY}/abstracts/schemas.py",
    version=_VERSION,
    gives=(
        "number, title, authors and co-authors with affiliations and addresses, speakers, "
        "content, accepted type and track, state"
    ),
    fits=_are_abstracts,
    submissions=_abstracts,
)
TIMETABLE = Export(
    system="Indico",
    name="timetable",
    form="JSON",
    source=f"{_REPOSITORY}/timetable/legacy.py",
    version=_VERSION,
    fits=lambda document: is_indico_timetable(document.json),
    program=document_reader(lambda document, _: program_of_indico_timetable(document.json)),
)
SCHEDULED_EVENT = Export(
    system="Indico",
    name="event with its contributions or sessions",
    form="JSON",
    source=f"{_REPOSITORY}/api.py",
    version=_VERSION,
    fits=lambda document: is_indico_event(document.json),
    program=document_reader(lambda document, _: program_of_indico_event(document.json)),
)
INDICO = (CONTRIBUTIONS, ABSTRACTS, EVENT, ABSTRACTS_DATA, TIMETABLE, SCHEDULED_EVENT)
