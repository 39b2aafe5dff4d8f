"""Checks PDFs that somebody gives for what production would reject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from proposal.audit.input_files import gather
from proposal.check.pdf import expected_of, note_of_tags, preflight, validate
from proposal.diagnostics import Diagnostic, Span, error
from proposal.pdf import Pdf
from proposal.project import Project
from proposal.reading.document_forms import DocumentForm


def preflight_of(
    paths: Iterable[Path],
    documents: Mapping[Path, str],
    project: Project | None,
    edition_id: str | None,
) -> list[Diagnostic]:
    """What production would reject in all PDFs among some files, and whether they are tagged.

    Args:
        paths: files and folders that exist.
        documents: the PDFs that are one of the edition's documents, with its name; they are
            compared with what the data say of that document, the others only with themselves.
        project: the data, if an edition was named.
        edition_id: that edition.
    """
    edition = project.editions[edition_id] if project and edition_id is not None else None
    found: list[Diagnostic] = []
    for given in gather(paths).given:
        if given.form is not DocumentForm.PDF:
            continue
        document = edition.documents.get(documents.get(given.file, "")) if edition else None
        expected = expected_of(edition, document) if edition and document else None
        try:
            content = given.file.read_bytes()
        except OSError as reason:
            said = (reason.strerror or "unknown reason").lower()
            span = Span.of_file(given.file)
            found.append(error("unreadable-file", f"the file cannot be read: {said}", span))
            continue
        pdf = Pdf(content)
        found += preflight(pdf, given.file, expected)
        found += validate(pdf, given.file)
        found += note_of_tags(pdf, given.file)
    return found


def without_leftovers(
    found: Iterable[Diagnostic], production: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """What an audit found without the placeholders that production rejects as what is left over."""
    rejected = {_place_of(diagnostic) for diagnostic in production if diagnostic.code == "leftover"}
    return [
        diagnostic
        for diagnostic in found
        if diagnostic.code != "placeholder" or _place_of(diagnostic) not in rejected
    ]


def _place_of(diagnostic: Diagnostic) -> str:
    """File, page and words, as both say them: `paper.pdf, page 1: “TODO”`."""
    return diagnostic.message.partition("”")[0]
