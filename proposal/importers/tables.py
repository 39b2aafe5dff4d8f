"""Reads a table, as forms and review systems export it: CSV of any dialect, or a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from proposal.diagnostics import Span
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.handed_files import bytes_of, decoded
from proposal.model.affiliated import EMAIL
from proposal.source.file import LARGEST, forbidden_in

_CELL_ERRORS = {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"}
"""What a spreadsheet program shows where a formula has no value (ECMA-376, 18.17.3)."""

_LARGEST_SHEET = 8 * LARGEST
"""Bytes of a spreadsheet when it is unpacked."""

_MOST_ROWS, _MOST_COLUMNS = 20_000, 500
_LONGEST_CELL = 200_000
_NO_TABLES = {
    b"\xd0\xcf\x11\xe0": "a spreadsheet or document of Office 97 to 2003",
    b"{\\rtf": "a document in RTF",
}
_AS_CSV = "save it as CSV or .xlsx"
_FEW_LINES = 5
"""How many lines a message lists."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty, below the headings."""

    cells: tuple[str, ...]
    line: int
    """The line of the file where the row begins; in a spreadsheet, its number."""
    last_line: int

    def cell(self, column: int) -> str:
        """The trimmed text of a cell; empty where the row is short."""
        return self.cells[column].strip() if column < len(self.cells) else ""


@dataclass(slots=True)
class SourceTable:
    """A table with its headings."""

    file: Path
    headings_row: Row
    rows: list[Row]
    lines: list[str] | None
    """The lines of the file; a spreadsheet has none."""
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)

    @property
    def headings(self) -> list[str]:
        """The texts of the first row that is not empty."""
        return list(self.headings_row.cells)

    def where_cell(self, row: Row, column: int) -> str:
        """A cell's place, as it is written before a message."""
        letter = get_column_letter(column + 1)
        if self.lines is None:
            return f"{self.file}, {letter}{row.line}"
        return f"{self.file}:{row.line}, column {letter}"

    def where(self, row: Row) -> str:
        """A row's place, as it is written before a message."""
        sign = ":" if self.lines is not None else ", row "
        return f"{self.file}{sign}{row.line}"

    def filled(self, column: int) -> int:
        """How many rows have something in a column."""
        return sum(bool(row.cell(column)) for row in self.rows)

    def name_of(self, column: int) -> str:
        """A column as a message calls it: by its heading, or by its letter."""
        heading = self.headings[column] if column < len(self.headings) else ""
        return " ".join(heading.split()) or f"{get_column_letter(column + 1)} (without a heading)"

    def warn(self, code: str, message: str, row: Row, column: int, hint: str | None = None) -> None:
        """Add a warning about a cell."""
        heading = " ".join(self.headings[column].split()) or get_column_letter(column + 1)
        if self.lines is None:
            cell = f"{get_column_letter(column + 1)}{row.line}"
            where = f"{self.file.name}, {cell} ({heading}): {message}"
            self.diagnostics.warn(code, where, None, hint)
        else:
            span = self.span(row, column)
            self.diagnostics.warn(code, f"{message} (column {heading})", span, hint)

    def span(self, row: Row, column: int) -> Span | None:
        """Where the first line of a cell stands in the file; a spreadsheet has no lines."""
        if self.lines is None:
            return None
        lines = self.lines[row.line - 1 : row.last_line]
        first = (row.cell(column).splitlines() or [""])[0].strip()
        if first:
            for number, line in enumerate(lines, start=row.line):
                if first in line:
                    begin = line.index(first) + 1
                    return Span(self.file, number, begin, begin + len(first))
        return Span(self.file, row.line, 1, len(lines[0] if lines else "") + 1)


def read_table(file: Path, sheet: str | None = None) -> SourceTable:
    """Read a CSV file or a spreadsheet.

    Args:
        file: the table; its first row that is not empty holds the headings.
        sheet: the name of the spreadsheet's sheet to prefer to the first one.

    Raises:
        ImportSourceError: the file is no table.
    """
    raw = bytes_of(file, "table", _NO_TABLES, f" and no table; {_AS_CSV}")
    if raw.startswith(b"PK\x03\x04"):
        return _read_sheet(file, raw, sheet)
    return _read_csv(file, raw)


