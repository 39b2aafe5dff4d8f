"""Title, authors and conference share a line at the head of each page: none covers another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageFont

from proposal.check.pdf import preflight
from proposal.doctor import Group, fonts_here, this_host
from proposal.model.document_format import FORMATS
from proposal.pdf import Pdf
from proposal.render.latex.heads import width
from tests import pdf
from tests.parts import require
from tests.workspace import Workspace

LONG = (
    "Workshop on Explainable, Trustworthy and Resource-Efficient Methods for Search, "
    "Recommendation and Conversational Assistants in Everyday Life"
)
FILLING = "\n\n".join(f"Sentence {number} fills a page with words." * 4 for number in range(60))


def named(workspace: Workspace, name: str) -> None:
    workspace.replace(
        "workshop.yaml",
        "name: Workshop on Generative AI for Recommender Systems and Personalization",
        f"name: {name}",
    )
    workspace.write("editions/2026/proposal.md", f"# One\n\n{FILLING}\n")


def third_head(workspace: Workspace) -> str:
    return " ".join(pdf.pages(workspace.pdf("2026", "proposal"))[2].split("\n")[:4])


def build(workspace: Workspace) -> str:
    finished = workspace.run("build", "2026", "--only", "pdf", "--document", "proposal")
    return finished.output + finished.errors


def test_acronym_and_year_stand_for_a_title_that_is_too_long(workspace: Workspace) -> None:
    require(Group.DOCUMENTS)
    named(workspace, LONG)
    said = build(workspace)
    assert "note: the title is too long for the running head of proposal.pdf" in said
    assert "[short-title]" in said
    made = workspace.pdf("2026", "proposal")
    head = third_head(workspace)
    assert "GenAIRecP 2026" in head
    assert "Everyday Life" not in head
    assert "Everyday Life" in " ".join(pdf.pages(made)[0].split())
    assert not [
        diagnostic
        for diagnostic in preflight(Pdf(made.read_bytes()), made)
        if diagnostic.code == "running-head"
    ]


@pytest.mark.parametrize("of", ["series", "edition", "document"])
def test_a_short_title_of_the_data_stands_in_the_head(workspace: Workspace, of: str) -> None:
    require(Group.DOCUMENTS)
    named(workspace, LONG)
    workspace.append("workshop.yaml", "short_title: Title of the Series\n")
    expected = "Title of the Series"
    if of != "series":
        workspace.append("editions/2026/edition.yaml", "short_title: Title of the Edition\n")
        expected = "Title of the Edition"
    if of == "document":
        workspace.replace(
            "editions/2026/edition.yaml",
            "proposal: {text: proposal.md}",
            "proposal: {text: proposal.md, short_title: Title of the Document}",
        )
        expected = "Title of the Document"
    rendered = workspace.rendered("2026", "proposal")
    assert "short-title" not in {diagnostic.code for diagnostic in rendered.diagnostics}
    assert f"\\title[{{{expected}}}]" in rendered.tex.text
    if of == "document":
        assert "short-title" not in build(workspace)
        assert expected in third_head(workspace)


def test_a_title_that_fits_stands_in_the_head(workspace: Workspace) -> None:
    require(Group.DOCUMENTS)
    named(workspace, "Workshop on Heads")
    assert "short-title" not in build(workspace)
    assert "Third Workshop on Heads" in third_head(workspace)


def test_authors_that_are_too_long_are_warned_of_and_found_in_the_pdf(
    workspace: Workspace,
) -> None:
    require(Group.DOCUMENTS)
    named(workspace, "Workshop on Heads")
    authors = ", ".join(f"Somebody Number {number}" for number in range(1, 8))
    workspace.replace(
        "editions/2026/edition.yaml",
        "proposal: {text: proposal.md}",
        f'proposal: {{text: proposal.md, short_authors: "{authors}"}}',
    )
    said = build(workspace)
    assert "warning: “Somebody Number 1, Somebody Number 2" in said
    assert "is too long for the running head" in said
    made = workspace.pdf("2026", "proposal")
    found = [
        diagnostic
        for diagnostic in preflight(Pdf(made.read_bytes()), made)
        if diagnostic.code == "running-head"
    ]
    assert "are printed over each other in the head" in found[0].message


@pytest.mark.parametrize(
    "text",
    ["".join(map(chr, range(32, 127))), "KDD ’26, August 9–13, 2026, Jeju, Korea", "Éñçø Łá"],
)
def test_widths_are_those_of_the_font(text: str) -> None:
    name = "LinBiolinum_R.otf"
    found = fonts_here([name], this_host())
    if name not in found:
        pytest.skip("Linux Biolinum is not installed")
    font = ImageFont.truetype(Path(found[name]), 1000)
    letters = sum(font.getlength(character) for character in text.replace('"', "").replace("'", ""))
    page = FORMATS["sigconf"]
    measured = width(text.replace('"', "").replace("'", ""), page.head)
    assert measured == pytest.approx(letters * page.head / 1000, rel=0.02)
    assert measured < page.page
