"""Starts TeX before its document is known, so that it need not be waited for until it is loaded."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field

from proposal.delivery import DeliveryError
from proposal.diagnostics import MachineError
from proposal.scratch import Scratch, ScratchError, lay_out, new_scratch
from proposal.tex.beginnings import LastEdit
from proposal.tex.process import TexProcess, TexStart, start


class Waiting(Struct, frozen=True):
    """A TeX that waits for a document or the rest of one, and its scratch folder."""

    started: TexProcess
    scratch: Scratch

    @property
    def given(self) -> int:
        """How many characters of the document it knows."""
        beginning = self.started.about.beginning
        return len(beginning.text) if beginning else 0

    def end(self) -> None:
        """Stop it, and remove its folder."""
        self.started.end()
        self.scratch.remove()


Fits = Callable[[TexProcess], bool]
"""Tells whether a TeX is one that is needed."""
Take = Callable[[Fits], Waiting | None]
"""Takes a TeX that is needed from those that wait, if there is one."""


class Prestarted(Struct):
    """TeX programs that wait, by the documents that they are most likely needed for.

    What is not needed after all is stopped when this is closed.
    """

    waiting: defaultdict[str, list[Waiting]] = field(default_factory=lambda: defaultdict(list))
    edits: dict[str, LastEdit] = field(default_factory=dict)
    """The documents that were given in parts, as they were then."""

    def start(self, document: str, wanted: TexStart) -> None:
        """Start a TeX for a document, if none like it waits already.

        Args:
            document: what tells the document from others.
            wanted: what it is started with.
        """
        if any(waiting.started.about == wanted for waiting in self.waiting[document]):
            return
        # Where it cannot be started now, it is started when it is needed.
        with contextlib.suppress(MachineError, ScratchError, DeliveryError, OSError):
            scratch = new_scratch()
            try:
                started = _started(wanted, scratch.folder)
            except BaseException:
                scratch.remove()
                raise
            self.waiting[document].append(Waiting(started, scratch))

    def keep(self, document: str, wanted: Sequence[TexStart]) -> None:
        """Have TeX wait for this document alone, as it is best for it now.

        Args:
            document: what tells the document from others.
            wanted: what each TeX that is to wait is started with.
        """
        for name, of_document in self.waiting.items():
            for waiting in [*of_document]:
                if name != document or waiting.started.about not in wanted:
                    of_document.remove(waiting)
                    waiting.end()
        for about in wanted:
            self.start(document, about)

    def take(self, document: str, fits: Fits) -> Waiting | None:
        """Of the TeX programs that wait for a document and fit it, the one that knows most of it.

        The others wait on.
        """
        fitting = [waiting for waiting in self.waiting[document] if fits(waiting.started)]
        found = max(fitting, key=lambda waiting: waiting.given, default=None)
        if found is not None:
            self.waiting[document].remove(found)
        return found

    def close(self) -> None:
        """Stop what nobody needed."""
        for of_document in self.waiting.values():
            for waiting in of_document:
                waiting.end()
        self.waiting.clear()


def _started(wanted: TexStart, folder: Path) -> TexProcess:
    if wanted.beginning is not None:
        lay_out({folder / name: content for name, content in wanted.beginning.files.items()})
    return start(wanted, folder)
