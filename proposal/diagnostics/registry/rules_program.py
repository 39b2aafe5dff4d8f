"""The codes of diagnostics: who is in the schedule."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING = Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "talk-in-two-slots",
        WARNING,
        meaning="One talk is given twice.",
        why="A line was copied when the talk was moved.",
        action=(
            "Delete one slot; if the person gives two talks, list both under `speakers` with "
            "an `id` each."
        ),
    ),
    DiagnosticKind(
        "speaker-with-file",
        WARNING,
        meaning="A speaker is named in full who has a file in `people/`.",
        why="The file's picture, biography and links are not shown with the talk.",
        action="Write the id in place of the name.",
    ),
    DiagnosticKind(
        "paper-in-two-slots",
        WARNING,
        meaning=(
            "A paper is presented in two sessions of one kind (a talk and a poster are fine)."
        ),
        why="Authors prepare for one hour.",
        action="Keep one.",
    ),
    DiagnosticKind(
        "unscheduled-paper",
        WARNING,
        meaning=(
            "An accepted paper is in no session, though others are. A session without `papers` "
            "may be for all that are left, and then nothing is said."
        ),
        why="Its authors will ask.",
        action="Add its id to the `papers` of a slot.",
    ),
    DiagnosticKind(
        "unscheduled-speaker",
        WARNING,
        meaning=(
            "Until the workshop is over: a speaker has agreed and is in no slot, though others are."
        ),
        why="Somebody was forgotten, or has withdrawn.",
        action="Add the slot, or write `status: declined`.",
    ),
    DiagnosticKind(
        "speakers-without-slots",
        WARNING,
        meaning=(
            "Until the workshop is over: more speakers have agreed than there are slots of "
            "`kind: talk` left."
        ),
        why="Somebody prepares a talk and has no time for it.",
        action="Add slots, or make somebody a panelist.",
    ),
    DiagnosticKind(
        "invited-in-program",
        WARNING,
        meaning=(
            "Somebody who was invited and has not agreed is in the schedule, or would be "
            "shown on the panel."
        ),
        why="People do not like to learn it from a website.",
        action="Write `status: confirmed` once it is so, or leave the name out.",
    ),
    DiagnosticKind(
        "panel-without-panelists",
        WARNING,
        meaning="The schedule has a panel, and nobody is a `panelist`.",
        why="Visitors want to know whom they will hear.",
        action="Add them under `speakers`.",
    ),
    DiagnosticKind(
        "panelists-without-panel",
        WARNING,
        meaning="There are panelists, and the schedule has no slot of `kind: panel`.",
        why="They do not know when they are needed.",
        action="Add one.",
    ),
    DiagnosticKind(
        "speaker-twice",
        WARNING,
        meaning="A person is listed twice in one role, without a second title.",
        why="A line was copied.",
        action="Delete it, or give each talk its `title`.",
    ),
    DiagnosticKind(
        "untitled-talk",
        WARNING,
        meaning="In the last 30 days: a confirmed talk has no title.",
        why="It draws nobody; speakers send one when they are asked.",
        action="Add `title`.",
    ),
    DiagnosticKind(
        "unanswered-invitation",
        WARNING,
        meaning="In the last 30 days: a speaker is still only invited.",
        why="There may be a gap in the program.",
        action="Ask again, or look for somebody else, and correct `status`.",
    ),
    DiagnosticKind(
        "missing-program",
        WARNING,
        meaning="In the last 30 days: there is no `program.yaml`.",
        why="Participants book journeys by it.",
        action="Write it.",
    ),
)

RULES_PROGRAM = CodeChapter(
    "schedule",
    "Who is in the schedule",
    "",
    _KINDS,
)
