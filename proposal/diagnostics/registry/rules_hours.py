"""The codes of diagnostics: the schedule's hours."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING, NOTE = Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "schedule-overlap",
        WARNING,
        meaning="Two slots take place at the same time, and not in tracks or rooms of their own.",
        why="A time was mistyped, or one of the two has no audience.",
        action="Correct a time; of parallel sessions, give each its own `track` or `room`.",
    ),
    DiagnosticKind(
        "schedule-gap",
        WARNING,
        meaning=(
            "More than five minutes in which nothing is planned, between two slots, before the "
            "first or after the last."
        ),
        why="It is a break that is not announced, or a slot that was forgotten.",
        action="Add the slot, as `kind: break`, or correct a time.",
    ),
    DiagnosticKind(
        "schedule-order",
        WARNING,
        meaning="A slot stands in the file after one that begins later.",
        why="The schedule is printed in the order of the file.",
        action="Move the line up.",
    ),
    DiagnosticKind(
        "outside-hours",
        WARNING,
        meaning="A slot begins before the workshop does, or ends after it.",
        why="Rooms are booked for the hours under `when`.",
        action="Correct the slot, or `when`.",
    ),
    DiagnosticKind(
        "two-places",
        WARNING,
        meaning=(
            "A person is in two slots at the same time, for example as a speaker and on the panel."
        ),
        why="Nobody can be in both.",
        action="Correct a time.",
    ),
    DiagnosticKind(
        "crowded-session",
        NOTE,
        meaning="A session leaves less than eight minutes for each of its papers.",
        why="It runs late, and the day with it.",
        action="Give it more time, or present some papers as posters.",
    ),
    DiagnosticKind(
        "long-stretch",
        NOTE,
        meaning="More than three hours without a break, lunch or social event.",
        why="People who get no break take one.",
        action="Add one.",
    ),
)

RULES_HOURS = CodeChapter(
    "hours",
    "The schedule's hours",
    "",
    _KINDS,
)
