"""Renders an edition as the unit of work: all that is made of it without TeX, of what it says.

What is given decides all that is made, so that an edition is rendered again only when something
of it has changed, and many of them at the same time.
"""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from proposal.build.documents import pages_of_document
from proposal.build.value_bytes import value_bytes
from proposal.caching import digest
from proposal.edition.edition import Edition
from proposal.edition.own_files import page_of
from proposal.render.calendar import calendars
from proposal.render.rendered_files import RenderedFiles
from proposal.render.site.edition_pages import (
    OfferedFiles,
    SitePart,
    Surroundings,
    render_edition_pages,
)
from proposal.render.text.bibtex_text import FILE, papers_bib
from proposal.render.text.form import FILE as FORM
from proposal.render.text.form import form_text
from proposal.render.text.texts import texts
from proposal.render.versions import written
from proposal.watching import Watch, watched

_AHEAD = 3
"""Editions that another process has got at a time, so that it need not wait for the next one."""

FEWEST = 24
"""Editions for which it pays to start other processes, which load the program anew."""


class EditionTexts(Struct, frozen=True):
    """The texts and calendars of an edition, for which no PDF is needed."""

    files: RenderedFiles
    events: bytes
    """What calendars know when they have taken these in."""


class EditionInputs(Struct, frozen=True):
    """What an edition's texts and pages are made of."""

    edition: Edition
    pdfs: Mapping[str, bytes]
    """The finished documents that everybody may read, by name."""
    papers: Mapping[str, bytes] = field(default_factory=dict)
    """The stamped PDFs of papers that everybody may read, by the papers' ids."""
    volume: bytes | None = None
    texts: EditionTexts | None = None
    """Texts and calendars, if they were rendered already."""

    @property
    def known_events(self) -> bytes:
        """What calendars know of the edition before it is rendered."""
        return written(self.edition.published)

    def key(self, root: Path, surroundings: str, events: bytes) -> str:
        """The digest of all that decides what is made of the edition.

        Args:
            root: the workshop's folder.
            surroundings: the digest of all that is not the edition's own, the site among it.
            events: what calendars know of it. An event that they know as it is stays as it is, so
                that what they know afterwards leads to the same again.
        """
        pdfs = [part for name, content in sorted(self.pdfs.items()) for part in (name, content)]
        papers = [part for name, content in sorted(self.papers.items()) for part in (name, content)]
        edition = value_bytes(replace(self.edition, published=(), site=None), root)
        counts = f"{len(pdfs)} {len(papers)} {self.volume is None}"
        return digest(surroundings, edition, events, counts, *pdfs, *papers, self.volume or b"")


class EditionPages(Struct, frozen=True):
    """What is made of an edition without TeX."""

    texts: RenderedFiles
    """Texts and calendars, for `build/EDITION/`."""
    events: bytes
    """What calendars know of the edition when they have taken these in, for `data/`."""
    site: SitePart | None
    """The pages of the website, if they are wanted."""


def render_texts(root: Path, edition: Edition) -> EditionTexts:
    """Render the call for papers and the calendars of an edition."""
    page = page_of(edition)
    called = texts(root, edition, page)
    form = form_text(root, edition)
    made = calendars(edition, page)
    files = {**called.files, **form.files, **made.files}
    rendered = RenderedFiles(files, [*called.diagnostics, *form.diagnostics])
    return EditionTexts(rendered, written(made.events))


def render_edition(root: Path, around: Surroundings | None, inputs: EditionInputs) -> EditionPages:
    """Render the texts and the pages of an edition.

    Args:
        root: the folder that holds `data/`.
        around: what its pages show of the series; nothing if no website is wanted.
        inputs: the edition, and what is offered of it.
    """
    edition = inputs.edition
    made = inputs.texts or render_texts(root, edition)
    papers = papers_bib(edition, _pages_of_summary(root, edition, inputs.pdfs))
    bibliography = {FILE: papers.encode()} if papers else {}
    files = RenderedFiles({**made.files.files, **bibliography}, made.files.diagnostics)
    site = None
    if around is not None:
        # The form is for the chairs, and not for everybody.
        others = {name: text for name, text in files.files.items() if name != FORM}
        offered = OfferedFiles(inputs.pdfs, others, inputs.papers, inputs.volume)
        site = render_edition_pages(around, edition, offered)
    return EditionPages(files, made.events, site)


