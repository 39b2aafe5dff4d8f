"""Monograms: readable initials of any name, the same each time."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposal.render.monogram import initials, monogram_svg
from proposal.render.site.colours import contrast

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ed Chi", "EC"),
        ("Wang-Cheng Kang", "WK"),
        ("Philip S. Yu", "PY"),
        ("Martin Luther King Jr.", "MK"),
        ("Nguyễn Văn Ân", "NÂ"),
        ("Öztürk", "Ö"),
        ("李明", "李"),
        ("김 철수", "김철"),
        ("محمد علي", "مع"),
        ("कुमार सिंह", "कुसिं"),
        ("“Ada” (Lovelace)", "AL"),
        ("---", ""),
        ("", ""),
    ],
)
def test_initials_are_those_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert "".join(initials(name)) == letters


@given(st.text(), COLOURS)
def test_any_name_in_any_colour_makes_a_readable_picture(name: str, accent: str) -> None:
    drawn = monogram_svg(name, accent)
    assert drawn == monogram_svg(name, accent)
    assert ET.fromstring(drawn).tag.endswith("svg")  # noqa: S314 - we drew it
    ground, _, ink = re.findall(r'fill="(#\w+)"', drawn)
    assert contrast(ink, ground) >= 4.5


def test_neighbours_differ_in_colour() -> None:
    drawn = {monogram_svg(name, "#0b5fa5") for name in ("Ada A", "Alan A", "Anna A")}
    assert len({next(re.finditer(r'fill="(#\w+)"', picture))[1] for picture in drawn}) == 3
