r"""Reads a piece of LaTeX as plain text, such as an abstract that a review system exported.

Such pieces are half LaTeX: `3\% of \emph{all}` stands beside a bare `R&D` or `5%`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec
from pylatexenc.latex2text import get_default_latex_context_db as get_default_texts
from pylatexenc.latexwalker import (
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexNode,
    LatexWalker,
    LatexWalkerError,
    get_default_latex_context_db,
)
from pylatexenc.macrospec import MacroSpec

_LEFT_OUT = {
    "input": "{",
    "include": "{",
    "includegraphics": "[{",
    "cite": "[[{",
    "citep": "[[{",
    "citet": "[[{",
    "ref": "{",
    "label": "{",
    "section": "*[{",
    "subsection": "*[{",
    "subsubsection": "*[{",
}
"""Commands that have no text of their own, with their arguments."""

_TEXTS = get_default_texts()
_TEXTS.add_context_category(
    "fragments",
    macros=[
        MacroTextSpec("href", simplify_repl="%(2)s"),
        MacroTextSpec("url", simplify_repl="%(1)s"),
        *(MacroTextSpec(name, simplify_repl="") for name in _LEFT_OUT),
    ],
    prepend=True,
)
_SYNTAX = get_default_latex_context_db()
_SYNTAX.add_context_category(
    "fragments",
    macros=[
        MacroSpec("href", "{{"),
        MacroSpec("url", "{"),
        *(MacroSpec(name, arguments) for name, arguments in _LEFT_OUT.items()),
    ],
    prepend=True,
)
_TO_TEXT = LatexNodes2Text(latex_context=_TEXTS, math_mode="text", strict_latex_spaces=False)
_MEANT_AS_TEXT = (
    (re.compile(r"(?<=[\d\w])%|(?<!\\)(?<=\s)%(?=\s)"), r"\\%"),
    (re.compile(r"(?<!\\)&"), r"\\&"),
    (re.compile(r"(?<=/)~"), r"\\textasciitilde{}"),
)
"""Signs that are LaTeX's but were typed as themselves: `80% of`, `Arts & Crafts`, `org/~ada`."""


class LatexFragment(Struct, frozen=True):
    """A piece of LaTeX as text."""

    text: str
    """Paragraphs are parted by empty lines."""
    lost: tuple[str, ...]
    """Commands that have no text and are left out."""


def read_fragment(latex: str) -> LatexFragment:
    """The text of a piece of LaTeX; a piece that cannot be parsed is taken for plain text."""
    source = latex
    for pattern, text in _MEANT_AS_TEXT:
        source = pattern.sub(text, source)
    try:
        walker = LatexWalker(source, latex_context=_SYNTAX, tolerant_parsing=False)
        nodes, _, _ = walker.get_latex_nodes()
        text = _TO_TEXT.nodelist_to_text(nodes).replace("\N{NO-BREAK SPACE}", " ")
    except (LatexWalkerError, IndexError):  # the latter for a command without its arguments
        return LatexFragment(latex.strip(), ())
    lost = tuple(dict.fromkeys(_lost(nodes)))
    return LatexFragment(re.sub(r"^[ \t]+", "", text, flags=re.MULTILINE).strip(), lost)


def _lost(nodes: Iterable[LatexNode]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, LatexMacroNode):
            if node.macroname in _LEFT_OUT or not _TEXTS.get_macro_spec(node.macroname):
                yield f"\\{node.macroname}"
            elif node.nodeargd is not None:
                yield from _lost(
                    argument for argument in node.nodeargd.argnlist if argument is not None
                )
        elif isinstance(node, LatexGroupNode | LatexEnvironmentNode):
            yield from _lost(node.nodelist)
