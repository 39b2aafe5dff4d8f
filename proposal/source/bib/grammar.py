"""Takes a `.bib` file apart as BibTeX does: entries, fields, abbreviations.

The grammar is BibTeX's own (`bibtex.web`, "Reading the database file(s)"): whatever stands
between two entries is a comment, an abbreviation that is given twice has its later value, values
are joined by `#`, and an `@` inside of braces is a letter. Where BibTeX gives an entry up, the
error is reported at its place and as much as possible is read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn, TypeAlias

from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span, error

_NAME = re.compile(r"""[^\s\d"#%'(),={}@][^\s"#%'(),={}]*""")
"""The name of a type, a field or an abbreviation: `inproceedings`, `author`."""
_SPACE = re.compile(r"\s*")
_KEY = {"{": re.compile(r"[^\s,}]*"), "(": re.compile(r"[^\s,]*")}
"""The key of an entry, by the bracket in front: `koren2009` of `@article{koren2009,`."""
_DELIMITER = re.compile(r'[{}"]')
_NUMBER = re.compile(r"\d+")
_BRACE = re.compile(r"[{}]")
_NEXT_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
"""`@article{`, at the beginning of a line."""
_CLOSING = {"{": "}", "(": ")"}


class Literal(Struct, frozen=True):
    """A value between braces or quotes, or a number."""

    text: str
    span: Span


class Abbreviation(Struct, frozen=True):
    """The name of a value: `jul`, or what `@string` names."""

    name: str
    span: Span


Part = Literal | Abbreviation


class RawField(Struct, frozen=True):
    """A field as it was typed; its parts are joined by `#`."""

    name: str
    """In lower case."""
    parts: tuple[Part, ...]
    span: Span
    """The field's name."""


class RawEntry(Struct, frozen=True):
    """An entry as it was typed, without the file's own abbreviations."""

    kind: str
    """In lower case."""
    key: str
    """What it is cited by; empty for an entry that nobody can cite, as JabRef writes some."""
    fields: tuple[RawField, ...]
    span: Span
    """The entry's key."""
    is_in_comment: bool = False
    """Whether it stands in the braces of `@comment{…}`, where only BibTeX itself reads it."""


class RawFile(Struct):
    """What a `.bib` file holds, in its order."""

    entries: list[RawEntry] = field(default_factory=list)
    preambles: list[Span] = field(default_factory=list)
    """Where it has LaTeX that BibTeX would put in front of the references."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


class _SyntaxError(Exception):
    """The rest of an entry cannot be read."""

    def __init__(self, diagnostic: Diagnostic, go_on: int) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.go_on = go_on
        """Where to look for the next entry."""


Abbreviations: TypeAlias = dict[str, tuple[Part, ...]]
"""What `@string` has given names, by those names in lower case."""


def read_grammar(text: str, file: Path, abbreviations: Abbreviations | None = None) -> RawFile:
    """The entries of a file with their fields; every error is reported at its place.

    Args:
        text: the source.
        file: where it stands.
        abbreviations: those of files that BibTeX has read before; the file's own are added.
    """
    reading = _GrammarReading(text, file, {} if abbreviations is None else abbreviations)
    reading.everything()
    return reading.found


class _GrammarReading:
    def __init__(self, text: str, file: Path, abbreviations: Abbreviations) -> None:
        self.text = text
        self.file = file
        self.at = 0
        self.found = RawFile()
        self.strings = abbreviations
        self.comment_end = 0
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def everything(self) -> None:
        """Read one entry after the other."""
        while (begin := self.text.find("@", self.at)) >= 0:
            self.at = begin + 1
            try:
                self.entry(begin)
            except _SyntaxError as reason:
                self.found.diagnostics.append(reason.diagnostic)
                self.at = reason.go_on

    def entry(self, begin: int) -> None:
        """Read what follows an `@`; text with no bracket behind its first word is a comment."""
        self.skip()
        word = _NAME.match(self.text, self.at)
        if word is None:
            return
        kind = word[0].lower()
        if kind == "comment":
            self.at = word.end()
            self.comment_end = max(self.comment_end, self.end_of_comment())
            return
        self.at = word.end()
        self.skip()
        bracket = self.text[self.at : self.at + 1]
        if bracket not in _CLOSING:
            return  # an email address or a handle between the entries
        self.at += 1
        if kind == "preamble":
            self.preamble(begin, _CLOSING[bracket])
        elif kind == "string":
            self.abbreviation(begin, _CLOSING[bracket])
        else:
            self.fields_of(kind, begin, bracket)

    def end_of_comment(self) -> int:
        """The place behind the braces of a comment that begins here; 0 if it has none."""
        self.skip()
        if not self.text.startswith("{", self.at) or self.at < self.comment_end:
            return 0
        try:
            return self.behind_brace(self.at, self.at + 1)
        except _SyntaxError:
            return 0

    def preamble(self, begin: int, closing: str) -> None:
        self.found.preambles.append(self.span(begin, begin + len("@preamble")))
        self.value(begin)
        self.end(begin, closing)

    def abbreviation(self, begin: int, closing: str) -> None:
        name = self.name(begin, "a name and `=`")
        self.sign(begin, "=", name[0])
        self.strings[name[0].lower()] = self.value(begin)
        self.end(begin, closing)

    def fields_of(self, kind: str, begin: int, bracket: str) -> None:
        """Read an entry's key and fields."""
        self.skip()
        key = _KEY[bracket].match(self.text, self.at)
        key_text = key[0] if key else ""
        span = self.span(self.at, self.at + len(key_text))
        self.at += len(key_text)
        fields: list[RawField] = []
        closing = _CLOSING[bracket]
        before = "the key"
        while not self.is_at_end(begin, closing, before):
            name = self.name(begin, f"a field's name, a comma or `{closing}`")
            self.sign(begin, "=", name[0])
            place = self.span(name.start(), name.end())
            fields.append(RawField(name[0].lower(), self.value(begin), place))
            before = f"the field `{name[0]}`"
        self.found.entries.append(
            RawEntry(kind, key_text, tuple(fields), span, is_in_comment=begin < self.comment_end)
        )

    def is_at_end(self, begin: int, closing: str, before: str) -> bool:
        """Whether the entry ends here; otherwise the comma before the next field is passed."""
        self.skip()
        if self.text.startswith(",", self.at):
            self.at += 1
            self.skip()
            self.pass_more_commas()
        elif (word := _NAME.match(self.text, self.at)) and self.has_sign(word.end(), "="):
            # The error that is made most often; that the comma is meant is beyond doubt.
            place = self.span(word.start(), word.end())
            message = f"a comma is missing between {before} and `{word[0]}`"
            self.found.diagnostics.append(
                error(_CODE, message, place, f"write a comma behind {before}")
            )
        elif not self.text.startswith(closing, self.at):
            message = f"a comma or `{closing}` is expected behind {before}"
            self.fail(begin, self.at, message, "look for a missing comma, quote or closing brace")
        if self.text.startswith(closing, self.at):
            self.at += 1
            return True
        return False

    def pass_more_commas(self) -> None:
        """Tell of commas between which no field stands; BibTeX gives the entry up there."""
        while self.text.startswith(",", self.at):
            place = self.span(self.at, self.at + 1)
            self.found.diagnostics.append(
                error(_CODE, "a second comma stands here", place, "delete it")
            )
            self.at += 1
            self.skip()

    def has_sign(self, at: int, sign: str) -> bool:
        space = _SPACE.match(self.text, at)
        return self.text.startswith(sign, space.end() if space else at)

    def name(self, begin: int, wanted: str) -> re.Match[str]:
        self.skip()
        word = _NAME.match(self.text, self.at)
        if word is None:
            message = f"{wanted} is expected here"
            self.fail(begin, self.at, message, "look for a missing comma, quote or closing brace")
        self.at = word.end()
        return word

    def sign(self, begin: int, sign: str, behind: str) -> None:
        self.skip()
        if not self.text.startswith(sign, self.at):
            message = f"`{sign}` is missing behind `{behind}`"
            self.fail(begin, self.at, message, f"write `{behind} {sign} {{…}}`")
        self.at += len(sign)

    def end(self, begin: int, closing: str) -> None:
        self.skip()
        if not self.text.startswith(closing, self.at):
            self.fail(begin, self.at, f"`{closing}` is expected here", "close it")
        self.at += 1

    def value(self, begin: int) -> tuple[Part, ...]:
        """Read parts that are joined by `#`, the file's own abbreviations being put in."""
        parts = list(self.part(begin))
        self.skip()
        while self.text.startswith("#", self.at):
            self.at += 1
            parts += self.part(begin)
            self.skip()
        return tuple(parts)

    def part(self, begin: int) -> Iterator[Part]:
        self.skip()
        start = self.at
        sign = self.text[start : start + 1]
        if sign == "{":
            self.at = self.behind_brace(begin, start + 1)
            yield Literal(self.text[start + 1 : self.at - 1], self.span(start + 1, self.at - 1))
        elif sign == '"':
            self.at = self.behind_quote(begin, start + 1)
            yield Literal(self.text[start + 1 : self.at - 1], self.span(start + 1, self.at - 1))
        elif number := _NUMBER.match(self.text, start):
            self.at = number.end()
            yield Literal(number[0], self.span(start, self.at))
        else:
            word = self.name(begin, "a value between braces")
            abbreviation = Abbreviation(word[0].lower(), self.span(word.start(), word.end()))
            yield from self.strings.get(abbreviation.name, (abbreviation,))

    def behind_brace(self, begin: int, at: int) -> int:
        """The place behind the brace that closes one before `at`."""
        depth = 1
        for brace in _BRACE.finditer(self.text, at):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                return brace.end()
        return self.fail_to_end(begin)

    def behind_quote(self, begin: int, at: int) -> int:
        """The place behind the quote that closes one before `at`: one that no brace holds."""
        depth = 0
        for sign in _DELIMITER.finditer(self.text, at):
            if sign[0] == '"':
                if not depth:
                    return sign.end()
                continue
            depth += 1 if sign[0] == "{" else -1
            if depth < 0:
                message = "this brace closes nothing in the quoted value"
                self.fail(begin, sign.start(), message, "look for a missing quote or brace")
        return self.fail_to_end(begin)

    def fail(self, begin: int, at: int, message: str, hint: str) -> NoReturn:
        """Give the entry up, as BibTeX does; the next one begins at the next `@`."""
        if not self.text[at:].strip():
            self.fail_to_end(begin)
        raise _SyntaxError(error(_CODE, message, self.span(at, at + 1), hint), self.at)

    def fail_to_end(self, begin: int) -> NoReturn:
        """Give up an entry that never ends; the next one begins at the next line that looks so."""
        diagnostic = error(
            _CODE,
            "this entry cannot be read to its end",
            self.span(begin, self.end_of_line(begin)),
            "look for a missing comma, quote or closing brace",
        )
        following = _NEXT_ENTRY.search(self.text, self.end_of_line(begin))
        raise _SyntaxError(diagnostic, following.start() if following else len(self.text))

    def end_of_line(self, at: int) -> int:
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def skip(self) -> None:
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at

    def span(self, start: int, end: int) -> Span:
        """A place in the file, cut at the end of its first line."""
        line = bisect_right(self.lines, start)
        column = start - self.lines[line - 1] + 1
        last = min(end, self.end_of_line(start)) if end > start else start + 1
        return Span(self.file, line, column, column + max(last - start, 1))


_CODE = "bibtex-syntax"
