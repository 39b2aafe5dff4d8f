"""Makes the bundle of an edition's volume for a receiver, and the list of what is missing in it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from proposal.build.request import OnStep, Step
from proposal.bundling.archive import write_packed
from proposal.bundling.contents import Receiver
from proposal.bundling.receivers.bundled_volume import (
    BundledVolume,
    VolumePdfs,
    bundled_volume,
)
from proposal.bundling.receivers.packed_volume import (
    PackedVolume,
    VolumeReceiver,
    list_of_missing,
)
from proposal.bundling.receivers.volume_receivers import VOLUME_RECEIVERS
from proposal.delivery import deliver, delivery_of
from proposal.diagnostics import Diagnostic, error, has_errors
from proposal.edition.edition import Edition
from proposal.edition.volume import VOLUME_FILE
from proposal.model.loading.folder import EditionFiles
from proposal.proceedings.proceedings import (
    FRONT_MATTER,
    PAPERS,
    MadeProceedings,
    make_proceedings,
)
from proposal.proceedings.volume_plan import lack_of_papers, plan_of
from proposal.project import Project
from proposal.render.prose import ProseKind, read_prose
from proposal.watching import Watch, nobody_watches

_NO_PLACE_IN_VOLUME = frozenset({"missing-paper", "other-pages"})
"""What is said of papers without PDFs, which nobody asks of a receiver who gets none."""


def make_volume_bundle(
    project: Project,
    edition_id: str,
    receiver: Receiver,
    on_step: OnStep,
    watch: Watch = nobody_watches,
) -> list[Diagnostic]:
    """Make a bundle in `build/EDITION/` of all that is there, and a list of what is missing.

    Args:
        project: the data.
        edition_id: the edition.
        receiver: who gets the bundle.
        on_step: called for everything that happens.
        watch: is told how many papers were stamped.

    Returns:
        What there is to say; errors mean that the receiver would send the bundle back.

    Raises:
        MachineError: TeX is not installed, and the receiver gets PDFs.
        DeliveryError: `build/` cannot be written to.
    """
    started = time.monotonic()
    diagnostics = project.diagnostics_of([edition_id])
    if has_errors(diagnostics):
        return diagnostics
    asked = VOLUME_RECEIVERS[receiver]
    folder = project.root / "build" / edition_id
    making = partial(make_proceedings, project, edition_id, on_step, watch)
    volume, found = _volume_for(asked, project, edition_id, folder, making)
    if volume is None:
        return [*diagnostics, *found]
    name = f"bundle-{receiver}"
    place = f"build/{edition_id}/{name}{asked.ending}"
    on_step(Step(place, "packing"))
    packed = asked.pack(volume)
    found += [*packed.diagnostics, *wrong_abstracts(volume)]
    _deliver(folder, receiver, asked, volume, packed, found)
    missing = sum(has_errors([diagnostic]) for diagnostic in found)
    outcome = f"{len(packed.files)} files, " if asked.ending == ".zip" else ""
    outcome += _things_missing(missing)
    seconds = time.monotonic() - started
    on_step(Step(place, outcome, is_done=True, is_good=not missing, seconds=seconds))
    return [*diagnostics, *found]


def _things_missing(count: int) -> str:
    if count == 1:
        return "1 thing is missing"
    return f"{count} things are missing" if count else "nothing is missing"


def wrong_abstracts(volume: BundledVolume) -> list[Diagnostic]:
    """What is wrong in the abstracts of papers, such as a formula that is none."""
    return [
        found
        for paper in volume.papers
        if paper.paper.abstract is not None
        for found in read_prose(paper.paper.abstract, ProseKind.STATEMENT).diagnostics
    ]


def _lack_of_workshop(
    receiver: VolumeReceiver, edition: Edition, files: EditionFiles
) -> list[Diagnostic]:
    """The error of a workshop that is not held on its day, where a bundle would say that it is."""
    if not (receiver.says_when_held and edition.is_called_off):
        return []
    name = edition.distinct_name
    message = f"{name} is {edition.status}, and {receiver.title} would get when it was held"
    hint = "ask them what their list shall say of such a workshop, and send them the volume itself"
    if edition.status == "postponed":
        hint = "write the new day under `when` once it is known, and delete `status`"
    return [error("workshop-not-held", message, files.edition.place("status"), hint)]


def _volume_for(
    receiver: VolumeReceiver,
    project: Project,
    edition_id: str,
    folder: Path,
    making: Callable[[], MadeProceedings],
) -> tuple[BundledVolume | None, list[Diagnostic]]:
    """The volume for a receiver, made before if its PDFs are asked for, and what was said of it."""
    edition, files = project.editions[edition_id], project.data.editions[edition_id]
    lack = lack_of_papers(edition) or _lack_of_workshop(receiver, edition, files)
    if edition.volume is None or lack:
        return None, lack
    if not receiver.takes_pdfs:
        plan = plan_of(edition, edition.volume.first_page)
        found = [note for note in plan.diagnostics if note.code not in _NO_PLACE_IN_VOLUME]
        return bundled_volume(project.root, edition, files, plan, VolumePdfs()), found
    made = making()
    known = project.diagnostics_of([edition_id])
    found = [note for note in made.diagnostics if note not in known]
    if made.plan is None or not made.is_made:
        return None, found
    papers = {
        str(entry.paper.id): file
        for entry in made.plan.entries
        if (file := folder / PAPERS / f"{entry.paper.id}.pdf").is_file()
    }
    pdfs = VolumePdfs(papers, folder / FRONT_MATTER, folder / VOLUME_FILE)
    return bundled_volume(project.root, edition, files, made.plan, pdfs), found


def _deliver(
    folder: Path,
    receiver: Receiver,
    asked: VolumeReceiver,
    volume: BundledVolume,
    packed: PackedVolume,
    found: list[Diagnostic],
) -> None:
    """Put the bundle, the list of what is missing, and what goes with them into place."""
    missing = list_of_missing(asked.title, volume.root, found, packed.tables)
    place = folder / f"bundle-{receiver}{asked.ending}"
    if asked.ending == ".zip":
        with delivery_of(place) as file:
            write_packed(file, packed.files, volume.epoch)
    else:
        (content,) = packed.files.values()
        deliver({place: content if isinstance(content, bytes) else content.read_bytes()})
    beside = {folder / name: content for name, content in packed.beside.items()}
    deliver({folder / f"bundle-{receiver}.txt": missing.encode(), **beside})
