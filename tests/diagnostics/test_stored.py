"""Diagnostics that are stored beside what they are about mean the same in a folder elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace

from proposal.diagnostics import Span, error, warning
from proposal.diagnostics.stored import from_json, to_json


def test_what_was_stored_is_read_with_and_without_a_place_in_another_folder(tmp_path: Path) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    span = Span(here / "data" / "workshop.yaml", 3, 1, 5)
    placed = error("unknown-key", "there is no such key", span, "delete it")
    stored = json.dumps(to_json([placed, warning("missing-font", "it is not there")], here))
    moved = replace(placed, span=replace(span, file=elsewhere / "data" / "workshop.yaml"))
    assert from_json(json.loads(stored), elsewhere) == [
        moved,
        warning("missing-font", "it is not there"),
    ]
