"""Shows a build as it goes on: lines that change on a terminal, plain lines elsewhere."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.text import Text

from proposal.build.request import Step
from proposal.cli.streams import writes_unicode

if TYPE_CHECKING:
    from rich.status import Status


class BuildProgress:
    """Prints what is finished, and on a terminal what is going on below it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._going_on: dict[str, str] = {}
        self._lock = threading.Lock()
        self._status: Status | None = None

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            # Status is slow to load, and so is imported by the console where it is needed.
            self._status = self._console.status("reading the data", spinner=_spinner())
            self._status.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._status is not None:
            self._status.stop()

    def show(self, step: Step) -> None:
        """Show a step of the build; steps come from several threads."""
        with self._lock:
            if step.is_done:
                self._going_on.pop(step.artefact, None)
                self._console.print(_line(step), soft_wrap=True)
            else:
                self._going_on[step.artefact] = step.text
            if self._status is not None:
                lines = [f"{name}: {text}" for name, text in self._going_on.items()]
                self._status.update("; ".join(lines) or "finishing")


def _spinner() -> str:
    """What turns beside the text; where its dots cannot be printed, a stroke."""
    return "dots" if writes_unicode() else "line"


def _line(step: Step) -> Text:
    sign = ("✓ ", "bold green") if step.is_good else ("✗ ", "bold red")
    time = f"  {step.seconds:.1f} s" if step.seconds >= 0.05 else ""
    return Text.assemble(sign, (step.artefact, "bold"), f"  {step.text}", (time, "dim"))
