r"""Finds the notes that stand in titles and at names: `\title{Foo\thanks{Funded by X}}`.

A title is one line in the data, and has no notes. A note that thanks or names who paid belongs to
the acknowledgments; any other one is reported with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pylatexenc.latexwalker import LatexGroupNode, LatexMacroNode, LatexNode

from proposal.importers.latex.parsing import argument, is_macro, last_argument

WITH_TEXT = frozenset(
    {"thanks", "footnote", "footnotetext", "titlenote", "subtitlenote", "tnotetext"}
)
"""Commands for notes that say something of the title, or of the name, at which they stand."""
_OF_AUTHORS = frozenset({"authornote", "authornotemark"})
_MARKS = frozenset({"footnotemark", "tnoteref", "corref", "fnref", "thanksmark"})
"""Commands that set the mark of a note whose words stand elsewhere."""
_CREDIT = re.compile(
    r"\b(?:support(?:ed|s)?|fund(?:s|ed|ing)?|grants?|award(?:s|ed)?|sponsor(?:s|ed)?|financ\w+|"
    r"thanks?|grateful|acknowledg\w+|F[öo]rder\w+)\b",
    re.IGNORECASE,
)
"""Examples: `Supported by the Example Foundation`, `We thank Bob Builder`."""


def notes_in(nodes: Sequence[LatexNode] | None) -> Iterator[LatexMacroNode]:
    """The notes in a title or beside a name, those within other commands among them."""
    for node in nodes or ():
        if isinstance(node, LatexMacroNode) and node.macroname in WITH_TEXT | _OF_AUTHORS:
            yield node
        elif isinstance(node, LatexGroupNode):
            yield from notes_in(node.nodelist)
        elif isinstance(node, LatexMacroNode):
            for index in range(len(getattr(node.nodeargd, "argnlist", None) or ())):
                yield from notes_in(argument(node, index))


def without_notes(nodes: Sequence[LatexNode]) -> list[LatexNode]:
    """A title or a name without the notes that stand in it, and without their marks."""
    return [node for node in nodes if not is_macro(node, *WITH_TEXT, *_OF_AUTHORS, *_MARKS)]


def is_credit(text: str) -> bool:
    """Whether a note says who paid for the work, or whom its authors thank."""
    return _CREDIT.search(text) is not None


def text_of(note: LatexMacroNode) -> Sequence[LatexNode]:
    """What a note says."""
    return last_argument(note)


def lines_of_title(nodes: Sequence[LatexNode]) -> list[list[LatexNode]]:
    r"""The lines of a title, without its notes, as `\\\\` parts them."""
    lines: list[list[LatexNode]] = [[]]
    for node in without_notes(nodes):
        if is_macro(node, "\\", "newline"):
            lines.append([])
        else:
            lines[-1].append(node)
    return lines
