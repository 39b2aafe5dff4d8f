"""Names and titles that hold more than a name or a title."""

from __future__ import annotations

import pytest

from tests.check.findings import EDITION, PAPERS, diagnostics_of, only_diagnostic_of, where
from tests.diagnostic_lists import only
from tests.workspace import Workspace

PAPER = "- id: new-paper\n  title: {}\n  authors: [{}]\n"


def with_paper(workspace: Workspace, title: str = "A Paper", authors: str = "Ann Author") -> None:
    workspace.append(PAPERS, PAPER.format(title, authors))


@pytest.mark.parametrize(
    ("author", "sign"),
    [
        ('"Hal Helper (Uni H), Ida Inspector (Uni I)"', "("),
        ('"Eve Editor, Uni E"', ","),
        ('"Ann (Annie) Author (Uni A)"', "("),
        ('"Ann Author; Bob Writer"', ";"),
        ('"Ann Author (Uni A"', "("),
        ('"Se&aacute;n Sample"', "&aacute;"),
        (r"'\v{S} Sample'", r"\v"),
        ("'<b>Ann</b> Author'", "<b>"),
        ("Eve Editor and Fay Fixer", "and"),
        ("Eve Editor & Fay Fixer (Uni F)", "&"),
    ],
)
def test_a_name_with_more_in_it_than_a_name_is_reported(
    workspace: Workspace, author: str, sign: str
) -> None:
    with_paper(workspace, authors=author)
    found = only(workspace.read().diagnostics)
    assert found.code == "unlikely-name"
    assert found.message.startswith(f"`{sign}` stands in the name `")
    assert where(found) == workspace.place_of(PAPERS, author)


@pytest.mark.parametrize(
    "author",
    [
        "Martin Sample Jr.",
        "Seán O’Sample",
        "J. R. R. Sample",
        "Carl Coder (Sciences Institute (SI))",
        '"Dora Drafter (Uni B; Labs, Inc.)"',
        "Suharto",
        "José Ortega y Gasset",
        "Barnes and Sample Corporation",
        "Centre for Research and Technology Example",
        "Ministry of Health and Social Affairs",
        "Federal Office for Roads and Inland Waterways",
        "Ann von und zu Placeholder",
        '{name: "Place, Holder & Sample", family_name: "Place, Holder & Sample"}',
    ],
)
def test_a_name_that_is_one_is_not_reported(workspace: Workspace, author: str) -> None:
    with_paper(workspace, authors=author)
    assert workspace.read().diagnostics == []


def test_the_affiliation_of_a_short_form_is_the_last_pair_of_parentheses(
    workspace: Workspace,
) -> None:
    with_paper(workspace, authors="Carl Coder (Sciences Institute (SI))")
    (author,) = workspace.edition("2026").papers.items[-1].authors
    assert (author.name, author.affiliation) == ("Carl Coder", "Sciences Institute (SI)")


@pytest.mark.parametrize(
    ("title", "markup"),
    [
        (r"The \textit{Small} Model", r"\textit"),
        ("Q&amp;A with Agents", "&amp;"),
        ("A <i>Small</i> Model", "<i>"),
    ],
)
def test_markup_in_a_title_is_reported(workspace: Workspace, title: str, markup: str) -> None:
    with_paper(workspace, title=title)
    found = only_diagnostic_of(workspace, "markup-in-title")
    assert found.message.startswith(f"`{markup}` in `{title}`")
    assert where(found) == workspace.place_of(PAPERS, title)


@pytest.mark.parametrize("file", ["workshop.yaml", EDITION])
def test_a_formula_in_the_name_of_the_workshop_is_reported(workspace: Workspace, file: str) -> None:
    if file == EDITION:
        workspace.append(EDITION, "name: Workshop on $n^2$ Engines\n")
    else:
        workspace.replace(file, "name: Workshop on Generative AI", "name: Workshop on $n^2$ AI")
    hint = str(only_diagnostic_of(workspace, "markup-in-title").hint)
    assert hint.startswith("names of workshops hold neither markup nor formulas")


def test_the_hint_for_a_formula_in_a_topic_says_where_formulas_may_stand(
    workspace: Workspace,
) -> None:
    workspace.replace(EDITION, "topics:\n", "topics:\n  - Attention in $n^2$ Time\n")
    assert only_diagnostic_of(workspace, "markup-in-title").hint == (
        "topics hold neither markup nor formulas, which titles of papers and talks may hold: "
        "write the characters themselves, as in n², & or é"
    )


@pytest.mark.parametrize(
    "title",
    [
        "Attention in $O(n^2)$ Time",
        "From $5 to $10",
        "R&D at <5 ms",
        "A* Search",
        "AT&T & Co",
        "C:\\ and back",
    ],
)
def test_signs_in_a_title_that_are_no_markup_are_not_reported(
    workspace: Workspace, title: str
) -> None:
    with_paper(workspace, title=f"'{title}'")
    assert diagnostics_of(workspace, "markup-in-title") == []


def test_an_email_address_in_a_name_stops_the_build(workspace: Workspace) -> None:
    with_paper(workspace, authors="Ann Author, Fay Fixer <fay@example.org>")
    diagnostic = only(workspace.read().diagnostics)
    assert diagnostic.code == "address-in-name"
    assert "fay@example.org" in diagnostic.message


def test_a_list_in_one_item_is_reported_beside_an_address_in_another(workspace: Workspace) -> None:
    with_paper(workspace, authors='"Ann (Uni A), Bob (Uni B)", Fay Fixer <fay@example.org>')
    assert sorted(diagnostic.code for diagnostic in workspace.read().diagnostics) == [
        "address-in-name",
        "unlikely-name",
    ]


def test_an_email_address_as_an_affiliation_stops_the_build(workspace: Workspace) -> None:
    workspace.replace(
        EDITION, "organizers:", "committee: [Gus Grader (gus@example.org)]\norganizers:"
    )
    assert "address-in-name" in [diagnostic.code for diagnostic in workspace.read().diagnostics]
