"""What a command loads before it does anything, which takes longer than all else that it does."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from proposal import __version__
from tests.workspace import Workspace

_FRAMEWORKS = ("typer", "rich", "pydantic")

_MOST_FOR_VERSION = 36
_MOST_FOR_HELP = 179
_MOST_WITH_NOTHING_TO_DO = 214
"""How many modules may be loaded beside those with which Python itself starts, which are a few
more where a system has a `sitecustomize`, as Ubuntu does."""


def run(*arguments: str) -> tuple[str, set[str]]:
    """What a command prints, and the names of the modules that it has loaded."""
    printed, loaded = run_python("-m", "proposal", *arguments)
    return printed, loaded - start_modules()


@cache
def start_modules() -> set[str]:
    """The names of the modules that Python loads to do nothing."""
    return run_python("-c", "pass")[1]


def run_python(*arguments: str) -> tuple[str, set[str]]:
    """What Python prints, and the names of all modules that it has loaded."""
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
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
    assert len(loaded) <= _MOST_FOR_VERSION


def test_the_list_of_commands_is_printed_without_loading_them() -> None:
    printed, loaded = run("--help")
    assert "Make an edition's documents, and the website of all editions" in " ".join(
        printed.split()
    )
    assert not {name for name in loaded if name.endswith("_command")}
    assert not loaded & {"pydantic", "rich"}
    assert len(loaded) <= _MOST_FOR_HELP


@pytest.mark.parametrize("command", ["build", "check"])
def test_options_are_read_without_pydantic(command: str) -> None:
    _, loaded = run(command, "--help")
    assert "typer" in loaded
    assert not loaded & {"pydantic", "rich"}
    assert len(loaded) <= _MOST_FOR_HELP


@pytest.mark.parametrize("command", [("build", "2026", "--only", "text"), ("check", "2024")])
def test_what_has_nothing_to_do_loads_only_what_finds_that_out(
    workspace: Workspace, command: tuple[str, ...]
) -> None:
    words = ("-C", str(workspace.root), *command)
    first = workspace.run(*words)
    printed, loaded = run(*words)
    assert "build" not in command or "with 10 more texts and calendars, up to date" in printed
    assert "check" not in command or printed == first.output
    heavy = {"typer", "pydantic", "yaml", "markdown_it", "jinja2", "babel", "PIL", "subprocess"}
    assert not loaded & heavy
    assert not {name for name in loaded if name.endswith("_command")}
    assert len(loaded) <= _MOST_WITH_NOTHING_TO_DO


def test_every_command_has_a_summary() -> None:
    printed, _ = run("--help")
    folder = Path(__file__).parents[2] / "proposal" / "cli" / "commands"
    names = {file.stem.removesuffix("_command") for file in folder.glob("*_command.py")}
    lines = [line.split(maxsplit=1) for line in printed.splitlines()]
    said = {line[0] for line in lines if len(line) > 1 and line[0] in names}
    assert said == names != set()
