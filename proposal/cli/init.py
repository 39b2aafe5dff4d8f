"""`proposal init`: start a workshop."""

from __future__ import annotations

import datetime as dt
import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from proposal.cli.printing import shown_file
from proposal.cli.session import Session
from proposal.delivery import deliver
from proposal.diagnostics import ProposalError
from proposal.starting.new_series import (
    Question,
    default_answers,
    fault_of,
    new_series,
    questions,
)


class FolderInUseError(ProposalError):
    """A series was to be started where something else is already."""

    exit_code = 2


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new workshop's folder.")],
) -> None:
    """Start a workshop: a few questions, and a folder that builds at once."""
    session: Session = context.obj
    root = folder.resolve()
    if root.exists() and not root.is_dir():
        raise FolderInUseError(f"{folder} is a file, not a folder; nothing was changed")
    if (root / "data").exists():
        raise FolderInUseError(f"{folder / 'data'} exists already; nothing was changed")
    today = dt.datetime.now(dt.UTC).date()
    answers = default_answers(today)
    if sys.stdin is not None and sys.stdin.isatty():
        typer.echo("Press Enter to keep what stands in brackets; all of it can be changed later.")
        answers = {each.key: _ask(each) for each in questions(today)}
    files = new_series(root, answers, today)
    deliver(files)
    for file in files:
        session.console.print(f"written  {shown_file(file)}", markup=False)
    here = shlex.quote(str(folder))
    session.console.print(
        f"\nNext: `proposal -C {here} build` makes everything, and `proposal -C {here} check` "
        "says what is left to fill in.",
        markup=False,
    )


def _ask(question: Question) -> str:
    while True:
        answer = str(typer.prompt(question.text, default=question.default))
        fault = fault_of(question, answer)
        if fault is None:
            return answer
        typer.echo(f"  {fault}")
