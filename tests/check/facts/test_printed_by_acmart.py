"""Of each fact a document must say what acmart prints of it in the document's format."""

from __future__ import annotations

import pytest

from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_fact import StatedFact
from proposal.check.facts.stated_facts import stated_facts
from proposal.check.rules.run_rules import subject_of
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"


def in_proposal(workspace: Workspace, start: str, attribute: str) -> list[StatedFact]:
    """What the proposal must say of some facts."""
    stated = stated_facts(subject_of(workspace.load(), "2026"))
    return [
        fact
        for fact in stated
        if fact.id.startswith(start)
        and fact.fact.attribute == attribute
        and ArtefactKind.PROPOSAL in fact.shown_in
    ]


def test_a_branch_stands_before_the_first_of_its_concepts_alone(workspace: Workspace) -> None:
    workspace.replace(
        EDITION,
        "\nspeakers:",
        "\n  - {concept: Information systems → Users, significance: 300}"
        "\n  - {concept: Networks → Public Internet, significance: 300}\nspeakers:",
    )
    printed = [stated.said for stated in in_proposal(workspace, "concepts.", "path")]
    assert printed == ["", "", "Users", ""]


@pytest.mark.parametrize(
    ("layout", "is_printed"),
    [("sigconf", True), ("sigplan", True), ("manuscript", False), ("acmsmall", False)],
)
def test_addresses_are_printed_in_two_columns(
    layout: str, is_printed: bool, workspace: Workspace
) -> None:
    workspace.replace(EDITION, "{text: proposal.md}", f"{{text: proposal.md, format: {layout}}}")
    assert bool(in_proposal(workspace, "organizers.", "email")) is is_printed
