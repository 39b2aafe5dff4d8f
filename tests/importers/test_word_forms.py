"""Word proposals that stand in tables: forms with labels, people, committees, schedules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document as DocumentObject

from proposal.importers.draft import Draft
from proposal.importers.latex import read_latex
from proposal.importers.word.word_forms import is_form, label_of
from tests.importers.bringing import written
from tests.importers.word_documents import TITLE, add, draft_of, new_document, picture

ANN = "Ann Author, Example University, Graz, Austria, ann@example.org"
BOB = "Bob Builder, Sample Institute, Lyon, France, bob@example.org"


def with_table(document: DocumentObject, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def codes(draft: Draft) -> list[str]:
    return [found.code for found in draft.diagnostics]


def test_a_form_is_read_by_its_labels(tmp_path: Path) -> None:
    document = new_document("Workshop Proposal Form")
    rows = [
        ("Title of the workshop*", "Third Workshop on Structured Proposals"),
        ("Acronym", "WSP 2026"),
        ("Organizers:", f"{ANN}\n{BOB}"),
        ("Abstract (max. 200 words)", "What it is about."),
        ("Keywords", "facts; documents"),
        ("Topics of interest", "Facts\nDocuments"),
        ("Duration", "Half a day"),
    ]
    with_table(document, rows)
    draft = draft_of(document, tmp_path)
    edition: Any = draft.edition
    assert draft.workshop == {"name": "Workshop on Structured Proposals", "acronym": "WSP"}
    assert [person.name for person in edition["organizers"]] == ["Ann Author", "Bob Builder"]
    assert [person.email for person in draft.people] == ["ann@example.org", "bob@example.org"]
    assert edition["abstract"] == "What it is about."
    assert edition["keywords"] == ["facts", "documents"]
    assert edition["topics"] == ["Facts", "Documents"]
    assert "# Duration\n\nHalf a day" in draft.texts["proposal.md"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("1. Full title of the workshop:", "title"),
        ("Short name", "acronym"),
        ("Expected number of participants", "other"),
        ("Number of papers in 2024", "other"),
        ("Ann Author", ""),
    ],
)
def test_labels_of_forms_are_known(label: str, kind: str) -> None:
    assert label_of(label) == kind


def test_a_table_of_two_columns_with_few_labels_is_no_form() -> None:
    assert not is_form([("Title", "A"), ("Acronym", "B"), ("Engine", "C")])
    assert not is_form([("Title", "A", ""), ("Acronym", "B", ""), ("Abstract", "C", "")])


def test_a_checklist_is_no_form() -> None:
    labels = ("Title", "Abstract", "Keywords", "Organizers", "Schedule")
    assert not is_form([("Section", "Page"), *((label, "1") for label in labels)])
    assert not is_form([(label, f"Section {label[0]}") for label in labels])


def test_a_table_for_every_organizer_names_all(tmp_path: Path) -> None:
    document = new_document(TITLE)
    document.add_heading("Organizers", 1)
    for line in (ANN, BOB):
        name, institution, city, country, email = line.split(", ")
        place = f"{institution}, {city}, {country}"
        with_table(document, [("Name", name), ("Affiliation", place), ("E-mail", email)])
        document.add_paragraph("")
    draft = draft_of(document, tmp_path)
    assert [(one.name, one.email) for one in draft.people] == [
        ("Ann Author", "ann@example.org"),
        ("Bob Builder", "bob@example.org"),
    ]


def test_a_committee_in_a_document_becomes_data_if_all_of_its_table_is_understood(
    tmp_path: Path,
) -> None:
    document = new_document(TITLE)
    document.add_heading("Program Committee", 1)
    rows = [("Name", "Affiliation"), ("Dan Doer", "University X"), ("Eve Editor", "College Y")]
    with_table(document, rows)
    edition: Any = draft_of(document, tmp_path).edition
    assert edition["committee"] == [
        {"name": "Dan Doer", "affiliation": "University X"},
        {"name": "Eve Editor", "affiliation": "College Y"},
    ]


def test_facts_of_a_document_that_stay_text_are_reported(tmp_path: Path) -> None:
    document = new_document(TITLE)
    document.add_heading("Program Committee", 1)
    rows = [("Name", "Status"), ("Dan Doer", "declined"), ("Eve Editor", "confirmed")]
    with_table(document, rows)
    document.add_heading("Schedule", 1)
    with_table(document, [("Time", "What"), ("09:00", "Opening"), ("09:15", "Talk")])
    draft = draft_of(document, tmp_path)
    assert "committee" not in draft.edition
    (said,) = [found.message for found in draft.diagnostics if found.code == "facts-in-text"]
    assert "committee in “Program Committee”, schedule in “Schedule”" in said


def test_who_has_declined_is_no_member_of_a_papers_committee(tmp_path: Path) -> None:
    source = (
        r"\documentclass{article}\title{First Workshop on Samples}\author{Ann Author}"
        r"\begin{document}\maketitle\section{Program Committee}"
        r"\begin{tabular}{lll}\toprule Name & Affiliation & Status \\ \midrule"
        r" Dan Doer & X & declined \\ Eve Editor & Y & confirmed \\ \bottomrule\end{tabular}"
        r"\end{document}"
    )
    draft = read_latex(written(tmp_path / "draft.tex", source), "2026")
    assert "committee" not in draft.edition
    assert "facts-in-text" in codes(draft)


def test_a_biography_that_is_not_found_in_a_document_is_reported(tmp_path: Path) -> None:
    document = new_document(TITLE)
    document.add_heading("Organizers", 1)
    words = "is a professor who has organized many workshops on facts that stand in one place only"
    rows = [
        ("Name", "Affiliation", "Biography"),
        ("Ann Author", "X", f"Ann Author {words}."),
        ("Bob Builder", "Y", f"Bob Builder {words}."),
    ]
    with_table(document, rows)
    assert "no-biography" in codes(draft_of(document, tmp_path))


FORM = [
    ("Workshop title", "Third Workshop on Structured Proposals"),
    ("Acronym", "WSP"),
    ("Abstract", "What it is about."),
    ("Organizers", f"{ANN}\n{BOB}"),
]


def test_the_title_of_a_form_is_the_answer_and_not_what_stands_above_it(tmp_path: Path) -> None:
    document = new_document("EXCONF 2026 Call for Workshops: Proposal Form")
    with_table(document, FORM)
    draft = draft_of(document, tmp_path)
    assert draft.workshop == {"name": "Workshop on Structured Proposals", "acronym": "WSP"}


def test_title_and_acronym_may_stand_behind_labels_in_lines(tmp_path: Path) -> None:
    document = new_document("Workshop Proposal")
    for line in ("Acronym: WSP", "Title: Third Workshop on Structured Proposals (WSP)", ANN):
        document.add_paragraph(line)
    draft = draft_of(document, tmp_path)
    edition: Any = draft.edition
    assert draft.workshop == {"name": "Workshop on Structured Proposals", "acronym": "WSP"}
    assert edition["ordinal"] == "3"
    assert [person.name for person in draft.people] == ["Ann Author"]
    assert edition["documents"]["proposal"]["title"].count("WSP") == 1


def test_short_biographies_beside_portraits_have_them(tmp_path: Path) -> None:
    document = new_document(TITLE)
    add(document, ANN)
    add(document, BOB)
    document.add_heading("Organizers", 1)
    table = document.add_table(rows=0, cols=2)
    for name in ("Ann Author", "Bob Builder"):
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run().add_picture(picture((300, 360)))
        cells[1].paragraphs[0].add_run(name).bold = True
        cells[1].paragraphs[0].add_run(" is a professor.")
    ann, bob = draft_of(document, tmp_path).people
    assert (ann.biography, bob.biography) == (
        "Ann Author is a professor.",
        "Bob Builder is a professor.",
    )
    assert ann.photo
    assert bob.photo


def test_a_sign_before_a_line_is_a_mark(tmp_path: Path) -> None:
    document = new_document(TITLE)
    add(document, "Ann Author", "^^1*^^", ", Bob Builder", "^^1^^")
    add(document, "^^1^^", " Example University, Graz, Austria")
    add(document, "* Corresponding author")
    draft = draft_of(document, tmp_path)
    graz = {"institution": "Example University", "city": "Graz", "country": "Austria"}
    assert [person.affiliations for person in draft.people] == [[graz], [graz]]
    edition: Any = draft.edition
    assert edition["organizers"][0] == {"person": draft.people[0], "corresponding": True}


def test_days_with_points_are_read_and_doubtful_ones_are_reported(tmp_path: Path) -> None:
    document = new_document(TITLE)
    add(document, ANN)
    document.add_heading("Important dates", 1)
    for line in ("Submission: 15.04.2026", "Notification: 03/04/2026"):
        document.add_paragraph(line)
    draft = draft_of(document, tmp_path)
    assert draft.edition["dates"] == {"submission": {"date": "2026-04-15"}}
    (remark,) = [found for found in draft.diagnostics if found.code == "not-understood"]
    assert "03/04/2026" in remark.message


def test_a_sentence_stands_in_for_an_abstract(tmp_path: Path) -> None:
    document = new_document(TITLE)
    add(document, ANN)
    draft = draft_of(document, tmp_path)
    assert draft.edition["abstract"] == "The abstract is to be announced."
    assert "no-abstract" in codes(draft)
