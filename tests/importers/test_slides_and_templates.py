r"""Slides of beamer as proposals, and what templates leave in front of a draft's text."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import Draft
from proposal.importers.latex import read_latex
from proposal.importers.latex.slides import slides_as_text
from tests.importers.bringing import said, written
from tests.importers.short_drafts import draft_of

SLIDES = r"""\documentclass{beamer}
\title[WSP]{Third Workshop on Structured Proposals}
\author[A. \& B.]{Ann Author\inst{1} \and Bob Builder\inst{2}}
\institute[UX]{\inst{1} University of Samples, Graz, Austria \and
  \inst{2} Sample Institute, Lyon, France}
\date[WSP 2026]{February 26, 2026}
\begin{document}
\frame{\titlepage}
\begin{frame}[fragile]{Topics}
\begin{itemize}[<+->]
\item<1-> Samples of $a<b$
\item<2-| alert@2> \alert<3>{Studies} \pause
\end{itemize}
\note{Do not say this.}
\end{frame}
\begin{frame}
\frametitle{Motivation}
\only<2>{It was hidden.}
\end{frame}
\end{document}
"""


def slides(tmp_path: Path) -> Draft:
    return read_latex(written(tmp_path / "slides.tex", SLIDES), "2026")


def test_slides_name_authors_and_institutes_as_papers_do(tmp_path: Path) -> None:
    assert list(map(said, slides(tmp_path).people)) == [
        ("Ann Author", None, ["University of Samples, Graz, Austria"]),
        ("Bob Builder", None, ["Sample Institute, Lyon, France"]),
    ]


def test_frames_become_sections_without_what_says_when_a_line_is_shown(tmp_path: Path) -> None:
    draft = slides(tmp_path)
    assert draft.edition["topics"] == ["Samples of a < b", "Studies"]
    (text,) = draft.texts.values()
    assert "Motivation\n\nIt was hidden." in text
    assert "Do not say this" not in text
    assert "frame" not in text
    assert "alert" not in text


def test_slides_as_text_keep_every_place() -> None:
    assert len(slides_as_text(SLIDES)) == len(SLIDES)
    assert slides_as_text("$a<b$ and $c>1$") == "$a<b$ and $c>1$"


IEEE = r"""
\author{\IEEEauthorblockN{1\textsuperscript{st} Ann Author}
\IEEEauthorblockA{\textit{dept. name of organization (of Aff.)} \\ \textit{Sample University} \\
Graz, Austria \\ ann@some.example or ORCID}
\and \IEEEauthorblockN{2\textsuperscript{nd} Given Name Surname}
\IEEEauthorblockA{\textit{name of organization (of Aff.)} \\ City, Country \\
email address or ORCID}}
"""


def test_what_a_template_says_of_authors_is_left_out_and_reported(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, "IEEEtran", IEEE)
    assert list(map(said, draft.people)) == [
        ("Ann Author", "ann@some.example", ["Sample University, Graz, Austria"])
    ]
    assert "sample-value" in [found.code for found in draft.diagnostics]


@pytest.mark.parametrize("note", ["Identify applicable funding agency here. If none, delete this."])
def test_what_a_template_says_at_the_title_is_no_part_of_it(tmp_path: Path, note: str) -> None:
    source = (
        r"\documentclass[conference]{IEEEtran}\begin{document}"
        r"\title{First Workshop on Structured Proposals*\\ {\footnotesize \textsuperscript{*}Note: "
        rf"Sub-titles are not captured in Xplore and should not be used}} \thanks{{{note}}}}}"
        r"\author{\IEEEauthorblockN{Ann Author}}\maketitle Text.\end{document}"
    )
    draft = read_latex(written(tmp_path / "draft.tex", source), "2026")
    assert draft.workshop["name"] == "Workshop on Structured Proposals"
    assert "acknowledgments" not in str(draft.edition)


def test_a_note_that_a_paper_defines_is_text_of_it(tmp_path: Path) -> None:
    paper = (
        "\\documentclass[sigconf]{acmart}\n\\newcommand{\\note}[1]{\\textbf{#1}}\n"
        "\\title{Workshop on Samples}\n\\author{Ann Author}\n\\begin{document}\n\\maketitle\n"
        "\\section{Aims}\n\\note{Read this.} And that.\n\\end{document}\n"
    )
    draft = read_latex(written(tmp_path / "paper.tex", paper), "2026")
    assert "**Read this.** And that." in draft.texts["proposal.md"]
