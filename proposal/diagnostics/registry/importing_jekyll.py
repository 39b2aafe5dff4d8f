"""The codes of diagnostics: imports from Jekyll."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING = Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "no-logo",
        WARNING,
        meaning="A page shows a sponsor's logo; the sponsor is taken, the picture is left out.",
        why="A page has the address of a picture, and data have a file.",
        action="Put the picture into `data/sponsors/`, and name it as the sponsor's `logo`.",
    ),
    DiagnosticKind(
        "missing-data",
        WARNING,
        meaning="A page asks for a data file of the site that is not there.",
        why="What it holds is not imported.",
        action="Import the site's folder instead of one page.",
    ),
    DiagnosticKind(
        "missing-picture",
        WARNING,
        meaning=(
            "A picture of the site is not there, is too large, or is of no kind that can be kept."
        ),
        why="The person is shown without one.",
        action="Put the picture into `data/` by hand.",
    ),
    DiagnosticKind(
        "misspelt-acronym",
        WARNING,
        meaning=(
            "A word in an address may be the host conference's acronym with its letters mixed up."
        ),
        why="The link may lead nowhere.",
        action="Look whether the address is right.",
    ),
    DiagnosticKind(
        "not-found",
        WARNING,
        meaning="A page does not say something that an edition needs.",
        why="A placeholder stands in its place, or nothing.",
        action="Add it as the hint says.",
    ),
    DiagnosticKind(
        "not-understood",
        WARNING,
        meaning="A line of a page is not understood and is left out.",
        why="What it says is not imported.",
        action="Add it by hand.",
    ),
    DiagnosticKind(
        "not-shown",
        WARNING,
        meaning="A row of the page's data is not shown on the page, and is left out.",
        why="It may be old.",
        action="Add it by hand if it is meant.",
    ),
    DiagnosticKind(
        "speaker-without-entry",
        WARNING,
        meaning="Somebody speaks and has no entry in the page's rows of people.",
        why="A file is begun with the name alone.",
        action="Add affiliation and biography there.",
    ),
    DiagnosticKind(
        "stray-colon",
        WARNING,
        meaning="A colon in a name was removed.",
        why="It was a slip, or a part of the name is missing.",
        action="Look at the name.",
    ),
    DiagnosticKind(
        "to-confirm",
        WARNING,
        meaning="Something was worked out or guessed while importing.",
        why="A guess must not look like a fact.",
        action="Compare it, and correct the data.",
    ),
    DiagnosticKind(
        "two-addresses",
        WARNING,
        meaning="A page gives two addresses for submissions; the first one is taken.",
        why="Papers may go to the wrong one.",
        action="Find out which one holds.",
    ),
    DiagnosticKind(
        "two-spellings",
        WARNING,
        meaning="A page spells one name or institution in two ways; the first one is taken.",
        why="The other may be right.",
        action="Choose the one that the person uses.",
    ),
    DiagnosticKind(
        "two-titles",
        WARNING,
        meaning="A page gives one talk or paper two titles; the message says which is taken.",
        why="The other may be newer.",
        action="Ask the authors.",
    ),
    DiagnosticKind(
        "unknown-zone",
        WARNING,
        meaning="The time zone of a place is not known or not unique.",
        why="Hours without a zone are wrong for everybody who listens from afar.",
        action="Write `zone` into the venue's file.",
    ),
    DiagnosticKind(
        "wrong-start",
        WARNING,
        meaning=(
            "Two places of a page let the day begin at different times; the schedule's is taken."
        ),
        why="One of them is wrong.",
        action="Look at `when` in `edition.yaml`.",
    ),
)

IMPORTING_JEKYLL = CodeChapter(
    "import-jekyll",
    "Imports from Jekyll",
    "",
    _KINDS,
    is_about_data=False,
)
