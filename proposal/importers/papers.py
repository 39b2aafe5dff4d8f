"""Reads accepted papers: a bibliography, or what a review system exports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Severity, counted, has_errors
from proposal.importers.draft import (
    AUTHORS_UNKNOWN,
    Draft,
    GonePaper,
    ImportSourceError,
    Incomplete,
    Record,
    SourceDiagnostics,
    Value,
)
from proposal.importers.exports.chosen_table import chosen_material
from proposal.importers.exports.column_choices import NO_CHOICES, NO_COLUMN, ColumnChoices
from proposal.importers.exports.deciding_columns import DECIDING
from proposal.importers.exports.entry import RecordEntry, WrittenAuthors
from proposal.importers.exports.export import Export
from proposal.importers.exports.export_document import ExportDocument
from proposal.importers.exports.handed_source import HandedSource, read_source
from proposal.importers.exports.table import SourceTable
from proposal.importers.identifiers import paper_id
from proposal.importers.listed_paper import ListedPaper
from proposal.importers.odd_titles import warn_of_odd_titles
from proposal.importers.papers_bibliography import papers_of_bibliography
from proposal.importers.papers_table import (
    PAPERS_SHEET,
    lists_papers,
    submissions_of_table,
    with_accepted_sheet_first,
)
from proposal.importers.submissions import ListedSubmissions, papers_of_submissions
from proposal.importers.written_markup import emphasis_left_out, shown_title
from proposal.model.name_comparison import name_key, words


def read_papers(source: Path, edition_id: str, choices: ColumnChoices = NO_CHOICES) -> Draft:
    """Read the accepted papers of a `.bib` file or of a review system's table.

    Args:
        source: the file, or a folder or an archive with a table.
        edition_id: the edition.
        choices: the columns of a table that the user named.

    Raises:
        ImportSourceError: it is neither, or it lists no accepted paper.
    """
    papers, gone, diagnostics = _listed(source, edition_id, choices)
    collection = _Collection(diagnostics)
    for paper in papers:
        collection.add(paper)
    collection.note_shown_addresses()
    _note_pages(papers, diagnostics)
    _note_emphasis(papers, diagnostics)
    warn_of_odd_titles(papers, diagnostics)
    return Draft(
        papers=collection.records,
        gone=gone,
        diagnostics=diagnostics,
        is_list_of_papers=True,
        has_all_papers=not has_errors(diagnostics),
    )


def _listed(
    path: Path, edition_id: str, choices: ColumnChoices
) -> tuple[list[ListedPaper], list[GonePaper], SourceDiagnostics]:
    """The papers of a source, those that it says not to be papers, and what was not understood."""
    if path.suffix.lower() == ".bib":
        papers, diagnostics = papers_of_bibliography(path)
        return papers, [], diagnostics
    source = with_accepted_sheet_first(read_source(path))
    material, export = chosen_material(
        source,
        "papers",
        edition_id,
        sheet=PAPERS_SHEET,
        fits=lists_papers,
        lists_records=lists_papers,
    )
    if isinstance(material, SourceTable):
        diagnostics = material.diagnostics
        submissions = submissions_of_table(source, material, export, choices)
    else:
        diagnostics = SourceDiagnostics(material.said)
        submissions = submissions_of_document(material, export, diagnostics, choices)
    papers, gone = papers_of_submissions(submissions, diagnostics)
    if export is not None:
        diagnostics[:0] = [_summary(export, submissions, papers)]
    elif "decision" not in choices:
        diagnostics[:0] = _without_decisions(submissions, papers)
    _note_files_beside(source, edition_id, diagnostics)
    return papers, gone, diagnostics


def submissions_of_document(
    document: ExportDocument,
    export: Export | None,
    diagnostics: SourceDiagnostics,
    choices: ColumnChoices,
) -> ListedSubmissions:
    """The submissions of a document in JSON or XML, whose entries have authors of their own.

    Args:
        document: the document.
        export: the export that it is, if it is a known one.
        diagnostics: what there is to say of it.
        choices: what the user says to be nothing in it, since it has no columns to name.

    Raises:
        ImportSourceError: it is no known export of papers, or a column of it was named.
    """
    if named := [name for name, typed in choices.items() if typed.casefold() != NO_COLUMN]:
        raise ImportSourceError(f"{document.file} has no columns; take `--column {named[0]}=…` out")
    if export is None or export.submissions is None:
        raise ImportSourceError(f"{document.file} is no export of papers that is known here")
    entries = [
        replace(entry, texts={key: text for key, text in entry.texts.items() if key not in choices})
        for entry in export.submissions(document, diagnostics)
    ]
    return ListedSubmissions(
        tuple(entries),
        lambda entry: (
            (entry.authors if isinstance(entry, RecordEntry) else None) or WrittenAuthors()
        ),
        str(document.file),
    )


def _summary(
    export: Export, submissions: ListedSubmissions, papers: Sequence[ListedPaper]
) -> Diagnostic:
    """What was recognized, with the numbers: `HotCRP, list of papers: 14 rows, 9 accepted`."""
    rows = len(submissions.entries)
    what = f"{counted(rows, 'submission')}, {len(papers)} accepted"
    hint = (
        None
        if _has_decisions(submissions)
        else "it has no decisions, so all its papers count as accepted"
    )
    message = f"recognized as {export.system}, {export.name}: {what}"
    return Diagnostic(Severity.NOTE, "recognized-export", message, None, hint)


def _has_decisions(submissions: ListedSubmissions) -> bool:
    return any(entry.has(meaning) for entry in submissions.entries for meaning in DECIDING)


def _without_decisions(
    submissions: ListedSubmissions, papers: Sequence[ListedPaper]
) -> Iterator[Diagnostic]:
    """What to say of a table of no known system that has no column of decisions."""
    if not _has_decisions(submissions):
        count = len(papers)
        counted = f"all {count} papers count" if count > 1 else "its paper counts"
        message = f"no column says which papers are accepted, so {counted} as accepted"
        hint = "if one does, add `--column decision=` with its number to the command"
        yield Diagnostic(Severity.NOTE, "no-decisions", message, None, hint)


def _note_files_beside(
    source: HandedSource, edition_id: str, diagnostics: SourceDiagnostics
) -> None:
    """Note the files of a folder or an archive of which nothing is made."""
    if not source.beside:
        return
    pdfs = sum(name.lower().endswith(".pdf") for name in source.beside)
    message = f"{len(source.beside)} other files in {source.path} are not read ({pdfs} PDFs)"
    command = f"`proposal import papers FOLDER --edition {edition_id}`"
    hint = f"import the PDFs from a folder without the list: {command}" if pdfs else None
    diagnostics.note("files-beside", message, hint)


class _Collection(Struct):
    diagnostics: SourceDiagnostics
    records: list[Record] = field(default_factory=list)
    titles: dict[tuple[str, ...], list[ListedPaper]] = field(default_factory=dict)
    """The papers by the words of their titles."""

    def add(self, paper: ListedPaper) -> None:
        """Add a paper, unless it is there: one of its title, and not surely another one."""
        shown = shown_title(paper.title)
        key = tuple(words(shown.replace(",", " ")))
        namesakes = self.titles.setdefault(key, [])
        if namesakes and not all(_are_two(paper, other) for other in namesakes):
            message = f"a second paper is called {shown}; it is left out"
            self.diagnostics.warn("paper-twice", message, paper.span)
            return
        if namesakes:
            message = (
                f"the papers {namesakes[0].number} and {paper.number} are both called {shown}, and "
                "have other authors; both are kept"
            )
            hint = "if they are one paper, delete one of them in papers.yaml"
            self.diagnostics.warn("paper-twice", message, paper.span, hint)
        namesakes.append(paper)
        self.warn_of_repeated_authors(paper, shown)
        taken = {str(record["id"]) for record in self.records}
        record: Record = {
            "id": paper_id(shown, taken),
            **({"number": paper.number} if paper.number else {}),
            "title": paper.title,
            "authors": _participants(paper),
        }
        if paper.abstract:
            record["abstract"] = paper.abstract
        if paper.award:
            record["award"] = paper.award
        self.records.append({**record, **paper.links, **paper.details})

    def warn_of_repeated_authors(self, paper: ListedPaper, shown: str) -> None:
        """Warn of authors whom the source names twice, who are kept, as they may be two."""
        names = [_name_of(author) for author in paper.authors]
        counts = Counter(map(name_key, names))
        repeated = {name_key(name): name for name in names if counts[name_key(name)] > 1}
        for name in repeated.values():
            message = f"{name} is an author of “{shown}” twice, and is kept twice"
            hint = "delete one of the two in papers.yaml, unless they are two people of one name"
            self.diagnostics.warn("author-twice", message, paper.span, hint)

    def note_shown_addresses(self) -> None:
        """Note whose addresses everybody will see, since readers write to them."""
        shown = [
            str(author["name"])
            for record in self.records
            for author in _of_paper(record)
            if isinstance(author, Mapping) and author.get("corresponding") and "email" in author
        ]
        if shown:
            count = counted(len(shown), "address", "addresses")
            message = f"pages will show {count} of corresponding authors, such as {shown[0]}"
            hint = "ask them, or write `corresponding: false` in papers.yaml"
            self.diagnostics.note("shown-address", message, hint)


def _are_two(one: ListedPaper, other: ListedPaper) -> bool:
    """Whether papers of one title are surely two: of different numbers and different authors."""
    people = [{name_key(_name_of(author)) for author in paper.authors} for paper in (one, other)]
    has_numbers = bool(one.number and other.number)
    return has_numbers and one.number != other.number and people[0] != people[1] and all(people)


def _name_of(author: Value) -> str:
    return str(author["name"] if isinstance(author, Mapping) else author)


def _note_pages(papers: Sequence[ListedPaper], diagnostics: SourceDiagnostics) -> None:
    """Note which addresses are left out, since they are of pages and not of PDFs."""
    pages = [paper.page for paper in papers if paper.page]
    if pages:
        is_one = len(pages) == 1
        message = (
            f"{len(pages)} {'address leads' if is_one else 'addresses lead'} to a page and to no "
            f"PDF as it seems, and {'is' if is_one else 'are'} left out: {pages[0]}"
            f"{'' if is_one else ' and the like'}"
        )
        hint = "where the PDF is on the web, write its address as `pdf` in papers.yaml"
        diagnostics.note("left-out-page", message, hint)


def _note_emphasis(papers: Sequence[ListedPaper], diagnostics: SourceDiagnostics) -> None:
    """Note which words of titles were emphasized, since titles are set in one face."""
    words_of_titles = [words for paper in papers for words in paper.emphasized]
    if words_of_titles:
        diagnostics.note("plain-title", emphasis_left_out(words_of_titles))


def _of_paper(record: Record) -> Sequence[Value]:
    authors = record["authors"]
    return authors if isinstance(authors, Sequence) and not isinstance(authors, str) else ()


def _participants(paper: ListedPaper) -> list[Value]:
    """The authors as the data hold them; what stands in for them if the source names none."""
    if not paper.authors:
        return [AUTHORS_UNKNOWN]
    return Incomplete(paper.authors) if paper.is_incomplete else paper.authors
