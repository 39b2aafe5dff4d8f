"""Reads the sheets of a spreadsheet in OpenDocument: `.ods` and `.fods`, as LibreOffice saves them.

The elements are those of OpenDocument 1.3, part 3, chapter 9. Of the libraries for it, those that
are kept well give the values of cells alone (python-calamine): which rows are hidden, which cells
are one and what is a comment would be lost.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from msgspec import Struct
from openpyxl.utils import get_column_letter

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
from proposal.importers.safe_xml import UnsafeXmlError, parsed_xml
from proposal.source.file import LARGEST

_LARGEST_UNPACKED = 8 * LARGEST
"""Bytes of the content of a spreadsheet when it is unpacked."""
_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
"""What stands in the first bytes of such a file, which is an archive (part 2, section 3.3)."""
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE = f"{{{_NAMESPACE}office:1.0}}"
_TABLE = f"{{{_NAMESPACE}table:1.0}}"
_TEXT = f"{{{_NAMESPACE}text:1.0}}"
_STYLE = f"{{{_NAMESPACE}style:1.0}}"
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_NOTE = f"{_OFFICE}annotation"
"""A comment at a cell, which is none of its text."""
_MIDNIGHT = "T00:00:00"
_CLOCK = re.compile(r"PT(\d+)H(\d+)M(\d+(?:\.\d+)?)S")
"""An hour: `PT09H30M00S`; one that was computed: `PT09H59M59.999999S`."""


def is_open_document(raw: bytes) -> bool:
    """Whether a file is a spreadsheet in OpenDocument, packed."""
    return _MIMETYPE in raw[:200]


def is_flat_open_document(root: ET.Element) -> bool:
    """Whether a document in XML is such a spreadsheet, all in one file."""
    return root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet") is not None


def read_open_document(file: Path, raw: bytes) -> list[SourceTable]:
    """Read the sheets of a packed spreadsheet.

    Raises:
        ImportSourceError: it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if archive.getinfo("content.xml").file_size > _LARGEST_UNPACKED:
                raise ImportSourceError(f"{file} is larger than any such table")
            root = parsed_xml(archive.read("content.xml"))
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError) as reason:
        raise ImportSourceError(f"{file} is damaged or locked; {AS_CSV}") from reason
    except (ET.ParseError, UnsafeXmlError) as reason:
        raise ImportSourceError(f"{file} is no spreadsheet that can be read; {AS_CSV}") from reason
    return read_flat_open_document(file, root)


def read_flat_open_document(file: Path, root: ET.Element) -> list[SourceTable]:
    """Read the sheets of a spreadsheet that are not empty.

    Raises:
        ImportSourceError: no sheet has a row, or one has too many.
    """
    unseen = _names_of_hidden_styles(root)
    sheets = list(root.iter(f"{_TABLE}table"))
    shown = [sheet for sheet in sheets if sheet.get(f"{_TABLE}style-name") not in unseen]
    filled = [found for sheet in shown or sheets if (found := _sheet_of(file, sheet)).rows]
    if not filled:
        raise ImportSourceError(f"{file}: no sheet of it has a row")
    hidden = [sheet.get(f"{_TABLE}name", "") for sheet in sheets if sheet not in shown]
    if hidden and shown:
        message = f"of {file.name} hidden sheets are not read: {', '.join(hidden)}"
        filled[0].said.warn("unread-sheet", message)
    return [
        table_of(
            file,
            sheet.rows,
            sheet=sheet.name if len(filled) > 1 else None,
            doubts=sheet.doubts,
            diagnostics=sheet.said,
        )
        for sheet in filled
    ]


def _names_of_hidden_styles(root: ET.Element) -> set[str | None]:
    """The names of styles by which a sheet is not shown."""
    return {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(
            properties.get(f"{_TABLE}display") == "false"
            for properties in style.iter(f"{_STYLE}table-properties")
        )
    }


class _Sheet(Struct, frozen=True):
    """The rows of a sheet, and what is not sure about them."""

    name: str
    rows: list[Row]
    doubts: list[Doubt]
    said: SourceDiagnostics


def _sheet_of(file: Path, element: ET.Element) -> _Sheet:
    rows: list[Row] = []
    doubts: list[Doubt] = []
    hidden: list[int] = []
    number = 1
    for row in element.iter(f"{_TABLE}table-row"):
        cells = _cells_of(row, number, doubts)
        repeated = _count(row, "number-rows-repeated")
        if any(cell.strip() for cell in cells):
            if number + repeated > MOST_ROWS + 1:
                raise ImportSourceError(f"{file} has more than {MOST_ROWS} rows")
            lines = range(number, number + repeated)
            rows += [Row(cells, line, line) for line in lines]
            hidden += lines if row.get(f"{_TABLE}visibility", "visible") != "visible" else ()
        number += repeated
    said = SourceDiagnostics()
    warn_of_rows(said, file, hidden, "hidden")
    return _Sheet(element.get(f"{_TABLE}name", "Sheet"), rows, doubts, said)


def _cells_of(row: ET.Element, number: int, doubts: list[Doubt]) -> tuple[str, ...]:
    """The texts of a row; cells that are one are added to the doubts."""
    found: list[str] = []
    for cell in (child for child in row if child.tag in _CELLS):
        text = "" if cell.tag.endswith("covered-table-cell") else _text_of(cell)
        spans = {_count(cell, f"number-{what}-spanned") for what in ("columns", "rows")}
        if spans != {1} and text.strip():
            message = (
                f"{get_column_letter(len(found) + 1)}{number}: this cell reaches over others, and "
                f"nobody can say for which rows and columns its text holds; {UNMERGE}"
            )
            doubts.append(Doubt(number, message))
        repeated = _count(cell, "number-columns-repeated")
        found += [text] * min(repeated, MOST_COLUMNS - len(found))
    return unescaped(found)


def _count(element: ET.Element, name: str) -> int:
    """A number that an element says, or 1."""
    text = element.get(f"{_TABLE}{name}", "")
    return int(text) if re.fullmatch(r"[1-9]\d{0,8}", text) else 1


def _text_of(cell: ET.Element) -> str:
    """What a cell holds: its value where that is a number, a day or an hour, or else its text."""
    kind = cell.get(f"{_OFFICE}value-type", "string")
    date = cell.get(f"{_OFFICE}date-value", "")
    clock = _CLOCK.fullmatch(cell.get(f"{_OFFICE}time-value", ""))
    if kind == "date" and date:
        return date.removesuffix(_MIDNIGHT).replace("T", " ")
    if kind == "time" and clock:
        minutes, seconds = divmod(int(clock[2]) * 60 + round(float(clock[3])), 60)
        return f"{int(clock[1]) + minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value", "").upper()
    if kind in {"float", "currency"}:
        return re.sub(r"\.0+$", "", cell.get(f"{_OFFICE}value", ""))
    lines = ("".join(_pieces(line)) for line in cell.iter(f"{_TEXT}p") if line not in _noted(cell))
    return "\n".join(lines)[:LONGEST_CELL]


def _noted(cell: ET.Element) -> list[ET.Element]:
    """The paragraphs of comments at a cell."""
    return [line for note in cell.iter(_NOTE) for line in note.iter(f"{_TEXT}p")]


def _pieces(element: ET.Element) -> Iterator[str]:
    """The text of a paragraph, of which spaces, tabs and ends of lines are elements."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * min(int(child.get(f"{_TEXT}c", "1")), MOST_COLUMNS)
        elif child.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
            yield "\t" if child.tag.endswith("tab") else "\n"
        elif child.tag != _NOTE:
            yield from _pieces(child)
        yield child.tail or ""
