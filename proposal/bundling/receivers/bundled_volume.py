"""The volume of an edition as bundles hold it: papers in order, with sections, pages and PDFs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import pycountry
from msgspec import Struct

from proposal.build.documents import epoch_of
from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.edition.edition import Edition
from proposal.edition.paper_groups import paper_groups
from proposal.edition.participants import Author
from proposal.edition.schedule import Paper
from proposal.edition.volume import Volume
from proposal.model.family_names import is_group
from proposal.model.loading.folder import EditionFiles
from proposal.model.loading.paper_files import PAPER_FILES
from proposal.model.records.paper import PaperRecord
from proposal.pdf import Pdf
from proposal.proceedings.volume_plan import VolumePlan
from proposal.render.plain import printable
from proposal.render.typography import typographic
from proposal.source.file import regular_bytes

_A_MONTH = dt.timedelta(days=30)


AFFILIATION_HINT = "write it behind the name in brackets, or into the person's file"
"""Where the affiliation is written of somebody who has none."""


class BundledPaper(Struct, frozen=True, dict=True):
    """A paper in a volume that is handed over."""

    paper: Paper
    record: PaperRecord
    """What `papers.yaml` says of it, with the places of its lines."""
    number: int
    """Its place in the volume, counted from 1."""
    section: str | None
    """What stands over it and its neighbours; nothing if the volume has one part."""
    pages: str | None
    """The first and the last page with an en dash between them, or a single one; nothing if its
    pages are not known."""
    file: Path | None
    """Its PDF, as it stands in the volume."""

    @property
    def title(self) -> str:
        """The title as text, with typographic quotes and its formulas in characters."""
        return in_words(self.paper.title)

    @property
    def first_page(self) -> str:
        """The number of its first page; empty if its pages are not known."""
        return (self.pages or "").partition("\N{EN DASH}")[0]

    @property
    def last_page(self) -> str:
        """The number of its last page; empty if its pages are not known."""
        return (self.pages or "").rpartition("\N{EN DASH}")[2]

    @property
    def contact(self) -> Author | None:
        """Who signs for all authors: the first corresponding author, or the only author."""
        authors = self.paper.authors
        return next(iter(self.paper.corresponding), authors[0] if len(authors) == 1 else None)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each page of its PDF; none without a PDF."""
        return Pdf(regular_bytes(self.file, None)).flowing_texts if self.file else ()

    def place(self, *path: str | int) -> Span | None:
        """Where a value of the paper stands, or else where the paper does."""
        return self.record.place(*path) or self.record.span

    def place_of_author(self, index: int) -> Span | None:
        """Where an author's file begins, or else where the author is named."""
        author = self.paper.authors[index]
        return author.span if author.id and author.span else self.place("authors", index)


class VolumePdfs(Struct, frozen=True):
    """The PDFs of a volume that are handed over."""

    papers: Mapping[str, Path] = {}
    """By the ids of their papers."""
    front_matter: Path | None = None
    """What stands before the papers."""
    whole: Path | None = None
    """The whole volume."""


