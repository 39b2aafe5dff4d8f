"""Diagnostics as JSON, with places given from the workshop's folder on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from proposal.diagnostics.model import Diagnostic, Severity, Span
from proposal.diagnostics.sentences import seen_from


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


def placed(span: Span | None, root: Path) -> list[Any] | None:
    """A place as JSON: the file as it is seen from a folder, the line and the columns."""
    if span is None:
        return None
    return [str(seen_from(root, span.file)), span.line, span.column, span.end_column]


def span_at(place: list[Any] | None, root: Path) -> Span | None:
    """The place that was stored as JSON."""
    return Span(root / place[0], *place[1:]) if place else None


def _object(diagnostic: Diagnostic, root: Path) -> dict[str, Any]:
    return {
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "place": placed(diagnostic.span, root),
        "hint": diagnostic.hint,
    }


def _diagnostic(stored: dict[str, Any], root: Path) -> Diagnostic:
    severity, span = Severity(stored["severity"]), span_at(stored["place"], root)
    return Diagnostic(severity, stored["code"], stored["message"], span, stored["hint"])
