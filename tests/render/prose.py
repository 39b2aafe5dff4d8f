"""Texts as tests write them, parsed as the program does it."""

from __future__ import annotations

from pathlib import Path

from proposal.render.prose import ProseKind, ReadProse, read_prose
from proposal.source.text import whole_file

HOSTILE = [
    "<script>alert(1)</script> & &lt;b&gt; &copy; R&D",
    "[x](javascript:alert(1)) ![x](https://example.org/x.png) [x]: y [^1]: z [@key]",
    "{{ site.data }} {% raw %} {: .red} {::comment} {:toc}",
    "*em* **strong** ***both*** _em_ __strong__ snake_case `code` ``x`` ~~gone~~",
    "| a | b | $x$ $$y$$ ^ C:\\new\\ --- ... ---- << >> '90s 5\"",
    "# heading #",
    "1. one",
    "12) twelve",
    "- item",
    "+ item",
    ": definition",
    "===",
    "^",
    "*[HTML]: abbreviation",
]


def statement(text: str) -> ReadProse:
    """A biography or an abstract."""
    return read_prose(whole_file(text, Path("bio.md")), ProseKind.STATEMENT)


def document(text: str) -> ReadProse:
    """A text of the organizers that quotes no facts."""
    return read_prose(whole_file(text, Path("text.md")), ProseKind.DOCUMENT)
