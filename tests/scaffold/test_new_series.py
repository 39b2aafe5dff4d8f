"""The files of a new series, whatever was answered."""

from __future__ import annotations

import datetime as dt
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proposal.diagnostics import Severity
from proposal.project import Project, load
from proposal.scaffold.new_series import (
    default_answers,
    invalid_reason,
    is_settled,
    new_series,
    questions,
    understood_as,
    zone_question,
)
from tests.workspace import Workspace

TODAY = dt.date(2026, 3, 1)
QUESTIONS = {question.key: question for question in questions(TODAY)}


def started(root: Path, **answers: str) -> Project:
    files = new_series(root, default_answers(TODAY) | answers, TODAY)
    for file, content in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    project = load(root)
    # A name may be unlikely, such as one with a comma: that is a warning.
    assert [
        diagnostic
        for diagnostic in project.data.diagnostics
        if diagnostic.severity is Severity.ERROR
    ] == []
    return project


def test_the_default_answers_can_be_taken() -> None:
    assert [invalid_reason(question, question.default) for question in questions(TODAY)] == [
        None
    ] * len(QUESTIONS)


def test_without_answers_everything_that_is_to_be_replaced_says_so(tmp_path: Path) -> None:
    started(tmp_path)
    places = {
        diagnostic.message.partition("`")[2].partition("`")[0]
        for diagnostic in Workspace(tmp_path).check(["2027"])
    }
    assert places >= {
        "ACRONYM",
        "Your Subject",
        "Your Conference",
        "Your Field",
        "Your City",
        "Your Country",
        "Your Name",
        "Your Institution",
        "@example.org",
        "Replace this",
        "Replace them",
        "to be replaced",
    }


def test_answers_stand_where_they_belong(tmp_path: Path) -> None:
    project = started(
        tmp_path,
        name="Workshop on Bridges",
        acronym="BRIDGES",
        series="RecSys",
        conference="21st ACM Conference on Recommender Systems",
        city="Lyon",
        country="France",
        zone="Europe/Paris",
        date="2027-9-5",
        person="Ada Lovelace",
        email="ada@example.net",
        institution="University of Somewhere",
        home="London",
        home_country="United Kingdom",
    )
    edition = project.editions["2027"]
    assert edition.title == "First Workshop on Bridges"
    assert edition.venue.acronym == "RecSys '27"
    assert edition.venue.place == "Lyon, France (to be confirmed)"
    assert edition.when.start.isoformat() == "2027-09-05T09:00:00+02:00"
    (organizer,) = edition.organizers
    (post,) = organizer.person.affiliations
    assert (post.institution, post.city, post.country) == (
        "University of Somewhere",
        "London",
        "United Kingdom",
    )
    assert list(project.data.people) == ["ada-lovelace"]
    assert list(project.data.venues) == ["recsys-2027"]


@pytest.mark.parametrize(
    ("person", "file"),
    [
        ("Ada Lovelace", "ada-lovelace"),
        ("Lovelace, Ada", "ada-lovelace"),
        ("Łukasz Żółć", "lukasz-zolc"),
        ("華羅庚", "organizer"),
        ("Софья Ковалевская", "organizer"),
        ("محمد الخوارزمي", "organizer"),
    ],
)
def test_an_organizer_may_have_a_name_in_any_script(tmp_path: Path, person: str, file: str) -> None:
    folder = started(tmp_path, person=person).data
    assert {name: person.name for name, person in folder.people.items()} == {file: person}


@pytest.mark.parametrize("answer", ["none", "None", "no conference", "-"])
def test_a_workshop_may_be_held_beside_no_conference(tmp_path: Path, answer: str) -> None:
    project = started(tmp_path, series=answer, city="Example Town", country="Germany")
    ((name, venue),) = project.data.venues.items()
    assert name == "example-town-2027"
    assert (venue.city, venue.is_conference) == ("Example Town", False)
    (edition,) = project.editions.values()
    assert edition.documents == {}
    assert not list((tmp_path / "data").rglob("proposal.md"))


