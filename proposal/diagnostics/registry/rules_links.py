"""The codes of diagnostics: links."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

WARNING = Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "unreachable-link",
        WARNING,
        meaning="A link leads to one's own computer or network, or to example.org.",
        why="Nobody else can open it.",
        action="Write the public address.",
    ),
    DiagnosticKind(
        "private-link",
        WARNING,
        meaning=(
            "A link opens for its owner alone, or lets every reader edit: an Overleaf project, "
            "a Google document at `/edit`, a Drive."
        ),
        why="Readers see a login, or can change your text.",
        action="Write the link that is for readers.",
    ),
    DiagnosticKind(
        "repeated-link",
        WARNING,
        meaning="Two papers have one link.",
        why="A line was copied, and its address stayed.",
        action="Correct one.",
    ),
    DiagnosticKind(
        "page-for-pdf",
        WARNING,
        meaning="The `pdf` of a paper is the address of its page at an archive.",
        why="Pages call it a PDF, and search engines expect the paper itself there.",
        action="Write the address of the PDF.",
    ),
    DiagnosticKind(
        "link-year",
        WARNING,
        meaning=(
            "The address for submissions or registration, or the conference's, names another year "
            "and not this one."
        ),
        why="Papers that are sent to last year's address are lost until somebody asks.",
        action="Write this year's address.",
    ),
    DiagnosticKind(
        "other-service",
        WARNING,
        meaning="The link to an account, such as `linkedin`, leads to another service.",
        why="A line was filled in from the wrong place; readers land where nobody expects them.",
        action="Write the account's address, or the key of the service to which it leads.",
    ),
    DiagnosticKind(
        "submission-group",
        WARNING,
        meaning=(
            "OpenReview's group names another host conference, or differs from the "
            "conference's or the workshop's short name by a slip (WDSM for WSDM)."
        ),
        why="Papers would go to another place, or nowhere.",
        action="Look it up on OpenReview.",
    ),
)

RULES_LINKS = CodeChapter(
    "links",
    "Links",
    "",
    _KINDS,
)
