"""Papers from PubMed, in its own form and in its table."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.importers.exports.pubmed import whole_pages
from proposal.importers.papers import read_papers
from tests.importers.bringing import written

REFERENCES = """
PMID- 100
OWN - NLM
TI  - A Study of Placeholders with a Title that goes on in the next
      line.
LID - 10.1000/sample.1 [doi]
AB  - BACKGROUND: One.
      Two.
FAU - Author, Ann B
AU  - Author AB
AUID- ORCID: 0000-0002-1825-0097
AD  - Department of X, Example University. Electronic address: ann@example.org.
AD  - Institute Y.
FAU - Writer, Bob Jr
AU  - Writer B Jr
CN  - The Placeholder Group
PG  - 1234-41
OT  - one
OT  - two

PMID- 101
TI  - Second.
AU  - Sample CD
AU  - van der Sample J
PT  - Retracted Publication

PMID- 102
TI  - Third.
AU  - Sample CD
AU  - van der Sample J
"""
TABLE = (
    "PMID,Title,Authors,Citation,First Author,Journal/Book,DOI\n"
    '1,A Study,"Author A, van der Sample CD.",J Ex. 2027,Author A,J Ex,10.1000/sample.1\n'
)


def test_authors_of_references_have_institutions_and_ids(tmp_path: Path) -> None:
    draft = read_papers(written(tmp_path / "papers.nbib", REFERENCES), "2027")
    first, third = draft.papers
    assert first == {
        "id": "study-placeholders-title",
        "title": "A Study of Placeholders with a Title that goes on in the next line",
        "authors": [
            {
                "name": "Ann B Author",
                "affiliations": ["Department of X, Example University", "Institute Y"],
                "email": "ann@example.org",
                "orcid": "0000-0002-1825-0097",
            },
            "Bob Writer Jr",
            "The Placeholder Group",
        ],
        "abstract": "BACKGROUND: One. Two.",
        "keywords": ["one", "two"],
        "pages": "1234-1241",
        "doi": "10.1000/sample.1",
    }
    assert third["authors"] == ["C. D. Sample", "J. van der Sample"]
    messages = [found.message for found in draft.diagnostics]
    assert "keys that are left out, with the number of records: OWN (1)" in messages


def test_the_table_has_initials_behind_family_names(tmp_path: Path) -> None:
    draft = read_papers(written(tmp_path / "papers.csv", TABLE), "2027")
    assert draft.papers[0]["authors"] == ["A. Author", "C. D. van der Sample"]
    assert "initials-only" in [found.code for found in draft.diagnostics]


@pytest.mark.parametrize(
    ("written_pages", "whole"),
    [("1234-41", "1234-1241"), ("5-12", "5-12"), ("99-101", "99-101"), ("e12", "e12"), ("7", "7")],
)
def test_a_last_page_is_whole(written_pages: str, whole: str) -> None:
    assert whole_pages(written_pages) == whole


def test_groups_and_others_have_no_initials(tmp_path: Path) -> None:
    """A group may end in capitals, and `et al.` is nobody's name."""
    table = TABLE.replace("van der Sample CD.", "Placeholder Study Group UK, et al.")
    draft = read_papers(written(tmp_path / "papers.csv", table), "2027")
    assert draft.papers[0]["authors"] == ["A. Author", "Placeholder Study Group UK"]
    assert "incomplete-paper" in [found.code for found in draft.diagnostics]


def test_an_address_within_an_institution_is_taken_out(tmp_path: Path) -> None:
    text = "PMID- 1\nTI  - One\nFAU - Author, Ann\nAD  - Uni A, ann@example.org, Germany.\n"
    draft = read_papers(written(tmp_path / "papers.nbib", text), "2027")
    author = {"name": "Ann Author", "affiliation": "Uni A, Germany", "email": "ann@example.org"}
    assert draft.papers[0]["authors"] == [author]
