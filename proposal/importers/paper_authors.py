"""Reads what a table says of a paper's authors, one a row or all in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from proposal.diagnostics import counted
from proposal.importers.author_cells import (
    by_number,
    numbered_places,
    parted_at_groups,
    parted_at_places,
    plain_names,
    tidied_authors,
)
from proposal.importers.exports.entry import AuthorsGrammar, Entry, WrittenAuthor, WrittenAuthors
from proposal.importers.exports.yes_and_no import YES
from proposal.importers.name_cells import read_name_cell
from proposal.model.affiliated import EMAIL
from proposal.model.name_comparison import same_name
from proposal.reading.institutions import same_institution
from proposal.reading.lines import line_of
from proposal.reading.listed_names import ListedAuthor, NameOrder, is_no_place, read_authors
from proposal.reading.names import read_name, read_parts

_BETWEEN = re.compile(r"\s*[;；|\n]\s*")
"""What parts the institutions of several people, or several institutions of one. Example: `; `."""
_NOUNS = {
    "affiliations": ("affiliation", "affiliations"),
    "email": ("email address", "email addresses"),
    "orcid": ("ORCID iD", "ORCID iDs"),
}
"""What a column holds that has something for each author, in the order of keys."""


def grammar_of_lists(order: NameOrder | None) -> AuthorsGrammar:
    """The grammar of lists of authors in one cell, with what other columns say of each.

    Args:
        order: how the lists of the same table are written, if they tell.
    """

    def authors_of(entry: Entry) -> WrittenAuthors:
        text, below = parted_at_places(entry.text("authors"))
        parts = parted_at_groups(text)
        lists = [_read_list(listed, order) for listed, _ in parts]
        groups = [group for _, group in parts]
        people = [
            one
            for listed, group in zip(lists, groups, strict=True)
            for one in (*listed.people, *([ListedAuthor(group, None, group)] if group else ()))
        ]
        numbers = [
            own
            for listed, group in zip(lists, groups, strict=True)
            for own in (*listed.numbers, *([()] if group and listed.numbers else ()))
        ]
        return WrittenAuthors(
            people=tuple(
                replace(one, is_institution=one.name in groups)
                for one in _with_columns(entry, people, numbers, below)
            ),
            doubts=tuple(doubt for listed in lists for doubt in listed.doubts),
            refusals=tuple(refusal for listed in lists for refusal in listed.refusals),
            addresses=sum(listed.addresses for listed in lists),
            is_incomplete=any(listed.is_incomplete for listed in lists),
            marks=tuple(mark for listed in lists for mark in listed.marks),
        )

    return authors_of


class _AuthorList(Struct, frozen=True):
    """A list of authors in a cell, or a part of one."""

    people: list[ListedAuthor]
    numbers: tuple[tuple[str, ...], ...]
    """Of each name with numbers of institutions behind it, these."""
    doubts: tuple[str, ...]
    refusals: tuple[str, ...]
    addresses: int
    is_incomplete: bool
    marks: tuple[str, ...]


def _read_list(text: str, order: NameOrder | None) -> _AuthorList:
    """A list in which nothing stands between braces."""
    cell = tidied_authors(text)
    read = read_authors(cell.text, order)
    people, doubts = _in_one_script(read.people)
    refusals = cell.refusals
    if read.addresses and not any(one.name for one in people):
        refusals = (
            f"`{line_of(text)}` has addresses, and no names; write the names of the authors",
        )
    elif read.two_ways and not refusals:
        one, other = read.two_ways
        refusals = (f"`{line_of(text)}` can be read in two ways; write `{one}` or `{other}`",)
    return _AuthorList(
        people,
        cell.numbers,
        (*cell.doubts, *read.doubts, *doubts),
        refusals,
        len(read.addresses),
        read.is_incomplete or cell.is_open,
        cell.marks,
    )


def _in_one_script(listed: Sequence[ListedAuthor]) -> tuple[list[ListedAuthor], list[str]]:
    """Authors without their names in another script, and what to say of these.

    `Min Jun Kim (김민준)` has no institution, and in `王小明 (Xiaoming Wang)` the name that is
    printed stands in parentheses.
    """
    people, doubts = [], []
    for one in listed:
        cell = read_name_cell(f"{one.name} ({one.affiliation})" if one.affiliation else one.name)
        if cell.native is None:
            people.append(one)
            continue
        name = read_name(cell.name)
        people.append(ListedAuthor(name.text, None, name.family or one.family))
        doubts.append(f"`{cell.native}` is taken for the name of {name.text} in another script")
    return people, doubts


def author_of_row(entry: Entry) -> WrittenAuthor | None:
    """The author in a row of a table with one author a row; nothing if the row names nobody."""
    given = plain_names(line_of(f"{entry.text('first')} {entry.text('middle')}"))
    name = read_parts(given, plain_names(entry.text("last")), entry.text("suffix"))
    if not name.text:
        return None
    return replace(
        WrittenAuthor.of(
            name,
            [
                *institutions_in(entry.text("affiliations")),
                *institutions_in(entry.text("secondary")),
            ],
            entry.text("email"),
            entry.text("orcid"),
        ),
        presenter=_is_said_of(entry, "presenter", name.text),
        corresponding=_is_said_of(entry, "corresponding", name.text),
    )


def _is_said_of(entry: Entry, role: str, name: str) -> bool:
    """Whether the row of an author says yes, or names them, where all rows name one person."""
    said = entry.text(role)
    if said.casefold() in YES:
        return True
    address = EMAIL.search(said)
    is_own = address is not None and address[0].casefold() == entry.text("email").casefold()
    return is_own or (bool(said) and same_name(read_name(said).text, name))


def institutions_in(text: str) -> list[str]:
    """The institutions of one author that a cell lists."""
    return [line_of(part) for part in _BETWEEN.split(text) if line_of(part)]


def _with_columns(
    entry: Entry, listed: Sequence[ListedAuthor], numbers: Sequence[Sequence[str]], below: str
) -> Iterator[WrittenAuthor]:
    """The authors of a list, with what columns of their own say of each.

    Args:
        entry: the submission.
        listed: the authors.
        numbers: the numbers of institutions behind their names.
        below: the institutions that stand below them in the same cell.
    """
    names = [one.name for one in listed]
    columns = {
        name: _by_name(entry, name, names) or _by_author(entry, name, len(listed))
        for name in _NOUNS
        if name != _PLACES
    }
    places = _places_of(entry, entry.text(_PLACES) or below, numbers, names)
    presenters, corresponding = (
        set(named_in(entry, role, names, columns["email"]))
        for role in ("presenter", "corresponding")
    )
    for index, one in enumerate(listed):
        own = {name: values[index] for name, values in columns.items() if values}
        institutions = (one.affiliation,) if one.affiliation else places[index]
        _warn_of_other_place(entry, one, places[index])
        if one.name:
            yield WrittenAuthor(
                one.name,
                institutions,
                own.get("email", ""),
                own.get("orcid", ""),
                presenter=index in presenters,
                corresponding=index in corresponding,
                family=one.family,
            )


def _warn_of_other_place(entry: Entry, one: ListedAuthor, places: Sequence[str]) -> None:
    """Warn where a column has another institution for an author than stands behind the name."""
    if one.affiliation and places and not same_institution(one.affiliation, places[0]):
        message = f"`{places[0]}` is left out: {one.name} has `{one.affiliation}` behind the name"
        entry.warn("affiliation-count", message, _PLACES)


def _places_of(
    entry: Entry, text: str, numbers: Sequence[Sequence[str]], names: Sequence[str]
) -> list[tuple[str, ...]]:
    """The institutions of each author: by numbers or names, or in the order of the authors."""
    return [
        tuple(place for place in places if not is_no_place(place))
        for places in _written_places(entry, text, numbers, names)
    ]


def _written_places(
    entry: Entry, text: str, numbers: Sequence[Sequence[str]], names: Sequence[str]
) -> list[tuple[str, ...]]:
    count = len(names)
    if named := _places_by_name(text, names):
        return named
    places = numbered_places(text)
    if numbers and text:
        if found := by_number(numbers, places, count):
            return [tuple(own) for own in found]
        message = f"the numbers behind the authors do not go with `{line_of(text)}`, left out"
        entry.warn("affiliation-count", message, _PLACES)
        return [()] * count
    in_order = list(places.values()) if len(places) == count else _by_author(entry, _PLACES, count)
    if any(map(_MARKED.match, in_order)):
        message = f"the marks in `{line_of(text)}` are not understood, so that it is left out"
        entry.warn("affiliation-count", message, _PLACES)
        return [()] * count
    return [(place,) if place else () for place in in_order] or [()] * count


_MARKED = re.compile(r"[*†‡§¶∗⋆#]+\s*\S")
"""What begins with the mark of somebody: `† University of X`."""
_OF_PERSON = re.compile(r"(?P<name>[^:]+?)\s*(?::|\s[-–—])\s+(?P<place>\S.*)")
"""`Ann Author: University of X`, `Ann Author – University of X`"""
_PERSON_BEHIND = re.compile(r"(?P<place>[^()]+?)\s*\((?P<name>[^()]+)\)")
"""`University of X (Ann Author, Bob Writer)`"""


def _places_by_name(text: str, names: Sequence[str]) -> list[tuple[str, ...]]:
    """The institutions of a cell that names who works at each; nothing if it does not."""
    found: list[tuple[str, ...]] = [()] * len(names)
    for part in _BETWEEN.split(text):
        place, own = _whose_place(line_of(part), names)
        if not own:
            return []
        for one in own:
            found[one] = (*found[one], place)
    return found


def _whose_place(part: str, names: Sequence[str]) -> tuple[str, list[int]]:
    """An institution, and the authors whom a text names before or behind it, if it does."""
    if match := _OF_PERSON.fullmatch(part):
        if own := _named_there(match["name"], names) or _known_by_one_word(match["name"], names):
            return match["place"], own
        return match["name"], _named_there(match["place"], names)
    if match := _PERSON_BEHIND.fullmatch(part):
        return match["place"], _named_there(match["name"], names)
    return part, []


def _named_there(text: str, names: Sequence[str]) -> list[int]:
    """The authors whom a text names; none if it says anything else."""
    found: list[int] = []
    for said in re.split(r"\s*(?:,|&|\band\b)\s*", text):
        own = [place for place, name in enumerate(names) if same_name(said, name)]
        if len(own) != 1:
            return []
        found += own
    return found


def _known_by_one_word(text: str, names: Sequence[str]) -> list[int]:
    """The one author who has a word as given or family name: `Ann` of `Ann: University of X`."""
    found = [place for place, name in enumerate(names) if text in name.split()]
    return found if len(found) == 1 else []


_PLACES = "affiliations"


def _by_name(entry: Entry, column: str, names: Sequence[str]) -> list[str]:
    """What a column says of the authors whom it names: `Ann Author <ann@example.org>; …`.

    Nothing, unless each part names one of them, and each of them once.
    """
    pattern = _OF_SOMEBODY.get(column)
    if pattern is None:
        return []
    found: dict[int, str] = {}
    for part in re.split(r"[;\n]|,(?=\s*[^\W\d_])", entry.text(column)):
        match = pattern.search(part)
        name = pattern.sub(" ", part).strip(" <>()[]:\t-–") if match else ""
        own = [index for index, other in enumerate(names) if name and same_name(name, other)]
        if match is None or len(own) != 1 or own[0] in found:
            return []
        found[own[0]] = match[0]
    return [found.get(index, "") for index in range(len(names))]


_OF_SOMEBODY = {
    "email": EMAIL,
    "orcid": re.compile(r"(?:https?://orcid\.org/)?(?:\d{4}-){3}\d{3}[\dXx]"),
}
"""What stands beside a name in a column of addresses or of iDs."""


def _by_author(entry: Entry, name: str, count: int) -> list[str]:
    """What a column lists for each of the authors; nothing if it has more or fewer."""
    text = entry.text(name)
    cells = [line_of(cell) for cell in _BETWEEN.split(text)] if text else []
    if name != "affiliations" and len(cells) == 1 and count > 1:
        cells = [line_of(cell) for cell in re.split(r"[,\s]+", text)]
    if name == "email":
        cells = [cell.rstrip("*") for cell in cells]  # CMT's sign of who is written to
    if cells and len(cells) != count:
        noun, nouns = _NOUNS[name]
        verb = "is" if len(cells) == 1 else "are"
        message = f"{counted(len(cells), noun, nouns)} for {count} authors {verb} left out"
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
