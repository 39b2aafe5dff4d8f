"""Text of a page becomes Markdown that reads as the same text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proposal.diagnostics import Span
from proposal.importers.jekyll.prose_writer import document, statement
from proposal.importers.markdown_text import statement_of
from proposal.reading.liquid import without_liquid
from proposal.reading.page_tree import Element, read_markdown
from proposal.render.markdown import markdown_of
from proposal.render.plain import plain_of
from proposal.render.prose import ProseKind, read_prose
from proposal.source.text import Prose

PAGE = Path("page.md")


def tree(text: str) -> Element:
    lines = text.split("\n")
    return read_markdown(text, [Span(PAGE, number, 1, 1) for number in range(1, len(lines) + 1)])


def read(text: str) -> str:
    """A statement as plain text in one line."""
    prose = read_prose(Prose(text, ((0, Span(PAGE, 1, 1, 1)),)), ProseKind.STATEMENT)
    return " ".join(plain_of(prose, lambda _: pytest.fail("no facts")).split())


@pytest.mark.parametrize(
    ("page", "data"),
    [
        ("One *word* and **two**.", "One *word* and **two**."),
        ("One <em>word</em> and <b>two</b>.", "One *word* and **two**."),
        (
            "[A page](https://example.org/a_b) and [a local one](/here).",
            "[A page](https://example.org/a_b) and a local one.",
        ),
        ("[@wsp](https://example.org)", "[\\@wsp](https://example.org)"),
        ("One line<br>another line", "One line\n\nanother line"),
        ("- one\n- two", "- one\n- two"),
        ("snake_case and 2 &lt; 3 &amp;amp; more", "snake_case and 2 < 3 \\&amp; more"),
        ("# A heading\n\nText", "**A heading**\n\nText"),
        ("Text <!-- hidden --> and <script>more()</script> text", "Text  and  text"),
        ("1\\. is no list", "1\\. is no list"),
        ("<p>In a paragraph</p>\n<ul><li>one</li></ul>", "In a paragraph\n\n- one"),
        ("~~old~~ new", "old new"),
    ],
)
def test_markup_of_a_page_becomes_markdown(page: str, data: str) -> None:
    plain = without_liquid(page, [Span(PAGE, 1, 1, 1)] * (page.count("\n") + 1))
    assert statement(tree(plain.text)).split() == data.split()


def test_braces_of_a_page_quote_no_fact() -> None:
    assert document(tree("a {{ b }}").children) == 'a {{ "{{" }} b }}'


@settings(deadline=None)
@given(st.text("ab1 .,:;!?*_`'\"#+-=<>()[]{}|~^&\\/\n", max_size=40).map("a".__add__))
def test_a_biography_that_comes_back_reads_as_before(text: str) -> None:
    markdown = statement_of(text)
    prose = read_prose(Prose(markdown, ((0, Span(PAGE, 1, 1, 1)),)), ProseKind.STATEMENT)
    on_page = markdown_of(prose, lambda _: pytest.fail("no facts"))
    assert read(statement(tree(on_page))) == read(markdown)


@settings(deadline=None)
@given(st.text("a1 .:*_`'\"#+-=<>()[]{}|~&%\n", max_size=60))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    spans = [Span(PAGE, 1, 1, 1)] * (text.count("\n") + 1)
    plain = without_liquid(text, spans)
    assert plain.text.count("\n") == text.count("\n")
    statement(tree(plain.text))
