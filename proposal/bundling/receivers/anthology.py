"""Packs a volume for the ACL Anthology: what aclpub2 puts into its folder `output/`.

The format is that of https://github.com/rycolab/aclpub2, as the Anthology's own scripts read it
(`bin/aclpub2_format_check.py` and `bin/ingest_aclpub2.py` of its repository). Papers have their
numbers in the volume for ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from proposal.bundling.receivers.anthology_program import invited_talks, panels, program
from proposal.bundling.receivers.bundled_volume import (
    AFFILIATION_HINT,
    BundledPaper,
    BundledVolume,
    ending_of,
    in_words,
)
from proposal.bundling.receivers.latex_forms import UNICODE_LATEX
from proposal.bundling.receivers.name_parts import name_parts
from proposal.bundling.receivers.packed_volume import PackedVolume
from proposal.bundling.receivers.text_forms import (
    written_document,
    written_line,
    written_statement,
)
from proposal.diagnostics import Diagnostic, error, warning
from proposal.edition.edition import Edition
from proposal.edition.participants import Affiliation, Person
from proposal.model.material_kinds import MATERIAL_KINDS
from proposal.source.text import Prose

Record = dict[str, Any]

_HEADING = re.compile(r"\s*# +([^\n]+?)[ #]*(?:\n|\Z)")
"""The heading above a text: `# Preface`."""
_TYPES = {"code": "software", "data": "dataset", "slides": "presentation", "poster": "poster"}
"""What aclpub2 calls the kinds of attachments; all others are called `attachment`."""


def anthology_volume(volume: BundledVolume) -> PackedVolume:
    """What the Anthology gets, and what is missing for it."""
    talks, talk_texts = invited_talks(volume)
    seats, seat_texts = panels(volume)
    prefaces = [_preface(volume.edition, text) for text in volume.volume.prefaces]
    lists: dict[str, Any] = {
        "conference_details": _details(volume),
        "papers": [_paper(volume, paper) for paper in volume.papers],
        "organizing_committee": _organizers(volume),
        "program_committee": _committees(volume),
        "prefaces": [
            {"title": title, "file": f"preface{number}.tex"}
            for number, (title, _) in enumerate(prefaces, 1)
        ],
        "invited_talks": talks,
        "panels": seats,
        "program": program(volume),
    }
    inputs: dict[str, bytes | Path] = {
        f"{name}.yml": _yaml(content) for name, content in lists.items() if content
    }
    for number, (_, text) in enumerate(prefaces, 1):
        inputs[f"prefaces/preface{number}.tex"] = f"{text}\n".encode()
    inputs |= {name: f"{text}\n".encode() for name, text in (talk_texts | seat_texts).items()}
    files = {f"inputs/{name}": content for name, content in inputs.items()}
    files |= _pdfs(volume) | dict(_attachments(volume))
    folder = _venue(volume)
    return PackedVolume(
        {f"{folder}/{name}": content for name, content in files.items()}, list(_missing(volume))
    )


def _preface(edition: Edition, text: Prose) -> tuple[str, str]:
    """The title of a preface, and what stands below it: `# Welcome` at its top is its own."""
    match = _HEADING.match(text)
    if match is None:
        return "Preface", written_document(text, edition, UNICODE_LATEX)
    blank = re.sub(r"[^\n]", " ", match[0])  # which keeps all else at its place
    below = Prose(blank + text[match.end() :], text.pieces)
    parts = (Prose(match[1], text.pieces), below)
    title, rest = (written_document(part, edition, UNICODE_LATEX) for part in parts)
    return title, rest


class _PlainDumper(yaml.SafeDumper):
    """Writes a value that stands twice, such as a day, in both places."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _yaml(content: Any) -> bytes:
    text: str = yaml.dump(
        content, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=100
    )
    return text.encode()


def _venue(volume: BundledVolume) -> str:
    """The acronym by which the Anthology knows the venue, in letters and digits."""
    return re.sub(r"[^A-Za-z0-9]", "", volume.edition.acronym) or "workshop"


def _details(volume: BundledVolume) -> Record:
    edition, about = volume.edition, volume.volume
    days = edition.when.date
    details: Record = {
        "book_title": in_words(about.title),
        "event_name": in_words(edition.title),
        "cover_subtitle": "Proceedings of the Workshop",
        "anthology_venue_id": _venue(volume),
        "start_date": days.date,
        "end_date": days.last,
        "isbn": str(about.isbn or ""),
        "location": in_words(edition.venue.place),
        "editors": [_named(person) for person in about.editors],
        "publisher": in_words(about.publisher or ""),
        "volume_name": "1",
    }
    return {key: value for key, value in details.items() if value}


