"""Turns the names of a table that stand as `Author, Ann`, where a column shows the order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from proposal.importers.site.name_likeness import is_institution, person_name
from proposal.importers.site.site_lines import SiteLine
from proposal.reading.page_tree import PageLine, StyledRun

_FEWEST = 2
"""Rows from which on a column shows an order."""


def turned_name(text: str) -> str:
    """`Ann Author` for `Author, Ann`; empty for anything else that holds a comma."""
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma or not family or not given or "," in given:
        return ""
    if is_institution(family) or is_institution(given):
        return ""
    return person_name(f"{given} {family}")


def with_names_turned(lines: list[SiteLine]) -> tuple[list[SiteLine], list[SiteLine]]:
    """Lines with names in the usual order, and the rows of tables whose order is not sure.

    A column shows its order if each of its rows has a comma, and one word before it:
    `Lyon, France` and `Ann Author, Testing Lab` are none of these.
    """
    turned: dict[int, SiteLine] = {}
    unsure: list[SiteLine] = []
    for cells in _columns(lines):
        names = [cell for cell in cells if _is_turned(cell.text)]
        if len(names) == len(cells) >= _FEWEST:
            turned |= {id(cell): _turned(cell) for cell in names}
        elif any(person_name(cell.text) for cell in cells):
            unsure += names
    rows = {cell.item for cell in unsure}
    kept = [turned.get(id(line), line) for line in lines if line.item not in rows]
    return kept, unsure


def _columns(lines: list[SiteLine]) -> Iterator[list[SiteLine]]:
    """The first column of each table, without its head."""
    tables: dict[int, list[SiteLine]] = {}
    for line in lines:
        if line.table and line.cell == 0 and line.position == 0:
            tables.setdefault(line.table, []).append(line)
    for cells in tables.values():
        yield cells[1:] if _HEAD.fullmatch(cells[0].text.strip()) else cells


_HEAD = re.compile(
    r"(?:full\s+|last\s+|family\s+)?names?(?:\s*[,(].*)?|members?|reviewers?|persons?|people|who"
    r"|surname.*|organi[sz]ers?|chairs?|speakers?",
    re.IGNORECASE,
)
"""The head of a column of names: `Name`, `Surname, given name`, `Members`."""


def _is_turned(text: str) -> bool:
    family = text.partition(",")[0].split()
    small = [word for word in family if word[:1].islower()]
    return len(family) - len(small) == 1 and bool(turned_name(text))


def _turned(line: SiteLine) -> SiteLine:
    """A line with its name in the usual order, with the style and the link of its first words."""
    first = next(run for run in line.line.runs if run.text.strip())
    run = StyledRun(turned_name(line.text), first.styles, first.address)
    return replace(line, line=PageLine((run,)))
