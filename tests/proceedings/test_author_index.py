"""Authors stand in the index by family name, in the order that Unicode gives all scripts."""

from __future__ import annotations

from pathlib import Path

from proposal.edition.participants import Author
from proposal.edition.schedule import Paper
from proposal.pdf.stamped_paper import PaperPages
from proposal.proceedings.author_index import author_index
from proposal.proceedings.volume_plan import PlannedPaper

LEAVES = PaperPages(1, 612, 792, is_mended=False, is_tagged=False)


def planned(number: int, *authors: Author) -> PlannedPaper:
    paper = Paper(f"p{number}", "A Title", authors, None, None, None, None, None)
    return PlannedPaper(paper, Path("p.pdf"), "", LEAVES, number)


def author(name: str, family: str | None = None, orcid: str | None = None) -> Author:
    return Author("", name, family, orcid=orcid)


def names(*authors: Author) -> list[str]:
    return [row.name for row in author_index([planned(1, *authors)])]


def test_accents_count_less_than_letters() -> None:
    found = names(
        author("Ann Zuse"),
        author("Ann Öz"),
        author("Ann Čapek"),
        author("Ann Capet"),
        author("Ann Ångström"),
        author("Ann Łukasz"),
        author("Ann Lovelace"),
    )
    assert found == [
        "Ångström, Ann",
        "Čapek, Ann",
        "Capet, Ann",
        "Lovelace, Ann",
        "Łukasz, Ann",
        "Öz, Ann",
        "Zuse, Ann",
    ]


def test_scripts_follow_each_other() -> None:
    found = names(
        author("王小明", "王"), author("김민준", "김"), author("Ада Иванова"), author("Ann Zuse")
    )
    assert found == ["Zuse, Ann", "Иванова, Ада", "김민준", "王小明"]


def test_an_apostrophe_parts_no_family_name() -> None:
    found = names(author("Bob O'Builder"), author("Ann d’Author"), author("Cy O'Ne", "O'Ne"))
    assert found == ["d’Author, Ann", "O’Builder, Bob", "O’Ne, Cy"]


def test_the_family_name_of_the_data_goes_before() -> None:
    found = names(
        author("Ana García Sample", "García Sample"),
        author("Sample Nguyen An", "Sample"),
        author("Jan van Sample"),
        author("Plato"),
    )
    assert found == [
        "García Sample, Ana",
        "Plato",
        "Sample, Nguyen An",
        "van Sample, Jan",
    ]


def test_one_family_is_in_the_order_of_given_names() -> None:
    assert names(author("Bob Sample"), author("Ann Sample")) == ["Sample, Ann", "Sample, Bob"]


def test_an_author_of_several_papers_stands_there_once() -> None:
    rows = author_index([planned(1, author("Ann Sample")), planned(9, author("Ann Sample"))])
    assert [(row.name, [entry.first for entry in row.entries]) for row in rows] == [
        ("Sample, Ann", [1, 9])
    ]


def test_two_people_of_one_name_are_kept_apart_by_their_orcid_ids() -> None:
    one, other = "0000-0002-1825-0097", "0000-0001-5109-3700"
    rows = author_index(
        [
            planned(1, author("Ann Sample", orcid=one)),
            planned(9, author("Ann Sample", orcid=other)),
        ]
    )
    assert [[entry.first for entry in row.entries] for row in rows] == [[1], [9]]


def test_nobody_is_no_row() -> None:
    assert author_index([]) == ()
