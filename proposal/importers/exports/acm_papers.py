"""ACM: the lists of papers that organizers hand in for rights forms, and review systems write."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export, columns, headings
from proposal.importers.exports.export_document import ExportDocument
from proposal.reading.lines import line_of
from proposal.reading.names import read_parts

_SOURCE = "https://github.com/PEARC-ACM/Proceedings_Tools/blob/aea3951bb/bin"
_GIVES = "number, title, authors with institutions, addresses and ORCID iDs, type, pages"
_TEXTS = {
    "number": "event_tracking_number",
    "title": "paper_title",
    "kind": "paper_type",
    "first_page": "start_page",
    "last_page": "end_page",
}


def _papers_of(document: ExportDocument) -> list[ET.Element]:
    root = document.xml
    return root.findall("paper") if root is not None and root.tag == "erights_record" else []


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    return [
        RecordEntry(
            document.file,
            f"paper {position}",
            {meaning: _text(paper, tag) for meaning, tag in _TEXTS.items()},
            WrittenAuthors.of_named(map(_author_of, _in_order(paper.findall("authors/author")))),
            diagnostics,
        )
        for position, paper in enumerate(_papers_of(document), start=1)
    ]


def _text(element: ET.Element, tag: str) -> str:
    found = element.find(tag)
    return line_of("".join(found.itertext())) if found is not None else ""


def _in_order(elements: list[ET.Element]) -> list[ET.Element]:
    """Authors or institutions in the order of their numbers, if each of them has one."""
    numbers = [_text(element, "sequence_no") for element in elements]
    if not all(map(str.isdecimal, numbers)):
        return elements
    return sorted(elements, key=lambda element: int(_text(element, "sequence_no")))


def _author_of(author: ET.Element) -> WrittenAuthor:
    given = line_of(f"{_text(author, 'first_name')} {_text(author, 'middle_name')}")
    return WrittenAuthor.of(
        read_parts(given, _text(author, "last_name"), _text(author, "suffix")),
        _places_of(author),
        _text(author, "email_address"),
        _text(author, "ORCID"),
    )


def _places_of(author: ET.Element) -> Iterator[str]:
    """Where an author works: EasyChair writes a text where ACM asks for elements."""
    for place in _in_order(author.findall("affiliations/affiliation")):
        yield _text(place, "institution") if len(place) else line_of(place.text or "")


ACM = (
    Export(
        system="ACM",
        name="list of papers for rights forms",
        form="CSV",
        source=f"{_SOURCE}/easychair_acm_data_convert.py",
        version="scripts that write it, 2021 to 2022",
        gives=_GIVES,
        headings=headings("theTitle", "first_name", "last_name", "author_sequence_no"),
        papers=columns(
            {
                "number": ("event_tracking_number/theirnumber", "event_tracking_number"),
                "title": "theTitle",
                "first": "first_name",
                "middle": "middle_name",
                "last": "last_name",
                "suffix": "suffix",
                "order": "author_sequence_no",
                "email": "email",
                "orcid": "orcid",
                "affiliations": ("institution / AFFILIATION", "institution"),
                "secondary": "secondary_institution",
                "kind": "paper_type",
                "first_page": "start_page",
                "last_page": "end_page",
            }
        ),
    ),
    Export(
        system="ACM",
        name="list of papers for rights forms, as EasyChair writes it as ACM data",
        form="XML",
        source=f"{_SOURCE}/easychair_acm_data_convert.py",
        version="scripts that read and write it, 2021 to 2026",
        gives=_GIVES,
        fits=lambda document: bool(_papers_of(document)),
        submissions=_submissions,
    ),
)