def _read_csv(file: Path, raw: bytes) -> SourceTable:
    diagnostics = SourceDiagnostics()
    text, offset = decoded(raw)
    if offset is not None:
        line, column = raw.count(b"\n", 0, offset) + 1, offset - raw.rfind(b"\n", 0, offset)
        message = "the file is not UTF-8, so it was read as Windows-1252"
        span = Span(file, line, column, column + 1)
        diagnostics.warn("encoding", message, span, "look at the letters with accents")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ImportSourceError(
            f"{file}:{line}: the byte 0x00 stands here, so it is no table of text; {_AS_CSV}, with "
            "the encoding UTF-8"
        )
    if text.lstrip()[:1] == "<":
        raise ImportSourceError(f"{file} is a web page and no table; {_AS_CSV}")
    lines = re.split(r"\r\n|\r|\n", text)
    rows = list(_csv_rows(file, lines))
    if not rows:
        raise ImportSourceError(f"{file} is empty: a row of headings was expected")
    return _checked(SourceTable(file, rows[0], rows[1:], lines, diagnostics))


def _checked(table: SourceTable) -> SourceTable:
    """A table whose rows go with its headings.

    Raises:
        ImportSourceError: a row has more cells than there are headings, there is no row, or a cell
            holds what data may not hold.
    """
    _refuse_forbidden(table)
    if not table.rows:
        raise ImportSourceError(f"{table.file} has headings, and no row below them")
    width = max(index for index, heading in enumerate(table.headings, 1) if heading.strip())
    short = []
    for row in table.rows:
        last = max(index for index, cell in enumerate(row.cells, 1) if cell.strip())
        if last > max(width, len(table.headings)):
            raise ImportSourceError(
                f"{table.where(row)}: this row has {last} cells and the headings are "
                f"{len(table.headings)}, so that nobody can say what is what; put a cell in which "
                "the separator stands between quotes"
            )
        if len(row.cells) < width and len(row.cells) < len(table.headings):
            short.append(row)
    if short and table.lines is not None:
        lines = ", ".join(str(row.line) for row in short[:_FEW_LINES])
        more = f" and {len(short) - _FEW_LINES} more" if len(short) > _FEW_LINES else ""
        message = f"fewer cells than headings in line {lines}{more}; the others count as empty"
        hint = "look whether a separator is missing there"
        table.diagnostics.warn("short-row", message, table.span(short[0], 0), hint)
    return table


def _refuse_forbidden(table: SourceTable) -> None:
    """Refuse a table with characters that nobody sees, or with the errors of formulas.

    Raises:
        ImportSourceError: a heading or a cell has one; the message has its place.
    """
    for row in (table.headings_row, *table.rows):
        for column, cell in enumerate(row.cells):
            for _, character in forbidden_in(cell):
                raise ImportSourceError(
                    f"{table.where_cell(row, column)}: the invisible character "
                    f"U+{ord(character):04X} stands in this cell, and cannot be printed; delete it "
                    "there (it often comes along when text is pasted)"
                )
            if table.lines is None and cell.strip() in _CELL_ERRORS:
                raise ImportSourceError(
                    f"{table.where_cell(row, column)}: the spreadsheet program could not work out "
                    f"this cell and shows {cell.strip()}; write the text itself"
                )


