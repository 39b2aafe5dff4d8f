"""Reads the sheets of a spreadsheet in XML, which CMT exports with the ending .xls.

The form is Microsoft's XML Spreadsheet of Excel 2002 and 2003: cells and rows that are empty may be
left out, and `ss:Index` says where the next one stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    Doubt,
    Row,
    SourceTable,
    table_of,
    unescaped,
)

_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_SS = f"{{{_NAMESPACE}}}"


def is_spreadsheet_xml(root: ET.Element) -> bool:
    """Whether a document in XML is such a spreadsheet."""
    return root.tag == f"{_SS}Workbook"


def read_spreadsheet_xml(file: Path, root: ET.Element) -> list[SourceTable]:
    """Read the sheets of a spreadsheet in XML that are not empty.

    Raises:
        ImportSourceError: no sheet has a row, or one has too many.
    """
    sheets = {
        sheet.get(f"{_SS}Name", "Sheet"): list(_rows(file, sheet))
        for sheet in root.iter(f"{_SS}Worksheet")
    }
    filled = {title: rows for title, rows in sheets.items() if rows}
    if not filled:
        raise ImportSourceError(f"{file}: no sheet of it has a row")
    merged = {
        sheet.get(f"{_SS}Name", "Sheet"): list(_merged(sheet))
        for sheet in root.iter(f"{_SS}Worksheet")
    }
    return [
        table_of(file, rows, sheet=title if len(filled) > 1 else None, doubts=merged[title])
        for title, rows in filled.items()
    ]


def _numbered(elements: Iterator[ET.Element]) -> Iterator[tuple[int, ET.Element]]:
    """Rows or cells with their numbers, which some of them say."""
    number = 0
    for element in elements:
        index = element.get(f"{_SS}Index", "")
        number = int(index) if index.isascii() and index.isdigit() else number + 1
        yield number, element
        merged = element.get(f"{_SS}MergeAcross", "")
        number += int(merged) if merged.isascii() and merged.isdigit() else 0


def _rows(file: Path, sheet: ET.Element) -> Iterator[Row]:
    for number, row in _numbered(sheet.iter(f"{_SS}Row")):
        if number > MOST_ROWS:
            raise ImportSourceError(f"{file} has more than {MOST_ROWS} rows")
        texts: dict[int, str] = {}
        for column, cell in _numbered(row.iter(f"{_SS}Cell")):
            data = cell.find(f"{_SS}Data")
            if data is not None and column <= MOST_COLUMNS:
                texts[column] = "".join(data.itertext())
        cells = unescaped(texts.get(column, "") for column in range(1, max(texts, default=0) + 1))
        if any(cell.strip() for cell in cells):
            yield Row(cells, number, number)


def _merged(sheet: ET.Element) -> Iterator[Doubt]:
    """Where one text stands for several cells."""
    for number, row in _numbered(sheet.iter(f"{_SS}Row")):
        for cell in row.iter(f"{_SS}Cell"):
            data = cell.find(f"{_SS}Data")
            is_merged = {cell.get(f"{_SS}{key}", "0") for key in ("MergeAcross", "MergeDown")}
            if is_merged != {"0"} and data is not None and "".join(data.itertext()).strip():
                yield Doubt(
                    number,
                    f"row {number}: cells are one here, and nobody can say for which rows and "
                    "columns the text holds; unmerge them and write it into each",
                )
