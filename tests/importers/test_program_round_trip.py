"""Our own programs, written as other systems export them, are read back without a difference."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from proposal.diagnostics import Severity
from proposal.edition.edition import Edition
from proposal.edition.schedule import Slot
from proposal.importers.plan import plan_import
from proposal.importers.program.schedule_import import read_program
from proposal.render.calendar import calendars
from tests.importers.bringing import NOTHING_NEW, contents, imports, written
from tests.importers.written_programs import (
    frab_json,
    frab_xml,
    indico_table,
    indico_timetable,
    own_table,
    pretalx_table,
    sessionize_all,
    sessionize_grid,
    sessionize_sessions,
)
from tests.workspace import Workspace

FORMS: dict[str, Callable[[Edition], str]] = {
    "schedule.json": frab_json,
    "schedule.xml": frab_xml,
    "GridSmart.json": sessionize_grid,
    "timetable.json": indico_timetable,
}


TABLES_AND_VIEWS: dict[str, Callable[[Edition], str]] = {
    "Sessions.json": sessionize_sessions,
    "All.json": sessionize_all,
    "program.csv": own_table,
    "sessions.csv": pretalx_table,
    "contributions.csv": indico_table,
}


def _calendar(edition: Edition) -> str:
    return calendars(edition).files["schedule.ics"].decode()


@pytest.mark.parametrize("name", [*FORMS, "schedule.ics"])
def test_what_the_data_have_is_no_difference(engines: Workspace, tmp_path: Path, name: str) -> None:
    write = FORMS.get(name, _calendar)
    source = written(tmp_path / name, write(engines.edition("2027")))
    before = contents(engines)
    finished = engines.run("import", "program", str(source), "--edition", "2027")
    assert NOTHING_NEW in finished.output, finished.output + finished.errors
    assert contents(engines) == before
    assert "warning" not in finished.output, finished.output


@pytest.mark.parametrize("name", [*FORMS, "schedule.ics"])
def test_sessions_of_papers_without_hours_are_no_difference(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    workspace.append("editions/2026/edition.yaml", "room: Main room\n")
    write = FORMS.get(name, _calendar)
    source = written(tmp_path / name, write(workspace.edition("2026")))
    before = contents(workspace)
    finished = workspace.run("import", "program", str(source), "--edition", "2026")
    assert NOTHING_NEW in finished.output, finished.output + finished.errors
    assert contents(workspace) == before
    assert "warning" not in finished.output, finished.output


@pytest.mark.parametrize("name", TABLES_AND_VIEWS)
@pytest.mark.parametrize("year", ["2026", "2027"])
def test_tables_and_views_of_the_data_are_no_difference(
    workspace: Workspace, engines: Workspace, tmp_path: Path, name: str, year: str
) -> None:
    ours = workspace if year == "2026" else engines
    if ours is workspace:
        ours.append("editions/2026/edition.yaml", "room: Main room\n")
    source = written(tmp_path / name, TABLES_AND_VIEWS[name](ours.edition(year)))
    draft = read_program(source, year, {}, ours.read())
    plan = plan_import(ours.read(), draft, year)
    assert plan.changes == []
    assert [one.message for one in plan.diagnostics if one.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("name", FORMS)
def test_a_program_that_is_not_there_is_made_anew(
    engines: Workspace, tmp_path: Path, name: str
) -> None:
    edition = engines.edition("2027")
    source = written(tmp_path / name, FORMS[name](edition))
    (engines.data / "editions" / "2027" / "program.yaml").unlink()
    imports(engines, "program", source, "2027")
    assert _events(engines.edition("2027")) == _events(edition)


def _events(edition: Edition) -> list[tuple[object, ...]]:
    """What happens when, where a slot with parts counts as these."""
    return sorted(_event(part, slot) for slot in edition.schedule for part in slot.parts or (slot,))


def _event(part: Slot, slot: Slot) -> tuple[object, ...]:
    talk = part.talk.id if part.talk else ""
    return part.start, part.end, talk, [paper.id for paper in part.papers], slot.room or ""
