"""Says which accessible PDFs this machine can make, and what it lacks for the others."""

from __future__ import annotations

from proposal.diagnostics import Diagnostic, MachineError, warning
from proposal.edition.edition import Edition
from proposal.edition.edition_document import Document
from proposal.tex.tagging import NEEDED, too_old_for_tags

_HINT = "install it from https://tug.org/texlive/, or make the PDF on a system that has it"


def documents_made_here(edition: Edition) -> dict[str, Document]:
    """The documents of an edition, without accessible versions that this machine cannot make."""
    return {
        name: document
        for name, document in edition.documents.items()
        if not (document.is_version and too_old_for_tags())
    }


def not_accessible(edition: Edition, document: Document) -> list[Diagnostic]:
    """What there is to say if the accessible version of a document is not made here."""
    here = too_old_for_tags() if document.accessible_version else ""
    if not here:
        return []
    message = f"{_sentence(edition, document)}; this machine has {here}"
    return [warning("no-accessible-version", message, document.span, _HINT)]


def expect_tags(edition: Edition, document: Document) -> None:
    """Make sure that the machine can make a document that was asked for.

    Raises:
        MachineError: the document has tags, and TeX is too old for them.
    """
    here = too_old_for_tags() if document.is_accessible else ""
    if here:
        raise MachineError(f"{_sentence(edition, document)}; this machine has {here}\n{_HINT}")


def _sentence(edition: Edition, document: Document) -> str:
    return f"the accessible version of {document.kind}-{edition.id} needs {NEEDED}"
