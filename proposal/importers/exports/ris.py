"""RIS, the form in which reference managers and publishers export references."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import rispy

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export
from proposal.importers.exports.export_document import ExportDocument, Json, items_of, text_of
from proposal.importers.exports.records import JsonRecord, note_unread_keys, records_of
from proposal.importers.work_types import papers_among
from proposal.reading.lines import line_of, unix_lines
from proposal.reading.names import read_parts

_TAG = re.compile(r"^(?P<tag>[A-Z][A-Z0-9])\s*-(?:[ \t]+|(?=\n|\Z))", re.MULTILINE)
"""Examples: `TY  - CONF`, and `AU - Author, Ann`, which some programs write with one space."""
_BEGINS = re.compile(r"\s*(?:[A-Z][\w ]{0,30}:.*\n\s*){0,9}(?=TY\s*-\s)")
"""What may stand before the first record, as dblp says who provides the list: `Database: dblp`."""
_KIND = "type_of_reference"
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "primary_title", "translated_title"),
    "abstract": ("abstract", "notes_abstract"),
    "doi": ("doi",),
    "pdf": ("file_attachments1",),
    "link": ("urls",),
    "keywords": ("keywords",),
}
"""The keys that rispy has for each meaning, the surest first: of T1 and TI, of AB and N2."""
_AUTHORS = ("authors", "first_authors")
_PAGES = ("start_page", "end_page")
OTHERS = re.compile(r"(?:and others|et al\.?|others),?", re.IGNORECASE)
"""`and others`, `et al.`"""


def is_ris(text: str) -> bool:
    """Whether a text is a list of references in RIS."""
    return _BEGINS.match(text.removeprefix("\ufeff")) is not None


def read_ris(text: str) -> list[Json]:
    """The records of a list of references, with the keys that rispy has for the tags."""
    lines = unix_lines(text.removeprefix("\ufeff"))
    records = _BEGINS.sub("", lines, count=1)
    return list(rispy.loads(_TAG.sub(r"\g<tag>  - ", records)))


def _fits(document: ExportDocument) -> bool:
    records = records_of(document.json)
    return bool(records) and all(_KIND in record for record in records)


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    records = records_of(document.json)
    read = {key for keys in _KEYS.values() for key in keys} | {_KIND, *_AUTHORS, *_PAGES, "id"}
    entries = [
        RecordEntry(
            document.file,
            f"record {position}",
            _texts_of(record),
            _authors_of(record),
            diagnostics,
        )
        for position, record in enumerate(records, start=1)
    ]
    types = [text_of(record.get(_KIND)) for record in records]
    papers = papers_among("RIS", entries, types)
    note_unread_keys(
        [record for record, entry in zip(records, entries, strict=True) if entry in papers],
        read,
        diagnostics,
    )
    return papers


def _texts_of(record: JsonRecord) -> dict[str, str]:
    found = {
        meaning: text
        for meaning, keys in _KEYS.items()
        if (text := next(filter(None, (_text_of(record.get(key)) for key in keys)), ""))
    }
    if text_of(record.get("id")).startswith("DBLP:"):  # which ends each title with a full stop
        found["title"] = found.get("title", "").removesuffix(".")
    pages = [text_of(record.get(key)) for key in _PAGES]
    return {**found, "pages": "–".join(filter(None, pages))} if pages[0] else found


def _text_of(value: Json) -> str:
    """A value, or those of a list of keywords or of addresses."""
    texts = [text_of(item) for item in items_of(value)]
    return "; ".join(texts) if texts else text_of(value)


def _authors_of(record: JsonRecord) -> WrittenAuthors:
    """The authors; a name without a comma is that of an institution."""
    listed = next((items_of(record[key]) for key in _AUTHORS if key in record), None)
    return people_of(listed or [])


def people_of(listed: Sequence[Json]) -> WrittenAuthors:
    """Authors or editors, as a record lists them: `Family, Given, Suffix`."""
    names = [line_of(text_of(item)).rstrip(",") for item in listed]
    people = tuple(inverted_author(name) for name in names if name and not OTHERS.fullmatch(name))
    return WrittenAuthors(people, is_incomplete=any(map(OTHERS.fullmatch, names)))


def inverted_author(name: str) -> WrittenAuthor:
    """The author of `Family, Given, Suffix`; without a comma, several words are a group's name."""
    family, _, rest = name.partition(",")
    given, _, suffix = rest.partition(",")
    if not given.strip():
        return WrittenAuthor(family, is_institution=" " in family)
    return WrittenAuthor.of(read_parts(given.strip(), family.strip(), suffix.strip()))


RIS = (
    Export(
        system="RIS",
        name="list of references",
        form="RIS",
        source="https://github.com/MrTango/rispy",
        version="0.10.0",
        gives="title, authors, abstract, keywords, pages, DOI, address",
        fits=_fits,
        submissions=_submissions,
    ),
)
