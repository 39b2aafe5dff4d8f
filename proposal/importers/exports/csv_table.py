"""Reads a table in CSV of any dialect: what parts its cells is found out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.exports.table import (
    AS_CSV,
    LONGEST_CELL,
    MOST_ROWS,
    Row,
    SourceTable,
    table_of,
    unescaped,
)
from proposal.importers.handed_files import decoded
from proposal.importers.windows_text import warn_of_windows_1252
from proposal.model.affiliated import EMAIL


def read_csv(file: Path, raw: bytes) -> SourceTable:
    """Read the table of a CSV file.

    Raises:
        ImportSourceError: the file is no table.
    """
    diagnostics = SourceDiagnostics()
    text, offset = decoded(raw)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ImportSourceError(
            f"{file}:{line}: the byte 0x00 stands here, so it is no table of text; {AS_CSV}, with "
            "the encoding UTF-8"
        )
    if offset is not None:
        diagnostics.append(warn_of_windows_1252(file, raw, text, offset))
    lines = re.split(r"\r\n|\r|\n", text)
    rows = list(_csv_rows(file, lines))
    if not rows:
        raise ImportSourceError(f"{file} is empty: a row of headings was expected")
    return table_of(file, rows, lines, diagnostics=diagnostics)


def _csv_rows(file: Path, lines: list[str]) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL)
    if len(lines) > MOST_ROWS:
        raise ImportSourceError(f"{file} has more than {MOST_ROWS} lines")
    delimiter, begin = _delimiter_of(lines)
    _refuse_open_quote(file, lines[begin:], delimiter, begin)
    reader = csv.reader((f"{line}\n" for line in lines[begin:]), delimiter=delimiter)
    line = begin + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not _is_rule(cells, delimiter):
                yield Row(unescaped(cells), line, begin + reader.line_num)
            line = begin + reader.line_num + 1
    except csv.Error as reason:
        number = begin + reader.line_num
        raise ImportSourceError(f"{file}:{number}: this is no table: {reason}") from reason


def _is_rule(cells: list[str], delimiter: str) -> bool:
    """Whether a row is the rule of a table in Markdown: `| --- | :-: |`."""
    return delimiter == "|" and re.fullmatch(r"[\s:+-]*--[\s:+-]*", "".join(cells)) is not None


def _refuse_open_quote(file: Path, lines: list[str], delimiter: str, before: int) -> None:
    """Refuse a table in which a quote opens that nothing closes, which would swallow rows.

    A quote that closes behind the end of a line or of a cell, and behind which a cell goes on,
    belongs to another cell: the one that opened is not closed, either. The same is so if each line
    of the quoted text is a whole row.

    Raises:
        ImportSourceError: there is one; the message has its line and column.
    """
    opened: tuple[int, int] | None = None
    for number, line in enumerate(lines, start=before + 1):
        column = 0
        while column < len(line):
            if opened is None:
                is_start = line[:column].rstrip(" ")[-1:] in {"", delimiter}
                if line[column] == '"' and is_start:
                    opened = (number, column + 1)
            elif line[column] == '"' and line[column : column + 2] == '""':
                column += 1
            elif line[column] == '"':
                begin = opened[1] if opened[0] == number else 0
                is_swallowed = opened[0] != number or delimiter in line[begin:column]
                follows = line[column + 1 :].lstrip(" ")
                if follows and follows[0] != delimiter and is_swallowed:
                    _refuse_quote(file, opened)
                inside = lines[opened[0] - before - 1 : number - before]
                if len(inside) > 1 and _are_whole_rows(inside, lines[0], delimiter):
                    _refuse_quote(file, opened)
                opened = None
            column += 1
    if opened is not None:
        _refuse_quote(file, opened)


_ENOUGH_CELLS = 4
"""Cells of a row that a line of a text in a cell does not have by chance."""


def _are_whole_rows(lines: list[str], headings: str, delimiter: str) -> bool:
    """Whether the lines of one quoted cell are rows, so that two quotes belong to two cells.

    Commas of a text, behind which a space stands, are none between cells.

    Args:
        lines: the lines from the one where the quote opens to the one where it closes.
        headings: the line of headings.
        delimiter: what parts the cells.
    """
    bare = re.compile(rf"{re.escape(delimiter)}(?! )")
    width = headings.count(delimiter)
    counts = {(line.count(delimiter), len(bare.findall(line))) for line in lines}
    have_width = counts == {(width, len(bare.findall(headings)))}
    have_addresses = all(EMAIL.search(line) for line in lines)
    return have_width and (width >= _ENOUGH_CELLS - 1 or have_addresses)


def _refuse_quote(file: Path, place: tuple[int, int]) -> NoReturn:
    line, column = place
    raise ImportSourceError(
        f"{file}:{line}:{column}: this is no table: the quote that opens here is not closed; put a "
        "quote behind the cell's text, and write two where the text itself has one"
    )


_CANDIDATES = "\t;|,"
"""Where nothing else tells, a tab parts cells rather than a comma, which texts have."""
_SAMPLE_ROWS = 30
"""Rows by which it is judged what parts the cells."""


def _delimiter_of(lines: list[str]) -> tuple[str, int]:
    """What parts the cells, and how many lines stand before the headings.

    Excel says it in a line of its own (`sep=;`). Otherwise it is the sign by which most rows have
    as many cells as the headings, of several the one that stands in the headings most often.
    """
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if match := re.fullmatch(r'"?sep=(.)"?\s*', lines[first] if lines else ""):
        return match[1], first + 1
    outside = re.sub(r"\([^()]*\)", "", "".join(lines[first].split('"')[::2]) if lines else "")
    signs = [sign for sign in _CANDIDATES if sign in outside]
    rows = lines[first : first + _SAMPLE_ROWS]
    best = max(signs, key=lambda sign: (_evenness(rows, sign), outside.count(sign)), default=",")
    return best, first


def _evenness(lines: list[str], delimiter: str) -> float:
    """Which part of a table's rows has as many cells as its headings."""
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    try:
        widths = [len(cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error:
        return 0.0
    return sum(width == widths[0] for width in widths) / len(widths) if widths else 0.0
