"""The codes of diagnostics: bundles."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR = Severity.ERROR

_KINDS = (
    DiagnosticKind(
        "main-file",
        ERROR,
        meaning="The document does not have exactly one `\\documentclass`.",
        why="Publishers' servers would not know which file to set.",
        action="Compare your template with the one that comes with the program.",
    ),
    DiagnosticKind(
        "outside",
        ERROR,
        meaning="The document uses a file outside of the bundle.",
        why="Nobody else can find it.",
        action="Put a copy beside the text, and write its name alone.",
    ),
    DiagnosticKind(
        "package",
        ERROR,
        meaning="The document loads a package that ACM's production does not accept.",
        why="The paper would come back.",
        action="Do without it; the hint names the list of packages.",
    ),
    DiagnosticKind(
        "production-without-conference",
        ERROR,
        meaning="A bundle for ACM's production is asked for of a workshop beside no conference.",
        why="ACM prints the name of a conference and of its proceedings in each paper.",
        action=(
            "Make the bundle for arXiv; if ACM publishes the workshop's own volume, write what "
            "its message calls the conference into the venue's file."
        ),
    ),
    DiagnosticKind(
        "unproved-bundle",
        ERROR,
        meaning="The sources in the bundle do not compile on their own.",
        why="Production would send them back.",
        action=("Look at the message; the same document without templates of your own is proved."),
    ),
)

BUILDING_BUNDLES = CodeChapter(
    "bundle",
    "Bundles",
    "`proposal bundle` refuses to make what a publisher would send back.",
    _KINDS,
)
