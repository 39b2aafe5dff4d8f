"""Reads submissions from a table: a review system's export, or one with headings of any kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from proposal.importers.author_cells import parted_at_places, tidied_authors
from proposal.importers.columns import OF_NAMES, meaning_of
from proposal.importers.compared_authors import AuthorRows, compared_authors
from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.column_choices import (
    NO_COLUMN,
    ColumnChoices,
    chosen_columns,
    question,
    with_choices,
)
from proposal.importers.exports.deciding_columns import (
    DECIDING,
    VERDICTS,
    deciding_columns,
    meaning_of_verdicts,
    sure_columns,
)
from proposal.importers.exports.decision import Decision, decision_of
from proposal.importers.exports.entry import (
    AuthorsGrammar,
    Entry,
    RowEntry,
    WrittenAuthor,
    WrittenAuthors,
)
from proposal.importers.exports.export import Export, columns_of_export, heading_key
from proposal.importers.exports.handed_source import HandedSource, read_source
from proposal.importers.exports.recognition import recognize
from proposal.importers.exports.ris import inverted_author
from proposal.importers.exports.table import SourceTable, checked_table
from proposal.importers.joined_columns import (
    with_author_rows,
    with_joined_authors,
    with_joined_rows,
)
from proposal.importers.paper_authors import author_of_row, grammar_of_lists
from proposal.importers.paper_headings import MEANINGS, meaning_of_heading
from proposal.importers.presenter_columns import with_presenters_as_authors
from proposal.importers.submissions import ListedSubmissions
from proposal.importers.work_types import ZOTERO_TYPES, papers_among
from proposal.model.affiliated import EMAIL
from proposal.reading.lines import line_of
from proposal.reading.listed_names import NameOrder, is_institution, order_of, read_authors

_ASKED = ("title", "authors")
"""Meanings for which a second column that fits makes a question."""
_FEWEST_FITTING = 0.5
"""Which part of a column's cells must look like what the heading says."""


def submissions_of_table(
    source: HandedSource, table: SourceTable, export: Export | None, choices: ColumnChoices
) -> ListedSubmissions:
    """The submissions of a table.

    Args:
        source: where the table stands, maybe with another one that lists the authors.
        table: the table.
        export: the export that it is, if it is a known one.
        choices: the columns that the user named.

    Raises:
        ImportSourceError: it has no titles, or nobody can say what a column holds.
    """
    table = handed = checked_table(table)
    if export is None and not choices.keys() & {"authors", "first", "last"}:
        table = with_author_rows(with_presenters_as_authors(table))
        table = with_joined_authors(with_joined_rows(table))
    meanings = [*MEANINGS, *DECIDING, "withdrawn", "deleted"]
    chosen = chosen_columns(table, choices, meanings)
    known = _known_columns(table, export, chosen)
    columns = _with_verdicts(table, with_choices(known, chosen), chosen)
    _refuse_without_headings(handed, chosen)
    _refuse_without_papers(handed, columns)
    if chosen.keys().isdisjoint(_ASKED):
        _refuse_swapped(table, columns)
    _refuse_shortened_numbers(table, columns)
    columns = {**columns, **_deciding_columns(table, export, columns, chosen)}
    _note_unread_columns(table, columns)
    blanks = export.blanks if export else frozenset()
    if "authors" not in columns and {"first", "last"} <= columns.keys():
        # Rows are of authors, so the column of family names tells who wrote a paper.
        columns = {**columns, "authors": columns["last"]}
        rows = [RowEntry(table, row, columns, blanks) for row in table.rows]
        return _of_rows(table, _with_papers_above(rows))
    entries = [RowEntry(table, row, columns, blanks) for row in table.rows]
    own = export.authors if export else None
    if "type" in columns:
        own = _zotero_authors
        entries = papers_among("Zotero", entries, [one.text("type") for one in entries])
    _refuse_lone_authors(entries)
    return ListedSubmissions(
        tuple(entries), _grammar(source, table, entries, export, own), table.name
    )


