"""Has the daemon run a command, if it is there.

Loading the program takes longer than all that it does beside TeX, so a user may switch on a
daemon (`daemon.enabled`): a process that has loaded everything and has called nothing, and that
forks a fresh copy of itself for each command. It ends after a while in which no command came.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from proposal.daemon.enabled import STREAMS
from proposal.daemon.protocol import identity, messages, send, socket_path

_LONGEST_WAIT = 5.0
"""Seconds in which the daemon begins with a command; after them it is taken for absent."""


def run_in_daemon(arguments: Sequence[str]) -> int | None:
    """Have the daemon run a command.

    Args:
        arguments: the command line without the program's name.

    Returns:
        The command's exit code; nothing if there is no daemon, or only one of an older program.
    """
    path = socket_path()
    if path is None:
        return None
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(_LONGEST_WAIT)
        try:
            connection.connect(path)
            send(connection, _request(arguments), STREAMS)
            replies = messages(connection)
            process = next(replies, {}).get("process")
        except (OSError, ValueError):
            return None  # it ended at this moment, before it began with the command
        connection.settimeout(None)
        return _exit_code(connection, replies, process) if process is not None else None


def _request(arguments: Sequence[str]) -> dict[str, Any]:
    umask = os.umask(0o077)
    os.umask(umask)
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return {
        "identity": identity(),
        "program": sys.argv[0],
        "arguments": list(arguments),
        "folder": os.getcwd(),
        "environment": dict(os.environ),
        "umask": umask,
        "encodings": [[stream.encoding, stream.errors] for stream in streams],
    }


def _exit_code(connection: socket.socket, replies: Iterator[dict[str, Any]], process: int) -> int:
    """Wait for a command's exit code and pass Ctrl-C on to it; a killed one's is a shell's."""
    while True:
        try:
            status: int = next(replies, {}).get("status", 128 + signal.SIGKILL)
        except KeyboardInterrupt:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGINT)
            replies = messages(connection)  # an interrupted generator yields nothing more
        except OSError:
            return 128 + signal.SIGKILL
        else:
            return status
