"""Lists of papers as people keep them in spreadsheets of their own, in several languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.column_choices import parsed_choices
from proposal.importers.papers import read_papers
from tests.importers.bringing import written

ANN, BOB, CAT = "Ann Author", "Bob Builder", "Cat Coder"


def people(path: Path) -> dict[str, list[str]]:
    """The names of the authors of each paper that is read."""
    papers: list[dict[str, Any]] = read_papers(path, "2027").papers
    return {
        str(paper["title"]): [
            str(one["name"]) if isinstance(one, dict) else str(one) for one in paper["authors"]
        ]
        for paper in papers
    }


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            (
                "Paper Title,Author 1,Author 2,Author 3,Accepted?\n"
                "One,Ann Author,Bob Builder,,TRUE\nTwo,Cat Coder,,,FALSE\n"
            ),
            [ANN, BOB],
        ),
        (
            'Title,First author,Co-authors,Accepted\nOne,Ann Author,"Bob Builder, Cat Coder",yes\n',
            [ANN, BOB, CAT],
        ),
        (
            (
                "Titel;Autor/innen;Status;Vortrag/Poster\nOne;Ann Author;zugesagt;Vortrag\n"
                "Two;Bob Builder;abgesagt;Poster\n"
            ),
            [ANN],
        ),
        (
            (
                "Titel;Autorinnen und Autoren;Ergebnis\nOne;Ann Author und Bob Builder;Annahme\n"
                "Two;Cat Coder;Ablehnung\n"
            ),
            [ANN, BOB],
        ),
        (
            (
                "Titel;Vorname;Nachname;angenommen (ja/nein)\nOne;Ann;Author;ja\n"
                "One;Bob;Builder;ja\nTwo;Cat;Coder;nein\n"
            ),
            [ANN, BOB],
        ),
        ("Titre,Auteurs,Accepté\nOne,Ann Author et Bob Builder,OUI\n", [ANN, BOB]),
        ("Título,Autores,Aceptado\nOne,Ann Author y Bob Builder,Sí\nTwo,X Y,No\n", [ANN, BOB]),
        ("Titolo,Autori,Accettato\nOne,Ann Author e Bob Builder,SI\nTwo,X Y,NO\n", [ANN, BOB]),
        ("Title,Author(s),Accept/Reject\nOne,Ann Author,Accept\nTwo,X Y,Reject\n", [ANN]),
        (
            (
                "Title,Authors,Decision,Withdrawn on\nOne,Ann Author,accept,\n"
                "Two,X Y,accept,2027-05-01\n"
            ),
            [ANN],
        ),
        ("Title,Authors,Poster/Talk\nOne,Ann Author & Bob Builder,Talk\n", [ANN, BOB]),
    ],
)
def test_a_list_of_ones_own_is_read(tmp_path: Path, table: str, found: list[str]) -> None:
    assert people(written(tmp_path / "papers.csv", table)) == {"One": found}


def test_columns_of_one_author_stay_with_the_author(tmp_path: Path) -> None:
    table = (
        "Title,Author 1,Affiliation 1,Email 1,Author 2,Affiliation 2,Email 2\n"
        "One,Ann Author,Uni A,,Bob Builder,Uni B,bob@example.org\nTwo,Cat Coder,Uni C,,,,\n"
    )
    one, two = read_papers(written(tmp_path / "papers.csv", table), "2027").papers
    assert one["authors"] == [
        {"name": ANN, "affiliation": "Uni A"},
        {"name": BOB, "affiliation": "Uni B", "email": "bob@example.org"},
    ]
    assert two["authors"] == [{"name": CAT, "affiliation": "Uni C"}]


def test_a_list_with_the_headings_of_a_system_keeps_its_own_columns(tmp_path: Path) -> None:
    table = "ID,Title,Authors,Affiliations\n1,One,Ann Author; Bob Builder,Uni A; Uni B\n"
    (paper,) = read_papers(written(tmp_path / "papers.csv", table), "2027").papers
    assert paper["authors"] == [
        {"name": ANN, "affiliation": "Uni A"},
        {"name": BOB, "affiliation": "Uni B"},
    ]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            "Title,Authors,Accepted\nOne,Ann Author,yes\n,Bob Builder,\n",
            "papers.csv:3: this row names Bob Builder and no title",
        ),
        (
            "title,authors\nOne,\"[{'name': 'Ann Author'}]\"\n",
            "is no name of an author alone",
        ),
        ("Title,Authors\nOne,Ann Author (corresponding)\n", "a column Corresponding author"),
        ("Title,Authors\nOne,_Ann Author_\n", "is no name of an author alone"),
        ("Title,Authors,Oral,Poster\nOne,Ann Author,x,\n", "the column Oral seems to say"),
        ("Title,Authors\nOne,TBD\n", "lists no accepted paper (1 without a title or authors)"),
        ("Title,R1,R2,Authors\nOne,accept,reject,Ann Author\n", "the columns R1, R2 seem to say"),
        ("Name,Email,Role\nAnn Author,ann@example.org,chair\n", "type `proposal import people`"),
        (
            'Authors,Title\nA Study of X,"Ann Author, Bob de Builder"\nWhy X?,Cat Coder\n',
            "add `--column title=1 --column authors=2`",
        ),
    ],
)
def test_what_nobody_can_know_is_refused(tmp_path: Path, table: str, said: str) -> None:
    with pytest.raises(ImportSourceError) as caught:
        people(written(tmp_path / "papers.csv", table))
    assert said in str(caught.value)


def workbook(folder: Path, *names: str) -> Path:
    """A workbook with a paper in each of its sheets, which is called as the sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in names:
        sheet = book.create_sheet(name)
        sheet.append(["Title", "Authors"])
        sheet.append([f"On {name}", ANN])
    book.save(folder / "papers.xlsx")
    return folder / "papers.xlsx"


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Abgelehnt", "Angenommen"), "On Angenommen"),
        (("All submissions", "Accepted"), "On Accepted"),
        (("Talks", "Rejected"), "On Talks"),
        (("Full", "Papers", "Short"), "On Papers"),
    ],
)
def test_the_sheet_of_accepted_papers_is_read(
    tmp_path: Path, names: tuple[str, ...], found: str
) -> None:
    assert list(people(workbook(tmp_path, *names))) == [found]


