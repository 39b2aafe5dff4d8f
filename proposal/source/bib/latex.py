"""Reads the LaTeX of a field of a `.bib` file: what it prints, and how that was typed.

A field is text with a few commands that stand for letters, fonts, addresses and formulas
(`commands`). Signs that mean something to TeX alone (`&`, `_`, `%`, `#`, `^`) are the letters that
people take them for. What is not known is reported, and never kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexWalkerError

from proposal.source.bib import text_commands
from proposal.source.math.formula_source import formula_source
from proposal.source.math.math_grammar import read_formula
from proposal.source.math.math_tex import tex_of
from proposal.source.math.math_tree import Formula
from proposal.source.math.math_words import formula_words
from proposal.source.reference import Fragment, LetterForm

_PLAIN = re.compile(r"[^\\{}$~`'\-,<>?!]+")
"""Letters in which nothing is LaTeX's: `Matrix factorization`."""
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?|.)", re.DOTALL)
r"""`\emph`, `\section*`, `\'`"""
_WHITE = re.compile(r"[ \t\n]*")
_LIGATURE = re.compile("|".join(re.escape(typed) for typed in text_commands.LIGATURES))
"""`---`"""
_OPTION = re.compile(r"\[[^\][{}]*\]")
"""`[width=2cm]`"""
_ADDRESS_COMMANDS = frozenset({"url", "nolinkurl", "path"})
_SYMBOL = re.compile(r"\s*\{(?P<number>\d{2,3})\}")
r"""An example: `\symbol{126}`, a tilde."""
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class FieldText(Struct, frozen=True):
    """What a field says."""

    fragments: tuple[Fragment, ...]
    unknown: tuple[str, ...]
    """The LaTeX that is not known, as it was typed."""


def read_latex(value: str) -> FieldText:
    """What the value of a field prints."""
    reading = _LatexReading(re.sub(r"[ \t\n]+", " ", value))
    fragments = tuple(reading.text(protected=False, closing=False))
    return FieldText(fragments, tuple(reading.unknown))


