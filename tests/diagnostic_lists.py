"""Diagnostics in the shape in which tests compare them."""

from __future__ import annotations

from collections.abc import Iterable

from proposal.diagnostics import Diagnostic


def places(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Each diagnostic as `file:line:column code`, in the order of the files' names."""
    return sorted(_place(diagnostic) for diagnostic in diagnostics)


def _place(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    where = f"{span.file.name}:{span.line}:{span.column}" if span else "nowhere"
    return f"{where} {diagnostic.code}"


def only(diagnostics: Iterable[Diagnostic]) -> Diagnostic:
    """The one diagnostic that there is."""
    (diagnostic,) = diagnostics
    return diagnostic
