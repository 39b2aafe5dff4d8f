"""Recognizes the exports of a source, and refuses those that another kind of import reads."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.export import Export, Recognized, heading_key
from proposal.importers.exports.export_document import ExportDocument
from proposal.importers.exports.handed_source import HandedSource
from proposal.importers.exports.registry import EXPORTS
from proposal.importers.exports.table import SourceTable, with_headings_at

_FIRST_ROWS = 10
"""Rows among which the headings of a known export are looked for below other texts."""


def recognize(source: HandedSource, exports: Sequence[Export] = EXPORTS) -> list[Recognized]:
    """The known exports among a source's tables and documents, in their order.

    Of several exports that fit a table, the one that asks for most headings is meant. What others
    may have, too, is recognized by more than headings: see `Export.agrees`.
    """
    return list(_recognized(source, exports))


def _recognized(source: HandedSource, exports: Sequence[Export]) -> Iterator[Recognized]:
    for table in source.tables:
        if found := _of_table(table, exports):
            yield found
    for document in source.documents:
        for export in exports:
            if export.fits is not None and export.fits(document):
                yield Recognized(export, document)
                break


def _of_table(table: SourceTable, exports: Sequence[Export]) -> Recognized | None:
    below = range(min(_FIRST_ROWS, len(table.rows)))
    for candidate in (table, *(with_headings_at(table, index) for index in below)):
        keys = {heading_key(heading) for heading in candidate.headings}
        fitting = [
            export
            for export in exports
            if export.headings and export.headings <= keys and export.agrees(candidate)
        ]
        if fitting:
            return Recognized(max(fitting, key=lambda export: len(export.headings)), candidate)
    return None


def wanted_exports(source: HandedSource, kind: str, edition_id: str) -> list[Recognized]:
    """The exports of a source that a kind of import reads; none if nothing of it is known.

    Args:
        source: what was handed over.
        kind: what is typed: `papers`, `people` or `program`.
        edition_id: the edition, for the command that is named instead.

    Raises:
        ImportSourceError: what is known of it is for another kind of import, which is named.
    """
    found = recognize(source, sorted(EXPORTS, key=lambda export: kind not in export.kinds))
    wanted = [recognized for recognized in found if kind in recognized.export.kinds]
    if found and not wanted and len(found) == len(source.tables) + len(source.documents):
        raise ImportSourceError(_instead(source, found[0], edition_id))
    return wanted


def _instead(source: HandedSource, found: Recognized, edition_id: str) -> str:
    """What to type in place of a command for another kind of export."""
    export = found.export
    what = f"{name_of(found.material)} is {export.title}"
    if not export.kinds:
        return f"{what}; {export.advice}"
    path = shlex.quote(str(source.path))
    commands = " or ".join(
        f"`proposal import {kind} {path} --edition {edition_id}`" for kind in export.kinds
    )
    return "; ".join(filter(None, (what, export.advice, f"type {commands}")))


def name_of(material: SourceTable | ExportDocument) -> str:
    """A table or a document as messages begin with it."""
    return material.name if isinstance(material, SourceTable) else str(material.file)
