"""What the Nu HTML checker says of the pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

from proposal.render.mathml import mathml_of
from proposal.source.math.math_grammar import read_formula
from tests.parts import require
from tests.render.test_formula_set import all_formulas

_SHORT_RUN = ("-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java otherwise spends most of such a run on making its own code quicker."""


def said_by_nu(npm_packages: Path, *arguments: str) -> str:
    """What the Nu checker says of files, one remark a line."""
    require("Java")
    checker = npm_packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", *_SHORT_RUN, "-jar", str(checker), "--stdout", "--format", "gnu", *arguments]
    finished = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert finished.returncode == (1 if finished.stdout else 0), finished.stderr
    return finished.stdout


def test_all_formulas_are_right_for_the_nu_checker(npm_packages: Path, tmp_path: Path) -> None:
    shown = "\n".join(mathml_of(read_formula(formula)) for formula in all_formulas())
    page = tmp_path / "formulas.html"
    page.write_text(
        f'<!doctype html>\n<html lang="en">\n<title>Formulas</title>\n{shown}\n</html>\n',
        encoding="utf-8",
    )
    # It warns of each accent, which MathML writes as a character that joins the one before.
    assert said_by_nu(npm_packages, "--errors-only", str(page)) == ""
