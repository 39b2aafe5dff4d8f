r"""Finds commands and their arguments in LaTeX by counting braces, as TeX does.

What stands between the braces is not looked at: `\def\both{\end{x}\begin{x}}` is a definition
whatever it holds.
"""

from __future__ import annotations

import re

from msgspec import Struct

_SIGN = re.compile(r"[\\%]")
r"""Examples: `\section`, `% a comment`."""
_COMMAND = re.compile(
    r"\\(?:(?P<letters>[A-Za-z]+)[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?|(?P<sign>[\s\S]?))"
)
r"""Examples: `\section`, `\%`."""
_AT_COMMAND = re.compile(_COMMAND.pattern.replace("[A-Za-z]", "[A-Za-z@]"))
r"""An example: `\@title`, as packages name their own commands."""
_COMMENT = re.compile(r"%[^\n]*(?:\n(?![ \t]*\n)[ \t]*)?")
"""A comment takes the end of its line along, unless an empty line follows. Example:
`% a remark`."""
_SPACE = re.compile(r"(?:[ \t]+|\n(?![ \t]*\n)|%[^\n]*(?:\n(?![ \t]*\n)[ \t]*)?)*")
"""What may stand between a command and its argument: spaces, one end of a line, comments.
Example: `% a remark`."""
_BRACKET = re.compile(r"\\[\s\S]?|%[^\n]*|[{}\]]")
r"""`}`, `]`, `% a note`, `\]`"""


class UnclosedError(Exception):
    """A brace or a bracket is not closed."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


class Command(Struct, frozen=True):
    """A command as it stands in a text."""

    name: str
    start: int
    end: int
    """Behind the spaces that TeX skips after a name of letters."""

    @property
    def name_end(self) -> int:
        """Behind the name."""
        return self.start + 1 + len(self.name)


def next_sign(text: str, start: int, stop: int) -> int:
    """Where the next command or comment begins, or where the text stops."""
    found = _SIGN.search(text, start, stop)
    return found.start() if found else stop


def command_at(text: str, start: int, *, has_at: bool = False) -> Command:
    r"""The command whose backslash stands at a place.

    Args:
        text: the source.
        start: where the backslash stands.
        has_at: whether `@` is a letter, as it is between `\makeatletter` and `\makeatother`.
    """
    found = (_AT_COMMAND if has_at else _COMMAND).match(text, start)
    if found is None:
        return Command("", start, start + 1)
    return Command(found["letters"] or found["sign"] or "", start, found.end())


def behind_comment(text: str, start: int) -> int:
    """The place behind the comment that begins at a place."""
    found = _COMMENT.match(text, start)
    return found.end() if found else start


def behind_space(text: str, start: int) -> int:
    """The place behind spaces, one line's end and comments, which TeX skips before arguments."""
    found = _SPACE.match(text, start)
    return found.end() if found else start


def behind_group(text: str, start: int, closing: str = "}") -> int:
    """The place behind the brace or bracket that closes the one at `start`.

    Raises:
        UnclosedError: nothing closes it.
    """
    depth, position = 0, start + 1
    while found := _BRACKET.search(text, position):
        position = found.end()
        if found[0] == closing and not depth:
            return position
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth < 0:
                break
    raise UnclosedError(start)


def behind_option(text: str, start: int) -> int:
    """The place behind an optional argument, or `start` if none stands there.

    Raises:
        UnclosedError: it is not closed.
    """
    begin = behind_space(text, start)
    return behind_group(text, begin, "]") if text.startswith("[", begin) else start


def behind_arguments(text: str, start: int, shape: str | None = None) -> int:
    """The place behind the arguments of a command.

    Args:
        text: the source.
        start: the place behind the command's name.
        shape: a star, brackets and braces that it takes; nothing for all that follow.

    Raises:
        UnclosedError: an argument is not closed.
    """
    if shape is not None:
        for sign in shape:
            start = _behind_argument(text, start, sign)
        return start
    while True:
        begin = behind_space(text, start)
        sign = text[begin : begin + 1]
        if sign == "*":
            start = begin + 1
        elif sign == "[":
            start = behind_group(text, begin, "]")
        elif sign == "{":
            start = behind_group(text, begin)
        else:
            return start


def key_values(text: str) -> dict[str, str]:
    """What settings say: `label=fig, caption={How, and why}`, without braces around a value.

    Raises:
        UnclosedError: a brace is not closed.
    """
    said: dict[str, str] = {}
    start = position = 0
    while position <= len(text):
        sign = text[position : position + 1]
        if sign == "%":
            position = behind_comment(text, position)
        elif sign == "{":
            position = behind_group(text, position)
        elif sign == "\\":
            position += 2
        elif sign in {",", ""}:
            key, _, value = text[start:position].partition("=")
            said[_COMMENT.sub("", key).strip()] = _unwrapped(_COMMENT.sub("", value).strip())
            position += 1
            start = position
        else:
            position += 1
    return said


def _unwrapped(value: str) -> str:
    is_wrapped = value.startswith("{") and behind_group(value, 0) == len(value)
    return value[1:-1].strip() if is_wrapped else value


def _behind_argument(text: str, start: int, sign: str) -> int:
    begin = behind_space(text, start)
    if sign == "*":
        return begin + 1 if text.startswith("*", begin) else start
    if sign == "[":
        return behind_option(text, start)
    if text.startswith("{", begin):
        return behind_group(text, begin)
    if text.startswith("\\", begin):
        return command_at(text, begin).end
    return min(begin + 1, len(text))
