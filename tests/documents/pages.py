"""The pages of the documents, and their Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.workspace import ROOT

PAGES = sorted(
    page
    for pattern in ("*.md", "docs/**/*.md", "findings/*.md", "bench/*.md")
    for page in ROOT.glob(pattern)
)


@cache
def tokens_of(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8"))


def inline_tokens(page: Path) -> Iterator[Token]:
    for token in tokens_of(page):
        yield from token.children or []