@pytest.mark.parametrize(
    ("answer", "series", "file"),
    [
        ("KDD", "KDD", "kdd-2027"),
        ("KDD 2027", "KDD", "kdd-2027"),
        ("KDD '27", "KDD", "kdd-2027"),
        ("3DV", "3DV", "3dv-2027"),
        ("The Web Conference", "The Web Conference", "the-web-conference-2027"),
        ("SIGIR-AP", "SIGIR-AP", "sigir-ap-2027"),
        ("AI, Ethics and Society", "AI, Ethics and Society", "ai-ethics-and-society-2027"),
        ("2027", "2027", "2027-2027"),
        ("情報処理", "情報処理", "conference-2027"),
    ],
)
def test_a_conference_may_have_any_short_name(
    tmp_path: Path, answer: str, series: str, file: str
) -> None:
    folder = started(tmp_path, series=answer).data
    assert {name: venue.series for name, venue in folder.venues.items()} == {file: series}


def test_a_day_in_the_past_makes_an_edition_of_its_year(tmp_path: Path) -> None:
    folder = started(tmp_path, date="2019-08-05").data
    assert list(folder.editions) == ["2019"]
    assert folder.workshop is not None
    assert folder.workshop.current == "2019"


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        ("date", "soon", "`soon` is no date; write year-month-day: 2026-02-26"),
        ("date", "2027-02-30", "is no date"),
        ("date", "28-29 September 2027", "of several days write the first"),
        ("date", "2027-09-28 to 2027-09-30", "of several days write the first"),
        ("date", "1066-10-14", "is not in the years 1900 to 2199"),
        ("zone", "CET", "`CET` is no time zone; name the place"),
        ("email", "ada", "`ada` is no email address"),
        ("acronym", "My Workshop", "`My Workshop` is no acronym"),
        ("name", "  ", "a text is missing here"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_reported_with_what_to_write(
    key: str, answer: str, said: str
) -> None:
    diagnostic = invalid_reason(QUESTIONS[key], answer)
    assert diagnostic is not None
    assert said in diagnostic


def test_a_list_of_files_not_to_keep_in_version_control_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build/.gitignore").write_text("mine")
    started(tmp_path)
    assert (tmp_path / "build/.gitignore").read_text() == "mine"


ANSWER = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1)


@settings(max_examples=60, deadline=None)
@given(name=ANSWER, series=ANSWER, city=ANSWER, person=ANSWER, institution=ANSWER)
def test_any_text_is_an_answer(
    name: str, series: str, city: str, person: str, institution: str
) -> None:
    answers = {
        "name": name,
        "series": series,
        "city": city,
        "person": person,
        "institution": institution,
    }
    if any(invalid_reason(QUESTIONS[key], answer) for key, answer in answers.items()):
        return
    with tempfile.TemporaryDirectory() as folder:
        found = started(Path(folder), **answers)
        assert found.unresolved["2027"] == []


@pytest.mark.parametrize(("call", "asks"), [("yes", True), ("no", False)])
def test_only_a_proposal_with_a_call_tells_how_papers_are_reviewed(
    tmp_path: Path, call: str, *, asks: bool
) -> None:
    started(tmp_path, call=call)
    text = (tmp_path / "data/editions/2027/proposal.md").read_text(encoding="utf-8")
    assert ("How are papers reviewed" in text) is asks
    assert ("\n# Submission and Selection\n" in text) is asks
    assert "participants selected?" in text


def test_nothing_that_was_invented_is_a_fact(tmp_path: Path) -> None:
    folder = started(tmp_path).data
    (files,) = folder.editions.values()
    (venue,) = folder.venues.values()
    assert (files.edition.is_day_tentative, venue.tentative) == (True, True)
    dates = [deadline for _, deadline in files.edition.dates if deadline is not None]
    assert len(dates) == 2
    assert all(deadline.tentative for deadline in dates)
    assert all(slot.tentative for slot in files.program)
    assert files.edition.submissions.pages is None
    assert files.edition.submissions.review is None


@pytest.mark.parametrize(
    ("answer", "hours"),
    [
        ("14 September 2027, 2 pm - 6 pm", "14:00–18:00"),
        ("14/09/2027 14.00-17.30", "14:00–17:30"),
        ("September 14, 2027, 9:00 to 10:00", "09:00–10:00"),
        ("2027-09-14", "09:00–12:30"),
        ("14 September 2027, 10 pm - 1 am", "22:00–01:00"),
        ("14 September 2027, 18:00-05:30", "18:00–05:30"),
    ],
)
def test_hours_may_stand_behind_the_day(tmp_path: Path, answer: str, hours: str) -> None:
    assert invalid_reason(QUESTIONS["date"], answer) is None
    project = started(tmp_path, date=answer)
    edition = project.editions["2027"]
    assert (edition.when.date.date, edition.when.hours) == (dt.date(2027, 9, 14), hours)
    slots = list(edition.schedule)
    assert (slots[0].start, slots[-1].end) == (edition.when.start, edition.when.end)
    assert all(one.end == other.start for one, other in pairwise(slots))


