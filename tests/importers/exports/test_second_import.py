"""A second import of papers compares: renamed, withdrawn, fuller and poorer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.bringing import written
from tests.workspace import Workspace

EDITION = "2024"


@pytest.fixture
def empty(workspace: Workspace) -> Workspace:
    """A workshop whose edition has no papers."""
    (workspace.data / f"editions/{EDITION}/papers.yaml").unlink(missing_ok=True)
    return workspace


def bring(workspace: Workspace, tmp_path: Path, rows: str, *options: str) -> str:
    """What an import of a table of papers says."""
    table = written(tmp_path / "papers.csv", f"#,Title,Authors,Decision\n{rows}")
    finished = workspace.run("import", "papers", str(table), "--edition", EDITION, *options)
    assert finished.code == 0, finished.output + finished.errors
    return " ".join(finished.output.split())


def titles(workspace: Workspace) -> dict[str, str]:
    return {str(paper.id): str(paper.title) for paper in workspace.edition(EDITION).papers}


def withdrawn(workspace: Workspace) -> list[str]:
    papers = workspace.read().editions[EDITION].papers
    return [str(paper.id) for paper in papers if paper.withdrawn]


FIRST = '1,Old Title of a Paper,"Cat Coder, Dan Drafter",accept\n2,Gone Later,Eve Editor,accept\n'
RENAMED = '1,A New Camera-Ready Name,"Cat Coder, Dan Drafter",accept\n'


def test_a_paper_is_recognized_by_its_number_under_another_title(
    empty: Workspace, tmp_path: Path
) -> None:
    bring(empty, tmp_path, FIRST)
    said = bring(empty, tmp_path, RENAMED + "2,Gone Later,Eve Editor,accept\n")
    assert (
        "`old-title-paper` is called “A New Camera-Ready Name” in the source, by number 1" in said
    )
    assert titles(empty) == {
        "old-title-paper": "A New Camera-Ready Name",
        "gone-later": "Gone Later",
    }


def test_the_same_number_with_other_authors_and_another_title_is_another_paper(
    empty: Workspace, tmp_path: Path
) -> None:
    bring(empty, tmp_path, FIRST)
    said = bring(empty, tmp_path, FIRST + "1,Something Else,Fay Fixer,accept\n")
    assert "by number 1" not in said
    assert "something-else" in titles(empty)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "is no longer in the source"),
        ("2,Gone Later,Eve Editor,withdrawn\n", "is withdrawn in the source"),
    ],
)
def test_withdrawn_papers_are_reported_and_marked_on_request(
    empty: Workspace, tmp_path: Path, rows: str, said: str
) -> None:
    bring(empty, tmp_path, FIRST)
    second = FIRST.splitlines(keepends=True)[0] + rows
    output = bring(empty, tmp_path, second)
    assert f"`gone-later` {said}, and stays in papers.yaml" in output
    assert "add `--withdraw` to the command" in output
    output = bring(empty, tmp_path, second, "--withdraw")
    assert f"`gone-later` {said}, and is marked as withdrawn" in output
    assert withdrawn(empty) == ["gone-later"]
    assert "gone-later" not in bring(empty, tmp_path, second)


def test_a_withdrawn_paper_that_is_accepted_again_is_reported(
    empty: Workspace, tmp_path: Path
) -> None:
    bring(empty, tmp_path, FIRST)
    bring(empty, tmp_path, FIRST.replace("Editor,accept", "Editor,withdrawn"), "--withdraw")
    said = bring(empty, tmp_path, FIRST)
    assert "`gone-later` is accepted in the source, and withdrawn in papers.yaml" in said
    assert withdrawn(empty) == ["gone-later"]


def test_a_rejected_paper_is_reported_and_never_marked_as_withdrawn(
    empty: Workspace, tmp_path: Path
) -> None:
    bring(empty, tmp_path, FIRST)
    second = FIRST.replace("2,Gone Later,Eve Editor,accept", "2,Gone Later,Eve Editor,reject")
    output = bring(empty, tmp_path, second, "--withdraw")
    assert "`gone-later` is rejected in the source, and stays in papers.yaml" in output
    assert withdrawn(empty) == []


def test_a_fuller_affiliation_stays(empty: Workspace, tmp_path: Path) -> None:
    row = '1,One,"Ann Author (%s); Bob Writer (Lab)",accept\n'
    bring(empty, tmp_path, row % "Example University, Department of Examples")
    bring(empty, tmp_path, row % "Example University")
    (paper,) = empty.edition(EDITION).papers
    assert paper.authors[0].affiliation == "Example University, Department of Examples"


def test_two_authors_of_one_name_stay_two(empty: Workspace, tmp_path: Path) -> None:
    rows = (
        "paper,title,given_name,family_name,email,affiliation\n"
        "1,One,Wei,Sample,wei@a.example.org,Lab A\n1,One,Wei,Sample,wei@b.example.org,Lab B\n"
    )
    table = written(tmp_path / "authors.csv", rows)
    for _ in range(2):
        finished = empty.run("import", "papers", str(table), "--edition", EDITION)
        assert finished.code == 0, finished.output + finished.errors
    (paper,) = empty.edition(EDITION).papers
    assert [author.email for author in paper.authors] == ["wei@a.example.org", "wei@b.example.org"]


def test_only_papers_are_withdrawn(empty: Workspace, tmp_path: Path) -> None:
    table = written(tmp_path / "people.csv", "Name\nAnn Author\n")
    finished = empty.run("import", "people", str(table), "--edition", EDITION, "--withdraw")
    assert "only papers are withdrawn" in finished.errors


@pytest.mark.parametrize(
    "typed", ["a fine title on LLMs", "A Fine Title, on Llms", "A FINE TITLE ON LLMS"]
)
def test_the_spelling_of_a_title_in_the_data_stays(
    empty: Workspace, tmp_path: Path, typed: str
) -> None:
    bring(empty, tmp_path, f'1,"{typed}",Cat Coder,accept\n')
    (paper,) = titles(empty)
    empty.replace(f"editions/{EDITION}/papers.yaml", typed, "A Fine Title on LLMs")
    said = bring(empty, tmp_path, f'1,"{typed}",Cat Coder,accept\n')
    assert titles(empty) == {paper: "A Fine Title on LLMs"}
    assert f"`{paper}` is spelled “{typed}” in the source; its title here stays" in said
