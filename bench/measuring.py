"""How long does a command take, and how much memory at its peak?"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_NOT_PASSED_ON = frozenset({"PYTHONDONTWRITEBYTECODE"})
"""Variables that a program that was installed does not depend on: its modules are compiled."""


class FailedError(Exception):
    """A command that was to be measured failed."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of a command took."""

    seconds: float
    """By the clock on the wall."""
    memory: int
    """Bytes that it held at its peak, or the largest of its children did."""


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Measured:
    """Run a command, which must succeed.

    Raises:
        FailedError: it did not.
    """
    log = folder / ".measured.log"
    with log.open("wb") as said:
        started = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**_own_environment(), **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        shown = log.read_text(encoding="utf-8", errors="replace")
        raise FailedError(f"{' '.join(command)} failed:\n{shown[-2000:]}")
    log.unlink()
    return Measured(seconds, usage.ru_maxrss * 1024)


def _own_environment() -> dict[str, str]:
    return {name: each for name, each in os.environ.items() if name not in _NOT_PASSED_ON}
