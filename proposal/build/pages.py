"""Renders what needs no TeX: texts, calendars, the website, the tree for Jekyll."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from proposal.build.accessible import documents_made_here
from proposal.build.documents import pages_of_document
from proposal.build.outputs import RenderedPages
from proposal.build.request import Kind
from proposal.build.volume_files import volume_files
from proposal.edition.edition import Edition
from proposal.edition.own_files import page_of
from proposal.edition.participants import Person
from proposal.project import Project
from proposal.render.calendar import versioned_calendars
from proposal.render.jekyll.jekyll_site import Portrait, render_jekyll
from proposal.render.rendered_files import RenderedFiles
from proposal.render.site.edition_pages import (
    OfferedFiles,
    SitePart,
    Surroundings,
    render_edition_pages,
)
from proposal.render.site.picture_cache import portrait
from proposal.render.site.site import render_site
from proposal.render.text.bibtex_text import FILE, papers_bib
from proposal.render.text.form import FILE as FORM
from proposal.render.text.form import form_text
from proposal.render.text.texts import texts
from proposal.render.versions import written

ALL_PAGES = frozenset({Kind.TEXT, Kind.SITE, Kind.JEKYLL})


def render_pages(
    project: Project,
    kinds: Collection[Kind] = ALL_PAGES,
    *,
    edition_ids: Collection[str] | None = None,
    pdfs_in: str = "build",
    waits: Mapping[str, Callable[[], None]] | None = None,
    known_texts: Mapping[str, RenderedFiles] | None = None,
) -> RenderedPages:
    """Render texts, calendars and websites of a series.

    Args:
        project: the data, with a series.
        kinds: the kinds that are wanted; the others stay empty.
        edition_ids: the editions that are wanted, if a website is not, which shows all.
        pdfs_in: the folder below the workshop's in whose folders by id the finished PDFs stand.
        waits: what to wait for before an edition's PDFs are looked at, by id. These editions
            come last, so that there is as little to wait for as can be.
        known_texts: texts and calendars by id, for whom slightly older ones will do.
    """
    waits, known_texts = waits or {}, known_texts or {}
    rendered: dict[str, RenderedFiles] = {}
    events: dict[str, bytes] = {}
    nothing, root, series = RenderedFiles({}), project.root, project.series
    if series is None:
        return RenderedPages(rendered, nothing, nothing)

    def offered() -> Iterator[tuple[Edition, OfferedFiles]]:
        for edition in sorted(series.editions, key=lambda edition: edition.id in waits):
            if edition_ids is not None and edition.id not in edition_ids:
                continue
            made = known_texts.get(edition.id)
            if made is None:
                made, events[edition.id] = _texts(root, edition)
            if edition.id in waits:
                waits[edition.id]()
            pdfs = _public_pdfs(root / pdfs_in, edition)
            made = RenderedFiles(made.files | _papers(root, edition, pdfs), made.diagnostics)
            rendered[edition.id] = made
            # The form is for the chairs, and not for everybody.
            offered_files = {name: text for name, text in made.files.items() if name != FORM}
            yield edition, OfferedFiles(pdfs, offered_files, *_public_volume(root, edition))

    jekyll = render_jekyll(root, series, _portrait) if Kind.JEKYLL in kinds else nothing
    if Kind.SITE in kinds:

        def parts(around: Surroundings) -> Iterator[SitePart]:
            return (render_edition_pages(root, around, *shown) for shown in offered())

        return RenderedPages(rendered, render_site(root, series, parts), jekyll, events)
    for _ in offered():
        pass
    return RenderedPages(rendered, nothing, jekyll, events)


def _texts(root: Path, edition: Edition) -> tuple[RenderedFiles, bytes]:
    """The call for papers and the calendars of an edition, for which no PDF is needed.

    Returns:
        The files, and what the next build must know of the calendars.
    """
    page = page_of(edition)
    called = texts(root, edition, page)
    form = form_text(root, edition)
    made = versioned_calendars(edition, page)
    files = called.files | form.files | made.files
    return RenderedFiles(files, [*called.diagnostics, *form.diagnostics]), written(made.events)


def _papers(root: Path, edition: Edition, pdfs: Mapping[str, bytes]) -> dict[str, bytes]:
    """What cites an edition's papers and its summary, whose pages are counted; empty if nothing."""
    papers = papers_bib(edition, _pages_of_summary(root, edition, pdfs))
    return {FILE: papers.encode()} if papers else {}


def _pages_of_summary(root: Path, edition: Edition, pdfs: Mapping[str, bytes]) -> int | None:
    """How many pages the summary in the proceedings has, if it is there."""
    summary = pdfs.get("camera-ready")
    if not summary:
        return None
    return len(pages_of_document(root, edition.id, "camera-ready", summary))


def _portrait(person: Person) -> Portrait | None:
    """A person's portrait, cut as the website shows it.

    Raises:
        PictureError: it cannot be read.
    """
    if person.photo is None:
        return None
    return Portrait(".jpg", portrait(person.photo, person.photo.stat().st_mtime)[".jpg"])


def _public_volume(root: Path, edition: Edition) -> tuple[dict[str, bytes], bytes | None]:
    """The stamped papers by their ids, and the volume, as far as they are made and public."""
    if edition.volume is None or not edition.volume.is_public:
        return {}, None
    whole, *stamped = (root / name for name in volume_files(edition))
    papers = {file.stem: file.read_bytes() for file in stamped if file.is_file()}
    return papers, whole.read_bytes() if whole.is_file() else None


def _public_pdfs(place: Path, edition: Edition) -> dict[str, bytes]:
    """The finished documents that everybody may read, by name."""
    folder = place / edition.id
    files = {
        name: folder / f"{name}.pdf"
        for name, document in documents_made_here(edition).items()
        if document.is_public
    }
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}
