"""Builds what needs no TeX: texts, calendars, the website, the tree for Jekyll."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from proposal.build.graph import Source
from proposal.build.output_tree import deliver_tree
from proposal.build.pdf_text import remembered_pages
from proposal.build.request import Kind, OnStep, Request, Step
from proposal.build.source_fingerprints import Sources
from proposal.delivery import deliver
from proposal.diagnostics import Diagnostic, has_errors
from proposal.edition.edition import Edition, Person
from proposal.edition.series import Series
from proposal.model.published_events import CALENDAR_FILE
from proposal.render.calendar import versioned_calendars
from proposal.render.jekyll.jekyll_site import Picture, render_jekyll
from proposal.render.picture_kinds import PictureError
from proposal.render.rendered_files import RenderedFiles
from proposal.render.site.picture_cache import portrait
from proposal.render.site.site import EditionFiles, render_site
from proposal.render.text.bibtex_text import FILE, papers_bib
from proposal.render.text.texts import texts
from proposal.render.versions import written


@dataclass(frozen=True, slots=True)
class Pages:
    """What is made without TeX, before it is put into place."""

    texts: dict[int, RenderedFiles]
    """Texts and calendars by edition, for `build/EDITION/`."""
    site: RenderedFiles
    """The website, for `build/site/`."""
    jekyll: RenderedFiles
    """The tree for Jekyll, for `build/jekyll/`."""
    remembered: dict[int, bytes] = field(default_factory=dict)
    """What calendars know of each edition when they have taken in these, for `data/`."""


UP_TO_DATE = "up to date"


@dataclass(frozen=True, slots=True)
class DeliveredPages:
    """What became of a folder of texts or pages."""

    name: str
    """The folder, below `build/`."""
    step: Step
    """What is said of it."""
    told: str
    """What is to be said of it as long as it is up to date."""
    listing: str
    """The file below `build/` that lists what was delivered."""
    faults: list[Diagnostic]


ALL_PAGES = frozenset({Kind.TEXT, Kind.SITE, Kind.JEKYLL})


def render_pages(
    root: Path,
    series: Series,
    kinds: Collection[Kind] = ALL_PAGES,
    pdfs_in: str = "build",
    waits: Mapping[int, Callable[[], None]] | None = None,
    known_texts: Mapping[int, RenderedFiles] | None = None,
) -> Pages:
    """Render texts, calendars and websites of a series.

    Args:
        root: the folder that holds `data/`.
        series: the workshop with all editions that are shown.
        kinds: the kinds that are wanted; the others stay empty.
        pdfs_in: the folder below `root` in whose folders by year the finished PDFs stand.
        waits: what to wait for before an edition's PDFs are looked at, by year. These editions
            come last, so that there is as little to wait for as can be.
        known_texts: texts and calendars by year, for whom slightly older ones will do.
    """
    waits, known_texts = waits or {}, known_texts or {}
    rendered: dict[int, RenderedFiles] = {}
    remembered: dict[int, bytes] = {}

    def offered() -> Iterator[tuple[Edition, EditionFiles]]:
        for edition in sorted(series.editions, key=lambda each: each.year in waits):
            made = known_texts.get(edition.year)
            if made is None:
                made, remembered[edition.year] = _texts(root, edition)
            if edition.year in waits:
                waits[edition.year]()
            pdfs = _public_pdfs(root / pdfs_in, edition)
            made = RenderedFiles(made.files | _papers(root, edition, pdfs), made.faults)
            rendered[edition.year] = made
            yield edition, EditionFiles(pdfs, made.files)

    nothing = RenderedFiles({})
    jekyll = render_jekyll(root, series, _portrait) if Kind.JEKYLL in kinds else nothing
    if Kind.SITE in kinds:
        return Pages(rendered, render_site(root, series, offered()), jekyll, remembered)
    deque(offered(), maxlen=0)
    return Pages(rendered, nothing, jekyll, remembered)


def _texts(root: Path, edition: Edition) -> tuple[RenderedFiles, bytes]:
    """The call for papers and the calendars of an edition, for which no PDF is needed.

    Returns:
        The files, and what the next build must know of the calendars.
    """
    page = f"{edition.url.rstrip('/')}/{edition.year}/" if edition.url else None
    called = texts(root, edition, page)
    made = versioned_calendars(edition, page)
    return RenderedFiles(called.files | made.files, called.faults), written(made.events)


def _papers(root: Path, edition: Edition, pdfs: Mapping[str, bytes]) -> dict[str, bytes]:
    """What cites an edition's papers and its summary, whose pages are counted; empty if nothing."""
    papers = papers_bib(edition, _pages_of_summary(root, edition, pdfs))
    return {FILE: papers.encode()} if papers else {}


