"""Reads the environments of a paper's text: lists, quotations, figures, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pylatexenc.latexwalker import LatexEnvironmentNode, LatexGroupNode, LatexMacroNode, LatexNode

from proposal.importers.latex.blocks_reader import BlockBuilder, EnvironmentReader, PaperReader
from proposal.importers.latex.paper_tree import (
    Emphasis,
    Inline,
    Items,
    PaperFigure,
    Paragraph,
    Preformatted,
    Quote,
    Tabular,
    TypedText,
    plain,
    trimmed,
)
from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim
from proposal.importers.latex.table_reader import read_table

_TABLES = ("tabular", "tabular*", "tabularx", "longtable", "tabulary")


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


# Figures


def _figure(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    name = node.environmentname
    place = reader.place(node, len(f"\\begin{{{name}}}"))
    if name != "figure":
        reader.warn("layout-not-kept", f"{name} is set as a figure of one column", place)
    _number(reader, "Figure")
    inside = list(_inside(node.nodelist))
    _read_labels(reader, inside)
    caption = _caption(reader, inside)
    description = " ".join(
        reader.words(last_argument(command))
        for command in inside
        if is_macro(command, "Description")
    )
    pictures = [command for command in inside if is_macro(command, "includegraphics")]
    if not pictures:
        reader.warn("no-picture", "no picture file stands in this figure; its text is kept", place)
        builder.floats += reader.blocks(node.nodelist)
    for number, picture in enumerate(pictures, start=1):
        shown = caption if number == len(pictures) else ""
        figure = figure_of(reader, picture, shown, description)
        builder.floats += [figure] if figure else []
    _end_float(builder)


def figure_of(
    reader: PaperReader, node: LatexNode, caption: str, description: str
) -> PaperFigure | None:
    r"""The picture that `\includegraphics` names, if there is one that the data can hold."""
    place = reader.place(node)
    name = verbatim(last_argument(node)).strip()
    file = reader.pictures.add(name, place, reader.warn)
    if file is None:
        return None
    if not description:
        message = f"what {name} shows is not said; its caption or name is taken instead"
        hint = "acmart's \\Description tells it to those who do not see the picture"
        reader.warn("undescribed-picture", message, place, hint)
    return PaperFigure(file, description or caption or name, caption, place)


def _end_float(builder: BlockBuilder) -> None:
    """A float between paragraphs stands there; one within a paragraph stands behind it."""
    if builder.place is None:
        was_behind_block = builder.is_behind_block
        builder.end_paragraph()
        builder.is_behind_block = was_behind_block


def _number(reader: PaperReader, kind: str) -> str:
    reader.counts[kind] = reader.counts.get(kind, 0) + 1
    reader.current = (kind, str(reader.counts[kind]))
    return reader.current[1]


def _read_labels(reader: PaperReader, nodes: Iterable[LatexNode]) -> None:
    for node in nodes:
        if is_macro(node, "label"):
            reader.labels.numbers[verbatim(last_argument(node)).strip()] = reader.current


def _caption(reader: PaperReader, nodes: Iterable[LatexNode]) -> str:
    captions = (node for node in nodes if is_macro(node, "caption"))
    return " ".join(plain(reader.spans(last_argument(caption))) for caption in captions)


def _inside(nodes: Iterable[LatexNode]) -> Iterator[LatexNode]:
    """All commands and environments in some nodes, those in groups included."""
    for node in nodes:
        yield node
        is_table = isinstance(node, LatexEnvironmentNode) and node.environmentname in _TABLES
        if isinstance(node, LatexGroupNode | LatexEnvironmentNode) and not is_table:
            yield from _inside(node.nodelist)
        elif isinstance(node, LatexMacroNode) and node.macroname not in {"caption", "Description"}:
            yield from _inside(last_argument(node))


# Tables


def _float_of_table(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    number = _number(reader, "Table")
    inside = list(_inside(node.nodelist))
    _read_labels(reader, inside)
    caption = _caption(reader, inside)
    if caption:
        words = TypedText(f"Table {number}: {caption}")
        builder.floats.append(Paragraph((words,), reader.place(node, len("\\begin{table}"))))
    builder.floats += [
        _table_of(reader, inner)
        for inner in inside
        if isinstance(inner, LatexEnvironmentNode) and inner.environmentname in _TABLES
    ]
    _end_float(builder)


def _table(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    builder.add_block(_table_of(reader, node))


def _table_of(reader: PaperReader, node: LatexEnvironmentNode) -> Tabular:
    place = reader.place(node, len(f"\\begin{{{node.environmentname}}}"))
    reader.warn("layout-not-kept", "this table is set anew: its columns share the line", place)
    return read_table(node, place, reader.spans, reader.warn)


_LAYOUT = (
    "center", "flushleft", "flushright", "minipage", "small", "footnotesize", "multicols",
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
    **dict.fromkeys(
        (
            "figure",
            "figure*",
            "teaserfigure",
            "marginfigure",
            "wrapfigure",
            "wrapfloat",
            "floatingfigure",
            "sidewaysfigure",
        ),
        _figure,
    ),
    **dict.fromkeys(
        ("table", "table*", "margintable", "wraptable", "sidewaystable"), _float_of_table
    ),
    **dict.fromkeys(_TABLES, _table),
    **dict.fromkeys(_LAYOUT, _contents),
}
"""What reads environments, by their names."""
