"""Draws how far a long job is, in the last line of a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Column
from rich.text import Text

from proposal.cli.streams import writes_unicode

if TYPE_CHECKING:
    from proposal.cli.progress import Stage

_WIDE = 60
"""Columns of a terminal in which there is room for a bar beside the words."""

_BAR = 20
"""Columns of the bar."""


class ProgressBar:
    """A line that changes, and is gone at the end."""

    def __init__(self, console: Console, stage: Stage) -> None:
        self._console = console
        self._progress = Progress(
            SpinnerColumn("dots" if writes_unicode() else "line"),
            *([BarColumn(_BAR)] if console.width >= _WIDE else []),
            TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True)),
            console=console,
            transient=True,
            redirect_stdout=False,  # which may be a file for programs
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("")
        self.show(stage)
        self._progress.start()

    def show(self, stage: Stage) -> None:
        """Show what is done now."""
        words = Text(f"{stage.line}  {stage.name}" if stage.count else stage.line)
        beside = sum(width + 1 for width in (1, _BAR if self._console.width >= _WIDE else 0))
        words.truncate(max(self._console.width - beside - 1, 1), overflow="ellipsis")
        self._progress.update(
            self._task,
            description=words.plain,
            completed=stage.done,
            total=stage.of or None,
        )

    def stop(self) -> None:
        """Leave the terminal as it was."""
        self._progress.stop()
