"""The codes of diagnostics: dates."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING, NOTE = Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "read-as",
        NOTE,
        meaning="A day or a time is written in another form than the program's own.",
        why="You see as which day or hour it is read: of 14.09.2027, 14 is the day.",
        action="If another one is meant, write that: 2027-09-14, 14:30.",
    ),
    DiagnosticKind(
        "deadline-order",
        WARNING,
        meaning=(
            "A day is not after the one whose outcome it needs (submission, notification, then "
            "camera-ready and registration) or is over before it in another zone, early "
            "registration ends after registration, or a day is after the workshop."
        ),
        why="Authors could not keep it, and plan by a day that is wrong.",
        action=(
            "Correct one of the days; if final versions are due after the workshop, allow it "
            "with a comment."
        ),
    ),
    DiagnosticKind(
        "distant-deadline",
        WARNING,
        meaning="A deadline is more than a year before the workshop.",
        why="It was copied from the last edition and kept its year.",
        action="Correct it.",
    ),
    DiagnosticKind(
        "extension-order",
        WARNING,
        meaning=(
            "An extension does not give more time than the day before it, or `was` is not in order."
        ),
        why="Pages show the days that held before struck through, in this order.",
        action="Write the days that held before, the oldest first.",
    ),
    DiagnosticKind(
        "passed-deadline",
        NOTE,
        meaning=(
            "Until the workshop is over: a day by which others had to do something has passed."
        ),
        why="Nothing is wrong if it went as planned.",
        action="If it was extended, write the new day, and this one under `was`.",
    ),
    DiagnosticKind(
        "missing-papers",
        WARNING,
        meaning=(
            "Until the workshop is over: the notification has passed, and no accepted papers are "
            "listed."
        ),
        why="They look for them.",
        action="Write `papers.yaml`; `proposal import` reads tables and BibTeX.",
    ),
    DiagnosticKind(
        "late-notification",
        WARNING,
        meaning=(
            "Until the workshop is over: less than two weeks between notification and workshop."
        ),
        why="Authors need longer for a visa, a flight and the early fee.",
        action="Notify authors earlier.",
    ),
    DiagnosticKind(
        "short-review",
        NOTE,
        meaning=(
            "Until the workshop is over: less than a week between submission and notification."
        ),
        why="Reviewers read in their spare time.",
        action="Give them longer.",
    ),
    DiagnosticKind(
        "submission-zone",
        NOTE,
        meaning=(
            "Until the workshop is over: nobody says in which time zone the submission day ends."
        ),
        why="Half of the authors live elsewhere.",
        action="Add `zone: AoE` (anywhere on Earth), or a zone by its place.",
    ),
    DiagnosticKind(
        "submission-without-kind",
        NOTE,
        meaning=(
            "Until the workshop is over: a date with a name of its own has a label as if papers "
            "were due, and does not say so."
        ),
        why="The head of the call and the button for submission do not count it as a deadline.",
        action="Write `kind: submission` beside the label, if papers are due.",
    ),
    DiagnosticKind(
        "early-fee",
        WARNING,
        meaning=(
            "There is an early fee and no day until which it holds, or it is not lower than the "
            "other one."
        ),
        why="Visitors read it to decide when to register.",
        action="Write `early_registration` under `dates`, or correct the amounts.",
    ),
)

RULES_DATES = CodeChapter(
    "dates",
    "Dates",
    "",
    _KINDS,
)
