"""The artefacts of a built workshop that a test may change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from proposal.build.outputs import Outputs, RenderedPages, render_editions
from proposal.build.pages import render_pages
from proposal.caching import digest
from proposal.check.facts.artefacts import check_artefacts
from proposal.check.facts.inspection import Agreement
from proposal.check.rules.context import Subject
from proposal.check.rules.run_rules import subject_of
from proposal.diagnostics import Diagnostic
from tests.workspace import Workspace

Look = Callable[[], Agreement]

NOT_MADE = "missing-artefact"
"""The code of what a test did not build."""


@pytest.fixture
def look(finished: Workspace) -> Look:
    """Looks at all artefacts of both editions."""
    return lambda: looked_at(finished)


def looked_at(workspace: Workspace) -> Agreement:
    """What comes of looking at all artefacts of both editions."""
    return check_artefacts(workspace.root, *_rendered(workspace, _sources(workspace.root)))


@lru_cache(maxsize=1)
def _rendered(workspace: Workspace, _sources: str) -> tuple[Outputs, RenderedPages, list[Subject]]:
    """What is rendered of a workshop, once while a test changes nothing but finished files."""
    project = workspace.load()
    assert project.diagnostics == []
    outputs = render_editions(project, sorted(project.editions))
    pages = render_pages(project, pdfs_in="build/site")
    subjects = [subject_of(project, year, dt.date(2026, 1, 1)) for year in project.editions]
    return outputs, pages, subjects


def _sources(root: Path) -> str:
    """What tells all that is rendered from any other: the data, templates, and PDFs on pages."""
    folders = ("data", "templates")
    sources = [file for folder in folders for file in (root / folder).rglob("*") if file.is_file()]
    files = sorted([*sources, *(root / "build" / "site").rglob("*.pdf")])
    return digest(*(part for file in files for part in (str(file), file.read_bytes())))


def after_change(made: Workspace, file: str, value: str, wrong: str) -> list[Diagnostic]:
    """What is said once a value is changed wherever a file has it; then it is put back.

    Args:
        made: a built workshop.
        file: the file below `build/`.
        value: what it says.
        wrong: what it is to say.
    """
    return after_changes(made, file, {value: wrong})


def after_changes(made: Workspace, file: str, changes: Mapping[str, str]) -> list[Diagnostic]:
    """What is said once several values of a file are changed; then they are put back.

    Args:
        made: a built workshop.
        file: the file below `build/`.
        changes: what it is to say in place of what it says.
    """
    place = made.root / "build" / file
    before = changed = place.read_bytes()
    for value, wrong in changes.items():
        assert value.encode() in changed, f"{value} is not in {file}"
        changed = changed.replace(value.encode(), wrong.encode())
    try:
        place.write_bytes(changed)
        return [found for found in looked_at(made).diagnostics if found.code != NOT_MADE]
    finally:
        place.write_bytes(before)
