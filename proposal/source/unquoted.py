"""Finds signs in a text without quotes that YAML takes for its own: ` #`, `: `, `[`, `?`, `&`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from proposal.diagnostics import Diagnostic, Span, error, warning

_CUT = re.compile(r" #[^\s#!]|  +#\d")
"""A comment that is likely part of the text before it: `Hall #3`, but neither `# a remark` nor,
set apart by more than one space, `#a remark`."""
_HINT = "put quotes around the whole text"
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")


def cut_by_comment(file: Path, line: str, number: int, end: int) -> Diagnostic | None:
    """What to say of a value without quotes behind which a number sign cuts its text.

    Args:
        file: the file.
        line: the line on which the value ends.
        number: its number, counted from 1.
        end: the column behind the value, counted from 0.
    """
    match = _CUT.match(line[end:])
    if match is None:
        return None
    column = line.index("#", end) + 1
    span = Span(file, number, column, len(line.rstrip()) + 1)
    rest = line[column - 1 :].rstrip()
    message = f"`{rest}` is a comment here, and no part of the text before it"
    hint = "put quotes around the whole text; a comment has a space behind its #"
    return warning("cut-by-comment", message, span, hint)


def local_tag(tag: str, span: Span) -> Diagnostic | None:
    """What to say of a first word with an exclamation mark, which YAML drops as a tag."""
    if not re.fullmatch(r"![^!].*", tag):
        return None
    message = f"`{tag}` is no part of the text here: YAML takes the word for a tag and drops it"
    return error("dropped-word", message, span, _HINT)


def anchor(name: str, span: Span) -> Diagnostic:
    """What to say of a first word with an ampersand, which YAML drops as an anchor."""
    message = f"`&{name}` is no part of the text here: YAML takes the word for an anchor"
    return error("dropped-word", message, span, _HINT)


_SIGNS = (
    (re.compile(r"(?<!\S)#(?=[^\s#!])"), "#", "begins a comment"),
    (re.compile(r"\?(?=\s*[,}\]])|\?(?=\s)"), "?", "ends the text"),
    (re.compile(r"(?<=: )\[(?=[^\[\]{}]*\][ \t]*[^\s,}\]])"), "[", "begins a list"),
    (re.compile(r"(?<=: )\{(?=[^\[\]{}]*\}[ \t]*[^\s,}\]])"), "{", "begins a record"),
)
"""Signs within a text, and what YAML takes them for in a record between braces."""


def sign_in_record(file: Path, lines: Sequence[str], numbers: Iterable[int]) -> Diagnostic | None:
    """What to say of a record in braces that YAML cannot read, if a sign in a text is the cause.

    Args:
        file: the file.
        lines: its lines.
        numbers: the lines of the record, counted from 0.
    """
    for number in numbers:
        line = lines[number] if number < len(lines) else ""
        bare = _QUOTED.sub(lambda match: "x" * len(match[0]), line)
        for column, sign, what in _found(bare):
            key, value = _value_around(line, column)
            span = Span(file, number + 1, column + 1, column + 2)
            message = f"`{sign}` {what} here, in a text without quotes"
            hint = f'put the text between quotes: {key}"{value}"' if value else _HINT
            return error("yaml-syntax", message, span, hint)
    return None


def list_in_text(file: Path, line: str, number: int) -> Diagnostic | None:
    """What to say of a text that begins with a bracket: `title: [Invited] A Talk`."""
    match = re.match(r"[\s-]*([\w-]+: +)(\[[^\[\]]*\][ \t]*[^\s#].*)", line)
    if match is None:
        return None
    span = Span(file, number, match.start(2) + 1, match.start(2) + 2)
    hint = f'put the text between quotes: {match[1]}"{_escaped(match[2].rstrip())}"'
    return error("yaml-syntax", "`[` begins a list here, in a text without quotes", span, hint)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _found(line: str) -> Iterable[tuple[int, str, str]]:
    for pattern, sign, what in _SIGNS:
        if match := pattern.search(line):
            yield match.start(), sign, what
    for key in re.finditer(r"(?:^|[,{])\s*[\w-]+: +(?![\[{\"'])", line):
        value = re.split(r", +[\w-]+: |[{}]", line[key.end() :])[0]
        if (second := value.find(": ")) >= 0:
            yield key.end() + second, ":", "parts a key from a value"


def _value_around(line: str, column: int) -> tuple[str, str]:
    """The key and the whole text, as far as can be seen, that surround a column of a record."""
    keys = [key for key in re.finditer(r"(?:^|[,{])\s*([\w-]+: +)", line) if key.end() <= column]
    if not keys:
        return "", ""
    rest = line[keys[-1].end() :].rstrip()
    value = re.split(r", +[\w-]+: ", rest)[0].rstrip().removesuffix("}").rstrip()
    is_text = "[" not in value[:1] or column == keys[-1].end()
    return (keys[-1][1], _escaped(value)) if is_text else ("", "")
