"""The night in which clocks are changed: lengths of time, names of the zone, hours that are not."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from proposal.clocks import elapsed, is_skipped
from proposal.render.template_filters import zone_abbreviation, zone_name
from tests.diagnostic_lists import only
from tests.edition.test_several_days import EDITION, ONE_DAY, PROGRAM
from tests.workspace import Workspace

NIGHT = "when: {date: 2026-03-07, start: 20:00, end: 05:00, next_day: true}"
"""Saturday to Sunday in Boise, where clocks go from 02:00 to 03:00."""

SLOTS = """\
- {start: 20:00, end: 1:30, next_day: true, kind: opening}
- {start: 1:30, end: 3:30, kind: discussion}
- {start: 3:30, end: 5:00, kind: closing}
"""


@pytest.fixture
def night(workspace: Workspace) -> Workspace:
    workspace.replace(EDITION, ONE_DAY, NIGHT)
    workspace.write(PROGRAM, SLOTS)
    return workspace


@pytest.mark.parametrize(
    ("day", "start", "end", "minutes"),
    [
        (dt.date(2027, 3, 28), dt.time(1, 30), dt.time(3, 30), 60),
        (dt.date(2027, 10, 31), dt.time(1, 30), dt.time(3, 30), 180),
        (dt.date(2027, 6, 1), dt.time(1, 30), dt.time(3, 30), 120),
    ],
)
def test_the_time_that_passes_is_not_what_clocks_show(
    day: dt.date, start: dt.time, end: dt.time, minutes: int
) -> None:
    zone = ZoneInfo("Europe/Berlin")
    moments = [dt.datetime.combine(day, clock, zone) for clock in (start, end)]
    assert elapsed(*moments) == dt.timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("day", "clock", "is_missing"),
    [
        (dt.date(2027, 3, 28), dt.time(2, 30), True),
        (dt.date(2027, 3, 28), dt.time(2, 0), True),
        (dt.date(2027, 3, 28), dt.time(3, 0), False),
        (dt.date(2027, 3, 28), dt.time(1, 59), False),
        (dt.date(2027, 10, 31), dt.time(2, 30), False),
    ],
)
def test_clocks_go_forward_over_some_hours(day: dt.date, clock: dt.time, is_missing: bool) -> None:
    moment = dt.datetime.combine(day, clock, ZoneInfo("Europe/Berlin"))
    assert is_skipped(moment) is is_missing


def test_a_slot_is_an_hour_shorter_than_its_clocks(night: Workspace) -> None:
    edition = night.edition("2026")
    assert [slot.minutes for slot in edition.schedule] == [330, 60, 90]


def test_both_names_of_the_zone_stand_beside_such_hours(night: Workspace) -> None:
    edition = night.edition("2026")
    slots = edition.schedule.items
    assert zone_name(edition.when) == "MST, UTC−7 → MDT, UTC−6"
    assert [zone_abbreviation(slot) for slot in slots] == ["MST", "MST → MDT", "MDT"]
    assert edition.when.is_on_several_dates


@pytest.mark.parametrize(
    ("file", "old", "new", "clock", "day"),
    [
        (PROGRAM, "end: 3:30", "end: 2:30", "02:30", "March 8, 2026"),
        (PROGRAM, "start: 3:30", "start: 2:00", "02:00", "March 8, 2026"),
        (EDITION, "end: 05:00", "end: 2:15", "02:15", "March 8, 2026"),
    ],
)
def test_an_hour_that_no_clock_shows_is_refused(
    night: Workspace, file: str, old: str, new: str, clock: str, day: str
) -> None:
    night.replace(file, old, new)
    if file == EDITION:
        night.write(PROGRAM, "[]\n")
    found = only(night.resolve("2026")[1])
    assert found.code == "skipped-hour"
    later = f"03{clock[2:]}"
    assert found.message == (
        f"no clock in America/Boise shows {clock} on {day}, "
        "since the clocks go forward over it that night"
    )
    assert found.hint == f"write {later} if that moment is meant, or an hour of before"


def test_a_deadline_at_such_an_hour_is_refused_in_its_own_zone(workspace: Workspace) -> None:
    workspace.replace(
        EDITION,
        "dates:",
        "dates:\n  posters: {date: 2026-03-29, label: P, time: 02:30, zone: Europe/Berlin}",
    )
    found = only(workspace.resolve("2026")[1])
    assert found.message.startswith("no clock in Europe/Berlin shows 02:30 on March 29, 2026")
