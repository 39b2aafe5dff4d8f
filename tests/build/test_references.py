"""The list of references that is printed is the one that plain BibTeX prints of the same file."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from proposal.doctor import Group
from proposal.model.acmart_versions import LINKED_DOI
from proposal.source.bib.style import TYPES
from proposal.source.bibtex import read_bibliography
from proposal.tex.aux_cache import CARRIED, owner, read_aux_cache
from tests import pdf
from tests.installed_acmart import installed_acmart
from tests.parts import require
from tests.workspace import Workspace

CORPUS = Path(__file__).with_name("references.bib")


def write(workspace: Workspace, bibliography: str, *keys: str) -> None:
    """Have the proposal cite some of these entries."""
    workspace.write("editions/2026/references.bib", bibliography)
    cited = "; ".join(f"@{key}" for key in keys)
    workspace.write("editions/2026/proposal.md", f"# Motivation\n\nText [{cited}].\n")


def build(workspace: Workspace, bibliography: str, *keys: str) -> str:
    """Build the proposal with these entries, all cited; what was said."""
    write(workspace, bibliography, *keys)
    finished = workspace.run("build", "2026", "--only", "pdf", "--document", "proposal")
    return finished.errors + finished.output


def references(workspace: Workspace) -> str:
    """The printed list, on one line."""
    text = pdf.raw_text(workspace.pdf("2026", "proposal"))
    printed = re.split(r"\nREFERENCES\n", text, flags=re.IGNORECASE)[-1]
    return " ".join(printed.split())


def test_a_corpus_of_entries_prints_as_plain_bibtex_prints_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    """The built document is compiled again by TeX alone, from the entries as they were typed.

    Newer versions of the style have a DOI read as text, where a percent sign hides what follows;
    for these, it is typed as people must type it there.
    """
    require(Group.DOCUMENTS)
    keys = list(read_bibliography(CORPUS)[0])
    said = build(workspace, CORPUS.read_text(encoding="utf-8"), *keys)
    assert "error" not in said, said
    built = workspace.pdf("2026", "proposal")
    shutil.copy(built.with_suffix(".tex"), tmp_path)
    typed = CORPUS.read_text(encoding="utf-8")
    if LINKED_DOI.at(installed_acmart()).startswith("doi:"):
        typed = typed.replace("12_34%56", "12_34\\%56")
    (tmp_path / CORPUS.name).write_text(typed, encoding="utf-8")
    left = read_aux_cache(built.with_name(".proposal.rest"), owner("pdflatex", "proposal"))
    assert left is not None
    for suffix in CARRIED:  # so that BibTeX knows what is cited, and one pass is enough
        if suffix in left.files:
            (tmp_path / f"proposal{suffix}").write_bytes(left.files[suffix])
    for program in (["bibtex", "proposal"], ["pdflatex", "-interaction=nonstopmode", "proposal"]):
        subprocess.run(program, cwd=tmp_path, capture_output=True, check=False)
    assert pdf.raw_pages(tmp_path / "proposal.pdf") == pdf.raw_pages(built)
    printed = references(workspace)
    assert f"[{len(keys)}]" in printed
    assert pdf.letters(printed).count("[n.d.]") == 2
    assert "Commun. ACM 1, 2 (July 2020), 1–9." in printed


def test_the_corpus_has_every_type_of_the_style() -> None:
    assert {reference.kind for reference in read_bibliography(CORPUS)[0].values()} >= TYPES - {
        "software",
        "dataset",
    }


SIGNS = [
    ("title = {Q & A at AT&T Labs}", "Q & A at AT&T Labs"),
    ("title = {A 5% Gain for snake_case #1 ^}", "A 5% Gain for snake_case #1 ^"),
    ("title = {It Costs $5}", "It Costs $5"),
    ("title = {T}, howpublished = {\\url{https://a.example.org/a%20c?x=1#top}}",
     "https://a.example.org/a%20c?x=1#top"),
    ("title = {T}, url = {\\url{https://a.example.org/b_c}}", "https://a.example.org/b_c"),
]  # fmt: skip
"""Fields with signs that stop plain BibTeX, and what they print."""


def test_signs_that_stop_plain_bibtex_print_as_people_mean_them(workspace: Workspace) -> None:
    entries = [
        f"@misc{{k{number}, author = {{Ann Author}}, year = 2020, {fields}}}\n"
        for number, (fields, _) in enumerate(SIGNS)
    ]
    said = build(workspace, "".join(entries), *(f"k{number}" for number in range(len(SIGNS))))
    assert "error" not in said, said
    listed = references(workspace)
    assert [printed for _, printed in SIGNS if printed not in listed] == []


def test_only_what_is_cited_is_reported_of(workspace: Workspace) -> None:
    entry = "@misc{%s, author = {Ann Author}, year = 2020, title = {See \\cite{other}}}\n"
    good = "@misc{good, author = {Ann Author}, year = 2020, title = {Good}}\n"
    write(workspace, good + entry % "bad", "good")
    rendered = workspace.rendered("2026", "proposal")
    assert rendered.diagnostics == []
    said = build(workspace, good + entry % "bad", "good", "bad")
    assert "references.bib:2:48: error: `\\cite{other}` in `title` cannot be read as text" in said
    assert said.count("unknown-latex") == 1
