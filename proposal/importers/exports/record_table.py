"""Writes records of a document in JSON as a table, whose headings are their keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.export_document import Json, text_of
from proposal.importers.exports.records import JsonRecord, records_of
from proposal.importers.exports.table import Row, SourceTable, checked_table


def table_of_records(file: Path, records: Sequence[JsonRecord]) -> SourceTable:
    """The table of some records, each of them a row; of lists, each cell has all items.

    Raises:
        ImportSourceError: there is no record, or one holds what data may not hold.
    """
    if not records:
        raise ImportSourceError(f"{file} names nobody")
    rows = [dict(_cells(record)) for record in records]
    headings = list(dict.fromkeys(key for row in rows for key in row))
    lines = [
        Row(tuple(row.get(key, "") for key in headings), number, number)
        for number, row in enumerate(rows, start=1)
        if any(row.values())
    ]
    return checked_table(SourceTable(file, Row(tuple(headings), 0, 0), lines, None))


def _cells(record: JsonRecord) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        links = [link for link in records_of(value) if {"title", "url"} <= link.keys()]
        if links:  # Sessionize: each under its own title
            yield from ((text_of(link["title"]), text_of(link["url"])) for link in links)
        else:
            yield key, _text(value)


def _text(value: Json) -> str:
    """A value as a cell has it: the items of a list with semicolons, of records their names."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return next((text for key in ("name", "title") if (text := text_of(value.get(key)))), "")
    return text_of(value)
