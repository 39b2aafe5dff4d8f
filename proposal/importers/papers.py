"""Reads accepted papers: a bibliography, or what a review system exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from proposal.importers.draft import (
    AUTHORS_UNKNOWN,
    Draft,
    Incomplete,
    Record,
    SourceDiagnostics,
    Value,
)
from proposal.importers.exports.column_choices import NO_CHOICES, ColumnChoices
from proposal.importers.identifiers import paper_id
from proposal.importers.listed_paper import ListedPaper
from proposal.importers.markdown_text import statement_of
from proposal.importers.papers_bibliography import papers_of_bibliography
from proposal.importers.papers_table import papers_of_table
from proposal.model.name_comparison import words


def read_papers(source: Path, edition_id: str, choices: ColumnChoices = NO_CHOICES) -> Draft:
    """Read the accepted papers of a `.bib` file or of a review system's table.

    Args:
        source: the file, or a folder or an archive with a table.
        edition_id: the edition.
        choices: the columns of a table that the user named.

    Raises:
        ImportSourceError: it is neither, or it lists no accepted paper.
    """
    if source.suffix.lower() == ".bib":
        papers, diagnostics = papers_of_bibliography(source)
    else:
        papers, diagnostics = papers_of_table(source, edition_id, choices)
    collection = _Collection(diagnostics)
    for paper in papers:
        collection.add(paper)
    collection.note_shown_addresses()
    return Draft(papers=collection.records, diagnostics=diagnostics, has_all_papers=True)


@dataclass(slots=True)
class _Collection:
    diagnostics: SourceDiagnostics
    records: list[Record] = field(default_factory=list)
    titles: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, paper: ListedPaper) -> None:
        """Add a paper, unless one of its title is there."""
        key = tuple(words(paper.title.replace(",", " ")))
        if key in self.titles:
            message = f"a second paper is called {paper.title}; it is left out"
            self.diagnostics.warn("paper-twice", message, paper.span)
            return
        self.titles.add(key)
        taken = {str(record["id"]) for record in self.records}
        record: Record = {
            "id": paper_id(paper.title, taken),
            "title": paper.title,
            "authors": _participants(paper),
        }
        if paper.abstract:
            record["abstract"] = statement_of(paper.abstract)
        if paper.award:
            record["award"] = paper.award
        self.records.append({**record, **paper.links, **paper.details})

    def note_shown_addresses(self) -> None:
        """Note whose addresses everybody will see, since readers write to them."""
        shown = [
            str(author["name"])
            for record in self.records
            for author in _of_paper(record)
            if isinstance(author, Mapping) and author.get("corresponding") and "email" in author
        ]
        if shown:
            count = f"{len(shown)} {'address' if len(shown) == 1 else 'addresses'}"
            message = f"pages will show {count} of corresponding authors, such as {shown[0]}"
            hint = "ask them, or delete `corresponding` in papers.yaml"
            self.diagnostics.note("shown-address", message, hint)


def _of_paper(record: Record) -> Sequence[Value]:
    authors = record["authors"]
    return authors if isinstance(authors, Sequence) and not isinstance(authors, str) else ()


def _participants(paper: ListedPaper) -> list[Value]:
    """The authors as the data hold them; what stands in for them if the source names none."""
    if not paper.authors:
        return [AUTHORS_UNKNOWN]
    return Incomplete(paper.authors) if paper.is_incomplete else paper.authors
