"""Says what a build would refuse, without building anything."""

from __future__ import annotations

from pathlib import Path

from proposal.build.loaded_project import look_at
from proposal.build.request import Request
from proposal.diagnostics import Diagnostic, Severity
from proposal.render.latex.document import render_document


def refusals(root: Path, year: int) -> list[Diagnostic]:
    """The errors for which a build of an edition would make nothing, in the order of reading.

    Args:
        root: the folder that holds `data/`.
        year: the edition, which exists.
    """
    look = look_at(Request(root, years=[year]))
    edition = look.editions[year]
    documents = [
        (edition, render_document(root, edition, document))
        for document in edition.documents.values()
    ]
    faults = dict.fromkeys(look.told.with_documents(documents))
    return [fault for fault in faults if fault.severity is Severity.ERROR]
