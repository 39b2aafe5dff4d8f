"""Schedules of pretalx, frab, Indico, Sessionize and calendars, as an edition takes them in."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from proposal.importers.program.calendar_file import program_of_calendar
from tests.importers.bringing import NOTHING_NEW, imports, refuses, written
from tests.importers.written_programs import program_of, without_program
from tests.some import some
from tests.workspace import Workspace

DAY = "2026-02-26"


def _frab(*events: dict[str, Any], zone: str = "America/Boise") -> str:
    usual = {"type": "Talk", "persons": [], "duration": "00:30"}
    rooms: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        rooms.setdefault(event.get("room", "Hall"), []).append(usual | event)
    days = [{"index": 1, "date": DAY, "day_start": f"{DAY}T06:00:00-07:00", "rooms": rooms}]
    conference = {"title": "Placeholder Workshop", "time_zone_name": zone, "days": days}
    generator = {"name": "pretalx", "version": "2026.2.1"}
    return json.dumps({"generator": generator, "schedule": {"conference": conference}})


def _event(title: str, clock: str = "09:00", **more: Any) -> dict[str, Any]:
    return {"title": title, "date": f"{DAY}T{clock}:00-07:00", "start": clock, **more}


def _speakers(workspace: Workspace) -> list[dict[str, Any]]:
    text = (workspace.data / "editions/2026/edition.yaml").read_text(encoding="utf-8")
    loaded: list[dict[str, Any]] = yaml.load(text, yaml.BaseLoader)["speakers"]  # noqa: S506 - makes texts alone
    return loaded


# Papers, talks and people


def test_a_paper_is_found_by_its_title_and_its_presenter_is_marked(
    workspace: Workspace, tmp_path: Path
) -> None:
    title = "Selective LLM-guided regularization for enhancing recommendation models"
    event = _event(title, persons=[{"name": "Shanglin Yang"}], type="Paper")
    imports(without_program(workspace), "program", written(tmp_path / "s.json", _frab(event)))
    (slot,) = program_of(workspace)
    assert slot == {"start": "09:00", "end": "09:30", "papers": ["selective-regularization"]}
    (paper,) = next(iter(workspace.edition("2026").schedule)).papers
    assert [author.name for author in paper.presenters] == ["Shanglin Yang"]


def test_a_title_in_other_words_with_the_same_people_is_reported(
    workspace: Workspace, tmp_path: Path
) -> None:
    title = "InsertRank: LLMs Reason over BM25 Scores to Improve Listwise Reranking"
    event = _event(title, persons=[{"name": "Rahul Seetharaman"}])
    source = written(tmp_path / "s.json", _frab(event))
    finished = imports(without_program(workspace), "program", source)
    assert program_of(workspace)[0]["papers"] == ["insertrank"]
    assert "[two-titles]" in finished.output


def test_the_same_words_of_other_people_are_another_talk(
    workspace: Workspace, tmp_path: Path
) -> None:
    title = "InsertRank: LLMs Reason over BM25 Scores to Improve Listwise Reranking"
    event = _event(title, persons=[{"name": "Bob Builder"}])
    finished = imports(
        without_program(workspace), "program", written(tmp_path / "s.json", _frab(event))
    )
    assert program_of(workspace)[0]["talk"] == "bob-builder"
    assert "[unlisted-talk]" in finished.output


def test_a_keynote_of_a_known_speaker_is_that_talk(workspace: Workspace, tmp_path: Path) -> None:
    event = _event("Keynote", persons=[{"name": "Meng Jiang"}], type="Keynote")
    imports(without_program(workspace), "program", written(tmp_path / "s.json", _frab(event)))
    assert program_of(workspace) == [{"start": "09:00", "end": "09:30", "talk": "meng-jiang"}]


def test_a_new_keynote_gets_an_entry_and_a_file(workspace: Workspace, tmp_path: Path) -> None:
    person = {"name": "Prof. Ann Author", "biography": "Ann writes *placeholders*."}
    event = _event("On Samples", persons=[person], type="Keynote", abstract="We show it.")
    imports(without_program(workspace), "program", written(tmp_path / "s.json", _frab(event)))
    assert _speakers(workspace)[-1] == {
        "person": "ann-author",
        "role": "keynote",
        "status": "confirmed",
        "title": "On Samples",
        "abstract": "We show it.",
    }
    file = (workspace.data / "people/ann-author.yaml").read_text(encoding="utf-8")
    assert r"Ann writes \*placeholders\*." in file
    assert "honorific: Prof." in file


def test_two_talks_of_one_person_stay_two(workspace: Workspace, tmp_path: Path) -> None:
    people = [{"name": "Ann Author"}]
    events = (
        _event("On First Samples", persons=people),
        _event("On Second Samples", "10:00", persons=people),
    )
    imports(without_program(workspace), "program", written(tmp_path / "s.json", _frab(*events)))
    titles = [slot.talk.title for slot in workspace.edition("2026").schedule if slot.talk]
    assert titles == ["On First Samples", "On Second Samples"]


def test_a_second_talk_of_a_known_speaker_is_not_the_first(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = _event("On First Samples", persons=[{"name": "Ann Author"}])
    source = written(tmp_path / "s.json", _frab(first))
    imports(without_program(workspace), "program", source)
    second = _event("Something Else Entirely", "10:00", persons=[{"name": "Ann Author"}])
    imports(workspace, "program", written(tmp_path / "s.json", _frab(second, first)))
    titles = [slot.talk.title for slot in workspace.edition("2026").schedule if slot.talk]
    assert titles == ["On First Samples", "Something Else Entirely"]


@pytest.mark.parametrize(
    ("title", "kind", "said"),
    [
        ("Coffee break", "break", "Coffee break"),
        ("Lunch (on your own)", "lunch", "Lunch (on your own)"),
        ("Opening remarks", "opening", None),
        ("Workshop dinner", "social", "Workshop dinner"),
        ("Panel: Samples Tomorrow", "panel", "Panel: Samples Tomorrow"),
        ("Breaking the Lunch Barrier", None, "Breaking the Lunch Barrier"),
        ("A First Placeholder Paper", None, "A First Placeholder Paper"),
        ("Oral Session 2", "papers", "Oral Session 2"),
    ],
)
def test_a_part_without_people_has_the_kind_that_its_title_surely_names(
    workspace: Workspace, tmp_path: Path, title: str, kind: str | None, said: str | None
) -> None:
    source = written(tmp_path / "s.json", _frab(_event(title, type="Other")))
    imports(without_program(workspace), "program", source)
    (slot,) = program_of(workspace)
    assert (slot.get("kind"), slot.get("title")) == (kind, said)


def test_people_of_a_part_that_has_no_place_for_them_are_reported(
    workspace: Workspace, tmp_path: Path
) -> None:
    event = _event("Opening: Welcome", persons=[{"name": "Ann Author"}], type="Other")
    event["abstract"] = "Come all."
    source = written(tmp_path / "s.json", _frab(event))
    finished = imports(without_program(workspace), "program", source)
    assert program_of(workspace)[0]["kind"] == "opening"
    assert "descriptions of “Opening: Welcome” are left out" in finished.output
    assert "[left-out-people]" in finished.output


def test_a_talk_that_is_given_twice_has_one_entry(workspace: Workspace, tmp_path: Path) -> None:
    people = [{"name": "Ann Author"}]
    events = (
        _event("On Samples", persons=people, abstract="We show it."),
        _event("On Samples", "10:00", persons=people, abstract="We show it again."),
        _event("On Samples", "11:00"),
    )
    imports(without_program(workspace), "program", written(tmp_path / "s.json", _frab(*events)))
    assert [slot["talk"] for slot in program_of(workspace)] == ["ann-author"] * 3
    assert _speakers(workspace)[-1]["abstract"] == "We show it."


@pytest.mark.parametrize("name", ["annie", "Annie", "Ann Author (annie)"])
def test_a_name_that_reads_as_something_else_stays_a_name(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    event = _event("On Samples", persons=[{"name": name}])
    imports(without_program(workspace), "program", written(tmp_path / "s.json", _frab(event)))
    assert _speakers(workspace)[-1]["person"] == {"name": name}
    (slot,) = workspace.edition("2026").schedule
    assert slot.talk is not None
    assert slot.talk.names == name


def test_html_of_an_editor_and_ends_of_lines_are_read(workspace: Workspace, tmp_path: Path) -> None:
    events = (
        _event("On HTML", persons=[{"name": "Ann Author"}], abstract="<p>We <em>show</em> it.</p>"),
        _event("On Text", "10:00", persons=[{"name": "Bob Writer"}], abstract="One.\r\n\r\nTwo."),
    )
    imports(without_program(workspace), "program", written(tmp_path / "s.json", _frab(*events)))
    abstracts = [one["abstract"].strip() for one in _speakers(workspace)[-2:]]
    assert abstracts == ["We *show* it.", "One.\n\nTwo."]


# Hours and days


def test_hours_of_another_zone_are_converted_and_reported(
    workspace: Workspace, tmp_path: Path
) -> None:
    event = {"title": "Opening remarks", "date": f"{DAY}T16:00:00+00:00", "start": "16:00"}
    source = written(tmp_path / "s.json", _frab(event, zone="UTC"))
    finished = imports(without_program(workspace), "program", source)
    assert program_of(workspace)[0]["start"] == "09:00"
    assert "16:00 there is 09:00 here [converted-hours]" in finished.output


def test_hours_without_a_zone_are_local_and_reported(workspace: Workspace, tmp_path: Path) -> None:
    session = {"title": "Opening remarks", "speakers": [], "id": "1"}
    session |= {"startsAt": f"{DAY}T09:00:00", "endsAt": f"{DAY}T09:30:00"}
    source = written(tmp_path / "s.json", json.dumps([{"groupName": "All", "sessions": [session]}]))
    finished = imports(without_program(workspace), "program", source)
    assert program_of(workspace)[0]["start"] == "09:00"
    assert "America/Boise is taken [local-hours]" in finished.output


def test_what_is_on_other_days_is_left_out_and_reported(
    workspace: Workspace, tmp_path: Path
) -> None:
    other = {"title": "Another Day", "date": "2026-02-25T09:00:00-07:00", "start": "09:00"}
    source = written(tmp_path / "s.json", _frab(_event("Opening remarks"), other))
    finished = imports(without_program(workspace), "program", source)
    assert len(program_of(workspace)) == 1
    assert "1 part on 2026-02-25 is left out: “Another Day”" in finished.output


def test_a_schedule_of_other_days_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    other = {"title": "Another Day", "date": "2025-02-25T09:00:00-07:00", "start": "09:00"}
    source = written(tmp_path / "s.json", _frab(other))
    message = refuses(workspace, "program", source)
    assert (
        "this schedule is on 2025-02-25, and the edition is on 2026-02-26; correct `when`"
        in message
    )


def test_an_end_that_nobody_says_stands_in_and_is_reported(
    workspace: Workspace, tmp_path: Path
) -> None:
    events = (
        _event("Opening remarks", duration=""),
        _event("Coffee break", "09:20", duration="", type="Other"),
    )
    source = written(tmp_path / "s.json", _frab(*events))
    finished = imports(without_program(workspace), "program", source)
    assert [(slot["end"], slot["tentative"]) for slot in program_of(workspace)] == [
        ("09:20", "true"),
        ("09:50", "true"),
    ]
    assert finished.output.count("[to-confirm]") == 2


def test_what_lasts_longer_than_a_day_or_ends_too_early_is_left_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    events = (
        _event("Opening remarks"),
        _event("An Exhibition", duration="2:00:00"),
        _event("A Riddle", end=f"{DAY}T08:00:00-07:00"),
    )
    source = written(tmp_path / "s.json", _frab(*events))
    finished = imports(without_program(workspace), "program", source)
    assert len(program_of(workspace)) == 1
    assert "“An Exhibition” lasts a day or longer" in finished.output
    assert "“A Riddle” ends before it begins" in finished.output


def test_two_hours_of_one_event_are_reported(workspace: Workspace, tmp_path: Path) -> None:
    source = written(tmp_path / "s.json", _frab(_event("Opening remarks") | {"start": "10:00"}))
    finished = imports(without_program(workspace), "program", source)
    assert program_of(workspace)[0]["start"] == "09:00"
    assert "[two-hours]" in finished.output


def test_an_hour_outside_of_all_calendars_is_left_out(workspace: Workspace, tmp_path: Path) -> None:
    far = {"title": "At the End", "date": "9999-12-31T23:00:00-07:00", "start": "23:00"}
    source = written(tmp_path / "s.json", _frab(_event("Opening remarks"), far))
    finished = imports(without_program(workspace), "program", source)
    assert "1 part on 9999-12-31 is left out: “At the End”" in finished.output


# Rooms and tracks


def test_parallel_rooms_stand_side_by_side(workspace: Workspace, tmp_path: Path) -> None:
    events = (
        _event("A First Thing", room="Hall A"),
        _event("A Second Thing", room="Hall B"),
    )
    imports(without_program(workspace), "program", written(tmp_path / "s.json", _frab(*events)))
    assert [slot["room"] for slot in program_of(workspace)] == ["Hall A", "Hall B"]
    assert "room" not in (workspace.data / "editions/2026/edition.yaml").read_text(encoding="utf-8")


def test_tracks_that_are_themes_are_left_out_and_reported(
    workspace: Workspace, tmp_path: Path
) -> None:
    events = (
        _event("A First Thing", room="Hall A", track="Samples"),
        _event("A Second Thing", room="Hall B", track="Samples"),
        _event("A Third Thing", "10:00", room="Hall B", track="Others"),
    )
    source = written(tmp_path / "s.json", _frab(*events))
    finished = imports(without_program(workspace), "program", source)
    assert all("track" not in slot for slot in some(program_of(workspace)))
    assert "tracks are left out, since several parts of one are at the same time: Samples" in (
        finished.output
    )


# Comparison


def test_what_was_moved_is_moved_and_what_is_off_is_reported(
    workspace: Workspace, tmp_path: Path
) -> None:
    events = (
        _event("Keynote", persons=[{"name": "Meng Jiang"}], type="Keynote"),
        _event("Town Hall", "11:00"),
        _event("Closing remarks", "12:00"),
    )
    source = written(tmp_path / "s.json", _frab(*events))
    imports(without_program(workspace), "program", source)
    moved = _event("Keynote", "14:00", persons=[{"name": "Meng Jiang"}], type="Keynote")
    source = written(tmp_path / "s.json", _frab(moved, events[2]))
    finished = workspace.run("import", "program", str(source), "--edition", "2026")
    assert "`meng-jiang` at 09:00 → at another time" in finished.output
    assert "`Town Hall` at 11:00 is not in the schedule any more" in finished.output
    assert [(slot["start"], slot.get("talk")) for slot in program_of(workspace)] == [
        ("11:00", None),
        ("12:00", None),
        ("14:00", "meng-jiang"),
    ]
    again = workspace.run("import", "program", str(source), "--edition", "2026")
    assert NOTHING_NEW in again.output


def test_hours_of_single_papers_become_parts_of_their_session(
    workspace: Workspace, tmp_path: Path
) -> None:
    (first, _) = [slot for slot in workspace.edition("2026").schedule if slot.papers]
    papers = {paper.id: paper.title for paper in first.papers}
    clocks = ("11:00", "11:15", "11:30")
    events = [
        _event(title, clock, duration="00:15")
        for title, clock in zip(papers.values(), clocks, strict=True)
    ]
    source = written(tmp_path / "s.json", _frab(*events))
    workspace.append("editions/2026/edition.yaml", "room: Hall\n")
    workspace.run("import", "program", str(source), "--edition", "2026")
    (session,) = [slot for slot in program_of(workspace) if slot.get("title") == "Oral Session 1"]
    assert [(part["start"], part["papers"]) for part in session["parts"]] == [
        (clock, [name]) for clock, name in zip(clocks, papers, strict=True)
    ]
    assert "papers" not in session
    assert (session["start"], session["end"]) == ("11:00", "11:45")


# Each system


def test_events_of_frab_in_xml_are_read(workspace: Workspace, tmp_path: Path) -> None:
    text = f"""<?xml version="1.0"?>
