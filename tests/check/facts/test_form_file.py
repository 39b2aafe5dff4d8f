"""The answers to a call's form in `form.txt`: a change by hand is found, as in any file."""

from __future__ import annotations

from tests.check.calls.forms import ask, reply
from tests.check.facts.conftest import after_change
from tests.workspace import Workspace


def test_an_answer_that_was_changed_by_hand_is_found(workspace: Workspace) -> None:
    ask(workspace, "{label: Idea, characters: 40}", "{label: Title, answer: title}")
    reply(workspace, "idea: Where engines meet care")
    assert workspace.run("build", "2026", "--only", "text").code == 0
    assert after_change(workspace, "2026/form.txt", "engines", "engines") == []
    (found,) = after_change(workspace, "2026/form.txt", "engines", "looms")
    assert found.code == "changed-artefact"
    assert "form.txt" in found.message
    (found,) = after_change(workspace, "2026/form.txt", "Third Workshop", "Fourth Workshop")
    assert found.code == "changed-artefact"
