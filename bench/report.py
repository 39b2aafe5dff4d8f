"""Writes what was measured as tables, in the form that `docs/develop/performance.md` shows."""

from __future__ import annotations

import datetime as dt
import os
import platform
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.live import LiveTimes
from bench.measuring import Measured
from bench.tagged import TaggedTimes
from bench.workshop import Runs
from tests.workspace import ROOT

TABLES = ROOT / "build" / "bench" / "measured.md"
"""Where the tables are written; what documents say of it is for people to write."""

NOTHING = "2024's camera-ready, site and texts from nothing"
WORD = "all artefacts and the verdict after one word"
_IN_DAEMON = "with `PROPOSAL_STANDBY=on`"
_CASES = (
    (f"{_IN_DAEMON}: {NOTHING}", "build, nothing, in daemon", "latexmk, nothing", 0.7),
    (f"{_IN_DAEMON}: {WORD}", "build, word, in daemon", "latexmk, word", 0.75),
    (f"{_IN_DAEMON}: the same after one date", "build, date, in daemon", "latexmk, word", None),
    (
        f"{_IN_DAEMON}: the same with nothing changed",
        "build, same, in daemon",
        "latexmk, same",
        None,
    ),
    (NOTHING, "build, nothing", "latexmk, nothing", 0.55),
    (WORD, "build, word", "latexmk, word", 0.65),
    ("the same after one date", "build, date", "latexmk, word", None),
    ("the same with nothing changed", "build, same", "latexmk, same", None),
    ("`proposal check --all`, artefacts just made", "check, first", "latexmk, word", None),
    ("`proposal check --all` again", "check, same", "latexmk, word", None),
    ("the website of all editions from nothing, against Jekyll", "site", "jekyll", 0.35),
)


_MOST_OF_PYTHON = {"version": 4, "build": 9, "check": 9}
"""What commands with nothing to do may take of a Python that has nothing to do."""
_TYPED = {"version": "--version", "build": "build --all", "check": "check --all"}
_MOST_OF_A_PASS = {"on its last page": 0.6, "within it": 0.9, "on its first page": 1.1}


@dataclass(frozen=True, slots=True)
class Report:
    """All that was measured in one run."""

    runs: Runs
    """The real workshop's."""
    series: Mapping[int, Measured]
    """Generated series from nothing, by how many editions they have."""
    pdfs: Measured | None
    many: Mapping[int, Runs]
    """Generated series beside an earlier commit, by how many editions they have."""
    earlier: str
    """That commit."""
    start: Runs
    """Commands with nothing to do."""
    live: Sequence[LiveTimes]
    tagged: Sequence[TaggedTimes]

    def write(self) -> None:
        """Write the tables into `build/bench/`, in place of the last ones."""
        tables = [
            _machine(self.runs),
            _table(self.runs),
            _start(self.start),
            _series(self.series, self.pdfs) if self.series else (),
            *(_compared(length, runs, self.earlier) for length, runs in self.many.items()),
            _preview(self.live) if self.live else (),
            _accessible(self.tagged) if self.tagged else (),
        ]
        text = "\n\n".join("\n".join(lines) for lines in map(tuple, tables) if lines)
        TABLES.parent.mkdir(parents=True, exist_ok=True)
        TABLES.write_text(f"{text}\n", encoding="utf-8")


def _machine(runs: Runs) -> Iterator[str]:
    rounds = max(map(len, runs.values()))
    load = os.getloadavg()[0]
    today = dt.datetime.now(tz=dt.UTC).date()
    yield (
        f"{today}: medians of {rounds} rounds on {_processor()}, {os.cpu_count()} cores (load at "
        f"the end: {load:.1f}), Python {platform.python_version()}, {_version('pdflatex')}, "
        f"{_version('latexmk', '-v')}."
    )


def _table(runs: Runs) -> Iterator[str]:
    yield "| what | proposal | beside it | ratio | at most |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for label, case, other, most in _CASES:
        if case not in runs:
            continue
        ours = median(run.seconds for run in runs[case])
        beside = ratio = ""
        if other in runs:
            theirs = median(run.seconds for run in runs[other])
            beside = f"{other.partition(',')[0]} {theirs:.2f} s"
            mine = [run.seconds for run in runs[case]]
            its = [run.seconds for run in runs[other]]
            ratio = f"{_ratio(mine, its):.2f}"
        yield f"| {label} | {ours:.2f} s | {beside} | {ratio} | {most or ''} |"


