"""Builds editions: first all that is wrong with the data, then what is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from proposal import machine
from proposal.building.documents import Task, build_documents
from proposal.building.pages import build_pages
from proposal.building.request import Kind, OnStep, Report, Request, UnknownEditionError
from proposal.diagnostics import Diagnostic, MachineError, error
from proposal.edition.edition import Edition
from proposal.edition.resolve import resolve
from proposal.edition.series import series_of
from proposal.model.folder import Folder, read_folder
from proposal.render.latex.document import RenderedDocument, faults_of_prose, render_document


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
    years = chosen_years(folder, request)
    shows_all = bool(request.kinds & {Kind.SITE, Kind.JEKYLL})
    report = Report([*folder.faults, *faults_of_current(folder)], folder=folder, years=years)
    editions: dict[int, Edition] = {}
    for year in sorted(folder.editions) if shows_all else years:
        resolved = resolve(folder, year, request.variant)
        report.faults += resolved.faults
        editions[year] = resolved.edition
    tasks = _tasks(request, editions, years)
    report.faults += _faults_of_texts(folder, editions, tasks)
    if not report.is_good or folder.workshop is None:
        return report
    _expect_machine(rendered for _, rendered in tasks)
    report.has_begun = True
    for built in build_documents(request, tasks, on_step):
        report.faults += built.faults
    if report.is_good and request.kinds - {Kind.PDF}:
        series = series_of(folder, folder.workshop, editions)
        report.faults += build_pages(request, series, years, on_step)
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
    tasks = []
    for year, edition in editions.items():
        for document in edition.documents.values():
            is_named = not request.documents or document.kind in request.documents
            is_asked = year in years and Kind.PDF in request.kinds and is_named
            if is_asked or (document.is_public and Kind.SITE in request.kinds):
                tasks.append((edition, render_document(request.root, edition, document)))
    if request.documents and not tasks:
        known = sorted({name for edition in editions.values() for name in edition.documents})
        raise UnknownEditionError(_unknown(f"document {request.documents[0]}", known))
    return tasks


def _faults_of_texts(
    folder: Folder, editions: dict[int, Edition], tasks: list[Task]
) -> list[Diagnostic]:
    """What is wrong with the prose, of documents that are not built now, too."""
    found = [fault for _, rendered in tasks for fault in rendered.faults]
    for edition in editions.values():
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
