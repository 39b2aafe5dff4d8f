"""Measures how long a command takes, and how much memory at its peak."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_NOT_PASSED_ON = frozenset({"PYTHONDONTWRITEBYTECODE", "CI", "PROPOSAL_STANDBY"})
"""Variables that are not set on an organizer's machine: modules are compiled there, for one."""


class FailedError(Exception):
    """A command that was to be measured failed."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of a command took."""

    seconds: float
    """By the clock on the wall."""
    memory: int
    """Bytes that it held at its peak, or the largest of its children did."""


def measured(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    *,
    at_terminal: bool = False,
) -> Measured:
    """Run a command, which must succeed.

    Args:
        command: the program and its arguments.
        folder: where to run it.
        environment: what is set beside what is set here.
        at_terminal: whether it runs at a terminal, as if somebody had typed it.

    Raises:
        FailedError: it did not.
    """
    said: list[bytes] = []
    ours, theirs = pty.openpty() if at_terminal else os.pipe()
    reading = threading.Thread(target=_read, args=(ours, said))
    reading.start()
    started = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**_own_environment(), **environment},
        stdin=theirs if at_terminal else subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    reading.join()
    os.close(ours)
    if process.returncode != 0:
        shown = b"".join(said).decode(errors="replace")
        raise FailedError(f"{' '.join(command)} failed:\n{shown[-2000:]}")
    return Measured(seconds, usage.ru_maxrss * 1024)


def _read(end: int, said: list[bytes]) -> None:
    """Read what a command says, so that it never has to wait for a reader."""
    with contextlib.suppress(OSError):  # as a terminal ends that nobody holds any more
        while part := os.read(end, 1 << 16):
            said.append(part)


def _own_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
