"""Where in a file stands what was read?"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from pathlib import Path

from proposal.audit.with_each_other.locations import Spot, wrong
from proposal.diagnostics import Diagnostic, Span
from proposal.source.file import read_text, shown_lines

_LARGEST = 400_000
"""Characters of a page, apart from pictures in it."""

_MOST = 10_000
"""Lines or tags of a page."""

_LONGEST = 40_000
"""Characters of a line; only HTML is written without line ends."""

_MOST_UNCLOSED = 500
"""Tags without an end, each of which makes a parser look for it in all that follows."""

_PICTURE = re.compile(r"data:image/[^\"'\s)]{1000,}")
_UNCLOSED = re.compile(r"<[^<>]*+(?=<|\Z)")
_FURTHEST = 400
"""Lines behind a place in which the words that stand there are looked for."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The lines of a file."""

    file: Path
    lines: list[str]
    spans: list[Span] = field(repr=False)

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self.lines)

    def find(self, words: str, near: Span) -> Spot:
        """Where words stand at a place or soon behind it; the place, if they cannot be found.

        Words that are broken, styled or escaped are looked for by their beginning.
        """
        for wanted in _beginnings(words):
            first = near.line - 1
            for number in range(first, min(first + _FURTHEST, len(self.lines))):
                begin = near.column - 1 if number == first else 0
                column = self.lines[number].find(wanted, begin)
                if column >= 0:
                    end = column + 1 + len(wanted)
                    return Spot(Span(self.file, number + 1, column + 1, end))
        return Spot(near)


def read_writing(file: Path) -> Writing | Diagnostic:
    """The lines of a file, as they are shown when something is found in them."""
    text, faults = read_text(file)
    if text is None and any(each.code != "forbidden-character" for each in faults):
        fault = faults[0]
        span = fault.span or Span(file, 1, 1, 1)
        hint = fault.hint or "leave the file out, or ask for it again"
        return wrong(
            "cannot-be-read", f"this file cannot be read: {fault.message}", Spot(span), hint
        )
    lines = shown_lines(file)
    if reason := _too_much(lines):
        message = f"this file cannot be read: {reason}"
        hint = "leave the file out: nobody wrote it by hand"
        return wrong("cannot-be-read", message, Spot(Span(file, 1, 1, 1)), hint)
    spans = [Span(file, number, 1, len(line) + 1) for number, line in enumerate(lines, 1)]
    return Writing(file, lines, spans)


def _too_much(lines: list[str]) -> str | None:
    """Why a file is no page that a person wrote, on which comparing would take forever."""
    text = _PICTURE.sub("", "\n".join(lines))
    size = len(text)
    if size > _LARGEST:
        return f"it has more than {_LARGEST} characters"
    if len(lines) > _MOST:
        return f"it has more than {_MOST} lines"
    if text.count("<") > _MOST:
        return f"it has more than {_MOST} tags"
    if "<" not in text and any(len(line) > _LONGEST for line in lines):
        return f"one of its lines has more than {_LONGEST} characters"
    if len(_UNCLOSED.findall(text)) > _MOST_UNCLOSED:
        return f"more than {_MOST_UNCLOSED} of its tags never end"
    return None


def _beginnings(words: str) -> list[str]:
    line = " ".join(words.split())
    if not line:
        return []
    parts = re.split(r"[*_`\[\]<>&'\"‘’“”]", line)
    first = next((each.strip() for each in parts if len(each.strip()) > 3), line)
    few = " ".join(line.split(" ")[:3])
    return list(dict.fromkeys((line, html.escape(line, quote=False), first, few)))
