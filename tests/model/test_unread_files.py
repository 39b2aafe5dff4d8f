"""Files under names by which nobody reads them are reported, and folders that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Severity
from tests.diagnostic_lists import only
from tests.workspace import Workspace


@pytest.mark.parametrize(
    ("file", "said", "hint"),
    [
        ("people/ann.yml", "nobody reads people/ann.yml", "rename it to ann.yaml"),
        ("people/José.yaml", "no id can name people/José.yaml", "rename it to jose.yaml"),
        ("people/Ann Author.yaml", "no id can name", "rename it to ann-author.yaml"),
        ("people/Søren Author.yaml", "no id can name", "rename it to soren-author.yaml"),
        ("people/dr-who.yml", "nobody reads people/dr-who.yml", "rename it to dr-who.yaml"),
        ("venues/conf.json", "nobody reads venues/conf.json", "move it elsewhere"),
        ("people/ann.jpg", "nobody reads people/ann.jpg", "move it elsewhere"),
        ("static/slides.pdf", "nobody reads the folder static in data/", "workshop.yaml, people/"),
        ("pages/faq.md", "nobody reads the folder pages in data/", "workshop.yaml, people/"),
        ("workshop.yml", "nobody reads the file workshop.yml in data/", "workshop.yaml"),
        ("editions/notes.txt", "nobody reads the file notes.txt in editions/", "a year"),
        ("editions/2025/papers.yaml", "the folder editions/2025/ has no", "edition.yaml"),
        ("editions/2026/programme.yaml", "nobody reads the file programme.yaml", "program.yaml"),
        ("editions/2026/refs.bib", "nobody reads the file refs.bib", "references.bib"),
    ],
)
def test_a_file_that_nobody_reads_is_reported(
    workspace: Workspace, file: str, said: str, hint: str
) -> None:
    workspace.write(file, "name: Ann Author\n")
    diagnostic = only(workspace.read().diagnostics)
    assert (diagnostic.severity, diagnostic.code) == (Severity.WARNING, "unread-file")
    assert diagnostic.message.startswith(said)
    assert hint in str(diagnostic.hint)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("program.yaml", "program.yml"),
        ("program.yaml", "programme.yaml"),
        ("papers.yaml", "Papers.yaml"),
        ("edition.yaml", "edition.yml"),
        ("references.bib", "References.BIB"),
    ],
)
def test_a_file_of_an_edition_under_another_name_is_an_error(
    workspace: Workspace, file: str, name: str
) -> None:
    folder = workspace.data / "editions/2024"
    (folder / file).unlink(missing_ok=True)
    (folder / name).write_text("[]\n", encoding="utf-8")
    (found,) = [one for one in workspace.read().diagnostics if one.code == "misnamed-file"]
    assert found.message == f"nobody reads 2024/{name}, and there is no {file}"
    assert found.hint == f"rename it to {file}"
    assert "unread-file" not in [one.code for one in workspace.read().diagnostics]


@pytest.mark.parametrize(
    "file",
    [
        ".gitignore",
        "people/.DS_Store",
        "people/ed-chi.yaml~",
        "README.md",
        "editions/2026/.overview.md.swp",
        "people/photos/ann.jpg",
        "editions/2026/figures/plot.png",
    ],
)
def test_what_systems_and_editors_leave_is_not_reported(workspace: Workspace, file: str) -> None:
    workspace.write(file, "")
    assert workspace.read().diagnostics == []


@pytest.mark.parametrize("folder", ["people", "venues", "editions/2026"])
def test_a_folder_that_cannot_be_read_is_reported_as_that(
    workspace: Workspace, folder: str
) -> None:
    place = workspace.data / folder
    place.rename(workspace.root / "elsewhere")
    place.symlink_to(place.name)  # which leads nowhere but to itself
    _, diagnostics = workspace.resolve("2024")
    unreadable = [
        diagnostic for diagnostic in diagnostics if diagnostic.code == "unreadable-folder"
    ]
    assert "cannot be read: too many levels of symbolic links" in only(unreadable).message
    assert not [diagnostic for diagnostic in diagnostics if diagnostic.code.startswith("unknown-")]
    finished = workspace.run("check")
    assert finished.code == 1
    assert "cannot be read: too many levels" in finished.output


def test_an_unread_file_is_reported_by_build_and_check_and_may_be_allowed(
    workspace: Workspace,
) -> None:
    workspace.write("people/ann.yml", "name: Ann Author\n")
    assert "nobody reads people/ann.yml" in workspace.run("check").output
    workspace.append("workshop.yaml", "rules: {unread-file: off}\n")
    assert "nobody reads people/ann.yml" not in workspace.run("check").output


@pytest.mark.parametrize("name", ["editions/2024/summary.md", "people", "people/photos/face.png"])
def test_a_link_to_a_place_outside_is_not_followed(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    place = workspace.data / name
    outside = tmp_path / "outside"
    if place.exists():
        place.rename(outside)
    else:
        outside.write_bytes(b"CONFIDENTIAL")
        place.parent.mkdir(exist_ok=True)
    place.symlink_to(outside)
    data = workspace.read()
    unreadable = [found for found in data.diagnostics if found.code == "unreadable-file"]
    assert only(unreadable).message == (
        f"{place.name} is a symbolic link to a place outside of this folder; it is not read"
    )
    assert place.name not in data.editions["2024"].texts
    assert bool(data.people) is (name != "people")


def test_a_link_to_a_place_within_the_folder_is_followed(workspace: Workspace) -> None:
    place = workspace.data / "editions/2024/summary.md"
    place.rename(workspace.root / "summary.md")
    place.symlink_to(workspace.root / "summary.md")
    data = workspace.read()
    assert data.diagnostics == []
    assert place.name in data.editions["2024"].texts
