"""Reads columns that part the names of those who present: `Presenter 1 First Name`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from proposal.importers.exports.table import Row, SourceTable
from proposal.model.name_comparison import plain_words

_PRESENTER = re.compile(
    r"(?:presenter|presenting author|speaker)(?: (?P<number>\d\d?))? (?P<what>.+)"
)
"""Examples: `presenter 1 first name`, `presenting author last name`, `speaker 2 email`."""
_GIVEN = re.compile(r"(?:first|given|fore) ?(?:names?)?")
"""`first name`, `given names`"""
_FAMILY = re.compile(r"(?:last|family|sur) ?(?:names?)?")
"""`last name`, `surname`"""
_PLACE = re.compile(r"(?:primary )?(?:affiliation|institution|organi[sz]ation|company)")
"""`primary affiliation`, `organisation`"""
_AUTHOR = re.compile(r"(?<!presenting )\b(?:co ?)?authors?\b")
"""Headings of authors: `authors`, `author 1`, `co authors`; not `presenting author`."""


def with_presenters(table: SourceTable, *, has_places: bool = True) -> SourceTable:
    """The table with one column Presenters in place of columns for the parts of their names.

    Args:
        table: the table.
        has_places: whether the institution of each stands between parentheses behind the name, if
            there is a column of it.
    """
    columns = _columns(table)
    given, family = columns.get("given", {}), columns.get("family", {})
    if not given or given.keys() != family.keys():
        return table
    places = columns.get("place", {}) if has_places else {}
    used = [column for found in (given, family, places) for column in found.values()]
    first, empty = min(used), dict.fromkeys(used, "")

    def joined(row: Row) -> Row:
        people = "; ".join(_people(row, given, family, places))
        return row.with_cells({**empty, first: people})

    headings = table.headings_row.with_cells({**empty, first: "Presenters"})
    return replace(table, headings_row=headings, rows=[joined(row) for row in table.rows])


def with_presenters_as_authors(table: SourceTable) -> SourceTable:
    """The table with presenters called authors, where it has numbers for them and names no author.

    Otherwise they stand in one column, without their institutions.
    """
    lines = _lines(table)
    if any(map(_AUTHOR.search, lines)):
        return with_presenters(table, has_places=False)
    numbered = {
        column: f"Author {match['number']} {match['what']}"
        for column, line in enumerate(lines)
        if (match := _PRESENTER.fullmatch(line)) and match["number"]
    }
    if not any(_FAMILY.search(heading) for heading in numbered.values()):
        return table
    table.diagnostics.warn(
        "presenters-as-authors",
        "no column names the authors, so the presenters are taken for all of them",
        table.span(table.headings_row, min(numbered)),
        "if a paper has more authors, export them as well, or add them in papers.yaml",
    )
    return replace(table, headings_row=table.headings_row.with_cells(numbered))


def _lines(table: SourceTable) -> list[str]:
    return [" ".join(plain_words(heading.replace("_", " "))) for heading in table.headings]


def _columns(table: SourceTable) -> dict[str, dict[str, int]]:
    """The columns of presenters by what they hold, and by their numbers."""
    found: dict[str, dict[str, int]] = {}
    for column, line in enumerate(_lines(table)):
        match = _PRESENTER.fullmatch(line)
        for meaning, pattern in (("given", _GIVEN), ("family", _FAMILY), ("place", _PLACE)):
            if match and pattern.fullmatch(match["what"]):
                found.setdefault(meaning, {}).setdefault(match["number"] or "", column)
    return found


def _people(
    row: Row, given: Mapping[str, int], family: Mapping[str, int], places: Mapping[str, int]
) -> Iterator[str]:
    for number, column in given.items():
        name = f"{row.cell(column)} {row.cell(family[number])}".strip()
        place = row.cell(places[number]) if number in places else ""
        if name:
            yield f"{name} ({place})" if place else name
