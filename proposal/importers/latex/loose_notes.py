r"""Finds the words of notes whose marks stand by themselves: `\footnotemark`, then `\footnotetext`.

LaTeX joins the two by a number: the one that is given in brackets, or else that of its counter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from pylatexenc.latexwalker import (
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
)

from proposal.importers.latex.parsing import argument, is_macro, last_argument, verbatim

_COUNTING = ("setcounter", "addtocounter", "stepcounter", "refstepcounter")


class LooseNotes(Struct):
    """Which mark belongs to which words, by the offsets of the commands."""

    words: dict[int, Sequence[LatexNode]] = field(default_factory=dict)
    """What the note of a mark says."""
    placed: set[int] = field(default_factory=set)
    """The `\\footnotetext` whose words stand at a mark."""


def loose_notes(nodes: Sequence[LatexNode]) -> LooseNotes:
    """The notes of a paper that LaTeX joins to their marks by numbers."""
    found = LooseNotes()
    marks: dict[str, int] = {}
    number = 0
    for command in _commands(nodes):
        name = command.macroname
        given = verbatim(argument(command, 0) or ()).strip()
        if name in _COUNTING:
            number = _counted(command, number)
        elif name == "footnote":
            number += 0 if given else 1
        elif name == "footnotemark":
            number += 0 if given else 1
            marks.setdefault(given or str(number), command.pos)
        elif (mark := marks.pop(given or str(number), None)) is not None:
            found.words[mark] = last_argument(command)
            found.placed.add(command.pos)
    return found


def _counted(command: LatexMacroNode, number: int) -> int:
    """The number of the counter of notes behind a command that sets one."""
    name, first = command.macroname, verbatim(argument(command, 0) or ()).strip()
    if first != "footnote":
        return number
    if name in {"stepcounter", "refstepcounter"}:
        return number + 1
    written = verbatim(last_argument(command)).strip()
    if not written.removeprefix("-").isdecimal():
        return number
    return int(written) + (number if name == "addtocounter" else 0)


def _commands(nodes: Sequence[LatexNode]) -> Iterator[LatexMacroNode]:
    """The commands that concern notes, in the order of the paper."""
    for node in nodes:
        if isinstance(node, LatexMacroNode):
            for index in range(len(getattr(node.nodeargd, "argnlist", None) or ())):
                yield from _commands(argument(node, index) or ())
            if is_macro(node, "footnote", "footnotemark", "footnotetext", *_COUNTING):
                yield node
        elif isinstance(node, LatexGroupNode | LatexEnvironmentNode):
            yield from _commands(node.nodelist)
