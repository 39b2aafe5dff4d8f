"""Builds PDFs, several at a time: those that are up to date stay, TeX makes the others."""

from __future__ import annotations

import datetime as dt
import platform
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from functools import partial
from importlib.metadata import version
from pathlib import Path
from threading import Event

from msgspec import Struct, field
from msgspec.structs import replace

from proposal import __version__
from proposal.build import graph
from proposal.build.request import Kind, OnStep, Request, Step
from proposal.build.state import (
    DocumentState,
    document_state_file,
    read_document_state,
    written_document_state,
)
from proposal.caching import digest, digest_of_files
from proposal.delivery import AS_BEFORE, deliver
from proposal.diagnostics import Diagnostic, has_errors, warning
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.pdf import Pdf
from proposal.render.latex.document import RenderedDocument
from proposal.render.site.picture_cache import first_page
from proposal.tex.aux_cache import written_aux_cache
from proposal.tex.document_pool import document_pool
from proposal.tex.installed import installed_tex, tex_versions
from proposal.tex.passes import digest_of_sources, typeset
from proposal.tex.prestart import Prestarted
from proposal.zone_data import ZONE_DATA

_SETTING = ("Jinja2", "PyLaTeX", "markdown-it-py", "pydantic")
"""The packages on which a document's LaTeX depends."""

Task = tuple[Edition, RenderedDocument]
"""A document to make, and the edition that it belongs to."""


class Built(Struct, frozen=True):
    """What became of a document."""

    pages: int
    """How many pages it has; 0 if there is no PDF."""
    page_limit: int | None
    passes: int
    """How many times TeX ran; 0 if the PDF was up to date."""
    diagnostics: list[Diagnostic]
    notes: tuple[Diagnostic, ...] = ()
    """What there is to say about this build alone, and not about the document."""

    @property
    def is_good(self) -> bool:
        """Whether the PDF says what the data say."""
        return not has_errors(self.diagnostics)


@contextmanager
def documents_in_parallel(
    request: Request, tasks: Sequence[Task], on_step: OnStep, stopped: Event, prestarted: Prestarted
) -> Iterator[list[Future[Built]]]:
    """Make some documents, several at a time, while the caller goes on with something else.

    What goes wrong on the machine is raised where a document is waited for: that TeX is not
    installed (`MachineError`), or that `build/` cannot be written to (`DeliveryError`); and that
    `stopped` was set while TeX ran (`StoppedError`).
    """
    makings = [
        _DocumentBuild(request, edition, rendered, on_step, stopped, prestarted)
        for edition, rendered in tasks
    ]
    with document_pool(request.jobs, stopped) as pool:
        futures = [pool.submit(making.built) for making in makings]
        for making in makings[: request.jobs]:
            making.begun.wait()  # or what the caller goes on with would keep TeX from starting
        yield futures


class _DocumentBuild(Struct):
    """The making of one document, which goes into `build/EDITION/` with its sources."""

    request: Request
    edition: Edition
    rendered: RenderedDocument
    """The document in LaTeX, without errors."""
    on_step: OnStep
    stopped: Event
    """Set when the build is interrupted."""
    prestarted: Prestarted
    begun: Event = field(default_factory=Event)
    """Set as soon as TeX is at work, or need not be."""

    @property
    def document(self) -> Document:
        return self.edition.documents[self.rendered.name]

    @property
    def artefact(self) -> str:
        return graph.document(self.edition.id, self.rendered.name).name

    @property
    def pdf(self) -> Path:
        return self.request.root / self.artefact

    @property
    def aux_cache(self) -> Path:
        """What the last run of TeX left for the next one."""
        return self.pdf.with_name(f".{self.rendered.name}.rest")

    def built(self) -> Built:
        """Make the document, unless it is up to date, and report how it went."""
        started = time.monotonic()
        try:
            built = self.known() or self.made()
        finally:
            self.begun.set()
        seconds = time.monotonic() - started if built.passes else 0.0
        text = summary(built, self.rendered)
        step = Step(self.artefact, text, is_done=True, is_good=built.is_good, seconds=seconds)
        self.on_step(step)
        return built

    def known(self) -> Built | None:
        """The document as it stands in its place; nothing if it has to be made."""
        state = read_document_state(self.request.root, self.edition.id, self.rendered.name)
        if state is None or self.request.force or not state.is_of(self.sources(), self.pdf.parent):
            return None
        return self.counted(len(state.words), 0, state.warnings)

    def made(self) -> Built:
        """The document as TeX makes it and as it was put into its place.

        Raises:
            MachineError: TeX is not installed.
            StoppedError: the build was interrupted.
            DeliveryError: `build/` cannot be written to.
        """
        # Who forces a build does not trust what is there.
        last = None if self.request.force else self.aux_cache
        epoch, engine = epoch_of(self.edition), self.rendered.engine
        take = partial(self.prestarted.take, self.artefact)
        made = typeset(self.rendered, epoch, self.on_pass, self.stopped, last, take)
        if made.pdf is None:
            limit = self.document.page_limit
            return Built(0, limit, made.passes, made.diagnostics, made.notes)
        inputs = self.rendered.inputs
        outputs = inputs | {self.pdf.name: made.pdf.content}
        is_shown = Kind.SITE in self.request.kinds and self.document.is_public
        with _drawing(made.pdf.content) if is_shown else nullcontext():
            self.on_step(Step(self.artefact, "reading it back", pdf=made.pdf))
            state = DocumentState(
                self.sources(),
                {name: digest(content) for name, content in outputs.items()},
                made.diagnostics,
                digest_of_files(inputs),
                installed_tex(engine),
                engine,
                epoch,
                made.pdf.searchable_texts,
                _versions(engine),
            )
        root = self.request.root
        files = {self.pdf.with_name(name): content for name, content in outputs.items()}
        place = document_state_file(root, self.edition.id, self.rendered.name)
        files[place] = written_document_state(state, root)
        if made.aux_cache is not None:
            files[self.aux_cache] = written_aux_cache(made.aux_cache)
        deliver(files)
        built = self.counted(len(state.words), made.passes, made.diagnostics)
        return replace(built, notes=made.notes)

    def on_pass(self, number: int) -> None:
        self.on_step(Step(self.artefact, f"{self.rendered.engine}, pass {number}"))
        self.begun.set()

    def sources(self) -> str:
        """The digest of everything that the document depends on."""
        return digest_of_sources(self.rendered, epoch_of(self.edition))

    def counted(self, pages: int, passes: int, diagnostics: list[Diagnostic]) -> Built:
        """What became of the document, with a warning if it has more pages than the call allows."""
        limit = self.document.page_limit
        found = list(diagnostics)
        if limit is not None and pages > limit:
            message = f"{self.pdf.name} has {pages} pages; the call allows {limit}"
            hint = f"shorten {self.document.text.span.file.name}"
            found.append(warning("too-many-pages", message, self.document.span, hint))
        return Built(pages, limit, passes, found)


