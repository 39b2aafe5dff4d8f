"""The sources beside a PDF compile elsewhere, without this program."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from threading import Event

from proposal.build.documents import epoch_of
from proposal.bundling.archive import packed
from proposal.bundling.bundle import document_to_hand_over
from proposal.bundling.contents import Receiver, contents_of
from proposal.bundling.proof import prove
from proposal.doctor import Group
from proposal.pdf import Pdf
from proposal.render.latex.document import render_document
from proposal.tex.passes import Typeset
from tests import pdf
from tests.parts import require
from tests.workspace import Workspace


def test_the_sources_compile_by_plain_latexmk_to_the_same_text(
    built: Workspace, tmp_path: Path
) -> None:
    """Of the document that has references as well."""
    require("latexmk")
    for file in (built.root / "build/2026").glob("[!.]*"):
        if file.suffix != ".pdf":
            shutil.copy(file, tmp_path)
    finished = subprocess.run(
        ["latexmk", "-pdf", "-interaction=nonstopmode", "proposal.tex"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout[-2000:]
    assert pdf.raw_pages(tmp_path / "proposal.pdf") == pdf.raw_pages(built.pdf("2026", "proposal"))


def test_sources_for_another_engine_compile_as_arxiv_gets_them(beyond_pdflatex: Workspace) -> None:
    require(Group.BUNDLES)
    edition = beyond_pdflatex.edition("2024")
    rendered = render_document(
        beyond_pdflatex.root, edition, document_to_hand_over(edition, "camera-ready")
    )
    made = Pdf(beyond_pdflatex.pdf().read_bytes())
    contents = contents_of(Receiver.ARXIV, edition, rendered, Typeset(made, None, 1, []))
    assert json.loads(contents.files["00README.json"]) == {
        "process": {"compiler": "lualatex"},
        "sources": [{"filename": "genairecp-2024.tex", "usage": "toplevel"}],
    }
    assert contents.files.keys() == {"00README.json", "genairecp-2024.tex"}
    epoch = epoch_of(edition)
    archive = packed(contents.files, epoch)
    pages = made.searchable_texts
    assert prove(archive, contents, Receiver.ARXIV, pages, epoch, Event()) == []


def test_the_sources_stand_beside_the_pdf(built: Workspace) -> None:
    def of(year: str) -> set[str]:
        """What stands beside the PDFs, apart from texts, calendars and the papers' BibTeX."""
        files = (built.root / "build" / str(year)).glob("[!.]*")
        kept = {".pdf", ".tex", ".bib"}
        return {file.name for file in files if file.suffix in kept} - {"papers.bib"}

    assert of("2026") == {"proposal.pdf", "proposal.tex", "references.bib"}
    assert of("2024") == {"camera-ready.pdf", "camera-ready.tex"}


def test_the_sources_load_nothing_that_would_disturb_acmart(built: Workspace) -> None:
    tex = (built.root / "build/2024/camera-ready.tex").read_text(encoding="utf-8")
    assert "\\documentclass[sigconf]{acmart}" in tex
    for command in ("\\usepackage", "\\setlength", "\\vspace", "\\linespread", "\\geometry"):
        assert command not in tex
