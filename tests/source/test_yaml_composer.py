"""YAML is read with libyaml exactly as PyYAML's own parser reads it, and where it is sound."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from proposal.source.text import Text
from proposal.source.yaml import Node, parse_yaml
from tests.workspace import REAL_WORKSHOP

FILE = Path("edition.yaml")

CORNERS = (
    "a: {b: , c}\n",  # a missing value has a place of its own
    "a: [Why?, {b?: c}, d]\n",  # PyYAML ends a text in brackets at a question mark
    "a: Why?\nb: [c]\n",
    "a: |#\nb: c\n",  # a comment that touches the sign before it
    "!@x---!\n\n1:2: three\n",  # a tag for one parser, a text for the other
    "a: !!str b\n",
    "a: &b c\nd: *b\n",
    "a:\tb\n",
    "a: b\t# c\n",
    "a: b ",
    "a: b",
    "- ",
    "a: |  ",
    "a: b\u00a0",
    "\ufeffa: b\n",
    "a: \U0001f600 b # c\n",
    "%YAML 1.2\n---\na: b\n...\n",
    "a: b\n---\nc: d\n",
    f"{'k' * 1024}: a\n",
    f"{'k' * 1025}: a\n",
    f"[{'a, ' * 400}b]: c\n",
    f"{'[' * 39}{']' * 39}\n",
    f"{'[' * 40}{']' * 40}\n",
    '"a\\\n  b": "\\u00e9\\ud83d\\ude00"\n',
    '"\\U00110000"\n',
    "a: >-\n  b\n   c\n\n  d # e\n\n# f\n",
    "a: b\n  c # d\n  e\n",
    "a: [b,\n# c\n  d]\n",
    "a: {b: c\n d: e}\n",
    "? a\n: b\n",
    "a: b\na: c\n",
    "a: b #c\n",
    "a: July 20, 2027\nb: {c: July 20, 2027}\n",
)
SIGNS = (
    *"\"'[]{},:#|>?-&*!%@`\\\t\n ",
    *("\n\n", "  ", ": ", "- ", "? ", " # a", "---\n", "|\n", ">-\n", "''", '""', "[]", "null"),
    *("\u00e9", "e\u0301", "\u00a0", "\u3000", "\U0001f600", "July 20, 2027"),
)
CHANGED = 300
"""Passages with changes; many more have been compared, for hours, than a test can."""


def changed_passages() -> Iterator[str]:
    """Some lines of files of the workshop in which signs are lost, added and doubled."""
    chance = random.Random(20270720)  # noqa: S311 - the same texts each time
    files = [file.read_text("utf-8") for file in sorted(REAL_WORKSHOP.rglob("*.yaml"))]
    for _ in range(CHANGED):
        lines = chance.choice(files).splitlines(keepends=True)
        first = chance.randrange(len(lines))
        text = "".join(lines[first : first + chance.randint(2, 12)])
        for _ in range(chance.choice((1, 1, 2))):
            place = chance.randrange(len(text))
            behind = place + chance.randint(0, 2)
            sign = chance.choice((*SIGNS, "", " " * chance.randint(1, 4), text[place:behind] * 2))
            text = text[:place] + sign + text[behind:]
        yield text


def read(text: str) -> object:
    """All that a file says, each value with its places, and what is wrong with it."""
    node, diagnostics = parse_yaml(text, FILE)
    return node and with_places(node), diagnostics


def with_places(node: Node) -> object:
    value = node.value
    if isinstance(value, dict):
        inner: object = [(key, with_places(child)) for key, child in value.items()]
    elif isinstance(value, list):
        inner = [with_places(child) for child in value]
    else:
        inner = value, value.pieces if isinstance(value, Text) else ()
    return type(value), node.span, inner, list(node.keys.items())


def test_both_parsers_read_the_same_and_say_the_same_of_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [*CORNERS, *changed_passages()]
    read_quickly = [read(text) for text in texts]
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert len(set(texts)) > len(CORNERS)
    for text, found in zip(texts, read_quickly, strict=True):
        assert found == read(text), text


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was installed without libyaml")
def test_a_sound_file_is_read_without_pyyamls_own_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml.scanner.Scanner, "fetch_more_tokens", None)
    files = list(REAL_WORKSHOP.rglob("*.yaml"))
    assert len(files) > 10
    for file in files:
        node, diagnostics = parse_yaml(file.read_text("utf-8"), file)
        assert node is not None
        assert diagnostics == []
