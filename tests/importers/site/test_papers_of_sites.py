"""Accepted papers on websites: every title with its own authors."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import AUTHORS_UNKNOWN
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import HEAD, codes, html_with, page_with, papers, site

FIRST, SECOND = "A Study of Placeholders in Tests", "Why Samples Matter: A Survey"
EXPECTED = {
    FIRST: ["Cleo Coder", "Dan Doe"],
    SECOND: ["Eve Example", "Fay Foo", "Gus Goo"],
}
WAYS = {
    "authors below": (
        f"* [{FIRST}](https://example.org/1.pdf)<br>*Cleo Coder and Dan Doe*\n"
        f"* [{SECOND}](https://example.org/2.pdf)<br>*Eve Example, Fay Foo and Gus Goo*\n"
    ),
    "authors behind bold titles": (
        f"* **{FIRST}**. Cleo Coder, Dan Doe\n* **{SECOND}**. Eve Example, Fay Foo, Gus Goo\n"
    ),
    "authors behind a dash": (
        f"* {FIRST} — Cleo Coder, Dan Doe\n* {SECOND} — Eve Example, Fay Foo, Gus Goo\n"
    ),
    "authors in front": (
        f"* Cleo Coder, Dan Doe: “{FIRST}”\n* Eve Example, Fay Foo, Gus Goo: “{SECOND}”\n"
    ),
    "authors above": (
        f"* Cleo Coder and Dan Doe<br>*{FIRST}*\n"
        f"* Eve Example, Fay Foo, and Gus Goo<br>*{SECOND}*\n"
    ),
    "authors behind par": (
        f"* {FIRST}<br>Par Cleo Coder, Dan Doe\n* {SECOND}<br>Par Eve Example, Fay Foo, Gus Goo\n"
    ),
    "authors in brackets": (
        f"1. {FIRST} (Cleo Coder and Dan Doe)\n2. {SECOND} (Eve Example, Fay Foo, Gus Goo)\n"
    ),
    "affiliations in brackets": (
        f"* **{FIRST}**<br>Cleo Coder (University of Testing), Dan Doe (Sample Labs)\n"
        f"* **{SECOND}**<br>Eve Example (Sample Labs), Fay Foo (Sample Labs), "
        "Gus Goo (Sample Labs)\n"
    ),
    "institutions by their marks below": (
        f"* **{FIRST}**<br>Cleo Coder<sup>1</sup>, Dan Doe<sup>2</sup><br>"
        "<sup>1</sup>Uni C, <sup>2</sup>Uni D\n"
        f"* **{SECOND}**<br>Eve Example<sup>1</sup>, Fay Foo<sup>1</sup>, Gus Goo<sup>1</sup><br>"
        "<sup>1</sup>Uni E\n"
    ),
    "two hyphens": (
        f"* {FIRST} -- *Cleo Coder, Dan Doe*\n* {SECOND} -- *Eve Example, Fay Foo, Gus Goo*\n"
    ),
    "headings": (
        f"### {FIRST}\nCleo Coder, Dan Doe\n\n### {SECOND}\nEve Example, Fay Foo, Gus Goo\n"
    ),
    "a table": (
        f"| ID | Title | Authors |\n|---|---|---|\n| 1 | {FIRST} | Cleo Coder, Dan Doe |\n"
        f"| 2 | {SECOND} | Eve Example, Fay Foo, Gus Goo |\n"
    ),
    "a link in front": (
        f"* [PDF](1.pdf) {FIRST}. Cleo Coder, Dan Doe\n"
        f"* [PDF](2.pdf) {SECOND}. Eve Example, Fay Foo, Gus Goo\n"
    ),
    "badges": (
        f"* **{FIRST}** [PDF] [Slides]<br>Cleo Coder, Dan Doe\n"
        f"* **{SECOND}** (oral)<br>Eve Example, Fay Foo, Gus Goo\n"
    ),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_papers_are_found_in_lists(tmp_path: Path, way: str) -> None:
    assert papers(page_with(tmp_path, f"# Accepted papers\n\n{way}")) == EXPECTED


def test_papers_are_found_in_tables(tmp_path: Path) -> None:
    rows = "".join(
        f'<tr><td><a href="/p.pdf">{title}</a><br>{", ".join(names)}</td></tr>'
        for title, names in EXPECTED.items()
    )
    assert papers(html_with(tmp_path, f"<h2>Accepted Papers</h2><table>{rows}</table>")) == EXPECTED


def test_similar_titles_of_one_list_stay_apart(tmp_path: Path) -> None:
    titles = [
        "Task #1: Reproducing Evaluations of Placeholder Generation",
        "Task #1: Reproducing Evaluations of Placeholder Generations",
        "Task #2: Reproducing Evaluations of Placeholder Generation",
    ]
    body = "".join(f"* [{title}](https://example.org)<br>*Ann Author*\n" for title in titles)
    assert list(papers(page_with(tmp_path, f"# Accepted papers\n\n{body}"))) == titles


def test_a_lone_author_in_another_style_stands_behind_a_title_with_a_colon(tmp_path: Path) -> None:
    body = (
        "* Part I: Evaluation of Placeholders. *Ann Author*\n"
        "* **Samples: Careful or Not?** Bob Builder\n"
        "* Part II: Evaluation of Placeholders. *Cleo Coder*\n"
    )
    assert papers(page_with(tmp_path, f"# Accepted papers\n\n{body}")) == {
        "Part I: Evaluation of Placeholders": ["Ann Author"],
        "Samples: Careful or Not?": ["Bob Builder"],
        "Part II: Evaluation of Placeholders": ["Cleo Coder"],
    }


def test_a_paper_without_authors_is_kept_and_reported(tmp_path: Path) -> None:
    draft = page_with(tmp_path, f"# Accepted papers\n\n* {FIRST}\n* {SECOND}\n")
    assert papers(draft) == {FIRST: [AUTHORS_UNKNOWN], SECOND: [AUTHORS_UNKNOWN]}
    assert any("nothing says who wrote" in one.message for one in draft.diagnostics)


def test_a_call_s_list_of_kinds_of_papers_is_no_list_of_papers(tmp_path: Path) -> None:
    body = "# Call for Papers\n\n## Full papers\n\n* Up to eight pages of new results\n"
    assert page_with(tmp_path, body).papers == []


_SESSIONS = """sessions:
- title: "Samples, Tests and More"
  chair: Gil Giver
  papers:
  - title: "Fast and Robust Samples"
    authors: "Ann Author, Bob Builder"
  - title: "The Precision of Samples"
    authors: "Cy Curator, Di Doe"
