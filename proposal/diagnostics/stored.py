"""Diagnostics as JSON, with places given from the workshop's folder on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from proposal.diagnostics.model import Diagnostic, Severity, Span


def to_json(diagnostics: Iterable[Diagnostic], root: Path) -> list[dict[str, Any]]:
    """Diagnostics as JSON.

    Args:
        diagnostics: what is wrong.
        root: the workshop's folder.
    """
    return [_object(diagnostic, root) for diagnostic in diagnostics]


def from_json(stored: Iterable[dict[str, Any]], root: Path) -> list[Diagnostic]:
    """The diagnostics that were stored as JSON."""
    return [_diagnostic(entry, root) for entry in stored]


def _object(diagnostic: Diagnostic, root: Path) -> dict[str, Any]:
    span = diagnostic.span
    place = None
    if span is not None:
        file = span.file.relative_to(root) if span.file.is_relative_to(root) else span.file
        place = [str(file), span.line, span.column, span.end_column]
    return {
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "place": place,
        "hint": diagnostic.hint,
    }


def _diagnostic(stored: dict[str, Any], root: Path) -> Diagnostic:
    place = stored["place"]
    span = Span(root / place[0], *place[1:]) if place else None
    severity = Severity(stored["severity"])
    return Diagnostic(severity, stored["code"], stored["message"], span, stored["hint"])