class _LatexReading:
    def __init__(self, value: str) -> None:
        self.value = value
        self.at = 0
        self.unknown: list[str] = []

    def text(self, *, protected: bool, closing: bool) -> Iterator[Fragment]:
        """Read up to the end, or to behind the brace that closes the group.

        Args:
            protected: whether braces keep the letters as they are typed.
            closing: whether a brace must close what is read.
        """
        while self.at < len(self.value):
            sign = self.value[self.at]
            if sign == "}":
                self.at += 1
                if closing:
                    return
                self.unknown.append("}")
            elif sign == "{":
                yield from self.group(protected)
            elif sign == "\\":
                yield from self.command(protected)
            elif sign == "$":
                yield from self.formula(protected)
            elif sign == "~":
                self.at += 1
                yield Fragment(_NO_BREAK_SPACE, protected, LetterForm.SIGN, "~")
            else:
                yield self.plain(protected)
        if closing:
            self.unknown.append("{")

    def plain(self, protected: bool) -> Fragment:
        if ligature := _LIGATURE.match(self.value, self.at):
            self.at = ligature.end()
            text = text_commands.LIGATURES[ligature[0]]
            return Fragment(text, protected, LetterForm.SIGN, ligature[0])
        plain = _PLAIN.match(self.value, self.at)
        text = plain[0] if plain else self.value[self.at]
        self.at += len(text)
        return Fragment(text, protected)

    def group(self, protected: bool) -> Iterator[Fragment]:
        """Read a group; one that begins with a command is a letter to BibTeX and not protected."""
        self.at += 1
        is_letter = not protected and self.value.startswith("\\", self.at)
        yield _markup("{")
        yield from self.text(protected=not is_letter, closing=True)
        yield _markup("}")

    def command(self, protected: bool) -> Iterator[Fragment]:
        start = self.at
        match = _COMMAND.match(self.value, start)
        if match is None:  # a backslash at the very end
            self.at += 1
            self.unknown.append("\\")
            return
        self.at = match.end()
        name = match[0][1:]
        if name in text_commands.ACCENTS:
            yield from self.accent(name, start, protected)
        elif (sign := self.sign(name, protected)) is not None:
            yield sign
        elif (latex := self.other_latex(name)) is not None:
            yield from self.rewritten(latex, protected)
        elif name in text_commands.WRAPPERS:
            yield from self.wrapped(name)
        elif name in _ADDRESS_COMMANDS and self.has_group():
            yield Fragment(address_of(self.raw_group()), protected, LetterForm.ADDRESS)
        elif name in _ADDRESS_COMMANDS and (marked := _MARKED.match(self.value, self.at)):
            self.at = marked.end()
            yield Fragment(address_of(marked["address"]), protected, LetterForm.ADDRESS)
        elif name == "href" and self.has_group():
            yield from self.link(start)
        elif name in {"(", "[", "ensuremath"}:
            yield from self.marked_formula(name, start, protected)
        else:
            self.refuse(start)

    def sign(self, name: str, protected: bool) -> Fragment | None:
        """What a command without an argument prints, if it is one."""
        if name in "{}":
            return Fragment(name, protected)
        if name in text_commands.SIGNS:
            return Fragment(text_commands.SIGNS[name], protected, LetterForm.SIGN, self.typed(name))
        if name in text_commands.TEXTS:
            self.skip_behind(name)
            return Fragment(text_commands.TEXTS[name], protected=True)
        if name in text_commands.SWITCHES:
            return _markup(self.typed(name))
        if name == "\\":
            return Fragment(" ", protected, LetterForm.SIGN, r"\newline ")
        if name == "symbol" and (number := _SYMBOL.match(self.value, self.at)):
            self.at = number.end()
            return Fragment(chr(int(number["number"])), protected)
        return None

    def other_latex(self, name: str) -> str | None:
        """The LaTeX that says the same as a command with its arguments, if there is some."""
        if name in text_commands.UNSHOWN:
            for _ in range(text_commands.UNSHOWN[name]):
                self.argument()
            return ""
        if name in text_commands.REWRITTEN:
            return text_commands.REWRITTEN[name] % self.argument()
        if name in text_commands.REWRITTEN_PAIRS:
            arguments = (self.argument(), self.argument())
            return arguments[text_commands.REWRITTEN_PAIRS[name]]
        return None

    def rewritten(self, latex: str, protected: bool) -> Iterator[Fragment]:
        """Read what stands for a command and its argument."""
        reading = _LatexReading(latex)
        yield from reading.text(protected=protected, closing=False)
        self.unknown += reading.unknown

    def skip_behind(self, name: str) -> None:
        """Pass the white space and the empty group that end the name of a command."""
        if name.isalpha():
            self.skip()
            if self.value.startswith("{}", self.at):
                self.at += 2

    def typed(self, name: str) -> str:
        r"""A command as it was typed; a space ends it, even before a letter such as é."""
        if not name[0].isalpha():
            return f"\\{name}".replace("\n", " ")
        space = _WHITE.match(self.value, self.at)
        if space and space[0]:
            self.at = space.end()
            return f"\\{name} "
        following = self.value[self.at : self.at + 1]
        return f"\\{name}" if following.isascii() else f"\\{name} "

    def refuse(self, start: int) -> None:
        """Tell of a command with what looks like its arguments."""
        while True:
            option = _OPTION.match(self.value, self.at)
            if option:
                self.at = option.end()
            elif self.value.startswith("{", self.at):
                self.raw_group()
            else:
                break
        self.unknown.append(self.value[start : self.at].strip())

    def has_group(self) -> bool:
        space = _WHITE.match(self.value, self.at)
        return self.value.startswith("{", space.end() if space else self.at)

    def raw_group(self) -> str:
        """What stands in the group that begins here, as it was typed."""
        self.skip()
        depth, start = 0, self.at + 1
        while self.at < len(self.value):
            sign = self.value[self.at]
            self.at += 1
            if sign == "\\":
                self.at += 1  # a brace behind it closes nothing
            elif sign == "{":
                depth += 1
            elif sign == "}":
                depth -= 1
                if not depth:
                    return self.value[start : self.at - 1]
        self.unknown.append("{")
        return self.value[start:]

    def skip(self) -> None:
        space = _WHITE.match(self.value, self.at)
        self.at = space.end() if space else self.at

    def argument(self) -> str:
        """A command's argument as TeX takes it: a group, a command or a character."""
        self.skip()
        if self.value.startswith("{", self.at):
            return self.raw_group()
        match = _COMMAND.match(self.value, self.at)
        taken = match[0] if match else self.value[self.at : self.at + 1]
        self.at += len(taken)
        return taken

    def accent(self, name: str, start: int, protected: bool) -> Iterator[Fragment]:
        before = self.at
        inner = self.argument() if self.at < len(self.value) else ""
        base = _base_of(inner.strip())
        if base is None or self.value.startswith("}", before):
            self.at = max(self.at, before)
            self.unknown.append(self.value[start : self.at])
            return
        text = unicodedata.normalize("NFC", base + text_commands.ACCENTS[name])
        if not base:
            text = _ALONE.get(name, "")
        typed = self.value[start : self.at]
        following = self.value[self.at : self.at + 1]
        if typed[-1].isalpha() and typed[-2:-1] != " " and "\\" in typed[1:]:  # `\'\i`
            typed += "" if following.isascii() and not following.isalpha() else " "
            self.skip()
        yield Fragment(text, protected, LetterForm.SIGN, typed)

    def wrapped(self, name: str) -> Iterator[Fragment]:
        self.skip()
        if not self.value.startswith("{", self.at):
            # As TeX takes it: the one letter that follows.
            inner = read_latex(self.argument())
            self.unknown += inner.unknown
            yield _markup(f"\\{name}{{")
            yield from inner.fragments
            yield _markup("}")
            return
        self.at += 1
        yield _markup(f"\\{name}{{")
        inside = list(self.text(protected=True, closing=True))
        yield from _raised(name, inside)
        yield _markup("}")

    def link(self, start: int) -> Iterator[Fragment]:
        address = address_of(self.raw_group())
        if not self.has_group():
            self.unknown.append(self.value[start : self.at])
            return
        self.skip()
        self.at += 1
        yield Fragment("", form=LetterForm.LINK, latex=address)
        yield from self.text(protected=True, closing=True)
        yield _markup("}")

    def formula(self, protected: bool) -> Iterator[Fragment]:
        r"""Read `$…$` and `$$…$$`; a dollar sign that has no other one is an amount of money."""
        if displayed := _DISPLAYED.match(self.value, self.at):
            self.at = displayed.end()
            yield from self.checked_formula(displayed["inner"], displayed[0], protected)
            return
        end = self.end_of_formula(self.at + 1)
        if self.value.startswith("$$", self.at) or end < 0:
            self.at += 1
            yield Fragment("$", protected)
            return
        inner = self.value[self.at + 1 : end]
        typed = self.value[self.at : end + 1]
        self.at = end + 1
        yield from self.checked_formula(inner, typed, protected)

    def end_of_formula(self, at: int) -> int:
        """Where the next dollar sign stands in this group; -1 if there is none."""
        depth = 0
        while at < len(self.value):
            sign = self.value[at]
            if sign == "\\":
                at += 1
            elif sign == "{":
                depth += 1
            elif sign == "}":
                depth -= 1
                if depth < 0:
                    return -1
            elif sign == "$" and not depth:
                return at
            at += 1
        return -1

    def marked_formula(self, name: str, start: int, protected: bool) -> Iterator[Fragment]:
        if name == "ensuremath" and self.has_group():
            inner = self.raw_group()
        elif name in _FORMULA_ENDS and (end := self.value.find(_FORMULA_ENDS[name], self.at)) >= 0:
            inner = self.value[self.at : end]
            self.at = end + 2
        else:
            self.refuse(start)
            return
        yield from self.checked_formula(inner, self.value[start : self.at], protected)

    def checked_formula(self, inner: str, typed: str, protected: bool) -> Iterator[Fragment]:
        inner = _FORMULA_NAME.sub(_known_name, inner)
        is_plain = _is_formula(inner)
        text = _formula_text(inner) if is_plain else None
        tex = inner
        if text is None and (formula := _formula_of_data(inner)):
            text, tex = formula_words(formula), inner if is_plain else tex_of(formula)
        if text is None:
            self.unknown.append(typed)
        else:
            yield Fragment(text, protected, LetterForm.FORMULA, f"${tex}$")


