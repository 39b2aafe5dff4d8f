"""Papers whose title, note, pages or authors say that something is not as it looks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import AUTHORS_UNKNOWN, Draft, ImportSourceError
from proposal.importers.papers import read_papers
from tests.importers.bringing import written


def _draft(tmp_path: Path, text: str, name: str = "papers.csv") -> Draft:
    return read_papers(written(tmp_path / name, text), "2027")


def _entry(key: str, title: str, field: str = "") -> str:
    fields = f"title={{{title}}}, author={{Ann Author}}, {field}"
    return f"@inproceedings{{{key}, {fields}}}\n"


def _codes(draft: Draft) -> list[str]:
    return [found.code for found in draft.diagnostics]


def _titles(draft: Draft) -> list[object]:
    return [paper["title"] for paper in draft.papers]


@pytest.mark.parametrize(
    "title",
    ["[Withdrawn] One", "One (withdrawn)", "WITHDRAWN: One", "RETRACTED - One", "One [cancelled]"],
)
def test_a_title_that_is_marked_as_withdrawn_is_no_papers(tmp_path: Path, title: str) -> None:
    draft = _draft(tmp_path, f"Title,Authors\n{title},Ann Author\nTwo,Bob Writer\n")
    assert _titles(draft) == ["Two"]
    assert any("1 withdrawn" in found.message for found in draft.diagnostics)
    draft = _draft(tmp_path, _entry("a", title) + _entry("b", "Two"), "papers.bib")
    assert _titles(draft) == ["Two"]
    assert "undecided-paper" in _codes(draft)


@pytest.mark.parametrize(
    "title", ["Withdrawn: A Study", "On (retracted) papers", "Cancelled Trips"]
)
def test_a_title_about_withdrawal_stays(tmp_path: Path, title: str) -> None:
    assert _titles(_draft(tmp_path, f"Title,Authors\n{title},Ann Author\n")) == [title]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Pages", ("12", "10", "12")),
        ("Start page", ("1", "13", "25")),
        ("Page numbers", ("8",)),
    ],
)
def test_lone_numbers_in_the_place_of_pages_are_left_out(
    tmp_path: Path, headings: str, cells: tuple[str, ...]
) -> None:
    rows = "".join(f"Paper {index},Ann Author,{cell}\n" for index, cell in enumerate(cells))
    draft = _draft(tmp_path, f"Title,Authors,{headings}\n{rows}")
    assert not any("pages" in paper for paper in draft.papers)
    assert "not-pages" in _codes(draft)


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Pages", ("1-12", "13", "14-20")),
        ("Pages", ("21", "23", "22")),
        ("Start page,End page", ("1,12", "13,24", "25,30")),
    ],
)
def test_pages_among_others_and_those_that_follow_each_other_stay(
    tmp_path: Path, headings: str, cells: tuple[str, ...]
) -> None:
    rows = "".join(f"Paper {index},Ann Author,{cell}\n" for index, cell in enumerate(cells))
    draft = _draft(tmp_path, f"Title,Authors,{headings}\n{rows}")
    assert [paper["pages"] for paper in draft.papers] == [cell.replace(",", "-") for cell in cells]


@pytest.mark.parametrize(
    "field",
    [
        "note={under review}",
        "note={Withdrawn}",
        "booktitle={Submitted to Example Workshop}",
    ],
)
def test_an_entry_that_says_that_it_is_not_accepted_is_left_out(tmp_path: Path, field: str) -> None:
    entry = _entry("a", "One", field)
    other = _entry("b", "Two", "note={Best Paper Award}")
    draft = _draft(tmp_path, entry + other, "papers.bib")
    assert _titles(draft) == ["Two"]
    assert "undecided-paper" in _codes(draft)
    with pytest.raises(ImportSourceError, match="lists no accepted paper"):
        _draft(tmp_path, entry, "papers.bib")


def test_anonymous_authors_of_a_bibliography_are_unknown(tmp_path: Path) -> None:
    draft = _draft(tmp_path, "@inproceedings{a, title={One}, author={Anonymous}}\n", "papers.bib")
    assert [paper["authors"] for paper in draft.papers] == [[AUTHORS_UNKNOWN]]
    assert "to-confirm" in _codes(draft)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("pages={101-9}", "not-pages"),
        ("pages={1-4, 7}", "not-pages"),
        ("doi={forthcoming}", "not-a-doi"),
    ],
)
def test_wrong_pages_and_dois_of_a_bibliography_are_reported(
    tmp_path: Path, field: str, code: str
) -> None:
    entry = _entry("a", "One", field)
    draft = _draft(tmp_path, entry, "papers.bib")
    assert not draft.papers[0].keys() & {"pages", "doi"}
    assert code in _codes(draft)


def test_marks_of_formulas_in_names_of_a_bibliography_are_asked_for(tmp_path: Path) -> None:
    entry = r"@inproceedings{a, title={One}, author={Ann Author and Bob Writer$^{1,\ast}$}}"
    other = "\n@inproceedings{b, title={Two}, author={Bob Writer}}\n"
    draft = _draft(tmp_path, entry + other, "papers.bib")
    assert _titles(draft) == ["Two"]
    assert "unread-authors" in _codes(draft)
    assert not draft.has_all_papers


def test_cmts_stars_at_addresses_are_no_part_of_them(tmp_path: Path) -> None:
    table = (
        "Paper ID,Paper Title,Authors,Author Emails\n"
        "7,One,Ann Author (Uni A)*; Bob Writer (Uni B),ann@example.org*; bob@example.org\n"
    )
    authors: Any = _draft(tmp_path, table).papers[0]["authors"]
    assert [one["email"] for one in authors] == ["ann@example.org", "bob@example.org"]


def _refusal(tmp_path: Path, text: str) -> str:
    with pytest.raises(ImportSourceError) as caught:
        _draft(tmp_path, text)
    return str(caught.value).removeprefix(f"{tmp_path}/")


@pytest.mark.parametrize("number", ["1.57E+09", "1,57E+09", "1.57e9"])
def test_numbers_that_a_spreadsheet_has_shortened_are_refused(tmp_path: Path, number: str) -> None:
    table = f'Paper #,Title,Authors\n"{number}",One,Ann Author\n"{number}",Two,Bob Writer\n'
    said = _refusal(tmp_path, table)
    assert said.startswith("papers.csv:2, column A: a spreadsheet program has shortened")


@pytest.mark.parametrize(
    ("typed", "number"), [("#12", 12), ('"=""0012"""', "0012"), ("'0012", "0012"), ("12.0", 12)]
)
def test_signs_around_numbers_are_no_part_of_them(
    tmp_path: Path, typed: str, number: object
) -> None:
    draft = _draft(tmp_path, f"Paper #,Title,Authors\n{typed},One,Ann Author\n")
    assert draft.papers[0]["number"] == number


