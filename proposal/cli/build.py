"""`proposal build`: make an edition's documents."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

from proposal.building.build import Request
from proposal.building.build import build as build_editions
from proposal.cli.printing import print_diagnostics
from proposal.cli.progress import BuildProgress
from proposal.cli.session import Session


class Kind(StrEnum):
    """What `--only` selects."""

    PDF = "pdf"


def build(
    context: typer.Context,
    editions: Annotated[
        list[int] | None,
        typer.Argument(metavar="[EDITION]...", help="Years; the current one if none."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Build every edition.")] = False,
    only: Annotated[
        list[Kind] | None, typer.Option("--only", help="Make this kind of artefact only.")
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option("--document", help="Make this document only.")
    ] = None,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=1, help="How many documents to make at a time.")
    ] = os.cpu_count() or 1,
    force: Annotated[bool, typer.Option("--force", help="Make again what is up to date.")] = False,
) -> None:
    """Make an edition's documents in build/EDITION/."""
    session: Session = context.obj
    request = Request(
        root=session.root(),
        years=editions or [],
        every_edition=every,
        documents=document or [],
        force=force,
        jobs=jobs,
    )
    with BuildProgress(session.console) as progress:
        report = build_editions(request, progress.show)
    print_diagnostics(report.faults, session.console)
    if not report.is_good:
        session.console.print("Nothing was changed." if not report.built else "")
        raise typer.Exit(1)
