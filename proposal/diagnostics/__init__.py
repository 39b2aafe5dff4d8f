"""How any part of the program says that something is wrong.

`model` has the values that every package makes, which are light to load; `registry` documents every
code, for `proposal explain`, the page of all codes and the rules' default severities.
"""

from proposal.diagnostics.model import (
    Diagnostic,
    MachineError,
    ProposalError,
    Severity,
    Span,
    error,
    errors_in,
    has_errors,
    in_order,
    warning,
)
from proposal.diagnostics.sentences import counted, first_few, listing, seen_from, shortened

__all__ = [
    "Diagnostic",
    "MachineError",
    "ProposalError",
    "Severity",
    "Span",
    "counted",
    "error",
    "errors_in",
    "first_few",
    "has_errors",
    "in_order",
    "listing",
    "seen_from",
    "shortened",
    "warning",
]
