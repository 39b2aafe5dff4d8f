"""A table of a source: its headings, its rows and their places."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace
from openpyxl.utils import get_column_letter

from proposal.diagnostics import Span, first_few
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.source.file import forbidden_in

AS_CSV = "save it as CSV or .xlsx"
"""What to do with a file that holds a table in another form."""
UNMERGE = (
    "unmerge them, write it into each that it holds for, and delete a row that is only a heading "
    "or a sum of others"
)
"""What to do with cells that are one and have a text."""
MOST_ROWS = 20_000
MOST_COLUMNS = 500
LONGEST_CELL = 200_000
_CELL_ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|Err:\d{3}")
"""What a spreadsheet program shows where a formula has no value (ECMA-376, 18.17.3): `#REF!`."""
_FEW_LINES = 5
"""How many lines a message lists."""
_MOST_TITLES = 15
"""Rows that may stand above the headings: the name of the conference, the day of the export."""


class Row(Struct, frozen=True):
    """A row that is not empty, below the headings."""

    cells: tuple[str, ...]
    line: int
    """The line of the file where the row begins; in a spreadsheet, its number."""
    last_line: int

    def cell(self, column: int) -> str:
        """The trimmed text of a cell; empty where the row is short."""
        return self.cells[column].strip() if column < len(self.cells) else ""

    def with_cells(self, cells: Mapping[int, str]) -> Row:
        """The row with other texts in some columns."""
        width = max([len(self.cells), *(column + 1 for column in cells)])
        filled = [*self.cells, *[""] * (width - len(self.cells))]
        for column, text in cells.items():
            filled[column] = text
        return replace(self, cells=tuple(filled))


class SourceTable(Struct):
    """A table with its headings."""

    file: Path
    headings_row: Row
    rows: list[Row]
    lines: list[str] | None
    """The lines of the file; a spreadsheet has none."""
    sheet: str | None = None
    """The name of its sheet, where the file has several."""
    doubts: tuple[Doubt, ...] = ()
    """What is not sure about a spreadsheet."""
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)

    @property
    def name(self) -> str:
        """The table as messages begin with it: the file, and its sheet where it has several."""
        return f"{self.file}, sheet {self.sheet}" if self.sheet else str(self.file)

    @property
    def headings(self) -> list[str]:
        """The texts of the first row that is not empty."""
        return list(self.headings_row.cells)

    def where_cell(self, row: Row, column: int) -> str:
        """A cell's place, as it is written before a message."""
        letter = get_column_letter(column + 1)
        if self.lines is None:
            return f"{self.name}, {letter}{row.line}"
        return f"{self.file}:{row.line}, column {letter}"

    def where(self, row: Row) -> str:
        """A row's place, as it is written before a message."""
        sign = ":" if self.lines is not None else ", row "
        return f"{self.name}{sign}{row.line}"

    def filled(self, column: int) -> int:
        """How many rows have something in a column."""
        return len({row.line for row in self.rows if row.cell(column)})

    def name_of(self, column: int) -> str:
        """A column as a message calls it: by its heading, or by its letter."""
        heading = self.headings[column] if column < len(self.headings) else ""
        return " ".join(heading.split()) or f"{get_column_letter(column + 1)} (without a heading)"

    def warn(self, code: str, message: str, row: Row, column: int, hint: str | None = None) -> None:
        """Add a warning about a cell."""
        heading = " ".join(self.headings[column].split()) or get_column_letter(column + 1)
        if self.lines is None:
            cell = f"{get_column_letter(column + 1)}{row.line}"
            sheet = f", sheet {self.sheet}" if self.sheet else ""
            where = f"{self.file.name}{sheet}, {cell} ({heading}): {message}"
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


class Doubt(Struct, frozen=True):
    """What nobody can know of a spreadsheet from its file."""

    line: int
    """The number of the row."""
    message: str
    """The cells, what is wrong, and what to do."""


