r"""The LaTeX that a field of a `.bib` file may hold, because it prints letters and nothing else.

What is not in these tables is reported at its place and never reaches TeX. A test sets all of it
with acmart, under both engines.
"""

from __future__ import annotations

ACCENTS = {
    "`": "\N{COMBINING GRAVE ACCENT}",
    "'": "\N{COMBINING ACUTE ACCENT}",
    "^": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "~": "\N{COMBINING TILDE}",
    '"': "\N{COMBINING DIAERESIS}",
    "=": "\N{COMBINING MACRON}",
    ".": "\N{COMBINING DOT ABOVE}",
    "u": "\N{COMBINING BREVE}",
    "v": "\N{COMBINING CARON}",
    "H": "\N{COMBINING DOUBLE ACUTE ACCENT}",
    "c": "\N{COMBINING CEDILLA}",
    "k": "\N{COMBINING OGONEK}",
    "r": "\N{COMBINING RING ABOVE}",
    "d": "\N{COMBINING DOT BELOW}",
    "b": "\N{COMBINING MACRON BELOW}",
}
"""What stands before a letter, and the mark that it puts on it."""

BASES = {"i": "i", "j": "j", "ae": "æ", "AE": "Æ", "o": "ø", "O": "Ø"}
"""The commands that an accent may stand on, and the letter below it."""

SIGNS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", " ": " ", "\n": " ", ",": "\N{THIN SPACE}",
    "-": "\N{SOFT HYPHEN}", "/": "", "@": "", "!": "",
    "i": "ı", "j": "ȷ", "l": "ł", "L": "Ł", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "ss": "ß", "SS": "SS", "dh": "ð", "DH": "Ð", "th": "þ",
    "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "pounds": "£", "dots": "…",
    "ldots": "…", "slash": "/", "quad": " ", "qquad": " ", "enspace": " ",
    "thinspace": "\N{THIN SPACE}",
    "space": " ", "LaTeX": "LaTeX", "TeX": "TeX", "lq": "‘", "rq": "’",
    "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textbackslash": "\\", "textbar": "|", "textless": "<", "textgreater": ">",
    "textbraceleft": "{", "textbraceright": "}",
    "textunderscore": "_", "textdollar": "$", "textquotedbl": '"', "textquotesingle": "'",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›",
    "textendash": "–", "textemdash": "—", "textellipsis": "…", "textbullet": "•",
    "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "textdegree": "°",
    "textpm": "±", "texttimes": "×", "textdiv": "÷", "textonehalf": "½", "textonequarter": "¼",
    "textordfeminine": "ª", "textordmasculine": "º",
    "texteuro": "€", "textsterling": "£", "textyen": "¥",
    "textsection": "§", "textparagraph": "¶", "textdagger": "†", "textdaggerdbl": "‡",
}  # fmt: skip
"""Commands without an argument, and what they print."""

TEXTS = {
    "BibTeX": "BibTeX", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX",
    "textmu": "µ", "textohm": "Ω", "textthreequarters": "¾",
    "textnumero": "№", "euro": "€", "textrightarrow": "→", "textleftarrow": "←",
    "textuparrow": "↑", "textdownarrow": "↓", "textasteriskcentered": "*", "textminus": "−",
    "textlangle": "⟨", "textrangle": "⟩", "textbardbl": "‖", "textonesuperior": "¹",
    "texttwosuperior": "²", "textthreesuperior": "³", "textcent": "¢",
    "textquotestraightdblbase": '"', "textquotestraightbase": ",", "textasciiacute": "´",
    "textasciidieresis": "¨", "textasciimacron": "¯", "textasciicaron": "ˇ",
    "textschwa": "ə", "hyphen": "-", "textthinspace": "\N{THIN SPACE}",
    "nobreakspace": "\N{NO-BREAK SPACE}", "textvisiblespace": "␣",
    "null": "", "empty": "", "allowbreak": "", "nobreak": "", "xspace": "", "ignorespaces": "",
    "noindent": "", "bgroup": "", "egroup": "", "par": " ", "newline": " ", "linebreak": " ",
    ";": "\N{THIN SPACE}", ":": "\N{THIN SPACE}", "enskip": " ",
}  # fmt: skip
"""Commands without an argument that packages define, and the text that is written for them."""

REWRITTEN = {
    "mkbibemph": r"\emph{%s}", "mkbibitalic": r"\textit{%s}", "mkbibbold": r"\textbf{%s}",
    "mkbibacro": "%s", "mkbibquote": "``%s''", "enquote": "``%s''", "enquote*": "`%s'",
    "mkbibparens": "(%s)", "mkbibbrackets": "[%s]", "textquote": "``%s''",
    "mkbibsuperscript": r"\textsuperscript{%s}", "mkbibsubscript": r"\textsubscript{%s}",
    "uline": r"\underline{%s}", "textsc*": r"\textsc{%s}", "textlf": "%s", "bibcyr": "%s",
    "textrussian": "%s", "textgreek": "%s", "textcyrillic": "%s", "textlatin": "%s",
    "textgerman": "%s", "textfrench": "%s", "textenglish": "%s", "textchinese": "%s",
    "textjapanese": "%s", "NoCaseChange": "{%s}", "fbox": "%s",
}  # fmt: skip
"""Commands of biblatex, csquotes and others with one argument, and what says the same."""

