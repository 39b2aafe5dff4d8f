"""A paper's formulas stay formulas, with their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.latex_papers import markdown, read, with_code
from tests.render.prose import statement

OPERATORS = (
    r"\DeclareMathOperator*{\argmax}{arg\,max}\DeclarePairedDelimiter{\norm}{\lVert}{\rVert}"
    r"\DeclarePairedDelimiter\set{\{}{\}}\newcommand{\E}[1]{\mathbb{E}\left[#1\right]}"
)


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"so $\frac{a+b}{2}$", r"so $\frac{a+b}{2}$"),
        (r"so \(x_{i+1}\) and \ensuremath{\alpha}", r"so $x_{i+1}$ and $\alpha$"),
        (r"$\argmax_x f$", r"$\operatorname*{arg max}_x f$"),
        (r"$\E{x}$", r"$\mathbb{E}\left[x\right]$"),
        (
            r"$\norm{x}$, $\norm*{y}$, $\set{z}$",
            r"$\lVert x\rVert$, $\left\lVert y\right\rVert$, $\{ z\}$",
        ),
        (
            r"$\bm{x}$ and $\sum\limits_{i} \textbf{w}_i$",
            r"$\boldsymbol{x}$ and $\sum_{i} \mathbf{w}_i$",
        ),
        (r"$loss_t + {\rm MRR}$", r"$\mathit{loss}_t + {\mathrm{MRR}}$"),
        (r"$\text{if $x>0$ and }y$", r"$\text{if }x>0\text{ and }y$"),
        (
            r"$\left\{\begin{array}{ll} a & b \\ c \end{array}\right.$",
            r"$\begin{cases} a & b \\ c & \end{cases}$",
        ),
        (r"$x \not\in A$", r"$x \notin A$"),
        (r"$\text{{\sc $a$-lex} (so)} \text{ } b$", r"$a\text{-lex (so)} \ b$"),
        (r"$\mathcal{\hat{Y}} \backslash Z$", r"$\hat{\mathcal{Y}} \backslash Z$"),
        (r"$\sim$5 and $a$$b$", r"∼5 and $a b$"),
        (r"$n$0", r"$n 0$"),
        (r"the 8$^{th}$, 50$\%$, $5 \times 3$", "the 8th, 50%, 5 × 3"),
        (r"US\$5 and $x$", r"US\$5 and $x$"),
        (r"$10km$", "${10km}$"),
        (r"$a^{{b}}$", "$a^{ {b}}$"),
    ],
)
def test_formulas_in_a_line(latex: str, expected: str, tmp_path: Path) -> None:
    text = markdown(tmp_path, latex, before=OPERATORS)
    assert text == expected
    assert statement(text).diagnostics == []


def test_displayed_formulas_have_the_numbers_that_latex_gives_them(tmp_path: Path) -> None:
    latex = r"""\section{One}\section{Two}
Before
\begin{equation}\label{eq:a} x = 1 \end{equation}
between
\begin{align}
a &= b \label{eq:b} \\
  &= c \nonumber \\[2pt]
d &= e \tag{*} \label{eq:c}
\end{align}
\[ y \] and $$ z $$
\begin{eqnarray} a &=& b \\ c &\le& d \label{eq:d} \end{eqnarray}
\begin{multline}a + \\ b \label{eq:e}\end{multline}
\begin{equation*} q \end{equation*}
See \ref{eq:a}, \eqref{eq:b}, \eqref{eq:c}, \autoref{eq:d}, \cref{eq:e} and \Cref{eq:a,eq:b}."""
    assert (
        markdown(tmp_path, latex)
        == r"""# One

# Two

Before
$$x = 1 \tag{1}$$
between
$$
\begin{align*}
a & = b \tag{2} \\
& = c \\
d & = e \tag{*}
\end{align*}
$$
$$y$$
and
$$z$$
$$
\begin{align*}
a & = b \tag{3} \\
c & \le d \tag{4}
\end{align*}
$$
$$
\begin{gather*}
a + \\
b \tag{5}
\end{gather*}
$$
$$q$$
See 1, (2), (*), Equation&nbsp;4, Equation&nbsp;(5) and Equations&nbsp;(1) and (2)."""
    )


def test_numbers_of_formulas_begin_again_in_every_section_of_such_a_paper(
    tmp_path: Path,
) -> None:
    latex = r"""\section{A}\begin{equation}x\end{equation}
\section{B}\begin{equation}y\label{y}\end{equation}\eqref{y}"""
    text = markdown(tmp_path, latex, before=r"\numberwithin{equation}{section}")
    assert "$$x \\tag{1.1}$$" in text
    assert text.endswith("$$y \\tag{2.1}$$\n(2.1)")


def test_formulas_that_share_a_number_have_letters(tmp_path: Path) -> None:
    latex = r"""\begin{subequations}\label{s}
\begin{align}a&=b\label{a}\\c&=d\label{b}\end{align}\end{subequations}
\begin{equation}e\label{e}\end{equation}
See \eqref{s}, \eqref{a}, \eqref{b}, \eqref{e}."""
    assert markdown(tmp_path, latex).endswith("See (1), (1a), (1b), (2).")


def test_the_source_of_what_data_cannot_hold_is_kept_and_reported_once(tmp_path: Path) -> None:
    latex = "Say $\\mathds{1}$ and\n\\[ \\mathds{2} \\]\nand $\\xymatrix{a}$, but $x$."
    draft = read(tmp_path, latex)
    (text,) = draft.texts.values()
    assert text == (
        "Say `$\\mathds{1}$` and\n\n```\n\\[ \\mathds{2} \\]\n```\n\n"
        "and `$\\xymatrix{a}$`, but $x$."
    )
    (found,) = with_code(draft, "formula")
    assert found.message.startswith("3 formulas have commands that data cannot hold")
    assert with_code(draft, "unknown-latex") == []


def test_formulas_stand_in_lists_headings_and_cells(tmp_path: Path) -> None:
    latex = r"""\section{Of $n^2$}
\begin{itemize}\item one \[a_1\] more\end{itemize}

\begin{tabular}{ll} $|x|$ & $\|y\|$ \end{tabular}"""
    text = markdown(tmp_path, latex)
    assert "# Of $n^2$" in text
    assert "- one\n  $$a_1$$\n  more" in text
    assert r"| $\vert x\vert$ | $\Vert y\Vert$ |" in text


def test_a_label_in_what_is_not_known_has_no_number(tmp_path: Path) -> None:
    draft = read(tmp_path, r"\section{A}\begin{strange}x\label{s}\end{strange} See \ref{s}.")
    assert with_code(draft, "unknown-label")


def test_characters_by_their_numbers(tmp_path: Path) -> None:
    latex = r"{\texttt{x}} \char'134begin, \char65 B, \string y"
    assert markdown(tmp_path, latex) == r"`x` \begin, AB, y"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (r"a \texttt{\color{red}{if}} b", r"a \mathtt{if} b"),
        (r"a \texttt{\textcolor{red}{if}} b", r"a \mathtt{if} b"),
        (r"\TextOrMath{words}{x} + 1", "x + 1"),
    ],
)
def test_colours_and_choices_leave_the_formula(formula: str, expected: str, tmp_path: Path) -> None:
    assert markdown(tmp_path, f"So ${formula}$.") == f"So ${expected}$."
