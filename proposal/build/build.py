"""Builds editions: first all that is wrong with the data, then what is asked for."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from proposal import doctor
from proposal.build import graph
from proposal.build.accessible import documents_made_here, expect_tags
from proposal.build.documents import Built, Task, documents_in_parallel, new_to_tex, summary
from proposal.build.fingerprints import Fingerprints
from proposal.build.graph import Outline, Source, Target
from proposal.build.missing_fonts import missing_fonts, missing_languages
from proposal.build.output_tree import (
    DeliveredPages,
    deliver_pages,
    read_listing,
    store_events,
)
from proposal.build.outputs import (
    DocumentName,
    Outputs,
    RenderedPages,
    diagnostics_before_build,
    render_documents,
)
from proposal.build.request import BuildReport, Kind, OnStep, OnWait, Request, Step
from proposal.build.state import (
    ArtefactState,
    BuildState,
    EditionState,
    document_state_file,
    read_build_state,
    read_document_state,
    write_build_state,
)
from proposal.build.volume_files import volume_files
from proposal.caching import digest_of_file
from proposal.diagnostics import has_errors
from proposal.model.edition_id import is_edition_id
from proposal.model.loading.file_cache import FileCache
from proposal.model.variant import Variant
from proposal.processors import processors
from proposal.project import Project, UnknownEditionError, does_not_exist, load
from proposal.tex.prestart import Prestarted

if TYPE_CHECKING:
    from proposal.build.kept_pages import KeptPages


class Inputs(Struct, frozen=True):
    """What a build works on."""

    project: Project
    before: Fingerprints
    """Taken before the data were read, so that what changes in between is noticed."""


def load_inputs(
    root: Path, variant: Variant | None = None, files: FileCache | None = None
) -> Inputs:
    """Load a workshop as `load` does, with its fingerprints."""
    before = Fingerprints.taken(root)
    return Inputs(load(root, variant, files), before)


def build(
    request: Request,
    on_step: OnStep,
    prestarted: Prestarted,
    stopped: Event | None = None,
    inputs: Inputs | None = None,
    on_wait: OnWait = lambda project, outputs: None,
) -> BuildReport:
    """Build what is asked for; if anything is wrong with the data, build nothing.

    Args:
        request: what to build.
        on_step: called for everything that happens, from any thread.
        prestarted: TeX programs that wait for documents, if any were started.
        stopped: set by whoever no longer wants what is asked for.
        inputs: the data, if they have been loaded already.
        on_wait: called when only TeX is still at work, for what is to come after.

    Raises:
        StoppedError: it was set while TeX ran.
        UnknownEditionError: the request names an edition or document that does not exist.
        MachineError: the machine lacks a part that is needed.
        DeliveryError: `build/` cannot be written to.
    """
    stopped = stopped or Event()
    inputs = inputs or load_inputs(request.root, request.variant)
    project = inputs.project
    edition_ids = project.chosen_ids(request.edition_ids, every=request.every_edition)
    shown = sorted(project.editions) if request.shows_all_editions else edition_ids
    outputs = render_documents(project, _documents(request, project, edition_ids, shown), shown)
    diagnostics = diagnostics_before_build(project, outputs, shown)
    report = BuildReport(diagnostics, project=project, outputs=outputs)
    if not report.is_good or project.series is None:
        return report
    tasks = [
        (project.editions[edition_id], found)
        for (edition_id, _), found in outputs.documents.items()
    ]
    report.diagnostics += missing_fonts(outputs.documents.values())
    report.diagnostics += missing_languages(outputs.documents.values())
    if not report.is_good:
        return report
    doctor.expect_tex({document.engine for document in new_to_tex(request.root, tasks)})
    report.has_begun = True
    pages = None
    with documents_in_parallel(request, tasks, on_step, stopped, prestarted) as futures:
        while_waiting = partial(on_wait, project, outputs)
        rendering = _Pages(request, inputs, shown, tasks, futures, while_waiting)
        if request.kinds - {Kind.PDF}:
            pages = rendering.rendered(on_step)
        built = [future.result() for future in futures]
    states = list(_document_states(request.root, tasks, built))
    report.diagnostics += [found for made in built for found in (*made.notes, *made.diagnostics)]
    if report.is_good and pages is not None:
        report.outputs = replace(outputs, pages=pages)
        delivered = rendering.delivered(pages, edition_ids, inputs.before, on_step)
        states += _page_states(request.root, delivered)
        report.diagnostics += [found for folder in delivered for found in folder.diagnostics]
    report.diagnostics = list(dict.fromkeys(report.diagnostics))
    if report.is_good and request.variant is None:
        _store_state(inputs, outputs, states, rendering.kept)
    return report


def _documents(
    request: Request, project: Project, edition_ids: Collection[str], shown: Iterable[str]
) -> list[DocumentName]:
    """The documents to make: those asked for, and those that the website offers."""
    names = []
    for edition_id in shown:
        edition = project.editions[edition_id]
        here = documents_made_here(edition)
        for document in edition.documents.values():
            named = document.kind if request.variant else document.name
            is_asked_for = graph.is_asked_for(
                request, named, is_edition=edition_id in edition_ids, is_public=document.is_public
            )
            if is_asked_for and (document.name in here or named in request.documents):
                expect_tags(edition, document)
                names.append((edition_id, document.name))
    if request.documents and not names:
        known = {name for edition_id in shown for name in project.editions[edition_id].documents}
        raise UnknownEditionError(does_not_exist(f"document {request.documents[0]}", sorted(known)))
    return names


class _NotMadeError(Exception):
    """A document that pages offer could not be made."""


class _Pages(Struct):
    """The rendering of pages beside the making of documents."""

    request: Request
    inputs: Inputs
    edition_ids: Collection[str]
    """The editions that are shown."""
    tasks: Sequence[Task]
    futures: Sequence[Future[Built]]
    """What becomes of the tasks."""
    on_wait: Callable[[], None]
    """Called when there is nothing left to render before TeX has finished."""
    seconds: float = 0.0
    """How long the rendering took, without the waiting."""
    kept: KeptPages | None = None
    """What builds have made; nothing for a variant, of which nothing is kept."""

    def rendered(self, on_step: OnStep) -> RenderedPages | None:
        """The pages; nothing if a document that they offer could not be made."""

        def show(done: int, of: int, _: str) -> None:
            counted = f", {done} of {of} editions" if of > 1 else ""
            on_step(Step("build/site/", f"rendering{counted}"))

        on_step(Step("build/site/", "rendering"))
        started = time.monotonic()
        # Slow to load; TeX is running by now.
        from proposal.build.kept_pages import KeptPages  # noqa: PLC0415 - see above
        from proposal.build.pages import Rendering, render_pages  # noqa: PLC0415 - see above

        if self.request.variant is None:
            self.kept = KeptPages(self.inputs.before)
        waits = {
            edition.id: partial(self._wait_for, edition.id)
            for (edition, _), future in zip(self.tasks, self.futures, strict=True)
            if not future.done()
        }
        how = Rendering(waits, kept=self.kept, processes=processors(), watch=show)
        project, kinds = self.inputs.project, self.request.kinds
        try:
            return render_pages(project, kinds, edition_ids=self.edition_ids, rendering=how)
        except _NotMadeError:
            return None
        finally:
            self.seconds += time.monotonic() - started

    def delivered(
        self,
        pages: RenderedPages,
        edition_ids: Collection[str],
        before: Fingerprints,
        on_step: OnStep,
    ) -> list[DeliveredPages]:
        """The pages in their places, and what calendars know of them written down.

        Raises:
            DeliveryError: `build/` cannot be written to.
        """
        delivered = deliver_pages(self.request, pages, edition_ids, self.seconds, on_step)
        if not any(has_errors(folder.diagnostics) for folder in delivered):
            store_events(self.request, pages, edition_ids, before, on_step)
        return delivered

    def _wait_for(self, edition_id: str) -> None:
        started = time.monotonic()
        # What draws finished PDFs is loaded now, while there is nothing else to do.
        import proposal.render.site.drawing  # noqa: F401, PLC0415 - see above

        self.on_wait()
        for (edition, _), future in zip(self.tasks, self.futures, strict=True):
            if edition.id == edition_id and not future.result().is_good:
                raise _NotMadeError
        self.seconds -= time.monotonic() - started


def _store_state(
    inputs: Inputs,
    outputs: Outputs,
    made: Iterable[tuple[Target, ArtefactState]],
    kept: KeptPages | None,
) -> None:
    """Write down what was made, unless its sources have changed in the meantime.

    Args:
        inputs: the data, without errors.
        outputs: what was rendered of them.
        made: what was made; the digests of its sources are filled in here.
        kept: the pages that were made.

    Raises:
        DeliveryError: `build/` cannot be written to.
    """
    project, before = inputs.project, inputs.before
    after = Fingerprints.taken(before.root)
    workshop = project.data.workshop
    if workshop is None or before.folders() != after.folders():
        return
    if kept is not None:
        kept.write()
    data = before.digest_of(Source.DATA)
    last = read_build_state(before.root)
    kept_from = last if last is not None and last.data == data else None
    outline = _outline(project, workshop.current, outputs.prose, kept_from)
    editions = {
        edition_id: EditionState(list(project.unresolved[edition_id]), list(prose))
        for edition_id, prose in outputs.prose.items()
    }
    if kept_from is not None:
        editions = kept_from.editions | editions
    artefacts = dict(last.artefacts) if last else {}
    for artefact, found in made:
        sources = after.digest_for(artefact, outline, found.engine)
        artefacts[artefact.name] = replace(found, sources=sources)
    state = BuildState(data, outline, project.diagnostics, editions, artefacts)
    if state != last:
        write_build_state(state, before.root)


def _outline(
    project: Project, current: str, rendered: Iterable[str], last: BuildState | None
) -> Outline:
    """The editions and what is made of them.

    Args:
        project: the data.
        current: the edition that is built if none is named.
        rendered: the editions that were looked at.
        last: the state of the last build of the same data, which knows the others.
    """
    editions = {edition_id: project.editions[edition_id] for edition_id in rendered}
    documents: dict[str, Mapping[str, bool]] = {
        edition_id: {
            name: document.is_public for name, document in documents_made_here(edition).items()
        }
        for edition_id, edition in editions.items()
    }
    volumes = {
        edition_id: volume_files(edition)
        for edition_id, edition in editions.items()
        if edition.volume and edition.volume.is_public
    }
    if last is not None:
        documents = dict(last.outline.documents) | documents
        volumes = dict(last.outline.volumes) | volumes
    return Outline(current, tuple(sorted(project.editions)), documents, volumes)


def _document_states(
    root: Path, tasks: Sequence[Task], built: Sequence[Built]
) -> Iterator[tuple[Target, ArtefactState]]:
    """Documents as they were made, and what is printed of them."""
    for (edition, rendered), document in zip(tasks, built, strict=True):
        state = read_document_state(root, edition.id, rendered.name)
        if state is None:
            continue
        file = document_state_file(root, edition.id, rendered.name)
        files = {f"{edition.id}/{name}": known for name, known in state.files.items()}
        files[f"{edition.id}/{file.name}"] = digest_of_file(file) or ""
        yield (
            graph.document(edition.id, rendered.name),
            ArtefactState(
                "",
                files,
                summary(replace(document, passes=0), rendered),
                rendered.diagnostics,
                document.diagnostics,
                rendered.engine,
            ),
        )


def _page_states(
    root: Path, delivered: Iterable[DeliveredPages]
) -> Iterator[tuple[Target, ArtefactState]]:
    """Texts and websites as they were made, and what is printed of them."""
    build = root / "build"
    for folder in delivered:
        edition_id = folder.name if is_edition_id(folder.name) else None
        artefact = graph.texts(edition_id) if edition_id else graph.TREES[folder.name]
        listed = read_listing(build / folder.listing)
        files = {f"{folder.name}/{name}": known for name, known in listed.items()}
        files[folder.listing] = digest_of_file(build / folder.listing) or ""
        yield artefact, ArtefactState("", files, folder.summary, [], folder.diagnostics)
