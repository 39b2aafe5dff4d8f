"""What LaTeX tags itself: an acmart paper with figure, table, formula, list, note and links."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from proposal.check.pdf import note_of_tags, preflight
from proposal.diagnostics import Severity
from proposal.pdf import Pdf

FILE = Path("paper.pdf")
FIRST_TAGGED = (2, 18)
"""The first acmart that can be tagged as it is."""

PAPER = r"""\DocumentMetadata{lang=en, tagging=on, %s}
\documentclass[sigconf, nonacm]{acmart}
\begin{document}
\title{Dates}
\author{Ada Example}
\affiliation{\institution{Example University}\city{Ghent}\country{Belgium}}
\email{ada@example.org}
\keywords{dates, times}
\begin{abstract}The dates of the workshop and the times of its talks are all in here.\end{abstract}
\maketitle
\section{All dates}
The times of the talks are in a table, and the dates are in a list\footnote{Both are up to date.}:
\begin{itemize}
\item the deadline, which is in \href{https://example.org/}{the call};
\item the day of the workshop, where $a^2 + b^2 = c^2$.
\end{itemize}
\begin{figure}
\begin{center}\includegraphics[width=2cm%s]{example-image-a}\end{center}
\caption{The hall}\Description{A map of the hall}
\end{figure}
%s
\begin{tabular}{ll}
What & When \\
Talk & Noon \\
\end{tabular}
\end{document}
"""
HEAD = r"\tagpdfsetup{table/header-rows={1}}"
NO_FILES = "tagging-setup={attach-css=false, math/setup={}}"


@cache
def _version() -> tuple[int, int]:
    """The version of acmart; (0, 0) without it, or without what makes the test's picture."""
    if not shutil.which("lualatex") or not shutil.which("kpsewhich"):
        return (0, 0)
    found = subprocess.run(
        ["kpsewhich", "acmart.cls", "tagpdf.sty", "example-image-a.pdf"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    ).stdout.split()
    if len(found) != 3:
        return (0, 0)
    text = Path(found[0]).read_text(encoding="utf-8", errors="replace")
    version = re.search(r"\\ProvidesClass\{acmart\}\s*\[[^\]]*v(\d+)\.(\d+)", text)
    return (int(version[1]), int(version[2])) if version else (0, 0)


pytestmark = pytest.mark.skipif(
    _version() < FIRST_TAGGED, reason="this machine has no acmart that can be tagged"
)


def typeset(folder: Path, keys: str, described: str, table: str) -> Pdf:
    (folder / "paper.tex").write_text(PAPER % (keys, described, table), encoding="utf-8")
    for _ in range(3):  # structure, references and the number of pages settle
        ended = subprocess.run(
            ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout[-2000:]
    return Pdf((folder / "paper.pdf").read_bytes())


@pytest.mark.parametrize("part", [1, 2])
def test_a_good_paper_passes(tmp_path: Path, part: int) -> None:
    keys = f"pdfversion={'1.7' if part == 1 else '2.0'}, pdfstandard=ua-{part}, {NO_FILES}"
    pdf = typeset(tmp_path, keys, ", alt={A map of the hall}", HEAD)
    assert preflight(pdf, FILE) == []
    (note,) = note_of_tags(pdf, FILE)
    assert note.message.endswith(f"it is tagged for screen readers: PDF/UA-{part}, language en")


def test_what_a_paper_lacks_is_found(tmp_path: Path) -> None:
    keys = "pdfversion=1.7, pdfstandard=ua-1"
    pdf = typeset(tmp_path, keys, "", r"\tagpdfsetup{table/header-rows={}}")
    sheets, formulas, figure, table = preflight(pdf, FILE)
    assert (sheets.code, sheets.severity) == ("attachment", Severity.NOTE)
    assert sheets.message.endswith("of its tags: latex-align-css.html, latex-list-css.html")
    assert (formulas.code, formulas.severity) == ("attachment", Severity.NOTE)
    assert "(of a Formula)" in formulas.message
    assert figure.message.endswith("for a description (`example-image-a.pdf`)")
    assert table.message == "paper.pdf, page 1: 1 table has no head"
