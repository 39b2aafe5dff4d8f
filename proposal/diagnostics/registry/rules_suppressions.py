"""The codes of diagnostics: what is said of rules."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING, NOTE = Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "unknown-rule",
        WARNING,
        meaning=(
            "`rules` in `workshop.yaml`, or a comment, names a code that does not exist, "
            "or that of an error, which cannot be silenced."
        ),
        why="It has no effect.",
        action="Correct the code.",
    ),
    DiagnosticKind(
        "allowance-without-reason",
        WARNING,
        meaning="A comment allows something without saying why.",
        why="Whoever reads the line in a year cannot know whether it still holds.",
        action="Add the reason.",
    ),
    DiagnosticKind(
        "unused-allowance",
        NOTE,
        meaning=(
            "A comment allows what is not found in its line (any more). For files that several "
            "editions share, it is said when all editions are checked."
        ),
        why="It would hide something new of the kind.",
        action="Delete it.",
    ),
)

RULES_SUPPRESSIONS = CodeChapter(
    "suppressions",
    "What is said of rules",
    "What is wrong with `rules` in `workshop.yaml`, and with comments that allow something.",
    _KINDS,
)
