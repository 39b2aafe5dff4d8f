"""Where do a command and the program that stands by meet, and how do they talk?

They meet at a socket in a folder that only this user may enter. The command sends one line of
JSON with its standard streams; the program that stands by answers with lines of JSON, too.
"""

from __future__ import annotations

import json
import os
import socket
import stat
import sys
import zlib
from collections.abc import Iterator
from typing import Any

LONGEST_LINE = 1 << 20
"""Bytes; a command's environment is far shorter."""
LONGEST_PATH = 100
"""Bytes that the name of a socket may have on all systems (unix(7): 108 on Linux)."""


def identity() -> list[str]:
    """What must be the same for one process to stand in for another: program and language."""
    settings = sorted(
        f"{name}={value}"
        for name, value in os.environ.items()
        if name.startswith(("PYTHON", "LC_")) or name in {"LANG", "LANGUAGE"}
    )
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    return [sys.executable, sys.version, package, *settings]


def meeting_place() -> str | None:
    """The path of the socket; nothing if there is no private folder for it.

    The folder is `$XDG_RUNTIME_DIR` (the XDG Base Directory Specification), or one of the user's
    own among the temporary files.
    """
    folder = os.environ.get("XDG_RUNTIME_DIR") or f"{_temporary()}/proposal-{os.getuid()}"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
        found = os.lstat(folder)
    except OSError:
        return None
    is_private = stat.S_ISDIR(found.st_mode) and not stat.S_IMODE(found.st_mode) & 0o077
    name = zlib.crc32("\0".join(identity()).encode("utf-8", "surrogateescape"))
    path = f"{folder}/proposal-{name:08x}"
    fits = len(os.fsencode(path)) <= LONGEST_PATH
    return path if is_private and found.st_uid == os.getuid() and fits else None


def _temporary() -> str:
    """The folder for temporary files."""
    told = os.environ.get("TMPDIR", "")
    return told.rstrip("/") if told.startswith("/") else "/tmp"  # noqa: S108 - a folder below it


def say(connection: socket.socket, told: dict[str, Any], streams: tuple[int, ...] = ()) -> None:
    """Send a line, and open files with it."""
    line = json.dumps(told).encode("ascii") + b"\n"
    if streams:
        sent = socket.send_fds(connection, [line], list(streams))
        line = line[sent:]
    connection.sendall(line)


def lines(connection: socket.socket, begun: bytes = b"") -> Iterator[dict[str, Any]]:
    """The lines that come, until the other side has gone.

    Raises:
        OSError: the connection broke.
        ValueError: what comes is not one of the lines that are sent here.
    """
    while True:
        line, end, begun = begun.partition(b"\n")
        if end:
            yield json.loads(line)
            continue
        more = connection.recv(1 << 16)
        if not more or len(line) > LONGEST_LINE:
            return
        begun = line + more
