"""What calendars have been told is kept beside the data, so that any later build knows it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from icalendar import Calendar

from proposal.build.output_tree import event_file
from tests.workspace import Workspace

PROGRAM = "editions/2026/program.yaml"
SCHEDULE = Path("build") / "2026" / "schedule.ics"


@pytest.fixture
def fresh(workspace: Workspace) -> Workspace:
    """The workshop before any calendar was told of it."""
    for year in ("2024", "2026"):
        event_file(workspace.root, year).unlink()
    return workspace


def built(workspace: Workspace, *options: str) -> bytes:
    """The schedule after a build, which must succeed."""
    finished = workspace.run("build", *(options or ("--only", "text")))
    assert finished.code == 0, finished.output + finished.errors
    return (workspace.root / SCHEDULE).read_bytes()


def memory(workspace: Workspace) -> bytes | None:
    file = event_file(workspace.root, "2026")
    return file.read_bytes() if file.exists() else None


def move_a_talk(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "09:45, talk: meng-jiang", "09:40, talk: meng-jiang")


def sequences(schedule: bytes) -> list[int]:
    return [int(str(event.get("sequence", 0))) for event in Calendar.from_ical(schedule).events]


def test_a_build_writes_down_what_calendars_know_and_says_so_once(fresh: Workspace) -> None:
    finished = fresh.run("build", "--only", "text")
    assert "data/editions/2026/calendar.yaml  begun; commit it" in finished.output
    assert not event_file(fresh.root, "2024").exists()  # nothing was delivered of it
    first = memory(fresh)
    again = fresh.run("build", "--only", "text")
    assert "calendar.yaml" not in again.output
    assert "up to date" in again.output
    assert memory(fresh) == first


def test_what_a_build_writes_down_is_no_reason_to_build_again(fresh: Workspace) -> None:
    built(fresh)
    record = fresh.root / "build" / ".record.json"
    before = record.read_bytes()
    built(fresh)
    assert record.read_bytes() == before


def test_a_clean_checkout_makes_the_same_bytes(fresh: Workspace, tmp_path: Path) -> None:
    built(fresh)
    move_a_talk(fresh)
    here = built(fresh)
    assert max(sequences(here)) == 1
    elsewhere = Workspace(tmp_path / "checkout")
    shutil.copytree(fresh.data, elsewhere.data)
    assert built(elsewhere) == here
    assert memory(elsewhere) == memory(fresh)


def test_two_builders_of_the_same_change_make_the_same_bytes(
    fresh: Workspace, tmp_path: Path
) -> None:
    built(fresh)
    other = Workspace(tmp_path / "other")
    shutil.copytree(fresh.data, other.data)
    move_a_talk(fresh)
    move_a_talk(other)
    assert built(fresh) == built(other)
    assert memory(fresh) == memory(other)


@pytest.mark.parametrize("kinds", ["jekyll"])
def test_a_build_without_calendars_remembers_nothing(fresh: Workspace, kinds: str) -> None:
    finished = fresh.run("build", "--only", kinds)
    assert finished.code == 0
    assert memory(fresh) is None


def test_a_build_that_fails_remembers_nothing(fresh: Workspace) -> None:
    built(fresh)
    before = memory(fresh)
    move_a_talk(fresh)
    fresh.replace("editions/2026/edition.yaml", "venue: wsdm-2026", "venue: wsdm-2027")
    assert fresh.run("build", "--only", "text").code == 1
    assert memory(fresh) == before


def test_a_build_that_was_killed_behind_its_files_is_made_up_for(fresh: Workspace) -> None:
    built(fresh)
    before = memory(fresh)
    assert before is not None
    move_a_talk(fresh)
    first = built(fresh)
    event_file(fresh.root, "2026").write_bytes(before)  # as if it had ended before the last step
    assert built(fresh) == first
    assert memory(fresh) != before


def test_a_conflict_that_was_solved_with_the_older_side_counts_on(fresh: Workspace) -> None:
    built(fresh)
    move_a_talk(fresh)
    built(fresh)
    kept = memory(fresh)
    assert kept is not None
    fresh.replace(PROGRAM, "09:40, talk: meng-jiang", "09:35, talk: meng-jiang")
    assert max(sequences(built(fresh))) == 2


def test_check_tells_when_what_calendars_say_was_not_written_down(fresh: Workspace) -> None:
    built(fresh)
    event_file(fresh.root, "2026").unlink()
    finished = fresh.run("check", "2026")
    assert "calendar.yaml does not hold what the calendars of 2026 say now" in finished.output
    built(fresh)
    assert "does not hold what the calendars" not in fresh.run("check", "2026").output
