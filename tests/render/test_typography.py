"""Quotes, dashes and ellipses that were typed on a plain keyboard."""

from __future__ import annotations

import pytest

from proposal.render.typography import typographic
from proposal.source.text import Verbatim
from tests.render.conftest import Renderer


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ('"Quoted"', "“Quoted”"),
        ("'quoted'", "‘quoted’"),
        ("She said \"it's 'so'\".", "She said “it’s ‘so’”."),
        ("KDD '24", "KDD ’24"),
        ("the organizers' names", "the organizers’ names"),
        ("pages 3--5", "pages 3–5"),
        ("so --- perhaps", "so — perhaps"),
        ("and so on...", "and so on…"),
        ("..", ".."),
        ("../secret", "../secret"),
        (".../x", ".../x"),
        ("....", "...."),
        ("-----", "-----"),
        ("a-b", "a-b"),
        ("(c) 2024", "(c) 2024"),
        ("*not* _markup_ `here`", "*not* _markup_ `here`"),
        ("“already” – typed…", "“already” – typed…"),
        ("R&D, 100 %, <b>", "R&D, 100 %, <b>"),
    ],
)
def test_a_line_is_set_with_typographic_characters(typed: str, set_as: str) -> None:
    assert typographic(typed) == set_as


def test_what_programs_read_letter_by_letter_stays_as_it_is() -> None:
    assert typographic(Verbatim("a--b 'c'")) == "a--b 'c'"
    assert typographic("see https://a.example/x--y -- 'c'") == "see https://a.example/x--y – ‘c’"


@pytest.mark.parametrize(
    ("typed", "latex"),
    [
        ('He said "a--b..."', "He said “a--b…”"),
        ("a --- b", "a --- b"),
        ("`a--b \"c\" '...'`", r"\texttt{a-\/-b \textquotedbl{}c\textquotedbl{} "),
        ("<https://a.example/x--y...z>", r"\nolinkurl{https://a.example/x--y...z}"),
        ("[https://a.example/x--y](https://a.example/x--y)", "x--y"),
        ("look in ../x and ---- there", r"look in ../x and -\/-\/-\/- there"),
        ("{{ venue.acronym }}", "WSDM ’26"),
    ],
)
def test_prose_is_set_with_typographic_characters_but_not_code_and_addresses(
    document: Renderer, typed: str, latex: str
) -> None:
    assert latex in document(typed).latex


def test_a_quote_is_closed_where_markup_ends(document: Renderer) -> None:
    assert document('*"A"* and "**b**"').latex == r"\emph{“A”} and “\textbf{b}”"
