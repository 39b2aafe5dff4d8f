"""Writes the page of the exports that are known, docs/reference/exports.md."""

from __future__ import annotations

from pathlib import Path

from proposal.importers.exports.exports_page import exports_page

PAGE = Path(__file__).parents[1] / "docs/reference/exports.md"

if __name__ == "__main__":
    PAGE.write_text(exports_page(), encoding="utf-8")
