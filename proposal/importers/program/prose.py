"""Writes abstracts and biographies of a schedule as the Markdown of data files."""

from __future__ import annotations

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.written_markup import statement_of_typed, tell_unread


def prose_of(text: str, name: str, diagnostics: SourceDiagnostics) -> str:
    """A text of a schedule in Markdown.

    Args:
        text: plain text, or text with the markup that people type.
        name: what it is: `abstract`, `biography`.
        diagnostics: what of it could not be read is added here.
    """
    prose, marked = statement_of_typed(text)
    tell_unread(
        marked, name, lambda code, message, hint: diagnostics.warn(code, message, None, hint)
    )
    return prose
