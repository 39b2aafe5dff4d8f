"""What is in a bundle, and what a publisher gets out of it with plain latexmk."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from proposal.caching import cache_folder
from proposal.doctor import Group
from tests import pdf
from tests.build.test_authors import picture
from tests.parts import require
from tests.workspace import Workspace

CASES = [("2024", "taps"), ("2024", "arxiv"), ("2026", "taps"), ("2026", "arxiv")]
CONTENTS = {
    ("2024", "taps"): ["genairecp-2024.pdf", "genairecp-2024.tex"],
    ("2024", "arxiv"): ["genairecp-2024.tex"],
    ("2026", "taps"): [
        "genairecp-2026.bbl",
        "genairecp-2026.pdf",
        "genairecp-2026.tex",
        "references.bib",
    ],
    ("2026", "arxiv"): ["genairecp-2026.bbl", "genairecp-2026.tex"],
}


def bundle(workspace: Workspace, year: str, receiver: str) -> Path:
    return workspace.root / "build" / str(year) / f"bundle-{receiver}.zip"


def file_in(archive: Path, name: str) -> str:
    with zipfile.ZipFile(archive) as opened:
        return opened.read(name).decode()


def compiled(archive: Path, folder: Path, *program: str) -> Path:
    """The PDF that plain latexmk, or another program, makes of a bundle in an empty folder.

    LuaTeX takes a minute to list a machine's fonts; it finds the list that the program keeps.
    Since 1.17 it writes into no other folders than its own and that of `TEXMFVAR`.
    """
    fonts = str(cache_folder() / "fonts")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    (main,) = folder.glob("*.tex")
    subprocess.run(
        [*(program or ("latexmk", "-pdf")), "-interaction=nonstopmode", main.name],
        cwd=folder,
        env={**os.environ, "TEXMFCACHE": fonts, "TEXMFVAR": fonts},
        capture_output=True,
        check=True,
    )
    return main.with_suffix(".pdf")


@pytest.mark.parametrize(("year", "receiver"), CASES)
def test_a_bundle_compiles_alone_and_says_what_the_document_says(
    bundled: Workspace, built: Workspace, tmp_path: Path, year: str, receiver: str
) -> None:
    made = compiled(bundle(bundled, year, receiver), tmp_path)
    name = "camera-ready" if year == "2024" else "proposal"
    if receiver == "taps":
        assert pdf.raw_pages(made) == pdf.raw_pages(built.pdf(year, name))
    else:
        letters = pdf.letters(pdf.raw_text(made))
        for sentence in ("Narges Tabari", "Recommender Systems and Personalization"):
            assert pdf.letters(sentence) in letters


@pytest.mark.parametrize(("year", "receiver"), CASES)
def test_a_bundle_holds_what_is_needed_and_nothing_else(
    bundled: Workspace, year: str, receiver: str
) -> None:
    archive = bundle(bundled, year, receiver)
    with zipfile.ZipFile(archive) as opened:
        assert opened.namelist() == CONTENTS[year, receiver]
        sources = "".join(
            opened.read(name).decode() for name in opened.namelist() if not name.endswith("pdf")
        )
    assert sources.count("\\documentclass") == 1
    assert str(bundled.root) not in sources
    places = sources.replace("{/DataDigest(", "")  # a key of the PDF, which begins with a slash
    assert not re.search(r"\{(/|\.\.)", places)


def test_the_bibliography_handed_over_has_only_what_is_cited(bundled: Workspace) -> None:
    archive = bundle(bundled, "2026", "taps")
    tex, bib = (file_in(archive, name) for name in ("genairecp-2026.tex", "references.bib"))
    cited = re.findall(r"\\cite(?:\[[^]]*\])?\{([^}]+)\}", tex)
    keys = {key for group in cited for key in group.split(",")}
    assert set(re.findall(r"^@\w+\{([^,]+),", bib, re.MULTILINE)) == keys


def test_what_is_packed_is_reported(bundled: Workspace) -> None:
    printed = (bundled.root / "printed").read_text(encoding="utf-8")
    assert "✓ build/2024/bundle-taps.zip  the camera-ready: genairecp-2024.tex" in printed
    assert "build/2026/bundle-arxiv.zip  the proposal, as there is no camera-ready yet" in printed


def test_the_same_data_make_the_same_bytes_elsewhere(bundled: Workspace, tmp_path: Path) -> None:
    other = Workspace.of_the_real_workshop(tmp_path / "another folder")
    finished = other.run("bundle", "2024", "--for", "taps", TZ="Asia/Tokyo", LC_ALL="C", LANG="C")
    assert finished.code == 0, finished.output + finished.errors
    assert (
        bundle(other, "2024", "taps").read_bytes() == bundle(bundled, "2024", "taps").read_bytes()
    )


def test_a_document_may_be_named(workspace: Workspace) -> None:
    finished = workspace.run("bundle", "2024", "--document", "proposal")
    assert finished.code == 2
    assert "edition 2024 has no document proposal; there is: camera-ready" in finished.errors
    assert workspace.run("bundle", "1999").code == 2


def test_a_volume_has_no_documents(workspace: Workspace) -> None:
    finished = workspace.run("bundle", "2024", "--for", "dblp", "--document", "camera-ready")
    assert finished.code == 2
    assert "packs the volume of papers" in finished.errors


def test_pictures_come_along_and_an_uncited_entry_does_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    require(Group.DOCUMENTS, Group.BUNDLES)
    workspace.write(
        "editions/2026/proposal.md",
        '# One\n\nAs [@koren2009matrix] has it.\n\n![A red square](red-square.png "Red")\n',
    )
    (workspace.data / "editions/2026/red-square.png").write_bytes(picture())
    finished = workspace.run("bundle", "2026", "--for", "taps")
    assert finished.code == 0, finished.output
    archive = bundle(workspace, "2026", "taps")
    assert len(re.findall("^@", file_in(archive, "references.bib"), re.MULTILINE)) == 1
    text = pdf.flowing(pdf.raw_text(compiled(archive, tmp_path)))
    assert "Figure 1: Red" in text


def test_a_note_for_arxiv_is_reported_when_a_name_needs_another_engine(
    workspace: Workspace, tmp_path: Path
) -> None:
    require(Group.DOCUMENTS, Group.BUNDLES, Group.SCRIPTS)
    workspace.write("editions/2024/summary.md", "# One\n\nNguyễn said so.\n")
    finished = workspace.run("bundle", "2024", "--for", "arxiv")
    assert finished.code == 0, finished.output
    archive = bundle(workspace, "2024", "arxiv")
    assert json.loads(file_in(archive, "00README.json")) == {
        "process": {"compiler": "lualatex"},
        "sources": [{"filename": "genairecp-2024.tex", "usage": "toplevel"}],
    }
    # The command itself has proved the bundle by latexmk, which runs LuaLaTeX several times.
    assert "Nguyễn said so." in pdf.flowing(pdf.raw_text(compiled(archive, tmp_path, "lualatex")))


def test_without_latexmk_it_is_reported_how_to_get_it(workspace: Workspace, tmp_path: Path) -> None:
    require(Group.DOCUMENTS)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("pdflatex", "bibtex", "kpsewhich", "apt-get", "uname"):
        found = shutil.which(name)
        if found:
            (programs / name).symlink_to(found)
    (programs / "python").symlink_to(sys.executable)
    finished = workspace.run("bundle", "2024", PATH=str(programs), HOME=os.environ["HOME"])
    assert finished.code == 3
    assert "this machine lacks latexmk, needed for proving a bundle" in finished.errors
    assert "latexmk" in finished.errors.split("\n")[1]
    assert not (workspace.root / "build").exists()
