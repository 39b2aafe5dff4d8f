"""`proposal proceedings`: the volume of an edition's papers."""

from __future__ import annotations

from typing import Annotated

import typer

from proposal.check.rules.config import without_suppressed
from proposal.cli.printing import print_diagnostics
from proposal.cli.progress import BuildProgress
from proposal.cli.session import Session
from proposal.diagnostics import has_errors
from proposal.proceedings.proceedings import make_proceedings
from proposal.proceedings.written_pages import write_pages
from proposal.project import load


def proceedings(
    context: typer.Context,
    editions: Annotated[
        list[str] | None,
        typer.Argument(metavar="[EDITION]...", help="Years; the current one if none."),
    ] = None,
    writes_pages: Annotated[
        bool,
        typer.Option("--write-pages", help="Write each paper's pages into papers.yaml."),
    ] = False,
) -> None:
    """Make the volume of an edition's papers: stamped, with front matter, contents and index."""
    session: Session = context.obj
    root = session.root()
    project = load(root)
    found = []
    with BuildProgress(session.console) as progress:
        for edition_id in project.chosen_ids(editions or []):
            made = make_proceedings(project, edition_id, progress.show)
            found += made.diagnostics
            if writes_pages and made.plan is not None:
                written, refused = write_pages(project.data.editions[edition_id].folder, made)
                found = [note for note in found if note.code != "other-pages"] + refused
                for line in written:
                    session.console.print(line)
    remaining = without_suppressed(dict.fromkeys(found), project.data)
    print_diagnostics(remaining, session.console)
    if has_errors(found):
        raise typer.Exit(1)
