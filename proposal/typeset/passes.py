"""Makes the PDF of a rendered document, in as many passes as it needs and no more."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from proposal.diagnostics import Diagnostic, error, has_errors
from proposal.render.latex.document import RenderedDocument
from proposal.typeset.engine import BIBTEX, ENGINES, TimeLimitError, run
from proposal.typeset.findings import diagnostics_of
from proposal.typeset.log import read_bibtex_log, read_log

MOST_PASSES = 6
"""Passes after which a document whose page numbers never come to rest is taken as it is."""

_CARRIED = (".aux", ".out", ".toc")
"""Files by which one pass tells the next one what it found."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came of a document: its PDF, if it is good, and what TeX said."""

    pdf: bytes | None
    bbl: bytes | None
    """The bibliography as BibTeX set it."""
    passes: int
    faults: list[Diagnostic]


def typeset(
    document: RenderedDocument,
    epoch: int,
    on_pass: Callable[[int], None] = lambda number: None,
    stopped: Event | None = None,
) -> Typeset:
    """Run TeX and BibTeX in a scratch folder until nothing changes from pass to pass.

    Args:
        document: the rendered document.
        epoch: the time that goes into the PDF, in seconds since 1970 (UTC).
        on_pass: called with the number of each pass before it begins.
        stopped: set when the build is interrupted.

    Raises:
        MachineError: a program that is needed is not installed.
        StoppedError: the build was interrupted.
    """
    with tempfile.TemporaryDirectory(prefix="proposal-") as name:
        folder = Path(name)
        _fill(folder, document)
        try:
            passes = _run_passes(folder, document, epoch, on_pass, stopped or Event())
        except TimeLimitError as reason:
            message = f"{reason} did not finish {document.name}; it was stopped"
            return Typeset(None, None, 0, [error("tex-timeout", message)])
        log = folder / f"{document.name}.log"
        findings = read_log(_text(log))
        findings += read_bibtex_log(_text(folder / f"{document.name}.blg"))
        bbl = folder / f"{document.name}.bbl"
        faults = diagnostics_of(findings, document, _text(bbl))
        pdf = folder / f"{document.name}.pdf"
        if not has_errors(faults) and not pdf.is_file():
            faults.append(error("tex-failed", f"TeX made no PDF: {_last_words(_text(log))}"))
        return Typeset(
            None if has_errors(faults) else pdf.read_bytes(),
            bbl.read_bytes() if bbl.is_file() else None,
            passes,
            faults,
        )


def _fill(folder: Path, document: RenderedDocument) -> None:
    (folder / f"{document.name}.tex").write_text(document.tex.text, encoding="utf-8")
    if document.bib is not None:
        (folder / "references.bib").write_text(document.bib.text, encoding="utf-8")
    for picture in document.pictures:
        shutil.copy(picture, folder)


def _run_passes(
    folder: Path,
    document: RenderedDocument,
    epoch: int,
    on_pass: Callable[[int], None],
    stopped: Event,
) -> int:
    """The number of passes until what they tell each other was at rest."""
    before = b""
    for number in range(1, MOST_PASSES + 1):
        on_pass(number)
        run(ENGINES[document.engine], f"{document.name}.tex", folder, epoch, stopped)
        if not (folder / f"{document.name}.pdf").is_file():
            return number
        if number == 1 and document.bib is not None:
            run(BIBTEX, document.name, folder, epoch, stopped)
        after = _told(folder, document.name)
        if after == before:
            return number
        before = after
    return MOST_PASSES


def _told(folder: Path, name: str) -> bytes:
    """A digest of what a pass left for the next one."""
    digest = hashlib.sha256()
    for suffix in (*_CARRIED, ".bbl"):
        file = folder / f"{name}{suffix}"
        digest.update(suffix.encode() + (file.read_bytes() if file.is_file() else b""))
    return digest.digest()


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def _last_words(log: str) -> str:
    lines = [line for line in log.split("\n") if line.strip()]
    return lines[-1] if lines else "it left no log"
