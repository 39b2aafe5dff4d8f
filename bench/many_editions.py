"""Measures a long series, of which one edition changes, beside an earlier commit of the program."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from bench.measuring import Measured, measured
from bench.series import make_series
from bench.workshop import PROGRAM, Runs
from proposal.model.day_hints import FIRST_YEAR, LAST_YEAR
from tests.workspace import ROOT

EARLIER = "54f8c6a"
"""The commit with which times are compared unless another one is named: the last one that
rendered all editions again whenever one of them had changed."""

WARMING = 3
"""Editions of a series that is built first, so that templates and zones are kept."""

MOST_CHECKED = {"now": 100, "earlier": 20}
"""Editions of a series that is checked, too: a hundred take the earlier commit a quarter of an
hour."""

IN_A_YEAR = 2
"""Editions of each year of a series for which there are too few years; the earlier commit knows one
a year, and any year of four figures."""

_BUILD = ("build", "--all", "--only", "site,text")
_JEKYLL = ("build", "--all", "--only", "jekyll")
_CHECK = ("check", "--all")


@dataclass(slots=True)
class ManyEditions:
    """A generated series, each time from nothing: also its cards are drawn anew."""

    folder: Path
    length: int
    """How many editions there are."""
    earlier: Path | None
    """An earlier commit's files; nothing if there is no such commit here."""
    runs: defaultdict[str, list[Measured]] = field(default_factory=lambda: defaultdict(list))

    def round(self, number: int) -> None:
        """Measure each case once, with one program after the other."""
        for name, program in (("now", ROOT), ("earlier", self.earlier)):
            if program is not None:
                self._measure(name, program, self.folder / f"{name}-{self.length}-{number}")

    def _measure(self, name: str, program: Path, folder: Path) -> None:
        def run(root: Path, *arguments: str) -> Measured:
            return measured((*PROGRAM, *arguments), root, environment)

        environment = {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(program)}
        make_series(folder / "warming", WARMING)
        run(folder / "warming", *_BUILD)
        root = folder / "series"
        has_years = self.length <= LAST_YEAR - FIRST_YEAR + 1 or name == "earlier"
        make_series(root, self.length, in_a_year=1 if has_years else IN_A_YEAR)
        self.runs[f"{name}, nothing"].append(run(root, *_BUILD))
        is_checked = self.length <= MOST_CHECKED[name]
        if is_checked:
            run(root, *_JEKYLL)
            run(root, *_CHECK)
        self.change(root)
        self.runs[f"{name}, one changed"].append(run(root, *_BUILD))
        if is_checked:
            run(root, *_JEKYLL)
            self.runs[f"{name}, one changed, check"].append(run(root, *_CHECK))

    def change(self, root: Path) -> None:
        """Change the first topic of the edition in the middle."""
        editions = sorted((root / "data/editions").iterdir())
        file = editions[len(editions) // 2] / "edition.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("One topic", "Another beginning"), encoding="utf-8")


def files_of(commit: str, folder: Path) -> Path | None:
    """The program as it was at a commit, in a folder; nothing if the commit is not known here."""
    git = shutil.which("git")
    if git is None:
        return None
    command = (git, "archive", "--format=zip", commit, "proposal", "templates")
    packed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if packed.returncode != 0:
        return None
    with ZipFile(io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder)
    return folder


def measure_start(folder: Path, rounds: int) -> Runs:
    """Measure commands that have nothing to do, beside a Python that has nothing to do."""
    environment = {"XDG_CACHE_HOME": str(folder / "cache")}
    make_series(folder, WARMING)
    idle = {"build": _BUILD, "check": _CHECK}
    for arguments in idle.values():
        measured((*PROGRAM, *arguments), folder, environment)
    runs: defaultdict[str, list[Measured]] = defaultdict(list)
    commands: dict[str, Sequence[str]] = {
        "python": (sys.executable, "-c", "pass"),
        "version": (*PROGRAM, "--version"),
        **{name: (*PROGRAM, *arguments) for name, arguments in idle.items()},
    }
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(measured(command, folder, environment))
    return runs
