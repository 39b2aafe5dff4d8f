"""Tables with columns for each author or presenter, and what stands beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft
from proposal.importers.papers import read_papers
from tests.importers.bringing import written


def draft(tmp_path: Path, table: str) -> Draft:
    return read_papers(written(tmp_path / "papers.csv", table), "2026")


def authors_of(read: Draft) -> list[Any]:
    return [paper["authors"] for paper in read.papers]


def codes(read: Draft) -> list[str]:
    return [found.code for found in read.diagnostics]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("1: First Name,1: Last Name,2: First Name,2: Last Name", "Ann,Author,Bob,Builder"),
        ("Author 1,Author 2", "Ann Author,Bob Builder"),
        ("1. Author,2. Author", "Ann Author,Bob Builder"),
    ],
)
@pytest.mark.parametrize(
    "listed", ["Ann Author, Bob Builder and Cat Coder", "Author, A.; Builder, B.; Coder, Cat"]
)
def test_an_author_without_columns_is_taken_from_the_list_of_all(
    tmp_path: Path, headings: str, cells: str, listed: str
) -> None:
    read = draft(tmp_path, f'Title,Authors,{headings}\nOne,"{listed}",{cells}\n')
    assert authors_of(read) == [["Ann Author", "Bob Builder", "Cat Coder"]]
    (said,) = [found.message for found in read.diagnostics if found.code == "authors-differ"]
    assert said.startswith("Cat Coder stands here and not in the columns of each author")


def test_a_list_of_others_beside_columns_of_authors_is_reported(tmp_path: Path) -> None:
    headings = "Title,Authors,1: First Name,1: Last Name,2: First Name,2: Last Name"
    listed = "Dan Doer, Eve Editor and Fay Fixer"
    read = draft(tmp_path, f'{headings}\nOne,"{listed}",Ann,Author,Bob,Builder\n')
    assert authors_of(read) == [["Ann Author", "Bob Builder"]]
    assert "authors-differ" in codes(read)


def test_the_same_authors_in_a_list_and_in_columns_are_no_difference(tmp_path: Path) -> None:
    headings = "Title,Authors,Author 1,Author 2,Affiliation 1,Affiliation 2"
    read = draft(
        tmp_path, f'{headings}\nOne,"Ann Author, Bob Builder",Ann Author,Bob Builder,X,Y\n'
    )
    assert authors_of(read) == [
        [{"name": "Ann Author", "affiliation": "X"}, {"name": "Bob Builder", "affiliation": "Y"}]
    ]
    assert "authors-differ" not in codes(read)


PRESENTERS = (
    "Presenter 1 First Name,Presenter 1 Last Name,Presenter 1 Institution,Presenter 1 Email,"
    "Presenter 2 First Name,Presenter 2 Last Name,Presenter 2 Institution"
)


def test_presenters_are_the_authors_of_a_table_that_names_none_which_is_said(
    tmp_path: Path,
) -> None:
    table = (
        f"Presentation Title,{PRESENTERS}\n"
        "One,Ann,van der Author,X,ann@example.org,Bob,Builder,Y\n"
        "Two,Cat,Coder,X,,,,\n"
    )
    read = draft(tmp_path, table)
    assert authors_of(read) == [
        [
            {"name": "Ann van der Author", "affiliation": "X", "email": "ann@example.org"},
            {"name": "Bob Builder", "affiliation": "Y"},
        ],
        [{"name": "Cat Coder", "affiliation": "X"}],
    ]
    assert "presenters-as-authors" in codes(read)


def test_presenters_in_columns_of_their_own_are_marked_among_the_authors(tmp_path: Path) -> None:
    table = f'Title,Authors,{PRESENTERS}\nOne,"Ann Author; Bob Builder",Bob,Builder,Y,,,,\n'
    read = draft(tmp_path, table)
    assert authors_of(read) == [["Ann Author", {"name": "Bob Builder", "presenter": True}]]
    assert "presenters-as-authors" not in codes(read)


def test_a_refusal_names_the_headings_as_they_are_typed(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="its headings are: Name, Presenter 1 First Name"):
        draft(tmp_path, f"Name,{PRESENTERS}\nOne,Ann,Author,X,,,,\n")


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Authors,Co-Authors", '"Ann Author","Bob Builder; Cat Coder"'),
        ("Author(s),Co-authors", '"Ann Author, Bob Builder, Cat Coder","Bob Builder; Cat Coder"'),
        ("Authors,Other authors", '"Ann Author, Bob Builder","Cat Coder, Bob Builder"'),
    ],
)
def test_co_authors_beside_authors_are_added_once(
    tmp_path: Path, headings: str, cells: str
) -> None:
    read = draft(tmp_path, f"Title,{headings}\nOne,{cells}\n")
    assert authors_of(read) == [["Ann Author", "Bob Builder", "Cat Coder"]]


@pytest.mark.parametrize("cell", ["—", "-", "n/a", "none", "No"])
def test_no_co_authors_are_nobody(tmp_path: Path, cell: str) -> None:
    read = draft(tmp_path, f"Title,Authors,Co-Authors\nOne,Ann Author,{cell}\n")
    assert authors_of(read) == [["Ann Author"]]


def test_a_name_beside_a_first_name_is_the_family_name(tmp_path: Path) -> None:
    table = (
        "paperID,title,author_name,author_firstname,author_organisation\n"
        "12,One,Author,Ann,Uni A\n12,One,Builder,Bob,Uni B\n13,Two,Coder,Cat,Uni C\n"
    )
    read = draft(tmp_path, table)
    assert [paper["number"] for paper in read.papers] == [12, 13]
    assert authors_of(read)[0] == [
        {"name": "Ann Author", "affiliation": "Uni A"},
        {"name": "Bob Builder", "affiliation": "Uni B"},
    ]


def test_a_contacts_parted_name_beside_a_list_of_authors_is_noted(tmp_path: Path) -> None:
    table = "ID,Paper title,Authors,First name,Last name\n7,One,Ann Author,Eve,Contact\n"
    read = draft(tmp_path, table)
    assert authors_of(read) == [["Ann Author"]]
    assert any("First name (1), Last name (1)" in found.message for found in read.diagnostics)


@pytest.mark.parametrize(
    "heading", ["Authors (First Last, First Last)", "Authors (first name last name)"]
)
def test_a_heading_may_say_how_names_are_written(tmp_path: Path, heading: str) -> None:
    read = draft(tmp_path, f'Title,"{heading}"\nOne,"Ann Author, Bob Builder"\n')
    assert authors_of(read) == [["Ann Author", "Bob Builder"]]


@pytest.mark.parametrize(
    ("title", "authors", "places"),
    [
        ("Název", "Autoři", "Instituce"),
        ("Cím", "Szerzők", "Intézmény"),
        ("Titel", "Författare", "Lärosäte"),
        ("Tittel", "Forfattere", "Institusjon"),
        ("Τίτλος", "Συγγραφείς", "Ίδρυμα"),
        ("Назва", "Автори", "Організація"),
    ],
)
def test_headings_of_further_languages_are_known(
    tmp_path: Path, title: str, authors: str, places: str
) -> None:
    read = draft(tmp_path, f"{title};{authors};{places}\nOne;Ann Author;Uni A\n")
    assert authors_of(read) == [[{"name": "Ann Author", "affiliation": "Uni A"}]]


def test_indicos_names_with_institutions_in_one_column_are_read(tmp_path: Path) -> None:
    headings = "Id,Title,State,Submitter,Authors,Co-Authors,Accepted type,Content"
    table = f"{headings}\n1,One,Accepted,Eve Contact,Ann Author (Uni A),,Poster,Text\n"
    assert authors_of(draft(tmp_path, table)) == [[{"name": "Ann Author", "affiliation": "Uni A"}]]


def test_rows_of_authors_stand_in_the_order_that_a_column_says(tmp_path: Path) -> None:
    table = (
        "Paper ID,Title,Author order,First name,Last name\n"
        "1,One,2,Bob,Builder\n1,One,1,Ann,Author\n2,Two,1,Cat,Coder\n"
    )
    assert authors_of(draft(tmp_path, table)) == [["Ann Author", "Bob Builder"], ["Cat Coder"]]


def test_rows_of_whole_names_that_say_roles_with_yes_and_no_are_joined(tmp_path: Path) -> None:
    table = (
        "Paper ID,Paper Title,Author Name,Author Affiliation,Is Corresponding\n"
        "1,One,Ann Author,Uni A,No\n1,One,Bob Builder,Uni B,Yes\n2,Two,Cat Coder,Uni C,Yes\n"
    )
    read = draft(tmp_path, table)
    assert authors_of(read) == [
        [
            {"name": "Ann Author", "affiliation": "Uni A"},
            {"name": "Bob Builder", "affiliation": "Uni B", "corresponding": True},
        ],
        [{"name": "Cat Coder", "affiliation": "Uni C", "corresponding": True}],
    ]
    assert "unknown-author" not in codes(read)


@pytest.mark.parametrize("headings", ["Titles,Author(s)", "paperTitle,authorNames"])
def test_headings_in_the_plural_and_without_spaces_are_known(tmp_path: Path, headings: str) -> None:
    assert authors_of(draft(tmp_path, f"{headings}\nOne,Ann Author\n")) == [["Ann Author"]]


def test_co_authors_who_are_only_counted_are_missing_which_is_said(tmp_path: Path) -> None:
    read = draft(
        tmp_path,
        "Title,Author,Co-Authors\nOne,Ann Author,3\nTwo,Bob Writer,yes\nThree,Cat Coder,0\n"
        "Four,Dan Drafter,Eve Editor\n",
    )
    assert authors_of(read) == [
        ["Ann Author"],
        ["Bob Writer"],
        ["Cat Coder"],
        ["Dan Drafter", "Eve Editor"],
    ]
    assert [found.message for found in read.diagnostics if found.code == "incomplete-paper"] == [
        "`3` is no name, so that authors of this paper are missing (column Co-Authors)",
        "`yes` is no name, so that authors of this paper are missing (column Co-Authors)",
    ]


@pytest.mark.parametrize(
    "heading",
    ["Authors and affiliations", "Authors with affiliations", "Authors and Institution"],
)
def test_a_column_of_authors_may_name_what_else_it_has(tmp_path: Path, heading: str) -> None:
    read = draft(tmp_path, f"Title,{heading},Decision\nOne,Ann Author (Uni A),accept\n")
    assert authors_of(read) == [[{"name": "Ann Author", "affiliation": "Uni A"}]]


@pytest.mark.parametrize(
    "cell",
    ["Bob Writer and Cara Scholar (Uni X)", "Ann Author; Bob Writer and Cara Scholar (Uni X)"],
)
def test_an_institution_behind_and_is_not_given_to_one_alone_without_a_word(
    tmp_path: Path, cell: str
) -> None:
    read = draft(tmp_path, f"Title,Authors,Decision\nOne,{cell},accept\n")
    doubts = [found.message for found in read.diagnostics if found.code == "doubtful-name"]
    assert doubts == ["`Uni X` is taken for the affiliation of Cara Scholar alone (column Authors)"]


def test_a_comma_behind_an_institution_parts_two_people(tmp_path: Path) -> None:
    read = draft(
        tmp_path,
        'Title,Authors,Decision\nOne,"Ann Author (Uni A); Bob Writer (Uni B)",accept\n'
        'Two,"Ann Author (Uni A / Uni B), Bob Writer (Uni C)",accept\n',
    )
    assert authors_of(read)[1] == [
        {"name": "Ann Author", "affiliation": "Uni A / Uni B"},
        {"name": "Bob Writer", "affiliation": "Uni C"},
    ]


@pytest.mark.parametrize(
    ("cell", "places"),
    [
        ("Ann Author: Uni A; Bob Writer: Uni B", ["Uni A", "Uni B"]),
        ("Bob Writer – Uni B\nAnn Author – Uni A", ["Uni A", "Uni B"]),
        ("N/A; Uni B", [None, "Uni B"]),
        ("* Uni A; † Uni B", [None, None]),
        ("Lab: Uni A; Uni B", ["Lab: Uni A", "Uni B"]),
        ("Ann: Uni A; Writer: Uni B", ["Uni A", "Uni B"]),
        ("Uni B: Bob Writer; Uni A: Ann Author", ["Uni A", "Uni B"]),
        ("Uni B (Bob Writer); Uni A (Ann Author)", ["Uni A", "Uni B"]),
        ("Uni A (Ann Author and Bob Writer)", ["Uni A", "Uni A"]),
        ("Uni A (Ann); Uni – Bob", ["Uni A (Ann)", "Uni – Bob"]),
    ],
)
def test_institutions_are_given_to_those_who_are_named(
    tmp_path: Path, cell: str, places: list[str | None]
) -> None:
    table = f'Title,Authors,Affiliations\nOne,"Ann Author; Bob Writer","{cell}"\n'
    (authors,) = authors_of(draft(tmp_path, table))
    found = [one.get("affiliation") if isinstance(one, dict) else None for one in authors]
    assert found == places


def test_another_institution_in_a_column_is_reported(tmp_path: Path) -> None:
    table = "Title,Authors,Affiliations\nOne,Ann Author (Uni X); Bob Writer,Uni A; Uni B\n"
    read = draft(tmp_path, table)
    assert [found.message for found in read.diagnostics if found.code == "affiliation-count"] == [
        "`Uni A` is left out: Ann Author has `Uni X` behind the name (column Affiliations)"
    ]


def test_one_institution_in_two_spellings_is_not_reported(tmp_path: Path) -> None:
    table = (
        "Title,Authors,Affiliations\n"
        "One,Ann Author (Univ. of X); Bob Writer (MIT),"
        "University of X; Massachusetts Institute of Technology\n"
    )
    assert "affiliation-count" not in [one.code for one in draft(tmp_path, table).diagnostics]


def test_columns_of_parted_names_may_have_a_second_place_and_who_presents(tmp_path: Path) -> None:
    columns = (
        "Author {0}: First name,Author {0}: Last name,Author {0}: Presenting,"
        "Primary Affiliation (main) {0} - Institution,"
        "Secondary Affiliation (optional) {0} - Institution,Suffix {0}"
    )
    cells = "Ann,Author,No,Uni A,,,Bob,Builder,Yes,Uni B,Uni C,Jr."
    read = draft(tmp_path, f"Title,{columns.format(1)},{columns.format(2)}\nOne,{cells}\n")
    assert authors_of(read) == [
        [
            {"name": "Ann Author", "affiliation": "Uni A"},
            {"name": "Bob Builder Jr.", "affiliations": ["Uni B", "Uni C"], "presenter": True},
        ]
    ]
    assert "unread-columns" not in codes(read)


def test_a_presenter_of_a_number_may_be_an_author_of_another_one(tmp_path: Path) -> None:
    headings = "Author 1 First Name,Author 1 Last Name,Author 2 First Name,Author 2 Last Name"
    table = f"Title,{headings},Presenter 1\nOne,Ann,Author,Bob,Builder,Bob Builder\n"
    read = draft(tmp_path, table)
    assert authors_of(read) == [["Ann Author", "Bob Builder"]]
    assert "unread-columns" in codes(read)


@pytest.mark.parametrize(
    "cell",
    ["Ann Author*1; Bob Builder2", "Ann Author*,1, Bob Builder2", "Ann Author* (1); Bob Builder²"],
)
def test_a_sign_may_stand_before_the_number_of_an_institution(tmp_path: Path, cell: str) -> None:
    read = draft(tmp_path, f'Title,Authors,Affiliations\nOne,"{cell}","1: Uni A; 2: Uni B"\n')
    assert authors_of(read) == [
        [
            {"name": "Ann Author", "affiliation": "Uni A"},
            {"name": "Bob Builder", "affiliation": "Uni B"},
        ]
    ]
    assert "left-out-mark" in codes(read)
