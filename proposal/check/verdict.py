"""What `proposal check` says of some editions: whether data and artefacts are right and agree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from proposal.check.calls.call_result import Called, read_calls, written_calls
from proposal.check.facts.inspection import Agreement, ArtefactKind, Inspection
from proposal.diagnostics import Diagnostic
from proposal.diagnostics.stored import from_json, to_json


class Heading(Struct, frozen=True):
    """An edition as a verdict names it."""

    id: str
    name: str
    """The acronym and the year."""
    place: str
    """The host conference, and where it is."""


class Verdict(Struct, frozen=True):
    """All that is to be said of some editions."""

    editions: Sequence[Heading]
    """Those that were looked at, by id; none if nothing can be made of the data."""
    data: Sequence[Diagnostic]
    """What is wrong with the data, unfinished or unlikely."""
    agreement: Agreement
    """What came of looking at artefacts; they are not looked at while nothing can
    be made of the data."""
    calls: Sequence[Called] = ()
    """What the documents of those editions say to the calls of their host conferences."""
    rules: int = 0
    """How many rules there are, for the sentence that none of them found anything."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All diagnostics, without repetition."""
        return list(dict.fromkeys([*self.data, *self.agreement.diagnostics]))


def written_verdict(verdict: Verdict, root: Path) -> dict[str, Any]:
    """A verdict as JSON, with places given from the workshop's folder on."""
    return {
        "editions": [[edition.id, edition.name, edition.place] for edition in verdict.editions],
        "data": to_json(verdict.data, root),
        "inspections": [
            {
                "edition": inspection.edition_id,
                "artefact": inspection.artefact,
                "stated": inspection.stated,
                "agreeing": inspection.agreeing,
                "pages": inspection.pages,
                "tags": inspection.tags,
                "diagnostics": to_json(inspection.diagnostics, root),
            }
            for inspection in verdict.agreement.inspections
        ],
        "others": to_json(verdict.agreement.others, root),
        "calls": written_calls(verdict.calls, root),
        "rules": verdict.rules,
    }


def read_verdict(written: dict[str, Any], root: Path) -> Verdict:
    """The verdict that was written as JSON."""
    inspections = [
        Inspection(
            inspection["edition"],
            ArtefactKind(inspection["artefact"]),
            inspection["stated"],
            inspection["agreeing"],
            inspection["pages"],
            inspection["tags"],
            from_json(inspection["diagnostics"], root),
        )
        for inspection in written["inspections"]
    ]
    return Verdict(
        [Heading(*edition) for edition in written["editions"]],
        from_json(written["data"], root),
        Agreement(inspections, from_json(written["others"], root)),
        read_calls(written["calls"], root),
        written["rules"],
    )
