"""Reads tables of kramdown's, Jekyll's Markdown, that have no line below their head.

| 9:30 - 10:30 | Invited talk |
| 10:30 - 11:00 | Coffee

The last bar of a line may be left out.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_ROW = re.compile(r"^\|(?=.*[^\s|-]).*\|")
"""A bar in front, another one, and words: `| 9:30 | Coffee |`, `| | 9:30`."""
_RULE = re.compile(r"^\|?[\s:|=+-]+\|?$")
"""The line below the head of a table in Markdown: `| --- | :--: |`."""
_CELL = re.compile(r"(?<!\\)\|")
r"""What parts cells, but not `\|`: `Ada | 9:00`. →"""


def headless_tables(parser: MarkdownIt) -> None:
    """Have a parser read them, where it finds no table of the usual form."""
    parser.block.ruler.before("paragraph", "headless_table", _read, {"alt": []})


def _read(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Two or more lines with bars; lines of dashes above and among them are only drawn."""
    behind = first
    has_rule_above = first + 1 < last and _ROW.match(_line(state, first + 1)) is not None
    while behind < last and (
        _ROW.match(line := _line(state, behind)) or _is_rule(line, behind > first or has_rule_above)
    ):
        behind += 1
    rows = [number for number in range(first, behind) if _ROW.match(_line(state, number))]
    if len(rows) < 2:
        return False
    if silent:
        return True
    state.push("table_open", "table", 1).map = [first, behind]
    state.push("tbody_open", "tbody", 1)
    for number in rows:
        _row(state, number)
    state.push("tbody_close", "tbody", -1)
    state.push("table_close", "table", -1)
    state.line = behind
    return True


def _is_rule(line: str, is_inside: bool) -> bool:
    return is_inside and "|" in line and _RULE.match(line) is not None


def _line(state: StateBlock, number: int) -> str:
    if state.sCount[number] - state.blkIndent >= 4:
        return ""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()


def _row(state: StateBlock, number: int) -> None:
    state.push("tr_open", "tr", 1).map = [number, number + 1]
    _, *cells = _CELL.split(_line(state, number))
    for cell in cells if cells[-1].strip() else cells[:-1]:
        state.push("td_open", "td", 1)
        words = state.push("inline", "", 0)
        words.content = cell.strip().replace("\\|", "|")
        words.map = [number, number + 1]
        words.children = []
        state.push("td_close", "td", -1)
    state.push("tr_close", "tr", -1)
