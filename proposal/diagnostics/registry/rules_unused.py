"""The codes of diagnostics: what nobody reads."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "unread-file",
        WARNING,
        meaning=(
            "A file or folder in `data/` has a name by which nothing reads it: "
            "`people/ann.yml` (the ending is `.yaml`), `people/José.yaml` (ids have plain "
            "letters), an edition's folder without `edition.yaml`."
        ),
        why="What it holds is missing everywhere.",
        action="Rename it, or move it out of `data/`.",
    ),
    DiagnosticKind(
        "misnamed-file",
        ERROR,
        meaning=(
            "A file of an edition has another ending or other letters than the one that is read: "
            "`program.yml`, `Papers.yaml`, `programme.yaml`."
        ),
        why=(
            "All that it says would be missing, and calendars would be told that what it plans is "
            "cancelled."
        ),
        action="Rename it.",
    ),
    DiagnosticKind(
        "unused-file",
        WARNING,
        meaning=(
            "A portrait that no person has as `photo`, a logo that no sponsor has, a picture that "
            "no text names, a Markdown file of which no document is made, a template that replaces "
            "none."
        ),
        why="It was put there to be seen.",
        action="Name it, or delete it.",
        also=(ERROR,),
    ),
    DiagnosticKind(
        "unlinked-file",
        NOTE,
        meaning=(
            "Nothing leads to a file in `files/`: no paper, no talk, no text. It is copied to the "
            "website all the same."
        ),
        why="Only who knows its address finds it.",
        action="Link to it from a text, as `[the data](files/data.csv)`, or leave it.",
    ),
    DiagnosticKind(
        "unused-person",
        NOTE,
        meaning="No edition names the person of a file.",
        why="The person was forgotten, or the file is left over.",
        action="Add the id to a list, or delete the file.",
    ),
    DiagnosticKind(
        "unused-venue",
        NOTE,
        meaning=(
            "No edition takes place at the host conference of a file, and the file holds no call."
        ),
        why="It may be left over.",
        action="Name it as an edition's `venue`, or delete the file.",
    ),
    DiagnosticKind(
        "position-in-photo",
        WARNING,
        meaning="A photo in `files/` says where it was taken, as cameras and phones write it down.",
        why="It is copied byte for byte, so that everybody can read it.",
        action="Export it again without its place, or show it in a text, which leaves that out.",
    ),
    DiagnosticKind(
        "unshown-value",
        NOTE,
        meaning=(
            "A value that stands on no page and in no document yet: the title or abstract of a "
            "panelist, what is said for all papers where each track says it otherwise, or the room "
            "of an edition that has moved online."
        ),
        why="You may look for it in vain.",
        action="Leave it, or say it in a text.",
    ),
)

RULES_UNUSED = CodeChapter(
    "unused",
    "What nobody reads",
    "",
    _KINDS,
)
