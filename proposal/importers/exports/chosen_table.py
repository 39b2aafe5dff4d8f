"""Chooses the table of a source that an import reads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.export import Export, Recognized
from proposal.importers.exports.export_document import ExportDocument
from proposal.importers.exports.handed_source import HandedSource
from proposal.importers.exports.other_forms import other_form_of
from proposal.importers.exports.own_records import table_of_own_record, tables_of_own_records
from proposal.importers.exports.recognition import name_of, recognize, wanted_exports
from proposal.importers.exports.registry import EXPORTS
from proposal.importers.exports.table import SourceTable


def chosen_material(
    source: HandedSource,
    kind: str,
    edition_id: str,
    sheet: str,
    fits: Callable[[SourceTable], bool] = lambda _: True,
    lists_records: Callable[[SourceTable], bool] | None = None,
) -> tuple[SourceTable | ExportDocument, Export | None]:
    """The table or the document of a source that is read, and the export that it is.

    Args:
        source: what was handed over.
        kind: what is typed.
        edition_id: the edition, for commands that messages name.
        sheet: the name of a spreadsheet's sheet to prefer, where no sheet is a known export.
        fits: whether a table has headings that the import needs, by which a sheet is preferred to
            those before it.
        lists_records: for a document of no known system, whether a list of records in it has the
            keys that the import needs; otherwise no such document is read.

    Raises:
        ImportSourceError: there is none, or there are several; the message says what to do.
    """
    wanted = wanted_exports(source, kind, edition_id)
    lists = [found for found in wanted if not _is_beside(found, wanted)]
    if len(lists) > 1:
        names = ", ".join(f"{name_of(found.material)} ({found.export.title})" for found in lists)
        raise ImportSourceError(f"{source.path} holds several lists of {kind}: {names}; name one")
    if lists:
        (found,) = lists
        if isinstance(found.material, SourceTable):
            beside = {name_of(other.material) for other in recognize(source) if other.export.beside}
            _warn_of_unread(source, found.material, beside)
        return found.material, found.export
    if lists_records and (table := _table_of_own_records(source, lists_records)):
        return table, None
    return _unknown_table(source, sheet, fits), None


def _is_beside(found: Recognized, wanted: Sequence[Recognized]) -> bool:
    """Whether a table only completes another one of its system."""
    return bool(found.export.beside) and any(
        other.export.system == found.export.system and not other.export.beside for other in wanted
    )


def _table_of_own_records(
    source: HandedSource, fits: Callable[[SourceTable], bool]
) -> SourceTable | None:
    """The records in the only document of a source: the list that fits, or one record that does."""
    if source.tables or len(source.documents) != 1 or other_form_of(source.documents[0]):
        return None
    tables = list(tables_of_own_records(source.documents[0]))
    fitting = [table for table in tables if fits(table)]
    if isinstance(source.documents[0].json, list):
        fitting = fitting or [table for table in tables if table.rows]
    record = None if fitting else table_of_own_record(source.documents[0])
    fitting += [record] if record and fits(record) else []
    return fitting[0] if len(fitting) == 1 else None


def _unknown_table(
    source: HandedSource, sheet: str, fits: Callable[[SourceTable], bool]
) -> SourceTable:
    """The only table of a source, or of several sheets the one of a name, else one that fits.

    Raises:
        ImportSourceError: there is none, or several files have one.
    """
    if not source.tables:
        for document in source.documents:
            if said := other_form_of(document):
                raise ImportSourceError(f"{document.file}: {said}")
        systems = ", ".join(dict.fromkeys(export.system for export in EXPORTS))
        names = ", ".join(str(document.file) for document in source.documents)
        raise ImportSourceError(
            f"{names}: this is no export that is known here; those of {systems} are, any table as "
            "CSV or .xlsx, and papers as a list of records in JSON"
        )
    if len({table.file for table in source.tables}) > 1:
        names = ", ".join(dict.fromkeys(table.file.name for table in source.tables))
        raise ImportSourceError(f"{source.path} holds several tables ({names}); name one of them")
    preferred = [
        table for table in source.tables if (table.sheet or "").casefold() == sheet.casefold()
    ]
    fitting = [table for table in source.tables if fits(table)]
    table = next(iter((*preferred, *fitting, *source.tables)))
    if not preferred:
        beside = {name_of(found.material) for found in recognize(source) if found.export.beside}
        _warn_of_unread(source, table, beside)
    return table


def _warn_of_unread(source: HandedSource, table: SourceTable, read: Collection[str] = ()) -> None:
    """Warn of the sheets of a spreadsheet that are not read."""
    unread = [
        other.sheet
        for other in source.tables
        if other.sheet and other.name != table.name and other.name not in read
    ]
    if table.sheet and unread:
        message = (
            f"of {table.file.name} the sheet {table.sheet} is read, and not {', '.join(unread)}"
        )
        table.diagnostics.warn("unread-sheet", message)
