"""Formulas that a page shows are read back as they were typed, where the page says that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from proposal.diagnostics import Span
from proposal.importers.jekyll.prose_writer import document, statement
from proposal.reading.page_tree import Element, read_html, read_markdown
from proposal.render.mathml import mathml_of
from proposal.source.math.math_grammar import read_formula

PLACES = [Span(Path("page.md"), 1, 1, 2)]
TYPED = [
    r"O(n \log n)",
    r"x_1^2 < \text{a, b}",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"{ {a} }^{'}",
    r"\$5 * |x|",
]
Reader = Callable[[str, Sequence[Span]], Element]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("read", [read_html, read_markdown])
def test_our_own_formulas_are_read_as_they_were_typed(typed: str, read: Reader) -> None:
    page = read(f"It costs $5 in <span>{mathml_of(read_formula(typed))}</span>!", PLACES)
    assert page.typed == rf"It costs \$5 in ${typed}$!"
    assert typed not in page.text
    assert statement(page) == f"It costs $5 in ${typed}$!"


def test_a_formula_on_a_line_of_its_own_stays_on_one() -> None:
    formula = read_formula("x\n+ {{a}}", is_display=True)
    page = read_html(f"<p>Thus</p><div>{mathml_of(formula)}</div>", PLACES)
    assert statement(page) == "Thus\n\n$$x + {{a}}$$"
    assert document(page.children) == "Thus\n\n$$x + { {a}}$$"


def test_annotations_of_others_are_read_and_what_is_not_known_stays_words() -> None:
    page = "<math><semantics><mi>{}</mi><annotation encoding='application/x-tex'>{}</annotation>"
    page += "</semantics></math>"
    known = read_html(page.format("α", r"\alpha"), PLACES)
    assert (known.typed, known.text) == (r"$\alpha$", "α")
    unknown = read_html(page.format("α", r"\foo"), PLACES)
    assert (unknown.typed, unknown.text) == ("α", "α")
    without = read_html("<math><mi>x</mi></math> for $5", PLACES)
    assert (without.typed, statement(without)) == ("x for $5", "x for $5")
