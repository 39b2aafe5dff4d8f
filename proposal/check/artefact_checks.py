"""Looks at what was made of some editions: at its facts, and at PDFs as production does."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from proposal.build.pages import Pages
from proposal.check.facts.artefacts import check_artefacts, is_built
from proposal.check.facts.inspection import PDFS, Agreement, Inspection
from proposal.check.pdf import expected_of, preflight
from proposal.check.rules.context import Subject
from proposal.check.rules.run_rules import subject_of
from proposal.diagnostics import Diagnostic
from proposal.edition.series import series_of
from proposal.model.folder import Folder


def look_at_artefacts(
    folder: Folder, years: Collection[int], pages: Pages | None = None
) -> Agreement:
    """What is wrong with the artefacts of those editions that were built.

    Args:
        folder: the data, without faults.
        years: the editions.
        pages: what the pages of all editions are to be, if they have been rendered already.
    """
    built = [year for year in sorted(years) if is_built(folder.root, year)]
    if folder.workshop is None or not built:
        return Agreement()
    subjects = {year: subject_of(folder, year)[0] for year in folder.editions}
    editions = {year: subject.edition for year, subject in subjects.items()}
    series = series_of(folder, folder.workshop, editions)
    agreement = check_artefacts(
        folder.root, series, {year: subjects[year] for year in built}, pages
    )
    for each in agreement.inspections:
        if each.artefact in PDFS:
            each.findings += _of_production(folder, subjects[each.year], each)
    return agreement


def _of_production(folder: Folder, subject: Subject, inspection: Inspection) -> list[Diagnostic]:
    """What production would reject in a PDF, if it was made."""
    file = folder.root / "build" / str(inspection.year) / inspection.artefact
    return look_at_pdf(folder, subject, file, file.read_bytes()) if file.is_file() else []


def look_at_pdf(folder: Folder, subject: Subject, file: Path, pdf: bytes) -> list[Diagnostic]:
    """What production would reject in a PDF, whether or not it is in its place yet."""
    expected = expected_of(subject.edition, subject.edition.documents[file.stem])
    return preflight(pdf, file.relative_to(folder.root), expected)
