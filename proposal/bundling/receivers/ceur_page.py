"""Writes the page of a volume at CEUR-WS, by the template that its scripts read."""

from __future__ import annotations

from msgspec import Struct

from proposal.bundling.receivers.bundled_volume import (
    BundledPaper,
    BundledVolume,
    in_words,
    language_code,
)
from proposal.diagnostics import Diagnostic
from proposal.edition.in_language import in_language
from proposal.edition.participants import Affiliation, Person
from proposal.model.material_kinds import kind_of_name
from proposal.render.site.site_templates import bundle_page_environment
from proposal.render.templates import fill
from proposal.words.language import ENGLISH

TEMPLATE = "ceur.html"
_LENGTHS = {"long": "regular", "full": "regular", "regular": "regular", "short": "short"}
"""Which of two lengths a kind of paper has, by which CEUR-WS counts."""


def file_name(paper: BundledPaper) -> str:
    """What a paper's PDF is called: paper1.pdf."""
    return f"paper{paper.number}.pdf"


class CeurEditor(Struct, frozen=True):
    """An editor on the page."""

    person: Person
    posts: tuple[int, ...]
    """The numbers of the places at which the editor works."""


class CeurSection(Struct, frozen=True):
    """Papers under a heading."""

    heading: str | None
    papers: tuple[BundledPaper, ...]


class CeurCounts(Struct, frozen=True):
    """How many papers were sent and accepted."""

    submitted: int | None
    accepted: int
    regular: int | None
    short: int | None


def ceur_page(volume: BundledVolume, *, has_preface: bool) -> tuple[str, list[Diagnostic]]:
    """The page, and what is wrong with a template of one's own."""
    edition = in_language(volume.edition, ENGLISH)
    places = list(dict.fromkeys(_address(post) for post in _posts(volume)))
    editors = [
        CeurEditor(
            person,
            tuple(sorted({places.index(_address(post)) + 1 for post in person.affiliations})),
        )
        for person in volume.volume.editors
    ]
    values = {
        "edition": edition,
        "volume": volume.volume,
        "title": _name_of_event(volume),
        "year": volume.volume.date.year,
        "language": language_code(volume.edition.language.tag),
        "host": edition.venue.short_name,
        "editors": editors,
        "places": places,
        "submitter": _submitter(volume).name,
        "sections": _sections(volume),
        "counts": _counts(volume),
        "has_preface": has_preface,
        "file_name": file_name,
        "label": _label,
    }
    return fill(bundle_page_environment(volume.root), TEMPLATE, values)


def _name_of_event(volume: BundledVolume) -> str:
    """The name of the event without "Proceedings of", which the page says itself."""
    return in_words(volume.edition.title)


def _posts(volume: BundledVolume) -> list[Affiliation]:
    return [post for editor in volume.volume.editors for post in editor.affiliations]


def _address(post: Affiliation) -> str:
    parts = (post.institution, post.city, post.state, post.country)
    return ", ".join(in_words(part) for part in parts if part)


def _submitter(volume: BundledVolume) -> Person:
    """The editor who is written to, or else the first one."""
    editors = volume.volume.editors
    contacts = {person.name for person in volume.edition.contacts}
    return next((person for person in editors if person.name in contacts), editors[0])


def _sections(volume: BundledVolume) -> list[CeurSection]:
    headings = dict.fromkeys(paper.section for paper in volume.papers)
    return [
        CeurSection(
            in_words(heading) if heading else None,
            tuple(paper for paper in volume.papers if paper.section == heading),
        )
        for heading in headings
    ]


def _counts(volume: BundledVolume) -> CeurCounts:
    """The counts; those by length only if each paper says which of two lengths it has."""
    lengths = [_LENGTHS.get(kind_of_name(paper.record.kind or "")) for paper in volume.papers]
    submitted, accepted = volume.files.edition.outcome.submissions, len(volume.papers)
    if None in lengths:
        return CeurCounts(submitted, accepted, None, None)
    return CeurCounts(submitted, accepted, lengths.count("regular"), lengths.count("short"))


def _label(text: str) -> str:
    """A title as a label, which has no full stop at its end."""
    words = in_words(text)
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words
