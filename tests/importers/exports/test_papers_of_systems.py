"""Accepted papers from each system's export, in its own grammar of authors and decisions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.papers import read_papers
from tests.importers.bringing import written

ANN = {"name": "Ann Author", "affiliation": "Example University"}
BOB = {"name": "Bob Writer", "affiliation": "Example Institute"}


def draft_of(tmp_path: Path, text: str, name: str = "papers.csv") -> Draft:
    return read_papers(written(tmp_path / name, text), "2027")


def only(tmp_path: Path, text: str, name: str = "papers.csv") -> Any:
    (paper,) = draft_of(tmp_path, text, name).papers
    return paper


def only_of(tmp_path: Path, document: object) -> Any:
    return only(tmp_path, json.dumps(document), "export.json")


def refusal(tmp_path: Path, text: str, name: str = "papers.csv") -> str:
    with pytest.raises(ImportSourceError) as caught:
        draft_of(tmp_path, text, name)
    return str(caught.value).removeprefix(f"{tmp_path}/")


def first_message(draft: Draft) -> str:
    return draft.diagnostics[0].message


# HotCRP


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Ann Author, Bob Writer (Example University)", ["Example University"] * 2),
        (
            "Ann Author (Example University); Bob Writer (unaffiliated)",
            ["Example University", None],
        ),
        (
            "Ann Author (Lab (ISI), Example University); Bob Writer (Uni A; Uni B)",
            ["Lab (ISI), Example University", "Uni A; Uni B"],
        ),
        ("Ann Author, Bob Writer", [None, None]),
    ],
)
def test_hotcrps_groups_of_authors_share_their_institution(
    tmp_path: Path, authors: str, names: list[str | None]
) -> None:
    paper = only(tmp_path, f'ID,Title,Authors,Decision\n7,One,"{authors}",Accepted\n')
    found = [
        (author, None) if isinstance(author, str) else (author["name"], author["affiliation"])
        for author in paper["authors"]
    ]
    assert found == [("Ann Author", names[0]), ("Bob Writer", names[1])]


def test_initials_of_hotcrps_short_list_are_reported(tmp_path: Path) -> None:
    table = 'ID,Title,Authors,Decision\n7,One,"A. Author, B. Writer",Accepted\n'
    draft = draft_of(tmp_path, table)
    assert "initials-only" in [found.code for found in draft.diagnostics]


def test_hotcrps_list_is_completed_by_the_authors_beside_it(tmp_path: Path) -> None:
    written(
        tmp_path / "authors.csv",
        "paper,title,given_name,family_name,email,affiliation\n"
        "7,One,Ann,Author,ann@example.org,Example University\n"
        "8,Two,Bob,Writer,bob@example.org,Example Institute\n",
    )
    table = "ID,Title,Authors,Decision\n7,One,A. Author,Accepted\n8,Two,B. Writer,Rejected\n"
    full = [{**ANN, "email": "ann@example.org"}]
    assert only(tmp_path, table)["authors"] == full
    (paper,) = read_papers(tmp_path, "2027").papers
    assert paper["authors"] == full


def test_hotcrps_data_say_by_their_status_what_a_decision_means(tmp_path: Path) -> None:
    author = {"email": "ann@example.org", "given_name": "Ann", "family_name": "Author"}
    papers = [
        {"object": "paper", "pid": 7, "title": "One", "authors": [author], "decision": "Full talk"},
        {"object": "paper", "pid": 8, "title": "Two", "authors": [author], "decision": "Accepted"},
    ]
    papers[0] |= {"status": "accept", "abstract": "Text.", "topics": ["Lists"]}
    papers[1] |= {"status": "withdrawn", "withdrawn": True}
    draft = draft_of(tmp_path, json.dumps(papers), "data.json")
    assert first_message(draft) == (
        "recognized as HotCRP, data of papers: 2 submissions, 1 accepted"
    )
    (paper,) = draft.papers
    assert paper["authors"] == [{"name": "Ann Author", "email": "ann@example.org"}]
    assert "topics (1)" in draft.diagnostics[1].message
    assert only_of(tmp_path, papers[0])["title"] == "One"


@pytest.mark.parametrize("last", ["preference", "conflicttype"])
def test_hotcrps_lists_about_reviewing_are_refused(tmp_path: Path, last: str) -> None:
    table = f"paper,title,given_name,family_name,email,{last}\n7,One,Ann,Author,ann@example.org,5\n"
    assert "it tells nothing of authors" in refusal(tmp_path, table)


# OpenReview


def note(number: int, **content: object) -> dict[str, object]:
    values = {key: {"value": value} for key, value in content.items()}
    name = f"note{number}"
    return {"id": name, "forum": name, "number": number, "content": values}


def test_openreviews_notes_have_authors_and_venues(tmp_path: Path) -> None:
    group = "Example.org/2027/Workshop"
    accepted = note(
        1,
        title="One",
        authors=["Ann Author", "Bob Writer"],
        authorids=["~Ann_Author1", "bob@example.org"],
        venue="Example Workshop 2027 Oral",
        venueid=group,
        keywords=["lists", "trees"],
    )
    others = [
        note(2, title="Two", authors=["Ann Author"], venueid=f"{group}/Withdrawn_Submission"),
        note(3, title="Three", authors=["Ann Author"], venueid=f"{group}/Submission"),
        note(4, title="Four", venue="Submitted to Example Workshop 2027", venueid=group),
        {**note(5, title="A review"), "replyto": "note1", "forum": "note1"},
    ]
    draft = draft_of(tmp_path, json.dumps({"notes": [accepted, *others]}), "notes.json")
    (paper,) = draft.papers
    assert paper == {
        "id": "one",
        "number": 1,
        "title": "One",
        "authors": ["Ann Author", {"name": "Bob Writer", "email": "bob@example.org"}],
        "pdf": "https://openreview.net/pdf?id=note1",
        "kind": "oral",
        "keywords": ["lists", "trees"],
    }
    assert first_message(draft) == "recognized as OpenReview, notes: 4 submissions, 1 accepted"
    for document in (accepted, [accepted]):
        assert only_of(tmp_path, document)["title"] == "One"


def test_openreviews_authors_may_be_records_and_its_first_interface_has_bare_values(
    tmp_path: Path,
) -> None:
    people = [
        {
            "fullname": "Ann Author",
            "username": "~Ann_Author1",
            "institutions": [{"name": "Example University"}],
        }
    ]
    new = note(1, title="One", authors=people, venue="Example Workshop 2027")
    assert only_of(tmp_path, new)["authors"] == [ANN]
    content = {"title": "One", "venue": "W 2027", "authors": ["Anonymous"]}
    old = {"id": "a", "forum": "a", "number": 1, "content": content}
    assert only_of(tmp_path, old)["authors"] == ["To be announced"]


def test_a_decision_among_the_replies_counts(tmp_path: Path) -> None:
    paper = note(1, title="One", authors=["Ann Author"])
    reply = {**note(2, decision="Accept (Poster)"), "replyto": "note1", "forum": "note1"}
    assert only_of(tmp_path, [paper, reply])["kind"] == "poster"
    assert only_of(tmp_path, {**paper, "details": {"directReplies": [reply]}})["kind"] == "poster"


def test_openreviews_table_says_undefined_where_there_is_nothing(tmp_path: Path) -> None:
    table = (
        '\ufeffnumber,forum,title,abstract,decision\n"1","https://openreview.net/forum?id=Ab",'
        '"One","undefined","Accept (Oral)"\n'
    )
    assert "abstract" not in only(tmp_path, table)


def test_openreviews_rejected_and_withdrawn_papers_are_refused(tmp_path: Path) -> None:
    table = "number,forum,title,authors,reason\n3,https://x.org,One,Ann Author,Withdrawn\n"
    assert "none of its papers is accepted" in refusal(tmp_path, table)


# CMT, ConfTool, EasyChair


CMT = (
    "Paper ID,Created,Paper Title,Abstract,Authors,Author Names,Author Emails,Track Name,Status\n"
    "1,5/1/2027,One,Text.,Ann Author (Example University)*; Bob Writer (Example Institute),"
    '"Author, Ann*; Writer, Bob",ann@example.org*; bob@example.org,Main,Accept\n'
    "2,5/1/2027,Two,Text.,Ann Author (Example University)*,,,Main,Awaiting Decision\n"
    "3,5/1/2027,Three,Text.,Ann Author (Example University)*,,,Main,Desk Reject\n"
)


def test_cmts_star_marks_the_author_to_whom_readers_write(tmp_path: Path) -> None:
    draft = draft_of(tmp_path, CMT)
    (paper,) = draft.papers
    assert paper["authors"] == [
        {**ANN, "email": "ann@example.org", "corresponding": True},
        {**BOB, "email": "bob@example.org"},
    ]
    assert paper["track"] == "Main"
    assert any(
        found.message.endswith("left out: 1 undecided, 1 desk-rejected")
        for found in draft.diagnostics
    )


@pytest.mark.parametrize(
    ("authors", "reversed_names"),
    [
        ("Ann Author* (Example University); Bob Writer (Example Institute)", ""),
        ("", "Author, Ann (Example University)*; Writer, Bob (Example Institute)"),
        (
            "Ann Author (Example University)*; Bob Writer (Example Institute)",
            "Author, Ann (Example University)*; Writer, Bob (Example Institute)",
        ),
    ],
)
def test_cmts_star_may_stand_behind_the_name_and_names_may_be_reversed(
    tmp_path: Path, authors: str, reversed_names: str
) -> None:
    table = (
        "Paper ID,Paper Title,Authors,Author Names,Author Emails,Status\n"
        f'1,One,"{authors}","{reversed_names}",ann@example.org*; bob@example.org,Accept\n'
    )
    assert only(tmp_path, table)["authors"] == [
        {**ANN, "email": "ann@example.org", "corresponding": True},
        {**BOB, "email": "bob@example.org"},
    ]


def gone_by(system: str) -> str:
    """A table of a system with two accepted papers, of which the second was withdrawn."""
    return {
        "ConfTool": conftool("Author, Ann", "Lab")
        + '102,Paper,Oral,"Author, Ann",Lab,Two,"Author, Ann",,,2,Accepted,1\n',
        "EasyChair": "#,title,authors,decision,notified,reviews sent,deleted?\n"
        "1,One,Ann Author,accept,yes,yes,no\n2,Two,Ann Author,accept,yes,yes,yes\n",
        "HotCRP": "ID,Title,Authors,Status,Decision\n1,One,Ann Author (Lab),Accepted,Accepted\n"
        "2,Two,Ann Author (Lab),Withdrawn,Accepted\n",
        "OpenReview": "number,forum,title,abstract,authors,decision,venue\n"
        "1,a,One,Text.,Ann Author,Accept,Example Workshop 2027\n"
        "2,b,Two,Text.,Ann Author,Accept,Example Workshop 2027 Withdrawn Submission\n",
        "CMT": "Paper ID,Paper Title,Author Names,Status\n"
        '1,One,"Author, Ann",Accept\n2,Two,"Author, Ann",Withdrawn\n',
        "": "Title,Authors,Decision,Withdrawn\nOne,Ann Author,accept,\nTwo,Ann Author,accept,x\n",
    }[system]


@pytest.mark.parametrize("system", ["ConfTool", "EasyChair", "HotCRP", "OpenReview", "CMT", ""])
def test_a_paper_that_was_accepted_and_withdrawn_is_left_out_alike(
    tmp_path: Path, system: str
) -> None:
    draft = draft_of(tmp_path, gone_by(system))
    assert [paper["title"] for paper in draft.papers] == ["One"]
    assert [(gone.title, gone.decision.value) for gone in draft.gone] == [("Two", "withdrawn")]


def conftool(authors: str, organisations: str) -> str:
    return (
        "paperID,contribution_type,presentation_mode,authors,organisations,title,"
        "submitting_author,sa_email,presenting_author,acceptance_status,acceptance,withdrawn\n"
        f'101,Short Paper,Oral,"{authors}","{organisations}",One,"Author, Ann",ann@example.org,'
        '"Writer, Bob",2,Accepted,0\n'
    )


def test_conftools_numbers_are_those_of_organisations(tmp_path: Path) -> None:
    table = conftool("Author, Ann (1); Writer, Bob (1,2)", "1: Example University; 2: Lab")
    paper = only(tmp_path, table)
    assert paper["authors"] == [
        {**ANN, "email": "ann@example.org"},
        {"name": "Bob Writer", "affiliations": ["Example University", "Lab"], "presenter": True},
    ]
    assert paper["kind"] == "short"


def test_a_number_that_no_organisation_has_is_refused_with_its_row(tmp_path: Path) -> None:
    said = refusal(tmp_path, conftool("Author, Ann (3)", "1: Example University"))
    assert said.startswith("papers.csv:2: `Author, Ann (3)` has the number 3")


def test_authors_without_numbers_work_at_the_only_organisation(tmp_path: Path) -> None:
    paper = only(tmp_path, conftool("Author, Ann; Writer, Bob", "Example University"))
    assert [author["affiliation"] for author in paper["authors"]] == ["Example University"] * 2


def test_easychairs_workbook_is_read_from_all_of_its_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Instructions"
    sheet.append(["This workbook was downloaded."])
    rows = {
        "Submissions": [
            ["#", "title", "authors", "decision", "notified", "reviews sent", "deleted?"],
            [1, "One", "Ann Author and Bob Writer", "accept", "yes", "yes", "no"],
            [2, "Two", "Ann Author", "accept", "yes", "yes", "yes"],
        ],
        "Authors": [
            [
                "submission #",
                "first name",
                "last name",
                "affiliation",
                "person #",
                "corresponding?",
            ],
            [1, "Ann", "Author", "Example University", 11, "no"],
            [1, "Bob", "Writer", "Example Institute", 12, "no"],
        ],
        "Committee": [
            ["#", "person #", "first name", "last name", "email", "affiliation", "role"],
            [1, 27, "Cara", "Scholar", "cara@example.org", "Example College", "chair"],
        ],
    }
    for title, lines in rows.items():
        page = book.create_sheet(title)
        for line in lines:
            page.append(line)
    book.save(tmp_path / "all.xlsx")
    draft = read_papers(tmp_path / "all.xlsx", "2027")
    (paper,) = draft.papers
    assert paper["authors"] == [ANN, BOB]
    assert any("not Instructions, Committee" in found.message for found in draft.diagnostics)


# Indico, pretalx, Sessionize, references


def test_indicos_coauthors_follow_with_their_own_columns(tmp_path: Path) -> None:
    table = (
        "Id,Title,Description,Type,Presenters,Presenters (affiliation),Authors,"
        "Authors (affiliation),Authors (email),Co-Authors,Co-Authors (affiliation),"
        "Co-Authors (email)\n"
        '1,One,<p>Text.</p>,Oral,Bob Writer,Bob Writer (Lab),Ann Author,"Ann Author (Example '
        'University, Department)",Ann Author <ann@example.org>,"Bob Writer, Cara Scholar",'
        '"Bob Writer (Lab), Cara Scholar",Bob Writer <bob@example.org>\n'
    )
    paper = only(tmp_path, table)
    assert paper["authors"] == [
        {
            "name": "Ann Author",
            "affiliation": "Example University, Department",
            "email": "ann@example.org",
        },
        {
            "name": "Bob Writer",
            "affiliation": "Lab",
            "email": "bob@example.org",
            "presenter": True,
        },
        "Cara Scholar",
    ]
    assert paper["abstract"] == "Text."


def test_indicos_states_are_decisions(tmp_path: Path) -> None:
    table = "Id,Title,State,Authors,Authors (affiliation)\n" + "".join(
        f"{number},Paper {state},{state},Ann Author,Ann Author (Example University)\n"
        for number, state in enumerate(
            ("Accepted", "Rejected", "Withdrawn", "Merged", "Duplicate", "Submitted", "Invited")
        )
    )
    draft = draft_of(tmp_path, table)
    assert [paper["title"] for paper in draft.papers] == ["Paper Accepted"]
    assert [gone.decision.value for gone in draft.gone] == [
        *("rejected", "withdrawn", "rejected", "rejected", "undecided", "undecided"),
    ]


def indico_person(first: str, last: str, **more: object) -> dict[str, object]:
    return {"first_name": first, "last_name": last, "affiliation": "Lab", "email": None, **more}


def test_indicos_documents_have_people_in_groups(tmp_path: Path) -> None:
    ann, bob = indico_person("Ann", "Author", person_id=1), indico_person("Bob", "Writer")
    contribution = {
        "friendly_id": 3,
        "title": "One",
        "description": "Text.",
        "type": "Poster",
        "primaryauthors": [ann],
        "coauthors": [bob],
        "speakers": [ann],
        "keywords": ["lists"],
    }
    paper = only_of(tmp_path, {"results": [{"contributions": [contribution]}]})
    assert paper["authors"] == [
        {"name": "Ann Author", "affiliation": "Lab", "presenter": True},
        {"name": "Bob Writer", "affiliation": "Lab"},
    ]
    abstract = {
        "friendly_id": 4,
        "title": "Two",
        "state": "accepted",
        "content": "Text.",
        "persons": [
            {**bob, "author_type": "secondary"},
            {**ann, "author_type": "primary"},
            {**bob, "author_type": "none"},
        ],
    }
    paper = only_of(tmp_path, {"version": 1, "abstracts": [abstract], "questions": []})
    assert [author["name"] for author in paper["authors"]] == ["Ann Author", "Bob Writer"]


@pytest.mark.parametrize("between", ["\n", ", "])
def test_pretalxs_speakers_are_the_authors(tmp_path: Path, between: str) -> None:
    table = (
        "ID,Proposal title,Proposal state,Pending proposal state,Session type,Speaker names\n"
        f'ABC,One,confirmed,,Talk,"Ann Author{between}Bob Writer"\n'
        "DEF,Two,canceled,,Talk,Ann Author\nGHI,Three,submitted,accepted,Talk,Ann Author\n"
    )
    assert only(tmp_path, table)["authors"] == ["Ann Author", "Bob Writer"]


def test_a_comma_within_a_speakers_name_parts_no_two_of_them(tmp_path: Path) -> None:
    heading = "ID,Proposal title,Proposal state,Speaker names\n"
    lines = f'{heading}ABC,One,confirmed,"Ann Author\nWriter, Bob"\n'
    assert only(tmp_path, lines)["authors"] == ["Ann Author", "Bob Writer"]
    assert "can be read in two ways" in refusal(
        tmp_path, f'{heading}ABC,One,confirmed,"Writer, Bob"\n'
    )


def test_pretalxs_documents_are_read(tmp_path: Path) -> None:
    session = {
        "ID": "ABC",
        "Proposal title": "One",
        "Proposal state": "accepted",
        "Speaker names": ["Ann Author", "Bob Writer"],
    }
    assert only_of(tmp_path, [session])["authors"] == ["Ann Author", "Bob Writer"]
    submission = {
        "code": "ABC",
        "title": "One",
        "state": "accepted",
        "track": {"name": {"de": "Haupt", "en": "Main"}},
        "speakers": [{"code": "X", "name": "Ann Author"}],
    }
    paper = only_of(tmp_path, {"count": 1, "results": [submission]})
    assert (paper["authors"], paper["track"]) == (["Ann Author"], "Main")


def test_sessionizes_rows_of_speakers_are_gathered(tmp_path: Path) -> None:
    table = (
        "Session Id,Title,Description,Status,Speaker Id,FirstName,LastName,Email,TagLine\n"
        "1,One,Text.,Accepted,x,Ann,Author,ann@example.org,Professor\n"
        "1,One,Text.,Accepted,y,Bob,Writer,,\n2,Two,Text.,Accept_Queue,y,Bob,Writer,,\n"
    )
    assert only(tmp_path, table)["authors"] == [
        {"name": "Ann Author", "email": "ann@example.org"},
        "Bob Writer",
    ]
    document = {
        "sessions": [
            {"id": "1", "title": "One", "speakers": ["x"], "isServiceSession": False},
            {"id": "2", "title": "Lunch", "speakers": [], "isServiceSession": True},
        ],
        "speakers": [{"id": "x", "fullName": "Ann Author"}],
    }
    assert only_of(tmp_path, document)["authors"] == ["Ann Author"]


def test_csl_json_is_read(tmp_path: Path) -> None:
    item = {
        "type": "paper-conference",
        "title": "One",
        "author": [
            {"family": "Author", "given": "Ann", "non-dropping-particle": "van der"},
            {"literal": "Barnes, Sample and Sons"},
        ],
        "DOI": "10.1145/3637528.3671486",
        "page": "12-19",
    }
    paper = only_of(tmp_path, [item])
    assert paper["authors"] == ["Ann van der Author", "Barnes, Sample and Sons"]
    assert (paper["doi"], paper["pages"]) == ("10.1145/3637528.3671486", "12-19")


# Tables of no known system


@pytest.mark.parametrize(
    ("text", "typed", "said"),
    [
        ("Title,Authors,State\nOne,A B,Accepted\n", {}, "`--column decision=3`"),
        ("Title,Authors,Status\nOne,A B,Camera Ready\n", {}, "`Camera Ready` (1) as status may be"),
        (
            "Title,Paper title,Authors\nOne,Two,A B\n",
            {},
            "`--column title=1` or `--column title=2`",
        ),
        ("Title,Authors\nOne,Ann (1\n", {}, "is no name of an author alone"),
        (
            "Title,Authors\nOne,12; 13\n",
            {},
            "seems to hold no authors",
        ),
        ("Title,Authors\n1984,A B\n", {}, "if it does, add `--column title=1`"),
        ("Title,Wrote\nOne,A B\n", {}, "as in `--column authors=3`"),
    ],
)
def test_where_a_table_can_be_read_in_several_ways_it_is_asked(
    tmp_path: Path, text: str, typed: dict[str, str], said: str
) -> None:
    with pytest.raises(ImportSourceError) as caught:
        read_papers(written(tmp_path / "papers.csv", text), "2027", typed)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Title,Authors,State\nOne,A B,Accepted\nTwo,C D,Rejected\n", {"decision": "State"}),
        ("Title,Authors,Status\nOne,A B,Camera Ready\n", {"status": "none"}),
        ("Title,Paper title,Authors\nTwo,One,A B\n", {"title": "2"}),
        ("Title,Wrote\nOne,A B\n", {"authors": "b"}),
    ],
)
def test_the_answer_to_the_question_is_taken(
    tmp_path: Path, text: str, typed: dict[str, str]
) -> None:
    (paper,) = read_papers(written(tmp_path / "papers.csv", text), "2027", typed).papers
    assert (paper["title"], paper["authors"]) == ("One", ["A B"])


def test_the_sheet_with_papers_is_read_wherever_it_stands(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["How to read this", "It was downloaded."])
    page = book.create_sheet("Data")
    for line in (["Placeholder Workshop"], ["Title", "Authors"], ["One", "Ann Author; Bob Writer"]):
        page.append(line)
    book.save(tmp_path / "list.xlsx")
    (paper,) = read_papers(tmp_path / "list.xlsx", "2027").papers
    assert paper["authors"] == ["Ann Author", "Bob Writer"]


def test_pdfs_beside_a_table_are_reported(tmp_path: Path) -> None:
    written(tmp_path / "papers" / "7.pdf", "%PDF-1.7")
    written(tmp_path / "data.csv", "ID,Title,Authors,Decision\n7,One,Ann Author,Accepted\n")
    notes = read_papers(tmp_path, "2027").diagnostics[-1]
    assert notes.message.endswith("are not read (1 PDFs)")
    assert notes.hint is not None
    assert "import the PDFs from a folder without the list" in notes.hint


def test_authors_of_another_conference_beside_a_list_are_left_out(tmp_path: Path) -> None:
    written(
        tmp_path / "authors.csv",
        "paper,title,given_name,family_name,email,affiliation\n7,Other,Eve,Else,,Elsewhere\n",
    )
    draft = draft_of(tmp_path, "ID,Title,Authors,Decision\n7,One,Ann Author,Accepted\n")
    assert draft.papers[0]["authors"] == ["Ann Author"]
    assert "other-authors" in [found.code for found in draft.diagnostics]


# Scopus

SCOPUS = (
    "Authors,Author full names,Author(s) ID,Title,Page start,Page end,DOI,Link,Affiliations,"
    "Authors with affiliations,Author Keywords,EID\n"
)


def test_scopus_says_who_works_where_in_one_column_alone(tmp_path: Path) -> None:
    row = (
        '"Author A.; Writer B.","Author, Ann (57000000001); van Writer, Bob (57000000002)",'
        "570;571,One,1,5,10.1145/1.2,https://example.org/item,"
        '"Example Institute; Example University","Author A., Example University; '
        'Writer B., Example University, Example Institute",a; b,2-s2.0-1\n'
    )
    paper = only(tmp_path, SCOPUS + row)
    assert paper["authors"] == [
        ANN,
        {"name": "Bob van Writer", "affiliation": "Example University, Example Institute"},
    ]
    assert (paper["pages"], paper["doi"], paper["keywords"]) == ("1-5", "10.1145/1.2", ["a", "b"])


def test_scopus_without_full_names_gives_nobody_the_institution_of_another(tmp_path: Path) -> None:
    row = '"Author A.; Writer B.",,570;571,One,,,,,"Uni A; Uni B",,,2-s2.0-1\n'
    assert only(tmp_path, SCOPUS + row)["authors"] == [
        {"name": "Author A.", "family_name": "Author"},
        {"name": "Writer B.", "family_name": "Writer"},
    ]


# Crossref's CSL-JSON


def test_crossref_names_institutions_and_where_authors_work(tmp_path: Path) -> None:
    ann = {"given": "Ann", "family": "Author", "affiliation": [{"name": "Example University"}]}
    item = {"type": "paper-conference", "title": "One", "author": [ann, {"name": "Sample Team"}]}
    assert only_of(tmp_path, item)["authors"] == [ANN, "Sample Team"]


def test_an_author_of_another_form_is_not_left_out_silently(tmp_path: Path) -> None:
    authors = [{"given": "Ann", "family": "Author"}, {"other": "Bob Writer"}]
    item = {"type": "paper-conference", "title": "One", "author": authors}
    draft = draft_of(tmp_path, json.dumps([item]), "export.json")
    assert draft.papers[0]["authors"] == ["Ann Author"]
    assert "incomplete-paper" in [found.code for found in draft.diagnostics]


# Authors without a name

NAMELESS = {
    "HotCRP": [
        {
            "pid": 1,
            "title": "One",
            "authors": [{"name": "Ann Author"}, {"email": "bob@example.org"}],
            "status": "accepted",
            "decision": "Accepted",
        }
    ],
    "OpenReview": [
        {
            "id": "a",
            "forum": "a",
            "content": {
                "title": {"value": "One"},
                "authors": {"value": [{"fullname": "Ann Author"}, {"username": "~Bob_Writer1"}]},
                "venue": {"value": "WSP 2027 Oral"},
            },
        }
    ],
    "Indico": {
        "results": [
            {
                "contributions": [
                    {
                        "_type": "Contribution",
                        "id": "1",
                        "friendly_id": 1,
                        "title": "One",
                        "primaryauthors": [
                            {"fullName": "Author, Ann"},
                            {"first_name": "", "last_name": "", "affiliation": "Uni B"},
                        ],
                        "coauthors": [],
                        "speakers": [],
                    }
                ]
            }
        ]
    },
    "Sessionize": {
        "sessions": [
            {"id": "1", "title": "One", "speakers": ["x", "y"], "isServiceSession": False}
        ],
        "speakers": [{"id": "x", "fullName": "Ann Author"}],
    },
    "pretalx": {
        "results": [
            {
                "code": "ABC",
                "title": "One",
                "state": "confirmed",
                "speakers": [{"code": "X", "name": "Ann Author"}, {"code": "Y", "name": None}],
            }
        ]
    },
}


@pytest.mark.parametrize("system", NAMELESS)
def test_an_author_without_a_name_is_not_left_out_silently(tmp_path: Path, system: str) -> None:
    draft = draft_of(tmp_path, json.dumps(NAMELESS[system]), "export.json")
    assert first_message(draft).startswith(f"recognized as {system}")
    assert [paper["authors"] for paper in draft.papers] == [["Ann Author"]]
    assert "incomplete-paper" in [found.code for found in draft.diagnostics]


def _reply(forum: str, invitation: str, **content: str) -> dict[str, object]:
    last = {"id": f"r{forum}", "forum": forum, "replyto": forum, "content": content}
    return {**last, "invitation": f"Example.cc/2027/Workshop/Paper1/-/{invitation}"}


@pytest.mark.parametrize("key", ["replies", "directReplies"])
@pytest.mark.parametrize(
    ("invitation", "content", "titles"),
    [
        ("Decision", {"decision": "Accept (Oral)"}, ["Paper 1", "Paper 2"]),
        ("Acceptance_Decision", {"recommendation": "Accept"}, ["Paper 1", "Paper 2"]),
        ("Decision", {"decision": "Reject"}, ["Paper 2"]),
        ("Meta_Review", {"recommendation": "Accept"}, ["Paper 2"]),
    ],
)
def test_openreviews_first_interface_has_decisions_in_replies(
    tmp_path: Path, key: str, invitation: str, content: dict[str, str], titles: list[str]
) -> None:
    notes = [
        {
            "id": f"n{number}",
            "forum": f"n{number}",
            "number": number,
            "invitation": "Example.cc/2027/Workshop/-/Blind_Submission",
            "content": {"title": f"Paper {number}", "authors": ["Ann Author"]},
            "details": {key: [reply]},
        }
        for number, reply in (
            (1, _reply("n1", invitation, **content)),
            (2, _reply("n2", "Decision", decision="Accept")),
        )
    ]
    draft = draft_of(tmp_path, json.dumps({"notes": notes}), "export.json")
    assert [paper["title"] for paper in draft.papers] == titles


def test_openreviews_first_interface_says_by_invitations_what_is_withdrawn(tmp_path: Path) -> None:
    notes = [
        note(number, title=title, authors=["Ann Author"], venue="Example Workshop 2027")
        for number, title in ((1, "One"), (2, "Two"))
    ]
    notes[0]["invitations"] = ["Example.cc/2027/Workshop/-/Submission"]
    notes[1]["invitation"] = "Example.cc/2027/Workshop/-/Withdrawn_Submission"
    draft = draft_of(tmp_path, json.dumps(notes), "export.json")
    assert [paper["title"] for paper in draft.papers] == ["One"]


def test_notes_may_stand_in_lines(tmp_path: Path) -> None:
    notes = [note(number, title=f"P{number}", authors=["Ann Author"]) for number in (1, 2)]
    text = "\n".join(map(json.dumps, notes)) + "\n"
    assert "add `--column venue=none` to the command" in refusal(tmp_path, text, "notes.jsonl")
    draft = read_papers(tmp_path / "notes.jsonl", "2027", {"venue": "none"})
    assert [paper["title"] for paper in draft.papers] == ["P1", "P2"]
    with pytest.raises(ImportSourceError, match="has no columns"):
        read_papers(tmp_path / "notes.jsonl", "2027", {"title": "3"})


def test_indicos_contributions_need_no_presenters(tmp_path: Path) -> None:
    paper = only(
        tmp_path,
        "Id,Title,Description,Authors,Authors (affiliation),Co-Authors,Co-Authors (affiliation)\n"
        "1,One,Words,Ann Author,Ann Author (Example University),Bob Writer,"
        "Bob Writer (Example Institute)\n",
    )
    assert paper["authors"] == [ANN, BOB]
    assert paper["abstract"] == "Words"


def test_what_a_list_of_ones_own_says_of_authors_beside_is_noted(tmp_path: Path) -> None:
    person = {"name": "Ann Author", "affiliation": "Example University", "orcid": "0000"}
    record = {"title": "One", "abstract": "Two\r\nlines.", "authors": [person]}
    draft = draft_of(tmp_path, json.dumps([record]), "papers.json")
    assert draft.papers[0]["authors"] == [ANN]
    assert "keys that are left out, with the number of records: orcid (1)" in {
        found.message for found in draft.diagnostics
    }


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("Accept", []),
        ("Accept, non-archival", ["non-archival (`Accept, non-archival`)"]),
        ("Accepted (Best Paper Award)", ["Best Award (`Accepted (Best Paper Award)`)"]),
    ],
)
def test_what_stands_beside_a_decision_is_reported(
    tmp_path: Path, decision: str, said: list[str]
) -> None:
    draft = draft_of(tmp_path, f'Title,Authors,Decision\nOne,Ann Author,"{decision}"\n')
    begin = "what decisions say beside is not kept: "
    messages = [found.message for found in draft.diagnostics]
    assert [one.removeprefix(begin) for one in messages if one.startswith(begin)] == said


@pytest.mark.parametrize(
    ("replies", "titles"),
    [
        ([("Decision", 1, "Reject"), ("Official_Review", 2, "Accept")], []),
        ([("Official_Review", 1, "Accept")], []),
        ([("Final_Decision", 1, "Accept"), ("Meta_Review", 2, "Reject")], ["Paper 1"]),
        ([("Final_Decision", 2, "Accept"), ("Initial_Decision", 1, "Reject")], ["Paper 1"]),
        ([("Meta_Review", 1, "Accept")], ["Paper 1"]),
    ],
)
def test_openreviews_decision_counts_and_no_review_that_recommends_another(
    tmp_path: Path, replies: list[tuple[str, int, str]], titles: list[str]
) -> None:
    listed = [
        {**_reply("n1", invitation, decision=decision), "cdate": moment}
        for invitation, moment, decision in replies
    ]
    invitation = "Example.cc/2027/Workshop/-/Blind_Submission"
    notes = [
        {
            "id": f"n{number}",
            "forum": f"n{number}",
            "number": number,
            "invitation": invitation,
            "content": {"title": f"Paper {number}", "authors": ["Ann Author"]},
            "details": {"replies": own},
        }
        for number, own in ((1, listed), (2, [_reply("n2", "Decision", decision="Accept")]))
    ]
    draft = draft_of(tmp_path, json.dumps({"notes": notes}), "export.json")
    assert [paper["title"] for paper in draft.papers] == [*titles, "Paper 2"]


# Web of Science

PLACES = "[Writer, Bob] Inst B, Lyon, France; [Author, Ann; Writer, Bob] Uni A, Vienna, Austria"


WOS_NAMES = "Author Full Names\tArticle Title\tSource Title\tAddresses\tDOI\tAffiliations\tPT\tAU"
WOS_CODES = "AF\tTI\tSO\tC1\tDI\tC3\tPT\tAU"
WOS_RECORD = (
    f"Author, Ann; Writer, Bob\tOne\tWSP\t{PLACES}\t10.5555/1\tB; A\tC\tAuthor, A; Writer, B"
)


@pytest.mark.parametrize("headings", [WOS_NAMES, WOS_CODES])
def test_the_web_of_science_says_who_works_where_among_the_addresses(
    tmp_path: Path, headings: str
) -> None:
    paper = only(tmp_path, f"{headings}\n{WOS_RECORD}\n", "savedrecs.txt")
    assert (paper["title"], paper["doi"]) == ("One", "10.5555/1")
    assert paper["authors"] == [
        {"name": "Ann Author", "affiliation": "Uni A, Vienna, Austria"},
        {
            "name": "Bob Writer",
            "affiliations": ["Inst B, Lyon, France", "Uni A, Vienna, Austria"],
        },
    ]


def test_addresses_of_nobody_among_the_authors_are_said(tmp_path: Path) -> None:
    record = WOS_RECORD.replace("[Writer, Bob]", "[Writer, B.]")
    draft = draft_of(tmp_path, f"{WOS_NAMES}\n{record}\n", "savedrecs.txt")
    said = "addresses that do not say which of the authors works there are left out"
    assert any(said in one.message for one in draft.diagnostics)


# ACM

ACMS_TABLE = """proceedingID,event_tracking_number/theirnumber,paper_type,theTitle,prefix,\
first_name,middle_name,last_name,suffix,author_sequence_no,contact_author,email,\
institution / AFFILIATION,secondary_institution,start_page,end_page
1,7,Full Paper,One,,Bob,,Writer,Jr.,2,No,bob@example.org,Example Institute,,1,9
1,7,Full Paper,One,Dr,Ann,B.,Author,,1,Yes,ann@example.org,Example University,Sample Inc.,1,9
"""
ACMS_PLACE = "<affiliation><institution>{}</institution><sequence_no>{}</sequence_no></affiliation>"
ACMS_XML = f"""<erights_record><parent_data><proceeding>1</proceeding></parent_data><paper>
<paper_type>Full Paper</paper_type><paper_title>One</paper_title>
<event_tracking_number>7</event_tracking_number><start_page>1</start_page><end_page>9</end_page>
<authors><author><first_name>Bob</first_name><last_name>Writer</last_name><suffix>Jr.</suffix>
<affiliations><affiliation>Example Institute</affiliation></affiliations><country>France</country>
<email_address>bob@example.org</email_address><sequence_no>2</sequence_no></author>
<author><first_name>Ann</first_name><middle_name>B.</middle_name><last_name>Author</last_name>
<affiliations>{ACMS_PLACE.format("Sample Inc.", 2)}{ACMS_PLACE.format("Example University", 1)}
</affiliations><email_address>ann@example.org</email_address><sequence_no>1</sequence_no>
<contact_author>Y</contact_author></author></authors></paper></erights_record>"""


@pytest.mark.parametrize(("text", "name"), [(ACMS_TABLE, "acm.csv"), (ACMS_XML, "acm.xml")])
def test_acms_lists_have_authors_in_the_order_of_their_numbers(
    tmp_path: Path, text: str, name: str
) -> None:
    paper = only(tmp_path, text, name)
    assert (paper["number"], paper["title"], paper["kind"], paper["pages"]) == (
        *(7, "One", "full", "1-9"),
    )
    assert paper["authors"] == [
        {
            "name": "Ann B. Author",
            "affiliations": ["Example University", "Sample Inc."],
            "email": "ann@example.org",
        },
        {"name": "Bob Writer Jr.", "affiliation": "Example Institute", "email": "bob@example.org"},
    ]
