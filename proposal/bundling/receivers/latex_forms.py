"""The two forms of LaTeX that receivers take: in Unicode, and in ASCII alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from pylatexenc.latexencode import (
    RULE_DICT,
    UnicodeToLatexConversionRule,
    UnicodeToLatexEncoder,
)

from proposal.bundling.receivers.text_forms import TextForm
from proposal.render.latex.latex_math import formula_in_line
from proposal.source.bib.reserved_characters import BRACES_IN_BIBTEX, RESERVED
from proposal.source.math.math_line import MathLine
from proposal.source.math.math_tree import Formula
from proposal.source.math.math_words import formula_words

_SPECIAL_IN_HTML = {
    **RESERVED,
    **BRACES_IN_BIBTEX,
    "$": r"\textdollar{}",
    "_": "_",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "\N{LEFT DOUBLE QUOTATION MARK}": "``",
    "\N{RIGHT DOUBLE QUOTATION MARK}": "''",
    "\N{LEFT SINGLE QUOTATION MARK}": "`",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{EN DASH}": "--",
    "\N{EM DASH}": "---",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{NO-BREAK SPACE}": "~",
}
"""For LaTeX that becomes HTML without TeX, and in which PMLR refuses some escapes."""
_REFUSED = re.compile(r"\\\\|\\[${}_]")
"""What PMLR refuses in a field, even in a formula: `\\\\`, `\\{`."""
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_ACCENTS = {
    "\N{COMBINING GRAVE ACCENT}": "\\`",
    "\N{COMBINING ACUTE ACCENT}": "\\'",
    "\N{COMBINING CIRCUMFLEX ACCENT}": "\\^",
    "\N{COMBINING TILDE}": "\\~",
    "\N{COMBINING MACRON}": "\\=",
    "\N{COMBINING BREVE}": "\\u",
    "\N{COMBINING DOT ABOVE}": "\\.",
    "\N{COMBINING DIAERESIS}": '\\"',
    "\N{COMBINING HOOK ABOVE}": "\\h",
    "\N{COMBINING RING ABOVE}": "\\r",
    "\N{COMBINING CARON}": "\\v",
    "\N{COMBINING DOT BELOW}": "\\d",
    "\N{COMBINING COMMA BELOW}": "\\textcommabelow",
    "\N{COMBINING CEDILLA}": "\\c",
    "\N{COMBINING OGONEK}": "\\k",
    "\N{COMBINING MACRON BELOW}": "\\b",
}
_WITH_HORNS = {"o": r"\ohorn{}", "O": r"\OHORN{}", "u": r"\uhorn{}", "U": r"\UHORN{}"}
"""Vietnamese letters by those below their horns."""


def _encoder(special: Mapping[str, str], *, is_ascii: bool) -> UnicodeToLatexEncoder:
    rule = UnicodeToLatexConversionRule(
        RULE_DICT, {ord(sign): latex for sign, latex in special.items()}
    )
    rules = [rule, "defaults"] if is_ascii else [rule]
    policy = _accented if is_ascii else "keep"
    return UnicodeToLatexEncoder(
        conversion_rules=rules, unknown_char_policy=policy, unknown_char_warning=False
    )


def _accented(letter: str) -> str:
    """A letter that the library does not know, by its accents: ặ has two of them."""
    parts = unicodedata.normalize("NFD", letter)
    base, accents = parts[0], list(parts[1:])
    if accents[:1] == ["\N{COMBINING HORN}"]:
        base, accents = _WITH_HORNS.get(base, _UNKNOWN), accents[1:]
    if not ((base.isascii() and accents) or "horn" in base.lower()):
        return _UNKNOWN
    for accent in accents:
        if accent not in _ACCENTS:
            return _UNKNOWN
        base = f"{_ACCENTS[accent]}{{{base}}}"
    return base


_UNICODE = _encoder(RESERVED, is_ascii=False)
_ASCII = _encoder(_SPECIAL_IN_HTML, is_ascii=True)


def unicode_latex(text: str) -> str:
    """Text as LaTeX with all letters as they are."""
    return str(_UNICODE.unicode_to_latex(text))


def ascii_latex(text: str) -> str:
    """Text as LaTeX in ASCII; `beyond_ascii` names what cannot be written so."""
    return str(_ASCII.unicode_to_latex(text)).replace(_UNKNOWN, "?")


def beyond_ascii(text: str) -> str:
    """The characters of a text that have no LaTeX in ASCII, each once."""
    return "".join(
        sign for sign in dict.fromkeys(text) if _UNKNOWN in _ASCII.unicode_to_latex(sign)
    )


def name_beyond_ascii(name: str) -> str:
    """The letters of a name that are not Latin, or have no LaTeX in ASCII.

    LaTeX has commands for Greek and Cyrillic letters, by which no index would find anybody.
    """
    foreign = [
        letter
        for letter in name
        if letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN")
    ]
    return "".join(dict.fromkeys([*foreign, *beyond_ascii(name)]))


def line_beyond_ascii(line: str) -> str:
    """The characters of a title that have no LaTeX in ASCII; formulas of ASCII stay formulas."""
    if not isinstance(line, MathLine):
        return beyond_ascii(line)
    parts = line.parts(line.pattern)
    return beyond_ascii(
        "".join(
            part if isinstance(part, str) else _taken(part) or formula_words(part) for part in parts
        )
    )


def _ascii_formula(formula: Formula) -> str:
    return _taken(formula) or ascii_latex(formula_words(formula))


def _taken(formula: Formula) -> str | None:
    """A formula as LaTeX in ASCII, if it can be written so and with commands that are taken."""
    latex = str(formula_in_line(formula))
    return latex if latex.isascii() and not _REFUSED.search(latex) else None


def _unicode_formula(formula: Formula) -> str:
    return str(formula_in_line(formula))


UNICODE_LATEX = TextForm(
    letters=unicode_latex,
    formula=_unicode_formula,
    emphasis=r"\emph{{{}}}",
    strong=r"\textbf{{{}}}",
    paragraph="{}",
    heading=r"\textbf{{{}}}",
    between="\n\n",
    line_break=" ",
)
ASCII_LATEX = TextForm(
    letters=ascii_latex,
    formula=_ascii_formula,
    emphasis="<em>{}</em>",
    strong="<b>{}</b>",
    paragraph="{}",
    heading="{}",
    between=" ",
    line_break=" ",
)
"""With the HTML for emphasis that PMLR takes in abstracts."""
