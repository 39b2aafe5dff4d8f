"""`proposal booklet`: what is printed for the day."""

from __future__ import annotations

import typer

from proposal.booklet.making import make_booklet
from proposal.check.rules.config import without_suppressed
from proposal.cli.common_arguments import Editions
from proposal.cli.printing import print_diagnostics
from proposal.cli.progress import BuildProgress
from proposal.cli.session import Session
from proposal.diagnostics import has_errors
from proposal.project import load


def booklet(
    context: typer.Context,
    editions: Editions = None,
) -> None:
    """Make what is printed for the day: a booklet of the program in two sizes, and door signs."""
    session: Session = context.obj
    project = load(session.root())
    found = []
    with BuildProgress(session.console) as progress:
        for edition_id in project.chosen_ids(editions or []):
            found += make_booklet(project, edition_id, progress.show)
    remaining = without_suppressed(dict.fromkeys(found), project.data)
    print_diagnostics(remaining, session.console)
    if has_errors(found):
        raise typer.Exit(1)
