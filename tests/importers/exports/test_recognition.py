"""Exports are recognized by their headings, and named where another import reads them."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import ImportSourceError
from proposal.importers.exports.chosen_table import chosen_material
from proposal.importers.exports.handed_source import HandedSource, read_source
from proposal.importers.exports.recognition import recognize
from proposal.importers.exports.registry import EXPORTS
from proposal.importers.exports.table import Row, SourceTable
from proposal.importers.papers import read_papers
from proposal.importers.people import read_people
from tests.importers.bringing import imports, written
from tests.workspace import Workspace

COMMITTEE = (
    "#,person #,first name,last name,email,country,affiliation,Web page,role\n"
    "1,27,Ann,Author,ann@example.org,Austria,Example University,,PC member\n"
)
SPREADSHEET_XML = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Submissions"><Table>
<Row><Cell ss:MergeAcross="4"><Data ss:Type="String">Placeholder Workshop</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">Paper ID</Data></Cell>
<Cell><Data ss:Type="String">Paper Title</Data></Cell><Cell><Data ss:Type="String">Authors</Data>
</Cell><Cell><Data ss:Type="String">Author Names</Data></Cell>
<Cell><Data ss:Type="String">Status</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">1</Data></Cell>
<Cell><Data ss:Type="String">A First Placeholder</Data></Cell>
<Cell><Data ss:Type="String">Ann Author (Example University)*; Bob Writer (Lab)</Data></Cell>
<Cell ss:Index="5"><Data ss:Type="String">Accept</Data></Cell></Row>
</Table></Worksheet></Workbook>
"""


def test_every_export_says_what_reads_it_or_what_to_do_instead() -> None:
    for export in EXPORTS:
        assert export.kinds or export.advice, export.title
        assert bool(export.headings) is not bool(export.fits), export.title
        assert export.source.startswith("https://"), export.title


def test_an_export_for_another_import_is_refused_with_the_command(tmp_path: Path) -> None:
    file = written(tmp_path / "committee.csv", COMMITTEE)
    with pytest.raises(ImportSourceError) as caught:
        read_papers(file, "2027")
    assert str(caught.value) == (
        f"{file} is EasyChair’s program committee; type "
        f"`proposal import people {file} --edition 2027`"
    )
    (person,) = read_people(file, "2027").people
    assert person.name == "Ann Author"


def test_an_export_that_is_read_beside_another_is_refused_with_advice(tmp_path: Path) -> None:
    authors = "submission #,first name,last name,email,person #,corresponding?\n1,Ann,Author,,11,\n"
    for reader in (read_papers, read_people):
        with pytest.raises(ImportSourceError, match=r"`proposal import papers submission\.csv`"):
            reader(written(tmp_path / "authors_of.csv", authors), "2027")


def test_headings_are_found_below_titles_in_a_spreadsheet_of_xml(tmp_path: Path) -> None:
    file = written(tmp_path / "Papers.xls", SPREADSHEET_XML)
    (found,) = recognize(read_source(file))
    assert found.export.title == "CMT’s list of papers"
    (paper,) = read_papers(file, "2027").papers
    assert paper["title"] == "A First Placeholder"


