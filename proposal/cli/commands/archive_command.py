"""`proposal archive`: an edition's website as a folder or a zip that needs no server."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from proposal.archiving.archive_order import ArchiveOrder, make_archive
from proposal.build import build as build_module
from proposal.build.prestarts import started_for
from proposal.build.request import Kind, Request
from proposal.build.up_to_date import report_if_up_to_date
from proposal.check.rules.config import without_suppressed
from proposal.cli.common_arguments import Editions
from proposal.cli.printing import print_diagnostics
from proposal.cli.progress import BuildProgress
from proposal.cli.session import Session
from proposal.diagnostics import MachineError
from proposal.edition.series import public_series
from proposal.project import load


def archive(
    context: typer.Context,
    editions: Editions = None,
    is_zip: Annotated[bool, typer.Option("--zip", help="Write a zip instead of a folder.")] = False,
    folder: Annotated[
        Path | None,
        typer.Option("--to", metavar="FOLDER", help="Where to put it; build/archive/ if none."),
    ] = None,
) -> None:
    """Put an edition's website away: pages that open without a server, for ever."""
    session: Session = context.obj
    root = session.root()
    project = load(root)
    edition_ids = project.chosen_ids(editions or [])
    request = Request(root=root, edition_ids=edition_ids, kinds=frozenset({Kind.SITE}))
    with BuildProgress(session.console) as progress:
        report = report_if_up_to_date(request, progress.show)
        if report is None:
            with closing(started_for(request)) as prestarted:
                report = build_module.build(request, progress.show, prestarted)
        is_made = report.is_good and project.series is not None
        if is_made and project.series is not None:
            series = public_series(project.series)
            place = folder.resolve() if folder else root / "build" / "archive"
            for edition in series.editions:
                if edition.id in edition_ids:
                    order = ArchiveOrder(root, series, edition, place, is_zip)
                    progress.show(make_archive(order))
    print_diagnostics(without_suppressed(report.diagnostics, project.data), session.console)
    if not is_made:
        session.console.print("No archive was written.")
        raise typer.Exit(MachineError.exit_code if report.lacks_fonts_only else 1)
