"""Reads what an organizer hands over: a file, or a folder or an archive with several.

What comes out are tables, of whatever form, and documents in JSON, XML or RIS. Nothing is known
here of what they mean.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

from msgspec import Struct

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.ceur_index import is_ceur_index, read_ceur_index
from proposal.importers.exports.csv_table import read_csv
from proposal.importers.exports.endnote import is_endnote, read_endnote
from proposal.importers.exports.export_document import (
    ExportDocument,
    read_json,
    read_xml,
    read_yaml,
)
from proposal.importers.exports.open_document import (
    is_flat_open_document,
    is_open_document,
    read_flat_open_document,
    read_open_document,
)
from proposal.importers.exports.other_forms import other_form_of_text
from proposal.importers.exports.pubmed import is_medline, read_medline
from proposal.importers.exports.ris import is_ris, read_ris
from proposal.importers.exports.spreadsheet_xml import is_spreadsheet_xml, read_spreadsheet_xml
from proposal.importers.exports.table import AS_CSV, SourceTable
from proposal.importers.exports.workbook import read_workbook
from proposal.importers.handed_files import bytes_of, decoded
from proposal.importers.windows_text import warn_of_windows_1252
from proposal.source.file import LARGEST

_LARGEST_DOCUMENT = 16 * LARGEST
"""Bytes of a file: a document in JSON tells more of each paper than a table does."""
_LARGEST_ARCHIVE = 1024**3
"""Bytes of an archive, most of which are PDFs, of which nothing is read."""
_MOST_MEMBERS = 20_000
_READ = (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".xml", ".json", ".ris", ".enw", ".nbib")
"""How the names of files end that are read where a folder or an archive holds several."""
_BIBTEX = re.compile(r"(?:\s|%[^\n]*\n)*@[A-Za-z]+\s*\{\s*[^\s,{}=]+\s*,")
"""How a bibliography begins: `@inproceedings{key,`."""
_REFERENCES = ((is_ris, read_ris), (is_endnote, read_endnote), (is_medline, read_medline))
"""What tells each form of references in plain text, and reads it."""
_OTHER_FORMS = {
    b"\xd0\xcf\x11\xe0": "a spreadsheet or document of Office 97 to 2003",
    b"{\\rtf": "a document in RTF",
}


class HandedSource(Struct, frozen=True):
    """What an organizer hands over."""

    path: Path
    tables: tuple[SourceTable, ...] = ()
    documents: tuple[ExportDocument, ...] = ()
    beside: tuple[str, ...] = ()
    """The names of a folder's or an archive's other files, such as PDFs."""


def read_source(path: Path) -> HandedSource:
    """Read the tables and documents of a file, a folder or an archive.

    Raises:
        ImportSourceError: there is none that can be read; the message says what to do.
    """
    if path.is_dir():
        return _of_folder(path)
    advice = f" and no table; {AS_CSV}"
    is_archive = path.suffix.lower() == ".zip"
    most = _LARGEST_ARCHIVE if is_archive else _LARGEST_DOCUMENT
    raw = bytes_of(path, "export", _OTHER_FORMS, advice, most=most)
    is_packed = raw.startswith(b"PK\x03\x04") and not is_open_document(raw)
    if is_packed and not _is_workbook(raw):
        return _of_archive(path, raw)
    return _of_file(path, raw)


def holds_list(path: Path) -> bool:
    """Whether a folder or an archive has a file that may list papers or people, by its name."""
    if path.is_dir():
        files = (file for pattern in ("*", "*/*") for file in path.glob(pattern))
        names = [file.relative_to(path).as_posix() for file in files if file.is_file()]
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    else:
        return path.suffix.lower() != ".pdf"
    return bool(_parted(names)[0])


def _is_workbook(raw: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return "[Content_Types].xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return True  # which its reader says is none


def _of_file(path: Path, raw: bytes) -> HandedSource:
    """What one file holds, by how it begins."""
    if is_open_document(raw):
        return HandedSource(path, tables=tuple(read_open_document(path, raw)))
    if raw.startswith(b"PK\x03\x04"):
        return HandedSource(path, tables=tuple(read_workbook(path, raw)))
    text, offset = decoded(raw)
    start = text.lstrip()[:1]
    if start == "<" and is_ceur_index(text):
        return HandedSource(path, documents=(ExportDocument(path, json=read_ceur_index(text)),))
    if start == "<":
        return _of_xml(path, read_xml(path, raw))
    if path.suffix.lower() == ".bib" or _BIBTEX.match(text):
        named = "" if path.suffix.lower() == ".bib" else f"name it {path.stem}.bib and "
        raise ImportSourceError(
            f"{path} is a bibliography in BibTeX; {named}type `proposal import papers` for it"
        )
    reader = next((read for fits, read in _REFERENCES if fits(text)), None)
    if reader is not None:
        said = () if offset is None else (warn_of_windows_1252(path, raw, text, offset),)
        return HandedSource(path, documents=(ExportDocument(path, reader(text), said=said),))
    if form := _form_of_data(path, start):
        if offset is not None:
            raise ImportSourceError(
                f"{path} is not UTF-8, as {form} is; export or save it again so"
            )
        read = read_yaml if form == "YAML" else read_json
        return HandedSource(path, documents=(read(path, text),))
    if advice := other_form_of_text(text):
        raise ImportSourceError(f"{path}: {advice}")
    if len(raw) > LARGEST:
        raise ImportSourceError(f"{path} is larger than {LARGEST // 1024**2} MB, as no table is")
    return HandedSource(path, tables=(read_csv(path, raw),))


def _form_of_data(path: Path, start: str) -> str:
    """What a file of records is, by its first character and its name; empty if it is none."""
    if start == "{" or (start == "[" and path.suffix.lower() not in {".csv", ".tsv", ".txt"}):
        return "JSON"
    return "YAML" if path.suffix.lower() in {".yml", ".yaml"} else ""


def _of_xml(path: Path, root: ET.Element) -> HandedSource:
    """What a document in XML holds."""
    if is_flat_open_document(root):
        return HandedSource(path, tables=tuple(read_flat_open_document(path, root)))
    if is_spreadsheet_xml(root):
        return HandedSource(path, tables=tuple(read_spreadsheet_xml(path, root)))
    return HandedSource(path, documents=(ExportDocument(path, xml=root),))


def _of_folder(folder: Path) -> HandedSource:
    files = (file for pattern in ("*", "*/*") for file in folder.glob(pattern))
    names = sorted(file.relative_to(folder).as_posix() for file in files if file.is_file())
    read, beside = _parted(names)
    parts = [_of_file(folder / name, bytes_of(folder / name, "export", {}, "")) for name in read]
    return _joined(folder, parts, beside)


def _of_archive(path: Path, raw: bytes) -> HandedSource:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
            if len(names) > _MOST_MEMBERS:
                raise ImportSourceError(f"{path} holds more than {_MOST_MEMBERS} files")
            read, beside = _parted(names)
            members = list(_members(path, archive, read))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError) as reason:
        raise ImportSourceError(f"{path} is damaged and cannot be read ({reason})") from reason
    except (NotImplementedError, RuntimeError) as reason:  # another compression, or a password
        raise ImportSourceError(f"{path} cannot be unpacked ({reason}); unpack it") from reason
    return _joined(path, [_of_file(path / name, content) for name, content in members], beside)


def _members(path: Path, archive: zipfile.ZipFile, names: list[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        with archive.open(name) as stream:  # what an archive says of its sizes may be wrong
            content = stream.read(_LARGEST_DOCUMENT + 1)
        if len(content) > _LARGEST_DOCUMENT:
            raise ImportSourceError(f"{path / name} is larger than any export")
        yield name, content


def _parted(names: list[str]) -> tuple[list[str], list[str]]:
    """Names of files that are read, those at the top, and of all others."""
    visible = [
        name for name in names if not any(part.startswith((".", "__")) for part in name.split("/"))
    ]
    tops = {PurePosixPath(name).parts[0] for name in visible}
    is_wrapped = len(tops) == 1 and all("/" in name for name in visible)
    top = 2 if is_wrapped else 1
    read = [
        name
        for name in visible
        if name.lower().endswith(_READ) and len(PurePosixPath(name).parts) == top
    ]
    return read, [name for name in visible if name not in read]


def _joined(path: Path, parts: list[HandedSource], beside: list[str]) -> HandedSource:
    if not parts:
        raise ImportSourceError(
            f"{path} holds no table and no other export; the names of files that are read end with "
            f"{', '.join(_READ)}"
        )
    tables = tuple(table for part in parts for table in part.tables)
    documents = tuple(document for part in parts for document in part.documents)
    return HandedSource(path, tables, documents, tuple(beside))
