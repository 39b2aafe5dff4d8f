"""Lists of authors in one cell, as people write them into spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from proposal.importers.author_cells import by_number, numbered_places, tidied_authors
from proposal.importers.author_faults import fault_of_author
from proposal.reading.listed_names import ListedAuthor, read_authors

ANN_AND_BOB = (
    *("Ann Author, Bob Builder", "Ann Author; Bob Builder", "Ann Author | Bob Builder"),
    *("Ann Author & Bob Builder", "Ann Author and Bob Builder", "Ann Author und Bob Builder"),
    *("Ann Author et Bob Builder", "Ann Author\nBob Builder", "Ann Author,\nBob Builder"),
    *("Ann Author / Bob Builder", "Ann Author/Bob Builder", "Ann Author • Bob Builder"),
    *("Ann Author · Bob Builder", "Ann Author\tBob Builder", "Ann Author + Bob Builder"),
    *("1. Ann Author, 2. Bob Builder", "1. Ann Author\n2. Bob Builder"),
    *("1. Ann Author 2. Bob Builder", "1) Ann Author; 2) Bob Builder"),
    *("(1) Ann Author, (2) Bob Builder", "[1] Ann Author [2] Bob Builder"),
    *("#1 Ann Author, #2 Bob Builder", "1 Ann Author, 2 Bob Builder"),
    *("1. Author, Ann, 2. Builder, Bob", "1. Ann Author and 2. Bob Builder"),
    *("• Ann Author\n• Bob Builder", "- Ann Author\n- Bob Builder", "Ann Author¹, Bob Builder²"),
    *("Ann Author¹,², Bob Builder²", "Ann Author1,2, Bob Builder2", "Ann Author 1, Bob Builder 2"),
    *("Ann Author (1), Bob Builder (2)", "Ann Author [1], Bob Builder [1,2]"),
    *("Ann Author$^1$, Bob Builder$^{2}$", "Ann Author<sup>1</sup>, Bob Builder<sup>2</sup>"),
    *(r"Ann~Author \and Bob Builder", "Author, Ann,\nBuilder, Bob", "Ann Author*, Bob Builder†"),
)


def names(cell: str) -> list[str]:
    return [one.name for one in read_authors(tidied_authors(cell).text).people]


@pytest.mark.parametrize("cell", ANN_AND_BOB)
def test_a_list_of_two_authors_names_two(cell: str) -> None:
    assert not tidied_authors(cell).refusals
    assert names(cell) == ["Ann Author", "Bob Builder"]


def test_institutions_in_parentheses_make_no_groups_of_those_who_work_there() -> None:
    cell = "Ann Author, Bob Builder (Example Institute); Cat Coder"
    assert not tidied_authors(cell).refusals
    assert read_authors(tidied_authors(cell).text).people == [
        ListedAuthor("Ann Author", "Example Institute"),
        ListedAuthor("Bob Builder", "Example Institute"),
        ListedAuthor("Cat Coder", None),
    ]
    assert tidied_authors("Ann Author, The Sample Team (Example Institute); Cat Coder").refusals


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (r"Ann M{\"u}ller and Bob {\O}rsted", ["Ann Müller", "Bob Ørsted"]),
        (r"M{\"u}ller, Ann; Mu{\~n}oz, Bob", ["Ann Müller", "Bob Muñoz"]),
        (r"J.\,R. Author and B. Builder", ["J. R. Author", "B. Builder"]),
        ("Ann Author; Bob Builder & Cat Coder", ["Ann Author", "Bob Builder", "Cat Coder"]),
        ("Ann Author, Bob Builder,\nCat Coder", ["Ann Author", "Bob Builder", "Cat Coder"]),
        ("José Muestra y Prueba", ["José Muestra y Prueba"]),
        ("Ann Author, José Muestra y Prueba", ["Ann Author", "José Muestra y Prueba"]),
        ("1. Ann Author", ["Ann Author"]),
    ],
)
def test_names_keep_what_belongs_to_them(cell: str, found: list[str]) -> None:
    assert names(cell) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Ann Author y Bob Builder", ["Ann Author", "Bob Builder"]),
        ("Ana Amostra e Silva e Rui Exemplo", ["Ana Amostra e Silva", "Rui Exemplo"]),
    ],
)
def test_a_short_word_between_whole_names_parts_them_and_is_reported(
    cell: str, found: list[str]
) -> None:
    assert names(cell) == found
    assert [doubt.endswith("are taken for two authors") for doubt in tidied_authors(cell).doubts]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (r"Ann Author\thanks{x}", r"the LaTeX `\thanks{x}` among the authors cannot be read"),
        ("Ann Author, Bob Builder; Cat Coder", "write semicolons between all of them"),
        ("Ann Author, Bob Builder\nCat Coder", "write semicolons between all of them"),
        ("Ann Author; Placeholder Inc.", "and `{Placeholder Inc.}`, between braces, if it is an"),
        ("Ann Author; Bob Builder for the XYZ Team", "`Bob Builder; {XYZ Team}` if the group is"),
        ("Ann Author; Google Research, Brain Team", "has a group or an institution between commas"),
        ("Ann Author / University X, Bob Builder / Institute Y", "has an institution in the place"),
        ("Ann Author\nUniversity of X\nBob Builder\nCollege Y", "has an institution in the place"),
    ],
)
def test_a_list_of_which_nobody_knows_the_names_is_refused(cell: str, said: str) -> None:
    assert said in tidied_authors(cell).refusals[0]


def test_braces_that_are_nested_as_in_no_name_are_kept_as_they_are() -> None:
    cell = "{" * 100 + "Ann Author" + "}" * 100
    assert tidied_authors(cell).text == cell


def test_a_list_that_ends_with_and_is_incomplete() -> None:
    assert tidied_authors("Ann Author, Bob Builder and").is_open
    assert names("Ann Author, Bob Builder and") == ["Ann Author", "Bob Builder"]


@pytest.mark.parametrize(
    ("authors", "places", "found"),
    [
        ("Ann Author¹, Bob Builder²,³", "¹Uni A, ²Uni B, ³Uni C", [["Uni A"], ["Uni B", "Uni C"]]),
        (
            "Ann Author (1), Bob Builder (1,2)",
            "1: Uni A; 2: Uni B",
            [["Uni A"], ["Uni A", "Uni B"]],
        ),
        ("Ann Author2, Bob Builder1", "1 Uni A; 2 Uni B", [["Uni B"], ["Uni A"]]),
        ("Ann Author1, Bob Builder2", "Uni A; Uni B", None),
        ("Ann Author1, Bob Builder3", "1 Uni A; 2 Uni B", None),
    ],
)
def test_numbers_behind_names_are_those_of_institutions(
    authors: str, places: str, found: Sequence[Sequence[str]] | None
) -> None:
    assert by_number(tidied_authors(authors).numbers, numbered_places(places), 2) == found


@pytest.mark.parametrize(
    "cell",
    [
        "Ann Author¹ (1 University of X, 2 University of Y), Bob Builder²",
        "Ann Author¹, Bob Builder² (1 University of X, 2 University of Y)",
        "Ann Author1, Bob Builder2 (1: University of X; 2: University of Y)",
        "Ann Author$^1$, Bob Builder$^2$ [¹University of X, ²University of Y]",
    ],
)
def test_institutions_with_numbers_among_the_authors_are_refused(cell: str) -> None:
    (refusal,) = tidied_authors(cell).refusals
    assert "in parentheses; write `Ann Author (University of X); Bob Builder" in refusal


@pytest.mark.parametrize("cell", ["Ann Author (42 Paris)", "Ann Author (1), Bob Builder (2)"])
def test_an_institution_may_begin_with_a_number(cell: str) -> None:
    assert tidied_authors(cell).refusals == ()


def test_names_turned_round_are_no_pairs_of_names() -> None:
    cell = tidied_authors("Author, Ann; García Muestra, Ana María")
    assert cell.refusals == ()
    assert [one.name for one in read_authors(cell.text).people] == [
        "Ann Author",
        "Ana María García Muestra",
    ]


PLACES = "1 University of X; 2 Institute of Y"


@pytest.mark.parametrize(
    ("cell", "places"),
    [
        ("Ann Author^1*, Bob Builder^{1,2}", PLACES),
        ("Ann Author^1^, Bob Builder^1,2^", PLACES),
        ("Ann Author$^{1}$, Bob Builder$^{1,2,*}$", PLACES),
        ("Ann Author¹, Bob Builder¹²", "¹University of X ²Institute of Y"),
        ("Ann Author (a), Bob Builder (a,b)", "(a) University of X; (b) Institute of Y"),
        ("Ann Author^a, Bob Builder^{a,b}", "a) University of X; b) Institute of Y"),
        ("Ann Author [a]; Bob Builder [a, b]", "a: University of X\nb: Institute of Y"),
        ("Ann Authorᵃ, Bob Builderᵃ,ᵇ", "ᵃUniversity of X; ᵇInstitute of Y"),
        ("Ann Author1, Bob Builder1-2", PLACES),
    ],
)
def test_raised_marks_and_letters_lead_to_institutions(cell: str, places: str) -> None:
    tidied = tidied_authors(cell)
    assert names(cell) == ["Ann Author", "Bob Builder"]
    x, y = "University of X", "Institute of Y"
    assert by_number(tidied.numbers, numbered_places(places), 2) == [[x], [x, y]]


def test_accents_of_latex_are_no_raised_marks() -> None:
    assert names(r"Ren\^{e} Author and Beno\^it Sample") == ["Renê Author", "Benoît Sample"]


@pytest.mark.parametrize(
    ("cell", "marks"),
    [
        ("Ann Author*, Bob Builder†", ("*", "†")),
        ("Ann Author (*); Bob Builder", ("*",)),
        ("Ann Author1,*, Bob Builder2", ("*",)),
        ("<u>Ann Author</u>, Bob Builder", ("underlined",)),
        ("* Ann Author\n* Bob Builder", ()),
    ],
)
def test_marks_of_which_nobody_knows_the_meaning_are_kept_apart(
    cell: str, marks: tuple[str, ...]
) -> None:
    assert names(cell) == ["Ann Author", "Bob Builder"]
    assert tidied_authors(cell).marks == marks


@pytest.mark.parametrize(
    "cell",
    [
        "Ann Author {Example University}, Bob Builder {Institute of Y}",
        "Ann Author - Example University; Bob Builder – Institute of Y",
        "Ann Author: Example University; Bob Builder: Institute of Y",
        "Ann Author（Example University）、Bob Builder（Institute of Y）",
    ],
)
def test_institutions_behind_braces_dashes_and_wide_parentheses_are_no_names(cell: str) -> None:
    read = read_authors(tidied_authors(cell).text)
    assert [(one.name, one.affiliation) for one in read.people] == [
        ("Ann Author", "Example University"),
        ("Bob Builder", "Institute of Y"),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "Ann Author - Example University, Bob Builder",
        "Ann Author: Example University, Bob Builder",
        "Ann Author – Example University and Bob Builder",
    ],
)
def test_nobody_behind_an_institution_becomes_a_part_of_it(cell: str) -> None:
    people = read_authors(tidied_authors(cell).text).people
    assert not any("Bob Builder" in (one.affiliation or "") for one in people)
    assert any(fault_of_author(one.name) for one in people)


def test_what_ends_with_a_country_is_where_somebody_works() -> None:
    cell = "Ann Author, Example University, Germany; Bob Builder, ETH Zürich, Switzerland"
    read = read_authors(tidied_authors(cell).text)
    assert [(one.name, one.affiliation) for one in read.people] == [
        ("Ann Author", "Example University, Germany"),
        ("Bob Builder", "ETH Zürich, Switzerland"),
    ]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("Ann Author, Example University, Germany, Bob Builder, Uni B, France", "a country"),
        ("Bob Builder, Sample Works, Switzerland", "a country"),
        ("Ann Author, Bob Builder, University of Sample, Switzerland", "a country"),
        ("Ann Author, Bob Builder, ETH Zürich, Switzerland", "a country"),
        ("Ann Author; TU Wien; Bob Builder", "an institution in the place of an author"),
        ("Ann Author | Uni Muster | Bob Builder", "an institution in the place of an author"),
        ("Ann Author, for the Sample Consortium", "names an author and a group"),
        ("Ann Author {Uni A}, Bob Builder {Uni B}", r"write an institution in parentheses"),
        ("山田・太郎", "write 、 between authors"),
        ("山田太郎・ジョン・スミス", "write 、 between authors"),
    ],
)
def test_what_may_be_two_things_in_a_list_is_refused(cell: str, wanted: str) -> None:
    (refusal, *_) = tidied_authors(cell).refusals
    assert wanted in refusal


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("ann author, bob builder", ["ann author", "bob builder"]),
        ("by Ann Author and Bob Builder", ["Ann Author", "Bob Builder"]),
        ("Authors: Ann Author, Bob Builder", ["Ann Author", "Bob Builder"]),
        (
            '<a href="https://example.org">Ann Author</a>, Bob Builder',
            ["Ann Author", "Bob Builder"],
        ),
        ("山田太郎・佐藤花子", ["山田太郎", "佐藤花子"]),
        ("ジョン・スミス、山田花子", ["ジョン・スミス", "山田花子"]),
        ("约翰·史密斯、张三", ["约翰·史密斯", "张三"]),
        ("홍길동·김철수", ["홍길동", "김철수"]),
        ("محمد مثال، علي عينة", ["محمد مثال", "علي عينة"]),
        ("محمد مثال؛ علي عينة", ["محمد مثال", "علي عينة"]),
        ("Jordan, Ann; Author, Israel", ["Ann Jordan", "Israel Author"]),
    ],
)
def test_names_in_small_letters_links_and_points_are_those_of_people(
    cell: str, found: list[str]
) -> None:
    assert not tidied_authors(cell).refusals
    assert names(cell) == found


def test_a_name_turned_round_before_and_is_asked_for() -> None:
    assert read_authors("Scholar, Cara and Dora Placeholder").two_ways == (
        "Cara Scholar; Dora Placeholder",
        "Scholar; Cara; Dora Placeholder",
    )


@pytest.mark.parametrize(
    "said",
    [
        "TBC",
        "invited",
        "PhD student",
        "equal contribution",
        "*equal contribution",
        "*",
        "https://example.org",
    ],
)
def test_what_is_no_institution_behind_a_name_is_left_out_and_said(said: str) -> None:
    read = read_authors(f"Ann Author ({said}), Bob Builder")
    assert read.people[0] == ListedAuthor("Ann Author", None)
    assert read.doubts == (f"`{said}` behind Ann Author is no institution, and is left out",)


def test_no_institution_is_called_as_what_says_that_there_is_none() -> None:
    read = read_authors("Ann Author (n/a); Bob Builder (none); Cat Coder (Uni C)")
    assert [one.affiliation for one in read.people] == [None, None, "Uni C"]
