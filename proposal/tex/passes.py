"""Makes the PDF of a rendered document, in as many passes as it needs and no more."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from msgspec import Struct, field
from msgspec.structs import replace

from proposal import __version__
from proposal.caching import digest, digest_of_files
from proposal.diagnostics import Diagnostic, error, has_errors
from proposal.model.document_format import FORMATS
from proposal.pdf import Pdf
from proposal.render.latex.document import RenderedDocument
from proposal.scratch import expect_room, lay_out, scratch_folder
from proposal.tex.aux_cache import (
    CARRIED,
    FROM_BIBTEX,
    AuxCache,
    carried,
    expected_for_bibtex,
    for_bibtex,
    is_same,
    owner,
    read_aux_cache,
)
from proposal.tex.beginnings import Beginning
from proposal.tex.bibtex_log import read_bibtex_log
from proposal.tex.confinement import unconfined_note
from proposal.tex.diagnostics import diagnostics_of, never_ended, refused
from proposal.tex.engine import (
    BIBTEX,
    UNICODE_BIBTEX,
    Ended,
    Program,
    TimeLimitError,
    last_words,
    run,
)
from proposal.tex.installed import installed_tex
from proposal.tex.log import LogEntry, LogKind, read_log, refused_file
from proposal.tex.page_check import overfull_columns, seen_entries
from proposal.tex.preamble_cache import PreambleFormat, format_for, without_preamble
from proposal.tex.prestart import Take
from proposal.tex.process import TexProcess, TexStart, finish, start
from proposal.tex.text_layer_check import lost_words

MOST_PASSES = 6
"""Passes after which a document whose page numbers never come to rest is taken as it is."""


class Typeset(Struct, frozen=True):
    """What came of a document: its PDF, if it is good, and what TeX said."""

    pdf: Pdf | None
    bbl: bytes | None
    """The bibliography as BibTeX set it."""
    passes: int
    diagnostics: list[Diagnostic]
    aux_cache: AuxCache | None = None
    """With what the next build may begin; nothing if this one never came to rest."""
    notes: tuple[Diagnostic, ...] = ()
    """What there is to say about this run, and not about the document."""


def typeset(
    document: RenderedDocument,
    epoch: int,
    on_pass: Callable[[int], None] = lambda number: None,
    stopped: Event | None = None,
    last: Path | None = None,
    take: Take = lambda fits: None,
) -> Typeset:
    """Run TeX and BibTeX in a scratch folder until nothing changes from pass to pass.

    Args:
        document: the rendered document.
        epoch: the time that goes into the PDF, in seconds since 1970 (UTC).
        on_pass: called with the number of each pass before it begins.
        stopped: set when the build is interrupted.
        last: a file with what the last run left, to begin with; it may be missing or broken.
        take: takes a TeX that was started ahead for this document; it is used up.

    Raises:
        MachineError: a program that is needed is not installed.
        StoppedError: the build was interrupted.
        ScratchError: there is no room for temporary files.
    """
    stopped = stopped or Event()
    with contextlib.ExitStack() as over:
        folder = over.enter_context(scratch_folder())
        work = None
        try:
            found = format_for(document, folder, epoch, stopped)
            work = _Work(document, epoch, on_pass, stopped, take, over, folder, found.format)
            over.callback(work.end)
            aux_cache = _settle(work, read_aux_cache(last, _belongs(document)) if last else None)
        except TimeLimitError as reason:
            here = work.folder if work else folder
            log = _text(here / f"{document.name}.log")
            return Typeset(None, None, 0, [never_ended(reason, log, document)])
        return _outcome(work, aux_cache, found.notes)


def digest_of_sources(document: RenderedDocument, epoch: int) -> str:
    """The digest of everything that the PDF of a document depends on.

    Args:
        document: the rendered document.
        epoch: the time that goes into the PDF, in seconds since 1970 (UTC).
    """
    tex, inputs = installed_tex(document.engine), digest_of_files(document.inputs)
    return digest(__version__, str(epoch), document.engine, tex, inputs)


def _outcome(work: _Work, aux_cache: AuxCache | None, notes: tuple[Diagnostic, ...]) -> Typeset:
    """What came of a document after its last pass."""
    file, bbl = work.file(".pdf"), work.file(".bbl")
    pdf = Pdf(file.read_bytes()) if file.is_file() else None
    diagnostics = _diagnostics_of_run(work, pdf)
    return Typeset(
        None if has_errors(diagnostics) else pdf,
        bbl.read_bytes() if bbl.is_file() else None,
        work.passes,
        diagnostics,
        aux_cache,
        (*notes, *unconfined_note()),
    )


def _diagnostics_of_run(work: _Work, pdf: Pdf | None) -> list[Diagnostic]:
    """What TeX and BibTeX said at last; that they failed, where they did not say why."""
    document, log, blg = work.document, _text(work.file(".log")), _text(work.file(".blg"))
    bbl = _text(work.file(".bbl"))
    entries = read_log(log) + read_bibtex_log(blg)
    has_bibtex_failed = _has_failed(work.bibtex, blg)
    if has_bibtex_failed:  # then nobody needs to know of each citation
        entries = [entry for entry in entries if entry.kind is not LogKind.UNDEFINED_CITATION]
    diagnostics = _judged(entries, document, bbl, None if work.has_errors else pdf)
    if has_bibtex_failed:
        diagnostics.append(_failed("BibTeX", "set no references", blg, work.bibtex))
    if has_errors(diagnostics):
        return diagnostics
    if not work.has_errors and pdf is not None:
        return [*diagnostics, *lost_words(document, pdf, bbl)]
    unreadable = refused_file(work.ended.text)
    if unreadable:
        return [*diagnostics, refused(unreadable, document)]
    what = "made no PDF" if pdf is None else "ended before the document did"
    return [*diagnostics, _failed("TeX", what, log, work.ended)]


class _Work(Struct):
    """A document on its way through TeX."""

    document: RenderedDocument
    epoch: int
    on_pass: Callable[[int], None]
    stopped: Event
    take: Take
    """Takes a TeX that was started ahead."""
    over: contextlib.ExitStack
    """What there is to be done when all is over."""
    folder: Path
    """The scratch folder of the present pass."""
    format: PreambleFormat | None
    passes: int = 0
    """How many times TeX ran."""
    ended: Ended = field(default_factory=Ended)
    """How the last pass ended."""
    bibtex: Ended = field(default_factory=Ended)
    """How BibTeX ended the last time."""
    bibliography: str = ""
    """A digest of what BibTeX made the references from."""
    next: TexProcess | None = None
    """The TeX of the next pass, if it is loading already."""

    @property
    def has_errors(self) -> bool:
        """Whether the last pass met errors."""
        return self.ended.status != 0

    def file(self, suffix: str) -> Path:
        return self.folder / f"{self.document.name}{suffix}"

    @property
    def text(self) -> str:
        """What TeX reads of the document: all that the format does not hold."""
        tex = self.document.tex.text
        return without_preamble(tex, self.format) if self.format else tex

    def process(self, options: tuple[str, ...]) -> TexProcess:
        """A TeX with these options for the present pass: one that waits, if it fits."""
        found, self.next = self.next, None
        if found is not None and not self._fits(options, found):
            found.end()
            found = None
        found = found or self._prestarted(options)
        if found is None:
            return start(self._about(options), self.folder)
        if found.folder != self.folder:
            self._move_to(found.folder)
        return found

    def prepare_next(self) -> None:
        """Have a TeX load what the next pass needs, while the present one runs."""
        self.next = self._prestarted(())
        if self.next is None:
            folder = self.over.enter_context(scratch_folder())
            self.next = start(self._about((), self.format), folder)

    def _prestarted(self, options: tuple[str, ...]) -> TexProcess | None:
        """A TeX with these options of those that were started ahead, if one fits."""
        found = self.take(partial(self._fits, options))
        if found is None:
            return None
        self.over.callback(found.end)
        return found.started

    def _fits(self, options: tuple[str, ...], found: TexProcess) -> bool:
        about = found.about
        if replace(about, loaded=None, beginning=None) != self._about(options):
            return False
        if about.beginning is None:
            return about.loaded in (None, self.format)
        return about.loaded == self.format and self._begins_with(about.beginning)

    def _begins_with(self, beginning: Beginning) -> bool:
        """Whether a pass begins with that, so that it would have come to the same by now."""
        if not self.text.startswith(beginning.text):
            return False
        beside = {
            file.name: file.read_bytes()
            for file in self.folder.iterdir()
            if file.is_file() and file != self.file(".tex") and not file.name.startswith(".")
        }
        return beside == beginning.files

    def _move_to(self, folder: Path) -> None:
        """Go on in the folder of another TeX, in which that has begun to write already."""
        for file in self.folder.iterdir():
            place = folder / file.name
            if file.is_file() and not place.exists():
                file.rename(place)
        self.folder = folder

    def _about(self, options: tuple[str, ...], loaded: PreambleFormat | None = None) -> TexStart:
        document = self.document
        return TexStart(document.name, document.engine, self.epoch, loaded, options=options)

    def end(self) -> None:
        """Stop the TeX that nobody needs any more."""
        if self.next is not None:
            self.next.end()


def _settle(work: _Work, last: AuxCache | None) -> AuxCache | None:
    """Come to rest in the quickest way that works, and give what the last pass left.

    What the last run left and a preamble that was loaded ahead save time only. So an error is
    believed when it comes up without them.
    """
    if last is not None:
        aux_cache = _run_passes(work, last, until_error=True)
        if aux_cache is not None:
            return aux_cache
    if work.format is not None:
        aux_cache = _run_passes(work, None, until_error=True)
        if not work.has_errors:
            return aux_cache
        work.format = None
    return _run_passes(work, None)


def _run_passes(
    work: _Work, last: AuxCache | None, *, until_error: bool = False
) -> AuxCache | None:
    """Run TeX until what one pass tells the next is at rest, and give that; nothing if it never is.

    Args:
        work: the document.
        last: what the last run left; nothing means to begin from nothing.
        until_error: whether to stop at a pass with errors, and not only where there is no PDF.
    """
    _fill(work, last)
    if work.document.bib is not None:
        _run_bibtex(work, expected_for_bibtex(work.document.tex.text))
    # From nothing the first pass cannot be the last one, so it need not write a PDF.
    is_draft = last is None
    for _ in range(MOST_PASSES):
        before = _aux_files(work)
        _run_tex(work, is_draft)
        is_lost = not is_draft and not work.file(".pdf").is_file()
        if is_lost or (work.has_errors and until_error):
            return None
        if work.document.bib is not None:
            _run_bibtex(work, for_bibtex(_aux_files(work).get(".aux", b"")))
        if not is_draft and is_same(before, _aux_files(work)):
            return None if work.has_errors else _aux_cache_of(work)
        is_draft = False
    return None


def _fill(work: _Work, last: AuxCache | None) -> None:
    """Lay out what TeX reads, and nothing of an earlier attempt."""
    document = work.document
    for file in work.folder.glob(f"{document.name}.*"):
        file.unlink()
    inputs = {work.folder / name: content for name, content in document.inputs.items()}
    inputs[work.file(".tex")] = work.text.encode()
    files = dict(last.files) if last else {}
    work.bibliography = last.bibliography if last else ""
    if document.bib is None:
        # References that are not wanted any more would be read all the same.
        files = {suffix: content for suffix, content in files.items() if suffix not in FROM_BIBTEX}
        work.bibliography = ""
    lay_out(inputs | {work.file(suffix): content for suffix, content in files.items()})


def _run_tex(work: _Work, is_draft: bool) -> None:
    """Run one pass."""
    started = work.process(("-draftmode",) if is_draft else ())
    if is_draft:
        work.prepare_next()  # another pass is sure to follow
    work.passes += 1
    work.on_pass(work.passes)
    work.ended = finish(started, work.format, work.stopped, work.text)
    if work.has_errors:
        expect_room(work.folder, work.ended.status)


def _run_bibtex(work: _Work, wanted: str) -> None:
    """Have the references set, unless they are as they would come out."""
    bib = work.document.bib.text if work.document.bib else ""
    made_from = digest(wanted.encode("utf-8", "surrogateescape"), bib)
    if made_from == work.bibliography:
        return
    aux = work.file(".aux")
    content = aux.read_bytes() if aux.is_file() else None
    # BibTeX takes the names of its files from this one.
    lay_out({aux: wanted.encode("utf-8", "surrogateescape")})
    program, name = _bibtex_for(work.document), work.document.name
    work.bibtex = run(program, (name,), work.folder, work.epoch, work.stopped)
    work.bibliography = made_from
    if content is None:
        aux.unlink()
    else:
        lay_out({aux: content})


def _bibtex_for(document: RenderedDocument) -> Program:
    """The BibTeX for a document's style: of other classes than acmart, any may be wanted."""
    is_acms = document.format in FORMATS and document.format != "article"
    return BIBTEX if is_acms or not shutil.which(UNICODE_BIBTEX.name) else UNICODE_BIBTEX


