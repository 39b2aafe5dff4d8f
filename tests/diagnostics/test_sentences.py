"""Numbers, lists and long texts in the sentences of messages."""

from __future__ import annotations

import pytest

from proposal.diagnostics import counted, first_few, listing, shortened


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
    ],
)
def test_all_names_are_listed_with_a_word_before_the_last(names: list[str], sentence: str) -> None:
    assert listing(names) == sentence


def test_the_last_of_several_ways_follows_its_own_word() -> None:
    assert listing(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("count", "sentence"), [(0, ""), (1, "1"), (3, "1, 2, 3"), (5, "1, 2, 3 and 2 more")]
)
def test_of_many_names_the_first_are_listed_and_the_rest_is_counted(
    count: int, sentence: str
) -> None:
    assert first_few(str(number) for number in range(1, count + 1)) == sentence


def test_a_noun_is_singular_behind_one_only() -> None:
    assert [counted(number, "page") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]
    assert counted(2, "entry", "entries") == "2 entries"


def test_a_text_is_cut_at_so_many_characters_with_its_ellipsis() -> None:
    assert shortened("one  two\nthree", 13) == "one two three"
    assert shortened("one two three", 12) == "one two thr…"
    assert shortened("one two three", 9) == "one two…"
