"""What is in a bundle, and what a publisher gets out of it with plain latexmk."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests import pdf
from tests.bundling.conftest import write_papers
from tests.parts import require
from tests.workspace import Workspace

CONTENTS = {
    ("2024", "taps"): [
        "converted.png",
        "genairecp-2024.bbl",
        "genairecp-2024.pdf",
        "genairecp-2024.tex",
        "references.bib",
        "square.png",
    ],
    ("2024", "arxiv"): [
        "converted.png",
        "genairecp-2024.bbl",
        "genairecp-2024.tex",
        "square.png",
    ],
    ("2026", "taps"): [
        "genairecp-2026.bbl",
        "genairecp-2026.pdf",
        "genairecp-2026.tex",
        "references.bib",
    ],
}

UNPROVED = """
from proposal.__main__ import main
from proposal.bundling import bundle

bundle.prove = lambda *arguments: []
main()
"""
"""The program without compiling a bundle elsewhere, which changes nothing in it."""


def bundle(workspace: Workspace, year: str, receiver: str) -> Path:
    return workspace.root / "build" / str(year) / f"bundle-{receiver}.zip"


def file_in(archive: Path, name: str) -> str:
    with zipfile.ZipFile(archive) as opened:
        return opened.read(name).decode()


def compiled(archive: Path, folder: Path) -> Path:
    """The PDF that plain latexmk makes of a bundle in an empty folder."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    (main,) = folder.glob("*.tex")
    subprocess.run(
        ["latexmk", "-pdf", "-interaction=nonstopmode", main.name],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    return main.with_suffix(".pdf")


def test_acms_bundle_compiles_alone_and_says_what_its_pdf_says(
    bundled: Workspace, tmp_path: Path
) -> None:
    archive, given = bundle(bundled, "2026", "taps"), tmp_path / "given.pdf"
    with zipfile.ZipFile(archive) as opened:
        given.write_bytes(opened.read("genairecp-2026.pdf"))
    said = pdf.raw_pages(compiled(archive, tmp_path / "elsewhere"))
    assert said == pdf.raw_pages(given)
    text = pdf.flowing("\n".join(said))
    for words in ("Narges Tabari", "Recommender Systems and Personalization", "As [1] has it."):
        assert words in text, words


def test_arxivs_bundle_compiles_alone_with_pictures_tables_and_references(
    bundled: Workspace, tmp_path: Path
) -> None:
    text = pdf.flowing(pdf.raw_text(compiled(bundle(bundled, "2024", "arxiv"), tmp_path)))
    for words in ("Narges Tabari", "Recommender Systems and Personalization", "Figure 1: Red"):
        assert words in text, words
    for words in ("Ann Author. 2020. Cited", "60 Subject 60", "Method 4 retrieval"):
        assert words in text, words


@pytest.mark.parametrize(("year", "receiver"), CONTENTS)
def test_a_bundle_holds_what_is_needed_and_nothing_else(
    bundled: Workspace, year: str, receiver: str
) -> None:
    archive = bundle(bundled, year, receiver)
    with zipfile.ZipFile(archive) as opened:
        assert opened.namelist() == CONTENTS[year, receiver]
        sources = "".join(
            opened.read(name).decode()
            for name in opened.namelist()
            if not name.endswith((".pdf", ".png"))
        )
    assert sources.count("\\documentclass") == 1
    assert str(bundled.root) not in sources
    places = sources.replace("{/DataDigest(", "")  # a key of the PDF, which begins with a slash
    assert not re.search(r"\{(/|\.\.)", places)


def test_the_bibliography_handed_over_has_only_what_is_cited(bundled: Workspace) -> None:
    assert re.findall(r"(?m)^@.*,", file_in(bundle(bundled, "2024", "taps"), "references.bib")) == [
        "@misc{cited,"
    ]
    archive = bundle(bundled, "2026", "taps")
    tex, bib = (file_in(archive, name) for name in ("genairecp-2026.tex", "references.bib"))
    cited = re.findall(r"\\cite(?:\[[^]]*\])?\{([^}]+)\}", tex)
    keys = {key for group in cited for key in group.split(",")}
    assert set(re.findall(r"^@\w+\{([^,]+),", bib, re.MULTILINE)) == keys


def test_what_is_packed_is_reported(bundled: Workspace) -> None:
    printed = (bundled.root / "printed").read_text(encoding="utf-8")
    assert "✓ build/2024/bundle-taps.zip  the camera-ready: genairecp-2024.tex" in printed
    assert "build/2026/bundle-taps.zip  the proposal, as there is no camera-ready yet" in printed


def test_the_same_data_make_the_same_bytes_elsewhere(bundled: Workspace, tmp_path: Path) -> None:
    other = Workspace.of_the_real_workshop(tmp_path / "another folder")
    write_papers(other)
    subprocess.run(
        [sys.executable, "-c", UNPROVED, "bundle", "2024", "--for", "taps"],
        cwd=other.root,
        env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C"},
        capture_output=True,
        check=True,
    )
    assert (
        bundle(other, "2024", "taps").read_bytes() == bundle(bundled, "2024", "taps").read_bytes()
    )


def test_a_document_may_be_named(workspace: Workspace) -> None:
    finished = workspace.run("bundle", "2024", "--document", "proposal")
    assert finished.code == 2
    assert "edition 2024 has no document proposal; there is: camera-ready" in finished.errors
    assert workspace.run("bundle", "1999").code == 2


def test_where_documents_are_named_is_said_of_an_edition_without_any(workspace: Workspace) -> None:
    file = workspace.data / "editions/2024/edition.yaml"
    text = re.sub(r"(?ms)^documents:.*?(?=^\S|\Z)", "", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    finished = workspace.run("bundle", "2024")
    assert finished.code == 2
    assert "no document to hand over; `documents` in edition.yaml names them" in finished.errors


def test_a_volume_has_no_documents(workspace: Workspace) -> None:
    finished = workspace.run("bundle", "2024", "--for", "dblp", "--document", "camera-ready")
    assert finished.code == 2
    assert "packs the volume of papers" in finished.errors


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
