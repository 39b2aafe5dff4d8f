"""Reads a `tabular` as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct, field
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
    LatexSpecialsNode,
)

from proposal.diagnostics import Span
from proposal.importers.draft import Warn
from proposal.importers.latex.paper_tree import Emphasis, Inline, Tabular, trimmed
from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim

Cell = tuple[Inline, ...]
ReadSpans = Callable[[Sequence[LatexNode]], Cell]

_ROW_ENDS = ("\\", "tabularnewline")
_RULES = (
    "toprule",
    "midrule",
    "bottomrule",
    "hline",
    "cmidrule",
    "cline",
    "specialrule",
    "heavyrule",
    "Xhline",
    "tabucline",
)
_OF_PAGES = ("endfirsthead", "endhead", "endfoot", "endlastfoot")
_SETTINGS_OF_CELLS = (
    "SetCell", "SetRow", "SetColumn", "SetRows", "SetColumns", "SetHline", "SetVline", "SetHlines",
    "rowfont", "everyrow", "Hline", "hdashline", "cdashline", "CodeBefore", "Body",
)  # fmt: skip
_SPACES = ("addlinespace", "noalign", "morecmidrules", "endhead", "endfoot", "endfirsthead")


class _Grid(Struct):
    """Cells as they are typed."""

    rows: list[list[list[LatexNode]]] = field(default_factory=lambda: [[[]]])
    ruled: set[int] = field(default_factory=set)
    """After how many rows there is a rule."""

    def end_cell(self) -> None:
        self.rows[-1].append([])

    def end_row(self) -> None:
        if len(self.rows) == 1 and not verbatim(self.rows[0][0]).strip() and len(self.rows[0]) == 1:
            self.rows[0] = [[]]  # the line of a longtable's caption
            return
        self.rows.append([[]])

    def add(self, node: LatexNode) -> None:
        self.rows[-1][-1].append(node)


def cells_of(node: LatexEnvironmentNode) -> list[list[LatexNode]]:
    """What stands in the cells of a table, row after row."""
    return [cell for row in _grid(node.nodelist).rows for cell in row]


def printed_once(nodes: Sequence[LatexNode]) -> list[LatexNode]:
    """What a table holds, without the heading that it repeats on further pages."""
    marks = [index for index, node in enumerate(nodes) if is_macro(node, *_OF_PAGES)]
    if not marks:
        return list(nodes)
    return [*nodes[: marks[0]], *nodes[marks[-1] + 1 :]]


def read_table(
    node: LatexEnvironmentNode,
    nodes: Sequence[LatexNode],
    place: Span,
    spans: ReadSpans,
    warn: Warn,
) -> Tabular:
    """The table that an environment sets.

    Args:
        node: the environment.
        nodes: what it holds, without captions and labels.
        place: where it begins.
        spans: reads a cell.
        warn: says what is not kept.
    """
    grid = _grid(nodes)
    rows = [_cells(row, spans, warn, place) for row in grid.rows]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((len(row) for row in rows), default=1)
    full = [(*row, *[()] * (width - len(row))) for row in rows]
    has_header = 1 in grid.ruled and len(full) > 1 and not set(range(1, len(full))) <= grid.ruled
    has_header = has_header or (len(full) == 2 and 1 in grid.ruled)
    header = tuple(_unbold(cell) for cell in full[0]) if has_header else ((),) * width
    body = full[1:] if has_header else full
    letters = _alignments(_columns(node))
    return Tabular(header, tuple(body), letters.ljust(width, "l")[:width], place)


def _grid(nodes: Sequence[LatexNode]) -> _Grid:
    grid, is_behind_rule = _Grid(), False
    for node in nodes:
        if is_behind_rule and _belongs_to_rule(node):
            continue
        is_behind_rule = False
        if isinstance(node, LatexSpecialsNode) and node.specials_chars == "&":
            grid.end_cell()
        elif is_macro(node, *_ROW_ENDS):
            grid.end_row()
        elif is_macro(node, *_RULES):
            grid.ruled.add(len(grid.rows) - 1)
            is_behind_rule = True
        elif is_macro(node, *_SPACES):
            is_behind_rule = True
        elif is_macro(node, *_SETTINGS_OF_CELLS):
            continue
        else:
            grid.add(node)
    return grid


def _belongs_to_rule(node: LatexNode) -> bool:
    r"""Whether a node is the width or the columns of a rule: `\\cmidrule(lr){2-3}`."""
    if isinstance(node, LatexCharsNode):
        characters = str(node.chars).strip()
        return characters.startswith("(") and characters.endswith(")")
    return isinstance(node, LatexGroupNode)


def _cells(
    row: Sequence[Sequence[LatexNode]], spans: ReadSpans, warn: Warn, place: Span
) -> list[Cell]:
    cells: list[Cell] = []
    for nodes in row:
        cells.append(trimmed(spans(nodes)))
        for node in nodes:
            if isinstance(node, LatexMacroNode) and node.macroname == "multicolumn":
                count = verbatim(argument(node, 0) or ()).strip()
                more = int(count) - 1 if count.isdecimal() and len(count) < 3 else 0
                if more > 0:
                    message = "a cell over several columns stands in the first of them"
                    warn("layout-not-kept", message, place)
                cells += [()] * more
    return cells if any(cells) or len(cells) > 1 else []


def _unbold(cell: Cell) -> Cell:
    """A heading's cell, which is bold by itself."""
    if len(cell) == 1 and isinstance(cell[0], Emphasis) and cell[0].is_bold:
        return cell[0].spans
    return cell


def _columns(node: LatexEnvironmentNode) -> str:
    """How a table's columns are set, as `lcr`."""
    written = verbatim(last_argument(node))
    # `colspec = {Q[c]X}, rows = {m}` of tabularray
    named = re.search(r"colspec\s*=\s*\{((?:[^{}]|\{[^{}]*\})*)\}", written)
    if named:
        return re.sub(r"[QX]\[([lcr])[^\]]*\]", r"\1", named[1])
    return "" if "=" in re.sub(r"\{[^{}]*\}", "", written) else written


def _alignments(columns: str) -> str:
    """A letter for each column: `@{}lp{3cm}r@{}` makes `llr`."""
    letters, depth = "", 0
    for sign in columns:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not depth and sign in "lcrpmbXLCRJS":
            letters += sign.lower() if sign in "crCR" else "l"
    return letters
