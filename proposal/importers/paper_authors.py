"""Reads what a table says of a paper's authors, one a row or all in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from proposal.importers.exports.entry import AuthorsGrammar, Entry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.yes_and_no import YES
from proposal.model.name_comparison import same_name
from proposal.reading.lines import line_of
from proposal.reading.names import ListedAuthor, NameOrder, read_authors, read_name, read_parts

_BETWEEN = re.compile(r"\s*[;|\n]\s*")
"""What parts the institutions of several people, or several institutions of one."""
_NOUNS = {
    "affiliations": "affiliations",
    "email": "email addresses",
    "orcid": "ORCID iDs",
}
"""What a column holds that has something for each author, in the order of keys."""


def grammar_of_lists(order: NameOrder | None) -> AuthorsGrammar:
    """The grammar of lists of authors in one cell, with what other columns say of each.

    Args:
        order: how the lists of the same table are written, if they tell.
    """

    def authors_of(entry: Entry) -> WrittenAuthors:
        text = entry.text("authors")
        read = read_authors(text, order)
        refusals: tuple[str, ...] = ()
        if read.two_ways:
            one, other = read.two_ways
            refusals = (f"`{line_of(text)}` can be read in two ways; write `{one}` or `{other}`",)
        return WrittenAuthors(
            people=tuple(_with_columns(entry, read.people)),
            doubts=read.doubts,
            refusals=refusals,
            addresses=len(read.addresses),
            is_incomplete=read.is_incomplete,
        )

    return authors_of


def author_of_row(entry: Entry) -> WrittenAuthor | None:
    """The author in a row of a table with one author a row; nothing if the row names nobody."""
    given = line_of(f"{entry.text('first')} {entry.text('middle')}")
    name = read_parts(given, entry.text("last"))
    if not name.text:
        return None
    return replace(
        WrittenAuthor.of(
            name,
            institutions_in(entry.text("affiliations")),
            entry.text("email"),
            entry.text("orcid"),
        ),
        presenter=entry.text("presenter").casefold() in YES,
        corresponding=entry.text("corresponding").casefold() in YES,
    )


def institutions_in(text: str) -> list[str]:
    """The institutions of one author that a cell lists."""
    return [line_of(part) for part in _BETWEEN.split(text) if line_of(part)]


def _with_columns(entry: Entry, listed: Sequence[ListedAuthor]) -> Iterator[WrittenAuthor]:
    """The authors of a list, with what columns of their own say of each."""
    columns = {name: _by_author(entry, name, len(listed)) for name in _NOUNS}
    presenters, corresponding = (
        set(named_in(entry, role, [one.name for one in listed], columns["email"]))
        for role in ("presenter", "corresponding")
    )
    for index, one in enumerate(listed):
        own = {name: values[index] for name, values in columns.items() if values}
        institution = one.affiliation or own.get("affiliations", "")
        if one.name:
            yield WrittenAuthor(
                one.name,
                (institution,) if institution else (),
                own.get("email", ""),
                own.get("orcid", ""),
                presenter=index in presenters,
                corresponding=index in corresponding,
                family=one.family,
            )


def _by_author(entry: Entry, name: str, count: int) -> list[str]:
    """What a column lists for each of the authors; nothing if it has more or fewer."""
    text = entry.text(name)
    cells = [line_of(cell) for cell in _BETWEEN.split(text)] if text else []
    if name != "affiliations" and len(cells) == 1 and count > 1:
        cells = [line_of(cell) for cell in re.split(r"[,\s]+", text)]
    if cells and len(cells) != count:
        message = f"{len(cells)} {_NOUNS[name]} for {count} authors are left out"
        entry.warn("affiliation-count", message, name)
        return []
    return cells


def named_in(
    entry: Entry, role: str, names: Sequence[str], emails: Sequence[str] = ()
) -> Iterator[int]:
    """Which of the authors a text names as presenter or for letters, by name or by address.

    Args:
        entry: the submission.
        role: what the text means: `presenter` or `corresponding`.
        names: the authors in their order.
        emails: their addresses, if they are known.
    """
    for part in _BETWEEN.split(entry.text(role)):
        if not part:
            continue
        address = re.search(r"[^\s<>()]+@[^\s<>()]+", part)
        name = read_name(re.sub(r"[<(]?[^\s<>()]+@[^\s<>()]+[>)]?", "", part)).text
        found = [
            index
            for index, one in enumerate(names)
            if (name and same_name(one, name))
            or (address and emails and emails[index].casefold() == address[0].casefold())
        ]
        yield from found
        if not found:
            message = f"`{line_of(part)}` is none of the authors, and is left out"
            hint = f"write `{role}: true` at the author in papers.yaml"
            entry.warn("unknown-author", message, role, hint)
