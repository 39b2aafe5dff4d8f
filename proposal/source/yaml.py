"""Reads YAML so that every value and every key keeps its file, line and column.

Scalars stay text: the schema, not YAML, decides what is a date, a time or a number. So
`start: 14:00` is a time (YAML would read the number 840) and `country: No` stays as typed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from proposal.diagnostics import Diagnostic, Span, error
from proposal.source import unquoted
from proposal.source.escapes import beyond_unicode, forbidden_escapes, whole_characters
from proposal.source.file import composed, forbidden_character, marked, read_text
from proposal.source.text import Text

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""The value of a node without its places, as the model takes it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value at its place."""

    span: Span
    value: Text | list[Node] | dict[str, Node] | None
    keys: dict[str, Span] = field(default_factory=dict)
    """For a mapping: where each of its keys stands."""

    def __reduce__(self) -> tuple[type[Node], tuple[object, ...]]:
        # Thousands of them are kept from run to run, and this is read several times as fast.
        return Node, (self.span, self.value, self.keys)

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
        return None


def read_yaml(file: Path) -> tuple[Node | None, list[Diagnostic]]:
    """The file's one YAML value, or nothing and what is wrong with the file."""
    text, diagnostics = read_text(file)
    if text is None:
        return None, diagnostics
    return parse_yaml(text, file)


def parse_yaml(text: str, file: Path) -> tuple[Node | None, list[Diagnostic]]:
    """The one YAML value of `text`, whose places are reported as places in `file`."""
    try:
        composer = _Composer(text)
        root = composer.get_single_node()
    except yaml.MarkedYAMLError as reason:
        return None, [_in_record(reason, file, text) or _syntax_error(reason, file)]
    except yaml.reader.ReaderError as reason:
        return None, [_strange_character(reason, text, file)]
    except (ValueError, OverflowError):  # from an escape or a directive with an endless number
        start = Span(file, 1, 1, 1)
        unknown = error("yaml-syntax", "a number in this file is too large", start)
        return None, [beyond_unicode(text, file) or unknown]
    if root is None:
        return Node(Span(file, 1, 1, 1), None), []
    reader = _Reader(file, text.split("\n"))
    for name, mark in composer.anchors_found:
        place = Span(file, mark.line + 1, mark.column + 1, mark.column + len(name) + 2)
        reader.diagnostics.append(unquoted.anchor(name, place))
    node = reader.node(root)
    return node, reader.diagnostics


_DEEPEST = 40
"""Lists and records within each other; data need six, and each takes a place on Python's stack."""


class _Composer(yaml.SafeLoader):
    """PyYAML's composer without aliases, which data files do not need and bombs do."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.anchors_found: list[tuple[str, yaml.Mark]] = []
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        self.depth += 1
        if self.depth > _DEEPEST:
            event = self.peek_event()  # type: ignore[no-untyped-call]
            message = "lists and records are nested too deeply here"
            raise yaml.composer.ComposerError(None, None, message, event.start_mark)
        try:
            return self._composed(parent, index)
        finally:
            self.depth -= 1

    def _composed(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(
                None, None, "an alias (*name) is not supported", event.start_mark
            )
        name = self.peek_event().anchor  # type: ignore[no-untyped-call]
        if name is not None:
            self.anchors_found.append((name, self.peek_event().start_mark))  # type: ignore[no-untyped-call]
        return super().compose_node(parent, index)


@dataclass(slots=True)
class _Reader:
    """Turns PyYAML's nodes of one file into ours."""

    file: Path
    lines: list[str]
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def node(self, node: yaml.Node) -> Node:
        span = self.span(node)
        if isinstance(node, yaml.ScalarNode):
            return Node(span, self.scalar(node, span))
        if isinstance(node, yaml.SequenceNode):
            return Node(span, [self.node(item) for item in node.value])
        return self.mapping(node, span)

    def mapping(self, node: yaml.Node, span: Span) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Span] = {}
        for key, value in node.value:
            place = self.span(key)
            if isinstance(key, yaml.ScalarNode):
                self.look_at_escapes(key)
            if not isinstance(key, yaml.ScalarNode):
                self.diagnostics.append(error("yaml-syntax", "a key must be a single word", place))
            elif key.value in values:
                first = keys[key.value].line
                message = f"the key `{key.value}` stands twice (first in line {first})"
                self.diagnostics.append(
                    error("duplicate-key", message, place, "keep one of the two")
                )
            else:
                keys[key.value] = place
                values[key.value] = self.node(value)
        return Node(span, values, keys)

    def span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        last = end.column if end.line == start.line else len(line.rstrip())
        return Span(self.file, start.line + 1, start.column + 1, max(last, start.column + 1) + 1)

    def scalar(self, node: yaml.ScalarNode, span: Span) -> Text | None:
        self.check_signs(node, span)
        self.look_at_escapes(node)
        if node.style is None and node.tag == "tag:yaml.org,2002:null":
            return None
        if node.style in {"|", ">"} or node.end_mark.line > node.start_mark.line:
            return Text(node.value, self.pieces(node, span))
        if node.style is not None:
            inner = Span(span.file, span.line, span.column + 1, max(span.end_column - 1, 1))
            return Text(node.value, ((0, inner),))
        return Text(node.value, ((0, span),))

    def check_signs(self, node: yaml.ScalarNode, span: Span) -> None:
        """Tell of words that YAML takes for a comment or a tag, and drops."""
        if diagnostic := unquoted.local_tag(str(node.tag), span):
            self.diagnostics.append(diagnostic)
        end = node.end_mark
        if node.style is None and end.column and end.line < len(self.lines):
            line = self.lines[end.line]
            if diagnostic := unquoted.cut_by_comment(self.file, line, end.line + 1, end.column):
                self.diagnostics.append(diagnostic)

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


