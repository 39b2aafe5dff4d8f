"""Until when papers are due is said so that it is true for every round and every track."""

from __future__ import annotations

import datetime as dt

import pytest

from proposal.edition.edition import Edition
from proposal.edition.public import public
from proposal.render.text.texts import texts
from tests.check.findings import diagnostics_of
from tests.workspace import Workspace

EDITION = "editions/2027/edition.yaml"
SHORT = "  submission_short: {date: 2026-11-27, kind: submission, track: short,"
ROUND = "  round_2: {date: 2027-01-04, zone: AoE, kind: submission, label: Second round}\n"
FIRST = "Friday, November 20, 2026, 23:59 AoE"
OF_SHORT = "Friday, November 27, 2026, 18:00 (WET, UTC+0)"
OPEN = "Submission deadline"
ROUNDS = dt.date(2026, 11, 1)


def of(workspace: Workspace) -> Edition:
    return public(workspace.edition("2027"))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("", "", f"{FIRST}, and others until {OF_SHORT}"),
        (SHORT, ROUND + SHORT, f"{FIRST}, and others until Monday, January 4, 2027 (AoE)"),
        ("2026-11-27, kind: submission,", "2026-11-27, kind: camera_ready,", FIRST),
        (SHORT, f"{SHORT} tentative: true,", f"{FIRST}; to be announced: {OPEN} (Short papers)"),
        (
            "    zone: AoE\n",
            "    tentative: true\n",
            f"{OF_SHORT}, for one track; to be announced: {OPEN}",
        ),
        (
            SHORT,
            ROUND.replace("label:", "tentative: true, label:") + SHORT,
            f"{FIRST}, and others until {OF_SHORT}; to be announced: Second round",
        ),
        (
            "  submission:\n    date: 2026-11-20\n",
            "  poster:\n    label: Poster upload\n    date: 2026-11-20\n",
            f"{OF_SHORT}, for one track",
        ),
    ],
)
def test_the_head_of_a_call_is_true_for_all(
    engines: Workspace, old: str, new: str, line: str
) -> None:
    if old:
        engines.replace(EDITION, old, new)
    assert of(engines).dates.submission_line.replace("\N{NO-BREAK SPACE}", " ") == line


def test_the_plain_call_has_that_line(engines: Workspace) -> None:
    call = texts(engines.root, of(engines), None).files["cfp.txt"].decode()
    assert f"{FIRST}, and others until" in " ".join(call.split())


def test_papers_are_sent_to_an_address_until_the_last_round(engines: Workspace) -> None:
    # The track `short` has an address of its own; all others share that of `submissions`.
    edition = of(engines)
    (short,) = (track for track in edition.submissions.tracks if track.id == "short")
    assert short.url
    of_all = dt.datetime(2026, 11, 21, 11, 59, tzinfo=dt.UTC)
    assert edition.papers_until() == of_all
    assert edition.papers_until(short) == dt.datetime(2026, 11, 27, 18, tzinfo=dt.UTC)
    engines.replace(EDITION, SHORT, ROUND + SHORT)
    assert of(engines).papers_until() == dt.datetime(2027, 1, 5, 12, tzinfo=dt.UTC)
    engines.replace(EDITION, "kind: submission, label", "kind: submission, tentative: true, label")
    assert of(engines).papers_until() is None


def test_the_days_of_every_round_are_compared(engines: Workspace) -> None:
    notified = "  notification_2: {date: 2027-01-03, kind: notification, label: Second decisions}\n"
    engines.replace(EDITION, SHORT, ROUND + notified + SHORT)
    (found,) = diagnostics_of(engines, "deadline-order", "2027", ROUNDS)
    assert found.message.replace("\N{NO-BREAK SPACE}", " ").startswith(
        "“Second decisions” (January 3, 2027) is not after “Second round”"
    )
    engines.replace(EDITION, "2027-01-03", "2027-01-24")
    assert diagnostics_of(engines, "deadline-order", "2027", ROUNDS) == []


@pytest.mark.parametrize(
    ("label", "is_asked"),
    [
        ("Second round: submission deadline", True),
        ("Late papers are due", True),
        ("Poster upload", False),
        ("Travel grant applications due", False),
    ],
)
def test_a_date_that_looks_like_another_round_is_asked_about(
    engines: Workspace, label: str, is_asked: bool
) -> None:
    engines.replace(EDITION, SHORT, f'  other: {{date: 2026-12-01, label: "{label}"}}\n{SHORT}')
    found = diagnostics_of(engines, "submission-without-kind", "2027", ROUNDS)
    assert [item.hint for item in found] == (
        ["if they are, as in another round, write `kind: submission` beside the label"]
        if is_asked
        else []
    )


def test_a_date_of_a_workshop_that_is_over_is_not_asked_about(engines: Workspace) -> None:
    engines.replace(EDITION, SHORT, f"  other: {{date: 2026-12-01, label: Late papers}}\n{SHORT}")
    engines.replace(EDITION, "label: Late papers", "label: Late papers are due")
    assert len(diagnostics_of(engines, "submission-without-kind", "2027", ROUNDS)) == 1
    afterwards = dt.date(2027, 3, 1)
    assert diagnostics_of(engines, "submission-without-kind", "2027", afterwards) == []


def test_fewer_notifications_than_rounds_must_follow_the_first_round_only(
    engines: Workspace,
) -> None:
    third = ROUND.replace("round_2", "round_3").replace("2027-01-04", "2027-01-05")
    notified = "  notification_2: {date: 2027-01-03, kind: notification, label: Second decisions}\n"
    engines.replace(EDITION, SHORT, ROUND + third + notified + SHORT)
    assert diagnostics_of(engines, "deadline-order", "2027", ROUNDS) == []
