"""The codes of diagnostics: the series."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "folder-year",
        WARNING,
        meaning="The edition's folder is named after another year than that of its day.",
        why="Addresses have the folder's, titles the day's.",
        action="Correct the day, or rename the folder.",
    ),
    DiagnosticKind(
        "ordinal-twice",
        WARNING,
        meaning="Two editions have one number.",
        why="It stands in the title of everything.",
        action="Correct one of them.",
    ),
    DiagnosticKind(
        "ordinal-order",
        WARNING,
        meaning="An edition with a greater number took place earlier.",
        why="Lists of editions follow the numbers.",
        action="Correct one of the numbers.",
    ),
    DiagnosticKind(
        "ordinal-gap",
        NOTE,
        meaning="An edition between the first one that is listed and this one is not listed.",
        why="Reviewers look for all of them.",
        action="Add it to `earlier` in `workshop.yaml`.",
    ),
    DiagnosticKind(
        "series-name",
        WARNING,
        meaning=(
            "The name of the series or its acronym says what an edition adds itself: a year, "
            "an article (“First The Workshop on …”), or a number. A name with the number of an "
            "edition, such as “1st Workshop on …”, is an error, `ordinal-in-name`."
        ),
        why="It would be printed twice.",
        action="Leave it out of the name.",
    ),
    DiagnosticKind(
        "outcome-numbers",
        WARNING,
        meaning=(
            "More papers were accepted than submitted, or another number than `papers.yaml` lists."
        ),
        why="Later proposals quote these numbers, and chairs add them up.",
        action=(
            "Correct the numbers; where papers are listed, `accepted` is counted and can be "
            "left out."
        ),
    ),
    DiagnosticKind(
        "frozen-edition",
        ERROR,
        meaning="A past edition that was frozen says something else than it did.",
        why="What was published must not change afterwards.",
        action=(
            "Undo the change, give a new post or biography a `since`, or write the new value "
            "in `frozen.json`, too."
        ),
    ),
)

RULES_SERIES = CodeChapter(
    "series",
    "The series",
    "",
    _KINDS,
)
