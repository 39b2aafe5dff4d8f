"""Makes HTML out of parsed prose; text is escaped by markupsafe, links were looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup, escape
from msgspec import Struct

from proposal.edition.collection import Collection
from proposal.render.mathml import mathml_of
from proposal.render.prose import ReadProse
from proposal.render.text_figures import (
    OwnMaterial,
    address_in,
    figures_html,
    figures_of,
    picture_in_line,
    shown_of,
)
from proposal.source.text import Prose

SetBlock = Callable[[Collection[Any] | Prose], Markup]
"""Sets a fact that stands in a paragraph of its own."""

_DEEPEST_HEADING = 6
"""The last of the levels that HTML has."""


def html_of(
    read: ReadProse,
    set_block: SetBlock,
    first_heading: int = 2,
    own: OwnMaterial | None = None,
    anchors: Iterable[str] = (),
) -> Markup:
    """The HTML of a parsed text.

    Args:
        read: the parsed text.
        set_block: sets a fact that stands in a paragraph of its own.
        first_heading: the level of a heading that is written with one `#`.
        own: the pictures of ours that the page can show, and the pages that it can link to;
            without it, descriptions and words stand in their places.
        anchors: the names by which the headings can be linked to, in order.
    """
    writer = _HtmlWriter(set_block, first_heading, own, read.file, iter(anchors))
    return writer.blocks(read.tree.children)


_TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "list_item": "li",
    "blockquote": "blockquote",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
    "em": "em",
    "strong": "strong",
}


class _HtmlWriter(Struct, frozen=True):
    set_block: SetBlock
    first_heading: int
    own: OwnMaterial | None
    text: Path | None
    """The file of the text."""
    anchors: Iterator[str]

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Markup:
        return Markup("\n").join(self.node(node) for node in nodes)

    def children(self, node: SyntaxTreeNode) -> Markup:
        return Markup("").join(self.node(child) for child in node.children)

    def node(self, node: SyntaxTreeNode) -> Markup:
        if node.type == "paragraph" and (figures := figures_of(node, self.own, self.text)):
            return figures_html(figures)
        if node.type == "paragraph" and node.hidden:  # in a list without empty lines
            return self.children(node)
        if node.type in _TAGS:
            return _element(_TAGS[node.type], self.children(node))
        setter: Callable[[SyntaxTreeNode], Markup] = getattr(self, f"node_{node.type}")
        return setter(node)

    node_inline = children

    def node_text(self, node: SyntaxTreeNode) -> Markup:
        return escape(node.content)

    node_fact = node_text

    def node_softbreak(self, _node: SyntaxTreeNode) -> Markup:
        return Markup("\n")

    def node_hardbreak(self, _node: SyntaxTreeNode) -> Markup:
        return Markup("<br>\n")

    def node_formula(self, node: SyntaxTreeNode) -> Markup:
        return mathml_of(node.meta["formula"])

    def node_block_formula(self, node: SyntaxTreeNode) -> Markup:
        # What can be scrolled must be reached by keys alone.
        frame = Markup('<div class="table" role="group" aria-label="Formula" tabindex="0">{}</div>')
        return frame.format(mathml_of(node.meta["formula"]))

    def node_heading(self, node: SyntaxTreeNode) -> Markup:
        level = min(int(node.tag[1:]) + self.first_heading - 1, _DEEPEST_HEADING)
        if anchor := next(self.anchors, None):
            return Markup('<h{0} id="{1}">{2}</h{0}>').format(level, anchor, self.children(node))
        return _element(f"h{level}", self.children(node))

    def node_ordered_list(self, node: SyntaxTreeNode) -> Markup:
        start = node.attrs.get("start")
        attribute = Markup(' start="{}"').format(start) if start is not None else Markup("")
        return Markup("<ol{}>{}</ol>").format(attribute, self.children(node))

    def node_code_inline(self, node: SyntaxTreeNode) -> Markup:
        return _element("code", escape(node.content))

    def node_fence(self, node: SyntaxTreeNode) -> Markup:
        return _element("pre", _element("code", escape(node.content)))

    node_code_block = node_fence

    def node_hr(self, _node: SyntaxTreeNode) -> Markup:
        return Markup("<hr>")

    def node_link(self, node: SyntaxTreeNode) -> Markup:
        address = address_in(node, self.own, self.text)
        if address is None:
            return self.children(node)
        return Markup('<a href="{}">{}</a>').format(address, self.children(node))

    def node_citation(self, _node: SyntaxTreeNode) -> Markup:
        return Markup("")  # a page has no list of references

    def node_image(self, node: SyntaxTreeNode) -> Markup:
        shown = shown_of(node, self.own, self.text)
        return picture_in_line(shown) if shown else escape(node.content)

    def node_block_fact(self, node: SyntaxTreeNode) -> Markup:
        return self.set_block(node.meta["fact"].block)

    def node_table(self, node: SyntaxTreeNode) -> Markup:
        # What can be scrolled must be reached by keys alone.
        frame = Markup('<div class="table" role="group" aria-label="Table" tabindex="0">{}</div>')
        return frame.format(_element("table", self.children(node)))

    def node_th(self, node: SyntaxTreeNode) -> Markup:
        return self.cell(node, "th")

    def node_td(self, node: SyntaxTreeNode) -> Markup:
        return self.cell(node, "td")

    def cell(self, node: SyntaxTreeNode, tag: str) -> Markup:
        alignment = str(node.attrs.get("style", "")).rpartition(":")[2]
        attribute = Markup(' class="{}"').format(alignment) if alignment else Markup("")
        return Markup("<{0}{1}>{2}</{0}>").format(tag, attribute, self.children(node))

    def node_footnote_ref(self, node: SyntaxTreeNode) -> Markup:
        number = node.meta["id"] + 1
        return Markup('<sup><a href="#note-{0}">{0}</a></sup>').format(number)

    def node_footnote_block(self, node: SyntaxTreeNode) -> Markup:
        return Markup('<ol class="notes">{}</ol>').format(self.children(node))

    def node_footnote(self, node: SyntaxTreeNode) -> Markup:
        number = node.meta["id"] + 1
        return Markup('<li id="note-{}">{}</li>').format(number, self.children(node))

    def node_footnote_anchor(self, _node: SyntaxTreeNode) -> Markup:
        return Markup("")


def _element(tag: str, content: Markup) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(tag, content)
