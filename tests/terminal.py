"""A command that somebody runs at a terminal."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path


def heed_terminal() -> None:
    """In a new process: end at Ctrl-C, and with the terminal, as programs at a terminal do.

    Programs in the background ignore the one, and those that `nohup` starts ignore the other.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """A command on a terminal of its own."""

    def __init__(self, *arguments: str, folder: Path, **environment: str) -> None:
        self.screen = ""
        self.end, terminal = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "proposal", *arguments],
            cwd=folder,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env={**os.environ, "TERM": "xterm", **environment},
            preexec_fn=heed_terminal,  # noqa: PLW1509 - it takes no lock
        )
        os.close(terminal)

    def answer(self, question: str, answer: str) -> None:
        """Wait for a question, and answer it."""
        self.wait_for(question)
        os.write(self.end, f"{answer}\n".encode())

    def wait_for(self, question: str) -> None:
        seen = len(self.screen)
        while question not in self.screen[seen:] or not self.screen.endswith(": "):
            assert self.read(), f"{question} was not asked:\n{self.screen}"

    def interrupt(self) -> None:
        """Press Ctrl-C until the command ends; one that comes before it waits is not seen."""
        while self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            # Python dies of one that comes while it ends, so the next one waits.
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(1)

    def read(self) -> bool:
        ready, _, _ = select.select([self.end], [], [], 60)
        try:
            new = os.read(self.end, 65536) if ready else b""
        except OSError:  # the other end was closed
            return False
        self.screen += new.decode()
        return bool(new)

    def finish(self) -> int:
        """How the command ends."""
        while self.read():
            pass
        os.close(self.end)
        return self.process.wait(60)
