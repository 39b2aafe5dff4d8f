"""Programmes in tables with a column of titles beside what takes place."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from tests.importers.site.small_sites import ORGANIZERS, page_with, papers

UNKNOWN = "To be announced"


def read(root: Path, heads: str, *rows: str) -> Draft:
    """What is read of a table with hours in its first column."""
    lines = [f"| Time | {heads} |", "| --- | --- | --- |"]
    lines += [f"| {9 + at}:00-{9 + at}:30 | {row} |" for at, row in enumerate(rows)]
    return page_with(root, f"{ORGANIZERS}# Programme\n\n" + "\n".join(lines))


@pytest.mark.parametrize("row", ["Abstract 1", "Talk 2", "Short paper", "Session A", "12"])
def test_a_title_in_a_column_of_papers_titles_is_a_paper(tmp_path: Path, row: str) -> None:
    title = "Sorting Samples: A Study of Small Steps"
    draft = read(tmp_path, "Activity | Paper Title", "Welcome |", f"{row} | {title}", "Break |")
    assert papers(draft) == {title: [UNKNOWN]}
    assert [slot.get("kind") for slot in draft.program] == ["opening", "papers", "break"]
    assert any("nothing says who wrote" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize("row", ["Welcome", "Hands-on", "Keynote", "Panel"])
def test_what_is_no_paper_keeps_the_title_beside_it(tmp_path: Path, row: str) -> None:
    title = "What Samples Are for: A Look Back"
    draft = read(tmp_path, "Activity | Paper Title", f"{row} | {title}", "Break |")
    assert papers(draft) == {}
    assert draft.program[0]["title"] == f"{row}: {title}"


@pytest.mark.parametrize("head", ["Title", "Talk title", "Titel"])
def test_a_session_with_one_title_beside_it_has_that(tmp_path: Path, head: str) -> None:
    draft = read(
        tmp_path, f"Session | {head}", "Session 1 | Sorting Samples in Steps", "Break | Break"
    )
    assert papers(draft) == {}
    assert draft.program[0]["title"] == "Session 1: Sorting Samples in Steps"
    assert "title" not in draft.program[1]


def test_what_stands_in_a_column_that_nobody_knows_is_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, "Activity | More", "Welcome | Words: on samples and tests", "Break |")
    said = [one.message for one in draft.diagnostics if "nothing is read" in one.message]
    assert said == [
        "nothing is read of 1 line below “Welcome”, such as “Words: on samples and tests”"
    ]
