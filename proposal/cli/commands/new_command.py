"""`proposal new`: start the next edition."""

from __future__ import annotations

from typing import Annotated

import typer

from proposal.build.outputs import render_editions
from proposal.check.rules.config import without_suppressed
from proposal.check.rules.run_rules import open_points
from proposal.cli.new_id import new_id
from proposal.cli.printing import print_diagnostics, shown_file
from proposal.cli.session import Session
from proposal.delivery import deliver
from proposal.diagnostics import has_errors
from proposal.project import load
from proposal.scaffold.next_edition import likely_options, next_edition
from proposal.typed_commands import as_typed, typed


def new(
    context: typer.Context,
    edition: Annotated[
        str,
        typer.Argument(
            metavar="EDITION", parser=new_id, help="The new one: its year, as 2027 or 2027-spring."
        ),
    ],
    source: Annotated[
        str | None, typer.Option("--from", metavar="E", help="The edition to start from.")
    ] = None,
    venue: Annotated[
        str | None,
        typer.Option(
            "--venue",
            metavar="V",
            help="The id of the host conference, such as wsdm-2027, or of a place alone; `none` "
            "for a workshop beside no conference.",
        ),
    ] = None,
) -> None:
    """Start the next edition from an earlier one."""
    session: Session = context.obj
    root = session.root()
    project = load(root)
    if source is None or venue is None:
        missing = "--from" if source is None else "--venue"
        likely = f"new {edition} {likely_options(project, edition, source, venue)}"
        message = f"it is missing; type for example `{typed(likely)}`"
        raise typer.BadParameter(message, param_hint=missing)
    start = next_edition(project, edition, source, venue)
    if has_errors(start.diagnostics):
        print_diagnostics(start.diagnostics, session.console)
        session.console.print("\nMend the data first; nothing was changed.")
        raise typer.Exit(1)
    deliver(start.files)
    for file in start.files:
        session.console.print(f"written  {shown_file(file)}", markup=False)
    for line in start.messages:
        session.console.print(as_typed(line), markup=False)
    left = as_typed("\nLeft to do (`proposal check` goes on showing it):\n")
    session.console.print(left, markup=False)
    project = load(root)
    found = open_points(project, render_editions(project, [edition]), edition)
    print_diagnostics(without_suppressed(found, project.data), session.console)
