"""EndNote Import, `.enw`: references with a sign of percent and a letter before each field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export
from proposal.importers.exports.export_document import ExportDocument, Json, items_of, text_of
from proposal.importers.exports.records import JsonRecord, note_unread_keys, records_of
from proposal.importers.exports.ris import inverted_author
from proposal.importers.work_types import papers_among
from proposal.reading.lines import line_of, unix_lines
from proposal.reading.names import read_name

_TAG = re.compile(r"^%(?P<tag>[0-9A-Z@#!?$&*(+<>^\[~])(?:[ \t]+(?P<text>.*))?$")
"""An example: `%A Author, Ann`."""
_KIND = "%0"
_KEYS = {"title": "%T", "abstract": "%X", "doi": "%R", "link": "%U", "keywords": "%K"}
_AUTHORS, _PAGES, _LABEL = "%A", "%P", "%F"


def is_endnote(text: str) -> bool:
    """Whether a text is a list of references in this form."""
    return re.match(r"\ufeff?\s*%0 [A-Z]", text) is not None


def read_endnote(text: str) -> list[Json]:
    """The references of a text, each with the texts of its tags."""
    return list(_records(unix_lines(text.removeprefix("\ufeff")).split("\n")))


def _records(lines: list[str]) -> Iterator[Json]:
    """Each reference begins with its type; a line without a tag goes on with the one before it."""
    record: dict[str, list[str]] = {}
    tag = ""
    for line in lines:
        match = _TAG.match(line.strip())
        if match and f"%{match['tag']}" == _KIND:
            if record:
                yield {key: list[Json](texts) for key, texts in record.items()}
            record = {}
        if match:
            tag = f"%{match['tag']}"
            record.setdefault(tag, []).append((match["text"] or "").strip())
        elif line.strip() and tag:
            record[tag][-1] = f"{record[tag][-1]}\n{line.strip()}"
    if record:
        yield {key: list[Json](texts) for key, texts in record.items()}


def _fits(document: ExportDocument) -> bool:
    records = records_of(document.json)
    return bool(records) and all(_KIND in record for record in records)


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    records = records_of(document.json)
    entries = [
        RecordEntry(
            document.file,
            f"reference {position}",
            _texts_of(record),
            _authors_of(record),
            diagnostics,
        )
        for position, record in enumerate(records, start=1)
    ]
    note_unread_keys(records, {*_KEYS.values(), _KIND, _AUTHORS, _PAGES, _LABEL}, diagnostics)
    return papers_among("EndNote", entries, ["".join(_texts(record, _KIND)) for record in records])


def _texts(record: JsonRecord, tag: str) -> list[str]:
    return [text_of(text) for text in items_of(record.get(tag))]


def _texts_of(record: JsonRecord) -> dict[str, str]:
    found = {
        meaning: "; ".join(texts) if meaning == "keywords" else texts[0]
        for meaning, tag in _KEYS.items()
        if (texts := _texts(record, tag))
    }
    # CNKI writes the number of pages first, and then the pages.
    pages = sorted(_texts(record, _PAGES), key=lambda text: not re.search(r"\d\D+\d", text))
    return {**found, "pages": pages[0]} if pages else found


def _authors_of(record: JsonRecord) -> WrittenAuthors:
    """The authors, with the family name before a comma; a comma at the end shows an institution."""
    return WrittenAuthors.of_named(
        _author_of(line_of(name)) for name in _texts(record, _AUTHORS) if name
    )


def _author_of(name: str) -> WrittenAuthor:
    if name.endswith(","):
        return WrittenAuthor(name.rstrip(" ,"), is_institution=True)
    return inverted_author(name) if "," in name else WrittenAuthor.of(read_name(name))


ENDNOTE = (
    Export(
        system="EndNote",
        name="list of references",
        form="EndNote Import (.enw)",
        source="https://docs.endnote.com/docs/endnote/2025/v1/windows/en/",
        version="documents of 2025, and downloads of the ACL Anthology of 2026",
        gives="title, authors, abstract, keywords, pages, DOI, address",
        fits=_fits,
        submissions=_submissions,
    ),
)
