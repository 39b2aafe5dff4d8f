"""Reads environments around text: frames, statements with numbers, drawings, lists in a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pylatexenc.latexwalker import LatexEnvironmentNode, LatexGroupNode, LatexNode

from proposal.importers.latex.blocks_reader import BlockBuilder, EnvironmentReader, PaperReader
from proposal.importers.latex.item_labels import item_label
from proposal.importers.latex.known_commands import DRAWINGS
from proposal.importers.latex.paper_tree import Emphasis, Inline, Paragraph, TypedText, trimmed
from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim
from proposal.importers.latex.text_reader import Theorem

_TITLE = re.compile(r"(?:^|,)\s*(?:frame)?title\s*=\s*(\{.*?\}|[^,]*)", re.DOTALL)
"""An example: `title={A box},colback=white`."""
_BEFORE_TITLE = re.compile(r"(?:^|,)\s*(?:frame)?title\s*=\s*$")
"""What stands before a title in braces: `colback=white, title=`."""
_STATEMENTS = (
    "theorem",
    "lemma",
    "corollary",
    "proposition",
    "conjecture",
    "definition",
    "example",
)
OF_ACMART: Mapping[str, Theorem] = {
    name: Theorem(name.capitalize(), "theorem", "section") for name in _STATEMENTS
}
"""The statements that acmart itself has."""


_IN_LLNCS = (
    *(*_STATEMENTS, "case", "exercise", "note", "problem", "property", "question", "solution"),
    "remark",
)
_IN_LIPICS = (*_STATEMENTS, "exercise", "observation", "note", "remark", "claim")
_OF_LLNCS = {name: Theorem(name.capitalize(), name) for name in _IN_LLNCS}
_OF_LLNCS["claim"] = Theorem("Claim", "claim", is_numbered=False)
_OF_LIPICS = {name: Theorem(name.capitalize(), "theorem") for name in _IN_LIPICS}
_OF_LIPICS |= {
    f"{name}*": Theorem(name.capitalize(), name, is_numbered=False)
    for name in ("note", "remark", "claim")
}
"""The statements of llncs 2.24 and of lipics-v2021, as their files define them."""


def statements_of(class_name: str) -> Mapping[str, EnvironmentReader]:
    """The readers of the statements that another class has, with its way of numbering them."""
    is_lipics = class_name.startswith(("lipics", "oasics"))
    own = _OF_LIPICS if is_lipics else _OF_LLNCS if class_name == "llncs" else {}
    return {name: statement_reader(name, theorem) for name, theorem in own.items()}


def _frame(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """A frame, of which the title and what stands in it are kept."""
    builder.end_paragraph()
    options = verbatim(argument(node, 0) or ())
    if title := _title_of_frame(reader, node, options):
        place = reader.place(node, len("\\begin"))
        builder.blocks.append(Paragraph((Emphasis(title, is_bold=True),), place))
    reader.fill(node.nodelist, builder)
    builder.end_paragraph()
    builder.is_behind_block = True


def _title_of_frame(
    reader: PaperReader, node: LatexEnvironmentNode, options: str
) -> tuple[Inline, ...]:
    """The title of a frame, whose commands are read where it stands in braces."""
    nodes = argument(node, 0) or []
    for before, group in pairwise(nodes):
        if isinstance(group, LatexGroupNode) and _BEFORE_TITLE.search(verbatim([before])):
            return reader.spans(group.nodelist)
    named = _TITLE.search(options)
    title = named[1].strip("{} \n") if named else ""
    return (TypedText(title),) if title and "\\" not in title else ()


def _columns(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """Text in columns, with what stands above them."""
    builder.end_paragraph()
    reader.fill(argument(node, 1) or (), builder)
    builder.end_paragraph()
    reader.fill(node.nodelist, builder)
    builder.end_paragraph()
    builder.is_behind_block = True


def _drawing(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """A drawing or an algorithm, of which caption and label are left."""
    name = node.environmentname
    if not name.startswith("algorithm"):
        return
    number = str(reader.counts.get("Algorithm", 0) + 1)
    reader.counts["Algorithm"] = int(number)
    reader.current = ("Algorithm", number)
    for inner in node.nodelist:
        if is_macro(inner, "label"):
            reader.labels.numbers[verbatim(last_argument(inner)).strip()] = reader.current
        elif is_macro(inner, "caption"):
            place = reader.place(inner)
            head = TypedText(f"Algorithm {number}: ")
            builder.floats.append(Paragraph((head, *reader.spans(last_argument(inner))), place))
    if builder.place is None:
        builder.end_paragraph()


def _listing(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """A listing with a number and a caption."""
    number = str(reader.counts.get("Listing", 0) + 1)
    reader.counts["Listing"] = int(number)
    reader.current = ("Listing", number)
    builder.end_paragraph()
    for inner in node.nodelist:
        if is_macro(inner, "caption"):
            head = TypedText(f"Listing {number}: ")
            spans = (head, *reader.spans(last_argument(inner)))
            builder.add_block(Paragraph(spans, reader.place(inner)))
        else:
            reader.node(inner, builder)
    builder.end_paragraph()


def _list_in_line(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    """A list that stands within a sentence, with its numbers where it has them."""
    count = 0
    options = verbatim(argument(node, 0) or ())
    is_numbered = "enum" in node.environmentname
    for inner in node.nodelist:
        if not is_macro(inner, "item"):
            if count or not _is_blank(inner):
                reader.node(inner, builder)
            continue
        count += 1
        label = argument(inner, 0)
        place = reader.place(inner)
        if builder.spans and not _ends_in_space(builder.spans):
            builder.add(TypedText(" "), place)
        if label:
            reader.fill(label, builder)
            builder.add(TypedText(" "), place)
        elif is_numbered:
            builder.add(TypedText(f"{item_label(options, count)} "), place)


def _is_blank(node: LatexNode) -> bool:
    return not str(getattr(node, "chars", "x")).strip()


def _ends_in_space(spans: Sequence[Inline]) -> bool:
    last = spans[-1]
    return isinstance(last, TypedText) and last.text.endswith(" ")


def statement_reader(name: str, theorem: Theorem) -> EnvironmentReader:
    """What reads an environment for statements: a number, a note in brackets, and the text."""

    def read(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
        builder.end_paragraph()
        head = theorem.title
        if theorem.is_numbered:
            number = _number(reader, theorem)
            head = f"{head} {number}"
            reader.current = (theorem.title, number)
        note = reader.words(argument(node, 0))
        title = f"{head} ({note})." if note else f"{head}."
        _headed(reader, node, title, builder)

    read.__name__ = f"read_{name}"
    return read


def _number(reader: PaperReader, theorem: Theorem) -> str:
    outer = str(reader.counts.get(theorem.within, 0)) if theorem.within else ""
    key = f"{theorem.counter} of {outer}" if outer else theorem.counter
    reader.counts[key] = reader.counts.get(key, 0) + 1
    own = str(reader.counts[key])
    return f"{outer}.{own}" if outer else own


def _proof(reader: PaperReader, node: LatexEnvironmentNode, builder: BlockBuilder) -> None:
    builder.end_paragraph()
    note = reader.words(argument(node, 0))
    _headed(reader, node, f"{note or 'Proof'}.", builder)


def _headed(
    reader: PaperReader, node: LatexEnvironmentNode, title: str, builder: BlockBuilder
) -> None:
    """Text behind a title in bold on its first line."""
    place = reader.place(node, len("\\begin"))
    blocks = reader.blocks(node.nodelist)
    head = Emphasis((TypedText(title),), is_bold=True)
    first = blocks[0] if blocks else None
    spans = first.spans if isinstance(first, Paragraph) else ()
    rest = blocks[1:] if isinstance(first, Paragraph) else blocks
    builder.blocks += [Paragraph(trimmed((head, TypedText(" "), *spans)), place), *rest]
    builder.is_behind_block = True


def _left_out(reader: PaperReader, node: LatexEnvironmentNode, _builder: BlockBuilder) -> None:
    """An abstract in another language, which documents do not have."""
    message = f"documents have no {node.environmentname}, so it is left out"
    reader.warn("note-not-kept", message, reader.place(node, len("\\begin")))


ENVIRONMENTS: Mapping[str, EnvironmentReader] = {
    **dict.fromkeys(("tcolorbox", "mdframed", "framed", "shaded"), _frame),
    **dict.fromkeys(("multicols", "multicols*"), _columns),
    **dict.fromkeys(DRAWINGS, _drawing),
    **dict.fromkeys(
        ("enumerate*", "itemize*", "description*", "inparaenum", "inparaitem"), _list_in_line
    ),
    **{name: statement_reader(name, theorem) for name, theorem in OF_ACMART.items()},
    "proof": _proof,
    **dict.fromkeys(("listing", "listing*"), _listing),
    "translatedabstract": _left_out,
}
"""What reads these environments, by their names."""
