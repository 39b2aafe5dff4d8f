"""Reads what a list of references in BibTeX or RIS says of each work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.importers.exports.export_document import Json, items_of, text_of
from proposal.importers.exports.records import records_of
from proposal.importers.exports.ris import OTHERS, people_of, read_ris
from proposal.reading.source_document import SourceDocument
from proposal.source.bib.bib_names import names_of
from proposal.source.bibtex import parse_bibliography
from proposal.source.reference import Fragment, Reference

_PARTS = frozenset({"inproceedings", "conference", "incollection", "inbook"})
"""BibTeX's types of what is a part of a volume."""
_RIS_PARTS = frozenset({"CONF", "CPAPER", "CHAP"})
_RIS_BEGINS = re.compile(r"^[ \t]*TY[ \t]*-", re.MULTILINE)
"""`TY  - CONF`"""
_BEGINS = re.compile(r"\s*(?:@|TY\s*-)")
"""`@inproceedings{`, `TY  - CONF`"""
_DOI = re.compile(r"10\.\d{4,9}/\S+")
"""`10.1145/1234567.1234569`"""
_RIS_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "primary_title"),
    "container": ("secondary_title", "custom3", "journal_name"),
    "year": ("year", "publication_year", "date"),
    "doi": ("doi",),
    "publisher": ("publisher",),
    "address": ("place_published",),
    "volume": ("volume",),
    "isbn": ("issn",),
}
"""The names that rispy has for fields, the surest first."""


_LABELS: Mapping[str, str] = {
    "title": "title|TI|T1",
    "author": "author|AU|A1",
    "editor": "editor|A2|ED",
    "container": "booktitle|journal|T2|C3",
    "pages": "pages|EP|SP",
    "year": "year|date|PY|Y1",
    "doi": "doi|DO",
    "publisher": "publisher|PB",
    "address": "address|location|CY",
    "volume": "volume|VL",
    "isbn": "isbn|SN",
}
"""What stands before a field in BibTeX, and in RIS."""
_NEAR = 20
"""Lines that a field of names has at most."""


class NamedPeople(Struct, frozen=True):
    """The authors or editors of a work, the given name first."""

    names: tuple[str, ...] = ()
    is_incomplete: bool = False
    """Whether there are more than are named."""


class ReferenceRecord(Struct, frozen=True):
    """A work in a list of references."""

    is_part: bool
    """Whether it is a paper of a volume, and no article, book or preprint."""
    is_volume: bool
    authors: NamedPeople
    editors: NamedPeople
    fields: Mapping[str, str]
    """Of `title`, `container`, `pages`, `year`, `doi`, `publisher`, …, those that it has."""
    span: Span
    """Where it begins."""

    def field(self, name: str) -> str:
        """A field's text; empty if the work does not have it."""
        return self.fields.get(name, "")


def records_in(document: SourceDocument) -> list[ReferenceRecord]:
    """The works of a list of references; none if it cannot be read."""
    if document.file.suffix.lower() == ".ris":
        try:
            return list(_of_ris(document))
        except (ValueError, LookupError, OSError):  # which rispy raises for broken lists
            return []
    references, _ = parse_bibliography(document.source, document.file)
    return [_of_bibtex(reference) for reference in references.values()]


def place_of(document: SourceDocument, record: ReferenceRecord, name: str, words: str) -> Span:
    """Where a record says something: the words in its field, that field, or its beginning.

    Args:
        document: the list.
        record: the work.
        name: the field.
        words: what it says there.
    """
    label = re.compile(rf"\s*(?:{_LABELS[name]})\s*[=-]", re.IGNORECASE)
    lines = document.lines
    for number in range(record.span.line - 1, len(lines)):
        if number >= record.span.line and _BEGINS.match(lines[number]):
            break
        if label.match(lines[number]):
            furthest = _NEAR if name in {"author", "editor"} else 1
            return document.find(words, document.spans[number], furthest)
    return record.span


def _of_bibtex(reference: Reference) -> ReferenceRecord:
    is_volume = reference.kind == "proceedings"
    texts = {name: " ".join(reference.text(name).split()) for name in reference.fields}
    texts["container"] = texts.get("booktitle") or texts.get("journal", "")
    texts["doi"] = _bare_doi(texts.get("doi", ""))
    texts["address"] = texts.get("address") or texts.get("location", "")
    authors, editors = (
        NamedPeople(
            tuple(name for name in names if not OTHERS.fullmatch(name)),
            any(map(OTHERS.fullmatch, names)),
        )
        for names in (
            _written_names(reference.fields.get(kind, ())) for kind in ("author", "editor")
        )
    )
    known = {name: text for name, text in texts.items() if text}
    return ReferenceRecord(
        reference.kind in _PARTS, is_volume, authors, editors, known, reference.span
    )


def _written_names(value: Sequence[Fragment]) -> list[str]:
    return ["others" if name.is_others else name.in_reading_order for name in names_of(value)]


def _of_ris(document: SourceDocument) -> Iterator[ReferenceRecord]:
    starts = [match.end() for match in _RIS_BEGINS.finditer(document.source)]
    for number, record in enumerate(records_of(read_ris(document.source))):
        span = document.source_location(*[starts[min(number, len(starts) - 1)]] * 2).span
        texts = {
            name: next(filter(None, (text_of(record.get(key)) for key in keys)), "")
            for name, keys in _RIS_FIELDS.items()
        }
        pages = [text_of(record.get(key)) for key in ("start_page", "end_page")]
        texts["pages"] = "–".join(filter(None, pages))
        texts["year"] = texts["year"][:4]
        texts["doi"] = _bare_doi(texts["doi"])
        kind = text_of(record.get("type_of_reference"))
        yield ReferenceRecord(
            kind in _RIS_PARTS,
            kind == "PROC",
            _people(items_of(record.get("authors") or record.get("first_authors"))),
            _people(items_of(record.get("secondary_authors"))),
            {name: " ".join(text.split()) for name, text in texts.items() if text},
            span,
        )


def _people(items: Sequence[Json]) -> NamedPeople:
    listed = people_of(items)
    return NamedPeople(tuple(author.name for author in listed.people), listed.is_incomplete)


def _bare_doi(text: str) -> str:
    """A DOI without its resolver, in small letters; empty if there is none."""
    found = _DOI.search(text)
    return found[0].casefold() if found else ""
