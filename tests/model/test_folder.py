"""What is read from a workshop's folder, and what is said of files that cannot be."""

from __future__ import annotations

import os

import pytest

from tests.diagnostic_lists import only, places
from tests.process import without_progress
from tests.workspace import Workspace


def test_the_real_data_have_no_diagnostics(workspace: Workspace) -> None:
    folder = workspace.read()
    assert folder.diagnostics == []
    assert sorted(folder.editions) == ["2024", "2026"]
    assert {edition.edition.venue for edition in folder.editions.values()} < set(folder.venues)
    assert len(folder.people) == len(list((workspace.data / "people").glob("*.yaml")))


def test_diagnostics_of_all_files_are_reported_at_once(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "current:", "curent:")
    workspace.replace("people/ed-chi.yaml", "institution:", "instution:")
    workspace.replace("venues/kdd-2024.yaml", "Europe/Madrid", "CEST")
    workspace.write("editions/2024/summary.md", "a\x00b")
    workspace.append("editions/2026/references.bib", "@misc{broken,\n title={A\n")
    workspace.replace("editions/2026/program.yaml", "start: 16:40", "start: 4:75pm")
    post = workspace.place_of("people/ed-chi.yaml", "instution")
    assert places(workspace.read().diagnostics) == sorted(
        [
            f"{post} unknown-key",
            f"{workspace.place_of('venues/kdd-2024.yaml', 'CEST')} not-a-zone",
            f"{workspace.place_of('editions/2026/program.yaml', '4:75pm')} not-a-time",
            f"{workspace.place_of('editions/2026/references.bib', '@misc{broken')} bibtex-syntax",
            "summary.md:1:2 forbidden-character",
            f"{workspace.place_of('workshop.yaml', 'curent')} unknown-key",
        ]
    )


def test_a_file_that_cannot_be_read_is_not_missed_as_well(workspace: Workspace) -> None:
    workspace.write("people/ed-chi.yaml", "name: [\n")
    _, diagnostics = workspace.resolve("2024")
    assert [place.split()[0].partition(":")[0] for place in places(diagnostics)] == ["ed-chi.yaml"]


def test_the_folder_of_an_edition_is_named_after_its_year(workspace: Workspace) -> None:
    (workspace.data / "editions/2024").rename(workspace.data / "editions/kdd")
    folder = workspace.read()
    diagnostic = only(folder.diagnostics)
    assert diagnostic.message == "the folder kdd is not named after a year"
    assert sorted(folder.editions) == ["2026"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("2024_Spring", "2024-spring"), ("kdd2024", "2024-kdd"), ("2024-a-b", "2024-ab")],
)
def test_a_folder_with_a_year_in_its_name_gets_the_name_that_fits(
    workspace: Workspace, name: str, meant: str
) -> None:
    (workspace.data / "editions/2024").rename(workspace.data / "editions" / name)
    diagnostic = only(workspace.read().diagnostics)
    assert diagnostic.message == f"no edition can be called {name}"
    assert diagnostic.hint is not None
    assert f"rename it, as to {meant};" in diagnostic.hint


def test_the_current_edition_is_called_as_its_folder_is(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "current: 2026", "current: 2026 spring")
    diagnostic = only(workspace.read().diagnostics)
    assert diagnostic.message == "no edition can be called `2026 spring`"


def test_program_and_papers_may_be_absent(workspace: Workspace) -> None:
    (workspace.data / "editions/2024/program.yaml").unlink()
    edition = workspace.edition("2024")
    assert len(edition.schedule) == 0
    assert len(edition.papers) == 0


@pytest.mark.parametrize(
    "name", [b"ne\xffil.yaml", b"ne\nil.yaml", "ne\u202eil.yaml".encode()], ids=repr
)
def test_a_files_name_that_cannot_be_printed_is_reported(workspace: Workspace, name: bytes) -> None:
    file = workspace.data / "people" / os.fsdecode(name)
    file.write_bytes((workspace.data / "people/neil-shah.yaml").read_bytes())
    diagnostic = only(
        diagnostic for diagnostic in workspace.read().diagnostics if diagnostic.code == "file-name"
    )
    assert diagnostic.span is not None
    assert diagnostic.span.file == file
    for typed in (["check"], ["check", "--format", "json"], ["facts"]):
        finished = workspace.run(*typed)
        assert finished.code == 1
        assert without_progress(finished.errors) == ""
        assert "file-name" in finished.output


@pytest.mark.parametrize("file", ["workshop.yaml", "editions/2026/program.yaml"])
def test_a_folder_where_a_file_is_expected_is_reported(workspace: Workspace, file: str) -> None:
    (workspace.data / file).unlink()
    (workspace.data / file).mkdir()
    found = [
        diagnostic
        for diagnostic in workspace.read().diagnostics
        if diagnostic.code == "unreadable-file"
    ]
    assert [diagnostic.span and diagnostic.span.file for diagnostic in found] == [
        workspace.data / file
    ]
