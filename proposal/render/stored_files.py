"""Keeps the contents of rendered files out of memory until they are asked for.

All pages are made before the first one is put into place, so that an error leaves the old ones as
they are. Those of a long series take more memory than all else that a build knows.
"""

from __future__ import annotations

import tempfile
import weakref
from array import array
from collections.abc import Iterable, Iterator, Mapping
from io import FileIO
from threading import Lock


class ContentStore:
    """A temporary file for contents, which has no name and goes with the process."""

    def __init__(self) -> None:
        self._file: FileIO | None = None
        self._end = 0
        self._lock = Lock()

    def stored(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The same files, with contents that are read when they are asked for.

        Where there is no room for a temporary file, they stay in memory.
        """
        with self._lock:
            bounds = array("q", [self._end])
            try:
                file = self._opened()
                file.seek(self._end)
                for content in files.values():
                    _write(file, content)
                    bounds.append(bounds[-1] + len(content))
            except OSError:
                return files
            self._end = bounds[-1]
        return _StoredFiles(self, files, bounds)

    def content(self, start: int, end: int) -> bytes:
        """What was stored between two places of the temporary file, in bytes from its begin."""
        with self._lock:
            file = self._opened()
            file.seek(start)
            return file.read(end - start)

    def _opened(self) -> FileIO:
        if self._file is None:
            # Unbuffered: what a full disk has not taken would be written once more by each reading,
            # and when the file is closed.
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed with the store
            weakref.finalize(self, self._file.close)
        return self._file


def _write(file: FileIO, content: bytes) -> None:
    """Write the whole of a content; a disk that is nearly full takes a part of it."""
    left = memoryview(content)
    while left:
        left = left[file.write(left) :]


class _StoredFiles(Mapping[str, bytes]):
    def __init__(self, store: ContentStore, names: Iterable[str], bounds: array[int]) -> None:
        self._store = store
        self._number = {name: number for number, name in enumerate(names)}
        self._bounds = bounds
        """Where the first one begins, and where each one ends."""

    def __getitem__(self, name: str) -> bytes:
        number = self._number[name]
        return self._store.content(self._bounds[number], self._bounds[number + 1])

    def __iter__(self) -> Iterator[str]:
        return iter(self._number)

    def __len__(self) -> int:
        return len(self._number)


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
