"""A mark that somebody takes away from a tentative value is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"


@pytest.fixture
def guessed(workspace: Workspace) -> Workspace:
    """The call, the calendars and the Jekyll pages of an edition that is all guesses."""
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    workspace.replace(EDITION, "end: 16:50}", "end: 16:50, tentative: true}")
    workspace.replace(EDITION, "was: [2025-11-21]}", "was: [2025-11-21], tentative: true}")
    workspace.append("venues/wsdm-2026.yaml", "tentative: true\n")
    finished = workspace.run("build", "--only", "text,jekyll")
    assert finished.code == 0, finished.output
    return workspace


def printed(workspace: Workspace) -> str:
    """What `check` tells of the finished files, in one line."""
    return " ".join(workspace.run("check", "2026").output.split())


def test_marks_are_facts_that_agree(guessed: Workspace) -> None:
    found = printed(guessed)
    for code in ("changed-artefact", "missing-fact", "different-fact"):
        assert code not in found


@pytest.mark.parametrize(
    ("file", "old", "new", "fact"),
    [
        ("2026/cfp.txt", "2026 (to be confirmed), 08:55", "2026, 08:55", "when.date"),
        ("2026/cfp.md", "USA (to be confirmed)", "USA", "venue.place"),
        (
            "2026/cfp.md",
            "| Submission deadline | to be announced |",
            "| Submission deadline | November 28, 2025 |",
            "dates.submission",
        ),
        (
            "jekyll/pages/GenAIRecP2026/index.md",
            "Submission deadline: to be announced",
            "Submission deadline: November 28, 2025",
            "dates.submission",
        ),
    ],
)
def test_a_mark_that_is_taken_away_is_found(
    guessed: Workspace, file: str, old: str, new: str, fact: str
) -> None:
    place = guessed.root / "build" / file
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new), encoding="utf-8", newline="")
    found = printed(guessed)
    assert f"{Path(file).name} was changed" in found or fact in found


def test_a_calendar_that_is_made_certain_is_found(guessed: Workspace) -> None:
    place = guessed.root / "build" / "2026" / "schedule.ics"
    content = place.read_bytes()
    assert b"STATUS:TENTATIVE" in content
    place.write_bytes(content.replace(b"STATUS:TENTATIVE", b"STATUS:CONFIRMED"))
    assert "schedule.ics was changed after it was made" in printed(guessed)
