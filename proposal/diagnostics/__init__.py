"""How any room of the program says that something is wrong.

`model` has the values that every room makes, which are light to load; `registry` documents every
code, for `proposal explain`, the page of all codes and the rules' default severities.
"""

from proposal.diagnostics.model import (
    Diagnostic,
    MachineError,
    ProposalError,
    Severity,
    Span,
    counted,
    error,
    has_errors,
    in_order,
    shortened,
    warning,
)

__all__ = [
    "Diagnostic",
    "MachineError",
    "ProposalError",
    "Severity",
    "Span",
    "counted",
    "error",
    "has_errors",
    "in_order",
    "shortened",
    "warning",
]