def deliver_pages(
    request: Request, pages: Pages, years: Collection[int], seconds: float, on_step: OnStep
) -> list[DeliveredPages]:
    """Put texts, calendars and websites into place; nothing of what has a fault.

    Args:
        request: what was asked for.
        pages: what was rendered.
        years: the editions whose texts and calendars are written.
        seconds: how long the rendering took.
        on_step: called for everything that happens.

    Raises:
        DeliveryError: `build/` cannot be written to.
    """
    trees: list[tuple[str, RenderedFiles, str]] = []
    if Kind.TEXT in request.kinds:
        trees += [(f"{year}", pages.texts[year], f"{year}/.texts") for year in years]
    if Kind.SITE in request.kinds:
        trees.append(("site", pages.site, ".site"))
    if Kind.JEKYLL in request.kinds:
        trees.append(("jekyll", pages.jekyll, ".jekyll"))
    delivered = []
    for name, rendered, listing in trees:
        started = time.monotonic()
        made = _delivered(request.root / "build", name, rendered, listing)
        delivered.append(made)
        on_step(replace(made.step, seconds=seconds + time.monotonic() - started))
        seconds = 0.0
    return delivered


def remember_events(
    request: Request, pages: Pages, years: Collection[int], sources: Sources, on_step: OnStep
) -> None:
    """Write down what calendars know when they have taken in what was just delivered.

    It is written behind all that it speaks of: a build that is killed in between is as if it had
    not been, and the next one gives the same versions to the same events.

    Args:
        request: what was asked for; a preview, whose pages nobody takes in, remembers nothing.
        pages: what was delivered.
        years: the editions whose texts and calendars were written.
        sources: the digests of what the pages were made of, to which this file belongs, too.
        on_step: called for each edition of which calendars know something else than before.

    Raises:
        DeliveryError: a file in `data/` cannot be written to.
    """
    is_for_all = Kind.SITE in request.kinds  # the website offers the calendars of all editions
    chosen = pages.remembered if is_for_all else set(years) & pages.remembered.keys()
    if not request.remembers_events or not request.kinds & {Kind.SITE, Kind.TEXT}:
        return
    files = {event_file(request.root, year): pages.remembered[year] for year in sorted(chosen)}
    changed = {file: content for file, content in files.items() if not _holds(file, content)}
    if not changed:
        return
    said = {
        file: "what calendars know has changed; commit it" if file.exists() else "begun; commit it"
        for file in changed
    }
    sources.change(Source.DATA, lambda: deliver(changed))
    for file, words in said.items():
        on_step(Step(str(file.relative_to(request.root)), words, is_done=True))


def event_file(root: Path, year: int) -> Path:
    """The file that remembers what calendars know of an edition."""
    return root / "data" / "editions" / str(year) / CALENDAR_FILE


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes() == content


def _delivered(build: Path, name: str, rendered: RenderedFiles, listing: str) -> DeliveredPages:
    """Put a folder's files into place, if there is no fault in them."""
    artefact = f"build/{name}/cfp.txt" if name.isdecimal() else f"build/{name}/"
    if has_errors(rendered.faults):
        failed = "not made; what was there before is still there"
        step = Step(artefact, failed, is_done=True, is_good=False)
        return DeliveredPages(name, step, "", listing, rendered.faults)
    tree = deliver_tree(build / name, rendered.files, build / listing)
    beside = f"with {tree.count - 1} more texts and calendars" if name.isdecimal() else ""
    told = beside or f"{tree.count} files"
    changed = f"{tree.changed} changed" if tree.changed else UP_TO_DATE
    step = Step(artefact, f"{told}, {changed}", is_done=True)
    return DeliveredPages(name, step, f"{told}, {UP_TO_DATE}", listing, rendered.faults)


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
