"""OpenAlex: works as its interface gives them."""

from __future__ import annotations

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor
from proposal.importers.exports.export import Export
from proposal.importers.exports.export_document import ExportDocument, at, text_of
from proposal.importers.exports.records import JsonRecord, records_of
from proposal.importers.exports.works import Work, papers_of_works
from proposal.reading.names import read_name


def _works_of(document: ExportDocument) -> list[JsonRecord]:
    """The works of an answer: in a list of results, in a list, or a single one."""
    return records_of(at(document.json, "results") or document.json)


def _fits(document: ExportDocument) -> bool:
    works = _works_of(document)
    return bool(works) and all("authorships" in work for work in works)


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    return papers_of_works("OpenAlex", document, map(_work_of, _works_of(document)), diagnostics)


def _work_of(record: JsonRecord) -> Work:
    return Work(
        text_of(record.get("id")),
        text_of(record.get("type")),
        _texts_of(record),
        tuple(map(_author_of, records_of(record.get("authorships")))),
    )


def _texts_of(work: JsonRecord) -> dict[str, str]:
    pages = [text_of(at(work, "biblio", key)) for key in ("first_page", "last_page")]
    return {
        "title": text_of(work.get("title") or work.get("display_name")),
        "doi": text_of(work.get("doi")),
        "pages": "–".join(filter(None, pages)) if pages[0] else "",
        "link": text_of(at(work, "primary_location", "pdf_url")),
        "abstract": _abstract_of(work),
        **({"withdrawn": "yes"} if work.get("is_retracted") is True else {}),
    }


def _abstract_of(work: JsonRecord) -> str:
    """The abstract, which is told as the places of each of its words."""
    index = work.get("abstract_inverted_index")
    if not isinstance(index, dict):
        return ""
    placed = [
        (place, word)
        for word, places in index.items()
        if isinstance(places, list)
        for place in places
        if isinstance(place, int)
    ]
    return " ".join(word for _, word in sorted(placed))


def _author_of(authorship: JsonRecord) -> WrittenAuthor:
    """An author as the paper prints the name, which OpenAlex keeps beside the one it knows."""
    known = at(authorship, "author")
    name = text_of(authorship.get("raw_author_name")) or text_of(at(known, "display_name"))
    places = [text_of(place.get("display_name")) for place in _institutions(authorship)]
    orcid = text_of(at(known, "orcid"))
    return WrittenAuthor.of(read_name(name), places, orcid=orcid)


def _institutions(authorship: JsonRecord) -> list[JsonRecord]:
    return records_of(authorship.get("institutions"))


OPENALEX = (
    Export(
        system="OpenAlex",
        name="works",
        form="JSON",
        source="https://docs.openalex.org/api-entities/works/work-object",
        version="documents of 2026",
        gives="title, authors with institutions and ORCID iDs, abstract, pages, DOI, PDF",
        fits=_fits,
        submissions=_submissions,
    ),
)
