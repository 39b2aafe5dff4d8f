"""Makes everything anew after each save: the website at once, the PDF as soon as TeX is ready."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

from msgspec import Struct, field

from proposal.build.accessible import documents_made_here
from proposal.build.build import Inputs, build, load_inputs
from proposal.build.outputs import RenderedPages, diagnostics_before_build, render_documents
from proposal.build.pages import Rendering, render_pages
from proposal.build.prestarts import start_for, start_in_parts
from proposal.build.request import BuildReport, Kind, Request, Step
from proposal.check.rules.config import without_suppressed
from proposal.diagnostics import (
    Diagnostic,
    MachineError,
    ProposalError,
    error,
    has_errors,
    seen_from,
)
from proposal.edition.facts import recorded_facts
from proposal.edition.series import Series
from proposal.model.loading.file_cache import FileCache
from proposal.pdf import Pdf
from proposal.preview.diff import changes_between
from proposal.preview.pending_saves import PendingSaves
from proposal.preview.preview_state import Name, Phase, Preview
from proposal.preview.problems import problems
from proposal.preview.shown_versions import newer_website, show_pdf
from proposal.project import Project
from proposal.render.rendered_files import RenderedFiles
from proposal.tex.engine import StoppedError
from proposal.tex.prestart import Prestarted

_REST = 0.15
"""Seconds in which the browser draws what is new before all the rest is made."""


def follow_saves(root: Path, preview: Preview, saves: PendingSaves, files: FileCache) -> None:
    """Make everything after each save, until no more saves come.

    Args:
        root: the folder that holds `data/`.
        preview: what shows all that happens.
        saves: the saves; the work ends when they do.
        files: what is known of the files in `data/`.
    """
    gc.disable()  # looking for garbage takes a tenth of a second, and is done after each round
    with closing(Prestarted()) as prestarted:
        while (save := saves.next()) is not None:
            saved, outdated = save
            try:
                _follow_save(_SaveTurn(root, preview, saved, outdated, prestarted, files))
            except StoppedError:
                continue  # there is a newer save
            except ProposalError as reason:
                _fail(root, preview, error("not-made", str(reason)))
            except Exception as reason:  # noqa: BLE001 - the next save may mend it
                message = f"this is a fault of the program: {type(reason).__name__}: {reason}"
                _fail(root, preview, error("program", message))
            files.keep()
            gc.collect()


def _fail(root: Path, preview: Preview, diagnostic: Diagnostic) -> None:
    preview.show(phase=Phase.IDLE, step="", of_data=problems([diagnostic], root))


class _SaveTurn(Struct):
    """What follows a save."""

    root: Path
    preview: Preview
    saved: frozenset[Path]
    outdated: Event
    prestarted: Prestarted
    """The TeX that waits for the document that the visitor looks at."""
    files: FileCache
    """What is known of the files in `data/`."""
    started: float = field(default_factory=time.monotonic)
    is_at_work: Event = field(default_factory=Event)
    """Set as soon as TeX works on the first document, or there is nothing for it to do."""

    def stop_if_outdated(self) -> None:
        """Leave if there is a newer save.

        Raises:
            StoppedError: there is.
        """
        if self.outdated.is_set():
            raise StoppedError("a newer save")


def _follow_save(turn: _SaveTurn) -> None:
    """One round: look through the data, then website and PDF side by side, then `build/`."""
    preview = turn.preview
    saved = tuple(sorted(str(seen_from(turn.root, file)) for file in turn.saved))
    preview.show(phase=Phase.BUILDING, step="reading the data", saved=saved)
    _prestart_tex(turn, start_for)
    inputs = load_inputs(turn.root, files=turn.files)
    project = inputs.project
    series = project.series
    if series is not None:
        new = _contents(project, series)
        if any(getattr(preview.shown, name) != value for name, value in new.items()):
            preview.show(**new)
    turn.stop_if_outdated()
    if series is None or has_errors(project.diagnostics_of(project.editions)):
        _show_errors(turn, _diagnostics_of(project))
        return
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="documents") as pool:
        documents = pool.submit(_build_first_document, turn, inputs)
        # TeX comes first: all texts are looked through while it is at work.
        turn.is_at_work.wait()
        diagnostics = _diagnostics_of(project)
        if not has_errors(diagnostics):
            _show_website(turn, project, diagnostics)
        is_good = documents.result()
    turn.stop_if_outdated()
    if has_errors(diagnostics):
        _show_errors(turn, diagnostics)
        return
    if not is_good or has_errors(problem.diagnostic for problem in preview.shown.of_data):
        preview.show(phase=Phase.IDLE, step="")
        return
    now = dt.datetime.now().astimezone()
    seconds = time.monotonic() - turn.started
    preview.show(phase=Phase.FINISHING, step="build/", finished=now, seconds=seconds)
    if turn.outdated.wait(_REST):  # what is seen comes first, and is still being drawn
        raise StoppedError("a newer save")
    _build_all(turn, inputs)
    preview.show(phase=Phase.IDLE, step="")
    _prestart_tex(turn, start_in_parts)  # for the next save


def _show_errors(turn: _SaveTurn, diagnostics: Sequence[Diagnostic]) -> None:
    """Show what is wrong with the data, in place of what may come of them."""
    found = problems(diagnostics, turn.root)
    turn.preview.show(phase=Phase.IDLE, step="", of_data=found, of_documents=(), changes=())


def _diagnostics_of(project: Project) -> list[Diagnostic]:
    """All that is wrong with the data, as a build would say it."""
    edition_ids = sorted(project.editions)
    found = diagnostics_before_build(
        project, render_documents(project, (), edition_ids), edition_ids
    )
    if not (project.data.data / "workshop.yaml").is_file():
        found.append(error("no-workshop", "there is no data/workshop.yaml", None, "put it back"))
    if not edition_ids and not found:
        hint = "write data/editions/2026/edition.yaml"
        found.append(error("no-edition", "there is no edition yet", None, hint))
    return without_suppressed(found, project.data)


def _contents(project: Project, series: Series) -> dict[str, object]:
    """What there is to be seen: the editions and their documents."""
    newest_first = tuple(edition.id for edition in series.editions)
    documents = {
        (edition_id, document.name): document.page_limit
        for edition_id in newest_first
        for document in documents_made_here(project.editions[edition_id]).values()
    }
    return {"title": series.acronym, "editions": newest_first, "documents": documents}


def _show_website(turn: _SaveTurn, project: Project, diagnostics: Sequence[Diagnostic]) -> None:
    """Render the website and the facts, and show what is good of them."""
    preview = turn.preview
    # Calendars take as long as all pages; the last ones will do until all is made anew.
    is_of_data = all(file.is_relative_to(turn.root / "data") for file in turn.saved)
    known = preview.texts if is_of_data else {}
    rendered = _website(project, known)
    turn.stop_if_outdated()
    found = problems([*diagnostics, *rendered.diagnostics], turn.root)
    if has_errors(rendered.diagnostics):
        preview.show(of_data=found)
        return
    shown = preview.shown
    preview.show(website=newer_website(shown.website, rendered.files), of_data=found)
    facts = {
        edition_id: recorded_facts(edition, project.data)
        for edition_id, edition in project.editions.items()
    }
    changes = changes_between(shown.facts, facts) if turn.saved else shown.changes
    preview.show(facts=facts, changes=changes)


def _build_first_document(turn: _SaveTurn, inputs: Inputs) -> bool:
    """Make the document that the visitor looks at, show it, and tell whether it is good."""
    try:
        return _first_document_built(turn, inputs)
    finally:
        turn.is_at_work.set()


def _first_document_built(turn: _SaveTurn, inputs: Inputs) -> bool:
    name = _first_document(turn.preview)
    if name is None:
        turn.preview.show(of_documents=(), pdfs={})
        return True
    edition_id, document = name
    asked = Request(turn.root, [edition_id], kinds=frozenset({Kind.PDF}), documents=[document])
    return _show_outcome(turn, _built(turn, inputs, asked))


def _first_document(preview: Preview) -> Name | None:
    """The document that the visitor looks at, or will look at first, if there is any."""
    shown = preview.shown
    if preview.current_document in shown.documents:
        return preview.current_document
    of_edition = [name for name in shown.documents if name[0] == shown.edition]
    return next(iter([*of_edition, *shown.documents]), None)


def _prestart_tex(turn: _SaveTurn, start: Callable[[Path, str, str, Prestarted], None]) -> None:
    """Have TeX do what it can before it is known what it has to set.

    Args:
        turn: the save.
        start: starts what is to wait for a document.
    """
    name = _first_document(turn.preview)
    if name is not None:
        start(turn.root, *name, turn.prestarted)


def _build_all(turn: _SaveTurn, inputs: Inputs) -> None:
    """Bring all of `build/` up to date, and with it the other documents and the website."""
    preview = turn.preview
    kinds = frozenset(Kind)
    if preview.shown.missing_tex:
        kinds -= {Kind.PDF, Kind.SITE}  # the website offers PDFs, which cannot be made
    # Nobody takes in the calendars of a preview, so that nothing is to be remembered of them.
    asked = Request(turn.root, every_edition=True, kinds=kinds, stores_events=False)
    report = _built(turn, inputs, asked)
    if Kind.PDF in kinds:
        _show_outcome(turn, report)
    turn.stop_if_outdated()
    if report is not None and report.outputs is not None and report.outputs.pages is not None:
        _show_website_again(turn, report.outputs.pages, inputs.project)


def _website(project: Project, known_texts: Mapping[str, RenderedFiles]) -> RenderedFiles:
    """The website with these texts and calendars, as far as they are known."""
    return render_pages(project, {Kind.SITE}, rendering=Rendering(known_texts=known_texts)).site


def _show_website_again(turn: _SaveTurn, made: RenderedPages, project: Project) -> None:
    """Show the website with the new texts and PDFs that it offers."""
    site = made.site
    if not site.files:  # it was not asked for
        site = _website(project, made.texts)
    if not has_errors(site.diagnostics):
        turn.preview.texts = made.texts
        turn.preview.show(website=newer_website(turn.preview.shown.website, site.files))


def _built(turn: _SaveTurn, inputs: Inputs, request: Request) -> BuildReport | None:
    """Build something, and tell what happens; nothing if the machine lacks TeX."""
    preview = turn.preview

    def on_step(step: Step) -> None:
        file = turn.root / step.artefact
        if not step.is_done:
            preview.show(step=f"{file.name}: {step.text}")
        if step.pdf is not None:
            show_pdf(preview, file, step.pdf)
        elif step.is_done and step.is_good and file.suffix == ".pdf":
            show_pdf(preview, file, Pdf(file.read_bytes()))
        turn.is_at_work.set()

    try:
        report = build(request, on_step, turn.prestarted, turn.outdated, inputs)
    except MachineError as reason:
        preview.show(missing_tex=str(reason))
        return None
    if Kind.PDF in request.kinds:
        preview.show(missing_tex=None)
    return report


def _show_outcome(turn: _SaveTurn, report: BuildReport | None) -> bool:
    """Show what TeX said, and tell whether `build/` may be written."""
    preview = turn.preview
    if report is None:
        preview.show(of_documents=())
        return True
    known = {problem.diagnostic for problem in preview.shown.of_data}
    project = report.project
    diagnostics = (
        without_suppressed(report.diagnostics, project.data) if project else report.diagnostics
    )
    found = [diagnostic for diagnostic in diagnostics if diagnostic not in known]
    preview.show(of_documents=problems(found, turn.root))
    return report.is_good
