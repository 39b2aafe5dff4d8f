"""Schedules in tables: those of known systems, and a conference's own with any headings."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from proposal.importers.draft import ImportSourceError
from proposal.importers.program.cell_times import (
    TwoReadingsError,
    clock_in_cell,
    day_in_cell,
    moment_in_cell,
    span_in_cell,
)
from proposal.importers.program.schedule_import import read_program
from proposal.model.records.when_record import WhenRecord
from tests.importers.bringing import imports, refuses, written
from tests.importers.written_programs import program_of, without_program
from tests.workspace import Workspace

DAY = "2026-02-26"


@pytest.fixture
def bare(workspace: Workspace) -> Workspace:
    """The real workshop without its program."""
    return without_program(workspace)


def _days(*dates: str) -> list[WhenRecord]:
    return [
        WhenRecord.model_validate({"date": date, "start": "08:00", "end": "18:00"})
        for date in dates
    ]


# Other languages, other kinds of tables


def _drafted(workspace: Workspace, source: Path) -> list[dict[str, Any]]:
    """The slots that a schedule becomes, without what it is not written with."""
    program: Any = read_program(source, "2026", {}, workspace.read()).program
    return [dict(slot) for slot in program]


def test_a_german_table_is_read(bare: Workspace, tmp_path: Path) -> None:
    table = written(
        tmp_path / "programm.csv",
        "Tag;Beginn;Ende;Titel;Raum;Sitzungsleitung\n"
        "26.02.2026;09:00;09:10;Begrüßung;Saal 1;Ann Author\n"
        "26.02.2026;10:00;10:30;Kaffeepause;Foyer;\n"
        "26.02.2026;12:00;13:00;Mittagessen;;\n"
        "26.02.2026;13:00;13:10;Einführung in Beispiele;Saal 1;\n",
    )
    slots = _drafted(bare, table)
    assert [(slot.get("kind"), slot["title"]) for slot in slots] == [
        ("opening", "Begrüßung"),
        ("break", "Kaffeepause"),
        ("lunch", "Mittagessen"),
        (None, "Einführung in Beispiele"),
    ]
    assert slots[0]["chair"] == "Ann Author"


@pytest.mark.parametrize("day", ["2026-12-24", "7"])
def test_a_program_on_a_day_that_the_edition_does_not_have_is_refused(
    bare: Workspace, tmp_path: Path, day: str
) -> None:
    slot = f"- {{day: {day}, start: 09:00, end: 09:30, kind: opening}}\n"
    bare.write("editions/2026/program.yaml", slot)
    table = written(tmp_path / "program.csv", "Start,Title\n09:00,Opening\n10:00,Coffee break\n")
    with pytest.raises(ImportSourceError, match=f"line 1: the edition has no day {day};"):
        _drafted(bare, table)


@pytest.mark.parametrize(
    "text",
    [
        "Uhrzeit;Programmpunkt;Referent*in;Raum\n9.00 – 9.10 Uhr;Opening;;Saal 1\n",
        "Horaire,Titre,Intervenant,Salle\n9h - 9h10,Opening,,Saal 1\n",
        "Hora,Actividad,Ponente,Sala\n09:00-09:10,Opening,,Saal 1\n",
        "Orario,Titolo,Relatore,Aula\n9:00 - 9:10,Opening,,Saal 1\n",
        (  # as Sched and Whova export it
            "Session Name,Session Start Date,Session Start Time,Session End Date,Session End Time,"
            "Room/Location\nOpening,2026-02-26,09:00,2026-02-26,09:10,Saal 1\n"
        ),
        (
            "Titel;Raum;Beginn (Datum);Beginn (Uhrzeit);Ende (Uhrzeit)\n"
            "Opening;Saal 1;2026-02-26;09:00;09:10\n"
        ),
        (  # some of the columns that pretalx lets one choose
            "Proposal title,Proposal state,Speaker names,Room,Start (date),Start (time),"
            "End (date),End (time)\nOpening,confirmed,,Saal 1,2026-02-26,09:00,2026-02-26,09:10\n"
        ),
    ],
)
def test_headings_in_other_words_are_those_of_a_schedule(
    bare: Workspace, tmp_path: Path, text: str
) -> None:
    (slot,) = _drafted(bare, written(tmp_path / "schedule.csv", text))
    assert (slot["start"], slot["end"], slot["kind"]) == ("09:00", "09:10", "opening")


@pytest.mark.parametrize("head", ["Beginn (Datum),Beginn (Uhrzeit)", "Début (date),Début (heure)"])
def test_the_day_of_a_beginning_is_read_in_other_languages(
    bare: Workspace, tmp_path: Path, head: str
) -> None:
    table = written(tmp_path / "schedule.csv", f"Title,{head}\nOpening,2026-02-27,09:00\n")
    with pytest.raises(ImportSourceError, match="2026-02-27"):
        _drafted(bare, table)


def test_ends_that_a_schedule_lets_expect_are_sure_where_the_program_has_them(
    workspace: Workspace, tmp_path: Path
) -> None:
    text = "Time,Event\n8:55,Opening\n9:00,Keynote\n10:00,Something\n"
    slots = _drafted(workspace, written(tmp_path / "schedule.csv", text))
    assert [(slot["start"], slot["end"], "tentative" in slot) for slot in slots[:2]] == [
        ("08:55", "09:00", False),
        ("09:00", "10:00", True),
    ]


def test_conftool_s_agenda_has_the_papers_of_a_session_in_one_row(
    bare: Workspace, tmp_path: Path
) -> None:
    papers = bare.read().editions["2026"].papers[:2]
    table = written(
        tmp_path / "agenda.csv",
        "session_ID,session_title,session_start,session_end,session_room,chair1,p1_title,"
        "p1_presenting_author,p2_title,p2_authors\n"
        f'1,Oral Session,{DAY} 10:30,{DAY} 12:00,Hall,"Author, Ann","{papers[0].title}",,'
        f'"{papers[1].title}",\n',
    )
    (slot,) = _drafted(bare, table)
    assert slot == {
        "start": "10:30",
        "end": "12:00",
        "kind": "papers",
        "title": "Oral Session",
        "papers": [str(paper.id) for paper in papers],
        "chair": "Ann Author",
    }


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("people", "Name,Email,Role\nAnn Author,ann@example.org,PC\n"),
        ("papers", "Title,Authors\nA Placeholder,Ann Author\n"),
    ],
)
def test_a_table_for_another_import_is_refused_with_the_command(
    bare: Workspace, tmp_path: Path, kind: str, text: str
) -> None:
    table = written(tmp_path / "table.csv", text)
    with pytest.raises(ImportSourceError, match=f"lists {kind}, and no hours; type `proposal"):
        _drafted(bare, table)


def test_a_table_with_a_column_of_session_chairs_is_a_schedule(
    bare: Workspace, tmp_path: Path
) -> None:
    table = written(
        tmp_path / "table.csv",
        "Time,Title,Speaker,Session chair,Affiliation\n"
        "09:10 - 10:00,On Placeholders,Bob Builder,Dr. Ann Author,Uni A\n",
    )
    (slot,) = _drafted(bare, table)
    assert slot["chair"] == "Ann Author"


# Known systems

PRETALX = (
    "ID,Proposal title,Proposal state,Session type,Speaker names,Room,Start,End\n"
    'ABC123,On Samples,confirmed,Keynote,"Ann Author\nBob Writer",Hall,'
    f"{DAY}T09:00:00-07:00,{DAY}T09:30:00-07:00\n"
    "DEF456,On Others,rejected,Talk,Cara Scholar,,,\n"
    "GHI789,On Later Things,accepted,Talk,Cara Scholar,,,\n"
)


def test_sessions_of_pretalx_have_speakers_and_hours(bare: Workspace, tmp_path: Path) -> None:
    finished = imports(bare, "program", written(tmp_path / "s.csv", PRETALX))
    (slot,) = bare.edition("2026").schedule
    assert slot.talk is not None
    assert slot.talk.names == "Ann Author and Bob Writer"
    assert (slot.start.time(), slot.end.time()) == (dt.time(9), dt.time(9, 30))
    assert "recognized as pretalx, sessions, 1 talk" in finished.output
    assert "1 submission was not accepted" in finished.output
    assert "“On Later Things” has no time yet" in finished.output


def test_contributions_of_indico_are_in_utc_and_in_sessions(
    bare: Workspace, tmp_path: Path
) -> None:
    titles = {
        "agp": "AGP: Auto-Guided Prompt Refinement for Personalized Reranking in Recommender "
        "Systems",
        "insertrank": "InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking",
    }
    speakers = ((0, "agp", "Chen Wang"), (1, "insertrank", "Rahul Seetharaman"))
    rows = "".join(
        f"{number},{titles[name]},,{DAY} 16:{number * 30:02}:00,30m,Oral,Papers,,{who},"
        f"{who} (Example University)\n"
        for number, name, who in speakers
    )
    headings = (
        "Id,Title,Description,Date,Duration,Type,Session,Track,Presenters,"
        "Presenters (affiliation)\n"
    )
    finished = imports(bare, "program", written(tmp_path / "c.csv", headings + rows))
    (session,) = program_of(bare)
    assert session["title"] == "Papers"
    assert session["parts"] == [
        {"start": "09:00", "end": "09:30", "papers": ["agp"]},
        {"start": "09:30", "end": "10:00", "papers": ["insertrank"]},
    ]
    assert "hours in UTC are converted" in finished.output


SESSIONIZE = (
    "Session Id,Title,Description,Session format,Status,Speaker Id,FirstName,LastName,TagLine,Bio"
)


def test_rows_of_sessionize_are_speakers_of_one_session(bare: Workspace, tmp_path: Path) -> None:
    rows = "".join(
        f"1001,On Samples,We show it.,Keynote,Accepted,{name}-1,{name},Author,,{name} writes.,Hall,"
        f"{DAY} 09:00:00,45\n"
        for name in ("Ann", "Bob")
    )
    text = f"{SESSIONIZE},Room,Scheduled At,Scheduled Duration\n{rows}"
    imports(bare, "program", written(tmp_path / "f.csv", text))
    (slot,) = bare.edition("2026").schedule
    assert slot.talk is not None
    assert slot.talk.names == "Ann Author and Bob Author"
    assert slot.end.time() == dt.time(9, 45)


def test_sessionize_without_hours_is_refused_with_advice(bare: Workspace, tmp_path: Path) -> None:
    text = f"{SESSIONIZE}\n1001,On Samples,,Session,Accepted,a-1,Ann,Author,,\n"
    message = refuses(bare, "program", written(tmp_path / "f.csv", text))
    assert "has no hours; use the view GridSmart" in message


# Any table


def test_a_table_with_one_column_of_hours_is_read(bare: Workspace, tmp_path: Path) -> None:
    text = (
        "Time,Session,Title,Speakers,Chair\n"
        "9:00 - 9:10,,Opening remarks,,\n"
        "9:10 - 10:00,Keynote,On Samples,Ann Author (Example University),Cara Scholar\n"
        "1:00 - 2:00 pm,,Panel: Samples Tomorrow,Ann Author; Dan Reader,\n"
    )
    imports(bare, "program", written(tmp_path / "t.csv", text))
    opening, talk, panel = program_of(bare)
    assert opening == {"start": "09:00", "end": "09:10", "kind": "opening"}
    assert talk == {
        "start": "09:10",
        "end": "10:00",
        "talk": "ann-author",
        "chair": "Cara Scholar",
    }
    assert panel["panelists"] == ["ann-author", "Dan Reader"]
    assert (panel["start"], panel["end"]) == ("13:00", "14:00")


def test_a_spreadsheet_with_dates_and_times_is_read(bare: Workspace, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "Start", "Duration", "Activity", "Room"])
    sheet.append([dt.date(2026, 2, 26), dt.time(9), 30, "Town Hall", "Hall A"])
    sheet.append([dt.date(2026, 2, 26), dt.time(9), 30, "Another Hall", "Hall B"])
    source = tmp_path / "t.xlsx"
    book.save(source)
    imports(bare, "program", source)
    assert program_of(bare) == [
        {"start": "09:00", "end": "09:30", "title": "Town Hall", "room": "Hall A"},
        {"start": "09:00", "end": "09:30", "title": "Another Hall", "room": "Hall B"},
    ]


def test_columns_that_may_both_hold_titles_are_a_question(bare: Workspace, tmp_path: Path) -> None:
    text = "Start,End,Title,Talk\n09:00,09:30,Town Hall,Something\n"
    source = written(tmp_path / "t.csv", text)
    message = refuses(bare, "program", source)
    assert "add `--column title=3` or `--column title=4`" in message
    command = ("import", "program", str(source), "--edition", "2026", "--column", "title=3")
    finished = bare.run(*command)
    assert finished.code == 0, finished.output + finished.errors
    assert [slot["title"] for slot in program_of(bare)] == ["Town Hall"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("When it is,Title\n09:00,Town Hall\n", "no column is known to hold the hours"),
        ("Start,Words\n09:00,Town Hall\n", "no column is known to hold titles"),
        ("Start,Title\n1:30,Town Hall\n", "`1:30` may be 01:30 or 13:30; write it so"),
        ("Start,Title\nsoon,Town Hall\n", "`soon` is no hour; write it as 14:30"),
        ("Day,Start,Title\nsomeday,09:00,Town Hall\n", "`someday` names no day"),
        ("Start,Duration,Title\n09:00,a while,Town Hall\n", "`a while` is no duration"),
        ('Start,Title,Speakers\n09:00,Town Hall,"Suharto, Ann Author"\n', "may be one person"),
    ],
)
def test_what_is_not_sure_is_refused_with_what_to_write(
    bare: Workspace, tmp_path: Path, text: str, said: str
) -> None:
    assert said in refuses(bare, "program", written(tmp_path / "t.csv", text))


def test_several_days_need_a_column_for_them(engines: Workspace, tmp_path: Path) -> None:
    source = written(tmp_path / "t.csv", "Start,Title\n09:00,Town Hall\n")
    assert "no column is known to hold the day" in refuses(engines, "program", source, "2027")


# Cells


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-08-03", 3),
        ("3 August 2026", 3),
        ("Monday, 3 August", 3),
        ("Aug 4", 4),
        ("Day 2", 4),
        ("1", 3),
        ("Tue", 4),
        ("03/08/2026", 3),
        ("4.8.", 4),
    ],
)
def test_days_of_an_edition_are_read(text: str, day: int) -> None:
    assert day_in_cell(text, _days("2026-08-03", "2026-08-04")) == dt.date(2026, 8, day)


def test_numbers_that_may_be_two_days_are_refused() -> None:
    with pytest.raises(TwoReadingsError, match="may be 2026-03-04 or 2026-04-03"):
        day_in_cell("03/04/2026", _days("2026-08-03"))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("09:00", dt.time(9)),
        ("9.30", dt.time(9, 30)),
        ("14h30", dt.time(14, 30)),
        ("2 pm", dt.time(14)),
        ("12:15 a.m.", dt.time(0, 15)),
        ("06:30", dt.time(6, 30)),
        ("25:00", None),
        ("9.10 Uhr", dt.time(9, 10)),
        ("10h", dt.time(10)),
        ("9", None),
        ("13 pm", None),
    ],
)
def test_hours_are_read(text: str, clock: dt.time | None) -> None:
    assert clock_in_cell(text) == clock


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("09:00 – 09:30", ("09:00", "09:30")),
        ("1:00 - 2:30 pm", ("1:00 pm", "2:30 pm")),
        ("11:00 - 1:00 pm", ("11:00 am", "1:00 pm")),
        ("09:00", ("09:00", "")),
        ("9–10 Uhr", ("9 Uhr", "10 Uhr")),
        ("9:00 a.m. – 10:00 a.m.", ("9:00 a.m.", "10:00 a.m.")),
        ("9 a. m. to 10 a. m.", ("9 a. m.", "10 a. m.")),
        ("9h a 10h", ("9h", "10h")),
        ("à 9h", ("à 9h", "")),
    ],
)
def test_two_hours_in_one_cell_are_read(text: str, span: tuple[str, str]) -> None:
    assert span_in_cell(text) == span


def test_a_day_and_an_hour_in_one_cell_are_read() -> None:
    moment = moment_in_cell("3 August 2026 9:05 AM", _days("2026-08-03"))
    assert moment == dt.datetime(2026, 8, 3, 9, 5)  # noqa: DTZ001 - local


def _book(file: Path, *sheets: tuple[str, list[list[str]]]) -> Path:
    book = Workbook()
    for number, (name, rows) in enumerate(sheets):
        sheet = book.create_sheet(name, number)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[-1])
    book.save(file)
    return file


_HOURS = [["Start", "End", "Title"], ["09:00", "10:00", "A Welcome"]]
_PEOPLE = [["Full name", "Email"], ["Ann Author", "ann@example.org"]]
_PAPERS = [["Title", "Authors"], ["A Title", "Ann Author"]]


def test_of_several_sheets_the_schedule_is_read(bare: Workspace, tmp_path: Path) -> None:
    book = _book(tmp_path / "all.xlsx", ("People", _PEOPLE), ("Day", _HOURS), ("Papers", _PAPERS))
    draft = read_program(book, "2026", {}, bare.read())
    assert [slot["title"] for slot in draft.program or []] == ["A Welcome"]
    (unread,) = [found for found in draft.diagnostics if found.code == "unread-sheet"]
    assert unread.message == "of all.xlsx the sheet Day is read, and not People, Papers"


def test_two_schedules_in_one_file_are_refused(bare: Workspace, tmp_path: Path) -> None:
    book = _book(tmp_path / "days.xlsx", ("Thursday", _HOURS), ("Friday", _HOURS))
    said = r"days\.xlsx holds several schedules \(Thursday, Friday\); put them into one table"
    with pytest.raises(ImportSourceError, match=said):
        read_program(book, "2026", {}, bare.read())


def test_sheets_without_hours_name_the_other_import(bare: Workspace, tmp_path: Path) -> None:
    book = _book(
        tmp_path / "lists.xlsx", ("Rooms", [["Room", "Seats"], ["A", "3"]]), ("P", _PAPERS)
    )
    with pytest.raises(
        ImportSourceError, match="lists papers, and no hours; type `proposal import"
    ):
        read_program(book, "2026", {}, bare.read())


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ('"Boise, Idaho MST"', "09:00"),
        ("America/New_York", "07:00"),
        ("UTC-5", "07:00"),
        ("UTC", "02:00"),
        ("America/Boise", "09:00"),
    ],
)
def test_a_column_of_time_zones_says_by_which_clocks_hours_are(
    bare: Workspace, tmp_path: Path, zone: str, start: str
) -> None:
    table = f"Name,Day,StartTime,EndTime,TimeZone\nOpening,{DAY},09:00,09:10,{zone}\n"
    source = written(tmp_path / "plan.csv", table.replace("Name", "Title"))
    (slot,) = _drafted(bare, source)
    assert slot["start"] == start


def test_a_time_zone_that_is_not_understood_is_refused_with_its_cell(
    bare: Workspace, tmp_path: Path
) -> None:
    table = f"Title,Day,Start,End,Time zone\nOpening,{DAY},09:00,09:10,Local\n"
    with pytest.raises(ImportSourceError) as caught:
        _drafted(bare, written(tmp_path / "plan.csv", table))
    assert "plan.csv:2, column E: `Local` is no time zone that is understood" in str(caught.value)


def test_a_date_beside_the_number_of_a_day_is_the_day(bare: Workspace, tmp_path: Path) -> None:
    table = f"title,day,start_date,start_time,end_time\nOpening,7,{DAY},09:00,09:10\n"
    (slot,) = _drafted(bare, written(tmp_path / "plan.csv", table))
    assert (slot["start"], slot["end"]) == ("09:00", "09:10")


def test_what_a_spreadsheet_keeps_of_days_and_hours_is_read() -> None:
    (day,) = _days(DAY)
    assert day_in_cell("46079", [day]) == day.date
    assert day_in_cell("46080", [day]) is None
    assert (clock_in_cell("0.375"), clock_in_cell("0.5")) == (dt.time(9), dt.time(12))
    assert clock_in_cell("0.3751") is None


def test_hours_without_a_title_and_words_for_people_are_reported(
    bare: Workspace, tmp_path: Path
) -> None:
    table = (
        "Start,End,Categories,Title,Speaker\n09:00,09:10,Opening,,Organizers\n"
        "09:10,09:20,,,\n12:00,13:00,,Lunch break,Contributed Speakers\n09:20,09:30,,,\n"
    )
    draft = read_program(written(tmp_path / "plan.csv", table), "2026", {}, bare.read())
    assert [slot["kind"] for slot in draft.program] == ["opening", "lunch"]
    assert "speakers" not in draft.edition
    said = [found.message for found in draft.diagnostics]
    assert "2 parts have no title, and are left out (row 3, row 5)" in said
    names = (
        "“Organizers” and “Contributed Speakers” in place of people name nobody, and are left out"
    )
    assert names in said


def test_a_list_of_records_in_json_is_a_schedule(bare: Workspace, tmp_path: Path) -> None:
    records = [
        {"title": "Opening", "start": f"{DAY}T16:00:00Z", "end": f"{DAY}T16:10:00Z"},
        {"title": "Lunch", "start": f"{DAY}T12:00:00-07:00", "end": f"{DAY}T13:00:00-07:00"},
    ]
    for document in (records, {"events": records, "days": 1}):
        slots = _drafted(bare, written(tmp_path / "calendar.json", json.dumps(document)))
        found = [(slot["start"], slot["end"]) for slot in slots]
        assert found == [("09:00", "09:10"), ("12:00", "13:00")]
