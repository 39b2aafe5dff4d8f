"""Writes and changes data files as a person would: comments, order and style stay."""

from __future__ import annotations

import datetime as dt
import io
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.scalarstring import LiteralScalarString

WIDTH = 88
"""Columns at which prose is wrapped."""

_LONGEST_RECORD = 94
"""Columns within which a record stands on one line; a little more than prose has."""

PROSE_KEYS = {"abstract", "acknowledgments", "bio", "policy", "text"}
"""Keys whose values are Markdown on several lines, if they are longer than one."""

_ONE_A_LINE = {"topics"}
"""Keys whose lists grow, so that each item gets a line of its own, as records always do."""

_BLOCK_MARKERS = re.compile(r"\s*([-*+>#|]|\d+[.)]|```|~~~|    )")
"""Examples: `- an item`, `1. an item`, `> a quote`."""


def load(text: str) -> Any:
    """A YAML file's value in a form that remembers comments and style."""
    return _yaml().load(text)


def dump(value: Any) -> str:
    """The YAML of a value, which may be one that was loaded and changed."""
    buffer = io.StringIO()
    _yaml().dump(value, buffer)
    # A file that is one list begins at the left edge.
    is_list = isinstance(value, Sequence)
    return textwrap.dedent(buffer.getvalue()) if is_list else buffer.getvalue()


def styled(value: Any, key: str = "") -> Any:
    """A plain value in the style in which a person would write it.

    Args:
        value: strings, numbers, lists and mappings.
        key: the key under which it will stand, which tells prose from lines.
    """
    if isinstance(value, LiteralScalarString):
        return value
    if isinstance(value, str):
        return _styled_text(value, key)
    if isinstance(value, Mapping):
        record = CommentedMap((name, styled(part, name)) for name, part in value.items())
        if _is_short(record) and key not in {"", "when", "rights"}:
            record.fa.set_flow_style()
        return record
    if isinstance(value, Sequence):
        items = CommentedSeq(styled(part, ITEM) for part in value)
        has_records = any(isinstance(item, CommentedMap) for item in items)
        if _is_short(items) and not has_records and key not in _ONE_A_LINE:
            items.fa.set_flow_style()
        else:
            items.fa.set_block_style()
        return items
    return value


ITEM = "(item)"
"""Stands for the key of what is an item of a list."""


class _Emitter(Emitter):
    """Writes what every reader of YAML understands."""

    def choose_scalar_style(self) -> Any:
        style = super().choose_scalar_style()
        scalar = self.analysis.scalar
        if style == "" and self.flow_level and ("?" in scalar or scalar.startswith(":")):
            return '"'  # within braces some readers end a word at these signs
        return style


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Emitter = _Emitter
    yaml.width = 4096  # lines are wrapped here or not at all
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _styled_text(value: str, key: str) -> Any:
    if key in PROSE_KEYS and (len(value) > WIDTH - len(key) or "\n" in value.strip()):
        return LiteralScalarString(wrapped(value) + "\n")
    line = " ".join(value.split())
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", line):
        try:
            return dt.date.fromisoformat(line)
        except ValueError:
            return line
    if re.fullmatch(r"0|[1-9]\d{0,8}", line):
        return int(line)
    return line


def block(prose: str) -> LiteralScalarString:
    """Prose on lines of its own, however short it is."""
    lines: LiteralScalarString = LiteralScalarString(f"{wrapped(prose)}\n")
    return lines


def wrapped(prose: str) -> str:
    """Markdown with its paragraphs wrapped; lists, quotes and code stay as they are."""
    blocks = re.split(r"\n\s*\n", prose.strip())
    return "\n\n".join(
        block.rstrip() if _BLOCK_MARKERS.match(block) or "\n    " in block else _filled(block)
        for block in blocks
    )


def _filled(paragraph: str) -> str:
    text = " ".join(re.split(r"[ \t\n]+", paragraph.strip()))  # ties are no places to break at
    for width in range(WIDTH, WIDTH - 20, -1):
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        # A line must not begin with what Markdown takes for a list, a heading or a quote.
        if not any(_BLOCK_MARKERS.match(line) for line in lines[1:]):
            return "\n".join(lines)
    return text


def _is_short(value: CommentedMap | CommentedSeq) -> bool:
    """Whether a record or a list of plain values fits on one line."""
    items = list(value.values()) if isinstance(value, Mapping) else list(value)
    if any(isinstance(item, LiteralScalarString) for item in items):
        return False
    if any(
        isinstance(item, CommentedMap | CommentedSeq) and not item.fa.flow_style() for item in items
    ):
        return False
    if isinstance(value, Mapping) and not items:
        return False
    names = len("".join(map(str, value))) + 2 * len(items) if isinstance(value, Mapping) else 0
    return names + sum(len(str(item)) + 2 for item in items) <= _LONGEST_RECORD
