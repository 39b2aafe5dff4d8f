"""Writes YAML as Jekyll reads it, so that every text in it stays the text that it is.

PyYAML and Ruby's Psych do not agree on what a bare word means: `1,000` is a number to one of
them and a text to the other. So each text stands in quotes, on one line.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from proposal.render.rendered_files import DIGEST_PLACE, with_digest

Value: TypeAlias = "str | bool | int | Sequence[Value] | Mapping[str, Value] | None"
"""What front matter and data files may hold."""

_TEXT = "tag:yaml.org,2002:str"


def yaml_of(value: Value) -> str:
    """The value in YAML, its keys in the given order."""
    node = _Representer(sort_keys=False, default_flow_style=False).represent_data(value)
    _quote(node)
    return yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True, width=sys.maxsize)


def page(front_matter: Mapping[str, Value], body: str) -> str:
    """A page for Jekyll: the front matter between its two lines, and what follows it."""
    marked = {**front_matter, "data-digest": DIGEST_PLACE}
    return with_digest(f"---\n{yaml_of(marked)}---\n\n{body}")


class _Representer(yaml.representer.SafeRepresenter):
    """Knows our kinds of text, and writes everything out where it stands."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


# Text that is Markdown already is a text of its own type.
_Representer.add_multi_representer(str, yaml.representer.SafeRepresenter.represent_str)


def _quote(node: Node) -> None:
    """Put all texts in quotes but the keys, which are the theme's own words."""
    if isinstance(node, ScalarNode) and node.tag == _TEXT:
        node.style = '"'
    elif isinstance(node, SequenceNode):
        for item in node.value:
            _quote(item)
    elif isinstance(node, MappingNode):
        for _, item in node.value:
            _quote(item)
