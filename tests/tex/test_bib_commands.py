"""Each command that a bibliography may hold is one that acmart knows, under both engines."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from proposal.source.bib import text_commands
from proposal.source.bib.latex import read_latex
from tests.parts import require

_FRAME = """\\documentclass[sigconf,nonacm]{acmart}
\\begin{document}
\\title{T}\\author{A}\\affiliation{\\country{Finland}}\\maketitle
%s
\\end{document}
"""


def typed() -> list[str]:
    """Each command once, as somebody would type it."""
    accents = [f"\\{name}{{o}}" for name in text_commands.ACCENTS]
    accents += [f"\\'{{\\{base}}}" for base in text_commands.BASES]
    signs = [f"\\{name}{{}}" if name.isalpha() else f"a\\{name}b" for name in text_commands.SIGNS]
    wrappers = [f"\\{name}{{x}}" for name in sorted(text_commands.WRAPPERS)]
    switches = [f"{{\\{name} x}}" for name in sorted(text_commands.SWITCHES)]
    formulas = [
        f"$a \\{name} b$" if name.isalpha() else f"$a\\{name}b$"
        for name in sorted(text_commands.FORMULA_SIGNS - {"{", "}"})
    ]
    formulas += [
        f"$\\{name}{'{x}' * count}$" for name, count in text_commands.FORMULA_WRAPPERS.items()
    ]
    formulas += [
        f"${{\\{name} x}}$"
        for name in sorted(text_commands.FORMULA_SWITCHES - {"left", "right", "limits"})
    ]
    formulas += ["$\\left( x \\right)$", "$\\sum\\limits_{i} \\{x\\}$"]
    others = [f"\\{name}{{x}}" for name in text_commands.REWRITTEN]
    others += [f"\\{name}{{x}}{{y}}" for name in text_commands.REWRITTEN_PAIRS]
    others += [f"\\{name}{'{x}' * count} y" for name, count in text_commands.UNSHOWN.items()]
    formulas += [f"$\\{name}$" for name in text_commands.FORMULA_NAMES]
    return [
        *accents,
        *signs,
        *others,
        *wrappers,
        *switches,
        *formulas,
        *text_commands.LIGATURES,
    ]


def test_every_command_is_read() -> None:
    texts = [f"\\{name}{{}}" if name.isalpha() else f"a\\{name}b" for name in text_commands.TEXTS]
    assert [latex for latex in texts if read_latex(latex).unknown] == []
    assert [latex for latex in typed() if read_latex(latex).unknown] == []


@pytest.mark.parametrize("engine", ["pdflatex", "lualatex"])
def test_every_command_is_set_without_an_error(engine: str, tmp_path: Path) -> None:
    require("latexmk")
    written = "\n\n".join(
        "".join(fragment.latex or fragment.text for fragment in read_latex(latex).fragments)
        for latex in typed()
    )
    (tmp_path / "all.tex").write_text(_FRAME % written, encoding="utf-8")
    finished = subprocess.run(
        [engine, "-interaction=nonstopmode", "-halt-on-error", "-file-line-error", "all.tex"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert finished.returncode == 0, finished.stdout[-1500:]
