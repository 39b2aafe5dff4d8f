"""Data as an editor reads them that knows the schemas."""

from __future__ import annotations

from typing import Any

import yaml


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors type it: the core schema of YAML 1.2, which knows no dates."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - PyYAML's


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, EditorsLoader)  # noqa: S506 - it derives from SafeLoader