def table_of(
    file: Path,
    rows: Sequence[Row],
    lines: list[str] | None = None,
    sheet: str | None = None,
    doubts: Iterable[Doubt] = (),
    diagnostics: SourceDiagnostics | None = None,
) -> SourceTable:
    """The table of a file's rows, of which there is at least one.

    Rows with a single cell that stand above all others are titles, as review systems write them
    above what they export: `Placeholder Workshop 2026 - Submissions`.

    Args:
        file: the file.
        rows: its rows, the one of the headings among them.
        lines: the lines of a file that is text, for excerpts.
        sheet: the name of the sheet, if the file has several.
        doubts: what nobody can know of a spreadsheet from its file.
        diagnostics: where to add what there is to say of the table; a list of its own if none.
    """
    widths = [sum(bool(cell.strip()) for cell in row.cells) for row in rows]
    wide = next((index for index, width in enumerate(widths[:_MOST_TITLES]) if width > 1), 0)
    found = diagnostics if diagnostics is not None else SourceDiagnostics()
    return SourceTable(file, rows[wide], list(rows[wide + 1 :]), lines, sheet, tuple(doubts), found)


def with_headings_at(table: SourceTable, index: int) -> SourceTable:
    """The table whose headings are one of the rows of another, those above it being titles."""
    return replace(table, headings_row=table.rows[index], rows=table.rows[index + 1 :])


def checked_table(table: SourceTable) -> SourceTable:
    """A table whose rows go with its headings.

    Raises:
        ImportSourceError: a row has more cells than there are headings, there is no row, or a cell
            holds what data may not hold.
    """
    _refuse_forbidden(table)
    for doubt in table.doubts:
        if doubt.line >= table.headings_row.line:
            raise ImportSourceError(f"{table.name}, {doubt.message}")
    if not table.rows:
        raise ImportSourceError(f"{table.name} has headings, and no row below them")
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
        lines = first_few((str(row.line) for row in short), _FEW_LINES)
        message = f"fewer cells than headings in line {lines}; the others count as empty"
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
            if _FORMULA.match(cell.strip()):
                raise ImportSourceError(
                    f"{table.where_cell(row, column)}: this cell holds a formula, `{cell[:60]}`; "
                    "write what it shows"
                )
            if table.lines is None and _CELL_ERROR.fullmatch(cell.strip()):
                raise ImportSourceError(
                    f"{table.where_cell(row, column)}: the spreadsheet program could not work out "
                    f"this cell and shows {cell.strip()}; write the text itself"
                )


def warn_of_rows(said: SourceDiagnostics, file: Path, numbers: Sequence[int], what: str) -> None:
    """Warn of rows that are read like others, though a spreadsheet hides or strikes them."""
    if numbers:
        rows = "row" if len(numbers) == 1 else "rows"
        listed = first_few(map(str, numbers), _FEW_LINES)
        message = f"{file.name}, {rows} {listed}: {what} there, and read like others"
        hint = "delete what is not to be read, and import the file again"
        said.warn("hidden-row", message, None, hint)


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
"""Examples: `&amp;`, `&#233;`."""


_KEPT_AS_TEXT = re.compile(r'^="([^"]*)"$')
"""How exports have a spreadsheet keep a number as it is written: `="0012"`."""
_FORMULA = re.compile(r"=\s*[A-Z][A-Z.]+\(")
"""A formula, of which nobody knows the value: `=HYPERLINK("…","One")`."""
_OF_WINDOWS = {
    number: bytes([number]).decode("cp1252")
    for number in range(0x80, 0xA0)
    if number not in {0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D}
}
"""What control characters are that came of text in Windows-1252: U+0096 is a dash, as in HTML."""


def unescaped(cells: Iterable[str]) -> tuple[str, ...]:
    """Cells with the characters that entities of HTML, as some systems export them, stand for."""
    whole = (_KEPT_AS_TEXT.sub(r"\1", cell.translate(_OF_WINDOWS)) for cell in cells)
    return tuple(_ENTITY.sub(lambda match: html.unescape(match[0]), cell) for cell in whole)
