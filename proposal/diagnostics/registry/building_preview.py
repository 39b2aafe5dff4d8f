"""The codes of diagnostics: the preview."""

from __future__ import annotations

from proposal.diagnostics.model import Severity
from proposal.diagnostics.registry.kind import CodeChapter, DiagnosticKind

ERROR = Severity.ERROR

_KINDS = (
    DiagnosticKind(
        "not-made",
        ERROR,
        meaning="The preview could not be made after a save.",
        why="It shows what was good before.",
        action="Do what the message says, and save again.",
    ),
    DiagnosticKind(
        "no-workshop",
        ERROR,
        meaning="There is no `data/workshop.yaml`.",
        why="Everything begins with it.",
        action="Put it back, or start a workshop with `proposal init`.",
    ),
    DiagnosticKind(
        "program",
        ERROR,
        meaning="The program itself failed; the data are not at fault.",
        why="The preview shows what was good before.",
        action="Save again; report the message if it stays.",
    ),
)

BUILDING_PREVIEW = CodeChapter(
    "preview",
    "The preview",
    "`proposal serve` shows these on its pages.",
    _KINDS,
)
