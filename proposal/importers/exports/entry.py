"""What a source says of one submission: the texts of a row or of a record, with their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.importers.draft import SourceDiagnostics
from proposal.importers.exports.table import Row, SourceTable
from proposal.importers.values import is_no_name, is_nothing
from proposal.reading.lines import line_of
from proposal.reading.names import Name

_NAMES = {"title", "first", "middle", "last"}
"""Texts that may be a word for nothing: somebody is called Na, a paper None."""


class Entry(Protocol):
    """A submission as a source writes it, by what its texts mean."""

    @property
    def where(self) -> str:
        """Its place, as it is written before a message."""

    def has(self, meaning: str) -> bool:
        """Whether the source has anything of a meaning, of any submission."""

    def text(self, meaning: str) -> str:
        """A text; empty where the source says that there is nothing."""

    def warn(self, code: str, message: str, meaning: str, hint: str | None = None) -> None:
        """Add a warning at the place of a text."""

    def span(self, meaning: str) -> Span | None:
        """Where a text stands in a file that has lines."""


class RowEntry(Struct, frozen=True):
    """A row of a table."""

    table: SourceTable
    row: Row
    columns: Mapping[str, int]
    """The column of each meaning, from 0."""
    blanks: frozenset[str] = frozenset()
    """Cells by which the table's system says that there is nothing, in small letters."""

    @property
    def where(self) -> str:
        """The row's place."""
        return self.table.where(self.row)

    def has(self, meaning: str) -> bool:
        """Whether the table has a column of a meaning."""
        return meaning in self.columns

    def text(self, meaning: str) -> str:
        """The text of a cell."""
        column = self.columns.get(meaning)
        text = self.row.cell(column) if column is not None else ""
        says_nothing = is_no_name if meaning in _NAMES else is_nothing
        is_blank = text.casefold() in self.blanks or says_nothing(text)
        return "" if is_blank else text

    def warn(self, code: str, message: str, meaning: str, hint: str | None = None) -> None:
        """Warn of a cell, or of the row where the table has no such column."""
        self.table.warn(code, message, self.row, self.columns.get(meaning, 0), hint)

    def span(self, meaning: str) -> Span | None:
        """Where a cell stands in a CSV file."""
        return self.table.span(self.row, self.columns.get(meaning, 0))


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """A record of a document in JSON or of a list of references."""

    file: Path
    place: str
    """Where the record stands in the document: `notes[3]`."""
    texts: Mapping[str, str]
    authors: WrittenAuthors | None
    """The authors; nothing where the document names none of anybody."""
    diagnostics: SourceDiagnostics = field(compare=False)

    @property
    def where(self) -> str:
        """The record's place."""
        return f"{self.file}, {self.place}"

    def has(self, meaning: str) -> bool:
        """Whether the record has a text of a meaning, be it empty."""
        return meaning in self.texts or (meaning == "authors" and self.authors is not None)

    def text(self, meaning: str) -> str:
        """A text of the record."""
        return self.texts.get(meaning, "").strip()

    def warn(self, code: str, message: str, meaning: str, hint: str | None = None) -> None:
        """Warn of a text."""
        where = f"{self.file.name}, {self.place} ({meaning}): {message}"
        self.diagnostics.warn(code, where, None, hint)

    def span(self, meaning: str) -> Span | None:
        """Documents have no lines."""
        return None


class WrittenAuthor(Struct, frozen=True):
    """An author as a source names them, the given name first."""

    name: str
    affiliations: tuple[str, ...] = ()
    email: str = ""
    orcid: str = ""
    presenter: bool = False
    corresponding: bool = False
    is_institution: bool = False
    """Whether the source says that it is the name of no person, which may have any form."""
    family: str | None = None
    """The part of the name that the source calls the family name."""
    doubt: str | None = None
    """What is not sure about the name, as a sentence."""

    @classmethod
    def of(
        cls, name: Name, affiliations: Iterable[str] = (), email: str = "", orcid: str = ""
    ) -> WrittenAuthor:
        """The author of a name that was taken apart; institutions may be empty texts."""
        institutions = tuple(line for text in affiliations if (line := line_of(text)))
        return cls(name.text, institutions, email, orcid, family=name.family, doubt=name.doubt)


class WrittenAuthors(Struct, frozen=True):
    """The authors of a submission in their order, and what is not sure about them."""

    people: tuple[WrittenAuthor, ...] = ()
    doubts: tuple[str, ...] = ()
    """What is not sure, as sentences."""
    refusals: tuple[str, ...] = ()
    """What keeps the list from being read, as sentences that say what to write instead."""
    addresses: int = 0
    """How many email addresses were taken out of the list."""
    is_incomplete: bool = False
    """Whether there are more authors than are named."""
    marks: tuple[str, ...] = ()
    """What stands at names and is left out, since nobody says what it means: `*`."""

    @classmethod
    def of_named(cls, people: Iterable[WrittenAuthor]) -> WrittenAuthors:
        """Those who have a name; somebody without one is missing, which is said."""
        listed = tuple(people)
        named = tuple(one for one in listed if one.name)
        return cls(named, is_incomplete=len(named) < len(listed))

    @property
    def are_withheld(self) -> bool:
        """Whether the list says that its names are not told: `Anonymous Author(s)`, `TBA`."""
        return bool(self.people) and all(
            is_withheld(one.name) and one.affiliations in {(), ("s",)} for one in self.people
        )


def is_withheld(name: str) -> bool:
    """Whether a text stands in place of a name that is not told: `Anonymous`, `(hidden)`."""
    return _WITHHELD.fullmatch(name.strip("()[]<> ")) is not None


_WITHHELD = re.compile(
    r"(?:anonymous|anonymi[sz]ed)(?: authors?(?:\(s\))?)?\d*|tb[acd]|confidential"
    r"|to be (?:announced|confirmed|determined)|(?:double[ -])?blind(?:ed)?(?: review)?"
    r"|(?:authors? )?(?:hidden|withheld|removed|redacted|omitted|suppressed|not shown)"
    r"(?: (?:for|during) (?:(?:double[ -])?blind |peer |anonymous )?review(?:ing)?)?",
    re.IGNORECASE,
)
"""What systems and people write in place of names: `Anonymous Authors`, `To be announced`."""

AuthorsGrammar = Callable[[Entry], "WrittenAuthors | None"]
"""Reads the authors of a submission by the texts of its entry; nothing if it has another form."""
