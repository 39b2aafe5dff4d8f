"""Writes titles, abstracts and prefaces in the forms that receivers take: LaTeX, or HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct

from proposal.edition.edition import Edition
from proposal.render.plain import plain_nodes, printable
from proposal.render.prose import ProseKind, ReadProse, read_prose
from proposal.render.quoted_facts import Facts
from proposal.render.text.fact_lines import set_in_lines
from proposal.render.typography import typographic
from proposal.source.math.math_line import MathLine
from proposal.source.math.math_tree import Formula
from proposal.source.text import Prose


class TextForm(Struct, frozen=True):
    """A form in which a receiver takes text."""

    letters: Callable[[str], str]
    """Writes text that has no markup."""
    formula: Callable[[Formula], str]
    """Writes a formula."""
    emphasis: str
    """How emphasis is written, with `{}` in the place of its text."""
    strong: str
    paragraph: str
    """How a paragraph is written."""
    heading: str
    between: str
    """What stands between two blocks."""
    line_break: str


def written_line(line: str, form: TextForm) -> str:
    """A title, a name or another value of one line."""
    if not isinstance(line, MathLine):
        return form.letters(typographic(printable(line)))
    parts = line.parts(typographic(printable(line.pattern)))
    return "".join(
        form.letters(part) if isinstance(part, str) else form.formula(part) for part in parts
    )


def written_statement(text: Prose, form: TextForm) -> str:
    """Somebody's own text: an abstract, a biography."""
    return _written(read_prose(text, ProseKind.STATEMENT), form)


def written_document(text: Prose, edition: Edition, form: TextForm) -> str:
    """A text of the organizers, which may quote facts of their edition."""
    facts = Facts(edition)
    return _written(read_prose(text, ProseKind.DOCUMENT, facts, edition.references), form)


def _written(read: ReadProse, form: TextForm) -> str:
    return form.between.join(_blocks(read.tree.children, form))


def _blocks(nodes: Iterable[SyntaxTreeNode], form: TextForm) -> Iterator[str]:
    """The blocks of a text; those without a form of their own, as tables, as lines of text."""
    for node in nodes:
        match node.type:
            case "paragraph":
                yield form.paragraph.format(_spans(node.children[0], form))
            case "heading":
                yield form.heading.format(_spans(node.children[0], form))
            case "blockquote":
                yield from _blocks(node.children, form)
            case "bullet_list":
                yield from (_item("-", item, form) for item in node.children)
            case "ordered_list":
                first = int(node.attrs.get("start", 1))
                yield from (
                    _item(f"{number}.", item, form)
                    for number, item in enumerate(node.children, first)
                )
            case "block_formula":
                yield form.paragraph.format(form.formula(node.meta["formula"]))
            case _:
                lines = plain_nodes([node], set_in_lines, None).split("\n")
                yield from (form.paragraph.format(form.letters(line)) for line in lines if line)


def _item(mark: str, item: SyntaxTreeNode, form: TextForm) -> str:
    """An item of a list as a paragraph that begins with its mark."""
    inner = [
        _spans(child.children[0], form)
        if child.type == "paragraph"
        else form.letters(plain_nodes([child], set_in_lines, None))
        for child in item.children
    ]
    return form.paragraph.format(f"{mark} {' '.join(inner)}")


def _spans(inline: SyntaxTreeNode, form: TextForm) -> str:
    return "".join(_span(node, form) for node in inline.children).strip()


def _span(node: SyntaxTreeNode, form: TextForm) -> str:
    match node.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return form.line_break
        case "em":
            return form.emphasis.format(_spans(node, form))
        case "strong":
            return form.strong.format(_spans(node, form))
        case "link":
            return _spans(node, form)
        case "formula":
            return form.formula(node.meta["formula"])
        case "citation" | "footnote_ref" | "footnote_anchor":
            return ""
        case _:
            return form.letters(printable(node.content))
