"""The page of exports says what the registry says."""

from __future__ import annotations

from pathlib import Path

from proposal.importers.exports.exports_page import exports_page
from proposal.importers.exports.registry import EXPORTS

PAGE = Path(__file__).parents[3] / "docs/reference/exports.md"


def test_the_page_is_that_of_the_registry() -> None:
    assert PAGE.read_text(encoding="utf-8") == exports_page(), (
        "write it anew: .venv/bin/python scripts/exports.py"
    )


def test_what_papers_are_read_from_says_what_is_read() -> None:
    silent = [export.title for export in EXPORTS if "papers" in export.kinds and not export.gives]
    assert silent == []