def _csv_rows(file: Path, lines: list[str]) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    if len(lines) > _MOST_ROWS:
        raise ImportSourceError(f"{file} has more than {_MOST_ROWS} lines")
    delimiter, begin = _delimiter_of(lines)
    _refuse_open_quote(file, lines[begin:], delimiter, begin)
    reader = csv.reader((f"{line}\n" for line in lines[begin:]), delimiter=delimiter)
    line = begin + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(_unescaped(cells), line, begin + reader.line_num)
            line = begin + reader.line_num + 1
    except csv.Error as reason:
        number = begin + reader.line_num
        raise ImportSourceError(f"{file}:{number}: this is no table: {reason}") from reason


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

    Args:
        lines: the lines from the one where the quote opens to the one where it closes.
        headings: the line of headings.
        delimiter: what parts the cells.
    """
    width = headings.count(delimiter)
    have_width = all(line.count(delimiter) == width for line in lines)
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


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
"""Examples: `&amp;`, `&#233;`."""


def _unescaped(cells: Iterable[str]) -> tuple[str, ...]:
    """Cells with the characters that entities of HTML, as some systems export them, stand for."""
    return tuple(_ENTITY.sub(lambda match: html.unescape(match[0]), cell) for cell in cells)


def _read_sheet(file: Path, raw: bytes, sheet: str | None) -> SourceTable:
    if _unpacked_size(raw) > _LARGEST_SHEET:
        raise ImportSourceError(f"{file} is larger than any such table")
    try:
        # Formulas are not computed: what the spreadsheet program saw last is read.
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        sheets = {worksheet.title.casefold(): worksheet for worksheet in book.worksheets}
        chosen = sheets.get((sheet or "").casefold(), book.worksheets[0])
        rows = list(_sheet_rows(file, chosen.iter_rows(values_only=True)))
        unread = [
            worksheet.title
            for worksheet in book.worksheets
            if worksheet is not chosen and _has_rows(worksheet)
        ]
        unsure = _merged(raw, chosen.title) or _without_value(raw, chosen.title, rows)
    except ImportSourceError:
        raise
    except Exception as reason:  # openpyxl raises whatever its parsers do
        raise ImportSourceError(f"{file} is no spreadsheet that can be read; {_AS_CSV}") from reason
    if not rows:
        raise ImportSourceError(f"{file}: the sheet {chosen.title} is empty")
    if unsure:
        raise ImportSourceError(f"{file}, {unsure}")
    table = _checked(SourceTable(file, rows[0], rows[1:], None))
    if unread and chosen.title.casefold() != (sheet or "").casefold():
        message = f"of {file.name} the sheet {chosen.title} is read, and not {', '.join(unread)}"
        table.diagnostics.warn("unread-sheet", message)
    return table


def _has_rows(sheet: Worksheet) -> bool:
    return any(any(cell is not None for cell in row) for row in sheet.iter_rows(values_only=True))


def _merged(raw: bytes, sheet: str) -> str | None:
    """What is wrong with a sheet in which one text stands for several cells."""
    if not _holds(raw, b"<mergeCell "):
        return None
    whole = load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)[sheet]
    for area in whole.merged_cells.ranges:
        if whole.cell(area.min_row, area.min_col).value is not None:
            return (
                f"{area}: these cells are one, and nobody can say for which rows and columns its "
                "text holds; unmerge them and write it into each"
            )
    return None


def _without_value(raw: bytes, sheet: str, rows: list[Row]) -> str | None:
    """What is wrong with a sheet that has a formula whose value was never worked out."""
    if not (_holds(raw, b"<f>") or _holds(raw, b"<f ")):
        return None
    known = {row.line: row for row in rows}
    book = load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
    for number, values in enumerate(book[sheet].iter_rows(values_only=True), start=1):
        for column, value in enumerate(values[:_MOST_COLUMNS]):
            is_formula = isinstance(value, str) and value.startswith("=")
            if is_formula and not (number in known and known[number].cell(column)):
                return (
                    f"{get_column_letter(column + 1)}{number}: the formula here has no value yet; "
                    "open the file in a spreadsheet program and save it"
                )
    return None


def _holds(raw: bytes, tag: bytes) -> bool:
    """Whether any sheet of a spreadsheet has a tag of XML in it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(tag in archive.read(name) for name in sheets)


def _unpacked_size(raw: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile:
        return 0  # which openpyxl will not read, either


def _sheet_rows(file: Path, rows: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    for number, values in enumerate(rows, start=1):
        if number > _MOST_ROWS:
            raise ImportSourceError(f"{file} has more than {_MOST_ROWS} rows")
        cells = _unescaped(
            "" if value is None else _as_typed(value) for value in values[:_MOST_COLUMNS]
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
    text = unescape(str(value)[:_LONGEST_CELL])
    return text.replace("\r\n", "\n").replace("\r", "\n")