def _series(series: Mapping[int, Measured], pdfs: Measured | None) -> Iterator[str]:
    yield "| a generated series | site and texts from nothing | per edition | peak memory |"
    yield "| --- | ---: | ---: | ---: |"
    for editions, values in series.items():
        per_edition = values.seconds / editions * 1000
        yield (
            f"| {editions} editions, {editions * 4} people | {values.seconds:.1f} s "
            f"| {per_edition:.0f} ms | {values.memory / 2**20:.0f} MB |"
        )
    if pdfs is not None:
        yield (
            f"| PDFs of 20 among 100 editions | {pdfs.seconds:.1f} s | "
            f"{pdfs.seconds / 20 * 1000:.0f} ms | {pdfs.memory / 2**20:.0f} MB |"
        )


def _start(runs: Runs) -> Iterator[str]:
    yield "| with nothing to do | seconds | `python -c pass` | ratio | at most |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    python = [run.seconds for run in runs["python"]]
    for name, most in _MOST_OF_PYTHON.items():
        times = [run.seconds for run in runs[name]]
        yield (
            f"| `proposal {_TYPED[name]}` | {median(times):.3f} s | {median(python):.3f} s "
            f"| {_ratio(times, python):.1f} | {most} |"
        )


def _compared(length: int, runs: Runs, earlier: str) -> Iterator[str]:
    """What a series takes beside what it took at an earlier commit, and one change beside all."""

    def seconds(case: str) -> list[float]:
        return [run.seconds for run in runs.get(case, ())]

    def megabytes(case: str) -> list[float]:
        return [run.memory / 2**20 for run in runs.get(case, ())]

    nothing, changed, check = "nothing", "one changed", "one changed, check"
    rows = (
        ("site and texts from nothing", seconds, f"now, {nothing}", f"earlier, {nothing}", 0.25),
        ("the same after one edition changed", seconds, f"now, {changed}", f"now, {nothing}", 0.05),
        ("`check --all` after that", seconds, f"now, {check}", f"earlier, {check}", 0.25),
        ("peak memory from nothing", megabytes, f"now, {nothing}", f"earlier, {nothing}", 0.7),
    )
    yield f"| {length} editions | now | beside it | ratio | at most |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for label, values, case, other, most in rows:
        mine, others = values(case), values(other)
        if not mine:
            continue  # so long a series is not checked
        unit = "s" if values is seconds else "MB"
        beside = ratio = ""
        if others:
            named = earlier if other.startswith("earlier") else "from nothing"
            beside, ratio = f"{named} {median(others):.2f} {unit}", f"{_ratio(mine, others):.2f}"
        yield f"| {label} | {median(mine):.2f} {unit} | {beside} | {ratio} | {most} |"


def _ratio(mine: Sequence[float], others: Sequence[float]) -> float:
    """The median of the rounds' ratios."""
    return median(one / other for one, other in zip(mine, others, strict=True))


def _preview(live: Sequence[LiveTimes]) -> Iterator[str]:
    yield "| the preview, from saving to seeing | seconds | one preloaded pass | ratio | at most |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    website = median(seconds for times in live for seconds in times.site)
    yield f"| the website | {website:.2f} s | | | 0.25 s |"
    for times in live:
        one_pass = median(times.one_pass)
        ratio = _ratio(times.pdf, times.one_pass)
        most = _MOST_OF_A_PASS[times.place]
        yield (
            f"| the PDF, changed {times.place} | {median(times.pdf):.2f} s | {one_pass:.2f} s "
            f"| {ratio:.2f} | {most} |"
        )


def _accessible(documents: Sequence[TaggedTimes]) -> Iterator[str]:
    yield "| by LuaLaTeX, from nothing | accessible | without tags | ratio | at most |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for times in documents:
        ratio = _ratio(times.tagged, times.untagged)
        yield (
            f"| {times.name} | {median(times.tagged):.2f} s | {median(times.untagged):.2f} s "
            f"| {ratio:.2f} | 1.3 |"
        )


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").split("\n") if file.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _version(program: str, option: str = "--version") -> str:
    path = shutil.which(program)
    if path is None:
        return f"no {program}"
    said = subprocess.run([path, option], capture_output=True, text=True, check=False).stdout
    return next((line.strip() for line in said.split("\n") if line.strip()), program)
