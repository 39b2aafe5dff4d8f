"""Errors at values of the data, as far as these were written."""

from __future__ import annotations

from proposal.diagnostics import Diagnostic, Span, error


def add_error(
    diagnostics: list[Diagnostic], code: str, message: str, span: Span | None, hint: str | None
) -> None:
    """Add an error, unless its value stands in for a faulty one, which has no place.

    What is wrong with the faulty one was said when it was read.
    """
    if span is not None:
        diagnostics.append(error(code, message, span, hint))
