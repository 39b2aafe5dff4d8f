"""Tells whether a table is one of people, and chooses it among the sheets of a spreadsheet."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import Path

from proposal.importers.columns import OF_NAMES, holds_addresses, meaning_of
from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.chosen_table import chosen_material
from proposal.importers.exports.export import Export
from proposal.importers.exports.handed_source import HandedSource, read_source
from proposal.importers.exports.recognition import name_of, recognize, wanted_exports
from proposal.importers.exports.record_table import table_of_records
from proposal.importers.exports.table import AS_CSV, SourceTable, checked_table
from proposal.importers.name_cells import read_name_cell
from proposal.importers.papers_table import lists_papers
from proposal.importers.program.table_columns import lists_schedule
from proposal.importers.site.name_likeness import names_institution, person_name
from proposal.model.name_comparison import plain_words
from proposal.reading.lines import line_of
from proposal.reading.person_titles import without_titles

_SHEET = "People"
_OF_PEOPLE = {
    *("email", "orcid", "pronouns", "honorific", "institution", "department", "country", "role"),
    *("biography", "short_biography", "scholar", "semantic_scholar", "dblp", "openreview", "photo"),
    *("first_name", "middle_name", "last_name", "suffix", "talk_title", "talk_abstract"),
    *("salutation", "particle", "name_native"),
    *("github", "linkedin", "mastodon", "bluesky", "x", "acm"),
}
"""What columns hold of people, and of rooms, tracks and topics not."""
_PEOPLE = re.compile(
    r"\b(?:people|persons?|persona[els]?|personen|committees?|commissions?|comites?|komitees?|pc"
    r"|organi[sz]\w*|veranstalter\w*|(?:co )?chairs?|chairpersons?|members?|mitglied\w*|miembros?"
    r"|membres?|membri|speakers?|presenters?|referent\w*|vortragende\w*|ponentes?|orateurs?"
    r"|intervenants?|authors?|autor\w*|auteurs?|reviewers?|gutachter\w*|revisores|relecteurs?"
    r"|participants?|teilnehm\w*|attendees?|registrants?|registrations?|applicants?|panel(?:l?ists?)?"
    r"|contacts?|kontakte?|volunteers?|team|names?|namen|forms?|responses?|answers?|antworten"
    r"|reponses?|respuestas?|full|your|family|given)\b"
)
"""Words of a heading, a sheet's or a file's name that say that people are meant. Example:
`program committee`."""
_OTHER_THINGS = re.compile(
    r"\b(?:tracks?|topics?|themes?|themen|settings?|rooms?|raume|salles?|salas?|sessions?|sitzungen"
    r"|submissions?|einreichungen|papers?|articles?|abstracts?|reviews?|bids?|bidding|decisions?"
    r"|schedule|program(?:me|m)?|agenda|timetable|keywords?|sponsors?|venues?|hotels?|categor\w+"
    r"|types?|status|events?|assignments?|conflicts?|statistics|summary|dates|deadlines)\b"
)
"""Words of a sheet's or a file's name that say that something else is meant: `Accepted papers`."""
_BARE = {"name", "names", "nom", "noms", "nombre", "nombres", "nome", "naam", "namen"}
"""Headings over names of anything."""
_THINGS = {
    *("main", "track", "tracks", "room", "hall", "session", "sessions", "topic"),
    *("workshop", "break"),
    *("lunch", "coffee", "opening", "closing", "registration", "poster", "posters"),
    *("demo", "demos"),
    *("research", "industry", "paper", "papers", "tutorial", "tutorials", "keynote", "panel"),
    *("lab", "labs", "inc", "ltd", "llc", "gmbh", "corp", "company", "foundation", "centre"),
    *("raum", "saal", "salle", "sala", "hotel", "welcome", "discussion", "theme", "category"),
}
"""Words that a name of something else has, and no name of a person."""


def people_table(
    path: Path, edition_id: str, *, is_named: bool
) -> tuple[SourceTable, Export | None]:
    """The table of people in a source, and the export that it is, if it is a known one.

    Args:
        path: a file, a folder or an archive.
        edition_id: the edition, for commands that messages name.
        is_named: whether the user says which column holds the names.

    Raises:
        ImportSourceError: there is none, or nothing shows that it is one of people.
    """
    source = read_source(path)
    others = {
        name_of(found.material) for found in recognize(source) if "people" not in found.export.kinds
    }

    def fits(table: SourceTable) -> bool:
        return table.name not in others and lists_people(table)

    if not wanted_exports(source, "people", edition_id):
        _refuse_several(source, [table for table in source.tables if fits(table)])
    material, export = chosen_material(source, "people", edition_id, _SHEET, fits=fits)
    if not isinstance(material, SourceTable):
        if export and export.people_of:
            return table_of_records(material.file, export.people_of(material)), export
        raise ImportSourceError(f"{material.file} is no table; {AS_CSV}")
    table = checked_table(material)
    if not (export or is_named or (fits(table) and not _holds_other_things(table))):
        _refuse_other_import(source, edition_id)
        _refuse_other_things(table)
    return table, export


def lists_people(table: SourceTable) -> bool:
    """Whether a table's headings are those of a list of people, and its name not of others."""
    meanings = {meaning_of(heading) for heading in table.headings if heading.strip()}
    has_parts = {"first_name", "last_name"} <= meanings
    has_names = bool({"name", "last_name"} & meanings)
    is_of_papers = lists_papers(table) and not has_parts  # Title, First name, Last name
    is_of_hours = lists_schedule(table) and not has_parts
    if is_of_papers or is_of_hours or not has_names:
        return False
    called = _called(table)
    is_of_things = _says(_OTHER_THINGS, called) and not _says(_PEOPLE, called)
    return has_parts or (("email" in meanings or not is_of_things) and _has_evidence(table))


