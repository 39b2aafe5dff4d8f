"""A name in a person's own script stands beside the Latin one, where it is asked for.

Names in further scripts stand in the same document, of which the same bytes come anywhere.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import pdf
from tests.build.conftest import NAMED_TWICE, NATIVE, with_letters
from tests.build.renamed_people import NAMES
from tests.workspace import Workspace

PERSON = "people/narges-tabari.yaml"


def test_the_same_names_make_the_same_bytes_anywhere(
    beyond_pdflatex: Workspace, tmp_path: Path
) -> None:
    other = with_letters(tmp_path / "elsewhere" / "again")
    left = Path("build/2024/.camera-ready.rest")  # which saves a pass, and changes nothing
    (other.root / left).parent.mkdir(parents=True)
    shutil.copy(beyond_pdflatex.root / left, other.root / left)
    there = {"TZ": "Pacific/Auckland", "LC_ALL": "C"}
    finished = other.run("build", "2024", "--only", "pdf", **there)
    assert finished.code == 0, finished.output
    assert other.pdf().read_bytes() == beyond_pdflatex.pdf().read_bytes()


def test_it_stands_behind_the_name_in_the_author_block(beyond_pdflatex: Workspace) -> None:
    text = pdf.flowing(pdf.pdfium_text(beyond_pdflatex.pdf()))
    assert f"{NAMES[NAMED_TWICE]} {NATIVE}" in text


def test_it_is_drawn_as_its_language_does(beyond_pdflatex: Workspace) -> None:
    assert any("NotoSerifCJKjp" in font["name"] for font in pdf.fonts(beyond_pdflatex.pdf()))


def test_web_pages_say_its_language_and_keep_its_direction(beyond_pdflatex: Workspace) -> None:
    expected = f'<bdi lang="ja">{NATIVE}</bdi>'
    assert expected in (beyond_pdflatex.root / "build/site/2024/index.html").read_text(
        encoding="utf-8"
    )
    page = beyond_pdflatex.root / "build/jekyll/pages/GenAIRecP2024/index.md"
    assert expected in page.read_text(encoding="utf-8").replace("\\", "")


def test_the_pdf_and_the_pages_must_state_it(beyond_pdflatex: Workspace) -> None:
    finished = beyond_pdflatex.run("facts", "2024")
    assert "name_native" in finished.output
    assert beyond_pdflatex.run("check", "2024").code == 0


def test_pdfs_do_not_show_it_unless_asked(workspace: Workspace) -> None:
    workspace.replace(
        PERSON, "name: Narges Tabari\n", f"name: Narges Tabari\nname_native: {NATIVE}\n"
    )
    rendered = workspace.rendered()
    assert rendered.engine == "pdflatex"
    assert NATIVE not in rendered.tex.text


@pytest.mark.parametrize("language", ["Japanese", "zh_Hant", "中文"])
def test_a_language_is_written_as_web_pages_name_it(workspace: Workspace, language: str) -> None:
    workspace.replace(
        PERSON,
        "name: Narges Tabari\n",
        f"name: Narges Tabari\nname_native: {NATIVE}\nnative_language: {language}\n",
    )
    finished = workspace.run("build", "2024", "--only", "text")
    assert finished.code == 1
    assert "narges-tabari.yaml:3:18: error" in finished.output
