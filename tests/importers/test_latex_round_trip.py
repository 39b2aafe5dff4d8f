"""A paper goes in, and the PDF that is made of the data has the same lines and pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposal.importers.latex import read_latex
from tests.importers.bringing import contents, imports, new_folder
from tests.importers.latex_papers import compiled, lines_of, own_paper
from tests.workspace import ROOT, Workspace


def document(workspace: Workspace, year: str, name: str) -> list[list[str]]:
    """The lines of each page of a document that is built from imported data."""
    return lines_of(workspace.built(year, name))


def test_a_paper_in_several_files_is_set_again_line_for_line(tmp_path: Path) -> None:
    main = own_paper(tmp_path / "paper")
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "latex", main, "2024")
    by_hand = compiled(main)
    assert len(by_hand) == 2
    assert document(workspace, "2024", "camera-ready") == by_hand


def test_a_paper_written_by_hand_for_acmart_is_set_again_line_for_line(tmp_path: Path) -> None:
    (tmp_path / "paper").mkdir()
    main = Path(shutil.copy(ROOT / "tests" / "fidelity" / "summary.tex", tmp_path / "paper"))
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "latex", main, "2024")
    assert document(workspace, "2024", "camera-ready") == compiled(main)


def test_a_camera_ready_that_the_program_made_is_set_again_line_for_line(
    built: Workspace, tmp_path: Path
) -> None:
    source = own_build(built, "2024", tmp_path / "paper") / "camera-ready.tex"
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "latex", source, "2024")
    made = lines_of(built.pdf("2024", "camera-ready"))
    assert document(workspace, "2024", "camera-ready") == made


def test_a_proposal_that_the_program_made_says_the_same_again(
    built: Workspace, tmp_path: Path
) -> None:
    source = own_build(built, "2026", tmp_path / "paper") / "proposal.tex"
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "latex", source, "2026")
    again = document(workspace, "2026", "proposal")
    made = lines_of(built.pdf("2026", "proposal"))
    assert len(again) == len(made)
    # The schedule and the list of organizers are plain text now, and break in other places.
    assert letters(again) == letters(made)


def letters(pages: list[list[str]]) -> str:
    """The text of a PDF without running heads, spaces and hyphens."""
    text = "\n".join(line for page in pages for line in page)
    running = ("WSDM ’26, February", "Third Workshop on Generative AI for Rec")
    lines = [
        line
        for line in text.split("\n")
        if not line.startswith(running) and not line.strip().isdecimal()
    ]
    return "".join(lines).replace("-", "").replace(" ", "")


def own_build(built: Workspace, year: str, folder: Path) -> Path:
    """The generated sources of an edition's documents, in a folder of their own."""
    shutil.copytree(built.root / "build" / str(year), folder)
    return folder


def test_the_data_read_as_a_person_would_have_written_them(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "latex", own_paper(tmp_path / "paper"), "2024")
    edition = contents(workspace)["editions/2024/edition.yaml"].decode()
    keys = [line.partition(":")[0] for line in edition.splitlines() if line[:1].isalpha()]
    assert keys == [
        *("ordinal", "venue", "when", "organizers", "abstract", "keywords", "topics", "ccs"),
        "documents",
    ]
    assert max(map(len, edition.splitlines())) <= 100
    summary = contents(workspace)["editions/2024/summary.md"].decode()
    assert max(len(line) for line in summary.splitlines() if not line.startswith("{{")) <= 88


def test_biographies_keep_their_order_and_name_people_by_the_ids_that_they_get(
    tmp_path: Path,
) -> None:
    workspace = new_folder(tmp_path / "workshop")
    workspace.write(
        "people/tabari.yaml", "name: N. Tabari\nemail: nargesam@amazon.com # as on her page\n"
    )
    imports(workspace, "latex", own_paper(tmp_path / "paper"), "2024")
    summary = contents(workspace)["editions/2024/summary.md"].decode()
    assert '{{ biographies | order("george-karypis", "tabari", "wang-cheng-kang",' in summary
    person = contents(workspace)["people/tabari.yaml"].decode()
    assert "# as on her page" in person
    assert "bio: |" in person
    assert "people/narges-tabari.yaml" not in contents(workspace)


def test_a_paper_changes_nothing_in_the_data_that_it_was_made_from(
    workspace: Workspace, tmp_path: Path
) -> None:
    before = contents(workspace)
    finished = imports(workspace, "latex", ROOT / "tests" / "fidelity" / "summary.tex", "2024")
    assert contents(workspace) == before
    assert "2 warnings" in finished.output


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "workshop")
    main = own_paper(tmp_path / "paper")
    finished = workspace.run("import", "latex", str(main), "--edition", "2024", "--dry-run")
    assert finished.code == 0, finished.errors
    assert "data/editions/2024/summary.md" in finished.output
    assert contents(workspace) == {}


def test_day_and_hours_that_somebody_wrote_stay(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "workshop")
    main = own_paper(tmp_path / "paper")
    imports(workspace, "latex", main, "2024")
    assert workspace.read().editions["2024"].edition.is_day_tentative
    hours = "start: 09:00\n  end: 17:00\n  tentative: true\n"
    workspace.replace("editions/2024/edition.yaml", hours, "start: 14:00\n  end: 18:00\n")
    before = contents(workspace)
    imports(workspace, "latex", main, "2024")
    assert contents(workspace) == before


def test_only_cited_entries_of_the_library_come_along(tmp_path: Path) -> None:
    draft = read_latex(own_paper(tmp_path / "paper"), "2024")
    assert "robertson2009bm25" not in draft.bibliography
    written = "".join(draft.bibliography.values())
    assert r"Kaiser, {\L}ukasz" in written
    assert "publisher = {Association for Computing Machinery}" in written
    assert "abstract" not in written


@pytest.mark.parametrize("name", ["authors.tex", "sections/organizers.tex"])
def test_a_missing_brace_is_reported_at_its_place_and_changes_nothing(
    name: str, tmp_path: Path
) -> None:
    main = own_paper(tmp_path / "paper")
    file = main.parent / name
    text = file.read_text(encoding="utf-8")
    broken = text.replace("Tabari}", "Tabari", 1).replace("Karypis:}", "Karypis:", 1)
    file.write_text(broken, encoding="utf-8")
    line = next(
        number
        for number, (one, other) in enumerate(
            zip(text.split("\n"), broken.split("\n"), strict=True), start=1
        )
        if one != other
    )
    workspace = new_folder(tmp_path / "workshop")
    finished = workspace.run("import", "latex", str(main), "--edition", "2024")
    assert finished.code == 1
    assert f"{file}:{line}:" in finished.errors
    assert "is not closed" in finished.errors
    assert len(finished.errors.strip().splitlines()) == 1
    assert contents(workspace) == {}
