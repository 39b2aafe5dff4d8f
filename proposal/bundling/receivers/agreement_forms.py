"""Fills in CEUR-WS's own form of the author agreement for each paper that has none signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from proposal.bundling.receivers.bundled_volume import (
    BundledPaper,
    BundledVolume,
    in_words,
    no_contact,
)
from proposal.bundling.receivers.packed_volume import PackedVolume
from proposal.bundling.receivers.signed_agreement import Agreements
from proposal.diagnostics import Diagnostic, Span, error
from proposal.edition import wording
from proposal.edition.in_language import in_language
from proposal.edition.participants import Person
from proposal.model.signed_agreements import AGREEMENTS, FORM, FORM_WITH_THIRD_PARTIES
from proposal.pdf import UnreadablePdfError
from proposal.pdf.filled_form import filled_form, label_places
from proposal.pdf.placed import Box
from proposal.pdf.stamped_paper import changeable
from proposal.proceedings.typeset_pages import FormSheet, agreements_document
from proposal.source.file import regular_bytes
from proposal.tex.passes import typeset
from proposal.words.language import ENGLISH

_LABELS = {
    "title": re.compile(r"my/our contribution:\s*$"),
    "authors": re.compile(r"^authored by:"),
    "corresponding": re.compile(r"^with corresponding author"),
    "name": re.compile(r"^Name:"),
    "affiliation": re.compile(r"^Affiliation:"),
    "address": re.compile(r"^Address:"),
    "email": re.compile(r"^Email:"),
    "licence": re.compile(r"^shall be made available"),
    "event": re.compile(r"^Name and year of the event:"),
    "editors": re.compile(r"^Editors of the proceedings"),
    "terms": re.compile(r"^I/we agree that my/our contribution"),
}
"""The labels of the form in its version 1.04 of 2021-02-12, from the top."""
_BELOW = {"title": "authors", "authors": "corresponding"}
"""Labels below which their values stand, and the labels that follow."""
_BESIDE = {
    "name": "affiliation",
    "affiliation": "address",
    "address": "email",
    "email": "licence",
    "event": "editors",
    "editors": "terms",
}
"""Labels beside which their values stand, and the labels that follow."""
_MARGIN, _GAP = 575.0, 4.0
"""Points from the left to the end of lines, and from a label to its value."""
_STRUT = 1.8
"""Points by which a line begins above its letters."""


def with_filled_forms(
    packed: PackedVolume, volume: BundledVolume, agreements: Agreements
) -> PackedVolume:
    """What CEUR-WS gets, with forms to be signed beside it, and what is said of them."""
    unsigned = [paper for paper in volume.papers if paper.number not in agreements.signed]
    forms: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for name in (FORM, FORM_WITH_THIRD_PARTIES):
        papers = [paper for paper in unsigned if form_of(paper) == name]
        if papers:
            made, said = _filled(volume, name, papers)
            forms |= made
            found += said
    return PackedVolume(packed.files, [*packed.diagnostics, *found], forms, packed.tables)


def form_of(paper: BundledPaper) -> str:
    """The form for a paper: another one if it has material of third parties."""
    return FORM_WITH_THIRD_PARTIES if paper.record.third_party else FORM


def _filled(
    volume: BundledVolume, name: str, papers: Sequence[BundledPaper]
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    file = volume.files.folder / AGREEMENTS / name
    shown = f"data/editions/{volume.edition.id}/{AGREEMENTS}/{name}"
    if not file.is_file():
        message = f"there is no form {name}, so that agreements are not filled in"
        hint = f"save it from https://ceur-ws.org/HOWTOSUBMIT.html as {shown}"
        return {}, [error("no-agreement-form", message, papers[0].place("title"), hint)]
    content, places = _form(file)
    if places is None:
        message = f"{name} is no form that is known, of version 1.04"
        hint = f"save it anew from https://ceur-ws.org/HOWTOSUBMIT.html as {shown}"
        return {}, [error("no-agreement-form", message, Span.of_file(file), hint)]
    values = [list(_values(volume, paper)) for paper in papers]
    sheets = [
        FormSheet(value, place.right - place.left)
        for row in values
        for value, place in zip(row, places, strict=True)
    ]
    document = agreements_document(volume.root, volume.edition, volume.volume, sheets)
    made = typeset(document, volume.epoch)
    found = [*document.diagnostics, *made.diagnostics, *_unsure(papers)]
    if made.pdf is None:
        return {}, found
    with changeable(made.pdf.content) as pdf:
        forms = {
            f"{AGREEMENTS}/{paper.paper.id}.pdf": filled_form(
                content, pdf, number * len(places), places
            )
            for number, paper in enumerate(papers)
        }
    return forms, found


def _form(file: Path) -> tuple[bytes, list[Box] | None]:
    """A form, and the places of its values; none if it does not have all labels."""
    try:
        content = regular_bytes(file)
        labels = label_places(content, _LABELS)
    except (OSError, UnreadablePdfError):
        return b"", None
    return content, _places(labels) if set(labels) == set(_LABELS) else None


def _places(labels: Mapping[str, Box]) -> list[Box]:
    """The places of the values, in the order of `_values`."""
    left = labels["authors"].left
    below = [
        Box(left, labels[after].top + _GAP, _MARGIN, labels[name].bottom - _GAP)
        for name, after in _BELOW.items()
    ]
    beside = [
        Box(labels[name].right + _GAP, labels[after].top, _MARGIN, labels[name].top + _STRUT)
        for name, after in _BESIDE.items()
    ]
    return [*below, *beside]


def _values(volume: BundledVolume, paper: BundledPaper) -> Iterator[str]:
    edition = in_language(volume.edition, ENGLISH)
    contact = paper.contact
    yield paper.title
    yield wording.joined([in_words(author.name) for author in paper.paper.authors])
    yield in_words(contact.name) if contact else ""
    yield in_words(contact.affiliation or "") if contact else ""
    yield _address(contact) if contact else ""
    yield str(contact.email or "") if contact else ""
    event = f"{edition.title} ({edition.acronym} {edition.year})"
    if edition.venue.is_conference:
        event += f", co-located with {edition.venue.short_name}"
    yield in_words(f"{event}, {edition.place}, {edition.when.date}")
    yield wording.joined([in_words(editor.name) for editor in volume.volume.editors])


def _address(person: Person) -> str:
    if not person.affiliations:
        return ""
    post = person.affiliations[0]
    parts = (post.department, post.city, post.state, post.country)
    return ", ".join(in_words(part) for part in parts if part)


def _unsure(papers: Sequence[BundledPaper]) -> Iterator[Diagnostic]:
    for paper in papers:
        if paper.contact is None:
            yield no_contact(paper, "signs for all")
