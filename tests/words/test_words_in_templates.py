"""How templates say words: escaped for their form, with the values in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.render.jekyll.jekyll_templates import jekyll_environment
from proposal.render.site.site_templates import site_environment
from proposal.render.text.text_templates import markdown_environment, plain_environment
from tests.words.german import german

SENTENCE = """{{ _("in %(city)s", city="A & *B*") }}"""


def test_a_page_escapes_words_and_values(tmp_path: Path) -> None:
    template = site_environment(tmp_path, german(tmp_path)).from_string(SENTENCE)
    assert template.render() == "vor Ort in A &amp; *B*"


def test_markdown_escapes_values_once(tmp_path: Path) -> None:
    template = markdown_environment(tmp_path, german(tmp_path)).from_string(SENTENCE)
    assert template.render() == r"vor Ort in A & \*B\*"


def test_jekyll_pages_have_words_between_angles(tmp_path: Path) -> None:
    angles = SENTENCE.replace("{{", "<<").replace("}}", ">>")
    template = jekyll_environment(tmp_path, german(tmp_path)).from_string(angles)
    assert template.render() == r"vor Ort in A & \*B\*"


@pytest.mark.parametrize(("count", "words"), [(1, "1 Seite"), (3, "3 Seiten")])
def test_words_differ_by_a_number(count: int, words: str, tmp_path: Path) -> None:
    page = """{{ ngettext("%(num)s page", "%(num)s pages", count) }}"""
    block = """{% trans num=count %}{{ num }} page{% pluralize %}{{ num }} pages{% endtrans %}"""
    environment = plain_environment(tmp_path, german(tmp_path))
    assert environment.from_string(page).render(count=count) == words
    assert environment.from_string(block).render(count=count) == words


def test_two_languages_stand_side_by_side(tmp_path: Path) -> None:
    heading = """{{ _("Important dates") }}"""
    english, other = plain_environment(tmp_path), plain_environment(tmp_path, german(tmp_path))
    assert english.from_string(heading).render() == "Important dates"
    assert other.from_string(heading).render() == "Wichtige Termine"
