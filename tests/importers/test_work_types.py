"""Books, theses and volumes of proceedings among references, which are no papers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.papers import read_papers
from tests.importers.bringing import written

BIB = (
    "@xdata{shared, keywords={lists}, author={Ann Author}}\n"
    "@inproceedings{a, title={A Paper}, xdata={shared}}\n"
    "@inproceedings{a, title={Another}, author={Bob Builder}}\n"
    "@proceedings{b, title={A Volume}, editor={Ann Author}}\n"
    "@phdthesis{c, title={A Thesis}, author={Ann Author}}\n"
)
RIS = (
    "TY  - BOOK\nTI  - A Volume\nAU  - Author, Ann\nER  -\n"
    "TY  - CPAPER\nTI  - A Paper\nAU  - Author, Ann\nID  - 4711\nER  -\n"
    "TY  - THES\nTI  - A Thesis\nAU  - Author, Ann\nER  -\n"
)
CSL = json.dumps(
    [
        {"type": "book", "title": "A Volume", "author": [{"family": "Author", "given": "Ann"}]},
        {"type": "paper-conference", "title": "A Paper",
         "author": [{"family": "Author", "given": "Ann"}]},
        {"type": "thesis", "title": "A Thesis"},
    ]
)  # fmt: skip

ZOTERO = (
    '"Key","Item Type","Author","Title","Abstract Note"\n'
    '"A1","book","Author, Ann","A Volume",""\n'
    '"A2","conferencePaper","Author, Ann; van Builder, Bob; Plato","A Paper","Placeholder."\n'
    '"A3","thesis","Author, Ann","A Thesis",""\n'
)


def draft_of(tmp_path: Path, name: str, text: str) -> Draft:
    return read_papers(written(tmp_path / name, text), "2027")


@pytest.mark.parametrize(
    ("name", "text"), [("papers.bib", BIB), ("papers.ris", RIS), ("papers.json", CSL)]
)
def test_works_that_are_no_papers_are_left_out_and_reported(
    tmp_path: Path, name: str, text: str
) -> None:
    draft = draft_of(tmp_path, name, text)
    (paper,) = draft.papers
    assert (paper["title"], paper["authors"]) == ("A Paper", ["Ann Author"])
    assert "number" not in paper
    left_out = [found.message for found in draft.diagnostics if found.code == "not-a-paper"]
    assert ["A Volume" in left_out[0], "A Thesis" in left_out[1]] == [True, True]


def test_the_second_entry_of_one_key_is_left_out_and_reported(tmp_path: Path) -> None:
    messages = [found.message for found in draft_of(tmp_path, "papers.bib", BIB).diagnostics]
    assert "a second entry has the key `a`, and is left out" in messages


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("papers.bib", "@book{a, title={A Volume}, author={Ann Author}}"),
        ("papers.ris", "TY  - BOOK\nTI  - A Volume\nER  -\n"),
    ],
)
def test_a_list_without_papers_is_refused(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(ImportSourceError) as caught:
        draft_of(tmp_path, name, text)
    assert "if it is a paper of the workshop, write " in str(caught.value)


def test_zoteros_table_has_names_in_its_order_and_abstracts(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "papers.csv", ZOTERO)
    (paper,) = draft.papers
    assert paper["authors"] == ["Ann Author", "Bob van Builder", "Plato"]
    assert paper["abstract"] == "Placeholder."
    assert [one.message for one in draft.diagnostics if one.code == "not-a-paper"] == [
        f"“{title}” is of the type {kind}, as no paper is, and is left out (column Item Type)"
        for title, kind in (("A Volume", "book"), ("A Thesis", "thesis"))
    ]


def test_what_spreadsheets_make_of_numbers_is_read_or_reported(tmp_path: Path) -> None:
    table = (
        "Number,Title,Authors,Pages\n7.0,One,Ann Author,5-Jan\n8.0,Two,Ann Author,6-9\n"
        "9.0,Three,Ann Author,45658\n10.0,Four,Ann Author,05.01.2025\n"
    )
    draft = draft_of(tmp_path, "papers.csv", table)
    assert [(paper["number"], paper.get("pages")) for paper in draft.papers] == [
        (7, None),
        (8, "6-9"),
        (9, None),
        (10, None),
    ]
    doubts = [one.message for one in draft.diagnostics if one.code == "not-pages"]
    assert len(doubts) == 3
    assert "`45658` may be what a spreadsheet keeps of 2025-01-01; it is left out" in doubts[1]


def test_the_number_of_an_article_in_a_bibliography_is_its_page(tmp_path: Path) -> None:
    entry = "@article{a, title={One}, author={Ann Author}, pages={45658}}"
    (paper,) = draft_of(tmp_path, "papers.bib", entry).papers
    assert paper["pages"] == "45658"
