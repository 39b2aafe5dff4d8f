"""Authors of papers on websites, beside the institutions between them, and kinds of papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.site.paper_lines import read_authors_line
from tests.importers.site.small_sites import html_with, page_with, papers

BY_PLACE = (
    "<p>Ann Author<br><em>Sample Research Laboratory, Norway</em>"
    "<br><em>University of Testing, Norway</em></p>"
    "<p>Bob Builder, Cleo Coder<br><em>Placeholder Corporation, USA</em></p>"
)
TITLE = "Modelling the Balance of Sample Texts"


def test_authors_of_a_row_stand_above_their_institutions(tmp_path: Path) -> None:
    rows = (
        f"<p><strong>9:00 - 9:30</strong><br><strong>{TITLE}</strong></p>{BY_PLACE}"
        "<p><strong>9:30 - 10:00 Break</strong></p>"
    )
    draft = html_with(tmp_path, f"<h2>Schedule</h2>{rows}")
    assert papers(draft) == {TITLE: ["Ann Author", "Bob Builder", "Cleo Coder"]}
    authors = draft.papers[0]["authors"]
    assert isinstance(authors, list)
    assert [one["affiliation"] for one in authors] == [
        "Sample Research Laboratory, Norway; University of Testing, Norway",
        "Placeholder Corporation, USA",
        "Placeholder Corporation, USA",
    ]


def test_authors_of_a_list_stand_above_their_institutions(tmp_path: Path) -> None:
    body = f"<h2>Accepted Papers</h2><ul><li><b>{TITLE}</b>{BY_PLACE}</li></ul>"
    assert papers(html_with(tmp_path, body)) == {TITLE: ["Ann Author", "Bob Builder", "Cleo Coder"]}


def test_an_institution_behind_the_last_name_turns_no_names_round() -> None:
    line = "Ann Author, Bob Builder and Cleo Coder, Sample Consultancy Services"
    names = [one.name for one in read_authors_line(line)]
    assert names == ["Ann Author", "Bob Builder", "Cleo Coder"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Accepted Papers", None),
        ("List of Accepted Papers", None),
        ("WSP 2026 Accepted Papers", None),
        ("Artículos aceptados", None),
        ("Accepted Papers (Oral Presentation)", "Oral Presentation"),
        ("Accepted Posters", "poster"),
        ("Accepted long papers", "long"),
    ],
)
def test_a_list_of_accepted_papers_says_nothing_of_their_kind(
    tmp_path: Path, heading: str, kind: str | None
) -> None:
    body = f"# {heading}\n\n- **{TITLE}**. Ann Author, Bob Builder\n"
    assert page_with(tmp_path, body).papers[0].get("kind") == kind


def test_the_doi_to_which_the_link_of_a_paper_leads_is_kept(tmp_path: Path) -> None:
    link = "[paper](https://doi.org/10.1145/1234567.1234568)"
    body = f"# Accepted Papers\n\n- **{TITLE}**. Ann Author, Bob Builder [{link}]\n"
    assert page_with(tmp_path, body).papers[0]["doi"] == "10.1145/1234567.1234568"


def test_a_symposium_has_the_acronym_in_brackets_behind_its_name(tmp_path: Path) -> None:
    head = (
        "<h1>Third Workshop on Structured Proposals (WSP 2026)</h1><p>June 26, 2026, Lyon, France. "
        "Co-located with the International Symposium on Sample Texts and Tests (ISTT)</p>"
    )
    assert html_with(tmp_path, "", head).venue["series"] == "ISTT"


def test_formats_of_submissions_below_topics_are_no_topics(tmp_path: Path) -> None:
    body = (
        "# Call for Papers\n\nPlaceholder papers are solicited on all aspects, "
        "including (but not limited to) the following ones:\n\n- Sample texts\n- Unit tests\n\n"
        "We welcome:\n\n- papers of up to 8 pages\n"
    )
    assert page_with(tmp_path, body).edition["topics"] == ["Sample texts", "Unit tests"]


def test_a_column_of_authors_may_stand_in_front_of_that_of_titles(tmp_path: Path) -> None:
    row = f"| Ann Author, Bob Builder | {TITLE} |\n"
    body = f"# Accepted Papers\n\n| Authors | Title |\n|---|---|\n{row}"
    assert papers(page_with(tmp_path, body)) == {TITLE: ["Ann Author", "Bob Builder"]}


def test_words_of_links_in_a_title_stay_and_links_of_several_words_go(tmp_path: Path) -> None:
    body = (
        "# Accepted Papers\n\n"
        "1. **Video Slides of Placeholder Talks**\n   Ann Author, Bob Builder\n"
        f"2. **{TITLE}**\n   Cleo Coder, Dan Doe\n   [Video Slides](https://example.org/v)\n"
    )
    draft = page_with(tmp_path, body)
    assert papers(draft) == {
        "Video Slides of Placeholder Talks": ["Ann Author", "Bob Builder"],
        TITLE: ["Cleo Coder", "Dan Doe"],
    }
    assert draft.papers[1]["video"] == "https://example.org/v"


@pytest.mark.parametrize("form", ["~~**{}** Ann Author~~", "**{}** Ann Author (withdrawn)"])
def test_a_paper_that_is_withdrawn_is_left_out_and_said(tmp_path: Path, form: str) -> None:
    other = "On the Use of Names"
    body = f"# Accepted Papers\n\n- {form.format(TITLE)}\n- **{other}** Dan Doe, Eve Example\n"
    draft = page_with(tmp_path, body)
    assert list(papers(draft)) == [other]
    assert any("is withdrawn, and left out" in one.message for one in draft.diagnostics)


def test_years_behind_a_title_and_names_like_prepositions_stay(tmp_path: Path) -> None:
    listed = "* On Samples (2020-2024)\\\n  Par Placeholder, Bob Builder\n"
    draft = page_with(
        tmp_path, f"# Accepted Papers\n\n{listed}* On Tests (pp. 3-9)\\\n  Par Ann Author\n"
    )
    assert papers(draft) == {
        "On Samples (2020-2024)": ["Par Placeholder", "Bob Builder"],
        "On Tests": ["Ann Author"],
    }
