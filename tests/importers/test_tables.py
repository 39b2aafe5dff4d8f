"""Tables that are not what they seem: each is read rightly or refused with its row."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import openpyxl
import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.chosen_table import chosen_material
from proposal.importers.exports.handed_source import read_source
from proposal.importers.exports.table import SourceTable, checked_table
from tests.importers.bringing import written


def read_table(file: Path) -> SourceTable:
    table, export = chosen_material(read_source(file), "people", "2026", "People")
    assert export is None
    assert isinstance(table, SourceTable)
    return checked_table(table)


def read(tmp_path: Path, text: str) -> SourceTable:
    return read_table(written(tmp_path / "table.csv", text))


def refused(tmp_path: Path, text: str) -> str:
    with pytest.raises(ImportSourceError) as caught:
        read(tmp_path, text)
    return str(caught.value).removeprefix(f"{tmp_path}/")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('Name,E-mail\n"Ann Author,a@example.org\nBob Writer,b@example.org\n', "table.csv:2:1"),
        ('Name,E-mail\n"Ann Author,a@example.org\n"Bob Writer",b@example.org\n', "table.csv:2:1"),
        ('Name,Bio\nAnn Author,"A text\nBob Writer,"Another"\n', "table.csv:2:12"),
        ('Name,Bio\nAnn Author, "A text\nBob Writer,B\n', "table.csv:2:13"),
        (
            'Name;E-mail;Role;City\nA;a@x.org;"PC;Rome\nB;b@x.org;PC";Bonn\n',
            "table.csv:2:11",
        ),
        ('Name\tE-mail\tRole\nA\t"a@x.org\tPC\nB\tb@x.org\tPC\n', "table.csv:2:3"),
        ('Name,E-mail\nA B,"a@x.org\nC D,b@x.org"\n', "table.csv:2:5"),
        ('Name,E-mail,Place\n"Ann Author,a@x.org,"Lab 1",Rome\n', "table.csv:2:1"),
        ('sep=,\n"Name,E-mail\nAnn Author,a@example.org\n', "table.csv:2:1"),
    ],
)
def test_a_quote_that_is_never_closed_is_refused_where_it_opens(
    tmp_path: Path, text: str, place: str
) -> None:
    said = refused(tmp_path, text)
    assert said.startswith(f"{place}: ")
    assert "the quote that opens here is not closed" in said


def test_quotes_that_are_closed_are_accepted(tmp_path: Path) -> None:
    table = read(tmp_path, 'Name,Bio\n"Author, ""A"" Ann","Two\nlines"\nBob "B" Writer,5" long\n')
    assert [row.cells for row in table.rows] == [
        ('Author, "A" Ann', "Two\nlines"),
        ('Bob "B" Writer', '5" long'),
    ]


def test_a_row_with_more_cells_than_headings_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, "Name,E-mail\nAnn Author,a@x.org\nWriter, Bob,b@x.org\n")
    assert said.startswith("table.csv:3: this row has 3 cells and the headings are 2")


def test_a_row_with_fewer_cells_is_reported(tmp_path: Path) -> None:
    table = read(tmp_path, "Name,E-mail,City\nAnn Author\nBob Writer,b@x.org,Paris\n")
    (diagnostic,) = table.diagnostics
    assert diagnostic.message.startswith("fewer cells than headings in line 2")
    assert table.rows[0].cell(1) == ""


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Name (Last, First);E-mail\nAuthor, Ann;a@x.org\n", ("Author, Ann", "a@x.org")),
        ("sep=;\nName;E-mail\nAuthor, Ann;a@x.org\n", ("Author, Ann", "a@x.org")),
        ("Name|E-mail\nAuthor, Ann|a@x.org\n", ("Author, Ann", "a@x.org")),
        ("Name|E-mail\n---|:-:\nAuthor, Ann|a@x.org\n", ("Author, Ann", "a@x.org")),
        ("Name\tNotes, if any\nAuthor, Ann\tnone\n", ("Author, Ann", "none")),
    ],
)
def test_the_separator_is_the_one_by_which_rows_fit_their_headings(
    tmp_path: Path, text: str, cells: tuple[str, ...]
) -> None:
    assert read(tmp_path, text).rows[0].cells == cells


def test_headings_alone_are_no_table(tmp_path: Path) -> None:
    assert "no row below them" in refused(tmp_path, "Name,E-mail\n,\n")


def test_a_null_byte_is_refused_with_its_line(tmp_path: Path) -> None:
    assert refused(tmp_path, "Name\nAnn\0\n").startswith("table.csv:2: the byte 0x00")


def test_entities_are_the_characters_that_they_stand_for(tmp_path: Path) -> None:
    table = read(tmp_path, "Title,Name\nQ&amp;A &lt;3 R&D; AT&T,Se&aacute;n O&#39;S &#x2019;\n")
    assert table.rows[0].cells == ("Q&A <3 R&D; AT&T", "Seán O'S ’")


# Spreadsheets


def book(tmp_path: Path, *rows: list[object]) -> tuple[Path, openpyxl.Workbook]:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.worksheets[0].append(row)
    return tmp_path / "table.xlsx", workbook


def refused_book(file: Path) -> str:
    with pytest.raises(ImportSourceError) as caught:
        read_table(file)
    return str(caught.value)


def test_merged_cells_with_a_text_are_refused(tmp_path: Path) -> None:
    file, workbook = book(tmp_path, ["Title", "Author"], ["A Paper", "Ann"], [None, "Bob"])
    workbook.worksheets[0].merge_cells("A2:A3")
    workbook.save(file)
    said = refused_book(file)
    assert "A2:A3: these cells are one" in said
    assert "delete a row that is only a heading" in said


def test_a_formula_without_a_value_is_refused(tmp_path: Path) -> None:
    file, workbook = book(tmp_path, ["Title", "Author"], ["A Paper", '="Ann "&"Author"'])
    workbook.save(file)
    assert "B2: the formula here has no value yet" in refused_book(file)


def test_sheets_that_are_not_read_are_reported(tmp_path: Path) -> None:
    file, workbook = book(tmp_path, ["Title", "Author"], ["A Paper", "Ann"])
    workbook.create_sheet("More").append(["Title"])
    workbook.create_sheet("Empty")
    workbook.save(file)
    (diagnostic,) = read_table(file).diagnostics
    assert diagnostic.message == "of table.xlsx the sheet Sheet is read, and not More"


def test_a_text_of_several_lines_with_separators_is_one_cell(tmp_path: Path) -> None:
    table = read(tmp_path, 'Name,Bio,City\nAnn Author,"Lists, trees\nand, more, sets",Rome\n')
    assert [row.cells for row in table.rows] == [
        ("Ann Author", "Lists, trees\nand, more, sets", "Rome")
    ]


@pytest.mark.parametrize(
    ("text", "place", "number"),
    [
        ("Name,City\nAnn \u202eAuthor,Rome\n", "table.csv:2, column A", "U+202E"),
        ("Name,City\nAnn Author,Ro\x1bme\n", "table.csv:2, column B", "U+001B"),
        ("Name,City\nAnn Author,Ro&#x202e;me\n", "table.csv:2, column B", "U+202E"),
        ("Name,Ci\u2066ty\nAnn Author,Rome\n", "table.csv:1, column B", "U+2066"),
    ],
)
def test_forbidden_character_is_refused_at_its_cell(
    tmp_path: Path, text: str, place: str, number: str
) -> None:
    said = refused(tmp_path, text)
    assert said.startswith(f"{place}: the invisible character {number} stands in this cell")


def sheet(tmp_path: Path, *cells: object) -> Path:
    """A spreadsheet with headings and one row."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append([f"Heading {number}" for number in range(len(cells))])
    page.append(list(cells))
    file = tmp_path / "table.xlsx"
    book.save(file)
    return file


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("Ann \u202eAuthor", "the invisible character U+202E stands in this cell"),
        ("Ann _x001B_Author", "the invisible character U+001B stands in this cell"),
        ("#REF!", "the spreadsheet program could not work out this cell and shows #REF!"),
    ],
)
def test_spreadsheet_cell_that_cannot_be_data_is_refused(
    tmp_path: Path, cell: str, reason: str
) -> None:
    with pytest.raises(ImportSourceError, match=rf"table\.xlsx, B2: {re.escape(reason)}"):
        read_table(sheet(tmp_path, "first", cell))


def test_spreadsheet_cells_are_read_as_they_were_typed(tmp_path: Path) -> None:
    table = read_table(sheet(tmp_path, "Two_x000D_\nlines", dt.date(2027, 3, 4), 7.0))
    assert table.rows[0].cells == ("Two\nlines", "2027-03-04", "7")
