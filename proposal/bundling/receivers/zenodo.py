"""Writes what Zenodo is told of each paper that is deposited there; nothing is uploaded.

The keys are those of Zenodo's API for deposits (https://developers.zenodo.org/#depositions).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import escape

from proposal.bundling.receivers.bundled_volume import (
    BundledPaper,
    BundledVolume,
    in_words,
    language_code,
)
from proposal.bundling.receivers.name_parts import name_parts
from proposal.bundling.receivers.packed_volume import PackedVolume
from proposal.bundling.receivers.text_forms import TextForm, written_statement
from proposal.diagnostics import Diagnostic
from proposal.edition.edition import Edition
from proposal.edition.in_language import in_language
from proposal.edition.own_files import page_of, with_whole_addresses
from proposal.edition.participants import Person
from proposal.edition.volume import Licence
from proposal.source.math.math_words import formula_words
from proposal.words.language import ENGLISH

_HTML = TextForm(
    letters=lambda text: str(escape(text)),
    formula=lambda formula: str(escape(formula_words(formula))),
    emphasis="<em>{}</em>",
    strong="<strong>{}</strong>",
    paragraph="<p>{}</p>",
    heading="<p><strong>{}</strong></p>",
    between="",
    line_break="<br>",
)


def zenodo_deposits(volume: BundledVolume) -> PackedVolume:
    """A file for each paper, named by its id, and what is missing for them."""
    edition = in_language(with_whole_addresses(volume.edition), ENGLISH)
    addressed = {paper.id: paper for paper in edition.papers}
    files = {}
    for paper in volume.papers:
        shown = addressed[paper.paper.id]
        works = [shown.code, shown.data, shown.supplement]
        metadata = _metadata(volume, edition, paper) | _related(works)
        text = json.dumps({"metadata": metadata}, ensure_ascii=False, indent=2)
        files[f"{paper.paper.id}.json"] = f"{text}\n".encode()
    return PackedVolume(files, list(_missing(volume)))


def _metadata(volume: BundledVolume, edition: Edition, paper: BundledPaper) -> dict[str, Any]:
    shown, about = paper.paper, volume.volume
    metadata: dict[str, Any] = {
        "upload_type": "publication",
        "publication_type": "conferencepaper",
        "title": paper.title,
        "creators": [_creator(author) for author in shown.authors],
        "description": written_statement(shown.abstract, _HTML) if shown.abstract else "",
        "publication_date": about.date.date.isoformat() if about.is_dated else "",
        "access_right": "open" if about.licence else "",
        "license": licence_id(about.licence) if about.licence else "",
        "keywords": [in_words(keyword) for keyword in shown.keywords],
        "language": language_code(volume.edition.language.tag),
        "doi": str(shown.doi or ""),
        "conference_title": in_words(edition.title),
        "conference_acronym": in_words(f"{edition.acronym} {edition.year}"),
        "conference_dates": in_words(edition.when.date.plain).replace("\N{NO-BREAK SPACE}", " "),
        "conference_place": in_words(edition.place),
        "conference_url": str(page_of(edition) or ""),
        "conference_session": in_words(paper.section or ""),
        "imprint_publisher": in_words(about.publisher or ""),
        "imprint_isbn": str(about.isbn or ""),
        "partof_title": in_words(about.title),
        "partof_pages": (paper.pages or "").replace("\N{EN DASH}", "-"),
    }
    return {key: value for key, value in metadata.items() if value}


def _creator(person: Person) -> dict[str, str]:
    creator = {
        "name": in_words(name_parts(person).inverted),
        "affiliation": "; ".join(in_words(post.institution) for post in person.affiliations),
        "orcid": str(person.orcid or ""),
    }
    return {key: value for key, value in creator.items() if value}


def licence_id(licence: Licence) -> str:
    """A licence as Zenodo names it: cc-by-4.0, cc-zero."""
    name = licence.name.lower().replace(" ", "-")
    return "cc-zero" if name.startswith("cc0") else name


def _related(addresses: list[str | None]) -> dict[str, Any]:
    related = [
        {"identifier": str(address), "relation": "isSupplementedBy"}
        for address in addresses
        if address
    ]
    return {"related_identifiers": related} if related else {}


def _missing(volume: BundledVolume) -> Iterator[Diagnostic]:
    about = volume.volume
    day = about.date.date.isoformat() if about.is_dated else None
    licence = about.licence.name if about.licence else None
    yield from volume.missing_keys({"licence": (licence, "by"), "date": (day, volume.example_day)})
    yield from volume.missing_abstracts()
    yield from volume.missing_pages()
    yield from volume.missing_orcids()
