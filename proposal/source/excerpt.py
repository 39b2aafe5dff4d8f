"""The part of a line that is shown with a diagnostic."""

from __future__ import annotations

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.source.file import line_of, safe_to_show

_WIDEST_LINE = 110
"""Letters of a line that are shown; a file may be one line of thousands."""

_CUT = "…"
"""Stands where a line goes on."""
_NO_TEXTS = {".pdf"}
"""Endings of files whose lines, though they may be letters, are nothing that is read."""
_NO_LETTERS = ("\0", "\ufffd")
"""Stand in the first line of a picture or an archive, and in no line of a text."""


class Excerpt(Struct, frozen=True):
    """A line of a file around a place, cut to what fits; safe to be shown."""

    before: str
    marked: str
    """What stands at the place; empty for a mere point at the end of the line."""
    after: str

    @property
    def line(self) -> str:
        """The whole of what is shown."""
        return (self.before + self.marked + self.after).rstrip()


def excerpt(span: Span) -> Excerpt | None:
    """The line at a place.

    Nothing if the file can no longer be read, has become shorter, or is as a whole no text.
    """
    if span.file.suffix.casefold() in _NO_TEXTS:
        return None
    try:
        line = line_of(span.file, span.line)
    except (OSError, IndexError):
        return None
    if span.is_of_file and any(letter in line for letter in _NO_LETTERS):
        return None
    first = max(0, span.column - 1 - _WIDEST_LINE // 2) if len(line) > _WIDEST_LINE else 0
    shown = safe_to_show(line[first : first + _WIDEST_LINE])  # a file may be one long line
    begin = min(span.column - 1 - first, len(shown))
    end = min(max(span.end_column - 1 - first, begin), len(shown))
    before = f"{_CUT}{shown[:begin]}" if first else shown[:begin]
    behind = f"{shown[end:]}{_CUT}" if first + _WIDEST_LINE < len(line) else shown[end:]
    marked = shown[begin:end].rstrip()
    return Excerpt(before, marked, shown[begin + len(marked) : end] + behind)
