"""Shows how far a long job is: a bar on a terminal, a line now and then elsewhere.

Most jobs are over before anything is shown, so that what draws a bar is loaded only with it.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec import Struct
from rich.console import Console
from rich.text import Text

from proposal.build.request import Step
from proposal.cli.printing import printable_name
from proposal.watching import Watch

if TYPE_CHECKING:
    from proposal.cli.progress_bar import ProgressBar

AFTER = 2.0
"""Seconds for which nothing is shown."""

EVERY = 10.0
"""Seconds between two lines, all of which a log keeps."""

_TICK = 0.25
"""Seconds between two looks at the clock, since a job may have nothing to tell for long."""

Clock = Callable[[], float]
"""The time in seconds, from any beginning."""


class Stage(Struct, frozen=True):
    """What a job does at a moment."""

    doing: str
    done: int = 0
    of: int = 0
    """How many parts there are; 0 if nobody knows."""
    name: str = ""
    """The part that is next."""

    @property
    def count(self) -> str:
        """How far it is: "3 of 9", or "3 done" as long as nobody knows of how many."""
        if self.of:
            return f"{self.done} of {self.of}"
        return f"{self.done} done" if self.done else ""

    @property
    def line(self) -> str:
        """The stage as a line of its own: "reading the papers, 3 of 9"."""
        return ", ".join(filter(None, (self.doing, self.count or self.name)))


class JobProgress:
    """Says how far a job is as soon as it takes long, on the error stream if that is possible."""

    def __init__(
        self, doing: str, console: Console | None = None, clock: Clock = time.monotonic
    ) -> None:
        """Begin to wait.

        Args:
            doing: what the job does first: "reading the data".
            console: where lines are printed meanwhile; a bar on the same terminal stands below.
            clock: tells the time.
        """
        is_shared = console is not None and console.is_interactive
        self._console = console if console and is_shared else Console(stderr=True, highlight=False)
        self._clock = clock
        self._next = clock() + AFTER
        self._stage = Stage(doing)
        self._printed = ""
        self._bar: ProgressBar | None = None
        self._lock = threading.Lock()
        self._is_over = threading.Event()
        self._ticker = threading.Thread(target=self._tick_on, daemon=True)

    def __enter__(self) -> Self:
        self._ticker.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_over.set()
        self._ticker.join()
        if self._bar is not None:
            self._bar.stop()

    def of(self, doing: str) -> Watch:
        """What is told how far the job is with one thing that it does: "reading the papers"."""
        return partial(self._show, doing)

    def begin(self, doing: str) -> None:
        """Show that something else is being done, of which nobody knows how far it is."""
        self._show(doing)

    def _show(self, doing: str, done: int = 0, of: int = 0, name: str = "") -> None:
        with self._lock:
            self._stage = Stage(doing, done, of, printable_name(name))
        self.tick()

    def tick(self) -> None:
        """Look at the clock, and show the stage if it is time."""
        with self._lock:
            if self._is_over.is_set() or self._clock() < self._next:
                return
            if self._console.is_interactive:
                self._draw()
            else:
                self._print()

    def _draw(self) -> None:
        if self._bar is None:
            from proposal.cli.progress_bar import ProgressBar  # noqa: PLC0415 - slow to load

            self._bar = ProgressBar(self._console, self._stage)
        else:
            self._bar.show(self._stage)

    def _print(self) -> None:
        if self._stage.line != self._printed:
            self._printed = self._stage.line
            self._next = self._clock() + EVERY
            with suppress(OSError):  # nobody has to read it
                print(f"proposal: {self._printed}", file=sys.stderr, flush=True)

    def _tick_on(self) -> None:
        while not self._is_over.wait(_TICK):
            self.tick()


class BuildProgress(JobProgress):
    """Prints what is finished, and shows what is going on below it."""

    def __init__(self, console: Console, clock: Clock = time.monotonic) -> None:
        super().__init__(doing="reading the data", console=console, clock=clock)
        self._prints_to = console
        self._going_on: dict[str, str] = {}
        self._steps = threading.Lock()

    def show(self, step: Step) -> None:
        """Show a step of the build; steps come from several threads."""
        with self._steps:
            if step.is_done:
                self._going_on.pop(step.artefact, None)
                self._prints_to.print(_line(step), soft_wrap=True)
            else:
                self._going_on[step.artefact] = step.text
            going_on = [f"{name}: {text}" for name, text in self._going_on.items()]
        self.begin("; ".join(going_on) or "finishing")


def _line(step: Step) -> Text:
    sign = ("✓ ", "bold green") if step.is_good else ("✗ ", "bold red")
    time = f"  {step.seconds:.1f} s" if step.seconds >= 0.05 else ""
    return Text.assemble(sign, (step.artefact, "bold"), f"  {step.text}", (time, "dim"))
