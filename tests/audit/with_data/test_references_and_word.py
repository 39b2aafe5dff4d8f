"""Tests that audit compares Word documents, and papers in lists of references."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.audit.run_audit import audit, compare_with_each_other
from proposal.project import load
from tests.audit.with_data.conftest import messages_of
from tests.importers.word_documents import new_document
from tests.workspace import Workspace

BIB = r"""
@inproceedings{one,
  author = {King, Ada and Agnesi, M. G. and Charles Babbage},
  editor = {Ada Lovelace and Babbage, Charles},
  title = {{Careful} Engines},
  booktitle = {Proceedings of the Second Workshop on Very Careful Engines (WCE 2027)},
  year = {2027},
  pages = {12--19},
  publisher = {ACM},
  isbn = {979-8-4007-0490-1},
  doi = {10.1145/1234567.1234569},
}
@inproceedings{two,
  author = {Hedy Lamarr},
  title = {Short Engines},
  booktitle = {Proceedings of the Second Workshop on Very Careful Engines (WCE 2027)},
  year = 2027,
}
@article{other, author = {Joan Clarke}, title = {Careful Engines}, year = 2019}
"""
RIS = """
TY  - CONF
TI  - Careful Engines
AU  - King, Ada
AU  - Agnesi, Maria
AU  - Babbage, Charles
T2  - Second Workshop on Very Careful Engines (WCE 2027)
PY  - 2027/02/25
SP  - 12
EP  - 19
DO  - https://doi.org/10.1145/1234567.1234569
ER  -
"""


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workshop with a volume."""
    workspace = Workspace.of_careful_engines(tmp_path_factory.mktemp("volume") / "engines")
    edition = workspace.root / "data/editions/2027/edition.yaml"
    volume = "publisher: Association for Computing Machinery, isbn: 979-8-4007-0490-1"
    edition.write_text(
        f"{edition.read_text('utf-8')}\nproceedings: {{{volume}}}\n", encoding="utf-8"
    )
    return workspace


def found_in(volume: Workspace, file: Path) -> list[str]:
    found = audit(load(volume.root), "2027", [file]).diagnostics
    return [
        f"{diagnostic.span.line}: {message.partition(' (data/')[0]}"
        for diagnostic, message in zip(found, messages_of(found), strict=True)
        if diagnostic.span
    ]


def test_a_list_of_references_that_agrees_has_no_finding(volume: Workspace, tmp_path: Path) -> None:
    for name, text in (("papers.bib", BIB), ("papers.ris", RIS)):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        assert found_in(volume, file) == []


CITED = """
@proceedings{old, title = {Proceedings of the First Workshop on Very Careful Engines (WCE 2026)},
  year = 2026, editor = {Ann Placeholder}, publisher = {Other}, isbn = {978-3-16-148410-0}}
@proceedings{namesake, title = {Proceedings of WCE 2027: World Congress of Examples}, year = 2027,
  editor = {Ann Placeholder}, publisher = {Other}}
@inproceedings{longer, author = {Ann Placeholder}, title = {Careful Engines},
  booktitle = {Conference on Examples}, year = 2028, pages = {1--3}, publisher = {Other}}
"""


