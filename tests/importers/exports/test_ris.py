"""Papers from RIS, as reference managers and publishers write it."""

from __future__ import annotations

from pathlib import Path

from proposal.importers.exports.ris import is_ris
from proposal.importers.papers import read_papers
from tests.diagnostic_lists import places
from tests.importers.bringing import imports, written
from tests.workspace import Workspace

RIS = """TY  - CONF
TI  - A <i>Small</i> $x^2$ Model
AU  - van der Sample, Ann
AU  - Builder, Bob, Jr.
AU  - Placeholder Group
AB  - One of
  two lines.
DO  - 10.1145/1
UR  - https://example.org/1
UR  - https://example.org/2.pdf
SP  - 3
EP  - 9
KW  - one
KW  - two
PY  - 2026///
ER  -

"""
OTHER = "\ufeffTY - JOUR\r\nT1 - Second\r\nA1 - Author, A.\r\nA1 - et al.\r\nN2 - Text\r\nER -\r\n"


def test_a_record_gives_a_paper(tmp_path: Path) -> None:
    draft = read_papers(written(tmp_path / "papers.ris", RIS), "2026")
    assert draft.papers == [
        {
            "id": "small-x2-model",
            "title": "A Small $x^2$ Model",
            "authors": ["Ann van der Sample", "Bob Builder Jr.", "Placeholder Group"],
            "abstract": "One of two lines.",
            "pdf": "https://example.org/2.pdf",
            "keywords": ["one", "two"],
            "pages": "3-9",
            "doi": "10.1145/1",
        }
    ]
    messages = [found.message for found in draft.diagnostics]
    assert messages[0] == "recognized as RIS, list of references: 1 submission, 1 accepted"
    assert messages[1] == "keys that are left out, with the number of records: year (1)"


def test_the_older_tags_and_one_space_are_read_and_missing_authors_reported(tmp_path: Path) -> None:
    draft = read_papers(written(tmp_path / "papers.ris", OTHER), "2026")
    (paper,) = draft.papers
    assert paper == {
        "id": "second",
        "title": "Second",
        "authors": ["A. Author"],
        "abstract": "Text",
    }
    assert "nowhere incomplete-paper" in places(draft.diagnostics)


def test_what_stands_before_the_first_record_is_passed_over(tmp_path: Path) -> None:
    head = (
        'Provider: Placeholder Library\nDatabase: dblp\nContent:text/plain; charset="utf-8"\n\n\n'
    )
    record = "TY  - CPAPER\nID  - DBLP:conf/x/A\nAU  - Author, Ann\nTI  - A Paper vs.\nER  -\n"
    for text, title in ((record, "A Paper vs"), (record.replace("DBLP:", ""), "A Paper vs.")):
        (paper,) = read_papers(written(tmp_path / "papers.ris", head + text), "2026").papers
        assert (paper["title"], paper["authors"]) == (title, ["Ann Author"])


def test_a_table_is_no_list_of_references() -> None:
    assert not is_ris("Type,Title\nTY,A Paper\n")
    assert not is_ris("Some words that say nothing\nTY  - CPAPER\n")


def test_references_become_papers_of_the_edition(workspace: Workspace, tmp_path: Path) -> None:
    imports(workspace, "papers", written(tmp_path / "papers.ris", RIS))
    assert "A Small x² Model" in [paper.title for paper in workspace.edition("2026").papers]
