"""What Markdown becomes in LaTeX."""

from __future__ import annotations

import pytest

from tests.render.conftest import Renderer


@pytest.mark.parametrize(
    ("markdown", "latex"),
    [
        ("One\nline.\n\nAnother.", "One\nline.\n\nAnother."),
        ("*a* _b_", r"\emph{a} \emph{b}"),
        ("**a** __b__", r"\textbf{a} \textbf{b}"),
        ("***a***", r"\emph{\textbf{a}}"),
        ("a\\\nb", "a\\\\\nb"),
        ("a  \nb", "a\\\\\nb"),
        ("`x_1 = {y}`", r"\texttt{x\_1 = \{y\}}"),
        ("`a  b`", r"\texttt{a~ b}"),
        ("[words](https://a.example/b_c)", r"\href{https://a.example/b\_c}{words}"),
        ("<https://a.example>", r"\href{https://a.example}{\nolinkurl{https://a.example}}"),
        ("<a@b.org>", r"\href{mailto:a@b.org}{\nolinkurl{a@b.org}}"),
        ("# <https://a.example>", r"\section{\href{https://a.example}{https://a.example}}"),
        ("[words](#section)", "words"),
        ("[words](javascript:x)", "{[}words{]}(javascript:x)"),
        ("# A & B", r"\section{A \& B}"),
        ("## A", r"\subsection{A}"),
        ("### A", r"\subsubsection{A}"),
        ("#### A", r"\paragraph{A}"),
        ("A\n=", r"\section{A}"),
        ("> a\n> b", "\\begin{quote}\na\nb\n\\end{quote}"),
        ("- a\n- b", "\\begin{itemize}\n\\item a\n\\item b\n\\end{itemize}"),
        ("1. a\n2. b", "\\begin{enumerate}\n\\item a\n\\item b\n\\end{enumerate}"),
        ("<b>a</b> &amp; &copy;", r"<b>a</b> \& ©"),
        ("a $x^2$ \\alpha", r"a $x^{2}$ \textbackslash{}alpha"),
        ("\\*a\\*", "{*}a{*}"),
        ("{% if x %} {# y #} }}", r"\{\% if x \%\} \{\# y \#\} \}\}"),
        ("[@koren2009matrix]", r"\cite{koren2009matrix}"),
        ("a [@koren2009matrix]", r"a~\cite{koren2009matrix}"),
        ("[@koren2009matrix; @bao2023tallrec]", r"\cite{koren2009matrix,bao2023tallrec}"),
        ("[@koren2009matrix, p. 5]", r"\cite[{p. 5}]{koren2009matrix}"),
        ("[@koren2009matrix, § 5]", r"\cite[{§ 5}]{koren2009matrix}"),
        ("a.[^n]\n\n[^n]: Note *b*.", r"a.\footnote{Note \emph{b}.}"),
    ],
)
def test_every_construct_has_its_command(document: Renderer, markdown: str, latex: str) -> None:
    rendered = document(markdown)
    assert rendered.latex == latex
    assert rendered.diagnostics == []


def test_an_ordered_list_begins_with_its_number(document: Renderer) -> None:
    assert document("3. a\n4. b").latex == (
        "\\begin{enumerate}\n\\setcounter{enumi}{2}\n\\item a\n\\item b\n\\end{enumerate}"
    )


def test_nested_lists_stand_in_their_items(document: Renderer) -> None:
    assert document("- a\n  - b\n    1. c").latex == (
        "\\begin{itemize}\n\\item a\n\n"
        "\\begin{itemize}\n\\item b\n\n"
        "\\begin{enumerate}\n\\item c\n\\end{enumerate}\n"
        "\\end{itemize}\n\\end{itemize}"
    )


def test_only_numbered_lists_count_towards_the_counter_of_a_numbered_one(
    document: Renderer,
) -> None:
    within_bullets = document("- a\n\n  5. b\n").latex
    assert "\\setcounter{enumi}{4}" in within_bullets
    within_numbers = document("1. a\n\n   5. b\n").latex
    assert "\\setcounter{enumii}{4}" in within_numbers


def test_the_fifth_level_of_a_list_is_refused(document: Renderer) -> None:
    assert document("- - - - a").diagnostics == []
    assert document("x\n\n- - - - - a").messages == [
        "3:1 LaTeX sets at most four lists in each other"
    ]


