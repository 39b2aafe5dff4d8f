r"""Rewrites a paper's formulas in the commands that data know, where that says the same.

Papers load packages of which data know nothing. `\bm{x}` is `\boldsymbol{x}`, and `\limits` and
`\displaystyle` are layout. What has no counterpart is left to the checker, which refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from proposal.source.math import math_commands as known
from proposal.source.math.dollar_signs import formula_at
from proposal.source.math.math_grammar import FormulaError, read_formula
from proposal.source.math.math_words import formula_words

_TOKEN = re.compile(
    r"\\begin\s*\{[^{}]*\}|\\end\s*\{[^{}]*\}|\\operatorname\*|\\[A-Za-z]+|\\.|[A-Za-z]+|\s+|.",
    re.DOTALL,
)
r"""Each of `\alpha`, `\begin{cases}`, `ab`, `+`."""
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{([^{}]*)\}")
r"""`\begin{cases}`, `\end{cases}`"""
_NAME_AT_END = re.compile(r"\\[A-Za-z]+\*?$")
r"""`x + \alpha`"""
_NEXT = r" \\ "
_DISTANCE = re.compile(r"\s*\*?\s*\[\s*-?[\d.]+\s*\\?[A-Za-z]*\s*\]")
r"""What stands behind `\\`: `[2pt]`, `*`."""
_COLUMNS = re.compile(r"\s*\{[lcr|@{}\s]*\}")
"""The columns of an array: `{l|cr}`."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEFT_OUT = _words(
    "limits displaystyle textstyle scriptstyle scriptscriptstyle nonumber notag allowbreak "
    "nobreak mathstrut strut xspace noindent tiny scriptsize footnotesize small normalsize "
    "centering relax protect leavevmode nolinebreak smallskip medskip bigskip par"
)
"""Layout, which TeX chooses by itself."""
_LEFT_OUT_WITH_ARGUMENT = _words("label vspace phantom hphantom vphantom color")
_BARE = _words(
    "mathbin mathrel mathord mathopen mathclose mathpunct mathinner ensuremath boxed smash "
    "mathclap mathllap mathrlap vcenter"
)
"""Commands of which what they hold is kept."""
_INSTEAD: Mapping[str, str] = {
    "bm": r"\boldsymbol", "pmb": r"\boldsymbol", "boldmath": "", "mathbfit": r"\boldsymbol",
    "dotsc": r"\ldots", "dotso": r"\ldots", "dotsb": r"\cdots", "dotsm": r"\cdots",
    "dotsi": r"\cdots", "hdots": r"\ldots", "cdotp": r"\cdot", "mathellipsis": r"\ldots",
    "dbinom": r"\binom", "tbinom": r"\binom", "cfrac": r"\dfrac", "nicefrac": r"\frac",
    "lt": "<", "gt": ">", "coloneqq": ":=", "coloneq": ":=", "eqqcolon": "=:", "colonequals": ":=",
    "vcentcolon": ":", "colon": ":", "lbrack": "[", "rbrack": "]", "varPhi": r"\Phi",
    "enspace": r"\;", "thinspace": r"\,", "medspace": r"\:", "thickspace": r"\;", ">": r"\:",
    "negthinspace": r"\!", "enskip": r"\;", "space": r"\ ", "nobreakspace": "~",
    "owns": r"\ni", "Longleftrightarrow": r"\iff", "mathnormal": r"\mathit",
    "dag": r"\dagger", "ddag": r"\ddagger", "varlimsup": r"\limsup", "varliminf": r"\liminf",
    "textpm": r"\pm", "textdegree": r"^{\circ}", "degree": r"^{\circ}", "And": r"\&",
    "Vert": r"\Vert", "mathbold": r"\boldsymbol", "textasciitilde": r"\sim", "slash": "/",
    "textless": "<", "textgreater": ">", "textbar": "|", "lnot": r"\neg", "bigstar": r"\star",
    "overline": r"\overline", "textsubscript": "_", "textsuperscript": "^",
}  # fmt: skip
"""What data call otherwise."""
_FACES: Mapping[str, str] = {
    "textbf": "mathbf", "textit": "mathit", "emph": "mathit", "texttt": "mathtt",
    "textsf": "mathsf", "textsl": "mathit",
}  # fmt: skip
_TEXTS = frozenset({"text", "textrm", "mbox", "hbox", "textnormal", "textup", "textsc", "textmd"})
_SWITCHES: Mapping[str, str] = {
    "rm": "mathrm", "bf": "mathbf", "it": "mathit", "tt": "mathtt", "sf": "mathsf",
    "cal": "mathcal", "bfseries": "mathbf", "itshape": "mathit", "ttfamily": "mathtt",
}  # fmt: skip
_NEGATED: Mapping[str, str] = {
    r"\in": r"\notin", "=": r"\ne", r"\subseteq": r"\nsubseteq", r"\mid": r"\nmid",
    r"\exists": r"\nexists",
}  # fmt: skip
_ARRAYS: Mapping[str, str] = {
    "split": "aligned", "alignedat": "aligned", "multlined": "gathered", "dcases": "cases",
    "array": "matrix", "smallmatrix": "matrix", "aligned": "aligned",
    **{name: name for name in known.ARRAYS},
}  # fmt: skip
"""What stands in rows, by the name that data have for it."""
_GROWING = {f"\\{known.LEFT}", f"\\{known.RIGHT}", f"\\{known.MIDDLE}"} | {
    f"\\{name}" for name in known.SIZES
}
_DELIMITERS: Mapping[str, str] = {
    "<": r"\langle",
    ">": r"\rangle",
    r"\lbrack": "[",
    r"\rbrack": "]",
}


