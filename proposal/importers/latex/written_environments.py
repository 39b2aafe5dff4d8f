r"""Reads environments while a paper is put together: its own ones, verbatim text, drawings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from proposal.importers.latex.braces import (
    Command,
    UnclosedError,
    behind_arguments,
    behind_group,
    behind_space,
    command_at,
    key_values,
)
from proposal.importers.latex.dingbats import dingbat
from proposal.importers.latex.known_commands import (
    ADDRESSES,
    DRAWINGS,
    ENVIRONMENTS_OF_PREAMBLE,
    LAYOUT,
    LIKE_VERBATIM,
    PRINTED_NOTHING,
    SETTINGS,
    context,
)
from proposal.importers.latex.text_reader import (
    EnvironmentDefinition,
    Handler,
    TextReader,
    source_error,
)
from proposal.importers.markdown_text import LINKED
from proposal.source.bib.reserved_characters import RESERVED
from proposal.words.number_words import roman

_KNOWN = context()
_LENGTHS = {
    "itemsep", "parsep", "topsep", "partopsep", "leftmargin", "rightmargin", "labelsep",
    "labelwidth", "itemindent", "listparindent", "parskip", "parindent", "linewidth", "textwidth",
    "columnwidth", "baselineskip", "tabcolsep", "fboxsep", "fboxrule", "abovedisplayskip",
    "belowdisplayskip",
}  # fmt: skip
"""Lengths that environments set."""
_COMMANDS_IN = re.compile(r"\\(begin|end)\s*\{([^{}]*)\}|\\([A-Za-z@]+)")
r"""`\begin{tabular}`, `\toprule`"""


def _begin(reader: TextReader, command: Command) -> int:
    name, end = reader.argument(command.end)
    joiner = reader.joiner
    if name == "document":
        joiner.has_begun, joiner.is_preamble = True, False
        return reader.copy(command, end)
    is_verbatim = name in LIKE_VERBATIM and name not in joiner.environments
    if is_verbatim or name in joiner.verbatim or name in joiner.left_out:
        return _verbatim(reader, command, name, end)
    if joiner.is_preamble:
        return _in_preamble(reader, command, name, end)
    if name in DRAWINGS or name in joiner.drawn:
        return _drawing(reader, command, name, end)
    if name in joiner.environments:
        return _own(reader, command, name, end)
    _copy_mark(reader, command, name, end)
    if name in joiner.theorems or _KNOWN.get_environment_spec(name) is not None:
        return end
    return _behind_close_arguments(reader.text, end)


def _copy_mark(reader: TextReader, command: Command, name: str, end: int) -> None:
    r"""Add the begin or the end of an environment, by a name that the parser takes.

    An example: `\begin{my:box}` is read as `\begin{my-box}`.
    """
    parsed = _UNPARSED.sub("-", name)
    if parsed == name:
        reader.copy(command, end)
    else:
        reader.joiner.emit(f"\\{command.name}{{{parsed}}}", reader.origin, command.start)


_UNPARSED = re.compile(r"[^\w* ._-]")
"""Characters that LaTeX takes in the name of an environment, and the parser does not. Example:
`theorem+`."""


def _behind_close_arguments(text: str, end: int) -> int:
    """The place behind brackets, and braces that hold no words, right behind the name."""
    while text.startswith(("[", "{"), end):
        try:
            behind = behind_group(text, end, "]" if text[end] == "[" else "}")
        except UnclosedError:
            return end
        if text[end] == "{" and not _NO_WORDS.fullmatch(text[end + 1 : behind - 1]):
            return end
        end = behind
    return end


_NO_WORDS = re.compile(
    r"\s*(?:[a-z]*|[^\s\\]*[\d=|@!:.][^\s\\]*|[-\d.]*\s*\\[a-z]*(?:width|height|skip|size|sep)"
    r"|[^{}]*=[^{}]*)\s*"
)
"""Examples: `2cm`, `gray!10`, `0.5\\textwidth`, `l|r`, `title=Box, colback=white`."""


def _in_preamble(reader: TextReader, command: Command, name: str, end: int) -> int:
    """An abstract, say, is read; everything else of the preamble is passed over."""
    stop = _end_of(reader.text, end, name)
    if name in ENVIRONMENTS_OF_PREAMBLE and stop is not None:
        reader.part(command.start, stop)
        reader.joiner.emit("\n", reader.origin, stop)
        return stop
    return end if stop is None else stop


def _end_of(text: str, start: int, name: str) -> int | None:
    """The place behind the end of an environment that begins before `start`."""
    depth = 0
    marks = re.compile(rf"(?<!\\)\\(begin|end)\s*\{{{re.escape(name)}\}}")
    for mark in marks.finditer(text, start):
        if mark[1] == "end" and not depth:
            return mark.end()
        depth += 1 if mark[1] == "begin" else -1
    return None


# Text in which nothing is a command


def _verbatim(reader: TextReader, command: Command, name: str, end: int) -> int:
    closing = f"\\end{{{name}}}"
    stop = reader.text.find(closing, end)
    if stop < 0:
        message = f"\\begin{{{name}}} has no {closing}"
        raise source_error(reader.place(command, end), message)
    joiner = reader.joiner
    if name == "CCSXML":
        joiner.concepts += reader.text[end:stop]
    elif name not in PRINTED_NOTHING and name not in joiner.left_out and not joiner.is_preamble:
        shape = LIKE_VERBATIM.get(name, "")
        start = behind_arguments(reader.text, end, shape) if shape else end
        if name in joiner.verbatim:
            start = _behind_close_arguments(reader.text, end)
        given = reader.text[end:start].strip()
        options = given[1 : behind_group(given, 0, "]") - 1] if given.startswith("[") else ""
        print_code(reader, command, reader.text[start:stop], options)
    end = stop + len(closing)
    is_left_out = name in PRINTED_NOTHING or name in joiner.left_out
    return end + 1 if is_left_out and reader.text.startswith("\n", end) else end


def print_code(reader: TextReader, command: Command, code: str, options: str) -> None:
    """Add lines of code, with the caption and the label that a listing's options give them.

    Args:
        reader: what reads the paper.
        command: the command that prints the code.
        code: the lines.
        options: what stands in brackets, such as `caption={How it works}, label=how`.
    """
    joiner = reader.joiner
    shown = f"\\begin{{verbatim}}{code}\\end{{verbatim}}"
    said = key_values(options)
    if not said.get("caption"):
        joiner.emit(shown, reader.origin, command.start)
        return
    label = f"\\label{{{said['label']}}}" if "label" in said else ""
    joiner.emit(f"\\begin{{listing}}{shown}", reader.origin, command.start)
    reader.read_instead(f"\\caption{{{said['caption']}}}{label}", command)
    joiner.emit("\\end{listing}", reader.origin, command.start)


def verb(reader: TextReader, command: Command) -> int:
    r"""`\verb|code|`, `\lstinline!code!`, `\mintinline{python}{code}`."""
    start = command.name_end
    if command.name == "verb":
        start += reader.text.startswith("*", start)
    else:
        start = behind_arguments(reader.text, start, "[")
        start = behind_arguments(reader.text, start, "{" if command.name == "mintinline" else "")
    sign = reader.text[start : start + 1]
    if sign == "{" and command.name != "verb":
        stop = _behind_plain_group(reader.text, start) - 1
    else:
        stop = reader.text.find(sign or "\n", start + 1)
    if stop < 0 and not reader.origin.is_copy:
        return len(reader.text)  # what a command stands for ends with it
    if stop < 0:
        message = f"\\{command.name} is not closed"
        raise source_error(reader.place(command), message)
    code = reader.text[start + 1 : stop]
    if not reader.joiner.is_preamble:
        mark = next((mark for mark in "|!+/" if mark not in code), sign)
        reader.joiner.emit(f"\\verb{mark}{code}{mark}", reader.origin, command.start)
    return stop + 1


def _behind_plain_group(text: str, start: int) -> int:
    """The place behind a group in which percent signs begin no comments."""
    depth, end = 0, start
    while end < len(text):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
        if not depth:
            break
    return end


def _string(reader: TextReader, command: Command) -> int:
    r"""`\string\name`, which prints the name of a command."""
    start = behind_space(reader.text, command.end)
    if not reader.text.startswith("\\", start):
        return command.end
    named = reader.command_at(start)
    _print(reader, f"\\{named.name}", command)
    return named.name_end


def _character(reader: TextReader, command: Command) -> int:
    r"""A character by its number: `\char'134`, `\char"5C`, `\char92`, `\symbol{92}`."""
    found = _NUMBER.match(reader.text, command.end)
    if found is None:
        return reader.unknown(command)
    octal, hexadecimal, decimal = found["octal"], found["hex"], found["decimal"]
    number = int(octal, 8) if octal else int(hexadecimal, 16) if hexadecimal else int(decimal)
    if 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000:
        _print(reader, chr(number), command)
    return found.end()


def _ding(reader: TextReader, command: Command) -> int:
    r"""A sign of Zapf Dingbats by its number: `\ding{51}`."""
    number, end = reader.argument(command.end)
    sign = dingbat(int(number)) if number.strip().isdecimal() else None
    if sign is None:
        return reader.unknown(command)
    _print(reader, sign, command)
    return end


def _roman(reader: TextReader, command: Command) -> int:
    r"""`\romannumeral 4`, with the `@` that ends it in `\@slowromancap\romannumeral 4@`."""
    found = re.compile(r"(\d{1,3}) ?(@?)").match(reader.text, command.end)
    if found is None:
        return reader.unknown(command)
    written = roman(int(found[1]))
    _print(reader, written.upper() if found[2] else written, command)
    return found.end()


_NUMBER = re.compile(
    r"""(?P<brace>\{)?(?:'(?P<octal>[0-7]{1,7})|"(?P<hex>[0-9A-F]{1,6})|(?P<decimal>\d{1,7}))[ ]?"""
    r"(?(brace)\})"
)
r"""What stands behind `\symbol`: `{"41}`, `65`."""
_TYPED = RESERVED | {"`": r"\textasciigrave{}", "'": r"\textquotesingle{}"}
"""Characters that are typed by commands."""


def _print(reader: TextReader, text: str, command: Command) -> None:
    """Add characters as they are to be printed."""
    if not reader.joiner.is_preamble:
        typed = "".join(_TYPED.get(sign, sign) for sign in text)
        reader.joiner.emit(typed, reader.origin, command.start)


def _address(reader: TextReader, command: Command) -> int:
    """An address may hold percent signs, which begin no comment in it."""
    start = command.end
    if not reader.text.startswith("{", start):
        return reader.copy(command, start)
    end = _behind_plain_group(reader.text, start)
    if not reader.joiner.is_preamble:
        source = re.sub(r"(?<!\\)%", r"\\%", reader.text[start:end])
        reader.joiner.emit(f"\\{command.name}{source}", reader.origin, command.start)
    return end


def link(reader: TextReader, command: Command) -> int:
    r"""A link of AAAI's, `\link{Code}{https://…}`; without an address, nobody knows what it is."""
    start = behind_space(reader.text, command.end)
    if not reader.text.startswith("{", start):
        return reader.unknown(command)
    words, end = reader.argument(start)
    begin = behind_space(reader.text, end)
    if not reader.text.startswith(tuple(f"{{{scheme}" for scheme in LINKED), begin):
        return reader.unknown(command)
    end = _behind_plain_group(reader.text, begin)
    if not reader.joiner.is_preamble:
        space = " " if reader.text.startswith("\\", end) else ""  # as before another \link
        reader.read_instead(f"\\href{reader.text[begin:end]}{{{words}}}{space}", command)
    return end


# Drawings


def _drawing(reader: TextReader, command: Command, name: str, end: int) -> int:
    """A drawing or an algorithm, of which data hold only caption and label."""
    stop = _end_of(reader.text, end, name)
    if stop is None and reader.origin.is_copy:
        message = f"\\begin{{{name}}} has no \\end{{{name}}}"
        raise source_error(reader.place(command, end), message)
    places = reader.joiner.drawings.setdefault(f"\\begin{{{name}}}", [])
    places.append(reader.place(command, end))
    kind = reader.joiner.drawn.get(name, name)
    reader.joiner.emit(f"\\begin{{{kind}}}", reader.origin, command.start)
    if stop is None:  # another command of the paper ends it: `\def\stop{\end{mathpar}}`
        return end
    position = end
    while (position := reader.text.find("\\", position, stop)) >= 0:
        inner = command_at(reader.text, position)
        position = inner.end
        if inner.name in {"caption", "label"}:
            position = behind_arguments(reader.text, inner.end)
            reader.run(inner.start, position)
    reader.joiner.emit(f"\\end{{{kind}}}", reader.origin, command.start)
    return stop


def _inline_drawing(reader: TextReader, command: Command) -> int:
    r"""`\tikz[options]{…}` or `\tikz \draw …;`."""
    _, end = reader.option(command.end)
    start = behind_space(reader.text, end)
    if reader.text.startswith("{", start):
        end = behind_group(reader.text, start)
    else:
        found = reader.text.find(";", start)
        end = found + 1 if found >= 0 else start
    if not reader.joiner.is_preamble:
        reader.joiner.drawings.setdefault("\\tikz", []).append(reader.place(command))
    return end


def _pages(reader: TextReader, command: Command) -> int:
    r"""`\includepdf[options]{file}`: pages of another document."""
    end = behind_arguments(reader.text, command.end, "[{")
    if not reader.joiner.is_preamble:
        reader.joiner.drawings.setdefault("\\includepdf", []).append(reader.place(command))
    return end


# Environments of the paper's own


def _own(reader: TextReader, command: Command, name: str, end: int) -> int:
    definition = reader.joiner.environments[name].begin
    arguments, behind = reader.arguments_of(definition, command, end)
    origin, position = reader.origin, command.start
    if _is_plain(reader, reader.joiner.environments[name]):
        reader.joiner.emit("{", origin, position)
        reader.replace(definition, arguments, command)
    else:
        _copy_mark(reader, command, name, end)
    return behind


def _is_plain(reader: TextReader, environment: EnvironmentDefinition) -> bool:
    """Whether all that an environment stands for is known."""
    joiner = reader.joiner
    for found in _COMMANDS_IN.finditer(f"{environment.begin.body} {environment.end.body}"):
        if found[1]:
            name = found[2]
            is_own = name in joiner.environments or name in joiner.theorems
            if not is_own and _KNOWN.get_environment_spec(name) is None:
                return False
        elif not (
            found[3] in _LENGTHS | LAYOUT | SETTINGS | joiner.definitions.keys()
            or _KNOWN.get_macro_spec(found[3]) is not None
        ):
            return False
    return True


def _end(reader: TextReader, command: Command) -> int:
    name, end = reader.argument(command.end)
    joiner = reader.joiner
    if joiner.is_preamble:
        return end
    environment = joiner.environments.get(name)
    if environment is not None and name != "document" and _is_plain(reader, environment):
        reader.replace(environment.end, [], command)
        joiner.emit("}", reader.origin, command.start)
        return end
    _copy_mark(reader, command, name, end)
    joiner.is_over = name == "document"
    return end


HANDLERS: Mapping[str, Handler] = {
    "begin": _begin,
    "end": _end,
    **dict.fromkeys(("verb", "Verb", "lstinline", "mintinline"), verb),
    **dict.fromkeys(ADDRESSES, _address),
    "string": _string,
    **dict.fromkeys(("char", "symbol"), _character),
    "ding": _ding,
    "romannumeral": _roman,
    "tikz": _inline_drawing,
    "includepdf": _pages,
}
"""What reads environments, and text in which nothing is a command."""
