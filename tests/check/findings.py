"""What rules find in the real workshop's data after a change, on a day that a test chooses."""

from __future__ import annotations

import datetime as dt

from proposal.check.rules.prose_rules import TEXTS
from proposal.check.rules.run_rules import RULES, subject_of
from proposal.check.rules.severities import CODES
from proposal.diagnostics import Diagnostic, Severity
from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

PROGRAM = "editions/2026/program.yaml"
EDITION = "editions/2026/edition.yaml"
PAPERS = "editions/2026/papers.yaml"
VENUE = "venues/wsdm-2026.yaml"
EDITION_2024 = "editions/2024/edition.yaml"
PROGRAM_2024 = "editions/2024/program.yaml"

PLANNING = dt.date(2025, 10, 1)
"""A day on which the 2026 edition is being planned."""
SHORTLY_BEFORE = dt.date(2026, 2, 10)
AFTERWARDS = dt.date(2026, 3, 1)

_ON_FACTS = [rule for rule in RULES if rule not in TEXTS]
"""The rules but those that lay out all documents, which takes long."""


def diagnostics_of(
    workspace: Workspace,
    code: str,
    year: str = "2026",
    today: dt.date = PLANNING,
    severity: Severity | None = None,
) -> list[Diagnostic]:
    """What a rule finds, each as severe as its code says, or as is expected."""
    project = workspace.load()
    assert project.is_sound(year)
    subject = subject_of(project, year, today)
    found = [
        diagnostic for rule in _ON_FACTS for diagnostic in rule(subject) if diagnostic.code == code
    ]
    assert {diagnostic.severity for diagnostic in found} <= {severity or CODES[code]}
    return found


def only_diagnostic_of(
    workspace: Workspace, code: str, year: str = "2026", today: dt.date = PLANNING
) -> Diagnostic:
    """The one thing that a rule finds, which says what to do about it."""
    found = only(diagnostics_of(workspace, code, year, today))
    assert found.hint
    assert found.span is not None
    return found


def where(finding: Diagnostic) -> str:
    """Where a finding is told, as `Workspace.place_of` writes it."""
    (place,) = places([finding])
    return place.partition(" ")[0]
