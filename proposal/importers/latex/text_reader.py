r"""Reads the text of a paper's files piece by piece, and puts what it prints together.

What commands do to a text while it is put together, such as `\input`, `\newcommand` and `\ifdraft`,
is said by functions that `TextJoiner` is given by the commands' names. In the preamble, only what
`acmart` and other classes are told there is read; the arguments of all other commands are passed
over, since they are settings and no text.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field

from proposal.diagnostics import Span
from proposal.importers.draft import ImportSourceError, SourceDiagnostics
from proposal.importers.latex.braces import (
    Command,
    UnclosedError,
    behind_arguments,
    behind_comment,
    behind_group,
    behind_option,
    behind_space,
    command_at,
    next_sign,
)
from proposal.importers.latex.known_commands import SAID_IN_PREAMBLE, context
from proposal.importers.latex.paper_text import read_paper_text
from proposal.source.math.math_commands import KNOWN as OF_FORMULAS

_DEEPEST = 16
"""How deeply files and definitions may stand in each other."""
_MOST_EXPANSIONS = 20_000
_LARGEST = 1_000_000
"""Characters of a whole paper, of which a long one has a tenth."""
_LARGEST_PACKAGE = 60_000
"""Characters of a package that authors write themselves, at most; others have more."""
_KNOWN = context()


class SourceFile(Struct, frozen=True, eq=False):
    """A file of the paper."""

    path: Path
    text: str
    starts: list[int]
    """The offsets at which lines begin."""

    @classmethod
    def of(cls, path: Path, text: str) -> SourceFile:
        """A file with the offsets of its lines."""
        starts, offset = [0], 0
        for line in text.split("\n"):
            offset += len(line) + 1
            starts.append(offset)
        return cls(path, text, starts)

    def place(self, offset: int, length: int) -> Span:
        """Where some of its characters stand."""
        line = max(bisect_right(self.starts, min(offset, len(self.text))) - 1, 0)
        column = offset - self.starts[line] + 1
        end = self.text.find("\n", offset)
        longest = (end if end >= 0 else len(self.text)) - offset
        return Span(self.path, line + 1, column, column + max(min(length, longest), 1))


class Origin(Struct, frozen=True):
    """Where a text that is being read stands."""

    file: SourceFile
    offset: int = 0
    is_copy: bool = True
    """Whether the text stands there as it is; what replaces a command stands at the command."""

    def offset_of(self, position: int) -> int:
        """The offset in the file of a position in the text."""
        return self.offset + position if self.is_copy else self.offset

    def place(self, position: int, length: int = 1) -> Span:
        """Where some characters of the text stand."""
        return self.file.place(self.offset_of(position), length)

    def shifted(self, position: int) -> Origin:
        """The origin of what begins at a position of the text."""
        return Origin(self.file, self.offset_of(position), self.is_copy)


class Definition(Struct, frozen=True):
    """A command that the paper defines."""

    parameters: tuple[str | None, ...]
    """For each parameter nothing, or what stands for it where no brackets give it."""
    body: str
    place: Span
    has_at: bool = False
    """Whether `@` is a letter in it."""
    is_note: bool = False
    """Whether it marks notes of the authors to themselves."""
    alias_of: str = ""
    """The command of LaTeX whose meaning it keeps, whatever the paper makes of that."""


class EnvironmentDefinition(Struct, frozen=True):
    """An environment that the paper defines."""

    begin: Definition
    end: Definition


class Theorem(Struct, frozen=True):
    r"""An environment for statements with numbers, such as `\newtheorem{claim}{Claim}`."""

    title: str
    counter: str
    """The environment whose numbers it shares; its own name where it has its own."""
    within: str = ""
    """The counter within which it is numbered, such as `section`."""
    is_numbered: bool = True


class Acronym(Struct, frozen=True):
    """An acronym, or a term of a glossary, that the paper declares."""

    short: str
    long: str
    """What it stands for; of a term, its description."""
    shorts: str = ""
    """The plural, where it is not the singular with an s."""
    longs: str = ""
    first: str = ""
    """What is printed for the first time, where that is not the name with the acronym behind it."""
    firsts: str = ""


def source_error(span: Span, message: str) -> ImportSourceError:
    """An error in the source at its place."""
    return ImportSourceError(f"{span}: {message}")


Handler: TypeAlias = "Callable[[TextReader, Command], int]"
"""Reads a command, and returns the position behind it."""


@dataclasses.dataclass(slots=True)
class TextJoiner:
    """The text of a paper while it is put together."""

    folder: Path
    diagnostics: SourceDiagnostics
    handlers: Mapping[str, Handler]
    """What reads commands, by their names."""
    handler_of: Callable[[TextReader, Command], Handler | None]
    """Finds what reads a command whose name the paper may have chosen itself."""
    encoding: str | None = None
    """The encoding of files that are not UTF-8, as the paper names it."""
    out: list[str] = dataclasses.field(default_factory=list)
    pieces: list[tuple[int, Origin]] = dataclasses.field(default_factory=list)
    size: int = 0
    base: Path = dataclasses.field(init=False)
    """The folder from which files are named; that of a file that `\\import` takes in."""
    definitions: dict[str, Definition] = dataclasses.field(default_factory=dict)
    environments: dict[str, EnvironmentDefinition] = dataclasses.field(default_factory=dict)
    theorems: dict[str, Theorem] = dataclasses.field(default_factory=dict)
    verbatim: set[str] = dataclasses.field(default_factory=set)
    """Environments of the paper's own in which nothing is a command."""
    verbs: set[str] = dataclasses.field(default_factory=set)
    """Commands of the paper's own that stand for `\\lstinline` and the like."""
    drawn: dict[str, str] = dataclasses.field(default_factory=dict)
    """Environments of the paper's own that stand for one that draws, with the name of that."""
    left_out: set[str] = dataclasses.field(default_factory=set)
    """Environments that the paper itself does not print."""
    counters: dict[str, int] = dataclasses.field(default_factory=dict)
    """The paper's own counters."""
    acronyms: dict[str, Acronym] = dataclasses.field(default_factory=dict)
    used_acronyms: set[str] = dataclasses.field(default_factory=set)
    """Those that have been printed with their names."""
    missed: set[str] = dataclasses.field(default_factory=set)
    """Commands and acronyms that were used and not known; what follows may define them."""
    switches: dict[str, bool] = dataclasses.field(default_factory=dict)
    """The paper's own conditions by the names of their commands, such as `ifdraft`."""
    open_conditions: list[Span] = dataclasses.field(default_factory=list)
    """Where conditions begin whose part that holds is being read."""
    undecided: dict[str, list[Span]] = dataclasses.field(default_factory=dict)
    """Conditions that only TeX can decide."""
    notes: dict[str, list[Span]] = dataclasses.field(default_factory=dict)
    """What is left out as a note of the authors to themselves, by command."""
    struck: dict[str, list[Span]] = dataclasses.field(default_factory=dict)
    """What is left out as struck out, by command."""
    fillers: dict[str, list[Span]] = dataclasses.field(default_factory=dict)
    """What is left out as text that fills pages, by command."""
    drawings: dict[str, list[Span]] = dataclasses.field(default_factory=dict)
    """What is left out as drawn by TeX, by command or environment."""
    expansions: int = 0
    concepts: str = ""
    folders: list[Path] = dataclasses.field(default_factory=list)
    """The folders of files that `\\import` takes in."""
    is_preamble: bool = True
    """Whether what stands between commands is no text."""
    has_begun: bool = False
    """Whether `\\begin{document}` was met."""
    has_at: bool = False
    """Whether `@` is a letter."""
    is_package: bool = False
    """Whether a package of the paper's own is being read, of which only plain texts are taken."""
    is_over: bool = False
    """Whether `\\end{document}` was met."""

    def __post_init__(self) -> None:
        self.base = self.folder

    def emit(self, text: str, origin: Origin, position: int) -> None:
        """Add text as it stands."""
        if not text:
            return
        if text[0].isalpha() and self.out and _LAST_COMMAND.search(self.out[-1]):
            # The text would else be taken for the end of the command's name.
            self.pieces.append((self.size, origin.shifted(position)))
            self.out.append(" ")
            self.size += 1
        self.pieces.append((self.size, origin.shifted(position)))
        self.out.append(text)
        self.size += len(text)
        if self.size > _LARGEST:
            raise source_error(
                origin.place(position), "the paper has more than a million characters"
            )

    def read(self, text: str, origin: Origin, depth: int) -> None:
        """Add a text, with what its commands stand for."""
        if depth > _DEEPEST:
            message = "files or definitions stand in each other too deeply"
            raise source_error(origin.place(0), message)
        reader = TextReader(self, text, origin, depth)
        try:
            reader.run(0, len(text))
        except UnclosedError as reason:
            message = "this brace is not closed"
            raise source_error(origin.place(reason.position), message) from None

    def package(self, name: str) -> SourceFile | None:
        """A small package in the paper's folder, which may hold the authors' own commands."""
        path = (self.folder / f"{name}.sty").resolve()
        if not path.is_relative_to(self.folder) or not path.is_file():
            return None
        text, _ = read_paper_text(path, self.encoding)
        return SourceFile.of(path, text) if text and len(text) <= _LARGEST_PACKAGE else None

    def file(self, name: str, span: Span, base: Path | None = None) -> SourceFile | None:
        r"""The file that `\input` names, if it may be read."""
        path = _with_suffix((base or self.base) / name)
        if not path.is_file() and base is None and self.base != self.folder:
            path = _with_suffix(self.folder / name)
        if not path.is_relative_to(self.folder):
            message = f"{name} lies outside of the paper's folder and is not read"
            self.diagnostics.warn("outside-file", message, span)
            return None
        text, errors = read_paper_text(path, self.encoding)
        if text is None:
            message = f"{name} cannot be read: {errors[0].message}"
            self.diagnostics.warn("unreadable-file", message, span)
            return None
        return SourceFile.of(path, text)


