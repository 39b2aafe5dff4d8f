"""Plans which PDFs of papers are copied into an edition's folder `papers/`, and says which not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from pathlib import Path

from msgspec import Struct, field

from proposal.diagnostics import first_few
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.paper_files.handed_pdfs import HandedPdf, handed_pdfs
from proposal.importers.paper_files.paper_matching import KnownPaper, Match, matched, titled_paper
from proposal.importers.plan import Plan, ValueChange
from proposal.model.loading.folder import EditionFiles, Folder
from proposal.model.loading.paper_files import PAPER_FILES
from proposal.model.own_file_names import LARGEST_OWN_FILE
from proposal.pdf import Pdf, UnreadablePdfError
from proposal.watching import Watch, nobody_watches, watched

_MOST_NAMES = 5
"""Names that are listed in one message."""


def plan_paper_files(
    folder: Folder, source: Path, edition_id: str, watch: Watch = nobody_watches
) -> Plan:
    """What it takes to bring the PDFs of a source to the papers of an edition.

    Args:
        folder: the data that exist.
        source: a folder, an archive or a PDF.
        edition_id: the edition.
        watch: is told how many PDFs were read.

    Raises:
        ImportSourceError: the source cannot be read, or the edition has no papers yet.
    """
    files = folder.editions.get(edition_id)
    if files is None or not files.papers:
        message = f"the edition {edition_id} has no papers yet to which PDFs could belong"
        hint = f"import a list of them first: `proposal import papers LIST --edition {edition_id}`"
        raise ImportSourceError(f"{message}; {hint}")
    planner = _FilesPlanner(files)
    for pdf in watched(handed_pdfs(source), watch, 0, lambda pdf: pdf.name):
        planner.add(pdf)
    planner.finish()
    return planner.plan


class _FilesPlanner(Struct):
    """The plan of the PDFs of one edition."""

    files: EditionFiles
    plan: Plan = field(default_factory=Plan)
    found: defaultdict[str, list[tuple[HandedPdf, Match]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """The PDFs by the ids of their papers."""
    unknown: list[str] = field(default_factory=list)
    """The names of PDFs of no paper."""

    @property
    def diagnostics(self) -> SourceDiagnostics:
        return self.plan.diagnostics

    @property
    def papers(self) -> list[KnownPaper]:
        return [
            KnownPaper(str(paper.id), str(paper.number or ""), str(paper.title))
            for paper in self.files.papers
        ]

    @property
    def withdrawn(self) -> set[str]:
        return {str(paper.id) for paper in self.files.papers if paper.withdrawn}

    def add(self, pdf: HandedPdf) -> None:
        """Find the paper of a PDF, unless it is none."""
        if not pdf.is_pdf:
            what = f"is larger than {LARGEST_OWN_FILE} MB" if pdf.is_too_large else "is no PDF"
            hint = "ask its authors to send it again"
            self.diagnostics.warn(
                "unmatched-pdf", f"{pdf.name} {what}, and is left out", None, hint
            )
            return
        page = _first_page(pdf.content)
        match = matched(pdf.name, lambda: page, self.papers)
        if match is None:
            self.unknown.append(pdf.name)
            return
        other = titled_paper(page, self.papers)
        is_own = titled_paper(page, [match.paper]) is not None
        if other is not None and other != match.paper and not is_own:
            message = (
                f"{pdf.name} belongs to `{match.paper.id}` by {match.by}, and prints the title of "
                f"`{other.id}`; it is left out"
            )
            hint = "rename it after the id of its paper, and import it again"
            self.diagnostics.warn("other-title-pdf", message, None, hint)
            return
        self.found[match.paper.id].append((pdf, match))

    def finish(self) -> None:
        """Plan the copies, and say which PDFs and papers are left."""
        for paper, found in self.found.items():
            contents = {pdf.content for pdf, _ in found}
            if len(contents) > 1:
                names = first_few((pdf.name for pdf, _ in found), _MOST_NAMES)
                message = (
                    f"{len(contents)} PDFs that differ are of `{paper}`: {names}; none is taken"
                )
                hint = "delete the older ones, and import the rest again"
                self.diagnostics.warn("doubled-pdf", message, None, hint)
            elif paper in self.withdrawn:
                message = f"`{paper}` is withdrawn, so {found[0][0].name} is left out"
                self.diagnostics.note("unmatched-pdf", message)
            else:
                self.copy(paper, found[0][0], found[0][1])
        self.warn_unknown()
        self.warn_missing()

    def copy(self, paper: str, pdf: HandedPdf, match: Match) -> None:
        """Plan to copy a PDF, unless the same or a newer one is there."""
        place = self.files.folder / PAPER_FILES / f"{paper}.pdf"
        known = self.files.paper_files.get(paper)
        if known is None or not known.is_file():
            self.plan.created[place] = pdf.content
            return
        if known.read_bytes() == pdf.content:
            return
        there = known.stat().st_mtime
        if there > pdf.changed:
            message = (
                f"{known.name} of {_day(there)} is newer than {pdf.name} of {_day(pdf.changed)}, "
                "and stays"
            )
            hint = f"delete {PAPER_FILES}/{known.name} and import it again, if it is the wrong one"
            self.diagnostics.warn("kept-pdf", message, None, hint)
            return
        self.plan.changed[known] = pdf.content
        old, new = f"the PDF of {_day(there)}", f"{pdf.name} of {_day(pdf.changed)}, by {match.by}"
        self.plan.changes.append(ValueChange(known, known.name, old, new))

    def warn_unknown(self) -> None:
        if self.unknown:
            count = len(self.unknown)
            what = "PDF is of no paper" if count == 1 else "PDFs are of no paper"
            message = f"{count} {what} in papers.yaml that is known by its name: "
            hint = (
                "rename each after its paper's id, as ID.pdf, or write the `number` of the review "
                "system into papers.yaml"
            )
            text = message + first_few(self.unknown, _MOST_NAMES)
            self.diagnostics.warn("unmatched-pdf", text, None, hint)

    def warn_missing(self) -> None:
        """Warn of papers that have a PDF neither in the source nor in the data."""
        missing = [
            str(paper.id)
            for paper in self.files.shown_papers
            if str(paper.id) not in self.found and paper.id not in self.files.paper_files
        ]
        if missing:
            what = "paper has" if len(missing) == 1 else "papers have"
            message = f"{len(missing)} {what} no PDF yet: {first_few(missing, _MOST_NAMES)}"
            hint = "`proposal papers` writes a letter to their authors"
            self.diagnostics.warn("paper-without-pdf", message, None, hint)


def _first_page(content: bytes) -> str:
    try:
        return Pdf(content).first_text
    except UnreadablePdfError:
        return ""


def _day(seconds: float) -> str:
    return dt.datetime.fromtimestamp(seconds, dt.UTC).strftime("%Y-%m-%d %H:%M")
