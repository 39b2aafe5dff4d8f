"""A command in a process that was forked does what it does where Python begins anew."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.process import forked, fresh
from tests.workspace import Workspace

PROGRESS = re.compile(r"(?m)^proposal: (?:reading the data|build/.*)\n")
"""What is said now and then of a job that takes long, as it does on a machine that is slow."""
SECONDS = re.compile(r"  \d+\.\d s$", re.MULTILINE)


def files(workspace: Workspace) -> dict[Path, bytes]:
    """All that stands in a workspace, by its place there."""
    found = (file for file in workspace.root.rglob("*") if file.is_file())
    return {file.relative_to(workspace.root): file.read_bytes() for file in found}


@pytest.mark.parametrize(
    "typed",
    [
        "--version",
        "facts 2024",
        "check --all",
        "build 2026 --only text,site",
        "new 2027 --from 2026 --venue wsdm-2027",
        "import people people.csv --edition 2026",
        "init another",
        "schema",
        "doctor",
        "audit page.html --edition 2026",
        "bulid",
    ],
)
def test_both_print_the_same_and_leave_the_same(typed: str, tmp_path: Path) -> None:
    outcomes = []
    for run in (fresh, forked):
        workspace = Workspace.of_the_real_workshop(tmp_path / run.__name__ / "workshop")
        (workspace.root / "people.csv").write_text("name,email\nAda Lovelace,ada@example.net\n")
        (workspace.root / "page.html").write_text("<p>Neil Shah (Elsewhere)</p>\n")
        finished = run(*typed.split(), folder=workspace.root)
        as_typed = finished.output.replace(f"{sys.executable} -m proposal", "proposal")
        printed = SECONDS.sub("", as_typed)
        errors = PROGRESS.sub("", finished.errors)
        outcomes.append((finished.code, printed, errors, files(workspace)))
    assert outcomes[0] == outcomes[1]


def test_nothing_of_one_command_is_left_for_another(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert forked("init", "mine/own", folder=tmp_path).code == 0
    assert forked("facts", folder=tmp_path).code != 0
    assert forked("-C", "mine/own", "facts", folder=tmp_path).code == 0


def test_a_command_sees_the_surroundings_of_the_test_and_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace.of_the_real_workshop(tmp_path / "workshop")
    theirs, own = tmp_path / "theirs", tmp_path / "own"
    monkeypatch.setenv("XDG_CACHE_HOME", str(theirs))
    assert forked("check", folder=workspace.root).code == 0
    assert forked("check", folder=workspace.root, XDG_CACHE_HOME=str(own)).code == 0
    assert list(theirs.iterdir()) == [theirs / "proposal"]
    assert list(own.iterdir()) == [own / "proposal"]
