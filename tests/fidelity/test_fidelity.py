"""Lines and pages break just where hand-written sources for acmart, and ACM itself, break them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import pdf
from tests.fidelity.published import published_text, workspace_of
from tests.parts import require
from tests.workspace import Workspace

HERE = Path(__file__).parent


def test_lines_and_pages_break_as_in_a_hand_written_source(tmp_path: Path) -> None:
    require("latexmk")
    shutil.copytree(HERE / "workshop", tmp_path / "workshop")
    shutil.copy(HERE / "summary.tex", tmp_path)
    ours = Workspace(tmp_path / "workshop").built()
    subprocess.run(
        ["latexmk", "-pdf", "-interaction=nonstopmode", "summary.tex"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    by_hand = pdf.raw_pages(tmp_path / "summary.pdf")
    assert len(by_hand) == 2
    for page, expected in zip(pdf.raw_pages(ours), by_hand, strict=True):
        assert page.split("\n") == expected.split("\n")


def line_ends(text: str) -> tuple[str, set[int]]:
    """The text without any space, and how many of its characters stand before each line end."""
    lines = [re.sub(r"\s", "", line) for line in text.split("\n")]
    ends, count = set(), 0
    for line in lines:
        count += len(line)
        ends.add(count)
    return "".join(lines), ends


@pytest.fixture
def published() -> str:
    text = published_text()
    if text is None:
        pytest.skip("the published text of the 2024 summary is not in a folder beside the checkout")
    return text


def test_lines_and_pages_break_as_in_the_published_summary(published: str, tmp_path: Path) -> None:
    pages = pdf.raw_pages(workspace_of(published, tmp_path / "workshop").built())
    assert len(pages) == 2
    our_text, our_ends = line_ends("\n".join(pages))
    their_text, their_ends = line_ends(published)
    assert our_text == their_text
    # The published text has lost some line ends, so that two lines stand in one.
    assert their_ends <= our_ends
    assert len(their_ends) > 0.9 * len(our_ends)
    assert len(line_ends(pages[0])[0]) == their_text.index("6737KDD") + len("6737")
