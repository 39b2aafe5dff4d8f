"""Papers in LaTeX to import: one of our own in several files, and short ones that tests make."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from proposal.diagnostics import Diagnostic
from proposal.importers.draft import Draft
from proposal.importers.latex import read_latex
from tests import pdf
from tests.parts import require

PAPER = Path(__file__).parent / "latex" / "paper"
MAIN = "workshop.tex"

CONFERENCE = (
    r"\acmConference[KDD '24]{30th ACM SIGKDD Conference on Knowledge Discovery and Data Mining}"
    r"{August 25--29, 2024}{Barcelona, Spain}"
)
TITLE = r"\title{First Workshop on Structured Proposals}"
AUTHOR = r"\author{Narges Tabari}\affiliation{\institution{AWS AI Labs}\country{USA}}"


def own_paper(folder: Path) -> Path:
    """A copy of our own paper; its main file."""
    shutil.copytree(PAPER, folder)
    return folder / MAIN


def paper(
    folder: Path,
    body: str = "",
    *,
    before: str = "",
    top: str = f"{TITLE}\n{AUTHOR}",
    conference: str = CONFERENCE,
    options: str = "sigconf",
) -> Path:
    """A short paper.

    Args:
        folder: where it is written.
        body: what stands behind the title.
        before: more of the preamble.
        top: title and authors.
        conference: the conference's line.
        options: those of the class.
    """
    file = folder / "paper.tex"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        rf"\documentclass[{options}]{{acmart}}",
        conference,
        before,
        r"\begin{document}",
        top,
        r"\begin{abstract}What it is about.\end{abstract}",
        r"\maketitle",
        body,
        r"\end{document}",
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def read(folder: Path, body: str = "", **parts: str) -> Draft:
    """What is understood of a short paper."""
    return read_latex(paper(folder, body, **parts), "2024")


def markdown(folder: Path, body: str, **parts: str) -> str:
    """The Markdown that becomes of a paper's text."""
    (text,) = read(folder, body, **parts).texts.values()
    return text


def with_code(draft: Draft, code: str) -> list[Diagnostic]:
    """What an import remarks of one kind."""
    return [diagnostic for diagnostic in draft.diagnostics if diagnostic.code == code]


def compiled(main: Path) -> list[list[str]]:
    """The lines of each page of a paper as latexmk makes it."""
    require("latexmk")
    subprocess.run(
        ["latexmk", "-pdf", "-interaction=nonstopmode", main.name],
        cwd=main.parent,
        capture_output=True,
        check=True,
    )
    return lines_of(main.with_suffix(".pdf"))


def lines_of(file: Path) -> list[list[str]]:
    """The lines of each page of a PDF."""
    return [page.split("\n") for page in pdf.raw_pages(file)]
