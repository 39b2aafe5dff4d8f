"""The base of every record in the data: strict keys, and values that keep their places."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from proposal.diagnostics import Span
from proposal.source.math.math_line import MathLine
from proposal.source.text import Text, Verbatim
from proposal.source.yaml import Node

_GIVEN: dict[frozenset[str], set[str]] = {}
"""The names of keys that records were given, once for all records that have the same ones."""
_DEFAULTS: dict[tuple[type[Record], str], object] = {}
"""What a key says that is not written, by the kind of record: one list for thousands of them."""


def in_short(**text: Any) -> Callable[[dict[str, Any]], None]:
    """Let the schema of a record accept its short form, too: a single text.

    Args:
        text: what JSON Schema says of the text, as `format` and `description`.
    """

    def extend(schema: dict[str, Any]) -> None:
        record = schema.copy()
        schema.clear()
        schema["anyOf"] = [{"type": "string", **text}, record]

    return extend


def name_for_users(kind: type) -> str:
    """The name of a kind of record in schemas and documents: `PersonRecord` is `Person`."""
    return kind.__name__.removesuffix("Record")


class Record(BaseModel):
    """A mapping in a YAML file, validated; unknown keys are errors."""

    model_config = ConfigDict(
        extra="forbid", defer_build=True, model_title_generator=name_for_users
    )

    record_of_others: ClassVar[type[Record] | None] = None
    """The kind of record that may stand under keys of other names."""

    usual_keys: ClassVar[frozenset[str]] = frozenset()
    """Keys that what stands in for a faulty record has beside those that each record must have."""

    _node: ClassVar[Node | None] = None
    """Where the record stands, once it is known: beside the fields, since the dictionary that
    pydantic makes for private attributes takes a tenth of a long series' memory."""

    @property
    def span(self) -> Span | None:
        """Where the record stands; nothing if it was not read from a file."""
        return self._node.span if self._node else None

    def place(self, *path: str | int) -> Span | None:
        """Where the value at `path` stands, or the nearest record around it that is written."""
        node = self._node
        if node is None:
            return None
        for step in path:
            inner = node.child(step)
            if inner is None:
                break
            node = inner
        return node.span

    def place_of_key(self, *path: str | int) -> Span | None:
        """Where the last key of `path` stands, or else its value."""
        node = self._node
        for step in path[:-1]:
            node = node.child(step) if node else None
        return node.keys.get(str(path[-1])) if node else self.place(*path)

    def lines_of(self, key: str) -> range:
        """The lines of a key and of what stands under it; none if the key is not written."""
        if self._node is None or key not in self._node.keys:
            return range(0)
        first = self._node.keys[key].line
        others = (place.line for place in self._node.keys.values() if place.line > first)
        return range(first, min(others, default=sys.maxsize))

    @classmethod
    def in_long(cls, node: Node) -> Node:
        """What is written, with records in it in the long form where a short one is no mapping."""
        return node

    def located(self, node: Node) -> None:
        """Tell this record and all in it where they were written.

        Strings become `Text`, so that whatever is printed later still knows its place.
        """
        self.__dict__["_node"] = node
        given = frozenset(self.model_fields_set)
        # Pydantic copies the set before it changes it, as records are replaced and never changed.
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(given, set(given)))
        for name in type(self).model_fields:
            # A record in its short form is a single word, which is where all of it stands.
            child = node.child(name) if isinstance(node.value, dict) else node
            # Records are validated before this and frozen for everybody else after it.
            if child is not None:
                self.__dict__[name] = _located(self.__dict__[name], child)
            elif name not in given:
                default = _DEFAULTS.setdefault((type(self), name), self.__dict__[name])
                self.__dict__[name] = default
        for name, other in (self.__pydantic_extra__ or {}).items():
            if child := node.child(name):
                _located(other, child)


def _located(value: Any, node: Node) -> Any:
    if isinstance(value, Record):
        value.located(node)
        return value
    if isinstance(value, MathLine):
        return value.located(node.span)
    if isinstance(value, Verbatim):
        return Verbatim(value, ((0, node.span),))
    if isinstance(value, str) and type(value) in {str, Text}:
        return _text(value, node)
    if isinstance(value, list):
        children = node.value if isinstance(node.value, list) else [node] * len(value)
        return [_located(item, child) for item, child in zip(value, children, strict=False)]
    if isinstance(value, dict):
        return {
            key: _located(item, child) if (child := node.child(key)) else item
            for key, item in value.items()
        }
    return value


def _text(value: str, node: Node) -> str:
    if isinstance(node.value, Text):
        return node.value if node.value == value else node.value.replaced(value)
    return Text(value, ((0, node.span),))
