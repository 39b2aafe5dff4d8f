"""Tables of people, and tables of other things that have names, too."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.people import read_people
from tests.importers.bringing import written


def refusal(path: Path) -> str:
    with pytest.raises(ImportSourceError) as caught:
        read_people(path, "2027")
    return str(caught.value)


def book(tmp_path: Path, **sheets: list[list[object]]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workbook.save(tmp_path / "book.xlsx")
    return tmp_path / "book.xlsx"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("table.csv", "#,Name\n1,Main\n2,Industry Track\n"),
        ("table.csv", "#,Name\n1,Placeholder Methods\n2,Placeholder Studies\n"),
        ("rooms.csv", "Name,Capacity\nRoom 101,30\nAula Magna,200\n"),
        ("sessions.csv", "Name,Chair,Room\nOral Session 1,Ann Author,A\n"),
        ("settings.csv", "Name,Value\nDeadline,2027-01-01\n"),
        ("topics.csv", "Name\nPlaceholder Methods\n"),
        ("sponsors.csv", "Name,URL,Level\nPlaceholder Labs,https://example.org,gold\n"),
        ("table.csv", "Name,City,Country\nHotel Placeholder,Vienna,Austria\n"),
        ("table.csv", "Name,E-mail\nExample University,office@example.org\n"),
        ("table.csv", "Nombre,Sala\nSala 1,A\n"),
    ],
)
def test_names_of_other_things_are_not_those_of_people(
    tmp_path: Path, name: str, text: str
) -> None:
    assert "nothing shows that the column N" in refusal(written(tmp_path / name, text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("table.csv", "Name\nAnn Author\n"),
        ("table.csv", "#,Full name\n1,Ann Author\n"),
        ("table.csv", "#,Name\n1,Dr. Ann Author\n"),
        ("committee.csv", "#,Name\n1,Ann Author\n"),
        ("topics.csv", "First name,Last name\nAnn,Author\n"),
        ("table.csv", "Name,Affiliation\nAnn Author,Uni A\n"),
    ],
)
def test_names_of_people_are_known_by_what_stands_beside_them(
    tmp_path: Path, name: str, text: str
) -> None:
    (person,) = read_people(written(tmp_path / name, text), "2027").people
    assert person.name == "Ann Author"


def test_a_column_that_the_user_names_holds_people(tmp_path: Path) -> None:
    table = written(tmp_path / "table.csv", "#,Name\n1,Ann Author\n")
    (person,) = read_people(table, "2027", {"name": "2"}).people
    assert person.name == "Ann Author"


def test_of_several_sheets_the_one_of_people_is_read(tmp_path: Path) -> None:
    tracks: list[list[object]] = [["#", "Name"], [1, "Main"]]
    draft = read_people(book(tmp_path, Tracks=tracks, PC=[["Name", "Role"], ["Ann", "PC"]]), "2027")
    assert [person.name for person in draft.people] == ["Ann"]
    assert [one.code for one in draft.diagnostics] == ["unread-sheet"]


def test_several_sheets_of_people_make_a_question(tmp_path: Path) -> None:
    names: list[list[object]] = [["Name", "E-mail"], ["Ann Author", "ann@example.org"]]
    said = refusal(book(tmp_path, Organizers=names, Reviewers=names))
    assert "has several sheets of people (Organizers, Reviewers); call the one" in said
    assert len(read_people(book(tmp_path, Organizers=names, People=names), "2027").people) == 1


def test_a_book_of_papers_names_the_other_import(tmp_path: Path) -> None:
    headings: list[object] = [
        "submission #",
        "first name",
        "last name",
        "person #",
        "corresponding?",
    ]
    path = book(
        tmp_path,
        Tracks=[["#", "name"], [1, "Main"]],
        Submissions=[["#", "Title", "Authors"], [1, "A Placeholder", "Ann Author"]],
        Authors=[headings, [1, "Ann", "Author", 11, "yes"]],
    )
    assert f"type `proposal import papers {path} --edition 2027`" in refusal(path)


def test_a_schedule_names_the_other_import(tmp_path: Path) -> None:
    table = written(tmp_path / "t.csv", "Start,End,Title,Speaker\n10:00,11:00,A Talk,Ann Author\n")
    assert f"lists a schedule; type `proposal import program {table}" in refusal(table)


def test_addresses_in_place_of_names_are_refused_without_false_advice(tmp_path: Path) -> None:
    table = written(tmp_path / "form.csv", "Name,E-mail\nann@example.org,ann@example.org\n")
    said = refusal(table)
    assert "the column Name holds addresses, and no column names" in said
    assert "--column" not in said
    table = written(tmp_path / "form.csv", "Name,Who\nann@example.org,Ann Author\n")
    assert refusal(table).endswith("add `--column name=2` to the command")


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Country/Region", "country"),  # CMT, Microsoft
        ("Land/Region", "country"),
        ("País o región", "country"),
        ("Paese", "country"),
        ("国家", "country"),
        ("Region", "state"),
    ],
)
def test_a_country_or_region_is_the_country(tmp_path: Path, heading: str, key: str) -> None:
    table = f"Name,Institution,{heading}\nAnn Author,Uni A,Germany\n"
    (person,) = read_people(written(tmp_path / "people.csv", table), "2027").people
    assert {name: post for name, post in person.affiliations[0].items() if name != "since"} == {
        "institution": "Uni A",
        key: "Germany",
    }


@pytest.mark.parametrize(
    "headings",
    [
        "ID,Startzeit,E-Mail,Vor- und Nachname",
        "ID,Heure de début,Adresse de messagerie,Nom complet",
        "ID,Hora de inicio,Correo electrónico,Nombre y apellidos",
        "#,Informazioni cronologiche,Indirizzo email,Nome completo",
        "#,タイムスタンプ,メールアドレス,氏名",
        "#,时间戳记,邮箱,姓名",
        "ID,Start time,이메일,성명",
    ],
)
def test_forms_in_other_languages_are_read_without_a_remark(tmp_path: Path, headings: str) -> None:
    table = f"{headings}\n1,2027-01-12,ann@example.org,Ann Author\n"
    draft = read_people(written(tmp_path / "people.csv", table), "2027")
    assert [(one.name, one.email) for one in draft.people] == [("Ann Author", "ann@example.org")]
    assert {found.code for found in draft.diagnostics} <= {"unread-columns"}


@pytest.mark.parametrize("address", ["anonymous", "****@example.org"])
def test_an_address_that_is_withheld_is_none(tmp_path: Path, address: str) -> None:
    table = f"Name,Email\nAnn Author,{address}\nBob Builder,bob@example.org\n"
    draft = read_people(written(tmp_path / "people.csv", table), "2027")
    assert [one.email for one in draft.people] == [None, "bob@example.org"]
    assert draft.diagnostics == []


def test_an_address_of_a_profile_is_no_homepage(tmp_path: Path) -> None:
    table = "First Name,Last Name,URL\nAnn,Author,https://www.linkedin.com/in/ann\n"
    (person,) = read_people(written(tmp_path / "people.csv", table), "2027").people
    assert person.homepage is None
    assert person.links == {"linkedin": "https://www.linkedin.com/in/ann"}


def test_members_of_a_technical_program_committee_who_declined_are_none(tmp_path: Path) -> None:
    table = (
        "Name,Affiliation,Status,Role\nAnn Author,Uni A,accepted,TPC Member\n"
        "Bob Builder,Uni B,declined,TPC Member\n"
    )
    draft = read_people(written(tmp_path / "people.csv", table), "2027")
    ann, bob = draft.people
    assert draft.edition["committee"] == [{"person": ann}]
    assert bob.name == "Bob Builder"


def test_headings_without_spaces_are_read(tmp_path: Path) -> None:
    table = (
        "Firstname,Middleinitial,Familyname,Namesuffix,Affil1Institution,Affil1City,Affil1Country\n"
        "Ann,B.,Author,,Example University,Graz,Austria\nBob,,Writer,Jr.,Uni B,Boise,USA\n"
    )
    draft = read_people(written(tmp_path / "committee.csv", table), "2027")
    ann, bob = draft.people
    assert (ann.name, bob.name) == ("Ann B. Author", "Bob Writer Jr.")
    place = {"institution": "Example University", "city": "Graz", "country": "Austria"}
    assert ann.affiliations == [place]
    assert [found.code for found in draft.diagnostics if "column" in found.message] == []


def test_a_group_is_no_person_of_a_table(tmp_path: Path) -> None:
    table = "Name,Role\nAnn Author,Organizer\nPlaceholder Organizing Team,Organizer\n"
    said = refusal(written(tmp_path / "people.csv", table))
    assert "`Placeholder Organizing Team` is the name of a group as it seems" in said
