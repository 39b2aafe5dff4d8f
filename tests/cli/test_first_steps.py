"""What somebody sees who has made only a part, or nothing yet."""

from __future__ import annotations

import json

import pytest

from tests.workspace import Workspace


def findings(workspace: Workspace) -> dict[str, str]:
    """The messages about artefacts that are not there, with their severities."""
    result = workspace.run("check", "2026", "--format", "json")
    diagnostics = json.loads(result.output)["findings"]
    found = {
        diagnostic["message"]: diagnostic["severity"]
        for diagnostic in diagnostics
        if diagnostic["code"] == "missing-artefact"
    }
    assert result.code == ("error" in {diagnostic["severity"] for diagnostic in diagnostics})
    return found


@pytest.fixture
def with_texts(workspace: Workspace) -> Workspace:
    """A workshop of which only the texts of 2026 were made."""
    result = workspace.run("build", "2026", "--only", "text")
    assert result.code == 0, result.errors
    return workspace


def test_what_was_never_made_is_a_note(with_texts: Workspace) -> None:
    assert findings(with_texts) == {
        "build/2026/proposal.pdf was not made yet": "note",
        "build/site was not made yet": "note",
        "build/jekyll was not made yet": "note",
    }
    shown = with_texts.run("check", "2026")
    assert shown.code == 0
    assert "website          not made yet" in shown.output
    assert "make " not in shown.output


def test_what_was_made_and_is_gone_is_an_error(with_texts: Workspace) -> None:
    (with_texts.root / "build/2026/cfp.txt").unlink()
    assert findings(with_texts)["build/2026/cfp.txt is not there any more"] == "error"


def test_a_folder_that_was_made_and_is_gone_is_an_error(with_texts: Workspace) -> None:
    for file in (with_texts.root / "build/2026").iterdir():
        file.unlink()
    found = findings(with_texts)
    assert found["build/2026/cfp.txt is not there any more"] == "error"
    assert found["build/2026/proposal.pdf was not made yet"] == "note"


def test_a_website_alone_is_looked_at(workspace: Workspace) -> None:
    assert workspace.run("build", "--only", "jekyll").code == 0
    assert "build/jekyll was not made yet" not in findings(workspace)
    assert findings(workspace)["build/2026/cfp.txt was not made yet"] == "note"


def test_what_is_older_than_the_data_is_an_error(with_texts: Workspace) -> None:
    with_texts.replace("workshop.yaml", "acronym: GenAIRecP", "acronym: GARP")
    result = with_texts.run("check", "2026")
    assert result.code == 1
    assert "build/2026/cfp.txt is older than the data" in result.output


@pytest.mark.parametrize(
    "command", [["facts"], ["facts", "--format", "json"], ["check"], ["build"]]
)
def test_a_workshop_without_editions_says_so(workspace: Workspace, command: list[str]) -> None:
    for file in (workspace.data / "editions").rglob("*"):
        if file.is_file():
            file.unlink()
    result = workspace.run(*command)
    assert result.code == 1
    assert "there is no edition 2026" in result.output
    assert "fault of the program" not in result.errors
