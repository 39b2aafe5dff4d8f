"""Reads many papers at once, in processes of their own: PDFium reads one at a time in each."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

from proposal.check.papers.expected_paper import ExpectedPaper
from proposal.check.papers.paper_finding import PaperFinding
from proposal.check.papers.paper_reading import PaperReading, paper_reading
from proposal.pdf import UnreadablePdfError
from proposal.source.file import regular_bytes

Job = tuple[Path, ExpectedPaper]
"""A paper's PDF, and what the data say of it."""

_FEWEST = 12
"""Papers from which on it pays to begin processes, each of which takes a second or two."""
_MOST_PROCESSES = 8


def read_all(jobs: Sequence[Job]) -> list[PaperReading | None]:
    """Read papers, in several processes if there are many; nothing of those that are damaged."""
    count = min(os.cpu_count() or 1, _MOST_PROCESSES, len(jobs))
    if len(jobs) < _FEWEST or count < 2:
        return [_read(job) for job in jobs]
    shares = [jobs[number::count] for number in range(count)]
    with ThreadPoolExecutor(count) as pool:
        read = list(pool.map(_share, shares))
    return [read[number % count][number // count] for number in range(len(jobs))]


def _share(jobs: Sequence[Job]) -> list[PaperReading | None]:
    """Read some papers in another process; in this one if that ends before it is done."""
    finished = subprocess.run(
        [sys.executable, "-m", __name__],
        input=pickle.dumps(jobs),
        capture_output=True,
        check=False,
    )
    if finished.returncode:
        return [_read(job) for job in jobs]
    return [reading_of(stored) if stored else None for stored in json.loads(finished.stdout)]


def _read(job: Job) -> PaperReading | None:
    file, expected = job
    try:
        return paper_reading(regular_bytes(file, None), expected)
    except (OSError, UnreadablePdfError):
        return None


def reading_of(stored: dict[str, Any]) -> PaperReading:
    """A reading as JSON has it."""
    findings = tuple(
        PaperFinding(**{**values, "pages": tuple(values["pages"]), "place": tuple(values["place"])})
        for values in stored["findings"]
    )
    width, height = stored["size"]
    return PaperReading(stored["pages"], (width, height), findings)


def _serve() -> None:
    """Read the papers that another process names, which is the same program."""
    jobs: Sequence[Job] = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from ourselves
    readings = [_read(job) for job in jobs]
    json.dump([asdict(reading) if reading else None for reading in readings], sys.stdout)


if __name__ == "__main__":
    _serve()
