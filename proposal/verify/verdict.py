"""Says of some editions what `proposal check` says: are data and artefacts right, and agreed?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from proposal.building.build import faults_of_current
from proposal.diagnostics import Diagnostic, has_errors
from proposal.edition.edition import Edition
from proposal.model.folder import Folder
from proposal.verify.agreement.inspection import Agreement
from proposal.verify.artefacts import look_at_artefacts
from proposal.verify.check import check, subject_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that is to be said of some editions."""

    editions: Sequence[Edition]
    """Those that were looked at, by year; none if the data are wrong."""
    data: Sequence[Diagnostic]
    """What is wrong with the data, unfinished or unlikely."""
    agreement: Agreement
    """What came of looking at artefacts; they are not looked at while the data are wrong."""

    @property
    def findings(self) -> list[Diagnostic]:
        """All findings, once each."""
        return list(dict.fromkeys([*self.data, *self.agreement.findings]))


def verdict(folder: Folder, years: Sequence[int], today: dt.date | None = None) -> Verdict:
    """Look at the data of some editions, and at all that was made of them.

    Args:
        folder: the data.
        years: the editions.
        today: the day on which one looks; the present one by default.
    """
    data = [*check(folder, years, today), *faults_of_current(folder)]
    if has_errors(data):
        return Verdict([], data, Agreement())
    editions = [subject_of(folder, year)[0].edition for year in sorted(years)]
    return Verdict(editions, data, look_at_artefacts(folder, years))
