"""Which papers of a table are accepted, by columns of any heading, or a question."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.papers import read_papers
from tests.importers.bringing import written

TITLES = "ABC"


def draft_of(folder: Path, headings: str, cells: Sequence[str], **typed: str) -> Draft:
    """What is read of papers A, B and C, each with the cells of further columns."""
    rows = "".join(
        f"{title},Ann Author,{cell}\n" for title, cell in zip(TITLES, cells, strict=True)
    )
    table = written(folder / "papers.csv", f"Title,Authors,{headings}\n{rows}")
    return read_papers(table, "2027", typed)


def accepted(draft: Draft) -> str:
    return "".join(str(paper["title"]) for paper in draft.papers)


@pytest.mark.parametrize(
    ("headings", "cells", "titles"),
    [
        ("Accepted?", ("yes", "no", "Yes"), "AC"),
        ("Accept", ("1", "0", "1"), "AC"),
        ("Accepted (yes/no)", ("TRUE", "FALSE", ""), "A"),
        ("is_accepted", ("x", "", "X"), "AC"),
        ("Angenommen?", ("WAHR", "FALSCH", "ja"), "AC"),
        ("Accepté", ("oui", "non", ""), "A"),
        ("Aceptado", ("sí", "no", "✓"), "AC"),
        ("Accepted", ("yes (poster)", "no", "Rejected"), "A"),
        ("Acceptance Status", ("Accepted-Oral", "Reject", "Accept-Poster"), "AC"),
        ("採否", ("採択", "不採択", "採択"), "AC"),
        ("评审结果", ("录用", "未录用", "拒稿"), "A"),
        ("판정", ("채택", "탈락", "채택"), "AC"),
        ("Result", ("Accept", "reject", "withdrawn"), "A"),
        ("Final decision", ("Accept (Oral)", "", "Reject"), "A"),
        ("Decision status", ("Accepted", "Reject", "Withdrawn"), "A"),
        ("Décision finale", ("Accepté", "Refusé", "Accepté"), "AC"),
        ("Accepted,Rejected", ("x,", ",x", ","), "A"),
        ("Decision,Accepted", ("accept,yes", ",no", ",yes"), "AC"),
        ("Decision,Withdrawn", ("accept,", "accept,yes", "accept,no"), "AC"),
        ("Withdrawn?", ("no", "x", ""), "AC"),
        ("Withdrawn", ("", "2027-05-01", ""), "AC"),
        ("Situação", ("Aprovado", "Reprovado", "não aprovado"), "A"),
        ("Stato", ("Accettato", "Respinto", "non accettato"), "A"),
        ("Karar", ("Kabul edildi", "Reddedildi", "Koşullu kabul"), "AC"),
        ("Decyzja", ("przyjęty", "odrzucony", "przyjęty"), "AC"),
        ("Решение", ("принят", "отклонён", ""), "A"),
        ("Rozhodnutí", ("přijat", "zamítnut", "nepřijat"), "A"),
        ("Απόφαση", ("Αποδεκτή", "Απορρίφθηκε", "Αποδεκτή"), "AC"),
        ("Beslut", ("Antagen", "Avslag", "Inte antagen"), "A"),
        ("Camera ready,Status", ("yes,Accepted", "no,Accepted", "no,Rejected"), "AB"),
    ],
)
def test_a_heading_and_its_cells_say_for_sure_what_is_accepted(
    tmp_path: Path, headings: str, cells: Sequence[str], titles: str
) -> None:
    assert accepted(draft_of(tmp_path, headings, cells)) == titles


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Included", ("yes", "no", "no")),
        ("In proceedings", ("x", "", "")),
        ("Selected", ("TRUE", "FALSE", "FALSE")),
        ("Camera ready", ("yes", "no", "")),
        ("Confirmed", ("ja", "nein", "")),
        ("Status", ("yes", "no", "")),
        ("Decision", ("1", "0", "1")),
        ("Accept", ("3", "0", "1")),
        ("Verdict", ("A", "B", "B")),
        ("State", ("Accepted", "Rejected", "")),
        ("Parecer", ("Aprovado", "Reprovado", "Aprovado")),
        ("Aprovado", ("x", "", "")),
        ("Decyzja", ("A", "B", "A")),
        ("Решение", ("A", "B", "")),
        ("判定", ("A", "B", "A")),
        ("", ("x", "", "")),
    ],
)
def test_a_column_that_may_say_it_is_a_question_that_an_option_answers(
    tmp_path: Path, heading: str, cells: Sequence[str]
) -> None:
    with pytest.raises(ImportSourceError) as caught:
        draft_of(tmp_path, heading, cells)
    assert "`--column decision=3`" in str(caught.value)
    assert "`--column decision=none`" in str(caught.value)
    draft = draft_of(tmp_path, heading, cells, decision="none")
    assert accepted(draft) == TITLES
    assert "no-decisions" not in [found.code for found in draft.diagnostics]


@pytest.mark.parametrize(
    ("heading", "cells", "titles"),
    [
        ("Included", ("yes", "no", ""), "A"),
        ("In proceedings", ("✓", "", "✓"), "AC"),
        ("Decision", ("1", "0", "1"), "AC"),
        ("Rejected", ("yes", "no", ""), "BC"),
        ("Withdrawn", ("no", "yes", ""), "AC"),
        ("Status", ("Accept", "Reject", "accepted"), "AC"),
    ],
)
def test_the_column_of_decisions_may_answer_with_yes_and_no(
    tmp_path: Path, heading: str, cells: Sequence[str], titles: str
) -> None:
    assert accepted(draft_of(tmp_path, heading, cells, decision="3")) == titles


def test_rejected_papers_alone_do_not_say_that_the_others_are_accepted(tmp_path: Path) -> None:
    with pytest.raises(ImportSourceError) as caught:
        draft_of(tmp_path, "Rejected", ("yes", "no", ""))
    assert "add `--column decision=3` to the command if all others are" in str(caught.value)


@pytest.mark.parametrize(
    ("headings", "cells", "said"),
    [
        ("Accepted,Rejected", ("x,x", "x,", ",x"), "`x` as accepted and `x` as rejected"),
        ("Decision,Accepted", ("accept,no", ",", ","), "`accept` as decision and `no` as accepted"),
        ("Accepted,Angenommen", ("yes,no", ",", ","), "several columns may hold the decision"),
        ("Accepted", ("", "", ""), "if all of them are, add `--column accepted=none`"),
        ("Decision,Withdrawn", ("accept,later", ",no", ","), "`later` (1) as withdrawn may be"),
    ],
)
def test_columns_that_contradict_each_other_are_refused(
    tmp_path: Path, headings: str, cells: Sequence[str], said: str
) -> None:
    with pytest.raises(ImportSourceError) as caught:
        draft_of(tmp_path, headings, cells)
    assert said in str(caught.value)


def test_where_no_column_says_it_all_papers_count_and_the_command_says_so(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "Average score,Decision date", ("3.5,2027-01-01", "2,", "1,"))
    assert accepted(draft) == TITLES
    assert draft.diagnostics[0].message == (
        "no column says which papers are accepted, so all 3 papers count as accepted"
    )


def test_a_system_without_decisions_is_asked_for_a_column_that_was_added(tmp_path: Path) -> None:
    table = written(
        tmp_path / "papers.csv",
        "ID,Title,Authors,Accepted?\n1,A,Ann Author,yes\n2,B,Bob Writer,no\n",
    )
    assert accepted(read_papers(table, "2027")) == "A"


def test_a_number_of_a_volume_decides_nothing(tmp_path: Path) -> None:
    assert (
        accepted(draft_of(tmp_path, "Volume number,Issue number", ("1,1", "1,2", "1,1"))) == "ABC"
    )


def test_a_second_column_is_still_asked_for_where_the_status_is_none(tmp_path: Path) -> None:
    cells = ("Production,Accept Submission", "Review,Decline Submission", "Production,")
    with pytest.raises(ImportSourceError) as caught:
        draft_of(tmp_path, "Status,Editor Decision 1 (Editor 1)", cells, status="none")
    assert "`--column decision=4`" in str(caught.value)


def test_how_a_paper_is_presented_is_no_decision(tmp_path: Path) -> None:
    table = "Title,Authors,Presentation format,Decision\nOne,Ann Author,Poster,Accept\n"
    (paper,) = read_papers(written(tmp_path / "p.csv", table), "2026").papers
    assert paper["title"] == "One"
    silent = table.replace(",Decision", "").replace(",Accept", "")
    draft = read_papers(written(tmp_path / "q.csv", silent), "2026")
    assert "no-decisions" in [found.code for found in draft.diagnostics]


def test_a_published_paper_was_accepted(tmp_path: Path) -> None:
    table = "Title,Authors,Status\nOne,Ann Author,Published\nTwo,Bob Builder,Rejected\n"
    (paper,) = read_papers(written(tmp_path / "p.csv", table), "2026").papers
    assert paper["title"] == "One"
