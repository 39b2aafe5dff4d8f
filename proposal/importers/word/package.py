"""Opens a .docx within limits, or says what the file is and how to save it as .docx."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import NoReturn
from xml.etree import ElementTree as ET

from msgspec import Struct

from proposal.importers.draft import ImportSourceError
from proposal.importers.handed_files import bytes_of
from proposal.importers.safe_xml import UnsafeXmlError, refuse_unsafe_xml

_LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a document, most of which are pictures."""
_LARGEST_PART = 32 * 1024 * 1024
"""Bytes of one part when it is unpacked; the text of a book has two million."""
_LARGEST_WHOLE = 256 * 1024 * 1024
_MOST_PARTS = 4_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""What stands before the names of elements of text (ECMA-376, part 1, annex A)."""
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
"""What stands before those of formulas."""

MAIN = "word/document.xml"
"""The part with the text, where a document does not say that it is another one."""
_AS_DOCX = "; open it in a word processor and save it as .docx"
_NO_DOCX = {
    b"\xd0\xcf\x11\xe0": (
        "a document of Word 97 to 2003 (.doc), or one that a password protects" + _AS_DOCX
    ),
    b"{\\rtf": f"a document in RTF{_AS_DOCX}",
    b"<": f"a page in HTML or XML{_AS_DOCX}",
}
_OTHER_ARCHIVES = (
    ("mimetype", "a document of OpenDocument (.odt)"),
    ("Index/Document.iwa", "a document of Pages"),
    ("index.xml", "a document of Pages"),
    ("xl/workbook.xml", "a spreadsheet"),
    ("ppt/presentation.xml", "a presentation"),
)
"""A part that other archives have, and what they are."""


class WordPackage(Struct):
    """The parts of a document by their names."""

    file: Path
    parts: dict[str, bytes]

    def tree(self, name: str) -> ET.Element | None:
        """The XML of a part; nothing if there is no such part.

        Raises:
            ImportSourceError: it is no XML, has a document type, or is nested too deeply.
        """
        content = self.parts.get(name)
        return None if content is None else _parsed(content, self.file)

    def packed(self) -> io.BytesIO:
        """The parts as a file that another program reads."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        target.seek(0)
        return target


def open_package(file: Path) -> WordPackage:
    """Open a document.

    Raises:
        ImportSourceError: it is no .docx, is damaged, or is larger than any document.
    """
    raw = bytes_of(file, "document", {}, _AS_DOCX, most=_LARGEST_FILE)
    for start, kind in _NO_DOCX.items():
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(start):
            raise ImportSourceError(f"{file} is {kind}")
    if not raw.startswith(b"PK"):
        raise ImportSourceError(f"{file} is no Word document (.docx){_AS_DOCX}")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return WordPackage(file, _parts_of(archive, file))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, ValueError) as reason:
        _refuse_damaged(file, str(reason))
    except (NotImplementedError, RuntimeError) as reason:  # another compression, or a password
        _refuse_damaged(file, str(reason))


def _refuse_damaged(file: Path, reason: str) -> NoReturn:
    advice = "open it in a word processor, save it under another name as .docx, and import that"
    raise ImportSourceError(f"{file} is damaged and cannot be read ({reason}); {advice}")


def _parts_of(archive: zipfile.ZipFile, file: Path) -> dict[str, bytes]:
    names = set(archive.namelist())
    if not any(name.startswith("word/document") for name in names):
        kind = next((kind for part, kind in _OTHER_ARCHIVES if part in names), "")
        what = kind or "an archive without a Word document in it"
        raise ImportSourceError(f"{file} is {what}{_AS_DOCX}")
    entries = archive.infolist()
    if len(entries) > _MOST_PARTS or len(names) != len(entries):
        _refuse_too_large(file)
    parts: dict[str, bytes] = {}
    whole = 0
    for entry in entries:
        if entry.is_dir():
            continue
        with archive.open(entry) as stream:  # what an archive says of its sizes may be wrong
            content = stream.read(_LARGEST_PART + 1)
        whole += len(content)
        if len(content) > _LARGEST_PART or whole > _LARGEST_WHOLE:
            _refuse_too_large(file)
        parts[entry.filename] = content
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            _refuse_hostile(content, file)
    return parts


def _refuse_too_large(file: Path) -> NoReturn:
    message = "is larger unpacked than any proposal is; save the text in a document of its own"
    raise ImportSourceError(f"{file} {message}")


def _refuse_hostile(content: bytes, file: Path) -> None:
    """Refuse XML that defines entities, or whose elements stand in each other without an end."""
    try:
        refuse_unsafe_xml(content)
    except UnsafeXmlError as reason:
        raise ImportSourceError(f"{file} has {reason}, which no .docx has") from reason
    except ET.ParseError as reason:
        _refuse_damaged(file, f"its XML: {reason}")


def _parsed(content: bytes, file: Path) -> ET.Element:
    try:
        return ET.fromstring(content)  # noqa: S314 - it has no document type
    except ET.ParseError as reason:
        _refuse_damaged(file, f"its XML: {reason}")
