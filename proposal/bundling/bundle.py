"""Makes a bundle: checked, packed, proved, and only then put into place."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

from msgspec import Struct
from msgspec.structs import replace

from proposal import doctor
from proposal.build.documents import epoch_of
from proposal.build.request import OnStep, Step
from proposal.bundling.archive import packed
from proposal.bundling.contents import Contents, Receiver, contents_of, stem_of
from proposal.bundling.proof import prove
from proposal.bundling.refusals import as_taps_sees, refusals
from proposal.check.pdf import expected_of, preflight
from proposal.delivery import AS_BEFORE, deliver
from proposal.diagnostics import Diagnostic, error, has_errors
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.model.loading.folder import EditionFiles
from proposal.project import Project, UnknownEditionError
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.tex.passes import typeset


class BundleOrder(Struct, frozen=True):
    """A bundle that is asked for."""

    project: Project
    """The data, with documents in the receiver's variant."""
    edition_id: str | None
    """The edition; none means the workshop's current one."""
    receiver: Receiver
    document: str | None = None
    """The document; none means the camera-ready, or the proposal as long as there is none."""


def make_bundle(order: BundleOrder, on_step: OnStep) -> list[Diagnostic]:
    """Make a bundle in `build/EDITION/`; if anything is wrong, the one of before stays.

    Returns:
        What there is to say; errors mean that there is no new bundle.

    Raises:
        UnknownEditionError: there is no such edition, or no such document in it.
        MachineError: TeX or latexmk is not installed.
        DeliveryError: `build/` cannot be written to.
    """
    started = time.monotonic()
    project = order.project
    edition_ids = project.chosen_ids([order.edition_id] if order.edition_id else [])
    if not edition_ids:
        return project.diagnostics
    edition_id = edition_ids[0]
    edition = project.editions[edition_id]
    diagnostics = project.diagnostics_of([edition_id])
    if order.receiver is Receiver.TAPS:
        diagnostics = [as_taps_sees(diagnostic) for diagnostic in diagnostics]
        diagnostics += _without_conference(edition, project.data.editions[edition_id])
    if has_errors(diagnostics):
        return diagnostics
    document = document_to_hand_over(edition, order.document)
    rendered = render_document(project.root, edition, document)
    diagnostics += [*rendered.diagnostics, *refusals(project.root, rendered, order.receiver)]
    if has_errors(diagnostics):
        return diagnostics
    doctor.expect_tex([rendered.engine], doctor.Group.BUNDLES)
    place = f"build/{edition_id}/bundle-{order.receiver}.zip"
    making = _BundleMaker(order, edition, document, rendered)
    archive, found = making.archive(lambda text: on_step(Step(place, text)))
    diagnostics += found
    if archive is not None:
        deliver({project.root / place: archive})
    outcome = making.outcome if archive is not None else AS_BEFORE
    seconds = time.monotonic() - started
    on_step(Step(place, outcome, is_done=True, is_good=archive is not None, seconds=seconds))
    return diagnostics


def _without_conference(edition: Edition, files: EditionFiles) -> list[Diagnostic]:
    """The error of a workshop beside no conference, whose papers ACM's production does not get."""
    if edition.venue.is_conference:
        return []
    place = f"data/venues/{files.edition.venue}.yaml"
    message = f"ACM's production gets papers of conferences, and {place} describes none"
    hint = "`--for arxiv` packs it for arXiv"
    return [error("production-without-conference", message, files.edition.place("venue"), hint)]


def document_to_hand_over(edition: Edition, asked: str | None) -> Document:
    """The document to hand over, under the name that its main file gets.

    Args:
        edition: the edition.
        asked: the kind of document that was asked for; nothing for the camera-ready, or else the
            proposal.

    Raises:
        UnknownEditionError: the edition has no such document.
    """
    known: dict[str, Document] = {
        document.kind: document
        for document in edition.documents.values()
        if not document.is_version
    }
    found = known.get(asked or "camera-ready") or (None if asked else known.get("proposal"))
    if found is None:
        lacking = f"edition {edition.id} has no document {asked or 'to hand over'}"
        if known:
            raise UnknownEditionError(f"{lacking}; there is: {', '.join(sorted(known))}")
        raise UnknownEditionError(f"{lacking}; `documents` in edition.yaml names them")
    return replace(found, name=stem_of(edition))


class _BundleMaker(Struct):
    """The making of one bundle."""

    order: BundleOrder
    edition: Edition
    document: Document
    rendered: RenderedDocument
    outcome: str = ""

    def archive(self, report: Callable[[str], None]) -> tuple[bytes | None, list[Diagnostic]]:
        """The bundle, if it is proved, and what there is to say of it."""
        epoch, stopped = epoch_of(self.edition), Event()
        made = typeset(self.rendered, epoch, lambda number: report(f"TeX, pass {number}"), stopped)
        found = list(made.diagnostics)
        if made.pdf is None:
            return None, found
        shown = Path(f"{self.rendered.name}.pdf")
        found += preflight(
            made.pdf, shown, expected_of(self.edition, self.document, self.rendered.format)
        )
        if has_errors(found):
            return None, found
        contents = contents_of(self.order.receiver, self.edition, self.rendered, made)
        archive = packed(contents.files, epoch)
        report("unpacking and compiling it elsewhere")
        pages = made.pdf.searchable_texts
        found += prove(archive, contents, self.order.receiver, pages, epoch, stopped)
        self.outcome = self.outcome_of(contents, len(pages))
        return (None if has_errors(found) else archive), found

    def outcome_of(self, contents: Contents, pages: int) -> str:
        """What is in the bundle, in a line."""
        which = f"the {self.document.kind}"
        if self.order.document is None and self.document.kind == "proposal":
            which += ", as there is no camera-ready yet"
        files = len(contents.files) - 1
        beside = f"and {files} more file{'s' if files != 1 else ''}" if files else "alone"
        return (
            f"{which}: {contents.stem}.tex {beside}, "
            f"{pages} page{'s' if pages != 1 else ''}, compiled elsewhere with the same text"
        )
