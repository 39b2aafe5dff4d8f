"""What `proposal check` says of some editions: are data and artefacts right, and agreed?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proposal.build.fingerprints import diagnostic_of, told_of
from proposal.check.calls.call_result import Called, read_calls, written_calls
from proposal.check.facts.inspection import Agreement, Artefact, Inspection
from proposal.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Heading:
    """An edition as a verdict names it."""

    year: int
    name: str
    """The acronym and the year."""
    place: str
    """The host conference, and where it is."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that is to be said of some editions."""

    editions: Sequence[Heading]
    """Those that were looked at, by year; none if the data are wrong."""
    data: Sequence[Diagnostic]
    """What is wrong with the data, unfinished or unlikely."""
    agreement: Agreement
    """What came of looking at artefacts; they are not looked at while the data are wrong."""
    calls: Sequence[Called] = ()
    """What the documents of those editions say to the calls of their host conferences."""

    @property
    def findings(self) -> list[Diagnostic]:
        """All findings, once each."""
        return list(dict.fromkeys([*self.data, *self.agreement.findings]))


def written_verdict(verdict: Verdict, root: Path) -> dict[str, Any]:
    """A verdict as JSON, with places told from the workshop's folder on."""

    def told(findings: Sequence[Diagnostic]) -> list[dict[str, Any]]:
        return [told_of(each, root) for each in findings]

    return {
        "editions": [[each.year, each.name, each.place] for each in verdict.editions],
        "data": told(verdict.data),
        "inspections": [
            {
                "year": each.year,
                "artefact": each.artefact,
                "stated": each.stated,
                "agreeing": each.agreeing,
                "pages": each.pages,
                "findings": told(each.findings),
            }
            for each in verdict.agreement.inspections
        ],
        "others": told(verdict.agreement.others),
        "calls": written_calls(verdict.calls, root),
    }


def read_verdict(written: dict[str, Any], root: Path) -> Verdict:
    """The verdict that was written as JSON."""

    def found(listed: list[dict[str, Any]]) -> list[Diagnostic]:
        return [diagnostic_of(each, root) for each in listed]

    inspections = [
        Inspection(
            each["year"],
            Artefact(each["artefact"]),
            each["stated"],
            each["agreeing"],
            each["pages"],
            found(each["findings"]),
        )
        for each in written["inspections"]
    ]
    return Verdict(
        [Heading(*each) for each in written["editions"]],
        found(written["data"]),
        Agreement(inspections, found(written["others"])),
        read_calls(written["calls"], root),
    )
