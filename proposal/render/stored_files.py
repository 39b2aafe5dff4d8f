"""Keeps the contents of rendered files out of memory until they are asked for.

All pages are made before the first one is put into place, so that an error leaves the old ones as
they are. Those of a long series take more memory than all else that a build knows.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping
from io import FileIO
from threading import Lock

Place = tuple[int, int]
"""Where a content begins in the temporary file, and how many bytes it has."""


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
        places: dict[str, Place] = {}
        with self._lock:
            end = self._end
            try:
                file = self._opened()
                file.seek(end)
                for name, content in files.items():
                    _write(file, content)
                    places[name] = (end, len(content))
                    end += len(content)
            except OSError:
                return files
            self._end = end
        return _StoredFiles(self, places)

    def content(self, place: Place) -> bytes:
        """What was stored at a place."""
        start, length = place
        with self._lock:
            file = self._opened()
            file.seek(start)
            return file.read(length)

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
