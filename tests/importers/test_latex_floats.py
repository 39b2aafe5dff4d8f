"""Figures and tables keep their captions, numbers, notes and parts, whatever sets them."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from proposal.importers.latex import read_latex
from tests.importers.latex_papers import markdown, paper, with_code

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)


def text_of(folder: Path, body: str) -> str:
    """The Markdown of a paper beside which a picture lies."""
    file = paper(folder, body)
    (folder / "plot.png").write_bytes(PIXEL)
    (text,) = read_latex(file, "2024").texts.values()
    return text


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        (r"\begin{tblr}{lr}", r"\end{tblr}"),
        (r"\begin{tblr}{colspec={lr}, hlines}", r"\end{tblr}"),
        (r"\begin{tabularx}{\linewidth}{Xr}", r"\end{tabularx}"),
        (r"\begin{tabular*}{\linewidth}{@{}lr@{}}", r"\end{tabular*}"),
        (r"\begin{xltabular}{\linewidth}{Xr}", r"\end{xltabular}"),
        (r"\begin{NiceTabular}{lr}", r"\end{NiceTabular}"),
        (r"\resizebox{\linewidth}{!}{\begin{tabular}{lr}", r"\end{tabular}}"),
        (
            r"\begin{adjustbox}{width=\linewidth}\begin{tabular}{lr}",
            r"\end{tabular}\end{adjustbox}",
        ),
    ],
)
def test_whatever_sets_a_table_its_cells_are_kept(begin: str, end: str, tmp_path: Path) -> None:
    latex = rf"\begin{{table}}\caption{{Cells}}{begin} A & B \\ \hline 1 & 2 \\ {end}\end{{table}}"
    expected = "Table 1: Cells\n\n| A | B |\n| --- | ---: |\n| 1 | 2 |"
    assert markdown(tmp_path, latex) == expected


def test_a_note_below_a_table_and_a_picture_of_a_table_are_kept(tmp_path: Path) -> None:
    latex = r"""
\begin{table}\caption{With a note}\begin{tabular}{l} A \\ \hline 1 \end{tabular}

Note: a placeholder.\end{table}

\begin{table}\caption{A picture}\label{p}\includegraphics{plot}\end{table} See Table~\ref{p}."""
    assert text_of(tmp_path, latex) == (
        "Table 1: With a note\n\n| A |\n| --- |\n| 1 |\n\nNote: a placeholder.\n\n"
        "Table 2: A picture\n\n![A picture](plot.png)\n\nSee Table&nbsp;2."
    )


def test_a_figure_without_a_picture_keeps_its_number(tmp_path: Path) -> None:
    latex = r"""\begin{figure}\begin{tabular}{l} A \\ \hline B \end{tabular}
\caption{A tabular}\label{f}\end{figure} See \autoref{f}."""
    assert markdown(tmp_path, latex) == (
        "| A |\n| --- |\n| B |\n\nFigure 1: A tabular\n\nSee Figure&nbsp;1."
    )


def test_captions_keep_citations_emphasis_and_formulas(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(
        "@article{one, author={Dee Dummy}, title={On One}, journal={Ones}, year=2020}\n"
    )
    latex = r"""\begin{figure}\includegraphics{plot}
\caption{A \emph{picture} of $x^2$ by \citet{one}~\cite{one}.}\end{figure}

\begin{table}\caption{From \cite{one}.}\begin{tabular}{l} A \end{tabular}\end{table}
\bibliography{refs}"""
    text = text_of(tmp_path, latex)
    assert '"A *picture* of $x^2$ by Dummy [@one] [@one].")' in text
    assert "Table 1: From [@one]." in text


def test_the_parts_of_a_figure_have_their_letters(tmp_path: Path) -> None:
    latex = r"""\begin{figure}
