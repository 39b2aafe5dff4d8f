"""CSL-JSON, the form in which Zotero and Pandoc exchange references."""

from __future__ import annotations

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export
from proposal.importers.exports.export_document import ExportDocument, at, items_of, text_of
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
    """The works of a list, which Crossref's interface has within a message."""
    message = at(document.json, "message")
    whole = at(message, "items") or message or at(document.json, "items") or document.json
    return [_with_title(item) for item in records_of(whole)]


def _with_title(item: JsonRecord) -> JsonRecord:
    """A work whose title and subtitle, each a list at Crossref, are one text."""
    titles = items_of(item.get("title"))
    if not titles:
        return item
    parts = [line_of(text_of(next(iter(titles))))]
    parts += [line_of(text_of(text)) for text in items_of(item.get("subtitle"))[:1]]
    return {**item, "title": ": ".join(filter(None, parts))}


def _fits(document: ExportDocument) -> bool:
    items = _items_of(document)
    return bool(items) and all(
        {"type", "title"} <= item.keys() and isinstance(item.get("author", []), list)
        for item in items
    )


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    items = _items_of(document)
    note_unread_keys(items, {*_KEYS.values(), "author", "type", "id", "subtitle"}, diagnostics)
    entries = [
        RecordEntry(
            document.file,
            f"item {text_of(item.get('id')) or position}",
            texts_of(item, _KEYS),
            _authors_of(item),
            diagnostics,
        )
        for position, item in enumerate(items, start=1)
    ]
    return papers_among("CSL-JSON", entries, [text_of(item.get("type")) for item in items])


def _authors_of(item: JsonRecord) -> WrittenAuthors:
    """The authors of an item; whose name has another form is missing, which is said."""
    listed = items_of(item.get("author"))
    people = [one for author in records_of(item.get("author")) if (one := _author_of(author))]
    return WrittenAuthors(tuple(people), is_incomplete=len(people) < len(listed))


def _author_of(author: JsonRecord) -> WrittenAuthor | None:
    """An author; Crossref names institutions under `name`, and where people work."""
    parts = {key: text_of(author.get(key)) for key in _PARTS}
    orcid = text_of(author.get("ORCID"))
    places = [text_of(place.get("name")) for place in records_of(author.get("affiliation"))]
    if whole := parts["literal"] or parts["name"]:
        return WrittenAuthor(line_of(whole), orcid=orcid, is_institution=True)
    given = f"{parts['given']} {parts['dropping-particle']}".strip()
    family = f"{parts['non-dropping-particle']} {parts['family']}".strip()
    if not (given or family):
        return None
    return WrittenAuthor.of(read_parts(given, family, parts["suffix"]), places, orcid=orcid)


_PARTS = (
    *("literal", "name", "given", "dropping-particle", "non-dropping-particle", "family"),
    "suffix",
)


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
