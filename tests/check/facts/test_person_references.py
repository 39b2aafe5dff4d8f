"""Whoever is named by an id is stated by name, wherever the data name them."""

from __future__ import annotations

from proposal.check.facts.inspection import ArtefactKind
from proposal.check.facts.stated_fact import StatedFact
from proposal.check.facts.stated_facts import all_facts, stated_facts
from proposal.check.rules.run_rules import subject_of
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"


def facts_of(workspace: Workspace) -> dict[str, StatedFact]:
    subject = subject_of(workspace.load(), "2026")
    assert {fact.id for fact in stated_facts(subject)} <= {fact.id for fact in all_facts(subject)}
    return {fact.id: fact for fact in stated_facts(subject)}


def test_a_member_of_the_committee_may_be_a_person_with_a_file(workspace: Workspace) -> None:
    workspace.replace(EDITION, "committee:\n", "committee:\n  - {person: ed-chi}\n")
    facts = facts_of(workspace)
    assert facts["committee.ed-chi.name"].value == "Ed Chi"
    assert ArtefactKind.PAGE in facts["committee.ed-chi.name"].shown_in
    assert "committee.ed-chi" not in facts
    assert facts["committee.praneeth-reddy.affiliation"].value == "Regions Bank"


def test_the_author_of_a_paper_may_be_a_person_with_a_file(workspace: Workspace) -> None:
    file = workspace.data / "editions/2026/papers.yaml"
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    entry = "- id: by-id\n  title: A Paper by Somebody\n  authors:\n    - {person: ed-chi}\n"
    file.write_text(f"{text}{entry}", encoding="utf-8")
    facts = facts_of(workspace)
    assert facts["papers.by-id.title"].value == "A Paper by Somebody"
    assert facts["papers.by-id.authors.ed-chi.name"].value == "Ed Chi"
