"""Hands TeX a document in parts, by a pipe in the place of the document's file."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

_PATIENCE = 0.001
"""Seconds between two attempts to wake who waits for a reader."""


@dataclass(slots=True)
class DocumentPipe:
    """A pipe that TeX opens and reads as if it were a file, and waits at where its text ends."""

    file: Path
    """The pipe, made by `os.mkfifo`."""
    parts: SimpleQueue[bytes] = field(default_factory=SimpleQueue)
    """What TeX gets; an empty part ends the document."""
    writer: Thread = field(init=False)

    def __post_init__(self) -> None:
        self.writer = Thread(target=self._write, daemon=True)
        self.writer.start()

    def _write(self) -> None:
        # It is opened as soon as TeX opens it, and broken where TeX ends before the document does.
        with contextlib.suppress(OSError), self.file.open("wb") as pipe:
            while part := self.parts.get():
                pipe.write(part)
                pipe.flush()

    def give(self, text: str) -> None:
        """Give TeX another part of the document, for which nobody waits."""
        self.parts.put(text.encode())

    def end(self) -> None:
        """End the document."""
        self.parts.put(b"")

    def close(self) -> None:
        """Let go of the pipe, when TeX has ended."""
        self.end()
        while self.writer.is_alive():
            try:
                os.close(os.open(self.file, os.O_RDONLY | os.O_NONBLOCK))
            except OSError:
                return
            self.writer.join(_PATIENCE)
