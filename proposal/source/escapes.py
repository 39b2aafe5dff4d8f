r"""Finds forbidden characters that YAML writes by escapes, at the escape's own place.

Between double quotes YAML writes any character by its number: `"\u202e"`. What a person may not
type, nobody may write in this way either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from proposal.diagnostics import Diagnostic, Span, error
from proposal.source.file import forbidden_character, is_forbidden

_ESCAPE = re.compile(
    r"\\(?:x(?P<two>[0-9a-fA-F]{2})|u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})|(?P<one>.))"
)
r"""`\xe9`, `\u2014`, `\n`"""
_SHORT = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "e": "\x1b",
    "f": "\f",
    "v": "\v",
    "r": "\r",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}
"""Escapes of one letter that stand for characters that may be forbidden (YAML 1.2.2, 5.7)."""

_LAST = 0x10FFFF
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
r"""The two halves of a letter beyond U+FFFF, as JSON writes it: `\ud835\udc00`."""


def whole_characters(text: str) -> str:
    """A text in which both halves of a character are one, as JSON writes an emoji."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def beyond_unicode(text: str, file: Path) -> Diagnostic | None:
    """The first escape whose number is none of a character, which PyYAML refuses with no place."""
    for number, line in enumerate(text.split("\n"), start=1):
        for found in _ESCAPE.finditer(line):
            if found["eight"] and int(found["eight"], 16) > _LAST:
                message = f"{found[0]} is the number of no character"
                span = Span(file, number, found.start() + 1, found.end() + 1)
                return error("yaml-syntax", message, span, "write the character itself")
    return None


def forbidden_escapes(node: yaml.ScalarNode, lines: list[str], file: Path) -> Iterator[Diagnostic]:
    """The escapes of a text between double quotes that stand for forbidden characters.

    Args:
        node: the text, as PyYAML gives it.
        lines: the lines of the file.
        file: the file.
    """
    start, end = node.start_mark, node.end_mark
    for number in range(start.line, min(end.line + 1, len(lines))):
        first = start.column if number == start.line else 0
        last = end.column if number == end.line else len(lines[number])
        written = list(_ESCAPE.finditer(lines[number], first, last))
        for index, found in enumerate(written):
            character = _character(found)
            following = written[index + 1] if index + 1 < len(written) else None
            before = written[index - 1] if index else None
            is_half = _is_pair(found, following) or _is_pair(before, found)
            if character and is_forbidden(character) and not is_half:
                span = Span(file, number + 1, found.start() + 1, found.end() + 1)
                yield forbidden_character(character, span, found[0])


def _character(found: re.Match[str]) -> str:
    number = found["two"] or found["four"] or found["eight"]
    return chr(int(number, 16)) if number else _SHORT.get(found["one"], "")


def _is_pair(one: re.Match[str] | None, other: re.Match[str] | None) -> bool:
    """Whether two escapes that stand side by side are the halves of one character."""
    if one is None or other is None or one.end() != other.start():
        return False
    return _PAIR.fullmatch(_character(one) + _character(other)) is not None
