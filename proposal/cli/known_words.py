"""What command lines of `build` and `check` mean, as it was understood the last time.

What understands a command line takes longer to load than all else that is done where nothing has
changed. The same words mean the same to the same program on the same machine.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from proposal.caching import digest, keep, kept, program_digest
from proposal.cli.session import Session
from proposal.processors import processors

_COMMANDS = frozenset({"build", "check"})
"""The commands whose words are known: those that are typed again and again."""


def run_if_known(arguments: Sequence[str]) -> bool:
    """Run a command if its words were typed before; whether they were.

    Args:
        arguments: the command line without the program's name.
    """
    if _COMMANDS.isdisjoint(arguments):
        return False
    known = kept("commands", _key(arguments))
    if known is None:
        return False
    command, folder, values = json.loads(known)
    _run(command, Session(None if folder is None else Path(folder)), values)
    return True


def run_and_know(command: str, session: Session, **values: Any) -> None:
    """Run a command, and know what its words mean when they are typed again.

    Args:
        command: its name; `COMMAND_run.run` does what it is for.
        session: the run of the program.
        values: what is handed to that function, as JSON can hold it.
    """
    if session.arguments is not None:
        folder = None if session.folder is None else str(session.folder)
        meaning = json.dumps([command, folder, values])
        keep("commands", _key(session.arguments), meaning.encode("ascii"))
    _run(command, session, values)


def _run(command: str, session: Session, values: dict[str, Any]) -> None:
    importlib.import_module(f"proposal.cli.{command}_run").run(session, **values)


def _key(arguments: Sequence[str]) -> str:
    """The digest of all that the meaning depends on, such as the processors, for `--jobs`."""
    return digest(program_digest(), str(processors()), *arguments)
