"""DataCite and Zenodo: records of deposited papers as their interfaces give them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor
from proposal.importers.exports.export import Export
from proposal.importers.exports.export_document import ExportDocument, Json, at, items_of, text_of
from proposal.importers.exports.records import JsonRecord, records_of
from proposal.importers.exports.ris import inverted_author
from proposal.importers.exports.works import Work, papers_of_works
from proposal.reading.names import read_parts

_ORCID = re.compile(r"(?:https?://orcid\.org/)?(?:\d{4}-){3}\d{3}[\dX]")
"""`https://orcid.org/0000-0002-1825-0097`"""


def _works_of(document: ExportDocument) -> list[JsonRecord]:
    """The records of an answer, in any of the wrappings of DataCite's and Zenodo's interfaces."""
    whole = document.json
    listed = at(whole, "hits", "hits") or at(whole, "data") or whole
    works: list[JsonRecord] = []
    for record in records_of(listed):
        inner = record.get("attributes") or record.get("metadata") or record
        doi = record.get("doi") or at(record, "pids", "doi", "identifier")
        works += [{**work, "doi": work.get("doi") or doi} for work in records_of(inner)]
    return works


def _fits(document: ExportDocument) -> bool:
    works = _works_of(document)
    return bool(works) and all(
        isinstance(work.get("creators"), list) and bool({"title", "titles"} & work.keys())
        for work in works
    )


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    return papers_of_works("DataCite", document, map(_work_of, _works_of(document)), diagnostics)


def _work_of(record: JsonRecord) -> Work:
    return Work(
        text_of(record.get("doi")),
        _type_of(record),
        _texts_of(record),
        tuple(map(_author_of, records_of(record.get("creators")))),
    )


def _type_of(work: JsonRecord) -> str:
    """The type of a work: DataCite's general one, or Zenodo's."""
    general = text_of(at(work, "types", "resourceTypeGeneral"))
    kind = at(work, "resource_type")
    own = next(filter(None, (text_of(at(kind, key)) for key in ("subtype", "id", "type"))), "")
    return general or own.removeprefix("publication-")


def _texts_of(work: JsonRecord) -> dict[str, str]:
    descriptions = records_of(work.get("descriptions"))
    abstracts = [
        text_of(one.get("description"))
        for one in descriptions
        if text_of(one.get("descriptionType")) in {"", "Abstract"}
    ]
    words = [*items_of(work.get("keywords")), *_named(work.get("subjects"), "subject")]
    return {
        "title": _title_of(work),
        "abstract": next(iter(abstracts), "") or text_of(work.get("description")),
        "doi": text_of(work.get("doi")),
        "keywords": "; ".join(filter(None, map(text_of, words))),
    }


def _title_of(work: JsonRecord) -> str:
    """The title, with a subtitle behind it."""
    titles = records_of(work.get("titles"))
    main = [text_of(one.get("title")) for one in titles if not one.get("titleType")]
    below = [text_of(one.get("title")) for one in titles if one.get("titleType") == "Subtitle"]
    return text_of(work.get("title")) or ": ".join([*main[:1], *below[:1]])


def _named(value: Json, key: str) -> Iterable[Json]:
    return (record.get(key) for record in records_of(value))


def _author_of(creator: JsonRecord) -> WrittenAuthor:
    """A creator; InvenioRDM, on which Zenodo runs, has what it says of a person one level below."""
    person = next(iter(records_of(creator.get("person_or_org"))), creator)
    given, family = (
        text_of(person.get(f"{part}Name") or person.get(f"{part}_name"))
        for part in ("given", "family")
    )
    places = _places_of(creator.get("affiliation") or creator.get("affiliations"))
    orcid = _orcid_of(person)
    if family:
        return WrittenAuthor.of(read_parts(given, family), places, orcid=orcid)
    name = text_of(person.get("name"))
    one = inverted_author(name)
    if "organizational" in {text_of(person.get(key)).casefold() for key in ("nameType", "type")}:
        one = WrittenAuthor(name, is_institution=True)
    return WrittenAuthor(
        one.name,
        tuple(places),
        orcid=orcid,
        is_institution=one.is_institution,
        family=one.family,
        doubt=one.doubt,
    )


def _orcid_of(person: JsonRecord) -> str:
    identifiers = [
        *(text_of(value) for value in _named(person.get("nameIdentifiers"), "nameIdentifier")),
        *(
            text_of(one.get("identifier"))
            for one in records_of(person.get("identifiers"))
            if one.get("scheme") == "orcid"
        ),
    ]
    own = text_of(person.get("orcid"))
    return own or next((text for text in identifiers if _ORCID.fullmatch(text)), "")


def _places_of(value: Json) -> list[str]:
    """Where a creator works: a text, or a list of texts or of records with names."""
    items = items_of(value) or [value]
    return [text for item in items if (text := text_of(item) or text_of(at(item, "name")))]


DATACITE = (
    Export(
        system="DataCite",
        name="records of its interface, and of Zenodo's",
        form="JSON",
        source="https://support.datacite.org/docs/api",
        version="metadata schema 4.6, and Zenodo's interface of 2026",
        gives="title, authors with affiliations and ORCID iDs, abstract, keywords, DOI",
        fits=_fits,
        submissions=_submissions,
    ),
)