_PROBLEMS = {
    "mapping values are not allowed here": (
        "a colon cannot stand here: the line above is not finished or the indent is wrong",
        'align the key with its neighbours, or put the text between quotes: "a: b"',
    ),
    "expected <block end>, but found '<block mapping start>'": (
        "the indent is wrong: this line does not align with the one it belongs to",
        "give keys of one record the same number of spaces before them",
    ),
    "expected <block end>, but found '<block sequence start>'": (
        "the indent is wrong: this list does not align with the line it belongs to",
        "give all items of one list the same number of spaces before the dash",
    ),
    "expected <block end>, but found '-'": (
        "the indent is wrong: this item of a list stands where a key is expected",
        "give all items of one list the same number of spaces before the dash",
    ),
    "expected <block end>, but found '?'": (
        "the indent is wrong: this key stands where an item of a list is expected",
        "indent it like the keys of the same record",
    ),
    "could not find expected ':'": (
        "a colon is missing after a key, or the indent is wrong",
        "write `key: value`, or indent the line as part of the text above it",
    ),
    "found character '\\t' that cannot start any token": (
        "a tab stands in the indent",
        "use spaces in place of the tab",
    ),
    "expected ',' or ']', but got": ("a bracket is not closed", "close the list with ]"),
    "expected ',' or '}', but got": ("a brace is not closed", "close the record with }"),
    "found unexpected end of stream": ("a quote is not closed", "add the closing quote"),
    "expected <block end>, but found '<scalar>'": (
        "a quote ends too early",
        "between single quotes write '' for an apostrophe",
    ),
    "found character '": (
        "a text cannot begin with this character",
        "put the text between quotes",
    ),
    "an alias (*name) is not supported": (
        "an alias (*name) is not supported",
        "write out what it stands for; put a text that begins with * between quotes",
    ),
    "lists and records are nested too deeply here": (
        "lists and records are nested too deeply here",
        f"delete brackets that are not needed; {_DEEPEST} levels are the most",
    ),
    "but found another document": (
        "the file holds more than one document",
        "delete the line ---",
    ),
}


def _in_record(reason: yaml.MarkedYAMLError, file: Path, text: str) -> Diagnostic | None:
    """What is wrong with a record in braces, if a sign in a text without quotes breaks it."""
    begin, end = reason.context_mark, reason.problem_mark
    lines = text.split("\n")
    if end is not None and "found '<scalar>'" in (reason.problem or ""):
        return unquoted.list_in_text(file, lines[end.line], end.line + 1)
    if begin is None or end is None or " flow " not in (reason.context or ""):
        return None
    return unquoted.sign_in_record(file, lines, range(begin.line, end.line + 1))


def _strange_character(reason: yaml.reader.ReaderError, text: str, file: Path) -> Diagnostic:
    """A character that YAML does not allow anywhere."""
    before = text[: reason.position]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    span = Span(file, line, column, column + 1)
    return forbidden_character(text[reason.position : reason.position + 1] or "\0", span)


def _syntax_error(reason: yaml.MarkedYAMLError, file: Path) -> Diagnostic:
    mark = reason.problem_mark or reason.context_mark
    span = Span(file, 1, 1, 1)
    if mark is not None:
        span = Span(file, mark.line + 1, mark.column + 1, mark.column + 2)
    problem = reason.problem or "the file cannot be read as YAML"
    for said, (message, hint) in _PROBLEMS.items():
        if problem.startswith(said):
            return error("yaml-syntax", message, span, hint)
    return error("yaml-syntax", f"this is no YAML: {problem}", span)
