"""Numbers in words are asked once, and a number without words stays a number."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from proposal.words import number_words
from proposal.words.number_words import cardinal_in_words, ordinal_in_words, roman


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    number_words._words.cache_clear()


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (1, "en", "first"),
        (100, "en", "one hundredth"),
        (101, "en", "one hundred and first"),
        (23, "es", "vigésimo tercero"),
        (30, "ca", "30"),
        (100, "ko", "100"),
        (4, "xx", "4"),
    ],
)
def test_an_ordinal_has_words_or_stays_a_number(number: int, language: str, words: str) -> None:
    assert ordinal_in_words(number, language) == words


@pytest.mark.parametrize(
    ("number", "letters"), [(4, "iv"), (9, "ix"), (49, "xlix"), (1990, "mcmxc")]
)
def test_a_number_has_roman_numerals(number: int, letters: str) -> None:
    assert roman(number) == letters


def test_words_are_known_in_the_next_run_without_what_made_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert (ordinal_in_words(3, "de"), cardinal_in_words(3)) == ("dritte", "three")
    number_words._words.cache_clear()
    monkeypatch.setitem(sys.modules, "num2words", None)
    assert (ordinal_in_words(4, "de"), cardinal_in_words(2)) == ("vierte", "two")
    with pytest.raises(ImportError):
        ordinal_in_words(4, "fr")


def test_words_that_another_state_of_the_program_has_kept_are_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ordinal_in_words(3, "de") == "dritte"
    number_words._words.cache_clear()
    other = tmp_path / "number_words.py"
    other.write_text("", encoding="utf-8")
    monkeypatch.setattr(number_words, "__file__", str(other))
    monkeypatch.setattr(number_words, "_asked", lambda form, number, language: str(number))
    assert ordinal_in_words(3, "de") == "3"
    number_words._words.cache_clear()
