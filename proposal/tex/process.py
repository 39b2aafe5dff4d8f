"""Starts TeX, which loads what it can while it waits for its document."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from pathlib import Path
from threading import Event

from msgspec import Struct

from proposal.scratch import lay_out
from proposal.tex.beginnings import Beginning
from proposal.tex.document_pipe import DocumentPipe
from proposal.tex.engine import ENGINES, Ended, process_of, wait_for
from proposal.tex.preamble_cache import PreambleFormat

_READ_MAP = r"\pdfmapline{-none}"
"""Has pdfTeX read which file holds which font, which takes it a sixth of a short document's time.

It strikes a font that does not exist off the list, for which the list must have been read.
"""


class TexStart(Struct, frozen=True):
    """What a TeX is started with."""

    job: str
    """The document's name, without an ending."""
    engine: str
    """The program, one of ENGINES."""
    epoch: int
    """The time that goes into the PDF, in seconds since 1970 (UTC)."""
    loaded: PreambleFormat | None = None
    """The format that it loads while it waits. With that it begins its log, so that no other TeX
    may be at work in the folder."""
    beginning: Beginning | None = None
    """The beginning of the document, in the form that the format wants, which it sets while it
    waits; what stands beside the document is in the folder."""
    options: tuple[str, ...] = ()
    """Further options."""


class TexProcess(Struct, frozen=True):
    """A TeX program that has started and waits."""

    about: TexStart
    folder: Path
    """The scratch folder."""
    process: subprocess.Popen[bytes]
    pipe: DocumentPipe | None
    """By which it gets the rest of a document of which it knows the beginning."""

    def write_line(self, line: str) -> None:
        """Give it a line to read; if it has ended, its exit status will say so."""
        if self.process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.write(f"{line}\n".encode())
                self.process.stdin.flush()

    def end(self) -> None:
        """Stop it, wherever it is."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        self.process.wait()
        if self.pipe is not None:
            self.pipe.close()


def start(about: TexStart, folder: Path) -> TexProcess:
    """Start one of ENGINES.

    Whoever starts it must let it `finish` or `end` it, and in Linux stay alive until then: it
    ends with the thread by which it was started.

    Args:
        about: what it is started with.
        folder: the scratch folder, the only place that the program can write to.

    Raises:
        MachineError: the program is not installed.
    """
    # In the mode in which TeX never stops it would not wait for a second line either.
    arguments = ("-interaction=scrollmode", f"-jobname={about.job}", *about.options)
    file, beginning = folder / f"{about.job}.tex", about.beginning
    if beginning is not None:
        os.mkfifo(file)
    program = ENGINES[about.engine]
    process = process_of(program, arguments, folder, about.epoch, subprocess.PIPE)
    pipe = DocumentPipe(file) if beginning is not None else None
    waiting = TexProcess(about, folder, process, pipe)
    if about.loaded is not None:
        waiting.write_line(f"&{_link(folder, about.loaded)} {_READ_MAP}")
    if beginning is not None and pipe is not None:
        pipe.give(beginning.text)
        waiting.write_line(_read(about.job))
    return waiting


def finish(waiting: TexProcess, format_: PreambleFormat | None, stopped: Event, text: str) -> Ended:
    """Tell a program its document and wait until it ends; what it says is in its log.

    Args:
        waiting: the program, which has loaded this format or none.
        format_: what to load instead of the document's preamble.
        stopped: set when the build is interrupted.
        text: what the file holds; of what the program knows the beginning of, it is put there.

    Raises:
        TimeLimitError: it ran longer than a document of this length may take.
        StoppedError: it was stopped because the build was interrupted.
    """
    about = waiting.about
    if about.beginning is not None and waiting.pipe is not None:
        waiting.pipe.give(text[len(about.beginning.text) :])
        waiting.pipe.end()
    elif format_ is not None and about.loaded is None:
        waiting.write_line(f"&{_link(waiting.folder, format_)} {_read(about.job)}")
    else:
        waiting.write_line(_read(about.job))
    if waiting.process.stdin is not None:
        with contextlib.suppress(BrokenPipeError):
            waiting.process.stdin.close()
    ended = wait_for(ENGINES[about.engine], waiting.process, stopped, len(text))
    if waiting.pipe is not None:
        waiting.pipe.close()
        waiting.pipe.file.unlink(missing_ok=True)
        lay_out({waiting.pipe.file: text.encode()})  # for the next pass
    return ended


def _read(job: str) -> str:
    return rf"\nonstopmode\input {job}.tex"


def _link(folder: Path, format_: PreambleFormat) -> str:
    """The name of a format in the scratch folder, without the spaces that end a name for TeX."""
    link = folder / "loaded.fmt"
    link.unlink(missing_ok=True)
    link.symlink_to(format_.file)
    return link.stem