<schedule><generator name="frab" version="0.7"/><conference><title>Placeholder</title>
<time_zone_name>America/Boise</time_zone_name></conference>
<day index="1" date="{DAY}" start="{DAY}T08:00:00-07:00" end="{DAY}T20:00:00-07:00">
<room name="Hall"><event id="7"><start>09:00</start><duration>00:30</duration>
<title>On Samples</title><subtitle>A Start</subtitle><type>keynote</type><track/>
<abstract>We show &lt;b&gt;.</abstract><persons><person id="1">Ann Author</person></persons>
<links><link href="https://example.org/slides.pdf">Slides</link>
<link href="https://example.org/page">A page</link></links></event></room></day></schedule>"""
    source = written(tmp_path / "s.xml", text)
    finished = imports(without_program(workspace), "program", source)
    assert "recognized as frab, schedule, 1 talk [recognized-export]" in finished.output
    speaker = _speakers(workspace)[-1]
    assert speaker["title"] == "On Samples: A Start"
    assert speaker["slides"] == "https://example.org/slides.pdf"
    assert "1 link is neither slides nor a recording" in finished.output


def test_xml_that_defines_entities_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    text = (
        '<!DOCTYPE schedule [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
        "<schedule><day><room><event><title>&b;</title></event></room></day></schedule>"
    )
    message = refuses(workspace, "program", written(tmp_path / "s.xml", text))
    assert "a document type in its XML" in message


def test_a_timetable_of_indico_has_sessions_with_parts_and_conveners(
    workspace: Workspace, tmp_path: Path
) -> None:
    def when(clock: str) -> dict[str, str]:
        return {"date": DAY, "time": f"{clock}:00", "tz": "America/Boise"}

    def entry(kind: str, title: str, start: str, end: str, **more: Any) -> dict[str, Any]:
        hours = {"startDate": when(start), "endDate": when(end)}
        return {"entryType": kind, "title": title, "room": "Hall", **hours, **more}

    insertrank = "InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking"
    author = {"firstName": "Rahul", "familyName": "Seetharaman", "affiliation": ""}
    chair = {"firstName": "Ann", "familyName": "Author", "affiliation": "Example University"}
    inner = {
        "c1": entry("Contribution", insertrank, "09:00", "09:20", presenters=[author]),
        "b2": entry("Break", "Coffee", "09:20", "09:30"),
    }
    block = entry("Session", "Papers", "09:00", "09:30", entries=inner, conveners=[chair])
    days = {"20260226": {"s1": block, "b3": entry("Break", "Photo", "09:30", "09:40")}}
    source = written(tmp_path / "t.json", json.dumps({"results": {"1": days}}))
    imports(without_program(workspace), "program", source)
    session, pause = program_of(workspace)
    assert session["chair"] == {"name": "Ann Author", "affiliation": "Example University"}
    assert session["parts"] == [
        {"start": "09:00", "end": "09:20", "papers": ["insertrank"]},
        {"start": "09:20", "end": "09:30", "title": "Coffee"},
    ]
    assert (pause["kind"], pause["title"]) == ("break", "Photo")


def test_a_session_of_posters_lists_papers_without_hours(
    workspace: Workspace, tmp_path: Path
) -> None:
    hours = {
        key: {"date": DAY, "time": clock, "tz": "America/Boise"}
        for key, clock in (("startDate", "09:00:00"), ("endDate", "10:00:00"))
    }
    (first, _) = [slot for slot in workspace.edition("2026").schedule if slot.papers]
    titles = [paper.title for paper in first.papers[:2]]
    inner = {
        f"c{number}": {"entryType": "Contribution", "title": title, **hours}
        for number, title in enumerate([*titles, "A Poster of Others"])
    }
    block = {"entryType": "Session", "title": "Posters", "isPoster": True, "entries": inner}
    days = {"20260226": {"s1": block | hours}}
    source = written(tmp_path / "t.json", json.dumps({"results": {"1": days}}))
    finished = imports(without_program(workspace), "program", source)
    (slot,) = program_of(workspace)
    assert slot["kind"] == "posters"
    assert slot["papers"] == ["agp", "insertrank"]
    assert "“A Poster of Others” cannot stand in “Posters”" in finished.output


def test_sessionize_names_people_and_rooms_by_ids(workspace: Workspace, tmp_path: Path) -> None:
    session = {
        "id": "1",
        "title": "On Samples",
        "startsAt": f"{DAY}T09:00:00",
        "endsAt": f"{DAY}T09:30:00",
        "speakers": ["a-1"],
        "roomId": 5,
        "categoryItems": [8],
        "recordingUrl": "https://example.org/video",
    }
    declined = session | {"id": "2", "title": "No", "status": "Declined"}
    everything = {
        "sessions": [session, declined, {"id": "3", "title": "Later", "startsAt": None}],
        "speakers": [{"id": "a-1", "fullName": "Ann Author", "bio": "Ann writes."}],
        "rooms": [{"id": 5, "name": "Hall"}],
        "categories": [{"title": "Session format", "items": [{"id": 8, "name": "Keynote"}]}],
        "questions": [],
    }
    source = written(tmp_path / "all.json", json.dumps(everything))
    finished = imports(without_program(workspace), "program", source)
    speaker = _speakers(workspace)[-1]
    assert (speaker["role"], speaker["video"]) == ("keynote", "https://example.org/video")
    assert "1 submission was not accepted" in finished.output
    assert "“Later” has no time yet" in finished.output


def test_the_view_of_speakers_is_refused_with_advice(workspace: Workspace, tmp_path: Path) -> None:
    speakers = [{"id": "a-1", "fullName": "Ann Author", "isTopSpeaker": False, "sessions": []}]
    source = written(tmp_path / "speakers.json", json.dumps(speakers))
    assert "export the view GridSmart" in refuses(workspace, "program", source)


def test_slots_of_pretalx_are_read_with_breaks(workspace: Workspace, tmp_path: Path) -> None:
    hours = {"start": f"{DAY}T09:00:00-07:00", "end": f"{DAY}T09:30:00-07:00"}
    submission = {
        "code": "ABC123",
        "title": "On Samples",
        "speakers": [{"code": "AAAAAA", "name": "Ann Author", "biography": ""}],
        "submission_type": {"name": {"en": "Keynote", "de": "Hauptvortrag"}},
        "track": None,
        "abstract": "We show it.",
    }
    later = {"start": f"{DAY}T09:30:00-07:00", "end": f"{DAY}T10:00:00-07:00"}
    slots = [
        hours | {"room": {"name": {"en": "Hall"}}, "submission": submission},
        later | {"room": {"name": "Hall"}, "submission": None, "description": {"en": "Lunch"}},
        later | {"room": {"name": "Hall"}, "submission": None, "slot_type": "blocker"},
    ]
    source = written(tmp_path / "slots.json", json.dumps({"count": 3, "results": slots}))
    imports(without_program(workspace), "program", source)
    assert [slot.get("kind", slot.get("talk")) for slot in program_of(workspace)] == [
        "ann-author",
        "lunch",
    ]


def test_slots_that_name_talks_by_numbers_are_refused_with_the_address(
    workspace: Workspace, tmp_path: Path
) -> None:
    slot = {"start": f"{DAY}T09:00:00Z", "end": None, "room": 5, "submission": "ABC123"}
    source = written(tmp_path / "slots.json", json.dumps({"results": [slot]}))
    assert "?expand=slots,slots.room" in refuses(workspace, "program", source)


def _calendar(*events: str, more: str = "") -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *more.splitlines()]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.splitlines(), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _ics(name: str, start: str = "DTSTART:20260226T160000Z", *more: str) -> str:
    return "\n".join([f"UID:{name}@example.org", f"SUMMARY:{name}", start, *more])


def test_events_in_utc_in_a_zone_and_without_one_are_read(
    workspace: Workspace, tmp_path: Path
) -> None:
    text = _calendar(
        _ics(
            "Town Hall",
            "DTSTART:20260226T160000Z",
            "DURATION:PT30M",
            "LOCATION:Hall",
            "DESCRIPTION:Come all",
        ),
        _ics(
            "Coffee break",
            "DTSTART;TZID=Europe/Berlin:20260226T173000",
            "DTEND;TZID=Europe/Berlin:20260226T180000",
            "LOCATION:Hall\\, Boise\\, Idaho\\, USA",
        ),
        _ics("Closing remarks", "DTSTART:20260226T100000", "DTEND:20260226T101500"),
        _ics("All Day", "DTSTART;VALUE=DATE:20260226"),
        _ics("Weekly", "DTSTART:20260226T160000Z", "DURATION:PT30M", "RRULE:FREQ=WEEKLY"),
        _ics("Off", "DTSTART:20260226T180000Z", "DURATION:PT30M", "STATUS:CANCELLED"),
    )
    source = written(tmp_path / "s.ics", text)
    finished = imports(without_program(workspace), "program", source)
    assert [(slot["start"], slot["end"]) for slot in program_of(workspace)] == [
        ("09:00", "09:30"),
        ("09:30", "10:00"),
        ("10:00", "10:15"),
    ]
    assert "1 event is of whole days, and left out: “All Day”" in finished.output
    assert "1 event has a description, of which nothing is taken" in finished.output
    assert "repeated by a rule (RRULE, RDATE), and left out: “Weekly”" in finished.output
    assert "“Off” is cancelled, and left out" in finished.output
    assert "room: Hall\n" in (workspace.data / "editions/2026/edition.yaml").read_text()


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        # Clocks in Berlin go from 2:00 to 3:00 on 29 March 2026, from 3:00 to 2:00 on 25 October.
        ("20260328T220000", "PT8H", "2026-03-29T07:00+02:00"),
        ("20261024T220000", "PT8H", "2026-10-25T05:00+01:00"),
        ("20260328T100000", "P1D", "2026-03-29T10:00+02:00"),
        ("20260328T100000", "P1DT2H", "2026-03-29T12:00+02:00"),
        ("20260328T100000", "PT24H", "2026-03-29T11:00+02:00"),
        ("20261024T100000", "PT24H", "2026-10-25T09:00+01:00"),
        ("20261024T100000", "PT1440M", "2026-10-25T09:00+01:00"),
        ("20260226T100000", "PT90M", "2026-02-26T11:30+01:00"),
    ],
)
def test_days_are_of_the_calendar_and_hours_are_those_that_pass(
    start: str, length: str, end: str
) -> None:
    event = _ics("Challenge", f"DTSTART;TZID=Europe/Berlin:{start}", f"DURATION:{length}")
    (session,) = program_of_calendar(_calendar(event).encode()).sessions
    assert session.end is not None
    assert session.end.isoformat(timespec="minutes") == end


def test_a_zone_that_nobody_knows_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    text = _calendar(_ics("Town Hall", "DTSTART;TZID=Nowhere/Else:20260226T090000"))
    message = refuses(workspace, "program", written(tmp_path / "s.ics", text))
    assert "“Town Hall” is in the time zone `Nowhere/Else`" in message


def test_a_zone_that_the_calendar_defines_is_known(workspace: Workspace, tmp_path: Path) -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Our Zone\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE"
    )
    event = _ics("Town Hall", "DTSTART;TZID=Our Zone:20260226T170000", "DURATION:PT1H")
    source = written(tmp_path / "s.ics", _calendar(event, more=zone))
    imports(without_program(workspace), "program", source)
    assert program_of(workspace)[0]["start"] == "09:00"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("s.ics", "BEGIN:VCALENDAR\nnonsense\nEND:VCALENDAR", "cannot be read"),
        ("s.ics", _calendar(), "no event with hours"),
        ("s.ics", _calendar(_ics("Town Hall", "DTSTART:soon")), "no event with hours"),
        ("s.json", "{}", "no schedule that is known here"),
        ("s.json", '{"schedule": {"conference": {"days": [1, null, {}]}}}', "an hour"),
        ("s.json", "[1, 2]", "no schedule that is known here"),
        ("s.json", '{"results": {"1": {"x": {"s1": 5}}}}', "no schedule that is known here"),
        ("s.xml", "<schedule><day/></schedule>", "an hour"),
        ("s.xml", "<schedule>", "no XML that can be read"),
    ],
)
def test_what_is_no_schedule_is_refused_in_one_line(
    workspace: Workspace, tmp_path: Path, name: str, text: str, said: str
) -> None:
    assert said in refuses(workspace, "program", written(tmp_path / name, text))


def test_an_edition_that_is_not_there_is_named(workspace: Workspace, tmp_path: Path) -> None:
    source = written(tmp_path / "s.json", _frab(_event("Opening remarks")))
    message = refuses(workspace, "program", source, "2031")
    assert "there is no edition 2031 in data/" in message


def test_what_a_text_says_is_text(workspace: Workspace, tmp_path: Path) -> None:
    title = "{{ 7 * 7 }} \\input{x} <b>bold</b> $(rm -rf /)"
    event = _event(title, type="Other")
    source = written(tmp_path / "s.json", _frab(event))
    imports(without_program(workspace), "program", source)
    (slot,) = workspace.edition("2026").schedule
    assert slot.title == "7 * 7 bold $(rm -rf /)"
    assert slot.start.time() == dt.time(9)


def test_titles_are_read_as_those_of_lists_of_papers(workspace: Workspace, tmp_path: Path) -> None:
    events = (
        _event("Parallel $x_1$ at $5", persons=[{"name": "Ann Author"}]),
        _event(
            "A <b>new</b> &lt;i&gt;sample&lt;/i&gt;", "10:00", persons=[{"name": "Bob Builder"}]
        ),
        _event("Meet $x_1$ <b>here</b>", "11:00", type="Other"),
    )
    source = written(tmp_path / "s.json", _frab(*events))
    finished = imports(without_program(workspace), "program", source)
    titles = [one["title"] for one in _speakers(workspace)[-2:]]
    assert titles == [r"Parallel $x_1$ at \$5", "A new sample"]
    assert program_of(workspace)[-1]["title"] == "Meet x₁ here"
    assert "the emphasis of “new”, “sample”, “here” is left out [plain-title]" in finished.output
