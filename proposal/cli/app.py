"""The command line: `proposal [-C DIR] COMMAND`.

A command's module is imported by its name when it is typed, so that the program answers at once.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import importlib
import keyword
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from proposal import __version__
from proposal.cli.ending import end_in_order
from proposal.cli.session import Session
from proposal.cli.streams import finish_printing, lead_to_nowhere, prepare_streams
from proposal.delivery import why
from proposal.diagnostics import ProposalError
from proposal.scratch import remove_abandoned
from proposal.typed_commands import as_typed

COMMANDS = (
    "build",
    "serve",
    "check",
    "explain",
    "audit",
    "facts",
    "bundle",
    "papers",
    "proceedings",
    "booklet",
    "publish",
    "archive",
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
    """The commands, each from its own module, which is loaded when the command is run.

    A list of all of them, for `--help` or the shell, has their docstrings alone.
    """

    is_listed = False

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        if self.is_listed:
            return TyperCommand(cmd_name, help=_docstring(cmd_name, name))
        module = importlib.import_module(f"proposal.cli.{cmd_name}_command")
        single = typer.Typer(add_completion=False)
        single.command(cmd_name)(getattr(module, name))
        return typer.main.get_command(single)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        self.is_listed = True
        super().format_help(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        self.is_listed = True
        return super().shell_complete(ctx, incomplete)


def _docstring(command: str, function: str) -> str | None:
    """What a command does, as its function says it, without loading what it needs."""
    source = Path(__file__).with_name(f"{command}_command.py").read_text(encoding="utf-8")
    found = [
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name == function
    ]
    return ast.get_docstring(found[0]) if found else None


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
    prepare_streams()
    end_in_order()
    remove_abandoned()
    try:
        _run()
    finally:
        gc.freeze()  # nor is there any need to take apart what the operating system takes back


def _run() -> None:
    """Run the command, and turn what goes wrong into a sentence and an exit code."""
    try:
        try:
            app()
        finally:
            finish_printing()
    except ProposalError as reason:
        _end_with(as_typed(str(reason)), reason.exit_code)
    except BrokenPipeError:
        lead_to_nowhere()
        sys.exit(1)
    except OSError as reason:
        if os.environ.get("PROPOSAL_TRACEBACK"):
            raise
        _end_with(_said_of_system(reason), 1)
    except RecursionError:
        _end_with("something in what was read is nested too deeply. Nothing was changed", 1)
    except MemoryError:
        _end_with("this machine's memory is used up. What was built before is still there", 1)
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


def _said_of_system(reason: OSError) -> str:
    """What the operating system refused, in a sentence that names the file if there is one."""
    if reason.filename is None:
        # Whatever writes a file names it, so this is the terminal or what stands in its place.
        return f"what is printed or typed cannot be written or read: {why(reason)}"
    name = os.fsdecode(reason.filename) if isinstance(reason.filename, bytes) else reason.filename
    return f"{name} cannot be used: {why(reason)}"


def _end_with(message: str, code: int) -> NoReturn:
    """Say why the command ends; if nobody can read it, the exit code says so."""
    with contextlib.suppress(OSError):
        typer.echo(f"proposal: {message}", err=True)
    sys.exit(code)
