"""Builds what needs no TeX: texts, calendars, the website, the tree for Jekyll."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from proposal.building.finished import remembered_pages
from proposal.building.request import Kind, OnStep, Request, Step
from proposal.building.tree import deliver_tree
from proposal.diagnostics import Diagnostic, has_errors
from proposal.edition.edition import Edition, Person
from proposal.edition.series import Series
from proposal.render.calendar import calendars
from proposal.render.files import RenderedFiles
from proposal.render.jekyll.tree import Picture, render_jekyll
from proposal.render.site.pictures import PictureError, portrait
from proposal.render.site.site import EditionFiles, render_site
from proposal.render.text.texts import texts


@dataclass(frozen=True, slots=True)
class Pages:
    """What is made without TeX, before it is put into place."""

    texts: dict[int, RenderedFiles]
    """Texts and calendars by edition, for `build/EDITION/`."""
    site: RenderedFiles
    """The website, for `build/site/`."""
    jekyll: RenderedFiles
    """The tree for Jekyll, for `build/jekyll/`."""


ALL_PAGES = frozenset({Kind.TEXT, Kind.SITE, Kind.JEKYLL})


def render_pages(
    root: Path, series: Series, kinds: Collection[Kind] = ALL_PAGES, pdfs_in: str = "build"
) -> Pages:
    """Render texts, calendars and websites of a series.

    Args:
        root: the folder that holds `data/`.
        series: the workshop with all editions that are shown.
        kinds: the kinds that are wanted; the others stay empty.
        pdfs_in: the folder below `root` in whose folders by year the finished PDFs stand.
    """
    rendered: dict[int, RenderedFiles] = {}
    offered: dict[int, EditionFiles] = {}
    for edition in series.editions:
        page = f"{edition.url.rstrip('/')}/{edition.year}/" if edition.url else None
        pdfs = _public_pdfs(root / pdfs_in, edition)
        made = texts(root, edition, page, _pages_of_summary(root, edition, pdfs))
        files = made.files | calendars(edition, page)
        rendered[edition.year] = RenderedFiles(files, made.faults)
        offered[edition.year] = EditionFiles(pdfs, files)
    nothing = RenderedFiles({})
    return Pages(
        rendered,
        render_site(root, series, offered) if Kind.SITE in kinds else nothing,
        render_jekyll(root, series, _portrait) if Kind.JEKYLL in kinds else nothing,
    )


def build_pages(
    request: Request, series: Series, years: Collection[int], on_step: OnStep
) -> list[Diagnostic]:
    """Make texts, calendars and websites; nothing is delivered of what has a fault.

    Args:
        request: what was asked for.
        series: the workshop with all editions that are shown.
        years: the editions whose texts and calendars are written.
        on_step: called for everything that happens.

    Raises:
        DeliveryError: `build/` cannot be written to.
    """
    started = time.monotonic()
    on_step(Step("build/site/", "rendering"))
    pages = render_pages(request.root, series, request.kinds)
    faults: list[Diagnostic] = []
    trees: list[tuple[str, RenderedFiles, str]] = []
    if Kind.TEXT in request.kinds:
        trees += [(f"{year}", pages.texts[year], f"{year}/.texts") for year in years]
    if Kind.SITE in request.kinds:
        trees.append(("site", pages.site, ".site"))
    if Kind.JEKYLL in request.kinds:
        trees.append(("jekyll", pages.jekyll, ".jekyll"))
    for name, rendered, listing in trees:
        faults += rendered.faults
        step = _delivered(request.root / "build", name, rendered, listing)
        on_step(replace(step, seconds=time.monotonic() - started))
        started = time.monotonic()
    return list(dict.fromkeys(faults))


def _delivered(build: Path, name: str, rendered: RenderedFiles, listing: str) -> Step:
    """Put a folder's files into place, if there is no fault in them."""
    artefact = f"build/{name}/cfp.txt" if name.isdecimal() else f"build/{name}/"
    if has_errors(rendered.faults):
        failed = "not made; what was there before is still there"
        return Step(artefact, failed, is_done=True, is_good=False)
    tree = deliver_tree(build / name, rendered.files, build / listing)
    beside = f"with {tree.count - 1} more texts and calendars" if name.isdecimal() else ""
    told = beside or f"{tree.count} files"
    return Step(artefact, f"{told}, {_changed(tree.changed)}", is_done=True)


def _changed(count: int) -> str:
    return f"{count} changed" if count else "up to date"


def _pages_of_summary(root: Path, edition: Edition, pdfs: Mapping[str, bytes]) -> int | None:
    """How many pages the summary in the proceedings has, if it is there."""
    summary = pdfs.get("camera-ready")
    if not summary:
        return None
    return len(remembered_pages(root, edition.year, "camera-ready", summary))


def _portrait(person: Person) -> Picture | None:
    """A person's portrait, cut as the website shows it."""
    if person.photo is None:
        return None
    try:
        return Picture(".jpg", portrait(person.photo, person.photo.stat().st_mtime)[".jpg"])
    except PictureError:
        return None  # the website tells it


def _public_pdfs(place: Path, edition: Edition) -> dict[str, bytes]:
    """The finished documents that everybody may read, by name."""
    folder = place / str(edition.year)
    files = {
        name: folder / f"{name}.pdf"
        for name, document in edition.documents.items()
        if document.is_public
    }
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}
