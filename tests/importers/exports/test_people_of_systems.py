"""People from each system's export: who they are, and what they do."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft, DraftPerson, ImportSourceError
from proposal.importers.exports.contacts import CONTACTS
from proposal.importers.exports.export import Export
from proposal.importers.exports.registry import EXPORTS
from proposal.importers.people import read_people
from tests.importers.bringing import NOTHING_NEW, contents, written
from tests.workspace import Workspace


def table(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def draft_of(tmp_path: Path, content: object, name: str = "people.csv") -> Draft:
    text = content if isinstance(content, str) else json.dumps(content)
    return read_people(written(tmp_path / name, text), "2026")


def roles(draft: Draft) -> dict[str, list[Any]]:
    """Everybody's names by what they do, talks with status and title."""
    found: dict[str, list[Any]] = {}
    edition: Any = draft.edition
    for person in edition.get("organizers", []):
        found.setdefault("organizers", []).append(_name(person))
    for member in edition.get("committee", []):
        found.setdefault("committee", []).append(_name(member))
    for committee in edition.get("committees", []):
        found[committee["name"]] = [_name(member) for member in committee["members"]]
    for talk in edition.get("speakers", []):
        names = talk["person"] if isinstance(talk["person"], list) else [talk["person"]]
        spoken = ([one.name for one in names], str(talk["status"]), talk.get("title"))
        found.setdefault(talk["role"], []).append(spoken)
    return found


def _name(entry: Any) -> str:
    return str((entry["person"] if isinstance(entry, dict) else entry).name)


# Roles


def test_easychair_s_committee(tmp_path: Path) -> None:
    rows = [
        "#,person #,first name,last name,email,country,affiliation,Web page,role",
        "1,2730,Ann,Author,ann@example.org,France,Uni A,https://example.org/ann,PC member",
        "2,2731,Bob,Builder,bob@example.org,Germany,Uni B,,chair",
        "3,2732,Cleo,Coder,cleo@example.org,Spain,Uni C,,senior PC member",
        "4,2733,Dan,Drafter,dan@example.org,Spain,Uni C,,subreviewer",
    ]
    draft = draft_of(tmp_path, "\n".join(rows))
    assert roles(draft) == {
        "organizers": ["Bob Builder"],
        "committee": ["Ann Author"],
        "Senior Program Committee": ["Cleo Coder"],
        "Additional Reviewers": ["Dan Drafter"],
    }
    assert draft.people[0].homepage == "https://example.org/ann"
    assert [one.message for one in draft.diagnostics] == [
        "columns that are left out, with their filled cells: # (4), person # (4)"
    ]


def test_hotcrp_s_users(tmp_path: Path) -> None:
    rows = [
        "given_name,family_name,email,affiliation,country,roles,tags",
        "Ann,García Muestra,ann@example.org,Uni A,US,chair pc,heavy",
        "Bob,Builder,bob@example.org,Uni B,DE,pc sysadmin,",
        "Cleo,Coder,cleo@example.org,Uni C,ES,unlistedpc,",
        "Dan,Drafter,dan@example.org,Uni D,FR,,",
    ]
    draft = draft_of(tmp_path, "\n".join(rows))
    assert roles(draft) == {
        "organizers": ["Ann García Muestra"],
        "committee": ["Ann García Muestra", "Bob Builder"],
    }
    assert draft.people[0].family_name == "García Muestra"
    assert [person.affiliations[0]["country"] for person in draft.people] == [
        "United States", "Germany", "Spain", "France",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "committee"),
    [
        ("id,name,institution name,institution domain,num assigned Submissions", "committee"),
        ("id,name,assigned Submissions,Official Review completed,Meta Review completed",
         "Area Chairs"),
        ("id,name,email,Official Review completed,Meta Review completed", "Senior Area Chairs"),
    ],
)  # fmt: skip
def test_openreview_s_tables(tmp_path: Path, headings: str, committee: str) -> None:
    row = ["~Ann_Author1", "Ann Author", *[""] * (headings.count(",") - 1)]
    draft = draft_of(tmp_path, table([headings.split(","), row]))
    assert roles(draft) == {committee: ["Ann Author"]}


def test_somebody_without_a_profile_is_refused(tmp_path: Path) -> None:
    text = "id,name,institution name,institution domain\n~Ann_Author1,~Ann_Author1,,\nb,Bob,,\n"
    with pytest.raises(ImportSourceError, match="`~Ann_Author1` is an id and no name"):
        draft_of(tmp_path, text)


def test_pretalx_says_who_has_confirmed(tmp_path: Path) -> None:
    text = (
        "name,email,confirmed\nAnn Author,ann@example.org,True\nBob Builder,b@example.org,False\n"
    )
    assert roles(draft_of(tmp_path, text)) == {
        "talk": [(["Ann Author"], "confirmed", None), (["Bob Builder"], "invited", None)]
    }


