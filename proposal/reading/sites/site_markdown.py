"""Brings the Markdown of Jekyll, Hugo and Quarto into the form that is read here: CommonMark.

Every line of a text stays a line, so that each of them knows where it was written.
"""

from __future__ import annotations

import re

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
_FENCE = re.compile(r"^[ \t]*:{3,}.*$", re.MULTILINE)


def kramdown(text: str) -> list[tuple[int, str]]:
    """The lines of a text of Jekyll's Markdown as CommonMark reads it the same way.

    HTML reaches to the end of its element, and not to the next empty line.

    Returns:
        Each line, behind the number of the line of the text that it was.
    """
    depth, is_literal, made = 0, False, list[tuple[int, str]]()
    lines = commonmark(text).split("\n")
    for index, line in enumerate(lines):
        is_literal = _in_literal(line, is_literal)
        is_inside = depth > 0 and not is_literal
        depth = max(depth + len(_OPENS.findall(line)) - len(_CLOSES.findall(line)), 0)
        if is_inside and not line.strip():
            made.append((index, "<!-- -->"))
            continue
        is_markup = is_inside or line.lstrip().startswith("<")
        made.append((index, line.lstrip() if is_markup else line))
        following = lines[index + 1] if index + 1 < len(lines) else ""
        is_end = depth == 0 and _BLOCK_END.search(line) is not None
        if is_end and following.strip() and not re.match(r"\s*<", following):
            made.append((index, ""))
    return made


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
