"""Runs one TeX program in a scratch folder, confined, for a limited time."""

from __future__ import annotations

import contextlib
import os
import resource
import select
import shutil
import signal
import subprocess
import time
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Event

from msgspec import Struct

from proposal.caching import cache_folder
from proposal.diagnostics import MachineError
from proposal.tex.confinement import confinement, landlock_version, start
from proposal.tex.installed import KEPT, tex_trees

TIME_LIMIT = 240
"""Seconds for one pass. A pass takes one or two; LuaLaTeX's first on a machine, which indexes
all fonts, takes a minute or more."""

SECONDS_PER_CHARACTER = 1 / 2000
"""What a document's length adds to the limit: hundreds of times of what a pass really takes."""

_LARGEST_FILE = 1 << 30
"""Bytes of the largest file that TeX may write; a PDF with many pictures has a tenth of that."""
_MOST_MEMORY = 8 << 30
"""Bytes of memory that TeX may ask for; LuaTeX with Chinese fonts asks for less than a fourth."""

_MOST_PROCESSES = 4096
"""Processes of one user, TeX's included; it starts some when it makes bitmaps of a font."""

_LAST_WORDS = 5.0
"""Seconds that a program has to say where it stands before it is killed."""


class TimeLimitError(Exception):
    """A program did not finish in time."""

    def __init__(self, program: str, seconds: float) -> None:
        super().__init__(program, seconds)
        self.program = program
        self.seconds = seconds
        """The time that it had."""


class StoppedError(Exception):
    """A program was stopped because somebody interrupted the build."""


class Ended(Struct, frozen=True):
    """How a program ended."""

    status: int = 0
    """Its exit status; below 0, the signal by which it was ended."""
    output: bytes = b""
    """The end of what it wrote to its output and its error output."""

    @property
    def text(self) -> str:
        """The end of what it wrote."""
        return self.output.decode("utf-8", errors="replace")

    def last_words(self) -> str:
        """The last lines that it wrote, as one line; empty if it wrote none."""
        return last_words(self.text)

    @property
    def has_written_log(self) -> bool:
        """Whether TeX or BibTeX came to its proper end, with a log that tells of it."""
        return "ranscript written on " in self.text or not self.output

    @property
    def end_by_signal(self) -> str:
        """What there is to say of a signal that ended it; empty if it ended by itself."""
        if self.status >= 0:
            return ""
        why = _SIGNALS.get(-self.status, "it crashed")
        return f"was ended by the system, signal {-self.status}: {why}"


_SIGNALS: dict[int, str] = {
    signal.SIGKILL: "often too little memory",
    signal.SIGTERM: "somebody or the system's shutdown stopped it",
    signal.SIGHUP: "its terminal was closed",
    signal.SIGXCPU: "it used more time than the system allows",
    signal.SIGXFSZ: "it wrote a larger file than the system allows",
}
_KEPT_OUTPUT = 4096
"""Bytes of a program's output that are kept, the last ones."""
_LAST_LINES = 3
"""Lines that a message shows of what a program said at last."""
_MOST_SHOWN = 300  # characters


def last_words(text: str, lines: int = _LAST_LINES) -> str:
    """The last lines of a program's output or log that say something, as one line.

    Control characters are left out, and of a long line the beginning.
    """
    printable = "".join(
        letter for letter in text if letter == "\n" or unicodedata.category(letter)[0] != "C"
    )
    said = [" ".join(line.split()) for line in printable.split("\n")]
    words = " / ".join([line for line in said if line][-lines:])
    return words if len(words) <= _MOST_SHOWN else f"…{words[1 - _MOST_SHOWN :]}"


class Program(Struct, frozen=True):
    """A TeX program and how it is called."""

    name: str
    options: tuple[str, ...] = ()
    has_lua: bool = False
    """Whether it is LuaTeX, or starts it."""
    names_whole_paths: bool = False
    """Whether it finds TeX's own files by whole paths, which kpathsea would refuse it."""


_LATEX_OPTIONS = (
    "-file-line-error",
    "-no-shell-escape",
    "-recorder",
)
ENGINES = {
    "pdflatex": Program("pdflatex", _LATEX_OPTIONS),
    "lualatex": Program("lualatex", _LATEX_OPTIONS, has_lua=True),
}
BIBTEX = Program("bibtex")
UNICODE_BIBTEX = Program("bibtexu", names_whole_paths=True)
"""A BibTeX that cuts no letter in two where a style shortens names; ACM's shortens none."""


_PATIENCE = 0.1
"""Seconds between two looks at whether the build was interrupted."""


def run(
    program: Program, arguments: Sequence[str], folder: Path, epoch: int, stopped: Event
) -> Ended:
    """Run a program in `folder` until it ends; what it says is in its log, if it writes one.

    Args:
        program: what to run.
        arguments: further options, and the file or job, a name inside `folder`.
        folder: the scratch folder, the only place that the program can write to.
        epoch: the time that goes into the PDF, in seconds since 1970 (UTC).
        stopped: set when the build is interrupted.

    Raises:
        MachineError: the program is not installed.
        TimeLimitError: it ran longer than `TIME_LIMIT` seconds and was stopped.
        StoppedError: it was stopped because the build was interrupted.
    """
    process = process_of(program, arguments, folder, epoch)
    return wait_for(program, process, stopped)


