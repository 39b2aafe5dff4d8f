"""Reads the captions of pictures, which are a line of Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

from markdown_it import MarkdownIt, helpers
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup, escape

from proposal.render.mathml import mathml_of
from proposal.render.typography import typographic

_CAPTION = "caption"
"""Where a picture's token has the caption in parts, if it is more than plain text."""
_TAGS = {"em": "em", "strong": "strong"}


class _WrittenTitle(str):
    """A title as Markdown has it, which also knows how it was written."""

    __slots__ = ("written",)

    written: str


def _parse_title(string: str, start: int, maximum: int, *previous: object) -> object:
    result = helpers.parseLinkTitle(string, start, maximum, *previous)  # type: ignore[arg-type] # as it was called
    if result.ok:
        title = _WrittenTitle(result.str)
        title.written = string[start + 1 : result.pos - 1]
        result.str = title
    return result


def add_captions(parser: MarkdownIt) -> MarkdownIt:
    """Let a Markdown parser remember how titles of pictures were written."""
    parser.helpers = SimpleNamespace(  # type: ignore[assignment] # which is a module there
        parseLinkDestination=helpers.parseLinkDestination,
        parseLinkLabel=helpers.parseLinkLabel,
        parseLinkTitle=_parse_title,
    )
    return parser


def read_caption(image: Token, parser: MarkdownIt) -> list[Token]:
    """The parts of a picture's caption; none if it is plain text, or if there is none."""
    title = image.attrs.get("title")
    if not isinstance(title, _WrittenTitle):
        return []
    (inline,) = parser.parseInline(" ".join(title.written.split()))
    parts = inline.children or []
    return [] if all(part.type == "text" for part in parts) else parts


def keep_caption(image: Token, parts: list[Token]) -> None:
    """Have a picture's token hold the parts of its caption."""
    inline = Token("inline", "", 0, children=parts)
    image.meta[_CAPTION] = SyntaxTreeNode([inline]).children[0]


def caption_of(image: SyntaxTreeNode) -> SyntaxTreeNode | None:
    """The parts of a picture's caption; nothing if it is plain text, or if there is none."""
    found = image.meta.get(_CAPTION)
    return found if isinstance(found, SyntaxTreeNode) else None


def with_captions(tree: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """All nodes of a text, those of captions included."""
    for node in tree.walk():
        yield node
        if node.type == "image" and (caption := caption_of(node)) is not None:
            yield from caption.walk(include_self=False)


def caption_html(caption: SyntaxTreeNode) -> Markup:
    """A caption as HTML; citations are left out, since pages have no list of references."""
    return Markup("").join(_span(node) for node in caption.children)


def _span(node: SyntaxTreeNode) -> Markup:
    match node.type:
        case "em" | "strong":
            return Markup("<{0}>{1}</{0}>").format(_TAGS[node.type], caption_html(node))
        case "formula":
            return mathml_of(node.meta["formula"])
        case "code_inline":
            return Markup("<code>{}</code>").format(node.content)
        case "link":
            address = str(node.attrs.get("href", ""))
            if not address.startswith(("http:", "https:", "mailto:")):
                return caption_html(node)
            return Markup('<a href="{}">{}</a>').format(address, caption_html(node))
        case "citation":
            return Markup("")
        case "softbreak" | "hardbreak":
            return Markup(" ")
        case _:
            text = node.content
            following = node.next_sibling
            if following is not None and following.type == "citation":
                text = text.rstrip(" ")
            return escape(typographic(text))
