"""Short drafts in any class."""

from __future__ import annotations

from pathlib import Path

from proposal.importers.draft import Draft
from proposal.importers.latex import read_latex
from tests.importers.bringing import written

ABSTRACT = r"\begin{abstract}What it is about.\end{abstract}"


def draft_of(folder: Path, class_name: str, top: str, body: str = "") -> Draft:
    """What is understood of a short draft in a class."""
    lines = [
        rf"\documentclass[11pt]{{{class_name}}}",
        r"\begin{document}",
        r"\title{First Workshop on Structured Proposals}",
        top,
        r"\maketitle",
        ABSTRACT if "abstract" not in top else "",
        body,
        r"\end{document}",
    ]
    return read_latex(written(folder / "draft.tex", "\n".join(lines) + "\n"), "2026")
