"""The PDFs of papers stand in `papers/` under their ids; whatever else lies there is told."""

from __future__ import annotations

import pytest

from tests.diagnostic_lists import only, places
from tests.workspace import Workspace

PAPERS = "editions/2026/papers"


def test_a_paper_s_pdf_is_found_by_its_id(workspace: Workspace) -> None:
    workspace.write(f"{PAPERS}/agp.pdf", "words")
    workspace.write(f"{PAPERS}/insertrank.PDF", "words")
    edition = workspace.edition("2026")
    assert {name: file.name for name, file in edition.paper_files.items()} == {
        "agp": "agp.pdf",
        "insertrank": "insertrank.PDF",
    }


def test_a_paper_without_a_pdf_there_has_the_own_file_that_its_record_names(
    workspace: Workspace,
) -> None:
    workspace.write("editions/2026/files/ours.pdf", "words")
    workspace.replace("editions/2026/papers.yaml", "- id: agp\n", "- id: agp\n  pdf: ours.pdf\n")
    edition = workspace.edition("2026")
    assert edition.paper_files == {"agp": workspace.data / "editions/2026/files/ours.pdf"}
    workspace.write(f"{PAPERS}/agp.pdf", "words")
    edition = workspace.edition("2026")
    assert edition.paper_files == {"agp": workspace.data / f"{PAPERS}/agp.pdf"}


def test_a_paper_that_is_read_at_an_address_has_no_file(workspace: Workspace) -> None:
    address = "- id: agp\n  pdf: https://example.org/agp.pdf\n"
    workspace.replace("editions/2026/papers.yaml", "- id: agp\n", address)
    assert workspace.edition("2026").paper_files == {}


@pytest.mark.parametrize("name", [".DS_Store", "agp.pdf~", "Thumbs.db", ".gitkeep", "README.md"])
def test_what_systems_leave_and_what_explains_the_folder_is_left_out(
    workspace: Workspace, name: str
) -> None:
    workspace.write(f"{PAPERS}/{name}", "words")
    folder = workspace.read()
    assert folder.editions["2026"].paper_files == {}
    assert folder.diagnostics == []


def test_a_pdf_of_no_paper_is_shown_with_the_paper_that_it_may_be_of(workspace: Workspace) -> None:
    workspace.write(f"{PAPERS}/insert-rank.pdf", "words")
    found = only(workspace.read().diagnostics)
    assert places([found]) == ["insert-rank.pdf:1:1 unread-file"]
    assert found.message == (
        "no paper has the id `insert-rank`, so nobody reads papers/insert-rank.pdf"
    )
    assert found.hint == "rename it to insertrank.pdf"


def test_a_name_like_no_id_is_shown_with_where_ids_stand(workspace: Workspace) -> None:
    workspace.write(f"{PAPERS}/17.pdf", "words")
    found = only(workspace.read().diagnostics)
    assert found.hint == "rename it after the id that its paper has in papers.yaml, as ID.pdf"


def test_a_paper_in_another_format_is_reported(workspace: Workspace) -> None:
    workspace.write(f"{PAPERS}/agp.docx", "words")
    found = only(workspace.read().diagnostics)
    assert found.code == "unread-file"
    assert found.hint == "export it as PDF, or move it elsewhere"


def test_the_pdf_of_a_paper_that_was_withdrawn_may_stay(workspace: Workspace) -> None:
    withdrawn = "- id: agp\n  withdrawn: true\n"
    workspace.replace("editions/2026/papers.yaml", "- id: agp\n", withdrawn)
    workspace.write("editions/2026/program.yaml", "[]\n")
    workspace.write(f"{PAPERS}/agp.pdf", "words")
    assert workspace.read().diagnostics == []
    assert workspace.edition("2026").paper_files == {}


def test_two_pdfs_of_one_paper_are_an_error(workspace: Workspace) -> None:
    workspace.write(f"{PAPERS}/agp.pdf", "words")
    workspace.write(f"{PAPERS}/agp.PDF", "other words")
    found = only(workspace.read().diagnostics)
    assert found.code == "two-paper-files"
    assert found.message == "agp.PDF and agp.pdf are both PDFs of one paper"


def test_a_link_that_leads_out_of_the_edition_s_folder_is_no_paper(workspace: Workspace) -> None:
    outside = workspace.root / "secret.pdf"
    outside.write_text("words", encoding="utf-8")
    place = workspace.data / PAPERS / "agp.pdf"
    place.parent.mkdir()
    place.symlink_to(outside)
    folder = workspace.read()
    assert folder.editions["2026"].paper_files == {}
    assert only(folder.diagnostics).hint == "put a copy in its place"


def test_papers_of_a_list_that_cannot_be_read_are_not_called_unknown(
    workspace: Workspace,
) -> None:
    workspace.write("editions/2026/papers.yaml", "- id: [\n")
    workspace.write(f"{PAPERS}/agp.pdf", "words")
    assert "unread-file" not in [found.code for found in workspace.read().diagnostics]
