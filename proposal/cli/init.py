"""`proposal init`: start a workshop."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from proposal.cli.printing import shown_file
from proposal.cli.session import Session
from proposal.delivery import deliver
from proposal.diagnostics import ProposalError
from proposal.starting.new_series import Question, fault_of, new_series, questions


class FolderInUseError(ProposalError):
    """There are data already where a series was to be started."""


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new workshop's folder.")],
) -> None:
    """Start a workshop: a few questions, and a folder that builds at once."""
    session: Session = context.obj
    root = folder.resolve()
    if (root / "data").exists():
        raise FolderInUseError(f"{folder}/data exists already; nothing was changed")
    asked = questions(dt.datetime.now(dt.UTC).date())
    is_dialogue = sys.stdin.isatty()
    answers = {each.key: _ask(each) if is_dialogue else each.default for each in asked}
    files = new_series(root, answers)
    deliver(files)
    for file in files:
        session.console.print(f"written  {shown_file(file)}", markup=False)
    session.console.print(
        f"\nNext: proposal -C {folder} build, and proposal -C {folder} check for what is left "
        "to fill in.",
        markup=False,
    )


def _ask(question: Question) -> str:
    while True:
        answer = str(typer.prompt(question.text, default=question.default)).strip()
        fault = fault_of(question, answer)
        if fault is None:
            return answer
        typer.echo(f"  {fault}")
