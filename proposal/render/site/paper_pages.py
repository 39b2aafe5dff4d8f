"""Finds out what the pages of an edition's papers show, and which files stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, first_few, warning
from proposal.edition.edition import Edition
from proposal.edition.own_files import (
    page_of,
    with_addresses,
    with_whole_addresses,
    with_works,
)
from proposal.edition.paper_groups import paper_groups
from proposal.edition.schedule import Paper
from proposal.edition.series import SeriesSummary
from proposal.model.own_file_names import OWN_FILES
from proposal.render.site import structured
from proposal.render.text.bibtex_text import FILE, paper_bib
from proposal.render.text.cited_paper import (
    PAPERS,
    CitedPaper,
    cited_papers,
    names_of_authors,
    page_of_paper,
)
from proposal.render.text.reference_files import csl_json, ris


class WrittenPage(Struct, frozen=True):
    """A page on papers: where it stands, what its template shows, and what lies beside it."""

    path: str
    title: str
    description: str
    template: str
    values: Mapping[str, Any]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """By name."""


class _PublishedPapers(Struct, frozen=True):
    """What the pages of an edition's papers have in common."""

    edition: Edition
    series: SeriesSummary
    pdfs: Mapping[str, bytes]
    """The PDFs that stand beside the pages, by the ids of papers."""
    whole: Edition
    """The edition with whole addresses, as citations have them."""
    cited: Mapping[str, CitedPaper]
    """The papers that can be cited, by their ids."""

    @property
    def path(self) -> str:
        """Where the list of papers stands on the website."""
        return f"{self.edition.id}/{PAPERS}"

    @property
    def steps(self) -> list[tuple[str, str]]:
        """The way to the list of papers: what its steps are called, and where they lead."""
        return [
            (self.series.acronym, ""),
            (self.edition.short_name, f"{self.edition.id}/"),
            (self.edition.submissions.accepted_label, self.path),
        ]

    def edition_from(self, root: str) -> Edition:
        """The edition as a page shows it from which `root` leads to the edition's page."""
        beside = with_papers_beside(self.edition, self.pdfs, root)
        return with_addresses(beside, f"{root}{OWN_FILES}/")


def paper_pages(
    edition: Edition,
    stamped: Mapping[str, bytes],
    own: Mapping[str, bytes],
    series: SeriesSummary,
) -> Iterator[WrittenPage]:
    """The list of an edition's papers, and then the page of each, in the order of the list.

    Args:
        edition: the edition as everybody may see it, with its own files by their names.
        stamped: the PDFs from the volume that everybody may read, by the ids of papers.
        own: the contents of files beside the edition, by name.
        series: the series.
    """
    pdfs = {
        paper.id: content
        for paper in edition.papers
        if (content := stamped.get(paper.id) or own.get(paper.pdf or ""))
    }
    whole = with_papers_beside(with_whole_addresses(edition), pdfs, page_of(edition))
    cited = {citing.paper.id: citing for citing in cited_papers(whole)}
    published = _PublishedPapers(edition, series, pdfs, whole, cited)
    yield _list_page(published)
    there = published.edition_from("../../")
    papers = [paper for group in paper_groups(edition.papers) for paper in group.papers]
    for before, paper, after in zip([None, *papers], papers, [*papers[1:], None], strict=False):
        yield _paper_page(published, there, paper, (before, after))


def _list_page(published: _PublishedPapers) -> WrittenPage:
    """The list of all papers, with what describes their volume."""
    edition, cited = published.edition, published.cited
    volume = edition.volume if edition.volume and edition.volume.is_described else None
    title = volume.title if volume else edition.submissions.accepted_heading
    return WrittenPage(
        published.path,
        title if volume else f"{title}: {edition.short_name}",
        f"{title}. {edition.title}. {edition.place}, {edition.dated}.",
        "papers.html",
        {
            "edition": published.edition_from("../"),
            "title": title,
            "volume": volume,
            "references": _REFERENCES if cited else (),
            "described": structured.papers_volume(volume, cited.values()),
            "trail": structured.breadcrumbs(published.steps, published.series.url),
        },
        {
            RIS: ris(cited.values()).encode(),
            CSL_JSON: csl_json(published.whole, cited.values()).encode(),
        }
        if cited
        else {},
    )


def _paper_page(
    published: _PublishedPapers,
    there: Edition,
    paper: Paper,
    neighbours: tuple[Paper | None, Paper | None],
) -> WrittenPage:
    """The page of one paper.

    Args:
        published: what the pages of papers have in common.
        there: the edition as the page shows it.
        paper: the paper.
        neighbours: the papers before and behind it in the list.
    """
    edition, whole = published.edition, published.whole
    citing = published.cited.get(paper.id)
    bibtex = paper_bib(citing) if citing else ""
    container = f" {citing.container}." if citing else ""
    source = next(source for source in whole.papers if source.id == paper.id)
    here = f"{published.path}{paper.id}/"
    steps = [*published.steps, (paper.title, here)]
    return WrittenPage(
        here,
        f"{paper.title}: {edition.short_name}",
        f"{names_of_authors(paper)}. {paper.title}.{container}",
        "paper.html",
        {
            "edition": there,
            "paper": next(shown for shown in there.papers if shown.id == paper.id),
            "cited": citing,
            "volume": citing.volume if citing else None,
            "marks": [mark for mark in (paper.award, paper.kind, paper.track) if mark],
            "bibtex": bibtex,
            "slot": edition.slot_of(paper),
            "neighbours": neighbours,
            "article": structured.article(source, citing, page_of_paper(whole, paper)),
            "trail": structured.breadcrumbs(steps, published.series.url),
        },
        {
            **(_references(whole, citing, bibtex) if citing else {}),
            **({f"{paper.id}.pdf": published.pdfs[paper.id]} if paper.id in published.pdfs else {}),
        },
    )


def _references(edition: Edition, cited: CitedPaper, bibtex: str) -> Mapping[str, bytes]:
    """The files that cite one paper."""
    return {
        f"{cited.paper.id}.bib": bibtex.encode(),
        f"{cited.paper.id}.ris": ris([cited]).encode(),
        f"{cited.paper.id}.json": csl_json(edition, [cited]).encode(),
    }


RIS, CSL_JSON = "papers.ris", "papers.json"
_REFERENCES = (("BibTeX", f"../{FILE}"), ("RIS", RIS), ("CSL-JSON", CSL_JSON))
"""The files that cite all papers, as the list of papers leads to them."""


def with_papers_beside(edition: Edition, pdfs: Mapping[str, bytes], root: str | None) -> Edition:
    """An edition whose papers are read beside their pages, as far as their PDFs stand there.

    Args:
        edition: the edition.
        pdfs: the PDFs by the ids of papers.
        root: what leads to the edition's page; nothing if no address is known.
    """
    if not pdfs or root is None:
        return edition

    def paper(source: Paper) -> Paper:
        if source.id not in pdfs:
            return source
        return replace(source, pdf=f"{root}{PAPERS}{source.id}/{source.id}.pdf")

    return with_works(edition, paper)


def without_stamps(edition: Edition, stamped: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """That the website shall offer a volume that has not been made of all papers."""
    missing = [paper.id for paper in edition.volume_papers if paper.id not in stamped]
    if edition.volume and edition.volume.is_public and missing:
        names = first_few(f"`{paper}`" for paper in missing)
        message = f"the website lacks the stamped PDFs of {names}, which shall be public"
        hint = f"type `proposal proceedings {edition.id}`, then build again"
        yield warning("unmade-volume", message, edition.volume.span, hint)
