"""Makes the volume of an edition's papers in `build/YEAR/`, anew only as far as it has to be."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Event

from msgspec import Struct, field

from proposal import __version__, doctor
from proposal.build.documents import epoch_of
from proposal.build.request import OnStep, Step
from proposal.caching import digest, digest_of_file, program_digest
from proposal.delivery import AS_BEFORE, deliver, delivery_of
from proposal.diagnostics import Diagnostic, Span, error, has_errors, warning
from proposal.edition.edition import Edition
from proposal.edition.public import public
from proposal.edition.volume import VOLUME_FILE, Volume
from proposal.kept_result import KeptResult, read_kept, written_kept
from proposal.pdf import UnreadablePdfError
from proposal.pdf.joined_volume import Chapter, VolumeFacts, write_volume
from proposal.pdf.page_stamps import Stamp, stamps_of
from proposal.pdf.stamped_paper import Sheets, changeable, stamped_paper
from proposal.pdf.volume_matter import front_alone, matter_of, pages_before
from proposal.proceedings.typeset_pages import matter_document, stamps_document
from proposal.proceedings.volume_plan import PlannedPaper, VolumePlan, lack_of_papers, plan_of
from proposal.project import Project
from proposal.render.latex.document import RenderedDocument
from proposal.render.plain import plain_line
from proposal.tex.document_pool import document_pool
from proposal.tex.kept_typesetting import set_or_kept
from proposal.watching import Watch, nobody_watches, watched

FRONT_MATTER = "proceedings-front-matter.pdf"
PAPERS = "proceedings"
"""The folder with the papers alone, each stamped, as `ID.pdf`."""
BEGINNING_OF_INDEX = b"author-index"
"""The named place behind the papers."""


class MadeProceedings(Struct, frozen=True):
    """What became of a volume."""

    plan: VolumePlan | None
    """Its papers; nothing if the data do not allow to look at them."""
    diagnostics: list[Diagnostic]
    is_made: bool = False


def make_proceedings(
    project: Project, edition_id: str, on_step: OnStep, watch: Watch = nobody_watches
) -> MadeProceedings:
    """Make the volume of an edition's papers, of all those that can be used.

    Args:
        project: the data.
        edition_id: the edition.
        on_step: called for everything that happens.
        watch: is told how many papers were stamped.

    Returns:
        what there is to say; errors mean that papers are missing in the volume, or all of it.

    Raises:
        MachineError: TeX is not installed.
        DeliveryError: `build/` cannot be written to.
    """
    found = project.diagnostics_of([edition_id])
    if has_errors(found):
        return MadeProceedings(None, found)
    edition = public(project.editions[edition_id])
    lack = lack_of_papers(edition)
    if edition.volume is None or lack:
        return MadeProceedings(None, [*found, *lack])
    started = time.monotonic()
    on_step(Step(f"build/{edition_id}/{VOLUME_FILE}", "reading the papers"))
    plan = plan_of(edition, edition.volume.first_page)
    found += plan.diagnostics
    if not plan.entries:
        return MadeProceedings(plan, found)
    making = _Making(project.root, edition, edition.volume, plan, on_step, watch)
    is_made = making.made()
    found += making.diagnostics
    step = Step(
        making.name,
        making.outcome if is_made else AS_BEFORE,
        is_done=True,
        is_good=is_made and not has_errors(found),
        seconds=time.monotonic() - started,
    )
    on_step(step)
    return MadeProceedings(plan, found, is_made)


class _Making(Struct, dict=True):
    """The making of one volume."""

    root: Path
    edition: Edition
    volume: Volume
    plan: VolumePlan
    on_step: OnStep
    watch: Watch
    diagnostics: list[Diagnostic] = field(default_factory=list)
    stopped: Event = field(default_factory=Event)
    """Set when somebody interrupts."""
    stamped: int = 0
    """How many papers were stamped, and not known from the last time."""
    pages: int = 0
    """How many pages the volume has."""

    @property
    def folder(self) -> Path:
        return self.root / "build" / self.edition.id

    @property
    def name(self) -> str:
        return f"build/{self.edition.id}/{VOLUME_FILE}"

    @cached_property
    def epoch(self) -> int:
        return epoch_of(self.edition)

    def made(self) -> bool:
        """Make the volume, and say whether it was made."""
        rendered = (
            matter_document(self.root, self.edition, self.volume, self.plan),
            stamps_document(self.root, self.edition, self.volume, self.plan),
        )
        self.diagnostics += [found for document in rendered for found in document.diagnostics]
        if has_errors(self.diagnostics):
            return False
        doctor.expect_tex({document.engine for document in rendered})
        with document_pool(len(rendered), self.stopped) as pool:
            matter, stamps = pool.map(self.typeset, rendered)
        if matter is None or stamps is None:
            return False
        front = pages_before(matter, BEGINNING_OF_INDEX)
        around = matter_of(matter, front)
        deliver({self.folder / FRONT_MATTER: front_alone(matter, front)})
        with delivery_of(self.folder / VOLUME_FILE) as file:
            write_volume(file, self.facts(), around, self.chapters(stamps))
        self.pages = around.pages + sum(entry.count for entry in self.plan.entries)
        self.remove_others()
        return True

    @property
    def outcome(self) -> str:
        """What the volume is, in a line."""
        count = len(self.plan.entries)
        papers = f"{count} paper{'s' if count != 1 else ''}"
        if self.plan.missing:
            papers = f"{count} of {count + self.plan.missing} papers"
        return f"{self.pages} pages, {papers}, {self.stamped} of them stamped anew"

    def facts(self) -> VolumeFacts:
        made = datetime.fromtimestamp(self.epoch, UTC)
        return VolumeFacts(
            self.volume.title,
            ", ".join(person.name for person in self.volume.editors),
            self.edition.language.tag,
            self.plan.first_page,
            any(entry.leaves.is_tagged for entry in self.plan.entries),
            f"D:{made:%Y%m%d%H%M%S}Z",
            f"proposal {__version__}",
        )

    def typeset(self, document: RenderedDocument) -> bytes | None:
        """The PDF of a document, by TeX only if it is not known; nothing if it cannot be made."""
        made = set_or_kept(
            document,
            self.epoch,
            self.folder / PAPERS / f".{document.name}",
            self.stopped,
            lambda: self.on_step(Step(self.name, f"setting the {_NAMES[document.name]}")),
        )
        self.diagnostics += made.diagnostics
        return made.pdf

    def chapters(self, stamps: bytes) -> Iterator[Chapter]:
        """The papers, each stamped when its turn comes."""
        drawn = digest(stamps, program_digest())
        with changeable(stamps) as sheets:
            drawings = stamps_of(sheets)
            entries = self.plan.entries
            for entry in watched(entries, self.watch, len(entries), lambda entry: entry.paper.id):
                start = entry.first - self.plan.first_page
                part = self.paper(entry, sheets, drawings[start : start + entry.count], drawn)
                if part is not None:
                    yield Chapter(_plain(entry.paper.title), entry.leaves.height, part)

    def paper(
        self, entry: PlannedPaper, sheets: Sheets, stamps: Sequence[Stamp], drawn: str
    ) -> bytes | None:
        """A stamped paper, as it was kept or made now; nothing if it turns out to be damaged."""
        title = _plain(entry.paper.title)
        key = digest(drawn, entry.digest, entry.paper.id, title, str(entry.first), str(stamps[0]))
        alone = self.folder / PAPERS / f"{entry.paper.id}.pdf"
        place = alone.with_name(f".{entry.paper.id}.part")
        known = read_kept(place, key)
        if known is None or known.about["alone"] != digest_of_file(alone):
            try:
                made = stamped_paper(
                    entry.content(), f"{entry.paper.id}/", title, sheets, stamps, entry.first
                )
            except UnreadablePdfError:
                message = f"{entry.file.name} is so damaged that it cannot be stamped"
                hint = "ask its authors to send it again"
                span = Span.of_file(entry.file)
                self.diagnostics.append(error("damaged-paper", message, span, hint))
                return None
            self.stamped += 1
            about = {
                "covered": made.covered,
                "form": made.has_form,
                "numbers": made.has_numbers,
                "alone": digest(made.pdf),
            }
            known = KeptResult(about, made.part)
            deliver({alone: made.pdf, place: written_kept(known, key)})
        self.diagnostics += _notes(entry, known)
        return known.content

    def remove_others(self) -> None:
        """Remove stamped papers that are not in the volume any more."""
        ids = {str(entry.paper.id) for entry in self.plan.entries}
        for place in (self.folder / PAPERS).glob(".*.part"):
            name = place.name.removeprefix(".").removesuffix(".part")
            if name not in ids:
                place.with_name(f"{name}.pdf").unlink(missing_ok=True)
                place.unlink()


_NAMES = {"proceedings": "front matter", "stamps": "stamps"}


def _plain(title: str) -> str:
    """A title as bookmarks and metadata have it: with typographic quotes, formulas in words."""
    return str(plain_line(title))


def _notes(entry: PlannedPaper, known: KeptResult) -> Iterator[Diagnostic]:
    """What happened to a paper when it was stamped."""
    span = Span.of_file(entry.file)
    covered = known.about["covered"]
    if covered:
        pages = ", ".join(map(str, covered))
        message = f"{entry.file.name} leaves no room for a stamp on page {pages}"
        hint = "ask its authors for margins of an inch at the foot of the page"
        yield warning("no-room-for-stamp", message, span, hint)
    if known.about["numbers"]:
        message = f"{entry.file.name} has page numbers of its own, beside those of the volume"
        hint = "ask its authors for a PDF without page numbers"
        yield warning("own-page-numbers", message, span, hint)
    if known.about["form"]:
        message = f"{entry.file.name} has fields to fill in, which do not work in the volume"
        hint = "ask its authors to export it without a form"
        yield warning("form-in-paper", message, span, hint)
