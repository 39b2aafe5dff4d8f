"""A committee of names in many scripts."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.workspace import Workspace

NAMES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("names_in_scripts.yaml").read_text(encoding="utf-8")
)


EDITION = "editions/2024/edition.yaml"


def add_committee(workspace: Workspace, names: dict[str, list[str]]) -> None:
    members = "".join(
        f'  - {{name: "{name}", affiliation: {script}}}\n'
        for script, written in names.items()
        for name in written
    )
    workspace.append(EDITION, f"committee:\n{members}")
