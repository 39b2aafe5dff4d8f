"""Builds editions: first all that is wrong with the data, then what is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event

from proposal import machine
from proposal.building.documents import Task, in_the_making, new_to_tex
from proposal.building.fonts import faults_of_fonts
from proposal.building.graph import is_asked_for
from proposal.building.meanwhile import PagesMeanwhile
from proposal.building.record import LookedAt
from proposal.building.recording import Told, made_documents, made_pages, remember
from proposal.building.request import Kind, OnStep, Report, Request, UnknownEditionError
from proposal.building.sources import Sources
from proposal.diagnostics import Diagnostic, MachineError, error
from proposal.edition.edition import Edition
from proposal.edition.resolve import resolve
from proposal.edition.series import series_of
from proposal.model.folder import Folder, read_folder
from proposal.render.latex.document import RenderedDocument, faults_of_prose, render_document


def build(request: Request, on_step: OnStep, stopped: Event | None = None) -> Report:
    """Build what is asked for; if anything is wrong with the data, build nothing.

    Args:
        request: what to build.
        on_step: called for everything that happens, from any thread.
        stopped: set by whoever no longer wants what is asked for.

    Raises:
        StoppedError: it was set while TeX ran.
        UnknownEditionError: the request names an edition or document that does not exist.
        MachineError: the machine lacks a part that is needed.
        DeliveryError: `build/` cannot be written to.
    """
    before = Sources(request.root)
    before.look()  # before they are read, so that what changes in between is seen to have changed
    folder = read_folder(request.root)
    years = chosen_years(folder, request)
    shows_all = bool(request.kinds & {Kind.SITE, Kind.JEKYLL})
    told = Told([*folder.faults, *faults_of_current(folder)])
    editions: dict[int, Edition] = {}
    for year in sorted(folder.editions) if shows_all else years:
        resolved = resolve(folder, year, request.variant)
        editions[year] = resolved.edition
        prose = faults_of_prose(resolved.edition, folder.editions[year].texts.values())
        told.editions[year] = LookedAt(resolved.faults, prose)
    tasks = _tasks(request, editions, years)
    report = Report(told.with_documents(tasks), folder=folder)
    if not report.is_good or folder.workshop is None:
        return report
    report.faults += faults_of_fonts(rendered for _, rendered in tasks)
    if not report.is_good:
        return report
    _expect_machine(new_to_tex(request.root, tasks))
    report.has_begun = True
    series = series_of(folder, folder.workshop, editions)
    with in_the_making(request, tasks, on_step, stopped or Event()) as making:
        meanwhile = PagesMeanwhile(request, series, tasks, making)
        pages = meanwhile.rendered(on_step) if request.kinds - {Kind.PDF} else None
        built = [each.result() for each in making]
    made = list(made_documents(request.root, tasks, built))
    report.faults += [fault for each in built for fault in (*each.notes, *each.faults)]
    if report.is_good and pages is not None:
        delivered = meanwhile.delivered(pages, years, on_step)
        report.pages = pages
        made += made_pages(request.root, delivered)
        report.faults += [fault for each in delivered for fault in each.faults]
    report.faults = list(dict.fromkeys(report.faults))
    if report.is_good and request.variant is None:
        remember(before, folder, editions, told, made)
    return report


def chosen_years(folder: Folder, request: Request) -> list[int]:
    """The editions that are asked for, in that order; the current one if none is named.

    Raises:
        UnknownEditionError: one of them does not exist.
    """
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


def faults_of_current(folder: Folder) -> list[Diagnostic]:
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


def _tasks(request: Request, editions: dict[int, Edition], years: list[int]) -> list[Task]:
    """The documents to make: those asked for, and those that the website offers."""
    tasks = [
        (edition, render_document(request.root, edition, document))
        for year, edition in editions.items()
        for document in edition.documents.values()
        if is_asked_for(
            request, document.kind, is_edition=year in years, is_public=document.is_public
        )
    ]
    if request.documents and not tasks:
        known = sorted({name for edition in editions.values() for name in edition.documents})
        raise UnknownEditionError(_unknown(f"document {request.documents[0]}", known))
    return tasks


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
