"""Reads accepted papers from a table that a review system exports.

OpenReview, EasyChair and HotCRP are known by the headings of their tables. EasyChair keeps
affiliations in a second file, author.csv, which is read if it stands beside the first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from proposal.importers.draft import (
    AUTHORS_UNKNOWN,
    ImportSourceError,
    Record,
    SourceDiagnostics,
    Value,
)
from proposal.importers.exports.chosen_table import read_table
from proposal.importers.exports.column_choices import (
    NO_CHOICES,
    ColumnChoices,
    chosen_columns,
    with_choices,
)
from proposal.importers.exports.export import Export, heading_key
from proposal.importers.exports.source import read_source
from proposal.importers.exports.table import Row, SourceTable
from proposal.importers.listed_paper import DOI_ADDRESS, ListedPaper
from proposal.importers.paper_authors import YES, PaperAuthorsReader, Warn
from proposal.importers.values import checked, is_nothing
from proposal.model.material_kinds import MATERIAL_KINDS, kind_of_name
from proposal.model.name_comparison import words
from proposal.reading.lines import line_of
from proposal.reading.names import NameOrder, order_of, read_authors
from proposal.source.bibtex import text_of_latex

_COLUMNS = (
    ("number", r"^(#|id|number|paper|pid|submission|(paper|submission) (id|number|#))$"),
    ("forum", r"^forum$"),
    ("title", r"^((paper|submission) )?title$|^titel$|^titre$|^titulo$"),
    ("authors", r"^authors?( names?| list)?$|^autoren$|^auteurs$|^autores$"),
    ("affiliations", r"^(author )?(affiliations?|organi[sz]ations?|institutions?)$"),
    ("first", r"^(first|given)( name)?$"),
    ("middle", r"^middle( name)?$"),
    ("last", r"^(last|family)( name)?$"),
    ("contact", r"^is ?contact$"),
    ("decision", r"decision|^acceptance|^entscheidung"),
    ("venue", r"^venue$"),
    ("status", r"^status$"),
    ("deleted", r"^deleted$"),
    ("abstract", r"^abstract$"),
    ("pdf", r"^(pdf|url|link|paper (url|link))$"),
    ("code", r"^(code|software|github|code (url|link)|repository)$"),
    ("data", r"^(data|dataset|data (url|link))$"),
    ("award", r"^awards?$"),
    ("slides", r"^(slides|presentation|slides? (url|link))$"),
    ("poster", r"^poster (url|link|pdf)$"),
    ("video", r"^(video|recording|video (url|link))$"),
    ("supplement", r"^(supplement|supplementary( materials?)?|appendix)( (url|link))?$"),
    ("email", r"^((author|contact) )?e ?mails?( addresses)?( address)?$"),
    ("orcid", r"^(author )?orcids?( ids?)?$"),
    ("presenter", r"^(presenters?|presenting authors?|is presenter)$"),
    ("corresponding", r"^(is )?corresponding( authors?)?$"),
    ("track", r"^((paper|submission) )?track( name)?$"),
    ("kind", r"^((paper|submission|presentation|contribution) )?(kind|type)$"),
    ("withdrawn", r"^(is )?withdrawn$"),
    ("keywords", r"^keywords?$"),
    ("pages", r"^(pages?|page (numbers?|range))$"),
    ("doi", r"^doi$"),
)
_DECIDING = ("decision", "venue", "status")
"""The columns that say whether a paper is accepted, the surest first."""
_NOT_ACCEPTED = re.compile(r"reject|withdr|declin|desk|not accepted|^submitted to|^no\b|pending")
"""Examples: `Reject`, `Desk Rejected`, `Submitted to WSDM 2026`."""
_UNDECIDED = re.compile(r"\?|probabl|likely|maybe|borderline|undecided")
"""Examples: `Probably accept`, `Accept?`."""
_FORM = re.compile(r"\b(oral|poster|spotlight|demo|short|long|full|lightning|highlight)\b")
"""An example: `Accept (Oral)`."""
_CONDITIONAL = re.compile(r"condition|minor|provision")
"""Examples: `Conditional accept`, `Minor revision`."""
_LATEX = re.compile(r"\\[A-Za-z]{2,}|\\[\"'`^~=.][A-Za-z{]|\\[%&#_$]|\$(?!\s)[^$\n]*[^\s$]\$(?!\d)")
"""A command, an accent or a formula, and neither a price nor a range of prices."""
_ACCEPTED = re.compile(r"accept|^yes$|\b(oral|poster|spotlight)\b")
"""Examples: `Accept (Poster)`, `yes`."""


def papers_of_table(
    source: Path, edition_id: str, choices: ColumnChoices = NO_CHOICES
) -> tuple[list[ListedPaper], SourceDiagnostics]:
    """The accepted papers of a review system's table, and what was not understood of it.

    Args:
        source: a file, a folder or an archive.
        edition_id: the edition, for commands that messages name.
        choices: the columns that the user named.

    Raises:
        ImportSourceError: it is no such table, or it lists no accepted paper.
    """
    table, export = read_table(source, "papers", edition_id, sheet="Papers")
    known = _columns_of_export(table, export) if export else _columns_of(table.headings)
    meanings = [name for name, _ in _COLUMNS]
    columns = with_choices(known, chosen_columns(table, choices, meanings))
    has_authors = "authors" in columns or {"first", "last"} <= columns.keys()
    # OpenReview's own table of all papers names nobody.
    if "title" not in columns or not (has_authors or "forum" in columns):
        found = ", ".join(line_of(heading) for heading in table.headings if heading.strip())
        raise ImportSourceError(
            f"{source} has no columns Title and Authors, as OpenReview, EasyChair and HotCRP "
            f"export them; its headings are: {found[:200]}"
        )
    _refuse_unknown_decisions(table, columns)
    beside = _authors_beside(source, table.diagnostics)
    reader = _PapersTableReader(table, columns, beside)
    papers = list(reader.papers())
    reader.refuse_two_ways()
    reader.note_omissions()
    if not papers:
        raise ImportSourceError(f"{source} lists no accepted paper")
    return papers, table.diagnostics


_DECISION = re.compile(r"(accept|reject|withdr)\w*\b.{0,40}", re.IGNORECASE)


def _refuse_unknown_decisions(table: SourceTable, columns: Mapping[str, int]) -> None:
    """Refuse a table with decisions in a column whose heading says nothing of them.

    Raises:
        ImportSourceError: there is one, and no column is known to hold decisions.
    """
    if set(_DECIDING) & columns.keys():
        return
    for column in range(len(table.headings)):
        cells = [row.cell(column) for row in table.rows if row.cell(column)]
        if cells and column not in columns.values() and all(map(_DECISION.fullmatch, cells)):
            raise ImportSourceError(
                f"{table.file}: the column {table.name_of(column)} seems to say which papers are "
                "accepted; call it Decision"
            )


def _columns_of_export(table: SourceTable, export: Export) -> dict[str, int]:
    """The columns of a known export by their meanings."""
    found: dict[str, int] = {}
    for column, heading in enumerate(table.headings):
        meaning = export.papers.get(heading_key(heading))
        if meaning:
            found.setdefault(meaning, column)
    return found


def _columns_of(headings: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, heading in enumerate(headings):
        line = " ".join(words(heading.replace("_", " ").replace("#", " # "))) or heading
        line = "#" if heading.strip() == "#" else line
        for name, pattern in _COLUMNS:
            if name not in found and re.search(pattern, line.strip()):
                found[name] = column
                break
    return found


def _authors_beside(source: Path, diagnostics: SourceDiagnostics) -> dict[str, list[Value]]:
    """The authors of each submission, by its number, in the file where EasyChair puts them."""
    for name in ("author.csv", "authors.csv"):
        file = source.with_name(name)
        if file == source or not file.is_file():
            continue
        table = read_source(file).tables[0]
        columns = _columns_of(
            [re.sub(r"^submission #$", "#", heading.strip()) for heading in table.headings]
        )
        if {"number", "first", "last"} <= columns.keys():
            reader = PaperAuthorsReader(columns, _warner(table, columns))
            found: dict[str, list[Value]] = {}
            for row in table.rows:
                if reader.is_author(row):
                    of_paper = found.setdefault(row.cell(columns["number"]), [])
                    of_paper.append(reader.of_row(row))
            diagnostics += table.diagnostics
            return found
    return {}


def _warner(table: SourceTable, columns: Mapping[str, int]) -> Warn:
    """Warns of a row's cell by what the cell's column holds."""

    def warn(code: str, message: str, row: Row, name: str, hint: str | None = None) -> None:
        table.warn(code, message, row, columns[name], hint)

    return warn


@dataclass
class _PapersTableReader:
    table: SourceTable
    columns: dict[str, int]
    beside: dict[str, list[Value]]
    """The authors by the papers' numbers, if another file lists them."""
    left_out: int = 0
    """How many submissions were not accepted."""
    contacts: int = 0
    """How many rows are of somebody who is no author."""
    forms: Counter[str] = field(default_factory=Counter)
    """Decisions that say how a paper is presented, and how often."""
    addresses: int = 0
    """How many email addresses were taken out of lists of authors."""
    nameless: list[str] = field(default_factory=list)
    """The titles of papers whose authors the source does not name."""
    two_ways: list[str] = field(default_factory=list)
    """What to type for each list that can be read in two ways, with its place."""

    @property
    def people(self) -> PaperAuthorsReader:
        """What makes authors of the table's cells."""
        return PaperAuthorsReader(self.columns, _warner(self.table, self.columns))

    @cached_property
    def order(self) -> NameOrder | None:
        """How the table's lists of authors are written."""
        return order_of(self.text(row, "authors") for row in self.table.rows)

    def text(self, row: Row, name: str) -> str:
        column = self.columns.get(name)
        text = row.cell(column) if column is not None else ""
        return "" if is_nothing(text) and name != "title" else text

    def papers(self) -> Iterator[ListedPaper]:
        """The accepted papers, one for each row or, with an author a row, for each number."""
        if "authors" not in self.columns and {"first", "last"} <= self.columns.keys():
            yield from self.grouped()
            return
        for row in self.table.rows:
            if not self.is_accepted(row):
                self.left_out += 1
            elif paper := self.paper(row, *self.authors(row)):
                yield paper

    def grouped(self) -> Iterator[ListedPaper]:
        groups: dict[str, list[Row]] = {}
        for row in self.table.rows:
            groups.setdefault(self.text(row, "number") or self.text(row, "title"), []).append(row)
        for rows in groups.values():
            authors = [row for row in rows if self.people.is_author(row)]
            self.contacts += len(rows) - len(authors)
            if not self.is_accepted(rows[0]):
                self.left_out += 1
            elif paper := self.paper(rows[0], [self.people.of_row(row) for row in authors]):
                yield paper

    def is_accepted(self, row: Row) -> bool:
        """Whether a row's decision is for the paper; without such a column every paper is."""
        if self.text(row, "deleted").casefold() not in {"", "no", "false"}:
            return False
        for name in _DECIDING:
            if name in self.columns:
                return self.is_accepting(row, name)
        return True

    def is_accepting(self, row: Row, name: str) -> bool:
        """Whether a cell says that the paper is accepted; what it leaves open is told."""
        said = self.text(row, name).casefold()
        if not said or _NOT_ACCEPTED.search(said):
            return False
        if _UNDECIDED.search(said) and name != "venue":
            message = f"`{said}` is no decision yet; the paper is left out"
            self.warn("undecided-paper", message, row, name)
            return False
        is_accepting = name == "venue" or bool(_ACCEPTED.search(said))
        if is_accepting and "kind" in self.columns and _FORM.search(said):
            self.forms[said] += 1
        if is_accepting and _CONDITIONAL.search(said):
            self.warn("undecided-paper", f"`{said}` is taken for accepted", row, name)
        return is_accepting

    def warn(self, code: str, message: str, row: Row, name: str, hint: str | None = None) -> None:
        self.table.warn(code, message, row, self.columns[name], hint)

    def authors(self, row: Row) -> tuple[list[Value], bool]:
        """The authors of a row's paper, and whether there are more than it names."""
        listed = self.beside.get(self.text(row, "number"), [])
        if listed:
            return listed, False
        read = read_authors(self.text(row, "authors"), self.order)
        self.addresses += len(read.addresses)
        for doubt in read.doubts:
            hint = "correct it in papers.yaml, or here and import it again"
            self.warn("doubtful-name", doubt, row, "authors", hint)
        if read.two_ways:
            one, other = read.two_ways
            self.two_ways.append(
                f"{self.table.where(row)}: `{line_of(self.text(row, 'authors'))}` can be read in "
                f"two ways; write `{one}` or `{other}`"
            )
        return self.people.of_list(row, read.people), read.is_incomplete

    def refuse_two_ways(self) -> None:
        """Refuse the table if nobody can say who wrote a paper.

        Raises:
            ImportSourceError: one of its lists of authors can be read in two ways.
        """
        if self.two_ways:
            more = len(self.two_ways) - 1
            others = f" (and {more} more such {'row' if more == 1 else 'rows'})" if more else ""
            raise ImportSourceError(f"{self.two_ways[0]}{others}")

    def note_omissions(self) -> None:
        """Note what was left out of the table, by column and number."""
        table, diagnostics = self.table, self.table.diagnostics
        if self.left_out:
            message = f"{self.left_out} of {self.count} submissions are not accepted"
            diagnostics.note("not-accepted", f"{message} and are left out")
        if self.forms:
            listed = ", ".join(f"{said} ({count})" for said, count in self.forms.items())
            message = f"how papers are presented is not kept: {listed}"
            hint = "list them under `papers` of the schedule's slots"
            diagnostics.note("left-out-form", message, hint)
        if self.contacts:
            message = f"{self.contacts} of the rows are of contacts who are no authors"
            diagnostics.note("not-an-author", message)
        if self.addresses:
            column = table.name_of(self.columns["authors"])
            message = f"{self.addresses} email addresses in the column {column} are left out"
            diagnostics.note("left-out-address", message)
        if self.nameless:
            count = len(self.nameless)
            papers = "paper" if count == 1 else "papers"
            message = f"the table does not say who wrote {count} {papers} (“{self.nameless[0]}”)"
            hint = f"write the authors in papers.yaml, where “{AUTHORS_UNKNOWN}” stands for them"
            diagnostics.warn("to-confirm", message, None, hint)
        unread = [
            f"{table.name_of(column)} ({table.filled(column)})"
            for column in range(max(len(row.cells) for row in table.rows))
            if column not in self.columns.values() and table.filled(column)
        ]
        if unread:
            message = f"columns that are left out, with their filled cells: {', '.join(unread)}"
            diagnostics.note("unread-columns", message)

    @property
    def count(self) -> int:
        """How many submissions the table has."""
        if "authors" in self.columns or not {"first", "last"} <= self.columns.keys():
            return len(self.table.rows)
        return len({self.text(row, "number") or self.text(row, "title") for row in self.table.rows})

    def paper(
        self, row: Row, listed: list[Value], is_incomplete: bool = False
    ) -> ListedPaper | None:
        """The paper of a row; nothing if it lacks title or authors, which is reported."""
        title = self.plain(row, "title")
        authors = [author for author in listed if author]
        names_nobody = not {"authors", "first"} & self.columns.keys()
        if title and not authors and names_nobody:
            self.nameless.append(title)
        if is_incomplete and authors:
            self.warn("incomplete-paper", "not all authors are named here", row, "authors")
        if not title or not (authors or names_nobody):
            message = f"a paper without {'authors' if title else 'a title'} is left out"
            self.warn("incomplete-paper", message, row, "title")
            return None
        return ListedPaper(
            title=title,
            authors=authors,
            span=self.table.span(row, self.columns["title"]),
            is_incomplete=is_incomplete,
            abstract=self.plain(row, "abstract") or None,
            award=line_of(self.text(row, "award")) or None,
            links=self.links(row),
            details=self.details(row),
        )

    def plain(self, row: Row, name: str) -> str:
        """A title or an abstract, in which commands of LaTeX are read as in a bibliography."""
        text = self.text(row, name)
        text = line_of(text) if name == "title" else text
        if not _LATEX.search(text):
            return text
        paragraphs = []
        for paragraph in re.split(r"\n\s*\n", text):
            # In a table, these signs are neither comments nor columns of LaTeX.
            read, unknown = text_of_latex(re.sub(r"(?<!\\)([%&#])", r"\\\1", paragraph))
            if unknown:
                message = f"`{unknown[0]}` cannot be read as text, so the {name} keeps its LaTeX"
                self.warn("unknown-latex", message, row, name, "write the characters themselves")
                return text
            paragraphs.append(read)
        return "\n\n".join(paragraphs)

    def details(self, row: Row) -> Record:
        """Kind, track, keywords, pages, DOI; a wrong value is reported and left out."""
        kind, track = (line_of(self.text(row, name)) for name in ("kind", "track"))
        kind = kind_of_name(kind) if kind else self.form(row)
        found: Record = {key: value for key, value in (("kind", kind), ("track", track)) if value}
        words_of_row = [line_of(word) for word in re.split(r"[,;|\n]", self.text(row, "keywords"))]
        if keywords := [word for word in words_of_row if word and checked("keyword", word).value]:
            found["keywords"] = keywords
        for name in ("pages", "doi"):
            text = DOI_ADDRESS.sub(r"\g<doi>", self.text(row, name))
            result = checked(name, text) if text else None
            if result and result.value:
                found[name] = result.value
            elif result:
                code = "not-a-doi" if name == "doi" else "not-pages"
                self.warn(code, f"{result.error}; it is left out", row, name, result.hint)
        if self.text(row, "withdrawn").casefold() in YES:
            found["withdrawn"] = True
        return found

    def form(self, row: Row) -> str:
        """How a paper is presented or how long it is, if its decision says so: `Accept (Oral)`."""
        said = next((self.text(row, name) for name in _DECIDING if name in self.columns), "")
        match = _FORM.search(said.casefold())
        return match[0] if match else ""

    def links(self, row: Row) -> dict[str, str]:
        found = {}
        for name in (kind.name for kind in MATERIAL_KINDS):
            text = self.text(row, name)
            result = checked("url", text) if text else None
            if result and result.value:
                found[name] = result.value
            elif result and name != "pdf":  # OpenReview's own column holds a path of its host
                self.warn("not-a-url", f"{result.error}; it is left out", row, name, result.hint)
        forum = re.fullmatch(
            r"(?:https://openreview\.net/forum\?id=)?([\w-]+)", self.text(row, "forum")
        )
        if forum and "pdf" not in found:
            found = {"pdf": f"https://openreview.net/pdf?id={forum[1]}", **found}
        return found
