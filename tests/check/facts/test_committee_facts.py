"""Names of committees, their members and organizers' parts are proved in every artefact."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests.check.facts.conftest import looked_at
from tests.check.facts.pdfs import replace_in_pdf
from tests.conftest import MadeOnce
from tests.diagnostic_lists import only
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


@pytest.mark.parametrize(
    ("name", "right", "wrong", "file"),
    [
        (NAME, "Steering Committee", "Steering Commission", PAGE),
        (NAME, "Steering Committee", "Steering Commission", JEKYLL),
        (NAME, "Steering Committee", "Steering Commission", TEXT),
        (NAME, "Steering Committee", "Steering Commission", MARKDOWN),
        (NAME, "Steering", "Stearing", PRINTED),
        (f"{MEMBER}.name", "Grete Placeholder", "Greta Placeholder", PAGE),
        (f"{MEMBER}.name", "Grete Placeholder", "Greta Placeholder", JEKYLL),
        (f"{MEMBER}.name", "Grete Placeholder", "Greta Placeholder", TEXT),
        (f"{MEMBER}.affiliation", "Grotto University", "Grotta University", MARKDOWN),
        (f"{MEMBER}.affiliation", "Grotto University", "Grotta University", PAGE),
        (f"{MEMBER}.affiliation", "Grotto", "Grotta", PRINTED),
        (PART, "Outreach Chair", "Outreach Chief", PAGE),
        (PART, "Outreach Chair", "Outreach Chief", JEKYLL),
        (PART, "Outreach Chair", "Outreach Chief", TEXT),
        (PART, "Outreach Chair", "Outreach Chief", MARKDOWN),
        (PART, "Outreach", "Outreech", PRINTED),
    ],
)
def test_one_that_is_changed_by_hand_is_named(
    copy: Workspace, name: str, right: str, wrong: str, file: str
) -> None:
    place = copy.root / "build" / file
    before = place.read_bytes()
    try:
        if place.suffix == ".pdf":
            replace_in_pdf(place, right, wrong)
        else:
            text = before.decode()
            assert text.count(right) == 1
            place.write_text(text.replace(right, wrong), encoding="utf-8")
        found = only(
            found for found in looked_at(copy).diagnostics if found.code != "missing-artefact"
        )
    finally:
        place.write_bytes(before)
    assert found.code == "different-fact"
    assert f"where {name} is “" in " ".join(found.message.split())
