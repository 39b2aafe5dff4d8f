"""An edition may take several days, each with hours of its own."""

from __future__ import annotations

import pytest

from proposal.edition.schedule import by_day
from tests.diagnostic_lists import only, places
from tests.edition.several_days import EDITION, ONE_DAY, PROGRAM, with_days
from tests.workspace import Workspace


@pytest.fixture
def two_days(workspace: Workspace) -> Workspace:
    """Half a day and a whole one, of which a slot names the first by its date."""
    return with_days(
        workspace,
        "[{date: 2026-02-25, start: 14:00, end: 18:00}, "
        "{date: 2026-02-26, start: 09:00, end: 17:00, room: Room 7}]",
        "- {day: 2, start: 09:00, end: 10:00, kind: opening}\n"
        "- {day: 2026-02-25, start: 14:00, end: 15:00, kind: discussion}\n",
    )


def test_several_days_are_worded_as_a_range(two_days: Workspace) -> None:
    when = two_days.edition("2026").when
    assert str(when.date) == "February\N{NO-BREAK SPACE}25–26, 2026"
    assert when.date.weekday == "Wednesday–Thursday"
    assert when.length == "one-and-a-half-day"
    assert (when.start.isoformat(), when.end.isoformat()) == (
        "2026-02-25T14:00:00-07:00",
        "2026-02-26T17:00:00-07:00",
    )


def test_a_schedule_stands_day_by_day_whatever_its_order(two_days: Workspace) -> None:
    edition = two_days.edition("2026")
    days = [(part.day, [slot.title for slot in part.slots]) for part in by_day(edition.schedule)]
    assert [(day.heading if day else "", titles) for day, titles in days] == [
        ("Wednesday, February\N{NO-BREAK SPACE}25", ["Discussion"]),
        ("Thursday, February\N{NO-BREAK SPACE}26", ["Opening remarks"]),
    ]


def test_days_that_do_not_follow_each_other_are_no_range(workspace: Workspace) -> None:
    days = (
        "[{date: 2026-02-23, start: 9:00, end: 17:00}, {date: 2026-02-25, start: 9:00, end: 17:00}]"
    )
    when = with_days(workspace, days, "[]\n").edition("2026").when
    assert str(when.date).replace("\N{NO-BREAK SPACE}", " ") == "February 23 and 25, 2026"
    assert (when.date.weekday, when.length) == ("Monday and Wednesday", "two-day")
    assert when.hours == "09:00–17:00 on both days"


@pytest.mark.parametrize(
    ("program", "place", "code", "hint"),
    [
        ("- {start: 9:00, end: 10:00, kind: opening}\n", "1:3", "missing-day", "write `day: 1`"),
        ("- {day: 3, start: 9:00, end: 10:00, kind: opening}\n", "1:9", "unknown-day", "write `d"),
        (
            "- {day: 2026-02-27, start: 9:00, end: 10:00, kind: opening}\n",
            "1:9",
            "unknown-day",
            "write `day: 1` for February 25 or `day: 2` for February 26",
        ),
    ],
)
def test_a_slot_says_on_which_of_several_days_it_is(
    two_days: Workspace, program: str, place: str, code: str, hint: str
) -> None:
    two_days.write(PROGRAM, program)
    found = only(two_days.resolve("2026")[1])
    assert places([found]) == [f"program.yaml:{place} {code}"]
    assert found.hint is not None
    assert found.hint.startswith(hint)


def test_a_part_may_go_on_over_midnight_by_its_length(workspace: Workspace) -> None:
    with_days(
        workspace,
        "{date: 2026-02-26, start: 20:00, end: 06:00, next_day: true}",
        "- start: 22:00\n  end: 6:00\n  next_day: true\n  title: Night of code\n"
        "  parts: [{start: 23:30, end: 0:15, title: One}, {minutes: 30, title: Two}]\n",
    )
    found = only(one for one in workspace.resolve("2026")[1] if one.code == "times-out-of-order")
    assert found.hint == "write a later hour; if it ends after midnight, write `minutes` for `end`"
    workspace.replace(PROGRAM, "end: 0:15", "minutes: 45")
    (slot,) = workspace.edition("2026").schedule
    assert f"{slot.start:%d %H:%M}–{slot.end:%d %H:%M}" == "26 22:00–27 06:00"
    assert [f"{part.start:%d %H:%M}–{part.end:%d %H:%M}" for part in slot.parts] == [
        "26 23:30–27 00:15",
        "27 00:15–27 00:45",
    ]


def test_what_follows_a_day_may_end_after_midnight(workspace: Workspace) -> None:
    dinner = "- {start: 22:00, end: 0:30, next_day: true, kind: social, elsewhere: The Harbour}\n"
    with_days(workspace, ONE_DAY.removeprefix("when: "), dinner)
    (slot,) = workspace.edition("2026").schedule
    assert f"{slot.start:%d %H:%M}–{slot.end:%d %H:%M}" == "26 22:00–27 00:30"


def test_days_stand_in_their_order(workspace: Workspace) -> None:
    days = (
        "[{date: 2026-02-26, start: 9:00, end: 17:00}, {date: 2026-02-25, start: 9:00, end: 17:00}]"
    )
    _, diagnostics = with_days(workspace, days).resolve("2026")
    assert only(diagnostics).message == ("the day 2026-02-25 stands after 2026-02-26")


def test_an_evening_may_end_after_midnight_if_that_is_said(workspace: Workspace) -> None:
    with_days(
        workspace,
        "{date: 2026-02-26, start: 20:00, end: 01:00, next_day: true}",
        "- {start: 20:00, end: 23:30, kind: social}\n"
        "- {start: 23:30, end: 0:30, next_day: true, kind: panel}\n"
        "- {start: 0:30, end: 1:00, kind: closing}\n",
    )
    edition = workspace.edition("2026")
    assert edition.when.hours == "20:00–01:00"
    assert [f"{slot.start:%d %H:%M}–{slot.end:%d %H:%M}" for slot in edition.schedule] == [
        "26 20:00–26 23:30",
        "26 23:30–27 00:30",
        "27 00:30–27 01:00",
    ]
    workspace.replace(PROGRAM, ", next_day: true", "")
    assert only(
        one for one in workspace.resolve("2026")[1] if one.code == "times-out-of-order"
    ).hint == ("write a later hour; if it ends after midnight, add `next_day: true`")
    workspace.replace(EDITION, ", next_day: true", "")
    workspace.write(PROGRAM, "[]\n")
    assert only(
        one for one in workspace.resolve("2026")[1] if one.code == "times-out-of-order"
    ).hint == ("write a later hour; if it ends after midnight, add `next_day: true`")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: {date: 2026-02-26", "when: 2026-02-26\n  - {date: 2026-02-26"),
        ("keywords:\n", "\tkeywords:\n"),
        ("start: 08:55, end: 16:50}", "start: 08:55, end: 25:50}"),
    ],
)
def test_days_that_cannot_be_read_are_not_held_against_the_schedule(
    workspace: Workspace, old: str, new: str
) -> None:
    workspace.replace(PROGRAM, "- {start: 08:55,", "- {day: 2, start: 08:55,")
    assert "unknown-day" in {one.code for one in workspace.resolve("2026")[1]}
    workspace.replace(EDITION, old, new)
    project = workspace.load()
    assert "unknown-day" not in {one.code for one in project.unresolved["2026"]}
