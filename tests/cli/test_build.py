"""What `proposal build` takes, where it looks, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.built_copies import copy_of
from tests.workspace import Workspace, run

QUICK = "# One\n\nShort.\n"


@pytest.fixture
def quick(workspace: Workspace) -> Workspace:
    """A workspace whose documents are one line each."""
    workspace.write("editions/2024/summary.md", QUICK)
    workspace.write("editions/2026/proposal.md", QUICK)
    workspace.replace(
        "editions/2026/edition.yaml",
        "  proposal: {text: proposal.md}",
        "  proposal: {text: proposal.md}\n  camera-ready: {text: proposal.md}",
    )
    return workspace


def made(workspace: Workspace) -> list[str]:
    folder = workspace.root / "build"
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*.pdf"))


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ([], ["2026/camera-ready.pdf", "2026/proposal.pdf"]),
        (["2024"], ["2024/camera-ready.pdf"]),
        (["--document", "proposal"], ["2026/proposal.pdf"]),
        (
            ["--all", "--document", "camera-ready", "-j", "1"],
            ["2024/camera-ready.pdf", "2026/camera-ready.pdf"],
        ),
        (["2024", "2024", "--document", "camera-ready"], ["2024/camera-ready.pdf"]),
    ],
    ids=" ".join,
)
def test_what_is_asked_for_is_made(
    quick: Workspace, arguments: list[str], files: list[str]
) -> None:
    finished = quick.build(*arguments)
    assert finished.code == 0, finished.output + finished.errors
    assert made(quick) == files
    assert finished.output.count("✓ ") == len(files)


def test_a_workshop_is_found_from_any_folder_within_it(built: Workspace, tmp_path: Path) -> None:
    workspace = copy_of(built, tmp_path / "workshop")
    inside = workspace.data / "editions" / "2024"
    finished = run("build", "2024", "--only", "pdf", folder=inside)
    assert finished.code == 0, finished.errors
    assert "build/2024/camera-ready.pdf  2 pages (at most 2), up to date" in finished.output
    assert not (inside / "build").exists()


def test_a_workshop_elsewhere_is_named_by_its_folder(built: Workspace, tmp_path: Path) -> None:
    workspace = copy_of(built, tmp_path / "a workshop")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for named in ("../a workshop", str(workspace.root)):
        finished = run("-C", named, "build", "2024", "--only", "pdf", folder=elsewhere)
        assert finished.code == 0, finished.errors
        assert "up to date" in finished.output
    assert list(elsewhere.iterdir()) == []


def test_places_are_reported_as_one_would_type_them(workspace: Workspace) -> None:
    workspace.replace("workshop.yaml", "acronym:", "acronim:")
    here = run("build", folder=workspace.root)
    assert "\ndata/workshop.yaml:2:1: error" in f"\n{here.output}"
    elsewhere = run("-C", "workshop", "build", folder=workspace.root.parent)
    assert "\nworkshop/data/workshop.yaml:2:1: error" in f"\n{elsewhere.output}"
    inside = run("build", folder=workspace.data)
    assert "\nworkshop.yaml:2:1: error" in f"\n{inside.output}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "1999"], "there is no edition 1999; there is: 2024, 2026"),
        (["build", "--document", "nothing"], "there is no document nothing"),
        (["build", "next"], "there is no edition next; there is: 2024, 2026"),
        (["build", "--only", "music"], "'music' is not one of"),
        (["build", "--only", "site", "--only", "music"], "'music' is not one of"),
        (["build", "--only", "music", "--only", "site"], "'music' is not one of"),
        (["check", "--format", "json", "--format", "text"], "only `text` would count"),
        (["new", "2027"], "new 2027 --from 2026 --venue wsdm-2027`"),
        (["new", "2027", "--from", "2024"], "new 2027 --from 2024 --venue kdd-2027`"),
        (["new"], "Missing argument 'EDITION'. The new one: its year"),
        (["build", "-j", "0"], "1"),
        (["build", "--nothing"], "No such option"),
        (["nothing"], "No such command 'nothing'"),
        (["-C", "nowhere", "build"], "in nowhere; name your workshop's folder, or start one with"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_command_that_was_typed_wrongly_ends_with_2(
    workspace: Workspace, arguments: list[str], said: str
) -> None:
    finished = workspace.run(*arguments)
    assert finished.code == 2
    assert said in " ".join(finished.errors.replace("│", " ").split())
    assert "Traceback" not in finished.errors


def test_outside_of_a_workshop_one_is_reported_how_to_name_it(tmp_path: Path) -> None:
    finished = run("build", folder=tmp_path)
    assert finished.code == 2
    assert "go to your workshop's folder, name it with -C DIR, or start one with" in finished.errors


@pytest.mark.parametrize("arguments", [["build"], ["-C", ".", "build"]])
def test_a_workshop_with_another_ending_is_to_be_renamed(
    tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "workshop.yml").write_text("name: A\n", encoding="utf-8")
    finished = run(*arguments, folder=tmp_path)
    assert finished.code == 2
    assert "rename data/workshop.yml to data/workshop.yaml" in finished.errors


def test_without_tex_the_build_ends_with_3_and_says_how_to_get_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    finished = workspace.run("build", "--only", "pdf", PATH=str(tmp_path))
    assert finished.code == 3
    assert finished.errors.startswith(
        "proposal: this machine lacks pdfLaTeX, BibTeX, kpsewhich and"
    )
    assert "install TeX Live from https://tug.org/texlive" in finished.errors
    assert not (workspace.root / "build").exists()


def test_without_tex_diagnostics_of_the_data_are_reported_first(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.replace("workshop.yaml", "acronym:", "acronim:")
    finished = workspace.run("build", PATH=str(tmp_path))
    assert finished.code == 1
    assert "workshop.yaml:2:1: error" in finished.output


def test_what_is_piped_is_plain_lines(built: Workspace) -> None:
    printed = (built.root / "printed").read_text(encoding="utf-8")
    assert "\x1b" not in printed
    assert "\r" not in printed
    assert "pass 1" not in printed


def test_the_version_is_reported(tmp_path: Path) -> None:
    finished = run("--version", folder=tmp_path)
    assert finished.code == 0
    assert finished.output.startswith("proposal ")


def test_the_command_alone_tells_what_there_is(tmp_path: Path) -> None:
    finished = run(folder=tmp_path)
    said = finished.output + finished.errors
    for command in ("build", "doctor", "schema"):
        assert command in said
