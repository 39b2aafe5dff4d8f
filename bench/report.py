"""Writes what was measured as tables, in the form that `docs/develop/performance.md` shows."""

from __future__ import annotations

import datetime as dt
import os
import platform
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
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
    (NOTHING, "build, nothing", "latexmk, nothing", 0.7),
    (WORD, "build, word", "latexmk, word", None),
    ("the same after one date", "build, date", "latexmk, word", None),
    ("the same with nothing changed", "build, same", "latexmk, same", None),
    ("`proposal check --all`, artefacts just made", "check, first", "latexmk, word", None),
    ("`proposal check --all` again", "check, same", "latexmk, word", None),
    ("`proposal --version`", "version", "", None),
    ("the website of all editions from nothing, against Jekyll", "site", "jekyll", None),
)


_MOST_OF_A_PASS = {"on its last page": 0.6, "within it": 0.9, "on its first page": 1.1}


def write_report(
    runs: Runs,
    series: Mapping[int, Measured],
    pdfs: Measured | None,
    live: Sequence[LiveTimes],
    tagged: Sequence[TaggedTimes],
) -> None:
    """Write the tables into `build/bench/`, in place of the last ones."""
    tables = [*_table(runs), "", *_series(series, pdfs)] if series else list(_table(runs))
    seen = ["", *_preview(live)] if live else []
    accessible = ["", *_accessible(tagged)] if tagged else []
    lines = "\n".join([*_machine(runs), "", *tables, *seen, *accessible])
    TABLES.parent.mkdir(parents=True, exist_ok=True)
    TABLES.write_text(f"{lines}\n", encoding="utf-8")


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
            pairs = zip(runs[case], runs[other], strict=True)
            ratio = f"{median(mine.seconds / its.seconds for mine, its in pairs):.2f}"
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


def _preview(live: Sequence[LiveTimes]) -> Iterator[str]:
    yield "| the preview, from saving to seeing | seconds | one preloaded pass | ratio | at most |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    website = median(seconds for times in live for seconds in times.site)
    yield f"| the website | {website:.2f} s | | | 0.25 s |"
    for times in live:
        one_pass = median(times.one_pass)
        ratio = median(pdf / alone for pdf, alone in zip(times.pdf, times.one_pass, strict=True))
        most = _MOST_OF_A_PASS[times.place]
        yield (
            f"| the PDF, changed {times.place} | {median(times.pdf):.2f} s | {one_pass:.2f} s "
            f"| {ratio:.2f} | {most} |"
        )


def _accessible(documents: Sequence[TaggedTimes]) -> Iterator[str]:
    yield "| by LuaLaTeX, from nothing | accessible | without tags | ratio | at most |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for times in documents:
        pairs = zip(times.tagged, times.untagged, strict=True)
        ratio = median(tagged / untagged for tagged, untagged in pairs)
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
