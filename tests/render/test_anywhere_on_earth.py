"""What is said of deadlines anywhere on Earth fits those with a time, and those without one."""

from __future__ import annotations

import re

from tests.render.shown_texts import pages, texts
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"


def explained(workspace: Workspace) -> dict[str, str]:
    """All files but calendars that say what AoE is, in one line each."""
    return {
        name: text
        for name, text in texts(pages(workspace)).items()
        if not name.endswith(".ics") and "anywhere on earth" in text.lower()
    }


def test_a_deadline_with_a_time_is_not_said_to_pass_at_the_end_of_its_day(
    workspace: Workspace,
) -> None:
    workspace.replace(EDITION, "was: [2025-11-21]}", "was: [2025-11-21], zone: AoE, time: '17:00'}")
    timed = explained(workspace)
    assert {name.split("/")[0] for name in timed} == {"text", "site", "jekyll"}
    for name, text in timed.items():
        assert "ended everywhere" not in text, name
        assert re.search("UTC[\N{MINUS SIGN}-]12", text), name
        assert re.search(r"Other days end at midnight in Boise \(", text), name
    workspace.replace(
        EDITION, "dates:\n", "dates:\n  camera_ready: {date: 2025-12-01, zone: AoE}\n"
    )
    mixed = explained(workspace)
    assert mixed.keys() == timed.keys()
    for name, text in mixed.items():
        assert re.search("UTC[\N{MINUS SIGN}-]12", text), name
        assert "a deadline without a time has passed" in text, name


def test_what_follows_the_explanation_stands_apart_from_it(workspace: Workspace) -> None:
    found = pages(workspace).texts["2026"].files
    assert b"America/Boise).\n\nSubmission\n" in found["cfp.txt"]
    assert b"America/Boise).\n\n## Submission\n" in found["cfp.md"]
