"""Reads the commands of a paper's text: headings, notes, links, references."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from pylatexenc.latexwalker import LatexMacroNode, LatexNode

from proposal.importers.latex.babel import quotes
from proposal.importers.latex.blocks_reader import BlockBuilder, CommandReader, PaperReader
from proposal.importers.latex.floats_reader import FLOAT_COMMANDS
from proposal.importers.latex.paper_tree import (
    Code,
    CrossReference,
    Footnote,
    Hyperlink,
    Inline,
    LineBreak,
    SectionTitle,
    TypedText,
    plain,
    trimmed,
)
from proposal.importers.latex.parsing import argument, is_starred, last_argument, verbatim
from proposal.importers.markdown_text import LINKED
from proposal.model.affiliated import BARE_EMAIL
from proposal.source.bib.latex import RAISED

_LEVELS = {
    "chapter": 1,
    "part": 1,
    "section": 1,
    "subsection": 2,
    "subsubsection": 3,
    "paragraph": 4,
    "subparagraph": 4,
    "bmhead": 1,
}
_COUNTERS = ("section", "subsection", "subsubsection")
"""The counters of acmart's numbered headings, the highest level first."""


def _heading(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    level = _LEVELS[node.macroname]
    builder.end_paragraph()
    builder.is_behind_block = False
    spans = reader.spans(last_argument(node))
    is_numbered = level <= len(_COUNTERS) and not is_starred(node)
    is_numbered &= node.macroname != "bmhead"  # of the back matter of sn-jnl
    if is_numbered:
        counter = _COUNTERS[level - 1]
        reader.counts[counter] = reader.counts.get(counter, 0) + 1
        for lower in _COUNTERS[level:]:
            reader.counts[lower] = 0
        numbers = (str(reader.counts.get(counter, 0)) for counter in _COUNTERS[:level])
        reader.current = ("Section", ".".join(numbers))
    reader.title = plain(spans)
    place = reader.place(node, len(node.macroname) + 1)
    builder.blocks.append(SectionTitle(level, spans, place, is_numbered))


def _footnote(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    _note_of(last_argument(node), node, reader, builder)


def _note_of(
    words: Sequence[LatexNode], node: LatexMacroNode, reader: PaperReader, builder: BlockBuilder
) -> None:
    """Add a note; a label in it stands for its number."""
    numbers = reader.note_numbers
    around, number = reader.current, numbers.setdefault(node.pos, len(numbers) + 1)
    reader.current = ("Footnote", str(number))
    builder.add(Footnote(tuple(reader.blocks(words))), reader.place(node))
    reader.current = around


def _loose_note(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    if node.pos in reader.loose_notes.words:
        _note_of(reader.loose_notes.words[node.pos], node, reader, builder)
        return
    if node.pos in reader.loose_notes.placed:
        return
    message = f"\\{node.macroname} has no counterpart; write the note where it belongs"
    reader.warn("unknown-latex", message, reader.place(node))
    if node.macroname == "footnotetext":
        _footnote(reader, node, builder)


def _typewriter(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    reader.typewriter(last_argument(node), reader.place(node), builder)


def _verb(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    builder.add(Code(str(node.nodeargd.verbatim_text)), reader.place(node))


def _url(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    shown = _address(last_argument(node))
    address = f"mailto:{shown}" if BARE_EMAIL.fullmatch(shown) else shown
    span: Inline = TypedText(shown)
    if address.startswith(LINKED):
        span = Hyperlink(address, (TypedText(shown),))
    builder.add(span, reader.place(node))


def _href(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    address = _address(argument(node, 0) or ())
    spans = trimmed(_unlinked(reader.within(last_argument(node), builder)))
    if address.startswith(LINKED):
        builder.add(Hyperlink(address, spans), reader.place(node))
        return
    message = f"`{' '.join(address.split())}` is no web address, so only its words are kept"
    reader.warn("not-a-url", message, reader.place(node))
    for span in spans:
        builder.add(span, reader.place(node))


def _raised(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    """What stands above or below the line, by characters that do: 10⁶ is not 106."""
    signs = _RAISED_WORDS if node.macroname == "up" else RAISED[node.macroname]
    text = reader.words(last_argument(node))
    if text and all(sign in signs for sign in text):
        builder.add(TypedText("".join(signs[sign] for sign in text)), reader.place(node))
    else:
        reader.note_layout(node)
        reader.fill(last_argument(node), builder)


_RAISED_WORDS = {**RAISED["textsuperscript"], "o": "º", "a": "ª"}
r"""What French sets above the line: the letter of `N\up{o}`."""


def _two_parts(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    """A word whose beginning is set large."""
    reader.fill(argument(node, 0) or (), builder)
    reader.fill(last_argument(node), builder)


def _unlinked(spans: Sequence[Inline]) -> list[Inline]:
    """The words of a link, in which an address is no link of its own."""
    return [
        part for span in spans for part in (span.spans if isinstance(span, Hyperlink) else (span,))
    ]


def _abstract(reader: PaperReader, node: LatexMacroNode, _builder: BlockBuilder) -> None:
    """The abstract of classes that have a command for it."""
    if last_argument(node):
        reader.abstract = last_argument(node)


def _label(reader: PaperReader, node: LatexMacroNode, _builder: BlockBuilder) -> None:
    label = verbatim(last_argument(node)).strip()
    reader.labels.numbers[label] = reader.current
    reader.labels.titles[label] = reader.title


def _reference(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    is_named = node.macroname in {"autoref", "cref", "Cref"}
    is_bracketed = node.macroname in {"eqref", "cref", "Cref", "labelcref"}
    label = verbatim(last_argument(node)).strip()
    shows = _SHOWN.get(node.macroname, "number")
    reference = CrossReference(label, reader.place(node), is_named, is_bracketed, shows)
    builder.add(reference, reader.place(node))


_SHOWN: Mapping[str, Literal["number", "title", "letter", "page"]] = {
    "nameref": "title",
    "subref": "letter",
    "pageref": "page",
    "autopageref": "page",
}
"""What commands print of a place, where it is not the number."""


def _range(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    r"""`\crefrange{sec:a}{sec:c}`."""
    place = reader.place(node)
    first, last = (verbatim(argument(node, index) or ()).strip() for index in (0, 1))
    builder.add(CrossReference(first, place, is_named=True, is_bracketed=True), place)
    builder.add(TypedText(" to "), place)
    builder.add(CrossReference(last, place, is_bracketed=True), place)


def _degrees(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    r"""`\ang{30}`."""
    reader.fill(last_argument(node), builder)
    builder.add(TypedText("°"), reader.place(node))


def _reference_to_note(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    r"""`\footref{fn:a}`, which LaTeX prints as a raised number."""
    builder.add(TypedText(" ("), reader.place(node))
    label = verbatim(last_argument(node)).strip()
    builder.add(CrossReference(label, reader.place(node), is_named=True), reader.place(node))
    builder.add(TypedText(")"), reader.place(node))


def _line_end(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    if builder.place is not None:
        builder.add(LineBreak(), reader.place(node))


def _paragraph_end(_reader: PaperReader, _node: LatexMacroNode, builder: BlockBuilder) -> None:
    builder.end_paragraph()
    builder.is_behind_block = False


def _first_of_two(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    reader.fill(argument(node, 0) or (), builder)


def _sponsor(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    r"""`\grantsponsor{id}{name}{address}`, of which acmart prints the name."""
    reader.fill(argument(node, 1) or (), builder)


def _grant(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    r"""`\grantnum[address]{id}{number}`, of which acmart prints the number."""
    reader.fill(last_argument(node), builder)


def _quoted(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    opening, closing = quotes(reader.source.language, reader.quote_depth)
    reader.quote_depth += 1
    builder.add(TypedText(opening), reader.place(node))
    reader.fill(last_argument(node), builder)
    builder.add(TypedText(closing), reader.place(node))
    reader.quote_depth -= 1


def _appendix(reader: PaperReader, node: LatexMacroNode, _builder: BlockBuilder) -> None:
    message = "sections behind \\appendix are numbered like the others"
    reader.warn("layout-not-kept", message, reader.place(node))


def _address(nodes: Sequence[LatexNode]) -> str:
    return re.sub(r"\\([%#&_~{}$])", r"\1", verbatim(nodes).strip())


def _diagonal(reader: PaperReader, node: LatexMacroNode, builder: BlockBuilder) -> None:
    """The cell in the corner of a table, with heads of columns and rows."""
    reader.fill(argument(node, 0) or (), builder)
    builder.add(TypedText(" / "), reader.place(node))
    reader.fill(last_argument(node), builder)


def _acknowledgments(reader: PaperReader, node: LatexMacroNode, _builder: BlockBuilder) -> None:
    reader.acknowledgments = [*(reader.acknowledgments or ()), *last_argument(node)]


def _emoji(reader: PaperReader, node: LatexMacroNode, _builder: BlockBuilder) -> None:
    r"""A sign of the package `emoji`, whose name is no word of the text: `\emoji{heart}`."""
    name = verbatim(last_argument(node)).strip()
    message = f"\\emoji{{{name}}} is a sign that is not known; nothing stands for it"
    reader.warn("unknown-latex", message, reader.place(node))


def _left_out(reader: PaperReader, node: LatexMacroNode, _builder: BlockBuilder) -> None:
    """What classes print of a paper in other places, or send along, and documents do not have."""
    parts = [argument(node, index) for index in range(len(node.nodeargd.argnlist))]
    said = " ".join(reader.words(part) for part in parts if part)
    message = f"documents have no \\{node.macroname}, so it is left out"
    message += f": {said}" if node.macroname in _WITH_WORDS and said else ""
    reader.warn("note-not-kept", message, reader.place(node))


_WITH_WORDS = {
    "conferenceinfo", "conference", "category", "terms", "additionalauthors", "isbn",
}  # fmt: skip
"""What the old classes of ACM and that of CEUR-WS say of a paper, beside its text."""

COMMANDS: Mapping[str, CommandReader] = {
    **dict.fromkeys(_WITH_WORDS, _left_out),
    **dict.fromkeys(_LEVELS, _heading),
    "acks": _acknowledgments,
    "emoji": _emoji,
    "titlebreak": _line_end,
    "footnote": _footnote,
    **dict.fromkeys(("footnotetext", "footnotemark"), _loose_note),
    "texttt": _typewriter,
    "verb": _verb,
    **dict.fromkeys(("url", "nolinkurl", "path"), _url),
    "href": _href,
    **dict.fromkeys((*RAISED, "up", "fup"), _raised),
    "IEEEPARstart": _two_parts,
    "label": _label,
    **dict.fromkeys(
        (
            "ref",
            "autoref",
            "cref",
            "Cref",
            "nameref",
            "pageref",
            "eqref",
            "vref",
            "Vref",
            "labelcref",
            "subref",
            "autopageref",
        ),
        _reference,
    ),
    **dict.fromkeys(("crefrange", "Crefrange"), _range),
    "ang": _degrees,
    "footref": _reference_to_note,
    **dict.fromkeys(("\\", "newline", "tabularnewline"), _line_end),
    "par": _paragraph_end,
    **dict.fromkeys(("texorpdfstring", "TextOrMath"), _first_of_two),
    **dict.fromkeys(("enquote", "textquote", "say", "blockquote"), _quoted),
    "grantsponsor": _sponsor,
    "grantnum": _grant,
    **FLOAT_COMMANDS,
    "appendix": _appendix,
    "abstract": _abstract,
    **dict.fromkeys(("diagbox", "backslashbox"), _diagonal),
    **dict.fromkeys(
        (
            "translatedtitle",
            "translatedsubtitle",
            "translatedkeywords",
            "setengagemetadata",
            "acmDataLink",
            "acmCodeLink",
            "acmContributions",
            "acmArticleType",
        ),
        _left_out,
    ),
}
"""What reads commands whose meaning is more than their text."""