class _NoCounterpartError(Exception):
    """A command that data have no counterpart for."""


def formula_source(
    tex: str,
    *,
    is_display: bool = False,
    is_written: bool = False,
) -> str | None:
    """A formula as data write it, on one line; nothing if they cannot hold it.

    Args:
        tex: the formula, without what begins and ends it.
        is_display: whether it stands on a line of its own.
        is_written: whether its parts are written as data have them, so that it is checked alone.
    """
    if is_written:
        return tex if _is_known(tex, is_display=is_display) else None
    try:
        source = " ".join(_FormulaWriter(_tokens(tex)).whole().split())
        source = _LONE_BRACE.sub(_as_cases, source)
        source = _ACCENT_IN_ALPHABET.sub(r"\\\2{\\\1{\3}}", source)
    except _NoCounterpartError:
        return None
    if not _is_known(source, is_display=is_display):
        return None
    if is_display:
        return source
    typed = formula_at(f"${source}$", 0)
    if typed is not None and typed.source == source:
        return source
    held = f"{{{source}}}"
    again = formula_at(f"${held}$", 0)
    return held if again is not None and again.source == held else None


def plain_formula(tex: str) -> str | None:
    """The text of a formula that is no more than a number, a sign, or the end of an ordinal."""
    if raised := _RAISED.fullmatch(tex.strip()):
        return raised[1]
    source = formula_source(tex)
    words = formula_words(read_formula(source)) if source else ""
    return words if _PLAIN.fullmatch(words) else None


_RAISED = re.compile(r"\^\{?(?:\\(?:text|math)\w*\{)?(st|nd|rd|th)\}*")
"""An example: `^{\\text{th}}`, as in 8$^{th}$."""
_PLAIN = re.compile(r"[\d.,+±×÷%°/ ~<>=−∼≈–-]+")
"""A formula that is text as well: `95 %`, `10×20`."""


def _is_known(source: str, *, is_display: bool) -> bool:
    try:
        read_formula(source, is_display=is_display)
    except FormulaError:
        return False
    return True


def rows_of(tex: str) -> list[str]:
    r"""The lines of a displayed formula, which `\\` ends outside of braces and environments."""
    rows, depth = [""], 0
    tokens = _tokens(tex)
    for part in tokens:
        if part == "{" or part.startswith("\\begin"):
            depth += 1
        elif part == "}" or part.startswith("\\end{"):
            depth -= 1
        if part in {r"\\", r"\cr"} and depth == 0:
            rows.append("")
        else:
            rows[-1] += part
    rows = [rows[0], *(_without_distance(row) for row in rows[1:])]
    return rows if rows[-1].strip() or len(rows) == 1 else rows[:-1]


