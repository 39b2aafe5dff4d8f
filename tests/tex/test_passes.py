"""What TeX makes of a document, how often it runs, and where its messages are reported."""

from __future__ import annotations

import re
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from proposal.diagnostics import Severity
from proposal.doctor import Group
from proposal.tex import engine
from proposal.tex.passes import Typeset, typeset
from tests.diagnostic_lists import only
from tests.parts import require
from tests.workspace import Workspace

SUMMARY = "editions/2024/summary.md"
LINE = "Short text."


@pytest.fixture
def short(workspace: Workspace) -> Workspace:
    """A workspace whose summary is one line, so that a pass is quick."""
    workspace.write(SUMMARY, f"# One\n\n{LINE}\n")
    return workspace


def set_by_tex(workspace: Workspace) -> Typeset:
    require(Group.DOCUMENTS)
    document = workspace.rendered()
    assert document.diagnostics == []
    if document.engine == "lualatex":
        require(Group.SCRIPTS)
    return typeset(document, epoch=0)


def diagnostics_at_a_line(made: Typeset, *codes: str) -> list[str]:
    return [
        f"{diagnostic.span.file.name}:{diagnostic.span.line}"
        for diagnostic in made.diagnostics
        if diagnostic.code in codes and diagnostic.span
    ]


def test_a_document_without_citations_takes_two_passes(short: Workspace) -> None:
    made = set_by_tex(short)
    assert made.passes == 2
    assert made.bbl is None
    assert made.pdf is not None


def test_a_document_with_citations_takes_two_passes_because_bibtex_runs_first(
    short: Workspace,
) -> None:
    short.write("editions/2024/references.bib", "@misc{key, title={A}, author={B}, year=2020}\n")
    short.append(SUMMARY, "\nSee [@key].\n")
    made = set_by_tex(short)
    assert made.passes == 2
    assert made.bbl is not None
    assert b"\\bibitem" in made.bbl
    assert made.diagnostics == []


def test_a_line_that_sticks_out_of_a_biography_is_reported_in_the_persons_file(
    short: Workspace,
) -> None:
    short.replace("people/wang-cheng-kang.yaml", "Adobe Research", "9" * 90)
    short.append(SUMMARY, '\n{{ biographies | only("wang-cheng-kang") }}\n')
    made = set_by_tex(short)
    (diagnostic,) = [
        diagnostic for diagnostic in made.diagnostics if diagnostic.code == "overfull-box"
    ]
    assert diagnostic.severity is Severity.WARNING
    assert "camera-ready.pdf sticks out of its column by" in diagnostic.message
    assert diagnostic.span is not None
    assert diagnostic.span.file.name == "wang-cheng-kang.yaml"
    bio = short.place_of("people/wang-cheng-kang.yaml", "As a Staff Research Engineer")
    first = int(bio.split(":")[1])
    assert first <= diagnostic.span.line <= first + 4
    assert made.pdf is not None


def test_a_line_that_sticks_out_of_a_reference_is_reported_at_its_entry(short: Workspace) -> None:
    short.write(
        "editions/2024/references.bib",
        "@misc{fine, title={A}, author={B}, year=2020}\n"
        f"@misc{{wide, title={{{'9' * 90}}}, author={{B}}, year=2020}}\n",
    )
    short.append(SUMMARY, "\nSee [@fine; @wide].\n")
    made = set_by_tex(short)
    assert diagnostics_at_a_line(made, "overfull-box") == ["references.bib:2"]


def test_a_document_that_never_ends_is_stopped(
    lean: Workspace, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lean.template("blocks/topics.tex", "\\immediate\\openout9=reached \\def\\x{\\x}\\x\n")
    lean.append(SUMMARY, "\n{{ topics }}\n")

    def clock() -> float:
        """The time, which is up once TeX is there, however busy the machine is."""
        has_reached_it = any(temporary.rglob("reached*"))
        return time.monotonic() + (2 * engine.TIME_LIMIT if has_reached_it else 0)

    monkeypatch.setattr(engine, "time", SimpleNamespace(monotonic=clock))
    monkeypatch.setattr(engine, "_LAST_WORDS", 60.0)  # it ends as soon as it has said them
    made = set_by_tex(lean)
    assert made.pdf is None
    diagnostic = only(made.diagnostics)
    assert (diagnostic.code, diagnostic.severity) == ("tex-timeout", Severity.ERROR)
    assert re.fullmatch(
        r"pdflatex did not finish camera-ready in \d+ seconds and was stopped", diagnostic.message
    )
    assert diagnostics_at_a_line(made, "tex-timeout") == ["topics.tex:1"]
