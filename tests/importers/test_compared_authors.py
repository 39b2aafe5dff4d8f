"""The authors of a submission in two tables of one system."""

from __future__ import annotations

import pytest

from proposal.importers.compared_authors import AuthorRows, ComparedAuthors, compared_authors
from proposal.importers.exports.entry import WrittenAuthor, WrittenAuthors


def comparison(listed: str, rows: str) -> ComparedAuthors | None:
    """What is made of two lists, of which the second has an institution for each author."""
    people = tuple(WrittenAuthor(name) for name in listed.split(", "))
    known = tuple(WrittenAuthor(name, ("Uni",)) for name in rows.split(", "))
    return compared_authors(WrittenAuthors(people), AuthorRows(known, "sheet Authors (row 2)"))


def shown(compared: ComparedAuthors | None) -> list[str]:
    people = compared.authors.people if compared else ()
    return [f"{one.name}{'+' if one.affiliations else ''}" for one in people]


@pytest.mark.parametrize(
    ("listed", "rows", "found", "difference"),
    [
        ("Ann Author, Bob Mover", "Ann Author, Bob Mover", ["Ann Author+", "Bob Mover+"], ""),
        ("A. Author, B. Mover", "Ann Author, Bob Mover", ["Ann Author+", "Bob Mover+"], ""),
        (
            *("Ann Author, Bob Mover", "Ann Author", ["Ann Author+", "Bob Mover"]),
            "Bob Mover stands here and not in sheet Authors (row 2)",
        ),
        (
            *("Ann Author", "Ann Author, Bob Mover", ["Ann Author+", "Bob Mover+"]),
            "Bob Mover stands only in sheet Authors (row 2)",
        ),
        (
            *("Ann Author, Bob Mover", "Bob Mover, Ann Author", ["Ann Author+", "Bob Mover+"]),
            "sheet Authors (row 2) has the authors in another order than this list, which is taken",
        ),
    ],
)
def test_nobody_is_lost_and_a_difference_is_reported(
    listed: str, rows: str, found: list[str], difference: str
) -> None:
    compared = comparison(listed, rows)
    assert shown(compared) == found
    assert compared is not None
    assert (compared.difference, compared.authors.refusals) == (difference, ())


@pytest.mark.parametrize(
    ("listed", "rows"),
    [
        ("Ann Author, Bob Mover", "Ann Author, Cat Coder"),
        ("Ann Author, Bob Mover", "Bob Mover, Ann Author, Cat Coder"),
    ],
)
def test_where_nobody_can_know_the_order_the_list_is_refused(listed: str, rows: str) -> None:
    compared = comparison(listed, rows)
    assert compared is not None
    assert "Cat Coder stands only in sheet Authors (row 2)" in compared.authors.refusals[0]
    assert compared.authors.refusals[0].endswith("correct one of the two")


def test_two_lists_without_anybody_in_common_are_of_different_papers() -> None:
    assert comparison("Ann Author", "Cat Coder") is None
