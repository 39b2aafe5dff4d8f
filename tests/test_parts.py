"""What becomes of tests on a machine that lacks a part."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.workspace import ROOT

NEEDS_TEX = "tests/build/test_editions.py::test_the_pages_are_us_letter"


def run_tests_without_tex(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {name: value for name, value in os.environ.items() if name != "CI"}
    surroundings |= {"PATH": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rsf", NEEDS_TEX],
        cwd=ROOT,
        env=surroundings | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_test_that_lacks_a_part_is_skipped_and_names_it(tmp_path: Path) -> None:
    finished = run_tests_without_tex(tmp_path)
    assert finished.returncode == 0, finished.stdout
    assert "this machine lacks pdfLaTeX, BibTeX, kpsewhich and" in finished.stdout
    assert "passed" not in finished.stdout


def test_with_ci_set_a_missing_part_is_a_failure(tmp_path: Path) -> None:
    finished = run_tests_without_tex(tmp_path, CI="true")
    assert finished.returncode == 1, finished.stdout
    assert "this machine lacks pdfLaTeX, BibTeX, kpsewhich and" in finished.stdout
