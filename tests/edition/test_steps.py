"""What there is to do on an edition's page follows from the data, in the order of the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from proposal.edition.public import public
from proposal.edition.steps import VisitorStep, steps_of
from tests.workspace import Workspace

EDITION = "editions/2027/edition.yaml"


@pytest.fixture
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.of_careful_engines(tmp_path_factory.mktemp("steps") / "workshop")


def steps(workspace: Workspace) -> tuple[VisitorStep, ...]:
    return steps_of(public(workspace.edition("2027")))


def test_steps_follow_each_other_from_the_call_to_the_papers(workspace: Workspace) -> None:
    found = steps(workspace)
    assert [step.name for step in found] == [
        "submit",
        "notification",
        "register",
        "workshop",
        "afterwards",
    ]
    ends = [step.ends for step in found[:-1]]
    assert all(ends)
    assert ends == sorted(moment for moment in ends if moment)
    assert found[-1].ends is None


def test_papers_are_sent_until_the_last_deadline_for_any_track(workspace: Workspace) -> None:
    submit = steps(workspace)[0]
    assert [deadline.label for deadline in submit.deadlines] == [
        "Abstract submission",
        "Submission deadline",
        "Submission deadline (Short papers)",
    ]
    assert submit.ends == dt.datetime(2026, 11, 27, 18, tzinfo=dt.UTC)


def test_registration_gives_way_to_the_schedule_a_week_before_the_workshop(
    workspace: Workspace,
) -> None:
    register, workshop = steps(workspace)[2:4]
    start = workspace.edition("2027").when.start
    assert register.ends == start - dt.timedelta(days=7)
    assert workshop.ends == workspace.edition("2027").when.end


def test_a_day_that_is_not_announced_is_no_end(workspace: Workspace) -> None:
    workspace.replace(
        EDITION, "    zone: AoE\n  submission_short", "    tentative: true\n  submission_short"
    )
    workspace.replace(EDITION, "2026-11-27, kind: submission,", "2026-11-27, kind: camera_ready,")
    submit, notification = steps(workspace)[:2]
    assert submit.is_open
    assert submit.ends == notification.ends


def test_a_workshop_whose_day_is_not_certain_has_no_end(workspace: Workspace) -> None:
    workspace.replace(
        EDITION, "{date: 2027-02-25, start", "{date: 2027-02-25, tentative: true, start"
    )
    assert [step.ends for step in steps(workspace) if step.name == "workshop"] == [None]


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_nothing_is_to_be_done_for_what_is_called_off(status: str, workspace: Workspace) -> None:
    workspace.append(EDITION, f"status: {status}\n")
    assert steps(workspace) == ()


def test_whoever_gives_a_talk_and_sits_on_the_panel_is_introduced_once(
    workspace: Workspace,
) -> None:
    first = public(workspace.edition("2027")).announced_first
    assert [talk.names for talk in first] == ["Grace Hopper and Katherine Johnson", "Alan Turing"]
    workspace.replace(
        EDITION,
        "person: alan-turing\n    id: alan-turing-panel",
        "person: emmy-noether\n    id: panel",
    )
    first = public(workspace.edition("2027")).announced_first
    assert [talk.names for talk in first][2:] == ["Emmy Noether"]