def test_code_may_hold_the_end_of_its_own_environment(document: Renderer) -> None:
    rendered = document("```tex\n\\end{verbatim}\n\n  % $x$ {\n```\n")
    assert rendered.latex == (
        "\\begin{quote}\\ttfamily\\raggedright\n"
        "\\mbox{}\\textbackslash{}end\\{verbatim\\}\\\\\n"
        "\\mbox{}\\\\\n"
        "\\mbox{}~ \\% \\$x\\$ \\{\n"
        "\\end{quote}"
    )
    assert rendered.diagnostics == []


def test_indented_code_is_code(document: Renderer) -> None:
    assert "\\mbox{}a\\_b" in document("    a_b\n").latex


def test_a_table_has_its_alignments_and_its_head_in_bold(document: Renderer) -> None:
    latex = document("| a | b | c |\n|---|:-:|--:|\n| 1 & 2 | *x* | 3 |\n").latex
    assert latex == (
        "<@{}lcr@{}|\\textbf{a} & \\textbf{b} & \\textbf{c} // 1 \\& 2 & \\emph{x} & 3>"
    )


def test_only_a_column_with_long_cells_is_as_wide_as_is_left(document: Renderer) -> None:
    latex = document(f"| a | b |\n|---|---|\n| 1 | {'many words ' * 20}|\n").latex
    assert latex.startswith("<@{}lp{")
    assert "1 & \\raggedright many" in latex


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("# A[^n]\n\n[^n]: N", "1:1 a heading cannot hold a footnote"),
        ("|a|\n|-|\n|b[^n]|\n\n[^n]: N", "3:1 a table cannot hold a footnote"),
        ("a[^n]\n\n[^n]: see [^n]", "3:1 a footnote cannot hold a footnote"),
    ],
)
def test_a_footnote_where_latex_can_set_none_is_refused(
    document: Renderer, markdown: str, message: str
) -> None:
    assert document(markdown).messages == [message]


@pytest.mark.parametrize(
    ("markdown", "message", "hint"),
    [
        (
            "One\n[@koren2009matrx]",
            "2:2 `koren2009matrx` is cited but references.bib has no such entry",
            "did you mean `koren2009matrix`?",
        ),
        (
            "[@koren2009matrix; @zzz]",
            "1:20 `zzz` is cited but references.bib has no such entry",
            "add the entry, or correct the key",
        ),
        (
            "[@koren2009matrix and more]",
            "1:2 `@koren2009matrix and more` is no citation",
            "write [@key] or [@key; @other], with keys of references.bib",
        ),
    ],
)
def test_a_citation_without_an_entry_is_reported_at_its_key(
    document: Renderer, markdown: str, message: str, hint: str
) -> None:
    rendered = document(markdown)
    assert rendered.messages == [message]
    assert rendered.diagnostics[0].hint == hint


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("a\n\n![b](c.png)", "3:1 there is no picture c.png"),
        ("![b](../c.png)", "1:1 `../c.png` is no name of a picture that LaTeX can set"),
        ("![b](c.svg)", "1:1 `c.svg` is no name of a picture that LaTeX can set"),
        ("a ![b](c.png)", "1:1 a picture stands in a paragraph of its own"),
        ("[a](b/c)", "1:1 `b/c` is no web address"),
    ],
)
def test_what_latex_cannot_set_is_reported_at_its_line(
    document: Renderer, markdown: str, message: str
) -> None:
    assert document(markdown).messages == [message]


def test_a_name_from_right_to_left_goes_on_in_the_next_line(document: Renderer) -> None:
    latex = document("By נגיב\nמחפוז and\nothers.").latex
    assert latex == "By {\\righttoleft {\\scriptHebr נגיב\nמחפוז}} and\nothers."


@pytest.mark.parametrize("typed", ["&nbsp;", "&#160;"])
def test_a_paragraph_that_begins_with_a_tie_begins_a_paragraph_for_tex(
    typed: str, document: Renderer
) -> None:
    latex = document(f"One.\n\n{typed}\n\n{typed}Two{typed}words.").latex
    assert latex.count("\\leavevmode{}") == 2
