"""Columns that the user names: `--column name=3` says that the third column holds names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from openpyxl.utils import get_column_letter

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.export import heading_key
from proposal.importers.exports.table import SourceTable

ColumnChoices = Mapping[str, str]
"""What was typed for each meaning: a column's number, its letter, its heading, or `none`."""
NO_CHOICES: ColumnChoices = {}
NO_COLUMN = "none"


def parsed_choices(typed: Sequence[str]) -> dict[str, str]:
    """The choices that were typed, each as `name=3`.

    Raises:
        ValueError: one is none; the text says what is expected.
    """
    found: dict[str, str] = {}
    for text in typed:
        meaning, sign, column = text.partition("=")
        if not sign or not meaning.strip() or not column.strip():
            raise ValueError(
                f"'{text}' names no column; write what it holds and its number, as in name=3"
            )
        key = meaning.strip().casefold().replace("-", "_").replace(" ", "_")
        if key in found:
            raise ValueError(f"'{key}' is said to stand in two columns; name one of them")
        found[key] = column.strip()
    return found


def chosen_columns(
    table: SourceTable, choices: ColumnChoices, meanings: Collection[str]
) -> dict[str, int | None]:
    """The column, from 0, of each meaning that the user named; nothing for "none".

    Args:
        table: the table.
        choices: what was typed.
        meanings: what columns of such a table may hold.

    Raises:
        ImportSourceError: there is no such meaning, or no such column.
    """
    for meaning in choices:
        if meaning not in meanings:
            raise ImportSourceError(
                f"--column {meaning}={choices[meaning]}: `{meaning}` is nothing that a column of "
                f"this table can hold; that is one of {', '.join(sorted(meanings))}"
            )
    return {meaning: _column(table, meaning, typed) for meaning, typed in choices.items()}


def _column(table: SourceTable, meaning: str, typed: str) -> int | None:
    width = max(len(row.cells) for row in (table.headings_row, *table.rows))
    if typed.casefold() == NO_COLUMN:
        return None
    by_letter = {get_column_letter(column + 1): column for column in range(width)}
    if typed.isascii() and typed.isdigit() and 0 < int(typed[:6]) <= width:
        return int(typed) - 1
    if re.fullmatch("[A-Za-z]{1,3}", typed) and typed.upper() in by_letter:
        return by_letter[typed.upper()]
    named = [
        column
        for column, heading in enumerate(table.headings)
        if heading.strip() and heading_key(heading) == heading_key(typed)
    ]
    if len(named) == 1:
        return named[0]
    listed = ", ".join(f"{column + 1} {table.name_of(column)}" for column in range(width))
    raise ImportSourceError(
        f"--column {meaning}={typed}: {table.name} has no such column; its columns are {listed}"
    )


def with_choices(columns: Mapping[str, int], chosen: Mapping[str, int | None]) -> dict[str, int]:
    """The columns by their meanings, of which the user named some.

    A column that the user names holds nothing else.
    """
    named = {column for column in chosen.values() if column is not None}
    kept = {
        meaning: column
        for meaning, column in columns.items()
        if meaning not in chosen and column not in named
    }
    return kept | {meaning: column for meaning, column in chosen.items() if column is not None}


def question(table: SourceTable, meaning: str, candidates: Sequence[int]) -> ImportSourceError:
    """That several columns may hold what is meant, and what to type for each."""
    listed = ", ".join(table.name_of(column) for column in candidates)
    typed = " or ".join(f"`--column {meaning}={column + 1}`" for column in candidates)
    what = meaning.replace("_", " ")
    if len(candidates) == 1:
        said = f"the column {listed} may hold the {what}, or something else; if it does,"
    else:
        said = f"several columns may hold the {what} ({listed});"
    return ImportSourceError(f"{table.name}: {said} add {typed} to the command")
