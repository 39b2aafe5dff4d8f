"""Every rule has an entry in docs/rules.md, and the real editions are without a fault."""

from __future__ import annotations

import ast
import datetime as dt
import re
import time
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from proposal.diagnostics import Severity
from proposal.model.folder import read_folder
from proposal.verify import settings
from proposal.verify.call.rules import CALL
from proposal.verify.check import RULES, check
from proposal.verify.codes import CODES, OF_DATA
from proposal.verify.open_points import OPEN_POINTS
from proposal.verify.texts import TEXTS
from tests.workspace import REAL_WORKSHOP, ROOT, Workspace

_TELLING = {"finding", "error", "warning"}
_MODULES = {rule.__module__ for rule in (*RULES, *OPEN_POINTS, *CALL) if rule not in TEXTS}


def told_by(module: ModuleType) -> set[str]:
    """The codes that a module's text gives to what it finds."""
    assert module.__file__
    found: set[str] = set()
    for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(code)), *_]):
                found |= {code} if name in _TELLING else set()
            case ast.Call(func=ast.Name(id=name), args=[ast.Name(id=constant), *_]):
                found |= {vars(module)[constant]} if name in _TELLING else set()
    return found


def test_every_code_that_a_rule_tells_is_known_and_the_other_way_round() -> None:
    modules = [import_module(name) for name in sorted(_MODULES)]
    assert set().union(*map(told_by, [*modules, settings])) == set(CODES) - set(OF_DATA)


def test_every_rule_is_documented_with_its_severity_and_the_other_way_round() -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    entries = re.findall(r"^#### `([a-z-]+)` · (\w+)$", text, re.MULTILINE)
    assert sorted(entries) == sorted((code, str(severity)) for code, severity in CODES.items())


def test_every_rule_says_why() -> None:
    for rule in RULES:
        assert rule.__doc__, rule.__name__


@pytest.mark.parametrize("today", ["2025-06-01", "2025-12-01", "2026-02-20", "2030-01-01"])
def test_the_real_editions_are_without_a_fault_on_any_day(workspace: Workspace, today: str) -> None:
    found = check(workspace.read(), [2024, 2026], dt.date.fromisoformat(today))
    assert [each for each in found if each.severity is not Severity.NOTE] == []


def test_the_real_editions_are_without_a_note_when_they_are_over(workspace: Workspace) -> None:
    assert check(workspace.read(), [2024, 2026], dt.date(2030, 1, 1)) == []


def test_what_is_open_in_the_real_data_is_told() -> None:
    found = check(read_folder(REAL_WORKSHOP), [2024, 2026], dt.date(2030, 1, 1))
    assert [(each.code, each.message.partition(",")[0]) for each in found] == [
        ("missing-email", "the organizer Neil Shah has no email address"),
        ("missing-email", "the organizer James Caverlee has no email address"),
        ("to-be-confirmed", "the number of participants (60) is to be confirmed"),
    ]


def test_looking_at_both_editions_takes_less_than_two_seconds() -> None:
    start = time.process_time()
    check(read_folder(REAL_WORKSHOP), [2024, 2026])
    assert time.process_time() - start < 2
