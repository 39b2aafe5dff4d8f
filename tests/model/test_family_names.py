"""Which words of a name are the family name."""

from __future__ import annotations

import pytest

from proposal.model.family_names import (
    doubt_of_family_name,
    family_in,
    family_name_to_write,
    is_family_first,
    names_family,
    shown_family_name,
)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ann Author", "Author"),
        ("Jan van der Sample", "van der Sample"),
        ("Jan van der Sample Jr", "van der Sample Jr"),
        ("Martin Sample, Jr.", "Sample Jr."),
        ("Robert Sample III", "Sample III"),
        ("Ana García y Muestra", "García y Muestra"),
        ("Ana de la Muestra y Prueba", "de la Muestra y Prueba"),
        ("Jordi Mostra i Prova", "Mostra i Prova"),
        ("Rui Silva e Amostra", "Amostra"),
        ("Rui Silva e da Amostra", "da Amostra"),
        ("ann author", "author"),
        ("山田 太郎", "山田"),
        ("佐々木 希", "佐々木"),
        ("アン オーサー", "オーサー"),
        ("Suharto", "Suharto"),
        ("", ""),
    ],
)
def test_words_show_the_family_name(name: str, family: str) -> None:
    assert shown_family_name(name) == family


@pytest.mark.parametrize(
    ("name", "is_first"),
    [
        ("样本", True),
        ("김 철수", True),
        ("アン・オーサー", False),
        ("Ann", False),
        ("安 A.", False),
    ],
)
def test_scripts_in_which_the_family_name_stands_first(name: str, is_first: bool) -> None:
    assert is_family_first(name) is is_first


@pytest.mark.parametrize(
    ("name", "is_doubted"),
    [
        ("Ali bin Contoh", True),
        ("Nguyễn Văn Mẫu", True),
        ("Rui Silva e Amostra", True),
        ("Ana García y Muestra", False),
        ("Chịma Okpara Ude", False),
        ("山田 太郎", False),
    ],
)
def test_a_name_that_may_have_another_family_name_is_doubted(name: str, is_doubted: bool) -> None:
    assert (doubt_of_family_name(name) is not None) is is_doubted


def test_a_family_name_is_written_as_the_whole_name_has_it() -> None:
    assert family_in("Ana García Muestra", "Garcia Muestra") == "García Muestra"
    assert family_in("样本", "样") == "样"
    assert family_in("Ana García", "Muestra") is None


def test_only_a_family_name_that_does_not_show_is_written() -> None:
    assert family_name_to_write("Author", "Ann Author") is None
    assert family_name_to_write("García Muestra", "Ana García Muestra") == "García Muestra"
    assert family_name_to_write("Nguyễn", "Văn Mẫu Nguyễn") == "Nguyễn"
    assert family_name_to_write(None, "Nguyễn Văn Mẫu") is None


@pytest.mark.parametrize(
    ("family", "name", "is_part"),
    [
        ("Lee", "Ann Lee", True),
        ("de la Muestra", "María de la Muestra", True),
        ("王", "王小明", True),
        ("Lee", "Leeson", False),
        ("An", "Ann Author", False),
        ("明", "王小明", False),
    ],
)
def test_a_family_name_is_a_part_of_a_name_as_a_whole(
    family: str, name: str, is_part: bool
) -> None:
    assert names_family(family, name) is is_part
