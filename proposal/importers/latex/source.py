r"""Puts a paper's files together: one text without comments and private commands.

`\\input` and `\\include` are replaced by what the files say, and commands that the paper
defines by what they stand for, so that what reads the text meets LaTeX's and acmart's own
commands only. Nothing is executed: a definition is text with places for arguments. Every
character of the text knows the file and the line that it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pylatexenc.latexwalker import (
    LatexToken,
    LatexWalker,
    LatexWalkerEndOfStream,
    LatexWalkerParseError,
)

from proposal.diagnostics import Span
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.latex.known_commands import ADDRESSES, BUILT_IN, VERBATIM, context
from proposal.source.file import read_text

_DEEPEST = 16
"""How deeply files and definitions may stand in each other."""
_MOST_EXPANSIONS = 20_000
_LARGEST = 1_000_000
"""Characters of a whole paper, of which a long one has a tenth."""
_DEFINING = {"newcommand", "renewcommand", "providecommand", "DeclareRobustCommand"}
_KEPT = {"shortauthors", "shorttitle", "footnotetextcopyrightpermission"}
"""Commands whose redefinition is a setting of acmart."""


@dataclass(frozen=True, slots=True, eq=False)
class _SourceFile:
    path: Path
    text: str
    starts: list[int]
    """The offsets at which lines begin."""

    @classmethod
    def of(cls, path: Path, text: str) -> _SourceFile:
        starts, offset = [0], 0
        for line in text.split("\n"):
            offset += len(line) + 1
            starts.append(offset)
        return cls(path, text, starts)

    def place(self, offset: int, length: int) -> Span:
        line = max(bisect_right(self.starts, min(offset, len(self.text))) - 1, 0)
        column = offset - self.starts[line] + 1
        end = self.text.find("\n", offset)
        longest = (end if end >= 0 else len(self.text)) - offset
        return Span(self.path, line + 1, column, column + max(min(length, longest), 1))


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a text that is being read stands."""

    file: _SourceFile
    offset: int = 0
    is_copy: bool = True
    """Whether the text stands there as it is; what replaces a command stands at the command."""

    def offset_of(self, position: int) -> int:
        return self.offset + position if self.is_copy else self.offset

    def place(self, position: int, length: int = 1) -> Span:
        return self.file.place(self.offset_of(position), length)


@dataclass(frozen=True, slots=True)
class PaperSource:
    """A paper as one text."""

    text: str
    pieces: list[tuple[int, _Origin]]
    """The offsets at which pieces of the text begin, and where those pieces stand."""
    concepts: str
    """The XML of the paper's CCS concepts."""

    def place(self, offset: int, length: int = 1) -> Span:
        """Where the characters from `offset` on were written."""
        index = max(bisect_right(self.pieces, offset, key=lambda piece: piece[0]) - 1, 0)
        start, origin = self.pieces[index]
        return origin.place(offset - start, length)


def read_source(file: Path, diagnostics: SourceDiagnostics) -> PaperSource:
    """Put a paper together.

    Args:
        file: the paper's main file.
        diagnostics: what is wrong with the files is added here.

    Raises:
        ImportSourceError: the main file cannot be read, or is no LaTeX.
    """
    text, errors = read_text(file)
    if text is None:
        error = errors[0]
        raise ImportSourceError(f"{error.span}: {error.message}; expected a paper in LaTeX")
    joiner = _TextJoiner(file.resolve().parent, diagnostics)
    joiner.read(text, _Origin(_SourceFile.of(file, text)), 0)
    return PaperSource("".join(joiner.out), joiner.pieces, joiner.concepts)


def source_error(span: Span, message: str) -> ImportSourceError:
    """An error in the source at its place."""
    return ImportSourceError(f"{span}: {message}")


@dataclass(frozen=True, slots=True)
class _Definition:
    """A command that the paper defines."""

    count: int
    default: str | None
    body: str
    origin: Span


