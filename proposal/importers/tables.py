"""Reads a table, as forms and review systems export it: CSV of any dialect, or a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from proposal.diagnostics import Diagnostic, Span, warning
from proposal.importers.draft import ImportSourceError
from proposal.source.file import LARGEST

_LARGEST_SHEET = 8 * LARGEST
"""Bytes of a spreadsheet when it is unpacked."""

_MOST_ROWS, _MOST_COLUMNS = 20_000, 500
_LONGEST_CELL = 200_000
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xd0\xcf\x11\xe0": "a spreadsheet or document of Office 97 to 2003",
    b"{\\rtf": "a document in RTF",
}
_AS_CSV = "save it as CSV or .xlsx"


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
class Table:
    """A table with its headings."""

    file: Path
    headings: list[str]
    rows: list[Row]
    lines: list[str] | None
    """The lines of the file; a spreadsheet has none."""
    remarks: list[Diagnostic] = field(default_factory=list)

    def remark(
        self, code: str, message: str, row: Row, column: int, hint: str | None = None
    ) -> None:
        """Remark on a cell."""
        heading = " ".join(self.headings[column].split()) or get_column_letter(column + 1)
        if self.lines is None:
            cell = f"{get_column_letter(column + 1)}{row.line}"
            where = f"{self.file.name}, {cell} ({heading}): {message}"
            self.remarks.append(warning(code, where, None, hint))
        else:
            span = self.span(row, column)
            self.remarks.append(warning(code, f"{message} (column {heading})", span, hint))

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


def read_table(file: Path, sheet: str | None = None) -> Table:
    """Read a CSV file or a spreadsheet.

    Args:
        file: the table; its first row that is not empty holds the headings.
        sheet: the name of the spreadsheet's sheet to prefer to the first one.

    Raises:
        ImportSourceError: the file is no table.
    """
    raw = _bytes_of(file)
    for signature, kind in _SIGNATURES.items():
        if raw.startswith(signature):
            raise ImportSourceError(f"{file} is {kind} and no table; {_AS_CSV}")
    if raw.startswith(b"PK\x03\x04"):
        return _read_sheet(file, raw, sheet)
    return _read_csv(file, raw)


def _bytes_of(file: Path) -> bytes:
    if file.is_dir():
        raise ImportSourceError(f"{file} is a folder; name the table in it")
    try:
        if file.stat().st_size > LARGEST:
            raise ImportSourceError(f"{file} is larger than 4 MB, which no such table is")
        return file.read_bytes()
    except OSError as reason:
        said = (reason.strerror or "unknown reason").lower()
        raise ImportSourceError(f"{file} cannot be read: {said}") from reason


def _read_csv(file: Path, raw: bytes) -> Table:
    remarks: list[Diagnostic] = []
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = raw.decode("utf-16", errors="replace")
    else:
        text = _decoded(file, raw, remarks)
    if "\0" in text:
        raise ImportSourceError(f"{file} is no table of text; {_AS_CSV}")
    if text.lstrip()[:1] == "<":
        raise ImportSourceError(f"{file} is a web page and no table; {_AS_CSV}")
    lines = re.split(r"\r\n|\r|\n", text)
    rows = list(_csv_rows(file, lines))
    if not rows:
        raise ImportSourceError(f"{file} is empty: a row of headings was expected")
    return Table(file, list(rows[0].cells), rows[1:], lines, remarks)


def _decoded(file: Path, raw: bytes, remarks: list[Diagnostic]) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        before = raw[: reason.start]
        line = before.count(b"\n") + 1
        column = reason.start - (before.rfind(b"\n") + 1) + 1
        span = Span(file, line, column, column + 1)
        message = "the file is not UTF-8, so it was read as Windows-1252"
        remarks.append(warning("encoding", message, span, "look at the letters with accents"))
        return raw.decode("cp1252", errors="replace")


def _csv_rows(file: Path, lines: list[str]) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    if len(lines) > _MOST_ROWS:
        raise ImportSourceError(f"{file} has more than {_MOST_ROWS} lines")
    reader = csv.reader((f"{each}\n" for each in lines), delimiter=_delimiter_of(lines))
    begin = 1
    try:
        for cells in reader:
            if any(each.strip() for each in cells):
                yield Row(tuple(cells[:_MOST_COLUMNS]), begin, reader.line_num)
            begin = reader.line_num + 1
    except csv.Error as reason:
        raise ImportSourceError(f"{file}:{reader.line_num}: this is no table: {reason}") from reason


def _delimiter_of(lines: list[str]) -> str:
    """What parts the headings: the sign that stands in them most often outside of quotes."""
    first = next((line for line in lines if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(",;\t|", key=outside.count)


def _read_sheet(file: Path, raw: bytes, sheet: str | None) -> Table:
    if _unpacked_size(raw) > _LARGEST_SHEET:
        raise ImportSourceError(f"{file} is larger than any such table")
    try:
        # Formulas are not computed: what the spreadsheet program saw last is read.
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        sheets = {each.title.casefold(): each for each in book.worksheets}
        chosen = sheets.get((sheet or "").casefold(), book.worksheets[0])
        rows = list(_sheet_rows(file, chosen.iter_rows(values_only=True)))
    except ImportSourceError:
        raise
    except Exception as reason:  # openpyxl raises whatever its parsers do
        raise ImportSourceError(f"{file} is no spreadsheet that can be read; {_AS_CSV}") from reason
    if not rows:
        raise ImportSourceError(f"{file}: the sheet {chosen.title} is empty")
    return Table(file, list(rows[0].cells), rows[1:], None)


def _unpacked_size(raw: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return sum(each.file_size for each in archive.infolist())
    except zipfile.BadZipFile:
        return 0  # which openpyxl will not read, either


def _sheet_rows(file: Path, rows: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    for number, values in enumerate(rows, start=1):
        if number > _MOST_ROWS:
            raise ImportSourceError(f"{file} has more than {_MOST_ROWS} rows")
        cells = tuple("" if each is None else _as_typed(each) for each in values[:_MOST_COLUMNS])
        if any(each.strip() for each in cells):
            yield Row(cells, number, number)


def _as_typed(value: object) -> str:
    """A cell's value as it was typed: a number that is whole has no decimals."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:_LONGEST_CELL]
