"""Stands by with everything loaded, and splits off a copy of itself for each command.

A copy knows nothing of earlier commands: what it was split off from has loaded modules, and has
called nothing in them.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
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
from proposal.standby.meeting import LONGEST_LINE, identity, lines, say
from proposal.standby.wish import STREAMS

PATIENCE = 15 * 60
"""Seconds after which one ends whom nobody has asked."""
_LOOK_AGAIN = 30
"""Seconds after which one looks whether one can still be asked."""

LOADED = (
    "proposal.cli.build",
    "proposal.cli.check",
    "proposal.cli.call_table",
    "proposal.building.build",
    "proposal.building.expected",
    "proposal.building.pages",
    "proposal.render.site.drawing",
    "proposal.verify.judgement",
    "num2words",
    "PIL.JpegImagePlugin",
)
"""What commands load when they run, beside the command line; libraries of their own last."""


def main() -> None:
    """Stand by at the socket that is named, until nobody asks any more."""
    place = Path(sys.argv[1])
    sign = _sign()
    for name in LOADED:
        importlib.import_module(name)
    app = importlib.import_module("proposal.cli.app")
    with contextlib.suppress(SystemExit):
        app.app(["build", "--help"])  # which loads the rest of the command line
    gc.freeze()  # or the copies would copy all memory when they look for garbage
    with socket.socket(socket.AF_UNIX) as listening:
        mine = _bound(listening, place)
        while _is_asked(listening, place, mine):
            with listening.accept()[0] as connection:
                if sign != _sign():
                    break  # the program was changed: the next command loads the new one
                if os.fork() == 0:
                    listening.close()
                    _do_and_end(connection)
        if _is_there(place, mine):
            place.unlink(missing_ok=True)


def _bound(listening: socket.socket, place: Path) -> int:
    """Take the place at once and whole, from another one if there is any; gives its number."""
    own = place.with_name(f"{place.name}.{os.getpid()}")
    own.unlink(missing_ok=True)
    listening.bind(str(own))
    listening.listen()
    number = own.stat().st_ino
    own.replace(place)
    return number


def _is_asked(listening: socket.socket, place: Path, mine: int) -> bool:
    """Wait until somebody asks; no if nobody does for long, or nobody can any more."""
    until = time.monotonic() + PATIENCE
    while _is_there(place, mine) and (left := until - time.monotonic()) > 0:
        if select.select([listening], [], [], min(left, _LOOK_AGAIN))[0]:
            return True
        _bury()
    return False


def _is_there(place: Path, mine: int) -> bool:
    """Whether whoever asks at the place still finds this process."""
    try:
        return place.stat().st_ino == mine
    except OSError:
        return False


def _sign() -> list[tuple[str, int, int]]:
    """What tells the program and its libraries from changed ones, without reading them."""
    libraries = [Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")]
    files = [*(file for _, file in program_files()), *libraries]
    return [
        (str(file), about.st_mtime_ns, about.st_size) for file in files for about in [file.stat()]
    ]


def _bury() -> None:
    """Let go of copies that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _do_and_end(connection: socket.socket) -> NoReturn:
    """In the copy: do what is asked for as if it had been typed here, and end."""
    status = 1
    try:
        status = _done(connection)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is over, whoever leaves now
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        with contextlib.suppress(OSError):
            say(connection, {"status": status})
        os._exit(status)


def _done(connection: socket.socket) -> int:
    """The exit code of the command that comes through a connection."""
    content, streams, _, _ = socket.recv_fds(connection, LONGEST_LINE, len(STREAMS))
    question = next(lines(connection, content))
    if question["identity"] != identity():
        return 1  # the one who asked takes this for nobody standing by
    _become(question, streams)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever left the original behind
    say(connection, {"process": os.getpid()})
    threading.Thread(target=_end_with, args=(connection,), daemon=True).start()
    main_of = importlib.import_module("proposal.cli.app").main
    try:
        main_of()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _become(question: dict[str, Any], streams: list[int]) -> None:
    """Take on the streams, the folder and the environment of the one who asks."""
    for mine, sent in zip(STREAMS, streams, strict=True):
        os.dup2(sent, mine)
        os.close(sent)
    sys.stdin, sys.stdout, sys.stderr = (  # they stay open until the end
        open(stream, mode, buffering=1, encoding=encoding, errors=errors, closefd=False)  # noqa: SIM115
        for stream, mode, (encoding, errors) in zip(
            STREAMS, ("r", "w", "w"), question["encodings"], strict=True
        )
    )
    os.environ.clear()
    os.environ.update(question["environment"])
    time.tzset()
    os.umask(question["umask"])
    os.chdir(question["folder"])
    sys.argv = [question["program"], *question["arguments"]]


def _end_with(connection: socket.socket) -> None:
    """End as Ctrl-C would, if the one who asked has gone."""
    with contextlib.suppress(OSError):
        while connection.recv(1):
            pass
    os.kill(os.getpid(), signal.SIGINT)


if __name__ == "__main__":
    main()
