"""What is no paper is refused with a sentence and a place; a hostile one does no harm."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.latex import read_latex
from tests.importers.bringing import new_folder, refuses
from tests.importers.latex_papers import paper


def refusal(file: Path) -> str:
    with pytest.raises(ImportSourceError) as refused:
        read_latex(file, "2024")
    return str(refused.value).replace(f"{file.parent}/", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"paper.tex has no \documentclass; expected a whole paper in LaTeX"),
        (
            "\\documentclass{article}\\begin{document}So.\\end{document}",
            r"paper.tex:1:1: the paper has no \title",
        ),
        (
            "\\documentclass{acmart}\nSo.",
            r"paper.tex has no \begin{document}; expected a whole paper in LaTeX",
        ),
        (
            "\\documentclass{acmart}\n\\begin{document}\nSo.\n\\end{document}",
            r"paper.tex:1:1: the paper has no \title",
        ),
        ("---\ntitle: A page\n---\n", "paper.tex has no \\documentclass; expected"),
    ],
)
def test_what_is_no_paper_is_refused(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.tex"
    file.write_text(text, encoding="utf-8")
    assert refusal(file).startswith(said)


def test_a_pdf_and_a_folder_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "paper.tex"
    file.write_bytes(b"%PDF-1.5\n%\xbf\xf7\xa2\xfe\n")
    assert "is no UTF-8 text; expected a paper in LaTeX" in refusal(file)
    with pytest.raises(ImportSourceError, match="is a folder; name the paper's main file"):
        read_latex(tmp_path, "2024")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("So \\textbf{bold\n\nand more", r"9:4: the brace behind \textbf is not closed"),
        (
            "\\begin{itemize}\\item So {\\em it\n\\end{itemize}",
            "9:25: the brace here is not closed",
        ),
        ("So } it", "9:4: this brace closes nothing"),
        (r"\begin{itemize} \item one", r"9:1: \begin{itemize} has no \end{itemize}"),
        (r"\begin{itemize} \item one \end{quote}", r"9:1: \begin{itemize} has no \end{itemize}"),
        (r"So \end{quote}", r"9:4: \end{quote} has no \begin{quote}"),
        ("It costs $5.", "9:10: the formula that begins here is not ended"),
        (r"\begin{verbatim} so", r"9:1: \begin{verbatim} has no \end{verbatim}"),
        (r"\iffalse so", r"9:1: \iffalse has no \fi"),
        (r"\verb|so", r"9:1: \verb is not closed"),
        (r"\newcommand{\so}{it", "9:17: this brace is not closed"),
    ],
)
def test_what_does_not_end_is_reported_where_it_begins(
    body: str, said: str, tmp_path: Path
) -> None:
    assert refusal(paper(tmp_path, body)).startswith(f"paper.tex:{said}")


def test_a_refused_paper_changes_nothing(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "workshop")
    workspace.write("workshop.yaml", "name: Workshop on X\nacronym: WX\ncurrent: 2024\n")
    file = paper(tmp_path / "paper", r"\emph{so")
    said = refuses(workspace, "latex", file, "2024")
    assert said == (
        f"proposal: {file}:9:1: the brace behind \\emph is not closed (noticed in line 10)"
    )


DOUBLING = "\n".join(
    f"\\newcommand{{\\{name}}}{{" + f"\\{inner}" * 8 + "}"
    for name, inner in zip("bcdefghij", "abcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("body", "before", "said"),
    [
        (r"\so", r"\newcommand{\so}{\so\so}", "stand in each other too deeply"),
        (r"\j", "\\newcommand{\\a}{so}\n" + DOUBLING, "stand for too much text"),
        (r"\input{paper}", "", "stand in each other too deeply"),
        ("{" * 20_000 + "}" * 20_000, "", "stand in each other too deeply"),
        ("\\emph{" * 5_000 + "}" * 5_000, "", "stand in each other too deeply"),
        ("so " * 400_000, "", "more than a million characters"),
    ],
    ids=["itself", "doubling", "file in itself", "braces", "arguments", "length"],
)
def test_papers_that_would_never_end_are_refused_soon(
    body: str, before: str, said: str, tmp_path: Path
) -> None:
    file = paper(tmp_path, body, before=before)
    began = time.monotonic()
    assert said in refusal(file)
    assert time.monotonic() - began < 30
