"""Is anybody to stand by for a command? Asked at the start of each, so it loads nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

STREAMS = (0, 1, 2)
"""Standard input, output and error."""

COMMANDS = frozenset({"build", "check"})
"""The commands that are typed again and again."""


def is_wanted(arguments: Sequence[str]) -> bool:
    """Whether somebody at a terminal has typed a command that will be typed again.

    Linux alone is known to let a process split safely once it has loaded so much.
    """
    return (
        sys.platform == "linux"
        and not COMMANDS.isdisjoint(arguments)
        and os.environ.get("PROPOSAL_STANDBY") != "off"
        and not os.environ.get("CI")
        and all(os.isatty(stream) for stream in STREAMS)
    )
