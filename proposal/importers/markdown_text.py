"""Writes text from a source as Markdown that reads as the same text.

A biography from a form and an abstract from a review system are plain text: an asterisk in
them is an asterisk. Only what Markdown would take for markup is escaped, since people go on
editing what comes out.
"""

from __future__ import annotations

import re

from proposal.reading.lines import unix_lines
from proposal.source.math.dollar_signs import formula_at, unclosed_at

LINKED = ("http://", "https://", "mailto:")
"""How an address begins that a link of a text may have."""

_STATEMENT = re.compile(
    r"""
    \\(?![^\W_])                     # a backslash that would escape what is behind it
    | [*`]
    | (?<=\])\(                      # a link
    | <(?=[A-Za-z][\w.+-]*[:@])      # an address between angle brackets
    | &(?=\#?\w+;)                   # an entity
    """,
    re.VERBOSE,
)
_DOCUMENT = re.compile(
    r"""
    (?<!\w)_ | _(?!\w)               # emphasis; within a word it is a letter
    | \[(?=[@^])                     # a citation or a footnote
    | \|                             # a table
    """,
    re.VERBOSE,
)
_LINE_START = re.compile(r"^(\s*\d{1,9})(?=[.)](?:\s|$))|^(\s*)(?=[>+](?:\s|$)|>)", re.MULTILINE)
"""Examples: `1. a line`, `> a line`."""
_DOCUMENT_LINE_START = re.compile(r"^(\s*)(?=\#|=+\s*$|-+\s*$|~~~)", re.MULTILINE)
"""Examples: `# a line`, `---`."""


def statement_of(text: str) -> str:
    """A biography or an abstract that is plain text, as Markdown.

    Empty lines part its paragraphs, and lines that begin with a hyphen are a list.
    """
    paragraphs = re.split(r"\n\s*\n", unix_lines(text).strip("\n"))
    return "\n\n".join(_block(paragraph) for paragraph in paragraphs if paragraph.strip())


def document_prose_of(text: str) -> str:
    """Paragraphs of plain text as the Markdown of a document, in which `{{` quotes a fact."""
    written = _DOCUMENT.sub(r"\\\g<0>", statement_of(text))
    written = _DOCUMENT_LINE_START.sub(r"\1\\", written)
    return written.replace("{{", '{{ "{{" }}')


def escaped(text: str, *, in_document: bool = False) -> str:
    """Text within a line, without what would be markup there."""
    written = without_formulas(_STATEMENT.sub(r"\\\g<0>", text))
    return _DOCUMENT.sub(r"\\\g<0>", written) if in_document else written


def without_formulas(text: str) -> str:
    """Text whose dollar signs are signs: those that would begin a formula are escaped.

    The last ones come first, since whether one begins a formula depends on what is behind it.
    """
    for sign in reversed([match.start() for match in re.finditer(r"\$", text)]):
        if formula_at(text, sign) or unclosed_at(text, sign):
            text = f"{text[:sign]}\\{text[sign:]}"
    return text


def safe_start(line: str, *, in_document: bool = False) -> str:
    """A paragraph's first line, without what is markup only where a line begins."""
    written = re.sub(r"^-(?= |$)", r"\\-", _LINE_START.sub(_with_backslash, line))
    return _DOCUMENT_LINE_START.sub(r"\1\\", written) if in_document else written


def _block(paragraph: str) -> str:
    lines = [" ".join(line.split()) for line in paragraph.split("\n") if line.strip()]
    bullets = [re.sub(r"^[•‣▪*-]\s+", "- ", line) for line in lines]
    is_list = all(bullet.startswith("- ") for bullet in bullets)
    joined = "\n".join(bullets if is_list else lines)
    written = without_formulas(_STATEMENT.sub(r"\\\g<0>", joined))
    if is_list:  # whose items may begin as lines of another kind: `- > a sign`
        items = (line.removeprefix("- ") for line in written.split("\n"))
        return "\n".join(f"- {safe_start(item)}" for item in items)
    return "\n".join(map(safe_start, written.split("\n")))


def _with_backslash(match: re.Match[str]) -> str:
    return f"{match[1] or match[2] or ''}\\"
