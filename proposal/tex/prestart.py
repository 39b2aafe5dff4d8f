"""Starts TeX before its document is known, so that it need not be waited for until it is loaded."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Callable, Sequence

from msgspec import Struct, field

from proposal.delivery import DeliveryError
from proposal.diagnostics import MachineError
from proposal.scratch import Scratch, ScratchError, lay_out, new_scratch
from proposal.tex.beginnings import Beginning, LastEdit
from proposal.tex.engine import ENGINES
from proposal.tex.preamble_cache import PreambleFormat
from proposal.tex.process import TexProcess, start


class Prestart(Struct, frozen=True):
    """What a TeX is started with that waits for a document."""

    job: str
    """The document's own name."""
    engine: str
    """The program, one of ENGINES."""
    epoch: int
    """The time that the PDF will most likely carry, in seconds since 1970 (UTC)."""
    loaded: PreambleFormat | None
    """The format by which it will most likely be set."""
    beginning: Beginning | None = None
    """How the document will most likely begin, in the form that the format wants."""


class Waiting(Struct, frozen=True):
    """A TeX that waits for a document or the rest of one, and its scratch folder."""

    prestart: Prestart
    started: TexProcess
    scratch: Scratch

    @property
    def given(self) -> int:
        """How many characters of the document it knows."""
        beginning = self.prestart.beginning
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

    def start(self, document: str, prestart: Prestart) -> None:
        """Start a TeX for a document, if none like it waits already.

        Args:
            document: what tells the document from others.
            prestart: what it is started with.
        """
        if any(waiting.prestart == prestart for waiting in self.waiting[document]):
            return
        # Where it cannot be started now, it is started when it is needed.
        with contextlib.suppress(MachineError, ScratchError, DeliveryError, OSError):
            scratch = new_scratch()
            try:
                started = _started(prestart, scratch)
            except BaseException:
                scratch.remove()
                raise
            self.waiting[document].append(Waiting(prestart, started, scratch))

    def keep(self, document: str, prestarts: Sequence[Prestart]) -> None:
        """Have TeX wait for this document alone, as it is best for it now.

        Args:
            document: what tells the document from others.
            prestarts: what each TeX that is to wait is started with.
        """
        for name, of_document in self.waiting.items():
            for waiting in [*of_document]:
                if name != document or waiting.prestart not in prestarts:
                    of_document.remove(waiting)
                    waiting.end()
        for prestart in prestarts:
            self.start(document, prestart)

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


def _started(prestart: Prestart, scratch: Scratch) -> TexProcess:
    beginning, folder = prestart.beginning, scratch.folder
    if beginning is not None:
        lay_out({folder / name: content for name, content in beginning.files.items()})
    program = ENGINES[prestart.engine]
    job, epoch, loaded = prestart.job, prestart.epoch, prestart.loaded
    return start(program, (), folder, epoch, job, loaded, beginning)
