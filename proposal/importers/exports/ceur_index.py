"""The index of a volume at CEUR-WS, whose marks say what is title, author and pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from proposal.diagnostics import Span
from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export
from proposal.importers.exports.export_document import ExportDocument, Json, text_of
from proposal.importers.exports.records import JsonRecord, records_of
from proposal.reading.lines import line_of
from proposal.reading.listed_names import read_authors

if TYPE_CHECKING:
    from proposal.reading.page_tree import Element

_TITLE, _AUTHORS, _PAGES = "CEURTITLE", ("CEURAUTHOR", "CEURAUTHORS"), "CEURPAGES"
_MARKED = re.compile(rf"class\s*=\s*[\"']?[^\"'<>]*\b{_TITLE}\b", re.IGNORECASE)
"""An example: `<span class="CEURTITLE">`."""
_VOLUME = re.compile(r"Vol-\d+")
_NO_PAPER = re.compile(
    r"(?:preface|foreword|editorial|frontmatter|front matter|table of contents)\b.{0,60}",
    re.IGNORECASE,
)
"""`Preface`, `Preface to the First Workshop on Samples`"""


def is_ceur_index(text: str) -> bool:
    """Whether a page is the index of a volume."""
    return _MARKED.search(text) is not None


def read_ceur_index(text: str) -> list[Json]:
    """What each entry of an index says, by the names of its marks."""
    from proposal.reading.page_tree import read_html  # noqa: PLC0415 - slow to load

    page = read_html(text, [Span.of_file(Path())])
    volume = _VOLUME.search(_text_of(page, "CEURVOLNR"))
    entries = [item for item in page.all("li") if _marked(item, _TITLE) and not item.all("li")[1:]]
    return [_record(entry, volume[0] if volume else "") for entry in entries]


def _record(entry: Element, volume: str) -> Json:
    files = [link.attributes.get("href", "") for link in entry.all("a")]
    file = next((name for name in files if name.lower().endswith(".pdf")), "")
    is_known = volume and "/" not in file and file
    names = [_line(found) for mark in _AUTHORS for found in _marked(entry, mark)]
    return {
        _TITLE: _text_of(entry, _TITLE),
        _AUTHORS[0]: list(names),
        _PAGES: _text_of(entry, _PAGES),
        "pdf": f"https://ceur-ws.org/{volume}/{file}" if is_known else "",
    }


def _marked(element: Element, mark: str) -> list[Element]:
    return [one for one in element.walk() if mark in one.attributes.get("class", "").split()]


def _text_of(element: Element, mark: str) -> str:
    return next((_line(found) for found in _marked(element, mark)), "")


def _line(element: Element) -> str:
    return line_of(element.text)


def _fits(document: ExportDocument) -> bool:
    records = records_of(document.json)
    return bool(records) and all(_TITLE in record for record in records)


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    found = []
    for position, record in enumerate(records_of(document.json), start=1):
        title = text_of(record[_TITLE])
        entry = RecordEntry(
            document.file,
            f"entry {position}",
            {"title": title, "pages": text_of(record[_PAGES]), "pdf": text_of(record["pdf"])},
            _authors_of(record),
            diagnostics,
        )
        if _NO_PAPER.fullmatch(title):
            entry.warn("not-a-paper", f"“{title}” is taken for no paper, and left out", "title")
        else:
            found.append(entry)
    return found


def _authors_of(record: JsonRecord) -> WrittenAuthors:
    """The authors, each with a mark of their own or, in older volumes, all with one."""
    marked = record[_AUTHORS[0]]
    read = read_authors("; ".join(map(text_of, marked if isinstance(marked, list) else [])))
    people = tuple(WrittenAuthor(one.name, family=one.family) for one in read.people)
    return WrittenAuthors(people, read.doubts, is_incomplete=read.is_incomplete)


CEUR = (
    Export(
        system="CEUR-WS",
        name="index of a volume",
        form="HTML",
        source="https://ceur-ws.org/Vol-XXX/index.html",
        version="the example for editors, 2012 and later",
        gives="title, authors, pages, PDF",
        fits=_fits,
        submissions=_submissions,
    ),
)