def test_sessionize_s_sessions(tmp_path: Path) -> None:
    guid = "00000000-0000-0000-0000-00000000000"
    text = (
        "Session Id,Title,Description,Status,Speaker Id,FirstName,LastName,Email,TagLine\n"
        f"1,One,Text.,Accepted,{guid}1,Ann,Author,ann@example.org,\n"
        f"1,One,Text.,Accepted,{guid}2,Bob,Builder,bob@example.org,\n"
        f"2,Two,Text.,Accepted,{guid}1,Ann,Author,ann@example.org,\n"
        f"3,Three,Text.,Declined,{guid}3,Cleo,Coder,cleo@example.org,\n"
    )
    draft = draft_of(tmp_path, text)
    assert [person.name for person in draft.people] == ["Ann Author", "Bob Builder"]
    assert roles(draft) == {
        "talk": [
            (["Ann Author", "Bob Builder"], "confirmed", "One"),
            (["Ann Author"], "confirmed", "Two"),
        ]
    }
    assert any("1 of 4 rows" in one.message for one in draft.diagnostics)


@pytest.mark.parametrize("wrap", [lambda one: [one], lambda one: {"speakers": [one]}])
def test_sessionize_s_interface(tmp_path: Path, wrap: Callable[[object], object]) -> None:
    speaker = {
        "id": "00000000-0000-0000-0000-000000000001",
        "firstName": "Ann",
        "lastName": "Author",
        "fullName": "Ann Author",
        "bio": "She writes.",
        "tagLine": "Uni A",
        "links": [{"title": "LinkedIn", "url": "https://www.linkedin.com/in/ann-author"}],
        "sessions": [{"id": 1, "name": "One"}],
    }
    draft = draft_of(tmp_path, wrap(speaker), "speakers.json")
    (person,) = draft.people
    assert (person.name, person.biography) == ("Ann Author", "She writes.")
    assert list(person.links) == ["linkedin"]
    assert roles(draft) == {"talk": [(["Ann Author"], "invited", None)]}


@pytest.mark.parametrize(
    "document",
    [
        [{"ID": "A1", "Name": "Ann Author", "Email": "ann@example.org", "Proposal IDs": ["B2"]}],
        {
            "count": 1,
            "results": [
                {"code": "A1", "name": "Ann Author", "email": "ann@example.org",
                 "submissions": ["B2"]},
            ],
        },
    ],
)  # fmt: skip
def test_pretalx_s_speakers_in_json(tmp_path: Path, document: object) -> None:
    (person,) = draft_of(tmp_path, document, "speakers.json").people
    assert (person.name, person.email) == ("Ann Author", "ann@example.org")


def test_google_s_forms_ask_in_whole_questions(tmp_path: Path) -> None:
    text = (
        '"Timestamp","Email Address","What is your full name?","Where do you work? (institution)",'
        '"In which country?","What will you do at the workshop? (role)"\n'
        '"2026/01/02 3:04:05 PM GMT+1","ann@example.org","Dr. Ann Author","Uni A","France",'
        '"Area chair;PC member"\n'
    )
    draft = draft_of(tmp_path, text)
    (person,) = draft.people
    assert (person.name, person.honorific, person.email) == ("Ann Author", "Dr.", "ann@example.org")
    assert person.affiliations == [{"institution": "Uni A", "country": "France"}]
    assert roles(draft) == {"committee": ["Ann Author"], "Area Chairs": ["Ann Author"]}


def test_microsoft_s_forms_may_not_know_who_answers(tmp_path: Path) -> None:
    text = (
        "ID,Start time,Completion time,Email,Name,Your full name,Your email,Affiliation\n"
        "1,2026-01-02 10:00,2026-01-02 10:05,anonymous,,Ann Author,ann@example.org,Uni A\n"
        "2,2026-01-03 10:00,2026-01-03 10:05,anonymous,,Bob Builder,bob@example.org,Uni B\n"
    )
    draft = draft_of(tmp_path, text)
    assert [(person.name, person.email) for person in draft.people] == [
        ("Ann Author", "ann@example.org"),
        ("Bob Builder", "bob@example.org"),
    ]


# Our own people in each system's form, and back


@dataclass(frozen=True)
class Someone:
    """One of our people, as systems know them."""

    given: str
    family: str
    name: str
    email: str
    institution: str
    country: str


PEOPLE = (
    Someone("Ann", "Author", "Ann Author", "ann@example.org", "Uni A", "France"),
    Someone("Jan", "van der Sample", "Jan van der Sample", "jan@example.org", "Uni B", "Belgium"),
    Someone("Ana", "García Muestra", "Ana García Muestra", "ana@example.org", "Uni C", "Spain"),
    Someone("Martin", "Sample Jr.", "Martin Sample Jr.", "m@example.org", "Uni D, Lab", "Germany"),
    Someone("太郎", "見本", "見本太郎", "taro@example.org", "Uni E", "Japan"),
)


@dataclass(frozen=True)
class Form:
    """How a system writes people."""

    headings: tuple[str, ...]
    row: Callable[[Someone], tuple[str, ...]]
    has_email: bool = True
    has_institution: bool = True
    has_country: bool = False
    has_parts: bool = True


