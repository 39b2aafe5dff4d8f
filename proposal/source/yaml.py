"""Reads YAML so that every value and every key keeps its file, line and column.

Scalars stay text: the schema, not YAML, decides what is a date, a time or a number. So
`start: 14:00` is a time (YAML would read the number 840) and `country: No` stays as typed.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import yaml
from msgspec import Struct, field

from proposal.diagnostics import Diagnostic, Span, error
from proposal.source.days_with_commas import with_joined_days, with_joined_items
from proposal.source.escapes import beyond_unicode, forbidden_escapes, whole_characters
from proposal.source.file import composed, forbidden_character, marked, read_text
from proposal.source.mended_lines import mend, shown
from proposal.source.syntax_errors import syntax_error
from proposal.source.text import Text
from proposal.source.unquoted import cut_by_comment, misread_key, swallowed_items
from proposal.source.yaml_composer import compose

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""The value of a node without its places, as the model takes it."""


_NO_KEYS: Mapping[str, Span] = MappingProxyType({})
"""The keys of what is no mapping: one value for thousands of nodes."""


def is_rest_of_text(key: str, value: yaml.Node) -> bool:
    """Whether a key is what a comma cut off a text: `000 EUR` of `{amount: 5,000 EUR}`."""
    is_empty = isinstance(value, yaml.ScalarNode) and not value.value and value.style is None
    return is_empty and not key.isidentifier()


class Node(Struct, frozen=True, gc=False):
    """A YAML value at its place."""

    span: Span
    value: Text | list[Node] | dict[str, Node] | None
    keys: Mapping[str, Span] = field(default_factory=lambda: _NO_KEYS)
    """For a mapping: where each of its keys stands."""

    def __reduce__(self) -> tuple[type[Node], tuple[object, ...]]:
        # Thousands of them are kept from run to run, and this is read several times as fast.
        return Node, (self.span, self.value, self.keys) if self.keys else (self.span, self.value)

    def plain(self) -> Plain:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return None if self.value is None else str(self.value)

    def child(self, step: str | int) -> Node | None:
        """The value under a key or at an index, if there is one."""
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        if isinstance(self.value, dict) and step == 0:
            return self  # a list of one record, written without the dash before it
        return None


def read_yaml(file: Path) -> tuple[Node | None, list[Diagnostic]]:
    """The one YAML value of somebody else's file, or nothing and what is wrong with the file."""
    text, diagnostics = read_text(file)
    if text is None:
        return None, diagnostics
    return parse_yaml(text, file, goes_on=False)


