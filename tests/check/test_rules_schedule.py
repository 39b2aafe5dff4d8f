"""What is told of a schedule's hours."""

from __future__ import annotations

import pytest

from tests.check.findings import (
    EDITION,
    PROGRAM,
    PROGRAM_2024,
    diagnostics_of,
    only_diagnostic_of,
    where,
)
from tests.workspace import Workspace

PROGRAM_2027 = "editions/2027/program.yaml"
LAST = "{start: 16:40, end: 16:50, kind: closing}"


def test_slots_that_overlap_are_reported_at_the_later_one(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "{start: 09:45, end: 10:30", "{start: 09:40, end: 10:30")
    found = only_diagnostic_of(workspace, "schedule-overlap")
    assert found.message == (
        "`Keynote of Yinglong Xia` (09:40–10:30) overlaps `Keynote of Meng Jiang` (09:00–09:45)"
    )
    assert where(found) == workspace.place_of(PROGRAM, "09:40")


def test_a_slot_within_a_longer_one_overlaps_it_whatever_stands_between(
    workspace: Workspace,
) -> None:
    workspace.replace(PROGRAM, "{start: 12:30, end: 13:45", "{start: 12:30, end: 14:00")
    workspace.append(PROGRAM, "- {start: 13:20, end: 13:30, kind: discussion}\n")
    lines = [
        diagnostic.span.line
        for diagnostic in diagnostics_of(workspace, "schedule-overlap")
        if diagnostic.span
    ]
    assert lines == [14, 8]


def test_slots_that_touch_do_not_overlap(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "schedule-overlap") == []


@pytest.mark.parametrize(("start", "is_gap"), [("09:50", False), ("09:51", True)])
def test_more_than_five_minutes_without_a_plan_are_a_gap(
    workspace: Workspace, start: str, is_gap: bool
) -> None:
    workspace.replace(PROGRAM, "{start: 09:45, end: 10:30", f"{{start: {start}, end: 10:30")
    if is_gap:
        found = only_diagnostic_of(workspace, "schedule-gap")
        assert found.message == "nothing is planned from 09:45 to 09:51"
        assert where(found) == workspace.place_of(PROGRAM, start)
    else:
        assert diagnostics_of(workspace, "schedule-gap") == []


def test_a_program_that_ends_long_before_the_workshop_leaves_a_gap(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, f"- {LAST}\n", "")
    found = only_diagnostic_of(workspace, "schedule-gap")
    assert found.message == "nothing is planned from 16:40 to 16:50, when the workshop ends"
    assert where(found) == workspace.place_of(PROGRAM, "16:40")


def test_a_program_that_begins_long_after_the_workshop_leaves_a_gap(workspace: Workspace) -> None:
    workspace.replace(EDITION, "start: 08:55", "start: 08:30")
    assert only_diagnostic_of(workspace, "schedule-gap").message == (
        "nothing is planned from 08:30 to 08:55"
    )


def test_a_slot_that_stands_behind_a_later_one_is_reported(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, f"- {LAST}\n", "")
    opening = "- {start: 08:55, end: 09:00, kind: opening}\n"
    workspace.replace(PROGRAM, opening, f"- {LAST}\n{opening}")
    found = only_diagnostic_of(workspace, "schedule-order")
    assert found.message == (
        "`Opening remarks` (08:55–09:00) stands after `Closing remarks` (16:40–16:50), "
        "which begins later"
    )
    assert where(found) == workspace.place_of(PROGRAM, "08:55")
    assert (
        diagnostics_of(workspace, "schedule-gap")
        == diagnostics_of(workspace, "schedule-overlap")
        == []
    )


def test_a_program_in_order_is_not_reported(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "schedule-order") == []


@pytest.mark.parametrize(
    ("hours", "message", "place"),
    [
        (
            "start: 09:00, end: 16:50",
            "`Opening remarks` (08:55–09:00) begins before the workshop does at 09:00",
            "08:55",
        ),
        (
            "start: 08:55, end: 16:45",
            "`Closing remarks` (16:40–16:50) ends after the workshop does at 16:45",
            "16:50",
        ),
    ],
)
def test_a_slot_outside_of_the_workshop_s_hours_is_reported_at_its_time(
    workspace: Workspace, hours: str, message: str, place: str
) -> None:
    workspace.replace(EDITION, "start: 08:55, end: 16:50", hours)
    found = only_diagnostic_of(workspace, "outside-hours")
    assert found.message == message
    assert where(found) == workspace.place_of(PROGRAM, place)


def test_slots_within_the_workshop_s_hours_are_not_reported(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "outside-hours") == []


@pytest.mark.parametrize(
    "slot",
    [
        "{start: 19:00, end: 22:00, kind: social, title: Dinner}",
        "{start: 18:00, end: 20:00, title: A Boat Trip, elsewhere: The Harbour}",
    ],
)
def test_what_follows_the_hours_of_the_workshop_leaves_no_gap(
    workspace: Workspace, slot: str
) -> None:
    workspace.append(PROGRAM, f"- {slot}\n")
    assert diagnostics_of(workspace, "outside-hours") == []
    assert diagnostics_of(workspace, "schedule-gap") == []


