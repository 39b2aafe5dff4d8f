"""Faults in the data: all told in one run, each at its place, and nothing is changed by them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proposal.doctor import Group
from tests.build.built_copies import copy_of, outputs
from tests.parts import require
from tests.process import without_progress
from tests.workspace import Workspace

ERROR_LINE = re.compile(r"^data/\S*?([\w.-]+:\d+:\d+): error: .* \[([\w-]+)\]$", re.MULTILINE)
"""The place and the code of each error that is printed."""


@pytest.fixture
def finished_workspace(built: Workspace, tmp_path: Path) -> Workspace:
    return copy_of(built, tmp_path / "workshop")


def test_six_errors_are_reported_in_one_run_and_the_pdfs_stay(
    finished_workspace: Workspace,
) -> None:
    before = outputs(finished_workspace)
    edition, prose = "editions/2026/edition.yaml", "editions/2026/proposal.md"
    finished_workspace.replace(edition, "  - neil-shah\n", "  - nobody-here\n")
    finished_workspace.replace(edition, "ccs:\n", "css:\n")
    finished_workspace.replace(edition, "2025-12-18", "2025-12-38")
    finished_workspace.replace(prose, "# Topics\n", "# Topics\n\n{{ venue.town }} [@nobody2020].\n")
    finished_workspace.replace(
        "people/ed-chi.yaml", "  - {institution", "  - {institution: A}\n   - {institution"
    )
    finished = finished_workspace.build()
    assert finished.code == 1
    assert without_progress(finished.errors) == ""
    lines = re.findall(
        r"^data/\S*?([\w.-]+:\d+:\d+): error: .* \[([\w-]+)\]$", finished.output, re.MULTILINE
    )
    assert lines == [
        (finished_workspace.place_of(edition, "nobody-here"), "unknown-person"),
        (finished_workspace.place_of(edition, "css:"), "unknown-key"),
        (finished_workspace.place_of(edition, "2025-12-38"), "not-a-date"),
        (finished_workspace.place_of(prose, "{{ venue.town"), "unknown-fact"),
        (finished_workspace.place_of(prose, "@nobody2020"), "unknown-citation"),
        ("ed-chi.yaml:4:4", "yaml-syntax"),
    ]
    assert "6 errors\nNothing was changed.\n" in finished.output
    assert outputs(finished_workspace) == before


def test_every_diagnostic_is_shown_with_its_line_a_caret_and_a_hint(workspace: Workspace) -> None:
    workspace.replace("editions/2024/edition.yaml", "room: Room 114", "rom: Room 114")
    finished = workspace.run("build", "2024", "--only", "pdf")
    assert finished.code == 1
    assert finished.output == (
        "data/editions/2024/edition.yaml:4:1: error: `rom` is no known key [unknown-key]\n"
        "  4 | rom: Room 114\n"
        "    | ^^^\n"
        "    = hint: did you mean `room`?\n"
        "\n"
        "1 error\n"
        "Nothing was changed.\n"
    )


def test_an_error_in_an_unbuilt_edition_stops_the_build_as_well(workspace: Workspace) -> None:
    workspace.replace("people/chirag-shah.yaml", "honorific:", "honorifc:")
    finished = workspace.run("build", "2024", "--only", "pdf")
    assert finished.code == 1
    assert "chirag-shah.yaml:2:1: error" in finished.output


def test_a_document_that_tex_cannot_set_leaves_the_old_one_and_another_is_made(
    finished_workspace: Workspace,
) -> None:
    before = outputs(finished_workspace)
    finished_workspace.pdf("2024", "camera-ready").unlink()
    finished_workspace.template("blocks/committee.tex", "\\nosuchcommand\n")
    finished = finished_workspace.build("--all")
    assert finished.code == 1
    assert "✗ build/2026/proposal.pdf  not made; what was there before is still there" in (
        finished.output
    )
    assert (
        "templates/latex/blocks/committee.tex:1:1: error: TeX cannot set `\\nosuchcommand`: "
        "Undefined control sequence [tex-error]\n  1 | \\nosuchcommand\n"
    ) in finished.output
    assert outputs(finished_workspace) == before


def test_a_missing_character_is_reported_at_every_line_that_holds_it_and_leaves_the_old_pdf(
    finished_workspace: Workspace,
) -> None:
    require(Group.SCRIPTS)
    before = outputs(finished_workspace)
    finished_workspace.write("editions/2024/summary.md", "# One\n\nFine.\n\nA 𓀀 here [@key].\n")
    finished_workspace.replace("people/narges-tabari.yaml", "name: Narges Tabari", "name: Narges 𓀁")
    finished_workspace.write(
        "editions/2024/references.bib", "\n@misc{key, title={𒀀}, author={B}, year=2020}\n"
    )
    finished = finished_workspace.build("2024")
    assert finished.code == 1
    assert "summary.md:5:1: error: no font here has the character 𓀀" in finished.output
    assert {place.rpartition(":")[0] for place, _ in ERROR_LINE.findall(finished.output)} == {
        "narges-tabari.yaml:1",
        "references.bib:2",
        "summary.md:5",
    }
    assert {code for _, code in ERROR_LINE.findall(finished.output)} == {"missing-character"}
    assert outputs(finished_workspace) == before


def test_too_many_pages_are_a_warning_and_no_error(workspace: Workspace) -> None:
    words = "A sentence that fills the page with words. " * 25
    workspace.append("editions/2024/summary.md", f"\n{words}\n" * 6)
    finished = workspace.build("2024")
    assert finished.code == 0
    assert "3 pages (at most 2)" in finished.output
    assert "warning: camera-ready.pdf has 3 pages; the call allows 2" in finished.output


def test_the_current_edition_must_exist(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "current: 2026", "current: 2027")
    finished = workspace.run("build")
    assert finished.code == 1
    assert "data/workshop.yaml:4:10: error: there is no edition 2027" in finished.output
    assert not (workspace.root / "build").exists()


def test_a_folder_that_cannot_be_written_to_is_reported(workspace: Workspace) -> None:
    workspace.write("editions/2024/summary.md", "# One\n\nShort.\n")
    (workspace.root / "build").write_text("a file in the way")
    finished = workspace.build("2024")
    assert finished.code == 1
    assert "cannot be written to" in finished.output + finished.errors
    assert "Traceback" not in finished.errors
