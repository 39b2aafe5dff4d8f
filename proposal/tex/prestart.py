"""Starts TeX before its document is known, so that it need not be waited for until it is loaded."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field

from proposal.diagnostics import MachineError
from proposal.scratch import Scratch, ScratchError, new_scratch
from proposal.tex.engine import ENGINES
from proposal.tex.preamble_cache import PreambleFormat
from proposal.tex.process import TexProcess, start


@dataclass(frozen=True, slots=True)
class Waiting:
    """A TeX that waits for a document, and its scratch folder."""

    started: TexProcess
    scratch: Scratch

    def end(self) -> None:
        """Stop it, and remove its folder."""
        self.started.end()
        self.scratch.remove()


@dataclass(slots=True)
class Prestarted:
    """TeX programs that wait, by the documents that they are most likely needed for.

    What is not needed after all is stopped when this is closed.
    """

    waiting: dict[str, Waiting] = field(default_factory=dict)

    def start(
        self, document: str, job: str, engine: str, epoch: int, loaded: PreambleFormat | None
    ) -> None:
        """Start a TeX for a document, if none waits for it yet.

        Args:
            document: what tells the document from others.
            job: the document's own name.
            engine: the program, one of ENGINES.
            epoch: the time that the PDF will most likely carry, in seconds since 1970 (UTC).
            loaded: the format by which it will most likely be set.
        """
        if document in self.waiting:
            return
        # Where it cannot be started now, it is started when it is needed.
        with contextlib.suppress(MachineError, ScratchError, OSError):
            scratch = new_scratch()
            try:
                started = start(ENGINES[engine], (), scratch.folder, epoch, job, loaded)
            except BaseException:
                scratch.remove()
                raise
            self.waiting[document] = Waiting(started, scratch)

    def take(self, document: str, engine: str, epoch: int) -> Waiting | None:
        """The TeX that waits for a document, if it is the one that is needed."""
        found = self.waiting.pop(document, None)
        if found is None:
            return None
        if found.started.program is ENGINES[engine] and found.started.epoch == epoch:
            return found
        found.end()
        return None

    def close(self) -> None:
        """Stop what nobody needed."""
        for waiting in self.waiting.values():
            waiting.end()
        self.waiting.clear()
