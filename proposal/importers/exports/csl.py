"""CSL-JSON, the form in which Zotero and Pandoc exchange references."""

from __future__ import annotations

from collections.abc import Iterator

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export
from proposal.importers.exports.export_document import ExportDocument, at, text_of
from proposal.importers.exports.records import JsonRecord, note_unread_keys, records_of, texts_of
from proposal.importers.work_types import papers_among
from proposal.reading.lines import line_of
from proposal.reading.names import read_parts

_KEYS = {
    "title": "title",
    "abstract": "abstract",
    "link": "URL",
    "doi": "DOI",
    "pages": "page",
    "keywords": "keyword",
}


def _items_of(document: ExportDocument) -> list[JsonRecord]:
    return records_of(at(document.json, "items") or document.json)


def _fits(document: ExportDocument) -> bool:
    items = _items_of(document)
    return bool(items) and all(
        {"type", "title"} <= item.keys() and isinstance(item.get("author", []), list)
        for item in items
    )


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    items = _items_of(document)
    note_unread_keys(items, {*_KEYS.values(), "author", "type", "id"}, diagnostics)
    entries = [
        RecordEntry(
            document.file,
            f"item {text_of(item.get('id')) or position}",
            texts_of(item, _KEYS),
            WrittenAuthors(tuple(_authors_of(item))),
            diagnostics,
        )
        for position, item in enumerate(items, start=1)
    ]
    return papers_among("CSL-JSON", entries, [text_of(item.get("type")) for item in items])


def _authors_of(item: JsonRecord) -> Iterator[WrittenAuthor]:
    for author in records_of(item.get("author")):
        parts = {key: text_of(author.get(key)) for key in _PARTS}
        orcid = text_of(author.get("ORCID"))
        if parts["literal"]:
            yield WrittenAuthor(line_of(parts["literal"]), orcid=orcid, is_institution=True)
            continue
        given = f"{parts['given']} {parts['dropping-particle']}".strip()
        family = f"{parts['non-dropping-particle']} {parts['family']}".strip()
        if given or family:
            name = read_parts(given, family, parts["suffix"])
            yield WrittenAuthor.of(name, orcid=orcid)


_PARTS = (*("literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix"),)


CSL = (
    Export(
        system="CSL-JSON",
        name="list of references",
        form="JSON",
        source="https://github.com/citation-style-language/schema",
        version="1.0.2",
        gives="title, authors, ORCID iDs, abstract, keywords, pages, DOI, address",
        fits=_fits,
        submissions=_submissions,
    ),
)
