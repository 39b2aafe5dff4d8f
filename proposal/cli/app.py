"""The command line: `proposal [-C DIR] COMMAND`.

A command's module is imported when it is typed, so that the program answers at once.
"""

from __future__ import annotations

import gc
import importlib
import keyword
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from proposal import __version__
from proposal.cli.session import Session
from proposal.diagnostics import ProposalError

COMMANDS = (
    "build",
    "serve",
    "check",
    "audit",
    "facts",
    "bundle",
    "import",
    "new",
    "init",
    "doctor",
    "schema",
)
"""The commands in the order in which they are listed.

`cli.NAME` holds the function `NAME`; both end in `_` where Python has the word itself.
"""


class _Commands(TyperGroup):
    """The commands, each from its own module."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        module = importlib.import_module(f"proposal.cli.{name}")
        single = typer.Typer(add_completion=False)
        single.command(cmd_name)(getattr(module, name))
        return typer.main.get_command(single)


app = typer.Typer(
    cls=_Commands,
    help="One source for a workshop's proposal, camera-ready summary and website.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
    context.obj = Session(folder)


def main() -> None:
    """Run the command that was typed; what goes wrong is said in a sentence."""
    # Libraries and data that are read stay until the end: looking for garbage among them after
    # every 700 new objects takes a tenth of a command's time and finds none.
    gc.set_threshold(100_000)
    # A thread that draws comes back from C a dozen times for the next step; it shall not wait
    # each time for the 5 ms that another thread may go on.
    sys.setswitchinterval(0.0005)
    try:
        app()
    except ProposalError as reason:
        typer.echo(f"proposal: {reason}", err=True)
        sys.exit(reason.exit_code)
    except Exception as reason:
        if os.environ.get("PROPOSAL_TRACEBACK"):
            raise
        where = traceback.extract_tb(reason.__traceback__)[-1]
        place = f"{Path(where.filename).name}, line {where.lineno}"
        typer.echo(
            "proposal: this is a fault of the program, not of your data: "
            f"{type(reason).__name__}: {reason} ({place}). What was built before is still there. "
            "Set PROPOSAL_TRACEBACK=1 to see more.",
            err=True,
        )
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # nor is there any need to take apart what the operating system takes back
