"""Marks, identifiers and words at the names of authors, from a table to the papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import AUTHORS_UNKNOWN, Draft, ImportSourceError
from proposal.importers.papers import read_papers
from tests.importers.bringing import written

OF_HOTCRP = "ID,Title,Authors,Decision\n1,One,{},Accept\n"
OF_ONES_OWN = "Paper title,List of authors\nOne,{}\n"


def _draft(tmp_path: Path, table: str, cell: str) -> Draft:
    quoted = '"{}"'.format(cell.replace('"', '""'))
    return read_papers(written(tmp_path / "papers.csv", table.format(quoted)), "2027")


def _authors(draft: Draft) -> Any:
    return draft.papers[0]["authors"]


both_tables = pytest.mark.parametrize("table", [OF_HOTCRP, OF_ONES_OWN])


ANNS, BOBS = "0000-0002-1825-0097", "0000-0001-5109-3700"


@both_tables
@pytest.mark.parametrize(
    "cell",
    [
        f"Ann Author ({ANNS}); Bob Writer ({BOBS})",
        f"Ann Author (https://orcid.org/{ANNS}), Bob Writer (ORCID: {BOBS})",
    ],
)
def test_orcid_ids_behind_names_are_no_institutions(tmp_path: Path, table: str, cell: str) -> None:
    assert _authors(_draft(tmp_path, table, cell)) == [
        {"name": "Ann Author", "orcid": ANNS},
        {"name": "Bob Writer", "orcid": BOBS},
    ]


@both_tables
def test_marks_that_are_left_out_are_noted_with_their_number(tmp_path: Path, table: str) -> None:
    draft = _draft(tmp_path, table, "Ann Author (*); Bob Writer*; <u>Cara Scholar</u>")
    assert _authors(draft) == ["Ann Author", "Bob Writer", "Cara Scholar"]
    (said,) = [found.message for found in draft.diagnostics if found.code == "left-out-mark"]
    assert said == "marks at the names of authors are left out: * (2), underlined (1)"


@both_tables
def test_an_institution_behind_one_of_several_names_is_not_everybodys(
    tmp_path: Path, table: str
) -> None:
    cell = "Ann Author, Bob Writer (Example University), Cara Scholar (Example Institute)"
    draft = _draft(tmp_path, table, cell)
    assert _authors(draft) == [
        "Ann Author",
        {"name": "Bob Writer", "affiliation": "Example University"},
        {"name": "Cara Scholar", "affiliation": "Example Institute"},
    ]
    doubts = [found.message for found in draft.diagnostics if found.code == "doubtful-name"]
    assert ["affiliation of Bob Writer alone" in doubt for doubt in doubts] == [True]


@both_tables
@pytest.mark.parametrize("cell", ["hidden", "(hidden)", "Double-blind", "Removed for review"])
def test_words_for_hidden_authors_are_no_names(tmp_path: Path, table: str, cell: str) -> None:
    draft = _draft(tmp_path, table, cell)
    assert _authors(draft) == [AUTHORS_UNKNOWN]
    assert "to-confirm" in [found.code for found in draft.diagnostics]


@both_tables
def test_initials_behind_family_names_are_reported(tmp_path: Path, table: str) -> None:
    draft = _draft(tmp_path, table, "Author A, Writer BC")
    assert "initials-only" in [found.code for found in draft.diagnostics]


@both_tables
@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("ann@example.org; bob@example.org", "has addresses, and no names"),
        ("Ann Author a, Bob Writer b", "seems to be the mark of an institution"),
        ("Ann Author with Bob Writer", "is no name of an author alone"),
        ("Ann Author from Uni A; Bob Writer from Uni B", "is no name of an author alone"),
        ("Ann Author {Uni A}, Bob Writer {Uni B}", "stands between braces behind a name"),
    ],
)
def test_what_names_nobody_for_sure_is_refused(
    tmp_path: Path, table: str, cell: str, reason: str
) -> None:
    with pytest.raises(ImportSourceError, match=reason):
        _draft(tmp_path, table, cell)


@both_tables
@pytest.mark.parametrize(
    "cell",
    [
        "Ann Author1, Bob Writer1,2\n1 University of X, Germany\n2 Institute of Y",
        "Ann Author¹\nBob Writer¹,²\n¹University of X, Germany\n²Institute of Y",
        "Ann Author (a), Bob Writer (a, b)\n(a) University of X, Germany\n(b) Institute of Y",
    ],
)
def test_institutions_below_the_names_of_a_cell_are_those_of_their_marks(
    tmp_path: Path, table: str, cell: str
) -> None:
    assert _authors(_draft(tmp_path, table, cell)) == [
        {"name": "Ann Author", "affiliation": "University of X, Germany"},
        {"name": "Bob Writer", "affiliations": ["University of X, Germany", "Institute of Y"]},
    ]