def _named(person: Person) -> Record:
    """A person as all lists have people; somebody with one name has that as the last one."""
    parts = name_parts(person)
    record: Record = {"first_name": in_words(parts.given), "last_name": in_words(parts.family)}
    if person.affiliations:
        record["institution"] = "; ".join(_institution(post) for post in person.affiliations)
    return record


def _institution(post: Affiliation) -> str:
    parts = (post.institution, post.city, post.country)
    return ", ".join(in_words(part) for part in parts if part)


def _paper(volume: BundledVolume, paper: BundledPaper) -> Record:
    shown = paper.paper
    attributes = {"paper_type": paper.record.kind, "submitted_area": shown.track}
    attachments = [
        {"type": _TYPES.get(kind, "attachment"), "file": name}
        for kind, name, _ in _files_of(volume, paper)
    ]
    record: Record = {
        "id": paper.number,
        "title": written_line(shown.title, UNICODE_LATEX),
        "authors": [
            {**_named(author), **({"orcid": str(author.orcid)} if author.orcid else {})}
            for author in shown.authors
        ],
        "abstract": written_statement(shown.abstract, UNICODE_LATEX) if shown.abstract else "",
        "attributes": {key: str(value) for key, value in attributes.items() if value},
        "file": f"{paper.number}.pdf",
        "attachments": attachments,
        "pages": (paper.pages or "").replace("\N{EN DASH}", "-"),
        "archival": True,
    }
    return {key: value for key, value in record.items() if value}


def _files_of(volume: BundledVolume, paper: BundledPaper) -> Iterator[tuple[str, str, Path]]:
    """The own files of a paper: their kinds, their names in the bundle, and where they are."""
    for kind in MATERIAL_KINDS:
        file = volume.edition.own_files.get(str(getattr(paper.paper, kind.name) or ""))
        if file is not None and kind.name != "pdf":
            yield kind.name, f"{paper.number}_{kind.name}{ending_of(file)}", file


def _attachments(volume: BundledVolume) -> Iterator[tuple[str, Path]]:
    for paper in volume.papers:
        for _, name, file in _files_of(volume, paper):
            yield f"attachments/{name}", file


def _pdfs(volume: BundledVolume) -> dict[str, bytes | Path]:
    files: dict[str, bytes | Path] = {
        f"watermarked_pdfs/{paper.number}.pdf": paper.file
        for paper in volume.papers
        if paper.file is not None
    }
    if volume.front_matter is not None:
        files["watermarked_pdfs/0.pdf"] = volume.front_matter
    if volume.whole is not None:
        files["proceedings.pdf"] = volume.whole
    return files


def _organizers(volume: BundledVolume) -> list[Record]:
    by_role: dict[str, list[Record]] = {}
    for organizer in volume.edition.organizers:
        role = in_words(organizer.role or "Organizers")
        by_role.setdefault(role, []).append(_named(organizer.person))
    return [{"role": role, "members": members} for role, members in by_role.items()]


def _committees(volume: BundledVolume) -> list[Record]:
    edition = volume.edition
    committees = [("Program Committee", tuple(edition.committee))]
    committees += [(in_words(group.name), group.members) for group in edition.committees]
    return [
        {"role": name, "members": [_named(person) for person in people]}
        for name, people in committees
        if people
    ]


def _missing(volume: BundledVolume) -> Iterator[Diagnostic]:
    about = volume.volume
    publisher = "Association for Computational Linguistics"
    yield from volume.missing_keys({"publisher": (about.publisher, publisher)})
    if about.isbn is None:
        message = "the volume has no ISBN; ACL assigns one to each of its workshops"
        hint = "write `isbn: 979-8-4007-0490-1` under `proceedings` once you have it"
        place = volume.place("proceedings", "isbn")
        yield warning("volume-without-isbn", message, place, hint)
    if about.first_page != 1:
        message = f"the first paper begins on page {about.first_page}; the Anthology counts from 1"
        place = volume.place("proceedings", "first_page")
        yield error("other-first-page", message, place, "delete `first_page`")
    yield from volume.missing_abstracts()
    yield from volume.missing_orcids()
    for paper in volume.papers:
        for index, author in enumerate(paper.paper.authors):
            if not author.affiliations:
                message = f"the author {author.name} has no affiliation"
                place = paper.place_of_author(index)
                yield warning("author-without-affiliation", message, place, AFFILIATION_HINT)
