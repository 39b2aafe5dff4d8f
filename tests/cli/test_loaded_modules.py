"""What a command loads before it does anything, which takes longer than all else that it does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from proposal import __version__

_FRAMEWORKS = ("typer", "rich", "pydantic")


def run(*arguments: str) -> tuple[str, set[str]]:
    """What a command prints, and the names of all modules that it has loaded."""
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "proposal", *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    lines = [line for line in finished.stderr.splitlines() if line.startswith("import time:")]
    return finished.stdout, {line.rpartition("|")[2].strip() for line in lines}


def test_the_version_is_said_without_the_command_line() -> None:
    printed, loaded = run("--version")
    assert printed == f"proposal {__version__}\n"
    assert not loaded & set(_FRAMEWORKS)
    assert {name for name in loaded if name.startswith("proposal.cli")} == set()


def test_the_list_of_commands_is_printed_without_loading_them() -> None:
    printed, loaded = run("--help")
    assert "Make an edition's documents, and the website of all editions" in " ".join(
        printed.replace("│", " ").split()
    )
    assert not {name for name in loaded if name.endswith("_command")}
    assert "pydantic" not in loaded


@pytest.mark.parametrize("command", ["build", "check"])
def test_options_are_read_without_pydantic(command: str) -> None:
    _, loaded = run(command, "--help")
    assert "typer" in loaded
    assert "pydantic" not in loaded


def test_every_command_has_a_summary() -> None:
    printed, _ = run("--help")
    folder = Path(__file__).parents[2] / "proposal" / "cli"
    names = {file.stem.removesuffix("_command") for file in folder.glob("*_command.py")}
    lines = [line.strip("│ ").split(maxsplit=1) for line in printed.splitlines()]
    said = {line[0] for line in lines if len(line) > 1 and line[0] in names}
    assert said == names
