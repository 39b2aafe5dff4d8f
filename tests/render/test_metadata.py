"""Texts are written as both kinds of a PDF's metadata hold them, without TeX's detour."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposal.render.latex.metadata import is_plain, metadata_string, xmp_list, xmp_text
from proposal.render.latex.runs import composed
from proposal.render.typography import typographic

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]))
MEANT_SOMEWHERE = st.lists(st.sampled_from([*"\\{}$&#^_~%\"'()<>;,- aЖ語☃𝐱", "\\03"])).map("".join)


def line(text: str) -> str:
    return " ".join(composed(typographic(text)).replace("\N{NO-BREAK SPACE}", " ").split())


@given(st.lists(PRINTABLE | MEANT_SOMEWHERE))
def test_xmp_holds_every_text_of_a_list(texts: list[str]) -> None:
    items = ET.fromstring(f'<bag xmlns:rdf="rdf">{xmp_list(texts)}</bag>')  # noqa: S314 - ours
    assert [item.text or "" for item in items] == [line(text) for text in texts]


@given(PRINTABLE | MEANT_SOMEWHERE)
def test_nothing_that_means_something_to_tex_stands_in_xmp_or_a_string(text: str) -> None:
    assert re.fullmatch(r"(?:[\w,.:;/'+=!? -]|&#x[0-9A-F]+;)*", xmp_text(text), re.ASCII)
    assert "_" not in xmp_text(text)
    assert re.fullmatch(r"(?:[a-zA-Z0-9,.:;/'+=!? -]|\\[0-7]{3})*", metadata_string(text))


@pytest.mark.parametrize(
    ("text", "string"),
    [("A (b)", r"A \050b\051"), ("é", r"\376\377\000\351"), ("a_b", r"a\137b")],
)
def test_a_string_holds_numbers_for_what_is_no_plain_letter(text: str, string: str) -> None:
    assert metadata_string(text) == string


@pytest.mark.parametrize(
    ("lines", "keywords", "plain"),
    [
        (["A Study of Q&A: 100% (Really?)", "José O’Neil"], ["Search", "Ranking"], True),
        (["A Study"], ["Search, Ranking"], False),
        (["A_b"], [], False),
        (["A {b}"], [], False),
        (["A"], ["word " * 16] * 30, False),
    ],
)
def test_only_long_or_odd_texts_go_round_hyperref(
    lines: list[str], keywords: list[str], *, plain: bool
) -> None:
    assert is_plain(lines, keywords) is plain
