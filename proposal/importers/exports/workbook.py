"""Reads the sheets of a spreadsheet in .xlsx."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.exports.table import (
    AS_CSV,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    UNMERGE,
    Doubt,
    Row,
    SourceTable,
    table_of,
    unescaped,
    warn_of_rows,
)
from proposal.source.file import LARGEST

_LARGEST_UNPACKED = 8 * LARGEST
"""Bytes of a spreadsheet when it is unpacked."""


def read_workbook(file: Path, raw: bytes) -> list[SourceTable]:
    """Read the sheets of a spreadsheet that are not empty.

    Raises:
        ImportSourceError: the file is no spreadsheet, or is too large.
    """
    if _unpacked_size(raw) > _LARGEST_UNPACKED:
        raise ImportSourceError(f"{file} is larger than any such table")
    try:
        # Formulas are not computed: what the spreadsheet program saw last is read.
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        unseen = [sheet.title for sheet in book.worksheets if sheet not in shown]
        sheets = {
            sheet.title: list(_rows(file, sheet.iter_rows(values_only=True)))
            for sheet in shown or book.worksheets
        }
        filled = {title: rows for title, rows in sheets.items() if rows}
        doubts = {
            title: [*_merged(raw, title), *_without_value(raw, title, rows)]
            for title, rows in filled.items()
        }
        said = {title: _said_of_rows(raw, file, title, rows) for title, rows in filled.items()}
    except ImportSourceError:
        raise
    except Exception as reason:  # openpyxl raises whatever its parsers do
        raise ImportSourceError(f"{file} is no spreadsheet that can be read; {AS_CSV}") from reason
    if not filled:
        what = (
            "each sheet is empty" if len(sheets) > 1 else f"the sheet {next(iter(sheets))} is empty"
        )
        raise ImportSourceError(f"{file}: {what}")
    if unseen and shown:
        message = f"of {file.name} hidden sheets are not read: {', '.join(unseen)}"
        next(iter(said.values())).warn("unread-sheet", message)
    return [
        table_of(
            file,
            rows,
            sheet=title if len(filled) > 1 else None,
            doubts=doubts[title],
            diagnostics=said[title],
        )
        for title, rows in filled.items()
    ]


def _said_of_rows(raw: bytes, file: Path, sheet: str, rows: Sequence[Row]) -> SourceDiagnostics:
    """What to say of rows that are hidden, as by a filter, or struck through, and are read."""
    said = SourceDiagnostics()
    if not (_holds(raw, b' hidden="') or _holds(raw, b"<strike", "xl/styles.xml")):
        return said
    whole = load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)[sheet]
    numbers = [row.line for row in rows]
    hidden = [number for number in numbers if whole.row_dimensions[number].hidden]
    struck = [
        number
        for number in numbers
        if any(cell.value is not None and cell.font.strike for cell in whole[number])
    ]
    warn_of_rows(said, file, hidden, "hidden")
    warn_of_rows(said, file, struck, "struck through")
    return said


def _merged(raw: bytes, sheet: str) -> Iterator[Doubt]:
    """Where in a sheet one text stands for several cells."""
    if not _holds(raw, b"<mergeCell "):
        return
    whole = load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)[sheet]
    for area in sorted(whole.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col)):
        if whole.cell(area.min_row, area.min_col).value is not None:
            yield Doubt(
                area.min_row,
                f"{area}: these cells are one, and nobody can say for which rows and columns its "
                f"text holds; {UNMERGE}",
            )


def _without_value(raw: bytes, sheet: str, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Where a sheet has formulas whose value was never worked out."""
    if not (_holds(raw, b"<f>") or _holds(raw, b"<f ")):
        return
    known = {row.line: row for row in rows}
    book = load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
    for number, values in enumerate(book[sheet].iter_rows(values_only=True), start=1):
        for column, value in enumerate(values[:MOST_COLUMNS]):
            is_formula = isinstance(value, str) and value.startswith("=")
            if is_formula and not (number in known and known[number].cell(column)):
                yield Doubt(
                    number,
                    f"{get_column_letter(column + 1)}{number}: the formula here has no value yet; "
                    "open the file in a spreadsheet program and save it",
                )


def _holds(raw: bytes, tag: bytes, place: str = "xl/worksheets/") -> bool:
    """Whether any sheet of a spreadsheet, or another part of it, has a piece of XML in it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith(place)]
        return any(tag in archive.read(name) for name in sheets)


def _unpacked_size(raw: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile:
        return 0  # which openpyxl will not read, either


def _rows(file: Path, rows: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    for number, values in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise ImportSourceError(f"{file} has more than {MOST_ROWS} rows")
        cells = unescaped(
            "" if value is None else _as_typed(value) for value in values[:MOST_COLUMNS]
        )
        if any(cell.strip() for cell in cells):
            yield Row(cells, number, number)


def _as_typed(value: object) -> str:
    """A cell's value as it was typed: a number that is whole has no decimals."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    # Excel writes what XML cannot hold, and the ends of lines of Windows, as _x000D_.
    text = unescape(str(value)[:LONGEST_CELL])
    return text.replace("\r\n", "\n").replace("\r", "\n")
