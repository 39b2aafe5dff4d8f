"""Reads the environments of a paper's text: lists, quotations, figures, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pylatexenc.latexwalker import (
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
)

from proposal.importers.latex.blocks_reader import EnvironmentReader, Page, Reading
from proposal.importers.latex.paper_tree import (
    Emphasis,
    Figure,
    Items,
    Paragraph,
    Preformatted,
    Quote,
    Span,
    Table,
    Text,
    plain,
    trimmed,
)
from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim
from proposal.importers.latex.table_reader import read_table

_TABLES = ("tabular", "tabular*", "tabularx", "longtable", "tabulary")


def _abstract(reading: Reading, node: LatexEnvironmentNode, _page: Page) -> None:
    reading.abstract = list(node.nodelist)


def _acknowledgments(reading: Reading, node: LatexEnvironmentNode, _page: Page) -> None:
    reading.acknowledgments = list(node.nodelist)


def _bibliography(reading: Reading, node: LatexEnvironmentNode, _page: Page) -> None:
    reading.citations.read_items(node, reading.words)


def _contents(reading: Reading, node: LatexEnvironmentNode, page: Page) -> None:
    """An environment of layout, of which only what stands in it is kept."""
    page.end_paragraph()
    reading.fill(node.nodelist, page)
    page.end_paragraph()
    page.is_behind_block = True


def _quote(reading: Reading, node: LatexEnvironmentNode, page: Page) -> None:
    page.add_block(Quote(tuple(reading.blocks(node.nodelist)), reading.place(node)))


def _verbatim(reading: Reading, node: LatexEnvironmentNode, page: Page) -> None:
    text = str(node.nodeargd.verbatim_text).strip("\n")
    page.add_block(Preformatted(text, reading.place(node)))


# Lists


def _list(reading: Reading, node: LatexEnvironmentNode, page: Page) -> None:
    name = node.environmentname
    place = reading.place(node, len(f"\\begin{{{name}}}"))
    if argument(node, 0):
        reading.layout.setdefault(f"options of {name}", []).append(place)
    items = []
    for mark, content in _items(node.nodelist):
        label = argument(mark, 0)
        if label:
            message = "an item's own label stands in front of its text"
            reading.remark("list-label", message, reading.place(mark))
        items.append(tuple(reading.blocks([*(label or ()), *content])))
    page.add_block(Items(tuple(items), place, is_numbered="enum" in name))


def _labelled_list(reading: Reading, node: LatexEnvironmentNode, page: Page) -> None:
    """Items with words in place of bullets, which become paragraphs."""
    page.end_paragraph()
    is_bold = node.environmentname == "description"
    for mark, content in _items(node.nodelist):
        label = reading.spans(argument(mark, 0) or ())
        blocks = reading.blocks(content)
        head: tuple[Span, ...] = (
            (Emphasis(label, is_bold=True, is_label=True),) if is_bold else label
        )
        if not label:
            page.blocks += blocks
        elif blocks and isinstance(blocks[0], Paragraph):
            spans = trimmed((*head, Text(" "), *blocks[0].spans))
            page.blocks += [Paragraph(spans, reading.place(mark)), *blocks[1:]]
        else:
            page.blocks += [Paragraph(head, reading.place(mark)), *blocks]
    page.is_behind_block = True


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


def _figure(reading: Reading, node: LatexEnvironmentNode, page: Page) -> None:
    name = node.environmentname
    place = reading.place(node, len(f"\\begin{{{name}}}"))
    if name != "figure":
        message = f"{name} is set as a figure of one column"
        reading.remark("layout-not-kept", message, place)
    _number(reading, "Figure")
    inside = list(_inside(node.nodelist))
    _read_labels(reading, inside)
    caption = _caption(reading, inside)
    description = " ".join(
        reading.words(last_argument(each)) for each in inside if is_macro(each, "Description")
    )
    pictures = [each for each in inside if is_macro(each, "includegraphics")]
    if not pictures:
        message = "no picture file stands in this figure; its text is kept"
        reading.remark("no-picture", message, place)
        page.floats += reading.blocks(node.nodelist)
    for number, each in enumerate(pictures, start=1):
        shown = caption if number == len(pictures) else ""
        figure = figure_of(reading, each, shown, description)
        page.floats += [figure] if figure else []
    _end_float(page)


def figure_of(reading: Reading, node: LatexNode, caption: str, description: str) -> Figure | None:
    r"""The picture that `\includegraphics` names, if there is one that the data can hold."""
    place = reading.place(node)
    name = verbatim(last_argument(node)).strip()
    file = reading.pictures.add(name, place, reading.remark)
    if file is None:
        return None
    if not description:
        message = f"what {name} shows is not said; its caption or name is taken instead"
        hint = "acmart's \\Description tells it to those who do not see the picture"
        reading.remark("undescribed-picture", message, place, hint)
    return Figure(file, description or caption or name, caption, place)


def _end_float(page: Page) -> None:
    """A float between paragraphs stands there; one within a paragraph stands behind it."""
    if page.place is None:
        was_behind_block = page.is_behind_block
        page.end_paragraph()
        page.is_behind_block = was_behind_block


def _number(reading: Reading, kind: str) -> str:
    reading.counts[kind] = reading.counts.get(kind, 0) + 1
    reading.current = (kind, str(reading.counts[kind]))
    return reading.current[1]


def _read_labels(reading: Reading, nodes: Iterable[LatexNode]) -> None:
    for each in nodes:
        if is_macro(each, "label"):
            reading.labels.numbers[verbatim(last_argument(each)).strip()] = reading.current


def _caption(reading: Reading, nodes: Iterable[LatexNode]) -> str:
    captions = (each for each in nodes if is_macro(each, "caption"))
    return " ".join(plain(reading.spans(last_argument(each))) for each in captions)


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


def _float_of_table(reading: Reading, node: LatexEnvironmentNode, page: Page) -> None:
    number = _number(reading, "Table")
    inside = list(_inside(node.nodelist))
    _read_labels(reading, inside)
    caption = _caption(reading, inside)
    if caption:
        words = Text(f"Table {number}: {caption}")
        page.floats.append(Paragraph((words,), reading.place(node, len("\\begin{table}"))))
    page.floats += [
        _table_of(reading, each)
        for each in inside
        if isinstance(each, LatexEnvironmentNode) and each.environmentname in _TABLES
    ]
    _end_float(page)


def _table(reading: Reading, node: LatexEnvironmentNode, page: Page) -> None:
    page.add_block(_table_of(reading, node))


def _table_of(reading: Reading, node: LatexEnvironmentNode) -> Table:
    place = reading.place(node, len(f"\\begin{{{node.environmentname}}}"))
    message = "this table is set anew: its columns share the line"
    reading.remark("layout-not-kept", message, place)
    return read_table(node, place, reading.spans, reading.remark)


_LAYOUT = (
    "center", "flushleft", "flushright", "minipage", "small", "footnotesize", "multicols",
    "raggedright", "centering", "anonsuppress", "sloppypar", "spacing", "document",
)  # fmt: skip

ENVIRONMENTS: Mapping[str, EnvironmentReader] = {
    "abstract": _abstract,
    "acks": _acknowledgments,
    "thebibliography": _bibliography,
    **dict.fromkeys(("itemize", "compactitem", "enumerate", "compactenum", "inparaenum"), _list),
    **dict.fromkeys(("description", "list"), _labelled_list),
    **dict.fromkeys(("quote", "quotation", "verse"), _quote),
    "verbatim": _verbatim,
    **dict.fromkeys(("figure", "figure*", "teaserfigure", "marginfigure"), _figure),
    **dict.fromkeys(("table", "table*", "margintable"), _float_of_table),
    **dict.fromkeys(_TABLES, _table),
    **dict.fromkeys(_LAYOUT, _contents),
}
"""What reads environments, by their names."""
