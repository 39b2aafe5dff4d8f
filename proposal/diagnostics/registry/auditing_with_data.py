"""The codes of diagnostics: pages of others, and the data."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "stale-fact",
        ERROR,
        meaning="A page says what an earlier edition, or an earlier version of the data, said.",
        why="Somebody updated one place and forgot the other.",
        action="Change it on the page; if it is right, change the data.",
    ),
    DiagnosticKind(
        "other-spelling",
        WARNING,
        meaning="A page spells a name or an institution in another way than the data.",
        why="Readers and search engines take them for two.",
        action="Use one spelling in both places.",
    ),
    DiagnosticKind(
        "other-data",
        WARNING,
        meaning="A page was made by this program from other data than these.",
        why="What it says may not hold any more.",
        action="Type `proposal build`, and publish it again.",
    ),
    DiagnosticKind(
        "nothing-to-compare",
        ERROR,
        meaning="None of the files is about the edition.",
        why="A comparison would say nothing.",
        action="Name the files that hold its pages, or another edition.",
    ),
    DiagnosticKind(
        "many-files",
        WARNING,
        meaning="The folder holds more files than are looked at.",
        why="What stands in the others is not compared.",
        action="Name the folder that holds the workshop's pages.",
    ),
    DiagnosticKind(
        "unknown-kind",
        ERROR,
        meaning="A file is no page, PDF, text or calendar, so what it says cannot be compared.",
        why="It would pass without having been looked at.",
        action="Give a file of a kind that the hint lists.",
    ),
    DiagnosticKind(
        "not-text",
        ERROR,
        meaning="A file has the name of a page and holds something else.",
        why="Nothing in it can be read.",
        action="Give the page itself, as a browser saves it.",
    ),
    DiagnosticKind(
        "unreadable-calendar",
        ERROR,
        meaning="A calendar cannot be read.",
        why="People's calendars would refuse it, too.",
        action="Export it again from the calendar that it comes from.",
    ),
)

AUDITING_WITH_DATA = CodeChapter(
    "audit",
    "Pages of others, and the data",
    (
        "`proposal audit` compares pages, PDFs and calendars that others made with the data. "
        "What one of them says twice in different ways is listed under “Pages without data”."
    ),
    _KINDS,
    is_about_data=False,
)
