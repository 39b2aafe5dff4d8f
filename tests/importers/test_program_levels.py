"""Schedules in tables whose rows are sessions, talks within them, and what does not take place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from proposal.importers.draft import Draft, ImportSourceError
from proposal.importers.program.schedule_import import read_program
from tests.importers.bringing import written
from tests.importers.written_programs import without_program
from tests.workspace import Workspace


@pytest.fixture
def bare(workspace: Workspace) -> Workspace:
    """The real workshop without its program."""
    return without_program(workspace)


def _draft(workspace: Workspace, folder: Path, table: str) -> Draft:
    source = written(folder / "agenda.csv", table)
    return read_program(source, "2026", {}, workspace.read())


def _slots(draft: Draft) -> list[dict[str, Any]]:
    program: Any = draft.program
    return [dict(slot) for slot in program]


def _talks(draft: Draft) -> list[dict[str, Any]]:
    speakers: Any = draft.edition["speakers"]
    return list(speakers)


def _messages(draft: Draft) -> str:
    return "\n".join(found.message for found in draft.diagnostics)


def test_rows_within_the_session_above_are_its_parts(bare: Workspace, tmp_path: Path) -> None:
    draft = _draft(
        bare,
        tmp_path,
        "*Date,*Time Start,*Time End,*Session or Sub-session(Sub),*Session Title,Speakers,Authors\n"
        "02/26/2026,9:00 AM,10:00 AM,Session,Session 1: Samples,Cat Chair,\n"
        "02/26/2026,9:00 AM,9:30 AM,Sub,One,,Ann Author\n"
        "02/26/2026,9:30 AM,10:00 AM,Sub,Two,,Bob Builder\n"
        "02/26/2026,10:00 AM,10:30 AM,Session,Coffee break,,\n",
    )
    session, pause = _slots(draft)
    assert [(part["start"], part["title"]) for part in session["parts"]] == [
        ("09:00", "One"),
        ("09:30", "Two"),
    ]
    assert (session["kind"], pause["kind"]) == ("papers", "break")
    assert "speakers" not in draft.edition
    assert "who does “Session 1: Samples” has no place in the program" in _messages(draft)
    assert "authors of “One” and “Two” are left out" in _messages(draft)


@pytest.mark.parametrize("talk", ["Presentation", "Submission"])
def test_hours_of_talks_go_before_those_of_their_sessions(
    bare: Workspace, tmp_path: Path, talk: str
) -> None:
    draft = _draft(
        bare,
        tmp_path,
        f"Session Title,Session Location,Session Date,Session Start,Session End,{talk} Title,"
        f"{talk} Start,{talk} End time,Presenter 1 First Name,Presenter 1 Last Name\n"
        "Stage,Hall A,02/26/2026,9:00 AM,10:00 AM,One,9:00 AM,9:30 AM,Ann,Author\n"
        "Stage,Hall A,02/26/2026,9:00 AM,10:00 AM,Two,9:30 AM,10:00 AM,Bob,Builder\n"
        "Lunch,Foyer,02/26/2026,12:00 PM,1:00 PM,,,,,\n",
    )
    stage, lunch = _slots(draft)
    assert [(part["start"], part["end"]) for part in stage["parts"]] == [
        ("09:00", "09:30"),
        ("09:30", "10:00"),
    ]
    assert (lunch["start"], lunch["kind"], lunch["room"]) == ("12:00", "lunch", "Foyer")
    speakers: Any = draft.edition["speakers"]
    assert [talk["title"] for talk in speakers] == ["One", "Two"]


@pytest.mark.parametrize(
    ("heading", "kept", "off"),
    [
        ("Published (Y/N)", "Y", "N"),
        ("Status", "Confirmed", "Cancelled"),
        ("Cancelled", "no", "yes"),
        ("Status", "", "Withdrawn"),
    ],
)
def test_what_does_not_take_place_is_left_out_which_is_said(
    bare: Workspace, tmp_path: Path, heading: str, kept: str, off: str
) -> None:
    draft = _draft(
        bare,
        tmp_path,
        f"Date,Start,End,Title,{heading}\n"
        f"2026-02-26,9:00,9:10,Opening,{kept}\n2026-02-26,9:10,10:00,Moot point,{off}\n",
    )
    assert [slot["start"] for slot in _slots(draft)] == ["09:00"]
    assert "“Moot point” is cancelled or not published there, and left out" in _messages(draft)


def test_the_type_of_a_session_says_that_a_talk_is_a_keynote(
    bare: Workspace, tmp_path: Path
) -> None:
    draft = _draft(
        bare,
        tmp_path,
        "Title,Start Date & Time,End Date & Time,Type of Session,Speakers\n"
        "On Engines,2/26/2026 9:15,2/26/2026 10:00,Keynote,Ada Placeholder\n"
        "Session 1,2/26/2026 10:30,2/26/2026 12:00,Paper session,Ann Author; Bob Builder\n",
    )
    speakers: Any = draft.edition["speakers"]
    assert [(talk["role"], talk["title"]) for talk in speakers] == [("keynote", "On Engines")]
    assert _slots(draft)[1]["kind"] == "papers"
    assert "who does “Session 1” has no place in the program" in _messages(draft)


@pytest.mark.parametrize(
    ("title", "role"), [("Keynote", "keynote"), ("Keynote 2", "keynote"), ("Invited talk", "talk")]
)
def test_a_title_that_is_only_the_role_is_no_title_of_a_talk(
    bare: Workspace, tmp_path: Path, title: str, role: str
) -> None:
    row = f"2026-02-26,9:15,10:00,{title},Ada Placeholder"
    draft = _draft(bare, tmp_path, f"Date,Start,End,Title,Speaker\n{row}\n")
    (talk,) = _talks(draft)
    assert (talk["role"], "title" in talk) == (role, False)


HOURS = "Start ({0}),End ({0}),Title\n{1},{2},Opening\n"


@pytest.mark.parametrize("clock", ["UTC", "GMT", "UTC+0"])
def test_hours_below_a_heading_with_utc_are_converted(
    bare: Workspace, tmp_path: Path, clock: str
) -> None:
    draft = _draft(bare, tmp_path, HOURS.format(clock, "16:00", "16:10"))
    assert [slot["start"] for slot in _slots(draft)] == ["09:00"]  # in Boise, in winter
    assert "converted-hours" in [found.code for found in draft.diagnostics]


@pytest.mark.parametrize("clock", ["MST", "MT", "UTC-7"])
def test_hours_below_a_heading_with_the_venues_own_clock_stay(
    bare: Workspace, tmp_path: Path, clock: str
) -> None:
    draft = _draft(bare, tmp_path, HOURS.format(clock, "09:00", "09:10"))
    assert [slot["start"] for slot in _slots(draft)] == ["09:00"]


def test_hours_at_half_an_hour_from_utc_are_converted(bare: Workspace, tmp_path: Path) -> None:
    draft = _draft(bare, tmp_path, HOURS.format("UTC+5:30", "21:30", "21:40"))
    assert [slot["start"] for slot in _slots(draft)] == ["09:00"]


def test_of_hours_by_two_clocks_those_of_the_venue_count(bare: Workspace, tmp_path: Path) -> None:
    table = "Time (CET),Time (MST),Title\n17:00-17:10,09:00-09:10,Opening\n"
    assert [slot["start"] for slot in _slots(_draft(bare, tmp_path, table))] == ["09:00"]


def test_hours_by_the_clocks_of_another_place_are_refused(bare: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ImportSourceError, match="not those of the venue's clocks"):
        _draft(bare, tmp_path, HOURS.format("CET", "17:00", "17:10"))