class TextReader(Struct):
    """The reading of one text: a file, or what a command stands for."""

    joiner: TextJoiner
    text: str
    origin: Origin
    depth: int
    bare: set[int] = field(default_factory=set)
    """Where commands of the paper's own are arguments without braces: that of `\\mbox\\name`."""

    def run(self, start: int, stop: int) -> None:
        """Read a part of the text."""
        position = start
        while not self.joiner.is_over:
            found = next_sign(self.text, position, stop)
            if not self.joiner.is_preamble:
                self.joiner.emit(self.text[position:found], self.origin, position)
            if found >= stop:
                return
            if self.text[found] == "%":
                position = behind_comment(self.text, found)
            else:
                position = self.command(self.command_at(found))

    def command_at(self, position: int) -> Command:
        """The command that begins at a position."""
        return command_at(self.text, position, has_at=self.joiner.has_at)

    def command(self, command: Command) -> int:
        """Read a command; the position behind it."""
        if command.start not in self.bare:
            return self.read_command(command)
        self.bare.discard(command.start)
        self.joiner.emit("{", self.origin, command.start)
        end = self.read_command(command)
        self.joiner.emit("}", self.origin, command.start)
        return end

    def read_command(self, command: Command) -> int:
        """Read a command that stands by itself; the position behind it."""
        if f"{command.name}*" in self.joiner.definitions and self.text.startswith("*", command.end):
            command = Command(f"{command.name}*", command.start, command.end + 1)
        if command.name in self.joiner.definitions:
            return self.expansion(self.joiner.definitions[command.name], command)
        handler = self.joiner.handler_of(self, command)
        if handler is not None:
            return handler(self, command)
        if not self.joiner.is_preamble:
            return self.unknown(command)
        if command.name in SAID_IN_PREAMBLE:
            return self.copy_with_arguments(command)
        return behind_arguments(self.text, command.end)

    def unknown(self, command: Command) -> int:
        """Keep a command for those who read the text; no option of one that nobody knows."""
        if "@" in command.name and len(command.name) > 1:
            return behind_arguments(self.text, command.end)
        self.note_bare_arguments(command)
        is_of_formulas = command.name in OF_FORMULAS  # as in \left[ and \sum[x]
        is_known = is_of_formulas or _KNOWN.get_macro_spec(command.name) is not None
        if not is_known:
            self.joiner.missed.add(command.name)
        has_option = command.name.isalpha() and self.text.startswith("[", command.end)
        if is_known or not has_option or command.end != command.name_end:
            return self.copy(command, command.end)
        self.copy(command, command.end)
        return behind_option(self.text, command.end)

    def note_bare_arguments(self, command: Command) -> None:
        """Note which arguments of a known command are commands of the paper's own."""
        position = command.end
        shape = _shape_of(command.name) if self.joiner.definitions else ""
        for number, sign in enumerate(shape, 1):
            begin = behind_space(self.text, position)
            is_bare = sign == "{" and self.text.startswith("\\", begin)
            if is_bare and self.command_at(begin).name in self.joiner.definitions:
                self.bare.add(begin)
            if number == len(shape):  # nothing stands behind the last one that is looked at
                return
            try:
                position = behind_arguments(self.text, position, sign)
            except UnclosedError:
                return

    def copy(self, command: Command, end: int) -> int:
        """Add a command as it stands, as far as `end`."""
        self.joiner.emit(self.text[command.start : end], self.origin, command.start)
        return end

    def copy_with_arguments(self, command: Command) -> int:
        """Add a command of the preamble that is read, with what its arguments stand for."""
        end = behind_arguments(self.text, command.end, _shape_of(command.name))
        while self.text.startswith(("{", "["), end):
            closing = "}" if self.text[end] == "{" else "]"
            end = behind_group(self.text, end, closing)
        self.copy(command, command.end)
        self.part(command.end, end)
        self.joiner.emit("\n", self.origin, end)
        return end

    def part(self, start: int, stop: int) -> None:
        """Read a part of the preamble that is text."""
        was_preamble, self.joiner.is_preamble = self.joiner.is_preamble, False
        self.run(start, stop)
        self.joiner.is_preamble = was_preamble

    def argument(self, position: int) -> tuple[str, int]:
        """The source of an argument, without its braces, and the position behind it."""
        start, stop, end = self.argument_range(position)
        return self.text[start:stop], end

    def argument_range(self, position: int) -> tuple[int, int, int]:
        """Where an argument begins and ends, without its braces, and the position behind it."""
        start = behind_space(self.text, position)
        if self.text.startswith("{", start):
            end = behind_group(self.text, start)
            return start + 1, end - 1, end
        if self.text.startswith("\\", start):
            end = self.command_at(start).name_end
        else:
            end = min(start + 1, len(self.text))
        return start, end, end

    def option(self, position: int) -> tuple[str | None, int]:
        """An argument in brackets, if one stands there, and the position behind it."""
        end = behind_option(self.text, position)
        if end == position:
            return None, position
        start = behind_space(self.text, position)
        return self.text[start + 1 : end - 1], end

    def place(self, command: Command, end: int | None = None) -> Span:
        """Where a command stands, with what belongs to it as far as `end`."""
        return self.origin.place(command.start, (end or command.name_end) - command.start)

    # What commands of the paper's own stand for

    def expansion(self, definition: Definition, command: Command) -> int:
        """Read what a command of the paper's own stands for."""
        if definition.alias_of:
            return self.original(definition.alias_of, command)
        other = _ONE_COMMAND.fullmatch(definition.body.strip())
        if not definition.parameters and other and other[1] in self.joiner.definitions:
            named = self.joiner.definitions[other[1]]
            if named.parameters:  # which stand behind the command
                return self.expansion(named, command)
        arguments, end = self.arguments_of(definition, command)
        if definition.is_note:
            self.joiner.notes.setdefault(f"\\{command.name}", []).append(self.place(command))
            return end
        self.replace(definition, arguments, command)
        return end

    def original(self, name: str, command: Command) -> int:
        """Read a command in the meaning that it has in LaTeX."""
        named = Command(name, command.start, command.end)
        handler = self.joiner.handler_of(self, named)
        if handler is not None:
            return handler(self, named)
        if self.joiner.is_preamble:
            return behind_arguments(self.text, command.end)
        self.joiner.emit(
            f"\\{name} " if name.isalpha() else f"\\{name}", self.origin, command.start
        )
        return command.end

    def arguments_of(
        self, definition: Definition, command: Command, start: int | None = None
    ) -> tuple[list[str], int]:
        """The arguments that a command is given, and the position behind them."""
        end = command.end if start is None else start
        arguments: list[str] = []
        for default in definition.parameters:
            if default is None:
                argument, end = self.argument(end)
            else:
                option, end = self.option(end)
                argument = default if option is None else option
            arguments.append(argument)
        return arguments, end

    def replace(self, definition: Definition, arguments: list[str], command: Command) -> None:
        """Read the text that a command stands for."""
        self.joiner.expansions += 1
        if self.joiner.expansions > _MOST_EXPANSIONS:
            message = f"\\{command.name} and others stand for too much text"
            raise source_error(self.place(command), message)
        origin = Origin(self.origin.file, self.origin.offset_of(command.start), is_copy=False)
        had_at = self.joiner.has_at
        self.joiner.has_at = had_at or definition.has_at
        text = with_arguments(definition.body, arguments)
        self.joiner.read(text, origin, self.depth + 1)
        self.joiner.has_at = had_at

    def read_instead(self, text: str, command: Command) -> None:
        """Read a text that stands for a command."""
        self.replace(Definition((), text, self.place(command)), [], command)