def parse_yaml(
    text: str, file: Path, *, goes_on: bool = True
) -> tuple[Node | None, list[Diagnostic]]:
    """The one YAML value of `text`, whose places are reported as places in `file`.

    Args:
        text: the YAML.
        file: the file.
        goes_on: whether a text without quotes that holds a sign of YAML's, which is an error, is
            read as it was meant, so that what else is wrong can be found.
    """
    lines = text.split("\n")
    changed, diagnostics = lines, list[Diagnostic]()
    for _ in range(max(3, min(_MOST_MENDED, _MOST_READ // max(len(text), 1)))):
        try:
            root = compose("\n".join(changed))
        except yaml.MarkedYAMLError as reason:
            mended = mend(changed, reason, file)
            if mended is None:
                return None, [*diagnostics, syntax_error(reason, changed, file)]
            if mended.diagnostic is not None:
                diagnostics.append(mended.diagnostic)
                if not goes_on:
                    return None, diagnostics
            changed = [*changed[: mended.number], mended.line, *changed[mended.number + 1 :]]
        except yaml.reader.ReaderError as reason:
            return None, [*diagnostics, _strange_character(reason, text, file)]
        except (ValueError, OverflowError):  # from an escape or a directive with an endless number
            start = Span.of_file(file)
            unknown = error("yaml-syntax", "a number in this file is too large", start)
            return None, [*diagnostics, beyond_unicode(text, file) or unknown]
        else:
            if root is None:
                return Node(Span.of_file(file), None), diagnostics
            reader = _Reader(file, lines, is_mended=changed is not lines)
            node = reader.node(root)
            return node, [*diagnostics, *reader.diagnostics]
    return None, diagnostics


_MOST_MENDED = 50
"""Mistakes of one file that are reported at once; each takes another reading of the file."""
_MOST_READ = 500_000
"""Characters that are read again at most, so that a long file with many mistakes takes seconds."""


_NOTHING = frozenset({"", "~", "null"})
"""What is no value; `Null`, which YAML takes for nothing, too, is a name that people have."""


def span_of(node: yaml.Node, file: Path, lines: Sequence[str]) -> Span:
    """Where a node stands: up to its end, or to the end of its first line.

    Args:
        node: the node.
        file: the file.
        lines: its lines.
    """
    start, end = node.start_mark, node.end_mark
    line = lines[start.line] if start.line < len(lines) else ""
    last = end.column if end.line == start.line else len(line.rstrip())
    return Span(file, start.line + 1, start.column + 1, max(last, start.column + 1) + 1)


class _Reader(Struct):
    """Turns PyYAML's nodes of one file into ours."""

    file: Path
    lines: list[str]
    is_mended: bool = False
    """Whether signs are hidden in texts."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def node(self, node: yaml.Node) -> Node:
        span = self.span(node)
        if isinstance(node, yaml.ScalarNode):
            if self.is_mended:
                node.value = shown(node.value)
            return Node(span, self.scalar(node, span))
        if isinstance(node, yaml.SequenceNode):
            return Node(span, [self.node(item) for item in with_joined_items(node.value)])
        return self.mapping(node, span)

    def mapping(self, node: yaml.Node, span: Span) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Span] = {}
        for key, value in with_joined_days(node.value):
            place = self.span(key)
            if isinstance(key, yaml.ScalarNode):
                self.look_at_escapes(key)
                if not key.value.isidentifier():
                    value = self.look_at_key(key, value, place)  # noqa: PLW2901 - what is meant takes its place
            if not isinstance(key, yaml.ScalarNode):
                self.diagnostics.append(error("yaml-syntax", "a key must be a single word", place))
            elif key.value in values and is_rest_of_text(key.value, value):
                message = f"`{key.value}` is no known key: a comma ends the text before it here"
                hint = "put that text between quotes, or write a number without a comma"
                self.diagnostics.append(error("unknown-key", message, place, hint))
            elif key.value in values:
                first = keys[key.value].line
                message = f"the key `{key.value}` stands twice (first in line {first})"
                self.diagnostics.append(
                    error("duplicate-key", message, place, "keep one of the two")
                )
            else:
                name = sys.intern(key.value)
                keys[name] = place
                values[name] = self.node(value)
        return Node(span, values, keys)

    def span(self, node: yaml.Node) -> Span:
        return span_of(node, self.file, self.lines)

    def scalar(self, node: yaml.ScalarNode, span: Span) -> Text | None:
        self.check_signs(node)
        self.look_at_escapes(node)
        if node.style is None and node.value in _NOTHING:
            return None
        if node.style in {"|", ">"} or node.end_mark.line > node.start_mark.line:
            return Text(node.value, self.pieces(node, span))
        if node.style is not None:
            inner = Span(span.file, span.line, span.column + 1, max(span.end_column - 1, 1))
            return Text(node.value, ((0, inner),))
        return Text(node.value, ((0, span),))

    def check_signs(self, node: yaml.ScalarNode) -> None:
        """Tell of words that YAML takes for a comment, and drops."""
        end = node.end_mark
        if node.style is None and end.line > node.start_mark.line:
            self.diagnostics += swallowed_items(self.file, self.lines, node.start_mark.line, end)
        if node.style is None and end.column and end.line < len(self.lines):
            line = self.lines[end.line]
            if diagnostic := cut_by_comment(self.file, line, end.line + 1, end.column):
                self.diagnostics.append(diagnostic)

    def look_at_key(self, key: yaml.ScalarNode, value: yaml.Node, place: Span) -> yaml.Node:
        """Tell of signs in a key that came along from elsewhere, and take them out.

        Returns:
            the value of the key, which stands in the key where the space behind a colon is missing.
        """
        problem = misread_key(key.value, place)
        if problem is None:
            return value
        self.diagnostics.append(problem.diagnostic)
        key.value = problem.key
        if problem.value is None or not isinstance(value, yaml.ScalarNode) or value.value:
            return value
        start, end = key.start_mark, key.end_mark
        offset = end.column - len(problem.value)
        begin = yaml.Mark(start.name, offset, start.line, offset, None, 0)
        return yaml.ScalarNode("tag:yaml.org,2002:str", problem.value, begin, end)

    def look_at_escapes(self, node: yaml.ScalarNode) -> None:
        """Tell what a text between double quotes hides, and make its characters whole."""
        if node.style == '"':
            found = list(forbidden_escapes(node, self.lines, self.file))
            node.value = composed(whole_characters(node.value))
            if found:
                self.diagnostics += found
                node.value = marked(node.value)

    def pieces(self, node: yaml.ScalarNode, span: Span) -> tuple[tuple[int, Span], ...]:
        """Where each source line of a text that stands on several lines begins in its value."""
        block = node.style in {"|", ">"}
        first = node.start_mark.line + (1 if block else 0)
        pieces: list[tuple[int, Span]] = []
        offset = 0
        for number in range(first, min(node.end_mark.line + 1, len(self.lines))):
            line = self.lines[number]
            if not block and number == node.end_mark.line:
                line = line[: node.end_mark.column]
            from_column = node.start_mark.column if number == node.start_mark.line else 0
            content = line[from_column:].strip(" '\"" if not block else " ")
            if not content:
                continue
            found = node.value.find(content[:40], offset)
            if found < 0:
                continue
            column = line.index(content[0], from_column) + 1
            pieces.append((found, Span(self.file, number + 1, column, column + len(content))))
            offset = found + len(content)
        return tuple(pieces) or ((0, span),)


def _strange_character(reason: yaml.reader.ReaderError, text: str, file: Path) -> Diagnostic:
    """A character that YAML does not allow anywhere."""
    before = text[: reason.position]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    span = Span(file, line, column, column + 1)
    return forbidden_character(text[reason.position : reason.position + 1] or "\0", span)
