"""The codes of diagnostics: imports from Word."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

_KINDS = (
    DiagnosticKind(
        "guessed-title",
        Severity.WARNING,
        meaning="A Word document has no paragraph of the style Title, or a paper in LaTeX no "
        "`\\title`, so its first line is taken.",
        why="It gives the name of the series.",
        action="Correct `name` in `workshop.yaml`, or give the title its style or command, and "
        "import again.",
    ),
    DiagnosticKind(
        "unclear-portrait",
        Severity.WARNING,
        meaning="A picture among the biographies is not surely the portrait of one person.",
        why="A wrong portrait would be shown beside a name.",
        action="Put it into `people/photos/`, and name it as `photo` in the person's file.",
    ),
    DiagnosticKind(
        "word-not-kept",
        Severity.WARNING,
        meaning=(
            "Something of a Word document is read in another form, or left out: comments, tracked "
            "changes, text boxes, hidden text, a table of contents, headings that are only bold."
        ),
        why="The text may differ from what you see in Word.",
        action="Look over the text, or accept the changes in Word and import again.",
    ),
)

IMPORTING_WORD = CodeChapter(
    "import-word",
    "Imports from Word",
    "",
    _KINDS,
    is_about_data=False,
)
