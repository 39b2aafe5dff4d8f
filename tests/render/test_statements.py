"""What somebody else's text may do: a biography or an abstract is no document."""

from __future__ import annotations

import pytest

from tests.render.conftest import Renderer


@pytest.mark.parametrize(
    ("typed", "latex"),
    [
        ("snake_case and _a_", r"snake\_case and \_a\_"),
        ("__a__", r"\_\_a\_\_"),
        ("*a* **b**", r"\emph{a} \textbf{b}"),
        ("# 1 of 3", r"\# 1 of 3"),
        ("a\n---\nb", "a\n---\nb"),
        ("{{ title }}", r"\{\{ title \}\}"),
        ("{{ title", r"\{\{ title"),
        ("[@koren2009matrix]", "{[}@koren2009matrix{]}"),
        ("a[^1]\n\n[^1]: b", "a{[}\\textasciicircum{}1{]}\n\n{[}\\textasciicircum{}1{]}: b"),
        ("|a|\n|-|\n|b|", "|a|\n|-|\n|b|"),
        ("    indented", "indented"),
        ("![a](b.png)", "!{[}a{]}(b.png)"),
        ("[lab](https://a.example)", r"\href{https://a.example}{lab}"),
        ("[lab](file:///etc/passwd)", "{[}lab{]}(file:///etc/passwd)"),
        ("- a\n- b", "\\begin{itemize}\n\\item a\n\\item b\n\\end{itemize}"),
        ("`code`", r"\texttt{code}"),
        ("```\ncode\n```", "\\texttt{code}"),
    ],
)
def test_a_statement_has_markup_for_words_and_no_more(
    statement: Renderer, typed: str, latex: str
) -> None:
    rendered = statement(typed)
    assert rendered.latex == latex
    assert rendered.diagnostics == []


def test_a_hostile_statement_is_text(statement: Renderer) -> None:
    latex = statement(r"\input{../secret} \write18{id} $x^2$ 100% & #1 _a_ ~ ^ {").latex
    assert latex == (
        r"\textbackslash{}input\{../secret\} \textbackslash{}write18\{id\} "
        r"$x^{2}$ 100\% \& \#1 \_a\_ \textasciitilde{} \textasciicircum{} \{"
    )
