"""What is hinted at where a key is unknown."""

from __future__ import annotations

from pathlib import Path

from proposal.model.loading.validation import validate_record
from proposal.source.yaml import parse_yaml


def hints(line: str, kind: type) -> list[str | None]:
    """The hints for the keys of a record that are none."""
    node, _ = parse_yaml(line, Path("file.yaml"))
    assert node is not None
    found = validate_record(node, kind).diagnostics
    return [diagnostic.hint for diagnostic in found if diagnostic.code == "unknown-key"]
