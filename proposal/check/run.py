"""Checks some editions: their data, and then all that was made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from proposal.build.fingerprints import Fingerprints
from proposal.build.kept_pages import KeptPages
from proposal.build.outputs import (
    Outputs,
    RenderedPages,
    diagnostics_before_build,
    render_editions,
)
from proposal.build.pages import Rendering, render_pages
from proposal.build.request import Request
from proposal.check.calls.call_check import check_calls, over_limits, unproved
from proposal.check.facts.artefacts import check_artefacts, is_built
from proposal.check.facts.inspection import PDFS, Agreement, ArtefactKind
from proposal.check.pdf import expected_of, preflight, validate
from proposal.check.rules.config import without_suppressed
from proposal.check.rules.context import Subject
from proposal.check.rules.run_rules import check_data, subject_of
from proposal.check.rules.severities import CODES
from proposal.check.verdict import Heading, Verdict
from proposal.diagnostics import Diagnostic, errors_in, has_errors
from proposal.edition.edition import Edition
from proposal.pdf import Pdf, UnreadablePdfError
from proposal.processors import processors
from proposal.project import Project, load


class Check(Struct, frozen=True):
    """The check of some editions, whose data were looked at."""

    project: Project
    outputs: Outputs
    """What was rendered of the editions."""
    subjects: Mapping[str, Subject]
    """The editions that are checked, by id."""
    found: Sequence[Diagnostic]
    """What is wrong with the data, unfinished or unlikely."""
    rejections: dict[Path, tuple[Pdf, list[Diagnostic]]] = field(default_factory=dict)
    """PDFs that were looked at, and what production would reject in each of them."""

    @property
    def is_sound(self) -> bool:
        """Whether artefacts can be made of the data, whatever rules say of them."""
        found = diagnostics_before_build(self.project, self.outputs, list(self.subjects))
        return not has_errors(found)

    @property
    def built(self) -> list[str]:
        """The editions of which anything was made yet, unless nothing can be made of the data."""
        root = self.project.root
        built = [edition_id for edition_id in self.subjects if is_built(root, edition_id)]
        return built if built and self.is_sound else []

    def check_ahead(self, file: Path, pdf: Pdf) -> None:
        """Check a PDF that is not in its place yet, if the verdict will ask for it."""
        if self.is_sound and file.parent.name in self.subjects:
            self.check_pdf(file, pdf)

    def check_pdf(self, file: Path, pdf: Pdf) -> list[Diagnostic]:
        """What production would reject in a PDF, and veraPDF in its claim of PDF/UA.

        Args:
            file: where it stands or will stand.
            pdf: what stands there.
        """
        known = self.rejections.get(file)
        if known is None or known[0] != pdf:
            edition = self.subjects[file.parent.name].edition
            rendered = self.outputs.documents.get((file.parent.name, file.stem))
            page_format = rendered.format if rendered else None
            expected = expected_of(edition, edition.documents[file.stem], page_format)
            shown = file.relative_to(self.project.root)
            found = preflight(pdf, shown, expected) + validate(pdf, shown)
            known = self.rejections[file] = pdf, found
        return known[1]

    def _tags(self, file: Path) -> str:
        """What a PDF that was looked at says of its tags."""
        try:
            return self.rejections[file][0].structure.statement
        except UnreadablePdfError:
            return ""

    def verdict(self, pages: RenderedPages | None) -> Verdict:
        """What is to be said of data and artefacts.

        If nothing can be made of the data, artefacts are not looked at.

        Args:
            pages: what the pages of all editions are to be, if they can be made.
        """
        if not self.is_sound:
            return Verdict([], self.found, Agreement(), rules=len(CODES))
        refused = _refused(pages) if pages else []
        if refused:
            # A build leaves the pages as they were, which are those of other data.
            known = list(dict.fromkeys([*self.found, *refused]))
            return Verdict([], known, Agreement(), rules=len(CODES))
        headings = [_heading(subject.edition) for subject in self.subjects.values()]
        agreement, calls = self._agreement(pages), check_calls(self.subjects.values())
        if not has_errors(agreement.diagnostics):  # or the PDFs are not those of the data anyway
            for called in calls:
                for found in (*unproved(called), *over_limits(called)):
                    artefact = ArtefactKind(f"{called.document}.pdf")
                    agreement.of(called.edition_id, artefact).diagnostics.append(found)
        data = self.project.data
        for inspection in agreement.inspections:
            if not inspection.is_new:  # which its only note says
                inspection.diagnostics = without_suppressed(
                    inspection.diagnostics, self.project.data
                )
        agreement.others = without_suppressed(agreement.others, data)
        return Verdict(headings, self.found, agreement, calls, len(CODES))

    def _agreement(self, pages: RenderedPages | None) -> Agreement:
        """What is wrong with the artefacts of those editions that were built."""
        if pages is None or not self.built:
            return Agreement()
        built = [self.subjects[edition_id] for edition_id in self.built]
        agreement = check_artefacts(self.project.root, self.outputs, pages, built)
        for inspection in agreement.inspections:
            if inspection.artefact in PDFS:
                folder = self.project.root / "build" / inspection.edition_id
                file = folder / inspection.artefact
                if file.is_file():
                    inspection.diagnostics += self.check_pdf(file, Pdf(file.read_bytes()))
                    inspection.tags = self._tags(file)
        return agreement


def start_check(
    project: Project, outputs: Outputs, edition_ids: Collection[str], now: dt.datetime
) -> Check:
    """Check the data of some editions, which need not wait for anything that is made of them.

    Args:
        project: the data.
        outputs: what was rendered of the editions that are sound.
        edition_ids: the editions.
        now: the moment at which one looks.
    """
    found = check_data(project, outputs, edition_ids, now)
    subjects = {
        edition_id: subject_of(project, edition_id, now) for edition_id in sorted(edition_ids)
    }
    return Check(project, outputs, subjects, found)


def check_from_files(request: Request, now: dt.datetime) -> Verdict:
    """The verdict on editions of which nothing is loaded or rendered yet.

    Raises:
        UnknownEditionError: the request names an edition that does not exist.
    """
    kept = KeptPages(Fingerprints.taken(request.root))
    project = load(request.root)
    edition_ids = project.chosen_ids(request.edition_ids, every=request.every_edition)
    outputs = render_editions(
        project, [edition_id for edition_id in edition_ids if project.is_sound(edition_id)]
    )
    check = start_check(project, outputs, edition_ids, now)
    if not check.is_sound or project.series is None:
        return check.verdict(None)
    # The PDFs that the website offers are those that it was made with; each is looked at itself.
    rendering = Rendering(kept=kept, processes=processors())
    return check.verdict(render_pages(project, pdfs_in="build/site", rendering=rendering))


def _refused(pages: RenderedPages) -> list[Diagnostic]:
    """The errors for which a build would put no pages into place, as of a damaged portrait."""
    trees = (*pages.texts.values(), pages.site, pages.jekyll)
    return errors_in(diagnostic for tree in trees for diagnostic in tree.diagnostics)


def _heading(edition: Edition) -> Heading:
    name = edition.distinct_name
    return Heading(edition.id, name, edition.host_and_place)
