"""The codes of diagnostics: what is left to do."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_KINDS = (
    DiagnosticKind(
        "to-be-confirmed",
        WARNING,
        meaning=(
            "A day, a venue, the hours of a slot or the number of participants was worked out "
            "or guessed. In a bundle, it is an error."
        ),
        why="A guess must not be published as a fact.",
        action="Compare it with the conference's page, or settle it, and delete `tentative`.",
        also=(ERROR,),
    ),
    DiagnosticKind(
        "to-be-filled-in",
        WARNING,
        meaning="A list, a slot or a deadline that an edition has in the end is empty still.",
        why="Readers look for it.",
        action=(
            "Add it where the message points; without a call for papers, write `submissions: none`."
        ),
    ),
    DiagnosticKind(
        "unmet-demand",
        WARNING,
        meaning=(
            "The host conference's call demands something that the document does not hold. "
            "Addresses, keywords and limits of words have rules of their own, which name the "
            "call."
        ),
        why="Chairs reject what they cannot find.",
        action=(
            "Write what the message says is missing; docs/reference/calls.md explains how "
            "sections are recognized, and how to name the one that answers a demand."
        ),
    ),
    DiagnosticKind(
        "long-form-answer",
        ERROR,
        meaning="An answer has more characters or words than the field of the call's form takes.",
        why="The form refuses it, or cuts it off.",
        action="Shorten it, or write a shorter answer under `form` in `edition.yaml`.",
    ),
    DiagnosticKind(
        "missing-form-answer",
        ERROR,
        meaning=(
            "A field of the call's form must be filled in, and nothing answers it, or a "
            "placeholder; or the section that is to answer it does not exist."
        ),
        why="The form cannot be sent without it.",
        action="Write the answer; the hint says where.",
    ),
    DiagnosticKind(
        "not-among-choices",
        ERROR,
        meaning="An answer is none of the choices of the form's field, or more than one of them.",
        why="It cannot be chosen in the form.",
        action="Take a choice as the form words it.",
    ),
    DiagnosticKind(
        "carried-over",
        WARNING,
        meaning="A text is that of an earlier edition, word for word.",
        why="What it says may not hold any more.",
        action="Go over it.",
    ),
    DiagnosticKind(
        "placeholder",
        WARNING,
        meaning=(
            'A text holds the place of something else: TBD, "Replace this", "Your Institution".'
        ),
        why="It would be published as it stands.",
        action="Write what is meant.",
    ),
)

RULES_OPEN_POINTS = CodeChapter(
    "open-points",
    "What is left to do",
    "These concern the current edition and later ones.",
    _KINDS,
)
