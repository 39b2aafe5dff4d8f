"""Where a command and the daemon meet, and the messages that they exchange.

They meet at a Unix socket in a folder that only this user may enter. The command sends one line of
JSON together with its standard streams; the daemon answers with lines of JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import stat
import sys
import zlib
from collections.abc import Iterator
from typing import Any

LONGEST_LINE = 1 << 20
"""The longest message in bytes; a command's environment is far shorter."""
LONGEST_PATH = 100
"""Bytes that the path of a socket may have on all systems (unix(7): 108 on Linux)."""


def identity() -> list[str]:
    """What must be the same in the command and in the daemon: program, Python and language."""
    settings = sorted(
        f"{name}={value}"
        for name, value in os.environ.items()
        if name.startswith(("PYTHON", "LC_")) or name in {"LANG", "LANGUAGE"}
    )
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return [sys.executable, sys.version, package, *settings]


def socket_path() -> str | None:
    """The path of the daemon's socket; nothing if its folder is not private to this user.

    The folder is `$XDG_RUNTIME_DIR` (the XDG Base Directory Specification), or else
    `proposal-UID` among the temporary files, which need not exist.
    """
    folder = os.environ.get("XDG_RUNTIME_DIR") or _own_folder()
    name = zlib.crc32("\0".join(identity()).encode("utf-8", "surrogateescape"))
    path = f"{folder}/proposal-{name:08x}"
    is_to_be_made = folder == _own_folder() and not os.path.lexists(folder)
    is_usable = is_to_be_made or _is_private(folder)
    return path if is_usable and len(os.fsencode(path)) <= LONGEST_PATH else None


def make_folder(path: str) -> None:
    """Make the folder of a socket, if it is the program's own and not there.

    Raises:
        OSError: it cannot be made, or others may enter it.
    """
    if (folder := os.path.dirname(path)) == _own_folder():
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder, mode=0o700)
    if not _is_private(folder):  # somebody else may have made it in the meantime
        raise PermissionError(f"{folder} is not private")


def remove_folder(path: str) -> None:
    """Remove the folder of a socket, if it is the program's own and nothing else is in it."""
    if (folder := os.path.dirname(path)) == _own_folder():
        with contextlib.suppress(OSError):
            os.rmdir(folder)


def _is_private(folder: str) -> bool:
    """Whether nobody but this user may enter a folder, which belongs to them."""
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    is_closed = stat.S_ISDIR(found.st_mode) and not stat.S_IMODE(found.st_mode) & 0o077
    return is_closed and found.st_uid == os.getuid()


def _own_folder() -> str:
    """The program's own folder among the temporary files, one for each user."""
    wanted = os.environ.get("TMPDIR", "")
    temporary = wanted.rstrip("/") if wanted.startswith("/") else "/tmp"  # noqa: S108 - below which is a folder of our own
    return f"{temporary}/proposal-{os.getuid()}"


def send(connection: socket.socket, message: dict[str, Any], streams: tuple[int, ...] = ()) -> None:
    """Send a message as one line, and open files with it."""
    line = json.dumps(message).encode("ascii") + b"\n"
    if streams:
        sent = socket.send_fds(connection, [line], list(streams))
        line = line[sent:]
    connection.sendall(line)


def messages(connection: socket.socket, begun: bytes = b"") -> Iterator[dict[str, Any]]:
    """The messages that arrive, until the other side closes the connection.

    Args:
        connection: where they arrive.
        begun: what has been received already.

    Raises:
        OSError: the connection broke.
        ValueError: what arrives is not JSON.
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
