"""`proposal check`: its words."""

from __future__ import annotations

from typing import Annotated

import typer

from proposal.cli.check_format import CheckFormat
from proposal.cli.common_arguments import Editions
from proposal.cli.known_words import run_and_know


def check(
    context: typer.Context,
    editions: Editions = None,
    every: Annotated[bool, typer.Option("--all", help="Check every edition.")] = False,
    form: Annotated[
        CheckFormat, typer.Option("--format", help="How to print it.")
    ] = CheckFormat.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors.")] = False,
) -> None:
    """Say what is wrong with the data, and where finished artefacts disagree with them."""
    run_and_know(
        "check", context.obj, editions=editions or [], every=every, form=form, strict=strict
    )
