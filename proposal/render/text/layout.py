"""Lays out filled templates of text: no line too long, no gap where a part is empty.

So a template holds a paragraph or an item in one line, and nobody counts columns in it.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

from proposal.render.plain import COLUMNS, wrapped

_MARKER = re.compile(r" *(?:(?:[*-]|\d+\.) +)?")
"""What stands before the text of an item: `- one`, `  12. one`."""
_COLUMN = re.compile(r" *\S.*? {2,}(?=\S)")
"""The first column of a line in columns: `9:00   Opening`."""
_WIDEST_COLUMN = 40
"""Columns; a gap further to the right does not begin a column of text."""


def closed_up(text: str) -> str:
    """A text with at most one empty line at a time, no blanks at line ends, one line end last."""
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def laid_out(text: str) -> str:
    """A text closed up, its lines at most `COLUMNS` long.

    What does not fit into a line goes on below where the line's text begins: behind the
    marker of an item, or in the second column.
    """
    lines = [part for line in text.split("\n") for part in _broken(line.rstrip())]
    return closed_up("\n".join(lines))


def _broken(line: str) -> list[str]:
    if cell_len(line) <= COLUMNS:
        return [line]
    column = _COLUMN.match(line)
    marker = _MARKER.match(line)
    head = marker[0] if marker else ""
    if column and cell_len(column[0]) <= _WIDEST_COLUMN:
        head = column[0]
        longest = max(map(cell_len, line[len(head) :].split(" ")))
        if longest > COLUMNS - cell_len(head):  # an address, which fits below its label
            return [head.rstrip(), *wrapped(line[len(head) :], COLUMNS)]
    return wrapped(line[len(head) :], COLUMNS, head, " " * cell_len(head))