def test_a_folder_and_an_archive_are_read_as_their_table(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    written(folder / "committee.csv", COMMITTEE)
    written(folder / "papers" / "1.pdf", "%PDF-1.7")
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for file in folder.rglob("*.*"):
            target.write(file, file.relative_to(tmp_path))
    for path in (folder, archive):
        source = read_source(path)
        table, _ = chosen_material(source, "people", "2027", "People")
        assert isinstance(table, SourceTable)
        assert table.rows[0].cell(2) == "Ann"
        (name,) = source.beside
        assert name.endswith("papers/1.pdf")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("papers.json", "{", "papers.json:1:2: this is no JSON"),
        ("papers.json", '{"a": 1}', "this is no export that is known here"),
        ("papers.json", "[" * 100_000, "is no JSON that can be read"),
        ("papers.xml", "<a><b></a>", "is no XML that can be read"),
        ("papers.xml", "<!DOCTYPE a><a/>", "has a document type in its XML"),
        ("papers.zip", "PK\x03\x04", "is no spreadsheet that can be read"),
    ],
)
def test_what_is_no_export_is_refused_in_one_sentence(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(ImportSourceError) as caught:
        read_papers(written(tmp_path / name, text), "2027")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


# Systems among each other

_COLUMNS = {
    "CMT": "Paper ID,Paper Title,Abstract,Authors,Author Names,Author Emails,Track Name,Status",
    "ConfTool": "paperID,contribution_type,authors,organisations,title,abstract,acceptance",
    "EasyChair": "#,title,authors,keywords,decision,notified,reviews sent,abstract,deleted?",
    "EasyChair ": "#,person #,first name,last name,email,country,affiliation,Web page,role",
    "HotCRP": "ID,Title,Authors,Status,Decision,Abstract",
    "HotCRP ": "paper,title,given_name,family_name,email,affiliation,orcid,country,iscontact",
    "HotCRP  ": "given_name,family_name,email,affiliation,country,roles,tags,collaborators",
    "Indico": (
        "Id,Title,State,Submitter,Submitter (affiliation),Speakers,Authors,Authors (affiliation),"
        "Authors (email),Co-Authors,Accepted track,Accepted type,Content"
    ),
    "Indico ": (
        "Id,Title,Description,Date,Duration,Type,Session,Track,Presenters,Presenters (affiliation),"
        "Authors,Authors (affiliation),Keywords"
    ),
    "OpenReview": "number,forum,title,abstract,num Reviewers,average rating,decision",
    "OpenReview ": "number,forum,title,authors,reason",
    "OpenReview  ": "id,name,institution name,institution domain,num assigned Submissions",
    "pretalx": "ID,Proposal title,Proposal state,Session type,Track,Abstract,Speaker names,Room",
    "pretalx ": "ID,Titel,Einreichungsstatus,Einreichungsart,Track,Namen der Vortragenden,Raum",
    "pretalx  ": "ID,Nom,Biographie,Courriel,Identifiant de la proposition",
    "pretalx   ": "name,email,confirmed",
    "Sessionize": "Session Id,Title,Description,Status,Speaker Id,FirstName,LastName,TagLine,Bio",
    "Google Contacts": "First Name,Middle Name,Last Name,Organization Name,E-mail 1 - Value",
    "Outlook": "Title,First Name,Last Name,Suffix,Company,Business Street,E-mail Address",
}
"""Columns of each system's tables; spaces tell those of one system apart."""


def _systems(headings: Sequence[str]) -> set[str]:
    file, row = Path("table.csv"), tuple("True" for _ in headings)
    table = SourceTable(file, Row(tuple(headings), 1, 1), [Row(row, 2, 2)], ["", ""])
    return {found.export.system for found in recognize(HandedSource(file, (table,)))}


@pytest.mark.parametrize("name", _COLUMNS)
def test_a_system_is_never_taken_for_another_one(name: str) -> None:
    headings, system = _COLUMNS[name].split(","), name.strip()
    assert _systems(headings) == {system}
    assert _systems([*headings[2:], *headings[:2]]) <= {system}
    for count in (1, 2, 3):
        for left_out in combinations(headings, count):
            rest = [heading for heading in headings if heading not in left_out]
            assert _systems(rest) <= {system}, rest
            assert _systems([heading.title() for heading in rest]) <= {system}, rest


@pytest.mark.parametrize(
    "headings",
    [
        "Name,Email,Confirmed",
        "name,email,confirmed,role",
        "ID,Title,Authors,Decision,Track,Keywords",
        "Id,Title,State,Submitter,Authors",
        "Paper,Title,Topic,Authors,Decision",
        "First Name,Last Name,Company,E-mail Address,Role",
        "ID,Name,Email",
    ],
)
def test_headings_that_anybody_writes_are_those_of_no_system(headings: str) -> None:
    assert _systems(headings.split(",")) == set()


def test_sessions_of_pretalx_in_german_are_read(tmp_path: Path) -> None:
    table = written(
        tmp_path / "sessions.csv",
        "ID,Titel,Einreichungsstatus,Zusammenfassung,Namen der Vortragenden\n"
        'A1B2,A Placeholder,confirmed,Text.,"Ann Author\nBob Builder"\n'
        "C3D4,Another One,rejected,,Cleo Coder\n",
    )
    (paper,) = read_papers(table, "2027").papers
    assert (paper["title"], paper["authors"]) == ("A Placeholder", ["Ann Author", "Bob Builder"])


def test_speakers_of_pretalx_in_german_are_read(tmp_path: Path) -> None:
    table = written(
        tmp_path / "speakers.csv",
        "ID,Name,Über dich,E-Mail,Bild,Einreichungs-IDs,Titel\n"
        "A1,Ann Author,Ann tests.,ann@example.org,,B2,A Placeholder\n",
    )
    draft = read_people(table, "2027")
    (person,) = draft.people
    assert (person.name, person.email, person.biography) == (
        "Ann Author",
        "ann@example.org",
        "Ann tests.",
    )
    talks: Any = draft.edition["speakers"]
    assert [talk["title"] for talk in talks] == ["A Placeholder"]


# Columns that the user names


def test_a_column_that_is_named_holds_what_is_said(workspace: Workspace, tmp_path: Path) -> None:
    table = written(tmp_path / "form.csv", "Alias,Who\nann,Ann Author\n")
    finished = workspace.run(
        "import", "people", str(table), "--edition", "2026", "--column", "name=2"
    )
    assert finished.code == 0, finished.output + finished.errors
    assert (workspace.data / "people/ann-author.yaml").is_file()
    imports(workspace, "people", written(tmp_path / "same.csv", "Name\nAnn Author\n"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("name", "'name' names no column; write what it holds and its number, as in name=3"),
        ("name=7", "has no such column; its columns are 1 Alias, 2 Who"),
        ("shoe=1", "`shoe` is nothing that a column of this table can hold"),
    ],
)
def test_a_column_that_is_not_there_is_refused(
    workspace: Workspace, tmp_path: Path, typed: str, said: str
) -> None:
    table = written(tmp_path / "form.csv", "Alias,Who\nann,Ann Author\n")
    finished = workspace.run("import", "people", str(table), "--edition", "2026", "--column", typed)
    assert finished.code != 0
    assert said in " ".join(finished.errors.replace("│", " ").split())


def test_only_tables_have_columns(workspace: Workspace, tmp_path: Path) -> None:
    source = written(tmp_path / "page.html", "<p>")
    finished = workspace.run("import", "site", str(source), "--edition", "2026", "--column", "a=1")
    assert "only people, papers and program" in " ".join(finished.errors.split())


@pytest.mark.parametrize("kind", ["people", "program"])
@pytest.mark.parametrize(
    ("name", "advice"),
    [("papers.bib", "BibTeX; type"), ("library.txt", "BibTeX; name it library.bib and type")],
)
def test_a_bibliography_is_no_table(
    workspace: Workspace, tmp_path: Path, kind: str, name: str, advice: str
) -> None:
    text = "% from a library\n@inproceedings{one,\n  author={Ann Author}, title={A Title}}\n"
    file = written(tmp_path / name, text)
    finished = workspace.run("import", kind, str(file), "--edition", "2026")
    said = " ".join((finished.output + finished.errors).split())
    assert f"is a bibliography in {advice}" in said
    assert "import papers` for it" in said
