"""`proposal papers` finds the fault of each paper, and is silent about those that are right."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pikepdf
import pytest

from tests.workspace import ROOT, Workspace

WRONG = {
    "acm": [],
    "ieee": [],
    "lncs": [],
    "acl": [],
    "neurips": [],
    "scripts": [],
    "other-title": ["A4 pages", "other title"],
    "swapped": ["order of authors"],
    "anonymous": ["anonymous", "line numbers"],
    "scanned": ["could not be read"],
    "encrypted": ["encrypted"],
    "long": ["5 pages, 4 allowed", "undefined reference"],
}


@pytest.fixture
def papers(read_back: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the workshop whose papers are known, to be changed."""
    shutil.copytree(read_back.root, tmp_path / "papers")
    return Workspace(tmp_path / "papers")


def test_all_faults_are_found_and_good_papers_have_none(read_back: Workspace) -> None:
    finished = read_back.run("papers", "2026", "--format", "json")
    report = json.loads(finished.output)
    assert {paper["id"]: sorted(set(paper["wrong"])) for paper in report["papers"]} == WRONG
    assert finished.code == 1
    schema = json.loads((ROOT / "docs/schema/read-papers.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    pages = {paper["id"]: paper["pages"] for paper in report["papers"]}
    assert (pages["long"], pages["ieee"], pages["encrypted"]) == (5, 1, None)
    files = {paper["id"]: paper["file"] for paper in report["papers"]}
    assert files["ieee"] == "data/editions/2026/papers/ieee.pdf"


def test_the_table_has_a_row_for_every_paper(read_back: Workspace) -> None:
    rows = (read_back.root / "printed").read_text(encoding="utf-8").splitlines()
    assert rows[2].split() == ["✓", "ieee", "1"]
    assert rows[7].split() == ["✗", "other-title", "1", "A4", "pages;", "other", "title"]
    assert "12 papers: 6 right, 6 to be corrected." in rows
    assert "Letters to their authors are in build/2026/letters/, as ID.txt." in rows


def test_a_finding_stands_at_its_line_with_what_is_printed(read_back: Workspace) -> None:
    printed = (read_back.root / "printed").read_text(encoding="utf-8")
    place = read_back.place_of("editions/2026/papers.yaml", "Engines of the Past")
    said = "the title is printed as “Engines of the Future”; the data say “Engines of the Past”"
    assert f"{place}: warning: other-title.pdf, page 1: {said} [paper-title]" in printed
    order = "Bob Builder, Ann Author, Cem Coder, Dora Designer; the data say Ann Author, Bob"
    assert f"the authors are printed in this order: {order}" in printed


def test_letters_say_to_whom_what_is_wrong_and_where(read_back: Workspace) -> None:
    folder = read_back.root / "build" / "2026" / "letters"
    assert {file.stem for file in folder.iterdir()} == {name for name, why in WRONG.items() if why}
    letter = (folder / "long.txt").read_text(encoding="utf-8")
    lines = letter.splitlines()
    assert lines[0] == "To: ann@example.org"
    assert lines[1] == ("Subject: GenAIRecP 2026, your paper long: please send a corrected PDF")
    assert lines[3] == "Dear Ann Author,"
    words = " ".join(letter.split())
    assert "2. Pages 1 and 5: “Section ??” stands where LaTeX could not resolve" in words
    assert "Please mend the reference or the citation's key" in words
    assert max(map(len, lines)) <= 72
    secret = (folder / "encrypted.txt").read_text(encoding="utf-8")
    assert "the PDF of your paper “A Secret Engine”" in " ".join(secret.split())
    assert "To:" not in secret


def test_what_a_comment_allows_is_no_finding(papers: Workspace) -> None:
    file = "editions/2026/papers.yaml"
    reason = "  # proposal: allow paper-title — its authors were asked"
    papers.replace(file, "title: Engines of the Past", f"title: Engines of the Past{reason}")
    papers.replace(
        file, "- id: other-title", "- id: other-title  # proposal: allow paper-page-size — so"
    )
    papers.run("papers", "2026")
    assert not (papers.root / "build/2026/letters/other-title.txt").exists()


def test_without_a_finding_the_command_ends_with_0(papers: Workspace) -> None:
    whole = (papers.data / "editions/2026/papers.yaml").read_text(encoding="utf-8")
    papers.write("editions/2026/papers.yaml", whole[: whole.index("- id: other-title")])
    for name, why in WRONG.items():
        if why:
            (papers.data / "editions/2026/papers" / f"{name}.pdf").unlink()
    finished = papers.run("papers", "2026")
    assert "6 papers: nothing is wrong." in finished.output
    assert finished.code == 0
    assert list((papers.root / "build/2026/letters").iterdir()) == []


def test_a_volume_of_two_sizes_is_reported(papers: Workspace) -> None:
    whole = (papers.data / "editions/2026/papers.yaml").read_text(encoding="utf-8")
    papers.write("editions/2026/papers.yaml", whole[: whole.index("- id: other-title")])
    good = [name for name, why in WRONG.items() if not why]
    for name in good[len(good) // 2 :]:
        file = papers.data / "editions/2026/papers" / f"{name}.pdf"
        with pikepdf.open(file, allow_overwriting_input=True) as pdf:
            for page in pdf.pages:
                page.mediabox = pikepdf.Array([0, 0, 595, 842])
            pdf.save(file)
    printed = papers.run("papers", "2026").output
    assert printed.count("A4 pages") == 3
    letter = papers.root / "build" / "2026" / "letters" / f"{good[-1]}.txt"
    said = " ".join(letter.read_text(encoding="utf-8").casefold().split())
    assert "its pages are a4, those of 3 other papers us letter" in said


def test_annotations_are_printed_for_github(papers: Workspace) -> None:
    (papers.data / "editions/2026/papers/acm.pdf").unlink()
    finished = papers.run("papers", "2026", "--format", "github")
    assert "::error title=missing-paper,file=" in finished.output
    assert "::warning title=paper-author-order,file=" in finished.output


def test_nobody_is_asked_for_the_pdf_of_a_paper_that_is_not_published(papers: Workspace) -> None:
    entry = "- {{id: {id}, title: A {id}, authors: [Ann Author], archival: {archival}}}\n"
    listed = entry.format(id="poster", archival="false") + entry.format(id="talk", archival="true")
    papers.append("editions/2026/papers.yaml", listed)
    finished = papers.run("papers", "2026")
    assert "no PDF yet" in finished.output
    assert "14 papers" not in finished.output
    assert "13 papers: 6 right, 7 to be corrected." in finished.output
    assert "note: the paper `poster` is not archival, and stands in no volume" in finished.output
    letters = {path.stem for path in (papers.root / "build/2026/letters").iterdir()}
    assert "talk" in letters
    assert "poster" not in letters


def test_papers_of_which_none_is_published_are_none_to_be_read(workspace: Workspace) -> None:
    text = (workspace.data / "editions/2026/papers.yaml").read_text(encoding="utf-8")
    workspace.write(
        "editions/2026/papers.yaml", text.replace("\n  title:", "\n  archival: false\n  title:")
    )
    finished = workspace.run("papers", "2026")
    assert finished.code == 0, finished.output + finished.errors
    assert "[not-archival]" in finished.output
    assert "to be corrected" not in finished.output
