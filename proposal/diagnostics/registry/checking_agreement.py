"""The codes of diagnostics: what was built, and the data."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "missing-artefact",
        ERROR,
        meaning=(
            "A PDF, page or calendar that was made once is not there any more. As a note: it "
            "was never made."
        ),
        why="Nobody can look at it.",
        action="Type `proposal build`.",
        also=(NOTE,),
    ),
    DiagnosticKind(
        "stale-artefact",
        ERROR,
        meaning="A file in `build/` is older than the data.",
        why="What it says may not hold any more.",
        action="Type `proposal build`.",
    ),
    DiagnosticKind(
        "changed-artefact",
        ERROR,
        meaning="A file in `build/` was changed after it was made.",
        why="The next build would overwrite the change, and the data do not know it.",
        action="Bring the change into `data/`, then type `proposal build`.",
    ),
    DiagnosticKind(
        "different-fact",
        ERROR,
        meaning="A PDF or page says something else than the data.",
        why="Readers of the two get different answers.",
        action=(
            "Type `proposal build`; if the page is right, change the data. A page that others "
            "publish has to be mended there."
        ),
    ),
    DiagnosticKind(
        "missing-fact",
        ERROR,
        meaning="A PDF or page does not say a fact that it must state.",
        why="Readers look for it there.",
        action="Type `proposal build`, or add it to the page.",
    ),
    DiagnosticKind(
        "over-limit",
        WARNING,
        meaning="A finished PDF, or a part of it, is longer than the conference's call allows.",
        why="Chairs reject what is too long, or read only its beginning.",
        action=(
            "Shorten the text. Which sections belong to a part is written in the call, under "
            "`parts`; docs/reference/calls.md tells how their pages are counted."
        ),
    ),
    DiagnosticKind(
        "unproved-demand",
        WARNING,
        meaning=(
            "What answers a demand of the host conference's call was not found in the finished PDF."
        ),
        why="Chairs reject what they cannot find.",
        action="Type `proposal build`; if the text is there, look at its heading.",
    ),
    DiagnosticKind(
        "unremembered-events",
        WARNING,
        meaning=("The file that remembers the numbers of calendar events is older than the data."),
        why="Calendars that people subscribed to would not learn of a change.",
        action="Type `proposal build`, and commit the file.",
    ),
)

CHECKING_AGREEMENT = CodeChapter(
    "agreement",
    "What was built, and the data",
    "`proposal check` reads what was built and compares it with the data.",
    _KINDS,
)
