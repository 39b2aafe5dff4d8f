"""Measures the real workshop: the program and latexmk take turns at the same changes."""

from __future__ import annotations

import re
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.measuring import Measured, measured
from tests.workspace import REAL_WORKSHOP, ROOT

PROGRAM = (sys.executable, "-m", "proposal")
LATEXMK = ("latexmk", "-pdf", "-interaction=nonstopmode", "-halt-on-error", "camera-ready.tex")
JEKYLL = ("jekyll", "build", "--disable-disk-cache", "--source", "source", "--destination", "pages")
YEAR = "2024"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Runs = Mapping[str, Sequence[Measured]]
"""What each round of each case took."""


@dataclass(slots=True)
class Bench:
    """The real workshop in a folder of its own, and its document as latexmk has it."""

    root: Path
    environment: Mapping[str, str]
    runs: defaultdict[str, list[Measured]] = field(default_factory=lambda: defaultdict(list))

    @property
    def workshop(self) -> Path:
        """The folder that holds `data/`."""
        return self.root / "workshop"

    @property
    def latex(self) -> Path:
        """The folder in which latexmk works."""
        return self.root / "latex"

    def program(self, case: str, *arguments: str) -> None:
        """Measure the program as a script runs it, loaded anew each time."""
        self.run(case, (*PROGRAM, *arguments), self.workshop)

    def in_daemon(self, case: str, *arguments: str) -> None:
        """Measure the program at a terminal, where the daemon is switched on."""
        command, environment = (
            (*PROGRAM, *arguments),
            {**self.environment, "PROPOSAL_STANDBY": "on"},
        )
        found = measured(command, self.workshop, environment, at_terminal=True)
        self.runs[f"{case}, in daemon"].append(found)

    def run(self, case: str, command: Sequence[str], folder: Path) -> None:
        """Measure a command."""
        self.runs[case].append(measured(command, folder, self.environment))

    def get_ready(self) -> None:
        """Copy the data, and build once, so that formats, pictures and templates are kept."""
        shutil.copytree(REAL_WORKSHOP / "data", self.workshop / "data")
        measured((*PROGRAM, "build", "--all"), self.workshop, self.environment)
        shutil.copytree(self.workshop, self.root / "original")
        meeting = Path(self.environment["XDG_RUNTIME_DIR"])
        meeting.mkdir(mode=0o700)
        self.in_daemon("first", "check")
        while not any(file.is_socket() for file in meeting.iterdir()):
            time.sleep(0.1)

    def round(self, number: int) -> None:
        """Measure each case once; the data are what they were before and after."""
        shutil.rmtree(self.workshop)
        shutil.copytree(self.root / "original", self.workshop)
        shutil.rmtree(self.latex, ignore_errors=True)
        built = self.workshop / "build" / YEAR
        shutil.copytree(built, self.latex, ignore=shutil.ignore_patterns(".*", "*.pdf"))
        self.run("latexmk, nothing", LATEXMK, self.latex)
        for way in (self.in_daemon, self.program):
            shutil.rmtree(self.workshop / "build")
            way("build, nothing", "build", YEAR, "--only", "pdf,site,text")
        self.program("build, the rest", "build", YEAR)
        self.run("latexmk, same", LATEXMK, self.latex)
        for way in (self.in_daemon, self.program):
            way("build, same", "build", YEAR)
        self.change_a_word(f"measured{_LETTERS[number]}")
        self.run("latexmk, word", LATEXMK, self.latex)
        self.in_daemon("build, word", "build", YEAR)
        self.change_a_word(f"anew{_LETTERS[number]}")
        self.program("build, word", "build", YEAR)
        for way, day in ((self.in_daemon, 12), (self.program, 20)):
            self.change_a_date(f"2024-06-{day + number % 8}")
            way("build, date", "build", YEAR)
        self.program("check, first", "check", "--all")
        self.program("check, same", "check", "--all")
        shutil.rmtree(self.workshop / "build/site")
        (self.workshop / "build/.record.json").unlink()
        self.program("site", "build", "--all", "--only", "site")
        if shutil.which("jekyll"):
            self.jekyll()

    def change_a_date(self, day: str) -> None:
        """Change the day of a deadline."""
        edition = self.workshop / f"data/editions/{YEAR}/edition.yaml"
        text = edition.read_text(encoding="utf-8")
        edition.write_text(re.sub(r"(?<=notification: )[\d-]+", day, text), "utf-8")

    def change_a_word(self, new: str) -> None:
        """Change the same word in the summary's prose and in the document that latexmk sets."""
        prose = self.workshop / f"data/editions/{YEAR}/summary.md"
        files = (prose, self.latex / "camera-ready.tex")
        word = re.search(r"\b[a-z]{7,}\b", prose.read_text(encoding="utf-8"))
        old = word[0] if word else ""
        for file in files:
            text = file.read_text(encoding="utf-8")
            begin = text.find("\\maketitle") if file.suffix == ".tex" else 0
            body = re.sub(rf"\b{old}\b", new, text[begin:], count=1)
            file.write_text(text[:begin] + body, encoding="utf-8")

    def jekyll(self) -> None:
        """Measure Jekyll on the tree that was generated for it."""
        folder = self.root / "jekyll"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ROOT / "tests/jekyll/site", folder / "source")
        shutil.copytree(self.workshop / "build/jekyll", folder / "source", dirs_exist_ok=True)
        self.run("jekyll", JEKYLL, folder)
