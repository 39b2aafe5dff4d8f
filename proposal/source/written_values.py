"""Finds the values of a line of YAML as its writer meant them, whatever YAML makes of them.

In `{kind: panel, title: Do We Need Care?}` these are `panel` and `Do We Need Care?`. Only lines
that YAML cannot read are looked at, so nothing here decides what a good file says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_BLOCK = re.compile(r"\s*(?:- +)*(?:(?P<key>[\w-]+) *:[ \t]+)?(?P<value>\S.*)")
"""`- title: A talk`, `- Ada Lovelace`"""
_KEY = re.compile(r"(?P<key>[\w-]+) *:[ \t]+")
"""`name: Ada`"""
_NEXT_KEY = re.compile(r",\s*(?:[a-z][\w-]* *:(?:\s|$)|[}\]]|$)")
"""A comma before another key: `{name: A Hall, room: 2}`; all keys begin with a small letter."""
_REMARK = re.compile(r"(?:^|\s)#(?=[\s#!]|$)")
"""A comment: `# a remark`, but not `#1` within a text."""
_BEHIND_QUOTE = re.compile(r"\s*(?:[,}\]]|$)")
"""What may stand behind a quote that ends a value: `, `, ` }`."""


class WrittenValue(Struct, frozen=True):
    """A value in a line."""

    key: str
    """The key before it; empty for an item of a list."""
    text: str
    start: int
    """The column at which it begins, counted from 0."""
    in_brackets: bool
    """Whether it stands within braces or brackets, where more signs are YAML's own."""

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.start + len(self.text)


def values_in(line: str, in_brackets: bool) -> Iterator[WrittenValue]:
    """The values of a line that are texts, innermost first.

    Args:
        line: the line.
        in_brackets: whether a brace or bracket of a line above is still open.
    """
    bare = line[: _end_without_remark(line)].rstrip()
    if _is_cut(bare, line):
        bare = line.rstrip()
    if in_brackets:
        yield from _in_brackets(bare, 0, "")
        return
    match = _BLOCK.match(bare)
    if match is None:
        return
    start = match.start("value")
    if bare[start] in "[{":
        yield from _in_brackets(bare, start + 1, bare[start])
        if _is_collection(bare, start):
            return
    yield WrittenValue(match["key"] or "", bare[start:], start, in_brackets=False)


def end_of_quote(text: str) -> int | None:
    """The offset behind the quote that closes the one with which a text begins, if there is one."""
    # `"a \"word\""`, `'it''s'`
    match = re.match(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", text)
    return match.end() if match else None


def _end_without_remark(line: str) -> int:
    bare = re.sub(
        r"(?<=[\s\[{,])(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')",
        lambda match: "x" * len(match[0]),
        line,
    )
    match = _REMARK.search(bare)
    return match.start() if match else len(line)


def _is_cut(bare: str, line: str) -> bool:
    """Whether a comment would take the bracket along that closes what its line opens.

    So it is none: `{title: Care # now}`.
    """
    is_open = bare.count("{") > bare.count("}") or bare.count("[") > bare.count("]")
    return is_open and line.rstrip().endswith(("}", "]"))


_CLOSING = {"{": "}", "[": "]"}


def _in_brackets(line: str, column: int, opened: str) -> Iterator[WrittenValue]:
    """The texts between brackets.

    Args:
        line: the line.
        column: where to begin.
        opened: the brackets that are open there, the innermost last.
    """
    while column < len(line):
        if line[column] in " \t,{}[]":
            if line[column] in "{[":
                opened += line[column]
            elif line[column] in "}]":
                opened = opened[:-1]
            column += 1
            continue
        key = _KEY.match(line, column)
        start = key.end() if key else column
        if _is_collection(line, start):
            opened += line[start]
            column = start + 1
            continue
        end = _end_of_text(line, start, opened[-1:], has_key=key is not None)
        text = line[start:end].rstrip()
        if text:
            yield WrittenValue(key["key"] if key else "", text, start, in_brackets=True)
        column = max(end, start + 1)


def _is_collection(line: str, start: int) -> bool:
    """Whether the bracket at a place holds a whole value, and does not begin a text."""
    if line[start : start + 1] not in {"[", "{"}:
        return False
    depth = 0
    for column in range(start, len(line)):
        depth += (line[column] in "[{") - (line[column] in "]}")
        if depth == 0:
            return _BEHIND_QUOTE.match(line, column + 1) is not None
    return True


def _end_of_text(line: str, start: int, opened: str, *, has_key: bool) -> int:
    """Where the text that begins at a column of a record or list between brackets ends.

    Args:
        line: the line.
        start: the column.
        opened: the bracket that is open there, if it stands in the line.
        has_key: whether a key stands before it, so that a comma may belong to it.
    """
    quoted = end_of_quote(line[start:])
    if quoted is not None and _BEHIND_QUOTE.match(line, start + quoted):
        return start + quoted
    depth = 0
    for column in range(start, len(line)):
        sign = line[column]
        if sign in "]}" and depth == 0:
            is_closing = sign == _CLOSING.get(opened, sign)
            if is_closing and (not opened or _BEHIND_QUOTE.match(line, column + 1)):
                return column
            continue
        if sign == "," and (not has_key or _NEXT_KEY.match(line, column)):
            return column
        depth += (sign in "[{") - (sign in "]}")
    # A bracket in the text that nothing closes: the last one of the line closes what is around.
    return len(line) - 1 if opened and line.endswith(_CLOSING[opened]) else len(line)
