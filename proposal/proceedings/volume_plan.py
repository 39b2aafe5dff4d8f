"""Finds out which papers a volume has, and which pages are whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from proposal.caching import digest
from proposal.delivery import why
from proposal.diagnostics import Diagnostic, Severity, Span, error, warning
from proposal.edition.edition import Edition
from proposal.edition.paper_groups import paper_groups
from proposal.edition.schedule import Paper
from proposal.model.loading.paper_files import PAPER_FILES
from proposal.pdf.paper_sizes import A4
from proposal.pdf.readable import UnreadablePdfError
from proposal.pdf.stamped_paper import EncryptedPdfError, PaperPages, pages_of_paper
from proposal.render.latex.tex_names import TexName
from proposal.source.file import regular_bytes
from proposal.source.text import Text


class PlannedPaper(Struct, frozen=True):
    """A paper with its pages in the volume."""

    paper: Paper
    file: Path
    digest: str
    """Of the PDF."""
    leaves: PaperPages
    first: int
    """The number of its first page."""

    @property
    def id(self) -> TexName:
        """The paper's id, as names of places in PDFs begin with it."""
        return TexName(self.paper.id)

    @property
    def count(self) -> int:
        """How many pages it has."""
        return self.leaves.count

    @property
    def last(self) -> int:
        """The number of its last page."""
        return self.first + self.count - 1

    @property
    def others(self) -> range:
        """The numbers of the pages behind the first one."""
        return range(self.first + 1, self.last + 1)

    @property
    def pages(self) -> str:
        """The first and the last page: 1–8; or a single one."""
        return f"{self.first}\N{EN DASH}{self.last}" if self.count > 1 else str(self.first)

    def content(self) -> bytes:
        """The PDF, read anew.

        Raises:
            OSError: it cannot be read.
        """
        return regular_bytes(self.file, None)


class PaperSize(Struct, frozen=True):
    """The size of a page in points."""

    width: float
    height: float


class VolumePlan(Struct, frozen=True):
    """The papers of a volume in their order."""

    entries: tuple[PlannedPaper, ...]
    missing: int
    """How many papers are not in it, which is told of each."""
    first_page: int
    diagnostics: tuple[Diagnostic, ...]

    @property
    def after(self) -> int:
        """The number of the page behind the last paper."""
        return self.entries[-1].last + 1 if self.entries else self.first_page

    @property
    def paper(self) -> PaperSize:
        """The size that most papers have, in which all else is set."""
        sizes = Counter(
            (round(entry.leaves.width, 2), round(entry.leaves.height, 2)) for entry in self.entries
        )
        return PaperSize(*(max(sizes, key=lambda size: (sizes[size], size)) if sizes else A4))


def lack_of_papers(edition: Edition) -> list[Diagnostic]:
    """The error of an edition that has no papers of which a volume is made."""
    if edition.volume_papers:
        return []
    message = f"the edition {edition.id} has no papers"
    hint = f"list them in data/editions/{edition.id}/papers.yaml"
    if edition.papers:
        message = f"no paper of the edition {edition.id} is a part of its proceedings"
        hint = "write `archival: true` at those in papers.yaml that are"
    return [error("no-papers", message, hint=hint)]


def plan_of(edition: Edition, first_page: int) -> VolumePlan:
    """The papers of an edition in the order of its lists, each behind the one before.

    A paper whose PDF is missing or cannot be used is told, and left out.
    """
    entries: list[PlannedPaper] = []
    diagnostics: list[Diagnostic] = []
    known: dict[str, Paper] = {}
    number, missing = first_page, 0
    for paper in (paper for group in paper_groups(edition.volume_papers) for paper in group.papers):
        found = usable_pdf(edition, paper, known)
        if isinstance(found, Diagnostic):
            diagnostics.append(found)
            missing += 1
            continue
        file, content, leaves = found
        entry = PlannedPaper(paper, file, content, leaves, number)
        known[content] = paper
        entries.append(entry)
        diagnostics += _notes(edition, entry)
        number += entry.count
    diagnostics += _stated_otherwise(entries)
    diagnostics += (left_out(paper) for paper in edition.papers if not paper.is_archival)
    return VolumePlan(tuple(entries), missing, first_page, tuple(diagnostics))


