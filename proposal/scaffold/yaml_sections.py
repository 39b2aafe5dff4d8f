"""Takes a YAML file apart into the text of its keys, so that what stays, stays as it was typed.

A YAML library gives comments to the value before them, with which they are lost or end up at
another key. Here a comment belongs to the key below it.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from proposal.diagnostics import Span
from proposal.model.data_writer import dump, load
from proposal.source.yaml import Node, parse_yaml


class Parts(Struct, frozen=True):
    """A file that is one record."""

    head: str
    """What stands above the first key."""
    keys: dict[str, str]
    """The lines of each key, with the comment directly above it."""
    foot: str = ""
    """The comments and empty lines below the last key."""


def parts_of(text: str) -> Parts:
    """The parts of a YAML file without errors."""
    root = _parsed(text)
    if any(key.column != 1 for key in root.keys.values()):  # in braces, or indented
        document = load(text)
        document.fa.set_block_style()
        text = dump(document)
        root = _parsed(text)
    lines = text.rstrip("\n").split("\n")
    found = _lines_of(root, lines, len(lines))
    keys = {name: _joined(lines[start:end]) for name, (start, end) in found.items()}
    first = min(key.line for key in root.keys.values()) - 1
    name = next(iter(keys))
    keys[name] = _joined(lines[first : found[name][1]])
    last = next(reversed(keys))
    keys[last], foot = without_tail(keys[last])
    return Parts(_joined(lines[:first]), keys, foot)


def without_tail(part: str) -> tuple[str, str]:
    """The lines of a key, and the empty lines and comments of the file that follow them."""
    lines = part.rstrip("\n").split("\n")
    end = len(lines)
    while end > 1 and (not lines[end - 1] or lines[end - 1].startswith("#")):
        end -= 1
    return _joined(lines[:end]), _joined(lines[end:])


def without(part: str, key: str, inner: Collection[str]) -> str:
    """The lines of a key without some keys of the record under it; nothing if none is left."""
    record = _parsed(part).child(key)
    if record is None or not set(record.keys) - set(inner):
        return ""
    if not set(record.keys) & set(inner):
        return part
    lines = part.rstrip("\n").split("\n")
    starts = [place.line for place in record.keys.values()]
    if len(set(starts)) < len(starts) or 1 in starts:  # in braces
        document = load(part)
        for name in set(inner) & set(record.keys):
            del document[key][name]
        return dump(document)
    dropped: set[int] = set()
    for name, (start, end) in _lines_of(record, lines, len(lines)).items():
        if name in inner:
            dropped.update(range(start, end))
    return _joined([line for number, line in enumerate(lines) if number not in dropped])


def _parsed(text: str) -> Node:
    node, errors = parse_yaml(text, Path("edition.yaml"))
    if node is None or errors:
        raise ValueError(f"this is no YAML without errors: {text}")
    return node


def _lines_of(record: Node, lines: list[str], end: int) -> dict[str, tuple[int, int]]:
    """The lines of each key from its comment on, up to those of the next key."""
    starts = {name: _start(place, lines) for name, place in record.keys.items()}
    ends = [*list(starts.values())[1:], end]
    return {name: (start, last) for (name, start), last in zip(starts.items(), ends, strict=True)}


def _start(key: Span, lines: list[str]) -> int:
    """The first line of the comment that stands directly above a key, as far in as the key."""
    margin = " " * (key.column - 1)
    start = key.line - 1
    while start and lines[start - 1].startswith(f"{margin}#"):
        start -= 1
    return start


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