@dataclass(slots=True)
class _TextJoiner:
    folder: Path
    diagnostics: SourceDiagnostics
    out: list[str] = field(default_factory=list)
    pieces: list[tuple[int, _Origin]] = field(default_factory=list)
    size: int = 0
    definitions: dict[str, _Definition] = field(default_factory=dict)
    expansions: int = 0
    concepts: str = ""
    is_over: bool = False
    """Whether `\\end{document}` was met."""

    def emit(self, text: str, origin: _Origin, position: int) -> None:
        if not text:
            return
        self.pieces.append((self.size, _shifted(origin, position)))
        self.out.append(text)
        self.size += len(text)
        if self.size > _LARGEST:
            raise source_error(
                origin.place(position), "the paper has more than a million characters"
            )

    def read(self, text: str, origin: _Origin, depth: int) -> None:
        """Add a text, with what its commands stand for."""
        if depth > _DEEPEST:
            message = "files or definitions stand in each other too deeply"
            raise source_error(origin.place(0), message)
        reader = _TextReader(self, text, origin, depth)
        try:
            reader.run()
        except LatexWalkerParseError as reason:
            span = origin.place(reason.pos or 0)
            raise source_error(span, f"the braces do not match here: {reason.msg}") from None
        except RecursionError:
            raise source_error(origin.place(0), "braces stand in each other too deeply") from None

    def file(self, name: str, span: Span) -> _SourceFile | None:
        r"""The file that `\\input` names, if it may be read."""
        path = (self.folder / name).resolve()
        if not path.suffix or not path.is_file():
            path = path.with_name(f"{path.name}.tex").resolve()
        if not path.is_relative_to(self.folder):
            message = f"{name} lies outside of the paper's folder and is not read"
            self.diagnostics.warn("outside-file", message, span)
            return None
        text, errors = read_text(path)
        if text is None:
            message = f"{name} cannot be read: {errors[0].message}"
            self.diagnostics.warn("unreadable-file", message, span)
            return None
        return _SourceFile.of(path, text)


