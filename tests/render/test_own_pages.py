"""Pages that organizers write themselves stand on the website, in its menu and its sitemap."""

from __future__ import annotations

import json
import re

import pytest

from proposal.build.outputs import render_documents
from proposal.build.pages import render_pages
from proposal.build.request import Kind
from proposal.diagnostics import Diagnostic, Severity
from proposal.project import load
from proposal.render.latex.document import diagnostics_of_prose
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

FAQ = "editions/2026/pages/faq.md"
CONDUCT = "site/pages/code-of-conduct.md"


def pages(workspace: Workspace) -> Workspace:
    """The workshop with pages of its own."""
    workspace.write(
        FAQ,
        "---\nmenu: FAQ\norder: 1\ndescription: What people ask us.\n---\n\n"
        "# Questions about {{ venue.city }}\n\nUntil when? {{ dates.submission }}.\n\n"
        "## What it costs\n\nSee [how to travel](travel.md), [our rules](code-of-conduct.md),\n"
        "[the overview](../overview.md#dates), [the call](call-for-papers/).\n",
    )
    workspace.write(
        "editions/2026/pages/travel.md", "# Travel\n\nBy [train](faq.md#what-it-costs).\n"
    )
    workspace.write("editions/2026/pages/aside.md", "---\nmenu: no\n---\n# Aside\n\nWords.\n")
    workspace.write(
        CONDUCT,
        "# Code of Conduct\n\nBe kind at [the next one](../../editions/2026/overview.md).\n",
    )
    return workspace


def made(workspace: Workspace, kind: Kind = Kind.SITE) -> dict[str, str]:
    """The pages of the website, or those of the tree for Jekyll, by their paths."""
    pages = render_pages(workspace.load(), {kind})
    files = (pages.site if kind is Kind.SITE else pages.jekyll).files
    ends = (".html", ".md", ".xml")
    return {path: text.decode() for path, text in files.items() if path.endswith(ends)}


def found_in(workspace: Workspace) -> list[Diagnostic]:
    """What is wrong with the files, and what of the texts of the edition of 2026."""
    folder = workspace.read()
    edition = workspace.resolve("2026")[0]
    texts = folder.editions["2026"].all_texts
    return [*folder.diagnostics, *diagnostics_of_prose(edition, texts)]


def test_a_page_has_its_title_its_text_and_its_head(workspace: Workspace) -> None:
    site = made(pages(workspace))
    page = site["2026/faq/index.html"]
    assert "<h1>Questions about Boise</h1>" in page
    assert "<title>Questions about Boise: GenAIRecP 2026</title>" in page
    assert '<meta name="description" content="What people ask us.">' in page
    assert "Until when? November\N{NO-BREAK SPACE}28, 2025." in page
    assert '<h2 id="what-it-costs">What it costs</h2>' in page
    canonical = "https://genai-personalization.github.io/2026/faq/"
    assert f'<link rel="canonical" href="{canonical}">' in page
    assert f"<loc>{canonical}</loc>" in site["sitemap.xml"]
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert [step["name"] for step in json.loads(text)["itemListElement"]] == [
        "GenAIRecP",
        "GenAIRecP 2026",
        "Questions about Boise",
    ]


def test_pages_stand_in_the_menu_by_their_numbers_and_then_their_names(
    workspace: Workspace,
) -> None:
    site = made(pages(workspace))
    page = site["2026/index.html"]
    menu = page.partition('aria-label="Main"')[2].partition("</nav>")[0]
    assert re.findall(r">([^<>\n]+)</a>", menu)[-2:] == ["FAQ", "Travel"]
    assert "2026/aside/index.html" in site
    footer = page.partition("<footer")[2]
    assert '<a href="../code-of-conduct/">Code of Conduct</a>' in footer


