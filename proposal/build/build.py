"""Builds editions: first all that is wrong with the data, then what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from threading import Event

from proposal import doctor
from proposal.build import graph
from proposal.build.concurrent_pages import PagesMeanwhile
from proposal.build.document_pool import in_the_making
from proposal.build.documents import Task, new_to_tex
from proposal.build.loaded_project import Look, chosen_years, look_at, unknown
from proposal.build.missing_fonts import faults_of_fonts
from proposal.build.request import Kind, OnStep, OnWait, Report, Request, UnknownEditionError
from proposal.build.state_update import made_documents, made_pages, remember
from proposal.diagnostics import MachineError
from proposal.edition.edition import Edition
from proposal.render.latex.document import RenderedDocument, render_document
from proposal.tex.prestart import Prestarted


def build(
    request: Request,
    on_step: OnStep,
    prestarted: Prestarted,
    stopped: Event | None = None,
    look: Look | None = None,
    on_wait: OnWait = lambda folder: None,
) -> Report:
    """Build what is asked for; if anything is wrong with the data, build nothing.

    Args:
        request: what to build.
        on_step: called for everything that happens, from any thread.
        prestarted: TeX programs that wait for documents, if any were started.
        stopped: set by whoever no longer wants what is asked for.
        look: the data, if they have been looked at already.
        on_wait: called with the data when only TeX is still at work, for what is to come after.

    Raises:
        StoppedError: it was set while TeX ran.
        UnknownEditionError: the request names an edition or document that does not exist.
        MachineError: the machine lacks a part that is needed.
        DeliveryError: `build/` cannot be written to.
    """
    stopped = stopped or Event()
    look = look or look_at(request)
    years = chosen_years(look.folder, request)
    tasks = _tasks(request, look.editions, years)
    report = Report(look.told.with_documents(tasks), folder=look.folder)
    if not report.is_good or look.series is None:
        return report
    report.faults += faults_of_fonts(rendered for _, rendered in tasks)
    if not report.is_good:
        return report
    _expect_machine(new_to_tex(request.root, tasks))
    report.has_begun = True
    with in_the_making(request, tasks, on_step, stopped, prestarted) as making:
        meanwhile = PagesMeanwhile(
            request, look.series, tasks, making, on_wait=partial(on_wait, look.folder)
        )
        pages = meanwhile.rendered(on_step) if request.kinds - {Kind.PDF} else None
        built = [each.result() for each in making]
    made = list(made_documents(request.root, tasks, built))
    report.faults += [fault for each in built for fault in (*each.notes, *each.faults)]
    if report.is_good and pages is not None:
        delivered = meanwhile.delivered(pages, years, look.sources, on_step)
        report.pages = pages
        made += made_pages(request.root, delivered)
        report.faults += [fault for each in delivered for fault in each.faults]
    report.faults = list(dict.fromkeys(report.faults))
    if report.is_good and request.variant is None:
        remember(look.sources, look.folder, look.editions, look.told, made)
    return report


def _tasks(request: Request, editions: Mapping[int, Edition], years: list[int]) -> list[Task]:
    """The documents to make: those asked for, and those that the website offers."""
    tasks = [
        (edition, render_document(request.root, edition, document))
        for year, edition in editions.items()
        for document in edition.documents.values()
        if graph.is_asked_for(
            request, document.kind, is_edition=year in years, is_public=document.is_public
        )
    ]
    if request.documents and not tasks:
        known = sorted({name for edition in editions.values() for name in edition.documents})
        raise UnknownEditionError(unknown(f"document {request.documents[0]}", known))
    return tasks


def _expect_machine(documents: Iterable[RenderedDocument]) -> None:
    """Make sure that TeX is here before it is needed.

    Raises:
        MachineError: it is not; the message says how to get it.
    """
    engines = {document.engine for document in documents}
    groups = [doctor.Group.DOCUMENTS] if engines else []
    if "lualatex" in engines:
        groups.append(doctor.Group.SCRIPTS)
    lacking = doctor.lacks(*groups) if groups else []
    if lacking:
        raise MachineError(f"{lacking[0].message}\n{lacking[0].hint}")
