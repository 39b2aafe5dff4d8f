"""Names of committees, their members and organizers' parts are proved in every artefact."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests.check.facts.conftest import looked_at
from tests.check.facts.pdfs import replace_in_pdf
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

PAGE = "site/2026/index.html"
JEKYLL = "jekyll/pages/GenAIRecP2026/index.md"
TEXT = "2026/cfp.txt"
MARKDOWN = "2026/cfp.md"
PRINTED = "2026/proposal.pdf"
NAME = "committees.steering-committee.name"
MEMBER = "committees.steering-committee.members.grete-placeholder"
PART = "organizers.neil-shah.role"


@pytest.fixture(scope="module")
def copy(made_once: MadeOnce, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A built workshop with a committee, whose files each test puts back as they were."""
    require(Group.DOCUMENTS)

    def fill(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        edition = "editions/2026/edition.yaml"
        workspace.replace(
            edition, "  - neil-shah\n", "  - {person: neil-shah, role: Outreach Chair}\n"
        )
        workspace.append(
            "workshop.yaml",
            "committees: [{name: Steering Committee, since: 2025, members: [Grete Placeholder "
            "(Grotto University)]}]\n",
        )
        workspace.append(
            "editions/2026/proposal.md",
            "\n# Committees\n\n{{ committees }}\n\n# Organizers\n\n{{ organizers }}\n",
        )
        finished = workspace.run("build", "2026")
        assert finished.code == 0, finished.output + finished.errors

    root = tmp_path_factory.mktemp("committees") / "workshop"
    shutil.copytree(made_once("with-committees", fill), root)
    return Workspace(root)


def test_all_artefacts_state_them(copy: Workspace) -> None:
    assert [
        found for found in looked_at(copy).diagnostics if found.code != "missing-artefact"
    ] == []


Changes = dict[str, tuple[str, str]]
"""By fact: what a file says, and what it says once it is changed by hand."""

OF_COMMITTEE: Changes = {
    NAME: ("Steering Committee", "Steering Commission"),
    PART: ("Outreach Chair", "Outreach Chief"),
}
GRETE = ("Grete Placeholder", "Greta Placeholder")
GROTTO = ("Grotto University", "Grotta University")


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        (PAGE, OF_COMMITTEE),
        (JEKYLL, OF_COMMITTEE),
        (TEXT, OF_COMMITTEE),
        (MARKDOWN, OF_COMMITTEE),
        (PAGE, {f"{MEMBER}.name": GRETE, f"{MEMBER}.affiliation": GROTTO}),
        (JEKYLL, {f"{MEMBER}.name": GRETE}),
        (TEXT, {f"{MEMBER}.name": GRETE}),
        (MARKDOWN, {f"{MEMBER}.affiliation": GROTTO}),
        (
            PRINTED,
            {
                NAME: ("Steering", "Stearing"),
                f"{MEMBER}.affiliation": ("Grotto", "Grotta"),
                PART: ("Outreach", "Outreech"),
            },
        ),
    ],
)
def test_all_that_are_changed_by_hand_are_named(
    copy: Workspace, file: str, changes: Changes
) -> None:
    place = copy.root / "build" / file
    before = place.read_bytes()
    try:
        for right, wrong in changes.values():
            if place.suffix == ".pdf":
                replace_in_pdf(place, right, wrong)
            else:
                text = place.read_text(encoding="utf-8")
                assert text.count(right) == 1, right
                place.write_text(text.replace(right, wrong), encoding="utf-8")
        diagnostics = [
            found for found in looked_at(copy).diagnostics if found.code != "missing-artefact"
        ]
    finally:
        place.write_bytes(before)
    assert {found.code for found in diagnostics} == {"different-fact"}
    messages = [" ".join(found.message.split()) for found in diagnostics]
    named = {name for name in changes for said in messages if f"where {name} is “" in said}
    assert named == changes.keys()
    assert len(messages) == len(named)
