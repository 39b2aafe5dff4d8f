"""Reads a paper's figures and tables, with their captions, numbers and parts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace
from pylatexenc.latexwalker import LatexEnvironmentNode, LatexMacroNode, LatexNode

from proposal.diagnostics import Span
from proposal.importers.latex.blocks_reader import (
    BlockBuilder,
    CommandReader,
    EnvironmentReader,
    PaperReader,
)
from proposal.importers.latex.paper_tree import (
    Block,
    CrossReference,
    Inline,
    PaperFigure,
    Paragraph,
    Tabular,
    TypedText,
    plain,
    trimmed,
)
from proposal.importers.latex.parsing import argument, is_macro, is_starred, last_argument, verbatim
from proposal.importers.latex.table_reader import cells_of, printed_once, read_table

_WORDS_OF_PARAGRAPH = 8
"""Words that a cell with a number, a name or a label has not."""

TABLES = (
    "tabular", "tabular*", "tabularx", "longtable", "tabulary", "xltabular", "supertabular",
    "supertabular*", "tblr", "talltblr", "longtblr", "NiceTabular", "NiceTabular*", "NiceTabularX",
    "tabu", "longtabu", "mpsupertabular",
)  # fmt: skip
"""The environments that set cells in rows."""
_FIGURES = (
    "figure", "figure*", "teaserfigure", "marginfigure", "wrapfigure", "wrapfloat",
    "floatingfigure", "sidewaysfigure", "sidewaysfigure*", "SCfigure", "strip",
)  # fmt: skip
_FLOATS = ("table", "table*", "margintable", "wraptable", "sidewaystable", "sidewaystable*")
_PARTS = ("subfigure", "subtable", "subcaptionblock")


class OpenFloat(Struct):
    """A figure or a table that is being read."""

    kind: str
    """By what it is called: "Figure"."""
    captions: list[tuple[str, tuple[Inline, ...]]] = field(default_factory=list)
    """The numbers and the words of its captions; no number where LaTeX prints none."""
    parts: list[tuple[Inline, ...]] = field(default_factory=list)
    """The captions of its parts, each with its letter in brackets."""
    description: str = ""
    is_in_part: bool = False
    parts_begun: int = 0
    """How many of its parts have begun, by which they get their letters."""

    def part_number(self, reader: PaperReader) -> str:
        """The number of the part that is being read: 1a."""
        steps = 0 if self.captions else 1
        return f"{reader.counts.get(self.kind, 0) + steps}{_letter(self.parts_begun)}"


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


def _figure(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    name = node.environmentname
    place = reader.place(node, len(f"\\begin{{{name}}}"))
    if name != "figure":
        reader.warn("layout-not-kept", f"{name} is set as a figure of one column", place)
    opened, blocks = _read_float(reader, node, "Figure")
    pictures = [index for index, block in enumerate(blocks) if isinstance(block, PaperFigure)]
    if not any(is_macro(inner, "includegraphics") for inner in _all_within(node.nodelist)):
        reader.warn("no-picture", "no picture file stands in this figure; its text is kept", place)
    for index in pictures:
        blocks[index] = _described(reader, blocks[index], opened)
    captions = _captions(opened)
    if captions and len(pictures) >= len(captions):
        chosen = pictures if len(pictures) == len(captions) else pictures[-len(captions) :]
        for index, (number, spans) in zip(chosen, captions, strict=True):
            blocks[index] = _with_caption(reader, blocks[index], number, spans)
    else:
        blocks += [_caption_line("Figure", number, spans, place) for number, spans in captions]
    builder.floats += blocks
    _end_float(builder)


def _read_float(
    reader: PaperReader, node: LatexEnvironmentNode, kind: str
) -> tuple[OpenFloat, list[Block]]:
    """What stands in a float, apart from its captions."""
    around = reader.open_float, reader.current
    opened = OpenFloat(kind)
    reader.open_float = opened
    if any(is_macro(inner, "caption") for inner in _all_within(node.nodelist)):
        # A label before the caption is meant for it, too.
        reader.current = (kind, str(reader.counts.get(kind, 0) + 1))
    blocks = reader.blocks(node.nodelist)
    reader.open_float, reader.current = around
    return opened, blocks


def _all_within(nodes: Sequence[LatexNode]) -> list[LatexNode]:
    found: list[LatexNode] = []
    for node in nodes:
        found.append(node)
        inner = getattr(node, "nodelist", None)
        found += _all_within(inner) if inner else []
        if isinstance(node, LatexMacroNode):
            arguments = getattr(node.nodeargd, "argnlist", None) or ()
            for index in range(len(arguments)):
                found += _all_within(argument(node, index) or ())
    return found


def _described(reader: PaperReader, block: Block, opened: OpenFloat) -> Block:
    if not isinstance(block, PaperFigure):
        return block
    words = " ".join(plain(_spoken(spans, reader)) for _, spans in opened.captions)
    words = re.sub(r" +(?=[.,;:)])", "", words)  # where a citation stood
    if not opened.description:
        message = f"what {block.description} shows is not said; its caption or name is taken"
        message += " instead"
        hint = "acmart's \\Description tells it to those who do not see the picture"
        reader.warn("undescribed-picture", message, block.place, hint)
    return replace(block, description=opened.description or words or block.description)


def _spoken(spans: Sequence[Inline], reader: PaperReader) -> tuple[Inline, ...]:
    """A caption with the numbers of what it refers to, as far as they are known by now."""
    return tuple(
        TypedText(_number_of(span, reader)) if isinstance(span, CrossReference) else span
        for span in spans
    )


def _number_of(reference: CrossReference, reader: PaperReader) -> str:
    number = reader.labels.numbers.get(reference.label.strip(), ("", ""))[1]
    return number[-1:] if reference.shows == "letter" else number


def _captions(opened: OpenFloat) -> list[tuple[str, tuple[Inline, ...]]]:
    """The captions, with those of the parts behind the last one."""
    parts = [span for spans in opened.parts for span in (TypedText(" "), *spans)]
    if not opened.captions:
        return [("", trimmed(parts))] if parts else []
    *others, (number, spans) = opened.captions
    return [*others, (number, trimmed((*spans, *parts)))]


def _with_caption(
    reader: PaperReader, block: Block, number: str, spans: tuple[Inline, ...]
) -> Block:
    if not isinstance(block, PaperFigure):
        return block
    reader.counts["shown figures"] = reader.counts.get("shown figures", 0) + 1
    shown = str(reader.counts["shown figures"])
    if number and number != shown:
        message = f"the paper's Figure {number} is Figure {shown} in the PDF, where pictures alone "
        reader.warn("layout-not-kept", f"{message}are counted", block.place)
        for label, (kind, printed) in list(reader.labels.numbers.items()):
            if kind == "Figure" and printed.rstrip("abcdefghijklmnopqrstuvwxyz") == number:
                reader.labels.numbers[label] = (kind, printed.replace(number, shown, 1))
    return replace(block, caption=spans)


def _caption_line(kind: str, number: str, spans: tuple[Inline, ...], place: Span) -> Paragraph:
    head = f"{kind} {number}: " if number else ""
    return Paragraph(trimmed((TypedText(head), *spans)), place)


def _end_float(builder: BlockBuilder) -> None:
    """A float between paragraphs stands there; one within a paragraph stands behind it."""
    if builder.place is None:
        was_behind_block = builder.is_behind_block
        builder.end_paragraph()
        builder.is_behind_block = was_behind_block


def _float_of_table(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    opened, blocks = _read_float(reader, node, "Table")
    place = reader.place(node, len("\\begin{table}"))
    blocks = [_described(reader, block, opened) for block in blocks]
    lines = [_caption_line("Table", number, spans, place) for number, spans in _captions(opened)]
    tables = [index for index, block in enumerate(blocks) if isinstance(block, Tabular)]
    if len(lines) > 1 and len(lines) == len(tables):  # tables side by side
        for index, line in reversed(list(zip(tables, lines, strict=True))):
            blocks.insert(index, line)
        lines = []
    builder.floats += [*lines, *blocks]
    _end_float(builder)


def _part(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """A part of a figure, which has a letter."""
    builder.end_paragraph()
    _within_part(reader, node.nodelist, builder)
    builder.end_paragraph()


def _within_part(reader: PaperReader, nodes: Sequence[LatexNode], builder: BlockBuilder) -> None:
    opened = reader.open_float
    if opened is None:
        reader.fill(nodes, builder)
        return
    was_in_part, around = opened.is_in_part, reader.current
    opened.is_in_part, opened.parts_begun = True, opened.parts_begun + 1
    reader.current = (opened.kind, opened.part_number(reader))
    reader.fill(nodes, builder)
    opened.is_in_part, reader.current = was_in_part, around


def _part_command(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    r"""`\subfloat[caption]{…}` and `\subcaptionbox{caption}{…}`."""
    caption = argument(node, 1) or argument(node, 0)
    opened = reader.open_float
    if opened is not None and caption is not None:
        around, opened.parts_begun = reader.current, opened.parts_begun + 1
        reader.current = (opened.kind, opened.part_number(reader))
        if spans := reader.spans(caption):
            letter = TypedText(f"({_letter(opened.parts_begun)}) ")
            opened.parts.append(trimmed((letter, *spans)))
        reader.current, opened.parts_begun = around, opened.parts_begun - 1
    _within_part(reader, last_argument(node), builder)


def _caption(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    spans = reader.spans(last_argument(node))
    opened = reader.open_float
    if opened is None:
        kind = "Table" if reader.is_in_table else "Figure"
        number = "" if is_starred(node) else _step(reader, kind)
        builder.end_paragraph()
        builder.blocks.append(_caption_line(kind, number, spans, reader.place(node)))
    elif opened.is_in_part:
        letter = TypedText(f"({_letter(opened.parts_begun)}) ")
        opened.parts.append(trimmed((letter, *spans)))
    else:
        number = "" if is_starred(node) else _step(reader, opened.kind)
        opened.captions.append((number, spans))


def _part_caption(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    r"""`\subcaption{…}`, the caption of a part that no environment surrounds."""
    opened = reader.open_float
    if opened is not None and not opened.is_in_part:
        opened.parts_begun += 1
        reader.current = (opened.kind, opened.part_number(reader))
        letter = TypedText(f"({_letter(opened.parts_begun)}) ")
        opened.parts.append(trimmed((letter, *reader.spans(last_argument(node)))))
    else:
        _caption(reader, node, builder)


def _caption_of(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    r"""`\captionof{table}{…}`."""
    kind = verbatim(argument(node, 1) or ()).strip().capitalize() or "Figure"
    number = "" if is_starred(node) else _step(reader, kind)
    spans = reader.spans(last_argument(node))
    builder.end_paragraph()
    builder.blocks.append(_caption_line(kind, number, spans, reader.place(node)))


def _step(reader: PaperReader, kind: str) -> str:
    reader.counts[kind] = reader.counts.get(kind, 0) + 1
    reader.current = (kind, str(reader.counts[kind]))
    return reader.current[1]


def _description(reader: PaperReader, node: LatexMacroNode, _builder: BlockBuilder) -> None:
    if reader.open_float is not None:
        words = reader.words(last_argument(node))
        reader.open_float.description = f"{reader.open_float.description} {words}".strip()


def _picture(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    """A picture, in a float or between paragraphs."""
    place = reader.place(node)
    name = verbatim(last_argument(node)).strip()
    file = reader.pictures.add(name, place, reader.warn)
    if file is None:
        return
    figure: Block = PaperFigure(file, name, (), place)
    if reader.open_float is None:
        figure = _described(reader, figure, OpenFloat("Figure"))
    builder.floats.append(figure)


def _is_layout(node: LatexEnvironmentNode) -> bool:
    """Whether a table has a cell with a picture, and another one with a paragraph."""
    cells = cells_of(node)
    pictures = [
        cell
        for cell in cells
        if any(is_macro(part, "includegraphics") for part in _all_within(cell))
    ]
    lengths = [len(verbatim(cell).split()) for cell in cells if cell not in pictures]
    return bool(pictures) and max(lengths, default=0) >= _WORDS_OF_PARAGRAPH


def _layout_table(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """A table that only puts pictures and text beside each other, cell after cell."""
    builder.end_paragraph()
    for cell in cells_of(node):
        reader.fill(cell, builder)
        builder.end_paragraph()
    builder.is_behind_block = True


def _table(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    if reader.open_float is None and _is_layout(node):
        _layout_table(reader, node, builder)
        return
    was_in_table, reader.is_in_table = reader.is_in_table, True
    _outer_caption(reader, node, builder)
    nodes = printed_once(node.nodelist)
    inner = [part for part in nodes if not is_macro(part, "caption", "label")]
    for part in nodes:  # as in a longtable
        if is_macro(part, "caption", "label"):
            reader.node(part, builder)
    reader.is_in_table = was_in_table
    builder.add_block(_table_of(reader, node, inner))


def _outer_caption(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    r"""The caption that a table of tabularray has: `\begin{longtblr}[caption={…}, label={a}]`."""
    given = argument(node, 0)
    if not node.environmentname.endswith("tblr") or not given:
        return
    for at, part in enumerate(given):
        said = str(getattr(part, "chars", ""))
        value = given[at + 1 : at + 2]
        if re.search(r"(?:^|,)\s*caption\s*=\s*$", said) and value:
            spans = reader.spans(value)
            builder.end_paragraph()
            place = reader.place(node, len("\\begin"))
            builder.blocks.append(_caption_line("Table", _step(reader, "Table"), spans, place))
    if label := re.search(r"label\s*=\s*\{?([^{},\]]+)", verbatim(given)):
        reader.labels.numbers[label[1].strip()] = reader.current


def _contents_of_jmlr(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    r"""A float of jmlr: `\floatconts{fig:a}{\caption{…}}{\includegraphics{…}}`."""
    reader.fill(argument(node, 1) or (), builder)
    if label := verbatim(argument(node, 0) or ()).strip():
        reader.labels.numbers[label] = reader.current
        reader.labels.titles[label] = reader.title
    reader.fill(last_argument(node), builder)


def _table_of(
    reader: PaperReader, node: LatexEnvironmentNode, nodes: Sequence[LatexNode]
) -> Tabular:
    place = reader.place(node, len(f"\\begin{{{node.environmentname}}}"))
    reader.warn("layout-not-kept", "this table is set anew: its columns share the line", place)
    return read_table(node, nodes, place, reader.spans, reader.warn)


FLOAT_COMMANDS: Mapping[str, CommandReader] = {
    "caption": _caption,
    "captionof": _caption_of,
    "floatconts": _contents_of_jmlr,
    "subcaption": _part_caption,
    "Description": _description,
    **dict.fromkeys(("includegraphics", "includesvg"), _picture),
    **dict.fromkeys(("subfigure", "subfloat", "subcaptionbox", "subtable"), _part_command),
}
"""What reads the commands of figures and tables."""

FLOAT_ENVIRONMENTS: Mapping[str, EnvironmentReader] = {
    **dict.fromkeys(_FIGURES, _figure),
    **dict.fromkeys(_FLOATS, _float_of_table),
    **dict.fromkeys(_PARTS, _part),
    **dict.fromkeys(TABLES, _table),
}
"""What reads figures and tables, by their environments' names."""
