"""The codes of diagnostics: rights."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_KINDS = (
    DiagnosticKind(
        "doi-prefix",
        WARNING,
        meaning=(
            "A DOI does not begin with `10.1145/`, as ACM's do. In a PDF that ACM publishes, "
            "it is an error."
        ),
        why="From print, it would lead to another paper for good.",
        action="Copy it from ACM's message.",
        also=(ERROR,),
    ),
    DiagnosticKind(
        "doi-isbn",
        WARNING,
        meaning=(
            "DOI and ISBN are of different proceedings: the DOI's first number was given out "
            "in other years than the ISBN line says, the DOI is that of whole proceedings, or "
            "another document here has the one and not the other."
        ),
        why="One of them was copied from another paper's message.",
        action="Copy both from ACM's message.",
    ),
    DiagnosticKind(
        "price-not-printed",
        WARNING,
        meaning="A price with rights for which acmart prints none.",
        why="One of the two is from an old message.",
        action="Delete the price.",
    ),
    DiagnosticKind(
        "ccs-branch",
        WARNING,
        meaning=(
            "A concept's path does not begin with one of the thirteen branches of ACM's "
            "classification."
        ),
        why="ACM's library would not find it.",
        action="Copy path and id from https://dl.acm.org/ccs.",
    ),
    DiagnosticKind(
        "ccs-id",
        WARNING,
        meaning="A concept has no id, the id of another branch, or the id of another concept.",
        why="ACM reads the ids, not the words.",
        action="Copy path and id from https://dl.acm.org/ccs.",
    ),
    DiagnosticKind(
        "rights-year",
        WARNING,
        meaning="The year of the rights is not that of the conference.",
        why="The copyright line would have a wrong year.",
        action="Compare it with ACM's message.",
    ),
    DiagnosticKind(
        "isbn-date",
        WARNING,
        meaning=(
            "The year or month behind the ISBN (`/24/08`) is not the conference's. Another "
            "year on a finished PDF is an error."
        ),
        why="The line was copied from another year.",
        action="Compare it with ACM's message.",
        also=(ERROR,),
    ),
    DiagnosticKind(
        "incomplete-rights",
        WARNING,
        meaning="Rights have no DOI or no ISBN.",
        why="They do not pass production.",
        action="Copy them from ACM's message.",
    ),
    DiagnosticKind(
        "missing-rights",
        NOTE,
        meaning="A camera-ready has no rights.",
        why="Production does not accept it.",
        action="Copy them from ACM's message once it comes.",
    ),
    DiagnosticKind(
        "page-without-rights",
        NOTE,
        meaning=("A document has the number of its first page in the proceedings, and no rights."),
        why="Both come with ACM's message.",
        action="Add the rights.",
    ),
)

RULES_RIGHTS = CodeChapter(
    "rights",
    "Rights",
    "",
    _KINDS,
)
