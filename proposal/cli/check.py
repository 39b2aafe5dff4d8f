"""`proposal check`: a verdict on the data and on what was made of them."""

from __future__ import annotations

import dataclasses
import json
from enum import StrEnum
from typing import Annotated

import typer

from proposal.building.build import chosen_years, faults_of_current
from proposal.building.request import Request
from proposal.cli.printing import github_annotation, print_diagnostics, told
from proposal.cli.session import Session
from proposal.diagnostics import Severity, has_errors, in_order
from proposal.edition.wording import joined
from proposal.model.folder import read_folder
from proposal.verify.artefacts import look_at_artefacts
from proposal.verify.check import check as check_data


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(
    context: typer.Context,
    editions: Annotated[
        list[int] | None,
        typer.Argument(metavar="[EDITION]...", help="Years; the current one if none."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Check every edition.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors.")] = False,
) -> None:
    """Say what is wrong with the data, and where finished artefacts disagree with them."""
    session: Session = context.obj
    folder = read_folder(session.root())
    years = chosen_years(folder, Request(folder.root, editions or [], every))
    found = [*check_data(folder, years), *faults_of_current(folder)]
    proved = ""
    if not has_errors(found):
        agreement = look_at_artefacts(folder, years)
        found += agreement.findings
        proved = agreement.summary
    if strict:
        found = [
            dataclasses.replace(each, severity=Severity.ERROR)
            if each.severity is Severity.WARNING
            else each
            for each in found
        ]
    if form is Format.JSON:
        listing = [told(each) for each in in_order(found)]
        typer.echo(json.dumps(listing, indent=2, ensure_ascii=False))
    elif form is Format.GITHUB:
        for each in in_order(found):
            typer.echo(github_annotation(each))
    else:
        print_diagnostics(found, session.console)
        if not found:
            listed = joined([str(year) for year in sorted(years)])
            session.console.print(f"Nothing is wrong with {listed}.")
        if proved:
            session.console.print(proved)
    if has_errors(found):
        raise typer.Exit(1)
