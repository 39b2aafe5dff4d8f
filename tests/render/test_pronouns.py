"""How people are spoken of stands behind their names on pages, and never in PDFs."""

from __future__ import annotations

import re

import pytest

from proposal.build.outputs import render_editions
from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.run_rules import subject_of
from proposal.model.affiliated import without_pronouns
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
NEIL = "people/neil-shah.yaml"


@pytest.mark.parametrize(
    ("text", "name", "pronouns"),
    [
        ("Xu Wei (he/him)", "Xu Wei", "he/him"),
        (
            "Xu Wei (they / them / theirs) (An Institute)",
            "Xu Wei (An Institute)",
            "they/them/theirs",
        ),
        ("Xu Wei [She, Her]", "Xu Wei", "She/Her"),
        ("Xu Wei (An Institute)", "Xu Wei (An Institute)", None),
        ("Xu Wei (ETH/EPFL)", "Xu Wei (ETH/EPFL)", None),
    ],
)
def test_pronouns_are_no_affiliation(text: str, name: str, pronouns: str | None) -> None:
    assert without_pronouns(text) == (name, pronouns)


def test_pages_show_them_and_pdfs_do_not(workspace: Workspace) -> None:
    workspace.append(NEIL, "pronouns: he/him\n")
    workspace.append("people/meng-jiang.yaml", "pronouns: they/them\n")
    workspace.replace(
        EDITION, "  - {name: Chi Xie, affiliation: OPPO}\n", "  - Chi Xie (she/her) (OPPO)\n"
    )
    finished = workspace.run("build", "2026", "--only", "site,jekyll,text")
    assert finished.code == 0, finished.output + finished.errors
    build = workspace.root / "build"
    page = re.sub(r"<[^>]+>", "", (build / "site/2026/index.html").read_text(encoding="utf-8"))
    for words in ("Neil Shah (he/him)", "Meng Jiang (they/them)", "Chi Xie (she/her) OPPO"):
        assert words in page, words
    jekyll = (build / "jekyll/pages/GenAIRecP2026/index.md").read_text(encoding="utf-8")
    assert "Neil Shah (he/him)" in jekyll
    assert "he/him" not in (build / "2026/cfp.txt").read_text(encoding="utf-8")
    outputs = render_editions(workspace.load(), ["2026"])
    for rendered in outputs.documents.values():
        assert "he/him" not in str(rendered)


def test_an_affiliation_is_set_apart_below_a_talk_without_a_title(workspace: Workspace) -> None:
    workspace.append("people/liam-collins.yaml", "pronouns: he/him\n")
    title = "    title: Sequential Data Augmentation for Generative Recommendation\n"
    workspace.replace(EDITION, title, "")
    finished = workspace.run("build", "2026", "--only", "site")
    assert finished.code == 0, finished.output + finished.errors
    page = (workspace.root / "build/site/2026/index.html").read_text(encoding="utf-8")
    lines = [re.sub(r"<[^>]+>", "", line) for line in page.splitlines()]
    assert " (he/him), Snap Inc." in lines


def test_they_are_facts_that_pages_state(workspace: Workspace) -> None:
    workspace.append(NEIL, "pronouns: he/him\n")
    facts = {fact.id: fact for fact in stated_facts(subject_of(workspace.load(), "2026"))}
    fact = facts["organizers.neil-shah.pronouns"]
    assert fact.value == "he/him"
    assert fact.shown_in == {ArtefactKind.PAGE, ArtefactKind.JEKYLL}
