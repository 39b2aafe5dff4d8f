"""A built workshop that a test may change, and the editions to be looked at."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from proposal.edition.resolve import resolve
from proposal.edition.series import series_of
from proposal.machine import Group
from proposal.model.folder import read_folder
from proposal.verify.agreement.artefacts import Agreement, check_artefacts
from proposal.verify.subject import Subject
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

Look = Callable[[], Agreement]


@pytest.fixture(scope="session")
def whole(made_once: MadeOnce) -> Workspace:
    """The real workshop with everything built; nobody changes anything in it."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        finished = Workspace.of_the_real_workshop(root).run("build", "--all")
        assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("whole", fill))


@pytest.fixture
def finished(whole: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the built workshop, to be changed."""
    shutil.copytree(whole.root, tmp_path / "finished")
    return Workspace(tmp_path / "finished")


@pytest.fixture
def look(finished: Workspace) -> Look:
    """Looks at all artefacts of both editions."""

    def looking() -> Agreement:
        folder = read_folder(finished.root)
        assert folder.faults == []
        assert folder.workshop is not None
        editions = {year: resolve(folder, year).edition for year in folder.editions}
        series = series_of(folder, folder.workshop, editions)
        today = dt.date(2026, 1, 1)
        subjects = {
            year: Subject(folder, folder.editions[year], edition, today)
            for year, edition in editions.items()
        }
        return check_artefacts(finished.root, series, subjects)

    return looking
