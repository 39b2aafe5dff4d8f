"""Reads a schedule that a system has exported, and compares it with an edition."""

from __future__ import annotations

import shlex
from pathlib import Path

from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.exports.chosen_table import chosen_material
from proposal.importers.exports.column_choices import ColumnChoices
from proposal.importers.exports.export import ProgramContext
from proposal.importers.exports.handed_source import HandedSource, read_source
from proposal.importers.exports.own_records import tables_of_own_records
from proposal.importers.exports.recognition import wanted_exports
from proposal.importers.exports.registry import EXPORTS
from proposal.importers.exports.table import SourceTable, checked_table
from proposal.importers.handed_files import bytes_of
from proposal.importers.papers_table import lists_papers
from proposal.importers.people_tables import lists_people
from proposal.importers.program.calendar_file import is_calendar, program_of_calendar
from proposal.importers.program.program_draft import draft_of_program, edition_to_complete
from proposal.importers.program.program_table import program_of_unknown_table
from proposal.importers.program.scheduled import ScheduledProgram
from proposal.importers.program.table_columns import lists_schedule
from proposal.model.loading.folder import Folder
from proposal.source.file import LARGEST

_SHEET = "Program"
"""The sheet that is read where several may be meant."""
_LARGEST_CALENDAR = 4 * LARGEST
"""Bytes of a calendar, which repeats a page's address for each event."""


def read_program(source: Path, edition_id: str, choices: ColumnChoices, folder: Folder) -> Draft:
    """Read the schedule of an export: JSON, XML, a calendar or a table.

    Args:
        source: a file, or a folder or an archive with one export of a schedule.
        edition_id: the edition.
        choices: the columns that the user named.
        folder: the data that exist, with the edition.

    Raises:
        ImportSourceError: it is no such export, or there is no such edition.
    """
    files, venue = edition_to_complete(folder, edition_id)
    language, days = str(files.edition.language), tuple(files.edition.when)
    context = ProgramContext(language, days, choices, str(venue.zone))
    try:
        return draft_of_program(_program(source, edition_id, context), folder, edition_id)
    except ImportSourceError as reason:
        said = str(reason)
        raise ImportSourceError(said if str(source) in said else f"{source}: {said}") from reason


def _program(path: Path, edition_id: str, context: ProgramContext) -> ScheduledProgram:
    """The schedule in a file.

    Raises:
        ImportSourceError: there is none, or several.
    """
    if path.suffix.lower() in {".ics", ".ical", ".ifb", ".icalendar"} or _begins_as_calendar(path):
        return program_of_calendar(bytes_of(path, "calendar", {}, "", most=_LARGEST_CALENDAR))
    source = read_source(path)
    found = wanted_exports(source, "program", edition_id)
    if len(found) > 1:
        names = ", ".join(recognized.export.title for recognized in found)
        raise ImportSourceError(f"{path} holds several schedules ({names}); name one of them")
    if found:
        material, reader = found[0].material, found[0].export.program
        if isinstance(material, SourceTable):
            checked_table(material)
        if reader is not None:
            return reader(material, context)
    if source.documents:
        tables = [
            table
            for document in source.documents
            for table in tables_of_own_records(document)
            if lists_schedule(table)
        ]
        if len(tables) != 1 or source.tables:
            raise _unknown(source)
        return program_of_unknown_table(checked_table(tables[0]), context)
    schedules = [table for table in source.tables if lists_schedule(table)]
    if len(schedules) > 1:
        names = ", ".join(table.sheet or table.name for table in schedules)
        raise ImportSourceError(
            f"{path} holds several schedules ({names}); put them into one table, with a column "
            "Date if it goes over several days"
        )
    if not schedules and not context.choices:
        _refuse_for_other_import(source, edition_id)
    if not schedules and len(source.tables) > 1:
        raise _unknown(source)
    table, _ = chosen_material(source, "program", edition_id, _SHEET, fits=lists_schedule)
    if not isinstance(table, SourceTable):
        raise _unknown(source)
    return program_of_unknown_table(checked_table(table), context)


def _refuse_for_other_import(source: HandedSource, edition_id: str) -> None:
    """Refuse a table of papers or of people, for which the right command is named.

    Raises:
        ImportSourceError: there is one.
    """
    for kind, is_one in (("papers", lists_papers), ("people", lists_people)):
        for table in filter(is_one, source.tables):
            raise ImportSourceError(
                f"{table.name} lists {kind}, and no hours; type `proposal import {kind} "
                f"{shlex.quote(str(source.path))} --edition {edition_id}`"
            )


def _begins_as_calendar(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return is_calendar(stream.read(100))


def _unknown(source: HandedSource) -> ImportSourceError:
    systems = sorted({export.system for export in EXPORTS if export.program is not None})
    return ImportSourceError(
        f"{source.path} is no schedule that is known here; those of {', '.join(systems)} are, "
        "calendars (.ics), and tables or lists of records in JSON with columns such as Day, Start, "
        "End, Title"
    )
