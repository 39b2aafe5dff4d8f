"""Finds the sign that keeps a file from being YAML, and hides it, so that reading can go on.

What is said is proved: the cause is a sign without which YAML reads the lines. A hidden sign leaves
all columns as they are. So one run tells all mistakes of a file, each at its own place, and nothing
is said of values that are only missing because of another mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from msgspec import Struct

from proposal.diagnostics import Diagnostic, Span, error
from proposal.source.unquoted import in_quotes, is_question, misread_value
from proposal.source.written_values import WrittenValue, values_in

_HIDDEN = {ord(sign): 0xE000 + ord(sign) for sign in "[]{},:#?&*!|>'\"%@`-\\"}
"""YAML's signs, each with a character of private use for it, which no data hold."""
_SHOWN = {hidden: sign for sign, hidden in _HIDDEN.items()}

_FURTHEST = 60
"""Lines above an error among which its cause is looked for."""
_LONGEST_LINE = 5_000
"""Characters of a line in which a cause is looked for."""


class Mend(Struct, frozen=True):
    """A change of one line, which is as long as before."""

    number: int
    """The line, counted from 0."""
    line: str
    end: int
    """The column behind what is changed, counted from 0."""
    diagnostic: Diagnostic | None
    """What is wrong; nothing where YAML allows what PyYAML does not read."""


def shown(text: str) -> str:
    """A text with the signs that were hidden in it."""
    return text.translate(_SHOWN)


def mend(lines: list[str], reason: yaml.MarkedYAMLError, file: Path) -> Mend | None:
    """The change of a line after which YAML reads past an error; nothing if none is found.

    Args:
        lines: the lines of the file.
        reason: the error.
        file: the file, for the places of diagnostics.
    """
    mark = _mark_of(reason)
    if mark is None:
        return None
    numbers = _suspected(lines, reason, mark)
    signs = [sign for number in numbers for sign in _signs_of_processors(lines, number, file)]
    candidates = [*signs, *_texts_in(lines, reason, mark, file)]
    place = mark.line, mark.column
    first = _beginning(lines, min([mark.line, *(candidate.number for candidate in candidates)]))
    if candidates and _next_error(lines, first, mark.line) != place:
        first = 0
    goes_on = None
    for candidate in candidates:
        changed = [*lines[: candidate.number], candidate.line, *lines[candidate.number + 1 :]]
        found = _next_error(changed, first, mark.line)
        is_progress = found is None or found > max(place, (candidate.number, candidate.end))
        if found is None or (is_progress and candidate in signs):
            return candidate
        if goes_on is None and is_progress:
            goes_on = candidate
    return goes_on


def _beginning(lines: list[str], number: int) -> int:
    """The line at the left edge in or above a line, with which a key or an item begins."""
    while number > 0 and (number >= len(lines) or not re.match(r"[^\s#}\]]", lines[number])):
        number -= 1
    return max(number - 1, 0)


def _next_error(lines: list[str], first: int, last: int) -> tuple[int, int] | None:
    """Line and column of the first thing that YAML cannot read.

    Args:
        lines: the lines of the file.
        first: the line from which on they are read.
        last: the line behind which nothing is looked for.
    """
    try:
        for event in yaml.parse("\n".join(lines[first:]), yaml.SafeLoader):
            start = event.start_mark
            if start is None:
                continue
            place = (start.line + first, start.column)
            if place[0] > last + 1:
                return None
            if isinstance(event, yaml.AliasEvent) or _is_marked(event):
                return place
    except yaml.MarkedYAMLError as reason:
        broken = _mark_of(reason)
        return (broken.line + first, broken.column) if broken else (last, 0)
    except (yaml.YAMLError, ValueError):
        return last, 0
    return None


def _mark_of(reason: yaml.MarkedYAMLError) -> yaml.Mark | None:
    found: yaml.Mark | None = reason.problem_mark or reason.context_mark
    return found


def _is_marked(event: yaml.Event) -> bool:
    """Whether a value has an anchor or a tag of the file's own, which data may not have."""
    is_tagged = isinstance(event, yaml.ScalarEvent) and is_own_tag(event.tag)
    return is_tagged or getattr(event, "anchor", None) is not None


def is_own_tag(tag: str | None) -> bool:
    """Whether a value's tag is one of the file's own: an exclamation mark, alone or with a word."""
    return tag is not None and re.match(r"!(?!!)", tag) is not None


def _suspected(lines: list[str], reason: yaml.MarkedYAMLError, mark: yaml.Mark) -> list[int]:
    """The lines, counted from 0, in which the cause of an error most likely stands."""
    context = reason.context_mark
    is_long = context is not None and re.search("flow|quot", str(reason.context))
    first = context.line if context is not None and is_long else mark.line - 1
    numbers = range(max(first, mark.line - _FURTHEST, 0), min(mark.line + 1, len(lines)))
    return [number for number in numbers if len(lines[number]) <= _LONGEST_LINE]


