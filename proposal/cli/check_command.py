"""`proposal check`: a verdict on the data and on what was made of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from proposal.build.request import Request
from proposal.check.cached_verdict import CachedVerdict
from proposal.check.facts.inspection import Agreement
from proposal.check.verdict import Verdict
from proposal.cli.call_table import print_calls
from proposal.cli.check_summary import print_summary, print_uncompared
from proposal.cli.printing import github_annotation, print_diagnostics
from proposal.cli.session import Session
from proposal.cli.streams import print_json
from proposal.diagnostics import Diagnostic, Severity, has_errors, in_order


class CheckFormat(StrEnum):
    """How diagnostics are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(
    context: typer.Context,
    editions: Annotated[
        list[str] | None,
        typer.Argument(metavar="[EDITION]...", help="Years; the current one if none."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Check every edition.")] = False,
    form: Annotated[
        CheckFormat, typer.Option("--format", help="How to print it.")
    ] = CheckFormat.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors.")] = False,
) -> None:
    """Say what is wrong with the data, and where finished artefacts disagree with them."""
    session: Session = context.obj
    found = CachedVerdict(Request(session.root(), editions or [], every)).verdict()
    if strict:
        found = _strict(found)
    if form is CheckFormat.JSON:
        from proposal.cli.report import Report  # noqa: PLC0415 - slow to load

        print_json(Report.of(found).model_dump(mode="json"))
    elif form is CheckFormat.GITHUB:
        for diagnostic in in_order(found.diagnostics):
            typer.echo(github_annotation(diagnostic))
    else:
        print_summary(found, session.console)
        print_calls(found.calls, session.console)
        if found.editions and found.diagnostics:
            session.console.print()
        print_diagnostics(found.diagnostics, session.console)
        print_uncompared(found, session.console)
    if has_errors(found.diagnostics):
        raise typer.Exit(1)


def _strict(found: Verdict) -> Verdict:
    """The verdict of somebody who takes warnings for errors."""
    agreement = found.agreement
    inspections = [
        dataclasses.replace(inspection, diagnostics=_severe(inspection.diagnostics))
        for inspection in agreement.inspections
    ]
    return Verdict(
        found.editions,
        _severe(found.data),
        Agreement(inspections, _severe(agreement.others)),
        found.calls,
        found.rules,
    )


def _severe(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [
        dataclasses.replace(diagnostic, severity=Severity.ERROR)
        if diagnostic.severity is Severity.WARNING
        else diagnostic
        for diagnostic in diagnostics
    ]
