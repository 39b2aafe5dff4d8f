"""Word documents become people, facts and text."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from proposal.importers.word import read_word
from tests import pdf
from tests.importers.bringing import imports, new_folder, said, written
from tests.importers.latex_papers import with_code
from tests.importers.word_documents import (
    ANN_BIOGRAPHY,
    BOB_BIOGRAPHY,
    TITLE,
    add,
    add_xml,
    draft_of,
    new_document,
    picture,
    saved,
    text_of,
    whole_proposal,
)
from tests.workspace import Workspace

LONG = "This is a sentence with so many words that it cannot be but prose of the proposal itself."


BOTH = [
    ("Ann Author", "ann@some.example", ["University of Somewhere, Graz, Austria"]),
    ("Bob Writer", "bob@else.example", ["Example Labs, Paris, France"]),
]


def test_a_whole_proposal_gives_its_facts(tmp_path: Path) -> None:
    draft = draft_of(whole_proposal(), tmp_path)
    ann, bob = draft.people
    assert [said(person) for person in draft.people] == BOTH
    assert draft.workshop == {"name": "Workshop on Structured Proposals", "acronym": "WSP"}
    edition: dict[str, Any] = draft.edition
    assert edition["ordinal"] == "3"
    assert edition["organizers"] == [ann, {"person": bob, "corresponding": True}]
    assert edition["abstract"] == "This workshop is about facts that stand once."
    assert edition["keywords"] == ["facts", "documents"]
    assert edition["topics"] == ["Structured proposals", "Dates and places", "Names"]
    assert edition["dates"] == {
        "submission": {"date": "2026-05-01"},
        "notification": {"date": "2026-06-01", "zone": "AoE"},
    }
    assert edition["when"]["date"] == "2026-08-10"
    assert ann.biography is not None
    assert ann.biography.replace("\n", " ") == f"Ann Author{ANN_BIOGRAPHY}"


def test_a_link_to_what_is_no_address_is_kept_as_its_words(tmp_path: Path) -> None:
    document = whole_proposal()
    link = document.part.relate_to("http://[papers", RT.HYPERLINK, is_external=True)
    add_xml(document, f'<w:hyperlink NS r:id="{link}"><w:r><w:t>Papers.</w:t></w:r></w:hyperlink>')
    assert "Papers." in text_of(document, tmp_path)


def test_numbers_that_were_typed_before_headings_are_taken_off(tmp_path: Path) -> None:
    text = text_of(whole_proposal(), tmp_path)
    titles = [line for line in text.splitlines() if line.startswith("#")]
    assert titles == ["# Motivation", "## Topics of interest", "# Important dates", "# Organizers"]
    assert "Facts are **important** and *often* typed twice." in text
    assert "{{ topics }}" in text
    assert text.endswith("{{ biographies }}")
    assert "| Submission deadline | May 1, 2026 |" in text


def test_a_document_comes_into_the_data_once_and_can_be_built(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "workshop")
    imports(workspace, "word", saved(whole_proposal(), tmp_path / "source"))
    finished = workspace.run("build", "--only", "pdf")
    assert finished.code == 0, finished.output
    pages = " ".join(pdf.raw_pages(workspace.root / "build/2026/proposal.pdf"))
    assert "Third Workshop on Structured Proposals" in pages
    assert "Bob Writer is a researcher at Example Labs" in " ".join(pages.split())


def test_what_the_data_know_of_the_venue_stays(workspace: Workspace, tmp_path: Path) -> None:
    year = max(folder.name for folder in (workspace.data / "editions").iterdir())
    before = {file.name: file.read_bytes() for file in (workspace.data / "venues").iterdir()}
    when = workspace.read().editions[year].edition.when
    document = new_document("Workshop on Structured Proposals")
    add(document, "Ann Author")
    document.add_heading("Aims", 1)
    source = saved(document, tmp_path / "source")
    finished = workspace.run("import", "word", str(source), "--edition", year)
    assert "data/people/ann-author.yaml" in finished.output
    after = {file.name: file.read_bytes() for file in (workspace.data / "venues").iterdir()}
    assert after == before
    assert workspace.read().editions[year].edition.when == when


# Authors


def test_authors_with_lines_below_their_names_are_people(tmp_path: Path) -> None:
    document = new_document()
    for name, place, city, address in (
        ("Ann Author", "University of Somewhere", "Graz, Austria", "ann@some.example"),
        ("Bob Writer", "Example Labs", "Paris, France", "bob@else.example"),
    ):
        for line in (name, place, city, address):
            add(document, line)
    document.add_heading("Aims", 1)
    assert [said(person) for person in draft_of(document, tmp_path).people] == BOTH


def test_authors_in_the_cells_of_a_table_are_people(tmp_path: Path) -> None:
    document = new_document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Ann Author\nUniversity of Somewhere\nGraz, Austria\n"
    table.rows[0].cells[0].add_paragraph("ann@some.example")
    table.rows[0].cells[1].text = "Bob Writer\nExample Labs\nParis, France\nbob@else.example"
    document.add_heading("Aims", 1)
    add(document, LONG)
    draft = draft_of(document, tmp_path)
    assert [said(person) for person in draft.people] == BOTH
    assert draft.texts["proposal.md"] == "# Aims\n\n" + LONG.replace(" itself", "\nitself")


def test_a_line_with_name_place_and_address_is_an_author(tmp_path: Path) -> None:
    document = new_document()
    add(document, "Ann Author, University of Somewhere, Graz, Austria, ann@some.example")
    add(document, "Bob Writer (Example Labs, Paris, France), bob@else.example")
    document.add_heading("Aims", 1)
    assert [said(person) for person in draft_of(document, tmp_path).people] == BOTH


@pytest.mark.parametrize("form", ["list", "table", "headings", "lines"])
def test_organizers_of_a_section_are_people_where_no_authors_stand_on_top(
    form: str, tmp_path: Path
) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    add(document, LONG)
    document.add_heading("Workshop organizers", 1)
    places = ("University of Somewhere, Graz, Austria", "Example Labs, Paris, France")
    people = (("Ann Author", "ann@some.example"), ("Bob Writer", "bob@else.example"))
    if form == "table":
        table = document.add_table(rows=1, cols=3)
        for index, heading in enumerate(("Name", "Affiliation", "E-mail")):
            table.rows[0].cells[index].text = heading
    for (name, address), place in zip(people, places, strict=True):
        if form == "list":
            add(document, f"{name}, {place}, {address}", style="List Bullet")
        elif form == "table":
            for cell, text in zip(table.add_row().cells, (name, place, address), strict=True):
                cell.text = text
        elif form == "headings":
            document.add_heading(f"{name} ({place}), {address}", 2)
            add(document, f"{name} works on facts, and has done that for many years with others.")
        else:
            add(document, f"{name} – {place} – {address}")
    document.add_heading("Program committee", 1)
    add(document, "Cyd Third, University of Elsewhere", style="List Bullet")
    assert [said(person) for person in draft_of(document, tmp_path).people] == BOTH


def test_a_place_of_work_that_looks_like_a_name_is_nobody(tmp_path: Path) -> None:
    document = new_document(None)
    for style in ("paper title", "Author"):
        document.styles.add_style(style, 1)
    add(document, "First Workshop on Structured Proposals", style="paper title")
    for name, address in (("Ann Author", "ann@some.example"), ("Bob Writer", "bob@some.example")):
        add(document, f"{name}\nABC Somewhere\n{address}", style="Author")
    document.add_heading("Aims", 1)
    people = draft_of(document, tmp_path).people
    place = ["ABC Somewhere"]
    assert [said(person) for person in people] == [
        ("Ann Author", "ann@some.example", place),
        ("Bob Writer", "bob@some.example", place),
    ]


def test_people_behind_a_column_break_are_people_of_their_own(tmp_path: Path) -> None:
    document = new_document()
    paragraph = add(document, "Ann Author\nExample Labs\nann@some.example")
    paragraph.runs[-1].add_break(WD_BREAK.COLUMN)
    paragraph.add_run("Bob Writer\nExample Labs\nbob@some.example")
    document.add_heading("Aims", 1)
    people = draft_of(document, tmp_path).people
    assert [person.email for person in people] == ["ann@some.example", "bob@some.example"]


@pytest.mark.parametrize("where", ["below the title", "in the text"])
def test_names_behind_a_label_are_organizers(where: str, tmp_path: Path) -> None:
    document = new_document()
    if where == "in the text":
        document.add_heading("Aims", 1)
        add(document, LONG)
    add(document, "Organizers: Ann Author (Example Labs), Bob Writer (University of X)")
    document.add_heading("More", 1)
    draft = draft_of(document, tmp_path)
    assert [said(person) for person in draft.people] == [
        ("Ann Author", None, ["Example Labs"]),
        ("Bob Writer", None, ["University of X"]),
    ]


def test_what_stands_beside_names_in_their_line_is_not_lost(tmp_path: Path) -> None:
    document = new_document()
    add(document, "Proposed by: Ann Author | Duration: one day")
    document.add_heading("Aims", 1)
    draft = draft_of(document, tmp_path)
    assert [person.name for person in draft.people] == ["Ann Author"]
    assert "Duration: one day" in draft.texts["proposal.md"]


def test_nobody_is_invented_where_nobody_is_named(tmp_path: Path) -> None:
    document = new_document()
    add(document, "Submitted to the Example Conference")
    document.add_heading("Aims", 1)
    add(document, LONG)
    draft = draft_of(document, tmp_path)
    assert draft.people == []
    assert len(with_code(draft, "no-author")) == 1
    assert "Submitted to the Example Conference" in draft.texts["proposal.md"]


@pytest.mark.parametrize("style", ["List Bullet", "Normal"])
def test_biographies_are_found_in_paragraphs_and_lists(style: str, tmp_path: Path) -> None:
    document = new_document()
    add(document, "Ann Author and Bob Writer")
    document.add_heading("Biographies", 1)
    add(document, "**Ann Author**", ANN_BIOGRAPHY, style=style)
    add(document, "**Bob Writer**", BOB_BIOGRAPHY, style=style)
    ann, bob = draft_of(document, tmp_path).people
    assert ann.biography is not None
    assert bob.biography is not None
    assert bob.biography.startswith("Bob Writer is a researcher")


# Title and headings


@pytest.mark.parametrize(
    "label", ["Workshop Proposal", "Second Call for Papers", "Call for Papers (CFP)"]
)
def test_a_label_above_the_title_is_no_title(label: str, tmp_path: Path) -> None:
    document = new_document(None)
    add(document, label)
    add(document, "First Workshop on Structured Proposals")
    add(document, "**Zusammenfassung: **", "Worum es geht.")
    add(document, "**Schlüsselwörter: **", "Fakten, Dokumente")
    draft = draft_of(document, tmp_path)
    assert draft.workshop["name"] == "Workshop on Structured Proposals"
    assert draft.edition["abstract"] == "Worum es geht."
    assert draft.edition["keywords"] == ["Fakten", "Dokumente"]


def test_a_first_line_is_the_title_where_no_style_says_it(tmp_path: Path) -> None:
    document = new_document(None)
    add(document, "**First Workshop on Structured Proposals**").runs[0].font.size = Pt(20)
    add(document, "**Aims**").runs[0].font.size = Pt(14)
    add(document, LONG)
    add(document, "**A closer look**").runs[0].font.size = Pt(12)
    add(document, LONG)
    draft = draft_of(document, tmp_path)
    assert draft.workshop["name"] == "Workshop on Structured Proposals"
    assert len(with_code(draft, "guessed-title")) == 1
    titles = [line for line in draft.texts["proposal.md"].splitlines() if line.startswith("#")]
    assert titles == ["# Aims", "## A closer look"]
    assert any(
        "3 lines are taken for a heading" in note.message
        for note in with_code(draft, "word-not-kept")
    )


@pytest.mark.parametrize("look", ["size", "colour"])
def test_headings_may_differ_by_size_or_colour_alone(look: str, tmp_path: Path) -> None:
    document = new_document(None)
    add(document, "First Workshop on Structured Proposals")
    add(document, LONG)
    for heading in ("Aims", "Audience"):
        font = add(document, heading).runs[0].font
        if look == "size":
            font.size = Pt(16)
        else:
            font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)
        add(document, LONG)
    titles = [line for line in text_of(document, tmp_path).splitlines() if line.startswith("#")]
    assert titles == ["# Aims", "# Audience"]


def test_a_title_goes_on_in_the_next_line(tmp_path: Path) -> None:
    document = new_document(None)
    add(document, "**First International Workshop on**")
    add(document, "**Advanced Proposals and Sample Processing (WSP 2026)**")
    add(document, LONG)
    draft = draft_of(document, tmp_path)
    name = "International Workshop on Advanced Proposals and Sample Processing"
    assert draft.workshop == {"name": name, "acronym": "WSP"}
    assert draft.people == []


def test_a_style_that_is_based_on_a_heading_is_a_heading(tmp_path: Path) -> None:
    document = new_document()
    style = document.styles.add_style("Section of ours", 1)
    style.base_style = document.styles["Heading 2"]
    document.add_heading("Aims", 1)
    add(document, "A part", style="Section of ours")
    assert text_of(document, tmp_path) == "# Aims\n\n## A part"


def test_styles_of_publishers_templates_are_understood(tmp_path: Path) -> None:
    document = new_document(None)
    for style, text in (
        ("paper title", "First Workshop on Structured Proposals"),
        ("Authors", "Ann Author"),
        ("Affiliation", "University of Somewhere, Graz, Austria"),
        ("AbsHead", "ABSTRACT"),
        ("Abstract", "What it is about."),
        ("KeyWords", "facts; documents"),
        ("CCSHead", "CCS CONCEPTS"),
        ("Head1", "Aims"),
        ("Para", LONG),
    ):
        document.styles.add_style(style, 1)
        add(document, text, style=style)
    draft = draft_of(document, tmp_path)
    assert [person.name for person in draft.people] == ["Ann Author"]
    assert draft.edition["abstract"] == "What it is about."
    assert draft.edition["keywords"] == ["facts", "documents"]
    assert draft.texts["proposal.md"].startswith("CCS CONCEPTS\n\n# Aims\n\nThis is a sentence")


# Text


def test_text_stays_text(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    add(document, r"It costs $5, *not* {{ room }}, \input{x}, <b>so</b> and [@this] _here_.")
    text = text_of(document, tmp_path)
    assert text == (
        '# Aims\n\nIt costs $5, \\*not\\* {{ "{{" }} room }}, \\input{x}, <b>so</b> and \\[@this]'
        " \\_here\\_."
    )


def test_lists_within_lists_are_kept(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    for text, style in (
        ("One", "List Number"),
        ("Two", "List Number"),
        ("A", "List Bullet"),
        ("Deeper", "List Bullet 2"),
    ):
        add(document, text, style=style)
    assert text_of(document, tmp_path) == "# Aims\n\n1. One\n2. Two\n\n- A\n- Deeper"


def test_a_list_that_goes_on_keeps_its_numbers(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    add(document, "One", style="List Number")
    add(document, "Some words between.")
    add(document, "Two", style="List Number")
    add(document, "Three", style="List Number")
    assert text_of(document, tmp_path) == (
        "# Aims\n\n1. One\n\nSome words between.\n\n2. Two\n3. Three"
    )


def test_bullets_that_were_typed_are_a_list(tmp_path: Path) -> None:
    document = new_document()
    add(document, "**Dates and more**")
    add(document, "**•\tOne of them**")
    add(document, "• Another")
    add(document, "- 5 is no list alone", "")
    assert text_of(document, tmp_path) == (
        "# Dates and more\n\n- **One of them**\n- Another\n- 5 is no list alone"
    )


def test_cells_over_several_columns_keep_the_others_in_their_columns(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Plan", 1)
    table = document.add_table(rows=3, cols=3)
    for row, texts in enumerate((("Hour", "What", "Who"), ("9", "Talk", "Ann"), ("10", "", ""))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 1).merge(table.cell(2, 2)).text = "Break"
    draft = draft_of(document, tmp_path)
    rows = draft.texts["proposal.md"].splitlines()[2:]
    assert rows == [
        "| Hour | What | Who |",
        "| --- | --- | --- |",
        "| 9 | Talk | Ann |",
        "| 10 | Break | |",
    ]
    assert len(with_code(draft, "layout-not-kept")) == 1


def test_a_picture_stands_beside_the_text_with_its_caption(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    document.add_picture(picture())
    add(document, "Figure 1: A colour.", style="Caption")
    document.add_picture(picture((30, 30), "GIF"))
    draft = draft_of(document, tmp_path)
    assert '![A colour.](picture-1.png "A colour.")' in draft.texts["proposal.md"]
    assert sorted(draft.pictures) == ["picture-1.png", "picture-2.png"]
    assert draft.pictures["picture-2.png"].startswith(b"\x89PNG")
    assert with_code(draft, "undescribed-picture")[0].message.startswith(
        "proposal.docx, under “Aims”: what a picture shows is not said"
    )


MATH = (
    "<m:oMath NS><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup>"
    "</m:sSup><m:r><m:t>≤</m:t></m:r><m:f><m:num><m:r><m:t>α</m:t></m:r></m:num><m:den><m:r>"
    "<m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
)


def test_a_simple_formula_is_a_formula(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    add_xml(document, MATH)
    draft = draft_of(document, tmp_path)
    assert draft.texts["proposal.md"] == r"# Aims" + "\n\n" + r"$$x^{2}\leq \frac{\alpha }{b}$$"
    assert with_code(draft, "formula") == []


def test_a_formula_beside_its_number_is_displayed(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).paragraphs[0]._p.append(parse_xml(MATH.replace("NS", nsdecls("m"))))
    table.cell(0, 1).text = "(2)"
    text = text_of(document, tmp_path)
    assert text == r"# Aims" + "\n\n" + r"$$x^{2}\leq \frac{\alpha }{b}$$"


def test_references_in_a_table_are_a_list(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("References", 1)
    table = document.add_table(rows=0, cols=2)
    for number in (1, 2):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = f"[{number}]", f"Book {number}."
    assert text_of(document, tmp_path) == "# References\n\n1. Book 1.\n2. Book 2."


def test_thanks_are_those_of_the_document(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    add(document, LONG)
    document.add_heading("Acknowledgments", 1)
    add(document, "We thank everybody.")
    documents = draft_of(document, tmp_path).edition["documents"]
    assert documents == {
        "proposal": {
            "text": "proposal.md",
            "title": TITLE,
            "acknowledgments": "We thank everybody.",
        }
    }


def test_a_formula_that_is_not_simple_becomes_text_with_a_remark(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    add_xml(
        document, "<m:oMath NS><m:phant><m:e><m:r><m:t>x=1</m:t></m:r></m:e></m:phant></m:oMath>"
    )
    draft = draft_of(document, tmp_path)
    assert draft.texts["proposal.md"] == "# Aims\n\nx=1"
    (remark,) = with_code(draft, "formula")
    assert "the formula x=1 became text" in remark.message
    assert remark.message.startswith("proposal.docx, under “Aims”")


def test_changes_are_accepted_and_hidden_text_is_left_out(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    add_xml(document, "<w:ins NS><w:r><w:t>Added.</w:t></w:r></w:ins>")
    add_xml(document, "<w:del NS><w:r><w:delText>Deleted.</w:delText></w:r></w:del>")
    add_xml(document, "<w:r NS><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>")
    draft = draft_of(document, tmp_path)
    assert draft.texts["proposal.md"] == "# Aims\n\nAdded."
    remarks = [remark.message for remark in with_code(draft, "word-not-kept")]
    assert remarks == [
        "proposal.docx: 2 tracked changes are read as accepted",
        "proposal.docx: 1 piece of hidden text is left out",
    ]


def test_comments_are_counted_and_not_printed(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Aims", 1)
    paragraph = add(document, "So it is.")
    document.add_comment(paragraph.runs, text="Really?", author="Bob")
    draft = draft_of(document, tmp_path)
    assert draft.texts["proposal.md"] == "# Aims\n\nSo it is."
    assert with_code(draft, "word-not-kept")[0].message.endswith("1 comment is left out")


def test_dates_that_are_not_sure_stay_text(tmp_path: Path) -> None:
    document = new_document()
    document.add_heading("Important dates", 1)
    for line in (
        "Submissions: May 1 or May 8, 2026",
        "Some party: May 2, 2026",
        "Notification: soon",
    ):
        add(document, line, style="List Bullet")
    draft = draft_of(document, tmp_path)
    assert "dates" not in draft.edition
    assert [
        remark.message.rpartition("”")[0][-12:] for remark in with_code(draft, "not-understood")
    ]
    assert "- Some party: May 2, 2026" in draft.texts["proposal.md"]


def test_what_pandoc_writes_is_read(tmp_path: Path) -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    source = written(
        tmp_path / "text.md",
        "---\ntitle: First Workshop on Structured Proposals\nauthor: [Ann Author, Bob Writer]\n"
        "abstract: What it is about.\n---\n\n# Aims\n\nFacts[^1] and $x^2$, see "
        "[this](https://example.org).\n\n> A quotation.\n\n1. One\n2. Two\n\n[^1]: A *note*.\n",
    )
    file = tmp_path / "text.docx"
    subprocess.run(["pandoc", str(source), "-o", str(file)], check=True)
    draft = read_word(file, "2026")
    assert [person.name for person in draft.people] == ["Ann Author", "Bob Writer"]
    assert draft.edition["abstract"] == "What it is about."
    assert draft.texts["proposal.md"] == (
        "# Aims\n\nFacts[^1] and $x^{2}$, see [this](https://example.org).\n\n"
        "[^1]: A *note*.\n\n> A quotation.\n\n1. One\n2. Two"
    )


@pytest.mark.parametrize("has_authors", [True, False])
def test_biographies_in_a_table_bring_the_portraits_of_their_rows(
    has_authors: bool, tmp_path: Path
) -> None:
    document = new_document()
    if has_authors:
        add(document, "Ann Author and Bob Writer")
    document.add_heading("Organizers", 1)
    table = document.add_table(rows=2, cols=2)
    for row, (name, text) in enumerate(
        (("Ann Author", ANN_BIOGRAPHY), ("Bob Writer", BOB_BIOGRAPHY))
    ):
        shade = picture((80 + row, 100))
        table.cell(row, 0).paragraphs[0].add_run().add_picture(shade)
        table.cell(row, 1).text = name
        table.cell(row, 1).add_paragraph(f"{name}{text}")
    draft = draft_of(document, tmp_path)
    ann, bob = draft.people
    assert ann.biography is not None
    assert ann.biography.replace("\n", " ") == f"Ann Author{ANN_BIOGRAPHY}"
    assert ann.photo is not None
    assert bob.photo is not None
    assert ann.photo != bob.photo
    assert draft.texts["proposal.md"] == "# Organizers\n\n{{ biographies }}"
    assert draft.pictures == {}


def test_portraits_above_names_are_left_out_with_a_remark(tmp_path: Path) -> None:
    document = new_document()
    add(document, "Ann Author and Bob Writer")
    document.add_heading("Biographies", 1)
    for number, (name, text) in enumerate(
        (("Ann Author", ANN_BIOGRAPHY), ("Bob Writer", BOB_BIOGRAPHY))
    ):
        document.add_picture(picture((80 + number, 100)))
        add(document, f"**{name}**", text)
    draft = draft_of(document, tmp_path)
    assert [person.photo for person in draft.people] == [None, None]
    assert len(with_code(draft, "unclear-portrait")) == 1  # of one place
    assert draft.texts["proposal.md"] == "# Biographies\n\n{{ biographies }}"


@pytest.mark.parametrize(
    "lines",
    [
        ["Ann Author, University of York, York, UK", "Bob Writer, Sony, Reading, UK"],
        ["Ann Author", "University of York, York, UK", "Bob Writer", "Sony, Reading, UK"],
    ],
)
def test_a_name_behind_a_country_begins_another_author(tmp_path: Path, lines: list[str]) -> None:
    document = new_document()
    for line in [*lines, LONG]:
        document.add_paragraph(line)
    assert [said(person) for person in draft_of(document, tmp_path).people] == [
        ("Ann Author", None, ["University of York, York, UK"]),
        ("Bob Writer", None, ["Sony, Reading, UK"]),
    ]
