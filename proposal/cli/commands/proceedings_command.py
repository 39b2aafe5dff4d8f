"""`proposal proceedings`: the volume of an edition's papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from proposal.check.papers.papers_check import check_papers
from proposal.check.rules.config import without_suppressed
from proposal.cli.common_arguments import Editions
from proposal.cli.printing import print_diagnostics
from proposal.cli.progress import BuildProgress
from proposal.cli.session import Session
from proposal.delivery import deliver
from proposal.diagnostics import Diagnostic, counted, has_errors, warning
from proposal.proceedings.proceedings import make_proceedings
from proposal.proceedings.written_pages import PageChanges, page_changes
from proposal.project import Project, load


def proceedings(
    context: typer.Context,
    editions: Editions = None,
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
    changes: list[PageChanges] = []
    with BuildProgress(session.console) as progress:
        for edition_id in project.chosen_ids(editions or []):
            made = make_proceedings(project, edition_id, progress.show, progress.of("stamping"))
            found += made.diagnostics
            if writes_pages and made.plan is not None:
                changes.append(page_changes(project.data.editions[edition_id].folder, made))
                found = [note for note in found if note.code != "other-pages"]
                found += changes[-1].diagnostics
            if made.plan is not None and made.plan.entries:
                found += _to_correct(project, edition_id, len(made.plan.entries))
    remaining = without_suppressed(dict.fromkeys(found), project.data)
    print_diagnostics(remaining, session.console)  # as long as their lines are where they were
    for change in changes:
        deliver(change.files)
        for line in change.lines:
            session.console.print(line)
    if has_errors(found):
        raise typer.Exit(1)


def _to_correct(project: Project, edition_id: str, count: int) -> Iterator[Diagnostic]:
    """How many of the papers in the volume disagree with the data, or were not read back."""
    known = check_papers(project, project.editions[edition_id], only_known=True)
    read = [paper for paper in known if paper.pages]
    if len(read) < count:
        were = "was" if count - len(read) == 1 else "were"
        message = f"{count - len(read)} of {counted(count, 'paper')} {were} not read back"
        hint = f"`proposal papers {edition_id}` compares them with the data"
        yield warning("papers-not-read", message, hint=hint)
    wrong = sum(bool(paper.findings) for paper in read)
    if wrong:
        are = "is" if wrong == 1 else "are"
        message = f"{wrong} of {counted(len(read), 'paper')} {are} to be corrected"
        hint = f"`proposal papers {edition_id}` shows them, and writes letters to their authors"
        yield warning("papers-to-correct", message, hint=hint)
