"""Finds where braces nest so deeply that no reader of LaTeX or BibTeX would follow."""

from __future__ import annotations

from pathlib import Path

from proposal.diagnostics import Diagnostic, Span, error

DEEPEST = 60
"""Braces within each other; people need a few, and each takes a place on Python's stack."""


def too_deep(text: str, file: Path) -> Diagnostic | None:
    """An error at the first brace that is nested too deeply; nothing if none is.

    Args:
        text: LaTeX or BibTeX.
        file: the file in which it stands from its first line on.
    """
    depth = 0
    for number, line in enumerate(text.split("\n"), start=1):
        for column, character in enumerate(line, start=1):
            depth += (character == "{") - (character == "}")
            if depth > DEEPEST:
                span = Span(file, number, column, column + 1)
                hint = f"delete braces that are not needed; {DEEPEST} levels are the most"
                return error("too-deep", "the braces are nested too deeply here", span, hint)
            depth = max(depth, 0)
    return None
