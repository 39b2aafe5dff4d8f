"""Titles in lists of papers with what is likely no part of them, and words with broken letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.broken_letters import warn_of_broken_letters
from proposal.importers.draft import Draft
from proposal.importers.papers import read_papers
from tests.importers.bringing import written


def draft_of(tmp_path: Path, *rows: str) -> Draft:
    table = "\n".join(["Title,Authors,Decision", *(f"{row},accept" for row in rows)])
    return read_papers(written(tmp_path / "papers.csv", f"{table}\n"), "2027")


def messages(draft: Draft, code: str) -> list[str]:
    return [found.message for found in draft.diagnostics if found.code == code]


@pytest.mark.parametrize(
    ("title", "remark"),
    [
        ("A Study (Best Paper Award)", "(Best Paper Award)"),
        ("[Best Paper] A Study", "[Best Paper]"),
        ("A Study [Oral]", "[Oral]"),
        ("A Study (short paper)", "(short paper)"),
        ("★ A Study", "★"),
    ],
)
def test_a_remark_in_a_title_is_reported(tmp_path: Path, title: str, remark: str) -> None:
    draft = draft_of(tmp_path, f"{title},Ann Author")
    assert messages(draft, "odd-title") == [f"`{remark}` may be no part of the title “{title}”"]
    assert draft.papers[0]["title"] == title


@pytest.mark.parametrize(
    "title",
    [
        *("A Study (Extended Abstract)", "Finding the Best (Paper) Planes", "Short Papers"),
        *("Sampling (Best of N)", "Delivery (Best Effort)"),
    ],
)
def test_words_that_belong_to_titles_are_not_reported(tmp_path: Path, title: str) -> None:
    assert messages(draft_of(tmp_path, f"{title},Ann Author"), "odd-title") == []


def test_numbers_before_all_titles_are_reported(tmp_path: Path) -> None:
    first = "12. A Study,Ann Author"
    numbered = draft_of(tmp_path, first, "#13 Samples,Bob Writer", "Paper 14: More,Cara Scholar")
    assert messages(numbered, "odd-title") == [
        "all titles begin with a number, as “12. A Study” does"
    ]
    assert messages(draft_of(tmp_path, first, "Samples,Bob Writer"), "odd-title") == []
    years = draft_of(tmp_path, "2001: A Study,Ann Author", "1984: A Study,Bob Writer")
    assert messages(years, "odd-title") == []


def test_words_whose_letters_were_broken_before_are_reported(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path, "Donâ€™t Stop,JÃ¼rgen Muster", "Ça va à Ângela,Zoë Exemple", "ÀÉ Łódź,山田太郎"
    )
    warn_of_broken_letters(draft)
    (said,) = messages(draft, "broken-letters")
    assert said == "letters are broken in the source: `Donâ€™t` (Don’t), `JÃ¼rgen` (Jürgen)"


def test_two_names_with_a_comma_are_doubted_beside_names_that_are_turned_round(
    tmp_path: Path,
) -> None:
    text = (
        "@inproceedings{a, title={One Thing}, author={Author, Ann and Writer, Bob}}\n"
        "@inproceedings{b, title={Two Things}, author={Cara Scholar, Dan Drafter}}\n"
    )
    draft = read_papers(written(tmp_path / "papers.bib", text), "2027")
    (said,) = messages(draft, "doubtful-name")
    assert "`Cara Scholar, Dan Drafter` is one name to BibTeX" in said


@pytest.mark.parametrize("title", ["CAFÉ’S Study", "„Spaß“ am Lernen", "“A MANHÃ”", "Die SANTÉ®"])
def test_letters_before_signs_are_not_broken(tmp_path: Path, title: str) -> None:
    draft = draft_of(tmp_path, f"{title},Ann Author")
    warn_of_broken_letters(draft)
    assert messages(draft, "broken-letters") == []
