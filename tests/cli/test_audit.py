"""`proposal audit`: what is typed, what is printed, and how the command ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pypdf
import pytest
from jsonschema import Draft202012Validator
from pypdf.generic import RectangleObject
from typer.testing import CliRunner

from proposal.audit.run_audit import audit
from proposal.audit.with_data.production_check import without_leftovers
from proposal.cli.app import app
from proposal.cli.progress import JobProgress
from proposal.diagnostics import Diagnostic, Severity
from proposal.project import load
from tests.check.pdf.tagging import PART, TaggedPdf
from tests.workspace import ROOT, Workspace, run

PAGE = """\
---
permalink: /GenAIRecP2026
title: "Third Workshop on Generative AI for Recommender Systems and Personalization (2026)"
excerpt: "Thursday Feb. 26, 2026, Boise, Idaho, USA <br> Held in conjunction with WSDM 2026"
---

- Submission deadline: {deadline}
- Author notifications: December 18, 2025
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page whose deadline is right."""
    file = tmp_path / "page.md"
    file.write_text(PAGE.format(deadline="November 28, 2025"), encoding="utf-8")
    return file


@pytest.fixture
def old_page(page: Path) -> Path:
    """A page with the deadline before it was moved."""
    page.write_text(PAGE.format(deadline="November 21, 2025"), encoding="utf-8")
    return page


def test_a_page_that_agrees_ends_with_nothing_and_says_what_was_looked_at(
    workspace: Workspace, page: Path
) -> None:
    finished = workspace.run("audit", str(page), "--edition", "2026")
    assert finished.code == 0, finished.output + finished.errors
    first = finished.output.split("\n")[0]
    assert first == "1 page of 2026: 9 statements of facts agree, 0 differ, 0 are missing."


def test_a_deviation_is_printed_with_its_line_and_a_caret(
    workspace: Workspace, old_page: Path
) -> None:
    finished = workspace.run("audit", str(old_page), "--edition", "2026")
    assert finished.code == 1
    summary, _, findings = finished.output.replace("\N{NO-BREAK SPACE}", " ").partition("\n\n")
    assert findings.startswith(
        f"{old_page}:7:24: error: this says “November 21, 2025”, which it was before it was moved; "
        "dates.submission is “November 28, 2025” (data/editions/2026/edition.yaml:104:22) "
        "[stale-fact]\n"
        "  7 | - Submission deadline: November 21, 2025\n"
        "    |                        ^^^^^^^^^^^^^^^^^\n"
        "    = hint: change it here; if it is right, change the data\n"
    )
    assert "1 page of 2026: 8 statements of facts agree, 1 differs, 0 are missing." in summary


@pytest.fixture
def stopped_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two pages; Ctrl-C is typed when the first one was read."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "first.md").write_text("Room: TBA\n", encoding="utf-8")
    (folder / "second.md").write_text("Room: TBC\n", encoding="utf-8")

    def interrupt(read: int, _of: int, _name: str) -> None:
        if read == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(JobProgress, "of", lambda _self, _doing: interrupt)
    return folder


def test_ctrl_c_prints_what_was_found_so_far(stopped_folder: Path) -> None:
    finished = CliRunner().invoke(app, ["audit", str(stopped_folder)])
    assert finished.exit_code == 130
    assert finished.stdout.startswith("Stopped when 1 of 2 files was read, so this is not all")
    assert "“TBA” holds the place" in finished.stdout
    assert "“TBC”" not in finished.stdout


def test_programs_hear_of_ctrl_c_on_the_error_stream(stopped_folder: Path) -> None:
    finished = CliRunner().invoke(app, ["audit", str(stopped_folder), "--format", "json"])
    assert finished.exit_code == 130
    assert [found["code"] for found in json.loads(finished.stdout)["findings"]] == ["placeholder"]
    assert "Stopped when 1 of 2 files was read" in finished.stderr


def test_ctrl_c_keeps_what_differs_from_the_data(workspace: Workspace, old_page: Path) -> None:
    def interrupt(read: int, _of: int, _name: str) -> None:
        if read == 1:
            raise KeyboardInterrupt

    audited = audit(load(workspace.root), "2026", [old_page, workspace.root], interrupt)
    assert [found.code for found in audited.diagnostics] == ["stale-fact"]
    assert audited.summary.lines[0].startswith("Stopped when 1 of ")


def test_json_has_the_shape_of_a_check(workspace: Workspace, old_page: Path) -> None:
    finished = workspace.run("audit", str(old_page), "--edition", "2026", "--format", "json")
    assert finished.code == 1
    report = json.loads(finished.output)
    schema = json.loads((ROOT / "docs" / "schema" / "check.schema.json").read_text())
    Draft202012Validator(schema).validate(report)
    assert report["editions"] == ["2026"]
    assert [(artefact["facts"], artefact["agreeing"]) for artefact in report["artefacts"]] == [
        (9, 8)
    ]
    assert [(diagnostic["code"], diagnostic["line"]) for diagnostic in report["findings"]] == [
        ("stale-fact", 7)
    ]


def test_github_shows_it_beside_the_page(workspace: Workspace, old_page: Path) -> None:
    finished = workspace.run("audit", str(old_page), "--edition", "2026", "--format", "github")
    assert finished.code == 1
    assert finished.output.startswith(f"::error title=stale-fact,file={old_page},line=7,col=24")


def test_without_an_edition_no_data_are_needed(old_page: Path, tmp_path: Path) -> None:
    finished = run("audit", str(old_page), folder=tmp_path)
    assert finished.code == 0, finished.output + finished.errors
    assert "1 page, compared with itself alone." in finished.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.html", "--edition", "2026"], "there is no nowhere.html"),
        (["{page}", "--edition", "2025"], "there is no edition 2025"),
        (["{page}", "--format", "xml"], "xml"),
        ([], "PATH"),
    ],
)
def test_what_was_typed_wrongly_ends_with_two(
    workspace: Workspace, page: Path, arguments: list[str], said: str
) -> None:
    typed = [argument.replace("{page}", str(page)) for argument in arguments]
    finished = workspace.run("audit", *typed)
    assert finished.code == 2
    assert said in finished.errors


def test_an_edition_needs_data(page: Path, tmp_path: Path) -> None:
    finished = run("audit", str(page), "--edition", "2026", folder=tmp_path)
    assert finished.code == 2
    assert "there is no data/workshop.yaml" in finished.errors


def test_errors_in_the_data_are_reported_first(workspace: Workspace, page: Path) -> None:
    workspace.replace("editions/2026/edition.yaml", "  - neil-shah", "  - niel-shah")
    finished = workspace.run("audit", str(page), "--edition", "2026")
    assert finished.code == 1
    assert "[unknown-person]" in finished.output


def test_pages_of_another_edition_are_left_alone(workspace: Workspace, page: Path) -> None:
    finished = workspace.run("audit", str(page), "--edition", "2024")
    assert finished.code == 1
    assert "none of these files is about GenAIRecP 2024" in finished.output
    assert "Left alone: 1 file about 2026." in finished.output


def test_what_production_rejects_is_no_placeholder_besides() -> None:
    def found(code: str, words: str) -> Diagnostic:
        return Diagnostic(Severity.WARNING, code, f"a.pdf, page 1: “{words}” is wrong")

    audited = [found("placeholder", "TODO"), found("placeholder", "TBA"), found("other", "TODO")]
    left = without_leftovers(audited, [found("leftover", "TODO")])
    assert [(one.code, one.message) for one in left] == [
        (one.code, one.message) for one in audited[1:]
    ]


def test_production_is_asked_of_a_pdf_only_with_preflight(built: Workspace, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=built.pdf())
    for page in writer.pages:
        page.mediabox = RectangleObject((0, 0, 595.28, 841.89))
    writer.write(tmp_path / "a4.pdf")
    plain = run("audit", "a4.pdf", folder=tmp_path)
    assert "page-size" not in plain.output
    asked = run("audit", "a4.pdf", "--preflight", folder=tmp_path)
    assert asked.code == 1
    assert "[page-size]" in asked.output
    passing = run("audit", str(built.pdf()), "--preflight", folder=tmp_path)
    assert passing.code == 0, passing.output
    assert "it is not tagged: a screen reader reads its text line by line" in passing.output
    assert "\n1 note\n" in passing.output


def test_verapdf_is_asked_of_a_pdf_that_claims_pdf_ua(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "verapdf"
    program.write_text("#!/bin/sh\necho no report\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    for name, claim in (("claimed.pdf", PART.format(1)), ("tagged.pdf", "")):
        pdf = TaggedPdf(claim=claim)
        pdf.tag("P", text="All dates are here.")
        (tmp_path / name).write_bytes(pdf.written())
    asked = run("audit", "claimed.pdf", "tagged.pdf", "--preflight", folder=tmp_path)
    failed = "claimed.pdf: veraPDF printed something that is no report, so its claim of PDF/UA-1"
    assert asked.output.count("[verapdf-failed]") == 1
    assert failed in asked.output
    assert "tagged.pdf: it is tagged for screen readers: no claim of PDF/UA" in asked.output


@pytest.mark.parametrize("form", ["absolute", "relative"])
def test_a_right_page_is_not_blamed_for_the_wrong_one_beside_it_whatever_their_names(
    workspace: Workspace, form: str
) -> None:
    pages = workspace.root / "two pages (old)"
    pages.mkdir()
    for name, day in (("index.md", "November 28, 2025"), ("call page:2.md", "November 30, 2025")):
        (pages / name).write_text(PAGE.format(deadline=day), encoding="utf-8")
    typed = pages if form == "absolute" else pages.relative_to(workspace.root)
    finished = workspace.run("audit", str(typed), "--edition", "2026", "--format", "json")
    found = json.loads(finished.output)["findings"]
    assert [(Path(diagnostic["file"]).name, diagnostic["line"]) for diagnostic in found] == [
        ("call page:2.md", 7)
    ]
