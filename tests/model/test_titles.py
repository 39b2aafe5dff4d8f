"""The name of a series holds no number, no article and no quotes."""

from __future__ import annotations

import pytest

from proposal.model.series_titles import numbered, without_article, without_quotes


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("1st Workshop on Placeholders", "Workshop on Placeholders"),
        ("The 3rd Workshop on Placeholders", "Workshop on Placeholders"),
        ("Second International Workshop on Tests", "International Workshop on Tests"),
        ("Twenty-First ACM Workshop on Tests", "ACM Workshop on Tests"),
        ("twenty second Workshop", "Workshop"),
        ("12TH WORKSHOP ON TESTS", "WORKSHOP ON TESTS"),
        ("1 st Workshop on Tests", "Workshop on Tests"),
        ("1ˢᵗ Workshop on Tests", "Workshop on Tests"),
        ("2º Workshop on Tests", "Workshop on Tests"),
        ("ACM 3rd Workshop on Tests", "ACM Workshop on Tests"),
        ("III Workshop on Tests", "Workshop on Tests"),
        ("VI. Symposium on Tests", "Symposium on Tests"),
        ("2. Workshop über Proben", "Workshop über Proben"),
        ("Dritter Internationaler Workshop", "Internationaler Workshop"),
        ("II Taller de Pruebas", "Taller de Pruebas"),
        ("Segundo Taller de Pruebas", "Taller de Pruebas"),
        ("3.ª Jornada de Pruebas", "Jornada de Pruebas"),
        ("Terceira Oficina", "Oficina"),
        ("2e Atelier", "Atelier"),
        ("Taller de Pruebas (2ª edición)", "Taller de Pruebas"),
        ("4th SIGIR 2027 Workshop on Tests", "SIGIR 2027 Workshop on Tests"),
        ("Workshop on Tests (3rd edition)", "Workshop on Tests"),
        ("Workshop on Tests, Third Edition", "Workshop on Tests"),
    ],
)
def test_the_number_of_an_edition_is_found_in_any_spelling(name: str, bare: str) -> None:
    found = numbered(name)
    assert found is not None
    assert found.bare == bare


@pytest.mark.parametrize(
    "name",
    [
        "Workshop on Placeholders",
        "Second Language Acquisition Workshop",
        "First-Person Vision Workshop",
        "First Responders Workshop",
        "5th Generation Networks Workshop",
        "Workshop on the Third World",
        "Workshop on Second Conference Interpreting",
        "Workshop on World War II",
        "Workshop on 3D. Vision",
        "Taller de Segunda Lengua",
        "5. Generation Workshop",
        "Premier Workshop",
        "X Workshop",
        "MIX Workshop",
    ],
)
def test_a_number_that_belongs_to_the_subject_is_left_alone(name: str) -> None:
    assert numbered(name) is None


def test_an_article_counts_before_the_workshop_alone() -> None:
    assert without_article("The Workshop on Tests") == "Workshop on Tests"
    assert without_article("The Web as a Place Workshop") is None


@pytest.mark.parametrize(
    ("value", "bare"),
    [
        ("“Ann Author”", "Ann Author"),
        ('"Ann Author"', "Ann Author"),
        ("„Ann Author“", "Ann Author"),
        ("« Ann Author »", "Ann Author"),
        ("‘Ann O’Author’", "Ann O’Author"),
        ("“Less” is “More”", None),
        ("On “More”", None),
        ("Ann O’Author", None),
        ("“”", None),
    ],
)
def test_quotes_count_if_they_hold_the_whole(value: str, bare: str | None) -> None:
    assert without_quotes(value) == bare
