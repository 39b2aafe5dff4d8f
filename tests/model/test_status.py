"""What became of an edition is said in one of three words, which fit what else it says."""

from __future__ import annotations

import pytest

from proposal.model.records.edition_record import EditionRecord
from tests.attendance import said
from tests.diagnostic_lists import only
from tests.model.hinted_keys import hints
from tests.status import cancelled
from tests.workspace import Workspace

ELSEWHERE = (
    "if it moved online, write `status: moved-online`; if it is at another place or on another "
    "day, correct those, and tell it under `news`"
)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("canceled", "write `status: cancelled`"),
        ("called off", "write `status: cancelled`"),
        ("rescheduled", "write `status: postponed`"),
        ("online", "write `status: moved-online`"),
        ("moved to Graz", ELSEWHERE),
        ("relocated", ELSEWHERE),
        ("confirmed", "delete the line: an edition without `status` takes place as `when` says"),
    ],
)
def test_other_words_are_answered_with_ours(workspace: Workspace, word: str, hint: str) -> None:
    found = only(said(workspace, f"status: {word}\n").read().diagnostics)
    assert (found.code, found.hint) == ("not-a-choice", hint)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("cancelled: true", "write `status: cancelled`"),
        ("postponed: true", "write `status: postponed`"),
        ("moved_online: true", "write `status: moved-online`"),
        ("cancellation_note: It is off.", "write `status_note: …` beside `status: cancelled`"),
    ],
)
def test_other_keys_are_answered_with_ours(line: str, hint: str) -> None:
    (found,) = hints(line + "\n", EditionRecord)
    assert found is not None
    assert found.startswith(hint)


def test_a_note_says_more_of_a_status(workspace: Workspace) -> None:
    _, diagnostics = said(workspace, "status_note: It is off.\n").resolve("2026")
    assert only(diagnostics).code == "note-without-status"


@pytest.mark.parametrize("attendance", ["hybrid", "on-site"])
def test_nobody_comes_to_what_has_moved_online(workspace: Workspace, attendance: str) -> None:
    said(workspace, f"status: moved-online\nattendance: {attendance}\n")
    assert only(workspace.resolve("2026")[1]).code == "status-attendance"


def test_what_has_moved_online_is_online(workspace: Workspace) -> None:
    said(workspace, "status: moved-online\njoin: https://example.org/meeting\n")
    edition = workspace.edition("2026")
    assert (edition.attendance, edition.status_line) == (
        "online",
        "GenAIRecP 2026 has moved online.",
    )


def test_nobody_came_to_what_was_cancelled(workspace: Workspace) -> None:
    cancelled(workspace)
    workspace.append("editions/2026/edition.yaml", "outcome: {submissions: 20, attendees: 40}\n")
    found = {found.code: found for found in workspace.check(["2026"])}
    assert found["came-to-cancelled"].message == "40 people came to an edition that is cancelled"


def test_the_proposal_of_the_cancelled_current_edition_is_reported(workspace: Workspace) -> None:
    codes = [found.code for found in cancelled(workspace).check(["2024", "2026"])]
    assert codes.count("proposal-of-cancelled") == 1
    workspace.replace("workshop.yaml", "current: 2026", "current: 2024")
    assert "proposal-of-cancelled" not in {found.code for found in workspace.check(["2026"])}


def test_nothing_has_to_be_filled_in_for_what_is_cancelled(workspace: Workspace) -> None:
    workspace.replace("editions/2026/program.yaml", "kind: lunch}", "kind: lunch, tentative: true}")
    assert [found.code for found in workspace.open_points("2026")] == ["to-be-confirmed"]
    assert cancelled(workspace).open_points("2026") == []
