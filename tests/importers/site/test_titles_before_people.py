"""Rows of programmes that have a title with the people behind it, behind a dash or in brackets."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from tests.importers.site.small_sites import ORGANIZERS, page_with, papers, speakers

_SIGNS = ["--", "–", "—", "-", "|"]


def _read(root: Path, *rows: str, more: str = "") -> Draft:
    listed = "\n".join(f"* {9 + at:02}:00 - {9 + at:02}:40 {row}" for at, row in enumerate(rows))
    return page_with(root, f"{ORGANIZERS}{more}# Program\n\n{listed}\n")


@pytest.mark.parametrize("sign", _SIGNS)
@pytest.mark.parametrize("style", ["", "*", "**"])
def test_a_row_has_a_paper_with_its_only_author_behind_a_dash_if_others_have(
    tmp_path: Path, sign: str, style: str
) -> None:
    draft = _read(
        tmp_path,
        f"Opening {sign} {style}Ann Author{style}",
        f"On the Structure of Samples {sign} {style}Cy Curator{style}",
        f"Sampling for Everybody {sign} {style}Di Doe, Ed Example{style}",
    )
    assert papers(draft) == {
        "On the Structure of Samples": ["Cy Curator"],
        "Sampling for Everybody": ["Di Doe", "Ed Example"],
    }
    assert draft.program[0] == {"start": "09:00", "end": "09:40", "kind": "opening"}


@pytest.mark.parametrize("behind", ["-- Cy Curator", "– *Cy Curator*", "(Cy Curator)"])
def test_who_stands_alone_behind_titles_is_reported_and_no_part_of_them(
    tmp_path: Path, behind: str
) -> None:
    draft = _read(tmp_path, f"On the Structure of Samples {behind}", "Lunch")
    assert not draft.papers
    assert draft.program[0]["title"] == "On the Structure of Samples"
    assert any("kept without its people" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize("sign", _SIGNS)
def test_a_keynote_may_have_its_speaker_behind_its_title(tmp_path: Path, sign: str) -> None:
    draft = _read(tmp_path, f"Keynote: Why Samples Matter {sign} Cy Curator", "Lunch")
    assert speakers(draft) == {"Cy Curator": "Why Samples Matter"}


@pytest.mark.parametrize("sign", _SIGNS)
def test_a_known_speaker_behind_a_title_gives_a_talk_of_that_title(
    tmp_path: Path, sign: str
) -> None:
    more = "# Invited Speakers\n\n* Cy Curator, University of Testing\n\n"
    draft = _read(tmp_path, f"How to Choose Samples {sign} Cy Curator", "Lunch", more=more)
    assert speakers(draft) == {"Cy Curator": "How to Choose Samples"}


@pytest.mark.parametrize(
    "row", ["Best Practices of Sampling – Online", "Part One - Samples and Tests", "Room 2 (Lyon)"]
)
def test_what_is_no_name_behind_a_dash_stays_in_the_title(tmp_path: Path, row: str) -> None:
    assert _read(tmp_path, row, "Lunch").program[0]["title"] == row


def test_people_in_front_of_titles_are_reported_and_no_part_of_them(tmp_path: Path) -> None:
    draft = _read(
        tmp_path, "Cy Curator: Towards Careful Samples", "Di Doe: Language and Samples", "Lunch"
    )
    titles = [slot.get("title") for slot in draft.program]
    assert titles[:2] == ["Towards Careful Samples", "Language and Samples"]
    said = [one.message for one in draft.diagnostics if "without its people" in one.message]
    assert len(said) == 2


@pytest.mark.parametrize("row", ["Careful Sampling: A Retrospective View", "Session 1: On Tests"])
def test_a_single_title_with_a_colon_stays_whole(tmp_path: Path, row: str) -> None:
    assert _read(tmp_path, row, "Lunch").program[0]["title"] == row


def test_titles_with_colons_stay_whole_where_words_that_are_no_names_stand_there_too(
    tmp_path: Path,
) -> None:
    rows = [
        "Careful Sampling: A Retrospective View",
        "Careful Boats: Folding in Time",
        "Rain and Snow: Past Samples of Them",
        "Keynote: Why Samples Matter",
    ]
    titles = [slot.get("title") for slot in _read(tmp_path, *rows).program]
    assert titles[:3] == rows[:3]


@pytest.mark.parametrize("title", ["Panel", "Panel Discussion", "Expert panel"])
def test_panelists_may_stand_behind_the_word(tmp_path: Path, title: str) -> None:
    draft = _read(tmp_path, f"{title}: Cy Curator, Di Doe, Ed Example", "Lunch")
    assert draft.program[0]["panelists"] == ["Cy Curator", "Di Doe", "Ed Example"]
    assert "title" not in draft.program[0]


def test_panelists_may_stand_behind_the_title_of_a_panel(tmp_path: Path) -> None:
    draft = _read(tmp_path, "Panel, moderated by Ann Author (Cy Curator, Di Doe)", "Lunch")
    assert draft.program[0]["title"] == "Panel, moderated by Ann Author"
    assert draft.program[0]["panelists"] == ["Cy Curator", "Di Doe"]
    assert not [one for one in draft.diagnostics if "without its people" in one.message]