\begin{subfigure}{.4\linewidth}\includegraphics{plot}\caption{Left}\label{l}\end{subfigure}
\begin{subfigure}{.4\linewidth}\includegraphics{plot}\caption{Right}\label{r}\end{subfigure}
\caption{Both}\label{b}\end{figure}
See \ref{l}, \ref{r} and \cref{b}.

\begin{figure}
\subfloat[Above\label{a}]{\includegraphics{plot}}\subcaptionbox{Below}{\includegraphics{plot}}
\caption{More}\end{figure} See \ref{a}."""
    text = text_of(tmp_path, latex)
    assert '(plot.png "Both (a) Left (b) Right")' in text
    assert "See 1a, 1b and Figure&nbsp;1." in text
    assert '(plot.png "More (a) Above (b) Below")' in text
    assert "See 2a." in text


def test_a_figure_without_caption_has_no_number(tmp_path: Path) -> None:
    latex = r"""\begin{figure}\includegraphics{plot}\end{figure}

\begin{figure}\includegraphics{plot}\caption{One}\label{o}\end{figure} See \ref{o}."""
    assert text_of(tmp_path, latex).endswith("See 1.")


def test_a_long_table_has_its_heading_once(tmp_path: Path) -> None:
    latex = r"""\begin{longtable}{ll}\caption{Long}\label{t}\\ A & B \\ \hline \endfirsthead
A & B (continued) \\ \hline \endhead 1 & 2 \\ \end{longtable} See \ref{t}."""
    assert markdown(tmp_path, latex) == (
        "Table 1: Long\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\nSee 1."
    )


def test_lists_and_lines_in_cells_keep_their_words(tmp_path: Path) -> None:
    latex = r"""\begin{tabular}{ll} A & B \\ \hline
\makecell{one\\two} & \begin{itemize}\item three \item four\end{itemize} \\ \end{tabular}"""
    assert "| one two | three; four |" in markdown(tmp_path, latex)


def test_pictures_alone_are_counted_in_the_pdf(tmp_path: Path) -> None:
    latex = r"""\begin{figure}\begin{tabular}{l} A \end{tabular}\caption{Words}\end{figure}

\begin{figure}\includegraphics{plot}\caption{One}\label{o}\end{figure} See \ref{o}."""
    file = paper(tmp_path, latex)
    (tmp_path / "plot.png").write_bytes(PIXEL)
    draft = read_latex(file, "2024")
    (text,) = draft.texts.values()
    assert text.endswith("See 1.")
    assert any("Figure 2 is Figure 1" in one.message for one in with_code(draft, "layout-not-kept"))


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"\begin{longtblr}[caption={Of \emph{A}}, label={t}]{ll}A & B\end{longtblr}See \ref{t}.",
         "Table 1: Of *A*\n\n| | |\n| --- | --- |\n| A | B |\n\nSee 1."),
        ((r"\begin{table}\begin{minipage}{3cm}\caption{L}\begin{tabular}{l}a\end{tabular}"
         r"\end{minipage}\begin{minipage}{3cm}\caption{R}\begin{tabular}{l}b\end{tabular}\end{minipage}\end{table}"),
         "Table 1: L\n\n| |\n| --- |\n| a |\n\nTable 2: R\n\n| |\n| --- |\n| b |"),
        ((r"\begin{threeparttable}\begin{tabular}{l}a\tnote{1}\end{tabular}\begin{tablenotes}"
         r"\item[1] So.\item[2] More.\end{tablenotes}\end{threeparttable}"),
         "| |\n| --- |\n| a1 |\n\n1 So.\n\n2 More."),
        ((r"\begin{figure}\begin{minipage}{3cm}\includegraphics{plot}\subcaption{L}\label{l}"
         r"\end{minipage}\caption{Both}\end{figure}\ref{l}, \subref{l}"),
         '![Both](plot.png "Both (a) L")\n\n1a, (a)'),
    ],
)  # fmt: skip
def test_captions_and_notes_stand_at_what_they_are_about(
    latex: str, expected: str, tmp_path: Path
) -> None:
    assert text_of(tmp_path, latex) == expected
