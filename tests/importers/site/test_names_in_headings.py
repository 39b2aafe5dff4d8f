"""People whose names stand in headings with more below them, and in tables with parts above."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importers.site.small_sites import organizers, page_with, speakers

_NAMES = {"Ann Author": "University of Testing", "Bob Builder": "Sample Imago"}


@pytest.mark.parametrize("tag", ["h3", "h4", "h5"])
@pytest.mark.parametrize("style", ["small", "span", "em"])
def test_an_institution_may_stand_below_the_name_in_its_heading(
    tmp_path: Path, tag: str, style: str
) -> None:
    people = "\n".join(
        f"<{tag}>{name}<br><{style}>{place}, Lima, Peru</{style}></{tag}>"
        for name, place in _NAMES.items()
    )
    draft = page_with(tmp_path, f"# Program Committee\n\n{people}\n\n# Organizers\n\n{people}\n")
    assert organizers(draft) == _NAMES
    committee: Any = draft.edition["committee"]
    assert len(committee) == len(_NAMES)


def test_a_heading_of_two_lines_that_begins_with_no_name_stays_whole(tmp_path: Path) -> None:
    text = "<h2>Organizers<br>of the Workshop</h2>\n\n* Ann Author, University of Testing\n"
    assert list(organizers(page_with(tmp_path, text))) == ["Ann Author"]


def test_a_part_in_the_first_row_of_several_is_that_of_all(tmp_path: Path) -> None:
    rows = (
        "| | |\n| --- | --- |\n| **General Co-chairs:** | Ann Author, University of Testing |\n"
        "| | Bob Builder, Sample Institute |\n| **Web Chair:** | Cy Curator, Sample Institute |\n"
    )
    listed: Any = page_with(tmp_path, f"# Conference Chairs\n\n{rows}").edition["organizers"]
    assert [(one["person"].name, one["role"]) for one in listed] == [
        ("Ann Author", "General Co-chair"),
        ("Bob Builder", "General Co-chair"),
        ("Cy Curator", "Web Chair"),
    ]


def test_a_name_in_its_own_letters_is_no_institution(tmp_path: Path) -> None:
    lines = "* Hanako Kamei (仮名 花子)\n* Jiro Kamei (仮名 次郎), Sample Institute\n"
    draft = page_with(tmp_path, f"# Organizers\n\n{lines}")
    assert organizers(draft) == {"Hanako Kamei": "", "Jiro Kamei": "Sample Institute"}


def test_links_with_small_pictures_are_no_institutions(tmp_path: Path) -> None:
    links = "📧 [Email](mailto:a@example.org) 💼 [LinkedIn](https://example.org/x)"
    text = f"**Ann Author**\n{links}\n\n**Bob Builder**\nUniversity of Testing\n{links}\n"
    draft = page_with(tmp_path, f"# Organizers\n\n{text}")
    assert organizers(draft) == {"Ann Author": "", "Bob Builder": "University of Testing"}


def test_signs_within_a_biography_stay(tmp_path: Path) -> None:
    bio = "Ann Author [♀] studies samples ✈ abroad, and has organized two workshops on tests."
    draft = page_with(tmp_path, f"# Organizers\n\n**Ann Author**\nUniversity of Testing\n\n{bio}\n")
    assert draft.people[0].biography == bio


@pytest.mark.parametrize("task", ["publicity, SAM Advocate", "workshops", "local arrangements"])
def test_a_task_in_brackets_is_no_institution(tmp_path: Path, task: str) -> None:
    lines = f"* Ann Author ({task})\n* Bob Builder (Sample Institute)\n"
    draft = page_with(tmp_path, f"# Organizers\n\n{lines}")
    assert organizers(draft) == {"Ann Author": "", "Bob Builder": "Sample Institute"}
    assert any(f"“{task}”" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize(
    "title",
    [
        "prof. PW dr hab.",
        "prof. nadzw. dr hab. inż.",
        "Doç. Dr.",
        "проф.",
        "д.т.н., проф.",
        "академик",
    ],
)
def test_academic_titles_in_a_heading_hide_no_speaker(tmp_path: Path, title: str) -> None:
    text = (
        f"# Keynote speakers\n\n## {title} Cara Scholar\n\nExample University\n\n"
        "**Sorting Samples in Small Steps**\n\n"
        "Cara works on samples and has done so for years, with much care and joy.\n"
    )
    draft = page_with(tmp_path, f"# Organizers\n\n* Ann Author, University of Testing\n\n{text}")
    assert speakers(draft) == {"Cara Scholar": "Sorting Samples in Small Steps"}
