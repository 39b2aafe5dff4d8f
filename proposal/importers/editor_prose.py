"""Writes abstracts and biographies that may come from an editor as the Markdown of data files."""

from __future__ import annotations

import re

from proposal.importers.draft import SourceDiagnostics
from proposal.importers.markdown_text import statement_of
from proposal.importers.written_markup import statement_of_typed, tell_unread
from proposal.reading.lines import unix_lines

_HTML = re.compile(r"</(?:p|div|ul|ol|li|b|i|em|strong|a|span)>|<br\s*/?>", re.IGNORECASE)
"""Tags of texts that were written in an editor of a web page, as Indico has one. Example:
`<p>We meet.</p>`."""


def prose_of(text: str, name: str, diagnostics: SourceDiagnostics) -> str:
    """A text in Markdown: plain text, or the HTML of an editor.

    Args:
        text: what the source has.
        name: what it is: `abstract`, `biography`.
        diagnostics: what of it could not be read is added here.
    """
    lines = unix_lines(text)
    if not _HTML.search(lines):
        return statement_of(lines)
    prose, marked = statement_of_typed(lines)
    tell_unread(
        marked, name, lambda code, message, hint: diagnostics.warn(code, message, None, hint)
    )
    return prose
