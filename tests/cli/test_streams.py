"""Commands print on whatever they are given: other encodings, nothing, a full disk, a pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process import without_progress
from tests.workspace import Workspace

ODD_TERMINALS = [
    ({"PYTHONIOENCODING": "ascii"}, ["check", "--format", "json"]),
    ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, ["check"]),
    ({"TERM": "dumb"}, ["check"]),
    ({"COLUMNS": "0"}, ["--help"]),
    ({"COLUMNS": "-7"}, ["check"]),
]
"""Variables that describe a terminal, and what is typed there."""


@pytest.fixture
def small(workspace: Workspace) -> Workspace:
    """A workshop with a name in letters that few encodings have."""
    workspace.replace("people/neil-shah.yaml", "name: Neil Shah", "name: Łucja Šћ")
    return workspace


def printed(workspace: Workspace, *typed: str, **surroundings: str) -> bytes:
    """What a command prints that ends well and has nothing to complain of."""
    finished = subprocess.run(
        [sys.executable, "-m", "proposal", *typed],
        cwd=workspace.root,
        env={**os.environ, **surroundings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert without_progress(finished.stderr.decode(errors="replace")) == ""
    return finished.stdout


@pytest.mark.parametrize(("surroundings", "typed"), ODD_TERMINALS)
def test_any_terminal_is_printed_to(
    small: Workspace, surroundings: dict[str, str], typed: list[str]
) -> None:
    assert printed(small, *typed, **surroundings).strip()


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("19", 80), ("1000000", 80)])
def test_only_a_width_that_a_terminal_may_have_is_kept_to(
    small: Workspace, columns: str, width: int
) -> None:
    lines = printed(small, "--help", COLUMNS=columns).decode().splitlines()
    assert width - 20 < max(map(len, lines)) <= width


def test_json_is_whole_in_any_encoding(small: Workspace) -> None:
    usual = small.run("facts", "--format", "json").output
    narrow = printed(small, "facts", "--format", "json", PYTHONIOENCODING="latin-1")
    assert json.loads(narrow.decode("ascii")) == json.loads(usual)
    assert "Łucja Šћ" in usual


def test_letters_that_cannot_be_printed_are_escaped_and_not_lost(small: Workspace) -> None:
    output = printed(small, "facts", PYTHONIOENCODING="latin-1").decode("latin-1")
    assert "\\u0141ucja \\u0160\\u045b" in output
    assert "+ " in printed(small, "build", "--only", "text", PYTHONIOENCODING="latin-1").decode(
        "latin-1"
    )


def shell(workspace: Workspace, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which $PROPOSAL is the command."""
    command = f"{sys.executable} -m proposal"
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line.replace('$PROPOSAL', command)}"],
        cwd=workspace.root,
        env=dict(os.environ),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    "line", ["$PROPOSAL check | true", "$PROPOSAL facts | head -1", "$PROPOSAL schema | head -1"]
)
def test_a_reader_that_has_gone_ends_a_command_without_a_word(
    workspace: Workspace, line: str
) -> None:
    assert without_progress(shell(workspace, line).stderr) == ""


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_error(workspace: Workspace, closed: str) -> None:
    finished = shell(workspace, f"$PROPOSAL check {closed}")
    assert finished.returncode == 0
    assert without_progress(finished.stderr) == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("command", ["check", "facts --format json", "schema"])
def test_a_full_disk_behind_the_output_is_reported(workspace: Workspace, command: str) -> None:
    finished = shell(workspace, f"$PROPOSAL {command} > /dev/full")
    assert finished.returncode == 1
    assert "the disk is full" in finished.stderr
    assert "fault of the program" not in finished.stderr
    assert "Traceback" not in finished.stderr
