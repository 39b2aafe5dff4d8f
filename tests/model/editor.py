"""Data as an editor reads them that knows the schemas."""

from __future__ import annotations

import re
from typing import Any

import yaml


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors type it: the core schema of YAML 1.2, which knows no dates."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - PyYAML's


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorsLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first
    )


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, EditorsLoader)  # noqa: S506 - it derives from SafeLoader
