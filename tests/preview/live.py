"""A preview that runs as somebody at a terminal runs it."""

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
from urllib.parse import urlsplit

from playwright.sync_api import FrameLocator, Page

from tests.site.browsing import Visitor
from tests.terminal import heed_ctrl_c
from tests.workspace import Workspace

GOOD = "#status[data-phase=good]"


@dataclass(frozen=True)
class Live:
    """A preview that is being served."""

    workspace: Workspace
    address: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0


@contextmanager
def live(workspace: Workspace, *arguments: str, **environment: str) -> Iterator[Live]:
    """Run `proposal serve` in a workspace for the while."""
    process = subprocess.Popen(
        [sys.executable, "-m", "proposal", "serve", "--port", "0", *arguments],
        cwd=workspace.root,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=heed_ctrl_c,  # noqa: PLW1509
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline().strip()
        assert first.startswith("http://127.0.0.1:"), first + process.stdout.read()
        yield Live(workspace, first, process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(20)
        if process.stdout is not None:
            process.stdout.close()


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
