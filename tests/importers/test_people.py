"""People from a form's export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import Image

from proposal.importers.columns import meaning_of
from proposal.importers.draft import Draft, DraftPerson, ImportSourceError
from proposal.importers.latex import read_latex
from proposal.importers.people import read_people
from proposal.reading.listed_names import split_authors
from proposal.reading.names import read_name
from tests import pdf
from tests.diagnostic_lists import places
from tests.importers.bringing import imports, new_folder, refuses, written
from tests.workspace import Workspace

HEADINGS = (
    "Timestamp,Title (Dr./Prof.),First name,Last name,Your e-mail,Affiliation (institution),"
    "Department,City,State/Province,Country,Biography (max. 150 words),ORCID iD,Home page,Role,"
    "Status\n"
)
ROW = (
    "2026-01-01 10:00,Dr.,New,Body,new@example.org,An Institute,A Department,Boise,Idaho,USA,"
    '"New Body works on *placeholders*, and has\ndone so since\n\n1998. That is long.",'
    "0000-0002-1825-0097,example.org/~new,organizer,\n"
)


def read(tmp_path: Path, text: str, name: str = "form.csv") -> Draft:
    return read_people(written(tmp_path / name, text), "2026")


def only(draft: Draft) -> DraftPerson:
    (person,) = draft.people
    return person


# Headings and dialects


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Full name", "name"),
        ("What is your name?", "name"),
        ("Your e-mail", "email"),
        ("Affiliation (institution)", "institution"),
        ("Country of affiliation", "country"),
        ("Title (Dr./Prof.)", "honorific"),
        ("Title of your talk", "talk_title"),
        ("Short bio", "short_biography"),
        ("Biography (max. 150 words)", "biography"),
        ("Photo (file name)", "photo"),
        ("Timestamp", ""),
        ("Vorname", "first_name"),
        ("Einrichtung", "institution"),
        ("Fachbereich", "department"),
        ("Prénom", "first_name"),
        ("Pays", "country"),
        ("Correo electrónico", "email"),
        ("País", "country"),
        ("Full name (as it should appear on the website)", "name"),
        ("Affiliation and country", "institution"),
        ("Name and affiliation", "name"),
        ("Program Committee", "name"),
        ("May we publish your photo?", ""),
        ("Akad. Titel", "honorific"),
        ("Civilité", "salutation"),
        ("Tussenvoegsel", "particle"),
        ("Instituição", "institution"),
        ("Função", "role"),
        ("Ruolo", "role"),
        ("Mail", "email"),
        ("Last", "last_name"),
        ("Native name", "name_native"),
        ("Session chair", None),
        ("Username", None),
        ("T-shirt size", None),
    ],
)
def test_headings_are_understood_by_what_they_mean(heading: str, meaning: str | None) -> None:
    assert meaning_of(heading) == meaning


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_delimiter_and_any_order_of_columns_will_do(tmp_path: Path, delimiter: str) -> None:
    rows = [["City", "E-mail", "Family name", "Institution", "Given name"]]
    rows += [["Boise", "new@example.org", "Body", "An Institute", "New"]]
    person = only(read(tmp_path, "\n".join(delimiter.join(row) for row in rows)))
    assert (person.name, person.email) == ("New Body", "new@example.org")
    assert person.affiliations == [{"institution": "An Institute", "city": "Boise"}]


@pytest.mark.parametrize(
    "headings", ["Vorname;Name", "Prénom;Nom", "Nombre;Apellidos", "Name;Surname"]
)
def test_names_in_two_columns_are_put_together(tmp_path: Path, headings: str) -> None:
    assert only(read(tmp_path, f"{headings}\nNew;Body\n")).name == "New Body"


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", []), ("utf-8-sig", []), ("cp1252", ["form.csv:2:5 encoding"])],
)
def test_letters_with_accents_survive_every_encoding(
    tmp_path: Path, encoding: str, expected: list[str]
) -> None:
    file = tmp_path / "form.csv"
    file.write_bytes("Name,Institution\nPlacé Hölder,Zürich\n".encode(encoding))
    draft = read_people(file, "2026")
    assert only(draft).name == "Placé Hölder"
    assert places(draft.diagnostics) == expected


def test_a_spreadsheet_is_read_from_its_sheet_of_people(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Notes"])
    sheet = book.create_sheet("People")
    sheet.append([None, None, None])
    sheet.append(["Name", "E-mail", "Home page"])
    sheet.append(["New Body", "not an address", None])
    sheet.append([None, None, None])
    sheet.append(["Other Body", "other@example.org", "https://example.org/"])
    book.save(tmp_path / "form.xlsx")
    draft = read_people(tmp_path / "form.xlsx", "2026")
    assert [(person.name, person.email) for person in draft.people] == [
        ("New Body", None),
        ("Other Body", "other@example.org"),
    ]
    assert (
        "form.xlsx, sheet People, B3 (E-mail): `not an address` is no email"
        in draft.diagnostics[0].message
    )


# Values


def test_titles_before_a_name_are_taken_off(tmp_path: Path) -> None:
    assert read_name("Prof. Dr. New Body") == read_name("Professor Body, New")
    assert read_name("Prof. Dr. New Body").honorific == "Prof."
    person = only(read(tmp_path, 'Title,Name\nDr,"Body, New"\n'))
    assert (person.honorific, person.name) == ("Dr.", "New Body")


def test_bad_values_are_reported_with_row_and_column_and_left_out(tmp_path: Path) -> None:
    text = "Name,E-mail,ORCID,Home page\nNew Body,new at home,0000-0000-0000-0002,x y z\n"
    draft = read(tmp_path, text)
    person = only(draft)
    assert (person.email, person.orcid, person.homepage) == (None, None, None)
    assert places(draft.diagnostics) == [
        "form.csv:2:10 not-an-email",
        "form.csv:2:22 not-an-orcid",
        "form.csv:2:42 not-a-url",
    ]
    assert all("(column " in diagnostic.message for diagnostic in draft.diagnostics)


@pytest.mark.parametrize("nothing", ["", "n/a", "N/A", "-", "none"])
def test_what_says_that_there_is_nothing_is_nothing(tmp_path: Path, nothing: str) -> None:
    draft = read(tmp_path, f"Name,E-mail,Bio,ORCID\nNew Body,{nothing},{nothing},{nothing}\n")
    person = only(draft)
    assert (person.email, person.biography, person.orcid) == (None, None, None)
    assert draft.diagnostics == []


@pytest.mark.parametrize("promised", ["TBA", "tbc", "Coming soon", "wird noch bekannt gegeben"])
def test_what_is_promised_is_nobodys_institution(tmp_path: Path, promised: str) -> None:
    draft = read(tmp_path, f"Name,Affiliation,Bio\nNew Body,{promised},{promised}\n")
    person = only(draft)
    assert (person.affiliations, person.biography) == ([], None)


def test_addresses_and_numbers_are_completed(tmp_path: Path) -> None:
    person = only(read(tmp_path, "Name,ORCID,Web\nNew Body,https://orcid.org/0000000218250097,\n"))
    assert person.orcid == "0000-0002-1825-0097"
    person = only(read(tmp_path, "Name,Home page\nNew Body,www.example.org/~new\n"))
    assert person.homepage == "https://www.example.org/~new"


def test_a_column_that_is_not_understood_is_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, "Name,T-shirt,Empty\nNew Body,XL,\n")
    assert [diagnostic.message for diagnostic in draft.diagnostics] == [
        "the column T-shirt was not understood and is left out (1 cell)"
    ]


def test_of_two_biographies_the_full_one_is_taken_and_the_other_reported(tmp_path: Path) -> None:
    person = only(draft := read(tmp_path, "Name,Short bio,Biography\nNew Body,Short.,Long.\n"))
    assert person.biography == "Long."
    assert [diagnostic.code for diagnostic in draft.diagnostics] == ["unknown-column"]
    assert only(read(tmp_path, "Name,Short bio\nNew Body,Short.\n")).biography == "Short."


def test_empty_rows_are_skipped_and_rows_without_a_name_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, "Name,City\n,\n\n,Boise\nNew Body,\n")
    assert [person.name for person in draft.people] == ["New Body"]
    assert [diagnostic.code for diagnostic in draft.diagnostics] == ["no-name"]
    assert draft.diagnostics[0].span is not None
    assert draft.diagnostics[0].span.line == 4


def test_of_two_rows_of_one_person_the_later_holds(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        "Name,E-mail,Institution,Bio\n"
        "New Body,new@example.org,Old Institute,A text.\n"
        "Other Body,,,\n"
        "N. Body,NEW@example.org,New Institute,\n",
    )
    person, _ = draft.people
    assert person.affiliations == [{"institution": "New Institute"}]
    assert person.biography == "A text."
    assert [diagnostic.message for diagnostic in draft.diagnostics] == [
        "N. Body stands in row 2, too; this row is used (column Name)"
    ]


# Portraits


def test_a_portrait_is_taken_from_beside_the_table_only(tmp_path: Path) -> None:
    folder = tmp_path / "forms"
    folder.mkdir()
    for name in ("me.png", "me.webp", "me.jpeg"):
        Image.new("RGB", (2, 2)).save(folder / name)
    Image.new("RGB", (2, 2)).save(tmp_path / "outside.png")
    (folder / "no.png").write_text("no picture", encoding="utf-8")
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    names = ["me.png", "me.webp", "me.jpeg", "../outside.png", "link.png", "no.png", "gone.png"]
    names += [str(tmp_path / "outside.png"), "https://example.org/me.png"]
    rows = "".join(
        f"Body {letter},{name}\n" for letter, name in zip("ABCDEFGHI", names, strict=True)
    )
    draft = read(folder, f"Name,Photo\n{rows}")
    assert [person.photo_suffix for person in draft.people if person.photo] == [
        ".png",
        ".webp",
        ".jpg",
    ]
    assert [diagnostic.code for diagnostic in draft.diagnostics] == ["no-photo"] * 6


# Roles


def test_roles_put_people_where_they_belong(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        "Name,Role,Status,Talk title\n"
        "A Body,Organizer,,\n"
        'B Body,"Keynote, panelist",confirmed,A Talk\n'
        "C Body,invited speaker,,\n"
        "D Body,PC member,,\n"
        "E Body,chief baker,,\n"
        "F Body,Participant,,\n",
    )
    names = {person: person.name for person in draft.people}
    edition: dict[str, Any] = draft.edition
    assert [names[organizer] for organizer in edition["organizers"]] == ["A Body"]
    assert [names[member["person"]] for member in edition["committee"]] == ["D Body"]
    speakers = [
        (names[speaker["person"]], speaker["role"], speaker["status"], speaker.get("title"))
        for speaker in edition["speakers"]
    ]
    assert speakers == [
        ("B Body", "keynote", "confirmed", "A Talk"),
        ("B Body", "panelist", "confirmed", None),
        ("C Body", "talk", "invited", None),
    ]
    assert [diagnostic.message for diagnostic in draft.diagnostics] == [
        "`chief baker` is no role that is known here (column Role)"
    ]


def test_a_confirmed_speaker_does_not_become_an_invited_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    table = written(tmp_path / "form.csv", "Name,Role\nChirag Shah,keynote\n")
    imports(workspace, "people", table)
    status = next(t.status for t in workspace.edition("2026").speakers if t.id == "chirag-shah")
    assert status == "confirmed"


# From table to document


def test_a_form_goes_into_the_data_and_into_the_document(
    workspace: Workspace, tmp_path: Path
) -> None:
    imports(workspace, "people", written(tmp_path / "form.csv", HEADINGS + ROW))
    assert (workspace.data / "people/new-body.yaml").read_text(encoding="utf-8") == (
        "name: New Body\n"
        "honorific: Dr.\n"
        "email: new@example.org\n"
        "links: {homepage: https://example.org/~new, orcid: 0000-0002-1825-0097}\n"
        "affiliations:\n"
        "  - institution: An Institute\n"
        "    department: A Department\n"
        "    city: Boise\n"
        "    state: Idaho\n"
        "    country: USA\n"
        "    since: 2026-02-26\n"
        "bio: |\n"
        "  New Body works on \\*placeholders\\*, and has done so since\n"
        "\n"
        "  1998\\. That is long.\n"
    )
    text = pdf.flowing(pdf.raw_text(workspace.built("2026", "proposal")))
    assert "New Body works on *placeholders*, and has done so since" in text
    assert "1998. That is long." in text


def test_people_come_into_an_empty_folder_without_an_edition(tmp_path: Path) -> None:
    table = written(tmp_path / "form.csv", HEADINGS + ROW)
    workspace = new_folder(tmp_path / "w")
    finished = workspace.run("-C", ".", "import", "people", str(table), "--edition", "2026")
    assert finished.code == 0, finished.errors
    assert [file.name for file in workspace.data.rglob("*.*")] == ["new-body.yaml"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("form.csv", b"%PDF-1.7 \x00", "form.csv is a PDF and no table; save it as CSV"),
        ("form.xlsx", b"PK\x03\x04 nothing", "is no spreadsheet that can be read"),
        ("form.csv", b"", "is empty: a row of headings was expected"),
        ("form.csv", b"<!DOCTYPE html><html>", "is a web page and no table"),
        ("form.csv", b"A,B\n1,2\n", "has no column for names"),
        ("form.csv", b'Name\n"New Body\n' + b"x" * 300_000, "this is no table"),
        ("form.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office 97 to 2003"),
    ],
)
def test_what_is_no_table_of_people_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ImportSourceError) as caught:
        read_people(file, "2026")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_refused_table_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "form.csv").write_bytes(b"%PDF-1.7")
    said = refuses(workspace, "people", tmp_path / "form.csv")
    assert said.startswith("proposal: ")
    assert "is a PDF and no table" in said


# Lists of names, as review systems write them


@pytest.mark.parametrize(
    "text",
    [
        "First One, Second B. Two and Third Three",
        "First One, Second B. Two, and Third Three",
        "First One and Second B. Two and Third Three",
        "First One; Second B. Two; Third Three",
        "First One|Second B. Two|Third Three",
        "First One\nSecond B. Two\nThird Three",
        "One, First; Two, Second B.; Three, Third",
        "One, First and Two, Second B. and Three, Third",
        "['First One', 'Second B. Two', 'Third Three']",
        "First One*, Second B. Two†, Third Three",
    ],
)
def test_lists_of_authors_are_split_however_they_are_written(text: str) -> None:
    names = [author.name for author in split_authors(text)]
    assert names == ["First One", "Second B. Two", "Third Three"]


def test_affiliations_between_parentheses_go_with_their_authors() -> None:
    authors = split_authors("First One (An Institute, Boise), Second Two (Another)")
    assert [(author.name, author.affiliation) for author in authors] == [
        ("First One", "An Institute, Boise"),
        ("Second Two", "Another"),
    ]


def test_a_lone_name_with_a_comma_is_one_person() -> None:
    assert [author.name for author in split_authors("One, First")] == ["First One"]
    assert [author.name for author in split_authors("First One, Second Two")] == [
        "First One",
        "Second Two",
    ]


# Names


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("First name,Middle name,Last name\nAnn,Quincy,Author\n", "Ann Quincy Author"),
        ("Prénom,Deuxième prénom,Nom\nAnn,Quincy,Author\n", "Ann Quincy Author"),
        ("Weitere Vornamen,Vorname,Nachname\nQuincy,Ann,Author\n", "Ann Quincy Author"),
        ("Nome,Secondo nome,Cognome\nAnn,Quincy,Author\n", "Ann Quincy Author"),
        ("Nome,Nome do meio,Sobrenome\nAnn,Quincy,Author\n", "Ann Quincy Author"),
        ("First name,Middle initial,Last name\nAnn,Q.,Author\n", "Ann Q. Author"),
        ("First name,Last name,Name on the badge\nAnn,Author,Annie\n", "Ann Author"),
        ("First name,Last name,Suffix\nMartin,Sample,Jr.\n", "Martin Sample Jr."),
        ("person #,Full name\n12,Ann Author\n", "Ann Author"),
        ("Voornaam,Tussenvoegsel,Achternaam\nAnn,van der,Sample\n", "Ann van der Sample"),
        ("First,Last\nA.,Author\n", "A. Author"),
        ('Program Committee,Affiliation\n"Author, Ann",Uni A\n', "Ann Author"),
        ("Name,Vorname\nAuthor,Ann\n", "Ann Author"),
    ],
)
def test_a_name_in_several_columns_is_whole(tmp_path: Path, table: str, name: str) -> None:
    assert only(read(tmp_path, table)).name == name


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("2730", "`2730` has no letters, so it is no name; write the person's name"),
        ("b@example.org", "`b@example.org` is an address and no name"),
        ("Bob Builder https://example.org", "an address stands in the name"),
        ("Bob Builder and Cleo Coder", "seems to name several people"),
        ("Bob Builder; Cleo Coder", "seems to name several people"),
        ("Bob Builder / Cleo Coder", "seems to name several people"),
        ("Bob Builder (Placeholder)", "what the parentheses in `Bob Builder (Placeholder)` say"),
        ("Bob (Builder", "what the parentheses"),
        ("Bob Builder, Cleo Coder, Dan Drafter", "the commas in"),
        ("Bob Builder, University of Samples", "seems to hold an affiliation, too"),
        ("Bob Builder, Google", "`Bob Builder, Google` seems to hold an affiliation, too"),
        ("Bob Builder, Ada", "`Bob Builder, Ada` may be one name, or a name and something"),
        ("Muestra Prueba, Ana Bea", "write `Ana Bea Muestra Prueba`, or each of two people"),
    ],
)
def test_a_cell_that_is_no_name_is_refused_with_its_row(
    workspace: Workspace, tmp_path: Path, cell: str, said: str
) -> None:
    text = f'Name,E-mail\nAnn Author,a@example.org\n"{cell}",b@example.org\n'
    line = refuses(workspace, "people", written(tmp_path / "form.csv", text))
    assert "form.csv:3, column A: " in line
    assert said in line


def test_all_rows_of_names_that_are_not_understood_are_listed(tmp_path: Path) -> None:
    text = "Name\nAnn Author\nBob Builder\n1\n2\nCleo Coder\n3\n"
    with pytest.raises(ImportSourceError, match=r"form.csv:4.*and so for 2 more rows: 5, 7\)"):
        read(tmp_path, text)
    parts = 'First name,Last name\nAnn (Annie),Author\nBob,"Builder, Coder"\n'
    with pytest.raises(ImportSourceError, match="the comma in `Builder, Coder` is not understood"):
        read(tmp_path, parts)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ('"Author, Ann"\n"Muestra Prueba, Ana Bea"\n', ["Ann Author", "Ana Bea Muestra Prueba"]),
        ("Ann Author (she/her)\nAnn <ann@example.org>\n", ["Ann Author", "Ann"]),
        ('"Author, Ann, she/her"\nBob Builder - he/him\n', ["Ann Author", "Bob Builder"]),
        ("Ana García y Muestra\nEva von und zu Sample\n", None),
        ('"van der Sample, Jan"\n"Author, Ann, PhD"\n', ["Jan van der Sample", "Ann Author"]),
        ('"Author, Ann"\n"Muestra Prueba, Ana"\n', ["Ann Author", "Ana Muestra Prueba"]),
        (
            '"García y Muestra, Ana"\n"Sample Jr., Rose"\n',
            ["Ana García y Muestra", "Rose Sample Jr."],
        ),
        ('Ann (Annie) Author\n"Ann ""Annie"" Writer"\n', None),
    ],
)
def test_names_that_look_odd_are_read(tmp_path: Path, rows: str, names: list[str] | None) -> None:
    draft = read(tmp_path, f"Name\n{rows}")
    expected = names or rows.replace('"Ann ""Annie"" Writer"', 'Ann "Annie" Writer').splitlines()
    assert [person.name for person in draft.people] == expected


def test_an_address_beside_a_name_is_the_person_s(tmp_path: Path) -> None:
    person = only(read(tmp_path, "Name\nAnn Author <ann@example.org>\n"))
    assert (person.name, person.email) == ("Ann Author", "ann@example.org")


# Columns


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("Person,Speaker ID,Name\n12,A1,Ann Author\n13,B2,Bob Builder\n", "Ann Author"),
        ("Speaker,Full name\nyes,Ann Author\nno,Bob Builder\n", "Ann Author"),
        ("Person,Name\n00000000-0000-0000-0000-000000000001,Ann Author\n", "Ann Author"),
        ("Name,Emergency contact name\nAnn Author,Bob Builder\n", "Ann Author"),
        ("Name (as on the badge),Team name\nAnn Author,Testers\n", "Ann Author"),
        ("Name,Speaker\nAnn Author,Ann Author\n", "Ann Author"),
        ("Team name,First name,Last name\nTesters,Ann,Author\n", "Ann Author"),
        ("Voornaam,Achternaam\nAnn,Author\n", "Ann Author"),
        ("Nome,Cognome\nAnn,Author\n", "Ann Author"),
    ],
)
def test_a_column_is_judged_by_its_cells_and_by_all_of_its_heading(
    tmp_path: Path, table: str, name: str
) -> None:
    assert read(tmp_path, table).people[0].name == name


@pytest.mark.parametrize(
    ("table", "question"),
    [
        ("Name,Speaker\nAnn Author,Bob Builder\n", "`--column name=1` or `--column name=2`"),
        ("Preferred name,Legal name\nAnnie,Ann A\n", "`--column name=1` or `--column name=2`"),
        ("E-mail,Team name\na@example.org,The Testers\n", "`--column name=2`"),
        (
            "Name,E-mail,Contact e-mail\nAnn Author,a@example.org,b@example.org\n",
            "`--column email=2` or `--column email=3`",
        ),
    ],
)
def test_where_columns_can_be_read_in_two_ways_the_question_is_put(
    workspace: Workspace, tmp_path: Path, table: str, question: str
) -> None:
    source = written(tmp_path / "form.csv", table)
    assert question in refuses(workspace, "people", source)
    option = question.split("`")[1].split()
    answered = workspace.run("import", "people", str(source), "--edition", "2026", *option)
    assert answered.code == 0, answered.errors


def test_columns_of_no_use_are_listed_with_their_counts(tmp_path: Path) -> None:
    text = "Timestamp,ID,Name,I agree\n2026-01-01,1,Ann Author,yes\n,2,Bob Builder,yes\n"
    assert [one.message for one in read(tmp_path, text).diagnostics] == [
        "columns that are left out, with their filled cells: Timestamp (1), ID (2), I agree (2)"
    ]


def test_two_people_with_one_name_and_two_addresses_stay_two(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        "Name,E-mail,Institution\n"
        "Wei Sample,w@a.example.org,Uni A\n"
        "Wei Sample,w@b.example.org,Uni B\n",
    )
    assert [person.email for person in draft.people] == ["w@a.example.org", "w@b.example.org"]
    assert [diagnostic.code for diagnostic in draft.diagnostics] == ["namesakes"]


def test_namesakes_get_files_of_their_own_once(workspace: Workspace, tmp_path: Path) -> None:
    table = written(
        tmp_path / "form.csv",
        "Name,E-mail,Institution,Country,Role\n"
        "Wei Sample,w@a.example.org,Uni A,Spain,PC member\n"
        "Wei Sample,w@b.example.org,Uni B,Spain,PC member\n",
    )
    imports(workspace, "people", table)
    people = workspace.read().people
    assert [people[name].email for name in ("wei-sample", "wei-sample-2")] == [
        "w@a.example.org",
        "w@b.example.org",
    ]


def test_a_middle_name_and_another_address_make_another_person(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.write("people/ann-author.yaml", "name: Ann Author\nemail: ann@example.org\n")
    text = "First,Middle,Last,E-mail,Role\nAnn,Quincy,Author,annq@example.org,PC member\n"
    headings = text.replace("First,Middle,Last", "First name,Middle name,Last name")
    imports(workspace, "people", written(tmp_path / "form.csv", headings))
    assert workspace.read().people["ann-quincy-author"].name == "Ann Quincy Author"


def test_a_poorer_spelling_in_a_later_row_does_not_replace_a_name(tmp_path: Path) -> None:
    draft = read(tmp_path, "Name,E-mail\nNora Newname,n@example.org\nnora newname,n@example.org\n")
    assert only(draft).name == "Nora Newname"


def test_a_name_in_capitals_is_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, 'Name,City\n"O\'NEIL, SEAN",Boise\n')
    assert only(draft).name == "SEAN O'NEIL"
    assert "doubtful-name" in {diagnostic.code for diagnostic in draft.diagnostics}


PAPER = (
    "\\documentclass[sigconf,nonacm]{acmart}\n\\begin{document}\n"
    "\\title{First Workshop on Placeholders}\n%s\\maketitle\n\\section{One}\nText.\n"
    "\\end{document}\n"
)


def test_an_import_that_cannot_be_built_says_what_is_missing(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "w")
    paper = written(tmp_path / "paper.tex", PAPER % "")
    finished = workspace.run("-C", ".", "import", "latex", str(paper), "--edition", "2027")
    assert finished.code == 1
    assert "organizers: []" in finished.output
    assert "cannot be built before" in finished.output
    assert "Done." not in finished.output


def test_a_paper_without_an_abstract_can_be_built(tmp_path: Path) -> None:
    workspace = new_folder(tmp_path / "w")
    author = (
        "\\author{Martin Sample, Jr.}\n"
        "\\affiliation{\\institution{Uni A}\\city{Vienna}\\country{Austria}}\n"
    )
    paper = written(tmp_path / "paper.tex", PAPER % author)
    finished = workspace.run("-C", ".", "import", "latex", str(paper), "--edition", "2027")
    assert finished.code == 0
    assert "the paper has no abstract; a sentence stands in" in finished.output
    text = (workspace.data / "people/martin-sample.yaml").read_text(encoding="utf-8")
    assert text.startswith("name: Martin Sample Jr.\n")


def test_a_conference_s_month_and_unknown_zone_are_tentative(tmp_path: Path) -> None:
    head = (
        "\\acmConference[XYZ '27]{A Conference on Samples}{August 2027}{Somewhere Unknown}\n"
        "\\author{Ann Author}\n\\affiliation{\\institution{Uni A}\\country{Austria}}\n"
    )
    paper = written(tmp_path / "paper.tex", PAPER % head)
    venue = read_latex(paper, "2027").venue
    assert (venue["start"], venue["end"]) == ("2027-08-01", "2027-08-31")
    assert (venue["zone"], venue["tentative"]) == ("UTC", True)


def test_tutorials_and_moderators_are_among_the_speakers(tmp_path: Path) -> None:
    draft = read(
        tmp_path, "Name,Role,Talk title\nAda One,Tutorial,How to\nAda Two,Panel moderator,Why\n"
    )
    speakers: Any = draft.edition["speakers"]
    assert [speaker["role"] for speaker in speakers] == ["tutorial", "moderator"]
    assert [speaker.get("title") for speaker in speakers] == ["How to", None]


def test_roles_name_committees_and_parts_in_organizing(tmp_path: Path) -> None:
    table = written(
        tmp_path / "form.csv",
        "Name,Affiliation,Role\n"
        "Ann Author,An Institute,General Chair\n"
        "Ben Other,An Institute,organizer; steering committee member\n"
        "Cay Third,An Institute,area chair and PC member\n"
        "Dan Fourth,An Institute,Volunteer\n",
    )
    draft = read_people(table, "2026")
    assert draft.diagnostics == []
    edition = draft.edition
    ann, ben, cay, dan = draft.people
    assert edition["organizers"] == [{"person": ann, "role": "General Chair"}, ben]
    assert edition["committee"] == [{"person": cay}]
    assert edition["committees"] == [
        {"name": "Steering Committee", "members": [{"person": ben}]},
        {"name": "Area Chairs", "members": [{"person": cay}]},
        {"name": "Volunteers", "members": [{"person": dan}]},
    ]


def test_a_committee_that_is_known_gets_its_new_members(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = "editions/2026/edition.yaml"
    workspace.append(
        file,
        "committees:\n"
        "  - name: Area Chairs  # asked in May\n"
        "    members:\n"
        "      - Cay Third (An Institute)\n",
    )
    table = written(
        tmp_path / "form.csv",
        "Name,Affiliation,Role\nNeil Shah,Snap Research,Publicity Chair\nEd Chi,,Area Chair\n",
    )
    imports(workspace, "people", table)
    text = (workspace.data / file).read_text(encoding="utf-8")
    assert text.endswith(
        "committees:\n"
        "  - name: Area Chairs  # asked in May\n"
        "    members:\n"
        "      - Cay Third (An Institute)\n"
        "      - {person: ed-chi}\n"
    )
    assert "  - {person: neil-shah, role: Publicity Chair}\n" in text


def test_columns_tell_where_people_are_found(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        "Name,GitHub ID,Twitter / X handle,LinkedIn URL,Google Scholar,Mastodon,ORCID\n"
        "Ada Lovelace,ada,@ada,linkedin.com/in/ada,https://scholar.google.com/citations?user=a,"
        "@ada@hci.example,0000 0002 1825 0097\n",
    )
    assert draft.diagnostics == []
    person = only(draft)
    assert person.orcid == "0000-0002-1825-0097"
    assert person.links == {
        "github": "https://github.com/ada",
        "x": "https://x.com/ada",
        "linkedin": "https://linkedin.com/in/ada",
        "scholar": "https://scholar.google.com/citations?user=a",
        "mastodon": "https://hci.example/@ada",
    }


def test_a_page_that_is_none_is_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, "Name,LinkedIn\nAda Lovelace,Ada on LinkedIn\n")
    assert only(draft).links == {}
    assert [found.code for found in draft.diagnostics] == ["not-a-url"]


def test_pronouns_are_no_part_of_the_name(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        "Name,Affiliation,Pronouns\n"
        "Xu Wei (he/him),An Institute,\n"
        "Ann Author,An Institute,(She / Her)\n",
    )
    assert [(person.name, person.pronouns) for person in draft.people] == [
        ("Xu Wei", "he/him"),
        ("Ann Author", "She/Her"),
    ]
    assert draft.diagnostics == []


def speakers_of(draft: Draft) -> list[tuple[Any, str, str, Any]]:
    """Who speaks, in which role, with which status and title."""
    listed: Any = draft.edition.get("speakers", [])
    return [
        (
            [one.name for one in talk["person"]]
            if isinstance(talk["person"], list)
            else talk["person"].name,
            talk["role"],
            str(talk["status"]),
            talk.get("title"),
        )
        for talk in listed
    ]


def test_several_roles_stand_in_one_cell(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        "Name,Role\n"
        "Ann Author,Publicity and Web Chair; General Chair\n"
        "Bob Builder,Panelist / Moderator\n"
        "Cleo Coder,PC member and Proceedings Chair\n"
        "Dan Drafter,Session chair\n",
    )
    ann, bob, cleo, _ = draft.people
    assert draft.edition["organizers"] == [
        {"person": ann, "role": "Publicity and Web Chair, General Chair"},
        {"person": cleo, "role": "Proceedings Chair"},
    ]
    assert draft.edition["committee"] == [{"person": cleo}]
    assert speakers_of(draft) == [
        (bob.name, "panelist", "invited", None),
        (bob.name, "moderator", "invited", None),
    ]
    assert [one.message for one in draft.diagnostics] == [
        "Dan Drafter chairs a session, which the table does not name (column Role)"
    ]


def test_roles_that_nobody_has_are_not_given(tmp_path: Path) -> None:
    draft = read(
        tmp_path,
        "Name,Role,Status\n"
        "Ann Author,Not an organizer,\n"
        "Bob,former organizer,\n"
        "Cleo Coder,Organizer,declined\n"
        "Dan,PC member,invited (pending)\n"
        "Eve,invited (pending),\n"
        "Fay,ex-chair and PC member,\n"
        "Gus Giver,no,\n"
        "Hal Helper,Organizer,confirmed\n"
        'Ida Inker,"PC member, Keynote (to be confirmed)",\n',
    )
    edition: dict[str, Any] = draft.edition
    assert [person.name for person in edition["organizers"]] == ["Hal Helper"]
    assert [member["person"].name for member in edition["committee"]] == ["Ida Inker"]
    assert speakers_of(draft) == [("Ida Inker", "keynote", "invited", None)]
    said = [one.message.partition(" (column")[0] for one in draft.diagnostics]
    assert [
        one.removeprefix("not given a role, since the table says that they ") for one in said
    ] == [
        "do not do it: Ann Author (row 2: `Not an organizer`), Gus Giver (row 8: `no`)",
        "do it no more: Bob (row 3: `former organizer`), Fay (row 7: `ex-chair and PC member`)",
        "have declined: Cleo Coder (row 4: `declined`)",
        "have not agreed yet: Dan (row 5: `invited (pending)`), Eve (row 6: `invited (pending)`)",
    ]


@pytest.mark.parametrize(
    "cell", ["PC member, declined", "PC member; invited", "PC member, no longer", "PC member, no"]
)
def test_what_stands_behind_a_comma_goes_with_the_role_before_it(tmp_path: Path, cell: str) -> None:
    draft = read(tmp_path, f'Name,Role\nAnn Author,"{cell}"\nBob Builder,"PC member, keynote"\n')
    bob = draft.people[1]
    assert draft.edition["committee"] == [{"person": bob}]
    assert [talk[0] for talk in speakers_of(draft)] == ["Bob Builder"]
    assert [one.code for one in draft.diagnostics] == ["role-not-held"]


def test_the_state_of_a_registration_takes_nobody_s_role(tmp_path: Path) -> None:
    draft = read(tmp_path, "Name,Role,Registration state\nAnn Author,Organizer,Withdrawn\n")
    assert draft.edition["organizers"] == draft.people


@pytest.mark.parametrize(
    ("heading", "cell", "status"),
    [
        ("Status", "Accepted", "confirmed"),
        ("Status", "no reply yet", "invited"),
        ("Status", "Not yet confirmed", "invited"),
        ("Status", "Declined", "declined"),
        ("Can you come?,Status", "yes,No", "declined"),
        ("Confirmed", "False", "invited"),
        ("Confirmed", "True", "confirmed"),
        ("Confirmed?", "no", "invited"),
    ],
)
def test_status_of_a_speaker(tmp_path: Path, heading: str, cell: str, status: str) -> None:
    draft = read(tmp_path, f"Name,Role,{heading}\nAnn Author,Speaker,{cell}\n")
    assert [talk[2] for talk in speakers_of(draft)] == [status]


def test_several_columns_of_roles_are_one(tmp_path: Path) -> None:
    draft = read(tmp_path, "Name,Role 1,Role 2\nAnn Author,General Chair,PC member\n")
    ann = only(draft)
    assert draft.edition["organizers"] == [{"person": ann, "role": "General Chair"}]
    assert draft.edition["committee"] == [{"person": ann}]
    assert draft.diagnostics == []


def test_a_salutation_and_an_academic_title_are_read_together(tmp_path: Path) -> None:
    text = "Anrede;Akad. Titel;Vorname;Nachname\nFrau;Dr.-Ing.;Anna;von der Probe\nHerr;;Bo;Probe\n"
    draft = read(tmp_path, text)
    assert [(one.name, one.honorific, one.family_name) for one in draft.people] == [
        ("Anna von der Probe", "Dr.", "von der Probe"),
        ("Bo Probe", None, "Probe"),
    ]
    assert draft.diagnostics == []


def test_letters_in_brackets_behind_a_name_in_another_script_are_no_name(tmp_path: Path) -> None:
    with pytest.raises(ImportSourceError, match="MIT"):
        read(tmp_path, "Name,E-mail\n陈安 (MIT),a@example.org\n")


@pytest.mark.parametrize(
    ("cell", "name", "native", "institution"),
    [
        ("見本太郎 (Taro Mihon)", "Taro Mihon", "見本太郎", None),
        ("Taro Mihon (見本太郎)", "Taro Mihon", "見本太郎", None),
        ("Иван Пример (Ivan Primer)", "Ivan Primer", "Иван Пример", None),
        ("Ann Author (Example University)", "Ann Author", None, "Example University"),
        ("Ann Author (清华大学)", "Ann Author", None, "清华大学"),
        ("陈安 (Example University)", "陈安", None, "Example University"),
        ("Xiaoming (Simon) Sample", "Xiaoming (Simon) Sample", None, None),
    ],
)
def test_brackets_behind_a_name_hold_its_own_script_or_an_institution(
    tmp_path: Path, cell: str, name: str, native: str | None, institution: str | None
) -> None:
    person = only(read(tmp_path, f"Name,E-mail\n{cell},a@example.org\n"))
    assert (person.name, person.name_native) == (name, native)
    assert [post["institution"] for post in person.affiliations] == list(
        filter(None, [institution])
    )


@pytest.mark.parametrize(
    ("cell", "family"),
    [
        ("de SOUZA Maria", "de SOUZA"),
        ("Maria de SOUZA", "de SOUZA"),
        ("SOUZA Maria", "SOUZA"),
        ("Jan van der SAMPLE", "van der SAMPLE"),
        ("Maria Sousa", None),
    ],
)
def test_a_family_name_in_capitals_has_its_particles(cell: str, family: str | None) -> None:
    assert read_name(cell).family == family


def test_a_name_in_latex_is_refused_as_such(tmp_path: Path) -> None:
    with pytest.raises(ImportSourceError, match="is written in LaTeX; write the letters"):
        read(tmp_path, 'Name,E-mail\nBj\\"orn Sample,b@example.org\n')


def test_a_title_that_takes_the_place_of_another_is_reported(tmp_path: Path) -> None:
    text = "Name,Role,Talk title\nAnn Author,Keynote,One\nAnn Author,Keynote,One and a Half\n"
    draft = read(tmp_path, text)
    assert speakers_of(draft) == [("Ann Author", "keynote", "invited", "One and a Half")]
    said = " ".join(one.message for one in draft.diagnostics)
    assert "“One” stands in an earlier row; “One and a Half” takes its place" in said


def test_a_talk_of_somebody_without_a_role_is_reported(tmp_path: Path) -> None:
    draft = read(tmp_path, "Name,Talk title\nAnn Author,One\n")
    assert [one.code for one in draft.diagnostics] == ["unknown-role"]
    assert "what Ann Author does is not said" in draft.diagnostics[0].message


def test_a_poorer_row_takes_nothing_from_a_fuller_one(tmp_path: Path) -> None:
    text = (
        "Name,E-mail,Institution,City,Country,Bio,ORCID\n"
        "Ann Author,a@example.org,University of Samples,Lyon,France,She tests. She writes.,"
        "0000-0002-1825-0097\n"
        "A. Author,a@example.org,Univ. of Samples,,,She tests.,\n"
    )
    person = only(read(tmp_path, text))
    assert (person.name, person.orcid) == ("Ann Author", "0000-0002-1825-0097")
    assert person.biography == "She tests. She writes."
    (post,) = person.affiliations
    assert post == {"institution": "University of Samples", "city": "Lyon", "country": "France"}


def test_codes_of_countries_become_names(tmp_path: Path) -> None:
    table = "Name,Institution,Country\nAnn,Uni A,DE\nBob,Uni B,US\nCleo,Uni C,UK\nDan,Uni D,BEL\n"
    draft = read(tmp_path, table)
    countries = [person.affiliations[0]["country"] for person in draft.people]
    assert countries == ["Germany", "United States", "UK", "Belgium"]


@pytest.mark.parametrize(
    ("place", "read_as"),
    [
        ("Lisbon, POR", {"city": "Lisbon", "country": "Portugal"}),
        ("Salem, OR", {"city": "Salem", "state": "OR"}),
    ],
)
def test_letters_behind_a_city_are_its_state_or_its_country(
    tmp_path: Path, place: str, read_as: dict[str, str]
) -> None:
    person = only(read(tmp_path, f'Name,Institution\nAnn Author,"Example Labs, {place}"\n'))
    assert person.affiliations == [{"institution": "Example Labs", **read_as}]


def test_columns_that_nothing_is_made_of_are_listed_whatever_they_mean(tmp_path: Path) -> None:
    text = "Name,Middle name,Suffix,Role,Status\nMartin Sample,Luther,Jr.,PC member,confirmed\n"
    draft = read(tmp_path, text)
    assert only(draft).name == "Martin Sample Jr."
    assert sorted(one.message for one in draft.diagnostics) == [
        "columns that are left out, with their filled cells: Status (1)",
        "the column Middle name was not understood and is left out (1 cell)",
    ]


@pytest.mark.parametrize(
    ("heading", "organizer", "member", "speaker"),
    [
        ("Rolle", "Organisatorin", "Programmkomitee", "Eingeladene Rednerin"),
        ("Rôle", "Comité d'organisation", "Comité de programme", "Conférencière invitée"),
        ("Função", "Organizador", "Comitê de programa", "Palestrante convidado"),
        ("Función", "Organizadora", "Comité de programa", "Ponente invitada"),
        ("Ruolo", "Organizzatore", "Comitato di programma", "Relatore invitato"),
        ("角色", "组织者", "程序委员会委员", "特邀报告人"),
        ("役割", "実行委員", "プログラム委員", "招待講演者"),
        ("역할", "조직위원", "프로그램위원", "초청연사"),
        ("I would like to serve as", "Organizer", "PC member", "Invited speaker"),
    ],
)
def test_roles_are_read_in_the_words_of_forms(
    tmp_path: Path, heading: str, organizer: str, member: str, speaker: str
) -> None:
    table = (
        f"Name,E-mail,{heading}\nAnn Author,a@example.org,{organizer}\n"
        f"Bob Builder,b@example.org,{member}\nCat Coder,c@example.org,{speaker}\n"
    )
    draft = read_people(written(tmp_path / "form.csv", table), "2026", {})
    edition: Any = draft.edition
    assert [person.name for person in edition["organizers"]] == ["Ann Author"]
    assert [one["person"].name for one in edition["committee"]] == ["Bob Builder"]
    assert [(one["person"].name, one["role"]) for one in edition["speakers"]] == [
        ("Cat Coder", "talk")
    ]
    assert draft.diagnostics == []


def test_an_empty_column_of_names_gives_way_to_a_filled_one(tmp_path: Path) -> None:
    table = (
        "ID,Email,Name,Full name as it should appear on the website,Role\n"
        "1,anonymous,,Ann Author,PC member\n"
    )
    (person,) = read_people(written(tmp_path / "form.csv", table), "2026", {}).people
    assert person.name == "Ann Author"


def test_spanish_institutions_are_read(tmp_path: Path) -> None:
    table = "Nombre,Apellidos,Institución,País\nAna,García Ejemplo,Universidad X,España\n"
    (person,) = read_people(written(tmp_path / "form.csv", table), "2026", {}).people
    (post,) = person.affiliations
    assert (post["institution"], post["country"]) == ("Universidad X", "España")


@pytest.mark.parametrize(
    ("typed", "biography"),
    [
        (
            "<p>Ann is <b>well</b> read &amp; kind.</p><p>Second.</p>",
            "Ann is **well** read & kind.\n\nSecond.",
        ),
        (
            "Ann<br/>works at <a href='https://example.org'>Uni A</a>.",
            "Ann works at [Uni A](https://example.org).",
        ),
        ("Her List<T> costs $5 ~ 6.", "Her List<T> costs $5 ~ 6."),
    ],
)
def test_html_in_biographies_is_read_and_other_signs_are_text(
    tmp_path: Path, typed: str, biography: str
) -> None:
    file = written(tmp_path / "people.csv", f'Name,Biography\nAnn Author,"{typed}"\n')
    (one,) = read_people(file, "2027").people
    assert one.biography == biography


@pytest.mark.parametrize("word", ["TBA", "To be confirmed", "hidden", "Anonymous"])
def test_words_in_place_of_a_name_are_nobody(tmp_path: Path, word: str) -> None:
    table = f"Name,Institution\nAnn Author,Uni A\n{word},Uni B\n"
    draft = read_people(written(tmp_path / "people.csv", table), "2027")
    assert [one.name for one in draft.people] == ["Ann Author"]
    assert [found.code for found in draft.diagnostics] == ["no-name"]


def test_talks_to_be_announced_have_no_title_and_html_in_abstracts_is_read(tmp_path: Path) -> None:
    table = (
        "Speaker,Role,Talk title,Talk abstract\n"
        "Ann Author,Keynote,TBA,To be announced\n"
        "Bob Writer,Keynote,On Samples,<p>Some <i>words</i></p>\n"
    )
    talks: Any = read_people(written(tmp_path / "people.csv", table), "2027").edition["speakers"]
    assert [(talk.get("title"), talk.get("abstract")) for talk in talks] == [
        (None, None),
        ("On Samples", "Some *words*"),
    ]
