"""PDFs from review systems come to their papers; whatever is not sure is said, and left out."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from proposal.importers.paper_files.paper_matching import KnownPaper, matched, number_in
from tests.proceedings.papers import paper
from tests.workspace import Workspace

PAPERS = (
    KnownPaper("slow", "12", "On Slow Engines and Their Builders"),
    KnownPaper("slower", "7", "On Slow Engines and Their Builders, Revisited"),
    KnownPaper("fast", "112", "Fast Engines in a Hurry"),
    KnownPaper("paper-31", "", "A Paper That Has a Number for Its Name"),
)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("12.pdf", 12),
        ("paper_12.pdf", 12),
        ("submission_012.pdf", 12),
        ("12_Camera_Ready.pdf", 12),
        ("Paper 12 (1).pdf", 12),
        ("12-final-v2.pdf", 12),
        ("conf27-paper12.pdf", 12),
        ("examples2027-final12.pdf", 12),
        ("recsys2024-workshops_paper_123.pdf", 123),
        ("12_Fast_Engines.pdf", 12),
        ("12/CameraReady/main.pdf", 12),
        ("CameraReadys/12/CameraReady/GPT4 paper.pdf", 12),
        ("main.pdf", None),
        ("Author_Engines2.pdf", None),
    ],
)
def test_numbers_of_submissions_stand_in_names(name: str, number: int | None) -> None:
    assert number_in(name) == number


@pytest.mark.parametrize(
    ("name", "page", "found"),
    [
        ("slow.pdf", "", "slow"),
        ("SLOW.pdf", "", "slow"),
        ("paper_12.pdf", "", "slow"),
        ("paper_31.pdf", "", "paper-31"),
        ("Author_On_Slow_Engines_and_Their_Builders.pdf", "", "slow"),
        ("Author_On_Slow_Engines_and_Their_Builders_Revisited.pdf", "", "slower"),
        ("99_Fast_Engines_in_a_Hurry.pdf", "", "fast"),
        ("main.pdf", "Fast Engines\nin a Hurry\nAnn Author", "fast"),
        ("main.pdf", "Another Paper", None),
        ("paper_13.pdf", "", None),
    ],
)
def test_a_paper_is_found_by_id_title_number_or_first_page(
    name: str, page: str, found: str | None
) -> None:
    match = matched(name, lambda: page, PAPERS)
    assert (match.paper.id if match else None) == found


@pytest.fixture
def handed(workspace: Workspace, tmp_path: Path) -> Path:
    """A folder with PDFs of two papers of the workshop, which know their numbers."""
    file = "editions/2026/papers.yaml"
    workspace.replace(file, "- id: agp\n", "- id: agp\n  number: 12\n")
    workspace.replace(file, "- id: insertrank\n", "- id: insertrank\n  number: 13\n")
    folder = tmp_path / "handed"
    folder.mkdir()
    (folder / "paper_12.pdf").write_bytes(paper(["twelve"]))
    (folder / "paper_13.pdf").write_bytes(paper(["thirteen"]))
    return folder


def imported(workspace: Workspace, source: Path, *more: str) -> str:
    finished = workspace.run("import", "papers", str(source), "--edition", "2026", *more)
    assert finished.code == 0, finished.output + finished.errors
    return " ".join(finished.output.split())


def copied(workspace: Workspace) -> dict[str, bytes]:
    folder = workspace.data / "editions" / "2026" / "papers"
    return {file.stem: file.read_bytes() for file in folder.glob("*.pdf")}


def test_pdfs_are_copied_under_the_ids_of_their_papers(workspace: Workspace, handed: Path) -> None:
    printed = imported(workspace, handed)
    assert copied(workspace) == {"agp": paper(["twelve"]), "insertrank": paper(["thirteen"])}
    assert "5 papers have no PDF yet: " in printed
    assert "Everything in the source is in data/ already." in imported(workspace, handed)


def test_an_archive_is_read_like_a_folder(workspace: Workspace, handed: Path) -> None:
    archive = handed.parent / "papers.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for pdf in handed.iterdir():
            file.write(pdf, f"all/{pdf.name}")
        file.writestr("__MACOSX/._paper_12.pdf", b"nothing")
    imported(workspace, archive)
    assert set(copied(workspace)) == {"agp", "insertrank"}


def test_a_newer_pdf_stays_and_an_older_one_is_replaced(workspace: Workspace, handed: Path) -> None:
    imported(workspace, handed)
    for name, seconds in (("paper_12.pdf", 1_000_000_000), ("paper_13.pdf", 4_000_000_000)):
        (handed / name).write_bytes(paper([f"another {name}"]))
        os.utime(handed / name, (seconds, seconds))
    printed = imported(workspace, handed)
    assert "is newer than paper_12.pdf of 2001-09-09 01:46, and stays" in printed
    assert "paper_13.pdf of 2096-10-02 07:06, by the number 13" in printed
    assert copied(workspace)["agp"] == paper(["twelve"])
    assert copied(workspace)["insertrank"] == paper(["another paper_13.pdf"])


def test_what_is_not_sure_is_said_and_left_out(workspace: Workspace, handed: Path) -> None:
    (handed / "12_final.pdf").write_bytes(paper(["a second one"]))
    (handed / "paper_13.pdf").write_bytes(paper([title_of(workspace, "agp")]))
    (handed / "notes.pdf").write_bytes(paper(["notes"]))
    (handed / "insertrank.pdf").write_bytes(b"no PDF at all")
    (handed / "video-recommenders.pdf").write_bytes(b"")
    printed = imported(workspace, handed, "--dry-run")
    assert "2 PDFs that differ are of `agp`: 12_final.pdf, paper_12.pdf; none is taken" in printed
    assert (
        "paper_13.pdf belongs to `insertrank` by the number 13, and prints the title of `agp`"
        in (printed)
    )
    assert "1 PDF is of no paper in papers.yaml that is known by its name: notes.pdf" in printed
    assert "insertrank.pdf is no PDF, and is left out" in printed
    assert "video-recommenders.pdf is no PDF, and is left out" in printed
    assert not (workspace.data / "editions/2026/papers").exists()


def title_of(workspace: Workspace, paper_id: str) -> str:
    papers = workspace.read().editions["2026"].papers
    return next(str(record.title) for record in papers if record.id == paper_id)


def test_an_edition_without_papers_says_what_comes_first(
    workspace: Workspace, handed: Path
) -> None:
    finished = workspace.run("import", "papers", str(handed), "--edition", "2031")
    assert "the edition 2031 has no papers yet to which PDFs could belong" in finished.errors
    assert finished.code == 1
