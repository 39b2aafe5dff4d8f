"""Workshops for rules that look at no document, and for those that do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace import Workspace


@pytest.fixture
def without_proposal(workspace: Workspace) -> None:
    """Leaves the edition of 2026 without a document, whose rendering takes half of a check."""
    workspace.drop_proposal()


@pytest.fixture
def proposed(tmp_path: Path) -> Workspace:
    """The real workshop with the proposal that `without_proposal` takes away."""
    return Workspace.of_the_real_workshop(tmp_path / "proposed")


@pytest.fixture
def workspace(workspace_in_one_place: Workspace) -> Workspace:
    """The real workshop's data, to be changed as a test likes."""
    return workspace_in_one_place
