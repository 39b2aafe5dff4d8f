"""Writes the table of contents of a volume for the dblp computer science bibliography.

The form is the XML that dblp asks chairs for (`dblpsubmission.dtd`, by
https://dblp.org/faq/1474621.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from proposal.bundling.receivers.bundled_volume import BundledVolume, in_words
from proposal.bundling.receivers.packed_volume import PackedVolume
from proposal.diagnostics import Diagnostic, warning
from proposal.edition.edition import Edition
from proposal.edition.in_language import in_language
from proposal.edition.own_files import page_of, with_whole_addresses
from proposal.edition.participants import Person
from proposal.edition.schedule import Paper
from proposal.words.language import ENGLISH

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE dblpsubmission SYSTEM "dblpsubmission.dtd">
"""


def dblp_contents(volume: BundledVolume) -> PackedVolume:
    """The table of contents, and what is missing for it."""
    root = ET.Element("dblpsubmission")
    _add_proceedings(root, volume)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return PackedVolume({"contents.xml": f"{_HEAD}{text}\n".encode()}, list(_missing(volume)))


def _add_proceedings(root: ET.Element, volume: BundledVolume) -> None:
    """Add the volume, whose parts have the order that the form prescribes."""
    edition = in_language(with_whole_addresses(volume.edition), ENGLISH)
    about = volume.volume
    whole = ET.SubElement(root, "proceedings")
    for editor in about.editors:
        _add_person(whole, "editor", editor)
    _add(whole, "title", about.title)
    _add(whole, "publisher", about.publisher)
    _add(whole, "year", str(about.date.year))
    _add(whole, "isbn", about.isbn)
    _add(whole, "doi", about.doi)
    _add_conference(whole, edition)
    if about.series:
        series = ET.SubElement(whole, "series")
        _add(series, "title", about.series)
        _add(series, "number", about.number)
    toc = ET.SubElement(whole, "toc")
    addressed = {paper.id: paper for paper in edition.papers}
    section = None
    for paper in volume.papers:
        if paper.section != section:
            section = paper.section
            _add(toc, "section", section)
        publication = ET.SubElement(toc, "publ")
        for author in paper.paper.authors:
            _add_person(publication, "author", author)
        _add(publication, "title", paper.title)
        _add(publication, "pages", (paper.pages or "").replace("\N{EN DASH}", "-"))
        _add(publication, "doi", paper.paper.doi)
        _add(publication, "ee", _address(addressed[paper.paper.id]))


def _add_conference(whole: ET.Element, edition: Edition) -> None:
    conference = ET.SubElement(whole, "conf")
    _add(conference, "acronym", edition.acronym)
    _add(conference, "number", str(edition.ordinal or ""))
    _add(conference, "location", edition.venue.place)
    days = edition.when.date.plain.replace("\N{NO-BREAK SPACE}", " ")
    _add(conference, "date", days.replace("\N{EN DASH}", "-"))
    _add(conference, "url", page_of(edition) or edition.url)
    venue = edition.venue
    _add(conference, "partof", f"{venue.name} ({venue.short_name})" if venue.name else None)


def _add_person(parent: ET.Element, kind: str, person: Person) -> None:
    """Add somebody, with the name in the own script where the Latin form is the name."""
    element = _add(parent, kind, person.name)
    if element is not None and person.name_native:
        element.set("original", in_words(person.name_native))


def _add(parent: ET.Element, kind: str, value: str | None) -> ET.Element | None:
    """Add a value, unless there is none."""
    if not value:
        return None
    element = ET.SubElement(parent, kind)
    element.text = in_words(value)
    return element


def _address(paper: Paper) -> str | None:
    """Where the paper is read; its DOI has an element of its own."""
    return str(paper.pdf) if paper.pdf else None


def _missing(volume: BundledVolume) -> Iterator[Diagnostic]:
    yield from volume.missing_pages()
    for paper in volume.papers:
        if not paper.paper.doi and not paper.paper.pdf:
            message = f"where the paper `{paper.paper.id}` is read is not said"
            hint = "write `doi: …` or `pdf: https://…` once it is published"
            yield warning("paper-without-address", message, paper.place("pdf"), hint)
    if volume.volume.publisher is None:
        message = "who publishes the volume is not said"
        place = volume.place("proceedings", "publisher")
        hint = "write `publisher: …` under `proceedings`, if there is one"
        yield warning("volume-without-publisher", message, place, hint)
