"""The codes of diagnostics: imports from websites."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

_KINDS = (
    DiagnosticKind(
        "import-summary",
        Severity.NOTE,
        meaning="How much of each kind of fact was found on the pages of a website.",
        why="A kind of which there are more on the pages was not understood.",
        action="Compare the numbers with the pages, and type what lacks.",
    ),
    DiagnosticKind(
        "other-edition",
        Severity.WARNING,
        meaning=(
            "A page among those of an edition has the year of another one in its title, stands in "
            "a folder such as `old`, or no other page leads to it."
        ),
        why="It was left over when the site was made anew, and what it says is set aside.",
        action="Correct its title, or import it with its own edition.",
    ),
)

IMPORTING_SITE = CodeChapter(
    "import-site",
    "Imports from websites",
    "",
    _KINDS,
    is_about_data=False,
)
"""What imports from websites say, beside what those of our own pages do."""
