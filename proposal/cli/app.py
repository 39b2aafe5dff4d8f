"""The command line: `proposal [-C DIR] COMMAND`.

A command's module is imported by its name when it is typed, so that the program answers at once.
"""

from __future__ import annotations

import ast
import importlib
import keyword
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from proposal import __version__
from proposal.cli.session import Session

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

`commands.NAME_command` holds the function `NAME`; it ends in `_` where Python has the word itself.
"""

_FOLDER = Path(__file__).with_name("commands")


class _Command(TyperCommand):
    """A command that says what is missing, and of which option two values stand there."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        typed, _, order = self.make_parser(ctx).parse_args(args=list(args))
        for option, times in Counter(order).items():
            if times > 1 and not (option.multiple or option.nargs == -1 or _is_switch(option)):
                message = (
                    f"it stands here {times} times; only `{typed[str(option.name)]}` would count"
                )
                raise typer.BadParameter(message, ctx, option)
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as reason:
            if not reason.message:  # as of what is missing
                reason.message = getattr(reason.param, "help", None) or ""
            raise


def _is_switch(option: Any) -> bool:
    """Whether an option has no value: `--force`."""
    return bool(getattr(option, "is_flag", False) or getattr(option, "count", False))


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
            return TyperCommand(cmd_name, short_help=_docstring(cmd_name, name))
        module = importlib.import_module(f"proposal.cli.commands.{cmd_name}_command")
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, cls=_Command)(getattr(module, name))
        return typer.main.get_command(single)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        self.is_listed = True
        super().format_help(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        self.is_listed = True
        return super().shell_complete(ctx, incomplete)


def _docstring(command: str, function: str) -> str | None:
    """What a command does, in the words of its function, without loading what it needs."""
    source = (_FOLDER / f"{command}_command.py").read_text(encoding="utf-8")
    found = [
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name == function
    ]
    return (ast.get_docstring(found[0]) or "").partition("\n\n")[0] if found else None


app = typer.Typer(
    cls=_Commands,
    help="One source for a workshop's proposal, papers, website, calls and calendars.\n\n"
    "Begin with `proposal init FOLDER`; `proposal COMMAND --help` says more of a command.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # which is slow to load, and draws boxes around help
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
        typer.Option(
            "-C",
            metavar="DIR",
            help="The folder that holds data/; the nearest one upwards if none.",
        ),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Say which version this is."
        ),
    ] = False,
) -> None:
    """Remember what all commands share."""
    context.obj = Session(folder, context.obj)
