"""Reads YAML as the programs do that make websites: with anchors, merge keys and tags.

Our own data have none of these; the files of a site's theme and its organizers have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from proposal.diagnostics import Span
from proposal.source.text import Text
from proposal.source.yaml import Node, span_of

_MOST = 200_000
"""Values of a file; aliases of aliases make more out of a few lines."""

_DEEPEST = 60
"""Values in values."""

_MERGE = "tag:yaml.org,2002:merge"
_NOTHING = "tag:yaml.org,2002:null"
_YES_OR_NO = "tag:yaml.org,2002:bool"


class TooManyValuesError(ValueError):
    """Aliases make more values than a person writes."""


def read_lenient_yaml(text: str, file: Path) -> Node | None:
    """The value of somebody's YAML; nothing if it cannot be read.

    Args:
        text: the YAML.
        file: the file whose lines it has.
    """
    try:
        root = yaml.compose(_without_inner_tabs(text), yaml.SafeLoader)
        if root is None:
            return Node(Span.of_file(file), None)
        return _LenientReader(file, text.split("\n")).node(root, 0)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        return None


def _without_inner_tabs(text: str) -> str:
    """The text with a space for each tab behind words, which the library reads nowhere."""
    return _INNER_TAB.sub(lambda match: match[0].replace("\t", " "), text)


_INNER_TAB = re.compile(r"(?<=\S)[ \t]*\t[ \t]*")
"""`- Ann\tAuthor`."""


def read_template_values(text: str, file: Path) -> Any:
    """Somebody's YAML as templates see it; nothing if it cannot be read.

    Days, hours and numbers stay the texts that they are. Texts are `Text`, and know their places.

    Args:
        text: the YAML.
        file: the file whose lines it has.
    """
    try:
        root = yaml.compose(_without_inner_tabs(text), yaml.SafeLoader)
        return None if root is None else _LenientReader(file, text.split("\n")).value(root, 0)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        return None


class _LenientReader(Struct):
    file: Path
    lines: list[str]
    count: int = 0

    def counted(self, depth: int) -> None:
        self.count += 1
        if self.count > _MOST or depth > _DEEPEST:
            raise TooManyValuesError

    def node(self, node: yaml.Node, depth: int) -> Node:
        self.counted(depth)
        span = self.span(node)
        if isinstance(node, yaml.SequenceNode):
            return Node(span, [self.node(item, depth + 1) for item in node.value])
        if isinstance(node, yaml.MappingNode):
            values: dict[str, Node] = {}
            keys: dict[str, Span] = {}
            for key, value in self.pairs(node, depth):
                name = str(key.value)
                keys.setdefault(name, self.span(key))
                values.setdefault(name, self.node(value, depth + 1))
            return Node(span, values, keys)
        is_nothing = node.tag == _NOTHING
        return Node(span, None if is_nothing else self.text(node))

    def value(self, node: yaml.Node, depth: int) -> Any:
        """A value as a template sees it."""
        self.counted(depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, depth + 1) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            values: dict[str, Any] = {}
            for key, value in self.pairs(node, depth):
                values.setdefault(str(key.value), self.value(value, depth + 1))
            return values
        if node.tag == _NOTHING:
            return None
        if node.tag == _YES_OR_NO:
            return str(node.value).casefold() in {"true", "yes", "on"}
        return self.text(node)

    def pairs(self, node: yaml.MappingNode, depth: int) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        """The keys and values of a mapping, its own before those that it takes over."""
        if depth > _DEEPEST:
            raise TooManyValuesError
        merged: list[yaml.MappingNode] = []
        for key, value in node.value:
            if key.tag == _MERGE:
                others = value.value if isinstance(value, yaml.SequenceNode) else [value]
                merged += [other for other in others if isinstance(other, yaml.MappingNode)]
            elif isinstance(key, yaml.ScalarNode):
                yield key, value
        for other in merged:
            yield from self.pairs(other, depth + 1)

    def text(self, node: yaml.Node) -> Text:
        value = str(node.value)
        first = node.start_mark.line
        is_block = isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}
        if not is_block and node.end_mark.line == first:
            quotes = 1 if isinstance(node, yaml.ScalarNode) and node.style else 0
            span = self.span(node)
            inner = Span(self.file, span.line, span.column + quotes, span.end_column - quotes)
            return Text(value, ((0, inner),))
        pieces: list[tuple[int, Span]] = []
        offset = 0
        for number in range(first + is_block, min(node.end_mark.line + 1, len(self.lines))):
            line = self.lines[number]
            content = line.strip(" '\"")
            found = value.find(content[:40], offset) if content else -1
            if found >= 0:
                column = line.index(content[0]) + 1
                pieces.append((found, Span(self.file, number + 1, column, column + len(content))))
                offset = found + len(content[:40])
        if not pieces or pieces[0][0]:
            pieces.insert(0, (0, self.span(node)))
        return Text(value, tuple(pieces))

    def span(self, node: yaml.Node) -> Span:
        return span_of(node, self.file, self.lines)
