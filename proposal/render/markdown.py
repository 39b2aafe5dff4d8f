"""Makes Markdown out of parsed prose and of plain values, in which text stays text.

What it makes reads the same to CommonMark, to GitHub and to kramdown behind Jekyll: every
character that could be markup to one of them is escaped in a way that all of them know.
Liquid, which Jekyll runs before Markdown, finds no braces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from proposal.edition.collection import Collection
from proposal.render.mathml import mathml_of
from proposal.render.plain import is_loose, printable, printable_lines
from proposal.render.prose import ReadProse
from proposal.render.text_figures import (
    OwnMaterial,
    address_in,
    figures_html,
    figures_of,
    picture_in_line,
    shown_of,
)
from proposal.render.typography import typographic
from proposal.source.math.math_line import MathLine
from proposal.source.math.math_words import formula_words
from proposal.source.text import Prose

SetBlock = Callable[[Collection[Any] | Prose], str]
"""Sets a fact that stands in a paragraph of its own."""

_DEEPEST_HEADING = 6
"""The last of the levels that Markdown has (CommonMark 0.31, 4.2)."""


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


def markdown_of(
    read: ReadProse,
    set_block: SetBlock,
    first_heading: int = 2,
    *,
    has_mathml: bool = False,
    own: OwnMaterial | None = None,
    anchors: Iterable[str] = (),
) -> Markdown:
    """The Markdown of a parsed text, with no line end behind it.

    Args:
        read: the parsed text.
        set_block: sets a fact that stands in a paragraph of its own.
        first_heading: the level of a heading that is written with one `#`.
        has_mathml: whether formulas are MathML, which not all that read Markdown show; otherwise
            they are written in characters.
        own: the pictures of ours that can be shown, and the pages that can be linked to; without
            it, descriptions and words stand in their places.
        anchors: the names by which the headings can be linked to, in order, as kramdown takes them.
    """
    names = iter(anchors)
    writer = _MarkdownWriter(set_block, first_heading, has_mathml, own, read.file, names)
    return Markdown(writer.blocks(read.tree.children))


@lru_cache(maxsize=1024, typed=True)  # a `Verbatim` is set in another way than the same letters
def escape_markdown(text: str) -> Markdown:
    """A name, a title or another value as one line of Markdown that reads as just that text."""
    return Markdown(_safe_end(_safe_start(_escape(typographic(printable(text))).strip(" "))))


def markdown_with_mathml(text: str) -> Markdown:
    """A line as Markdown, with its formulas as MathML if it has any."""
    if not isinstance(text, MathLine):
        return escape_markdown(text)
    parts = text.parts(typographic(printable(text.pattern)))
    line = "".join(
        _escape(part) if isinstance(part, str) else f"<span>{mathml_of(part)}</span>"
        for part in parts
    )
    return Markdown(_safe_end(_safe_start(line.strip(" "))))


def escape_address(url: str) -> str:
    """An address between the parentheses of a link, where no character of it ends the link."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", quote(url, safe=_SAFE_IN_ADDRESS))


_SAFE_IN_ADDRESS = "%/:=&?#+!$,;@.~-"

_ENTITIES = {
    "{": "&#123;",
    "}": "&#125;",
    "~": "&#126;",  # kramdown knows no backslash before these two
    "^": "&#94;",
    "<": "&lt;",
    ">": "&gt;",
}
_SPECIAL = re.compile(
    r"""
    (?P<entity> [{}~^<>] )
    | (?P<ampersand> & (?=[#\w]*(?:;|$)) )            # and no mere “and”, as in R&D labs
    | (?P<end> \\(?=[ ]*$) | \](?=:) )               # kramdown: a line's end, an address's name
    | (?P<word> (?<=[A-Za-z])_(?=[A-Za-z0-9]) )       # in snake_case it is a letter
    | (?<=\.\.)\. | (?<=-)-                           # kramdown makes one character of them
    | [\\`*_\[\]|$"']
    """,
    re.VERBOSE,
)
_LIST_NUMBER = re.compile(r"^( *\d+)(?=[.)](?: |$))")
"""What begins a numbered list: `2026. That year`, `1) one`."""
_BLOCK_SIGN = re.compile(r"^( *)([-+:](?= |$)|[#=]|-(?=\\-))")
"""What begins a list or a heading: `- one`, `# one`, `=`."""


def _escape(text: str) -> str:
    """Text with everything escaped that is markup within a line."""
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    if match["entity"]:
        return _ENTITIES[match[0]]
    if match["ampersand"]:
        return "&amp;"
    if match["end"]:
        return f"&#{ord(match[0])};"
    return match[0] if match["word"] else f"\\{match[0]}"


def _safe_start(line: str) -> str:
    """A line without what is markup only where a line begins."""
    return _BLOCK_SIGN.sub(r"\1\\\2", _LIST_NUMBER.sub(r"\1\\", line))