def _refuse_without_headings(table: SourceTable, chosen: Mapping[str, int | None]) -> None:
    """Refuse a table whose first row is a paper, which would be lost.

    Raises:
        ImportSourceError: what stands in place of headings is no heading of a column that the user
            named, and has the form of what that column holds.
    """
    column = chosen.get("authors")
    heading = table.headings[column] if column is not None else ""
    people = read_authors(tidied_authors(heading).text).people
    is_list = len(people) > 1 and all(len(one.name.split()) > 1 for one in people)
    if is_list and not meaning_of_heading(heading):
        raise ImportSourceError(
            f"{table.where(table.headings_row)}: `{line_of(heading)}` is no heading as it seems, "
            "and the paper in that row would be lost; put a row of headings above it, such as "
            "Title, Authors, Abstract"
        )


def _refuse_without_papers(table: SourceTable, columns: Mapping[str, int]) -> None:
    """Refuse a table without titles, or without authors where no known table lacks them.

    Raises:
        ImportSourceError: it is none of papers.
    """
    has_authors = "authors" in columns or {"first", "last"} <= columns.keys()
    # OpenReview's own table of all papers names nobody.
    if "title" not in columns or not (has_authors or "forum" in columns):
        found = ", ".join(line_of(heading) for heading in table.headings if heading.strip())
        missing = [
            name
            for name, has in (("title", "title" in columns), ("authors", has_authors))
            if not has
        ]
        for name in missing:
            _refuse_misfit(table, name)
        typed = " ".join(f"--column {name}={column}" for column, name in enumerate(missing, 3))
        raise ImportSourceError(
            f"{table.name} has no columns Title and Authors, and is no export that is known; its "
            f"headings are: {found[:200]}. Say where they are, as in `{typed}`, or put a row of "
            f"headings above all others{_instead(table)}"
        )


def _refuse_swapped(table: SourceTable, columns: Mapping[str, int]) -> None:
    """Refuse a table whose titles stand under Authors, and whose authors under Title.

    Raises:
        ImportSourceError: no row of several has a title under Title, and half of them have one
            under Authors.
    """
    titles, authors = (columns.get(meaning) for meaning in _ASKED)
    if titles is None or authors is None or len(table.rows) <= 1:
        return
    swapped = [
        row
        for row in table.rows
        if _IN_TITLES.search(row.cell(authors)) and not is_institution(row.cell(authors))
    ]
    if 2 * len(swapped) >= len(table.rows) and all(
        _NAMES_ALONE.fullmatch(row.cell(titles)) for row in table.rows
    ):
        raise ImportSourceError(
            f"{table.where(table.rows[0])}: the titles seem to stand under "
            f"{table.name_of(authors)}, and the authors under {table.name_of(titles)}; mend the "
            f"headings, or add `--column title={authors + 1} --column authors={titles + 1}`"
        )


