"""What was built the last time, of what, and what was there to say about it?

The record is one file, `build/.record.json`. It is written after all that it speaks of, so that a
build that is killed leaves either no word of what it made, or the whole truth.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proposal.build.fingerprints import diagnostic_of, told_of
from proposal.build.graph import Outline
from proposal.clocks import ZONE_DATA
from proposal.delivery import deliver
from proposal.diagnostics import Diagnostic

FORM = 1
"""The form of the file; one of another form is as good as none."""


@dataclass(frozen=True, slots=True)
class Made:
    """An artefact as it was made."""

    sources: str
    """The digest of all that it was made of."""
    files: dict[str, str]
    """The digests of the files that were made, by their paths below `build/`."""
    told: str
    """What is to be said of it as long as it is up to date."""
    rendered: list[Diagnostic]
    """What was to be said when it was rendered."""
    faults: list[Diagnostic]
    """What was to be said when it was made."""
    engine: str = ""
    """Of a document, the TeX program that set it."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What there was to say about the data of an edition."""

    resolved: list[Diagnostic]
    """What could not be resolved."""
    prose: list[Diagnostic]
    """What its texts quote and cite that is not known."""


@dataclass(slots=True)
class Record:
    """What was built, as far as it was not changed since."""

    data: str
    """The digest of the data that were read."""
    outline: Outline
    faults: list[Diagnostic]
    """What there was to say about the data as a whole."""
    editions: dict[int, LookedAt] = field(default_factory=dict)
    artefacts: dict[str, Made] = field(default_factory=dict)
    """What was made, by the names of the artefacts."""


def read_record(root: Path) -> Record | None:
    """The record of a workshop; nothing if there is none that this version has written."""
    try:
        told = json.loads(_file(root).read_text(encoding="utf-8"))
        return _record(told, root) if told["form"] == FORM else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_record(record: Record, root: Path) -> None:
    """Write the record of a workshop, with places told from its folder on.

    Raises:
        DeliveryError: `build/` cannot be written to.
    """
    told = {
        "form": FORM,
        "time_zones": ZONE_DATA.release,  # for those who want to make it again
        "data": record.data,
        "current": record.outline.current,
        "years": record.outline.years,
        "documents": record.outline.documents,
        "faults": _told(record.faults, root),
        "editions": {
            year: {"resolved": _told(each.resolved, root), "prose": _told(each.prose, root)}
            for year, each in sorted(record.editions.items())
        },
        "artefacts": {
            name: {
                "sources": each.sources,
                "engine": each.engine,
                "files": each.files,
                "told": each.told,
                "rendered": _told(each.rendered, root),
                "faults": _told(each.faults, root),
            }
            for name, each in sorted(record.artefacts.items())
        },
    }
    deliver({_file(root): json.dumps(told, indent=1, ensure_ascii=False).encode()})


def _file(root: Path) -> Path:
    return root / "build" / ".record.json"


def _told(diagnostics: list[Diagnostic], root: Path) -> list[dict[str, Any]]:
    return [told_of(each, root) for each in diagnostics]


def _record(told: dict[str, Any], root: Path) -> Record:
    def diagnostics(listed: list[dict[str, Any]]) -> list[Diagnostic]:
        return [diagnostic_of(each, root) for each in listed]

    documents = {int(year): dict(each) for year, each in told["documents"].items()}
    return Record(
        told["data"],
        Outline(told["current"], tuple(told["years"]), documents),
        diagnostics(told["faults"]),
        {
            int(year): LookedAt(diagnostics(each["resolved"]), diagnostics(each["prose"]))
            for year, each in told["editions"].items()
        },
        {
            name: Made(
                each["sources"],
                dict(each["files"]),
                each["told"],
                diagnostics(each["rendered"]),
                diagnostics(each["faults"]),
                each["engine"],
            )
            for name, each in told["artefacts"].items()
        },
    )
