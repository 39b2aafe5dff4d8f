"""Contradictions and likely slips: the diagnostic of each, and the places that it names."""

from __future__ import annotations

from msgspec import Struct

from proposal.diagnostics import Diagnostic, Severity
from proposal.reading.locations import Location, shown


class Conflict(Struct, frozen=True):
    """A diagnostic, and the places of which one is wrong."""

    diagnostic: Diagnostic
    locations: tuple[Location, ...]
    """Its own place first, then the one that its message names beside it."""


def _conflict(
    severity: Severity,
    code: str,
    message: str,
    location: Location,
    hint: str | None,
    other: Location | None,
) -> Conflict:
    """A conflict between a place and another one, of which the message speaks, too."""
    locations = (location,) if other is None else (location, other)
    if not location.part:
        diagnostic = Diagnostic(severity, code, message, location.span, hint)
    else:
        message = f"{shown(location.span.file)}, {location.part}: {message}"
        diagnostic = Diagnostic(severity, code, message, None, hint)
    return Conflict(diagnostic, locations)


def wrong(
    code: str,
    message: str,
    location: Location,
    hint: str | None = None,
    other: Location | None = None,
) -> Conflict:
    """A contradiction: one of two places is wrong."""
    return _conflict(Severity.ERROR, code, message, location, hint, other)


def unlikely(
    code: str,
    message: str,
    location: Location,
    hint: str | None = None,
    other: Location | None = None,
) -> Conflict:
    """A likely slip."""
    return _conflict(Severity.WARNING, code, message, location, hint, other)
