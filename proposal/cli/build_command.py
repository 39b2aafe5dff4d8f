"""`proposal build`: make an edition's documents."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, get_args

import typer
from rich.console import Console

from proposal.build.request import BuildReport, Kind, Request
from proposal.build.up_to_date import report_if_up_to_date
from proposal.check.cached_verdict import CachedVerdict
from proposal.check.verdict import Verdict
from proposal.cli.building import built
from proposal.cli.check_summary import print_summary, print_uncompared
from proposal.cli.printing import print_diagnostics
from proposal.cli.progress import BuildProgress
from proposal.cli.session import Session
from proposal.diagnostics import Diagnostic, MachineError, Severity
from proposal.model.variant import Variant
from proposal.typed_commands import as_typed

KINDS = ",".join(Kind)
VARIANTS = "|".join(get_args(Variant))


def _kinds(typed: str | None) -> frozenset[Kind]:
    """The kinds that `--only` names."""
    names = [name.strip() for name in typed.split(",")] if typed else list(Kind)
    for name in names:
        if name not in list(Kind):
            message = f"'{name}' is not one of {KINDS}"
            raise typer.BadParameter(message, param_hint="--only")
    return frozenset(map(Kind, names))


def _variant(typed: str | None) -> Variant | None:
    """The variant that `--variant` names."""
    for known in get_args(Variant):
        if typed == known:
            variant: Variant = known
            return variant
    if typed is not None:
        message = f"'{typed}' is not one of {VARIANTS}"
        raise typer.BadParameter(message, param_hint="--variant")
    return None


def build(
    context: typer.Context,
    editions: Annotated[
        list[str] | None,
        typer.Argument(metavar="[EDITION]...", help="Years; the current one if none."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Build every edition.")] = False,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar=KINDS, help="Make these kinds of artefacts only."),
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option("--document", help="Make this document only.")
    ] = None,
    variant: Annotated[
        str | None,
        typer.Option(
            "--variant", metavar=VARIANTS, help="Make the documents' PDFs in this variant, too."
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=1, help="How many documents to make at a time.")
    ] = os.cpu_count() or 1,
    force: Annotated[bool, typer.Option("--force", help="Make again what is up to date.")] = False,
) -> None:
    """Make an edition's documents, and the website of all editions, in build/."""
    session: Session = context.obj
    kinds = _kinds(only)
    if variant and only and kinds != {Kind.PDF}:
        raise typer.BadParameter("a variant is made of PDFs only", param_hint="--variant")
    request = Request(
        root=session.root(),
        edition_ids=editions or [],
        every_edition=every,
        # Who names a document or a variant wants that PDF and nothing else.
        kinds=frozenset({Kind.PDF}) if (document or variant) and not only else kinds,
        variant=_variant(variant),
        documents=document or [],
        force=force,
        jobs=jobs,
    )
    cached = CachedVerdict(request)
    with BuildProgress(session.console) as progress:
        report = report_if_up_to_date(request, progress.show) or built(
            request, progress.show, cached
        )
    print_diagnostics(_without_suppressed(report, request.root), session.console)
    if not report.is_good:
        session.console.print("" if report.has_begun else "Nothing was changed.")
        raise typer.Exit(MachineError.exit_code if report.lacks_fonts_only else 1)
    if request.is_for_everything:
        _show_verdict(cached.verdict(report), session.console)


def _without_suppressed(report: BuildReport, root: Path) -> list[Diagnostic]:
    """What there is to say of a build, without what the workshop's own rules allow."""
    if all(found.severity is Severity.ERROR for found in report.diagnostics):
        return report.diagnostics
    from proposal.check.rules.config import without_suppressed  # noqa: PLC0415 - slow to load
    from proposal.project import load  # noqa: PLC0415 - slow to load

    project = report.project or load(root)
    return without_suppressed(report.diagnostics, project.data)


def _show_verdict(found: Verdict, console: Console) -> None:
    """What `check` says of what was made, in short."""
    console.print()
    print_summary(found, console)
    wrong = [error for error in found.diagnostics if error.severity is Severity.ERROR]
    if wrong:
        console.print()
        print_diagnostics(wrong, console)
        print_uncompared(found, console)
        raise typer.Exit(1)
    if found.diagnostics:
        console.print(as_typed("To see what was found, type `proposal check`."), markup=False)
