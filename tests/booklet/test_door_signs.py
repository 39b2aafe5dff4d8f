"""At each door hangs a sign that says what happens behind it, in letters as large as can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.booklet.door_signs import DoorSign, door_signs
from proposal.edition.public import public
from tests.workspace import Workspace


@pytest.fixture(scope="module")
def signs(tmp_path_factory: pytest.TempPathFactory) -> list[DoorSign]:
    workspace = Workspace.of_careful_engines(tmp_path_factory.mktemp("engines"))
    return list(door_signs(public(workspace.edition("2027"))))


def test_rooms_come_before_what_happens_in_them_day_by_day(signs: list[DoorSign]) -> None:
    said = [(sign.day.date.day, sign.title, sign.room, sign.hours) for sign in signs]
    assert said == [
        (25, "Hall 1", "Hall 1", "14:00–17:00"),
        (25, "Hall 3", "Hall 3", "15:30–17:00"),
        (25, "Opening remarks", "Hall 1", "14:00–14:10"),
        (25, "Compilers with Care", "Hall 1", "14:10–15:00"),
        (25, "Oral Session 1", "Hall 1", "15:30–17:00"),
        (25, "Town Hall", "Hall 3", "15:30–16:00"),
        (25, "Paper presentations", "Hall 3", "16:00–17:00"),
        (25, "Night of Engines", "", "22:00–00:30"),
        (26, "Hall 2", "Hall 2", "09:00–13:00"),
        (26, "Tutorial (cancelled)", "Hall 2", "09:00–10:00"),
        (26, "Engines Tomorrow", "Hall 2", "10:00–11:00"),
        (26, "Poster session", "Hall 2", "11:00–12:50"),
        (26, "Closing remarks", "Hall 2", "12:50–13:00"),
    ]


def test_a_session_after_midnight_is_of_the_next_day(engines: Workspace) -> None:
    program = "editions/2027/program.yaml"
    engines.replace(program, "start: 22:00, end: 00:30, next_day: true", "start: 0:10, end: 0:30")
    night = [sign for sign in door_signs(engines.edition("2027")) if sign.hours == "00:10–00:30"]
    assert [sign.day.isoformat() for sign in night] == ["2027-02-26"]


def test_a_room_lists_its_sessions_alone(signs: list[DoorSign]) -> None:
    hall = next(sign for sign in signs if sign.title == "Hall 3")
    assert [slot.title for slot in hall.sessions] == ["Town Hall", "Paper presentations"]


@pytest.mark.parametrize(
    ("title", "points"),
    [("Town Hall", 64), ("A " + "W" * 30, 38), ("W" * 200, 14), ("", 64)],
)
def test_the_longest_word_of_a_title_fits_in_a_line(
    title: str, points: int, signs: list[DoorSign]
) -> None:
    assert DoorSign(title, "", signs[0].day, "").points == points


def test_without_a_program_nothing_is_printed(tmp_path: Path) -> None:
    workspace = Workspace.of_careful_engines(tmp_path)
    (workspace.data / "editions/2027/program.yaml").unlink()
    finished = workspace.run("booklet", "2027")
    assert finished.code == 1
    assert "has no program, of which a booklet could be made" in finished.output
    assert not (workspace.root / "build" / "2027" / "door-signs.pdf").exists()


def test_nobody_gets_a_booklet_of_an_edition_that_is_cancelled(tmp_path: Path) -> None:
    workspace = Workspace.of_careful_engines(tmp_path)
    workspace.append("editions/2027/edition.yaml", "\nstatus: cancelled\n")
    finished = workspace.run("booklet", "2027")
    assert finished.code == 1
    assert "WCE 2027 is cancelled. Nobody needs a booklet of it" in finished.output


def test_an_edition_that_is_online_has_no_doors(tmp_path: Path) -> None:
    workspace = Workspace.of_careful_engines(tmp_path)
    edition = "editions/2027/edition.yaml"
    workspace.replace(edition, ", attendance: hybrid}", "}")
    workspace.replace(edition, "attendance: hybrid", "attendance: online")
    workspace.replace("editions/2027/program.yaml", ", attendance: hybrid}", "}")
    assert not list(door_signs(public(workspace.edition("2027"))))
