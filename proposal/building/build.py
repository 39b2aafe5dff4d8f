"""Builds editions: first all that is wrong with the data, then what is asked for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from proposal import machine
from proposal.building.documents import Built, build_document
from proposal.diagnostics import Diagnostic, MachineError, ProposalError, error, has_errors
from proposal.edition.edition import Edition
from proposal.edition.resolve import resolve
from proposal.model.folder import Folder, read_folder
from proposal.render.latex.document import RenderedDocument, faults_of_prose, render_document


class UnknownEditionError(ProposalError):
    """Somebody asked for an edition or a document that does not exist."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built."""

    root: Path
    """The folder that holds `data/`."""
    years: Sequence[int] = ()
    """The editions; none means the workshop's current one."""
    every_edition: bool = False
    documents: Sequence[str] = ()
    """The names of the documents; none means all."""
    force: bool = False
    """Whether to make again what is up to date."""
    jobs: int = 2
    """How many documents are made at the same time."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened during a build."""

    document: str
    """The PDF that it is about, by its path from the workshop's folder."""
    text: str
    built: Built | None = None
    """The result, if the document is finished."""
    seconds: float = 0.0


@dataclass(slots=True)
class Report:
    """What came of a build."""

    built: list[Built] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether everything that was asked for was made."""
        return not has_errors(self.faults)


OnStep = Callable[[Step], None]


def build(request: Request, on_step: OnStep) -> Report:
    """Build what is asked for; if anything is wrong with the data, build nothing.

    Args:
        request: what to build.
        on_step: called for everything that happens, from any thread.

    Raises:
        UnknownEditionError: the request names an edition or document that does not exist.
        MachineError: the machine lacks a part that is needed.
        DeliveryError: `build/` cannot be written to.
    """
    folder = read_folder(request.root)
    years = _years(folder, request)
    report = Report(faults=[*folder.faults, *_faults_of_current(folder)])
    editions = []
    for year in years:
        resolved = resolve(folder, year)
        report.faults += resolved.faults
        editions.append(resolved.edition)
    tasks = [
        (edition, render_document(request.root, edition, document))
        for edition in editions
        for document in edition.documents.values()
        if not request.documents or document.name in request.documents
    ]
    report.faults += _faults_of_texts(folder, editions, tasks)
    if not report.is_good:
        return report
    if not tasks and request.documents:
        known = sorted({name for edition in editions for name in edition.documents})
        raise UnknownEditionError(_unknown(f"document {request.documents[0]}", known))
    _expect_machine(rendered for _, rendered in tasks)
    report.built = _build_all(request, tasks, on_step)
    report.faults += [fault for built in report.built for fault in built.faults]
    return report


def _years(folder: Folder, request: Request) -> list[int]:
    """The editions to build, in the order they were asked for."""
    known = sorted(folder.editions)
    if request.every_edition:
        return known
    years = list(dict.fromkeys(request.years))
    for year in years:
        if year not in folder.editions:
            raise UnknownEditionError(_unknown(f"edition {year}", known))
    if not years and folder.workshop is not None:
        years = [folder.workshop.current]
    # What cannot be read is told; the others are looked through all the same.
    return [year for year in years if year in folder.editions] or known


def _faults_of_current(folder: Folder) -> list[Diagnostic]:
    """Whether the edition that `workshop.yaml` calls the current one exists."""
    series = folder.workshop
    if series is None or series.current in folder.editions:
        return []
    file = folder.data / "workshop.yaml"
    if any(each.span is not None and each.span.file == file for each in folder.faults):
        return []  # the number may stand in for a faulty one, which was told
    message = f"there is no edition {series.current}"
    hint = f"write data/editions/{series.current}/edition.yaml, or name another one"
    return [error("unknown-edition", message, series.place("current"), hint)]


def _unknown(what: str, known: Iterable[object]) -> str:
    listed = ", ".join(map(str, known)) or "none"
    return f"there is no {what}; there is: {listed}"


def _faults_of_texts(
    folder: Folder, editions: list[Edition], tasks: list[tuple[Edition, RenderedDocument]]
) -> list[Diagnostic]:
    """What is wrong with the prose, of documents that are not built now, too."""
    found = [fault for _, rendered in tasks for fault in rendered.faults]
    for edition in editions:
        found += faults_of_prose(edition, folder.editions[edition.year].texts.values())
    return list(dict.fromkeys(found))


def _expect_machine(documents: Iterable[RenderedDocument]) -> None:
    """Make sure that TeX is here before it is needed.

    Raises:
        MachineError: it is not; the message says how to get it.
    """
    engines = {document.engine for document in documents}
    groups = [machine.Group.DOCUMENTS] if engines else []
    if "lualatex" in engines:
        groups.append(machine.Group.SCRIPTS)
    lacking = machine.lacks(*groups) if groups else []
    if lacking:
        raise MachineError(f"{lacking[0].message}\n{lacking[0].hint}")


def _build_all(
    request: Request, tasks: list[tuple[Edition, RenderedDocument]], on_step: OnStep
) -> list[Built]:
    def one(task: tuple[Edition, RenderedDocument]) -> Built:
        edition, rendered = task
        name = f"build/{edition.year}/{rendered.name}.pdf"
        started = time.monotonic()
        built = build_document(
            request.root,
            edition,
            rendered,
            force=request.force,
            on_pass=lambda number: on_step(Step(name, f"{rendered.engine}, pass {number}")),
        )
        seconds = time.monotonic() - started
        on_step(Step(name, _outcome(built, rendered), built, seconds))
        return built

    with ThreadPoolExecutor(max_workers=max(request.jobs, 1)) as pool:
        return list(pool.map(one, tasks))


_ENGINE_NAMES = {"pdflatex": "pdfLaTeX", "lualatex": "LuaLaTeX"}
_SHOWN_CHARACTERS = 8


def _outcome(built: Built, rendered: RenderedDocument) -> str:
    """What became of a document, in a line."""
    if not built.pages:
        return "not made; what was there before is still there"
    pages = f"{built.pages} page{'s' if built.pages > 1 else ''}"
    if built.page_limit:
        pages += f" (at most {built.page_limit})"
    if not built.passes:
        return f"{pages}, up to date: TeX was not run"
    how = f"{_ENGINE_NAMES[rendered.engine]}, {built.passes} passes"
    if rendered.beyond_pdflatex:
        shown = " ".join(rendered.beyond_pdflatex[:_SHOWN_CHARACTERS])
        how += f", for {shown}"
    return f"{pages}, {how}"
