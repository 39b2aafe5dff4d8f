"""Documents in other languages: what LaTeX is told of them, and what it makes of that."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.build.outputs import render_editions
from proposal.doctor import Group
from proposal.project import load
from tests.parts import require
from tests.pdf import text
from tests.workspace import Workspace

EDITION = "editions/2027/edition.yaml"


def engines_in(language: str, folder: Path) -> Workspace:
    workspace = Workspace.of_careful_engines(folder / "workshop")
    workspace.replace(EDITION, "language: en", f"language: {language}")
    workspace.replace(EDITION, "    accessible: PDF/UA-1\n", "")
    return workspace


def tex_of(workspace: Workspace) -> str:
    project = load(workspace.root)
    return render_editions(project, ["2027"]).documents["2027", "proposal"].tex.text


def test_acmart_gets_the_language_where_the_machine_knows_it(tmp_path: Path) -> None:
    head = tex_of(engines_in("de", tmp_path)).partition(r"\documentclass")[0]
    assert r"\IfFileExists{german.ldf}" in head
    assert r"\PassOptionsToClass{language=german}{acmart}" in head


def test_english_documents_say_nothing_of_languages(tmp_path: Path) -> None:
    assert "babel" not in tex_of(engines_in("en", tmp_path))


@pytest.mark.parametrize(
    ("language", "group", "heading"),
    [("de", Group.GERMAN, "ZUSAMMENFASSUNG"), ("es", Group.SPANISH, "RESUMEN")],
)
def test_headings_of_the_class_are_in_the_language(
    language: str, group: Group, heading: str, tmp_path: Path
) -> None:
    require(Group.DOCUMENTS, group)
    workspace = engines_in(language, tmp_path)
    workspace.run("build", "--only", "pdf")
    said = text(workspace.root / "build" / "2027" / "proposal.pdf")
    assert heading in said.upper()
    assert "Reference Format" not in said
