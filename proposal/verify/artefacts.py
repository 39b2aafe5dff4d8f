"""Looks at what was made of some editions: at its facts, and at PDFs as production does."""

from __future__ import annotations

from collections.abc import Iterable

from proposal.diagnostics import Diagnostic
from proposal.edition.series import series_of
from proposal.model.folder import Folder
from proposal.verify.agreement.artefacts import Agreement, check_artefacts, is_built
from proposal.verify.check import subject_of
from proposal.verify.preflight import expected_of, preflight
from proposal.verify.subject import Subject


def look_at_artefacts(folder: Folder, years: Iterable[int]) -> Agreement:
    """What is wrong with the artefacts of those editions that were built.

    Args:
        folder: the data, without faults.
        years: the editions.
    """
    built = [year for year in years if is_built(folder.root, year)]
    if folder.workshop is None or not built:
        return Agreement()
    subjects = {year: subject_of(folder, year)[0] for year in folder.editions}
    editions = {year: subject.edition for year, subject in subjects.items()}
    series = series_of(folder, folder.workshop, editions)
    agreement = check_artefacts(folder.root, series, {year: subjects[year] for year in built})
    for year in built:
        agreement.findings += _of_production(folder, subjects[year])
    return agreement


def _of_production(folder: Folder, subject: Subject) -> list[Diagnostic]:
    """What production would reject in the PDFs of an edition."""
    found: list[Diagnostic] = []
    place = folder.root / "build" / str(subject.edition.year)
    for name, document in subject.edition.documents.items():
        file = place / f"{name}.pdf"
        if file.is_file():
            expected = expected_of(subject.edition, document)
            shown = file.relative_to(folder.root)
            found += preflight(file.read_bytes(), shown, expected)
    return found
