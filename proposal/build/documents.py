"""Builds a PDF: is it up to date, and what does TeX make of it if not?"""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from threading import Event

from proposal import __version__
from proposal.build import graph
from proposal.build.fingerprints import Stamp, is_current, read_stamp, written_stamp
from proposal.build.pdf_text import pages_of
from proposal.caching import digest
from proposal.clocks import ZONE_DATA
from proposal.delivery import deliver
from proposal.diagnostics import Diagnostic, Span, has_errors, warning
from proposal.edition.edition import Document, Edition
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.render.site.picture_cache import first_page
from proposal.tex.aux_cache import written_aux_cache
from proposal.tex.installed import installed_tex, tex_versions
from proposal.tex.passes import typeset
from proposal.tex.prestart import Prestarted

_SETTING = ("Jinja2", "PyLaTeX", "markdown-it-py", "pydantic")
"""The packages on which a document's LaTeX depends."""

Task = tuple[Edition, RenderedDocument]
"""A document to make, and the edition that it belongs to."""


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a document."""

    file: Path
    """Where its PDF stands."""
    pages: int
    """How many pages it has; 0 if there is no PDF."""
    page_limit: int | None
    passes: int
    """How many times TeX ran; 0 if the PDF was up to date."""
    faults: list[Diagnostic]
    notes: tuple[Diagnostic, ...] = ()
    """What there is to say about this build alone, and not about the document."""

    @property
    def is_good(self) -> bool:
        """Whether the PDF says what the data say."""
        return not has_errors(self.faults)


def build_document(
    root: Path,
    edition: Edition,
    rendered: RenderedDocument,
    *,
    force: bool,
    on_pass: Callable[[int], None],
    on_pdf: Callable[[bytes], None],
    stopped: Event,
    prestarted: Prestarted,
    is_shown: bool = False,
) -> Built:
    """Make a document's PDF and put it, with its sources, into `build/EDITION/`.

    Args:
        root: the folder that holds `data/` and `build/`.
        edition: the edition that the document belongs to.
        rendered: the document in LaTeX, without errors.
        force: make it even if it is up to date.
        on_pass: called with the number of each pass of TeX before it begins.
        on_pdf: called with the good PDF before it is read back and put into its place.
        stopped: set when the build is interrupted.
        prestarted: the TeX programs that were started ahead.
        is_shown: whether the website shows its first page.

    Raises:
        MachineError: TeX is not installed.
        StoppedError: the build was interrupted.
        DeliveryError: `build/` cannot be written to.
    """
    document = edition.documents[rendered.name]
    place = _place(root, edition, rendered)
    sources = _sources(edition, rendered)
    stamp = read_stamp(place.stamp, root)
    if stamp is not None and not force and is_current(stamp, sources, place.folder):
        return _built(place.pdf, document, len(stamp.words), 0, stamp.warnings)
    # Who forces a build does not trust what is there.
    last = None if force else place.aux_cache
    epoch = epoch_of(edition)
    waiting = prestarted.take(
        graph.document(edition.year, rendered.name).name, rendered.engine, epoch
    )
    made = typeset(rendered, epoch, on_pass, stopped, last, waiting)
    if made.pdf is None:
        limit = document.page_limit
        return Built(place.pdf, 0, limit, made.passes, made.faults, made.notes)
    inputs = _inputs(rendered)
    outputs = inputs | {place.pdf.name: made.pdf}
    with _drawing(made.pdf) if is_shown else nullcontext():
        on_pdf(made.pdf)
        new = Stamp(
            sources,
            {name: digest(content) for name, content in outputs.items()},
            made.faults,
            digest(*_flat(inputs)),
            installed_tex(rendered.engine),
            rendered.engine,
            epoch,
            tuple(pages_of(made.pdf)),
            _versions(rendered.engine),
        )
    files = {place.folder / name: content for name, content in outputs.items()}
    files[place.stamp] = written_stamp(new, root)
    if made.aux_cache is not None:
        files[place.aux_cache] = written_aux_cache(made.aux_cache)
    deliver(files)
    built = _built(place.pdf, document, len(new.words), made.passes, made.faults)
    return replace(built, notes=made.notes)


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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a document's files stand."""

    folder: Path
    pdf: Path
    stamp: Path
    aux_cache: Path
    """What its last run left for the next one."""


def _place(root: Path, edition: Edition, rendered: RenderedDocument) -> _Place:
    folder = root / "build" / str(edition.year)
    name = rendered.name
    return _Place(
        folder, folder / f"{name}.pdf", folder / f".{name}.json", folder / f".{name}.rest"
    )


def _sources(edition: Edition, rendered: RenderedDocument) -> str:
    """The digest of everything that a document depends on."""
    inputs = _flat(_inputs(rendered))
    tex = installed_tex(rendered.engine)
    return digest(__version__, str(epoch_of(edition)), tex, *inputs)


def new_to_tex(root: Path, tasks: Sequence[Task]) -> list[RenderedDocument]:
    """The documents that the installed TeX has not made before.

    Where it has, the machine has all that it needs.
    """
    found = []
    for edition, rendered in tasks:
        stamp = read_stamp(_place(root, edition, rendered).stamp, root)
        tex = installed_tex(rendered.engine)
        if not tex or stamp is None or stamp.tex != tex:
            found.append(rendered)
    return found


def epoch_of(edition: Edition) -> int:
    """The time that a PDF carries, in seconds since 1970 (UTC): the workshop's day.

    It comes from the data, so that the same data make the same bytes on any day.
    """
    day = edition.when.date.date
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC).timestamp())


def _inputs(rendered: RenderedDocument) -> dict[str, bytes]:
    """The files that TeX reads, by name, as they stand beside the PDF."""
    files = {f"{rendered.name}.tex": rendered.tex.text.encode()}
    if rendered.bib is not None:
        files["references.bib"] = rendered.bib.text.encode()
    return files | {picture.name: picture.content for picture in rendered.pictures}


def _flat(files: dict[str, bytes]) -> list[bytes]:
    return [part for name, content in files.items() for part in (name.encode(), content)]


def _built(
    file: Path, document: Document, pages: int, passes: int, faults: list[Diagnostic]
) -> Built:
    limit = document.page_limit
    found = list(faults)
    if limit is not None and pages > limit:
        message = f"{file.name} has {pages} pages; the call allows {limit}"
        place: Span | None = document.span
        found.append(
            warning("too-many-pages", message, place, f"shorten {document.text.span.file.name}")
        )
    return Built(file, pages, limit, passes, found)


def expected_inputs(root: Path, edition: Edition, name: str) -> str:
    """The digest of what the data make of a document now, as its stamp has it."""
    return digest(*_flat(_inputs(render_document(root, edition, edition.documents[name]))))
