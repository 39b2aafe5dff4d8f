"""The artefacts of a built workshop that a test may change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from proposal.build.outputs import render_editions
from proposal.build.pages import render_pages
from proposal.check.facts.artefacts import check_artefacts
from proposal.check.facts.inspection import Agreement
from proposal.check.rules.run_rules import subject_of
from tests.workspace import Workspace

Look = Callable[[], Agreement]


@pytest.fixture
def look(finished: Workspace) -> Look:
    """Looks at all artefacts of both editions."""
    return lambda: looked_at(finished)


def looked_at(workspace: Workspace) -> Agreement:
    """What comes of looking at all artefacts of both editions."""
    project = workspace.load()
    assert project.diagnostics == []
    outputs = render_editions(project, sorted(project.editions))
    pages = render_pages(project, pdfs_in="build/site")
    subjects = [subject_of(project, year, dt.date(2026, 1, 1)) for year in project.editions]
    return check_artefacts(workspace.root, outputs, pages, subjects)
