"""What importers of papers make of addresses: a PDF, a DOI, or a page, which is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from proposal.importers.draft import Draft, Record
from proposal.importers.papers import read_papers
from proposal.model.paper_addresses import pdf_at
from tests.importers.bringing import written

PAGE = "https://example.org/items/17"
PDF = "https://example.org/files/17.pdf"
FORMS = {
    "papers.csv": 'Title,Authors,Url\n"A Paper",Ann Author,{}\n',
    "papers.ris": "TY  - CPAPER\nTI  - A Paper\nAU  - Author, Ann\nUR  - {}\nER  -\n",
    "papers.bib": "@inproceedings{{a, title={{A Paper}}, author={{Ann Author}}, url={{{}}}}}",
    "papers.json": json.dumps(
        [
            {
                "type": "paper-conference",
                "title": "A Paper",
                "author": [{"family": "Author", "given": "Ann"}],
                "URL": "ADDRESS",
            }
        ]
    ),
}


def read(tmp_path: Path, name: str, address: str) -> tuple[Record, Draft]:
    form = FORMS[name]
    text = form.replace("ADDRESS", address) if "ADDRESS" in form else form.format(address)
    draft = read_papers(written(tmp_path / name, text), "2027")
    (paper,) = draft.papers
    return paper, draft


@pytest.mark.parametrize("name", FORMS)
def test_the_address_of_a_page_is_no_pdf_and_is_noted(tmp_path: Path, name: str) -> None:
    paper, draft = read(tmp_path, name, PAGE)
    assert not {"pdf", "doi"} & paper.keys()
    (note,) = [found.message for found in draft.diagnostics if found.code == "left-out-page"]
    assert note == f"1 address leads to a page and to no PDF as it seems, and is left out: {PAGE}"


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(
    ("address", "pdf"),
    [
        (PDF, PDF),
        ("https://arxiv.org/abs/2401.00001v2", "https://arxiv.org/pdf/2401.00001v2"),
        ("https://openreview.net/forum?id=AbC_1", "https://openreview.net/pdf?id=AbC_1"),
        ("https://aclanthology.org/2024.xyz-1.7/", "https://aclanthology.org/2024.xyz-1.7.pdf"),
    ],
)
def test_a_pdf_and_the_page_of_an_archive_give_the_pdf(
    tmp_path: Path, name: str, address: str, pdf: str
) -> None:
    paper, draft = read(tmp_path, name, address)
    assert paper["pdf"] == pdf
    assert "left-out-page" not in [found.code for found in draft.diagnostics]


@pytest.mark.parametrize("name", FORMS)
def test_the_address_of_a_doi_is_the_doi(tmp_path: Path, name: str) -> None:
    paper, draft = read(tmp_path, name, "https://doi.org/10.1145/1.2")
    assert (paper.get("doi"), paper.get("pdf")) == ("10.1145/1.2", None)
    assert "left-out-page" not in [found.code for found in draft.diagnostics]


def test_a_column_that_is_called_pdf_is_taken_at_its_word(tmp_path: Path) -> None:
    table = f"Title,Authors,PDF\nOne,Ann Author,{PAGE}\nTwo,Ann Author,https://doi.org/10.1145/2\n"
    draft = read_papers(written(tmp_path / "papers.csv", table), "2027")
    assert [paper.get("pdf") for paper in draft.papers] == [PAGE, None]
    assert [paper.get("doi") for paper in draft.papers] == [None, "10.1145/2"]


def test_a_page_with_the_pdf_in_a_frame_is_a_page(tmp_path: Path) -> None:
    address = "https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=1"
    table = f"Title,Authors,PDF Link\nOne,Ann Author,{address}\n"
    draft = read_papers(written(tmp_path / "papers.csv", table), "2027")
    assert "pdf" not in draft.papers[0]
    (note,) = [found for found in draft.diagnostics if found.code == "left-out-page"]
    assert note.message.endswith(address)


def test_of_several_pages_one_is_named_with_their_number(tmp_path: Path) -> None:
    table = f"Title,Authors,Link\nOne,Ann Author,{PAGE}\nTwo,Ann Author,{PAGE}0\n"
    draft = read_papers(written(tmp_path / "papers.csv", table), "2027")
    (note,) = [found.message for found in draft.diagnostics if found.code == "left-out-page"]
    assert note.startswith("2 addresses lead to a page and to no PDF as it seems, and are left out")
    assert PAGE in note


def test_of_several_addresses_the_pdf_counts(tmp_path: Path) -> None:
    paper, _ = read(tmp_path, "papers.csv", f"{PAGE}; {PDF}")
    assert paper["pdf"] == PDF


def test_the_number_of_a_preprint_gives_its_pdf(tmp_path: Path) -> None:
    entry = "@misc{a, title={One}, author={Ann Author}, eprint={2401.00001}}"
    (paper,) = read_papers(written(tmp_path / "papers.bib", entry), "2027").papers
    assert paper["pdf"] == "https://arxiv.org/pdf/2401.00001"


@pytest.mark.parametrize(
    "address",
    [
        "https://dl.example.org/doi/10.1145/1.2",
        "https://example.org/pdf/index.html",
        "https://example.org/pdfs",
        "https://aclanthology.org/venues/xyz/",
        "https://example.org/abs/2401.00001",
    ],
)
def test_other_addresses_are_surely_of_no_pdf(address: str) -> None:
    assert pdf_at(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/A.PDF?download=1",
        "https://example.org/doi/pdf/10.1145/1.2",
        "https://arxiv.org/pdf/2401.00001",
        "https://openreview.net/pdf?id=AbC_1",
    ],
)
def test_addresses_that_show_a_pdf_stay(address: str) -> None:
    assert pdf_at(address) == address


@pytest.mark.parametrize("name", ["one.pdf", "papers/one.pdf", "one-2.PDF"])
def test_the_name_of_a_file_is_no_host_on_the_web(tmp_path: Path, name: str) -> None:
    table = written(tmp_path / "papers.csv", f"Title,Authors,PDF\nA Paper,Ann Author,{name}\n")
    draft = read_papers(table, "2027")
    assert "pdf" not in draft.papers[0]
    (found,) = [found for found in draft.diagnostics if found.code == "not-a-url"]
    assert found.message.startswith(f"`{name}` is a file, and no web address; it is left out")
    assert "`papers/` beside papers.yaml" in str(found.hint)


@pytest.mark.parametrize("host", ["example.org", "sample.md", "example.org/one.pdf"])
def test_an_address_may_lack_its_beginning(tmp_path: Path, host: str) -> None:
    table = written(tmp_path / "papers.csv", f"Title,Authors,PDF\nA Paper,Ann Author,{host}\n")
    assert read_papers(table, "2027").papers[0]["pdf"] == f"https://{host}"
