"""The codes of diagnostics: where something takes place, and whether people come."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR = Severity.ERROR

_KINDS = (
    DiagnosticKind(
        "join-on-site",
        ERROR,
        meaning="`join` says where people take part online, and `attendance` does not say so.",
        why="Readers would see a way to take part from afar in an edition without one.",
        action="Write `attendance: hybrid` or `attendance: online`, or delete `join`.",
    ),
    DiagnosticKind(
        "room-elsewhere",
        ERROR,
        meaning="A part of the schedule or a day has both `room` and `elsewhere`.",
        why="`elsewhere` is for what is not in the venue's building, and says all of its place.",
        action="Write the room into `elsewhere`; or delete that if it is in the building.",
    ),
    DiagnosticKind(
        "online-as-place",
        ERROR,
        meaning="`elsewhere` is a word such as Online, where a place has to stand.",
        why="Search engines and calendars would send people to a place of that name.",
        action="Delete `elsewhere`, and write `attendance: online` at that day or part.",
    ),
    DiagnosticKind(
        "place-of-online",
        ERROR,
        meaning="A day or a part of the schedule has a place, and is said to be online alone.",
        why="People either come to that place, or nobody does.",
        action="Delete the place; if people may come as well, write `attendance: hybrid`.",
    ),
    DiagnosticKind(
        "no-place-elsewhere",
        ERROR,
        meaning="`elsewhere` is a yes or no, as `true`, where a place has to stand.",
        why="Pages and calendars say that place; they would send people to “true”.",
        action="Write the whole place; delete `elsewhere` of what is in the venue's building.",
    ),
)

READING_PLACES = CodeChapter(
    "places",
    "Places in the data",
    "What takes place is in the venue's building, elsewhere, or online; of each it is said once.",
    _KINDS,
)
