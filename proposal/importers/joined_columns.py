"""Joins the columns of a table that hold one author each: `Author 1`, `Author 2`; first and others.

So that a table with them reads as one with a column of authors, and nobody is lost.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from proposal.importers.author_cells import tidied_authors
from proposal.importers.exports.table import Row, SourceTable
from proposal.importers.exports.yes_and_no import answer_of
from proposal.importers.paper_headings import meaning_of_heading
from proposal.importers.values import is_no_name
from proposal.model.affiliated import name_and_affiliation
from proposal.model.name_comparison import plain_words
from proposal.reading.listed_names import read_authors

_PLACE = r"(?:affiliation|institution|org(?:ani[sz]ation)?)s?|einrichtung(?:en)?"
_AFFILIATIONS = (
    rf"(?:author )?(?:primary )?(?:{_PLACE})|(?:author )?primary affiliation (?:.+ )?institution"
)
_NUMBERED = (
    ("Authors", r"(?:author|autor|auteur)(?: (?:full )?name)?"),
    ("Affiliations", _AFFILIATIONS),
    ("Emails", r"(?:author )?(?:valid )?e ?mail(?: address)?"),
    ("ORCID", r"(?:author )?orcid(?: id)?"),
)
"""What columns with numbers hold, with the heading of the column that they become."""
_OF_ROW = (
    ("Suffix", r"(?:author )?(?:name )?suffix"),
    (
        "Secondary affiliation",
        r"(?:author )?secondary affiliation(?: optional)?(?: (?:.+ )?institution)?",
    ),
    ("Presenter", r"(?:author )?(?:is )?present(?:er|ing)(?: author)?"),
    ("Corresponding author", r"(?:author )?(?:is )?corresponding(?: author)?"),
)
"""What columns with numbers hold beside names that are parted."""
_ANSWERED = {"Presenter", "Corresponding author"}
"""Those of them in which yes and no stand."""
_FIRST = re.compile(
    r"(?:(?:first|lead|main|primary) )?author|authors(?: s)?|author s|erstautor(?:in)?|autor(?:in)?"
    r"|premier auteur|auteur|primer autor"
)
"""`lead author`, `authors` beside `co authors`, `erstautorin`"""
_OTHERS = re.compile(
    r"co ?authors?|(?:other|further|additional) authors?|(?:ko|mit)autor(?:en|innen)?"
    r"|weitere autor\w*"
    r"|co ?auteurs?|(?:otros )?co ?autores|autres auteurs|otros autores"
)
"""`co authors`, `weitere autoren`"""


_LAST = (
    r"(?:author )?(?:last(?: family)?(?: name)?(?: or family)?|family)(?: name)?"
    r"|(?:author )?surname"
)
_OF_NAME = (
    ("First name", r"(?:author )?(?:given(?: first)?(?: name)?(?: or first)?|first)(?: name)?"),
    ("Middle name", r"(?:author )?middle(?: (?:name|initial))?(?: or (?:name|initial))?"),
    ("Last name", _LAST),
)
"""What columns with numbers hold of names that are parted.

