"""Reads the commands of a paper's text: headings, notes, links, references."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pylatexenc.latexwalker import LatexCharsNode, LatexMacroNode, LatexNode, LatexSpecialsNode

from proposal.importers.latex.blocks_reader import CommandReader, Page, Reading
from proposal.importers.latex.environments import figure_of
from proposal.importers.latex.paper_tree import (
    Break,
    Code,
    Footnote,
    Heading,
    Link,
    Reference,
    Span,
    Text,
    trimmed,
)
from proposal.importers.latex.parsing import argument, is_starred, last_argument, verbatim
from proposal.importers.latex.symbols import code, symbol

_LEVELS = {
    "chapter": 1,
    "part": 1,
    "section": 1,
    "subsection": 2,
    "subsubsection": 3,
    "paragraph": 4,
    "subparagraph": 4,
}
_COUNTERS = ("section", "subsection", "subsubsection")
"""The counters of acmart's numbered headings, the highest level first."""
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_SCHEMES = ("http://", "https://", "mailto:")


def _heading(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    level = _LEVELS[node.macroname]
    page.end_paragraph()
    page.is_behind_block = False
    spans = reading.spans(last_argument(node))
    is_numbered = level <= len(_COUNTERS) and not is_starred(node)
    if is_numbered:
        counter = _COUNTERS[level - 1]
        reading.counts[counter] = reading.counts.get(counter, 0) + 1
        for lower in _COUNTERS[level:]:
            reading.counts[lower] = 0
        numbers = (str(reading.counts.get(each, 0)) for each in _COUNTERS[:level])
        reading.current = ("Section", ".".join(numbers))
    place = reading.place(node, len(node.macroname) + 1)
    page.blocks.append(Heading(level, spans, place, is_numbered))


def _footnote(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    page.add(Footnote(tuple(reading.blocks(last_argument(node)))), reading.place(node))


def _loose_note(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    message = f"\\{node.macroname} has no counterpart; write the note where it belongs"
    reading.remark("unknown-latex", message, reading.place(node))
    if node.macroname == "footnotetext":
        _footnote(reading, node, page)


def _typewriter(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    nodes = last_argument(node)
    is_plain = all(
        isinstance(each, LatexCharsNode | LatexSpecialsNode)
        or (isinstance(each, LatexMacroNode) and symbol(each) is not None)
        for each in nodes
    )
    if is_plain:
        page.add(Code(" ".join(code(nodes).split())), reading.place(node))
    else:
        reading.fill(nodes, page)


def _verb(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    page.add(Code(str(node.nodeargd.verbatim_text)), reading.place(node))


def _url(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    shown = _address(last_argument(node))
    address = f"mailto:{shown}" if _EMAIL.fullmatch(shown) else shown
    span: Span = Text(shown)
    if address.startswith(_SCHEMES):
        span = Link(address, (Text(shown),))
    page.add(span, reading.place(node))


def _href(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    address = _address(argument(node, 0) or ())
    spans = trimmed(_unlinked(reading.within(last_argument(node), page)))
    if address.startswith(_SCHEMES):
        page.add(Link(address, spans), reading.place(node))
        return
    message = f"{address} is no web address, so only its words are kept"
    reading.remark("not-a-url", message, reading.place(node))
    for span in spans:
        page.add(span, reading.place(node))


def _unlinked(spans: Sequence[Span]) -> list[Span]:
    """The words of a link, in which an address is no link of its own."""
    return [part for each in spans for part in (each.spans if isinstance(each, Link) else (each,))]


def _label(reading: Reading, node: LatexMacroNode, _page: Page) -> None:
    reading.labels.numbers[verbatim(last_argument(node)).strip()] = reading.current


def _reference(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    is_named = node.macroname in {"autoref", "cref", "Cref"}
    label = verbatim(last_argument(node)).strip()
    page.add(Reference(label, reading.place(node), is_named), reading.place(node))


def _line_end(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    if page.place is not None:
        page.add(Break(), reading.place(node))


def _paragraph_end(_reading: Reading, _node: LatexMacroNode, page: Page) -> None:
    page.end_paragraph()
    page.is_behind_block = False


def _first_of_two(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    reading.fill(argument(node, 0) or (), page)


def _quoted(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    page.add(Text("“"), reading.place(node))
    reading.fill(last_argument(node), page)
    page.add(Text("”"), reading.place(node))


def _picture(reading: Reading, node: LatexMacroNode, page: Page) -> None:
    """A picture outside of a figure."""
    figure = figure_of(reading, node, "", "")
    if figure is not None:
        page.floats.append(figure)


def _appendix(reading: Reading, node: LatexMacroNode, _page: Page) -> None:
    message = "sections behind \\appendix are numbered like the others"
    reading.remark("layout-not-kept", message, reading.place(node))


def _address(nodes: Sequence[LatexNode]) -> str:
    return re.sub(r"\\([%#&_~{}$])", r"\1", verbatim(nodes).strip())


COMMANDS: Mapping[str, CommandReader] = {
    **dict.fromkeys(_LEVELS, _heading),
    "footnote": _footnote,
    **dict.fromkeys(("footnotetext", "footnotemark"), _loose_note),
    "texttt": _typewriter,
    "verb": _verb,
    **dict.fromkeys(("url", "nolinkurl", "path"), _url),
    "href": _href,
    "label": _label,
    **dict.fromkeys(("ref", "autoref", "cref", "Cref", "nameref", "pageref"), _reference),
    **dict.fromkeys(("\\", "newline", "tabularnewline"), _line_end),
    "par": _paragraph_end,
    "texorpdfstring": _first_of_two,
    "enquote": _quoted,
    "includegraphics": _picture,
    "appendix": _appendix,
}
"""What reads commands whose meaning is more than their text."""
