"""`proposal init`: start a workshop."""

from __future__ import annotations

import datetime as dt
import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from proposal.cli import ending
from proposal.cli.github_setup import planned_workflow, write_workflow
from proposal.cli.printing import shown_file
from proposal.cli.session import Session
from proposal.delivery import deliver
from proposal.diagnostics import ProposalError
from proposal.model.reference.schema_line import SCHEMA_FOLDER
from proposal.scaffold.kept_answers import forget_answers, keep_answers, kept_answers
from proposal.scaffold.new_series import (
    Question,
    default_answers,
    invalid_reason,
    is_settled,
    new_series,
    questions,
    understood_as,
    zone_question,
)
from proposal.typed_commands import typed


class FolderInUseError(ProposalError):
    """A series was to be started where something else is already."""

    exit_code = 2


def init(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="The new workshop's folder.")
    ] = None,
    github: Annotated[
        bool,
        typer.Option(
            "--github", help="Write a workflow by which GitHub builds and publishes, too."
        ),
    ] = False,
    program: Annotated[
        str | None,
        typer.Option(
            "--program",
            metavar="URL@VERSION",
            help="With --github: the public repository of this program, and a tag or commit.",
        ),
    ] = None,
) -> None:
    """Start a workshop: a few questions, and a folder that builds at once."""
    session: Session = context.obj
    if program is not None and not github:
        raise typer.BadParameter("it is needed with --github only", param_hint="--program")
    if github and (folder is None or _holds_workshop(folder)):
        root = session.root() if folder is None else folder.resolve()
        write_workflow(planned_workflow(root, program), session.console)
        return
    if folder is None:
        raise typer.BadParameter("name the folder of the new workshop", param_hint="DIR")
    workflow = planned_workflow(folder.resolve(), program) if github else None
    _start(folder, session)
    if workflow is not None:
        write_workflow(workflow, session.console)


def _holds_workshop(folder: Path) -> bool:
    return (folder / "data" / "workshop.yaml").is_file()


def _start(folder: Path, session: Session) -> None:
    """Start a workshop in a folder.

    Raises:
        FolderInUseError: something else is there already.
    """
    root = folder.resolve()
    if root.exists() and not root.is_dir():
        raise FolderInUseError(f"{folder} is a file, not a folder; nothing was changed")
    if (root / "data").exists():
        raise FolderInUseError(f"{folder / 'data'} exists already; nothing was changed")
    today = dt.datetime.now(dt.UTC).date()
    answers = default_answers(today)
    is_asked = sys.stdin is not None and sys.stdin.isatty()
    if is_asked:
        with ending.at_once():
            answers = _dialogue(root, folder, today)
    files = new_series(root, answers, today)
    deliver(files)
    forget_answers(root)
    schemas = [file for file in files if file.parent == root / SCHEMA_FOLDER]
    for file in files:
        if file not in schemas:
            session.console.print(f"written  {shown_file(file)}", markup=False)
    count = f"{len(schemas)} files, by which editors know what may stand in yours"
    session.console.print(f"written  {shown_file(root / SCHEMA_FOLDER)}/  {count}", markup=False)
    here = str(folder)
    if not is_asked:
        session.console.print(
            "\nNothing was asked, since questions need a terminal: the files hold examples in "
            "place of answers.",
            markup=False,
        )
    session.console.print(
        f"\nNext: `{typed('build', here)}` makes everything, and `{typed('check', here)}` "
        "says what is left to fill in.",
        markup=False,
    )


def _dialogue(root: Path, folder: Path, today: dt.date) -> dict[str, str]:
    """Ask all questions; the answers so far outlive whatever breaks the dialogue off."""
    before = kept_answers(root)
    typer.echo("Press Enter to keep what stands in brackets; all of it can be changed later.")
    if before:
        typer.echo("Your answers of the last time were kept, and stand in the brackets.")
    answers: dict[str, str] = {}
    are_kept = False
    try:
        for question in questions(today):
            if is_settled(question, answers):
                answers[question.key] = question.default
                continue
            asked = zone_question(question, answers, today) if question.key == "zone" else question
            answers[question.key] = _ask(asked, before.get(question.key))
            are_kept = keep_answers(root, before | answers)
    except (KeyboardInterrupt, typer.Abort):
        if are_kept:
            again = typed(f"init {shlex.quote(str(folder))}", None)
            typer.echo(f"\nYour answers are kept; `{again}` goes on with them.", err=True)
        raise
    return answers


_NEEDED = "this cannot be left out; write an answer as that in parentheses"


def _ask(question: Question, before: str | None) -> str:
    """Ask until the answer can be taken.

    Args:
        question: what is asked; without a default it has to be answered.
        before: the answer of the last time, which is offered again if it can still be taken.
    """
    offered = before if before and invalid_reason(question, before) is None else question.default
    while True:
        answer = str(typer.prompt(question.text, default=offered, show_default=bool(offered)))
        reason = invalid_reason(question, answer) if answer else _NEEDED
        if reason is None:
            understood = understood_as(question, answer)
            if understood is not None:
                typer.echo(f"  {understood}")
            return answer
        typer.echo(f"  {reason}")
