"""Says what is found in many places of a paper once, with the number of places and their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from proposal.diagnostics import Diagnostic, Span
from proposal.importers.draft import SourceDiagnostics
from proposal.importers.latex.source import also_in

_VALUE = re.compile(r"\$\$.*?\$\$|\$[^$]*\$|\\\[.*?\\\]|\\\(.*?\\\)|`[^`]*`|“[^”]*”|\d+", re.DOTALL)
"""What differs between messages of one kind: formulas, quoted words, numbers. Example: `$O(n)$`."""
_KINDS = {
    "undescribed-picture": "what ",
}
"""How messages begin that are of one kind whatever they name, by their codes."""


def grouped(diagnostics: Iterable[Diagnostic]) -> SourceDiagnostics:
    """One remark for each kind; what differs is shown for the first of its places."""
    places: dict[tuple[str, str], list[Span]] = {}
    counts: dict[tuple[str, str], int] = {}
    first: dict[tuple[str, str], Diagnostic] = {}
    for diagnostic in dict.fromkeys(diagnostics):
        kind = _kind_of(diagnostic)
        first.setdefault(kind, diagnostic)
        counts[kind] = counts.get(kind, 0) + 1
        if diagnostic.span is not None:
            places.setdefault(kind, []).append(diagnostic.span)
    return SourceDiagnostics(
        _counted(diagnostic, counts[kind], places.get(kind, []))
        for kind, diagnostic in first.items()
    )


def _kind_of(diagnostic: Diagnostic) -> tuple[str, str]:
    start = _KINDS.get(diagnostic.code)
    if start is not None and diagnostic.message.startswith(start):
        return diagnostic.code, start
    return diagnostic.code, _VALUE.sub("…", diagnostic.message)


def _counted(diagnostic: Diagnostic, count: int, places: list[Span]) -> Diagnostic:
    if count == 1:
        return diagnostic
    message = f"{diagnostic.message}; {count - 1} more such"
    return replace(diagnostic, message=f"{message}{also_in(places)}")
