"""The switch of the daemon. It is read at the start of every command, so it imports little."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

STREAMS = (0, 1, 2)
"""The file descriptors of standard input, output and error."""

COMMANDS = frozenset({"build", "check"})
"""The commands that the daemon runs: those that are typed again and again."""

_OPTION_WITH_VALUE = "-C"
"""The one option before the command word that has a value: `-C DIR` or `-CDIR`."""


def is_enabled(arguments: Sequence[str]) -> bool:
    """Whether the user has switched the daemon on and the command is one that it runs.

    It is on if the environment variable `PROPOSAL_STANDBY` is `on`, at a terminal and in scripts
    alike; otherwise no process is left in the background. Only Linux is supported: elsewhere it
    is not known that a process may fork safely after so much was loaded.

    Args:
        arguments: the command line without the program's name.
    """
    return (
        os.environ.get("PROPOSAL_STANDBY") == "on"
        and sys.platform == "linux"
        and command_in(arguments) in COMMANDS
        and None not in (sys.stdin, sys.stdout, sys.stderr)
    )


def command_in(arguments: Sequence[str]) -> str | None:
    """The command word: the first argument that is neither an option nor an option's value."""
    rest = iter(arguments)
    for argument in rest:
        if argument == _OPTION_WITH_VALUE:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return None
