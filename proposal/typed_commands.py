"""How a command of this program is typed here: with the path, and the folder, that the user typed.

Messages name commands in one form, `proposal build` between backticks, since they are kept from run
to run and one user's paths are not another's. Whoever shows a message puts in what is typed here.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

BUILD = "type `proposal build`"
"""What to do where an artefact is missing or older than the data."""

_NAMED = re.compile(r"`proposal( [^`\n]+)`")
"""`proposal build --all`; `proposal` alone is the name of a document or of its key."""
_FOLDER = "-C"
_TARGETS = {
    "build": "proposal",
    "serve": "serve",
    "check": "check",
    "bundle": "bundle",
    "archive": "archive",
}
"""The targets of the Makefile that comes with the program, by the commands behind them."""
_OURS = "PROPOSAL := .venv/bin/proposal"
"""The line by which that Makefile is known."""


def as_typed(text: str) -> str:
    """A message with each command of this program as the user types it here."""
    return _NAMED.sub(lambda match: f"`{typed(match[1].strip())}`", text)


def typed(command: str, folder: str | None = None) -> str:
    """A command as the user types it here.

    Args:
        command: what stands behind the program's name: `build --only pdf`.
        folder: the workshop's folder, where it is another one than that of the present command.
    """
    if folder is None and command in _TARGETS and _is_run_by_make():
        return f"make {_TARGETS[command]}"
    chosen = folder if folder is not None else _chosen_folder(sys.argv[1:])
    option = f"{_FOLDER} {_quoted(chosen)}" if chosen is not None else ""
    return " ".join(filter(None, (_program(), option, command)))


def _program() -> str:
    """The program as it was typed: by its path, by its name, or as a module of Python."""
    called = sys.argv[0] if sys.argv else ""
    if Path(called).name == "__main__.py" and "-m" in sys.orig_argv[:-1]:
        return f"{_shown(sys.executable)} -m proposal"
    return _shown(called) if Path(called).stem == "proposal" else "proposal"


def _shown(program: str) -> str:
    """A program's path as one types it here: its name alone if the shell finds it by that."""
    path = Path(program)
    found = shutil.which(path.name)
    if found is not None and Path(found).absolute() == path.absolute():
        return path.name
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path
    return _quoted(str(shown))


def _quoted(text: str) -> str:
    """A word as a shell takes it; what a terminal would obey, and no UTF-8, by its bytes."""
    if text.isprintable():
        return shlex.quote(text)
    written = (
        chr(byte) if " " <= chr(byte) <= "~" and chr(byte) not in "'\\" else f"\\x{byte:02x}"
        for byte in os.fsencode(text)
    )
    return f"$'{''.join(written)}'"


def _chosen_folder(arguments: Sequence[str]) -> str | None:
    """What `-C` says, which stands before the command."""
    rest = iter(arguments)
    chosen = None
    for argument in rest:
        if argument == _FOLDER:
            chosen = next(rest, None)
        elif argument.startswith(_FOLDER):
            chosen = argument.removeprefix(_FOLDER)
        elif not argument.startswith("-"):
            break
    return chosen


def _is_run_by_make() -> bool:
    """Whether the Makefile that comes with the program has run this command."""
    if "MAKELEVEL" not in os.environ or _chosen_folder(sys.argv[1:]) is not None:
        return False
    try:
        return _OURS in Path("Makefile").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
