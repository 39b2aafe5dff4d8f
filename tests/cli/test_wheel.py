"""The program installed elsewhere: a wheel holds all that a build needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests import pdf
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import ROOT, Workspace

PROGRAM = (sys.executable, "-m", "proposal")


def pip(*arguments: str) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


@pytest.fixture(scope="session")
def wheel(made_once: MadeOnce) -> Path:
    """The program's wheel."""

    def fill(folder: Path) -> None:
        pip("wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT))

    (file,) = made_once("wheel", fill).glob("proposal-*.whl")
    return file


@pytest.fixture(scope="session")
def installed(made_once: MadeOnce, wheel: Path) -> Path:
    """Where the wheel is installed, whose modules are compiled as they are loaded."""

    def fill(folder: Path) -> None:
        pip("install", "--no-deps", "--no-compile", "--quiet", "--target", str(folder), str(wheel))

    return made_once("installed", fill)


def test_the_wheel_holds_every_template(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = [file for file in (ROOT / "templates").rglob("*") if file.is_file()]
    assert len(templates) > 20
    assert {f"proposal/templates/{file.relative_to(ROOT / 'templates')}" for file in templates} <= (
        names
    )
    assert "proposal/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "data/", "build/"))]


def test_an_installed_program_builds_a_workshop_elsewhere(
    installed: Path, workspace: Workspace, tmp_path: Path
) -> None:
    require(Group.DOCUMENTS)
    workspace.write("editions/2024/summary.md", "# One\n\n{{ topics }}\n")
    finished = subprocess.run(
        [*PROGRAM, "-C", str(workspace.root), "build", "2024", "--only", "pdf"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "Instruction-tuned recommender systems" in pdf.flowing(pdf.text(workspace.pdf()))


def test_an_installed_program_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", "import proposal; print(proposal.__file__)"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert Path(finished.stdout.strip()).parent == installed / "proposal"
    assert (installed / "bin" / "proposal").exists()