def _markup(latex: str) -> Fragment:
    return Fragment("", form=LetterForm.MARKUP, latex=latex)


def _raised(name: str, inside: list[Fragment]) -> list[Fragment]:
    """What stands in a superscript or subscript: as text, H₂O is written so."""
    signs = RAISED.get(name)
    text = "".join(fragment.text for fragment in inside)
    if signs is None or not text or any(sign not in signs for sign in text):
        return inside
    return [
        replace(
            fragment,
            text=_moved(fragment.text, signs),
            form=LetterForm.FORMULA,
            latex=fragment.text,
        )
        if fragment.form is LetterForm.TEXT
        else fragment
        for fragment in inside
    ]


def _moved(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs[sign] for sign in text)


_SUPERSCRIPTS = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_SUBSCRIPTS = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
RAISED: Mapping[str, Mapping[str, str]] = {
    "textsuperscript": _SUPERSCRIPTS,
    "textsubscript": _SUBSCRIPTS,
}
"""The characters that stand above or below others of themselves, by the command for each."""
_ALONE = {"`": "`", "'": "´", "^": "^", "~": "~", '"': "¨", "=": "¯"}
"""What an accent prints that stands on nothing."""


def _base_of(inner: str) -> str | None:
    """The letter that an accent stands on: nothing for none, `None` if it is no letter."""
    if not inner:
        return ""
    if len(inner) == 1:
        return inner if inner.isalpha() else None
    match = re.fullmatch(r"\{*\\([A-Za-z]+)(?:\{\}|\s*)\}*", inner)
    if match and match[1] in text_commands.BASES:
        return text_commands.BASES[match[1]]
    match = re.fullmatch(r"\{?\\(.)\s*(?:\{(.*)\}|(.*?))\}?", inner)
    if match and match[1] in text_commands.ACCENTS:
        below = _base_of((match[2] or match[3] or "").strip())
        return (
            unicodedata.normalize("NFC", below + text_commands.ACCENTS[match[1]]) if below else None
        )
    text = unicodedata.normalize("NFC", inner)
    return text if len(text) == 1 and text.isalpha() else None


