"""Understands formulas: from what was typed to a tree of what is known, or what is wrong in it.

Nothing that is typed goes anywhere but through this tree, so that a formula can do no more than
the table of commands says.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from msgspec import Struct

from proposal.source.math import math_commands as known
from proposal.source.math.math_commands import MathSign, Spacing
from proposal.source.math.math_tree import (
    Cells,
    Fenced,
    Formula,
    Marked,
    MathRow,
    Node,
    NumberedLines,
    Scripts,
    Sign,
    Sized,
    Words,
)

LONGEST = 1_000
"""Characters of a formula."""
DEEPEST = 12
"""Levels of braces, scripts and brackets in each other."""

_TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.)|\s+|.", re.DOTALL)
r"""`\alpha`, `\,`, `x`"""
_LETTER = re.compile("[A-Za-z]")
_WORD = 3
"""So many letters side by side are a word, which TeX would print as a product."""
_CAPITALS = re.compile("[A-Z]+")
"""`NDCG`"""
_NOT_IN_WORDS = re.compile(r"[^A-Za-z0-9 .,:;!?()'/+=@\ue000-\ue003-]")
"""What words of a formula cannot hold: `50 % of all`, `a_b`."""
_ESCAPED = dict(zip("_&%#", "\ue000\ue001\ue002\ue003", strict=True))
"""Signs that stand in words behind a backslash alone, and what stands for them meanwhile."""
_IN_WORDS = {"\\,": " ", "~": " "} | {f"\\{sign}": held for sign, held in _ESCAPED.items()}
_ESCAPED_AGAIN = {ord(held): sign for sign, held in _ESCAPED.items()}
_NUMBER = re.compile(r"[A-Za-z0-9.*'-]{1,12}")
"""What may stand for a number: `3`, `2.1a`."""
_PRIMES = ("'", "′")
_SCRIPTS = ("^", "_", *_PRIMES)
_SEE_ALL = "the page docs/reference/formulas.md lists all of them"


class FormulaError(Exception):
    """Something in a formula that is not understood."""

    code: str
    message: str
    hint: str
    offset: int
    """Where it stands in what was typed between the dollar signs."""

    def __init__(self, code: str, message: str, hint: str, offset: int) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.offset = offset


def read_formula(source: str, *, is_display: bool = False) -> Formula:
    """Understand a formula.

    Args:
        source: what stands between the dollar signs.
        is_display: whether it stands on a line of its own.

    Raises:
        FormulaError: it holds what is not known, or is not complete.
    """
    if len(source) > LONGEST:
        message = f"this formula has {len(source):,} characters; a formula has at most {LONGEST:,}"
        raise FormulaError("formula-too-long", message, "write it as several formulas", 0)
    reading = _FormulaReading(_tokens(source))
    tree = reading.displayed() if is_display else reading.row()
    if not tree.parts:
        raise _syntax("there is nothing in this formula", r"write \$ for a dollar sign", 0)
    return Formula(source, tree, is_display)


class _Token(Struct, frozen=True):
    text: str
    offset: int
    is_behind_space: bool


def _tokens(source: str) -> list[_Token]:
    tokens: list[_Token] = []
    is_behind_space = False
    for match in _TOKEN.finditer(source):
        if match[0].isspace():
            is_behind_space = True
            continue
        text = match[0]
        if text.endswith("*") and len(text) > 2 and text[1:] not in known.KNOWN:
            tokens.append(_Token(text[:-1], match.start(), is_behind_space))
            tokens.append(_Token("*", match.end() - 1, is_behind_space=False))
        else:
            tokens.append(_Token(text, match.start(), is_behind_space))
        is_behind_space = False
    return tokens


class _FormulaReading(Struct):
    tokens: list[_Token]
    at: int = 0
    depth: int = 0
    end: int = 0
    """Behind what was read last."""
    holds_words: bool = False
    """Whether an alphabet for words is around, in which letters are no product."""
    is_fenced: bool = False
    """Whether brackets that grow are around."""

    def next(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> _Token:
        token = self.tokens[self.at]
        self.at += 1
        self.end = token.offset + len(token.text)
        return token

    def refuse_depth(self, offset: int) -> None:
        if self.depth > DEEPEST:
            message = f"this formula has more than {DEEPEST} levels in each other"
            raise FormulaError("formula-too-long", message, "write it as several formulas", offset)

    def row(self, *closing: str) -> MathRow:
        """What stands side by side, up to the end or to one of some tokens, which is left."""
        parts: list[Node] = []
        word: list[_Token] = []
        while (token := self.next()) is not None and token.text not in closing:
            if not _LETTER.fullmatch(token.text) or token.is_behind_space:
                word = []
            if _LETTER.fullmatch(token.text):
                word.append(token)
            if len(word) == _WORD and not self.holds_words:
                raise self.word_error(word[0])
            parts.append(self.part())
        return MathRow(tuple(parts))

    def displayed(self) -> MathRow:
        """A formula on a line of its own: lines with numbers, or what may have one at its end."""
        first = self.next()
        if first is not None and first.text == f"\\{known.BEGIN}":
            start = self.at
            self.take()
            kind = self.environment(first)
            if kind in known.SYSTEMS:
                return MathRow((self.system(first, kind),))
            self.at = start
        row = self.row(f"\\{known.TAG}")
        token = self.next()
        if token is None or not row.parts:
            return row
        tag = self.tag(self.take())
        self.refuse_more()
        return MathRow((NumberedLines("gather*", ((row,),), (tag,)),))

    def system(self, token: _Token, kind: str) -> NumberedLines:
        """Lines of formulas, each of which may have a number."""
        self.depth += 1
        rows, tags = self.array_rows(token, kind)
        self.depth -= 1
        rows = self.whole_rows(token, kind, rows)
        self.refuse_more()
        return NumberedLines(kind, tuple(rows), tuple(tags[: len(rows)]))

    def tag(self, token: _Token) -> str:
        """The number in the braces behind a command."""
        opening = self.next()
        if opening is None or opening.text != "{":
            raise _syntax(f"no brace stands behind `{token.text}`", r"write \tag{1}", token.offset)
        self.take()
        text = ""
        while (found := self.next()) is not None and found.text != "}":
            text += self.take().text
        self.close(opening, "}")
        if not _NUMBER.fullmatch(text):
            hint = f"write a number such as {token.text}{{1}}, of at most 12 letters and digits"
            raise _syntax(f"`{text}` is no number of a formula", hint, token.offset)
        return text

    def refuse_more(self) -> None:
        """Refuse what stands behind the end of a displayed formula."""
        if (token := self.next()) is not None:
            hint = "write it before, or as a formula of its own"
            raise _syntax(f"`{token.text}` stands behind the formula's end", hint, token.offset)

    def word_error(self, first: _Token) -> FormulaError:
        letters = [first.text]
        for token in self.tokens[self.tokens.index(first) + 1 :]:
            if not _LETTER.fullmatch(token.text) or token.is_behind_space:
                break
            letters.append(token.text)
        word = "".join(letters)
        message = f"`{word}` would be printed as a product of letters"
        hint = (
            f"write \\mathrm{{{word}}} for a word, {' '.join(letters)} for a product, or end the "
            "formula before it"
        )
        return FormulaError("word-in-formula", message, hint, first.offset)

    def part(self) -> Node:
        """A sign or a group with its scripts."""
        token = self.tokens[self.at]
        base: Node = MathRow(()) if token.text in _SCRIPTS else self.atom()
        scripts: dict[str, Node] = {}
        primes = 0
        while (found := self.next()) is not None and found.text in _SCRIPTS:
            self.take()
            if found.text in _PRIMES:
                primes += 1
                continue
            if found.text in scripts:
                where = "below" if found.text == "_" else "above"
                message = f"two things stand {where} the same sign: `{found.text}` comes twice"
                raise _syntax(message, f"put both into braces: x{found.text}{{a b}}", found.offset)
            scripts[found.text] = self.argument(found)
        if not scripts and not primes:
            return base
        return Scripts(base, scripts.get("_"), scripts.get("^"), primes)

    def argument(self, owner: _Token) -> Node:
        """What a command or a script holds: a group in braces, or a single sign."""
        token = self.next()
        if token is None or token.text in {"}", "]", "&", "^", "_"}:
            hint = f"write {owner.text}{{…}}"
            raise _syntax(f"nothing stands behind `{owner.text}`", hint, owner.offset)
        if token.text == "{":
            return self.group(self.take())
        self.depth += 1
        self.refuse_depth(owner.offset)
        node = self.atom()
        self.depth -= 1
        return node

    def atom(self) -> Node:
        token = self.take()
        text = token.text
        if text == "{":
            return self.group(token)
        if text == "}":
            raise _syntax(
                "a brace is closed that was not opened", r"delete it, or write \}", token.offset
            )
        if text.startswith("\\"):
            return self.command(token)
        if text.isascii() and text.isalnum():
            return Sign(text, MathSign(text, Spacing.ORDINARY))
        if text in known.TYPED:
            return Sign(text, known.TYPED[text])
        if text == "~":
            return Sign("~", MathSign(" ", Spacing.SPACE))
        if text in known.BY_CHARACTER:
            name = known.BY_CHARACTER[text]
            return Sign(name, known.TYPED[name]) if name in known.TYPED else _sign(name)
        raise self.unknown_character(token)

    def group(self, opening: _Token) -> MathRow:
        self.depth += 1
        self.refuse_depth(opening.offset)
        row = self.row("}")
        self.close(opening, "}")
        self.depth -= 1
        return row

    def close(self, opening: _Token, sign: str) -> None:
        if self.next() is None:
            message = f"`{opening.text}` is not closed"
            raise _syntax(message, f"write {sign} where it ends", opening.offset)
        self.take()

    def command(self, token: _Token) -> Node:
        name = token.text[1:]
        if name in known.SIGNS:
            return _sign(name)
        if name in known.TEXTS:
            return Words(name, self.words(token))
        if name in known.ACCENTS or name in known.BRACES:
            return Marked(name, (self.argument(token),))
        if name in known.ALPHABETS:
            return self.alphabet(token)
        if name in (*known.FRACTIONS, known.BINOMIAL, *known.STACKS):
            return Marked(name, (self.argument(token), self.argument(token)))
        if name == known.MODULUS:
            return Marked(name, (self.argument(token),))
        if name in known.SIZES or (name == known.MIDDLE and self.is_fenced):
            return Sized(name, self.delimiter(token, is_shown=True))
        if name == known.UNDER_SUM:
            return self.lines_in_small(token)
        if name == known.ROOT or name in known.ARROWS:
            degree = self.degree(token)
            return Marked(name, (self.argument(token),), degree)
        if name == known.LEFT:
            return self.fenced(token)
        if name == known.BEGIN:
            return self.array(token)
        raise self.unknown_command(token)

    def alphabet(self, token: _Token) -> Marked:
        name = token.text[1:]
        around, self.holds_words = self.holds_words, self.holds_words or name in known.WORDY
        held = self.argument(token)
        self.holds_words = around
        if name in known.CAPITALS_ALONE and not _CAPITALS.fullmatch(_letters_of(held)):
            message = f"`\\{name}` has capital letters alone"
            raise _syntax(message, f"write \\{name}{{A}}, one or more capitals", token.offset)
        return Marked(name, (held,))

    def degree(self, token: _Token) -> Node | None:
        """The number in brackets behind a root."""
        opening = self.next()
        if opening is None or opening.text != "[":
            return None
        self.take()
        self.depth += 1
        self.refuse_depth(token.offset)
        row = self.row("]")
        self.close(opening, "]")
        self.depth -= 1
        return row.parts[0] if len(row.parts) == 1 else row

    def words(self, token: _Token) -> str:
        """The text in the braces behind a command."""
        opening = self.next()
        if opening is None or opening.text != "{":
            hint = f"write {token.text}{{words}}"
            raise _syntax(f"no brace stands behind `{token.text}`", hint, token.offset)
        self.take()
        text = ""
        while (found := self.next()) is not None and found.text != "}":
            if found.is_behind_space and text:
                text += " "
            text += _IN_WORDS.get(found.text, found.text)
            self.take()
        ending = self.next()
        text += " " if ending is not None and ending.is_behind_space else ""
        text = (
            " "
            if self.tokens[self.at - 1] is not opening and self.begins_with_space(opening)
            else ""
        ) + text
        self.close(opening, "}")
        if wrong := _NOT_IN_WORDS.search(text):
            message = f"`{wrong[0]}` cannot stand in `{token.text}`"
            hint = "it holds letters from a to z, digits and . , : ; ! ? ( ) ' / + = - @"
            raise _syntax(message, hint, token.offset)
        if not text.strip():
            raise _syntax(
                f"nothing stands in `{token.text}`", f"write {token.text}{{words}}", token.offset
            )
        return text.translate(_ESCAPED_AGAIN)

    def begins_with_space(self, opening: _Token) -> bool:
        return self.tokens[self.tokens.index(opening) + 1].is_behind_space

    def fenced(self, token: _Token) -> Fenced:
        self.depth += 1
        self.refuse_depth(token.offset)
        opening = self.delimiter(token)
        around, self.is_fenced = self.is_fenced, True
        inner = self.row(f"\\{known.RIGHT}")
        self.is_fenced = around
        ending = self.next()
        if ending is None:
            message = f"`{token.text}{opening}` is not closed"
            raise _syntax(
                message, r"write \right and the bracket that closes, such as \right)", token.offset
            )
        closing = self.delimiter(self.take())
        self.depth -= 1
        return Fenced(opening, inner, closing)

    def array(self, token: _Token) -> Cells:
        """A matrix or cases, in rows that have as many cells each."""
        kind = self.array_kind(token)
        self.depth += 1
        self.refuse_depth(token.offset)
        rows, _ = self.array_rows(token, kind)
        self.depth -= 1
        return Cells(kind, tuple(self.whole_rows(token, kind, rows)))

    def whole_rows(
        self, token: _Token, kind: str, rows: list[tuple[MathRow, ...]]
    ) -> list[tuple[MathRow, ...]]:
        """The rows of an array without an empty last one, if each has as many cells."""
        most = (known.ARRAYS.get(kind) or known.SYSTEMS[kind]).most_cells
        if len(rows) > 1 and len(rows[-1]) == 1 and not rows[-1][0].parts:
            rows.pop()  # behind a sign for the next row that ends the last one
        for number, row in enumerate(rows, start=1):
            message = ""
            if len(row) > most:
                message = f"row {number} of `{kind}` has more than {most} cells"
            elif len(row) != len(rows[0]):
                message = f"row {number} of `{kind}` does not have as many cells as the first"
            elif not any(cell.parts for other in rows for cell in other):
                message = f"there is nothing in `{kind}`"
            if message:
                hint = f"write {known.NEXT_CELL} between cells, and {known.NEXT_ROW} between rows"
                raise _syntax(message, hint, token.offset)
        return rows

    def lines_in_small(self, token: _Token) -> Cells:
        """Lines below a sum, in braces."""
        opening = self.next()
        if opening is None or opening.text != "{":
            hint = f"write {token.text}{{a \\\\ b}}"
            raise _syntax(f"no brace stands behind `{token.text}`", hint, token.offset)
        self.take()
        self.depth += 1
        self.refuse_depth(token.offset)
        rows = [(self.row(known.NEXT_ROW, "}"),)]
        while (found := self.next()) is not None and found.text == known.NEXT_ROW:
            self.refuse_distance(self.take())
            rows.append((self.row(known.NEXT_ROW, "}"),))
        self.close(opening, "}")
        self.depth -= 1
        return Cells(known.UNDER_SUM, tuple(rows))

    def array_rows(self, token: _Token, kind: str) -> tuple[list[tuple[MathRow, ...]], list[str]]:
        """The rows up to the end of a matrix or of lines, and their numbers."""
        ending = f"\\{known.END}"
        tagging = (f"\\{known.TAG}",) if kind in known.SYSTEMS else ()
        rows: list[tuple[MathRow, ...]] = []
        tags: list[str] = []
        cells: list[MathRow] = []
        tag = ""
        while True:
            cells.append(self.row(known.NEXT_CELL, known.NEXT_ROW, ending, *tagging))
            if (numbered := self.next()) is not None and numbered.text in tagging:
                tag = self.tag(self.take())
                self.refuse_behind_tag(ending)
            if self.next() is None:
                message = f"`{token.text}{{{kind}}}` is not closed"
                raise _syntax(message, f"write \\end{{{kind}}} where it ends", token.offset)
            found = self.take()
            if found.text == known.NEXT_CELL:
                continue
            rows.append(tuple(cells))
            tags.append(tag)
            cells, tag = [], ""
            if found.text == ending:
                self.expect_end(found, kind)
                return rows, tags
            self.refuse_distance(found)

    def refuse_behind_tag(self, ending: str) -> None:
        """Refuse what stands between a line's number and its end."""
        token = self.next()
        if token is not None and token.text not in {known.NEXT_ROW, ending}:
            hint = "a number stands at the end of its line"
            raise _syntax(f"`{token.text}` stands behind a number", hint, token.offset)

    def array_kind(self, token: _Token) -> str:
        r"""The name behind `\begin`."""
        kind = self.environment(token)
        if kind not in known.ARRAYS:
            guesses = get_close_matches(kind, known.ARRAYS, 1, 0.7)
            if f"{kind.rstrip('*')}*" in known.SYSTEMS:
                message = f"`{kind}` cannot begin here"
                name = f"{kind.rstrip('*')}*"
                hint = f"let $$\\begin{{{name}}} … \\end{{{name}}}$$ be the whole of a formula, or "
                hint += "write aligned, gathered or cases"
                raise FormulaError("unknown-math", message, hint, token.offset)
            kinds = ", ".join(known.ARRAYS)
            hint = (
                f"did you mean {guesses[0]}?"
                if guesses
                else f"known are {kinds}; write the lines of a system as formulas of their own"
            )
            message = f"`{kind}` is nothing that formulas may begin here"
            raise FormulaError("unknown-math", message, hint, token.offset)
        return kind

    def expect_end(self, token: _Token, kind: str) -> None:
        found = self.environment(token)
        if found != kind:
            message = f"`\\begin{{{kind}}}` is closed by `\\end{{{found}}}`"
            raise _syntax(message, f"write \\end{{{kind}}}", token.offset)

    def environment(self, token: _Token) -> str:
        r"""The name in the braces behind `\begin` or `\end`."""
        opening = self.next()
        if opening is None or opening.text != "{":
            message = f"no name in braces stands behind `{token.text}`"
            raise _syntax(message, f"write {token.text}{{pmatrix}}", token.offset)
        self.take()
        name = ""
        while (found := self.next()) is not None and found.text != "}":
            name += self.take().text
        self.close(opening, "}")
        return name

    def refuse_distance(self, token: _Token) -> None:
        """Refuse a bracket behind a row, which TeX would take for a distance."""
        found = self.next()
        if found is not None and found.text == "[":
            message = f"TeX takes the bracket behind `{known.NEXT_ROW}` for a distance"
            hint = "leave the distance out, or put what the row begins with into braces: {[a, b]}"
            raise _syntax(message, hint, token.offset)

    def delimiter(self, token: _Token, *, is_shown: bool = False) -> str:
        found = self.next()
        is_none = found is None or found.text not in known.DELIMITERS
        if found is None or is_none or (is_shown and found.text == "."):
            message = f"no bracket stands behind `{token.text}`"
            raise _syntax(message, f"write {token.text}( or another bracket", token.offset)
        return self.take().text

    def unknown_command(self, token: _Token) -> FormulaError:
        text = token.text
        if text == "\\right":
            return _syntax(
                r"`\right` has no `\left` before it", r"write \left( … \right)", token.offset
            )
        if text == f"\\{known.END}":
            message = f"`{text}` has no `\\{known.BEGIN}` before it"
            return _syntax(message, r"write \begin{pmatrix} … \end{pmatrix}", token.offset)
        guesses = get_close_matches(text[1:], sorted(known.KNOWN), 1, 0.7)
        hint = known.INSTEAD.get(text[1:]) or (
            f"did you mean \\{guesses[0]}?" if guesses else _SEE_ALL
        )
        message = f"`{text}` is no command that formulas may use here"
        return FormulaError("unknown-math", message, hint, token.offset)

    def unknown_character(self, token: _Token) -> FormulaError:
        text = token.text
        hint = _SEE_ALL
        if text in "&%#":
            hint = f"write \\{text} for the sign itself"
        elif text.isalpha():
            hint = "letters beyond a to z are written by their names, such as \\alpha"
        message = f"`{text}` cannot stand in a formula"
        return FormulaError("unknown-math", message, hint, token.offset)


def open_formula_error(typed: str) -> FormulaError:
    """What is wrong with something that begins like a formula, and that no dollar sign ends."""
    message = f"`{typed}` begins like a formula, and no dollar sign ends it"
    hint = r"write $ directly behind its last sign, or \$ for a dollar sign"
    return FormulaError("unclosed-formula", message, hint, 0)


def _sign(name: str) -> Sign:
    return Sign(f"\\{name}", known.SIGNS[name])


def _letters_of(node: Node) -> str:
    """The letters of a group that holds nothing else; empty if it does."""
    if isinstance(node, Sign):
        return node.tex
    if isinstance(node, MathRow):
        return "".join(map(_letters_of, node.parts))
    return ""


def _syntax(message: str, hint: str, offset: int) -> FormulaError:
    return FormulaError("formula-syntax", message, hint, offset)
