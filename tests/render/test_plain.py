"""Prose as plain text: no markup, no line too long, nothing that controls a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from proposal.render.markdown import escape_markdown
from proposal.render.plain import COLUMNS, plain_line, plain_of, wrapped
from proposal.source.text import Verbatim
from tests.render.prose import HOSTILE, document, statement


def plain(text: str, *, is_document: bool = False) -> str:
    return plain_of(document(text) if is_document else statement(text), lambda _: "")


def test_markup_is_gone_and_addresses_stand_behind_their_words() -> None:
    text = "A *word*, **two**, `code`, a [page](https://example.org), <https://a.org>, <x@a.org>."
    assert plain(text).replace("\n", " ") == (
        "A word, two, code, a page <https://example.org>, https://a.org, x@a.org."
    )


def test_lists_and_quotes_are_indented() -> None:
    text = "- one\n  - nested\n- two\n\n3. three\n4. four\n\n> quoted"
    assert plain(text) == "* one\n  * nested\n* two\n\n3. three\n4. four\n\n    quoted"


def test_the_lines_of_an_item_stand_under_its_first_word() -> None:
    lines = plain(f"12. {'word ' * 30}").split("\n")
    assert len(lines) == 3
    assert all(line.startswith("    word") for line in lines[1:])


def test_quotes_and_dashes_are_those_of_a_keyboard() -> None:
    assert plain('"Yes" -- it\'s 5--6...') == '"Yes" - it\'s 5-6...'
    assert plain_line("KDD ’24, “so” – …") == 'KDD \'24, "so" - ...'


def test_a_line_end_of_the_author_is_kept() -> None:
    assert plain("one\\\ntwo\nthree") == "one\ntwo three"


def test_a_table_is_written_row_by_row() -> None:
    text = "| Year | Papers |\n| --- | --- |\n| 2024 | 12 |\n| 2025 | 15 |"
    assert plain(text, is_document=True) == "Year: 2024\nPapers: 12\n\nYear: 2025\nPapers: 15"


def test_notes_follow_the_text() -> None:
    assert (
        plain("So[^1] it is.\n\n[^1]: Really.", is_document=True) == "So [1] it is.\n\n[1] Really."
    )


def test_citations_leave_no_gap() -> None:
    assert plain("As shown [@key].", is_document=True) == "As shown."


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_stay_as_they_are(value: str) -> None:
    kept = plain_line(value)
    assert set("<>{}[]|`*_") & set(kept) == set("<>{}[]|`*_") & set(value)


@settings(deadline=None)  # a busy machine takes its time
@given(st.text())
def test_a_value_is_one_line_of_visible_characters(text: str) -> None:
    line = plain_line(text)
    assert all(unicodedata.category(sign) not in {"Cc", "Zl", "Zp"} for sign in line)
    assert not set("\u202a\u202e\u2066\u2069") & set(line)


WORDS = st.text(st.sampled_from("abé会議。、漢字"), min_size=1, max_size=30)


@settings(deadline=None)  # a busy machine takes its time
@given(st.lists(WORDS, min_size=1), st.integers(min_value=62, max_value=80))
def test_no_line_is_too_long_in_any_script(words: list[str], width: int) -> None:
    lines = wrapped(" ".join(words), width, "* ", "  ")
    assert all(cell_len(line) <= width for line in lines)
    joined = "".join(line[2:] for line in lines)
    assert joined.replace(" ", "") == "".join(words)


def test_a_long_address_stands_alone_in_its_line() -> None:
    address = f"https://example.org/{'a' * COLUMNS}"
    assert wrapped(f"see {address} there", COLUMNS) == ["see", address, "there"]


def test_words_that_belong_together_stay_in_one_line() -> None:
    lines = wrapped(f"{'x' * 65} February\N{NO-BREAK SPACE}26", COLUMNS)
    assert lines == ["x" * 65, "February 26"]


def test_a_value_for_programs_stays_letter_by_letter() -> None:
    address = Verbatim("o'neil--x@example.org")
    assert str(plain_line(address)) == "o'neil--x@example.org"
    assert escape_markdown(address).replace("\\", "") == address
    assert plain_line("a--b") == "a-b"
