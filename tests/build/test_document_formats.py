"""Documents in acmart's other formats, in `article`, and in a class of the workshop's own."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from proposal.check.calls.answers import demands_of
from proposal.check.rules.run_rules import subject_of
from proposal.doctor import Group
from tests import pdf
from tests.parts import require
from tests.workspace import ROOT, Workspace

EDITION = "editions/2026/edition.yaml"
GUIDE = ROOT / "docs" / "guide" / "templates.md"


def in_format(workspace: Workspace, written: str) -> None:
    workspace.replace(EDITION, "{text: proposal.md}", f"{{text: proposal.md, {written}}}")


def shorten(workspace: Workspace) -> None:
    """Leave little text, so that TeX is quick."""
    workspace.write("editions/2026/proposal.md", "# One\n\nShort [@vaswani2017attention].\n")


def errors_in(output: str) -> list[str]:
    """What `check` calls an error."""
    return [line for line in output.splitlines() if re.search(r"(?:^|: )error: ", line)]


def test_a_manuscript_is_set_in_one_column_and_its_facts_agree(workspace: Workspace) -> None:
    in_format(workspace, "format: manuscript, variant: submission")
    file = workspace.built("2026", "proposal")
    assert "\\documentclass[manuscript,review]{acmart}" in file.with_suffix(".tex").read_text()
    assert len(pdf.pages(file)) > 5
    output = workspace.run("check", "2026").output
    assert "margins and page numbers are not judged in the format manuscript" in output
    assert all("[too-many-pages]" in found for found in errors_in(output))
    (row,) = [
        answer
        for answer in demands_of(subject_of(workspace.load(), "2026"), {})
        if answer.demand == "setting"
    ]
    assert (row.label, row.missing) == ("ACM sigconf", "the format is manuscript")
    assert row.hint == "write `format: sigconf` for the document in edition.yaml"


def test_an_article_names_authors_and_conference(workspace: Workspace) -> None:
    shorten(workspace)
    in_format(workspace, "format: article, page_numbers: false")
    file = workspace.built("2026", "proposal")
    first = " ".join(pdf.pages(file)[0].split())
    assert "WSDM ’26, February 22–26, 2026, Boise, Idaho, USA" in first
    assert "Google DeepMind" in first
    assert "Manuscript submitted" not in first
    assert errors_in(workspace.run("check", "2026").output) == []


def test_the_guides_example_is_set_in_a_class_of_the_workshops_own(workspace: Workspace) -> None:
    require(Group.DOCUMENTS)
    (example,) = re.findall(r"```latex\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    found = subprocess.run(
        ["kpsewhich", "IEEEtran.cls"], check=True, capture_output=True, text=True
    )
    source = Path(found.stdout.strip()).read_text(encoding="latin-1")
    own = source.replace("\\ProvidesClass{IEEEtran}", "\\ProvidesClass{ourclass}")
    workspace.template("ourclass.cls", own)
    workspace.template("proposal.tex", example.replace("{IEEEtran}", "{ourclass}"))
    shorten(workspace)
    in_format(workspace, "format: article")
    workspace.replace("editions/2026/references.bib", "Vaswani, Ashish", "Łukasz, Ömer")
    file = workspace.built("2026", "proposal")
    text = " ".join(" ".join(pdf.pages(file)).split())
    assert "Index Terms" in text
    assert "Ö. Łukasz" in text
    assert file.with_name("ourclass.cls").is_file()
    assert errors_in(workspace.run("check", "2026").output) == []
    workspace.template("ourclass.cls", own + "% changed\n")
    assert "1 pass" in workspace.build("2026", "--document", "proposal").output


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("format: article, rights: {copyright: rightsretained}", "the format article has no place"),
        ("format: sigplan, accessible: PDF/UA-1", "PDFs with tags are made in the format sigconf"),
        ("format: manuscript, variant: accessible", "PDFs with tags are made in the format sig"),
    ],
)
def test_what_a_format_cannot_have_is_refused(
    workspace: Workspace, written: str, message: str
) -> None:
    in_format(workspace, written)
    (found,) = workspace.read().diagnostics
    assert found.code == "format-without"
    assert found.message.startswith(message)


@pytest.mark.parametrize("form", ["acmsmall", "article"])
def test_an_anonymous_proposal_names_nobody_and_counts_its_lines(
    workspace: Workspace, form: str
) -> None:
    in_format(workspace, f"format: {form}, variant: anonymous")
    prose = workspace.data / "editions/2026/proposal.md"
    text = prose.read_text(encoding="utf-8")
    text = text.replace("{{ contact.name }} ({{ contact.email }})", "somebody")
    prose.write_text(text, encoding="utf-8")
    file = workspace.built("2026", "proposal")
    pages = pdf.pages(file)
    words = " ".join(" ".join(pages).split())
    for name in ("Narges Tabari", "Aniket Deshmukh", "AWS AI Labs", "@"):
        assert name not in words, name
    assert "Generative AI for Recommender Systems" in words
    assert re.search(r"Anonymous Author", words, re.IGNORECASE)
    # A column of numbers stands beside the lines, and goes on from page to page.
    numbers = [[int(found) for found in re.findall(r"(?m)^(\d{1,3})$", page)] for page in pages]
    assert numbers[0][:40] == list(range(1, 41))
    assert max(numbers[0]) + 1 in numbers[1]
    assert all(
        "[too-many-pages]" in found for found in errors_in(workspace.run("check", "2026").output)
    )
