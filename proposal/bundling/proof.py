"""Proves that a bundle compiles where nothing else is, and says what the document says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from threading import Event

from proposal.bundling.contents import Contents, Receiver
from proposal.diagnostics import Diagnostic, error
from proposal.pdf import Pdf
from proposal.render.latex.document import Engine
from proposal.scratch import expect_room, lay_out, scratch_folder
from proposal.tex.engine import Ended, Program, TimeLimitError, run
from proposal.tex.log import LogKind, read_log

_ENGINES: dict[Engine, str] = {"pdflatex": "-pdf", "lualatex": "-lualatex"}
_OPTIONS = (
    "-norc",  # nobody's own settings: what compiles here compiles at the publisher's
    "-interaction=nonstopmode",
    "-halt-on-error",
    "-file-line-error",
    "-no-shell-escape",
    "-recorder",
)
_WITHOUT_BIBTEX = "-bibtex-"
_CODE = "unproved-bundle"
_HINT = "the bundle of before is still there; if your own templates changed, look at them first"
_SHOWN_WORDS = 8
"""Words that a message shows from where two pages differ on."""


def prove(
    archive: bytes,
    contents: Contents,
    receiver: Receiver,
    pages: Sequence[str],
    epoch: int,
    stopped: Event,
) -> list[Diagnostic]:
    """What is wrong with a bundle that is unpacked into an empty folder and compiled there.

    Args:
        archive: the zip.
        contents: what was packed.
        receiver: who gets it; arXiv does not run BibTeX.
        pages: the text of each page of the document.
        epoch: the time that goes into the PDF, in seconds since 1970 (UTC).
        stopped: set when somebody interrupts.

    Raises:
        MachineError: latexmk is not installed.
        StoppedError: somebody interrupted.
    """
    bibtex = (_WITHOUT_BIBTEX,) if receiver is Receiver.ARXIV else ()
    options = (*_OPTIONS, *bibtex, _ENGINES[contents.engine])
    latexmk = Program("latexmk", options, has_lua=contents.engine == "lualatex")
    with scratch_folder() as folder:
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            lay_out({folder / name: packed.read(name) for name in packed.namelist()})
        pdf = folder / f"{contents.stem}.pdf"
        pdf.unlink(missing_ok=True)  # only what is made here counts
        try:
            ended = run(latexmk, (f"{contents.stem}.tex",), folder, epoch, stopped)
        except TimeLimitError:
            message = f"{contents.stem}.tex did not compile on its own in time"
            return [error(_CODE, message, hint=_HINT)]
        if ended.status or not pdf.is_file():
            expect_room(folder)
            return [_failure(folder, contents.stem, ended)]
        found = Pdf(pdf.read_bytes()).searchable_texts
        return [*_compared(found, pages), *_leftovers(folder, contents)]


def _failure(folder: Path, stem: str, ended: Ended) -> Diagnostic:
    log = folder / f"{stem}.log"
    log_text = log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""
    errors = [entry.message for entry in read_log(log_text) if entry.kind is LogKind.ERROR]
    reason = errors[0] if errors else ended.last_words() or "latexmk does not say why"
    return error(_CODE, f"{stem}.tex does not compile on its own: {reason}", hint=_HINT)


def _compared(found: Sequence[str], wanted: Sequence[str]) -> Iterator[Diagnostic]:
    """The first page that says something else than the document."""
    if len(found) != len(wanted):
        message = f"compiled on its own, it has {len(found)} pages; the document has {len(wanted)}"
        yield error(_CODE, message, hint=_HINT)
        return
    for number, (here, there) in enumerate(zip(found, wanted, strict=True), start=1):
        pairs = list(zip_longest(here.split(), there.split(), fillvalue=""))
        at = next((index for index, (one, other) in enumerate(pairs) if one != other), None)
        if at is not None:
            one, other = (
                " ".join(words) for words in zip(*pairs[at : at + _SHOWN_WORDS], strict=True)
            )
            message = (
                f"compiled on its own, page {number} says “{one}”; the document says “{other}”"
            )
            yield error(_CODE, message, hint=_HINT)
            return


def _leftovers(folder: Path, contents: Contents) -> Iterator[Diagnostic]:
    """Files that nobody reads, and a bibliography that BibTeX makes otherwise."""
    recorded = (folder / f"{contents.stem}.fls").read_text(encoding="utf-8", errors="replace")
    read = {Path(line[6:]).name for line in recorded.split("\n") if line.startswith("INPUT ")}
    for name in sorted(contents.needed - read):
        yield error("unused-file", f"{name} is in the bundle, and nothing in it uses it")
    bbl = f"{contents.stem}.bbl"
    if bbl in contents.files and (folder / bbl).read_bytes() != contents.files[bbl]:
        yield error(_CODE, f"BibTeX makes another {bbl} of the bundle's references.bib", hint=_HINT)
