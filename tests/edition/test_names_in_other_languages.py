"""An edition's name and its number are in one language, whatever the rest is said in."""

from __future__ import annotations

import pytest

from proposal.edition.in_language import in_language
from proposal.words.catalogue import catalogue_files
from proposal.words.language import ENGLISH, read_language
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"


@pytest.mark.parametrize(
    ("language", "title"),
    [("es", "III Taller sobre Barcos"), ("de", "3. Taller sobre Barcos")],
)
def test_a_title_stays_as_it_is_in_the_edition_s_language(
    workspace: Workspace, language: str, title: str
) -> None:
    workspace.append(EDITION, f"language: {language}\nname: Taller sobre Barcos\n")
    edition = workspace.edition("2026")
    translated = [read_language(tag, catalogue_files()[tag]) for tag in ("de", "es")]
    for other in (ENGLISH, *translated):
        said = in_language(edition, other)
        assert said.language == other
        assert said.title == title