def process_of(
    program: Program,
    arguments: Sequence[str],
    folder: Path,
    epoch: int,
    terminal: int = subprocess.DEVNULL,
) -> subprocess.Popen[bytes]:
    """The process of a program, which has just been started.

    Args:
        program: what to start.
        arguments: further options, and the file or job, a name inside `folder`.
        folder: the scratch folder, the only place that the program can write to.
        epoch: the time that goes into the PDF, in seconds since 1970 (UTC).
        terminal: where it reads what it is told.

    Raises:
        MachineError: the program is not installed.
    """
    path = shutil.which(program.name)
    if path is None:
        message = f"{program.name} is not installed; type `proposal doctor --install`"
        raise MachineError(message)
    cache = _font_cache(folder)
    own = (Path(path).parent, Path(path).resolve().parent)
    readable = (*tex_trees(), *own, cache_folder() / "formats")
    process = start(
        [*_bound_to_this_process(), path, *program.options, *arguments],
        confinement(readable, (folder, cache)),
        folder,
        _environment(program, folder, cache, epoch),
        terminal,
    )
    _limit(process.pid)
    return process


def _limit(process: int) -> None:
    """Limit what a program may write and keep in memory, where the system can."""
    if not hasattr(resource, "prlimit"):  # only Linux has it
        return
    limits = {
        resource.RLIMIT_FSIZE: _LARGEST_FILE,
        resource.RLIMIT_AS: _MOST_MEMORY,
        resource.RLIMIT_NPROC: _MOST_PROCESSES,
    }
    for kind, most in limits.items():
        with contextlib.suppress(OSError, ValueError):  # it has ended, or has a lower limit
            resource.prlimit(process, kind, (most, most))


def wait_for(
    program: Program, process: subprocess.Popen[bytes], stopped: Event, length: int = 0
) -> Ended:
    """Wait until a program ends.

    Args:
        program: what was started.
        process: its process, the first of its group.
        stopped: set when the build is interrupted.
        length: the characters of the document, which it needs time for.

    Raises:
        TimeLimitError: it ran longer than `TIME_LIMIT` seconds and what the document's length
            adds; its whole group was stopped, and its log may tell where it stood.
        StoppedError: it was stopped because the build was interrupted.
    """
    seconds = TIME_LIMIT + length * SECONDS_PER_CHARACTER
    output = bytearray()
    with process:
        deadline = time.monotonic() + seconds
        try:
            while not _has_ended(process, output):
                if stopped.is_set():
                    raise StoppedError(program.name)
                if time.monotonic() > deadline:
                    _interrupt(process)
                    raise TimeLimitError(program.name, seconds)
            return Ended(process.wait(), bytes(output))
        finally:
            _kill(process)


def _interrupt(process: subprocess.Popen[bytes]) -> None:
    """Ask a program to stop, as Ctrl-C does: TeX then writes the line where it stands to its log.

    In the mode in which it asks nobody, it ends with that.
    """
    os.killpg(process.pid, signal.SIGINT)
    until = time.monotonic() + _LAST_WORDS
    while not _has_ended(process, bytearray()) and time.monotonic() < until:
        pass


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it has started."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


def _has_ended(process: subprocess.Popen[bytes], output: bytearray) -> bool:
    """Wait a moment, and say whether a program closed its output, as it does when it ends.

    `Popen.wait` with a time limit looks only every 50 ms, which a short program waits for.

    Args:
        process: the program's process.
        output: gets what it has written meanwhile, of which the end is kept.
    """
    pipe = process.stdout
    if pipe is None:
        return True
    ready, _, _ = select.select([pipe], [], [], _PATIENCE)
    if not ready:
        return False
    written = os.read(pipe.fileno(), 1 << 16)
    output += written
    del output[:-_KEPT_OUTPUT]
    return not written


@cache
def _bound_to_this_process() -> tuple[str, ...]:
    """A command before a command, by which Linux ends a program when the build is killed.

    Nothing where there is no such command; then TeX goes on in its scratch folder until its
    document ends.
    """
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return ()
    bound = (setpriv, "--pdeathsig", "KILL", "--")
    tried = subprocess.run([*bound, setpriv, "--version"], capture_output=True, check=False)
    return bound if tried.returncode == 0 else ()


def _font_cache(folder: Path) -> Path:
    """Where LuaTeX keeps what it knows of fonts, and TeX the bitmaps that it makes of some.

    It is none of the user's own folders for that, from which TeX that is not confined reads; if
    nothing can be kept, it is the scratch folder.
    """
    cache = cache_folder() / "fonts"
    with contextlib.suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
    return cache if os.access(cache, os.W_OK) else folder


def _environment(program: Program, folder: Path, cache: Path, epoch: int) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    # LuaTeX writes outside of its folder only below this one.
    output = {"TEXMFOUTPUT": str(cache)} if program.has_lua else {}
    # latexmk 4.88 names another one to it, so that only the system can keep LuaTeX to both.
    is_free = program.has_lua and program.name not in ENGINES and landlock_version() > 0
    return (
        kept
        | output
        | {
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "TMPDIR": str(folder),
            "TEXMFCACHE": str(cache),
            "VARTEXFONTS": str(cache),
            "MT_FEATURES": "varfonts",  # has mktexpk write there
            # A document reads and writes below its own folder only (kpathsea, "Safe filenames").
            # LuaTeX 1.16 to 1.20 cannot read its packages by that; older ones ignore it.
            "openin_any": "a" if program.has_lua or program.names_whole_paths else "p",
            "openout_any": "a" if is_free else "p",
            "shell_escape": "f",
            # One line of the log is one message.
            "max_print_line": "10000",
            "error_line": "254",
            "half_error_line": "238",
            # The same data give the same bytes.
            "SOURCE_DATE_EPOCH": str(epoch),
            "FORCE_SOURCE_DATE": "1",
        }
    )
