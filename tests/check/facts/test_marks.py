"""A mark that somebody takes away from a tentative value is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"


@pytest.fixture(scope="module")
def guessed(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The call, the calendars and the Jekyll pages of an edition that is all guesses.

    Each test puts back what it changes.
    """
    workspace = Workspace.of_the_real_workshop(tmp_path_factory.mktemp("guessed") / "workshop")
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


def printed_after(workspace: Workspace, file: str, old: str, new: str) -> str:
    """What it tells once a finished file is changed by hand; then that is put back."""
    place = workspace.root / "build" / file
    before = place.read_bytes()
    assert old.encode() in before
    try:
        place.write_bytes(before.replace(old.encode(), new.encode()))
        return printed(workspace)
    finally:
        place.write_bytes(before)


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
    found = printed_after(guessed, file, old, new)
    assert f"{Path(file).name} was changed" in found or fact in found


def test_a_calendar_that_is_made_certain_is_found(guessed: Workspace) -> None:
    found = printed_after(guessed, "2026/schedule.ics", "STATUS:TENTATIVE", "STATUS:CONFIRMED")
    assert "schedule.ics was changed after it was made" in found
