"""`python -m bench`: measures the program beside latexmk and Jekyll, and writes the tables.

It takes several minutes; nothing else should run meanwhile. What it measures are ratios within
one run, since clocks and machines differ.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from bench.live import CHANGES, LiveTimes, measure
from bench.many_editions import EARLIER, ManyEditions, files_of, measure_start
from bench.measuring import FailedError, Measured, measured
from bench.report import TABLES, Report
from bench.series import make_series
from bench.tagged import TaggedTimes, measure_tags
from bench.workshop import PROGRAM, Bench, Runs
from proposal.tex.tagging import too_old_for_tags
from tests.workspace import REAL_WORKSHOP, ROOT

LENGTHS = (10,)
"""Editions of the generated series that stand alone."""
COMPARED = {20: 1, 100: 3, 500: 1}
"""Editions of the series that are compared with an earlier commit, and how often."""


def main() -> int:
    """Measure, write, and say how it went."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each case is measured")
    parser.add_argument("--lengths", type=int, nargs="*", default=LENGTHS, help="of the series")
    parser.add_argument("--earlier", default=EARLIER, help="the commit that series are beside")
    asked = parser.parse_args()
    if shutil.which("latexmk") is None:
        sys.stderr.write("latexmk is not here; type `proposal doctor --install --tests`\n")
        return 3
    with tempfile.TemporaryDirectory(prefix="proposal-bench-") as name:
        folder = Path(name)
        environment = {
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
        }
        try:
            bench = Bench(folder, environment)
            bench.get_ready()
            for number in range(asked.rounds):
                _say(f"round {number + 1} of {asked.rounds}")
                bench.round(number)
            series = {length: _series(folder, length, environment) for length in asked.lengths}
            pdfs = _pdfs(folder, environment) if asked.lengths else None
            many = _many_editions(folder, asked.earlier) if asked.lengths else {}
            _say("commands with nothing to do")
            start = measure_start(folder / "start", 3 * asked.rounds)
            live = _live(folder) if shutil.which("chromium") else []
            tagged = [] if too_old_for_tags() else _tagged(folder, asked.rounds)
        except FailedError as reason:
            sys.stderr.write(f"{reason}\n")
            return 1
    report = Report(bench.runs, series, pdfs, many, asked.earlier, start, live, tagged)
    report.write()
    _say(f"the numbers are in {TABLES.relative_to(ROOT)}")
    return 0


def _series(folder: Path, editions: int, environment: dict[str, str]) -> Measured:
    _say(f"a series of {editions} editions")
    root = folder / f"series-{editions}"
    make_series(root, editions)
    return measured((*PROGRAM, "build", "--all", "--only", "site,text"), root, environment)


def _many_editions(folder: Path, commit: str) -> dict[int, Runs]:
    earlier = files_of(commit, folder / "earlier")
    found: dict[int, Runs] = {}
    for length, rounds in COMPARED.items():
        _say(f"a series of {length} editions, beside {commit}")
        series = ManyEditions(folder / "many", length, earlier)
        for number in range(rounds):
            series.round(number)
        found[length] = series.runs
    return found


def _pdfs(folder: Path, environment: dict[str, str]) -> Measured:
    _say("20 PDFs")
    root = folder / "series-with-documents"
    make_series(root, 100, with_documents=20)
    return measured((*PROGRAM, "build", "--all", "--only", "pdf"), root, environment)


def _live(folder: Path) -> list[LiveTimes]:
    _say("the preview in Chromium")
    root = folder / "previewed"
    shutil.copytree(REAL_WORKSHOP / "data", root / "data")
    return measure(root, ("2026", "proposal"), CHANGES)


def _tagged(folder: Path, rounds: int) -> list[TaggedTimes]:
    _say("accessible PDFs")
    root = folder / "tagged"
    shutil.copytree(REAL_WORKSHOP / "data", root / "data")
    return measure_tags(root, rounds)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
