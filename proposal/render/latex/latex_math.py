"""Sets formulas in TeX, from what was understood of them and never from what was typed."""

from __future__ import annotations

import re

from pylatex import NoEscape

from proposal.render.latex.escape import escape, side_by_side
from proposal.render.typography import typographic
from proposal.source.math.math_line import MathLine
from proposal.source.math.math_tex import in_a_line, tex_of
from proposal.source.math.math_tree import Formula, NumberedLines
from proposal.source.math.math_words import formula_words


def displayed_formula(formula: Formula) -> NoEscape:
    """A formula on a line of its own, in a paragraph of the page's own width."""
    tex = tex_of(formula)
    is_whole = isinstance(formula.tree.parts[0], NumberedLines)
    return NoEscape(tex if is_whole else f"\\[{tex}\\]")


def formula_in_line(formula: Formula) -> NoEscape:
    """A formula in a line, or in a cell or a link that has no line of its own for it."""
    size = r"\displaystyle " if formula.is_display else ""
    return NoEscape(f"${size}{in_a_line(formula)}$")


def formula_in_heading(formula: Formula) -> NoEscape:
    """A formula in a heading, which bookmarks hold in letters."""
    words = _in_bookmark(formula_words(formula))
    return NoEscape(f"\\texorpdfstring{{{formula_in_line(formula)}}}{{{words}}}")


def line_with_formulas(line: MathLine) -> NoEscape:
    """A title or another line, with its formulas."""
    latex = ""
    for part in line.parts(typographic(line.pattern)):
        piece = escape(part) if isinstance(part, str) else formula_in_line(part)
        latex = side_by_side(latex, piece)
    return NoEscape(latex)


def has_formulas(latex: str) -> bool:
    """Whether a document's LaTeX, from its beginning on, has any formula."""
    return _FORMULA.search(latex) is not None


_FORMULA = re.compile(r"(?<!\\)(?:\\\\)*(?:\$|\\\[|\\begin\{(?:align|gather)\*\})")
r"""An unescaped dollar sign, or the beginning of a formula on a line of its own. Example:
`\begin{align*}`."""


def _in_bookmark(words: str) -> str:
    """Characters for a bookmark: those that TeX may not know by their numbers."""
    return "".join(
        character
        if character == " " or (character.isascii() and character.isalnum())
        else f'\\unichar{{"{ord(character):04X}}}'
        for character in words
    )
