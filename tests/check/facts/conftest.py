"""The artefacts of a built workshop that a test may change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from proposal.check.facts.artefacts import check_artefacts
from proposal.check.facts.inspection import Agreement
from proposal.check.rules.context import Subject
from proposal.edition.resolve import resolve
from proposal.edition.series import series_of
from proposal.model.folder import read_folder
from tests.workspace import Workspace

Look = Callable[[], Agreement]


@pytest.fixture
def look(finished: Workspace) -> Look:
    """Looks at all artefacts of both editions."""
    return lambda: looked_at(finished)


def looked_at(workspace: Workspace) -> Agreement:
    """What comes of looking at all artefacts of both editions."""
    folder = read_folder(workspace.root)
    assert folder.faults == []
    assert folder.workshop is not None
    editions = {year: resolve(folder, year).edition for year in folder.editions}
    series = series_of(folder, folder.workshop, editions)
    today = dt.date(2026, 1, 1)
    subjects = {
        year: Subject(folder, folder.editions[year], edition, today)
        for year, edition in editions.items()
    }
    return check_artefacts(workspace.root, series, subjects)
