"""Writes the workflow for GitHub, and says what to do there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import typer
from msgspec import Struct
from rich.console import Console

from proposal.cli import ending
from proposal.cli.printing import shown_file
from proposal.delivery import deliver
from proposal.diagnostics import ProposalError
from proposal.scaffold.github_workflow import WORKFLOW, ProgramSource, github_workflow
from proposal.scaffold.program_source import holds_program, own_source, read_source


class NoWorkflowError(ProposalError):
    """A workflow cannot be written, or not without an answer."""

    exit_code = 2


class WorkflowPlan(Struct, frozen=True):
    """A workflow that is to be written."""

    file: Path
    content: bytes


def planned_workflow(root: Path, program: str | None) -> WorkflowPlan:
    """The workflow of a workshop.

    Args:
        root: the workshop's folder, which may be still to be made.
        program: where the program comes from, if somebody has said it.

    Raises:
        NoWorkflowError: nobody knows where a machine of GitHub gets the program from.
    """
    top = _top_of_repository(root)
    source = None if holds_program(top) and program is None else _source(program)
    folder = root.relative_to(top).as_posix()
    if not folder.isprintable() or "${" in folder:
        raise NoWorkflowError(f"{folder} is a name that a workflow cannot hold; rename the folder")
    return WorkflowPlan(top / WORKFLOW, github_workflow(source, folder))


def write_workflow(plan: WorkflowPlan, console: Console) -> None:
    """Write a workflow, and say what is to be done at GitHub.

    Raises:
        NoWorkflowError: another one is there already, and stays.
        DeliveryError: it cannot be written.
    """
    shown = shown_file(plan.file)
    if plan.file.exists() and plan.file.read_bytes() == plan.content:
        console.print(f"unchanged  {shown}", markup=False)
    else:
        _expect_place(plan.file, shown)
        deliver({plan.file: plan.content})
        console.print(f"written  {shown}", markup=False)
    console.print(
        "\nNext: commit it with the data, and push. At GitHub, open Settings → Pages of the "
        "repository and choose “GitHub Actions” under Source. From then on, each push to the "
        "default branch publishes the website, if `proposal check` finds no error.",
        markup=False,
    )


def _expect_place(file: Path, shown: str) -> None:
    """Ask before another file is overwritten.

    Raises:
        NoWorkflowError: it stays.
    """
    if not file.exists():
        return
    if sys.stdin is not None and sys.stdin.isatty():
        with ending.at_once():
            if typer.confirm(f"{shown} exists already, with other contents. Overwrite it?"):
                return
    raise NoWorkflowError(
        f"{shown} exists already, with other contents, and stays; rename or remove it first"
    )


def _source(typed: str | None) -> ProgramSource:
    """Where the program comes from: as it was typed, or else where this one came from.

    Raises:
        NoWorkflowError: what was typed is no such place, or nothing is known.
    """
    source = read_source(typed) if typed is not None else own_source()
    if source is not None:
        return source
    form = "--program https://HOST/PATH@VERSION, where VERSION is a tag or a commit"
    if typed is not None:
        raise NoWorkflowError(f"a place from which everybody gets the program is written as {form}")
    raise NoWorkflowError(
        "GitHub's machines have to get this program from somewhere, and it cannot be seen where "
        f"yours came from. Name a public repository with it: {form}"
    )


def _top_of_repository(root: Path) -> Path:
    """The top of the git repository in which a folder lies; the folder itself if there is none."""
    start = next(folder for folder in (root, *root.parents) if folder.is_dir())
    try:
        finished = subprocess.run(
            ["git", "-C", str(start), "rev-parse", "--show-toplevel"],  # noqa: S607 - as PATH has it
            capture_output=True,
            check=False,
        )
    except OSError:
        return root
    if finished.returncode:
        return root
    top = Path(finished.stdout.decode("utf-8", "surrogateescape").rstrip("\n"))
    return top if root.is_relative_to(top) else root
