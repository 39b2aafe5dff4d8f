"""Judges some editions: looks at their data, and at all that was made of them."""

from __future__ import annotations

import datetime as dt

from proposal.building.look import chosen_years, faults_of_current
from proposal.building.pages import Pages
from proposal.building.request import Request
from proposal.diagnostics import has_errors
from proposal.edition.edition import Edition
from proposal.model.folder import Folder, read_folder
from proposal.verify.agreement.inspection import Agreement, Artefact
from proposal.verify.artefacts import look_at_artefacts
from proposal.verify.call.look import look_at_calls, unproved
from proposal.verify.check import check, subject_of
from proposal.verify.verdict import Heading, Verdict


def judge(
    request: Request,
    today: dt.date,
    folder: Folder | None = None,
    pages: Pages | None = None,
) -> Verdict:
    """Look at the editions that a request names.

    Args:
        request: names the editions.
        today: the day on which one looks.
        folder: the data, if they have been read already.
        pages: what the pages of all editions are to be, if they have been rendered already.

    Raises:
        UnknownEditionError: the request names an edition that does not exist.
    """
    folder = folder or read_folder(request.root)
    years = chosen_years(folder, request)
    data = [*check(folder, years, today), *faults_of_current(folder)]
    if has_errors(data):
        return Verdict([], data, Agreement())
    headings = [_heading(subject_of(folder, year)[0].edition) for year in sorted(years)]
    agreement, calls = look_at_artefacts(folder, years, pages), look_at_calls(folder, years)
    if not has_errors(agreement.findings):  # or the PDFs are not those of the data anyway
        for called in calls:
            for found in unproved(called):
                agreement.of(called.year, Artefact(f"{called.document}.pdf")).findings.append(found)
    return Verdict(headings, data, agreement, calls)


def _heading(edition: Edition) -> Heading:
    name = f"{edition.acronym} {edition.year}"
    return Heading(edition.year, name, f"{edition.venue.acronym}, {edition.venue.place}")
