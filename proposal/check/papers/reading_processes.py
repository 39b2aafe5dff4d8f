"""Reads many papers at once, in processes of their own: PDFium reads one at a time in each."""

from __future__ import annotations

import contextlib
import itertools
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from msgspec import json

from proposal.check.papers.expected_paper import ExpectedPaper
from proposal.check.papers.paper_reading import PaperReading, paper_reading
from proposal.pdf import UnreadablePdfError
from proposal.processors import processors
from proposal.source.file import regular_bytes
from proposal.watching import Watch, nobody_watches, watched

Job = tuple[Path, ExpectedPaper]
"""A paper's PDF, and what the data say of it."""

_FEWEST = 12
"""Papers from which on it pays to begin processes, each of which takes a second or two."""
_MOST_PROCESSES = 8
"""More would be starting while the others have finished."""


def read_all(jobs: Sequence[Job], watch: Watch = nobody_watches) -> list[PaperReading | None]:
    """Read papers, in several processes if there are many; nothing of those that are damaged."""
    count = min(processors(), _MOST_PROCESSES, len(jobs))
    if len(jobs) < _FEWEST or count < 2:
        return [_read(job) for job in watched(jobs, watch, len(jobs), lambda job: job[0].name)]
    numbers = itertools.count(1)

    def share(jobs: Sequence[Job]) -> list[PaperReading | None]:
        return _share(jobs, lambda: watch(next(numbers), total, ""))

    total = len(jobs)
    shares = [jobs[number::count] for number in range(count)]
    with ThreadPoolExecutor(count) as pool:
        read = list(pool.map(share, shares))
    return [read[number % count][number // count] for number in range(len(jobs))]


def _share(jobs: Sequence[Job], on_paper: Callable[[], None]) -> list[PaperReading | None]:
    """Read some papers in another process; in this one if that ends before it is done."""
    lines = []
    with subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None  # noqa: S101 - a pipe, as is the other one
        assert process.stdout is not None  # noqa: S101 - as above
        with contextlib.suppress(BrokenPipeError), process.stdin:
            process.stdin.write(pickle.dumps(jobs))
        for line in process.stdout:
            lines.append(line)
            on_paper()
    if process.returncode or len(lines) != len(jobs):
        return [_read(job) for job in jobs]
    return [json.decode(line, type=PaperReading | None) for line in lines]


def _read(job: Job) -> PaperReading | None:
    file, expected = job
    try:
        return paper_reading(regular_bytes(file, None), expected)
    except (OSError, UnreadablePdfError):
        return None


def _serve() -> None:
    """Read the papers that another process names, which is the same program."""
    jobs: Sequence[Job] = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from ourselves
    for job in jobs:
        reading = _read(job)
        print(json.encode(reading, enc_hook=str).decode(), flush=True)  # noqa: T201 - to the process that waits for it


if __name__ == "__main__":
    _serve()