def cells_of(row: str) -> list[str]:
    """The cells of a line, which `&` parts outside of braces and environments."""
    cells, depth = [""], 0
    for match in _TOKEN.finditer(row):
        part = match[0]
        if part == "{" or part.startswith("\\begin"):
            depth += 1
        elif part == "}" or part.startswith("\\end"):
            depth -= 1
        if part == "&" and depth == 0:
            cells.append("")
        else:
            cells[-1] += part
    return cells


def _without_distance(row: str) -> str:
    found = _DISTANCE.match(row)
    return row[found.end() :] if found else row


def _tokens(tex: str) -> list[str]:
    return [match[0] for match in _TOKEN.finditer(tex)]


class _FormulaWriter(Struct):
    tokens: list[str]
    at: int = 0
    holds_words: bool = False

    def whole(self) -> str:
        text = self.sequence()
        if self.at < len(self.tokens):
            raise _NoCounterpartError(self.tokens[self.at])
        return text

    def sequence(self, *stops: str) -> str:
        """What stands side by side, up to one of some tokens, which is left."""
        text = ""
        while self.at < len(self.tokens):
            part = self.tokens[self.at]
            if part in stops or part.startswith("\\end{") or part == "}":
                break
            self.at += 1
            if part[1:] in _SWITCHES and part.startswith("\\"):
                around, self.holds_words = self.holds_words, True
                rest = self.sequence(*stops).strip()
                self.holds_words = around
                return _joined(text, rf"\{_SWITCHES[part[1:]]}{{{rest}}}")
            text = _joined(text, self.piece(part, text))
        return text

    def piece(self, part: str, before: str) -> str:
        if part == "{":
            return self.group()
        if part.isalpha() and part.isascii():
            return self.letters(part, before)
        if part.startswith("\\begin"):
            return self.array(_name_of(part))
        if part.startswith("\\") and len(part) > 1:
            return self.command(part)
        if part == "&":
            raise _NoCounterpartError(part)
        return part

    def group(self) -> str:
        text = self.sequence()
        if self.at >= len(self.tokens) or self.tokens[self.at] != "}":
            raise _NoCounterpartError("{")
        self.at += 1
        return f"{{{text}}}"

    def letters(self, run: str, before: str) -> str:
        """Letters side by side: a word, which TeX prints without the spaces of a product."""
        if self.holds_words:
            return run
        first = ""
        if before.rstrip().endswith(("^", "_")):
            first, run = run[0], run[1:]
        shown = f"\\mathit{{{run}}}" if len(run) > 2 else run
        return f"{first} {shown}" if first and run else f"{first}{shown}"

    def argument(self) -> str:
        """The source of what a command holds, without braces."""
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        if self.at >= len(self.tokens):
            raise _NoCounterpartError("")
        if self.tokens[self.at] != "{":
            self.at += 1
            return self.tokens[self.at - 1]
        depth, start = 0, self.at
        while self.at < len(self.tokens):
            part = self.tokens[self.at]
            depth += (part == "{") - (part == "}")
            self.at += 1
            if not depth:
                return "".join(self.tokens[start + 1 : self.at - 1])
        raise _NoCounterpartError("{")

    def rewritten(self, source: str, *, holds_words: bool = False) -> str:
        """A part of the formula, rewritten."""
        words = holds_words or self.holds_words
        return _FormulaWriter(_tokens(source), holds_words=words).whole()

    def command(self, part: str) -> str:
        name = part[1:]
        if name in _WRITERS:
            return _WRITERS[name](self, name)
        if part in _GROWING:
            return f"{part}{self.delimiter()}"
        if name in known.WORDY:
            return f"{part}{{{self.rewritten(self.argument(), holds_words=True)}}}"
        return _INSTEAD.get(name, part)

    def left_out(self, _name: str) -> str:
        return ""

    def left_out_with_argument(self, _name: str) -> str:
        self.star()
        self.argument()
        return ""

    def bare(self, _name: str) -> str:
        return f"{{{self.rewritten(self.argument())}}}"

    def second(self, _name: str) -> str:
        r"""The second argument of two: `\TextOrMath{words}{x}`."""
        self.argument()
        return self.rewritten(self.argument())

    def coloured(self, _name: str) -> str:
        self.argument()
        return f"{{{self.rewritten(self.argument())}}}"

    def star(self) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at] == "*":
            self.at += 1
            return True
        return False

    def distance(self, _name: str) -> str:
        self.star()
        self.argument()
        return r"\;"

    def delimiter(self) -> str:
        """The bracket behind a command that says its size."""
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        if self.at >= len(self.tokens):
            return ""
        self.at += 1
        found = self.tokens[self.at - 1]
        if found == "{":  # \big{(}
            self.at -= 1
            found = self.argument().strip()
        return _DELIMITERS.get(found, found)

    def negated(self, _name: str) -> str:
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        following = self.tokens[self.at] if self.at < len(self.tokens) else ""
        if following not in _NEGATED:
            raise _NoCounterpartError(r"\not")
        self.at += 1
        return _NEGATED[following]

    def operator(self, name: str) -> str:
        return rf"\{name}{{{_plain_words(self.argument())}}}"

    def large_operator(self, _name: str) -> str:
        held = self.argument().strip()
        match = re.fullmatch(
            # `\mathop{\mathrm{rank}}`, `\mathop{\rm rank}`
            r"\\(?:mathrm|text\w*|operatorname\*?|rm|mathsf)\s*(.*)",
            held,
            re.DOTALL,
        )
        if match is None:
            raise _NoCounterpartError(r"\mathop")
        return rf"\operatorname*{{{_plain_words(match[1])}}}"

    def face(self, name: str) -> str:
        source = _COLOUR.sub(r"\1", self.argument())
        if re.fullmatch(r"[A-Za-z0-9 ]*[A-Za-z][A-Za-z0-9 ]*", source.strip()):
            return rf"\{_FACES[name]}{{{source.strip()}}}".replace(" ", r"\ ")
        return self.words_of(source)

    def words(self, _name: str) -> str:
        return self.words_of(self.argument())

    def words_of(self, source: str) -> str:
        """Words, with the formulas among them beside them."""
        text = ""
        for index, piece in enumerate(re.split(r"(?<!\\)\$|\\\(|\\\)", source)):
            if index % 2:
                text = _joined(text, self.rewritten(piece))
            elif (words := _plain_words(piece)).strip():
                text = _joined(text, rf"\text{{{words}}}")
            elif words:
                text += r"\ "
        return text

    def lines_in_small(self, name: str) -> str:
        rows = rows_of(self.argument())
        return rf"\{name}{{{_NEXT.join(self.rewritten(row).strip() for row in rows)}}}"

    def array(self, name: str) -> str:
        kind = _ARRAYS.get(name)
        start, depth = self.at, 1
        while self.at < len(self.tokens) and depth:
            part = self.tokens[self.at]
            depth += part.startswith("\\begin") - part.startswith("\\end")
            self.at += 1
        source = "".join(self.tokens[start : self.at - 1])
        if kind is None or depth:
            raise _NoCounterpartError(name)
        source = re.sub(r"^\s*\[[tcb]\]", "", source)
        if name in {"array", "alignedat"}:
            columns = _COLUMNS.match(source) or re.match(r"\s*\{\d+\}", source)
            if columns is None:
                raise _NoCounterpartError(name)
            source = source[columns.end() :]
        rows = [[self.rewritten(cell).strip() for cell in cells_of(row)] for row in rows_of(source)]
        width = max(map(len, rows))
        lines = (" & ".join([*row, *[""] * (width - len(row))]) for row in rows)
        return rf"\begin{{{kind}}} {_NEXT.join(lines)} \end{{{kind}}}"


