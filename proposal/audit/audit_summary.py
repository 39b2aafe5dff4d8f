"""Sums up in a few lines what was compared and what was left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from proposal.audit.input_files import Gathered
from proposal.diagnostics import counted
from proposal.edition.wording import joined
from proposal.reading.document_forms import DocumentForm
from proposal.reading.sites.site_sources import SitesOfFiles

_PLURALS = {
    DocumentForm.HTML: ("page", "pages"),
    DocumentForm.MARKDOWN: ("page", "pages"),
    DocumentForm.PDF: ("PDF", "PDFs"),
    DocumentForm.DATA: ("data file", "data files"),
    DocumentForm.TEXT: ("text", "texts"),
    DocumentForm.CALENDAR: ("calendar", "calendars"),
    DocumentForm.WORD: ("Word document", "Word documents"),
    DocumentForm.REFERENCES: ("list of references", "lists of references"),
}


class AuditSummary(Struct):
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
    unpublished: int = 0
    not_read: list[str] = field(default_factory=list)
    """What pages show that was not read, in words."""
    stopped: str = ""
    """How far it came, if somebody stopped it."""

    def count(self, form: DocumentForm) -> None:
        """Count a file that is about the edition."""
        self.forms[_PLURALS[form]] += 1

    def tell_not_read(self, sites: SitesOfFiles) -> None:
        """Keep what the programs of sites would have put into pages."""
        if names := sites.includes_not_read:
            self.not_read.append(f"what pages include and is not here ({_named(names)})")
        if names := sites.shortcodes_not_read:
            self.not_read.append(f"what shortcodes show beside the texts in them ({_named(names)})")
        if count := sites.pages_not_expanded:
            self.not_read.append(f"what Liquid makes of {counted(count, 'page', 'pages')}")

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
        if self.stopped:
            lines.append(f"Stopped {self.stopped}, so this is not all that there is to find.")
        if self.forms:
            listed = joined([counted(count, *names) for names, count in self.forms.items()])
            facts = counted(self.agreed, "statement of a fact agrees", "statements of facts agree")
            differ = f"{self.differing} differ{'s' if self.differing == 1 else ''}"
            other = "itself" if self.forms.total() == 1 else "each other"
            missing = counted(self.missing, "is missing", "are missing")
            lines.append(
                f"{listed} of {self.edition_id}: {facts}, {differ}, {missing}."
                if self.edition_id
                else f"{listed}, compared with {other} alone."
            )
        if self.nothing_of:
            lines.append(f"Nothing is said there of the {joined(list(self.nothing_of))}.")
        if alone := self._alone():
            lines.append(f"Left alone: {joined(alone)}.")
        if self.not_read:
            lines.append(f"Not read: {joined(self.not_read)}. The built site has it.")
        return lines

    def _alone(self) -> list[str]:
        alone = [
            f"{counted(count, 'file', 'files')} about {edition_id}"
            for edition_id, count in sorted(self.of_others.items())
        ]
        if self.of_none:
            alone.append(f"{counted(self.of_none, 'file', 'files')} about no edition")
        if self.news:
            alone.append(counted(self.news, "dated piece of news", "dated pieces of news"))
        if self.unknown:
            endings = joined(sorted(self.unknown))
            count = counted(sum(self.unknown.values()), "file", "files")
            alone.append(f"{count} ending in {endings}")
        if self.unpublished:
            pages = counted(self.unpublished, "page", "pages")
            alone.append(f"{pages} that {'is' if self.unpublished == 1 else 'are'} not published")
        return alone


_FEW = 3
"""Names that are listed."""


def _named(names: Iterable[str]) -> str:
    first, *others = sorted(names)
    shown = [first, *others[: _FEW - 1]]
    more = len(others) + 1 - len(shown)
    return joined([*shown, f"{more} more"] if more else shown)
