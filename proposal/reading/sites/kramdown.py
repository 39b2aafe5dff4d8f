"""Brings Markdown of kramdown's and pandoc's into the form that is read here: CommonMark.

The text has marks, which stay where they are.
"""

from __future__ import annotations

import re

from proposal.reading.sites.place_marks import MARKS, without_marks

_BLOCKS = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|header|iframe|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
    "|script|style|noscript|pre|svg"
)
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_BLOCKS})\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_BEGINS = re.compile(rf"^[ ]{{0,3}}{MARKS}\s*</?(?:{_BLOCKS})\b", re.IGNORECASE)
_AS_MARKDOWN = re.compile(r"\bmarkdown\s*=\s*[\"']?(?:1|block|span)\b", re.IGNORECASE)
_FENCE = re.compile(rf"^[ ]{{0,3}}{MARKS}\s*(```+|~~~+)")
_CONTENTS = re.compile(
    rf"^{MARKS}[ ]*(?:[-*+]|\d+\.)[ ]+[^\n]*\n{MARKS}[ ]*\{{:\s*toc[^}}\n]*\}}[^\n]*$", re.MULTILINE
)
"""A table of contents: `* TOC` above `{:toc}`."""
_LINE_ATTRIBUTES = re.compile(rf"^({MARKS})[ ]*\{{:[^{{}}\n]*\}}[ ]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}|\{::[^{}\n]*/?\}")
_DEFINITION = re.compile(rf"^({MARKS}):[ ]{{1,3}}({MARKS})", re.MULTILINE)

_FENCED_DIV = re.compile(rf"^({MARKS})[ ]*:::+[^\n]*$", re.MULTILINE)
_PANDOC_SPAN = re.compile(r"\[([^\[\]\n]*)\]\{[.#][^{}\n]*\}")
_PANDOC_ATTRIBUTES = re.compile(r"(?<=[)\w ])\{[.#][^{}\n<>]*\}")
_PANDOC_CODE = re.compile(r"^```+\{=?\w[^\n]*\n(.*?)^```+[ ]*$", re.MULTILINE | re.DOTALL)


def from_kramdown(text: str) -> str:
    """Jekyll's Markdown: what HTML holds is no Markdown, unless an attribute says so."""
    text = _CONTENTS.sub("", text)
    text = _LINE_ATTRIBUTES.sub(r"\1", text)
    text = _ATTRIBUTES.sub("", text)
    text = _DEFINITION.sub(r"\n\1\2", text)
    return _html_in_one_piece(text, is_markdown=False)


def from_pandoc(text: str) -> str:
    """Quarto's Markdown: fences and spans have no words, and HTML holds Markdown."""
    text = _PANDOC_CODE.sub(lambda code: code[1] if "{=html}" in code[0] else "", text)
    text = _FENCED_DIV.sub(r"\1", text)
    text = _PANDOC_SPAN.sub(r"\1", text)
    text = _PANDOC_ATTRIBUTES.sub("", text)
    return _html_in_one_piece(_DEFINITION.sub(r"\n\1\2", text), is_markdown=True)


def _html_in_one_piece(text: str, *, is_markdown: bool) -> str:
    """Elements of HTML without the empty lines and the indents at which CommonMark ends them."""
    lines: list[str] = []
    stack: list[tuple[str, bool]] = []
    fence = ""
    for line in text.split("\n"):
        if fenced := _FENCE.match(line):
            fence = "" if fence and fenced[1].startswith(fence) else fence or fenced[1][:3]
        if fence or (not stack and not _BEGINS.match(line)):
            lines.append(line)
            continue
        reads = stack[-1][1] if stack else True
        if not without_marks(line).strip():
            lines += [line.strip()] if reads and stack else []
            continue
        lines += _pieces(line, stack, is_markdown=is_markdown)
        if not stack:
            lines.append("")
    return "\n".join(lines)


def _pieces(line: str, stack: list[tuple[str, bool]], *, is_markdown: bool) -> list[str]:
    """A line of HTML; an element whose content is Markdown is parted from it by empty lines."""
    pieces = [""]
    end = 0
    for tag in _TAG.finditer(line):
        name = tag["name"].lower()
        is_read = bool(stack) and stack[-1][1]
        pieces[-1] += line[end : tag.start()]
        end = tag.end()
        if tag["end"]:
            _close(stack, name)
            if is_read and pieces[-1].strip():
                pieces += ["", ""]
            pieces[-1] += tag[0]
            if stack and stack[-1][1]:
                pieces += ["", ""]
            continue
        reads = bool(_AS_MARKDOWN.search(tag["rest"])) or is_markdown
        if is_read and pieces[-1].strip():
            pieces += ["", ""]
        pieces[-1] += _AS_MARKDOWN.sub("", tag[0])
        if not tag["rest"].rstrip().endswith("/"):
            stack.append((name, reads and name not in {"script", "style", "pre", "svg"}))
            if stack[-1][1]:
                pieces += ["", ""]
    pieces[-1] += line[end:]
    reads = bool(stack) and stack[-1][1]
    kept = [_without_indent(piece) for piece in pieces]
    return kept if reads or len(kept) > 1 else [kept[0]]


def _close(stack: list[tuple[str, bool]], name: str) -> None:
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth][0] == name:
            del stack[depth:]
            return


def _without_indent(line: str) -> str:
    return re.sub(rf"^[ \t]*({MARKS})[ \t]*", r"\1", line)
