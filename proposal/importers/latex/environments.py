"""Reads the environments of a paper's text: lists, quotations, figures, tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pylatexenc.latexwalker import LatexEnvironmentNode, LatexMacroNode, LatexNode

from proposal.importers.latex.blocks_reader import BlockBuilder, EnvironmentReader, PaperReader
from proposal.importers.latex.floats_reader import FLOAT_ENVIRONMENTS
from proposal.importers.latex.paper_tree import (
    Emphasis,
    Inline,
    Items,
    Paragraph,
    Preformatted,
    Quote,
    TypedText,
    trimmed,
)
from proposal.importers.latex.parsing import argument, is_macro, last_argument


def _abstract(reader: PaperReader, node: LatexEnvironmentNode, _builder: BlockBuilder) -> None:
    reader.abstract = list(node.nodelist)


def _acknowledgments(
    reader: PaperReader, node: LatexEnvironmentNode, _builder: BlockBuilder
) -> None:
    reader.acknowledgments = list(node.nodelist)


def _keywords(reader: PaperReader, node: LatexEnvironmentNode, _builder: BlockBuilder) -> None:
    reader.keywords = list(node.nodelist)


def _biography(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """A biography of IEEEtran, which becomes a paragraph that begins with the name in bold."""
    builder.end_paragraph()
    name = reader.spans(last_argument(node))
    blocks = reader.blocks(node.nodelist)
    head = Emphasis(name, is_bold=True)
    place = reader.place(node, len("\\begin"))
    first = blocks[0] if blocks else None
    text = first.spans if isinstance(first, Paragraph) else ()
    rest = blocks[1:] if isinstance(first, Paragraph) else blocks
    builder.blocks += [Paragraph(trimmed((head, TypedText(" "), *text)), place), *rest]
    builder.is_behind_block = True


def _bibliography(reader: PaperReader, node: LatexEnvironmentNode, _builder: BlockBuilder) -> None:
    reader.citations.read_items(node, reader.words)


def _contents(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """An environment of layout, of which only what stands in it is kept."""
    builder.end_paragraph()
    reader.fill(node.nodelist, builder)
    builder.end_paragraph()
    builder.is_behind_block = True


def _quote(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    builder.add_block(Quote(tuple(reader.blocks(node.nodelist)), reader.place(node)))


def _verbatim(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    text = str(node.nodeargd.verbatim_text).strip("\n")
    builder.add_block(Preformatted(text, reader.place(node)))


def _subequations(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """Formulas that share a number and have a letter each."""
    around, number = reader.current, reader.next_equation()
    reader.current, reader.equation_with_letters = ("Equation", number), number
    reader.counts["letter"] = 0
    reader.fill(node.nodelist, builder)
    reader.current, reader.equation_with_letters = around, ""


# Lists


def _list(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    name = node.environmentname
    place = reader.place(node, len(f"\\begin{{{name}}}"))
    if argument(node, 0):
        reader.layout.setdefault(f"options of {name}", []).append(place)
    items = []
    for mark, content in _items(node.nodelist):
        label = argument(mark, 0)
        if label:
            message = "an item's own label stands in front of its text"
            reader.warn("list-label", message, reader.place(mark))
        items.append(tuple(reader.blocks([*(label or ()), *content])))
    builder.add_block(Items(tuple(items), place, is_numbered="enum" in name))


def _labelled_list(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """Items with words in place of bullets, which become paragraphs."""
    builder.end_paragraph()
    is_bold = node.environmentname == "description"
    for mark, content in _items(node.nodelist):
        label = reader.spans(argument(mark, 0) or ())
        blocks = reader.blocks(content)
        head: tuple[Inline, ...] = (
            (Emphasis(label, is_bold=True, is_label=True),) if is_bold else label
        )
        if not label:
            builder.blocks += blocks
        elif blocks and isinstance(blocks[0], Paragraph):
            spans = trimmed((*head, TypedText(" "), *blocks[0].spans))
            builder.blocks += [Paragraph(spans, reader.place(mark)), *blocks[1:]]
        else:
            builder.blocks += [Paragraph(head, reader.place(mark)), *blocks]
    builder.is_behind_block = True


def _items(nodes: Sequence[LatexNode]) -> list[tuple[LatexMacroNode, list[LatexNode]]]:
    r"""The items of a list, each with its `\item`; what stands before the first is layout."""
    found: list[tuple[LatexMacroNode, list[LatexNode]]] = []
    for node in nodes:
        if is_macro(node, "item"):
            found.append((node, []))
        elif found:
            found[-1][1].append(node)
    return found


_LAYOUT = (
    "center", "flushleft", "flushright", "minipage", "small", "footnotesize", "samepage",
    "titlepage",
    "raggedright", "centering", "anonsuppress", "sloppypar", "spacing", "document", "frontmatter",
    "icmlauthorlist",
    "adjustwidth", "adjustbox", "threeparttable", "tablenotes", "landscape", "singlespace",
    "onehalfspace", "doublespace", "appendices", "CJK", "CJK*", "printonly", "screenonly",
)  # fmt: skip

ENVIRONMENTS: Mapping[str, EnvironmentReader] = {
    "abstract": _abstract,
    "acks": _acknowledgments,
    **dict.fromkeys(("keyword", "keywords", "IEEEkeywords"), _keywords),
    **dict.fromkeys(("IEEEbiography", "IEEEbiographynophoto"), _biography),
    "thebibliography": _bibliography,
    **dict.fromkeys(("itemize", "compactitem", "enumerate", "compactenum"), _list),
    **dict.fromkeys(("description", "list"), _labelled_list),
    **dict.fromkeys(("quote", "quotation", "verse"), _quote),
    "verbatim": _verbatim,
    **FLOAT_ENVIRONMENTS,
    "subequations": _subequations,
    **dict.fromkeys(_LAYOUT, _contents),
}
"""What reads environments, by their names."""
