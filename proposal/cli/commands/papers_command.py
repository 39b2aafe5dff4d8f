"""`proposal papers`: whether the papers print what the data say of them."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from proposal.check.papers.paper_letters import LETTERS, write_letters
from proposal.check.papers.papers_check import CheckedPaper, check_papers, is_published_nowhere
from proposal.check.rules.config import without_suppressed
from proposal.cli.check_format import CheckFormat
from proposal.cli.common_arguments import Editions
from proposal.cli.printing import github_annotation, print_diagnostics
from proposal.cli.progress import JobProgress
from proposal.cli.read_papers_table import print_papers
from proposal.cli.session import Session
from proposal.cli.streams import print_json
from proposal.diagnostics import Diagnostic, Severity, error, has_errors, in_order
from proposal.edition.edition import Edition
from proposal.proceedings.volume_plan import left_out
from proposal.project import Project, load


def papers(
    context: typer.Context,
    editions: Editions = None,
    form: Annotated[
        CheckFormat, typer.Option("--format", help="How to print it.")
    ] = CheckFormat.TEXT,
    details: Annotated[
        bool,
        typer.Option(
            "--details", help="Print each finding with its place in the data and its code."
        ),
    ] = False,
) -> None:
    """Read the accepted papers back, say where they differ from the data, and write letters."""
    session: Session = context.obj
    project = load(session.root())
    edition_ids = project.chosen_ids(editions or [])
    found = project.diagnostics_of(edition_ids)
    checked: list[tuple[str, CheckedPaper]] = []
    if not has_errors(found):
        for edition_id in edition_ids:
            edition = project.editions[edition_id]  # with addresses that no page shows
            if not edition.papers:
                found.append(_without_papers(edition_id))
                continue
            read = _check(project, edition, session.console if form is CheckFormat.TEXT else None)
            checked += [(edition_id, paper) for paper in read]
            found += [
                left_out(paper) for paper in edition.papers if is_published_nowhere(edition, paper)
            ]
    others = without_suppressed(dict.fromkeys(found), project.data)
    of_papers = [diagnostic for _, paper in checked for diagnostic in paper.diagnostics]
    _print([*others, *of_papers], checked, form)
    if form is CheckFormat.TEXT:
        shown = [*others, *of_papers] if details else others
        if shown:
            session.console.print()
        print_diagnostics(shown, session.console)
    wrong = any(diagnostic.severity is not Severity.NOTE for diagnostic in of_papers)
    if wrong or has_errors(others):
        raise typer.Exit(1)


def _check(project: Project, edition: Edition, console: Console | None) -> list[CheckedPaper]:
    """Read the papers of an edition back, and write the letters to their authors.

    Args:
        project: the data.
        edition: the edition.
        console: where to print what was found; nothing if it is for programs.
    """
    with JobProgress("opening the papers") as progress:
        read = check_papers(project, edition, watch=progress.of("reading the papers"))
    letters = write_letters(project.root, edition, read)
    if console is not None and read:
        print_papers(read, console)
        if letters:
            place = f"build/{edition.id}/{LETTERS}/"
            line = f"Letters to their authors are in {place}, as ID.txt."
            console.print(line, markup=False)
    return read


def _print(
    found: list[Diagnostic], checked: list[tuple[str, CheckedPaper]], form: CheckFormat
) -> None:
    """Print everything for programs."""
    if form is CheckFormat.JSON:
        from proposal.cli.papers_report import PapersReport  # noqa: PLC0415 - slow to load

        print_json(PapersReport.of(checked, found).model_dump(mode="json"))
    elif form is CheckFormat.GITHUB:
        for diagnostic in in_order(found):
            typer.echo(github_annotation(diagnostic))


def _without_papers(edition_id: str) -> Diagnostic:
    message = f"the edition {edition_id} has no papers"
    hint = f"list them in data/editions/{edition_id}/papers.yaml"
    return error("no-papers", message, hint=hint)
