"""A preview that runs beside the tests."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import FrameLocator, Page

from tests.process import begun
from tests.site.browsing import Visitor
from tests.terminal import heed_terminal
from tests.workspace import Workspace

GOOD = "#status[data-phase=good]"


@dataclass(frozen=True)
class Live:
    """A preview that is being served."""

    workspace: Workspace
    printed: Path
    """The file with all that it prints; its address comes first."""
    pid: int
    end: Callable[[signal.Signals], int]
    """Sends a signal, waits until the preview is over, and says how it ended."""

    @property
    def address(self) -> str:
        return self.printed.read_text(encoding="utf-8").splitlines()[0]

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def wait_for(self, lines: int) -> None:
        """Wait until it has printed some lines."""
        until(lambda: self.printed.read_text(encoding="utf-8").count("\n") >= lines)


COMMAND = ("serve", "--port")


@contextmanager
def live(workspace: Workspace, port: int = 0, **environment: str) -> Iterator[Live]:
    """Run `proposal serve` in a workspace for the while, in a process that has loaded it.

    Args:
        workspace: the workspace.
        port: the port to begin at; any one if it is 0.
        environment: what stands in its environment beside the usual.
    """
    with TemporaryDirectory(prefix="served-") as folder:
        printed = Path(folder, "printed")
        printed.touch()
        process = begun(*COMMAND, str(port), folder=workspace.root, printed=printed, **environment)
        assert process.pid is not None
        pid = process.pid

        def end(how: signal.Signals) -> int:
            os.kill(pid, how)
            process.join(20)
            assert process.exitcode is not None
            return process.exitcode

        try:
            preview = Live(workspace, printed, pid, end)
            preview.wait_for(lines=1)
            yield preview
        finally:
            if process.is_alive():
                end(signal.SIGINT)


@contextmanager
def live_anew(workspace: Workspace) -> Iterator[Live]:
    """Run `proposal serve` in a workspace for the while, as somebody at a terminal does."""
    with TemporaryDirectory(prefix="served-") as folder:
        printed = Path(folder, "printed")
        with printed.open("wb") as opened:
            process = subprocess.Popen(
                [sys.executable, "-m", "proposal", *COMMAND, "0"],
                cwd=workspace.root,
                stdout=opened,
                stderr=subprocess.STDOUT,
                preexec_fn=heed_terminal,  # noqa: PLW1509 - it takes no lock
            )

        def end(how: signal.Signals) -> int:
            process.send_signal(how)
            return process.wait(20)

        try:
            preview = Live(workspace, printed, process.pid, end)
            preview.wait_for(lines=1)
            yield preview
        finally:
            if process.poll() is None:
                end(signal.SIGINT)


def look(visitor: Visitor, live: Live, *, width: int = 1440) -> Page:
    """Open the preview's page, and wait until all is shown."""
    page = visitor.open(live.address, width=width)
    page.wait_for_selector(GOOD, timeout=90_000)
    page.wait_for_selector("#website[data-version] iframe:not(.coming)")
    return page


def website(page: Page) -> FrameLocator:
    """The website as it is seen in the preview."""
    return page.frame_locator("#website iframe:not(.coming)")


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.05)


def save_by_rename(file: Path, text: str) -> None:
    """Save a file as many editors do: a new file takes the old one's place."""
    beside = file.with_name(f".{file.name}.swp-new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)
