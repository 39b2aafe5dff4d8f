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
    assert "if that is right, write `withdrawn: true`" in output
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


TABLE = """#,Title,Authors,Affiliations,Abstract,Keywords,Pages,DOI,PDF
1,A Placeholder Paper,Ann Author; Bob Writer,Uni A; Uni B,We sudy it.,samples; tests,1-4,10.1145/1.1,https://example.org/1.pdf
"""


def bring_table(workspace: Workspace, tmp_path: Path, *options: str, text: str = TABLE) -> str:
    """What an import of a table says that has more columns."""
    table = written(tmp_path / "papers.csv", text)
    finished = workspace.run("import", "papers", str(table), "--edition", EDITION, *options)
    assert finished.code == 0, finished.output + finished.errors
    return " ".join(finished.output.split())


def papers_file(workspace: Workspace) -> Path:
    return workspace.data / f"editions/{EDITION}/papers.yaml"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("We sudy it.", "We study it.", "`abstract` here stays, “We study it.”"),
        ("pages: 1-4", "pages: 11-14", "`pages` here stays, “11-14”; the source has “1-4”"),
        ("10.1145/1.1", "10.1145/9.1", "`doi` here stays, “10.1145/9.1”"),
        ("org/1.pdf", "org/mine.pdf", "`pdf` here stays, “https://example.org/mine.pdf”"),
        ("[samples, tests]", "[tests]", "`keywords` here stays, “tests”"),
        (
            "affiliation: Uni A",
            "affiliation: Institute X",
            "`affiliation` of Ann Author here stays",
        ),
        ("name: Ann Author", "name: Annabel Married", "Annabel Married only here, Ann Author only"),
        ("- {name: Ann Author, affiliation: Uni A}", "- Ann Author (Place)", "here stays, “Place”"),
        ("    - {name: Ann Author, affiliation: Uni A}\n", "", "Ann Author only in the source"),
        ("    - {name: Ann", "    - Nina New\n    - {name: Ann", "Nina New only here"),
    ],
)
def test_what_organizers_have_changed_stays_and_is_reported(
    empty: Workspace, tmp_path: Path, before: str, after: str, said: str
) -> None:
    bring_table(empty, tmp_path)
    file = papers_file(empty)
    first = file.read_text(encoding="utf-8")
    assert before in first
    changed = first.replace(before, after)
    file.write_text(changed, encoding="utf-8")
    assert said in bring_table(empty, tmp_path)
    assert file.read_text(encoding="utf-8") == changed
    assert "here stay" not in bring_table(empty, tmp_path, "--replace")
    assert file.read_text(encoding="utf-8") != changed


def test_the_order_of_authors_in_the_data_stays(empty: Workspace, tmp_path: Path) -> None:
    bring_table(empty, tmp_path)
    turned = TABLE.replace(
        "Ann Author; Bob Writer,Uni A; Uni B", "Bob Writer; Ann Author,Uni B; Uni A"
    )
    assert "has them in another order" in bring_table(empty, tmp_path, text=turned)
    (paper,) = empty.edition(EDITION).papers
    assert [author.name for author in paper.authors] == ["Ann Author", "Bob Writer"]


def test_what_the_data_lack_is_added_beside_what_stays(empty: Workspace, tmp_path: Path) -> None:
    bring_table(empty, tmp_path)
    file = papers_file(empty)
    file.write_text(file.read_text(encoding="utf-8").replace("Uni A", "Uni X"), encoding="utf-8")
    more = TABLE.replace("Title,", "Title,ORCID,Award,").replace(
        "Paper,", "Paper,0000-0002-1825-0097; ,Best Paper Award,"
    )
    bring_table(empty, tmp_path, text=more)
    text = file.read_text(encoding="utf-8")
    assert "affiliation: Uni X, orcid: 0000-0002-1825-0097" in text
    assert "award: Best Paper Award" in text


