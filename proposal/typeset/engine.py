"""Runs one TeX program in a scratch folder, confined: no shell, no files but its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from proposal.diagnostics import MachineError

TIME_LIMIT = 240
"""Seconds for one pass. A pass takes one or two; LuaLaTeX's first on a machine, which indexes
all fonts, takes a minute or more."""

_KEPT = ("PATH", "HOME", "SYSTEMROOT", "TMPDIR", "TEMP", "TEXMFHOME", "TEXMFVAR", "TEXMFCACHE")


class TimeLimitError(Exception):
    """A program did not finish in time."""


class StoppedError(Exception):
    """A program was stopped because somebody interrupted the build."""


@dataclass(frozen=True, slots=True)
class Program:
    """A TeX program and how it is called."""

    name: str
    options: tuple[str, ...] = ()


_LATEX_OPTIONS = (
    "-interaction=nonstopmode",
    "-file-line-error",
    "-no-shell-escape",
    "-recorder",
)
ENGINES = {
    "pdflatex": Program("pdflatex", _LATEX_OPTIONS),
    "lualatex": Program("lualatex", _LATEX_OPTIONS),
}
BIBTEX = Program("bibtex")


_PATIENCE = 0.1
"""Seconds between two looks at whether the build was interrupted."""


def run(program: Program, argument: str, folder: Path, epoch: int, stopped: Event) -> int:
    """Run a program in `folder` and give its exit status; what it says is in its log.

    Args:
        program: what to run.
        argument: the file or job, a name inside `folder`.
        folder: the scratch folder, the only place that the program can write to.
        epoch: the time that goes into the PDF, in seconds since 1970 (UTC).
        stopped: set when the build is interrupted.

    Raises:
        MachineError: the program is not installed.
        TimeLimitError: it ran longer than `TIME_LIMIT` and was stopped.
        StoppedError: it was stopped because the build was interrupted.
    """
    path = shutil.which(program.name)
    if path is None:
        message = f"{program.name} is not installed; type `proposal doctor --install`"
        raise MachineError(message)
    with subprocess.Popen(
        [path, *program.options, argument],
        cwd=folder,
        env=_environment(epoch),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        deadline = time.monotonic() + TIME_LIMIT
        try:
            while True:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    return process.wait(_PATIENCE)
                if stopped.is_set():
                    raise StoppedError(program.name)
                if time.monotonic() > deadline:
                    raise TimeLimitError(program.name)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def _environment(epoch: int) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        # A document reads and writes below its own folder only (kpathsea, "Safe filenames").
        "openin_any": "p",
        "openout_any": "p",
        "shell_escape": "f",
        # One line of the log is one message.
        "max_print_line": "10000",
        "error_line": "254",
        "half_error_line": "238",
        # The same data give the same bytes.
        "SOURCE_DATE_EPOCH": str(epoch),
        "FORCE_SOURCE_DATE": "1",
    }