def _has_evidence(table: SourceTable) -> bool:
    """Whether a heading beside that of names, or the table's name, says that people are meant."""
    meanings = {meaning_of(heading) for heading in table.headings if heading.strip()}
    if meanings & _OF_PEOPLE:
        return True
    called = [
        heading
        for heading in table.headings
        if meaning_of(heading) in {*OF_NAMES, ""} and " ".join(plain_words(heading)) not in _BARE
    ]
    return any(_says(_PEOPLE, text) for text in (*called, _called(table)))


def _called(table: SourceTable) -> str:
    """The sheet's name, or that of the file where it has only one."""
    return table.sheet or table.file.stem


def _says(words: re.Pattern[str], text: str) -> bool:
    return words.search(" ".join(plain_words(text.replace("_", " ")))) is not None


def _refuse_several(source: HandedSource, tables: Sequence[SourceTable]) -> None:
    """Refuse a spreadsheet with several sheets of people, none of which is called People.

    Raises:
        ImportSourceError: it is one.
    """
    sheets = [table.sheet for table in tables if table.sheet]
    if len(sheets) > 1 and _SHEET.casefold() not in {sheet.casefold() for sheet in sheets}:
        raise ImportSourceError(
            f"{source.path} has several sheets of people ({', '.join(sheets)}); call the one that "
            f"is meant {_SHEET}, or save each of them as CSV and import one after the other"
        )


def _refuse_other_things(table: SourceTable) -> None:
    """Refuse a table with names that may be those of anything.

    Raises:
        ImportSourceError: nothing shows that they are names of people.
    """
    column = next((one for one, heading in enumerate(table.headings) if _is_name(heading)), None)
    if column is None or holds_addresses(table, column):
        raise ImportSourceError(without_names(table))
    if not _may_be_people(table, column):
        cells = _cells(table, column)
        first = f"such as `{line_of(cells[0])[:60]}`" if cells else "which are empty"
        are_things = bool(cells) and all(map(_is_thing, cells))
        typed = f"if it does, add `--column name={column + 1}` to the command"
        raise ImportSourceError(
            f"{table.name}: nothing shows that the column {table.name_of(column)} holds names of "
            f"people ({first}), and not of rooms, tracks or topics; "
            f"{'give a table of people' if are_things else typed}"
        )