Render = Callable[[EditionInputs], EditionPages]
"""Renders an edition; a value that other processes can be given."""


def render_all(
    render: Render,
    inputs: Sequence[EditionInputs],
    processes: int,
    stored: Callable[[EditionPages], EditionPages],
    watch: Watch,
) -> Iterator[EditionPages]:
    """Render editions, in their order; many of them in several processes at the same time.

    Args:
        render: renders one of them.
        inputs: the editions.
        processes: how many processes there may be, this one included.
        stored: puts an edition's pages by until all are rendered.
        watch: is told how many editions are done.
    """
    others = _others(processes - 1, render) if len(inputs) >= FEWEST else None
    if others is None:
        for edition in watched(inputs, watch, len(inputs), _id):
            yield stored(render(edition))
        return
    with others as pool:
        shared = _SharedRendering(pool, render, inputs, stored)
        waiting = deque(range(len(inputs)))
        # The others take editions from the front, and this process takes them from behind.
        while waiting:
            shared.take_finished()
            watch(len(shared.made), len(inputs), "")
            is_free = len(shared.elsewhere) < _AHEAD * (processes - 1)
            if is_free and shared.give(waiting[0]):
                waiting.popleft()
            else:
                shared.render_here(waiting.pop())
        for number in range(len(inputs)):
            yield shared.result(number)


class _SharedRendering(Struct):
    """The rendering of editions, by their numbers, in this process and in others."""

    pool: ProcessPoolExecutor
    render: Render
    inputs: Sequence[EditionInputs]
    stored: Callable[[EditionPages], EditionPages]
    elsewhere: dict[int, Future[EditionPages]] = field(default_factory=dict)
    """Those that another process has got."""
    made: dict[int, EditionPages] = field(default_factory=dict)

    def give(self, number: int) -> bool:
        """Give an edition to another process; no if one of them was killed."""
        try:
            self.elsewhere[number] = self.pool.submit(_render_elsewhere, self.inputs[number])
        except BrokenExecutor:
            return False
        return True

    def render_here(self, number: int) -> None:
        """Render an edition in this process."""
        self.made[number] = self.stored(self.render(self.inputs[number]))

    def take_finished(self) -> None:
        """Take what other processes have made by now."""
        for number in [number for number, future in self.elsewhere.items() if future.done()]:
            self._take(number)

    def result(self, number: int) -> EditionPages:
        """What was made of an edition, for which another process may have to be waited for."""
        if number in self.elsewhere:
            self._take(number)
        return self.made.pop(number)

    def _take(self, number: int) -> None:
        try:
            self.made[number] = self.stored(self.elsewhere.pop(number).result())
        except BrokenExecutor:  # it was killed, as where memory is short
            self.render_here(number)


def _others(processes: int, render: Render) -> ProcessPoolExecutor | None:
    """Other processes that render; nothing where there may be none."""
    if processes < 1:
        return None
    try:
        # A copy of this process could hold locks for ever that others of its threads have taken.
        begin = (render, gc.get_threshold()[0])
        return ProcessPoolExecutor(processes, get_context("spawn"), _begin, begin)
    except (ImportError, NotImplementedError, OSError):  # as in a container without /dev/shm
        return None


def _id(inputs: EditionInputs) -> str:
    return inputs.edition.id


_RENDER: list[Render] = []
"""What another process renders editions with, once it has begun."""


def _begin(render: Render, garbage: int) -> None:
    """Take what all editions are rendered with, and leave Ctrl-C to the process that waits.

    Args:
        render: renders an edition.
        garbage: after how many new objects to look for garbage, as that process does.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(garbage)
    _RENDER[:] = [render]


def _render_elsewhere(inputs: EditionInputs) -> EditionPages:
    return _RENDER[0](inputs)


def _pages_of_summary(root: Path, edition: Edition, pdfs: Mapping[str, bytes]) -> int | None:
    """How many pages the summary in the proceedings has, if it is there."""
    summary = pdfs.get("camera-ready")
    if not summary:
        return None
    return len(pages_of_document(root, edition.id, "camera-ready", summary))
