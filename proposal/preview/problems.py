"""Diagnostics as a page shows them: with their places, and the lines as they were."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Diagnostic, Severity, Span, in_order, seen_from
from proposal.source.excerpt import Excerpt, excerpt


class Problem(Struct, frozen=True):
    """A diagnostic with the line that it was about when it was found."""

    diagnostic: Diagnostic
    place: str | None
    """As an editor takes it: `data/workshop.yaml:3:1`, from the workshop's folder on."""
    excerpt: Excerpt | None

    @property
    def is_error(self) -> bool:
        """Whether it stops the build."""
        return self.diagnostic.severity is Severity.ERROR


def problems(diagnostics: Iterable[Diagnostic], root: Path) -> tuple[Problem, ...]:
    """Diagnostics in the order of their places, each once."""
    return tuple(
        Problem(
            diagnostic,
            place_of(diagnostic.span, root),
            excerpt(diagnostic.span) if diagnostic.span else None,
        )
        for diagnostic in in_order(dict.fromkeys(diagnostics))
    )


def place_of(span: Span | None, root: Path) -> str | None:
    """A place as `file:line:column`, from the workshop's folder on."""
    if span is None:
        return None
    return f"{seen_from(root, span.file)}:{span.line}:{span.column}"
