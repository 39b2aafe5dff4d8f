"""How people take part, and where they join online, stands in the artefacts of an edition."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.attendance import MEETING, hybrid, without_city
from tests.check.facts.conftest import after_change
from tests.render.written_event import EDITION as EVENT
from tests.render.written_event import written_event
from tests.status import NOTE as NOTE_ON_STATUS
from tests.status import cancelled
from tests.workspace import Workspace

PAGE = "site/2026/index.html"
JEKYLL = "jekyll/pages/GenAIRecP2026/index.md"
NOTE = "The passcode is sent by mail."


@pytest.fixture
def made(workspace: Workspace, request: pytest.FixtureRequest) -> Workspace:
    prepare: Callable[[Workspace], Workspace] = request.param
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    prepare(workspace)
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    return workspace


@pytest.mark.parametrize("made", [hybrid], indirect=True)
def test_what_tampers_with_a_hybrid_edition_is_found(made: Workspace) -> None:
    for file, value, wrong, fact in (
        (PAGE, "USA, and online", "USA", "attendance"),
        (JEKYLL, "USA, and online", "USA", "attendance"),
        ("site/2026/call-for-papers/index.html", "USA, and online", "USA", "attendance"),
        ("2026/cfp.md", "USA, and online", "USA", "attendance"),
        ("2026/schedule.ics", "\\, and online", "", "attendance"),
        (PAGE, MEETING, "https://example.org/other", "join.join-online.url"),
        (JEKYLL, MEETING, "https://example.org/other", "join.join-online.url"),
        ("2026/cfp.txt", MEETING, "https://example.org/other", "join.join-online.url"),
        (PAGE, NOTE, "There is no passcode.", "join.join-online.note"),
        (PAGE, "https://example.org/2", "https://example.org/3", "schedule.12:30.join.lounge.url"),
    ):
        found = after_change(made, file, value, wrong)
        assert any(f" {fact}" in diagnostic.message for diagnostic in found), (file, fact)


@pytest.mark.parametrize("made", [without_city], indirect=True)
def test_what_tampers_with_an_online_edition_is_found(made: Workspace) -> None:
    for file, value, wrong, fact in (
        ("2026/cfp.txt", "Place:       Online", "Place:       Madrid", "attendance"),
        ("2026/schedule.ics", "LOCATION:Online", "LOCATION:Madrid", "attendance"),
        (JEKYLL, "Main room", "Side room", "join.main-room.label"),
    ):
        found = after_change(made, file, value, wrong)
        assert any(f" {fact}" in diagnostic.message for diagnostic in found), (file, fact)


@pytest.mark.parametrize("made", [cancelled], indirect=True)
def test_what_hides_that_an_edition_is_cancelled_is_found(made: Workspace) -> None:
    calls = ("site/2026/call-for-papers/index.html", "2026/cfp.txt", "2026/cfp.md")
    for file in (PAGE, *calls, "2026/schedule.ics", "2026/dates.ics"):
        found = after_change(made, file, "is cancelled.", "takes place.")
        assert any(" status " in diagnostic.message for diagnostic in found), file
        found = after_change(made, file, "GenAIRecP 2026 is cancelled.", "")
        assert "different-fact" in {diagnostic.code for diagnostic in found}, file
    found = after_change(made, JEKYLL, "is cancelled.", "takes place.")
    assert found  # though the call's page still says it
    found = after_change(made, "2026/schedule.ics", "STATUS:CANCELLED", "STATUS:CONFIRMED")
    assert [diagnostic.code for diagnostic in found] == ["changed-artefact"]
    found = after_change(made, "2026/cfp.md", NOTE_ON_STATUS, "See you there.")
    assert any(" status_note" in diagnostic.message for diagnostic in found)


@pytest.mark.parametrize("said", ["attendance: online", "status: moved-online"])
def test_what_is_online_beside_no_conference_need_not_name_its_city(
    tmp_path: Path, said: str
) -> None:
    event = written_event(tmp_path)
    event.replace(EVENT, "submissions: none", f"submissions: none\n{said}")
    assert event.run("build", "--only", "text,site,jekyll").code == 0
    assert codes_in(event) == set()
    call = event.root / "build/2026/cfp.txt"
    call.write_text(call.read_text("utf-8").replace("Online", "Lisbon, Portugal"), "utf-8")
    assert codes_in(event) >= {"different-fact"}


def codes_in(event: Workspace) -> set[str]:
    """The codes of what differs from the data in the finished files."""
    found = json.loads(event.run("check", "--format", "json").output)["findings"]
    return {one["code"] for one in found} & {"missing-fact", "different-fact", "changed-artefact"}
