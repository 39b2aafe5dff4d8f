"""Makes the booklet and the door signs of an edition in `build/YEAR/`."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event

from msgspec import Struct, field

from proposal import doctor
from proposal.booklet.door_signs import door_signs
from proposal.booklet.printed_matter import A5, LETTER, booklet, signs
from proposal.build.documents import epoch_of
from proposal.build.request import OnStep, Step
from proposal.delivery import AS_BEFORE, deliver
from proposal.diagnostics import Diagnostic, error, has_errors
from proposal.edition.edition import Edition
from proposal.edition.public import public
from proposal.edition.series import Series
from proposal.pdf import Pdf
from proposal.project import Project
from proposal.render.latex.document import RenderedDocument
from proposal.tex.document_pool import document_pool
from proposal.tex.kept_typesetting import set_or_kept


def make_booklet(project: Project, edition_id: str, on_step: OnStep) -> list[Diagnostic]:
    """Make the booklet of an edition in both sizes, and the signs for doors.

    Returns:
        what there is to say; after an error nothing was made, or not all.

    Raises:
        MachineError: TeX is not installed.
        DeliveryError: `build/` cannot be written to.
    """
    found = project.diagnostics_of([edition_id])
    if has_errors(found) or project.series is None:
        return found
    edition = public(project.editions[edition_id])
    if not edition.schedule:
        message = f"the edition {edition_id} has no program, of which a booklet could be made"
        hint = f"write it into data/editions/{edition_id}/program.yaml"
        return [*found, error("no-program", message, hint=hint)]
    if edition.is_called_off:
        message = f"{edition.status_line} Nobody needs a booklet of it"
        return [*found, error("no-program", message, hint="delete `status` if that is not so")]
    documents = _rendered(project.root, project.series, edition)
    found += [diagnostic for document in documents for diagnostic in document.diagnostics]
    if has_errors(found):
        return found
    doctor.expect_tex({document.engine for document in documents})
    making = _PrintMaking(project.root, edition, on_step)
    with document_pool(len(documents), making.stopped) as pool:
        list(pool.map(making.made, documents))
    # What is wrong with a line is wrong in both sizes.
    return list(dict.fromkeys([*found, *making.diagnostics]))


def _rendered(root: Path, series: Series, edition: Edition) -> list[RenderedDocument]:
    booklets = [booklet(root, series, edition, sheet) for sheet in (A5, LETTER)]
    return [*booklets, *([signs(root, series, edition)] if any(door_signs(edition)) else [])]


class _PrintMaking(Struct, dict=True):
    root: Path
    edition: Edition
    on_step: OnStep
    diagnostics: list[Diagnostic] = field(default_factory=list)
    stopped: Event = field(default_factory=Event)
    """Set when somebody interrupts."""

    def made(self, document: RenderedDocument) -> None:
        folder = self.root / "build" / self.edition.id
        name = f"build/{self.edition.id}/{document.name}.pdf"
        started = time.monotonic()
        made = set_or_kept(
            document,
            epoch_of(self.edition),
            folder / f".{document.name}.set",
            self.stopped,
            lambda: self.on_step(Step(name, "setting")),
        )
        self.diagnostics += made.diagnostics
        outcome = AS_BEFORE
        if made.pdf is not None:
            deliver({folder / f"{document.name}.pdf": made.pdf})
            count = len(Pdf(made.pdf).searchable_texts)
            outcome = f"{count} page{'s' if count != 1 else ''}"
        self.on_step(
            Step(
                name,
                outcome,
                is_done=True,
                is_good=made.pdf is not None,
                seconds=time.monotonic() - started,
            )
        )
