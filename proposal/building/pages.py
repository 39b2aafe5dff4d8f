"""Builds what needs no TeX: texts, calendars, the website, the tree for Jekyll."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping

from proposal.building.documents import count_pages
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


def build_pages(
    request: Request,
    kinds: Collection[Kind],
    series: Series,
    years: Collection[int],
    on_step: OnStep,
) -> list[Diagnostic]:
    """Make texts, calendars and websites; nothing is delivered of what has a fault.

    Args:
        request: what was asked for.
        kinds: the kinds of artefacts to make.
        series: the workshop with all editions that are shown.
        years: the editions whose texts and calendars are written.
        on_step: called for everything that happens.

    Raises:
        DeliveryError: `build/` cannot be written to.
    """
    faults: list[Diagnostic] = []
    offered: dict[int, EditionFiles] = {}
    for edition in series.editions:
        started = time.monotonic()
        page = f"{edition.url.rstrip('/')}/{edition.year}/" if edition.url else None
        pdfs = _public_pdfs(request, edition)
        rendered = texts(request.root, edition, page, _pages_of_summary(pdfs))
        files = rendered.files | calendars(edition, page)
        faults += rendered.faults
        if Kind.TEXT in kinds and edition.year in years and not has_errors(rendered.faults):
            folder = f"build/{edition.year}"
            place = request.root / folder
            deliver_tree(place, files, place / ".texts")
            told = f"{len(files) - 1} more texts and calendars beside it"
            seconds = time.monotonic() - started
            on_step(Step(f"{folder}/cfp.txt", told, is_done=True, seconds=seconds))
        offered[edition.year] = EditionFiles(pdfs, files)
    if Kind.SITE in kinds:
        site = _tree(request, "site", lambda: render_site(request.root, series, offered), on_step)
        faults += site
    if Kind.JEKYLL in kinds:
        jekyll = _tree(
            request, "jekyll", lambda: render_jekyll(request.root, series, _portrait), on_step
        )
        faults += jekyll
    return faults


def _pages_of_summary(pdfs: Mapping[str, bytes]) -> int | None:
    """How many pages the summary in the proceedings has, if it is there."""
    summary = pdfs.get("camera-ready")
    return count_pages(summary) if summary else None


def _portrait(person: Person) -> Picture | None:
    """A person's portrait, cut as the website shows it."""
    if person.photo is None:
        return None
    try:
        return Picture(".jpg", portrait(person.photo, person.photo.stat().st_mtime)[".jpg"])
    except PictureError:
        return None  # the website tells it


def _public_pdfs(request: Request, edition: Edition) -> dict[str, bytes]:
    """The finished documents that everybody may read, by name."""
    folder = request.root / "build" / str(edition.year)
    files = {
        name: folder / f"{name}.pdf"
        for name, document in edition.documents.items()
        if document.is_public
    }
    return {name: file.read_bytes() for name, file in files.items() if file.is_file()}


def _tree(
    request: Request, name: str, render: Callable[[], RenderedFiles], on_step: OnStep
) -> list[Diagnostic]:
    """Render a whole folder and put it into place, if there is no fault in it."""
    artefact = f"build/{name}/"
    started = time.monotonic()
    on_step(Step(artefact, "rendering"))
    rendered = render()
    if has_errors(rendered.faults):
        failed = "not made; what was there before is still there"
        on_step(Step(artefact, failed, is_done=True, is_good=False))
        return rendered.faults
    build = request.root / "build"
    delivered = deliver_tree(build / name, rendered.files, build / f".{name}")
    changed = f"{delivered.changed} changed" if delivered.changed else "up to date"
    seconds = time.monotonic() - started
    on_step(Step(artefact, f"{delivered.count} files, {changed}", is_done=True, seconds=seconds))
    return rendered.faults
