"""Formulas in prose become formulas in every form of output, and stand in no other's way."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from proposal.render.html import html_of
from proposal.render.markdown import markdown_of
from proposal.render.mathml import mathml_of
from proposal.render.plain import plain_of
from proposal.render.prose import ReadProse
from proposal.source.math.math_grammar import read_formula
from tests.render.conftest import Renderer
from tests.render.prose import document, statement

TEXT = r"""Costs $O(n_i * m_j)$ and *more*, $5 or $10, and
$x_1$ \$y\$.

$$
x_1
- \frac{y}{2}
+ z
$$
holds."""


def html(read: ReadProse) -> str:
    return html_of(read, lambda _: Markup())


def test_tex_sets_what_was_understood(document: Renderer) -> None:
    rendered = document(TEXT)
    assert rendered.diagnostics == []
    assert rendered.latex == (
        "Costs $O(n_{i}*m_{j})$ and \\emph{more}, \\$5 or \\$10, and\n$x_{1}$ \\$y\\$.\n\n"
        "\\[x_{1}-\\frac{y}{2}+z\\]\nholds."
    )


def test_pages_have_mathml() -> None:
    shown = html(statement(TEXT))
    assert "<msub><mi>n</mi><mi>i</mi></msub>" in shown
    assert "<em>more</em>, $5 or $10" in shown
    assert re.search(r'<math data-tex="[^"]+" display="block">', shown)
    assert "<mfrac><mi>y</mi><mn>2</mn></mfrac>" in shown


def test_texts_have_characters() -> None:
    text = plain_of(document(TEXT), lambda _: "")
    assert text.startswith("Costs O(nᵢ ∗ mⱼ) and more, $5 or $10, and x₁ $y$.")
    assert "    x₁ - y/2 + z" in text
    markdown = markdown_of(document(TEXT), lambda _: "")
    assert markdown.startswith(r"Costs O(nᵢ ∗ mⱼ) and *more*, \$5 or \$10, and")


def test_markdown_for_jekyll_has_mathml_without_any_sign_of_markdown() -> None:
    read = document(r"$a_1 | b * c \_ \{ x \} < [y]$")
    shown = markdown_of(read, lambda _: "", has_mathml=True)
    assert shown.startswith('<span><math data-tex="a&#95;1 &#124; b &#42; c')
    assert set(shown) & set("_|*{}[]") == set()


def test_a_formula_in_a_heading_is_read_in_its_bookmark(document: Renderer) -> None:
    latex = document("# The $n^2$ problem").latex
    assert latex == r'\section{The \texorpdfstring{$n^{2}$}{n\unichar{"00B2}} problem}'


def test_a_formula_that_needs_a_line_of_its_own_has_none_in_a_table(document: Renderer) -> None:
    assert r"$\displaystyle x_{1}$" in document("| a |\n|---|\n| $$x_1$$ |").latex


def test_numbers_stand_beside_displayed_formulas(document: Renderer) -> None:
    text = "So\n$$x_1 = 1 \\tag{4}$$\nand\n\n| a |\n|---|\n| $$x_2 \\tag{5}$$ |"
    latex = document(text).latex
    assert "\\begin{gather*}x_{1}=1\\tag{4}\\end{gather*}" in latex
    assert r"\[\begin{gather*}" not in latex
    assert r"$\displaystyle \begin{gathered}x_{2}\end{gathered}\quad\text{(5)}$" in latex
    shown = html(statement(text))
    assert "<mtext>&#40;4&#41;</mtext>" in shown


@pytest.mark.parametrize(
    ("name", "size"), [("big", "1.2em"), ("Big", "1.8em"), ("bigg", "2.4em"), ("Bigg", "3em")]
)
def test_large_brackets_have_tex_s_sizes_on_pages(name: str, size: str) -> None:
    written = str(mathml_of(read_formula(rf"\{name}( x \{name}|")))
    assert written.count(f'minsize="{size}"') == written.count(f'maxsize="{size}"') == 2


def test_lines_below_a_sum_are_small_on_pages() -> None:
    shown = html(
        statement(r"So $\sum_{\substack{i \\ j}} x$ and $\begin{matrix} a \\ b \end{matrix}$.")
    )
    assert shown.count("<mtable") == 2
    assert shown.count('scriptlevel="0"') == 1


def test_a_mistake_is_reported_at_its_line_and_column_and_the_text_stays() -> None:
    read = statement("One $x$ and\n$a +\n\\foo$ and $\\alhpa$.\n\n$$\nx\n^\n$$")
    places = [
        (found.span.line, found.span.column, found.code) for found in read.diagnostics if found.span
    ]
    assert places == [(3, 1, "unknown-math"), (3, 12, "unknown-math"), (7, 1, "formula-syntax")]
    assert r"\foo$ and $\alhpa$." in html(read)


def test_a_formula_stands_in_links_emphasis_and_quotes() -> None:
    shown = html(statement('*a $b*c$ d* [$x$ y](https://a.example) "$z$"'))
    assert shown.startswith('<p><em>a <math data-tex="b&#42;c">')
    assert '<a href="https://a.example"><math data-tex="x"><mi>x</mi></math> y</a>' in shown
    assert '“<math data-tex="z"><mi>z</mi></math>”' in shown
