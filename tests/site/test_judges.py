"""What the Nu HTML checker says of the pages."""

from __future__ import annotations

from pathlib import Path

from proposal.render.mathml import mathml_of
from proposal.source.math.math_grammar import read_formula
from tests.render.formula_set import all_formulas
from tests.site.nu_checker import said_by_nu


def test_all_formulas_are_right_for_the_nu_checker(npm_packages: Path, tmp_path: Path) -> None:
    shown = "\n".join(mathml_of(read_formula(formula)) for formula in all_formulas())
    page = tmp_path / "formulas.html"
    page.write_text(
        f'<!doctype html>\n<html lang="en">\n<title>Formulas</title>\n{shown}\n</html>\n',
        encoding="utf-8",
    )
    # It warns of each accent, which MathML writes as a character that joins the one before.
    assert said_by_nu(npm_packages, "--errors-only", str(page)) == ""
