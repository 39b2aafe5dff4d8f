"""Reads the environments of a paper's text: lists, quotations, figures, tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from pylatexenc.latexwalker import LatexEnvironmentNode, LatexGroupNode, LatexMacroNode, LatexNode

from proposal.diagnostics import Span
from proposal.importers.latex.blocks_reader import BlockBuilder, EnvironmentReader, PaperReader
from proposal.importers.latex.floats_reader import FLOAT_ENVIRONMENTS
from proposal.importers.latex.item_labels import (
    PUNCTUATION,
    first_number,
    is_bullet,
    label_of,
    label_with_words,
    letter_of,
)
from proposal.importers.latex.paper_tree import (
    Block,
    Emphasis,
    Inline,
    Items,
    PaperFigure,
    Paragraph,
    Preformatted,
    Quote,
    TypedText,
    plain,
    trimmed,
)
from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim


def _abstract(reader: PaperReader, node: LatexEnvironmentNode, _builder: BlockBuilder) -> None:
    reader.abstract = list(node.nodelist)


def _acknowledgments(
    reader: PaperReader, node: LatexEnvironmentNode, _builder: BlockBuilder
) -> None:
    reader.acknowledgments = [*(reader.acknowledgments or ()), *node.nodelist]


def _keywords(reader: PaperReader, node: LatexEnvironmentNode, _builder: BlockBuilder) -> None:
    reader.keywords = list(node.nodelist)


def _biography(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """A biography of IEEEtran, which becomes a paragraph that begins with the name in bold."""
    builder.end_paragraph()
    name, shown, content = _parts_of_biography(node)
    figures = [block for block in reader.blocks(shown) if isinstance(block, PaperFigure)]
    portraits = [replace(figure, is_portrait=True) for figure in figures]
    blocks = reader.blocks(content)
    place = reader.place(node, len("\\begin"))
    first = blocks[0] if blocks else None
    text = first.spans if isinstance(first, Paragraph) else ()
    rest = blocks[1:] if isinstance(first, Paragraph) else blocks
    spans = reader.spans(name)
    if text and isinstance(text[0], TypedText) and text[0].text.startswith(f"{plain(spans)} "):
        # Some write the name again, with which the class itself begins.
        text = (TypedText(text[0].text.removeprefix(f"{plain(spans)} ")), *text[1:])
    head = (Emphasis(spans, is_bold=True), TypedText(" ")) if spans else ()
    builder.blocks += [Paragraph(trimmed((*head, *text)), place), *rest, *portraits]
    builder.is_behind_block = True


def _parts_of_biography(
    node: LatexEnvironmentNode,
) -> tuple[list[LatexNode], list[LatexNode], list[LatexNode]]:
    r"""Name, portrait and text of `\begin{biography}[{\includegraphics{a}}]{Ann Author}`.

    A class's own `biography` may as well have no arguments.
    """
    if node.nodeargd and node.nodeargd.argnlist:
        return last_argument(node), argument(node, 0) or [], list(node.nodelist)
    content = list(node.nodelist)
    shown: list[LatexNode] = []
    if content and verbatim(content[:1]).startswith("["):
        end = next((at for at, part in enumerate(content) if "]" in verbatim([part])), 0)
        shown, content = content[: end + 1], content[end + 1 :]
    if content and isinstance(content[0], LatexGroupNode):
        return list(content[0].nodelist), shown, content[1:]
    return [], shown, content


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
    options = verbatim(argument(node, 0) or ())
    if options:
        reader.layout.setdefault(f"options of {name}", []).append(place)
    is_numbered = "enum" in name
    form = label_with_words(options) if is_numbered else ""
    around, first = reader.current, first_number(node.nodelist, options, reader.last_item)
    items = []
    for number, (mark, content) in enumerate(_items(node.nodelist), first):
        label = argument(mark, 0)
        shown = reader.words(label)
        if form:
            label = []
            shown = label_of(form, number)
            reader.current = ("item", shown.strip(PUNCTUATION))
        elif is_numbered:
            inner = letter_of(number) if around[0] == "item" else str(number)
            reader.current = ("item", f"{around[1] if around[0] == 'item' else ''}{inner}")
        if not form and is_bullet(shown, number if is_numbered else None):
            label = []
        elif label:
            message = "an item's own label stands in front of its text"
            reader.warn("list-label", message, reader.place(mark))
        blocks = reader.blocks([*(label or ()), *content])
        items.append(tuple(_labelled(blocks, shown, reader.place(mark)) if form else blocks))
    reader.current = around
    reader.last_item = first + len(items) - 1
    builder.add_block(Items(tuple(items), place, is_numbered and not form, first))


def _labelled(blocks: list[Block], label: str, place: Span) -> list[Block]:
    """The blocks of an item behind its label in bold, such as `RQ1:`."""
    head = Emphasis((TypedText(label),), is_bold=True)
    if not blocks or not isinstance(blocks[0], Paragraph):
        return [Paragraph((head,), place), *blocks]
    spans = trimmed((head, TypedText(" "), *blocks[0].spans))
    return [Paragraph(spans, blocks[0].place), *blocks[1:]]


def _labelled_list(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """Items with words in place of bullets, which become paragraphs."""
    builder.end_paragraph()
    is_bold = node.environmentname in {"description", "acronym"}
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
    "sideways", "titlepage",
    "raggedright", "centering", "anonsuppress", "sloppypar", "spacing", "document", "frontmatter",
    "icmlauthorlist",
    "adjustwidth", "adjustbox", "threeparttable", "savenotes", "landscape", "singlespace",
    "onehalfspace", "doublespace", "appendices", "CJK", "CJK*", "printonly", "screenonly",
    "credits", "links", "otherlanguage", "otherlanguage*", "sc", "scshape", "sf", "sffamily",
    "normalsize", "large", "Large", "tiny", "scriptsize", "bf", "bfseries", "it", "itshape", "em",
    "tt",
)  # fmt: skip

ENVIRONMENTS: Mapping[str, EnvironmentReader] = {
    "abstract": _abstract,
    **dict.fromkeys(
        ("acks", "acknowledgments", "acknowledgements", "acknowledgment", "acknowledgement"),
        _acknowledgments,
    ),
    **dict.fromkeys(("keyword", "keywords", "IEEEkeywords"), _keywords),
    **dict.fromkeys(
        ("IEEEbiography", "IEEEbiographynophoto", "biography", "biographywithpic"), _biography
    ),
    "thebibliography": _bibliography,
    **dict.fromkeys(("itemize", "compactitem", "enumerate", "compactenum", "highlights"), _list),
    **dict.fromkeys(("description", "list", "tablenotes", "acronym"), _labelled_list),
    **dict.fromkeys(
        ("quote", "quotation", "verse", "displayquote", "quoting", "displayquotation"), _quote
    ),
    "verbatim": _verbatim,
    **FLOAT_ENVIRONMENTS,
    "subequations": _subequations,
    **dict.fromkeys(_LAYOUT, _contents),
}
"""What reads environments, by their names."""