def _shape_of(name: str) -> str:
    """The arguments of a known command; nothing for others."""
    spec = _KNOWN.get_macro_spec(name)
    return str(getattr(spec.args_parser, "argspec", "") or "") if spec is not None else ""


def _with_suffix(path: Path) -> Path:
    whole = path.resolve()
    return (
        whole
        if whole.suffix and whole.is_file()
        else whole.with_name(f"{whole.name}.tex").resolve()
    )


def with_arguments(body: str, arguments: list[str]) -> str:
    """What a command stands for, so that its last command does not swallow the next word."""
    written: list[str] = []
    position = 0
    while (sign := body.find("#", position)) >= 0:
        number = body[sign + 1 : sign + 2]
        written.append(body[position:sign])
        is_behind_name = _LAST_COMMAND.search(body, position, sign) is not None
        if number.isascii() and number.isdigit():
            index = int(number) - 1
            argument = arguments[index] if 0 <= index < len(arguments) else ""
            written.append(" " if is_behind_name and argument[:1].isalpha() else "")
            written.append(argument)
        elif number == "#":
            written.append("#")
        else:
            written.append("#" + number)
        position = sign + 2
    text = "".join(written) + body[position:]
    return f"{text} " if _LAST_COMMAND.search(text) else text


_ONE_COMMAND = re.compile(r"\\([A-Za-z]+)")
r"""`\emph`"""
_LAST_COMMAND = re.compile(r"\\[A-Za-z]+\Z")
r"""`see \emph`"""
