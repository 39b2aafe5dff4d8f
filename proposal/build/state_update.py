"""Writes down what a build made, so that the next one knows what is up to date."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from proposal.build import graph
from proposal.build.document_pool import outcome
from proposal.build.documents import Built, Task
from proposal.build.fingerprints import read_stamp
from proposal.build.graph import Artefact, Outline, Source
from proposal.build.output_tree import read_listing
from proposal.build.source_fingerprints import Sources
from proposal.build.state import LookedAt, Made, Record, read_record, write_record
from proposal.caching import digest_of_file
from proposal.diagnostics import Diagnostic
from proposal.edition.edition import Edition
from proposal.model.folder import Folder

if TYPE_CHECKING:
    from proposal.build.pages import DeliveredPages


@dataclass(slots=True)
class Told:
    """What there was to say about the data, before anything was made."""

    faults: list[Diagnostic]
    """About the data as a whole."""
    editions: dict[int, LookedAt] = field(default_factory=dict)

    def with_documents(self, tasks: Iterable[Task]) -> list[Diagnostic]:
        """All of it, and what there is to say about the documents as they were rendered."""
        found = list(self.faults)
        found += [fault for each in self.editions.values() for fault in each.resolved]
        found += [fault for _, rendered in tasks for fault in rendered.faults]
        found += [fault for each in self.editions.values() for fault in each.prose]
        return list(dict.fromkeys(found))


def remember(
    before: Sources,
    folder: Folder,
    editions: Mapping[int, Edition],
    told: Told,
    made: Iterable[tuple[Artefact, Made]],
) -> None:
    """Write down what was made, unless its sources have changed in the meantime.

    Args:
        before: the sources as they were before they were read.
        folder: the data, without errors.
        editions: the editions that were looked at.
        told: what there was to say about them.
        made: what was made; the digests of its sources are filled in here.

    Raises:
        DeliveryError: `build/` cannot be written to.
    """
    after = Sources(before.root)
    if folder.workshop is None or any(
        before.digest_of(each) != after.digest_of(each) for each in Source if each.is_folder
    ):
        return
    data = before.digest_of(Source.DATA)
    last = read_record(before.root)
    artefacts = dict(last.artefacts) if last else {}
    looked_at = dict(told.editions)
    documents: dict[int, Mapping[str, bool]] = {
        year: {name: each.is_public for name, each in edition.documents.items()}
        for year, edition in editions.items()
    }
    if last is not None and last.data == data:
        looked_at = last.editions | looked_at
        documents = dict(last.outline.documents) | documents
    outline = Outline(folder.workshop.current, tuple(sorted(folder.editions)), documents)
    for artefact, each in made:
        sources = after.digest_for(artefact, outline, each.engine)
        artefacts[artefact.name] = dataclasses.replace(each, sources=sources)
    record = Record(data, outline, told.faults, looked_at, artefacts)
    if record != last:
        write_record(record, before.root)


def made_documents(
    root: Path, tasks: Sequence[Task], built: Sequence[Built]
) -> Iterator[tuple[Artefact, Made]]:
    """Documents as they were made, and what is to be said of them."""
    for (edition, rendered), each in zip(tasks, built, strict=True):
        artefact = graph.document(edition.year, rendered.name)
        record = f"{edition.year}/.{rendered.name}.json"
        stamp = read_stamp(root / "build" / record, root)
        if stamp is None:
            continue
        files = {f"{edition.year}/{name}": known for name, known in stamp.files.items()}
        files[record] = digest_of_file(root / "build" / record) or ""
        current = outcome(dataclasses.replace(each, passes=0), rendered)
        made = Made("", files, current, rendered.faults, each.faults, rendered.engine)
        yield artefact, made


def made_pages(root: Path, delivered: Iterable[DeliveredPages]) -> Iterator[tuple[Artefact, Made]]:
    """Texts and websites as they were made, and what is to be said of them."""
    build = root / "build"
    for each in delivered:
        year = each.name if each.name.isdecimal() else None
        artefact = graph.texts(int(year)) if year else graph.TREES[each.name]
        listed = read_listing(build / each.listing)
        files = {f"{each.name}/{name}": known for name, known in listed.items()}
        files[each.listing] = digest_of_file(build / each.listing) or ""
        yield artefact, Made("", files, each.told, [], each.faults)
