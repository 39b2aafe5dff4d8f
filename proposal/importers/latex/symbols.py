"""The characters that LaTeX's accents, signs and ligatures stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db
from pylatexenc.latexwalker import LatexMacroNode, LatexMathNode, LatexNode

from proposal.importers.latex.paper_tree import NO_BREAK_SPACE

THIN_SPACE = "\N{THIN SPACE}"
_ACCENTS = set("`'^\"~=.uvHckrbdt") | {"ogonek"}
_LONE_ACCENTS = {"^": "^", "~": "~", "`": "`", "'": "´", '"': "¨"}
"""What accents print over nothing, as in `\\^{}`."""
_SIGNS = {
    ",": THIN_SPACE,
    " ": " ",
    "\n": " ",
    "\t": " ",
    "/": "",
    "@": "",
    "-": "\N{SOFT HYPHEN}",
    "!": "",
    ";": " ",
    ":": " ",
    "thinspace": THIN_SPACE,
    "enspace": " ",
    "quad": " ",
    "qquad": " ",
    "nobreakspace": NO_BREAK_SPACE,
    "slash": "/",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "lq": "‘",
    "rq": "’",
    "texttildelow": "~",
    "xspace": "",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "%": "%",
    "S": "§",
    "P": "¶",
    "copyright": "©",
    "euro": "€",
    "pounds": "£",
    "dag": "†",
    "ddag": "‡",
    "newblock": "",
    "og": "«\N{NO-BREAK SPACE}",
    "fg": "\N{NO-BREAK SPACE}»",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "flq": "‹",
    "frq": "›",
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "guillemetleft": "«",
    "guillemetright": "»",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "dq": '"',
    "ier": "er",
    "iere": "re",
    "iers": "ers",
    "ieres": "res",
    "ieme": "e",
    "iemes": "es",
    "primo": "1º",
    "secundo": "2º",
    "tertio": "3º",
    "quarto": "4º",
    "No": "Nº",
    "no": "nº",
    "degres": "°",
    "degre": "°",
    "checkmark": "✓",
    "ackname": "Acknowledgments",
    "discintname": "Disclosure of Interests",
    "abstractname": "Abstract",
    "refname": "References",
    "figurename": "Figure",
    "tablename": "Table",
    "CIRCLE": "●",
    "Circle": "○",
    "LEFTcircle": "◐",
    "RIGHTcircle": "◑",
    "textregistered": "®",
    "texttrademark": "™",
    "textdegree": "°",
    "textmu": "µ",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textunderscore": "_",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textperiodcentered": "·",
    "textasciicircum": "^",
    "textminus": "−",
    "textsurd": "√",
    "SS": "ẞ",
    "LaTeXe": "LaTeX2ε",
    "XeTeX": "XeTeX",
    "XeLaTeX": "XeLaTeX",
    "LuaTeX": "LuaTeX",
    "LuaLaTeX": "LuaLaTeX",
    "pdfTeX": "pdfTeX",
    "pdfLaTeX": "pdfLaTeX",
    "faCheck": "✓",
    "faTimes": "✗",
    "cmark": "✓",
    "xmark": "✗",
}
"""What pylatexenc has otherwise, or not at all."""
SPECIALS = {
    "``": "“",
    "''": "”",
    "--": "–",
    "---": "—",
    "~": NO_BREAK_SPACE,
    "!`": "¡",
    "?`": "¿",
    "&": "&",
}
"""Characters that TeX joins to another one."""
_QUOTES = str.maketrans({"`": "‘", "'": "’"})

_KNOWN = get_default_latex_context_db()
_TO_TEXT = LatexNodes2Text(latex_context=_KNOWN, math_mode="text", keep_comments=False)
_IN_FORMULA = str.maketrans({"-": "−", "*": "∗", "'": "′"})


def symbol(node: LatexMacroNode) -> str | None:
    """The characters that a command stands for; nothing if it is no symbol."""
    name = node.macroname
    if name in _SIGNS:
        return _SIGNS[name]
    known = _KNOWN.get_macro_spec(name)
    is_sign = known is not None and isinstance(known.simplify_repl, str)
    if name in _LONE_ACCENTS and not last_argument_text(node):
        return _LONE_ACCENTS[name]
    if name in _ACCENTS or (is_sign and not _takes_arguments(node)):
        return str(_TO_TEXT.node_to_text(node)) or None
    return None


def last_argument_text(node: LatexMacroNode) -> str:
    """The source of a command's last argument, without its braces."""
    arguments = getattr(node.nodeargd, "argnlist", None) or ()
    last = arguments[-1] if arguments else None
    return str(last.latex_verbatim()).strip("{} ") if last is not None else ""


def _takes_arguments(node: LatexMacroNode) -> bool:
    arguments = getattr(node.nodeargd, "argnlist", None) or ()
    return any(argument is not None for argument in arguments)


def typed(characters: str) -> str:
    """What TeX prints for characters that are typed as text."""
    text = re.sub(r"\s+", " ", characters)
    curly = text.translate(_QUOTES)
    # Within a word an apostrophe is what everybody types.
    return re.sub(r"(?<=\w)’(?=\w)", "'", curly)


def formula(node: LatexMathNode) -> tuple[str, bool]:
    """The characters of a formula, and whether they say the same as text."""
    source = "".join(part.latex_verbatim() for part in node.nodelist)
    text = " ".join(str(_TO_TEXT.nodelist_to_text(node.nodelist)).split())
    # `^{th}`, `^{\text{nd}}`
    raised = re.fullmatch(r"\^\{?(?:\\text\w*\{)?(st|nd|rd|th)\}*", source.strip())
    if raised:
        return raised[1], False
    is_plain = re.fullmatch(r"[\d.,+±×÷%°/ ~<>=-]*", text) is not None
    return text.translate(_IN_FORMULA), is_plain


def code(nodes: Iterable[LatexNode]) -> str:
    """The characters of text in a typewriter face, in which hyphens are not joined."""
    return str(_TO_TEXT.nodelist_to_text(list(nodes))).replace(
        "\N{RIGHT SINGLE QUOTATION MARK}", "'"
    )