class BundledVolume(Struct, frozen=True, dict=True):
    """A volume that is handed over."""

    root: Path
    """The folder that holds `data/`."""
    edition: Edition
    volume: Volume
    files: EditionFiles
    papers: tuple[BundledPaper, ...]
    front_matter: Path | None
    """The PDF of what stands before the papers, if it was made."""
    whole: Path | None = None
    """The PDF of the whole volume, if it was made."""

    @property
    def epoch(self) -> int:
        """The time that the bundle's files carry, in seconds since 1970 (UTC)."""
        return epoch_of(self.edition)

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings over its parts in their order; none if it has one part."""
        return tuple(dict.fromkeys(paper.section for paper in self.papers if paper.section))

    def place(self, *path: str | int) -> Span | None:
        """Where a value of `edition.yaml` stands, or the nearest one around it."""
        return self.files.edition.place(*path) or self.files.edition.span

    def missing_abstracts(self) -> Iterator[Diagnostic]:
        """The papers without an abstract."""
        for paper in self.papers:
            if paper.paper.abstract is None:
                message = f"the paper `{paper.paper.id}` has no abstract"
                hint = "write it under `abstract: |`"
                yield error("paper-without-abstract", message, paper.place("abstract"), hint)

    def missing_orcids(self) -> Iterator[Diagnostic]:
        """The authors without an ORCID iD, which no receiver demands; each is named once."""
        known: set[str] = set()
        for paper in self.papers:
            for index, author in enumerate(paper.paper.authors):
                is_new = author.name not in known and not is_group(author.name)
                if author.orcid is None and is_new:
                    known.add(author.name)
                    message = f"the author {author.name} has no ORCID iD"
                    kept = "links: {orcid: 0000-0002-1825-0097}"
                    hint = f"write `{kept if author.id else 'orcid: 0000-0002-1825-0097'}`"
                    place = paper.place_of_author(index)
                    yield warning("author-without-orcid", message, place, hint)

    @property
    def example_day(self) -> str:
        """A day on which the volume may appear, for hints: a month after the workshop."""
        return (self.edition.when.date.date + _A_MONTH).isoformat()

    def missing_keys(self, keys: Mapping[str, tuple[str | None, str]]) -> Iterator[Diagnostic]:
        """The values of `proceedings` that are not said.

        Args:
            keys: by key, its value, and what to write there.
        """
        for key, (value, example) in keys.items():
            if not value:
                message = f"`{key}` of the volume is not said"
                hint = f"write `{key}: {example}` under `proceedings`"
                yield error("volume-without-key", message, self.place("proceedings", key), hint)

    def other_licence(self, publisher: str, licence: str) -> Iterator[Diagnostic]:
        """That the volume does not say that its papers have the one licence of a publisher.

        Args:
            publisher: what the publisher is called.
            licence: the address of its licence.
        """
        stated = self.volume.licence
        if stated is None or stated.url != licence:
            message = f"{publisher} publishes under CC BY 4.0 alone, and the volume does not say so"
            hint = "write `licence: by` under `proceedings`, if all authors have agreed to it"
            yield error("other-licence", message, self.place("proceedings", "licence"), hint)

    def missing_pages(self) -> Iterator[Diagnostic]:
        """The papers of which nobody knows on which pages they stand."""
        for paper in self.papers:
            if paper.pages is None:
                message = f"the pages of the paper `{paper.paper.id}` are not known"
                place = f"data/editions/{self.edition.id}/{PAPER_FILES}/{paper.paper.id}.pdf"
                what = (
                    "see that the PDFs of all papers are there and can be used"
                    if paper.paper.id in self.edition.paper_files
                    else f"put its PDF into {place}"
                )
                hint = f"{what}, or write `pages: 1-8`"
                yield error("paper-without-pages", message, paper.place("pages"), hint)


def no_contact(paper: BundledPaper, task: str) -> Diagnostic:
    """The error on a paper that names nobody for a task: who "signs for all"."""
    message = f"nobody is the corresponding author of the paper `{paper.paper.id}`, who {task}"
    hint = "write `corresponding: true` beside one of the authors"
    return error("no-contact-author", message, paper.place("authors"), hint)


def bundled_volume(
    root: Path,
    edition: Edition,
    files: EditionFiles,
    plan: VolumePlan,
    pdfs: VolumePdfs,
) -> BundledVolume | None:
    """The volume of an edition; nothing if the edition has none.

    Args:
        root: the folder that holds `data/`.
        edition: the edition.
        files: its files.
        plan: which pages are whose. If PDFs of papers are missing in it, and none are handed over,
            the pages that `papers.yaml` says are taken.
        pdfs: the PDFs that are handed over.
    """
    if edition.volume is None:
        return None
    planned = {entry.paper.id: entry.pages for entry in plan.entries}
    is_planned = bool(pdfs.papers) or not plan.missing
    records = {record.id: record for record in files.papers}
    papers: list[BundledPaper] = []
    for group in paper_groups(edition.volume_papers):
        for paper in group.papers:
            pages = planned.get(paper.id) if is_planned else paper.pages
            record, file = records[paper.id], pdfs.papers.get(paper.id)
            number = len(papers) + 1
            papers.append(BundledPaper(paper, record, number, group.heading, pages, file))
    about = (root, edition, edition.volume, files)
    return BundledVolume(*about, tuple(papers), pdfs.front_matter, pdfs.whole)


def in_words(text: str) -> str:
    """A name, a title or another value of the data as one line, with typographic characters."""
    return typographic(printable(str(text)))


def ending_of(file: Path) -> str:
    """How a file's name ends, with both endings of a packed archive: `.pdf`, `.tar.gz`."""
    return "".join(file.suffixes[-2:]) if file.stem.endswith(".tar") else file.suffix


def language_code(tag: str) -> str:
    """A language as ISO 639-2/T names it, `eng`, by its tag."""
    found = pycountry.languages.get(alpha_2=tag.partition("-")[0])
    return found.alpha_3 if found else tag.partition("-")[0]
