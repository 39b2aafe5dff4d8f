"""The codes of diagnostics: imports from aclpub2."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING = Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "no-addresses",
        WARNING,
        meaning="The papers' PDFs are files; their addresses on the web are not known.",
        why="Pages cannot link to them.",
        action="Add `pdf` when they are published.",
    ),
    DiagnosticKind(
        "no-file",
        WARNING,
        meaning=(
            "A file that the folder names does not exist, lies outside, or cannot be read; it "
            "is left out."
        ),
        why="What it holds is missing.",
        action="Put it there, and import again.",
    ),
    DiagnosticKind(
        "no-names",
        WARNING,
        meaning="A list of sponsors has pictures and no names; it is left out.",
        why="Sponsors are shown by name.",
        action="Add `sponsors` by hand.",
    ),
    DiagnosticKind(
        "no-speaker",
        WARNING,
        meaning="An invited talk has no speaker and is left out.",
        why="Nobody can be shown for it.",
        action="Add it by hand.",
    ),
    DiagnosticKind(
        "no-times",
        WARNING,
        meaning="A session has no times that are understood; it is left out.",
        why="The schedule has a gap.",
        action="Add the slot by hand.",
    ),
    DiagnosticKind(
        "not-organizers",
        WARNING,
        meaning="People of a role that is no organizer's are left out.",
        why="They may be missing.",
        action="Add them by hand if they belong to the edition.",
    ),
)

IMPORTING_ACLPUB2 = CodeChapter(
    "import-aclpub2",
    "Imports from aclpub2",
    "",
    _KINDS,
    is_about_data=False,
)
