"""`proposal import`: bring what organizers already have into `data/`."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from proposal.build.outputs import refusals
from proposal.check.rules.config import without_suppressed
from proposal.cli.new_id import new_id
from proposal.cli.printing import print_diagnostics, printable_name, shown_file
from proposal.cli.progress import JobProgress
from proposal.cli.session import Session
from proposal.delivery import deliver
from proposal.diagnostics import Severity, has_errors, listing
from proposal.importers.broken_letters import warn_of_broken_letters
from proposal.importers.exports.column_choices import ColumnChoices, parsed_choices
from proposal.importers.exports.handed_source import holds_list
from proposal.importers.forbidden import refuse_draft
from proposal.importers.gone_papers import WITHDRAW
from proposal.importers.how_to_begin import how_to_begin
from proposal.importers.kept_values import REPLACE
from proposal.importers.paper_files.handed_pdfs import holds_pdfs
from proposal.importers.paper_files.paper_files_plan import plan_paper_files
from proposal.importers.plan import Plan, plan_import
from proposal.importers.sources import KINDS, WITH_COLUMNS, read_draft
from proposal.project import load
from proposal.source.file import marked
from proposal.typed_commands import as_typed, typed


def import_(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What the source is.")],
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", exists=True, help="A file or a folder.")
    ],
    edition: Annotated[
        str,
        typer.Option("--edition", metavar="E", parser=new_id, help="The edition that it is about."),
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="MEANING=N",
            help="Which column of a table holds what, as in name=3; may be repeated.",
        ),
    ] = None,
    withdraw: Annotated[
        bool,
        typer.Option(
            WITHDRAW,
            help="Mark papers as withdrawn that the source calls so, or no longer lists.",
        ),
    ] = False,
    replace: Annotated[
        bool,
        typer.Option(
            REPLACE, help="Let what a list says of papers take the place of what the data say."
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be done, and do nothing.")
    ] = False,
) -> None:
    """Bring a page, a paper, a Word document, a table or a message into data/.

    What will change is shown, and then written; with --dry-run, it is only shown.

    \b
    KIND is one of these:
      site, jekyll  a workshop's website: its sources, or saved pages
      latex         a paper in LaTeX: its main file
      word          a Word document, .docx
      people        a table of people, or the list of them that a system exports
      papers        a list of accepted papers, or a folder or a zip of their PDFs
      program       a schedule that a system exports, a calendar or a table
      aclpub2       a folder of aclpub2
      acm-rights    the mail that ACM sends after its rights form
    """  # noqa: D301 — click takes the sign itself for "keep these lines"
    if kind not in KINDS:
        raise typer.BadParameter(f"'{kind}' is not one of {', '.join(KINDS)}", param_hint="KIND")
    if withdraw and kind != "papers":
        raise typer.BadParameter("only papers are withdrawn", param_hint=WITHDRAW)
    if replace and kind != "papers":
        raise typer.BadParameter("only values of papers are replaced", param_hint=REPLACE)
    choices = _choices(kind, column or [])
    session: Session = context.obj
    root = session.root_to_fill()
    folder = load(root).data
    if has_errors(folder.diagnostics):
        print_diagnostics(folder.diagnostics, session.console)
        session.console.print("\nMend the data first; nothing was changed.")
        raise typer.Exit(1)
    with JobProgress(f"reading {printable_name(source.name)}") as progress:
        if kind == "papers" and holds_pdfs(source) and not holds_list(source):
            plan = plan_paper_files(folder, source, edition, progress.of("reading PDFs"))
        else:
            watch = progress.of("reading pages")
            draft = read_draft(kind, source, edition, choices, folder, watch)
            progress.begin("comparing with the data")
            refuse_draft(draft, source)
            warn_of_broken_letters(draft)
            plan = plan_import(folder, draft, edition, withdraws=withdraw, replaces=replace)
    plan.diagnostics[:] = without_suppressed(plan.diagnostics, folder)
    print_plan(plan, session.console)
    if not dry_run and not plan.is_empty:
        deliver(plan.created | plan.changed)
        _print_next_step(root, edition, session.console)
    if has_errors(plan.diagnostics):
        session.console.print("Not all of the source could be read; see the errors above.")
        raise typer.Exit(1)


def _choices(kind: str, columns: list[str]) -> ColumnChoices:
    """The columns that the user named.

    Raises:
        typer.BadParameter: such a source has no columns, or what was typed names none.
    """
    if columns and kind not in WITH_COLUMNS:
        raise typer.BadParameter(
            f"only {listing(WITH_COLUMNS)} are read from tables", param_hint="--column"
        )
    try:
        return parsed_choices(columns)
    except ValueError as reason:
        raise typer.BadParameter(str(reason), param_hint="--column") from reason


def _print_next_step(root: Path, edition_id: str, console: Console) -> None:
    """Say what to type now that an import is written, or what keeps the data from being built.

    Raises:
        typer.Exit: something does.
    """
    project = load(root)
    folder = project.data
    if folder.workshop is None or edition_id not in folder.editions:
        print_diagnostics(folder.diagnostics, console)
        if has_errors(folder.diagnostics):
            console.print("What was understood is in data/. Correct it before you go on.")
            raise typer.Exit(1)
        following = as_typed(how_to_begin(folder, edition_id))
        console.print(Text.assemble(("Done. ", "bold"), f"Next: {following}"))
        return
    warnings = [
        diagnostic for diagnostic in folder.diagnostics if diagnostic.severity is not Severity.ERROR
    ]
    refused = refusals(project, edition_id)
    print_diagnostics([*without_suppressed(warnings, folder), *refused], console)
    if refused:
        what = "this error is" if len(refused) == 1 else f"these {len(refused)} errors are"
        console.print(f"What was understood is in data/. It cannot be built before {what} mended.")
        raise typer.Exit(1)
    console.print(Text.assemble(("Done. ", "bold"), f"Next: {typed('build')}"))


_KEPT = {"kept-value", "kept-title", "kept-fuller", "known-otherwise"}
_IN_DATA = "Everything in the source is in data/ already."


def print_plan(plan: Plan, console: Console) -> None:
    """Show what an import does: new files, changed values, and what it did not understand."""
    for file in plan.created:
        console.print(Text.assemble(("new      ", "green"), shown_file(file)))
    for file, changes in groupby(plan.changes, key=lambda change: change.file):
        console.print(Text.assemble(("changes  ", "yellow"), shown_file(file)))
        for change in changes:
            old = f"{change.old} → " if change.old is not None else ""
            console.print(
                Text.assemble((f"           {change.where}: ", "dim"), marked(f"{old}{change.new}"))
            )
    if plan.is_empty:
        kept = any(found.code in _KEPT for found in plan.diagnostics)
        console.print("Nothing changes in data/." if kept else _IN_DATA)
    if plan.diagnostics:
        console.print()
        print_diagnostics(plan.diagnostics, console)
