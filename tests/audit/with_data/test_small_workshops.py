"""Workshops of several kinds: what was made of the data agrees with them, and a change is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposal.audit.run_audit import audit, compare_with_each_other
from proposal.audit.with_data.classify import DocumentKind
from proposal.audit.with_data.expected import case_of
from proposal.audit.with_data.missing_facts import missing_from_pdf
from proposal.check.rules.run_rules import subject_of
from proposal.project import load
from tests.audit.with_data.conftest import messages_of
from tests.audit.with_data.small_workshops import GERMAN, JOINT, MEETING, NIGHT, SCHOOL, made_of
from tests.workspace import Workspace

KINDS = {"school": SCHOOL, "german": GERMAN, "joint": JOINT, "meeting": MEETING, "night": NIGHT}
PAGE = "site/index.html"
MAIL = "2027/cfp.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workspace]:
    """The workshops with what was made of them, which nobody changes."""
    root = tmp_path_factory.mktemp("small")
    return {kind: made_of(files, root / kind) for kind, files in KINDS.items()}


def said_of(workspace: Workspace, *files: Path) -> list[str]:
    return messages_of(audit(load(workspace.root), "2027", files).diagnostics)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", ["", "site", "jekyll", "2027", MAIL, "2027/dates.ics"])
def test_what_was_made_of_the_data_agrees_with_them(
    made: dict[str, Workspace], kind: str, part: str
) -> None:
    assert said_of(made[kind], made[kind].root / "build" / part) == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_made_of_the_data_does_not_contradict_itself(
    made: dict[str, Workspace], kind: str
) -> None:
    found = compare_with_each_other([made[kind].root / "build"]).diagnostics
    assert messages_of(found) == []


CHANGES = {
    "the day until which fees are reduced": (
        *("school", PAGE, "until May 1, 2027, then", "until May 8, 2027, then"),
        "“May 8, 2027” where dates.early_registration is “May 1, 2027”",
    ),
    "a room that no day and no session has": (
        *("school", PAGE, "Room 3", "Room 4"),
        "“Room 4” where when.days.2027-07-06.room is “Room 2”",
    ),
    "the hours of a discussion": (
        *("school", "jekyll/pages/SAMSYS2027/index.md", "09:00–12:00", "09:30–12:00"),
        "“09:30–12:00” where schedule.2027-07-06T09:00.hours is “09:00–12:00”",
    ),
    "a deadline in German": (
        *("german", MAIL, "14. Mai 2027", "15. Mai 2027"),
        "15. Mai 2027” where dates.notification is “14. Mai 2027”",
    ),
    "another hour of a deadline": (
        *("joint", MAIL, "May 10, 2027, 18:00 AoE", "May 10, 2027, 12:00 AoE"),
        "“Monday, May 10, 2027, 12:00 AoE”, and the data “May 10, 2027, 18:00 AoE”",
    ),
    "another zone of a deadline": (
        *("joint", MAIL, "18:00 AoE", "18:00 CET"),
        "18:00 CET”, and the data “May 10, 2027, 18:00 AoE”",
    ),
    "a fee": (
        *("school", MAIL, "€180", "€190"),
        "“€190” where fees.others.amount is “€180”",
    ),
    "the pages of a track": (
        *("joint", MAIL, "2 to 4 pages", "2 to 6 pages"),
        "“2 to 6 pages” where submissions.tracks.demos.pages is “2 to 4”",
    ),
    "the pages in German": (
        *("german", MAIL, "6 bis 10 Seiten", "6 bis 12 Seiten"),
        "“6 bis 12 Seiten” where submissions.pages is “6 bis 10”",
    ),
    "the kind of review": (
        *("joint", MAIL, "double-blind", "single-blind"),
        "“single-blind” where submissions.review is “double-blind”",
    ),
    "the address for submissions": (
        *("german", "2027/cfp.md", "submit.example.org/wgp", "submit.example.org/wpg"),
        "“https://submit.example.org/wpg” where submissions.url is “https://submit",
    ),
    "the address of a contact": (
        *("joint", MAIL, "forms@forms.example.org", "form@forms.example.org"),
        "“form@forms.example.org” where contact.email is “forms@forms.example.org”",
    ),
    "the city": (
        *("joint", MAIL, "Lisbon, Portugal", "Porto, Portugal"),
        "“Porto, Portugal",
    ),
    "the country": (
        *("joint", MAIL, "Lisbon, Portugal", "Lisbon, Spain"),
        "“Lisbon, Spain” where venue.place is “Lisbon, Portugal”",
    ),
    "the hours of the day": (
        *("joint", MAIL, "09:00-17:00", "09:00-18:00"),
        "“09:00-18:00” where when.hours is “09:00–17:00”",
    ),
    "the hours of one of several days": (
        *("school", MAIL, "July 6: 09:00-16:00", "July 6: 09:00-15:00"),
        "“09:00-15:00” where when.days.2027-07-06.hours is “09:00–16:00”",
    ),
    "the hours of a day in German": (
        *("german", MAIL, "8. Juni: 09:00-12:30 Ortszeit", "8. Juni: 08:00-12:30 Ortszeit"),
        "“08:00-12:30” where when.days.2027-06-08.hours is “09:00–12:30”",
    ),
    "the room of one of several days": (
        *("german", "2027/cfp.md", ", Hörsaal 3", ", Hörsaal 1"),
        "“Hörsaal 1” where when.days.2027-06-08.room is “Hörsaal 3”",
    ),
    "the day of the week of a day without its year": (
        *("school", MAIL, "Tuesday, July 6:", "Thursday, July 6:"),
        "“July 6”, called a Thursday, but that day is a Tuesday",
    ),
    "the day of the week in German": (
        *("german", MAIL, "Freitag, 14. Mai", "Montag, 14. Mai"),
        "“Montag, 14. Mai 2027”, but that day is a Friday",
    ),
    "the last of several days": (
        *(
            "german",
            "jekyll/pages/WGP2027/index.md",
            "Workshop: 7.–8. Juni",
            "Workshop: 7.–9. Juni",
        ),
        "“7.–9. Juni 2027” where when.date is “7.–8. Juni 2027”",
    ),
    "the acronym in the first line of a call": (
        *("german", MAIL, ": WGP 2027", ": WGP 2026"),
        "“WGP 2026”, which is the name for 2026; acronym is “WGP 2027”",
    ),
    "the acronym behind the title": (
        *("joint", "2027/cfp.md", "(FORMS 2027)", "(FROMS 2027)"),
        "“FROMS 2027” where acronym is “FORMS 2027”",
    ),
    "the year of the second conference": (
        *("joint", MAIL, "JSR '27", "JSR '28"),
        "“JSR '28” where venue.acronym is “EXC '27 & JSR '27”",
    ),
    "the letters of a conference": (
        *("joint", MAIL, "EXC '27", "XEC '27"),
        "“XEC '27” where venue.acronym is “EXC '27 & JSR '27”",
    ),
    "the conference in German": (
        *("german", MAIL, "EXC '27", "EXC '26"),
        "“EXC '26” where venue.acronym is “EXC '27”",
    ),
    "the last day of the conference": (
        *("joint", MAIL, "June 7-11, 2027", "June 7-12, 2027"),
        "“June 7-12, 2027” where venue.dates is “June 7–11, 2027”",
    ),
    "the last day in a headline": (
        *("school", PAGE, "July 5–6, 2027", "July 5–7, 2027"),
        "“July 5–7, 2027” where when.date is “July 5–6, 2027”",
    ),
    "a room in a calendar": (
        *("joint", "2027/schedule.ics", "LOCATION:Room 4", "LOCATION:Room 7"),
        "“Room 7” where schedule.10:00-track-b-room-4.room is “Room 4”",
    ),
    "the room of another day in a calendar": (
        *("german", "2027/schedule.ics", "LOCATION:Hörsaal 3", "LOCATION:Hörsaal 1"),
        "“Hörsaal 1” where when.days.2027-06-08.room is “Hörsaal 3”",
    ),
    "the place in a calendar": (
        *("joint", "2027/schedule.ics", "Lisbon", "Porto"),
        "“Porto, Portugal” where venue.place is “Lisbon, Portugal”",
    ),
    "the title of a talk in a calendar": (
        *("german", "2027/schedule.ics", "Messen ohne Lineal", "Messen mit Lineal"),
        "“Messen mit Lineal” where speakers.eva-model.title is “Messen ohne Lineal”",
    ),
    "a speaker in a calendar": (
        *("german", "2027/schedule.ics", "Eva Model", "Eva Muster"),
        "“Eva Muster” where speakers.eva-model.name is “Eva Model”",
    ),
    "a short title beside its speaker": (
        *("german", MAIL, "Messen ohne Lineal", "Messen mit Lineal"),
        "“Messen mit Lineal” where speakers.eva-model.title is “Messen ohne Lineal”",
    ),
    "the same mailbox of another host": (
        *("joint", MAIL, "forms@forms.example.org", "forms@forms.example.net"),
        "“forms@forms.example.net” where contact.email is “forms@forms.example.org”",
    ),
    "the place for search engines": (
        *("joint", PAGE, '"addressLocality": "Lisbon"', '"addressLocality": "Porto"'),
        "“Porto” where venue.place is “Lisbon, Portugal”",
    ),
    "the day for search engines": (
        *("school", PAGE, '"startDate": "2027-07-05', '"startDate": "2027-07-04'),
        "where when.date is “July 5–6, 2027”",
    ),
    "an institution for search engines": (
        *("joint", PAGE, '"name": "University of Examples"', '"name": "Institute of Tests"'),
        "“Institute of Tests” where organizers.ada-placeholder.affiliations.1.institution is",
    ),
    "a name for search engines": (
        *("joint", PAGE, '"name": "Ada Placeholder"', '"name": "Ada Placehodler"'),
        "“Ada Placehodler” where organizers.ada-placeholder.name is “Ada Placeholder”",
    ),
    "a room for search engines": (
        *("joint", PAGE, '"name": "Room 3', '"name": "Room 9'),
        "“Room 9” where room is “Room 3”",
    ),
    "a room in German": (
        *("german", PAGE, "Hörsaal 3", "Hörsaal 7"),
        "“Hörsaal 7” where",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_in_one_of_them_is_found(
    made: dict[str, Workspace], tmp_path: Path, change: str
) -> None:
    kind, name, old, new, said = CHANGES[change]
    file = tmp_path / Path(name).name
    shutil.copyfile(made[kind].root / "build" / name, file)
    text = file.read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    messages = said_of(made[kind], file)
    assert any(said in message for message in messages), messages


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("20270608T090000 20270608T170000", ""),
        ("20270608T090000 20270608T180000", "“09:00–18:00” where when.hours is “09:00–17:00”"),
        ("20270609T090000 20270609T170000", "“2027-06-09” where when.date is “June 8, 2027”"),
    ],
)
def test_an_event_that_is_the_whole_workshop_has_its_hours(
    made: dict[str, Workspace], tmp_path: Path, event: str, said: str
) -> None:
    start, end = event.split()
    file = tmp_path / "event.ics"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "SUMMARY:FORMS 2027 workshop"]
    named = "BEGIN:VEVENT\nSUMMARY:FORMS 2027 Submission deadline\nDTSTART;VALUE=DATE:20270329"
    lines += [f"DTSTART;TZID=Europe/Lisbon:{start}", f"DTEND;TZID=Europe/Lisbon:{end}"]
    lines += ["LOCATION:Room 3\\, Lisbon\\, Portugal", "END:VEVENT", named, "END:VEVENT"]
    lines.append("END:VCALENDAR\n")
    file.write_text("\n".join(lines), encoding="utf-8")
    messages = said_of(made["joint"], file)
    assert [message for message in messages if said not in message] == []
    assert bool(messages) == bool(said)


@pytest.mark.parametrize(
    "line",
    [
        "All deadlines are 23:59 UTC-12.",
        "Last year, at EXC 2026, models were discussed; FORMS 2026 was its name.",
        "Workshops: June 8–9, 2027, Lisbon",
        "Research on proofs and checks of models is welcome.",
        "Benno Sample will join, too.",
        "June 8, 2027: 10:00–12:00 Session 1A",
        "June 8, 2027: 09:00–10:00\n10:00–12:00 Session 1A",
        "Submission deadline: March 29, 2027, 23:59 UTC-12",
    ],
)
def test_lines_that_contradict_nothing_are_no_differences(
    made: dict[str, Workspace], tmp_path: Path, line: str
) -> None:
    file = tmp_path / "call.txt"
    text = (made["joint"].root / "build" / MAIL).read_text(encoding="utf-8")
    file.write_text(f"{text}\n{line}\n", encoding="utf-8")
    assert said_of(made["joint"], file) == []


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("March 30, 2027, 11:59 UTC", "March 30, 2027, 13:59 UTC"),
        ("March 30, 2027, 12:59 WEST", "March 30, 2027, 12:59 UTC"),
        ("April 27, 2027, 11:59 UTC", "April 27, 2027, 21:59 UTC"),
        ("March 30, 2027 at 11:59 am UTC", "March 30, 2027 at 11:59 pm UTC"),
    ],
)
def test_a_deadline_by_other_clocks_is_the_same_moment(
    made: dict[str, Workspace], tmp_path: Path, line: str, other: str
) -> None:
    file = tmp_path / "call.txt"
    head = "First Workshop on Formal Samples (FORMS 2027)\n\nJune 8, 2027, Lisbon, Portugal\n\n"
    file.write_text(f"{head}Submission deadline: {line}\n", encoding="utf-8")
    assert not any(
        "dates.submission" in one for one in said_of(made["joint"], file) if "says" in one
    )
    file.write_text(f"{head}Submission deadline: {other}\n", encoding="utf-8")
    assert any("dates.submission" in one for one in said_of(made["joint"], file) if "says" in one)


TALKS = """\
Keynotes