_WRITERS: Mapping[str, Callable[[_FormulaWriter, str], str]] = {
    **dict.fromkeys(_LEFT_OUT, _FormulaWriter.left_out),
    **dict.fromkeys(_LEFT_OUT_WITH_ARGUMENT, _FormulaWriter.left_out_with_argument),
    **dict.fromkeys(_BARE, _FormulaWriter.bare),
    **dict.fromkeys(("textcolor", "colorbox"), _FormulaWriter.coloured),
    "hspace": _FormulaWriter.distance,
    "TextOrMath": _FormulaWriter.second,
    "not": _FormulaWriter.negated,
    **dict.fromkeys(("operatorname", "operatorname*"), _FormulaWriter.operator),
    "mathop": _FormulaWriter.large_operator,
    **dict.fromkeys(_FACES, _FormulaWriter.face),
    **dict.fromkeys(_TEXTS, _FormulaWriter.words),
    known.UNDER_SUM: _FormulaWriter.lines_in_small,
}
"""What rewrites commands that are more than another name."""

_LONE_BRACE = re.compile(
    r"\\left\s*\\(?:\{|lbrace)\s*\\begin\{matrix\}(?P<rows>(?:(?!\\begin|\\end).)*)\\end\{matrix\}\s*"
    r"\\right\s*\."
)
r"""An example: `\left\{ \begin{matrix} a & b \\ c & d \end{matrix} \right.`."""