- title: "Simulation"
  papers:
  - title: "A Robust Solver for Samples"
    authors: "Ed Example, Fay Figure"
"""
_OF_SESSIONS = {
    "Fast and Robust Samples": ["Ann Author", "Bob Builder"],
    "The Precision of Samples": ["Cy Curator", "Di Doe"],
    "A Robust Solver for Samples": ["Ed Example", "Fay Figure"],
}


def test_sessions_of_papers_in_data_are_no_papers(tmp_path: Path) -> None:
    page = f"---\ntitle: Papers Program\n{_SESSIONS}---\n"
    files = {"_config.yml": "title: WSP\n", "index.md": HEAD, "papers.md": page}
    assert papers(read_site_edition(site(tmp_path / "site", files), "2026")) == _OF_SESSIONS


@pytest.mark.parametrize("words", ["DOI link", "preprint", "Link to paper", ": PDF link"])
def test_what_leads_to_a_paper_is_none(tmp_path: Path, words: str) -> None:
    link = f"[{words}](https://doi.org/10.1/2)"
    items = f"* On Samples and Tests<br>Ann Author, Bob Builder<br>{link}\n* {link}\n"
    draft = page_with(tmp_path, f"# Accepted Papers\n\n{items}")
    assert list(papers(draft)) == ["On Samples and Tests"]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "* Author, A. B., & Builder, C. (1992). Why samples matter. Mind, 7(1), 14-17.\n"
            "* Curator, D. (2005). Understanding samples. Sample Review, 28(5), 67-69\n"
        ),
        (
            '* A. Author and B. Builder, "On Samples", in Proc. of SAM, pp. 1-10, 2019.\n'
            '* C. Curator, "On Tests", Journal of Tests, vol. 4, no. 2, pp. 11-20, 2018.\n'
        ),
    ],
    ids=["with the year in brackets", "with the year behind"],
)
def test_works_of_years_before_are_no_papers_of_the_edition(tmp_path: Path, lines: str) -> None:
    draft = page_with(tmp_path, f"# Resources\n\n## Papers\n\n{lines}")
    assert not draft.papers
    assert "not-a-paper" in codes(draft)


def test_papers_of_the_edition_may_have_its_year_behind_them(tmp_path: Path) -> None:
    first = "* **On Careful Samples**. Ann Author, Bob Builder. 2026.\n"
    lines = f"{first}* **On Careful Tests**. Cy Curator, Di Doe. 2026.\n"
    assert len(page_with(tmp_path, f"# Accepted Papers\n\n{lines}").papers) == 2


@pytest.mark.parametrize(
    ("line", "title", "count"),
    [
        ("Ann Author, Bob Builder and Cy Curator. Asymmetric Samples", "Asymmetric Samples", 3),
        ("Ann Author and Bob Builder. Safe Tests: why they last", "Safe Tests: why they last", 2),
        (
            "Ann Author, Bob Builder, Cy Curator. Samples: why they last",
            "Samples: why they last",
            3,
        ),
    ],
)
def test_authors_in_front_of_a_title_are_no_title(
    tmp_path: Path, line: str, title: str, count: int
) -> None:
    found = papers(page_with(tmp_path, f"# Accepted Papers\n\n* {line}\n"))
    assert {title: len(authors) for title, authors in found.items()} == {title: count}


def test_a_title_like_a_name_and_a_lone_author_above_a_title_are_understood(
    tmp_path: Path,
) -> None:
    items = (
        "* Ann Author and Bob Builder<br>*Careful Placeholder Sampling*\n"
        f"* Cleo Coder<br>*{FIRST}*\n"
    )
    assert papers(page_with(tmp_path, f"# Accepted papers\n\n{items}")) == {
        "Careful Placeholder Sampling": ["Ann Author", "Bob Builder"],
        FIRST: ["Cleo Coder"],
    }


def test_an_item_of_a_list_in_which_no_paper_is_understood_is_reported(tmp_path: Path) -> None:
    items = f"* **{FIRST}**<br>Cleo Coder, Dan Doe\n* Eve Example, Fay Foo and Gus Goo\n"
    draft = page_with(tmp_path, f"# Accepted papers\n\n{items}")
    assert list(papers(draft)) == [FIRST]
    assert any("such as “Eve Example, Fay Foo" in one.message for one in draft.diagnostics)
