"""Documents as they are built pass; with three pages for a limit of two they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.check.pdf import Expected, expected_of, preflight
from proposal.pdf import Pdf
from tests.check.pdf.conftest import only
from tests.check.pdf.retouching import retouched
from tests.workspace import Workspace


@pytest.mark.parametrize(("year", "name"), [("2024", "camera-ready"), ("2026", "proposal")])
@pytest.mark.parametrize("with_data", [True, False])
def test_what_is_built_passes(built: Workspace, year: str, name: str, *, with_data: bool) -> None:
    edition = built.edition(year)
    wanted = expected_of(edition, edition.documents[name]) if with_data else None
    pdf = built.pdf(year, name)
    assert preflight(Pdf(pdf.read_bytes()), pdf, wanted) == []


def test_editing_alone_leaves_no_trace(camera_ready: bytes, expected: Expected) -> None:
    assert preflight(Pdf(retouched(camera_ready)), Path("camera-ready.pdf"), expected) == []


def test_three_pages_for_a_limit_of_two(workspace: Workspace) -> None:
    sentence = "The workshop continues with a discussion among all who are present. "
    workspace.append("editions/2024/summary.md", f"\n\n{sentence * 60}\n")
    pdf = workspace.built("2024", "camera-ready")
    edition = workspace.edition("2024")
    found = only(
        preflight(
            Pdf(pdf.read_bytes()),
            Path("camera-ready.pdf"),
            expected_of(edition, edition.documents["camera-ready"]),
        )
    )
    assert found.code == "too-many-pages"
    assert found.message == "camera-ready.pdf: it has 3 pages; the call allows 2"