def test_pages_link_to_each_other_by_their_files(workspace: Workspace) -> None:
    site = made(pages(workspace))
    page = site["2026/faq/index.html"]
    for address in ("../travel/", "../../code-of-conduct/", "../#dates", "../call-for-papers/"):
        assert f'<a href="{address}">' in page
    conduct = site["code-of-conduct/index.html"]
    assert '<a href="../2026/">the next one</a>' in conduct


def test_the_tree_for_jekyll_has_the_pages(workspace: Workspace) -> None:
    tree = made(pages(workspace), Kind.JEKYLL)
    page = tree["pages/GenAIRecP2026/faq.md"]
    assert 'permalink: "/GenAIRecP2026/faq"' in page
    assert 'title: "Questions about Boise"' in page
    assert "[how to travel](/GenAIRecP2026/travel)" in page
    assert "[our rules](/code-of-conduct)" in page
    front = page.partition("\n---\n")[0]
    assert '- title: "FAQ"\n  url: "/GenAIRecP2026/faq"' in front
    conduct = tree["pages/code-of-conduct.md"]
    assert 'permalink: "/code-of-conduct"' in conduct


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("[x](fqa.md)", "did you mean `faq.md`?"),
        ("[x](../travle/)", None),
        ("[x](faq.md#what-it-cost)", "did you mean `#what-it-costs`?"),
        ("[x](pages/nothing.md)", None),
    ],
)
def test_a_link_to_no_page_is_an_error_at_its_place(
    workspace: Workspace, line: str, hint: str | None
) -> None:
    pages(workspace).write("editions/2026/pages/travel.md", f"# Travel\n\nBy {line}.\n")
    found = only(found_in(workspace))
    assert places([found]) == ["travel.md:3:8 link-to-nothing"]
    assert hint is None or found.hint == hint


def test_a_fact_that_does_not_exist_is_an_error_at_its_place(
    workspace: Workspace,
) -> None:
    workspace.write(FAQ, "---\norder: 1\n---\n# Questions\n\nIn {{ venue.ctiy }}.\n")
    assert places(found_in(workspace)) == ["faq.md:6:4 unknown-fact"]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("call-for-papers.md", "# Call\n", "call-for-papers.md:1:1 page-name"),
        ("Our FAQ.md", "# Questions\n", "Our FAQ.md:1:1 page-name"),
        ("faq.md", "Words alone.\n", "faq.md:1:1 untitled-page"),
        ("faq.md", "---\nmenu: FAQ\n\n# Questions\n", "faq.md:1:1 front-matter"),
        ("faq.md", "---\nmenue: FAQ\n---\n# Questions\n", "faq.md:2:1 unknown-key"),
        ("faq.md", "---\norder: first\n---\n# Questions\n", "faq.md:2:8 not-a-number"),
    ],
)
def test_what_is_no_page_is_refused_at_its_place(
    workspace: Workspace, name: str, text: str, place: str
) -> None:
    workspace.write(f"editions/2026/pages/{name}", text)
    assert places(found_in(workspace)) == [place]


def test_a_page_of_the_series_cannot_take_the_place_of_an_edition(workspace: Workspace) -> None:
    workspace.write("site/pages/2026.md", "# Words\n")
    assert places(found_in(workspace)) == ["2026.md:1:1 page-name"]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("slides.pdf", "missing-file"),
        ("/faq/", "link-to-nothing"),
        ("www.example.net", "not-a-url"),
        ("example.org/page", "not-a-url"),
    ],
)
def test_a_link_of_a_document_that_leads_nowhere_is_reported_once(
    workspace: Workspace, address: str, code: str
) -> None:
    workspace.append("editions/2026/proposal.md", f"\n[words]({address})\n")
    project = load(workspace.root)
    outputs = render_documents(project, [("2026", "proposal")], ["2026"])
    errors = [one for one in outputs.diagnostics_of("2026") if one.severity is Severity.ERROR]
    assert [one.code for one in errors] == [code]
    if code == "not-a-url":
        assert errors[0].hint == f"write https://{address}"