* Eva Model (Model Company): Models for All
* Ben Sample (Institute of Samples): Plain Rulers

10:00–11:00 Eva Model
11:00–12:00 Ben Sample
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", ""),
        (
            "* Ben Sample (Institute of Samples): Plain Rulers\n",
            "does not say speakers.ben-sample.title, which is “Plain Rulers”",
        ),
    ],
)
def test_the_second_of_two_speakers_is_missing_where_the_first_is_introduced(
    tmp_path: Path, line: str, said: str
) -> None:
    speakers = """\
speakers:
  - {person: eva-model, role: keynote, status: confirmed, title: Models for All}
  - {person: ben-sample, role: keynote, status: confirmed, title: Plain Rulers}
"""
    name = "editions/2027/edition.yaml"
    workspace = made_of({**JOINT, name: JOINT[name] + speakers}, tmp_path / "two")
    file = tmp_path / "call.txt"
    assert line in TALKS
    head = "First Workshop on Formal Samples (FORMS 2027), June 8, 2027, Lisbon, Portugal\n\n"
    file.write_text(head + TALKS.replace(line, "", 1), encoding="utf-8")
    messages = [message for message in said_of(workspace, file) if "speakers" in message]
    assert bool(messages) == bool(said), messages
    assert all(said in message for message in messages[:1])


def test_columns_of_sessions_side_by_side_have_the_hours_of_their_row(
    made: dict[str, Workspace], tmp_path: Path
) -> None:
    file = tmp_path / "call.txt"
    rows = (
        "09:00–10:00  Opening remarks\n10:00–12:00  A, Room 3    B, Room 4\n"
        "             Session 1A   Session 1B\n14:00–17:00  Discussion\n"
    )
    text = (made["joint"].root / "build" / MAIL).read_text(encoding="utf-8")
    file.write_text(f"{text}\nSchedule\n--------\n\n{rows}", encoding="utf-8")
    assert said_of(made["joint"], file) == []


def test_a_proposal_of_one_page_has_no_running_head_that_names_the_place(
    made: dict[str, Workspace],
) -> None:
    case = case_of(subject_of(load(made["school"].root), "2027"), [])
    for has_heads in (True, False):
        found = missing_from_pdf(case, DocumentKind.PROPOSAL, set(), has_heads=has_heads)
        assert not [fact for fact in found.facts if fact.is_in_heads] or has_heads