def _versions(engine: str) -> dict[str, str]:
    """The versions of what a PDF is made with."""
    ours = {
        "proposal": __version__,
        "python": platform.python_version(),
        "time zones": ZONE_DATA.release,
    }
    return ours | tex_versions(engine) | {name: version(name) for name in _SETTING}


@contextmanager
def _drawing(pdf: bytes) -> Iterator[None]:
    """Have the first page drawn on another processor, for the website to find it drawn.

    What goes wrong comes up again where the website draws it.
    """
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(first_page, pdf)
        yield


def new_to_tex(root: Path, tasks: Sequence[Task]) -> list[RenderedDocument]:
    """The documents that the installed TeX has not made before.

    Where it has, the machine has all that it needs.
    """
    found = []
    for edition, rendered in tasks:
        state = read_document_state(root, edition.id, rendered.name)
        tex = installed_tex(rendered.engine)
        if not tex or state is None or state.tex != tex:
            found.append(rendered)
    return found


def epoch_of(edition: Edition) -> int:
    """The time that a PDF carries, in seconds since 1970 (UTC): the workshop's day.

    It comes from the data, so that the same data make the same bytes on any day.
    """
    day = edition.when.date.date
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())


def expected_inputs(rendered: RenderedDocument) -> str:
    """The digest of what the data make of a document now, as its state has it."""
    return digest_of_files(rendered.inputs)


def pages_of_document(root: Path, edition_id: str, name: str, pdf: bytes) -> Sequence[str]:
    """The text of each page of an edition's document, read back only if it was not before.

    Args:
        root: the folder that holds `data/` and `build/`.
        edition_id: the edition.
        name: the document's.
        pdf: the document as it was found.

    Raises:
        UnreadablePdfError: the file is no PDF, or one that is damaged.
    """
    state = read_document_state(root, edition_id, name)
    if state is not None and state.files.get(f"{name}.pdf") == digest(pdf):
        return state.words
    return Pdf(pdf).searchable_texts


_ENGINE_NAMES = {"pdflatex": "pdfLaTeX", "lualatex": "LuaLaTeX"}
_SHOWN_CHARACTERS = 8
"""Characters that a message names of those that pdfLaTeX lacks."""


def summary(built: Built, rendered: RenderedDocument) -> str:
    """What became of a document, in a line."""
    if not built.pages:
        return AS_BEFORE
    pages = f"{built.pages} page{'s' if built.pages > 1 else ''}"
    if built.page_limit:
        pages += f" (at most {built.page_limit})"
    if not built.passes:
        return f"{pages}, up to date: TeX was not run"
    how = f"{_ENGINE_NAMES[rendered.engine]}, {built.passes} pass{'es' if built.passes > 1 else ''}"
    if rendered.beyond_pdflatex:
        shown = " ".join(rendered.beyond_pdflatex[:_SHOWN_CHARACTERS])
        how += f", for {shown}"
    return f"{pages}, {how}"
