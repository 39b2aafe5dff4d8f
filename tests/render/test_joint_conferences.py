"""A workshop at two conferences that meet together is said to be held with both of them."""

from __future__ import annotations

import pytest

from proposal.render.latex.document import render_document
from tests.attendance import VENUE
from tests.render.made_events import event_of
from tests.render.made_pages import made_of
from tests.workspace import Workspace

OTHER = "Second Conference on Boats"
TOGETHER = f"""\
together_with:
  - {{series: BOATS, name: {OTHER}, acronym: BOATS '26, url: "https://boats.net/"}}
"""


@pytest.fixture
def joint(workspace: Workspace) -> Workspace:
    """The edition of 2026 at WSDM, which meets together with another conference."""
    workspace.append(VENUE, TOGETHER)
    return workspace


def test_pages_and_calls_name_both(joint: Workspace) -> None:
    made = made_of(joint).pages
    call = " ".join(made.texts["2026"].files["cfp.txt"].decode().split())
    assert f"Web Search and Data Mining & {OTHER} (WSDM '26 & BOATS '26)" in call
    page = made.site.files["2026/index.html"].decode()
    assert "WSDM &amp; BOATS 2026" in page
    assert OTHER in page
    assert OTHER not in made.site.files["2024/index.html"].decode()


def test_search_engines_know_both(joint: Workspace) -> None:
    found = event_of(joint)["superEvent"]
    assert [conference["name"] for conference in found][1:] == [OTHER]
    assert found[0]["name"].endswith("Web Search and Data Mining")
    assert found[1]["url"] == "https://boats.net/"
    assert found[0]["startDate"] == found[1]["startDate"]


def test_a_proposal_is_for_both_and_proceedings_are_those_of_the_first(joint: Workspace) -> None:
    edition = joint.edition("2026")
    proposal = render_document(joint.root, edition, edition.documents["proposal"]).tex.text
    assert r"BOATS" in proposal
    joint.append("venues/kdd-2024.yaml", TOGETHER)
    edition = joint.edition("2024")
    document = edition.documents["camera-ready"]
    assert OTHER not in edition.event(document).name
    assert OTHER not in render_document(joint.root, edition, document).tex.text
    assert edition.venue.name is not None
    assert OTHER in edition.venue.name


def test_a_place_without_a_conference_has_no_other_one(workspace: Workspace) -> None:
    for key in ("series", "name", "acronym", "start", "end"):
        text = (workspace.data / VENUE).read_text(encoding="utf-8")
        line = next(line for line in text.splitlines(keepends=True) if line.startswith(f"{key}:"))
        workspace.replace(VENUE, line, "")
    workspace.append(VENUE, TOGETHER)
    codes = {diagnostic.code for diagnostic in workspace.load().diagnostics}
    assert "missing-key" in codes
