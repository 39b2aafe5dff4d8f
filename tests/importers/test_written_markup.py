"""Titles and abstracts keep formulas and emphasis, and nothing of their markup is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.papers import read_papers
from proposal.importers.written_markup import statement_of_typed, text_of_typed, title_of
from proposal.source.math.math_line import read_math_line
from tests.diagnostic_lists import places
from tests.importers.bringing import imports, written
from tests.workspace import Workspace

BIB = r"""@inproceedings{one,
  title = {Attention in $\mathcal{O}(n \log n)$ Time for \emph{Small} <i>E. coli</i> at 5\%},
  author = {Ann Author},
  abstract = {We \emph{do} H$_2$O, $x_{i}$ and \url{https://example.org/a_b}. See \citep{two}.},
}
"""


@pytest.mark.parametrize(
    ("typed", "title", "emphasized"),
    [
        (r"Attention in $O(n^2)$ Time", r"Attention in $O(n^2)$ Time", ()),
        (r"The \textit{Small} {\bf Model}", "The Small Model", ("Small", "Model")),
        ("H<sub>2</sub>O & R&D at 5%", "H₂O & R&D at 5%", ()),
        ("<i>E. coli</i> &amp; Q&#39;s", "E. coli & Q's", ("E. coli",)),
        ("Fe$_3$Si on the 10$^{th}$ Day", "Fe₃Si on the 10th Day", ()),
        (r"Costs \$5 and $\alpha$", r"Costs \$5 and $\alpha$", ()),
        ("Learning {BERT} -- Fast", "Learning BERT -- Fast", ()),
        (r"\textsc{Tool}: \texttt{code\_x} for $k$-NN", "Tool: code_x for $k$-NN", ()),
        ("x<sub>max</sub>", r"x$_{\mathrm{max}}$", ()),
        ("<math><msub><mi>x</mi><mn>2</mn></msub></math> Items", "$x_{2}$ Items", ()),
        (
            r"Gains of $\pm$0.1 at $>$90\% for $\Delta$1 and $x$",
            "Gains of ±0.1 at >90% for Δ1 and $x$",
            (),
        ),
        (r"$\bm{x}$ by \(\ell_2\)", r"$\boldsymbol{x}$ by $\ell_2$", ()),
    ],
)
def test_a_title_keeps_formulas_and_loses_its_markup(
    typed: str, title: str, emphasized: tuple[str, ...]
) -> None:
    marked = text_of_typed(typed)
    assert marked is not None
    assert (marked.unknown, marked.unheld) == ((), ())
    found = title_of(marked)
    assert (found.text, found.emphasized) == (title, emphasized)
    read_math_line(found.text)


@pytest.mark.parametrize("typed", ["Costs $5 and $10", "x < y and a > b", "CO_2 at ~5%", "A* *SEM"])
def test_plain_text_has_no_markup(typed: str) -> None:
    assert text_of_typed(typed) is None


@pytest.mark.parametrize(
    ("typed", "markdown"),
    [
        (r"We \emph{do} $n^2$ & 5\% at ~5\,s.", "We *do* $n^2$ & 5% at ~5\N{THIN SPACE}s."),
        ("<jats:p>One <jats:bold>a</jats:bold>*.</jats:p>\n<jats:p>Two</jats:p>",
         "One **a**\\*.\n\nTwo"),
        ("We show:\n\n- <b>a</b> b\n- $x$", "We show:\n\n- **a** b\n- $x$"),
        (r"See \href{https://example.org/a_b}{here} for $100.",
         "See [here](https://example.org/a_b) for $100."),
        ("So $$x = 1$$ holds.", "So $x = 1$ holds."),
        ("Plain *stars* and `code`", r"Plain \*stars\* and \`code\`"),
    ],
)  # fmt: skip
def test_an_abstract_keeps_emphasis_links_and_formulas(typed: str, markdown: str) -> None:
    statement, marked = statement_of_typed(typed)
    assert (statement, marked.unknown) == (markdown, ())


def test_a_bibliography_gives_formulas_and_emphasis(tmp_path: Path) -> None:
    draft = read_papers(written(tmp_path / "papers.bib", BIB), "2026")
    (paper,) = draft.papers
    assert paper["id"] == "attention-o-n"
    assert paper["title"] == r"Attention in $\mathcal{O}(n \log n)$ Time for Small E. coli at 5%"
    assert paper["abstract"] == "We *do* H₂O, $x_{i}$ and <https://example.org/a_b>. See ."
    assert places(draft.diagnostics) == ["nowhere plain-title", "papers.bib:4:3 unknown-latex"]
    (note,) = [found for found in draft.diagnostics if found.code == "plain-title"]
    assert note.message == (
        "titles are set in one face, so that the emphasis of “Small”, “E. coli” is left out"
    )


def test_a_formula_that_data_cannot_hold_becomes_text_and_is_reported(tmp_path: Path) -> None:
    table = "Title,Authors\nThe $\\mathfrak{sl}_2$ Case,Ann Author\n"
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert [paper["title"] for paper in draft.papers] == ["The 𝔰𝔩_2 Case"]
    assert places(draft.diagnostics) == ["nowhere no-decisions", "papers.csv:2:1 formula"]


def test_what_is_imported_is_read_as_data(workspace: Workspace, tmp_path: Path) -> None:
    imports(workspace, "papers", written(tmp_path / "papers.bib", BIB))
    titles = [paper.title for paper in workspace.edition("2026").papers]
    assert "Attention in O(n log n) Time for Small E. coli at 5%" in titles
