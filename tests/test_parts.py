"""What becomes of tests on a machine that lacks a part."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from proposal.doctor import Group
from proposal.doctor.parts import PARTS
from tests import parts
from tests.workspace import ROOT

NEEDS_TEX = "tests/build/test_editions.py::test_the_pages_are_us_letter"


def run_tests_without_tex(folder: Path) -> subprocess.CompletedProcess[str]:
    surroundings = {name: value for name, value in os.environ.items() if name != "CI"}
    surroundings |= {"PATH": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-rsf", NEEDS_TEX],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_test_that_lacks_a_part_is_skipped_and_names_it(tmp_path: Path) -> None:
    finished = run_tests_without_tex(tmp_path)
    assert finished.returncode == 0, finished.stdout
    assert "this machine lacks pdfLaTeX, BibTeX, kpsewhich and" in finished.stdout
    assert "passed" not in finished.stdout


def test_with_ci_set_a_missing_part_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = [part for part in PARTS if part.group is Group.DOCUMENTS]
    monkeypatch.setattr(parts, "_missing_parts", lambda: lacking)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"this machine lacks .*pdfLaTeX, BibTeX"):
        parts.require(Group.DOCUMENTS)
    parts.require("Java")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match=r"this machine lacks .*pdfLaTeX, BibTeX"):
        parts.require(Group.DOCUMENTS)