def _safe_end(line: str) -> str:
    """A line without the number signs that a heading would lose at its end."""
    return re.sub(r"(?<![\\#])#+$", lambda match: r"\#" * len(match[0]), line)


def _without_braces(html: str) -> str:
    """HTML in which Liquid finds nothing to fill in; kramdown leaves no entities in attributes."""
    return re.sub(r"\{(?=[{%])", "{ ", html)


def _coded(code: str) -> str:
    """Code as HTML, for what no code span holds safely: every sign in it is an entity."""
    return re.sub(r"[^\w\s]", lambda match: f"&#{ord(match[0])};", code, flags=re.ASCII)


class _MarkdownWriter(Struct, frozen=True):
    set_block: SetBlock
    first_heading: int
    has_mathml: bool
    own: OwnMaterial | None
    text: Path | None
    """The file of the text."""
    anchors: Iterator[str]

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        text = ""
        before: SyntaxTreeNode | None = None
        for node in nodes:
            block = self.block(node)
            if block:
                text += f"{_between(before, node)}{block}"
                before = node
        return text

    def block(self, node: SyntaxTreeNode) -> str:
        setter: Callable[[SyntaxTreeNode], str] = getattr(self, f"block_{node.type}")
        return setter(node)

    def block_paragraph(self, node: SyntaxTreeNode) -> str:
        if figures := figures_of(node, self.own, self.text):
            return _without_braces(figures_html(figures, has_styles=False))
        return "\n".join(map(_safe_start, self.inline(node).split("\n")))

    def block_heading(self, node: SyntaxTreeNode) -> str:
        level = min(int(node.tag[1:]) + self.first_heading - 1, _DEEPEST_HEADING)
        words = _safe_end(self.line(node))
        anchor = next(self.anchors, None)
        name = f" {{#{anchor}}}" if anchor else ""
        return f"{'#' * level} {words}{name}" if words else ""

    def block_bullet_list(self, node: SyntaxTreeNode) -> str:
        return self.items(("- ", item) for item in node.children)

    def block_ordered_list(self, node: SyntaxTreeNode) -> str:
        start = int(node.attrs.get("start", 1))
        return self.items((f"{count}. ", item) for count, item in enumerate(node.children, start))

    def items(self, items: Iterable[tuple[str, SyntaxTreeNode]]) -> str:
        texts: list[str] = []
        has_gaps = False
        for marker, item in items:
            has_gaps |= is_loose(item)
            if content := self.blocks(item.children):
                texts.append(marker + _indented(content, " " * len(marker)))
        return ("\n\n" if has_gaps else "\n").join(texts)

    def block_blockquote(self, node: SyntaxTreeNode) -> str:
        lines = self.blocks(node.children).split("\n")
        return "\n".join(f"> {line}".rstrip() for line in lines)

    def block_fence(self, node: SyntaxTreeNode) -> str:
        code = "\n".join(printable_lines(node.content))
        if set(code) & set("{}"):
            return f"<pre><code>{_coded(code)}</code></pre>"
        longest = max((len(run) for run in re.findall("~+", code)), default=0)
        fence = "~" * max(3, longest + 1)
        return f"{fence}\n{code}\n{fence}"

    block_code_block = block_fence

    def block_hr(self, _node: SyntaxTreeNode) -> str:
        return "* * *"

    def block_block_fact(self, node: SyntaxTreeNode) -> str:
        return self.set_block(node.meta["fact"].block)

    def block_block_formula(self, node: SyntaxTreeNode) -> str:
        formula = node.meta["formula"]
        if self.has_mathml:
            return f'<div style="overflow-x: auto">{mathml_of(formula)}</div>'
        return _safe_start(_escape(formula_words(formula)))

    def block_table(self, node: SyntaxTreeNode) -> str:
        rows = [row.children for part in node.children for row in part.children]
        lines = [f"| {' | '.join(_safe_start(self.line(cell)) for cell in row)} |" for row in rows]
        if len(rows) == 1:  # kramdown takes no heading without rows for a table
            lines.append("|" + "   |" * len(rows[0]))
        rule = " | ".join(_ALIGNMENTS[str(cell.attrs.get("style", ""))] for cell in rows[0])
        return "\n".join([lines[0], f"| {rule} |", *lines[1:]])

    def block_footnote_block(self, node: SyntaxTreeNode) -> str:
        notes = (
            f"[^{note.meta['id'] + 1}]: {_indented(self.blocks(note.children), ' ' * 4)}"
            for note in node.children
        )
        return "\n\n".join(notes)

    # Spans

    def inline(self, node: SyntaxTreeNode) -> str:
        """The content of a paragraph, in the lines of its author."""
        text = re.sub(r" *\n *", "\n", self.spans(node.children[0], is_emphasized=False))
        return re.sub(r"^(<br>\n|\s)+|(<br>\n|\s)+$", "", text.strip(" \n"))

    def line(self, node: SyntaxTreeNode) -> str:
        """The content of a heading or a cell, which is one line."""
        return self.inline(node).replace("\n", " ")

    def spans(self, node: SyntaxTreeNode, *, is_emphasized: bool) -> str:
        text = ""
        # What stands side by side as text is escaped as one, lest two harmless ends make a sign.
        for is_text, group in groupby(node.children, self.is_text):
            if is_text:
                words = _escape(printable("".join(map(_words, group))))
                is_beside_bracket = text.endswith("]") and words[:1] in {":", "("}
                text += f"\\{words}" if is_beside_bracket else words
                continue
            for child in group:
                text = _ready_for(child, text)
                text += self.span(child, text, is_emphasized=is_emphasized)
        return text

    def is_text(self, node: SyntaxTreeNode) -> bool:
        return node.type in {"text", "fact"} or (node.type == "formula" and not self.has_mathml)

    def span(self, node: SyntaxTreeNode, before: str, *, is_emphasized: bool) -> str:
        """A span behind the text `before`."""
        match node.type:
            case "softbreak":
                return "\n"
            case "hardbreak":
                return "<br>\n"
            case "em" | "strong":
                return self.emphasis(node, before, is_emphasized=is_emphasized)
            case "code_inline":
                return self.code(node)
            case "link":
                return self.link(node, is_emphasized=is_emphasized)
            case "footnote_ref":
                return f"[^{node.meta['id'] + 1}]"
            case "formula":  # a tag that kramdown does not know would begin a block
                return f"<span>{mathml_of(node.meta['formula'])}</span>"
            case "image":
                shown = shown_of(node, self.own, self.text)
                if shown:
                    return _without_braces(picture_in_line(shown))
                return _escape(printable(node.content))
            case _:  # citations, since there is no list of references, and anchors
                return ""

    def emphasis(self, node: SyntaxTreeNode, before: str, *, is_emphasized: bool) -> str:
        """Emphasis with asterisks where all parsers see it so, with tags elsewhere."""
        words = self.spans(node, is_emphasized=True)
        if not words.strip(" \n"):
            return words
        opens = not is_emphasized and before[-1:] in _BEFORE_ASTERISK
        if opens and words == words.strip(" \n") and _ends_word(node.next_sibling):
            marker = "*" if node.type == "em" else "**"
            return f"{marker}{words}{marker}"
        return f"<{node.tag}>{words}</{node.tag}>"

    def code(self, node: SyntaxTreeNode) -> str:
        code = printable(node.content)
        previous = node.previous_sibling
        is_plain = re.fullmatch(r"[^`{}|\s]([^`{}|]*[^`{}|\s])?", code)  # make check
        if is_plain and not (previous and previous.type == "code_inline"):
            return f"`{code}`"
        return f"<code>{_coded(code)}</code>"

    def link(self, node: SyntaxTreeNode, *, is_emphasized: bool) -> str:
        words = self.spans(node, is_emphasized=is_emphasized)
        address = address_in(node, self.own, self.text)
        if not address or not words.strip():
            return words
        shown = "".join(child.content for child in node.children)
        safe = escape_address(address)
        if safe == address and re.fullmatch(r"(mailto:)?" + re.escape(shown), address):
            return f"<{shown}>"
        return f"[{words}]({safe})"


