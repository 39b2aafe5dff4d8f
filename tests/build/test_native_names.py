"""A name in a person's own script stands beside the Latin one, where it is asked for.

Names in further scripts stand in the same document, of which the same bytes come anywhere.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.doctor import Group
from tests import pdf
from tests.build.test_scripts import NAMES, add_committee
from tests.conftest import MadeOnce
from tests.parts import require
from tests.workspace import Workspace

EDITION = "editions/2024/edition.yaml"
PERSON = "people/narges-tabari.yaml"
NATIVE = "夏目漱石"
"""A plain placeholder: the name of a writer of the past, not that of the person in the file."""


def with_names(root: Path) -> Workspace:
    """A workspace with a native name and names that are in no Latin script alone."""
    workspace = Workspace.of_the_real_workshop(root)
    workspace.replace(
        PERSON,
        "name: Narges Tabari\n",
        f"name: Narges Tabari\nname_native: {NATIVE}\nnative_language: ja\n",
    )
    workspace.replace(EDITION, "    first_page", "    native_names: true\n    first_page")
    few = {script: NAMES[script][:2] for script in ("Arabic", "Devanagari", "Chinese")}
    add_committee(workspace, few)
    workspace.write("editions/2024/summary.md", "# One\n\n{{ committee }}\n")
    return workspace


@pytest.fixture(scope="session")
def native(made_once: MadeOnce) -> Workspace:
    require(Group.DOCUMENTS, Group.SCRIPTS, Group.NOTO, Group.NOTO_CJK)

    def make(root: Path) -> None:
        workspace = with_names(root)
        finished = workspace.run("build", "2024", "--only", "pdf,site,jekyll,text")
        assert finished.code == 0, finished.output + finished.errors

    return Workspace(made_once("native-names", make))


def test_the_same_names_make_the_same_bytes_anywhere(native: Workspace, tmp_path: Path) -> None:
    other = with_names(tmp_path / "elsewhere" / "again")
    there = {"TZ": "Pacific/Auckland", "LC_ALL": "C"}
    finished = other.run("build", "2024", "--only", "pdf", **there)
    assert finished.code == 0, finished.output
    assert other.pdf().read_bytes() == native.pdf().read_bytes()


def test_it_stands_behind_the_name_in_the_author_block(native: Workspace) -> None:
    assert f"Narges Tabari {NATIVE}" in pdf.flowing(pdf.pdfium_text(native.pdf()))


def test_it_is_drawn_as_its_language_does(native: Workspace) -> None:
    assert any("NotoSerifCJKjp" in font["name"] for font in pdf.fonts(native.pdf()))


def test_web_pages_say_its_language_and_keep_its_direction(native: Workspace) -> None:
    expected = f'<bdi lang="ja">{NATIVE}</bdi>'
    assert expected in (native.root / "build/site/2024/index.html").read_text(encoding="utf-8")
    page = native.root / "build/jekyll/pages/GenAIRecP2024/index.md"
    assert expected in page.read_text(encoding="utf-8").replace("\\", "")


def test_the_pdf_and_the_pages_must_state_it(native: Workspace) -> None:
    finished = native.run("facts", "2024")
    assert "name_native" in finished.output
    assert native.run("check", "2024").code == 0


def test_pdfs_do_not_show_it_unless_asked(workspace: Workspace) -> None:
    workspace.replace(
        PERSON, "name: Narges Tabari\n", f"name: Narges Tabari\nname_native: {NATIVE}\n"
    )
    finished = workspace.run("build", "2024", "--only", "pdf")
    assert "pdfLaTeX" in finished.output


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