def _texts_in(
    lines: list[str], reason: yaml.MarkedYAMLError, mark: yaml.Mark, file: Path
) -> Iterator[Mend]:
    """The texts that may be the cause, each with its signs hidden."""
    is_open = reason.context_mark is not None and "flow" in str(reason.context)
    opened = reason.context_mark.line if is_open and reason.context_mark else mark.line
    numbers = _suspected(lines, reason, mark)
    for number in numbers:
        yield from _texts(lines, number, number > opened, file)
    for number in range(min(numbers, default=0) - 1, max(mark.line - _FURTHEST, 0) - 1, -1):
        if len(lines[number]) <= _LONGEST_LINE and re.search(r"(?:^|\s)[\"']", lines[number]):
            yield from _texts(lines, number, in_brackets=False, file=file, only_quotes=True)


def _texts(
    lines: list[str], number: int, in_brackets: bool, file: Path, *, only_quotes: bool = False
) -> Iterator[Mend]:
    """Each text of a line with its signs hidden."""
    line = lines[number]
    for value in values_in(line, in_brackets):
        is_key = not value.key and re.fullmatch(r"[\w-]+ *:", value.text)
        is_other = only_quotes and value.text[0] not in "\"'"
        is_real_anchor = re.fullmatch(r"[&!]\S*", value.text) and _is_indented(lines, number + 1)
        if is_key or is_other or is_real_anchor:
            continue
        hint = _what_to_write(lines, number, value)
        diagnostic = misread_value(value, file, number + 1, hint)
        if diagnostic is not None or is_question(value):
            hidden = value.text.translate(_HIDDEN)
            changed = line[: value.start] + hidden + line[value.end :]
            yield Mend(number, changed, value.end, diagnostic)


def _what_to_write(lines: list[str], number: int, value: WrittenValue) -> str:
    """The text as it can be read: between quotes, or on lines of its own where it has several."""
    line = lines[number]
    following = lines[number + 1] if number + 1 < len(lines) else ""
    indent = _indent(line)
    if not value.in_brackets and not value.key and not line.lstrip().startswith("- "):
        key = _key_above(lines, number, indent)
        return _several_lines(key)
    goes_on = _is_indented(lines, number + 1)
    if goes_on and value.key and not value.in_brackets and not re.match(r"\s*[\w-]+:", following):
        return _several_lines(value.key)
    noun = value.key.replace("_", " ") if value.key else "text"
    key = f"{value.key}: " if value.key else ""
    if value.text[0] in "\"'" and value.text.count(value.text[0]) == 1:
        return f"add the closing quote: {key}{in_quotes(value.text)}"
    return f"put the {noun} between quotes: {key}{in_quotes(value.text)}"


def _is_indented(lines: list[str], number: int) -> bool:
    """Whether a line stands further right than the one above it."""
    if not 0 < number < len(lines) or not lines[number].strip():
        return False
    return _indent(lines[number]) > _indent(lines[number - 1])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _several_lines(key: str) -> str:
    return f"write `{key}: |` and the text on the lines below it, two spaces further right"


def _key_above(lines: list[str], number: int, indent: int) -> str:
    for line in reversed(lines[max(0, number - _FURTHEST) : number]):
        match = re.match(r"\s*(?:- +)*([\w-]+):", line)  # - name:
        if match and _indent(line) < max(indent, 1):
            return match[1]
    return "key"


_PROCESSOR_SIGNS = (
    (
        re.compile(r"^[^;\"']*\{[^;{}\"']*(?P<sign>;)(?=\s+[a-z][\w-]*: )"),
        ",",
        "`;` does not part two keys",
        "write a comma: `{key: value, other: value}`",
    ),
    (
        re.compile(r"^\s*(?P<sign>[–—−•‣*·])(?=\s)"),
        "-",
        "`{sign}` begins no item of a list",
        "begin each item with a hyphen and a space: - an item",
    ),
    (
        re.compile(r"^\s*(?:- )*[\w-]+(?P<sign>：)(?=\s)"),
        ":",
        "`{sign}` (a wide colon) does not part a key from its value",
        "write a usual colon and a space: `key: value`",
    ),
    (
        re.compile(r"^\s*(?:- )*[\w-]+\s(?P<sign>=)(?=\s)"),
        ":",
        "`=` does not part a key from its value",
        "write a colon and a space: `key: value`",
    ),
    (
        re.compile(r"^\s*(?:- )*[\w-]+:(?P<sign>[\u00a0\u2007\u202f])"),
        " ",
        "a no-break space stands behind the colon",
        "replace it by a usual space (it often comes along when text is pasted)",
    ),
    (
        re.compile(r"^ *(?P<sign>[\u00a0\u2007\u202f]+)"),
        " ",
        "a no-break space stands in the indent",
        "replace it by a usual space (it often comes along when text is pasted)",
    ),
)
"""Signs that text processors and other keyboards write in place of YAML's: the sign, YAML's own,
what is wrong, and what to do."""


def _signs_of_processors(lines: list[str], number: int, file: Path) -> Iterator[Mend]:
    """A line with YAML's sign in the place of one that only looks like it."""
    line = lines[number]
    for pattern, right, message, hint in _PROCESSOR_SIGNS:
        if match := pattern.match(line):
            start, end = match.span("sign")
            changed = line[:start] + right * (end - start) + line[end:]
            span = Span(file, number + 1, start + 1, end + 1)
            said = message.format(sign=match["sign"])
            yield Mend(number, changed, end, error("yaml-syntax", said, span, hint))