def test_hours_after_midnight_are_shown_as_those_of_the_next_day() -> None:
    said = understood_as(QUESTIONS["date"], "31 December 2027, 10 pm - 1 am")
    assert said == "2027-12-31, a Friday, 22:00-01:00 of the next day"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("05/06/2027", "write 2027-06-05 or 2027-05-06"),
        ("Monday, September 14, 2027", "is a Tuesday"),
        ("14 September 2027, 2-6", "write 02:00, or 14:00 after noon"),
        ("14 September 2027, 18:00-14:00", "14:00 is not after 18:00"),
        ("14 September 1027", "is not in the years"),
    ],
)
def test_a_day_that_leaves_a_doubt_is_refused(answer: str, said: str) -> None:
    assert said in str(invalid_reason(QUESTIONS["date"], answer))


@pytest.mark.parametrize(
    ("answer", "name", "ordinal"),
    [
        ("1st Workshop on Bridges", "Workshop on Bridges", 1),
        ("The 3rd International Workshop on Bridges", "International Workshop on Bridges", 3),
        ("Twenty-Second Workshop on Bridges", "Workshop on Bridges", 22),
        ("IV Workshop on Bridges", "Workshop on Bridges", 4),
        ("Workshop on Bridges (2nd edition)", "Workshop on Bridges", 2),
        ("Workshop on Bridges", "Workshop on Bridges", 1),
        ("Workshop on Third Places", "Workshop on Third Places", 1),
    ],
)
def test_a_number_in_the_name_is_the_number_of_the_edition(
    tmp_path: Path, answer: str, name: str, ordinal: int
) -> None:
    project = started(tmp_path, name=answer)
    assert project.data.workshop is not None
    assert project.data.workshop.name == name
    assert project.data.editions["2027"].edition.ordinal == ordinal
    said = understood_as(QUESTIONS["name"], answer)
    assert said == (
        None
        if answer == name
        else f"{name}; the number of this edition is {ordinal}, and is printed before it"
    )


def test_what_is_online_is_begun_without_a_city(tmp_path: Path) -> None:
    project = started(tmp_path, city="online", zone="Pacific/Honolulu")
    (edition,) = project.editions.values()
    assert edition.attendance == "online"
    assert edition.place == "Online (to be confirmed)"
    assert edition.venue.city is None
    country = QUESTIONS["country"]
    assert is_settled(country, default_answers(TODAY) | {"city": "Online"})
    assert not is_settled(country, default_answers(TODAY))
    zone = zone_question(QUESTIONS["zone"], default_answers(TODAY) | {"city": "Virtual"}, TODAY)
    assert (zone.text, zone.default) == ("Time zone of its hours (Europe/Madrid)", "")


def test_a_conference_is_not_called_online() -> None:
    reason = invalid_reason(QUESTIONS["series"], "Online")
    assert reason is not None
    assert reason.startswith("`Online` is no conference; write none")


@pytest.mark.parametrize("series", ["none", "KDD"])
def test_without_a_call_nobody_is_asked_for_papers(tmp_path: Path, series: str) -> None:
    project = started(tmp_path, call="no", series=series)
    (edition,) = project.editions.values()
    assert not edition.has_call
    assert [slot.title for slot in edition.schedule][3] == "Session"
    assert not list(tmp_path.rglob("papers.yaml"))
    missing = [found.message for found in Workspace(tmp_path).check(["2027"])]
    assert not [message for message in missing if "committee" in message]


@pytest.mark.parametrize("tentative", ["", "tentative: true\n"])
def test_what_is_online_beside_no_conference_is_begun_by_its_zone_alone(
    tmp_path: Path, tentative: str
) -> None:
    project = started(tmp_path, city="online", series="none", zone="Pacific/Auckland")
    (edition,) = project.editions.values()
    assert edition.place == "Online"
    made = Workspace(tmp_path)
    made.append("venues/online-2027.yaml", tentative)
    assert made.run("build", "--only", "text,site").code == 0
    found = made.run("check", "--format", "json")
    assert found.code == 0, found.output  # which is 1 where a place is not as the data have it