_ACCENT_IN_ALPHABET = re.compile(
    rf"\\(mathcal|mathbb|mathfrak)\{{\\({'|'.join(known.ACCENTS)})\s*\{{?([A-Z])\}}?\}}"
)
r"""An example: `\mathcal{\hat{Y}}`, which is `\hat{\mathcal{Y}}`."""


def _as_cases(match: re.Match[str]) -> str:
    """Rows behind a brace as cases, which stand at the left."""
    rows = match["rows"]
    if max(len(cells_of(row)) for row in rows_of(rows)) > known.ARRAYS["cases"].most_cells:
        return match[0]
    return rf"\begin{{cases}}{rows}\end{{cases}}"


def _joined(before: str, piece: str) -> str:
    """Two parts of a formula, of which the second is not taken for the end of a command."""
    needs_space = piece[:1].isalpha() and _NAME_AT_END.search(before)
    return f"{before} {piece}" if needs_space else f"{before}{piece}"


def _name_of(part: str) -> str:
    match = _ENVIRONMENT.match(part)
    return match[1].strip() if match else ""


def _plain_words(source: str) -> str:
    """The words of a text among formulas, or of an operator, in ASCII."""
    text = source
    for pattern, instead in _WORDS_AS:
        text = pattern.sub(instead, text)
    return text.translate(_ASCII)


_COLOUR = re.compile(
    r"\\(?:textcolor\s*\{[^{}]*\}|color\s*\{[^{}]*\})\s*(?:\{((?:[^{}\\]|\\.)*)\})?"
)
r"""An example: `\color{red}{x}`, of which `x` is kept."""
_WORDS_AS = (
    (re.compile(r"\\(?:text|math)[a-z]*\s*\{([^{}]*)\}|\\emph\{([^{}]*)\}"), r"\1\2"),
    (
        re.compile(
            r"\\(?:rm|bf|it|sf|tt|sc|em|bfseries|itshape|scshape|small|footnotesize|scriptsize|normalfont)\b\s*"
        ),
        "",
    ),
    (re.compile(r"\\(?:arg|max|min|sup|inf|lim|log|exp)(?![A-Za-z])"), lambda sign: sign[0][1:]),
    (re.compile(r"\\(?:quad|qquad|[ ,;:!]|thinspace)|~|\s+"), " "),
    (re.compile(r"\\(?:ldots|dots)\b\s*(?:\{\})?"), "..."),
    (re.compile(r"\\[-/]|\{\}"), ""),
    (re.compile(r"[{}]"), ""),
    (re.compile(r"---?"), "-"),
    (re.compile("``|''"), "'"),
    (re.compile(" +"), " "),
)
r"""What stands for what in words within a formula: `\emph{if}` is `if`, `\quad` a space."""
_ASCII = str.maketrans({"’": "'", "‘": "'", "“": "'", "”": "'", "–": "-", "—": "-", "`": "'"})
