"""Reads a list of papers that somebody keeps in JSON or YAML, as a table of its records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proposal.importers.exports.export_document import ExportDocument, Json, items_of, text_of
from proposal.importers.exports.record_table import table_of_records
from proposal.importers.exports.records import JsonRecord, note_unread_keys, records_of
from proposal.importers.exports.table import SourceTable
from proposal.reading.lines import line_of, unix_lines

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""`paperTitle`, between its words."""
_WHOLE = ("name", "full_name", "fullname", "fullName", "author")
_GIVEN = ("given", "first", "first_name", "firstName", "firstname", "given_name", "givenName")
_FAMILY = ("family", "last", "last_name", "lastName", "lastname", "family_name", "familyName")
_PLACES = (
    *("affiliation", "affiliations", "institution", "institutions", "organization", "aff"),
    *("affiliation_name", "institution_name"),
)
_READ = (*_WHOLE, *_GIVEN, *_FAMILY, *_PLACES)


def tables_of_own_records(document: ExportDocument) -> Iterator[SourceTable]:
    """The tables of a document's lists of records, whose headings are their keys.

    The records stand in a list, in one under a key, or under an id each. Authors who are records
    of their own become `Name (Institution)`.
    """
    for found in _lists(document.json):
        if table := _table_of(document, found):
            yield table


def table_of_own_record(document: ExportDocument) -> SourceTable | None:
    """The table of a document that is a single record, as where one paper is exported."""
    return _table_of(document, [document.json]) if isinstance(document.json, dict) else None


def _table_of(document: ExportDocument, found: Sequence[JsonRecord]) -> SourceTable | None:
    """The table of some records; nothing if they have no text."""
    records: list[JsonRecord] = [
        {_HUMP.sub(" ", key): _flat(value) for key, value in record.items()} for record in found
    ]
    if not any(_has_text(value) for record in records for value in record.values()):
        return None
    table = table_of_records(document.file, records)
    listed = [value for record in found for value in record.values()]
    people = [one for value in listed if isinstance(value, list) for one in _named(value)]
    note_unread_keys(people, _READ, table.diagnostics)
    return table


def _named(items: list[Json]) -> list[JsonRecord]:
    """The records of people among the items of a list."""
    return [one for one in records_of(items) if isinstance(_person(one), str)]


def _has_text(value: Json) -> bool:
    """Whether a value has a text for a cell."""
    return bool(text_of(value).strip()) or any(map(text_of, items_of(value)))


def _lists(value: Json) -> Iterator[list[JsonRecord]]:
    """The lists of records of a document; keyed records are one."""
    if isinstance(value, list):
        if records := _all_records(value):
            yield records
    elif isinstance(value, dict):
        if records := _all_records(list(value.values())):
            yield records
        else:
            lists = (_all_records(items_of(one)) for one in value.values())
            yield from (records for records in lists if records)


def _all_records(items: list[Json]) -> list[JsonRecord]:
    records = [item for item in items if isinstance(item, dict)]
    return records if len(records) == len(items) else []


def _flat(value: Json) -> Json:
    """A value as a cell holds it: of a list of authors, names with institutions."""
    if isinstance(value, str):
        return unix_lines(value)
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [_person(item) if isinstance(item, dict) else item for item in value]
    return value


def _person(record: JsonRecord) -> Json:
    """An author as a list names them, or the record itself if it is none."""
    parts = [_first(record, keys) for keys in (_GIVEN, _FAMILY)]
    name = _first(record, _WHOLE) or " ".join(filter(None, parts))
    places = "; ".join(
        text
        for key in _PLACES
        for item in (items_of(record.get(key)) or [record.get(key)])
        if (text := _place(item))
    )
    return (f"{name} ({places})" if places else name) if name else record


def _place(value: Json) -> str:
    named = next(iter(records_of(value)), None)
    return line_of(_first(named, ("name",)) if named else text_of(value))


def _first(record: JsonRecord, keys: tuple[str, ...]) -> str:
    return next((text for key in keys if (text := line_of(text_of(record.get(key))))), "")
