"""Spreadsheets in OpenDocument, as LibreOffice saves them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.exports.open_document import read_open_document
from proposal.importers.papers import read_papers

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def sheet(*rows: str, name: str = "Sheet1", style: str = "") -> str:
    named = f'table:style-name="{style}"' if style else ""
    return f'<table:table table:name="{name}" {named}>{"".join(rows)}</table:table>'


def content(*sheets: str, styles: str = "") -> str:
    body = f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body>"
    return f"<office:document {_NAMES}>{styles}{body}</office:document>"


def packed(folder: Path, text: str) -> Path:
    file = folder / "papers.ods"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", text)
        archive.writestr("meta.xml", "<meta/>")
    return file


TITLES = row(cell("Title"), cell("Authors"), cell("Pages"), cell("Accepted"))


def draft_of(tmp_path: Path, *rows: str) -> Draft:
    return read_papers(packed(tmp_path, content(sheet(TITLES, *rows))), "2027")


def test_values_and_texts_of_cells_are_read(tmp_path: Path) -> None:
    yes = 'office:value-type="boolean" office:boolean-value="true"'
    no = 'office:value-type="boolean" office:boolean-value="false"'
    day = 'office:value-type="date" office:date-value="2027-01-12"'
    draft = draft_of(
        tmp_path,
        row(
            cell("One<text:s text:c='2'/>and <text:span>two</text:span>"),
            cell("Ann Author"),
            cell("1–12"),
            cell("WAHR", yes),
        ),
        row(
            cell("Two"),
            cell("Bob Writer</text:p><text:p>Cara Test"),
            cell("12. Jan", day),
            cell("WAHR", yes),
        ),
        row(cell("Three"), cell("Dora Test"), cell(""), cell("FALSCH", no)),
        row(
            cell("", 'table:number-columns-repeated="16384"'),
            more='table:number-rows-repeated="1048000"',
        ),
    )
    assert [(paper["title"], paper["authors"]) for paper in draft.papers] == [
        ("One and two", ["Ann Author"]),
        ("Two", ["Bob Writer", "Cara Test"]),
    ]
    assert draft.papers[0]["pages"] == "1-12"
    assert any("`2027-01-12` are no pages" in found.message for found in draft.diagnostics)


@pytest.mark.parametrize(
    ("value", "hour"),
    [
        ("PT09H30M00S", "09:30:00"),
        ("PT09H59M59.999999S", "10:00:00"),
        ("PT10H00M00.000000288S", "10:00:00"),
        ("PT90M", "1:30"),
    ],
)
def test_hours_that_were_computed_are_full_seconds(tmp_path: Path, value: str, hour: str) -> None:
    start = cell("1:30", f'office:value-type="time" office:time-value="{value}"')
    file = packed(
        tmp_path, content(sheet(row(cell("Title"), cell("Start")), row(cell("One"), start)))
    )
    (table,) = read_open_document(file, file.read_bytes())
    assert [one.cells for one in table.rows] == [("One", hour)]


def test_empty_cells_that_are_repeated_keep_the_columns_apart(tmp_path: Path) -> None:
    headings = row(cell("Title"), cell("", 'table:number-columns-repeated="2"'), cell("Authors"))
    paper = row(cell("One"), cell("", 'table:number-columns-repeated="2"'), cell("Ann Author"))
    draft = read_papers(packed(tmp_path, content(sheet(headings, paper))), "2027")
    assert [one["authors"] for one in draft.papers] == [["Ann Author"]]


def test_comments_at_cells_are_no_text(tmp_path: Path) -> None:
    note = "<office:annotation><text:p>Ask Ann</text:p></office:annotation>"
    one = f"<table:table-cell>{note}<text:p>One</text:p></table:table-cell>"
    draft = draft_of(tmp_path, row(one, cell("Ann Author"), cell(""), cell("yes")))
    assert [paper["title"] for paper in draft.papers] == ["One"]


def test_cells_that_reach_over_others_are_refused(tmp_path: Path) -> None:
    both = cell("One", 'table:number-rows-spanned="2" table:number-columns-spanned="1"')
    with pytest.raises(ImportSourceError, match="A2: this cell reaches over others"):
        draft_of(
            tmp_path,
            row(both, cell("Ann Author")),
            row("<table:covered-table-cell/>", cell("Bob Writer")),
        )


def test_hidden_rows_and_sheets_are_reported(tmp_path: Path) -> None:
    hidden = (
        '<office:automatic-styles><style:style style:name="h"><style:table-properties '
        'table:display="false"/></style:style></office:automatic-styles>'
    )
    shown = sheet(
        row(cell("Title"), cell("Authors")),
        row(cell("One"), cell("Ann Author"), more='table:visibility="filter"'),
    )
    old = sheet(row(cell("Title"), cell("Authors")), name="Old", style="h")
    file = packed(tmp_path, content(shown, old, styles=hidden))
    said = {found.code: found.message for found in read_papers(file, "2027").diagnostics}
    assert said["hidden-row"] == "papers.ods, row 2: hidden there, and read like others"
    assert said["unread-sheet"] == "of papers.ods hidden sheets are not read: Old"


def test_a_spreadsheet_in_one_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "papers.fods"
    rows = (row(cell("Title"), cell("Authors")), row(cell("One"), cell("Ann Author")))
    file.write_text(f"<?xml version='1.0'?>{content(sheet(*rows))}", encoding="utf-8")
    assert [paper["title"] for paper in read_papers(file, "2027").papers] == ["One"]


def test_a_damaged_spreadsheet_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path, content(sheet(TITLES)))
    file.write_bytes(file.read_bytes()[:200])
    with pytest.raises(ImportSourceError, match="is damaged or locked; save it as CSV"):
        read_papers(file, "2027")
    with pytest.raises(ImportSourceError, match="is no spreadsheet that can be read"):
        read_papers(packed(tmp_path, "<a><b></a>"), "2027")
