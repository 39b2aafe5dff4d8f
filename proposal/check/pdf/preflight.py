"""Runs all checks on one PDF."""

from __future__ import annotations

from pathlib import Path

from proposal.check.pdf.anonymity_check import anonymity
from proposal.check.pdf.container import CONTAINER
from proposal.check.pdf.expected_pdf import Expected
from proposal.check.pdf.font_check import fonts
from proposal.check.pdf.layout_check import LAYOUT
from proposal.check.pdf.link_check import links
from proposal.check.pdf.metadata_check import METADATA
from proposal.check.pdf.pdf_file import Check, checked_pdf
from proposal.check.pdf.rights_check import rights
from proposal.check.pdf.tag_check import TAGS, tag_note
from proposal.check.pdf.text_check import leftovers, reading_order, unreadable
from proposal.check.verapdf import validation
from proposal.diagnostics import Diagnostic, error
from proposal.pdf import Pdf, UnreadablePdfError
from proposal.pdf.pdf_objects import reading

_STRUCTURE: tuple[Check, ...] = (*CONTAINER, *TAGS, fonts, *METADATA, links)
_WORDS: tuple[Check, ...] = (*LAYOUT, reading_order, leftovers, rights, anonymity)
"""Checks that need text; of one that cannot be read, they would tell nonsense."""


def preflight(pdf: Pdf, file: Path, expected: Expected | None = None) -> list[Diagnostic]:
    """What production would reject a PDF for, and what in it disagrees with the data.

    A PDF has no lines: the messages name file and page, and the diagnostics have no span.

    Args:
        pdf: the PDF.
        file: the PDF as messages are to name it.
        expected: what the data say of it; without them, it is compared with itself.
    """
    try:
        with reading():
            return _diagnostics(pdf, file, expected or Expected())
    except UnreadablePdfError as reason:
        message = f"{file}: it cannot be read: {reason}"
        return [error("unreadable-pdf", message, hint="make it again, or ask for it again")]


def validate(pdf: Pdf, file: Path) -> list[Diagnostic]:
    """What veraPDF says of a PDF that claims PDF/UA, if this machine has it.

    Args:
        pdf: the PDF; preflight tells whether it can be read.
        file: the PDF as messages are to name it.
    """
    try:
        part = pdf.structure.part
    except UnreadablePdfError:
        return []
    return validation(pdf.content, file, part) if part else []


def note_of_tags(pdf: Pdf, file: Path) -> list[Diagnostic]:
    """Whether a PDF is tagged, in one note; nothing of one that cannot be read.

    Args:
        pdf: the PDF; preflight tells whether it can be read.
        file: the PDF as messages are to name it.
    """
    try:
        return [tag_note(pdf.structure, file)]
    except UnreadablePdfError:
        return []


def _diagnostics(pdf: Pdf, file: Path, expected: Expected) -> list[Diagnostic]:
    if pdf.is_encrypted:
        message = f"{file}: it is encrypted, so nothing else in it can be checked"
        return [error("encrypted", message, hint="save it without a password or restrictions")]
    checked = checked_pdf(pdf, file)
    found = [diagnostic for check in _STRUCTURE for diagnostic in check(checked, expected)]
    illegible = list(unreadable(checked, expected))
    if illegible:
        return found + illegible
    return found + [diagnostic for check in _WORDS for diagnostic in check(checked, expected)]
