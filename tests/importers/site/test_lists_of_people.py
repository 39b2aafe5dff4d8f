"""Lists of people on websites: in one line, with brackets, numbers and several institutions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.site.small_sites import ORGANIZERS, html_with, organizers, page_with

COMMITTEE = [
    {"name": "Cara Scholar", "affiliation": "University of Testing"},
    {"name": "Bob Builder", "affiliation": "Sample Laboratory, Institute of Samples"},
    {"name": "Dan Poet"},
]


@pytest.mark.parametrize("signs", [",;", ";,", ";;"])
def test_a_committee_in_one_line_keeps_everybody(tmp_path: Path, signs: str) -> None:
    first, second = signs[0], signs[1]
    line = (
        f"Cara Scholar (University of Testing){first} Bob Builder (Sample Laboratory, Institute of "
        f"Samples){second} Dan Poet"
    )
    draft = page_with(tmp_path, f"{ORGANIZERS}# Program Committee\n\n{line}\n")
    assert draft.edition["committee"] == COMMITTEE


def test_people_before_a_bracket_share_the_institution_in_it(tmp_path: Path) -> None:
    line = "Cara Scholar, Bob Builder (University of Testing); Dan Poet (Institute of Samples)"
    draft = page_with(tmp_path, f"{ORGANIZERS}# Program Committee\n\n{line}\n")
    assert draft.edition["committee"] == [
        {"name": "Cara Scholar", "affiliation": "University of Testing"},
        {"name": "Bob Builder", "affiliation": "University of Testing"},
        {"name": "Dan Poet", "affiliation": "Institute of Samples"},
    ]


def test_two_raised_numbers_lead_to_two_institutions(tmp_path: Path) -> None:
    body = (
        "<h2>{}</h2><p>Ann Author<sup>1,2</sup>, Bob Builder<sup>2</sup></p>"
        "<p><sup>1</sup>University of Testing, <sup>2</sup>Institute of Samples</p>"
    )
    draft = html_with(tmp_path, body.format("Organizers"))
    assert [post["institution"] for post in draft.people[0].affiliations] == [
        "University of Testing",
        "Institute of Samples",
    ]
    members = html_with(tmp_path / "other", body.format("Program Committee")).edition["committee"]
    assert isinstance(members, list)
    assert members[0] == {
        "name": "Ann Author",
        "affiliation": "University of Testing; Institute of Samples",
    }


@pytest.mark.parametrize(
    "label", ["Scientific Advisory Board", "Steering Committee", "External Reviewers"]
)
def test_a_line_that_names_a_committee_begins_one(tmp_path: Path, label: str) -> None:
    draft = html_with(
        tmp_path,
        "<h2>Organizers</h2><ul><li>Ann Author, University of Testing</li>"
        "<li>Bob Builder, Institute of Samples</li></ul>"
        f"<p><b>{label}:</b> Dan Poet (University of Testing), "
        "Eve Maker (Institute of Samples)</p>",
    )
    assert [*organizers(draft)] == ["Ann Author", "Bob Builder"]
    assert draft.edition["committees"] == [
        {
            "name": label,
            "members": [
                {"name": "Dan Poet", "affiliation": "University of Testing"},
                {"name": "Eve Maker", "affiliation": "Institute of Samples"},
            ],
        }
    ]


def test_a_line_of_people_that_belongs_to_nothing_is_reported(tmp_path: Path) -> None:
    draft = html_with(
        tmp_path,
        "<h2>Organizers</h2><ul><li>Ann Author, University of Testing</li>"
        "<li>Bob Builder, Institute of Samples</li></ul>"
        "<p>Helpers: Dan Poet (University of Testing), Eve Maker (Institute of Samples)</p>",
    )
    assert [*organizers(draft)] == ["Ann Author", "Bob Builder"]
    assert any("nobody is understood in 1 line" in one.message for one in draft.diagnostics)
