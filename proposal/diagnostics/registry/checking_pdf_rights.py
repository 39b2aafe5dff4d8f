"""The codes of diagnostics: the rights block of a finished PDF."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR = Severity.ERROR

_KINDS = (
    DiagnosticKind(
        "rights-missing",
        ERROR,
        meaning="The first page has no permission notice with © and year.",
        why="Production compares it with the rights form.",
        action="Copy the rights from ACM's message.",
    ),
    DiagnosticKind(
        "rights-mismatch",
        ERROR,
        meaning=(
            "The permission notice is that of another form, or the Creative Commons licence is "
            "another one."
        ),
        why="Production compares it with the rights form.",
        action="Copy the rights from ACM's message.",
    ),
    DiagnosticKind(
        "doi-missing",
        ERROR,
        meaning="The rights block has no DOI.",
        why="Production compares it with the rights form.",
        action="Copy it from ACM's message.",
    ),
    DiagnosticKind(
        "doi-mismatch",
        ERROR,
        meaning="A DOI is not that of the data, or differs between rights block and reference.",
        why="Citations would lead to another paper.",
        action="Copy it from ACM's message.",
    ),
    DiagnosticKind(
        "isbn-missing",
        ERROR,
        meaning="The rights block has no ISBN.",
        why="Production compares it with the rights form.",
        action="Copy it from ACM's message.",
    ),
    DiagnosticKind(
        "isbn-mismatch",
        ERROR,
        meaning="The ISBN is not that of the data.",
        why="Production compares it with the rights form.",
        action="Copy it from ACM's message.",
    ),
    DiagnosticKind(
        "price-mismatch",
        ERROR,
        meaning=(
            "The rights block has a price that the data do not have, or none: acmart before "
            "version 2 prints $15.00 by itself, and later ones print no price at all."
        ),
        why="Production compares it with the rights form.",
        action="Update acmart, or copy the rights from ACM's message.",
    ),
    DiagnosticKind(
        "isbn-invalid",
        ERROR,
        meaning="The ISBN's check digit is wrong.",
        why="A digit was mistyped.",
        action="Copy it from ACM's message.",
    ),
    DiagnosticKind(
        "copyright-year",
        ERROR,
        meaning="The year behind © is not that of the data, or not the conference's.",
        why="Production compares it with the rights form.",
        action="Copy it from ACM's message.",
    ),
    DiagnosticKind(
        "conference-line",
        ERROR,
        meaning=(
            "Conference, days and place are not those of the data, or the days differ between "
            "rights block and reference. Since version 2.11, acmart prints the days in the "
            "reference and the running heads alone; the line must be that of the version."
        ),
        why="Citations would name another conference.",
        action="Copy it from ACM's message.",
    ),
    DiagnosticKind(
        "reference-format",
        ERROR,
        meaning=(
            "The ACM Reference Format is missing, counts other pages than there are, or has "
            "another title."
        ),
        why="Readers copy it when they cite.",
        action="Let LaTeX run once more; build it again from the data.",
    ),
)

CHECKING_PDF_RIGHTS = CodeChapter(
    "preflight-rights",
    "The rights block of a finished PDF",
    (
        "These are looked for when the data have `rights` for the document; in other PDFs, "
        "what is there must agree with itself."
    ),
    _KINDS,
    is_about_data=False,
)
