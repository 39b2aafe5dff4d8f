"""A TeX that ends with an error of which its log says nothing is believed all the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from proposal.diagnostics import Severity
from proposal.doctor import Group
from proposal.tex.passes import typeset
from tests.diagnostic_lists import only
from tests.parts import require
from tests.workspace import Workspace

FAKE = """\
#!/bin/sh
for argument; do
  case $argument in -jobname=*) job=${argument#-jobname=};; esac
done
cat > /dev/null
[ -n "$job" ] || exit 1
echo 'This is the last line.' > "$job.log"
"""
"""A program in the place of TeX that reads what it is told and does not complain."""

KILLED = "was ended by the system, signal 9: often too little memory"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("exit 1", "TeX made no PDF: This is the last line."),
        ("exit 0", "TeX made no PDF: This is the last line."),
        (
            "echo '%PDF-1.5' > \"$job.pdf\"; exit 1",
            "TeX ended before the document did: This is the last line.",
        ),
        (
            'rm "$job.log"; echo "fatal: out of memory" >&2; exit 1',
            "TeX made no PDF: fatal: out of memory",
        ),
        ('rm "$job.log"; exit 1', "TeX made no PDF: it left no log and said nothing"),
        (
            'rm "$job.log"; echo Loading.; kill -KILL $$',
            f"TeX {KILLED}; its last words: Loading.",
        ),
    ],
)
def test_an_error_without_a_word_in_the_log_is_an_error(
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    more: str,
    message: str,
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("pdflatex", "lualatex", "kpsewhich"):
        file = programs / name
        file.write_text(FAKE + more + "\n", encoding="utf-8")
        file.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    document = workspace.rendered()
    made = typeset(document, epoch=0)
    assert made.pdf is None
    diagnostic = only(
        diagnostic for diagnostic in made.diagnostics if diagnostic.severity is Severity.ERROR
    )
    assert (diagnostic.code, diagnostic.message) == ("tex-failed", message)


def test_a_bibtex_that_is_killed_is_an_error(
    lean: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require(Group.DOCUMENTS)
    programs = tmp_path / "programs"
    programs.mkdir()
    file = programs / "bibtex"
    file.write_text("#!/bin/sh\necho Reading.\nkill -KILL $$\n", encoding="utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    lean.write("editions/2024/references.bib", "@misc{key, title={A}, author={B}, year=2020}\n")
    lean.append("editions/2024/summary.md", "\nSee [@key].\n")
    document = lean.rendered()
    assert document.bib is not None
    made = typeset(document, epoch=0)
    assert made.pdf is None
    found = only(
        diagnostic for diagnostic in made.diagnostics if diagnostic.severity is Severity.ERROR
    )
    assert found.message == f"BibTeX {KILLED}; its last words: Reading."
