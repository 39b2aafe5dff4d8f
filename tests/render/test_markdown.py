"""Markdown made of the data says just what the data say, to CommonMark and to kramdown."""

from __future__ import annotations

import html
import json
import random
import re
import subprocess
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup

from proposal.render.html import html_of
from proposal.render.markdown import escape_address, escape_markdown, markdown_of
from proposal.render.typography import typographic
from tests.parts import require
from tests.render.prose import HOSTILE, document, statement

PIECES = [
    *"*_`[]()<>&{}|~$^\\#+-=:!\"'.,;%@/ 1aé",
    *("--", "---", "...", "``", "~~~", "{:", "{{", "}}", "{%", "&amp;", "<b>", "<!--", "-->"),
    *("[^1]", "[x]: y", "](", "![", "*[A]: z", "1. ", "a_b", "word", "https://example.org/_a"),
]
SPANS = ["*e*", "**s**", "`c`", "`{c}`", "[l](https://example.org/a_(b))", "<https://example.org>"]
BREAKS = ["\n", "\n\n", "\\\n", "\n- ", "\n1. ", "\n> ", "\n# ", "\n    ", "\n---\n", "\n|-|\n"]
WHERE = ["{}", "- {}", "# {}", "> {}", "a\n{}\nb", "a {} b", "{}\n{}", "| {} | x |\n|---|---|"]

lines = st.lists(st.sampled_from(PIECES), max_size=10).map("".join).map(str.split).map(" ".join)
texts = st.lists(st.sampled_from([*PIECES, *SPANS, *BREAKS]), max_size=16).map("".join)


def seen(page: str) -> str:
    """What a reader sees of a page, without its spaces."""
    text = re.sub(r"<!-- -->|</?[a-zA-Z][^>]*>", "", page)
    return re.sub(r"\s", "", html.unescape(text))


def commonmark(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def kramdown(texts: list[str]) -> list[list[str]]:
    """The HTML of each text by kramdown and by its reading of GitHub's Markdown, as in Jekyll."""
    script = """
        require "json"; require "kramdown"; require "kramdown-parser-gfm"
        puts JSON.generate(JSON.parse(STDIN.read).map { |text| ["kramdown", "GFM"].map { |input|
          Kramdown::Document.new(text, input: input, hard_wrap: false, entity_output: "as_char")
            .to_html } })
    """
    ran = subprocess.run(
        ["ruby", "-e", script], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    pages: list[list[str]] = json.loads(ran.stdout)
    return pages


def markdown(text: str, *, is_document: bool = False) -> str:
    read = document(text) if is_document else statement(text)
    return markdown_of(read, lambda _: "")


@settings(deadline=None)  # a busy machine takes its time
@given(lines, st.sampled_from(WHERE))
def test_a_value_reads_as_itself_wherever_a_template_puts_it(line: str, where: str) -> None:
    page = commonmark(where.replace("{}", escape_markdown(line)))
    wanted = commonmark(where.replace("{}", "VALUE"))
    assert seen(page) == seen(wanted).replace("VALUE", re.sub(r"\s", "", typographic(line)))


@settings(deadline=None)  # a busy machine takes its time
@given(texts)
@example("$[^1]$")
def test_a_statement_reads_the_same_as_on_the_website(text: str) -> None:
    page = html_of(statement(text), lambda _: Markup(""))
    # Formulas are raised by tags on pages, and by letters in Markdown: `$[^1]$`.
    read, shown = (
        unicodedata.normalize("NFKC", seen(one)) for one in (commonmark(markdown(text)), page)
    )
    assert read == shown


@settings(deadline=None)  # a busy machine takes its time
@given(texts)
def test_braces_of_the_data_never_reach_liquid(text: str) -> None:
    assert not set("{}") & set(markdown(text))
    assert not set("{}") & set(escape_markdown(text))


def test_kramdown_reads_what_commonmark_reads() -> None:
    require("Jekyll")
    choose = random.Random(3)  # noqa: S311 - the same texts in every run
    values = [*HOSTILE, *("".join(choose.choices(PIECES, k=8)) for _ in range(500))]
    wrapped = [
        choose.choice(WHERE[:-1]).replace("{}", escape_markdown(value) or "x") for value in values
    ]
    prose = [markdown("".join(choose.choices([*PIECES, *SPANS, *BREAKS], k=14))) for _ in values]
    made = [*wrapped, *prose]
    for text, pages in zip(made, kramdown(made), strict=True):
        assert [seen(page) for page in pages] == [seen(commonmark(text))] * 2, text


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_one_paragraph_of_text(value: str) -> None:
    page = commonmark(escape_markdown(value))
    assert re.fullmatch(r"<p>[^<]*</p>\n", page)
    assert seen(page) == re.sub(r"\s", "", typographic(value))


@pytest.mark.parametrize(
    "value",
    ["R&D at Texas A&M University", "snake_case", "C++ and C#-like", "Yes! (2026)", "a - b, 1.5"],
)
def test_what_cannot_be_markup_is_left_as_it_is(value: str) -> None:
    assert escape_markdown(value) == value


def test_addresses_cannot_end_their_link() -> None:
    address = escape_address("https://example.org/a_(b)?x={{y}}&copy;=<z>|`*\\")
    (link,) = re.findall(r'href="([^"]*)"', commonmark(f"[x]({address})"))
    assert html.unescape(link) == (
        "https://example.org/a_%28b%29?x=%7B%7By%7D%7D&copy;=%3Cz%3E%7C%60%2A%5C"
    )


def test_links_to_scripts_are_text() -> None:
    page = commonmark(markdown("[x](javascript:alert) [y](data:text/html,z) [z](https://a.org)"))
    assert re.findall(r'href="([^"]*)"', page) == ["https://a.org"]


def test_lists_emphasis_code_and_links_stay_markdown() -> None:
    text = (
        "A *word*, **two**, `code` and a [page](https://example.org).\n\n- one\n  - nested\n- two"
    )
    assert markdown(text) == text


def test_lists_beside_each_other_stay_apart() -> None:
    page = commonmark(markdown("- one\n\n* two\n\n> a\n\n\n> b"))
    assert page.count("<ul>") == 2


def test_a_documents_parts_are_kept() -> None:
    text = (
        "# Head #1\n\n| a | b |\n| --- | :---: |\n| 1 | x\\|y |\n\n"
        "~~~\ncode *x*\n~~~\n\nNote[^1].\n\n[^1]: Below."
    )
    assert markdown(text, is_document=True) == text.replace("# Head #1", "## Head #1")


def test_code_with_braces_is_shown_and_not_run() -> None:
    page = commonmark(markdown("```\n{% raw %}\n```\n\nand `{{ x }}`", is_document=False))
    assert "{% raw %}" in html.unescape(page)
    page = commonmark(markdown("    {% raw %}\n", is_document=True))
    assert html.unescape(page).strip() == "<pre><code>{% raw %}</code></pre>"
