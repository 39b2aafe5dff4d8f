"""The codes of diagnostics: bibliographies."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR = Severity.ERROR

_KINDS = (
    DiagnosticKind(
        "bibtex-syntax",
        ERROR,
        meaning=(
            "An entry of `references.bib` cannot be read: a comma, a quote or a brace is "
            "missing or too many."
        ),
        why="BibTeX would give up the entry, and its citation would print as `[?]`.",
        action="Correct the line that the message names.",
    ),
    DiagnosticKind(
        "duplicate-field",
        ERROR,
        meaning="An entry has one field twice.",
        why="BibTeX takes the first one without a word.",
        action="Keep one of them.",
    ),
    DiagnosticKind(
        "duplicate-reference",
        ERROR,
        meaning="Two entries have one key.",
        why="A citation could mean either.",
        action="Give one of them another key, or delete it.",
    ),
    DiagnosticKind(
        "bad-crossref",
        ERROR,
        meaning="An entry inherits from one that does not exist.",
        why="The inherited fields would be missing.",
        action="Add that entry, or delete the field `crossref`.",
    ),
    DiagnosticKind(
        "unknown-abbreviation",
        ERROR,
        meaning="A field's value without braces is an abbreviation that nobody defines.",
        why="BibTeX prints nothing for it.",
        action="Put the value between braces, or define it by `@string`.",
    ),
)

READING_BIBLIOGRAPHY = CodeChapter(
    "bibliography",
    "Bibliographies",
    "`references.bib` is read as ACM's style for BibTeX reads it.",
    _KINDS,
)
