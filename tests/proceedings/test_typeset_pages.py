"""What the texts around the papers need stands in the LaTeX that sets them; no TeX runs."""

from __future__ import annotations

from proposal.proceedings.typeset_pages import matter_document
from proposal.proceedings.volume_plan import plan_of
from proposal.render.latex.document import RenderedDocument
from tests.workspace import Workspace

EDITION = "editions/2026"


def matter(workspace: Workspace) -> RenderedDocument:
    edition = workspace.edition("2026")
    assert edition.volume is not None
    return matter_document(workspace.root, edition, edition.volume, plan_of(edition, 1))


def test_a_preface_that_cites_brings_its_references_along(workspace: Workspace) -> None:
    workspace.write(f"{EDITION}/preface.md", "# Welcome\n\nAs known [@koren2009matrix].\n")
    rendered = matter(workspace)
    assert rendered.cited == {"koren2009matrix"}
    assert rendered.bib is not None
    assert r"\bibliography{references}" in rendered.tex.text
    assert rendered.diagnostics == []


def test_the_imprint_may_cite_too(workspace: Workspace) -> None:
    workspace.append(
        f"{EDITION}/edition.yaml", "proceedings: {copyright: 'See [@koren2009matrix].'}\n"
    )
    assert r"\bibliography{references}" in matter(workspace).tex.text


def test_without_citations_there_is_no_list_of_references(workspace: Workspace) -> None:
    workspace.write(f"{EDITION}/preface.md", "# Welcome\n\nThanks to all.\n")
    rendered = matter(workspace)
    assert rendered.bib is None
    assert r"\bibliography{" not in rendered.tex.text


def test_what_is_wrong_with_a_preface_is_said_once(workspace: Workspace) -> None:
    workspace.write(f"{EDITION}/preface.md", "# Welcome\n\nAs known [@nobody2020].\n")
    assert [found.code for found in matter(workspace).diagnostics] == ["unknown-citation"]
