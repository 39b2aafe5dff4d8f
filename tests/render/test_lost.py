"""Pictures, links to own files and HTML in prose are reported, and never vanish without a word."""

from __future__ import annotations

import pytest
from PIL import Image

from proposal.diagnostics import Severity
from proposal.render.latex.document import diagnostics_of_prose
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

OVERVIEW = "editions/2026/overview.md"


def messages_of(workspace: Workspace) -> list[str]:
    """What is said of the prose of the edition of 2026, each with its place and code."""
    folder = workspace.read()
    edition, diagnostics = workspace.resolve("2026")
    assert diagnostics == []
    return places(diagnostics_of_prose(edition, folder.editions["2026"].texts.values()))


def test_the_real_prose_loses_nothing(workspace: Workspace) -> None:
    assert messages_of(workspace) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('![The group](figures/group.jpg "Last year"){width=60%}', []),
        ("![](figures/group.jpg)", ["1:5 undescribed-picture"]),
        ("![The group](figures/group.jpg){width=wide}", ["1:14 not-a-width"]),
        ("![The group](https://example.org/group.jpg)", ["1:14 picture-not-shown"]),
        ("![The group](figures/notes.jpg)", ["1:14 not-a-picture"]),
        ("![The group](figures/Group.JPG)", ["1:14 missing-file"]),
    ],
)
def test_a_picture_that_cannot_be_shown_is_reported_at_its_name(
    workspace: Workspace, line: str, found: list[str]
) -> None:
    folder = workspace.data / "editions/2026/figures"
    folder.mkdir()
    Image.new("RGB", (40, 30), "navy").save(folder / "group.jpg")
    (folder / "notes.jpg").write_text("These are no colours.")
    workspace.write(OVERVIEW, f"{line}\n")
    assert messages_of(workspace) == [f"overview.md:{place}" for place in found]


@pytest.mark.parametrize(
    ("line", "column"),
    [("![A plot](figures/no.png)", 11), ("See [it](files/no.pdf).", 10)],
)
def test_a_file_that_is_not_there_is_an_error(workspace: Workspace, line: str, column: int) -> None:
    workspace.write(OVERVIEW, f"Words.\n\n{line}\n")
    folder = workspace.read()
    diagnostic = only(
        diagnostics_of_prose(workspace.edition("2026"), folder.editions["2026"].texts.values())
    )
    assert (diagnostic.severity, diagnostic.code) == (Severity.ERROR, "missing-file")
    assert places([diagnostic]) == [f"overview.md:3:{column} missing-file"]


def test_a_missing_picture_of_a_page_stops_the_build(workspace: Workspace) -> None:
    workspace.write(OVERVIEW, "![A plot](figures/no.png)\n")
    finished = workspace.run("build", "2026", "--only", "site")
    assert finished.code == 1
    assert "there is no file figures/no.png" in finished.output


@pytest.mark.parametrize("file", ["overview.md", "proposal.md"])
def test_a_link_to_a_file_is_reported_in_any_text(workspace: Workspace, file: str) -> None:
    workspace.write("editions/2026/handouts/slides.pdf", "")
    workspace.append(f"editions/2026/{file}", "\nSee [the slides](handouts/slides.pdf).\n")
    (place,) = messages_of(workspace)
    assert place.endswith(":18 link-not-made")
    assert place.startswith(file)


def test_links_that_lead_somewhere_are_not_reported(workspace: Workspace) -> None:
    workspace.write(
        OVERVIEW,
        "[a](https://example.org/a) <https://example.org> [b](mailto:a@example.org) [c](#d)\n",
    )
    assert messages_of(workspace) == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ('<iframe src="x"></iframe>', 1),
        ("One<br>two", 4),
        ("One <!-- a remark --> two", 5),
        ("<div>\n\nOne\n\n</div>", 1),
    ],
)
def test_html_in_prose_is_reported(workspace: Workspace, line: str, column: int) -> None:
    workspace.write(OVERVIEW, f"{line}\n")
    assert messages_of(workspace) == [f"overview.md:1:{column} html-in-prose"]


@pytest.mark.parametrize("line", ["3 < 4 and 5 > 2", "`<br>` ends a line", "x <y and z> w"])
def test_signs_that_are_no_html_are_not_reported(workspace: Workspace, line: str) -> None:
    workspace.write(OVERVIEW, f"{line}\n")
    assert messages_of(workspace) == []


def test_a_link_whose_address_holds_brackets_is_reported_where_it_cannot_be_made(
    workspace: Workspace,
) -> None:
    workspace.write(OVERVIEW, "See [it](javascript:alert(1)).\n")
    (place,) = messages_of(workspace)
    assert place.endswith("link-not-made")


def test_what_a_biography_or_an_abstract_cannot_hold_is_reported(workspace: Workspace) -> None:
    workspace.write(
        "people/ed-chi.yaml", "name: Ed Chi\nbio: |\n  One [page](x.html), <b>bold</b>.\n"
    )
    folder = workspace.read()
    found = diagnostics_of_prose(workspace.edition("2024"), folder.editions["2024"].texts.values())
    assert [diagnostic.code for diagnostic in found] == ["html-in-prose", "link-not-made"]
    assert {diagnostic.span.line for diagnostic in found if diagnostic.span} == {3}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("#Motivation", ["overview.md:1:1 heading-without-space"]),
        ("##Who comes", ["overview.md:1:1 heading-without-space"]),
        ("# Motivation", []),
        ("See #GenAIRecP for more.", []),
        ("#1 of all", []),
        ("Who comes\n#Motivation\nand why", ["overview.md:2:1 heading-without-space"]),
        ("#MeToo changed all; see [it](https://example.org/) for more.", []),
        ("Follow us under\n#GenAIRecP and write to us.", []),
        ("Write to *#rain*.", []),
        ("- #first", []),
        ("> #GenAIRecP", []),
        ("The { title } is here.", ["overview.md:1:5 single-braces"]),
        ("It is in {venue.city}.", ["overview.md:1:10 single-braces"]),
        ("A set {a, b} or { x }.", []),
        ("The {{ title }} is here.", []),
    ],
)
def test_a_heading_or_a_fact_that_is_printed_as_it_is_typed_is_reported(
    workspace: Workspace, line: str, found: list[str]
) -> None:
    workspace.write(OVERVIEW, f"{line}\n")
    assert messages_of(workspace) == found