@pytest.mark.parametrize("names", [("Full", "Short"), ("Rejected", "Withdrawn")])
def test_sheets_that_all_list_papers_are_a_question(tmp_path: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(ImportSourceError) as caught:
        people(workbook(tmp_path, *names))
    assert "list papers, and nobody can say which are meant" in str(caught.value)


PARTED = {
    "Author 1 First Name,Author 1 Last Name,Author 1 Affiliation,Author 1 Email": (
        "Author 2 First Name,Author 2 Last Name,Author 2 Affiliation,Author 2 Email"
    ),
    "1: First Name,1: Last Name,1: Affiliation,1: Email": (
        "2: First Name,2: Last Name,2: Affiliation,2: Email"
    ),
    "Given name 1,Family name 1,Institution 1,Email 1": (
        "Given name 2,Family name 2,Institution 2,Email 2"
    ),
}


@pytest.mark.parametrize(("first", "second"), PARTED.items())
def test_columns_that_part_the_names_of_authors_are_read(
    tmp_path: Path, first: str, second: str
) -> None:
    table = (
        f"Paper ID,Title,Contact email,Presenter,{first},{second},Note\n"
        "1,One,z@example.org,Bob van Builder,Ana Bea,García Muestra,Uni A,a@example.org,"
        "Bob,van Builder,,b@example.org,left\n"
        "2,Two,z@example.org,,Wei,Ng,Uni B,,,,,,\n"
    )
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert [paper["authors"] for paper in draft.papers] == [
        [
            {
                "name": "Ana Bea García Muestra",
                "family_name": "García Muestra",
                "affiliation": "Uni A",
                "email": "a@example.org",
            },
            {"name": "Bob van Builder", "email": "b@example.org", "presenter": True},
        ],
        [{"name": "Wei Ng", "affiliation": "Uni B"}],
    ]
    (unread,) = [found.message for found in draft.diagnostics if found.code == "unread-columns"]
    assert unread.endswith("Contact email (of the paper) (2), Note (1)")


def test_the_first_and_the_last_page_may_have_columns_of_their_own(tmp_path: Path) -> None:
    table = (
        "Title,Authors,Start Page,End Page\nA,Ann Author,1,5\nB,Ann Author,6,\nC,Ann Author,,9\n"
    )
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert [paper.get("pages") for paper in draft.papers] == ["1-5", "6", None]


@pytest.mark.parametrize(
    ("authors", "ways"),
    [
        (
            "Ann Author, MIT, Bob Builder",
            "write `Ann Author (MIT); Bob Builder` or `Ann Author; MIT; Bob Builder`",
        ),
        (
            "Ann Author, MIT, Bob Builder, EPFL",
            "write `Ann Author (MIT); Bob Builder (EPFL)` or `Ann Author; MIT; Bob Builder; EPFL`",
        ),
    ],
)
def test_an_acronym_in_a_list_of_names_is_a_question(
    tmp_path: Path, authors: str, ways: str
) -> None:
    with pytest.raises(ImportSourceError) as caught:
        people(written(tmp_path / "papers.csv", f'Title,Authors\nOne,"{authors}"\n'))
    assert ways in str(caught.value)


def test_a_lone_word_in_a_list_of_names_is_doubted(tmp_path: Path) -> None:
    table = 'Title,Authors\nOne,"Ann Author, Suharto, Bob Builder"\n'
    draft = read_papers(written(tmp_path / "papers.csv", table), "2027")
    assert draft.papers[0]["authors"] == [ANN, "Suharto", BOB]
    (doubt,) = [found.message for found in draft.diagnostics if found.code == "doubtful-name"]
    assert doubt.startswith("`Suharto` is taken for an author with one name")


def test_a_list_in_capitals_has_no_acronyms(tmp_path: Path) -> None:
    table = 'Title,Authors\nOne,"ANN AUTHOR, SUHARTO, BOB BUILDER"\n'
    assert len(people(written(tmp_path / "papers.csv", table))["One"]) == 3


def test_the_names_of_zoteros_table_are_turned_round(tmp_path: Path) -> None:
    table = (
        '"Key","Item Type","Author","Title"\n'
        '"A","conferencePaper","Author, Ann; van der Builder, Bob","One"\n'
        '"B","conferencePaper","García Muestra, Ana María","Two"\n'
        '"C","conferencePaper","Sample Collaboration; Coder, Cat","Three"\n'
    )
    papers = read_papers(written(tmp_path / "zotero.csv", table), "2026").papers
    assert [paper["authors"] for paper in papers] == [
        ["Ann Author", "Bob van der Builder"],
        [{"name": "Ana María García Muestra", "family_name": "García Muestra"}],
        ["Sample Collaboration", "Cat Coder"],
    ]


def test_a_list_without_headings_loses_no_paper_to_a_named_column(tmp_path: Path) -> None:
    rows = 'A First Paper,"Ann Author, Bob Builder"\nA Second Paper,Cat Coder\n'
    path = written(tmp_path / "papers.csv", rows)
    choices = parsed_choices(["title=1", "authors=2"])
    with pytest.raises(ImportSourceError, match=r"papers\.csv:1: `Ann Author, Bob Builder` is no"):
        read_papers(path, "2027", choices)
    with pytest.raises(ImportSourceError, match="or put a row of headings above all others"):
        read_papers(path, "2027")


def test_institutions_behind_colons_are_those_of_the_names_before(tmp_path: Path) -> None:
    cell = "Ann Author: Example University; Bob Builder: Institute of Y, Austria"
    path = written(tmp_path / "papers.csv", f'Title,Authors\nOne,"{cell}"\n')
    assert read_papers(path, "2027").papers[0]["authors"] == [
        {"name": ANN, "affiliation": "Example University"},
        {"name": BOB, "affiliation": "Institute of Y, Austria"},
    ]


def test_commas_of_a_text_in_several_lines_are_none_between_cells(tmp_path: Path) -> None:
    text = "We show a, b, c\nand d, e, f, g"
    table = f'ID,Title,Authors,Abstract,Keywords,Track\n1,One,Ann Author,"{text}",k,t\n'
    assert {line.count(",") for line in table.splitlines()} == {5}
    papers = read_papers(written(tmp_path / "papers.csv", table), "2027").papers
    assert papers[0]["abstract"] == text


@pytest.mark.parametrize(
    "document",
    [
        [{"paperTitle": "One", "authorNames": "Ann Author; Bob Builder"}],
        {"papers": [{"title": "One", "authors": ["Ann Author", "Bob Builder"]}], "year": 2027},
        {"7": {"title": "One", "authors": "Ann Author, Bob Builder"}},
        [
            {
                "title": "One",
                "authors": [{"name": "Ann Author"}, {"first": "Bob", "last": "Builder"}],
            }
        ],
    ],
)
def test_records_in_json_are_a_list_of_papers(tmp_path: Path, document: object) -> None:
    path = written(tmp_path / "papers.json", json.dumps(document))
    assert people(path) == {"One": [ANN, BOB]}


def test_authors_in_json_keep_their_institutions(tmp_path: Path) -> None:
    places = [{"name": "Uni A"}, {"name": "Uni B"}]
    authors = [{"name": ANN, "affiliation": "Uni A"}, {"name": BOB, "affiliations": places}]
    path = written(tmp_path / "papers.json", json.dumps([{"title": "One", "authors": authors}]))
    assert read_papers(path, "2027").papers[0]["authors"] == [
        {"name": ANN, "affiliation": "Uni A"},
        {"name": BOB, "affiliation": "Uni A; Uni B"},
    ]


def test_records_without_authors_are_refused_with_their_keys(tmp_path: Path) -> None:
    path = written(tmp_path / "papers.json", '[{"id": 1, "name": "One", "writers": "Ann Author"}]')
    with pytest.raises(ImportSourceError, match=r"its headings are: id, name, writers\. Say where"):
        read_papers(path, "2027")


def test_rows_of_one_paper_with_one_author_a_row_are_one_paper(tmp_path: Path) -> None:
    table = (
        "EDAS ID,Paper title,Author,Author affiliation,Author country,Status\n"
        "71,One,Ann Author,Uni A,USA,Accepted\n71,One,Bob Builder,,France,Accepted\n"
        "71,One,Cat Coder,Uni C,Japan,Accepted\n72,Two,Ann Author,Uni A,USA,Accepted\n"
    )
    one, two = read_papers(written(tmp_path / "edas.csv", table), "2027").papers
    assert one["authors"] == [
        {"name": ANN, "affiliation": "Uni A"},
        BOB,
        {"name": CAT, "affiliation": "Uni C"},
    ]
    assert two["authors"] == [{"name": ANN, "affiliation": "Uni A"}]


def test_a_row_that_says_the_same_again_is_no_second_author(tmp_path: Path) -> None:
    table = "ID,Title,Author\n1,One,Ann Author\n1,One,Ann Author\n"
    draft = read_papers(written(tmp_path / "papers.csv", table), "2027")
    assert [paper["authors"] for paper in draft.papers] == [[ANN]]
    assert "paper-twice" in [found.code for found in draft.diagnostics]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Tytuł pracy,Autorzy,Afiliacja", "One,Ann Author; Bob Builder,Uni A; Uni B"),
        ("Название доклада,Авторы,Организация", "One,Ann Author; Bob Builder,Uni A; Uni B"),
        ("Bildiri başlığı,Yazarlar,Kurum", "One,Ann Author; Bob Builder,Uni A; Uni B"),
        ("论文题目,作者,单位", "One,Ann Author；Bob Builder,Uni A；Uni B"),
    ],
)
def test_headings_and_signs_of_other_languages_are_read(
    tmp_path: Path, headings: str, cells: str
) -> None:
    path = written(tmp_path / "papers.csv", f"{headings}\n{cells}\n")
    assert read_papers(path, "2027").papers[0]["authors"] == [
        {"name": ANN, "affiliation": "Uni A"},
        {"name": BOB, "affiliation": "Uni B"},
    ]


