"""The saves that a preview has to follow: one thread adds them, another one takes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Condition, Event


class PendingSaves:
    """The files saved since the preview was made last; a new save stops what is being made."""

    def __init__(self) -> None:
        self._saved: set[Path] = set()
        self._is_asked = False
        self._is_over = False
        self._news = Condition()
        self._outdated = Event()

    def add(self, saved: Iterable[Path]) -> None:
        """Files were saved."""
        with self._news:
            self._saved |= set(saved)
            self._is_asked = True
            self._outdated.set()
            self._news.notify()

    def end(self) -> None:
        """Nothing more is to be made."""
        with self._news:
            self._is_over = True
            self._outdated.set()
            self._news.notify()

    def next(self) -> tuple[frozenset[Path], Event] | None:
        """The files that were saved since the last call, once there are any.

        Returns:
            The files, and what is set as soon as newer ones come; nothing if the preview ends.
        """
        with self._news:
            self._news.wait_for(lambda: self._is_asked or self._is_over)
            if self._is_over:
                return None
            saved = frozenset(self._saved)
            self._saved.clear()
            self._is_asked = False
            self._outdated = Event()
            return saved, self._outdated
