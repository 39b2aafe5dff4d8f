"""Judges some editions: looks at their data, and at all that was made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from proposal.build.loaded_project import chosen_years, faults_of_current
from proposal.build.pages import Pages
from proposal.build.request import Request
from proposal.check.artefact_checks import look_at_artefacts, look_at_pdf
from proposal.check.calls.call_check import look_at_calls, unproved
from proposal.check.facts.inspection import Agreement, Artefact
from proposal.check.rules.config import heeded
from proposal.check.rules.run_rules import check, subject_of
from proposal.check.verdict import Heading, Verdict
from proposal.diagnostics import Diagnostic, has_errors
from proposal.edition.edition import Edition
from proposal.model.folder import Folder, read_folder


@dataclass(frozen=True, slots=True)
class JudgedData:
    """What is to be said of the data, which need not wait for anything that is made of them."""

    folder: Folder
    years: Sequence[int]
    """The editions that were looked at."""
    found: Sequence[Diagnostic]


def judge_data(folder: Folder | None, request: Request, now: dt.datetime) -> JudgedData:
    """Look at the data of the editions that a request names.

    Args:
        folder: the data, if they have been read already.
        request: names the editions.
        now: the moment at which one looks.

    Raises:
        UnknownEditionError: the request names an edition that does not exist.
    """
    folder = folder or read_folder(request.root)
    years = chosen_years(folder, request)
    return JudgedData(folder, years, [*check(folder, years, now), *faults_of_current(folder)])


def look_ahead(data: JudgedData, file: Path, pdf: bytes) -> None:
    """Look at a PDF before it is in its place, so that `judge` need not wait for it.

    Args:
        data: what is to be said of the data.
        file: where it will stand.
        pdf: what will stand there.
    """
    if not has_errors(data.found):
        subject, _ = subject_of(data.folder, int(file.parent.name))
        look_at_pdf(data.folder, subject, file, pdf)


def judge(data: JudgedData, pages: Pages | None = None) -> Verdict:
    """Look at what was made of some editions, if their data are right.

    Args:
        data: what is to be said of the data.
        pages: what the pages of all editions are to be, if they have been rendered already.
    """
    folder, years = data.folder, data.years
    if has_errors(data.found):
        return Verdict([], data.found, Agreement())
    headings = [_heading(subject_of(folder, year)[0].edition) for year in sorted(years)]
    agreement, calls = look_at_artefacts(folder, years, pages), look_at_calls(folder, years)
    if not has_errors(agreement.findings):  # or the PDFs are not those of the data anyway
        for called in calls:
            for found in unproved(called):
                agreement.of(called.year, Artefact(f"{called.document}.pdf")).findings.append(found)
    _silence(agreement, folder)
    return Verdict(headings, data.found, agreement, calls)


def _silence(agreement: Agreement, folder: Folder) -> None:
    """Leave out what the workshop does not want to hear of its finished files."""
    for inspection in agreement.inspections:
        if not inspection.is_new:  # which its only note says
            inspection.findings = heeded(inspection.findings, folder)
    agreement.others = heeded(agreement.others, folder)


def _heading(edition: Edition) -> Heading:
    name = f"{edition.acronym} {edition.year}"
    return Heading(edition.year, name, f"{edition.venue.acronym}, {edition.venue.place}")
