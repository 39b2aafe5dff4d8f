"""Sums up in a few lines what was compared and what was left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from proposal.audit.input_files import Gathered
from proposal.edition.wording import joined
from proposal.reading.document_forms import DocumentForm
from proposal.source.file import read_text

_INCLUDE = re.compile(r"\{%-?\s*include(?:_relative|_cached)?\s")
"""An example: `{% include program.md %}`."""

_PLURALS = {
    DocumentForm.HTML: ("page", "pages"),
    DocumentForm.MARKDOWN: ("page", "pages"),
    DocumentForm.PDF: ("PDF", "PDFs"),
    DocumentForm.DATA: ("data file", "data files"),
    DocumentForm.TEXT: ("text", "texts"),
    DocumentForm.CALENDAR: ("calendar", "calendars"),
}


@dataclass(slots=True)
class AuditSummary:
    """What was looked at and what was left alone."""

    edition_id: str = ""
    """The edition; empty if files were compared with each other alone."""
    forms: Counter[tuple[str, str]] = field(default_factory=Counter)
    agreed: int = 0
    differing: int = 0
    missing: int = 0
    nothing_of: tuple[str, ...] = ()
    """Kinds of facts of which nothing stands in any page."""
    of_others: Counter[str] = field(default_factory=Counter)
    """How many files are about another edition."""
    of_none: int = 0
    news: int = 0
    unknown: Counter[str] = field(default_factory=Counter)
    includes: int = 0
    """How many parts of pages stand in other files of a site's sources, and were not read."""

    def count(self, form: DocumentForm, file: Path) -> None:
        """Count a file that is about the edition, and the parts that it takes from others."""
        self.forms[_PLURALS[form]] += 1
        if form in {DocumentForm.MARKDOWN, DocumentForm.HTML}:
            source, _ = read_text(file)
            self.includes += len(_INCLUDE.findall(source or ""))

    def leave_alone(self, edition_ids: Iterable[str]) -> None:
        """Count a file that is about others, or about none."""
        edition_ids = list(edition_ids)
        if edition_ids:
            self.of_others.update([max(edition_ids)])
        else:
            self.of_none += 1

    def pass_over(self, gathered: Gathered) -> None:
        """Keep what was passed over when files were gathered."""
        self.news, self.unknown = gathered.news, gathered.unknown

    @property
    def lines(self) -> list[str]:
        """What was looked at, sentence by sentence."""
        lines = []
        if self.forms:
            listed = joined([_counted(count, *names) for names, count in self.forms.items()])
            facts = _counted(self.agreed, "statement of a fact agrees", "statements of facts agree")
            differ = f"{self.differing} differ{'s' if self.differing == 1 else ''}"
            other = "itself" if self.forms.total() == 1 else "each other"
            missing = _counted(self.missing, "is missing", "are missing")
            lines.append(
                f"{listed} of {self.edition_id}: {facts}, {differ}, {missing}."
                if self.edition_id
                else f"{listed}, compared with {other} alone."
            )
        if self.nothing_of:
            lines.append(f"Nothing is said there of the {joined(list(self.nothing_of))}.")
        if alone := self._alone():
            lines.append(f"Left alone: {joined(alone)}.")
        return lines

    def _alone(self) -> list[str]:
        alone = [
            f"{_counted(count, 'file', 'files')} about {edition_id}"
            for edition_id, count in sorted(self.of_others.items())
        ]
        if self.of_none:
            alone.append(f"{_counted(self.of_none, 'file', 'files')} about no edition")
        if self.news:
            alone.append(_counted(self.news, "dated piece of news", "dated pieces of news"))
        if self.unknown:
            endings = joined(sorted(self.unknown))
            count = _counted(sum(self.unknown.values()), "file", "files")
            alone.append(f"{count} ending in {endings}")
        if self.includes:
            parts = _counted(self.includes, "part", "parts")
            alone.append(f"{parts} of pages in files that they include (name the built site)")
        return alone


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
