"""Whoever breaks a rule of ruff or mypy says why."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]

_WITHOUT_REASON = re.compile(
    r"^(?!# ruff: ).*# (?:noqa: [A-Z0-9, ]+|type: ignore\[[^\]]+\])$", re.MULTILINE
)
"""`import pylatex  # noqa: PLC0415`, but not `import pylatex  # noqa: PLC0415 - slow to load`."""


def test_every_exception_has_a_reason() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {match[0].strip()}"
        for room in ("proposal", "tests", "bench", "scripts")
        for file in sorted((ROOT / room).rglob("*.py"))
        for match in _WITHOUT_REASON.finditer(file.read_text(encoding="utf-8"))
    ]
    assert found == []
