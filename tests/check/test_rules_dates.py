"""What is told of dates."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.check.findings import EDITION, PLANNING, diagnostics_of, only_diagnostic_of, where
from tests.workspace import Workspace

SUBMISSION = "{date: 2025-11-28, was: [2025-11-21]}"
NOTIFICATION = "notification: 2025-12-18"
SPACE = "\N{NO-BREAK SPACE}"


def with_dates(workspace: Workspace, *lines: str) -> None:
    """Give the edition other dates."""
    listed = "".join(f"  {line}\n" for line in lines)
    workspace.replace(EDITION, f"  submission: {SUBMISSION}\n  {NOTIFICATION}\n", listed)


def test_a_day_that_is_over_earlier_in_another_zone_is_not_after_it(workspace: Workspace) -> None:
    later = "notification: {date: 2025-11-29, time: 00:30, zone: Pacific/Auckland}"
    with_dates(workspace, "submission: {date: 2025-11-28, zone: AoE}", later)
    found = only_diagnostic_of(workspace, "deadline-order")
    assert "is over before the submission deadline" in found.message


@pytest.mark.parametrize(("day", "count"), [("2026-01-20", 1), ("2026-01-10", 0)])
def test_early_registration_does_not_end_after_registration(
    workspace: Workspace, day: str, count: int
) -> None:
    with_dates(workspace, f"early_registration: {day}", "registration: 2026-01-15")
    assert len(diagnostics_of(workspace, "deadline-order")) == count


@pytest.mark.parametrize(
    ("dates", "message", "place"),
    [
        (
            ("submission: 2025-12-28", "notification: 2025-12-18"),
            (
                "the notification of authors (December 18, 2025) is not after "
                "the submission deadline (December 28, 2025)"
            ),
            "2025-12-18",
        ),
        (
            ("notification: 2025-12-18", "camera_ready: 2025-12-17"),
            (
                "the camera-ready deadline (December 17, 2025) is not after "
                "the notification of authors (December 18, 2025)"
            ),
            "2025-12-17",
        ),
        (
            ("notification: 2025-12-18", "registration: {date: 2025-12-10}"),
            (
                "the registration deadline (December 10, 2025) is not after "
                "the notification of authors (December 18, 2025)"
            ),
            "2025-12-10",
        ),
        (
            ("camera_ready: 2026-03-01",),
            "the camera-ready deadline (March 1, 2026) is after the workshop (February 26, 2026)",
            "2026-03-01",
        ),
    ],
)
def test_days_out_of_order_are_reported_at_the_later_line(
    workspace: Workspace, dates: tuple[str, ...], message: str, place: str
) -> None:
    with_dates(workspace, *dates)
    found = only_diagnostic_of(workspace, "deadline-order")
    assert found.message.replace(SPACE, " ") == message
    assert where(found) == workspace.place_of(EDITION, place)


def test_days_in_order_are_not_reported(workspace: Workspace) -> None:
    with_dates(
        workspace,
        "submission: 2025-11-28",
        "notification: 2025-12-18",
        "camera_ready: 2026-01-10",
        "registration: 2026-02-26",
    )
    assert diagnostics_of(workspace, "deadline-order") == []


def test_a_deadline_of_another_year_is_reported(workspace: Workspace) -> None:
    with_dates(workspace, "submission: 2024-11-28")
    found = only_diagnostic_of(workspace, "distant-deadline")
    assert found.message.replace(SPACE, " ") == (
        "the submission deadline (November 28, 2024) is more than a year before the workshop"
    )
    assert where(found) == workspace.place_of(EDITION, "2024-11-28")


def test_a_deadline_within_a_year_is_not_reported(workspace: Workspace) -> None:
    with_dates(workspace, "submission: 2025-02-26")
    assert diagnostics_of(workspace, "distant-deadline") == []


@pytest.mark.parametrize(
    ("was", "message"),
    [
        (
            "[2025-12-01]",
            (
                "the extension to November 28, 2025 is earlier than the day before it "
                "(December 1, 2025)"
            ),
        ),
        (
            "[2025-11-28]",
            "the extension to November 28, 2025 repeats the day before it (November 28, 2025)",
        ),
        (
            "[2025-11-21, 2025-11-14]",
            (
                "the extension to November 14, 2025 is earlier than the day before it "
                "(November 21, 2025)"
            ),
        ),
    ],
)
def test_an_extension_that_gives_no_more_time_is_reported(
    workspace: Workspace, was: str, message: str
) -> None:
    workspace.replace(EDITION, "was: [2025-11-21]", f"was: {was}")
    found = only_diagnostic_of(workspace, "extension-order")
    assert found.message.replace(SPACE, " ") == message
    assert where(found) == workspace.place_of(EDITION, f"{was[1:11]}{was[11]}")


def test_two_extensions_in_order_are_not_reported(workspace: Workspace) -> None:
    workspace.replace(EDITION, "was: [2025-11-21]", "was: [2025-11-14, 2025-11-21]")
    assert diagnostics_of(workspace, "extension-order") == []


def test_a_deadline_that_has_passed_is_noted_until_the_workshop_is_over(
    workspace: Workspace,
) -> None:
    found = only_diagnostic_of(workspace, "passed-deadline", today=dt.date(2025, 11, 29))
    assert found.message.replace(SPACE, " ") == (
        "the submission deadline (November 28, 2025) has passed"
    )
    assert where(found) == workspace.place_of(EDITION, "2025-11-28")
    assert only_diagnostic_of(workspace, "passed-deadline", today=dt.date(2026, 2, 26))
    assert diagnostics_of(workspace, "passed-deadline", today=dt.date(2026, 2, 27)) == []


def test_a_deadline_has_not_passed_on_its_own_day(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "passed-deadline", today=dt.date(2025, 11, 28)) == []


@pytest.mark.parametrize(
    ("zone", "last", "first"),
    [
        ("AoE", "2025-11-29T11:59+00:00", "2025-11-29T12:00+00:00"),
        ("Asia/Tokyo", "2025-11-28T14:59+00:00", "2025-11-28T15:00+00:00"),
        ("America/New_York", "2025-11-29T04:59+00:00", "2025-11-29T05:00+00:00"),
    ],
)
def test_a_deadline_has_passed_when_its_day_has_ended_in_its_zone(
    zone: str, last: str, first: str, workspace: Workspace
) -> None:
    workspace.replace(EDITION, "was: [2025-11-21]}", f"zone: {zone}}}")
    for moment, count in ((last, 0), (first, 1)):
        found = workspace.check(["2026"], dt.datetime.fromisoformat(moment))
        assert [diagnostic.code for diagnostic in found].count("passed-deadline") == count


def test_a_day_s_beginning_in_utc_is_before_the_end_of_the_day_before_it_anywhere_on_earth(
    workspace: Workspace,
) -> None:
    workspace.replace(EDITION, "was: [2025-11-21]}", "zone: AoE}")
    assert diagnostics_of(workspace, "passed-deadline", today=dt.date(2025, 11, 29)) == []
    assert diagnostics_of(workspace, "passed-deadline", today=dt.date(2025, 11, 30))


def test_the_workshop_is_over_when_its_day_has_ended_at_the_venue(workspace: Workspace) -> None:
    for hour, count in ((6, 1), (7, 0)):  # Boise is seven hours behind UTC
        moment = dt.datetime(2026, 2, 27, hour, tzinfo=dt.UTC)
        found = workspace.check(["2026"], moment)
        assert [diagnostic.code for diagnostic in found].count("passed-deadline") == count


def test_papers_are_expected_from_the_day_after_the_notification(workspace: Workspace) -> None:
    (workspace.data / "editions/2026/papers.yaml").unlink()
    workspace.write("editions/2026/program.yaml", "[]\n")
    found = only_diagnostic_of(workspace, "missing-papers", today=dt.date(2025, 12, 19))
    assert found.message.replace(SPACE, " ") == (
        "authors were to be told by December 18, 2025, and no accepted papers are listed"
    )
    assert where(found) == workspace.place_of(EDITION, "2025-12-18")
    assert diagnostics_of(workspace, "missing-papers", today=dt.date(2025, 12, 18)) == []


def test_papers_that_are_listed_are_not_missing(workspace: Workspace) -> None:
    assert diagnostics_of(workspace, "missing-papers", today=dt.date(2025, 12, 19)) == []


@pytest.mark.parametrize(("day", "left"), [("2026-02-13", 13), ("2026-02-12", None)])
def test_authors_are_notified_two_weeks_before_at_the_least(
    workspace: Workspace, day: str, left: int | None
) -> None:
    workspace.replace(EDITION, NOTIFICATION, f"notification: {day}")
    if left:
        found = only_diagnostic_of(workspace, "late-notification")
        assert found.message == f"authors are told {left} days before the workshop"
        assert where(found) == workspace.place_of(EDITION, day)
    else:
        assert diagnostics_of(workspace, "late-notification") == []


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2025-11-29", "one day is for reviewing"),
        ("2025-12-04", "there are 6 days for reviewing"),
        ("2025-12-05", None),
    ],
)
def test_reviewers_have_a_week_at_the_least(
    workspace: Workspace, day: str, message: str | None
) -> None:
    workspace.replace(EDITION, NOTIFICATION, f"notification: {day}")
    assert [diagnostic.message for diagnostic in diagnostics_of(workspace, "short-review")] == (
        [message] if message else []
    )


def test_a_submission_deadline_without_a_zone_is_noted(workspace: Workspace) -> None:
    found = only_diagnostic_of(workspace, "submission-zone", today=PLANNING)
    assert found.message == (
        "no time zone is said of November\N{NO-BREAK SPACE}28, 2025, so that of the venue holds "
        "(America/Boise)"
    )
    assert found.hint == (
        "for anywhere on Earth write `{date: 2025-11-28, zone: AoE}`; if it is the venue's, "
        "`zone: America/Boise`"
    )
    assert where(found) == workspace.place_of(EDITION, "2025-11-28")


@pytest.mark.parametrize("zone", ["AoE", "America/Boise", "Europe/Madrid"])
def test_a_submission_deadline_with_a_zone_is_not_noted(workspace: Workspace, zone: str) -> None:
    workspace.replace(EDITION, "was: [2025-11-21]}", f"was: [2025-11-21], zone: {zone}}}")
    assert diagnostics_of(workspace, "submission-zone") == []


def test_the_hint_on_a_missing_zone_keeps_the_time(workspace: Workspace) -> None:
    workspace.replace(EDITION, "was: [2025-11-21]}", "was: [2025-11-21], time: 17:00}")
    found = only_diagnostic_of(workspace, "submission-zone", today=PLANNING)
    assert "`{date: 2025-11-28, time: 17:00, zone: AoE}`" in (found.hint or "")
