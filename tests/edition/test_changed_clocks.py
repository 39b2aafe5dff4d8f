"""The night in which clocks are changed: lengths of time, names of the zone, hours that are not."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest

from proposal.build.pages import render_pages
from proposal.clocks import elapsed, is_skipped
from proposal.render.template_filters import zone_abbreviation, zone_name
from tests.check.findings import diagnostics_of
from tests.diagnostic_lists import only
from tests.edition.several_days import EDITION, ONE_DAY, PROGRAM
from tests.some import some
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


AUTUMN = "when: {date: 2026-10-31, start: 20:00, end: 05:00, next_day: true}"
"""Saturday to Sunday in Boise, where clocks go from 02:00 back to 01:00."""

TWICE = """\
- {start: 20:00, end: 1:30 MDT, next_day: true, kind: opening}
- {start: 1:30 MDT, end: 1:15 MST, kind: discussion}
- start: 1:15 UTC-7
  end: 5:00
  title: Wrap-up
  parts: [{minutes: 30, title: One}, {minutes: 30, title: Two}]
"""


@pytest.fixture
def autumn(workspace: Workspace) -> Workspace:
    workspace.replace(EDITION, ONE_DAY, AUTUMN)
    workspace.write(PROGRAM, TWICE)
    return workspace


def test_an_hour_that_comes_twice_has_the_name_of_its_clock(autumn: Workspace) -> None:
    edition = autumn.edition("2026")
    slots = edition.schedule.items
    assert [slot.minutes for slot in slots] == [330, 45, 225]
    assert [slot.hours for slot in slots] == [
        "20:00 – 01:30 MDT",
        "01:30 MDT – 01:15 MST",
        "01:15 MST – 05:00",
    ]
    assert [part.hours for part in slots[2].parts] == ["01:15 MST – 01:45 MST", "01:45 MST – 02:15"]


def test_the_website_says_by_which_clock_such_hours_are(autumn: Workspace) -> None:
    page = render_pages(autumn.load()).site.files["2026/index.html"].decode()
    shown = re.sub(r"<[^>]+>", "", page)
    for slot in some(autumn.edition("2026").schedule):
        assert slot.hours in shown
        assert all(part.hours in shown for part in slot.parts)


def test_no_rule_takes_such_hours_for_an_overlap_or_a_gap(autumn: Workspace) -> None:
    for code in ("schedule-overlap", "schedule-gap", "schedule-order", "outside-hours"):
        assert diagnostics_of(autumn, code) == []


def test_calendars_have_such_hours_in_utc(autumn: Workspace) -> None:
    lines = render_pages(autumn.load()).texts["2026"].files["schedule.ics"].decode()
    assert "DTSTART:20261101T073000Z\r\nDTEND:20261101T081500Z" in lines
    assert "DTSTART:20261101T081500Z\r\nDTEND;TZID=America/Boise:20261101T050000" in lines


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("end: 1:30 MDT", "end: 1:30", "repeated-hour", "write `01:30 MDT` for the first time, or"),
        (
            "end: 1:15 MST",
            "end: 1:15 CST",
            "other-clock",
            "write `01:15 MDT` for the first time, or",
        ),
        ("end: 1:15 MST", "end: 1:15 UTC-6", "times-out-of-order", "write the clock behind both"),
    ],
)
def test_an_hour_that_may_be_two_moments_is_refused(
    autumn: Workspace, old: str, new: str, code: str, hint: str
) -> None:
    autumn.replace(PROGRAM, old, new)
    found = [item for item in autumn.resolve("2026")[1] if item.code == code]
    assert str(only(found).hint).startswith(hint)


@pytest.mark.parametrize(
    ("clock", "ends", "shown"),
    [
        ("2:30 CEST", "00:30", "02:30 CEST, Europe/Berlin"),
        ("2:30 CET", "01:30", "02:30 CET, Europe/Berlin"),
        ("2:30 UTC+1", "01:30", "02:30 CET, Europe/Berlin"),
        ("3:30", "02:30", "03:30 Europe/Berlin"),
        ("3:30 CET", "02:30", "03:30 Europe/Berlin"),
    ],
)
def test_a_deadline_says_by_which_clock_it_ends(
    workspace: Workspace, clock: str, ends: str, shown: str
) -> None:
    posters = f"posters: {{date: 2026-10-25, label: P, time: {clock}, zone: Europe/Berlin}}"
    workspace.replace(EDITION, "dates:", f"dates:\n  {posters}")
    deadline = workspace.edition("2026").dates.named["posters"]
    assert f"{deadline.ends.astimezone(dt.UTC):%H:%M}" == ends
    assert str(deadline).endswith(f", {shown}")


def test_a_deadline_at_an_hour_that_comes_twice_is_refused(workspace: Workspace) -> None:
    posters = "posters: {date: 2026-10-25, label: P, time: 2:30, zone: Europe/Berlin}"
    workspace.replace(EDITION, "dates:", f"dates:\n  {posters}")
    found = only(workspace.resolve("2026")[1])
    assert found.message.startswith("clocks in Europe/Berlin show 02:30 twice on October 25, 2026")
    assert found.hint == "write `02:30 CEST` for the first time, or `02:30 CET` for the second"
