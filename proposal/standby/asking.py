"""Has a command that was typed at a terminal done by the program that stands by, if it does.

Loading the program takes longer than all that it does beside TeX. Who builds at a terminal will
soon build again; so the first build leaves behind a process that has loaded everything and has
done nothing, and which splits off a fresh copy of itself for each of the next commands. It ends
after a while in which nobody asked. Scripts leave nothing behind unless `PROPOSAL_STANDBY` is `on`,
and nobody does where it is `off`.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from proposal.standby.meeting import identity, lines, meeting_place, say
from proposal.standby.wish import STREAMS

_PATIENCE = 5.0
"""Seconds in which somebody who stands by begins, if at all."""


def answer(arguments: Sequence[str]) -> int | None:
    """Have a command done by the program that stands by.

    Args:
        arguments: what was typed behind the program's name.

    Returns:
        Its exit code; nothing if nobody stands by, or only an outdated program.
    """
    place = meeting_place()
    if place is None:
        return None
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(_PATIENCE)
        try:
            connection.connect(place)
            say(connection, _question(arguments), STREAMS)
            told = lines(connection)
            process = next(told, {}).get("process")
        except (OSError, ValueError):
            return None  # it ended in this moment, and has not begun
        connection.settimeout(None)
        return _outcome(connection, told, process) if process is not None else None


def _question(arguments: Sequence[str]) -> dict[str, Any]:
    umask = os.umask(0o077)
    os.umask(umask)
    return {
        "identity": identity(),
        "program": sys.argv[0],
        "arguments": list(arguments),
        "folder": os.getcwd(),  # noqa: PTH109
        "environment": dict(os.environ),
        "umask": umask,
        "encodings": [[each.encoding, each.errors] for each in (sys.stdin, sys.stdout, sys.stderr)],
    }


def _outcome(connection: socket.socket, told: Iterator[dict[str, Any]], process: int) -> int:
    """The exit code of a command, to which Ctrl-C is passed on; if it was killed, a shell's."""
    while True:
        try:
            status: int = next(told, {}).get("status", 128 + signal.SIGKILL)
        except KeyboardInterrupt:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGINT)
            told = lines(connection)  # for an interrupted one gives nothing more
        except OSError:
            return 128 + signal.SIGKILL
        else:
            return status
