r"""Reads displayed formulas with their numbers: `\[…\]`, `equation`, `align` and their like."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from proposal.source.math.formula_source import (
    cells_of,
    formula_source,
    rows_of,
)

_BEGIN = re.compile(
    r"\s*\\begin\{(?P<name>\w+)(?P<star>\*?)\}(?P<body>.*)\\end\{(?P=name)(?P=star)\}\s*", re.DOTALL
)
r"""`\begin{align*}a &= b\end{align*}`"""
_LABEL = re.compile(r"\\label\s*\{([^{}]*)\}")
r"""`\label{eq:loss}`"""
_TAG = re.compile(r"\\tag\s*\*?\s*\{([^{}]*)\}")
r"""`\tag{1}`, `\tag*{(1)}`"""
_UNNUMBERED = re.compile(r"\\(?:nonumber|notag)(?![A-Za-z])")
r"""`\nonumber`"""
_BETWEEN = re.compile(r"\\(?:short)?intertext\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
r"""`\intertext{and so}`"""
_BY_LINE = {"align", "gather", "eqnarray", "flalign", "alignat", "xalignat", "IEEEeqnarray"}
"""Environments whose lines have a number each."""
_LINES = {*_BY_LINE, "multline", "dmath"}
DISPLAYS = frozenset(
    f"{name}{star}" for name in (*_LINES, "equation", "displaymath") for star in ("", "*")
)
"""The environments of displayed formulas."""

NextNumber = Callable[[], str]


class DisplayedFormula(Struct, frozen=True):
    """A displayed formula of a paper."""

    source: str | None
    """As data write it; nothing if they cannot hold it."""
    labels: dict[str, str]
    """The numbers of its labels."""


def read_display(tex: str, next_number: NextNumber) -> DisplayedFormula:
    """A displayed formula, with the numbers that LaTeX gives it.

    Args:
        tex: the formula, with the commands that begin and end it.
        next_number: steps LaTeX's counter of equations.
    """
    found = _BEGIN.fullmatch(tex)
    name = found["name"] if found else ""
    is_numbered = bool(found) and not (found and found["star"]) and name != "displaymath"
    body = found["body"] if found else _between_signs(tex)
    if name in {"alignat", "xalignat", "IEEEeqnarray"}:
        body = re.sub(r"^\s*\{[^{}]*\}", "", body)
    rows = rows_of(body) if name != "equation" else [body]
    labels: dict[str, str] = {}
    tags: list[str] = []
    shown: list[str] = []
    by_line = name in _BY_LINE
    for index, row in enumerate(rows):
        own = _TAG.search(row)
        has_number = is_numbered and (by_line or index == len(rows) - 1)
        number = own[1] if own else ""
        if not own and has_number and not _UNNUMBERED.search(row):
            number = next_number()
        labels |= dict.fromkeys((label.strip() for label in _LABEL.findall(row)), number)
        tags.append(number)
        shown.append(_UNNUMBERED.sub("", _TAG.sub("", _LABEL.sub("", row))).strip())
    if not by_line:  # a label of the first line has the number of the last one
        labels = dict.fromkeys(labels, tags[-1])
    if name == "eqnarray":
        shown = [_joined_relation(row) for row in shown]
    return DisplayedFormula(_source(shown, tags, name), labels)


def _source(rows: list[str], tags: list[str], name: str) -> str | None:
    if _BETWEEN.search("".join(rows)):
        return None
    numbers = [rf" \tag{{{tag}}}" if tag else "" for tag in tags]
    if len(rows) == 1:
        row = " ".join(cells_of(rows[0])) if name in _LINES else rows[0]
        return _checked([row], numbers, "")
    table = [cells_of(row) for row in rows]
    width = max(map(len, table))
    kind = "gather*" if width == 1 else "align*"
    lines = ["&".join([*cells, *[""] * (width - len(cells))]) for cells in table]
    return _checked(lines, numbers, kind)


def _checked(rows: list[str], numbers: list[str], kind: str) -> str | None:
    written: list[str] = []
    for row in rows:
        cells = [formula_cell(cell) for cell in cells_of(row)]
        if None in cells:
            return None
        written.append(" & ".join(cell or "" for cell in cells).strip())
    lines = [f"{row}{number}" for row, number in zip(written, numbers, strict=True)]
    if not kind:
        source = lines[0]
    else:
        body = " \\\\\n".join(lines)
        source = f"\\begin{{{kind}}}\n{body}\n\\end{{{kind}}}"
    return source if is_displayable(source) else None


def formula_cell(cell: str) -> str | None:
    """A part of a line, as data write it; nothing if they cannot hold it."""
    if not cell.strip():
        return ""
    return formula_source(cell, is_display=True)


def is_displayable(source: str) -> bool:
    """Whether data can hold a displayed formula."""
    return formula_source(source, is_display=True, is_written=True) is not None


def _between_signs(tex: str) -> str:
    text = tex.strip()
    for start, end in ((r"\[", r"\]"), ("$$", "$$")):
        if text.startswith(start) and text.endswith(end) and len(text) >= len(start + end):
            return text[len(start) : -len(end)]
    return text


def _joined_relation(row: str) -> str:
    """A line of `eqnarray` with its relation before the right side: `a &= b`."""
    cells = cells_of(row)
    if len(cells) != 3:
        return row
    return f"{cells[0]}&{cells[1].strip()} {cells[2].strip()}"