_BEFORE_ASTERISK = ("", " ", "\n", "(")
_AFTER_ASTERISK = " .,;:!?)"
_ALIGNMENTS = {
    "": "---",
    "text-align:left": ":---",
    "text-align:center": ":---:",
    "text-align:right": "---:",
}


def _words(node: SyntaxTreeNode) -> str:
    """What stands in a line as text."""
    return formula_words(node.meta["formula"]) if node.type == "formula" else node.content


def _ready_for(node: SyntaxTreeNode, before: str) -> str:
    """The text before a span, so that it does not change what the span is."""
    if node.type == "citation":  # it is left out, and so is the space before it
        return before.rstrip(" ")
    if node.type in {"link", "footnote_ref"} and before.endswith("!"):
        return f"{before[:-1]}\\!"  # no picture
    return before


def _ends_word(following: SyntaxTreeNode | None) -> bool:
    """Whether an asterisk before this node stands at the end of a word."""
    if following is None or following.type in {"softbreak", "hardbreak"}:
        return True
    return following.type == "text" and following.content[:1] in set(_AFTER_ASTERISK)


def _between(before: SyntaxTreeNode | None, node: SyntaxTreeNode) -> str:
    """What keeps two blocks apart."""
    if before is None:
        return ""
    if before.type == node.type and node.type in {"bullet_list", "ordered_list", "blockquote"}:
        return "\n\n<!-- -->\n\n"  # without which they would be one
    is_list = node.type == "bullet_list" or (
        node.type == "ordered_list" and node.attrs.get("start", 1) == 1
    )
    return "\n" if before.hidden and is_list else "\n\n"


def _indented(text: str, indent: str) -> str:
    """A text in which all lines but the first, and but empty ones, are indented."""
    return re.sub(r"\n(?=[^\n])", f"\n{indent}", text)
