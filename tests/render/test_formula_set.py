"""Whatever the table of commands knows is set by TeX, shown by pages, and read back from both."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.build.outputs import render_editions
from proposal.diagnostics import Severity
from proposal.model.reference.formula_reference import formula_reference
from proposal.render.mathml import mathml_of
from proposal.render.quoted_facts import FactError, Facts
from proposal.source.math import math_commands as known
from proposal.source.math.math_grammar import FormulaError, read_formula
from proposal.source.math.math_line import MathLine
from tests.conftest import MadeOnce
from tests.render.formula_set import all_formulas
from tests.some import some
from tests.workspace import ROOT, Workspace

TITLE = r"Ranking in $O(n \log n)$ over $\sum_{i=1}^n \sqrt[3]{x_i^2}$ and $\hat\theta$ for \$5"
ARRAYS = (
    r" by $\binom{n}{k}$, $\begin{pmatrix} a & b \\ c & d \end{pmatrix}$, "
    r"$\underbrace{p + q}_{r}$, $\overbrace{s}^{t}$ and "
    r"$\begin{cases} u & \text{if } v \\ w & \text{else} \end{cases}$"
)


QUOTE = "{{ papers.insertrank.title }}"


@pytest.fixture(scope="session")
def made(made_once: MadeOnce) -> Workspace:
    """A workshop with formulas in its proposal, a title and an abstract, which was built."""

    def build(root: Path) -> None:
        workspace = Workspace.of_the_real_workshop(root)
        workspace.replace(
            "editions/2026/papers.yaml",
            '"InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking"',
            f"'{TITLE}{ARRAYS}'\n  abstract: 'For all $x_1^2$.'",
        )
        formulas = [f"- ${formula}$" for formula in all_formulas()]
        text = "\n".join(
            ["\n\n# Formulas $n^2$", "", "{{ papers }}", "", f"See {QUOTE}.", "", *formulas, ""]
        )
        workspace.append("editions/2026/proposal.md", f"{text}\n$$\n\\sum_i x_i\n$$\n")
        workspace.run("build", "2026")

    return Workspace(made_once("formulas", build))


def test_tex_sets_every_command_and_every_artefact_states_a_title_with_formulas(
    made: Workspace,
) -> None:
    assert (made.root / "build/2026/proposal.pdf").is_file()
    output = made.run("check", "2026").output
    assert "missing-fact" not in output
    assert "different-fact" not in output


def test_a_formula_that_is_changed_on_a_page_is_found(made: Workspace, tmp_path: Path) -> None:
    page = made.root / "build/site/2026/index.html"
    whole = page.read_text(encoding="utf-8")
    try:
        page.write_text(whole.replace("<mi>log</mi>", "<mi>exp</mi>"), encoding="utf-8")
        output = made.run("check", "2026").output
    finally:
        page.write_text(whole, encoding="utf-8")
    assert "where papers.insertrank.title is" in output


def test_pages_have_elements_for_every_command() -> None:
    for typed in some(all_formulas()):
        assert mathml_of(read_formula(typed)).startswith("<math data-tex=")


def test_texts_and_calendars_show_a_formula_in_characters(made: Workspace) -> None:
    calendar = (made.root / "build/2026/schedule.ics").read_text(encoding="utf-8")
    assert "Ranking in O(n log n) over ∑ᵢ₌₁ⁿ ³√xᵢ²" in calendar.replace("\n ", "")
    bib = (made.root / "build/2026/papers.bib").read_text(encoding="utf-8")
    assert r"Ranking in $O(n\log n)$ over $\sum_{i=1}^{n}" in bib


def test_a_title_that_is_quoted_keeps_its_formulas(made: Workspace) -> None:
    tex = (made.root / "build/2026/proposal.tex").read_text(encoding="utf-8")
    assert r"See Ranking in $O(n\log n)$ over $\sum_{i=1}^{n}" in tex
    facts = Facts(made.edition("2026"))
    names = facts.value('papers | only("agp", "insertrank") | names')
    assert isinstance(names, MathLine)
    assert len(names.formulas) == 8
    assert " and Ranking in O(n log n)" in names
    for wrong, hint in (
        ("papers.insertrnk.title", "insertrank"),
        ("papers.video-recommenders.title", 'papers["video-recommenders"]'),
    ):
        with pytest.raises(FactError) as caught:
            facts.value(wrong)
        assert hint in str(caught.value.hint)


def test_a_formula_that_is_never_closed_is_reported_and_printed_as_it_is(
    workspace: Workspace,
) -> None:
    title = r'"InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking"'
    workspace.replace("editions/2026/papers.yaml", title, r"'Fast in $x^2 and \$y^2'")
    text = "\n\nAbout $\\alpha or \\$x_1.\n\nCode: `$x_i`, price: $7.\n"
    workspace.append("editions/2026/proposal.md", text)
    found = [found for found in workspace.check(["2026"]) if found.code == "unclosed-formula"]
    found.sort(key=lambda diagnostic: diagnostic.message, reverse=True)
    assert [(found.message, found.severity) for found in found] == [
        ("`$x^2` begins like a formula, and no dollar sign ends it", Severity.WARNING),
        (r"`$\alpha` begins like a formula, and no dollar sign ends it", Severity.WARNING),
    ]
    places = [found.span.file.name for found in found if found.span]
    assert places == ["papers.yaml", "proposal.md"]
    (document,) = render_editions(workspace.load(), ["2026"]).documents.values()
    assert r"About \$\textbackslash{}alpha or \$x\_1" in document.tex.text


def test_a_mistake_in_a_title_is_reported_at_its_column(workspace: Workspace) -> None:
    title = r'"InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking"'
    workspace.replace("editions/2026/papers.yaml", title, r"'Fast in $\foo$'")
    (found,) = [found for found in workspace.read().diagnostics if found.code == "unknown-math"]
    assert found.span
    assert (found.span.line, found.span.column) == (2, 20)


def test_the_reference_lists_the_table_as_it_is() -> None:
    page = (ROOT / "docs/reference/formulas.md").read_text(encoding="utf-8")
    assert page == formula_reference(), (
        "type `proposal schema --formulas docs/reference/formulas.md`"
    )


def test_commands_with_a_replacement_are_none_of_the_table() -> None:
    for name in known.INSTEAD:
        with pytest.raises(FormulaError):
            read_formula(rf"\{name}{{x}}")
