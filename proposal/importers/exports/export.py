"""What is known of one export of one system: how it is recognized, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.entry import AuthorsGrammar, RecordEntry
from proposal.importers.exports.export_document import ExportDocument
from proposal.importers.exports.records import JsonRecord
from proposal.importers.exports.table import SourceTable
from proposal.importers.program.scheduled import ScheduledProgram
from proposal.model.records.when_record import WhenRecord


class Recognized(Struct, frozen=True):
    """A table or a document of a source, and the export that it is."""

    export: Export
    material: SourceTable | ExportDocument


class ProgramContext(Struct, frozen=True):
    """What the reader of a schedule knows of the edition, and what the user said."""

    language: str
    """The edition's, for texts that an export has in several."""
    days: tuple[WhenRecord, ...]
    """The days of the edition."""
    choices: Mapping[str, str]
    """What was typed for each meaning of a column."""
    zone: str = "UTC"
    """The name of the venue's time zone."""


ProgramReader = Callable[["SourceTable | ExportDocument", ProgramContext], ScheduledProgram]
"""Reads the schedule of an export.

Raises `ImportSourceError` if it cannot be read without a doubt.
"""


DocumentPapers = Callable[[ExportDocument, SourceDiagnostics], list[RecordEntry]]
"""Lists the submissions of a document, and notes what it leaves out."""


PeopleRecords = Callable[[ExportDocument], list[JsonRecord]]
"""Lists the records of people in a document."""


class Export(Struct, frozen=True, kw_only=True):
    """An export of a system, with the source of what is known of its form."""

    system: str
    """The system as its users call it: HotCRP."""
    name: str
    """What is exported, as a sentence goes on: `HotCRP's list of papers`."""
    form: str
    """CSV, JSON, …"""
    source: str
    """The address of the system's own text, document or script by which the form is known."""
    version: str
    """The commit, the release or the day of that source."""
    gives: str = ""
    """What `import papers` reads of each paper, as the page of exports says it."""
    headings: frozenset[str] = frozenset()
    """For a table: the headings by which it is recognized, as `heading_key` writes them."""
    agrees: Callable[[SourceTable], bool] = lambda _: True
    """For a table whose headings others may have: what else shows that it is this export."""
    fits: Callable[[ExportDocument], bool] | None = None
    """For a document: whether it has the form of this export."""
    papers: Mapping[str, str] = field(default_factory=dict)
    """What `import papers` makes of each heading, by `heading_key`; empty text for nothing."""
    authors: AuthorsGrammar | None = None
    """How `import papers` reads the authors of a row; otherwise lists of any notation are read."""
    has_usual_headings: bool = False
    """Whether a table that somebody made may have these headings, too, and more of its own."""
    blanks: frozenset[str] = frozenset()
    """Cells by which the system says that there is nothing, in small letters."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """For a table of authors that may lie beside a list of papers: what its headings mean."""
    submissions: DocumentPapers | None = None
    """What `import papers` reads of a document."""
    people: Mapping[str, str] = field(default_factory=dict)
    """What `import people` makes of each heading: a meaning of `columns.py`, or empty text."""
    people_of: PeopleRecords | None = None
    """For a document: the records of people in it, whose keys are read as headings."""
    usual_role: str = ""
    """What everybody in it does, where nothing says it: `PC member`."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """What the system's own words for roles mean, in small letters; empty text for nothing."""
    left_out: frozenset[str] = frozenset()
    """Statuses of rows of which `import people` makes nothing: `declined`, in small letters."""
    program: ProgramReader | None = None
    """What `import program` reads the schedule with."""
    advice: str = ""
    """What to do with an export that no kind of import reads alone."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of import that read it, as they are typed."""
        papers = self.papers or self.submissions
        feeds = {"papers": papers, "people": self.people, "program": self.program}
        return tuple(kind for kind, reader in feeds.items() if reader)

    @property
    def title(self) -> str:
        """The export in a sentence: `HotCRP's list of papers`."""
        return f"{self.system}{'’' if self.system.endswith('s') else '’s'} {self.name}"


def document_reader(
    read: Callable[[ExportDocument, ProgramContext], ScheduledProgram],
) -> ProgramReader:
    """The reader of an export that is a document, which is what recognizes it."""

    def reader(material: SourceTable | ExportDocument, context: ProgramContext) -> ScheduledProgram:
        if isinstance(material, SourceTable):
            raise TypeError(f"{material.name} is a table, where a document was recognized")
        return read(material, context)

    return reader


def heading_key(heading: str) -> str:
    """A heading as exports are compared: in small letters, with single spaces."""
    return " ".join(heading.casefold().split())


def headings(*names: str) -> frozenset[str]:
    """The headings by which an export is recognized."""
    return frozenset(map(heading_key, names))


def any_heading(*names: str) -> Callable[[SourceTable], bool]:
    """Whether a table has one of some headings that no other system has."""
    wanted = headings(*names)
    return lambda table: not wanted.isdisjoint(map(heading_key, table.headings))


def only_headings(*names: str) -> Callable[[SourceTable], bool]:
    """Whether a table has no headings but some, in their own letters."""
    wanted = set(names)
    return lambda table: {" ".join(name.split()) for name in table.headings} - {""} <= wanted


def columns(pairs: Mapping[str, str | Iterable[str]]) -> dict[str, str]:
    """What each heading means, written by meaning: `{"title": "Paper Title"}`."""
    found: dict[str, str] = {}
    for meaning, names in pairs.items():
        for name in (names,) if isinstance(names, str) else names:
            found[heading_key(name)] = meaning
    return found


def columns_of_export(table: SourceTable, meanings: Mapping[str, str]) -> dict[str, int]:
    """The columns of a known export by what its headings mean; the first of each counts."""
    found: dict[str, int] = {}
    for column, heading in enumerate(table.headings):
        if meaning := meanings.get(heading_key(heading)):
            found.setdefault(meaning, column)
    return found