def test_formulas_in_tables_of_text_are_refused(tmp_path: Path) -> None:
    said = _refusal(tmp_path, 'Title,Authors\n"=HYPERLINK(""https://x.org"",""One"")",Ann Author\n')
    assert said.startswith("papers.csv:2, column A: this cell holds a formula")


def test_a_title_as_a_link_is_a_title_and_an_address(tmp_path: Path) -> None:
    draft = _draft(tmp_path, "Title,Authors\n[One](https://example.org/1.pdf),Ann Author\n")
    (paper,) = draft.papers
    assert (paper["title"], paper["pdf"]) == ("One", "https://example.org/1.pdf")


def test_answers_in_a_column_of_awards_are_none(tmp_path: Path) -> None:
    rows = "One,Ann Author,no\nTwo,Bob Writer,yes\nThree,Cara Test,Best Paper\n"
    draft = _draft(tmp_path, f"Title,Authors,Award\n{rows}")
    assert [paper.get("award") for paper in draft.papers] == [None, None, "Best Paper"]
    assert _codes(draft).count("unnamed-award") == 1


def test_two_titles_of_a_paper_are_asked_for(tmp_path: Path) -> None:
    said = _refusal(tmp_path, "ID,Title,Camera-ready title,Authors\n1,Old,New,Ann Author\n")
    assert "several columns may hold the title (Title, Camera-ready title)" in said


@pytest.mark.parametrize(
    ("column", "cell", "key", "values"),
    [
        (
            "Emails",
            "Bob Writer <bob@example.org>; Ann Author <ann@example.org>",
            "email",
            ["ann@example.org", "bob@example.org"],
        ),
        ("Emails", "Bob Writer (bob@example.org)", "email", [None, "bob@example.org"]),
        ("ORCID", "Bob Writer: 0000-0001-5109-3700", "orcid", [None, "0000-0001-5109-3700"]),
    ],
)
def test_addresses_and_ids_beside_names_are_those_of_the_named(
    tmp_path: Path, column: str, cell: str, key: str, values: list[str | None]
) -> None:
    table = f'Title,Authors,{column}\nOne,"Ann Author, Bob Writer",{cell}\n'
    authors: Any = _draft(tmp_path, table).papers[0]["authors"]
    assert [one.get(key) if isinstance(one, dict) else None for one in authors] == values


@pytest.mark.parametrize(
    ("abstract", "keywords"),
    [
        ("Abstract: We show it.", "Keywords: samples, tests."),
        ("ABSTRACT—We show it.", "Index Terms—samples; tests"),
        ('"Abstract\nWe show it."', "samples · tests"),
    ],
)
def test_labels_that_were_copied_with_abstract_and_keywords_are_left_out(
    tmp_path: Path, abstract: str, keywords: str
) -> None:
    table = f'Title,Authors,Abstract,Keywords\nOne,Ann Author,{abstract},"{keywords}"\n'
    (paper,) = _draft(tmp_path, table).papers
    assert (paper["abstract"], paper["keywords"]) == ("We show it.", ["samples", "tests"])


def test_an_abstract_that_begins_with_the_word_keeps_it(tmp_path: Path) -> None:
    table = "Title,Authors,Abstract\nOne,Ann Author,Abstract interpretation is old.\n"
    assert _draft(tmp_path, table).papers[0]["abstract"] == "Abstract interpretation is old."


def test_an_abstract_to_be_announced_is_none(tmp_path: Path) -> None:
    table = "Title,Authors,Abstract\nOne,Ann Author,TBA\n"
    assert "abstract" not in _draft(tmp_path, table).papers[0]
