"""The sources beside a PDF compile elsewhere, without this program."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

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