FORMS = {
    "EasyChair": Form(
        ("#", "person #", "first name", "last name", "email", "country", "affiliation",
         "Web page", "role"),
        lambda one: ("1", "2730", one.given, one.family, one.email, one.country, one.institution,
                     "", "PC member"),
        has_country=True,
    ),
    "HotCRP": Form(
        ("given_name", "family_name", "email", "affiliation", "country", "roles"),
        lambda one: (one.given, one.family, one.email, one.institution, one.country, "pc"),
        has_country=True,
    ),
    "CMT": Form(
        ("First Name", "Middle Initial (optional)", "Last Name", "E-mail", "Organization"),
        lambda one: (one.given, "", one.family, one.email, one.institution),
    ),
    "ConfTool": Form(
        ("personID", "name", "firstname", "organisation", "country", "email"),
        lambda one: ("7", one.family, one.given, one.institution, one.country, one.email),
        has_country=True,
    ),
    "OpenReview": Form(
        ("id", "name", "institution name", "institution domain"),
        lambda one: ("~A_B1", one.name, one.institution, "example.org"),
        has_email=False, has_parts=False,
    ),
    "pretalx": Form(
        ("name", "email", "confirmed"),
        lambda one: (one.name, one.email, "True"),
        has_institution=False, has_parts=False,
    ),
    "Sessionize": Form(
        ("Session Id", "Title", "Status", "Speaker Id", "FirstName", "LastName", "Email",
         "TagLine"),
        lambda one: ("1", f"Talk of {one.given}", "Accepted",
                     "00000000-0000-0000-0000-000000000001", one.given, one.family, one.email, ""),
        has_institution=False,
    ),
    "Indico": Form(
        ("ID", "Name", "First Name", "Last Name", "Email Address", "Affiliation", "Country",
         "Registration date", "Registration state"),
        lambda one: ("1", f"{one.given} {one.family}", one.given, one.family, one.email,
                     one.institution, one.country, "2026-01-01", "Completed"),
        has_country=True,
    ),
    "Google Contacts": Form(
        ("First Name", "Middle Name", "Last Name", "Nickname", "File As", "Organization Name",
         "E-mail 1 - Label", "E-mail 1 - Value"),
        lambda one: (one.given, "", one.family, "Nick", one.name, one.institution, "* Work",
                     one.email),
    ),
    "OpenReview's area chairs": Form(
        ("id", "name", "assigned Submissions", "Official Review completed",
         "Meta Review completed"),
        lambda one: ("~A_B1", one.name, "1", "1", "1"),
        has_email=False, has_institution=False, has_parts=False,
    ),
    "pretalx's form in Spanish": Form(
        ("ID", "Nombre", "Biografía", "Correo electrónico", "IDs de propuestas",
         "Títulos de propuestas"),
        lambda one: ("A1", one.name, "", one.email, "B2", "A Placeholder"),
        has_institution=False, has_parts=False,
    ),
    "Google Contacts before 2024": Form(
        ("Name", "Given Name", "Additional Name", "Family Name", "E-mail 1 - Value",
         "Organization 1 - Name"),
        lambda one: (one.name, one.given, "", one.family, one.email, one.institution),
    ),
    "Outlook": Form(
        ("Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company",
         "Business Country/Region", "E-mail Address"),
        lambda one: ("", one.given, "", one.family, "", one.institution, one.country, one.email),
        has_country=True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("system", FORMS)
def test_people_come_back_from_all_systems_as_they_were(tmp_path: Path, system: str) -> None:
    form = FORMS[system]
    draft = draft_of(tmp_path, table([form.headings, *map(form.row, PEOPLE)]))
    assert [_seen(person) for person in draft.people] == [_expected(one, form) for one in PEOPLE]


def _seen(person: DraftPerson) -> tuple[Any, ...]:
    post = person.affiliations[0] if person.affiliations else {}
    return (person.name, person.email, person.family_name, post)


def _expected(one: Someone, form: Form) -> tuple[Any, ...]:
    post = {"institution": one.institution} if form.has_institution else {}
    post |= {"country": one.country} if form.has_country else {}
    family = one.family if form.has_parts else None
    return (one.name, one.email if form.has_email else None, family, post)


@pytest.mark.parametrize("system", ["HotCRP", "Sessionize"])
def test_a_second_import_of_an_export_changes_nothing(
    workspace: Workspace, tmp_path: Path, system: str
) -> None:
    form = FORMS[system]
    source = written(tmp_path / "people.csv", table([form.headings, *map(form.row, PEOPLE)]))
    first = workspace.run("import", "people", str(source), "--edition", "2026")
    assert first.code == 0, first.output + first.errors
    before = contents(workspace)
    again = workspace.run("import", "people", str(source), "--edition", "2026")
    assert NOTHING_NEW in again.output
    assert contents(workspace) == before


OF_PEOPLE = [export for export in EXPORTS if export.people]


@pytest.mark.parametrize("export", OF_PEOPLE, ids=[export.title for export in OF_PEOPLE])
def test_every_export_of_people_names_its_source_and_holds_names(export: Export) -> None:
    assert export.source.startswith("https://")
    assert export.version
    assert {"name", "last_name"} & set(export.people.values())
    assert export.headings or export.fits
    assert export not in CONTACTS or not export.usual_role