_IN_TITLES = re.compile(r"[\w?:] (?:of|on|for|in|with|via|using|towards?|under|through|by) \w")
"""Words in small letters that titles have, and no names: `A Study of Samples`."""
_NAMES_ALONE = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*(?: (?:de|del|der|van|von|di|da|[^\W\d_a-z][\w.'’-]*)){1,4}"
    r"(?:,|;|,? and| &|$) ?)+"
)
"""`Ann Author, Bob van der Writer and Cara Scholar`"""


def _refuse_shortened_numbers(table: SourceTable, columns: Mapping[str, int]) -> None:
    """Refuse numbers of papers of which a spreadsheet has kept the first digits alone.

    Raises:
        ImportSourceError: there are some, by which nobody can tell papers apart.
    """
    column = columns.get("number")
    for row in table.rows if column is not None else ():
        if re.fullmatch(r"\d[.,]?\d*E\+?\d+", row.cell(column or 0), re.IGNORECASE):
            raise ImportSourceError(
                f"{table.where_cell(row, column or 0)}: a spreadsheet program has shortened the "
                f"number to `{row.cell(column or 0)}`; show the column as numbers without digits "
                f"behind the point and save it again, or add `--column number={NO_COLUMN}`"
            )


def _refuse_misfit(table: SourceTable, meaning: str) -> None:
    """Refuse a table in which a column has the right heading, and cells of digits alone.

    Raises:
        ImportSourceError: there is such a column; a paper may be called 1984 all the same.
    """
    for column, heading in enumerate(table.headings):
        if meaning_of_heading(heading) == meaning:
            raise ImportSourceError(
                f"{table.name}: the column {table.name_of(column)} seems to hold no {meaning}; "
                f"if it does, add `--column {meaning}={column + 1}` to the command"
            )


def _instead(table: SourceTable) -> str:
    """What else to type for a table with names of people and no titles."""
    held = {name for name in map(meaning_of, table.headings) if name}
    names_people = bool(held & OF_NAMES) and not held & {"talk_title", "talk_abstract"}
    return "; if it lists people, type `proposal import people`" if names_people else ""


def _known_columns(
    table: SourceTable, export: Export | None, chosen: Mapping[str, int | None]
) -> dict[str, int]:
    """The columns of a table by what they mean, as its system or its headings say it."""
    if export is None:
        return _columns_of(table, chosen)
    columns = columns_of_export(table, export.papers)
    if "authors" not in columns and "reversed" in columns:
        columns = {**columns, "authors": columns["reversed"]}
    if not export.has_usual_headings:
        return columns
    others = {
        meaning: column
        for meaning, column in _columns_of(table, chosen).items()
        if column not in columns.values()
    }
    return {**others, **columns}


def _with_verdicts(
    table: SourceTable, columns: Mapping[str, int], chosen: Mapping[str, int | None]
) -> dict[str, int]:
    """The columns, of which the one that the user calls the decisions may have answers."""
    named = chosen.get("decision")
    if named is None:
        return dict(columns)
    others = {meaning: column for meaning, column in columns.items() if meaning not in VERDICTS}
    return {**others, meaning_of_verdicts(table, named): named}


def _deciding_columns(
    table: SourceTable,
    export: Export | None,
    columns: Mapping[str, int],
    chosen: Mapping[str, int | None],
) -> dict[str, int]:
    """The columns that say which papers are accepted, where the known ones do not.

    Raises:
        ImportSourceError: nobody can say which of them does.
    """
    known = export.papers if export else {}
    free = [
        column
        for column, heading in enumerate(table.headings)
        if column not in columns.values() and heading_key(heading) not in known
    ]
    if export and set(DECIDING) & columns.keys():
        found = sure_columns(table, free, chosen)
        return {meaning: column for meaning, column in found.items() if meaning == "withdrawn"}
    return deciding_columns(table, free, chosen)


def _refuse_lone_authors(entries: Sequence[RowEntry]) -> None:
    """Refuse rows of which nobody can say to which paper their authors belong.

    Raises:
        ImportSourceError: a row names authors, and nothing else of a paper.
    """
    for entry in entries:
        said = [entry.text(meaning) for meaning in ("title", "number", *DECIDING)]
        if entry.text("authors") and not any(said):
            raise ImportSourceError(
                f"{entry.where}: this row names {line_of(entry.text('authors'))} and no title; "
                "write all authors of a paper into one cell, with semicolons between them"
            )


def _of_rows(table: SourceTable, rows: Sequence[RowEntry]) -> ListedSubmissions:
    """The submissions of a table with an author in each row, with the rows of each together."""
    written = _by_number(rows)
    if contacts := sum(not _is_author(row) for row in rows):
        message = f"{contacts} of the rows are of contacts who are no authors"
        table.diagnostics.note("not-an-author", message)
    first: dict[str, RowEntry] = {}
    for row in rows:
        first.setdefault(_key(row), row)
    order = order_of(row.text("listed") for row in rows)
    entries = {
        id(row): _beside_list(
            row, WrittenAuthors(written[key].people if key in written else ()), order
        )
        for key, row in first.items()
    }
    return ListedSubmissions(tuple(first.values()), lambda entry: entries[id(entry)], table.name)


def _beside_list(entry: Entry, own: WrittenAuthors, order: NameOrder | None) -> WrittenAuthors:
    """The authors with columns of their own, and those whom only a list of all of them names.

    START and PCS export columns for a number of authors, and some papers have more.
    """
    read = read_authors(tidied_authors(entry.text("listed")).text, order)
    if read.two_ways or read.doubts or len(read.people) <= len(own.people):
        return own
    listed = replace(
        own, people=tuple(WrittenAuthor(one.name, family=one.family) for one in read.people)
    )
    compared = compared_authors(listed, AuthorRows(own.people, "the columns of each author"))
    is_sure = compared is not None and compared.authors.refusals == own.refusals
    counts = f"{len(read.people)} authors are listed, and {len(own.people)} have columns"
    difference = f"{counts}, which are taken"
    if compared and is_sure:
        difference, own = compared.difference, compared.authors
    if difference:
        entry.warn("authors-differ", difference, "listed", "look whether nobody is missing")
    return own


_OF_AUTHOR = {"authors", "first", "middle", "last", "suffix", "affiliations", "secondary"} | {
    *("email", "orcid", "presenter", "corresponding", "contact", "order"),
}
"""What a column says of one author alone."""


def _with_papers_above(rows: Sequence[RowEntry]) -> list[RowEntry]:
    """The rows, of which each that says nothing but an author's name has the paper above it.

    Janeway writes each further author of an article into such a row.
    """
    found: list[RowEntry] = []
    for row in rows:
        of_paper = {name: column for name, column in row.columns.items() if name not in _OF_AUTHOR}
        is_further = found and _key(found[-1]) and row.text("authors")
        if is_further and not any(row.row.cell(column) for column in of_paper.values()):
            cells = {column: found[-1].row.cell(column) for column in of_paper.values()}
            found.append(replace(row, row=row.row.with_cells(cells)))
        else:
            found.append(row)
    return found


def _is_author(entry: RowEntry) -> bool:
    """Whether a row is of an author; HotCRP lists contacts who are none, too."""
    return entry.text("contact").casefold() != "nonauthor"


def _grammar(
    source: HandedSource,
    table: SourceTable,
    entries: Sequence[RowEntry],
    export: Export | None,
    own: AuthorsGrammar | None,
) -> AuthorsGrammar:
    """How the lists of authors of a table are read: as its system writes them, or in any form."""
    texts = (tidied_authors(parted_at_places(entry.text("authors"))[0]).text for entry in entries)
    general = grammar_of_lists(order_of(texts))
    beside = _authors_beside(source, table, export)
    order = order_of(entry.text("listed") for entry in entries)

    def authors_of(entry: Entry) -> WrittenAuthors | None:
        listed = (own(entry) if own else None) or general(entry)
        if listed and entry.has("listed"):
            listed = _beside_list(entry, listed, order)
        return _with_rows(entry, listed or WrittenAuthors(), beside) if beside else listed

    return authors_of


def _zotero_authors(entry: Entry) -> WrittenAuthors | None:
    """The authors of Zotero's `Author, Ann; García Muestra, Ana María; Sample Group`."""
    names = [line_of(name) for name in entry.text("authors").split(";")]
    return WrittenAuthors(tuple(map(inverted_author, filter(None, names)))) if any(names) else None


def _with_rows(
    entry: Entry, listed: WrittenAuthors, beside: Mapping[str, AuthorRows]
) -> WrittenAuthors:
    """The authors of a submission by its cell and by the rows of another table."""
    number = entry.text("number")
    rows = beside.get(number)
    if rows is None:
        message = f"number {number} has no rows in the table of authors; the names here are taken"
        entry.warn("authors-differ", message, "authors")
        return listed
    compared = compared_authors(listed, rows)
    if compared is None:
        message = f"the authors of number {number} in the other table are others; they are left out"
        entry.warn("other-authors", message, "authors", "look whether the tables go together")
        return listed
    if compared.difference:
        hint = "look which of the two tables is right"
        entry.warn("authors-differ", f"number {number}: {compared.difference}", "authors", hint)
    return compared.authors


_NAMES_BESIDE = ("author.csv", "authors.csv")
"""What systems call the table of authors that they export beside the list of papers."""


def _authors_beside(
    source: HandedSource, table: SourceTable, export: Export | None
) -> dict[str, AuthorRows]:
    """The authors of each submission, by its number, in another table of the same system."""
    sources = [source]
    if export and table.lines is not None and source.path.is_file():
        files = [source.path.with_name(name) for name in _NAMES_BESIDE]
        sources += [read_source(file) for file in files if file.is_file() and file != source.path]
    for found in (found for one in sources for found in recognize(one)):
        other = found.material
        is_of_system = export is None or found.export.system == export.system
        if (
            found.export.beside
            and is_of_system
            and isinstance(other, SourceTable)
            and other.name != table.name
        ):
            checked = checked_table(other)
            columns = columns_of_export(checked, found.export.beside)
            _note_unread_columns(checked, columns)
            rows = [RowEntry(checked, row, columns, found.export.blanks) for row in checked.rows]
            table.diagnostics += checked.diagnostics
            return _by_number(rows)
    return {}


def _by_number(rows: Sequence[RowEntry]) -> dict[str, AuthorRows]:
    """The authors in rows of their own, together for each submission, in their order."""
    found: dict[str, list[tuple[RowEntry, WrittenAuthor]]] = {}
    for row in _in_order(rows):
        if _is_author(row) and (one := author_of_row(row)):
            found.setdefault(_key(row), []).append((row, one))
    return {
        number: AuthorRows(
            tuple(author for _, author in authors), _where([row for row, _ in authors])
        )
        for number, authors in found.items()
    }


def _in_order(rows: Sequence[RowEntry]) -> list[RowEntry]:
    """The rows in the order that a column of numbers says, if each of them has one."""
    places = [row.text("order") for row in rows]
    has_order = bool(rows) and all(re.fullmatch(r"\d{1,3}(?:\.0)?", place) for place in places)
    return sorted(rows, key=lambda row: float(row.text("order"))) if has_order else list(rows)


def _where(rows: Sequence[RowEntry]) -> str:
    """Where rows stand, as a message calls it: `sheet Authors (rows 2, 3)`."""
    table = rows[0].table
    lines = ", ".join(str(row.row.line) for row in rows)
    name = f"sheet {table.sheet}" if table.sheet else table.file.name
    return f"{name} ({'row' if len(rows) == 1 else 'rows'} {lines})"


def _key(row: RowEntry) -> str:
    return row.text("number") or row.text("title")


def with_accepted_sheet_first(source: HandedSource) -> HandedSource:
    """A source whose sheets may be called after what became of the papers in them.

    Sheets of accepted papers stand first, and those of rejected and withdrawn ones last.

    Raises:
        ImportSourceError: several sheets list papers, and their names do not say which are meant;
            or all of them are of papers that are not accepted.
    """
    sheets = [table for table in source.tables if table.sheet and lists_papers(table)]
    if len(source.tables) == 1 or not sheets or recognize(source):
        return source
    said = {table.name: decision_of(table.sheet or "") for table in sheets}
    gone = [table for table in sheets if said[table.name] in _GONE]
    accepted = [table for table in sheets if said[table.name].is_accepted]
    named = [table for table in sheets if (table.sheet or "").casefold() == PAPERS_SHEET.casefold()]
    meant = named or accepted or [table for table in sheets if table not in gone]
    if len(meant) != 1:
        listed = ", ".join(str(table.sheet) for table in meant or sheets)
        raise ImportSourceError(
            f"{source.path}: the sheets {listed} list papers, and nobody can say which are meant; "
            f"put those that are accepted into one sheet called {PAPERS_SHEET}"
        )
    others = [table for table in source.tables if table is not meant[0]]
    return replace(source, tables=(meant[0], *others))


PAPERS_SHEET = "Papers"
"""The name of the sheet that is read, if there are several."""
_GONE = {Decision.REJECTED, Decision.DESK_REJECTED, Decision.WITHDRAWN, Decision.UNDECIDED}


def lists_papers(table: SourceTable) -> bool:
    """Whether a table's headings are those of a list of papers."""
    meanings = set(map(meaning_of_heading, table.headings))
    return "title" in meanings and bool(meanings & {"authors", "last"})


def _columns_of(table: SourceTable, chosen: Mapping[str, int | None]) -> dict[str, int]:
    """The columns of a table by the meaning of their headings, judged by their cells, too.

    Raises:
        ImportSourceError: two columns may hold the same, and their cells differ.
    """
    found: dict[str, list[int]] = {}
    for column, heading in enumerate(table.headings):
        meaning = meaning_of_heading(heading)
        if meaning and _fits(meaning, [row.cell(column) for row in table.rows]):
            found.setdefault(meaning, []).append(column)
    if "title" not in found:
        found |= {"title": talks} if (talks := _columns_of_talks(table)) else {}
    for meaning in _ASKED:
        columns = found.get(meaning, [])
        cells = {tuple(row.cell(column) for row in table.rows) for column in columns}
        if len(cells) > 1 and meaning not in chosen:
            raise question(table, meaning, columns)
    return _with_parted_names(table, {meaning: columns[0] for meaning, columns in found.items()})


def _with_parted_names(table: SourceTable, columns: Mapping[str, int]) -> dict[str, int]:
    """The columns, of which those of parted names count only if none has the whole ones.

    `author_name` beside `author_firstname` holds family names.
    """
    if "authors" not in columns:
        return dict(columns)
    heading = line_of(table.headings[columns["authors"]].replace("_", " ")).casefold()
    others = {name: column for name, column in columns.items() if name not in _OF_ROWS}
    if "first" in columns and "last" not in columns and heading == "author name":
        parts = {name: columns[name] for name in _OF_ROWS if name in columns}
        last = others.pop("authors")
        return {**others, **parts, "last": last}
    return others


_OF_ROWS = ("first", "middle", "last", "suffix", "secondary")
"""What counts only in a table with an author in each row."""


def _columns_of_talks(table: SourceTable) -> list[int]:
    """The columns with titles of talks, which count where no other has titles."""
    found = enumerate(table.headings)
    return [column for column, heading in found if _TALK_TITLE.fullmatch(line_of(heading))]


_TALK_TITLE = re.compile(r"(?:presentation|talk)s?[ _]title|vortragstitel", re.IGNORECASE)
"""`Presentation Title`, as tables with a row for each talk of a session call it."""


def _fits(meaning: str, cells: Sequence[str]) -> bool:
    """Whether a column's cells can be what its heading says: no names of digits alone."""
    filled = [cell for cell in cells if cell]
    looks = _LOOKS.get(meaning)
    if looks is None or not filled:
        return True
    return sum(bool(looks(cell)) for cell in filled) >= _FEWEST_FITTING * len(filled)


def _has_letters(cell: str) -> bool:
    return any(sign.isalpha() for sign in cell) and not EMAIL.fullmatch(cell)


_LOOKS: Mapping[str, Callable[[str], object]] = {
    "title": _has_letters,
    "authors": _has_letters,
    "first": _has_letters,
    "last": _has_letters,
    "affiliations": _has_letters,
    "type": ZOTERO_TYPES.__contains__,
    "email": lambda cell: "@" in cell,
    "orcid": lambda cell: re.search(r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]", cell),
}
"""How the cells of a column must look, so that it is what its heading says."""


def _note_unread_columns(table: SourceTable, columns: Mapping[str, int]) -> None:
    """Note which columns are left out, each with the number of its filled cells."""
    unread = [
        f"{table.name_of(column)} ({table.filled(column)})"
        for column in range(max(len(row.cells) for row in table.rows))
        if column not in columns.values() and table.filled(column)
    ]
    if unread:
        message = f"columns that are left out, with their filled cells: {', '.join(unread)}"
        table.diagnostics.note("unread-columns", message)
