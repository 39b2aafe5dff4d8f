"""Says in which column each cell of a table stands, where cells reach over several."""

from __future__ import annotations

from collections.abc import Iterable

from proposal.reading.page_tree import Element

_MOST = 100
"""The most columns or rows of one cell; HTML itself allows 1000 columns and 65534 rows."""
_DIGITS = 4
"""Digits that are read of a number; one that has more is too large anyway."""


def cells_by_column(rows: Iterable[Element]) -> list[list[Element | None]]:
    """The cells of each row at their columns; None where another cell reaches in.

    `<tr><td rowspan="2">Mon</td><td>9:00</td></tr><tr><td>10:00</td></tr>` has 10:00 below 9:00.
    """
    shown: set[int] = set()
    placed = []
    for row in covering_cells(rows):
        begun: list[Element | None] = []
        for cell in row:
            begun.append(None if id(cell) in shown else cell)
            shown.add(id(cell))
        placed.append(begun)
    return placed


def covering_cells(rows: Iterable[Element]) -> list[list[Element | None]]:
    """The cells that a browser shows at each column of each row; one that reaches on comes again.

    `<tr><td rowspan="2">Mon</td><td>9:00</td></tr><tr><td>10:00</td></tr>` has Mon in both rows.
    """
    reaching: dict[int, tuple[Element, int]] = {}
    placed = []
    for row in rows:
        columns = {column: cell for column, (cell, _) in reaching.items()}
        left = {column: (cell, high - 1) for column, (cell, high) in reaching.items()}
        column = 0
        for cell in row.elements:
            while column in columns:
                column += 1
            for index in range(column, column + reach(cell, "colspan")):
                columns[index] = cell
                left[index] = cell, reach(cell, "rowspan") - 1
        reaching = {column: (cell, high) for column, (cell, high) in left.items() if high > 0}
        width = max(columns, default=-1) + 1
        placed.append([columns.get(index) for index in range(width)])
    return placed


def reach(cell: Element, name: str) -> int:
    """Over how many columns (`colspan`) or rows (`rowspan`) a cell reaches."""
    text = cell.attributes.get(name, "1")
    number = int(text[:_DIGITS]) if text.isdecimal() else 1
    return min(number or 1, _MOST)