def _refuse_other_import(source: HandedSource, edition_id: str) -> None:
    """Refuse a source with papers or a schedule, for which the right command is named.

    Raises:
        ImportSourceError: it has one.
    """
    path = shlex.quote(str(source.path))
    for kind, what, is_one in (
        ("papers", "papers", lists_papers),
        ("program", "a schedule", lists_schedule),
    ):
        for table in source.tables:
            if is_one(table) and not lists_people(table):
                raise ImportSourceError(
                    f"{table.name} lists {what}; type `proposal import {kind} {path} --edition "
                    f"{edition_id}`"
                )
    others = [found for found in recognize(source) if "people" not in found.export.kinds]
    if others and len(source.tables) > 1:
        export = others[0].export
        said = export.advice or f"type `proposal import {' or '.join(export.kinds)} {path}`"
        raise ImportSourceError(
            f"{source.path} holds {export.title} and no table of people; {said}"
        )


def _is_name(heading: str) -> bool:
    return bool(heading.strip()) and meaning_of(heading) in OF_NAMES


def _cells(table: SourceTable, column: int) -> list[str]:
    return [cell for row in table.rows if (cell := row.cell(column))]


def _holds_other_things(table: SourceTable) -> bool:
    """Whether every cell in place of a name is one of something else: Main, Example University."""
    column = next((one for one, heading in enumerate(table.headings) if _is_name(heading)), None)
    cells = _cells(table, column) if column is not None else []
    return bool(cells) and all(_is_thing(cell) for cell in cells)


def _is_thing(cell: str) -> bool:
    name = read_name_cell(cell).name
    words = plain_words(name)
    return names_institution(name) or (bool(words) and bool(_THINGS & {words[0], words[-1]}))


def _may_be_people(table: SourceTable, column: int) -> bool:
    """Whether the cells of a column with no other column beside it are names of people."""
    if _says(_OTHER_THINGS, _called(table)):
        return False
    cells = _cells(table, column)
    titled = [cell for cell in cells if without_titles(cell)[1] or "@" in cell]
    others = [
        one for one, heading in enumerate(table.headings) if one != column and heading.strip()
    ]
    is_numbered = bool(others) and all(
        meaning_of(table.headings[number]) == "" for number in others
    )
    if is_numbered and len(others) == 1 and not titled:
        return False
    alike = [cell for cell in cells if person_name(cell)]
    return len(alike) >= len(cells) / 2 and not any(_is_thing(cell) for cell in cells)


def without_names(table: SourceTable) -> str:
    """Why a table without a column of names is refused, with all columns by their numbers."""
    columns = range(max(len(row.cells) for row in (table.headings_row, *table.rows)))
    listed = ", ".join(f"{column + 1} {line_of(table.name_of(column))}" for column in columns)
    typed = " or ".join(
        f"`--column name={column + 1}`" for column in columns if _looks_like_names(table, column)
    )
    advice = f"; if they stand in one of them, add {typed} to the command" if typed else ""
    addresses = [
        one
        for one, heading in enumerate(table.headings)
        if _is_name(heading) and holds_addresses(table, one)
    ]
    if addresses:
        called = table.name_of(addresses[0])
        advice = advice or "; write the names into a column, and import the table again"
        return f"{table.name}: the column {called} holds addresses, and no column names{advice}"
    return (
        f"{table.name} has no column for names: Name, or First name and Last name, was expected "
        f"among its headings ({listed[:300]}){advice}"
    )


def _looks_like_names(table: SourceTable, column: int) -> bool:
    cells = _cells(table, column)
    alike = [cell for cell in cells if person_name(cell)]
    return bool(cells) and len(alike) >= len(cells) / 2
