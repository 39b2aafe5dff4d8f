"""Joins the columns of a table that hold one author each: `Author 1`, `Author 2`; first and others.

So that a table with them reads as one with a column of authors, and nobody is lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from proposal.importers.author_cells import tidied_authors
from proposal.importers.exports.table import Row, SourceTable
from proposal.model.name_comparison import plain_words
from proposal.reading.listed_names import read_authors

_NUMBERED = (
    ("Authors", r"(?:author|autor|auteur)(?: name)?"),
    ("Affiliations", r"(?:author )?(?:affiliation|institution|organi[sz]ation|einrichtung)"),
    ("Emails", r"(?:author )?e ?mail(?: address)?"),
    ("ORCID", r"(?:author )?orcid(?: id)?"),
)
"""What columns with numbers hold, with the heading of the column that they become."""
_FIRST = re.compile(
    r"(?:(?:first|lead|main|primary) )?author|erstautor(?:in)?|autor(?:in)?|premier auteur|auteur"
    r"|primer autor"
)
_OTHERS = re.compile(
    r"co ?authors?|(?:other|further|additional) authors?|(?:ko|mit)autor(?:en|innen)?"
    r"|weitere autor\w*"
    r"|co ?auteurs?|(?:otros )?co ?autores|autres auteurs|otros autores"
)


def with_joined_authors(table: SourceTable) -> SourceTable:
    """The table with one column of authors; the same one if it has no columns to join."""
    lines = [" ".join(plain_words(heading.replace("_", " "))) for heading in table.headings]
    numbered = {name: _numbered(lines, pattern) for name, pattern in _NUMBERED}
    if len(numbered["Authors"]) > 1:
        return _joined(table, {name: found for name, found in numbered.items() if len(found) > 1})
    first = [column for column, line in enumerate(lines) if _FIRST.fullmatch(line)]
    others = [column for column, line in enumerate(lines) if _OTHERS.fullmatch(line)]
    if len(first) == len(others) == 1:
        return _joined(table, {"Authors": [*first, *others]})
    return table


def _numbered(lines: Sequence[str], pattern: str) -> list[int]:
    """The columns of one meaning in the order of their numbers, which count from 1."""
    found = {
        int(match["before"] or match["behind"]): column
        for column, line in enumerate(lines)
        if (match := re.fullmatch(_WITH_NUMBER.format(pattern), line))
    }
    return [found[number] for number in sorted(found)] if 1 in found else []


_SEVERAL = 2
_WITH_NUMBER = r"(?:(?P<before>\d\d?) )?{}(?(before)| (?P<behind>\d\d?))"
"""Examples, with `author` in the middle: `author 1`, `1 author`."""


def _joined(table: SourceTable, groups: Mapping[str, Sequence[int]]) -> SourceTable:
    """The table with the first column of each group holding all of it, and the others nothing."""
    headings = _changed(table.headings_row, {found[0]: name for name, found in groups.items()})
    return replace(table, headings_row=headings, rows=[_row(row, groups) for row in table.rows])


def _row(row: Row, groups: Mapping[str, Sequence[int]]) -> Row:
    authors = groups["Authors"]
    named = [index for index, column in enumerate(authors) if row.cell(column)]
    cells: dict[int, str] = {}
    for name, columns in groups.items():
        texts = [row.cell(columns[index]) for index in named if index < len(columns)]
        listed = [one for text in texts for one in (_people(text) if name == "Authors" else [text])]
        cells |= dict.fromkeys(columns, "") | {columns[0]: "; ".join(listed)}
    return _changed(row, cells)


def _people(text: str) -> list[str]:
    """The authors of one cell, each as it is written in a list with semicolons."""
    cell = tidied_authors(text)
    read = read_authors(cell.text)
    if cell.refusals or read.two_ways or len(read.people) < _SEVERAL:
        return [text]
    return [
        f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in read.people
    ]


def _changed(row: Row, cells: Mapping[int, str]) -> Row:
    width = max([len(row.cells), *(column + 1 for column in cells)])
    filled = [*row.cells, *[""] * (width - len(row.cells))]
    for column, text in cells.items():
        filled[column] = text
    return replace(row, cells=tuple(filled))