`First name`, `Author given name or first name`, `Author last/family name`.
"""


def with_author_rows(table: SourceTable) -> SourceTable:
    """The table with a row for each author, where columns with numbers part their names.

    `Author 1 First Name`, `Author 1 Last Name`, `Author 2 First Name`, …: names stay parted, so
    that nobody has to guess which words are the family name.
    """
    lines = _lines(table)
    patterns = (*_OF_NAME, *_NUMBERED[1:], *_OF_ROW)
    groups = {name: _by_number(lines, pattern) for name, pattern in patterns}
    groups = {
        name: found
        for name, found in groups.items()
        if 1 in found and (name not in _ANSWERED or _are_answers(table, found.values()))
    }
    first, last = groups.get("First name", {}), groups.get("Last name", {})
    if len(last) < _SEVERAL or first.keys() != last.keys():
        return table
    # What one column says of the whole paper is not said of each author, nor who all of them are.
    whole = re.compile(r"contact (?:author )?(?:e ?mail(?: address)?|affiliation|orcid(?: id)?)")
    headings = {
        column: f"{table.headings[column]} (of the paper)"
        for column, line in enumerate(lines)
        if whole.fullmatch(line) or meaning_of_heading(table.headings[column]) in _OF_ALL
    }
    empty = {column: "" for columns in groups.values() for column in columns.values()}
    headings |= _listed_heading(table, empty)
    headings |= {columns[1]: name for name, columns in groups.items()}
    rows = [
        row.with_cells({**empty, **own})
        for row in table.rows
        for own in _own_cells(row, groups, sorted(last))
    ]
    changed = table.headings_row.with_cells({**empty, **headings})
    return replace(table, headings_row=changed, rows=rows)


def _are_answers(table: SourceTable, columns: Collection[int]) -> bool:
    """Whether columns say yes and no of each author; `Presenter 1` may name somebody else."""
    cells = [row.cell(column) for row in table.rows for column in columns]
    return all(answer_of(cell) is not None for cell in cells if cell)


def _own_cells(
    row: Row, groups: Mapping[str, Mapping[int, int]], numbers: Sequence[int]
) -> Iterator[dict[int, str]]:
    """What a row says of each author, in the columns of the first one; of nobody, once."""
    found = [
        {
            columns[1]: row.cell(columns[number])
            for columns in groups.values()
            if number in columns and row.cell(columns[number])
        }
        for number in numbers
    ]
    yield from [own for own in found if own] or [{}]


def with_joined_authors(table: SourceTable) -> SourceTable:
    """The table with one column of authors; the same one if it has no columns to join."""
    lines = _lines(table)
    numbered = {name: _numbered(lines, pattern) for name, pattern in _NUMBERED}
    if len(numbered["Authors"]) > 1:
        return _joined(table, {name: found for name, found in numbered.items() if len(found) > 1})
    first = [column for column, line in enumerate(lines) if _FIRST.fullmatch(line)]
    others = [column for column, line in enumerate(lines) if _OTHERS.fullmatch(line)]
    if len(first) == len(others) == 1:
        return _joined(table, {"Authors": [*first, *others]})
    return table


def with_joined_rows(table: SourceTable) -> SourceTable:
    """The table with one row for papers that have a row for each author, as EDAS exports them.

    Such rows follow each other, and differ in what they say of one author alone.
    """
    meanings = [meaning_of_heading(heading) for heading in table.headings]
    if meanings.count("authors") != 1 or "title" not in meanings:
        return table
    own = [
        column
        for column, heading in enumerate(table.headings)
        if meanings[column] in _OF_ALL or heading.casefold().startswith("author")
    ]
    authors = meanings.index("authors")
    roles = [column for column, meaning in enumerate(meanings) if meaning in _ROLES]
    groups = [list(group) for group in _groups(table.rows, meanings, [*own, *roles])]
    if len(groups) == len(table.rows):
        return table
    named = [[_with_roles(row, roles, authors) for row in group] for group in groups]
    return replace(table, rows=[_one_row(group, own, roles) for group in named])


_ROLES = {"corresponding", "presenter"}


def _with_roles(row: Row, roles: Sequence[int], authors: int) -> Row:
    """A row of one author, of whom roles are said with yes and no, which become names."""
    answers = {column: answer_of(row.cell(column)) for column in roles}
    return row.with_cells(
        {
            column: row.cell(authors) if answer else ""
            for column, answer in answers.items()
            if answer is not None
        }
    )


def _groups(
    rows: Sequence[Row], meanings: Sequence[str], own: Sequence[int]
) -> Iterator[list[Row]]:
    """Rows that follow each other and are of one paper, each with another single author."""
    title, authors = meanings.index("title"), meanings.index("authors")
    group: list[Row] = []
    for row in rows:
        known = {" ".join(other.cell(authors).casefold().split()) for other in group}
        is_next = (
            bool(group)
            and bool(row.cell(title))
            and _without(row, own) == _without(group[0], own)
            and " ".join(row.cell(authors).casefold().split()) not in known
            and all(_is_one_author(one.cell(authors)) for one in (row, group[0]))
        )
        if group and not is_next:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _without(row: Row, columns: Sequence[int]) -> list[str]:
    """The cells of a row but for some columns, as far as something stands there."""
    cells = ["" if index in columns else cell.strip() for index, cell in enumerate(row.cells)]
    return cells[: max((index for index, cell in enumerate(cells, 1) if cell), default=0)]


def _is_one_author(text: str) -> bool:
    """Whether a cell names one person."""
    return len(text.split()) > 1 and len(read_authors(tidied_authors(text).text).people) == 1


def _one_row(rows: Sequence[Row], own: Sequence[int], roles: Sequence[int]) -> Row:
    """A row with what several say of an author each, with semicolons between.

    Args:
        rows: the rows of one paper.
        own: the columns of what they say of one author.
        roles: the columns that name those who have a role, of whom there may be none.
    """
    if len(rows) == 1:
        return rows[0]
    joined = {column: [row.cell(column).strip() for row in rows] for column in own}
    joined |= {column: [row.cell(column) for row in rows if row.cell(column)] for column in roles}
    return rows[0].with_cells({column: "; ".join(cells) for column, cells in joined.items()})


def _lines(table: SourceTable) -> list[str]:
    """The headings in small letters, with a number within one before the rest of it.

    `Author 1 First Name`, `1: First Name` and `Given Name (Author 1)` are `1 author first name`,
    `1 first name` and `1 author given name`.
    """
    lines = (" ".join(plain_words(heading.replace("_", " "))) for heading in table.headings)
    return [_with_number_first(line) for line in lines]


def _with_number_first(line: str) -> str:
    """A heading with its only number before the rest, and before that the word for an author."""
    found = _INNER_NUMBER.findall(line)
    if len(found) != 1:
        return line
    rest = " ".join(_INNER_NUMBER.sub(" ", line).split())
    author_first = _AUTHOR_BEHIND.sub(r"\2 \1", rest)
    return f"{found[0]} {author_first}"


def _numbered(lines: Sequence[str], pattern: str) -> list[int]:
    """The columns of one meaning in the order of their numbers, which count from 1."""
    found = _by_number(lines, pattern)
    return [found[number] for number in sorted(found)] if 1 in found else []


def _by_number(lines: Sequence[str], pattern: str) -> dict[int, int]:
    """The columns of one meaning by their numbers."""
    return {
        int(match[1]): column
        for column, line in enumerate(lines)
        if (match := re.fullmatch(rf"(\d\d?) (?:{pattern})", line))
    }


_LISTED = "Authors (beside columns of each)"
"""The heading under which a list of all authors is compared with the columns of each."""
_OF_ALL = {"authors", "affiliations", "email", "orcid"}
_SEVERAL = 2
_INNER_NUMBER = re.compile(r"\b\d\d?\b")
"""`Author 2 Email`"""
_AUTHOR_BEHIND = re.compile(r"^(.+) (author|autor|auteur)$")
"""An example: `given name author`."""


def _listed_heading(table: SourceTable, own: Collection[int]) -> dict[int, str]:
    """Another heading for a column that lists all authors, beside their own columns."""
    meanings = enumerate(map(meaning_of_heading, table.headings))
    lists = [column for column, meaning in meanings if meaning == "authors" and column not in own]
    return {lists[0]: _LISTED} if len(lists) == 1 else {}


def _joined(table: SourceTable, groups: Mapping[str, Sequence[int]]) -> SourceTable:
    """The table with the first column of each group holding all of it, and the others nothing."""
    empty = {column: "" for found in groups.values() for column in found}
    listed = _listed_heading(table, empty) if len(groups["Authors"]) > 1 else {}
    first = {found[0]: name for name, found in groups.items()}
    headings = table.headings_row.with_cells({**empty, **listed, **first})
    rows = [_row(table, row, groups) for row in table.rows]
    return replace(table, headings_row=headings, rows=rows)


def _row(table: SourceTable, row: Row, groups: Mapping[str, Sequence[int]]) -> Row:
    authors = groups["Authors"]
    named = [index for index, column in enumerate(authors) if _is_named(table, row, column)]
    cells: dict[int, str] = {}
    for name, columns in groups.items():
        texts = [row.cell(columns[index]) for index in named if index < len(columns)]
        listed = _once(texts) if name == "Authors" else texts
        cells |= dict.fromkeys(columns, "") | {columns[0]: "; ".join(listed)}
    return row.with_cells(cells)


def _is_named(table: SourceTable, row: Row, column: int) -> bool:
    """Whether a cell names authors; one that says only that there are some is reported."""
    text = row.cell(column)
    is_nobody = is_no_name(text) or text.casefold() in {"none", "no", "nobody", "0"}
    if not is_nobody and (answer_of(text) is not None or not any(map(str.isalpha, text))):
        message = f"`{text}` is no name, so that authors of this paper are missing"
        table.warn("incomplete-paper", message, row, column, "write their names there")
        return False
    return not is_nobody


def _once(texts: Sequence[str]) -> list[str]:
    """The authors of several cells, of which the list of all may name the others again."""
    found: list[str] = []
    for one in (one for text in texts for one in _people(text)):
        name = name_and_affiliation(one)[0]
        if not any(name_and_affiliation(other)[0] == name for other in found):
            found.append(one)
    return found


def _people(text: str) -> list[str]:
    """The authors of one cell, each as it is written in a list with semicolons."""
    cell = tidied_authors(text)
    read = read_authors(cell.text)
    if cell.refusals or read.two_ways or len(read.people) < _SEVERAL:
        return [text]
    return [
        f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in read.people
    ]