@dataclass(slots=True)
class _TextReader:
    """The reading of one text: a file, or what a command stands for."""

    joiner: _TextJoiner
    text: str
    origin: _Origin
    depth: int
    walker: LatexWalker = field(init=False)

    def __post_init__(self) -> None:
        self.walker = LatexWalker(self.text, latex_context=_CONTEXT, tolerant_parsing=False)

    def run(self) -> None:
        position = 0
        while not self.joiner.is_over:
            found = _next_sign(self.text, position)
            self.joiner.emit(self.text[position:found], self.origin, position)
            if found >= len(self.text):
                return
            try:
                token = self.walker.get_token(found, environments=False)
            except LatexWalkerEndOfStream:
                return
            position = self.token(token)

    def token(self, token: LatexToken) -> int:
        """Read a command or a comment; the position behind it."""
        end = int(token.pos + token.len)
        if token.tok != "macro":
            return end  # a comment
        name = str(token.arg)
        handler = _HANDLERS.get(name)
        if handler is not None:
            return handler(self, token)
        if name in self.joiner.definitions:
            return self.expansion(self.joiner.definitions[name], token)
        return self.copy(token, end)

    def copy(self, token: LatexToken, end: int) -> int:
        self.joiner.emit(self.text[token.pos : end], self.origin, token.pos)
        return end

    def argument(self, position: int) -> tuple[str, int]:
        """The source of an argument, without its braces, and the position behind it."""
        try:
            node, start, length = self.walker.get_latex_expression(position, strict_braces=False)
        except LatexWalkerParseError:
            raise source_error(self.origin.place(position), "this brace is not closed") from None
        source = self.text[start : start + length]
        is_group = node is not None and source.startswith("{")
        return (source[1:-1] if is_group else source), start + length

    def option(self, position: int) -> tuple[str | None, int]:
        found = self.walker.get_latex_maybe_optional_arg(position)
        if found is None:
            return None, position
        _, start, length = found
        return self.text[start + 1 : start + length - 1], start + length

    # Files

    def input_file(self, token: LatexToken) -> int:
        start = int(token.pos + token.len)
        if self.text.startswith("{", start):
            name, end = self.argument(start)
        else:
            found = _END_OF_NAME.search(self.text, start)
            end = found.start() if found else len(self.text)
            name = self.text[start:end]
        span = self.origin.place(token.pos, end - token.pos)
        file = self.joiner.file(name.strip(), span)
        if file is not None and token.arg == "include":
            message = f"\\include begins a new page, which is not kept; {name} is read"
            self.joiner.diagnostics.warn("layout-not-kept", message, span)
        if file is not None:
            self.joiner.read(file.text, _Origin(file), self.depth + 1)
        return end

    def end_input(self, _token: LatexToken) -> int:
        return len(self.text)

    # Definitions

    def definition(self, token: LatexToken) -> int:
        start = int(token.pos + token.len)
        if self.text.startswith("*", start):
            start += 1
        name, end = self.argument(start)
        name = name.strip().removeprefix("\\")
        count, end = self.option(end)
        default, end = self.option(end)
        body, end = self.argument(end)
        if name in _KEPT:
            return self.copy(token, end)
        if not (count or "0").strip().isdigit():
            return end
        self.define(name, token, _Parameters(int(count or 0), default), body)
        return end

    def plain_definition(self, token: LatexToken) -> int:
        r"""TeX's own `\\def\\name#1#2{…}`."""
        start = int(token.pos + token.len)
        name = self.walker.get_token(start, environments=False)
        brace = self.text.find("{", name.pos + name.len)
        if name.tok != "macro" or brace < 0:
            return start
        parameters = self.text[name.pos + name.len : brace].strip()
        body, end = self.argument(brace)
        if name.arg in _KEPT:
            setting = f"\\renewcommand{{\\{name.arg}}}{{{body}}}"
            self.joiner.emit(setting, self.origin, token.pos)
        elif re.fullmatch(r"(#\d)*", parameters):
            self.define(str(name.arg), token, _Parameters(parameters.count("#"), None), body)
        return end

    def define(self, name: str, token: LatexToken, takes: _Parameters, body: str) -> None:
        if name in _HANDLERS or name in BUILT_IN:
            return  # a new look for a command whose meaning stays
        span = self.origin.place(token.pos, token.len)
        definition = _Definition(takes.count, takes.default, body, span)
        self.joiner.definitions[name] = definition

    def expansion(self, definition: _Definition, token: LatexToken) -> int:
        """Read what a command of the paper's own stands for."""
        self.joiner.expansions += 1
        span = self.origin.place(token.pos, token.len)
        if self.joiner.expansions > _MOST_EXPANSIONS:
            raise source_error(span, f"\\{token.arg} and others stand for too much text")
        end = int(token.pos + token.len)
        arguments: list[str] = []
        if definition.count and definition.default is not None:
            option, end = self.option(end)
            arguments.append(definition.default if option is None else option)
        while len(arguments) < definition.count:
            argument, end = self.argument(end)
            arguments.append(argument)
        body = re.sub(r"#(\d)", lambda match: _argument(arguments, int(match[1])), definition.body)
        at_command = _Origin(self.origin.file, self.origin.offset_of(token.pos), is_copy=False)
        self.joiner.read(_ended(body), at_command, self.depth + 1)
        return end

    # What is left out or left alone

    def between_at_letters(self, token: LatexToken) -> int:
        """Leave out what only TeX's own commands are for."""
        end = self.text.find("\\makeatother", token.pos)
        return len(self.text) if end < 0 else end + len("\\makeatother")

    def condition(self, token: LatexToken) -> int:
        r"""Leave out what stands between `\\iffalse` and its `\\fi`."""
        depth, position = 1, int(token.pos + token.len)
        while depth:
            position = _next_sign(self.text, position)
            if position >= len(self.text):
                raise source_error(self.origin.place(token.pos, token.len), "\\iffalse has no \\fi")
            inner = self.walker.get_token(position, environments=False)
            position = int(inner.pos + inner.len)
            if inner.tok == "macro" and inner.arg == "fi":
                depth -= 1
            elif inner.tok == "macro" and str(inner.arg).startswith("if") and inner.arg != "iff":
                depth += 1
        return position

    def begin(self, token: LatexToken) -> int:
        name, end = self.argument(int(token.pos + token.len))
        if name not in VERBATIM:
            return self.copy(token, end)
        closing = f"\\end{{{name}}}"
        stop = self.text.find(closing, end)
        if stop < 0:
            message = f"\\begin{{{name}}} has no {closing}"
            raise source_error(self.origin.place(token.pos, end - token.pos), message)
        inner = self.text[end:stop]
        if name == "CCSXML":
            self.joiner.concepts += inner
        elif name != "comment":
            shown = inner.partition("\n")[2] if inner.lstrip().startswith("[") else inner
            verbatim = f"\\begin{{verbatim}}{shown}\\end{{verbatim}}"
            self.joiner.emit(verbatim, self.origin, token.pos)
        return stop + len(closing)

    def end(self, token: LatexToken) -> int:
        name, end = self.argument(int(token.pos + token.len))
        self.copy(token, end)
        self.joiner.is_over = name == "document"
        return end

    def verb(self, token: LatexToken) -> int:
        start = int(token.pos) + len("\\verb")
        if self.text.startswith("*", start):
            start += 1
        stop = self.text.find(self.text[start : start + 1] or "\n", start + 1)
        if stop < 0:
            raise source_error(self.origin.place(token.pos, token.len), "\\verb is not closed")
        return self.copy(token, stop + 1)

    def address(self, token: LatexToken) -> int:
        """An address may hold percent signs, which begin no comment in it."""
        start = int(token.pos + token.len)
        if not self.text.startswith("{", start):
            return self.copy(token, start)
        depth, end = 0, start
        while end < len(self.text):
            depth += {"{": 1, "}": -1}.get(self.text[end], 0)
            end += 1
            if not depth:
                break
        source = re.sub(r"(?<!\\)%", r"\\%", self.text[start:end])
        self.joiner.emit(f"\\{token.arg}{source}", self.origin, token.pos)
        return end