def _aux_files(work: _Work) -> dict[str, bytes]:
    """What the passes so far have left for the next one."""
    return carried(work.folder, work.document.name, (*CARRIED, ".bbl"))


def _aux_cache_of(work: _Work) -> AuxCache:
    files = carried(work.folder, work.document.name, (*CARRIED, *FROM_BIBTEX))
    return AuxCache(_belongs(work.document), work.bibliography, files)


def _belongs(document: RenderedDocument) -> str:
    return owner(document.engine, document.name)


def _judged(
    entries: list[LogEntry], document: RenderedDocument, bbl: str, pdf: Pdf | None
) -> list[Diagnostic]:
    """What the logs say, as far as it is seen on the pages of a PDF that has no errors."""
    if pdf is None:  # what refers to another place may be known only after another pass
        known = [entry for entry in entries if entry.kind is not LogKind.UNDEFINED_REFERENCE]
        return diagnostics_of(known, document, bbl)
    return [
        *diagnostics_of(seen_entries(entries, pdf), document, bbl),
        *overfull_columns(document, entries, pdf),
    ]


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def _has_failed(bibtex: Ended, log: str) -> bool:
    """Whether BibTeX ended in a way of which its log says nothing."""
    return bibtex.status < 0 or (bibtex.status > 0 and not log)


def _failed(program: str, what: str, log: str, ended: Ended) -> Diagnostic:
    """That a program failed without a message of which anything else is known.

    Args:
        program: its name, as a reader knows it.
        what: what it did, or did not do.
        log: its log, which may be missing.
        ended: how it ended.
    """
    in_log = last_words(log, lines=1) if ended.has_written_log else ""
    words = in_log or ended.last_words() or "it left no log and said nothing"
    if ended.end_by_signal:
        return error("tex-failed", f"{program} {ended.end_by_signal}; its last words: {words}")
    return error("tex-failed", f"{program} {what}: {words}")
