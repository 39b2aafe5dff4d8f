"""Lists of papers that join authors as one, name papers or authors twice, or hold comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.gone_papers import known_ids
from proposal.importers.papers import read_papers
from proposal.model.records.paper import PaperRecord
from tests.importers.bringing import written


@pytest.mark.parametrize(
    "authors",
    [
        "Ann Author, Bob Builder, Cat Coder, Dan Drafter",
        "Ann Author, Bob Builder, Cat Coder",
        "Ann Author; Bob Builder",
        "Author, Ann; Builder, Bob and Cat Coder",
        "Ann Author & Bob Builder",
    ],
)
def test_authors_of_a_bibliography_without_and_between_them_are_refused(
    tmp_path: Path, authors: str
) -> None:
    entry = f"\n@misc{{a, title={{One}}, author={{{authors}}}}}"
    with pytest.raises(ImportSourceError) as caught:
        read_papers(written(tmp_path / "papers.bib", entry), "2026")
    message = str(caught.value)
    assert f"papers.bib:2:7: the authors of `a`, `{authors}`, are one name" in message
    assert "write `and` between the names" in message


def test_the_and_of_papers_parts_no_authors_of_a_bibliography(tmp_path: Path) -> None:
    entry = r"@misc{a, title={One}, author={Ann Author \and Bob Builder}}"
    with pytest.raises(ImportSourceError) as caught:
        read_papers(written(tmp_path / "papers.bib", entry), "2026")
    assert "write `and` between the names" in str(caught.value)


@pytest.mark.parametrize(
    ("authors", "is_doubtful"),
    [
        ("Ann Author, Bob Builder", True),
        ("Author, Ann Quincy", False),
        ("Author Sample, A. Q.", False),
        ("Author Sample, Ann Quincy and Bob Builder", False),
        ("van der Sample, Ann Quincy", False),
    ],
)
def test_a_comma_between_two_whole_names_is_doubted(
    tmp_path: Path, authors: str, is_doubtful: bool
) -> None:
    entry = f"@misc{{a, title={{One}}, author={{{authors}}}}}"
    draft = read_papers(written(tmp_path / "papers.bib", entry), "2026")
    assert ("doubtful-name" in [found.code for found in draft.diagnostics]) is is_doubtful


def test_two_family_names_before_two_given_ones_are_read_and_doubted(
    tmp_path: Path,
) -> None:
    entries = (
        "@misc{a, title={One}, author={García Muestra, Ana María}}"
        "@misc{b, title={Two}, author={Author, Ann and Builder, Bob}}"
    )
    draft = read_papers(written(tmp_path / "papers.bib", entries), "2026")
    assert draft.papers[0]["authors"] == [
        {"name": "Ana María García Muestra", "family_name": "García Muestra"}
    ]
    assert "doubtful-name" in [found.code for found in draft.diagnostics]


@pytest.mark.parametrize(
    ("authors", "name"),
    [
        ("Sample, Jr., Martin", "Martin Sample Jr."),
        ("Sample, Martin, III", "Martin Sample III"),
        ("{Barnes, Sample; Partners, and Others}", "Barnes, Sample; Partners, and Others"),
        ("{Barnes & Sample}", "Barnes & Sample"),
    ],
)
def test_one_author_of_a_bibliography_may_have_commas(
    tmp_path: Path, authors: str, name: str
) -> None:
    entry = f"@misc{{a, title={{One}}, author={{{authors}}}}}"
    (paper,) = read_papers(written(tmp_path / "papers.bib", entry), "2026").papers
    authors_of_paper = paper["authors"]
    assert isinstance(authors_of_paper, list)
    assert [one["name"] if isinstance(one, dict) else one for one in authors_of_paper] == [name]


def test_two_papers_of_one_title_are_kept_if_numbers_and_authors_differ(
    tmp_path: Path,
) -> None:
    table = (
        "Number,Title,Authors\n91,On Samples,Ann Author\n92,On Samples,Bob Builder\n"
        "93,On Samples,Ann Author\n"
    )
    source = written(tmp_path / "papers.csv", table)
    draft = read_papers(source, "2026")
    assert [(paper["number"], paper["authors"]) for paper in draft.papers] == [
        (91, ["Ann Author"]),
        (92, ["Bob Builder"]),
    ]
    found = [one.message for one in draft.diagnostics if one.code == "paper-twice"]
    assert found == [
        "the papers 91 and 92 are both called On Samples, and have other authors; both are kept",
        "a second paper is called On Samples; it is left out",
    ]
    known = [
        PaperRecord.model_validate(
            {**paper, "id": f"known-{paper['number']}", "number": str(paper["number"])}
        )
        for paper in draft.papers
    ]
    ids = {str(paper["id"]): f"known-{paper['number']}" for paper in draft.papers}
    assert known_ids(known, draft.papers) == known_ids(known[::-1], draft.papers) == ids
    assert known_ids(known[:1], draft.papers) == dict(list(ids.items())[:1])


def test_an_author_who_is_named_twice_is_reported(tmp_path: Path) -> None:
    table = "Title,Authors\nOne,Ann Author; Bob Builder; Ann Author\n"
    draft = read_papers(written(tmp_path / "papers.csv", table), "2026")
    assert draft.papers[0]["authors"] == ["Ann Author", "Bob Builder", "Ann Author"]
    (found,) = [one for one in draft.diagnostics if one.code == "author-twice"]
    assert found.message == "Ann Author is an author of “One” twice, and is kept twice"
    assert str(found.span).endswith("papers.csv:2:1")


@pytest.mark.parametrize("comment", ["@comment{{{}}}", "@Comment {{ old\n{}\n}}"])
def test_an_entry_in_a_comment_is_no_paper(tmp_path: Path, comment: str) -> None:
    entry = "@inproceedings{%s, author={Ann Author}, title={%s}}"
    text = f"{comment.format(entry % ('k9', 'Old'))}\n@comment{{x}} {entry % ('k1', 'New')}"
    draft = read_papers(written(tmp_path / "papers.bib", text), "2026")
    assert [paper["title"] for paper in draft.papers] == ["New"]
    (found,) = draft.diagnostics
    assert found.code == "not-a-paper"
    assert found.message == "`k9` stands in a `@comment` and is left out"


def test_a_comment_whose_brace_is_open_hides_nothing(tmp_path: Path) -> None:
    text = "@comment{old\n@misc{k, author={Ann Author}, title={New}}"
    draft = read_papers(written(tmp_path / "papers.bib", text), "2026")
    assert [paper["title"] for paper in draft.papers] == ["New"]
