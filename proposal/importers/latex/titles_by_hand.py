r"""Finds a title that stands in the text: `\begin{center}{\Huge A Title}\\ Ann Author\end{center}`.

What is found is made a command `\title`, and the names below it `\author`, as papers have them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
    LatexSpecialsNode,
)
from pylatexenc.macrospec import ParsedMacroArgs

from proposal.importers.latex.blocks_reader import PaperReader
from proposal.importers.latex.parsing import document_of, is_macro, last_argument
from proposal.importers.latex.top_matter import commands
from proposal.importers.written_affiliation import looks_like_institution
from proposal.importers.written_names import are_names, person_line
from proposal.reading.days import find_days
from proposal.reading.workshop_titles import says_what_it_is

Words = Callable[[Sequence[LatexNode]], str]

_SET_APART = {"center", "Center", "titlepage", "flushleft", "flushright", "minipage", "spacing"}
"""Environments in which a title stands."""
_AROUND = {"centerline", "fbox", "framebox", "parbox", "makebox", "mbox", "colorbox", "leftline"}
"""Commands around it."""
_LINE_ENDS = (
    *("\\", "newline", "par", "vspace", "vskip", "smallskip", "medskip", "bigskip", "hrule"),
    *("rule", "newpage", "vfill", "includegraphics", "tabularnewline", "maketitle"),
)
_LARGE = ("large", "Large", "LARGE", "huge", "Huge")
_SIZES = (*_LARGE, "normalsize", "small", "footnotesize")
_SECTIONS = ("section", "chapter")
_GOES_ON = re.compile(r"(?:\b(?:on|for|of|and|in|the|at|to|with|a|an)|[,:&–—-])\s*$", re.IGNORECASE)
"""The end of `Proposal for a Workshop on`, behind which the title goes on in the next line."""
_MOST_WORDS = 30
"""Words of a title."""


class _TitleLine(Struct):
    nodes: list[LatexNode]
    """What stands in the line, with the command that ends the line above in front."""
    words: str


def make_title(nodes: Sequence[LatexNode], reader: PaperReader) -> None:
    r"""Make a command `\title` of what a paper without one begins with, and say so."""
    title = _made_title(nodes, reader.words)
    if title is not None:
        said = reader.words(last_argument(title))
        message = f"there is no \\title; the first line is taken: {said}"
        reader.warn(
            "guessed-title", message, reader.place(title), "correct `name` in workshop.yaml"
        )


def _made_title(nodes: Sequence[LatexNode], words: Words) -> LatexMacroNode | None:
    """The title; it and the names below it stand in the paper as commands then."""
    document = document_of(nodes)
    if document is None or any(one.macroname in {"title", "icmltitle"} for one in commands(nodes)):
        return None
    for index, node in enumerate(document.nodelist):
        if is_macro(node, *_SECTIONS):
            is_only = sum(is_macro(one, node.macroname) for one in document.nodelist) == 1
            if not is_only or not any(
                is_macro(one, f"sub{node.macroname}") for one in document.nodelist
            ):
                return None
            document.nodelist[index] = title = _macro("title", last_argument(node))
            return title
        lines = list(_lines(_inner(node), words)) if _is_set_apart(node) else []
        if any(line.words for line in lines):
            large = list(_large_groups([node]))
            return _made(document, index, [line for line in lines if line.words], large)
        if _prints(node, words):
            return None
    return None


def _made(
    document: LatexEnvironmentNode,
    index: int,
    lines: Sequence[_TitleLine],
    large: Sequence[LatexGroupNode],
) -> LatexMacroNode | None:
    """Make title and names of the lines of a node, in which groups of large letters stand."""
    count = 1
    while count < len(lines) and (
        _GOES_ON.search(lines[count - 1].words)
        or says_what_it_is(lines[count - 1].words)
        or _is_in_one(lines[count - 1], lines[count], large)
    ):
        count += 1
    if sum(len(line.words.split()) for line in lines[:count]) > _MOST_WORDS:
        return None
    below = lines[count:]
    first = next((at for at, line in enumerate(below) if _names_people(line)), len(below))
    made = [_macro("title", _nodes_of(lines[:count]))]
    made += [_macro("author", _nodes_of(below[first:]))] if below[first:] else []
    kept = [_group(line.nodes) for line in below[:first]]
    document.nodelist[index : index + 1] = [*made, *kept]
    return made[0]


def _is_in_one(above: _TitleLine, line: _TitleLine, large: Sequence[LatexGroupNode]) -> bool:
    r"""Whether two lines of large letters are one title: `{\LARGE One of two\\[4pt] Lines}`."""
    is_other = _names_people(line) or find_days(line.words) != []
    if is_other or any(is_macro(node, *_SIZES) for node in line.nodes):
        return False
    if looks_like_institution(line.words):
        return False
    ends = [node for node in (*above.nodes, line.nodes[0]) if _ends_line(node)][-1:]
    return any(group.pos <= end.pos < group.pos + group.len for group in large for end in ends)


def _names_people(line: _TitleLine) -> bool:
    """Whether a line is of authors, also with raised marks that are set as formulas."""
    words = _RAISED_MARK.sub("", line.words)
    return are_names(words) or person_line(words) is not None


_RAISED_MARK = re.compile(r"[¹²³⁰⁴-⁹*†‡§]+|\^(?:\([^()]*\)|\w)")
"""What stands behind the names in `Ann Author¹, Bob Writer^(1,2)`, of `$^1$` and `$^{1,2}$`."""


def _large_groups(nodes: Sequence[LatexNode]) -> Iterator[LatexGroupNode]:
    """The groups in which large letters are switched on, at any depth."""
    for node in nodes:
        if isinstance(node, LatexGroupNode) and any(
            is_macro(one, *_LARGE) for one in node.nodelist
        ):
            yield node
        if isinstance(node, LatexGroupNode | LatexEnvironmentNode):
            yield from _large_groups(node.nodelist)


def _nodes_of(lines: Sequence[_TitleLine]) -> list[LatexNode]:
    return [node for line in lines for node in line.nodes]


def _macro(name: str, content: Sequence[LatexNode]) -> LatexMacroNode:
    """A command with one argument, which stands where its content does."""
    arguments = ParsedMacroArgs(argspec="[{", argnlist=[None, _group(content)])
    around = _around(content)
    return LatexMacroNode(macroname=name, nodeargd=arguments, macro_post_space="", **around)


def _group(content: Sequence[LatexNode]) -> LatexGroupNode:
    """Nodes between braces, so that what is switched on in them ends with them."""
    return LatexGroupNode(nodelist=list(content), delimiters=("{", "}"), **_around(content))


def _around(content: Sequence[LatexNode]) -> dict[str, Any]:
    """Where some nodes stand."""
    first, last = content[0], content[-1]
    length = last.pos + last.len - first.pos
    return {"parsing_state": first.parsing_state, "pos": first.pos, "len": length}


def _is_set_apart(node: LatexNode) -> bool:
    if isinstance(node, LatexEnvironmentNode):
        return node.environmentname in _SET_APART
    if isinstance(node, LatexGroupNode):
        return any(is_macro(one, *_LARGE, "centering") for one in node.nodelist)
    return is_macro(node, *_AROUND)


def _inner(node: LatexNode) -> list[LatexNode]:
    if isinstance(node, LatexEnvironmentNode | LatexGroupNode):
        return list(node.nodelist)
    return last_argument(node)


def _prints(node: LatexNode, words: Words) -> bool:
    """Whether a node is text, and no command of layout."""
    if isinstance(node, LatexCommentNode) or is_macro(node, *_LINE_ENDS):
        return False
    if isinstance(node, LatexMacroNode):
        return bool(last_argument(node)) and not is_macro(
            node, "thispagestyle", "pagestyle", "pagenumbering", "setcounter", "label", "setlength"
        )
    return bool(words([node]).strip())


def _lines(nodes: Sequence[LatexNode], words: Words) -> Iterator[_TitleLine]:
    """The lines of what is set apart, those of groups and boxes in it, too."""
    line: list[LatexNode] = []
    for node in _flat(nodes):
        if (node is None or _ends_line(node)) and words(line).strip():
            yield _TitleLine(line, " ".join(words(line).split()))
            line = []
        if node is not None:
            line.append(node)
    yield _TitleLine(line, " ".join(words(line).split()))


def _flat(nodes: Sequence[LatexNode]) -> Iterator[LatexNode | None]:
    """Nodes, with those of groups and boxes of several lines in their place.

    Nothing stands where a box or an environment begins and ends, and with it a line.
    """
    for node in nodes:
        if is_macro(node, *_AROUND) or (
            isinstance(node, LatexEnvironmentNode) and node.environmentname in _SET_APART
        ):
            yield None
            yield from _flat(_inner(node))
            yield None
        elif isinstance(node, LatexGroupNode) and any(_holds_end(one) for one in node.nodelist):
            yield from _flat(node.nodelist)
        elif isinstance(node, LatexCharsNode):
            yield from _at_empty_lines(node)
        else:
            yield node


def _at_empty_lines(node: LatexCharsNode) -> Iterator[LatexNode | None]:
    """Letters, with nothing where an empty line ends a paragraph."""
    start = 0
    for match in [*_EMPTY_LINE.finditer(node.chars), None]:
        end = match.start() if match else len(node.chars)
        if start < end:
            yield LatexCharsNode(
                chars=node.chars[start:end],
                parsing_state=node.parsing_state,
                pos=node.pos + start,
                len=end - start,
            )
        if match:
            yield None
            start = match.end()


_EMPTY_LINE = re.compile(r"\n\s*\n")


def _ends_line(node: LatexNode) -> bool:
    is_empty_line = isinstance(node, LatexSpecialsNode) and node.specials_chars == "\n\n"
    return is_empty_line or is_macro(node, *_LINE_ENDS)


def _holds_end(node: LatexNode) -> bool:
    if isinstance(node, LatexGroupNode):
        return any(map(_holds_end, node.nodelist))
    if isinstance(node, LatexCharsNode):
        return _EMPTY_LINE.search(node.chars) is not None
    return _ends_line(node)
