"""A page of a site whose text was expanded: its lines still say where they stand in the file."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from functools import cached_property

from proposal.diagnostics import Span
from proposal.reading.source_document import SourceDocument

_BLOCK_END = re.compile(r"</(?:h[1-6]|p|div|center|table|ul|ol|section)>\s*$", re.IGNORECASE)
_OPENS = re.compile(
    r"<(div|center|table|ul|ol|section|article|main|p)\b(?![^<>]*\bmarkdown=)[^<>]*(?<!/)>",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"</(div|center|table|ul|ol|section|article|main|p)>", re.IGNORECASE)
_SPACED_PICTURE = re.compile(r"(!\[[^\[\]]*\]\()([^()<>\n\"]*\s[^()<>\n\"]*)(\))")
_WITH_MARKDOWN = re.compile(
    r"(<(?P<tag>td|th|p|span|div|li|h[1-6])\b[^<>]*\bmarkdown=[\"']?(?:span|1"
    r"|block)[\"']?[^<>]*>)(?P<inner>.*?)(</(?P=tag)>)",
    re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\((https?://[^()\s]+|[^()\s]*)\)(?:\{:[^{}]*\})?")
_STYLE = (
    (re.compile(r"\*\*([^*\n]+)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)"), r"<i>\1</i>"),
)
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|(?<=\])\{[.#][^{}\n]*\}|(?<=\))\{[^{}\n]*\}")
_FENCE = re.compile(r"^\s*:{3,}.*$", re.MULTILINE)


@dataclass(frozen=True, eq=False)
class ExpandedDocument(SourceDocument):
    """A page with everything in it that it takes from elsewhere."""

    original: tuple[str, ...] = field(default=(), repr=False)
    """The lines of the file."""

    @cached_property
    def spans(self) -> list[Span]:
        """Where each of the lines stands in the file, or where it is taken in."""
        places = [0] * len(self.lines)
        matcher = (
            difflib.SequenceMatcher(None, self.original, self.lines, autojunk=False)
            if len(self.lines) * len(self.original) < 4_000_000
            else None
        )
        if matcher is None:
            last = max(len(self.original), 1)
            places = [min(number, last - 1) for number in range(len(self.lines))]
        else:
            for _, first, last, begin, end in matcher.get_opcodes():
                for offset in range(end - begin):
                    places[begin + offset] = min(
                        first + min(offset, max(last - first - 1, 0)),
                        max(len(self.original) - 1, 0),
                    )
        return [
            Span(self.file, place + 1, 1, len(self.original[place]) + 1 if self.original else 1)
            for place in places
        ]

    def find(self, words: str, near: Span, furthest: int = 400) -> Span:
        """The place itself, since words may stand in another file."""
        del words, furthest
        return near


def kramdown(text: str) -> str:
    """A text of Jekyll's Markdown as CommonMark reads it the same way.

    HTML reaches to the end of its element, and not to the next empty line.
    """
    text = commonmark(text)
    depth, is_literal, made = 0, False, list[str]()
    lines = text.split("\n")
    for index, line in enumerate(lines):
        is_literal = _in_literal(line, is_literal)
        is_inside = depth > 0 and not is_literal
        depth = max(depth + len(_OPENS.findall(line)) - len(_CLOSES.findall(line)), 0)
        if is_inside and not line.strip():
            made.append("<!-- -->")
            continue
        made.append(line.lstrip() if is_inside or line.lstrip().startswith("<") else line)
        following = lines[index + 1] if index + 1 < len(lines) else ""
        is_end = depth == 0 and _BLOCK_END.search(line) is not None
        if is_end and following.strip() and not re.match(r"\s*<", following):
            made.append("")
    return "\n".join(made)


def _in_literal(line: str, is_literal: bool) -> bool:
    """Whether a line is within `pre`, whose spaces count."""
    if re.search(r"<pre\b", line):
        return "</pre>" not in line
    return is_literal and "</pre>" not in line


def commonmark(text: str) -> str:
    """A text in Jekyll's, Hugo's or Quarto's Markdown without what only these know."""
    text = _WITH_MARKDOWN.sub(lambda match: match[1] + _spans(match["inner"]) + match[4], text)
    text = _SPACED_PICTURE.sub(
        lambda match: match[1] + re.sub(r"\s", "%20", match[2].strip()) + match[3], text
    )
    return _ATTRIBUTES.sub("", _FENCE.sub("", text))


def _spans(text: str) -> str:
    bare = _LINK.sub(r'<a href="\2">\1</a>', text)
    for pattern, markup in _STYLE:
        bare = pattern.sub(markup, bare)
    return bare
