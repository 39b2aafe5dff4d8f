"""What is told of who is in a schedule."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.check.findings import (
    AFTERWARDS,
    EDITION,
    EDITION_2024,
    PAPERS,
    PLANNING,
    PROGRAM,
    PROGRAM_2024,
    SHORTLY_BEFORE,
    diagnostics_of,
    only_diagnostic_of,
    where,
)
from tests.workspace import Workspace

LIAM = "  - person: liam-collins\n    role: talk\n    status: confirmed\n"


def test_a_talk_in_two_slots_is_reported_at_the_second(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "talk: yinglong-xia", "talk: meng-jiang")
    found = only_diagnostic_of(workspace, "talk-in-two-slots")
    assert found.message == "the talk `meng-jiang` is given at 09:00–09:45 already"
    assert where(found) == f"program.yaml:3:{len('- {start: 09:45, end: 10:30, talk: ') + 1}"


def test_two_talks_of_one_person_are_not_one_talk(workspace: Workspace) -> None:
    workspace.replace(EDITION, LIAM, f"{LIAM}    id: first\n")
    second = LIAM.replace("confirmed\n", "confirmed\n    id: second\n    title: Another\n")
    workspace.replace(EDITION, "  - person: chengyi-liu\n", f"{second}  - person: chengyi-liu\n")
    workspace.replace(PROGRAM, "talk: liam-collins", "talk: first")
    workspace.replace(PROGRAM, "talk: chengyi-liu", "talk: second")
    assert (
        diagnostics_of(workspace, "talk-in-two-slots")
        == diagnostics_of(workspace, "speaker-twice")
        == []
    )


def test_a_paper_in_two_sessions_is_reported_at_the_second(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "[joint-evaluation,", "[insertrank, joint-evaluation,")
    found = only_diagnostic_of(workspace, "paper-in-two-slots")
    assert found.message == "the paper `insertrank` is presented at 11:00–11:45 already"
    assert where(found) == workspace.place_of(PROGRAM, "insertrank, joint-evaluation")


def test_a_paper_may_have_a_talk_and_a_poster(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "kind: lunch", "kind: posters, papers: [insertrank]")
    assert diagnostics_of(workspace, "paper-in-two-slots") == []


def test_a_paper_in_no_session_is_reported_at_its_id(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "[agp, insertrank, ", "[insertrank, ")
    found = only_diagnostic_of(workspace, "unscheduled-paper")
    assert found.message == "the paper `agp` is in no session"
    assert where(found) == workspace.place_of(PAPERS, "agp\n")


def test_a_poster_session_without_a_list_is_everybody_s(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "[agp, insertrank, ", "[insertrank, ")
    workspace.replace(PROGRAM, "kind: lunch", "kind: posters")
    assert diagnostics_of(workspace, "unscheduled-paper") == []


def test_a_confirmed_speaker_without_a_slot_is_reported(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "talk: liam-collins", "kind: discussion")
    found = only_diagnostic_of(workspace, "unscheduled-speaker")
    assert found.message == "Liam Collins has agreed to speak, but is not in the schedule"
    assert where(found) == workspace.place_of(EDITION, "liam-collins")


def test_a_discussant_whom_a_slot_names_is_in_the_schedule(workspace: Workspace) -> None:
    workspace.replace(EDITION, LIAM, LIAM.replace("role: talk", "role: discussant"))
    workspace.replace(PROGRAM, "talk: liam-collins", "kind: discussion")
    assert only_diagnostic_of(workspace, "unscheduled-speaker").message.startswith("Liam Collins")
    workspace.replace(PROGRAM, "kind: discussion", "kind: discussion, discussants: [liam-collins]")
    assert diagnostics_of(workspace, "unscheduled-speaker") == []


def test_a_speaker_without_a_slot_is_not_reported_once_the_workshop_is_over(
    workspace: Workspace,
) -> None:
    workspace.replace(PROGRAM, "talk: liam-collins", "kind: discussion")
    assert diagnostics_of(workspace, "unscheduled-speaker", today=AFTERWARDS) == []


def test_nobody_is_missed_in_a_program_that_names_no_speakers(workspace: Workspace) -> None:
    workspace.write(PROGRAM, "- {start: 08:55, end: 16:50, kind: discussion}\n")
    assert diagnostics_of(workspace, "unscheduled-speaker") == []


def test_a_slot_without_a_name_may_be_the_missing_speaker_s(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "talk: liam-collins", "kind: talk")
    assert (
        diagnostics_of(workspace, "unscheduled-speaker")
        == diagnostics_of(workspace, "speakers-without-slots")
        == []
    )


def test_more_speakers_than_slots_are_reported_at_the_first_who_finds_none(
    workspace: Workspace,
) -> None:
    workspace.replace(PROGRAM, "talk: liam-collins", "kind: talk")
    workspace.replace(PROGRAM, "talk: chengyi-liu", "kind: discussion")
    found = only_diagnostic_of(workspace, "speakers-without-slots")
    assert found.message == "2 confirmed talks wait for one slot in the schedule"
    assert where(found) == workspace.place_of(EDITION, "chengyi-liu")


def test_an_invited_speaker_in_the_program_is_reported_there(workspace: Workspace) -> None:
    workspace.replace(EDITION, LIAM, LIAM.replace("confirmed", "invited"))
    found = only_diagnostic_of(workspace, "invited-in-program")
    assert found.message == "Liam Collins is in the schedule, but has not agreed yet"
    assert where(found) == workspace.place_of(PROGRAM, "liam-collins")


def test_an_invited_panelist_is_reported_if_there_is_a_panel(workspace: Workspace) -> None:
    huzefa = "{person: huzefa-rangwala, role: panelist, status: "
    workspace.replace(EDITION_2024, f"{huzefa}confirmed", f"{huzefa}invited")
    found = only_diagnostic_of(workspace, "invited-in-program", "2024")
    assert found.message == "Huzefa Rangwala is on the panel's list, but has not agreed yet"
    workspace.replace(PROGRAM_2024, "kind: panel", "kind: discussion")
    assert diagnostics_of(workspace, "invited-in-program", "2024") == []


def test_an_invited_speaker_outside_of_the_program_is_not_reported(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "invited-in-program", "2024") == []


def test_a_panel_on_which_nobody_sits_is_reported(workspace: Workspace) -> None:
    workspace.replace(PROGRAM, "kind: closing", "kind: panel")
    found = only_diagnostic_of(workspace, "panel-without-panelists")
    assert found.message == "nobody sits on the panel"
    assert where(found) == workspace.place_of(PROGRAM, "panel")
    assert diagnostics_of(workspace, "panel-without-panelists", "2024") == []


def test_panelists_without_a_panel_are_reported(workspace: Workspace) -> None:
    workspace.replace(PROGRAM_2024, "kind: panel", "kind: discussion")
    found = only_diagnostic_of(workspace, "panelists-without-panel", "2024")
    assert found.message == "Ed Chi is a panelist, but the schedule has no panel"
    assert found.span is not None
    workspace.replace(PROGRAM_2024, "kind: discussion", "kind: panel")
    assert diagnostics_of(workspace, "panelists-without-panel", "2024") == []


TITLE = "    title: Sequential Data Augmentation for Generative Recommendation\n"


def test_a_talk_without_a_title_is_reported_when_the_workshop_is_near(workspace: Workspace) -> None:
    workspace.replace(EDITION, TITLE, "")
    found = only_diagnostic_of(workspace, "untitled-talk", today=SHORTLY_BEFORE)
    assert found.message == "the workshop is near, and the talk of Liam Collins has no title"
    assert where(found) == workspace.place_of(EDITION, "liam-collins")


@pytest.mark.parametrize("today", [PLANNING, AFTERWARDS])
def test_a_title_may_be_missing_long_before_and_afterwards(
    workspace: Workspace, today: dt.date
) -> None:
    workspace.replace(EDITION, TITLE, "")
    assert diagnostics_of(workspace, "untitled-talk", today=today) == []


def test_an_invitation_without_an_answer_is_reported_when_the_workshop_is_near(
    workspace: Workspace,
) -> None:
    workspace.replace(EDITION, LIAM, LIAM.replace("confirmed", "invited"))
    found = only_diagnostic_of(workspace, "unanswered-invitation", today=SHORTLY_BEFORE)
    assert found.message == "the workshop is near, and Liam Collins has not agreed yet"
    assert where(found) == workspace.place_of(EDITION, "invited\n")
    assert diagnostics_of(workspace, "unanswered-invitation", today=PLANNING) == []


def test_a_workshop_without_a_program_is_reported_when_it_is_near(workspace: Workspace) -> None:
    (workspace.data / PROGRAM).unlink()
    found = only_diagnostic_of(workspace, "missing-program", today=SHORTLY_BEFORE)
    assert found.message == "the workshop is less than 31 days away, and has no schedule"
    assert where(found) == workspace.place_of(EDITION, "2026-02-26")
    assert diagnostics_of(workspace, "missing-program", today=PLANNING) == []


def test_a_speaker_who_is_listed_twice_is_reported_at_the_second(workspace: Workspace) -> None:
    again = LIAM.replace("confirmed\n", "confirmed\n    id: again\n")
    workspace.replace(EDITION, "  - person: chengyi-liu\n", f"{again}  - person: chengyi-liu\n")
    found = only_diagnostic_of(workspace, "speaker-twice")
    assert found.message == "Liam Collins is listed twice as talk"
    _, line, _ = workspace.place_of(EDITION, "id: again").split(":")
    assert where(found) == f"edition.yaml:{int(line) - 3}:{len('  - person: ') + 1}"


def test_a_speaker_may_have_two_roles(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "speaker-twice", "2024") == []


def test_a_speaker_who_is_named_in_full_though_there_is_a_file_is_reported(
    workspace: Workspace,
) -> None:
    workspace.replace(EDITION, "- person: liam-collins\n", '- person: "Liam Collins (Snap)"\n')
    found = only_diagnostic_of(workspace, "speaker-with-file")
    assert found.message.startswith("Liam Collins has a file, people/liam-collins.yaml")
    assert found.hint == "write `liam-collins` in place of the name"


def test_a_talk_that_is_called_off_needs_no_slot_and_no_title(workspace: Workspace) -> None:
    workspace.replace(EDITION, LIAM, LIAM.replace("confirmed", "cancelled"))
    workspace.replace(PROGRAM, "talk: liam-collins", "kind: discussion")
    for code in ("unscheduled-speaker", "untitled-talk", "speakers-without-slots"):
        assert diagnostics_of(workspace, code) == []


def test_a_title_that_is_not_known_is_left_out(workspace: Workspace) -> None:
    workspace.replace(EDITION, LIAM, f"{LIAM}    title: TBA\n")
    workspace.replace(EDITION, "    title: Sequential Data Augmentation for Generative", "    #")
    (found,) = [found for found in workspace.open_points("2026") if "TBA" in found.message]
    assert found.hint == "leave `title` out until the speaker has sent one"
