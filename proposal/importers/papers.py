"""Reads accepted papers: a bibliography, or what a review system exports.

OpenReview, EasyChair and HotCRP are known by the headings of their tables. EasyChair keeps
affiliations in a second file, author.csv, which is read if it stands beside the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from proposal.diagnostics import Diagnostic, Severity, Span, warning
from proposal.importers.draft import Draft, ImportSourceError, Record, Value
from proposal.importers.identifiers import paper_id
from proposal.importers.prose import statement_of
from proposal.importers.tables import Row, Table, read_table
from proposal.importers.values import checked, is_nothing
from proposal.model.names import words
from proposal.reading.lines import line_of
from proposal.reading.names import Author, split_authors
from proposal.source.bibtex import read_bibliography
from proposal.source.reference import Reference

_COLUMNS = (
    ("number", r"^(#|id|number|paper|pid|submission|(paper|submission) (id|number|#))$"),
    ("forum", r"^forum$"),
    ("title", r"^((paper|submission) )?title$|^titel$|^titre$|^titulo$"),
    ("authors", r"^authors?( names?| list)?$|^autoren$|^auteurs$|^autores$"),
    ("affiliations", r"^(author )?(affiliations?|organi[sz]ations?|institutions?)$"),
    ("first", r"^(first|given)( name)?$"),
    ("last", r"^(last|family)( name)?$"),
    ("decision", r"decision|^acceptance|^entscheidung"),
    ("venue", r"^venue$"),
    ("status", r"^status$"),
    ("deleted", r"^deleted$"),
    ("abstract", r"^abstract$"),
    ("pdf", r"^(pdf|url|link|paper (url|link))$"),
    ("code", r"^(code|software|github|code (url|link)|repository)$"),
    ("data", r"^(data|dataset|data (url|link))$"),
    ("award", r"^awards?$"),
)
_NOT_ACCEPTED = re.compile(r"reject|withdr|declin|desk|not accepted|^submitted to|^no\b|pending")
_ACCEPTED = re.compile(r"accept|^yes$|\b(oral|poster|spotlight)\b")


def read_papers(source: Path, _year: int) -> Draft:
    """Read the accepted papers of a `.bib` file or of a review system's table.

    Raises:
        ImportSourceError: it is neither, or it tells of no accepted paper.
    """
    if source.suffix.lower() == ".bib":
        papers, remarks = _of_bibliography(source)
    else:
        papers, remarks = _of_table(source)
    collection = _Collection(remarks)
    for paper in papers:
        collection.add(paper)
    return Draft(papers=collection.records, remarks=remarks)


@dataclass(slots=True)
class _Paper:
    """A paper before it has an id."""

    title: str
    authors: list[Author]
    span: Span | None
    abstract: str | None = None
    award: str | None = None
    links: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Collection:
    remarks: list[Diagnostic]
    records: list[Record] = field(default_factory=list)
    titles: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, paper: _Paper) -> None:
        """Add a paper, unless one of its title is there."""
        key = tuple(words(paper.title.replace(",", " ")))
        if key in self.titles:
            message = f"a second paper is called {paper.title}; it is left out"
            self.remarks.append(warning("paper-twice", message, paper.span))
            return
        self.titles.add(key)
        taken = {str(each["id"]) for each in self.records}
        record: Record = {
            "id": paper_id(paper.title, taken),
            "title": paper.title,
            "authors": [_participant(each) for each in paper.authors],
        }
        if paper.abstract:
            record["abstract"] = statement_of(paper.abstract)
        if paper.award:
            record["award"] = paper.award
        self.records.append({**record, **paper.links})


def _participant(author: Author) -> Value:
    if author.affiliation is None:
        return author.name
    return {"name": author.name, "affiliation": author.affiliation}


# Bibliographies


def _of_bibliography(source: Path) -> tuple[list[_Paper], list[Diagnostic]]:
    references, faults = read_bibliography(source)
    errors = [each for each in faults if each.severity is Severity.ERROR]
    if not references:
        first = errors[0] if errors else None
        reason = f"{first.span or source}: {first.message}" if first else f"{source} has no entry"
        raise ImportSourceError(f"{reason}; a bibliography in BibTeX was expected")
    remarks = [warning(each.code, each.message, each.span, each.hint) for each in errors]
    papers = [
        paper for each in references.values() if (paper := _of_reference(each, remarks)) is not None
    ]
    return papers, remarks


def _of_reference(reference: Reference, remarks: list[Diagnostic]) -> _Paper | None:
    title = line_of(reference.text("title"))
    names = re.split(r"\s+and\s+", line_of(reference.text("author")))
    authors = [
        author
        for name in names
        if name and name != "others"
        for author in split_authors(f"{name};")
    ]
    if not title or not authors:
        message = f"`{reference.key}` has no {'author' if title else 'title'} and is left out"
        remarks.append(warning("incomplete-paper", message, reference.span))
        return None
    if names[-1] == "others":
        message = f"`{reference.key}` does not name all of its authors"
        remarks.append(warning("incomplete-paper", message, reference.span))
    doi = checked("doi", reference.text("doi")).value if reference.text("doi") else None
    address = reference.text("pdf") or reference.text("url") or (doi and f"https://doi.org/{doi}")
    links = {"pdf": address, "code": reference.text("code"), "data": reference.text("data")}
    return _Paper(
        title=title,
        authors=authors,
        span=reference.span,
        abstract=reference.text("abstract") or None,
        links=_good_links(links, reference, remarks),
    )


def _good_links(
    links: dict[str, str | None], reference: Reference, remarks: list[Diagnostic]
) -> dict[str, str]:
    found = {}
    for key, address in links.items():
        result = checked("url", address) if address else None
        if result and result.value:
            found[key] = result.value
        elif result:
            remarks.append(warning("not-a-url", result.fault, reference.span, result.hint))
    return found


# Tables


def _of_table(source: Path) -> tuple[list[_Paper], list[Diagnostic]]:
    table = read_table(source, sheet="Papers")
    columns = _columns_of(table.headings)
    has_authors = "authors" in columns or {"first", "last"} <= columns.keys()
    if "title" not in columns or not has_authors:
        found = ", ".join(line_of(each) for each in table.headings if each.strip())
        raise ImportSourceError(
            f"{source} has no columns Title and Authors, as OpenReview, EasyChair and HotCRP "
            f"export them; its headings are: {found[:200]}"
        )
    reading = _Reading(table, columns, _authors_beside(source))
    papers = list(reading.papers())
    if reading.left_out:
        total = len(papers) + reading.left_out
        message = f"{reading.left_out} of {total} submissions are not accepted and are left out"
        table.remarks.append(Diagnostic(Severity.NOTE, "not-accepted", message))
    if not papers:
        raise ImportSourceError(f"{source} tells of no accepted paper")
    return papers, table.remarks


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


def _authors_beside(source: Path) -> dict[str, list[Author]]:
    """The authors of each submission, by its number, in the file where EasyChair puts them."""
    for name in ("author.csv", "authors.csv"):
        file = source.with_name(name)
        if file == source or not file.is_file():
            continue
        table = read_table(file)
        columns = _columns_of(
            [re.sub(r"^submission #$", "#", each.strip()) for each in table.headings]
        )
        if {"number", "first", "last"} <= columns.keys():
            found: dict[str, list[Author]] = {}
            for row in table.rows:
                found.setdefault(row.cell(columns["number"]), []).append(_author_of(row, columns))
            return found
    return {}


def _author_of(row: Row, columns: dict[str, int]) -> Author:
    """The author in a row of a table with one author a row."""
    name = line_of(f"{row.cell(columns['first'])} {row.cell(columns['last'])}")
    column = columns.get("affiliations")
    affiliation = line_of(row.cell(column)) if column is not None else ""
    return Author(name, affiliation or None)


@dataclass(slots=True)
class _Reading:
    table: Table
    columns: dict[str, int]
    beside: dict[str, list[Author]]
    left_out: int = 0

    def text(self, row: Row, name: str) -> str:
        column = self.columns.get(name)
        text = row.cell(column) if column is not None else ""
        return "" if is_nothing(text) and name != "title" else text

    def papers(self) -> Iterator[_Paper]:
        """The accepted papers, one for each row or, with an author a row, for each number."""
        if "authors" not in self.columns:
            yield from self.grouped()
            return
        for row in self.table.rows:
            if not self.is_accepted(row):
                self.left_out += 1
            elif paper := self.paper(row, self.authors(row)):
                yield paper

    def grouped(self) -> Iterator[_Paper]:
        groups: dict[str, list[Row]] = {}
        for row in self.table.rows:
            groups.setdefault(self.text(row, "number") or self.text(row, "title"), []).append(row)
        for rows in groups.values():
            if not self.is_accepted(rows[0]):
                self.left_out += 1
            elif paper := self.paper(rows[0], [_author_of(row, self.columns) for row in rows]):
                yield paper

    def is_accepted(self, row: Row) -> bool:
        """Whether a row's decision is for the paper; without such a column every paper is."""
        if self.text(row, "deleted").casefold() not in {"", "no", "false"}:
            return False
        for name in ("decision", "venue", "status"):
            if name in self.columns:
                said = self.text(row, name).casefold()
                if not said or _NOT_ACCEPTED.search(said):
                    return False
                return name == "venue" or bool(_ACCEPTED.search(said))
        return True

    def authors(self, row: Row) -> list[Author]:
        told = self.beside.get(self.text(row, "number"), [])
        if told:
            return told
        authors = split_authors(self.text(row, "authors"))
        institutions = [
            line_of(each) for each in re.split(r"\s*[;|\n]\s*", self.text(row, "affiliations"))
        ]
        if len(institutions) != len(authors):
            return authors
        return [
            Author(author.name, author.affiliation or institution or None)
            for author, institution in zip(authors, institutions, strict=True)
        ]

    def paper(self, row: Row, authors: list[Author]) -> _Paper | None:
        """The paper of a row; nothing if it lacks title or authors, which is told."""
        title = line_of(self.text(row, "title"))
        authors = [each for each in authors if each.name]
        if not title or not authors:
            message = f"a paper without {'authors' if title else 'a title'} is left out"
            self.table.remark("incomplete-paper", message, row, self.columns["title"])
            return None
        return _Paper(
            title=title,
            authors=authors,
            span=self.table.span(row, self.columns["title"]),
            abstract=self.text(row, "abstract") or None,
            award=line_of(self.text(row, "award")) or None,
            links=self.links(row),
        )

    def links(self, row: Row) -> dict[str, str]:
        found = {}
        for name in ("pdf", "code", "data"):
            text = self.text(row, name)
            result = checked("url", text) if text else None
            if result and result.value:
                found[name] = result.value
            elif result and name != "pdf":  # OpenReview's own column holds a path of its host
                message = f"{result.fault}; it is left out"
                self.table.remark("not-a-url", message, row, self.columns[name], result.hint)
        forum = re.fullmatch(
            r"(?:https://openreview\.net/forum\?id=)?([\w-]+)", self.text(row, "forum")
        )
        if forum and "pdf" not in found:
            found = {"pdf": f"https://openreview.net/pdf?id={forum[1]}", **found}
        return found