def test_a_desk_may_open_before_the_workshop_begins(workspace: Workspace) -> None:
    workspace.write(
        PROGRAM,
        "- {start: 08:00, end: 08:45, kind: registration}\n"
        + (workspace.data / PROGRAM).read_text(encoding="utf-8"),
    )
    assert diagnostics_of(workspace, "outside-hours") == []
    assert diagnostics_of(workspace, "schedule-gap") == []


def test_a_dinner_may_begin_when_the_workshop_ends(workspace: Workspace) -> None:
    workspace.append(PROGRAM, "- {start: 16:50, end: 19:00, kind: social}\n")
    assert diagnostics_of(workspace, "outside-hours") == []


def test_a_dinner_that_begins_during_the_workshop_is_reported(workspace: Workspace) -> None:
    workspace.append(PROGRAM, "- {start: 16:50, end: 19:00, kind: social}\n")
    workspace.replace(EDITION, "start: 08:55, end: 16:50", "start: 08:55, end: 17:00")
    assert len(diagnostics_of(workspace, "outside-hours")) == 1


def test_somebody_in_two_overlapping_slots_is_reported_by_name(workspace: Workspace) -> None:
    workspace.replace(PROGRAM_2024, "start: 17:00", "start: 16:30")
    found = only_diagnostic_of(workspace, "two-places", "2024")
    assert found.message == (
        "Ed Chi cannot be in `Panel discussion` (16:30–18:00) and in "
        "`Keynote of Ed Chi` (16:15–16:55) at once"
    )
    assert where(found) == workspace.place_of(PROGRAM_2024, "16:30")


def test_somebody_may_speak_and_sit_on_a_panel_one_after_the_other(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "two-places", "2024") == []


@pytest.mark.parametrize(
    ("chair", "who"), [("Ada Placeholder", ["Ada Placeholder"]), ("Bob Placeholder", [])]
)
def test_somebody_without_a_file_is_needed_in_two_slots_by_the_name(
    workspace: Workspace, chair: str, who: list[str]
) -> None:
    demos = "- {start: 11:10, end: 11:20, title: Demos, chair: Ada Placeholder (College)}\n"
    workspace.append(PROGRAM, demos)
    workspace.replace(PROGRAM, "title: Oral Session 1,", f"title: Oral Session 1, chair: {chair},")
    assert [found.message for found in diagnostics_of(workspace, "two-places")] == [
        f"{name} cannot be in `Demos` (11:10–11:20) and in `Oral Session 1` (11:00–11:45) at once"
        for name in who
    ]


@pytest.mark.parametrize(
    ("beside", "is_needed_twice"),
    [
        ("{day: 1, start: 15:30, end: 16:00, title: Town Hall,", False),
        ("{day: 1, start: 16:00, end: 17:00,", True),
    ],
)
def test_who_speaks_in_a_part_is_needed_at_the_hours_of_this_part_only(
    engines: Workspace, beside: str, is_needed_twice: bool
) -> None:
    engines.replace(PROGRAM_2027, beside, f"{beside} chair: alan-turing,")
    assert len(diagnostics_of(engines, "two-places", "2027")) == is_needed_twice


def test_a_slot_of_several_days_is_named_with_its_day(engines: Workspace) -> None:
    engines.replace(PROGRAM_2027, "start: 12:50, end: 13:00", "start: 12:40, end: 13:00")
    found = only_diagnostic_of(engines, "schedule-overlap", "2027")
    assert found.message.replace("\N{NO-BREAK SPACE}", " ") == (
        "`Closing remarks` (February 26, 2027, 12:40–13:00) overlaps "
        "`Poster session` (February 26, 2027, 11:00–12:50)"
    )


@pytest.mark.parametrize(("end", "is_crowded"), [("11:23", True), ("11:24", False)])
def test_a_session_needs_eight_minutes_for_every_paper(
    workspace: Workspace, end: str, is_crowded: bool
) -> None:
    workspace.replace(PROGRAM, "{start: 11:00, end: 11:45", f"{{start: 11:00, end: {end}")
    if is_crowded:
        found = only_diagnostic_of(workspace, "crowded-session")
        assert found.message == (
            "`Oral Session 1` (11:00–11:23) has 3 papers, which leaves 8 minutes for each"
        )
        assert where(found) == workspace.place_of(
            PROGRAM, "[agp, insertrank, selective-regularization]"
        )
    else:
        assert diagnostics_of(workspace, "crowded-session") == []


def test_more_than_three_hours_without_a_break_are_reported(workspace: Workspace) -> None:
    workspace.replace(
        PROGRAM,
        "kind: break, title: Coffee break}\n- {start: 11",
        "kind: discussion}\n- {start: 11",
    )
    found = only_diagnostic_of(workspace, "long-stretch")
    assert found.message == "there is no break from 08:55 to 12:30"
    assert where(found) == f"program.yaml:6:{len('- {start: ') + 1}"


def test_a_day_without_any_break_is_reported_once(workspace: Workspace) -> None:
    for rest in ("kind: break, title: Coffee break", "kind: lunch"):
        text = (workspace.data / PROGRAM).read_text(encoding="utf-8")
        workspace.write(PROGRAM, text.replace(rest, "kind: discussion"))
    only_diagnostic_of(workspace, "long-stretch")


def test_a_break_after_three_hours_is_enough(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "long-stretch") == []
