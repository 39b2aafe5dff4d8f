"""Previews that are served for the length of a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.built_copies import copy_of
from tests.preview.live import Live, live
from tests.site.browsing import Visitor, Windows
from tests.site.sites import without_documents
from tests.workspace import Workspace


@pytest.fixture
def visitor(windows: Windows) -> Iterator[Visitor]:
    """A visitor, who must not have met anything wrong, but may leave before all has come."""
    visitor = Visitor(windows)
    yield visitor
    visitor.leave()
    assert [
        diagnostic for diagnostic in visitor.complaints if "ERR_ABORTED" not in diagnostic
    ] == []


@pytest.fixture
def preview(built: Workspace, tmp_path: Path) -> Iterator[Live]:
    """The real workshop, built and previewed."""
    with live(copy_of(built, tmp_path / "workshop")) as started:
        yield started


@pytest.fixture
def quick_preview(workspace: Workspace) -> Iterator[Live]:
    """The real workshop without PDFs, which take long."""
    without_documents(workspace)
    with live(workspace) as started:
        yield started
