"""How much the diagnostics of rules matter, as the registry of diagnostics says."""

from __future__ import annotations

from collections.abc import Mapping

from proposal.diagnostics import Diagnostic, Severity, Span
from proposal.diagnostics.registry import REGISTRY, RULE_CHAPTERS

CODES: Mapping[str, Severity] = {
    kind.code: kind.severity for chapter in RULE_CHAPTERS for kind in chapter.kinds
}
"""The default severity of each rule, by its code.

What a rule finds in an edition as the workshop's own pages and papers would never have it is a
warning; what may well be meant is a note.
"""


def diagnostic(
    code: str, message: str, span: Span | None, hint: str, severity: Severity | None = None
) -> Diagnostic:
    """What a rule has found, as severe as its code is by default, or as `severity` says."""
    return Diagnostic(severity or REGISTRY[code].severity, code, message, span, hint)
