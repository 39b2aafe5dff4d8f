"""The command line: `proposal [-C DIR] COMMAND`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from proposal import __version__
from proposal.cli.build import build_command
from proposal.cli.doctor import doctor
from proposal.cli.schema import schema
from proposal.cli.session import Session
from proposal.diagnostics import ProposalError

app = typer.Typer(
    help="One source for a workshop's proposal, camera-ready summary and website.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("build")(build_command)
app.command("schema")(schema)
app.command("doctor")(doctor)


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"proposal {__version__}")
        raise typer.Exit


@app.callback()
def start(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Option("-C", metavar="DIR", help="The folder that holds data/."),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Say which version this is."
        ),
    ] = False,
) -> None:
    """Remember what all commands share."""
    context.obj = Session(Console(highlight=False, soft_wrap=True), folder)


def main() -> None:
    """Run the command that was typed; what goes wrong is said in a sentence."""
    try:
        app()
    except ProposalError as reason:
        Console(stderr=True, highlight=False).print(
            f"proposal: {reason}", markup=False, soft_wrap=True
        )
        sys.exit(reason.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