# Formulas


_FORMULA_ENDS = {"(": r"\)", "[": r"\]"}
_DISPLAYED = re.compile(r"\$\$(?P<inner>[^$]+)\$\$")
"""`$$x^2$$`"""
_FORMULA_NAME = re.compile(
    rf"\\(?:up(?P<greek>[a-z]+)|({'|'.join(text_commands.FORMULA_NAMES)}))(?![A-Za-z])\s*"
)
r"""Examples: `\upalpha`, `\mathplus`."""


def _known_name(name: re.Match[str]) -> str:
    if name["greek"]:
        is_known = name["greek"] in text_commands.FORMULA_SIGNS and name["greek"] != "arrow"
        return f"\\{name['greek']} " if is_known else name[0]
    return text_commands.FORMULA_NAMES[name[2]]


def _formula_of_data(inner: str) -> Formula | None:
    """A formula in the commands that titles and prose may hold, which are more than those here."""
    source = formula_source(inner)
    return read_formula(source) if source else None


def _is_formula(inner: str) -> bool:
    """Whether all of a formula is known, and its braces and arguments are whole."""
    at, depth = 0, 0
    while at < len(inner):
        sign = inner[at]
        if sign == "\\":
            match = _COMMAND.match(inner, at)
            if match is None:
                return False
            at = match.end()
            name = match[0][1:]
            if name in text_commands.FORMULA_WRAPPERS:
                if not _has_arguments(inner, at, text_commands.FORMULA_WRAPPERS[name]):
                    return False
            elif name not in text_commands.FORMULA_SIGNS | text_commands.FORMULA_SWITCHES:
                return False
            continue
        if sign not in text_commands.FORMULA_CHARACTERS:
            return False
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
        at += 1
    return not depth and bool(inner.strip()) and inner.rstrip()[-1] not in "^_"


def _has_arguments(inner: str, at: int, count: int) -> bool:
    reading = _LatexReading(inner)
    reading.at = at
    for _ in range(count):
        reading.skip()
        if reading.at >= len(inner) or inner[reading.at] == "}":
            return False
        reading.argument()
    return not reading.unknown


