"""Typographic quotes, dashes and ellipses for text that was typed on a plain keyboard."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from proposal.source.text import Verbatim

_EM_DASH = re.compile(r"(?<!-)---(?!-)")
"""`engines---and people`"""
_EN_DASH = re.compile(r"(?<!-)--(?!-)")
"""`pages 1--9`"""
_BARE_ADDRESS = re.compile(r"(\bhttps?://[^\s<>\"]+)")
"""`https://example.org/a--b`"""
_ELLIPSIS = re.compile(r"(?<![./])\.\.\.(?![./])")
"""Three full stops that are no part of a path: `and so on...`."""


def dashes(text: str) -> str:
    """The text with `--`, `---` and `...` as the characters that they stand for.

    Two dots are left alone, since they mean a parent folder more often than a pause, and so are
    addresses.
    """
    parts = _BARE_ADDRESS.split(text)
    if len(parts) > 1:
        parts[::2] = map(dashes, parts[::2])
        return "".join(parts)
    text = _EM_DASH.sub("\N{EM DASH}", text)
    text = _EN_DASH.sub("\N{EN DASH}", text)
    return _ELLIPSIS.sub("\N{HORIZONTAL ELLIPSIS}", text)


def add_typography(parser: MarkdownIt) -> MarkdownIt:
    """Let a Markdown parser set quotes, dashes and ellipses, outside code and addresses."""
    parser.options["typographer"] = True
    parser.enable("smartquotes")
    parser.disable("replacements")  # which would make "(c)" a copyright sign
    parser.core.ruler.before("smartquotes", "dashes", _dashes_rule)
    return parser


def _dashes_rule(state: StateCore) -> None:
    for block in state.tokens:
        is_address = False
        for token in block.children or ():
            if token.type in {"link_open", "link_close"}:
                is_address = token.type == "link_open" and token.info == "auto"
            elif token.type == "text" and not is_address:
                token.content = dashes(token.content)


def typographic(line: str) -> str:
    """A line of plain text, such as a name or a title, with typographic characters.

    What programs read letter by letter stays as it is.
    """
    return line if isinstance(line, Verbatim) else _typographic(line)


@lru_cache(maxsize=4096)
def _typographic(line: str) -> str:
    if line.isalnum():
        return line
    tokens = _plain_parser().parseInline(line)
    set_line = "".join(
        "\n" if child.type == "softbreak" else child.content
        for token in tokens
        for child in token.children or ()
    )
    return set_line.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")  # as in KDD ’24


@cache
def _plain_parser() -> MarkdownIt:
    """A parser to which nothing is markup."""
    parser = MarkdownIt("zero")
    parser.enable(["smartquotes", "text_join"])
    return add_typography(parser)