def test_names_between_middle_dots_are_several(tmp_path: Path) -> None:
    table = "Title,Authors\nOne,山田太郎・佐藤花子\nTwo,マリア・サンプル\n"
    assert people(written(tmp_path / "papers.csv", table)) == {
        "One": ["山田太郎", "佐藤花子"],
        "Two": ["マリア・サンプル"],
    }


def test_hidden_and_struck_rows_are_read_and_reported(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Title", "Authors"], ["One", ANN], ["Two", BOB], ["Three", CAT]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet["A4"].font = Font(strike=True)
    hidden = book.create_sheet("Old")
    hidden.append(["Title", "Authors"])
    hidden.append(["Four", ANN])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "papers.xlsx")
    draft = read_papers(tmp_path / "papers.xlsx", "2027")
    said = [found.message for found in draft.diagnostics if "papers.xlsx" in found.message]
    assert said == [
        "papers.xlsx, row 3: hidden there, and read like others",
        "papers.xlsx, row 4: struck through there, and read like others",
        "of papers.xlsx hidden sheets are not read: Old",
    ]
    assert [paper["title"] for paper in draft.papers] == ["One", "Two", "Three"]


def test_dashes_and_quotes_of_windows_are_no_control_characters(tmp_path: Path) -> None:
    table = "Title,Authors\nOne \x96 \x93Two\x94,Ann Author\n"
    papers = read_papers(written(tmp_path / "papers.csv", table), "2027").papers
    assert papers[0]["title"] == "One – “Two”"


