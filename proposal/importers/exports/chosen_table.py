"""Chooses the table of a source that an import reads."""

from __future__ import annotations

from pathlib import Path

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.export import Export
from proposal.importers.exports.recognition import wanted_exports
from proposal.importers.exports.registry import EXPORTS
from proposal.importers.exports.source import Source, read_source
from proposal.importers.exports.table import SourceTable, checked_table


def read_table(
    path: Path, kind: str, edition_id: str, sheet: str
) -> tuple[SourceTable, Export | None]:
    """The table that is read, and the export that it is, if it is a known one.

    Args:
        path: a file, a folder or an archive.
        kind: what is typed: `papers`, `people` or `program`.
        edition_id: the edition, for commands that messages name.
        sheet: the name of a spreadsheet's sheet to prefer, where no sheet is a known export.

    Raises:
        ImportSourceError: there is no such table; the message says what to do.
    """
    source = read_source(path)
    known = {
        id(found.material): found
        for found in wanted_exports(source, kind, edition_id)
        if isinstance(found.material, SourceTable)
    }
    if len(known) == 1:
        (found,) = known.values()
        if isinstance(found.material, SourceTable):
            _warn_of_unread(source, found.material)
            return checked_table(found.material), found.export
    if known:
        names = ", ".join(table.name for table in source.tables if id(table) in known)
        raise ImportSourceError(f"{path} holds several tables of {kind}: {names}; name one of them")
    return checked_table(_unknown_table(source, sheet)), None


def _unknown_table(source: Source, sheet: str) -> SourceTable:
    """The only table of a source, or of several sheets the one of a name, else the first.

    Raises:
        ImportSourceError: there is none, or several files have one.
    """
    if not source.tables:
        systems = ", ".join(dict.fromkeys(export.system for export in EXPORTS))
        names = ", ".join(str(document.file) for document in source.documents)
        raise ImportSourceError(
            f"{names}: this is no export that is known here; those of {systems} are, and any table "
            "as CSV or .xlsx"
        )
    if len({table.file for table in source.tables}) > 1:
        names = ", ".join(dict.fromkeys(table.file.name for table in source.tables))
        raise ImportSourceError(f"{source.path} holds several tables ({names}); name one of them")
    preferred = [
        table for table in source.tables if (table.sheet or "").casefold() == sheet.casefold()
    ]
    table = preferred[0] if preferred else source.tables[0]
    if not preferred:
        _warn_of_unread(source, table)
    return table


def _warn_of_unread(source: Source, table: SourceTable) -> None:
    unread = [other.sheet for other in source.tables if other.sheet and other.sheet != table.sheet]
    if table.sheet and unread:
        message = (
            f"of {table.file.name} the sheet {table.sheet} is read, and not {', '.join(unread)}"
        )
        table.diagnostics.warn("unread-sheet", message)
