"""Plain text from a source reads as the same text, whatever Markdown would make of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.tree import SyntaxTreeNode

from proposal.edition.edition import Edition
from proposal.importers.markdown_text import document_prose_of, statement_of
from proposal.model.data_writer import wrapped
from proposal.render.prose import ProseKind, read_prose
from proposal.render.quoted_facts import Facts
from proposal.source.text import whole_file
from tests.workspace import Workspace

# Straight quotes are left out, since they are meant to become typographic ones.
TRICKY = st.text("aB1 \n\n.*_`[]()<>&#;\\~|!^{}+-=:@/%$", max_size=60)
TYPOGRAPHIC = str.maketrans({"–": "--", "—": "---", "…": "..."})


def read_back(markdown: str, kind: ProseKind, facts: Facts | None = None) -> list[str]:
    """The words of a text as they are printed."""
    read = read_prose(whole_file(markdown, Path("text.md")), kind, facts)
    assert read.diagnostics == []
    return words_of(_text(read.tree).translate(TYPOGRAPHIC))


def _text(node: SyntaxTreeNode) -> str:
    if node.type in {"text", "fact", "code_inline", "fence", "code_block"}:
        marker = "" if node.type in {"text", "fact"} else "(code)"
        return marker + node.content
    if node.type in {"softbreak", "hardbreak"}:
        return "\n"
    marker = "- " if node.type == "list_item" else ""
    is_block = node.type in {"paragraph", "list_item"}
    return marker + "".join(map(_text, node.children)) + ("\n" if is_block else "")


def words_of(text: str) -> list[str]:
    """The words that were sent; any bullet of a list may become another one."""
    return ["-" if word == "*" else word for word in text.split()]


@given(TRICKY)
@example("1998. That is a year.\n> no quote\n+ no list\n# no heading")
@example("[a](b) <http://c.d> &amp; `e` \\f *g* **h** __i__")
@example("- a\n- b")
@example("- > a sign\n- 1. a number\n- - a hyphen")
@example("$1$ $x^2$ $$y$$ \\$z$")
@example("a\n---\nb\n===")
def test_a_statement_reads_as_the_text_that_was_sent(text: str) -> None:
    assert read_back(statement_of(text), ProseKind.STATEMENT) == words_of(text)


@given(TRICKY)
def test_wrapping_a_statement_changes_nothing_of_it(text: str) -> None:
    assert read_back(wrapped(statement_of(text)), ProseKind.STATEMENT) == words_of(text)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    workspace = Workspace.of_the_real_workshop(tmp_path_factory.mktemp("facts"))
    edition: Edition = workspace.edition("2026")
    return Facts(edition)


@pytest.mark.parametrize(
    "text",
    [
        "Braces {{ name }} and {% if %} and {# so #} stay.",
        "No [@citation], no [^1] note and no _emphasis_ in snake_case.",
        "a | b\n- | -\n1 | 2",
        "# no heading\n\nNeither\n=====\n\nnor\n-----",
        "~~~\nno code\n~~~",
        "1998. A year.\n\n> no quote",
    ],
)
def test_prose_of_a_document_reads_as_the_text_that_was_sent(facts: Facts, text: str) -> None:
    assert read_back(document_prose_of(text), ProseKind.DOCUMENT, facts) == words_of(text)


def test_ordinary_text_has_no_backslash_in_it() -> None:
    text = "She works at R&D Labs (since 2019) on C++, e-mail & AI: 5% [of it], isn't it? See a_b."
    assert statement_of(text) == text
