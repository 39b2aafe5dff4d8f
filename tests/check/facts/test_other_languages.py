"""Facts of an edition in another language are looked for in its words, and found to be changed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from proposal.check.facts.stated_facts import all_facts
from proposal.check.rules.run_rules import subject_of
from proposal.render.latex.document import render_document
from tests.check.facts.conftest import after_change, looked_at
from tests.workspace import Workspace

EDITION = "editions/2027/edition.yaml"


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A German edition whose texts and website are built."""
    made = Workspace.of_careful_engines(tmp_path_factory.mktemp("german") / "workshop")
    made.replace(EDITION, "language: en", "language: de")
    made.run("build", "--only", "site,text,jekyll")
    return made


def test_untouched_artefacts_agree_with_the_data(german: Workspace) -> None:
    codes = {"different-fact", "missing-fact", "changed-artefact"}
    found = [f for f in looked_at(german).diagnostics if f.code in codes]
    assert [f.message for f in found if "proposal.pdf" not in f.message] == []


@pytest.mark.parametrize(
    ("file", "value", "wrong", "fact"),
    [
        ("2027/cfp.txt", "18. Dezember 2026", "19. Dezember 2026", "dates.notification"),
        ("site/2027/index.html", "18. Dezember 2026", "19. Dezember 2026", "dates.notification"),
        ("2027/cfp.md", "2 bis 8 Seiten", "2 bis 9 Seiten", "pages"),
    ],
)
def test_a_changed_fact_is_named(
    file: str, value: str, wrong: str, fact: str, german: Workspace
) -> None:
    found = after_change(german, file, value, wrong)
    assert any(fact in f.message and f.code == "different-fact" for f in found)


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A Spanish edition, whose website is built."""
    made = Workspace.of_the_real_workshop(tmp_path_factory.mktemp("spanish") / "workshop")
    made.append("editions/2024/edition.yaml", "language: es\n")
    made.run("build", "2024", "--only", "site")
    return made


def test_what_somebody_does_is_looked_for_in_the_words_of_the_language(spanish: Workspace) -> None:
    page, heading = "site/2024/index.html", "<h2>Conferencias plenarias</h2>"
    assert [f.message for f in looked_at(spanish).diagnostics if f.code == "different-fact"] == []
    found = after_change(spanish, page, heading, "<h2>Charlas</h2>")
    assert any("speakers." in f.message and ".role is “keynote”" in f.message for f in found)


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_who_is_only_invited_is_looked_for_in_the_words_of_the_language(
    workspace: Workspace, language: str
) -> None:
    workspace.append("editions/2024/edition.yaml", f"language: {language}\n")
    project = workspace.load()
    facts = {fact.id: fact for fact in all_facts(subject_of(project, "2024"))}
    said = facts["speakers.dawen-liang.status"].said
    speakers = project.editions["2024"].speakers
    (mark,) = {talk.full_mark for talk in speakers if talk.id == "dawen-liang"}
    assert said.rpartition("(")[2] == mark


def test_the_days_below_acms_rights_are_in_english(spanish: Workspace) -> None:
    edition = spanish.edition("2024")
    tex = render_document(spanish.root, edition, edition.documents["camera-ready"]).tex.text
    assert "{August~25--29, 2024}" in tex
    preprint = render_document(
        spanish.root, edition, replace(edition.documents["camera-ready"], variant="preprint")
    )
    assert "{25--29 de agosto de 2024}" in preprint.tex.text