RECORDS = """
- title: "A Study: Placeholders"
  authors: Ann Author and Bob Builder
  date: 2027-01-02
- title: Samples
  authors:
    - {name: Cat Coder, affiliation: Example University, email: cat@example.org}
"""


def test_lists_of_websites_in_yaml_are_read(tmp_path: Path) -> None:
    path = written(tmp_path / "papers.yml", RECORDS)
    assert people(path) == {"A Study: Placeholders": [ANN, BOB], "Samples": [CAT]}
    said = [found.message for found in read_papers(path, "2027").diagnostics]
    assert "keys that are left out, with the number of records: email (1)" in said


def test_what_is_no_list_in_yaml_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "papers.yaml", "- title: [A\n")
    with pytest.raises(ImportSourceError, match="no list of records in YAML"):
        read_papers(path, "2027")


@pytest.mark.parametrize("titled", ["paperTitle", "title"])
def test_ids_of_papers_in_a_list_of_ones_own_are_no_sign_of_a_service(
    tmp_path: Path, titled: str
) -> None:
    record = {titled: "One", "paperAuthors": [ANN], "aff": "Example University", "paperId": 3}
    path = written(tmp_path / "papers.json", json.dumps([record]))
    (paper,) = read_papers(path, "2027").papers
    assert paper["authors"] == [{"name": ANN, "affiliation": "Example University"}]


@pytest.mark.parametrize("name", ["papers.jsonl", "papers.ndjson", "paper.json"])
def test_a_record_alone_is_a_list_of_one_paper(tmp_path: Path, name: str) -> None:
    record = {"title": "One", "authors": [{"name": ANN, "affiliation": "Uni A"}, BOB]}
    assert people(written(tmp_path / name, json.dumps(record))) == {"One": [ANN, BOB]}


def test_the_papers_of_a_workshop_win_over_its_own_title(tmp_path: Path) -> None:
    workshop = {"title": "Samples", "authors": ANN, "papers": [{"title": "One", "authors": BOB}]}
    assert people(written(tmp_path / "site.json", json.dumps(workshop))) == {"One": [BOB]}
