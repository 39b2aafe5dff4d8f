"""What organizers do, before or behind their names and their institutions."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft, DraftPerson
from tests.importers.site.small_sites import (
    ORGANIZERS,
    institution_of,
    organizers,
    page_with,
    speakers,
)

OTHER = "* Bob Builder, University of Testing\n"


def roles(draft: Draft) -> dict[str, tuple[str, str]]:
    """The organizers by name, each with role and first institution."""
    found = {}
    listed = draft.edition["organizers"]
    assert isinstance(listed, list)
    for entry in listed:
        person = entry["person"] if isinstance(entry, dict) else entry
        role = entry["role"] if isinstance(entry, dict) else ""
        assert isinstance(person, DraftPerson)
        where = person.affiliations[0]["institution"] if person.affiliations else ""
        found[person.name] = str(role), str(where)
    return found


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Ann Author, General Chair, the University of Testing", "General Chair"),
        ("Ann Author, Chair, at the University of Testing", "Chair"),
        ("Ann Author, General Chair and University of Testing", "General Chair"),
        ("Ann Author, Program Chair at the University of Testing", "Program Chair"),
        ("Ann Author, PC Chair of WSP, University of Testing", "PC Chair of WSP"),
        ("Ann Author (Web Chair, University of Testing)", "Web Chair"),
        ("Ann Author: Program Chair, University of Testing", "Program Chair"),
        ("Program Chair: Ann Author, University of Testing", "Program Chair"),
        ("Program Chair – Ann Author (University of Testing)", "Program Chair"),
        ("**Program Chair** Ann Author, University of Testing", "Program Chair"),
        ("**Ann Author** Program Chair, University of Testing", "Program Chair"),
        ("**Ann Author** Chair, University of Testing", "Chair"),
        ("**Ann Author**<br>Program Chair at the University of Testing", "Program Chair"),
    ],
)
def test_a_role_beside_an_institution_is_none_of_it(tmp_path: Path, line: str, role: str) -> None:
    found = roles(page_with(tmp_path, f"# Organizers\n\n* {line}\n{OTHER}"))
    assert found == {
        "Ann Author": (role, "University of Testing"),
        "Bob Builder": ("", "University of Testing"),
    }


@pytest.mark.parametrize(
    ("line", "role", "institution"),
    [
        ("Ann Author, General Chair, U of T", "General Chair", "U of T"),
        ("Ann Author, General Chair, Publicity Chair", "General Chair, Publicity Chair", ""),
        ("Ann Author: Program Chair", "Program Chair", ""),
        ("Ann Author, Chair of Samples, University of Testing", "", "University of Testing"),
    ],
)
def test_what_is_no_institution_is_none(
    tmp_path: Path, line: str, role: str, institution: str
) -> None:
    found = roles(page_with(tmp_path, f"# Organizers\n\n* {line}\n{OTHER}"))
    assert found["Ann Author"] == (role, institution)


def test_a_role_before_several_names_is_that_of_all(tmp_path: Path) -> None:
    text = f"# Organizers\n\n* Program Co-Chairs: Ann Author and Carol Creator\n{OTHER}"
    assert roles(page_with(tmp_path, text)) == {
        "Ann Author": ("Program Co-Chair", ""),
        "Carol Creator": ("Program Co-Chair", ""),
        "Bob Builder": ("", "University of Testing"),
    }


def test_committees_of_other_languages_are_read_with_those_who_lead_them(tmp_path: Path) -> None:
    text = (
        f"{ORGANIZERS}# Comités de lecture\n\n## Échantillons\n\n"
        "**Présidente** : Bea Builder (LAB - Lyon)\n\n+ Carol Creator (BSC - Barcelona)\n\n"
        "## Essais\n\n**Président** : Dan Doe (LAB - Nice)\n\n+ Eve Example (LAB - Paris)\n"
    )
    assert page_with(tmp_path, text).edition["committee"] == [
        {"name": "Bea Builder", "affiliation": "LAB - Lyon"},
        {"name": "Carol Creator", "affiliation": "BSC - Barcelona"},
        {"name": "Dan Doe", "affiliation": "LAB - Nice"},
        {"name": "Eve Example", "affiliation": "LAB - Paris"},
    ]


@pytest.mark.parametrize("heading", ["Past Organizers", "Organizers of previous editions"])
def test_who_organized_earlier_does_not_organize_now(tmp_path: Path, heading: str) -> None:
    body = f"# Organizers\n\n* Ann Author, University of Testing\n\n# {heading}\n\n* Bob Builder\n"
    assert list(organizers(page_with(tmp_path, body))) == ["Ann Author"]


def test_the_part_of_a_member_of_a_committee_is_said_to_be_left_out(tmp_path: Path) -> None:
    body = (
        "# Program Committee\n\n- Bob Builder (Sample Labs), publicity chair\n"
        "- Cleo Coder (Example Institute)\n"
    )
    messages = [one.message for one in page_with(tmp_path, body).diagnostics]
    assert "that Bob Builder is “Publicity Chair” in “Program Committee” is left out" in messages


def test_institutions_of_other_languages_are_no_members(tmp_path: Path) -> None:
    body = "# Comité de programme\n\n* Bob Builder, Laboratoire Exemple\n"
    assert page_with(tmp_path, body).edition["committee"] == [
        {"name": "Bob Builder", "affiliation": "Laboratoire Exemple"}
    ]


@pytest.mark.parametrize("title", ["« On Sample Texts »", "“On Sample Texts”", '"On Sample Texts"'])
def test_a_title_behind_an_institution_is_no_part_of_it(tmp_path: Path, title: str) -> None:
    body = f"# Invited Speakers\n\n* Cleo Coder, Institut Exemple: {title}\n"
    draft = page_with(tmp_path, body)
    assert speakers(draft) == {"Cleo Coder": "On Sample Texts"}
    assert institution_of(draft.people[0]) == "Institut Exemple"


@pytest.mark.parametrize(
    "heading",
    ["IPC Members", "Scientific Committee", "International Program Committee (IPC)", "TPC Members"],
)
def test_a_committee_by_its_letters_or_in_science_is_that_of_the_program(
    tmp_path: Path, heading: str
) -> None:
    body = (
        "# Local Organising Committee (LOC)\n\n- **Local Chair**, Ann Author <ann@example.org>\n"
        f"- LOC VC Ind., Bob Builder\n\n# {heading}\n\n- Cleo Coder, University of Testing\n"
    )
    draft = page_with(tmp_path, body)
    assert list(organizers(draft)) == ["Ann Author"]
    assert draft.edition["committee"] == [
        {"name": "Cleo Coder", "affiliation": "University of Testing"}
    ]
    assert any("nobody is understood in 1 line" in one.message for one in draft.diagnostics)


def test_a_heading_of_a_part_is_of_those_below_it(tmp_path: Path) -> None:
    text = (
        "# Organising Committee\n\n### Program Chairs - Research Track\n\n"
        "* Ann Author, University of Testing\n\n### Program Coordinator\n\n"
        "* Bob Builder, University of Testing\n\n### Program Chair (Demo Track)\n\n"
        "* Cy Curator, University of Testing\n"
    )
    assert roles(page_with(tmp_path, text)) == {
        "Ann Author": ("Program Chair - Research Track", "University of Testing"),
        "Bob Builder": ("Program Coordinator", "University of Testing"),
        "Cy Curator": ("Program Chair (Demo Track)", "University of Testing"),
    }


@pytest.mark.parametrize("part", ["General Chair", "Web Coordinator"])
def test_a_part_may_be_a_heading_below_the_name(tmp_path: Path, part: str) -> None:
    text = (
        f"# Organisers\n\n### Ann Author\n\n#### {part}\n\nUniversity of Testing\n\n"
        "### Bob Builder\n\n#### Program Chair\n\nUniversity of Testing\n"
    )
    assert roles(page_with(tmp_path, text)) == {
        "Ann Author": (part, "University of Testing"),
        "Bob Builder": ("Program Chair", "University of Testing"),
    }


@pytest.mark.parametrize("heading", ["Keynote Talks", "Keynote Talk 1", "Keynotes"])
def test_speakers_below_a_heading_of_keynotes_give_them(tmp_path: Path, heading: str) -> None:
    text = f"# {heading}\n\n## Speaker\n\n### Cy Curator\n\nUniversity of Testing\n"
    listed = page_with(tmp_path, f"{ORGANIZERS}{text}").edition["speakers"]
    assert isinstance(listed, list)
    assert [one["role"] for one in listed if isinstance(one, dict)] == ["keynote"]


_TALKS = (
    "<table><tr><td>Cy Curator</td><td>Automating the search for samples of tests</td></tr>"
    "<tr><td>Di Doe</td><td>TBA</td></tr><tr><td>Ed Example</td><td>Careful Samples</td></tr>"
    "<tr><td>Fay Figure</td><td>Proofs of open questions on samples</td></tr></table>"
)


def test_titles_that_read_like_names_are_no_people_in_a_table_of_talks(tmp_path: Path) -> None:
    draft = page_with(tmp_path, f"{ORGANIZERS}# Invited talks\n\n{_TALKS}\n")
    assert list(speakers(draft)) == ["Cy Curator", "Di Doe", "Ed Example", "Fay Figure"]
    invited = [person for person in draft.people if person.name != "Ann Author"]
    assert {institution_of(person) for person in invited} == {""}
    assert any("“Careful Samples”" in one.message for one in draft.diagnostics)
