"""PDFs as others make them of pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

from proposal.doctor import Group
from tests.parts import require
from tests.workspace import ROOT


def printed(folder: Path, *changes: tuple[str, str]) -> Path:
    """The hand-written summary of 2024 as a PDF, after some changes."""
    require(Group.DOCUMENTS)
    source = (ROOT / "tests" / "fidelity" / "summary.tex").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in source
        source = source.replace(old, new, 1)
    (folder / "theirs.tex").write_text(source, encoding="utf-8")
    for _ in range(2):
        subprocess.run(
            ["pdflatex", "-interaction=batchmode", "theirs.tex"],
            cwd=folder,
            check=False,
            capture_output=True,
        )
    return folder / "theirs.pdf"
