"""How is a disagreement told, whose one place may be a line and the other a page?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from proposal.diagnostics import Diagnostic, Severity, Span


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an artefact: of a text, file and line; of a PDF, file and page."""

    span: Span
    page: int | None = None
    """Counted from 1; nothing for what has lines."""

    def seen_from(self, other: Spot) -> str:
        """How a message at another place names this one."""
        if self.page is not None:
            same = other.page is not None and other.span.file == self.span.file
            return f"page {self.page}" if same else f"{shown(self.span.file)}, page {self.page}"
        if other.span.file == self.span.file:
            return f"line {self.span.line}"
        return f"{shown(self.span.file)}:{self.span.line}"


def shown(file: Path) -> str:
    """A file as somebody in this folder would type it."""
    here = Path.cwd()
    return str(file.relative_to(here)) if file.is_relative_to(here) else str(file)


def wrong(
    code: str, message: str, spot: Spot, hint: str | None = None, other: Spot | None = None
) -> Diagnostic:
    """A contradiction: one of two places is wrong."""
    return _diagnostic(Severity.ERROR, code, message, spot, hint, other)


def unlikely(
    code: str, message: str, spot: Spot, hint: str | None = None, other: Spot | None = None
) -> Diagnostic:
    """A likely slip."""
    return _diagnostic(Severity.WARNING, code, message, spot, hint, other)


def _diagnostic(
    severity: Severity, code: str, message: str, spot: Spot, hint: str | None, other: Spot | None
) -> Diagnostic:
    """A diagnostic at a place; `other` is the place that its message names beside it."""
    related = (other.span,) if other is not None and other.page is None else ()
    if spot.page is None:
        return Diagnostic(severity, code, message, spot.span, hint, related)
    where = f"{shown(spot.span.file)}, page {spot.page}"
    return Diagnostic(severity, code, f"{where}: {message}", None, hint, related)