def test_other_spellings_and_other_works_are_no_findings(volume: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "papers.bib"
    for old, new in (
        (" and Charles Babbage}", " and et al.}"),
        ("12--19", "pp. 12--9"),
        ("{ACM}", "{The Association for Computing Machinery, Inc.}"),
        ("@article", f"{CITED}@article"),
    ):
        file.write_text(BIB.replace(old, new, 1), encoding="utf-8")
        assert found_in(volume, file) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{Careful} Engines", "Careful Engine", "5: different-fact: this says “Careful Engine”"),
        ("Charles Babbage}", "Charles Cabbage}", "3: different-fact: this says “Charles Cabbage”"),
        ("Hedy Lamarr", "Hédy Lamarr", "14: other-spelling: this says “Hédy Lamarr”"),
        (
            "King, Ada and Agnesi, M. G.",
            "Agnesi, M. G. and King, Ada",
            "3: different-fact: this says “M. G. Agnesi, Ada King, and Charles Babbage”",
        ),
        (" and Charles Babbage}", "}", "3: different-fact: this says “Ada King and M. G. Agnesi”"),
        (" and Babbage, Charles}", "}", "4: different-fact: this says “Ada Lovelace” where"),
        ("12--19", "12--18", "8: different-fact: this says “12–18”"),
        ("year = 2027", "year = 2026", "17: different-fact: this says “2026”"),
        ("{ACM}", "{IEEE}", "9: different-fact: this says “IEEE”"),
        ("0490-1", "0491-1", "10: different-fact: this says “979-8-4007-0491-1”"),
        ("1234569", "1234568", "11: different-fact: this says “10.1145/1234567.1234568”"),
        ("the Second", "the Third", "6: different-fact: this says “Third Workshop on Very"),
    ],
)
def test_what_differs_in_a_bibliography_is_reported_at_its_line(
    volume: Workspace, tmp_path: Path, old: str, new: str, said: str
) -> None:
    file = tmp_path / "papers.bib"
    file.write_text(BIB.replace(old, new, 1), encoding="utf-8")
    (found,) = found_in(volume, file)
    assert found.startswith(said)


def test_a_last_page_and_a_name_in_ris_are_reported_at_their_lines(
    volume: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "papers.ris"
    file.write_text(RIS.replace("EP  - 19", "EP  - 20").replace("Ada", "Ida"), encoding="utf-8")
    assert [one.partition(" where")[0] for one in found_in(volume, file)] == [
        "4: different-fact: this says “Ida King”",
        "9: different-fact: this says “12–20”",
    ]


def test_papers_in_two_lists_are_compared_with_each_other(tmp_path: Path) -> None:
    first, second = tmp_path / "first.bib", tmp_path / "second.ris"
    first.write_text(BIB.partition("@article")[0], encoding="utf-8")
    second.write_text(
        RIS.replace("EP  - 19", "EP  - 20").replace("Babbage", "Cabbage"), encoding="utf-8"
    )
    assert messages_of(compare_with_each_other([first, second]).diagnostics) == [
        (
            "reference-differs: the authors of “Careful Engines”: “Ada King, Maria Agnesi, and "
            "Charles Cabbage” here, “Ada King, M. G. Agnesi, and Charles Babbage” in first.bib:5"
        ),
        "reference-differs: the pages of “Careful Engines”: “12–20” here, “12–19” in first.bib:5",
    ]


def test_papers_that_one_list_holds_are_two_wherever_they_stand_alone(tmp_path: Path) -> None:
    records = [BIB.partition("@article")[0].partition("@inproceedings{two")[0]]
    records.append(records[0].replace("} Engines", "} Engines 2").replace("{one,", "{two,"))
    files = {"both.bib": "".join(records), "one.bib": records[0], "two.bib": records[1]}
    for name, text in files.items():
        plain = "\n".join(line for line in text.splitlines() if " doi" not in line)
        (tmp_path / name).write_text(plain, encoding="utf-8")
    assert messages_of(compare_with_each_other([tmp_path]).diagnostics) == []


def test_a_word_document_is_compared_paragraph_by_paragraph(
    volume: Workspace, tmp_path: Path
) -> None:
    document = new_document("Second Workshop on Very Careful Engines (WCE 2027)")
    document.add_paragraph("")
    document.add_paragraph("February 25, 2027, Lisbon, Spain")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Decisions", "December 19, 2026"
    document.save(str(tmp_path / "call.docx"))
    found = audit(load(volume.root), "2027", [tmp_path / "call.docx"]).diagnostics
    said = [message.partition(" where")[0] for message in messages_of(found)]
    assert said == [
        f"different-fact: {tmp_path}/call.docx, paragraph 2: it says “Lisbon, Spain”",
        f"different-fact: {tmp_path}/call.docx, paragraph 4: it says “December 19, 2026”",
    ]
    (tmp_path / "call.docx").write_bytes(b"PK")
    (broken, _) = audit(load(volume.root), "2027", [tmp_path / "call.docx"]).diagnostics
    assert broken.code == "unreadable-file"
