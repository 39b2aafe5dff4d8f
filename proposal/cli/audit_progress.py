"""Shows how far an audit is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

_AFTER = 2.0
"""Seconds after which a line says that the audit is at work; most are over before."""

_EVERY = 10.0
"""Seconds between two lines."""

_WIDTH = 50
"""Letters of a file's name that are shown behind the bar."""


class AuditProgress:
    """Says on the error stream how many files were read, so that what is printed stays whole."""

    def __init__(self) -> None:
        console = Console(stderr=True, highlight=False)
        self._bar = (
            Progress(
                TextColumn("reading"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[name]}"),
                console=console,
                transient=True,
            )
            if console.is_terminal
            else None
        )
        self._task = self._bar.add_task("", total=None, name="") if self._bar else None
        self._next_line = time.monotonic() + _AFTER

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def watch(self, read: int, of: int, name: str) -> None:
        """Show how many files were read, and which one is next."""
        if self._bar is not None and self._task is not None:
            shown = Text(name[-_WIDTH:] or "comparing them").plain
            self._bar.update(self._task, completed=read, total=of, name=shown)
        elif time.monotonic() >= self._next_line:
            self._next_line = time.monotonic() + _EVERY
            line = f"reading: {read} of {of} files" if name else f"comparing {of} files"
            typer.echo(f"proposal: {line}", err=True)
