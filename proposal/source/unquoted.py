"""Says which sign of a text without quotes YAML takes for its own: ` #`, `: `, `[`, `?`, `&`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from msgspec import Struct

from proposal.diagnostics import Diagnostic, Span, error, warning
from proposal.source.written_values import WrittenValue, end_of_quote

_CUT = re.compile(r" #[^\s#!]|  +#\d")
"""A comment that is likely part of the text before it: `Hall #3`, but neither `# a remark` nor,
set apart by more than one space, `#a remark`."""
_NUMBER_BEHIND = re.compile(r" # ?\d{1,3}\s*$")
"""`Hall # 3`; a remark that is only a number is none of a text."""


def cut_by_comment(file: Path, line: str, number: int, end: int) -> Diagnostic | None:
    """What to say of a value without quotes behind which a number sign cuts its text.

    Args:
        file: the file.
        line: the line on which the value ends.
        number: its number, counted from 1.
        end: the column behind the value, counted from 0.
    """
    is_text = end > 0 and line[end - 1].isalpha()
    if not (_CUT.match(line, end) or (is_text and _NUMBER_BEHIND.match(line, end))):
        return None
    column = line.index("#", end) + 1
    span = Span(file, number, column, len(line.rstrip()) + 1)
    rest = line[column - 1 :].rstrip()
    message = f"`{rest}` is a comment here, and no part of the text before it"
    hint = "put quotes around the whole text; a comment has a space behind its #"
    return warning("cut-by-comment", message, span, hint)


_ITEM = re.compile(r"\s*(?P<sign>[-*•–])\s+\S")
"""`- one`, `• one`"""
_ITEM_WITHOUT_SPACE = re.compile(r"\s*(?P<sign>-)[^\W\d]")
"""`-one`, below another item"""


def swallowed_items(
    file: Path, lines: list[str], first: int, end: yaml.Mark
) -> Iterator[Diagnostic]:
    """What to say of items of a list that YAML reads as part of the text above them.

    Args:
        file: the file.
        lines: its lines.
        first: the line on which the text begins, counted from 0.
        end: the place behind the text.
    """
    for number in range(first + 1, end.line + 1):
        line = lines[number] if number < len(lines) else ""
        match = _ITEM.match(line)
        if match is None and _ITEM.match(lines[first]):
            match = _ITEM_WITHOUT_SPACE.match(line)
        if match is not None and match.start("sign") < (end.column if number == end.line else 999):
            span = Span(file, number + 1, match.start("sign") + 1, match.start("sign") + 2)
            message = "this line is read as part of the text above it, and no item of a list"
            space = "" if _ITEM.match(line) else ", with a space behind it"
            hint = (
                f"align its hyphen with those of the other items{space}; in a text, write `|` "
                "behind the key above it"
            )
            yield warning("swallowed-item", message, span, hint)
            return


class MisreadKey(Struct, frozen=True):
    """A key with something in it that does not belong there."""

    diagnostic: Diagnostic
    key: str
    """The key as it was meant."""
    value: str | None = None
    """The value that stands in it."""


_FOREIGN = "“”„‟«»‹›‘’‚\u00a0\u200b\u200c\u200d\u2060\ufeff"
"""Quotes of text processors, and spaces that nobody sees."""


def misread_key(key: str, span: Span) -> MisreadKey | None:
    """What to say of a key that is not a word; nothing of one that only nobody knows."""
    match = re.fullmatch(r"(?P<key>[a-z][\w-]*):(?P<value>[^\s/].*)", key)  # name:Ada
    if match is not None:
        column = span.column + len(match["key"])
        place = Span(span.file, span.line, column, column + 1)
        hint = f"write `{match['key']}: {match['value']}`"
        found = error("yaml-syntax", "a space is missing behind this colon", place, hint)
        return MisreadKey(found, match["key"], match["value"])
    bare = key.strip(_FOREIGN + " ")
    if bare != key and re.fullmatch(r"[\w-]+", bare):
        what = (
            "an invisible character stands in"
            if key.strip("\u00a0\u200b\u200c\u200d\u2060\ufeff") == bare
            else "quotes stand around"
        )
        message = f"{what} the key `{bare}`"
        return MisreadKey(error("wrong-characters", message, span, f"type it anew: {bare}"), bare)
    return None


_FIRST = {
    "[": "begins a list",
    "{": "begins a record",
    "]": "ends a list",
    "}": "ends a record",
    ",": "parts two items",
    "|": "begins a text of several lines",
    ">": "begins a text of several lines",
    "@": "cannot begin a text",
    "`": "cannot begin a text",
    "%": "cannot begin a text",
    "#": "begins a comment",
}
"""Signs at the beginning of a value, and what YAML takes them for."""
_FIRST_WITH_SPACE = {"-": "begins an item of a list", "?": "begins a key", ":": "ends a key"}
_WORDS = {"&": "an anchor", "*": "an alias", "!": "a tag"}
"""Signs that make YAML drop the first word, and what it takes the word for."""

_WITHIN = (
    (re.compile(r":(?=\s|$)"), "parts a key from a value"),
    (re.compile(r"(?<=\s)#"), "begins a comment"),
)
"""Signs within a value, as in `name: Engines: a Workshop`, and what YAML takes them for."""
_WITHIN_BRACKETS = (
    *_WITHIN,
    (re.compile(r"[\[{]"), "begins a list or a record"),
    (re.compile(r"[\]}]"), "ends a list or a record"),
    (re.compile(r","), "parts two keys"),
)


def misread_value(value: WrittenValue, file: Path, number: int, hint: str) -> Diagnostic | None:
    """What YAML takes a sign of a value for; nothing if there is no such sign.

    Args:
        value: the value.
        file: the file.
        number: the number of the line, counted from 1.
        hint: what to write instead.
    """
    first = value.text[0]
    if first in "\"'":
        return _misplaced_quote(value, file, number, hint)
    if first in _WORDS:
        word = value.text.split(" ")[0]
        if word == first and not value.key:
            return None
        message = f"`{word}` is no part of the text here: YAML takes the word for {_WORDS[first]}"
        span = Span(file, number, value.start + 1, value.start + len(word) + 1)
        return error("dropped-word", message, span, hint)
    found = _sign(value)
    if found is None:
        return None
    offset, what = found
    column = value.start + offset + 1
    sign = value.text[offset]
    shown = f"`{sign}`" if sign != "`" else "a backtick"
    message = f"{shown} {what} here, in a text without quotes"
    if what == _FIRST["@"]:
        message = f"{shown} {what} without quotes"
    if value.in_brackets and (match := _WITHOUT_COMMA.match(value.text)):
        message = f"a comma is missing before `{match['key']}`"
        hint = f"write `{match['value']}, {match['key']}: …`"
    return error("yaml-syntax", message, Span(file, number, column, column + 1), hint)


_WITHOUT_COMMA = re.compile(r"(?P<value>\S*\d\S*)\s+(?P<key>[a-z_]+):(?=\s|$)")
"""`2027-01-10 zone: AoE` in `{date: 2027-01-10 zone: AoE}`"""


def _sign(value: WrittenValue) -> tuple[int, str] | None:
    """The offset of the first sign that YAML takes for its own, and what for."""
    text = value.text
    if text[0] in "]}," and not value.key:
        return None
    if text[0] in _FIRST:
        return 0, _FIRST[text[0]]
    if text[0] in _FIRST_WITH_SPACE and (len(text) == 1 or text[1] in " \t" or value.in_brackets):
        return 0, _FIRST_WITH_SPACE[text[0]]
    patterns = _WITHIN_BRACKETS if value.in_brackets else _WITHIN
    found = [
        (match.start(), what) for pattern, what in patterns if (match := pattern.search(text, 1))
    ]
    return min(found, default=None)


def is_question(value: WrittenValue) -> bool:
    """Whether a text is only not read since PyYAML ends one within brackets at a question mark.

    YAML itself does not (YAML 1.2.2, 7.3.3), and editors read `{title: Do We Need Care?}`.
    """
    return value.in_brackets and value.text[0] not in "\"'?" and "?" in value.text


def _misplaced_quote(value: WrittenValue, file: Path, number: int, hint: str) -> Diagnostic | None:
    """What to say of a text that begins with a quote and does not end with it."""
    end = end_of_quote(value.text)
    if end == len(value.text):
        return None
    if end is None:
        column = value.start + 1
        message = "the quote that is opened here is not closed"
    else:
        column = value.start + end
        message = "the quote ends here, and the text goes on behind it"
    return error("yaml-syntax", message, Span(file, number, column, column + 1), hint)


_PASTED = re.compile(r"[“„«](?P<inner>[^“”„«»]+)[”“»]")
"""A text between a text processor's quotes, which YAML takes for letters: `“Care: A Panel”`."""


def in_quotes(text: str) -> str:
    """A text between quotes of the kind that it does not hold, as one types it."""
    first = text[0]
    pasted = _PASTED.fullmatch(text)
    inner = pasted["inner"] if pasted else text
    if first in "\"'":
        rest = text[1:-1] if len(text) > 1 and text.endswith(first) else text[1:]
        is_apostrophe = rest.count(first) % 2 == 1 and text.endswith(first)
        is_around = text.endswith(first) and re.match(rf"[^{first}]*\s{first}\w", rest)
        is_open = text.count(first) == 1
        inner = rest if is_apostrophe or is_around or is_open else text
    if set(inner) & {'"', "\\"} and "'" not in inner:
        return f"'{inner}'"
    escaped = inner.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
