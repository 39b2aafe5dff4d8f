"""The codes of diagnostics: imports of schedules."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING, NOTE = Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "converted-hours",
        NOTE,
        meaning="The source's hours are those of another time zone, and were converted.",
        why="The program has the venue's hours.",
        action="Compare one of them; if the zone is wrong in the source, correct it there.",
    ),
    DiagnosticKind(
        "local-hours",
        NOTE,
        meaning="The source does not say its time zone, so its hours are taken for the venue's.",
        why="An export may mean another clock.",
        action="Compare one of them.",
    ),
    DiagnosticKind(
        "two-hours",
        WARNING,
        meaning="A source gives one part two hours; the message says which is taken.",
        why="The other may be right.",
        action="Correct the hour in `program.yaml`.",
    ),
    DiagnosticKind(
        "unscheduled",
        WARNING,
        meaning="Something of a schedule has no hours that a program can hold, and is left out.",
        why="A part of the program begins and ends on one day.",
        action="Import the schedule again when it has hours, or write it into `program.yaml`.",
    ),
    DiagnosticKind(
        "other-days",
        WARNING,
        meaning="Parts of a schedule are on other days than the edition, and are left out.",
        why="They may belong to the host conference.",
        action="If they are of the workshop, correct `when` in `edition.yaml` and import again.",
    ),
    DiagnosticKind(
        "left-out",
        NOTE,
        meaning="Something of a schedule has no place in the data.",
        why="Nothing is left out without a word.",
        action="Write it where it belongs, if pages are to have it.",
    ),
    DiagnosticKind(
        "left-out-people",
        WARNING,
        meaning="A part of the schedule names people for whom the program has no place.",
        why="Only talks, papers and panels have speakers.",
        action="Write `chair` or `moderator` in `program.yaml`, if they are that.",
    ),
    DiagnosticKind(
        "unlisted-talk",
        WARNING,
        meaning="A talk of the schedule is no paper of the edition, and was added to `speakers`.",
        why="If it is an accepted paper, pages list it in the wrong place.",
        action="Import the papers first, and then the schedule.",
    ),
    DiagnosticKind(
        "slot-not-in-source",
        WARNING,
        meaning="A part of the program is not in a newer schedule, and stays.",
        why="It may be off.",
        action="If so, delete it in `program.yaml`.",
    ),
)

IMPORTING_PROGRAM = CodeChapter(
    "import-program",
    "Imports of schedules",
    "",
    _KINDS,
    is_about_data=False,
)
