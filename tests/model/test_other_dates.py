"""A date of any name is one as soon as it says what it is called; slips of the pen are none."""

from __future__ import annotations

import pytest

from proposal.model.typed_times import TypedMoment, typed_moment
from tests.workspace import Workspace

EDITION = "editions/2026/edition.yaml"
NOTIFICATION = "  notification: 2025-12-18\n"


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("submision: 2025-11-28", "`submision` is no known key", "did you mean `submission`?"),
        (
            "notifications: {date: 2025-11-28, label: Letters}",
            "`notifications` is no known key",
            "did you mean `notification`?",
        ),
        (
            "challenge_start: 2025-11-28",
            "`challenge_start` is no known key",
            "needs a label: `challenge_start: {date: 2027-05-01, label: Challenge start}`",
        ),
        (
            "Shared Task: {date: 2025-11-28, label: Data}",
            "`Shared Task` is no known key",
            "`shared_task: {date: 2027-05-01, label: Shared task}`",
        ),
        (
            "workshop: {date: 2025-11-28, label: Workshop}",
            "`workshop` is no known key",
            "the workshop's own day stands under `when`",
        ),
        (
            "posters: {date: 2025-11-28, label: Posters, zoen: AoE}",
            "`zoen` is no known key",
            "did you mean `zone`?",
        ),
        (
            "posters: {date: 2025-11-28 23:59 Europe/Nowhere, label: Posters}",
            "`23:59 Europe/Nowhere` stands behind the day",
            "write the day alone: 2025-11-28; a deadline has `time: 23:59` and a zone",
        ),
        (
            "camera_ready: {date: 2026-01-09 23:59, time: 12:00}",
            "`2026-01-09 23:59` is no date",
            "write the day alone: 2026-01-09",
        ),
    ],
)
def test_what_is_wrong_is_said_with_what_to_type(
    workspace: Workspace, typed: str, message: str, hint: str
) -> None:
    workspace.replace(EDITION, NOTIFICATION, f"{NOTIFICATION}  {typed}\n")
    (diagnostic,) = workspace.resolve("2026")[1]
    assert message in diagnostic.message
    assert hint in (diagnostic.hint or "")


@pytest.mark.parametrize(
    ("text", "day", "time", "zone"),
    [
        ("2027-06-22 23:59", "2027-06-22", "23:59", None),
        ("2027-06-22T23:59:59", "2027-06-22", "23:59", None),
        ("June 22, 2027, 11:59 pm (AoE)", "June 22, 2027", "11:59 pm", "AoE"),
        ("22.06.2027 18h Europe/Madrid", "22.06.2027", "18h", "Europe/Madrid"),
        ("22 juin 2027 23:59 AoE", "22 juin 2027", "23:59", "AoE"),
        ("2027-06-22 AoE", "2027-06-22", None, "AoE"),
        ("2027-06-22", "2027-06-22", None, None),
        ("June 22, 2027", "June 22, 2027", None, None),
        ("2027-06-22 00:00", "2027-06-22 00:00", None, None),
        ("2027-06-22 23:59 CET", "2027-06-22 23:59 CET", None, None),
        ("2027-06-22 25:00", "2027-06-22 25:00", None, None),
    ],
)
def test_a_time_and_a_zone_may_stand_behind_the_day(
    text: str, day: str, time: str | None, zone: str | None
) -> None:
    assert typed_moment(text) == TypedMoment(day, time, zone)


def test_dates_of_any_name_go_on_with_the_next_edition(workspace: Workspace) -> None:
    added = "  posters: {date: 2026-01-09, time: 23:59, label: Posters, opens: true}\n"
    workspace.replace(EDITION, NOTIFICATION, NOTIFICATION + added)
    finished = workspace.run("new", "2027", "--from", "2026", "--venue", "wsdm-2027")
    assert finished.code == 0, finished.output
    written = (workspace.data / "editions/2027/edition.yaml").read_text(encoding="utf-8")
    (line,) = [line for line in written.splitlines() if line.startswith("  posters:")]
    for part in ("23:59", "label: Posters", "opens: true", "tentative: true"):
        assert part in line
