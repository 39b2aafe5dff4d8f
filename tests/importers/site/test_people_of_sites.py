"""People on websites: however they are marked up, with where they work and what they do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft
from proposal.importers.site.site_reader import read_site_edition
from tests.importers.site.small_sites import (
    HEAD,
    ORGANIZERS,
    codes,
    html_with,
    institution_of,
    organizers,
    page_with,
    papers,
    site,
    speakers,
)

BOTH = {"Ann Author": "University of Testing", "Bob Builder": "Institute of Samples"}
WAYS = {
    "a list": "* Ann Author, University of Testing\n* Bob Builder, Institute of Samples\n",
    "brackets": "* Ann Author (University of Testing)\n* Bob Builder (Institute of Samples)\n",
    "a dash": (
        "- **Ann Author** – University of Testing\n- **Bob Builder** – Institute of Samples\n"
    ),
    "headings with posts": (
        "### Ann Author\n**Assistant Professor, University of Testing**<br>\nAnn works on "
        "placeholders.\n\n### Bob Builder\n**Research Lead, Institute of Samples**<br>\n"
        "Bob builds.\n"
    ),
    "lines": (
        "Ann Author, University of Testing, UK \\\nBob Builder, Institute of Samples, France \\\n"
        "Questions: [wsp@example.net](mailto:wsp@example.net)\n"
    ),
    "a table": (
        "| Name | Affiliation |\n|---|---|\n| Ann Author | University of Testing |\n"
        "| Bob Builder | Institute of Samples |\n"
    ),
    "titles and degrees": (
        "* Prof. Dr. Ann Author, PhD, University of Testing\n"
        "* Bob Builder, M.Sc., Institute of Samples\n"
    ),
    "degrees before brackets": (
        "* Ann Author, PhD (University of Testing)\n* Bob Builder, M.Sc. (Institute of Samples)\n"
    ),
    "one line": "Ann Author (University of Testing), Bob Builder (Institute of Samples)\n",
    "addresses": (
        "- Ann Author (ann@uni.example), University of Testing\n"
        "- Bob Builder <bob@lab.example>, Institute of Samples\n"
    ),
    "raised numbers": (
        "Ann Author<sup>1</sup> and Bob Builder<sup>2</sup>\n\n"
        "<sup>1</sup>University of Testing, <sup>2</sup>Institute of Samples\n"
    ),
    "names above institutions": (
        "**Ann Author**\n\nUniversity of Testing\n\n**Bob Builder**\n\nInstitute of Samples\n"
    ),
}


BOXES = {
    "other kinds": "<strong>Ann Author</strong><span>University of Testing</span>",
    "text first": 'Ann Author<span class="where">University of Testing</span>',
    "text last": "<span>Ann Author</span>University of Testing",
    "classes": (
        '<span class="name">Ann AUTHOR</span><span class="post">University of Testing</span>'
    ),
    "links": (
        '<strong><a href="https://ann.example">Ann Author</a></strong>'
        "<em>University of Testing</em>"
    ),
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_boxes_that_touch_are_lines_of_their_own(tmp_path: Path, box: str) -> None:
    """A style sheet sets them below each other, and nothing parts them in the page."""
    body = f"<h2>Organizers</h2><figure><figcaption>{box}</figcaption></figure>"
    found = organizers(html_with(tmp_path, body))
    assert {name.casefold(): where for name, where in found.items()} == {
        "ann author": "University of Testing"
    }


def test_parts_of_a_word_that_are_marked_up_stay_one_word(tmp_path: Path) -> None:
    body = (
        "<h2>Accepted Papers</h2><ul><li><b>Gen</b>AI for Deep<b>Mind</b> Samples and "
        "<b>S</b>tructured <b>P</b>roposals<br>Ann Author, Bob Builder</li></ul>"
    )
    assert list(papers(html_with(tmp_path, body))) == [
        "GenAI for DeepMind Samples and Structured Proposals"
    ]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_organizers_are_found_in_markdown(tmp_path: Path, way: str) -> None:
    assert organizers(page_with(tmp_path, f"# Organizers\n\n{way}")) == BOTH


CARDS = {
    "cards": (
        '<div class="row">'
        '<div class="col"><img src="a.jpg" alt=""><h5>Ann Author</h5><p>University of Testing<br>'
        '<a href="https://ann.example.org">Website</a></p></div>'
        '<div class="col"><img src="b.jpg" alt=""><h5>Bob Builder</h5>'
        "<p>Institute of Samples</p></div>"
        "</div>"
    ),
    "portraits in a table": (
        "<table><tr><td><img src='a.jpg'></td><td><img src='b.jpg'></td></tr>"
        "<tr><td>Ann Author</td><td>Bob Builder</td></tr>"
        "<tr><td>University of Testing</td><td>Institute of Samples</td></tr></table>"
    ),
    "a definition list": (
        "<dl><dt>Ann Author</dt><dd>University of Testing</dd>"
        "<dt>Bob Builder</dt><dd>Institute of Samples</dd></dl>"
    ),
    "labels": (
        "<div><b>Organizer:</b> Prof. Ann Author<br><b>Pronouns:</b> She/Her<br>"
        "<b>Affiliation:</b> University of Testing<br></div><br>"
        "<div><b>Organizer:</b> Bob Builder<br><b>Affiliation:</b> Institute of Samples<br></div>"
    ),
}


@pytest.mark.parametrize("way", CARDS.values(), ids=CARDS)
def test_organizers_are_found_in_built_pages(tmp_path: Path, way: str) -> None:
    assert organizers(html_with(tmp_path, f"<h2>Organizers</h2>{way}")) == BOTH


def test_names_alone_in_one_line_are_people(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "### Organisers:\n\nAnn Author, Bob Builder, Cleo Coder\n")
    assert list(organizers(draft)) == ["Ann Author", "Bob Builder", "Cleo Coder"]


def test_names_between_dots_are_people(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "# Organizers\n\nAnn Author · Bob Builder · Cleo Coder\n")
    assert list(organizers(draft)) == ["Ann Author", "Bob Builder", "Cleo Coder"]


def test_items_of_a_list_that_are_not_understood_are_reported(tmp_path: Path) -> None:
    body = "# Organizers\n\n- Ann Author, University of Testing\n- Suharto, Peking University\n"
    draft = page_with(tmp_path, body)
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert any("in 1 line of “Organizers”" in one.message for one in draft.diagnostics)


def test_headings_give_parts_in_organizing(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        "# Organization\n\n## General Chairs\n\n* Ann Author, University of Testing\n\n"
        "## Publicity Chair\n\n* Bob Builder, Institute of Samples\n\n## Sponsored By\n\nNobody.\n",
    )
    listed = draft.edition["organizers"]
    assert isinstance(listed, list)
    assert [(one["person"].name, one["role"]) for one in listed if isinstance(one, dict)] == [
        ("Ann Author", "General Chair"),
        ("Bob Builder", "Publicity Chair"),
    ]


def test_posts_and_places_are_no_institutions(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        "# Organizers\n\n* Ann Author, Senior Research Scientist at Sample Labs\n"
        "* Bob Builder, Department of Samples, University of Testing, Lyon, France\n"
        "* Cleo Coder, University of Testing, DE\n",
    )
    people = {person.name: person.affiliations[0] for person in draft.people}
    assert people["Ann Author"] == {"institution": "Sample Labs"}
    assert people["Bob Builder"] == {
        "institution": "University of Testing",
        "department": "Department of Samples",
        "city": "Lyon",
        "country": "France",
    }
    assert people["Cleo Coder"] == {"institution": "University of Testing"}


def test_committees_are_kept_apart(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        "# Program Committee\n\n* Cleo Coder, Institute of Samples\n* Dan Doe (Sample Labs)\n"
        "* Eve Example, Cursor Insight\n\n# Steering Committee\n\n"
        "* Fay Foo, University of Testing\n",
    )
    assert draft.edition["committee"] == [
        {"name": "Cleo Coder", "affiliation": "Institute of Samples"},
        {"name": "Dan Doe", "affiliation": "Sample Labs"},
        {"name": "Eve Example", "affiliation": "Cursor Insight"},
    ]
    assert draft.edition["committees"] == [
        {
            "name": "Steering Committee",
            "members": [{"name": "Fay Foo", "affiliation": "University of Testing"}],
        }
    ]


def test_speakers_come_with_their_talks(tmp_path: Path) -> None:
    draft = page_with(
        tmp_path,
        "# Keynote Speakers\n\n"
        "**Ann Author**, University of Testing (TITLE: On Placeholder Texts)<br>\n"
        "**Bob Builder**, Institute of Samples (Title: Building without Bricks)<br>\n",
    )
    assert speakers(draft) == {
        "Ann Author": "On Placeholder Texts",
        "Bob Builder": "Building without Bricks",
    }
    listed = draft.edition["speakers"]
    assert isinstance(listed, list)
    assert [one["role"] for one in listed] == ["keynote", "keynote"]


def test_a_section_in_which_nobody_is_understood_is_reported(tmp_path: Path) -> None:
    draft = page_with(tmp_path, "# Keynotes\n\nThe speakers have not yet been fixed.\n")
    assert "speakers" not in draft.edition
    assert any(
        "nobody is understood in 1 line of “Keynotes”" in one.message for one in draft.diagnostics
    )


def test_one_letter_more_or_less_is_one_person(tmp_path: Path) -> None:
    files = {
        "index.md": f"{HEAD}# Organizers\n\n* Ann Author, University of Testing\n",
        "team.md": "---\ntitle: Organizers\n---\n* Ann Authos, University of Testing\n",
    }
    draft = read_site_edition(site(tmp_path / "site", files), "2026")
    assert list(organizers(draft)) == ["Ann Author"]
    assert "two-spellings" in codes(draft)


def test_a_post_and_what_a_template_left_are_no_institution(tmp_path: Path) -> None:
    body = (
        "# Organizers\n\n- Ann Author, HPC Researcher and Head of Samples at Testing Lab\n"
        "- Bob Builder, }\n"
    )
    assert organizers(page_with(tmp_path, body)) == {"Ann Author": "Testing Lab", "Bob Builder": ""}


BOXES_OF_SPEAKERS = {
    "a heading in a callout of Quarto": (
        "::: {.callout-note}\n## Ann Author\nUniversity of Testing\n\n**Title:** On Samples\n:::\n"
    ),
    "a title of a callout of Quarto": (
        '::: {.callout-tip title="Ann Author" collapse="true"}\nUniversity of Testing\n\n'
        "Title: On Samples\n:::\n"
    ),
    "columns of Quarto": (
        ":::: {.columns}\n::: {.column}\n**Ann Author**\n\nUniversity of Testing\n\n"
        "Title: On Samples\n:::\n::::\n"
    ),
    "a box of Docusaurus": ":::tip[Ann Author]\nUniversity of Testing\n\nTitle: On Samples\n:::\n",
    "a box of MyST": ":::{note} Ann Author\nUniversity of Testing\n\nTitle: On Samples\n:::\n",
    "cards of MyST with a link, looks and a foot": (
        "::::{grid} 1 2 3\n:::{card} Ann Author\n:link: https://example.org/ann\n:columns: 6\n"
        "University of Testing\n+++\nTitle: On Samples\n:::\n::::\n"
    ),
    "a box of MkDocs": (
        '!!! note "Ann Author"\n    University of Testing\n\n    Title: On Samples\n'
    ),
    "a name that leads to a page": (
        "[Ann Author](https://example.org/ann) University of Testing\n\nTitle: On Samples\n"
    ),
    "a title behind brackets": "Ann Author (University of Testing): On Samples\n",
}


@pytest.mark.parametrize("box", BOXES_OF_SPEAKERS.values(), ids=BOXES_OF_SPEAKERS)
def test_speakers_in_boxes_are_found(tmp_path: Path, box: str) -> None:
    files = {
        "_quarto.yml": "website:\n  title: WSP 2026\n",
        "index.qmd": f"{HEAD}# Speakers\n\n{box}",
    }
    draft = read_site_edition(site(tmp_path, files), "2026")
    assert speakers(draft) == {"Ann Author": "On Samples"}
    assert [institution_of(person) for person in draft.people] == ["University of Testing"]


@pytest.mark.parametrize("title", ["Registration", "How to Register", "Dates"])
def test_a_box_about_something_else_is_no_institution(tmp_path: Path, title: str) -> None:
    box = f'**Ann Author**\n\n::: {{.callout-note title="{title}"}}\nPlease read on.\n:::\n'
    draft = page_with(tmp_path, f"# Organizers\n\n{box}")
    assert organizers(draft) == {"Ann Author": ""}


def test_a_box_that_is_no_heading_of_a_passage_is_said(tmp_path: Path) -> None:
    box = '**Ann Author**\n\n::: {.callout-note title="Registration"}\nPlease read on.\n:::\n'
    draft = page_with(tmp_path, f"# Organizers\n\n{box}")
    assert any("“Registration”" in found.message for found in draft.diagnostics)


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("**Ann Author**\nUniversity of Testing\nChair", "Chair"),
        ("**Ann Author**, University of Testing, *Program Chair*", "Program Chair"),
        ("Ann Author, General Chair, University of Testing", "General Chair"),
    ],
)
def test_what_an_organizer_does_is_no_part_of_an_institution(
    tmp_path: Path, written: str, role: str
) -> None:
    draft = page_with(tmp_path, f"# Organizers\n\n{written}\n")
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    assert draft.edition["organizers"] == [{"person": draft.people[0], "role": role}]


def test_what_stands_beside_somebody_and_is_not_understood_is_said(tmp_path: Path) -> None:
    card = (
        "<h2>Organizers</h2><div><h3>Ann Author</h3><p>University of Testing</p>"
        "<p>Institute of Samples</p><p>Loves placeholders</p></div>"
    )
    draft = html_with(tmp_path, card)
    assert organizers(draft) == {"Ann Author": "University of Testing"}
    said = [one.message for one in draft.diagnostics if one.code == "not-understood"]
    assert [
        text for text in ("Institute of Samples", "Loves placeholders") if text in str(said)
    ] == [
        "Institute of Samples",
        "Loves placeholders",
    ]


def members(draft: Draft) -> dict[str, object]:
    """The members of the program committee by name, each with the institution."""
    listed = draft.edition.get("committee", [])
    assert isinstance(listed, list)
    return {str(one["name"]): one.get("affiliation", "") for one in listed}


def test_an_institution_that_reaches_over_rows_is_that_of_all_of_them(tmp_path: Path) -> None:
    rows = (
        '<tr><td>Ann Author</td><td rowspan="2">University of Testing</td></tr>'
        "<tr><td>Bob Builder</td></tr><tr><td>Carol Counter</td><td>Sample Institute</td></tr>"
    )
    assert organizers(html_with(tmp_path, f"<h2>Organizers</h2><table>{rows}</table>")) == {
        "Ann Author": "University of Testing",
        "Bob Builder": "University of Testing",
        "Carol Counter": "Sample Institute",
    }


TABLE = "# Program Committee\n\n| Name | Affiliation |\n|---|---|\n"


def test_a_column_shows_that_family_names_stand_first(tmp_path: Path) -> None:
    rows = "| Author, Ann | Testing Lab |\n| van Coder, Cleo | University of Samples |\n"
    assert members(page_with(tmp_path, TABLE + rows)) == {
        "Ann Author": "Testing Lab",
        "Cleo van Coder": "University of Samples",
    }


def test_a_name_that_no_column_shows_the_order_of_is_reported(tmp_path: Path) -> None:
    """Nothing of its row goes to somebody else."""
    rows = "| Bob Builder | |\n| Author, Ann | Testing Lab |\n"
    draft = page_with(tmp_path, TABLE + rows)
    assert members(draft) == {"Bob Builder": ""}
    assert "not-understood" in codes(draft)


SCRIPTS = {
    "Han": ("- 李明，清华大学\n- 王小红（北京大学）\n", {"李明": "清华大学", "王小红": "北京大学"}),
    "Hangul": ("- 김민수, 예시대학교\n", {"김민수": "예시대학교"}),
    "Cyrillic": (
        "- Иван Примеров\n- Анна Образцова, Университет Примеров\n",
        {"Иван Примеров": "", "Анна Образцова": "Университет Примеров"},
    ),
    "Greek": (
        "- Άννα Παραδείγματος, Πανεπιστήμιο Δοκιμών\n",
        {"Άννα Παραδείγματος": "Πανεπιστήμιο Δοκιμών"},
    ),
    "Arabic": ("**محمد مثال**\n\nجامعة المثال\n", {"محمد مثال": "جامعة المثال"}),
}


@pytest.mark.parametrize(("text", "people"), SCRIPTS.values(), ids=SCRIPTS)
def test_names_in_other_scripts_are_read(tmp_path: Path, text: str, people: dict[str, str]) -> None:
    """Institutions in these scripts are no people."""
    assert organizers(page_with(tmp_path, f"# Organizers\n\n{text}")) == people


def test_an_institution_is_not_cut_at_an_and(tmp_path: Path) -> None:
    body = (
        "# Invited Speakers\n\n**Ann Author** is a Research Fellow at the Center of Tests and "
        "Samples (CTS) at Example University, where she works on placeholders.\n"
    )
    draft = page_with(tmp_path, body)
    assert list(speakers(draft)) == ["Ann Author"]
    assert [person.affiliations for person in draft.people if person.name == "Ann Author"] == [[]]


def test_initials_are_no_institution_and_lists_of_data_are_those_of_their_heading(
    tmp_path: Path,
) -> None:
    body = (
        "<h2>Lecturers</h2><h4>People</h4><div><p>Ann B. Coder</p><p>ABC</p>"
        "<p>University of Testing</p></div><div><p>Bob Builder</p><p>Sample Institute</p></div>"
    )
    draft = html_with(tmp_path, body)
    assert list(speakers(draft)) == ["Ann B. Coder", "Bob Builder"]
    assert organizers(draft) == {}
    assert [institution_of(person) for person in draft.people] == [
        "University of Testing",
        "Sample Institute",
    ]


def test_an_empty_section_of_people_is_said(tmp_path: Path) -> None:
    body = '<h2>Organizing Committee</h2><div id="people"></div><h2>Speakers</h2><p>Ann Author</p>'
    said = [one.message for one in html_with(tmp_path, body).diagnostics]
    assert [one for one in said if "nobody" in one] == [
        "nobody stands below “Organizing Committee” in this page; a script may show people there"
    ]


@pytest.mark.parametrize("place", ["SAMPLE4, London, UK", "3M, London, UK"])
def test_a_company_with_a_digit_in_its_name_is_the_institution(tmp_path: Path, place: str) -> None:
    draft = page_with(tmp_path, f"# Organizers\n\n**Ann Author**<br>{place}\n")
    assert organizers(draft) == {"Ann Author": place.removesuffix(", London, UK")}


@pytest.mark.parametrize(
    "text",
    [
        (
            "**PIs:** Ann Author (University of Testing), Bob Builder (Sample Institute)\n\n"
            "**Co-PIs:** Cy Curator (University of Testing)\n"
        ),
        (
            "* PI: Ann Author, University of Testing\n* PI: Bob Builder, Sample Institute\n"
            "* Co-PI: Cy Curator, University of Testing\n"
        ),
        (
            "PIs:\n\n* Ann Author, University of Testing\n* Bob Builder, Sample Institute\n\n"
            "Co-PIs:\n\n* Cy Curator, University of Testing\n"
        ),
        (
            "Chairs: Ann Author (University of Testing), Bob Builder (Sample Institute)\n\n"
            "Web Chair: Cy Curator (University of Testing)\n"
        ),
    ],
    ids=["several in a line", "labels of items", "labels above lists", "chairs"],
)
def test_labels_name_those_who_organize(tmp_path: Path, text: str) -> None:
    draft = page_with(tmp_path, f"# Organizers\n\n{text}")
    assert organizers(draft) == {
        "Ann Author": "University of Testing",
        "Bob Builder": "Sample Institute",
        "Cy Curator": "University of Testing",
    }


@pytest.mark.parametrize(
    "text",
    [
        "* **Introduction to Samples** -- Cy Curator (University of Testing)\n",
        "## Introduction to Samples\n\nCy Curator, University of Testing\n",
        "**Tutorial 1: On Samples**\n\nSpeaker: Cy Curator, University of Testing\n",
    ],
    ids=["list", "headings", "labels"],
)
@pytest.mark.parametrize("heading", ["Tutorials", "Accepted Tutorials", "Short Courses"])
def test_people_of_tutorials_are_reported(tmp_path: Path, heading: str, text: str) -> None:
    draft = page_with(tmp_path, f"{ORGANIZERS}# {heading}\n\n{text}")
    said = [one for one in draft.diagnostics if one.message.startswith("who gives what below")]
    assert len(said) == 1
    assert said[0].message.endswith("such as Cy Curator")
    assert "speakers" not in draft.edition


def test_speakers_of_tutorials_have_that_role(tmp_path: Path) -> None:
    text = "# Tutorial Speakers\n\n* Cy Curator, University of Testing\n"
    listed: Any = page_with(tmp_path, f"{ORGANIZERS}{text}").edition["speakers"]
    assert [(one["person"].name, one["role"]) for one in listed] == [("Cy Curator", "tutorial")]
