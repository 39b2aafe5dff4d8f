"""Every rule says why it exists, and the real editions are without a fault."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from proposal.check.rules.run_rules import RULES
from proposal.diagnostics import Severity
from tests.workspace import REAL_WORKSHOP, Workspace


def test_every_rule_says_why() -> None:
    for rule in RULES:
        assert rule.__doc__, rule.__name__


@pytest.mark.parametrize("today", ["2025-06-01", "2025-12-01", "2026-02-20", "2030-01-01"])
def test_the_real_editions_are_without_a_diagnostic_on_any_day(
    workspace: Workspace, today: str
) -> None:
    found = workspace.check(["2024", "2026"], dt.date.fromisoformat(today))
    assert [diagnostic for diagnostic in found if diagnostic.severity is not Severity.NOTE] == []


def test_the_real_editions_are_without_a_note_when_they_are_over(workspace: Workspace) -> None:
    assert workspace.check(["2024", "2026"], dt.date(2030, 1, 1)) == []


def test_what_is_open_in_the_real_data_is_reported() -> None:
    found = Workspace(REAL_WORKSHOP).check(["2024", "2026"], dt.date(2030, 1, 1))
    assert [(diagnostic.code, diagnostic.message.partition(",")[0]) for diagnostic in found] == [
        ("missing-email", "the organizer Neil Shah has no email address"),
        ("missing-email", "the organizer James Caverlee has no email address"),
        ("to-be-confirmed", "the number of participants (60) is to be confirmed"),
    ]


def test_looking_at_both_editions_takes_less_than_two_seconds() -> None:
    start = time.process_time()
    Workspace(REAL_WORKSHOP).check(["2024", "2026"])
    assert time.process_time() - start < 2
