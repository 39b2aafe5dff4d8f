"""Compares what two tables of one system say of a submission's authors, so that nobody is lost."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from proposal.importers.exports.entry import WrittenAuthor, WrittenAuthors
from proposal.model.name_comparison import may_be_same, same_name


class AuthorRows(Struct, frozen=True):
    """The rows of a submission's authors in a table of their own."""

    people: tuple[WrittenAuthor, ...]
    where: str
    """The table and its rows, as a message calls them: `sheet Authors, rows 2 to 4`."""


class ComparedAuthors(Struct, frozen=True):
    """The authors of a submission by both tables."""

    authors: WrittenAuthors
    difference: str = ""
    """What is different, as a sentence; empty if they agree."""


def compared_authors(listed: WrittenAuthors, rows: AuthorRows) -> ComparedAuthors | None:
    """The authors by a list of names and by rows with all that is known of each.

    Whoever stands in only one of the two is kept where the order is known. Nothing, if nobody
    stands in both, so that they are of different conferences.

    Args:
        listed: the authors in the cell of the submission.
        rows: the authors in rows of their own.
    """
    if not listed.people:
        return ComparedAuthors(replace(listed, people=rows.people))
    places = _places(listed.people, rows.people)
    found = [place for place in places if place is not None]
    if not found:
        return None
    only_listed = [
        one.name for one, place in zip(listed.people, places, strict=True) if place is None
    ]
    only_rows = [one.name for index, one in enumerate(rows.people) if index not in found]
    in_order = found == sorted(found)
    ordered = tuple(
        one if place is None else rows.people[place]
        for one, place in zip(listed.people, places, strict=True)
    )
    if only_rows and (only_listed or not in_order):
        return _refused(listed, only_listed, only_rows, rows.where)
    if only_rows and not listed.is_incomplete:
        difference = f"{_names(only_rows)} only in {rows.where}"
        return ComparedAuthors(replace(listed, people=rows.people), difference)
    if only_rows:
        return ComparedAuthors(replace(listed, people=rows.people, is_incomplete=False))
    difference = ""
    if only_listed:
        difference = f"{_names(only_listed)} here and not in {rows.where}"
    elif not in_order:
        difference = f"{rows.where} has the authors in another order than this list, which is taken"
    return ComparedAuthors(replace(listed, people=ordered), difference)


def _refused(
    listed: WrittenAuthors, only_listed: Sequence[str], only_rows: Sequence[str], where: str
) -> ComparedAuthors:
    """That nobody can say in which order the authors of both tables stand."""
    here = f"{_names(only_listed)} here alone" if only_listed else "the order is another one here"
    refusal = (
        f"{_names(only_rows)} only in {where}, and {here}, so that nobody can say who all the "
        "authors are in which order; correct one of the two"
    )
    return ComparedAuthors(replace(listed, refusals=(*listed.refusals, refusal)))


def _names(names: Sequence[str]) -> str:
    return f"{', '.join(names)} {'stands' if len(names) == 1 else 'stand'}"


def _places(listed: Sequence[WrittenAuthor], rows: Sequence[WrittenAuthor]) -> list[int | None]:
    """For each author of the list, the row that is theirs: each row is only one's."""
    found: list[int | None] = [None] * len(listed)
    for are_same in (same_name, may_be_same):
        for index, one in enumerate(listed):
            free = [
                place
                for place, other in enumerate(rows)
                if place not in found and are_same(one.name, other.name)
            ]
            if found[index] is None and free:
                found[index] = free[0]
    return found
