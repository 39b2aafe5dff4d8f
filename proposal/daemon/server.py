"""The daemon: waits with everything loaded, and forks a copy of itself for each command.

A copy knows nothing of earlier commands: the process that it was forked from has loaded modules,
and has called nothing in them.
"""

# What is loaded ahead is imported in a function, after the state of its files has been noted.
# ruff: noqa: PLC0415, F401

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import socket
import sys
import sysconfig
import threading
import time
from pathlib import Path
from typing import Any, NoReturn

from proposal.caching import program_files
from proposal.cli.ending import end_in_order, interrupt
from proposal.daemon.enabled import STREAMS
from proposal.daemon.protocol import (
    LONGEST_LINE,
    identity,
    make_folder,
    messages,
    remove_folder,
    send,
)

LONGEST_IDLE = 15 * 60
"""Seconds without a command after which the daemon ends."""
_POLL_INTERVAL = 30
"""Seconds after which it looks whether its socket can still be reached."""


def main() -> None:
    """Serve commands at the socket that is named, until none comes any more."""
    path = Path(sys.argv[1])
    end_in_order()
    fingerprint = _source_fingerprint()
    _load_everything()
    gc.freeze()  # or the copies would copy all memory when they look for garbage
    own, number = path.with_name(f"{path.name}.{os.getpid()}"), 0
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            number = _bind(listening, own)
            own.replace(path)  # in place of an older daemon's
            while _has_command(listening, path, number):
                with listening.accept()[0] as connection:
                    if fingerprint != _source_fingerprint():
                        break  # the program was changed: the next command loads the new one
                    if os.fork() == 0:
                        listening.close()
                        _serve_and_exit(connection)
    finally:
        own.unlink(missing_ok=True)
        if _is_reachable(path, number):
            path.unlink(missing_ok=True)
        remove_folder(str(path))


def _load_everything() -> None:
    """Load what commands import only while they run, beside the command line."""
    import PIL.JpegImagePlugin
    import rich.status

    import proposal.build.build
    import proposal.build.pages
    import proposal.build.prestarts
    import proposal.check.run
    import proposal.cli.build_run
    import proposal.cli.check_run
    import proposal.cli.main
    import proposal.render.site.drawing
    from proposal.cli.app import app

    with contextlib.suppress(SystemExit):
        app(["build", "--help"])  # which loads the rest of the command line


def _bind(listening: socket.socket, own: Path) -> int:
    """Make a socket of this process's own in a folder of its own, and give its inode."""
    make_folder(str(own))
    own.unlink(missing_ok=True)
    listening.bind(str(own))
    listening.listen()
    return own.stat().st_ino


def _has_command(listening: socket.socket, path: Path, number: int) -> bool:
    """Wait for a command; no if none comes for long, or the socket is not reachable any more."""
    until = time.monotonic() + LONGEST_IDLE
    while _is_reachable(path, number) and (left := until - time.monotonic()) > 0:
        if select.select([listening], [], [], min(left, _POLL_INTERVAL))[0]:
            return True
        _reap_children()
    return False


def _is_reachable(path: Path, number: int) -> bool:
    """Whether a command that connects to the path finds this process."""
    try:
        return path.stat().st_ino == number
    except OSError:
        return False


def _source_fingerprint() -> list[tuple[str, int, int]]:
    """What tells the program and its libraries from changed ones, without reading them."""
    libraries = [Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")]
    files = [*program_files(), *libraries]
    return [
        (str(file), status.st_mtime_ns, status.st_size)
        for file in files
        for status in [file.stat()]
    ]


def _reap_children() -> None:
    """Let go of copies that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _serve_and_exit(connection: socket.socket) -> NoReturn:
    """In the copy: run the command as if it had been typed here, and end."""
    status = 1
    try:
        status = _serve(connection)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is over, whoever leaves now
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        with contextlib.suppress(OSError):
            send(connection, {"status": status})
        os._exit(status)


def _serve(connection: socket.socket) -> int:
    """Run the command that comes through a connection; gives its exit code."""
    from proposal.cli.main import main as run_command

    content, streams, _, _ = socket.recv_fds(connection, LONGEST_LINE, len(STREAMS))
    request = next(messages(connection, content))
    if request["identity"] != identity():
        return 1  # the client takes an answer without a process for no daemon
    _adopt_client(request, streams)
    try:
        # The shell that started the daemon may have had it ignore Ctrl-C.
        signal.signal(signal.SIGINT, interrupt)
        send(connection, {"process": os.getpid()})
        threading.Thread(target=_end_with_client, args=(connection,), daemon=True).start()
        run_command()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:  # it came before the command line could heed it
        return 128 + signal.SIGINT
    return 0


def _adopt_client(request: dict[str, Any], streams: list[int]) -> None:
    """Take on the streams, the folder and the environment of the client."""
    for own, sent in zip(STREAMS, streams, strict=True):
        os.dup2(sent, own)
        os.close(sent)
    sys.stdin, sys.stdout, sys.stderr = (  # they stay open until the end
        open(stream, mode, buffering=1, encoding=encoding, errors=errors, closefd=False)  # noqa: SIM115 - the command keeps it
        for stream, mode, (encoding, errors) in zip(
            STREAMS, ("r", "w", "w"), request["encodings"], strict=True
        )
    )
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    os.umask(request["umask"])
    os.chdir(request["folder"])
    sys.argv = [request["program"], *request["arguments"]]


def _end_with_client(connection: socket.socket) -> None:
    """End as Ctrl-C would, if the client has gone."""
    with contextlib.suppress(OSError):
        while connection.recv(1):
            pass
    os.kill(os.getpid(), signal.SIGINT)


if __name__ == "__main__":
    main()
