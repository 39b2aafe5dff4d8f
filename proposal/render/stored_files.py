"""Keeps the contents of rendered files out of memory until they are asked for.

All pages are made before the first one is put into place, so that an error leaves the old ones as
they are. Those of a long series take more memory than all else that a build knows.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock
from typing import IO

Place = tuple[int, int]
"""Where a content begins in the temporary file, and how many bytes it has."""


class ContentStore:
    """A temporary file for contents, which has no name and goes with the process."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._end = 0
        self._lock = Lock()

    def stored(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The same files, with contents that are read when they are asked for.

        Where there is no room for a temporary file, they stay in memory.
        """
        places: dict[str, Place] = {}
        with self._lock:
            try:
                file = self._opened()
                for name, content in files.items():
                    file.seek(self._end)
                    file.write(content)
                    places[name] = (self._end, len(content))
                    self._end += len(content)
                file.flush()
            except OSError:
                return files
        return _StoredFiles(self, places)

    def content(self, place: Place) -> bytes:
        """What was stored at a place."""
        start, length = place
        with self._lock:
            file = self._opened()
            file.seek(start)
            return file.read(length)

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the store
            weakref.finalize(self, self._file.close)
        return self._file


class _StoredFiles(Mapping[str, bytes]):
    def __init__(self, store: ContentStore, places: Mapping[str, Place]) -> None:
        self._store = store
        self._places = places

    def __getitem__(self, name: str) -> bytes:
        return self._store.content(self._places[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class JoinedFiles(Mapping[str, bytes]):
    """The files of several mappings; of one name, the file of the last of them."""

    def __init__(self, parts: Iterable[Mapping[str, bytes]]) -> None:
        self._part_of: dict[str, Mapping[str, bytes]] = {}
        for part in parts:
            self._part_of |= dict.fromkeys(part, part)

    def __getitem__(self, name: str) -> bytes:
        return self._part_of[name][name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._part_of)

    def __len__(self) -> int:
        return len(self._part_of)
