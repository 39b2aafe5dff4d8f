"""Is anybody to stand by for a command? Asked at the start of each, so it loads nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

STREAMS = (0, 1, 2)
"""Standard input, output and error."""

COMMANDS = frozenset({"build", "check"})
"""The commands that are typed again and again."""


_WITH_VALUE = "-C"
"""The one option before the command that has a value, its own argument or the rest of this."""


def command_in(arguments: Sequence[str]) -> str | None:
    """The command word: the first argument that is neither an option nor an option's value."""
    rest = iter(arguments)
    for argument in rest:
        if argument == _WITH_VALUE:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return None


def is_wanted(arguments: Sequence[str]) -> bool:
    """Whether somebody at a terminal has typed a command that will be typed again.

    `PROPOSAL_STANDBY` says `off` where it is not wanted, and `on` where it is wanted without a
    terminal, too. Linux alone is known to let a process split safely once it has loaded so much.
    """
    if sys.platform != "linux" or command_in(arguments) not in COMMANDS:
        return False
    said = os.environ.get("PROPOSAL_STANDBY")
    if said in {"on", "off"}:
        return said == "on" and None not in (sys.stdin, sys.stdout, sys.stderr)
    return not os.environ.get("CI") and all(os.isatty(stream) for stream in STREAMS)