_TO_TEXT = LatexNodes2Text(math_mode="text")
_STRUCTURE = re.compile(
    r"\\sqrt\s*\[|[_^]\s*\{[^{}]*\\|\\[td]?frac(?![A-Za-z]|\s*\{[^{}\\]*\}\s*\{[^{}\\]*\})"
    r"|\\(?:binom|bmod|mbox|prime|underline|overline|widehat|widetilde)(?![A-Za-z])"
)
r"""Where the converter drops what tells one formula from another.

Examples: the 3 of `\sqrt[3]{x}`, the brackets around `n \times m` in `x^{n \times m}`.
"""
_FRACTION = re.compile(r"\\[td]?frac\s*\{([^{}]+)\}\s*\{([^{}]+)\}")
r"""`\frac{1}{2}`, `\tfrac{a}{b}`"""
_WORD_FONT = re.compile(r"\\math(?:sf|tt|it)\b")
r"""Fonts in which people set words, `$\mathsf{CON}$`, and no letters of mathematics."""
_RAISED_IN_FORMULA = re.compile(r"([_^])(?:\{([^{}\\]+)\}|([0-9A-Za-z+*-]))")
"""`^{th}`, `_2`"""


def _in_line(fraction: re.Match[str]) -> str:
    """A fraction on one line: (a+b)/2."""
    above, below = (part if len(part) == 1 else f"({part})" for part in fraction.groups())
    return f"{above}/{below}"


def _as_text(raised: re.Match[str]) -> str:
    """An exponent or index as it is typed: x^2, x_(i+1)."""
    sign, text = raised[1], (raised[2] or raised[3]).strip()
    is_plain = len(text) == 1 or text.isalnum()
    return f"{sign}{text}" if is_plain else f"{sign}({text})"


def _alone(raised: re.Match[str]) -> str:
    """An index behind ordinary text, as in H$_2$O, in raised or lowered signs: ₂."""
    text = (raised[2] or raised[3]).strip()
    signs = _SUPERSCRIPTS if raised[1] == "^" else _SUBSCRIPTS
    return _moved(text, signs) if all(sign in signs for sign in text) else _as_text(raised)


@lru_cache(maxsize=1000)  # a file has the same few formulas in hundreds of titles
def _formula_text(inner: str) -> str | None:
    """A formula in letters; nothing if it has parts that would be lost, or the parser fails."""
    if _STRUCTURE.search(inner):
        return None
    upright = _WORD_FONT.sub(r"\\mathrm", inner)
    is_alone = _RAISED_IN_FORMULA.fullmatch(upright.strip())
    raised = _RAISED_IN_FORMULA.sub(
        _alone if is_alone else _as_text, _FRACTION.sub(_in_line, upright)
    )
    try:
        text = _TO_TEXT.latex_to_text(f"${raised}$")
    except (LatexWalkerError, IndexError, KeyError, ValueError, TypeError, AttributeError):
        return None
    return str(text) if "<" not in text or "<" in inner or r"\l" in inner else None


# Addresses


_IN_ADDRESS = (
    (
        re.compile(
            r"\{?\\textasciitilde(?:\{\}|\s|(?=[^A-Za-z]|$))\}?|\{?\$\s*\\sim\s*\$\}?"
            r"|\{?\\(?:string\s*)?~(?:\{\}|\s?)\}?"
        ),
        "~",
    ),
    (re.compile(r"\{?\\textunderscore(?:\{\}|\s|(?=\}))\}?"), "_"),
    (re.compile(r"\{\\([#%&_$])\}|\\([#%&_$])"), r"\1\2"),
    (re.compile(r"\\-|\\/|\{\}"), ""),
    (re.compile(r"\s+"), ""),
)
"""How people write signs of an address that TeX takes for something else."""


_MARKED = re.compile(r"\s*(?P<mark>[|\"!+'])(?P<address>[^\s{}\\]+?)(?P=mark)")
"""An address between two signs, as TeX takes it, too: `\\url|https://example.org|`."""

_WRAPPED_ADDRESS = (
    r"\{(.*)\}|\\(?:url|nolinkurl|path|texttt)\s*\{(.*)\}|<(https?:.*)>"
    r"|\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}"
)
"""What people put around an address; of a link, it is the first argument."""


def address_of(typed: str) -> str:
    """An address without the commands that protect its signs from TeX."""
    address = typed.strip()
    if wrapped := re.fullmatch(_WRAPPED_ADDRESS, address):
        return address_of(next(inner for inner in wrapped.groups() if inner is not None))
    for pattern, sign in _IN_ADDRESS:
        address = pattern.sub(sign, address)
    return address