REWRITTEN_PAIRS = {
    "texorpdfstring": 0, "foreignlanguage": 1, "textcolor": 1, "colorbox": 1, "raisebox": 1,
    "foreignquote": 1,
}  # fmt: skip
"""Commands with two arguments, of which one is printed; its number."""

UNSHOWN = {
    "noopsort": 1, "SortNoop": 1, "sortnoop": 1, "vphantom": 1, "hphantom": 1, "label": 1,
    "hspace": 1, "hspace*": 1, "vspace": 1, "discretionary": 3, "bibnamedelima": 0,
}  # fmt: skip
r"""Commands that print nothing, with how many arguments each has.

`\noopsort{1973b}1973` is how BibTeX's manual has entries sorted in another way.
"""

FORMULA_NAMES = {
    "mathplus": "+", "mathsemicolon": ";", "less": "<", "greater": ">", "slash": "/",
    "mathminus": "-", "mathequals": "=",
}  # fmt: skip
"""Commands in the formulas of Crossref's and Zotero's BibTeX that no package defines."""

WRAPPERS = frozenset(
    {
        "emph",
        "textit",
        "textbf",
        "texttt",
        "textsc",
        "textsf",
        "textrm",
        "textsl",
        "textup",
        "textmd",
        "textnormal",
        "mbox",
        "hbox",
        "textsuperscript",
        "textsubscript",
        "underline",
    }
)
"""Commands that set their one argument in some way."""

SWITCHES = frozenset(
    {
        "em",
        "it",
        "bf",
        "tt",
        "sc",
        "rm",
        "sf",
        "sl",
        "itshape",
        "slshape",
        "scshape",
        "upshape",
        "bfseries",
        "mdseries",
        "ttfamily",
        "sffamily",
        "rmfamily",
        "normalfont",
        "relax",
        "protect",
    }
)
"""Commands that set the rest of their group in some way."""

LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", ",,": "„", "<<": "«", ">>": "»", "?`": "¿",
    "!`": "¡", "`": "‘",
}  # fmt: skip
"""Signs that TeX's fonts join to another one."""

_GREEK = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi
    varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda
    Xi Pi Sigma Upsilon Phi Psi Omega
"""
_OPERATORS = """
    times cdot div pm mp ast star circ bullet cap cup wedge vee oplus otimes setminus le leq ge geq
    ll gg ne neq equiv sim simeq approx cong propto subset supset subseteq supseteq in ni notin
    mid parallel perp to rightarrow leftarrow Rightarrow Leftarrow leftrightarrow Leftrightarrow
    longrightarrow mapsto uparrow downarrow forall exists neg nabla partial infty emptyset ell hbar
    Re Im aleph angle triangle square sum prod int oint bigcup bigcap dots ldots cdots vdots
    prime dagger langle rangle lfloor rfloor lceil rceil vert Vert lbrace rbrace backslash
    quad qquad top bot models vdash varnothing rtimes ltimes lesssim gtrsim colon land lor lnot
    diamond Diamond Box checkmark
"""
_FUNCTIONS = """
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
    limsup ln log max min Pr sec sin sinh sup tan tanh bmod
"""
FORMULA_SIGNS = frozenset(f"{_GREEK}{_OPERATORS}{_FUNCTIONS}".split()) | frozenset(",;:! {}|%&#_$")
"""Commands without an argument in a formula."""

FORMULA_WRAPPERS = dict.fromkeys(
    (
        "mathrm",
        "mathbf",
        "mathit",
        "mathsf",
        "mathtt",
        "mathcal",
        "mathbb",
        "mathfrak",
        "mathscr",
        "boldsymbol",
        "text",
        "textrm",
        "textit",
        "textbf",
        "textsc",
        "textsf",
        "texttt",
        "mbox",
        "hat",
        "widehat",
        "tilde",
        "widetilde",
        "bar",
        "overline",
        "underline",
        "vec",
        "dot",
        "ddot",
        "sqrt",
        "operatorname",
        "ensuremath",
    ),
    1,
) | {"frac": 2, "binom": 2, "tfrac": 2, "dfrac": 2}
"""Commands in a formula, with how many arguments each has."""

FORMULA_SWITCHES = frozenset({"rm", "bf", "it", "sf", "tt", "left", "right", "limits"})
"""Commands that set the rest of their group, or the sign behind them, in some way."""

FORMULA_CHARACTERS = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=<>()[]|,.;:!?'^_{} \t\n"
)
"""The characters that a formula may hold."""