def test_no_address_is_shown_of_whoever_does_not_want_it(empty: Workspace, tmp_path: Path) -> None:
    text = TABLE.replace("Title,", "Title,Emails,Corresponding author,").replace(
        "Paper,", "Paper,ann@example.org; bob@example.org,Bob Writer,"
    )
    assert "write `corresponding: false`" in bring_table(empty, tmp_path, text=text)
    file = papers_file(empty)
    changed = file.read_text(encoding="utf-8").replace(
        "corresponding: true", "corresponding: false"
    )
    file.write_text(changed, encoding="utf-8")
    bring_table(empty, tmp_path, text=text)
    assert file.read_text(encoding="utf-8") == changed


@pytest.mark.parametrize(
    ("mended", "source", "stays"),
    [
        ("A Study of Placeholders", "A Sudy of Placeholders", True),
        ("Samples of GPT4", "Samples of GPT3", False),
        ("A Study of Placeholders", "A Study of Examples", False),
    ],
)
def test_a_mistyped_word_of_a_title_stays_mended(
    empty: Workspace, tmp_path: Path, mended: str, source: str, stays: bool
) -> None:
    bring(empty, tmp_path, f"1,{mended},Cat Coder,accept\n")
    bring(empty, tmp_path, f"1,{source},Cat Coder,accept\n")
    assert [*titles(empty).values()] == [mended if stays else source]


ROLES = "#,Title,Authors,Corresponding author\n1,A Paper,Ann Author; Bob Writer,{}\n"


@pytest.mark.parametrize(
    ("options", "chosen"), [((), ["Ann Author"]), (("--replace",), ["Bob Writer"])]
)
def test_nobody_gets_mail_beside_whoever_gets_it_in_the_source(
    empty: Workspace, tmp_path: Path, options: tuple[str, ...], chosen: list[str]
) -> None:
    bring_table(empty, tmp_path, text=ROLES.format("Ann Author"))
    said = bring_table(empty, tmp_path, *options, text=ROLES.format("Bob Writer"))
    (paper,) = empty.edition(EDITION).papers
    assert [author.name for author in paper.authors if author.corresponding] == chosen
    kept = "`corresponding` here stays, “Ann Author”; the source has “Bob Writer”"
    assert (kept in said) == (not options)


def test_capitals_of_dois_and_addresses_stay_without_a_word(
    empty: Workspace, tmp_path: Path
) -> None:
    text = "#,Title,Authors,Emails,DOI\n1,A Paper,Ann Author,Ann@example.org,10.1145/3.AB\n"
    bring_table(empty, tmp_path, text=text)
    before = papers_file(empty).read_text(encoding="utf-8")
    said = bring_table(empty, tmp_path, text=text.replace("Ann@", "ann@").replace("AB", "ab"))
    assert "here stay" not in said
    assert papers_file(empty).read_text(encoding="utf-8") == before


def test_titles_with_formulas_are_compared_as_they_are_shown(
    empty: Workspace, tmp_path: Path
) -> None:
    row = "1,Learning $x^2$ Fast for \\$5,Cat Coder,accept\n"
    bring(empty, tmp_path, row)
    assert "is called" not in bring(empty, tmp_path, row)
    file = papers_file(empty)
    changed = file.read_text(encoding="utf-8").replace("Fast", "fast")
    file.write_text(changed, encoding="utf-8")
    assert "its title here stays" in bring(empty, tmp_path, row)
    assert file.read_text(encoding="utf-8") == changed


def test_a_value_that_stays_is_shown_where_it_stands(empty: Workspace, tmp_path: Path) -> None:
    bring_table(empty, tmp_path)
    said = bring_table(empty, tmp_path, text=TABLE.replace("Uni B", "Uni C"))
    lines = papers_file(empty).read_text(encoding="utf-8").splitlines()
    (number,) = [number for number, line in enumerate(lines, start=1) if "Bob Writer" in line]
    column = lines[number - 1].index("Uni B") + 1
    assert f"papers.yaml:{number}:{column}: warning: " in said
