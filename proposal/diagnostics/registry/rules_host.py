"""The codes of diagnostics: the host conference."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING = Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "outside-conference",
        WARNING,
        meaning="The workshop's day is not one of the conference's.",
        why="Participants would come on a wrong day.",
        action="Correct it, or the conference's `start` and `end`.",
    ),
    DiagnosticKind(
        "conference-year",
        WARNING,
        meaning="The conference's short name has another year than its days.",
        why="ACM prints it in the conference line.",
        action="Correct one of the two.",
    ),
    DiagnosticKind(
        "conference-twice",
        WARNING,
        meaning="`together_with` lists the conference itself, or the same one again.",
        why="Pages, calls and documents name all of them: “FSCD ’28 & FSCD ’28”.",
        action="Write the other conference there, or delete the line.",
    ),
    DiagnosticKind(
        "zone-country",
        WARNING,
        meaning=(
            "The conference's time zone is none of its country, or its clocks are not those of "
            "the city and state: `UTC` for Bogotá, `America/New_York` for Boise. Nothing is "
            "said of a city that is not known in a country of several zones."
        ),
        why="Everybody who listens from afar would come at the wrong hour.",
        action="Name the zone of the place.",
    ),
    DiagnosticKind(
        "misspelt-country",
        WARNING,
        meaning=(
            "A country of the conference or of somebody's institution is the name of none, and "
            "resembles one: Austira. Nothing is said of a name that resembles none."
        ),
        why="It is printed so in every document, and nothing can be told by it, as the time zone.",
        action="Write the country's name; if it is right, allow it with a comment.",
    ),
    DiagnosticKind(
        "country-in-city",
        WARNING,
        meaning="`city` holds the country or the state, too.",
        why="It would be printed twice: Boise, Idaho, Idaho, USA.",
        action="Write the city alone; `state` and `country` have keys of their own.",
    ),
    DiagnosticKind(
        "online-as-room",
        WARNING,
        meaning="A room is called Online, Zoom or the like.",
        why="People look for a door of that name, and nothing says that they take part from afar.",
        action="Delete `room`, and write `attendance: online` there.",
    ),
    DiagnosticKind(
        "online-as-city",
        WARNING,
        meaning="The conference's city is a word such as Online or Virtual.",
        why=(
            "Search engines and calendars look for a town of that name, and nothing says that "
            "people take part from afar."
        ),
        action="Delete `city` and `country`, and write `attendance: online` in edition.yaml.",
    ),
)

_STATUS_KINDS = (
    DiagnosticKind(
        "came-to-cancelled",
        WARNING,
        meaning="`outcome` says how many people came to an edition that is cancelled or postponed.",
        why="Later proposals list both.",
        action="Delete `attendees`, or `status`.",
    ),
    DiagnosticKind(
        "proposal-of-cancelled",
        WARNING,
        meaning="The current edition is cancelled, and a proposal is made of it.",
        why="A proposal that is sent asks for the next edition, and its days are this one's.",
        action=(
            "Start the next edition with `proposal new`; to keep this proposal as it was sent, "
            "allow it with a comment."
        ),
    ),
    DiagnosticKind(
        "proposal-without-conference",
        WARNING,
        meaning="A proposal is made of an edition that is held beside no conference.",
        why="Nobody has asked for it, and no call says what it has to hold.",
        action=(
            "Delete `proposal` under `documents`; to send it to somebody else, allow it with a "
            "comment."
        ),
    ),
)

RULES_HOST = CodeChapter(
    "host",
    "The host conference",
    "",
    (*_KINDS, *_STATUS_KINDS),
)
