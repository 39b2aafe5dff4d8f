r"""Turns an author list of any class into lines with marks: `\author{A\inst{1} \and B\\…}`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct, field
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexNode,
    LatexSpecialsNode,
)

from proposal.importers.author_block import GAP, raised
from proposal.importers.latex.blocks_reader import PaperReader
from proposal.importers.latex.paper_tree import NO_BREAK_SPACE
from proposal.importers.latex.parsing import argument, last_argument, verbatim
from proposal.importers.latex.symbols import SPECIALS, symbol
from proposal.importers.written_names import are_names

_LINE_ENDS = {"\\", "newline", "tabularnewline", "par", "affiliations", "emails", "maketitle"}
_PARTS = {"and", "And", "AND", "AuthorAND", "IEEEauthorblockN", "alignauthor"}
"""Commands before which a new part of the list begins."""
_MARKS = {"textsuperscript", "inst", "IEEEauthorrefmark", "thanksmark", "textsuperscript*"}
_IDENTIFIERS = {"orcidID", "orcid", "orcidlink", "orcidicon"}
_GAPS = {"quad", "qquad", "hspace", "hfill", "enspace", "hskip"}
_LINKS = {"href", "url", "nolinkurl"}
_NOTES = {"thanks", "footnote", "titlenote", "authornote"}
_LEFT_OUT = {
    "IEEEmembership",
    "includegraphics",
    "vspace",
    "label",
    "cortext",
    "fnref",
    "tnoteref",
    "rule",
    "url*",
}
_SIGNS = {"dagger": "†", "dag": "†", "ddagger": "‡", "ddag": "‡", "ast": "*", "star": "*"} | {
    "S": "§", "P": "¶", "sharp": "#", "circ": "°", "diamond": "◇", "textdagger": "†",
    "textasteriskcentered": "*", "clubsuit": "♣", "spadesuit": "♠", "heartsuit": "♥",
    "diamondsuit": "♦", "text": "", "mathrm": "", "rm": "", "prime": "'", "bf": "", "mathbf": "",
    "Letter": "*", "envelope": "*",
}  # fmt: skip
_NOTES_OF_TITLE = re.compile(
    r"\\title\b.*?(?=\\author\b|\\date\b|\\maketitle\b|\\begin\s*\{)", re.DOTALL
)
r"""`\title{A Title\thanks{Funded by X.}}`"""
_IDENTIFIER = re.compile(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")
"""The address of an iD: `https://orcid.org/0000-0002-1825-0097`"""
_RAISED = re.compile(r"\s*(?:\{\s*\})?\^\s*(.*?)\s*", re.DOTALL)
"""An example: `^{1,2}` between dollar signs."""

_BETWEEN = re.compile(r"\s*(?:\\(?:cdot|bullet|mid|q?quad|hspace\s*\{[^{}]*\})|\|)\s*")
r"""Signs and gaps between names that stand between dollar signs: `\cdot`, `\quad`"""


class AuthorLines(Struct):
    """The lines of an author list, part by part."""

    reader: PaperReader
    blocks: list[list[str]] = field(default_factory=lambda: [[""]])
    notes: list[str] = field(default_factory=list)

    def read(self, nodes: Sequence[LatexNode]) -> None:
        """Add what nodes say."""
        for node in nodes:
            self.node(node)

    def finished(self) -> list[list[str]]:
        """The parts, with the notes at the end of the last one."""
        notes = [f"{raised(f'note{index}')} {note}" for index, note in enumerate(self.notes)]
        return [*self.blocks[:-1], [*self.blocks[-1], *notes]]

    def add(self, text: str) -> None:
        """Add text to the line."""
        self.blocks[-1][-1] += text

    def end_line(self) -> None:
        """Begin a new line."""
        self.blocks[-1].append("")

    def end_part(self) -> None:
        """Begin a new part."""
        if any(line.strip() for line in self.blocks[-1]):
            self.blocks.append([""])

    def node(self, node: LatexNode) -> None:
        """Add what one node says."""
        match node:
            case LatexCharsNode():
                self.add(re.sub(r"\s+", " ", node.chars))
            case LatexSpecialsNode():
                sign = SPECIALS.get(node.specials_chars, node.specials_chars)
                self.add({"&": GAP, NO_BREAK_SPACE: " ", "\n\n": " "}.get(sign, sign))
            case LatexGroupNode():
                self.read(node.nodelist)
            case LatexMathNode():
                self.formula("".join(part.latex_verbatim() for part in node.nodelist))
            case LatexEnvironmentNode():
                self.end_part()
                if not self.columns(node):
                    self.read(node.nodelist)
                self.end_line()
            case LatexMacroNode():
                self.command(node)
            case LatexCommentNode():
                pass
            case _:
                self.add(self.reader.words([node]))

    def columns(self, table: LatexEnvironmentNode) -> bool:
        """Add the columns of a table as parts, if it has several; else its rows, if they name some.

        Papers set authors side by side, with names in the first row and what is said of them below.
        """
        inner = AuthorLines(self.reader, notes=self.notes)
        inner.read(table.nodelist)
        lines = [line for block in inner.blocks for line in block if line.strip(f" {GAP}")]
        rows = [[cell.strip() for cell in line.split(GAP)] for line in lines]
        width = max(map(len, rows), default=0)
        if width < 2 or len(rows) < 2:
            return False
        columns = [list(column) for column in zip_longest(*rows, fillvalue="")]
        parts = columns if are_names(lines[0]) else rows
        if not all(are_names(part[0]) for part in parts if any(part)):
            return False
        self.blocks += [[cell for cell in part if cell] for part in parts if any(part)]
        return True

    def command(self, node: LatexMacroNode) -> None:
        """Add what a command says."""
        name = node.macroname
        if name in _LINE_ENDS:
            self.end_line()
            self.read(last_argument(node) if name in {"affiliations", "emails"} else ())
        elif name in _PARTS:
            self.end_part()
            self.read(last_argument(node))
        elif name == "IEEEauthorblockA":
            self.end_line()
            self.read(last_argument(node))
            self.end_line()
        elif name in _MARKS:
            source = verbatim(last_argument(node))
            identifier = _IDENTIFIER.search(source)  # as an icon that is a link
            self.add(raised(identifier[1] if identifier else _mark(source)))
        elif name == "corref":
            self.add(raised("note" + self.note_number("Corresponding author")))
        elif name in _IDENTIFIERS:
            self.add(raised(verbatim(last_argument(node)).strip()))
        elif name in _NOTES:
            self.add(raised("note" + self.note_number(self.note_words(last_argument(node)))))
        elif name in _GAPS:
            self.add(GAP)
        elif name in _LINKS:
            self.link(node)
        elif name == "footnotemark":
            self.add(raised(self.note_named(_mark(verbatim(argument(node, 0) or ())))))
        elif name not in _LEFT_OUT:
            self.other(node)

    def other(self, node: LatexMacroNode) -> None:
        """Add the sign that a command stands for, or the words in it."""
        text = symbol(node)
        if text is not None:
            self.add(text.replace(NO_BREAK_SPACE, " "))
        elif last_argument(node):
            self.read(last_argument(node))

    def link(self, node: LatexMacroNode) -> None:
        r"""A link: the iD of an address of ORCID, or the words; those of `\url` are the address."""
        address = verbatim(argument(node, 0) or ())
        if "orcid.org/" in address:
            self.add(raised(address.rpartition("/")[2]))
        elif node.macroname != "href":
            self.add(re.sub(r"\\([%#&_~])", r"\1", address.strip()))
        else:
            self.read(last_argument(node))

    def formula(self, source: str) -> None:
        r"""A formula, which is a mark if it is raised: `$^{1,\dagger}$`."""
        found = _RAISED.fullmatch(source)
        if found:
            self.add(raised(_mark(found[1])))
        elif _BETWEEN.fullmatch(source):
            self.add(GAP)
        else:
            self.add(_mark(source))

    def note_number(self, text: str) -> str:
        """The number of a note with a text; those of one text have one number."""
        if text not in self.notes:
            self.notes.append(text)
        return str(self.notes.index(text))

    def note_named(self, number: str) -> str:
        r"""The mark of `\footnotemark[1]`: a note above, which LaTeX numbers behind the title's."""
        before = _NOTES_OF_TITLE.search(self.reader.source.text)
        index = int(number) - 1 if number.isdecimal() else -1
        index -= before[0].count("\\thanks") if before else 0
        return f"note{index}" if 0 <= index < len(self.notes) else number or "*"

    def note_words(self, nodes: Sequence[LatexNode]) -> str:
        """The words of a note."""
        inner = AuthorLines(self.reader)
        inner.read(nodes)
        return " ".join(" ".join(" ".join(block) for block in inner.blocks).split())


def lines_of(nodes: Sequence[LatexNode], reader: PaperReader) -> list[list[str]]:
    """The lines of an author list, part by part, with its notes."""
    lines = AuthorLines(reader)
    lines.read(nodes)
    return lines.finished()


def _mark(source: str) -> str:
    r"""The signs of `\dagger,1`, without groups and fonts around them."""
    spelled = re.sub(
        r"\\([A-Za-z]+)\s*", lambda match: _SIGNS.get(match[1], ""), source.replace("\\,", ",")
    )
    return re.sub(r"[{}$\\~]", "", spelled).strip()