def usable_pdf(
    edition: Edition, paper: Paper, known: Mapping[str, Paper]
) -> tuple[Path, str, PaperPages] | Diagnostic:
    """A paper's file, the digest of its PDF, and its pages; or why it cannot be used.

    Args:
        edition: the edition.
        paper: one of its papers.
        known: the papers that were looked at before it, by the digests of their PDFs.
    """
    file, place = edition.paper_files.get(paper.id), _place(paper)
    if file is None:
        message = f"the paper `{paper.id}` has no PDF"
        hint = f"put it into data/editions/{edition.id}/{PAPER_FILES}/{paper.id}.pdf"
        return error("missing-paper", message, place, hint)
    span = Span.of_file(file)
    try:
        content = regular_bytes(file, None)
        leaves = pages_of_paper(content)
    except OSError as reason:
        return error("unreadable-file", f"{file.name} cannot be read: {why(reason)}", span)
    except EncryptedPdfError as reason:
        message = f"{file.name} is encrypted: {reason}"
        hint = "ask its authors for a PDF without a password and without restrictions"
        return error("encrypted-paper", message, span, hint)
    except UnreadablePdfError:
        return damaged_paper(file)
    whole = digest(content)
    if whole in known:
        message = f"{file.name} is the same PDF as that of the paper `{known[whole].id}`"
        return error("same-paper", message, span, "put the right PDF there")
    return file, whole, leaves


def damaged_paper(file: Path) -> Diagnostic:
    """The error on a paper of which nothing can be read."""
    message = f"{file.name} is no PDF, or so damaged that its pages cannot be read"
    hint = "ask its authors to send it again"
    return error("damaged-paper", message, Span.of_file(file), hint)


def _place(paper: Paper) -> Span | None:
    """Where the title of a paper stands."""
    return paper.title.span if isinstance(paper.title, Text) and paper.title.pieces else None


def left_out(paper: Paper) -> Diagnostic:
    """The note on a paper that is no part of the proceedings."""
    message = f"the paper `{paper.id}` is not archival, and stands in no volume"
    hint = "if it is a part of the proceedings, write `archival: true` at it"
    return Diagnostic(Severity.NOTE, "not-archival", message, _place(paper), hint)


def _notes(edition: Edition, entry: PlannedPaper) -> Iterator[Diagnostic]:
    """What is odd about a paper that is in the volume all the same."""
    span = Span.of_file(entry.file)
    if entry.leaves.is_mended:
        message = f"{entry.file.name} is damaged; it was mended as far as possible"
        hint = "look at its pages in the volume, or ask its authors to send it again"
        yield warning("mended-paper", message, span, hint)
    own = edition.own_files.get(entry.paper.pdf or "")
    if own is not None and own != entry.file:
        message = f"`{entry.paper.id}` has two PDFs that differ: the website offers {own.name}"
        hint = "delete one of them, or copy the newer one over the other"
        with_other = digest(regular_bytes(own, None)) != entry.digest
        if with_other:
            yield warning("two-versions", message, span, hint)


def _stated_otherwise(entries: Sequence[PlannedPaper]) -> Iterator[Diagnostic]:
    """Where `papers.yaml` says other pages than those in the volume."""
    for entry in entries:
        stated = entry.paper.pages
        if stated is not None and stated != entry.pages:
            message = f"`{entry.paper.id}` has the pages {entry.pages} in the volume, not {stated}"
            place = stated.span if isinstance(stated, Text) and stated.pieces else None
            hint = "run `proposal proceedings --write-pages`, or correct `first_page`"
            yield warning("other-pages", message, place, hint)
