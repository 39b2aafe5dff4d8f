"""MODS, the XML of libraries, as the ACL Anthology has it for each volume."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import RecordEntry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.export import Export
from proposal.importers.exports.export_document import ExportDocument
from proposal.reading.lines import line_of
from proposal.reading.names import read_name, read_parts

_MODS = "{http://www.loc.gov/mods/v3}"
_AUTHORS = {"author", "aut", "creator", "cre", ""}
"""Roles of those who wrote a work, in words and codes of the Library of Congress."""


def _works_of(document: ExportDocument) -> list[ET.Element]:
    root = document.xml
    if root is None:
        return []
    return [root] if root.tag == f"{_MODS}mods" else root.findall(f"{_MODS}mods")


def _fits(document: ExportDocument) -> bool:
    titles = [work.find(f"{_MODS}titleInfo/{_MODS}title") for work in _works_of(document)]
    return bool(titles) and all(title is not None for title in titles)


def _submissions(document: ExportDocument, diagnostics: SourceDiagnostics) -> list[RecordEntry]:
    """The works that have authors: a volume has editors alone."""
    return [
        RecordEntry(
            document.file,
            work.get("ID") or f"record {position}",
            dict(_texts_of(work)),
            WrittenAuthors.of_named(_authors_of(work)),
            diagnostics,
        )
        for position, work in enumerate(_works_of(document), start=1)
    ]


def _text(element: ET.Element | None) -> str:
    return line_of("".join(element.itertext())) if element is not None else ""


def _texts_of(work: ET.Element) -> Iterator[tuple[str, str]]:
    info = work.find(f"{_MODS}titleInfo")
    first, main, below = (
        _text(info.find(f"{_MODS}{name}")) if info is not None else ""
        for name in ("nonSort", "title", "subTitle")
    )
    yield "title", ": ".join(filter(None, (f"{first} {main}".strip(), below)))
    yield "abstract", _text(work.find(f"{_MODS}abstract"))
    yield "doi", _text(work.find(f"{_MODS}identifier[@type='doi']"))
    yield "link", _text(work.find(f"{_MODS}location/{_MODS}url"))
    yield "keywords", "; ".join(map(_text, work.findall(f"{_MODS}subject/{_MODS}topic")))
    extent = work.find(f".//{_MODS}part/{_MODS}extent")
    if extent is not None and extent.get("unit", "page") in {"page", "pages"}:
        pages = [_text(extent.find(f"{_MODS}{name}")) for name in ("start", "end")]
        yield "pages", "–".join(filter(None, pages)) or _text(extent.find(f"{_MODS}list"))


def _authors_of(work: ET.Element) -> Iterator[WrittenAuthor]:
    """Those whose role is that of an author, or who have none."""
    for name in work.findall(f"{_MODS}name"):
        roles = {_text(role).casefold() for role in name.iter(f"{_MODS}roleTerm")} or {""}
        if roles & _AUTHORS:
            yield _author_of(name)


def _author_of(name: ET.Element) -> WrittenAuthor:
    parts = {
        kind: " ".join(
            _text(part) for part in name.findall(f"{_MODS}namePart") if part.get("type", "") == kind
        )
        for kind in ("given", "family", "termsOfAddress", "")
    }
    if name.get("type") in {"corporate", "conference"}:
        return WrittenAuthor(parts[""], is_institution=True)
    places = [_text(place) for place in name.findall(f"{_MODS}affiliation")]
    if parts["family"] or parts["given"]:
        read = read_parts(parts["given"], parts["family"], parts["termsOfAddress"])
    else:
        read = read_name(parts[""])
    return WrittenAuthor.of(read, places)


MODS = (
    Export(
        system="MODS",
        name="list of works",
        form="XML",
        source="https://www.loc.gov/standards/mods/",
        version="3.8, and downloads of the ACL Anthology of 2026",
        gives="title, authors, affiliations, abstract, keywords, pages, DOI, address",
        fits=_fits,
        submissions=_submissions,
    ),
)
