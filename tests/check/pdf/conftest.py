"""The real camera-ready and the real proposal, and what the data say of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdf
import pytest

from proposal.check.pdf import Expected, expected_of, preflight
from proposal.diagnostics import Diagnostic
from proposal.pdf import Pdf
from proposal.pdf.pdf_objects import metadata
from tests.check.pdf.retouching import Edit, retouched
from tests.workspace import Workspace

FILE = Path("camera-ready.pdf")


@pytest.fixture(scope="session")
def camera_ready(built: Workspace) -> bytes:
    return built.pdf("2024", "camera-ready").read_bytes()


@pytest.fixture(scope="session")
def expected(built: Workspace) -> Expected:
    edition = built.edition("2024")
    return expected_of(edition, edition.documents["camera-ready"])


@pytest.fixture(scope="session")
def creator(camera_ready: bytes) -> str:
    """What the real camera-ready says that it was made with."""
    return metadata(pypdf.PdfReader(io.BytesIO(camera_ready))).creator[0]


@pytest.fixture
def findings(camera_ready: bytes, expected: Expected) -> Callable[..., list[Diagnostic]]:
    """What preflight says of the camera-ready after some edits; by default against its data."""

    def found(*edits: Edit, wanted: Expected | None = expected) -> list[Diagnostic]:
        pdf = retouched(camera_ready, *edits) if edits else camera_ready
        return preflight(Pdf(pdf), FILE, wanted)

    return found


def only(findings: Sequence[Diagnostic]) -> Diagnostic:
    """The one finding that there is."""
    assert len(findings) == 1, [diagnostic.message for diagnostic in findings]
    return findings[0]