@dataclass(frozen=True, slots=True)
class _Parameters:
    count: int
    default: str | None


_CONTEXT = context()
_HANDLERS: dict[str, Callable[[_TextReader, LatexToken], int]] = {
    "input": _TextReader.input_file,
    "include": _TextReader.input_file,
    "subfile": _TextReader.input_file,
    "endinput": _TextReader.end_input,
    "def": _TextReader.plain_definition,
    "makeatletter": _TextReader.between_at_letters,
    "iffalse": _TextReader.condition,
    "begin": _TextReader.begin,
    "end": _TextReader.end,
    "verb": _TextReader.verb,
    **dict.fromkeys(_DEFINING, _TextReader.definition),
    **dict.fromkeys(ADDRESSES, _TextReader.address),
}


def _shifted(origin: _Origin, position: int) -> _Origin:
    return _Origin(origin.file, origin.offset_of(position), origin.is_copy)


_SIGN = re.compile(r"[\\%]")
r"""Examples: `\section`, `% a comment`."""
_END_OF_NAME = re.compile(r"[\s\\}]")
r"""An example: `\input intro \section`."""


def _next_sign(text: str, start: int) -> int:
    """Where the next command or comment begins, or where the text ends."""
    found = _SIGN.search(text, start)
    return found.start() if found else len(text)


def _argument(arguments: list[str], number: int) -> str:
    return arguments[number - 1] if 0 < number <= len(arguments) else ""


def _ended(body: str) -> str:
    """What a command stands for, so that its last command does not swallow the next word."""
    return f"{body} " if re.search(r"\\[A-Za-z]+$", body) else body
