"""Says in which column each cell of a table stands, where cells reach over several."""

from __future__ import annotations

from collections.abc import Iterable

from proposal.reading.page_tree import Element

_MOST = 100
"""The most columns or rows of one cell; HTML itself allows 1000 columns and 65534 rows."""


def cells_by_column(rows: Iterable[Element]) -> list[list[Element | None]]:
    """The cells of each row at their columns; None where another cell reaches in.

    `<tr><td rowspan="2">Mon</td><td>9:00</td></tr><tr><td>10:00</td></tr>` has 10:00 below 9:00.
    """
    reaching: dict[int, int] = {}
    placed = []
    for row in rows:
        columns: dict[int, Element | None] = dict.fromkeys(reaching)
        high = {column: left - 1 for column, left in reaching.items()}
        column = 0
        for cell in row.elements:
            while column in columns:
                column += 1
            for index in range(column, column + _reach(cell, "colspan")):
                columns[index] = cell if index == column else None
                high[index] = _reach(cell, "rowspan") - 1
        reaching = {column: left for column, left in high.items() if left > 0}
        width = max(columns, default=-1) + 1
        placed.append([columns.get(index) for index in range(width)])
    return placed


def _reach(cell: Element, name: str) -> int:
    text = cell.attributes.get(name, "1")
    return min(int(text), _MOST) if text.isdecimal() and int(text) else 1
