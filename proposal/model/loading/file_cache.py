"""Keeps what the files in `data/` say, so that only those that changed are read anew.

Reading YAML and BibTeX and checking it takes longer than all the rest that happens before TeX
starts. What a file says depends on its text, its place in the workshop's folder and this program
alone. It is kept in the user's cache folder, in one entry for each workshop, and in memory by
whoever loads data repeatedly.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from proposal.caching import digest, keep, kept, program_digest

T = TypeVar("T")

_NAME = "data"
"""The folder below the cache folder."""


class PickledFiles(Struct):
    """What files say, pickled, in one block.

    Thousands of pieces would leave holes in memory, which do not go back to the system.
    """

    places: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    """By file, as seen from the folder: the digest of its text, and where in the block the bytes
    begin and end."""
    block: bytearray = field(default_factory=bytearray)

    @classmethod
    def kept(cls, key: str) -> PickledFiles:
        """What is kept on disk of a workshop."""
        found = kept(_NAME, key)
        # Nobody but the user and this program writes into the user's cache folder, and a damaged
        # entry is not given out.
        return cls() if found is None else pickle.loads(found)  # noqa: S301 - our own file

    def get(self, name: str, fingerprint: str) -> bytes | None:
        """What a file says whose text has a digest, if that is known."""
        known, start, end = self.places.get(name, ("", 0, 0))
        return bytes(self.block[start:end]) if known == fingerprint else None

    def add(self, name: str, fingerprint: str, pickled: bytes | bytearray) -> None:
        """Take in what a file says."""
        start = len(self.block)
        self.block += pickled
        self.places[name] = fingerprint, start, len(self.block)

    def with_those_of(self, newer: PickledFiles, names: Collection[str]) -> PickledFiles:
        """These files and newer ones, as far as they are among some names."""
        chosen = PickledFiles()
        for files in (newer, self):
            for name, (fingerprint, start, end) in files.places.items():
                if name in names and name not in chosen.places:
                    chosen.add(name, fingerprint, files.block[start:end])
        return chosen


class FileCache(Struct, eq=False):
    """What the files of one workshop said when they were read last, in any run."""

    root: Path
    """The workshop's folder."""
    key: str
    """Identifies the workshop and this program."""
    known: PickledFiles
    """What is kept on disk, until all files are read."""
    new: PickledFiles = field(default_factory=PickledFiles)
    """What was read anew and is not kept on disk yet."""
    used: set[str] = field(default_factory=set)
    _values: dict[str, tuple[str, object]] = field(default_factory=dict)
    """By file: the digest of its text, and what it said, as it was given out."""

    @classmethod
    def of(cls, root: Path) -> FileCache:
        """What is kept on disk of the workshop in a folder."""
        key = digest(program_digest(), str(root))
        return cls(root, key, PickledFiles.kept(key))

    def or_read(self, file: Path, text: str, read: Callable[[], T]) -> T:
        """What a file says: as it is known if its text is still the same, or as it is read.

        The same value is given out again while the text stays the same; nobody changes it.
        """
        name, fingerprint = str(file.relative_to(self.root)), digest(text)
        self.used.add(name)
        if self._values.get(name, ("",))[0] != fingerprint:
            self._values[name] = fingerprint, self._unpickled_or_read(name, fingerprint, read)
        value: T = self._values[name][1]  # type: ignore[assignment] # as `read` gave it
        return value

    def _unpickled_or_read(self, name: str, fingerprint: str, read: Callable[[], object]) -> object:
        pickled = self.known.get(name, fingerprint)
        if pickled is not None:
            return _Unpickler(io.BytesIO(pickled), self.root).load()
        value = read()
        self.new.add(name, fingerprint, _pickled(value, self.root))
        return value

    def keep(self) -> None:
        """Keep what was read on disk, for the next run; this run has it in memory as it is."""
        if self.new.places:
            known = self.known if self.known.places else PickledFiles.kept(self.key)
            all_files = known.with_those_of(self.new, self.used)
            keep(_NAME, self.key, pickle.dumps(all_files, pickle.HIGHEST_PROTOCOL))
        self.known, self.new = PickledFiles(), PickledFiles()


def _pickled(value: object, root: Path) -> bytes:
    """A value, with the places in it as seen from the workshop's folder."""

    def reduced(place: Path) -> tuple[Any, ...]:
        if place.is_relative_to(root):
            return _in_workshop, (str(place.relative_to(root)),)
        return Path, (str(place),)

    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, type(root): reduced}
    pickler.dump(value)
    return written.getvalue()


def _in_workshop(name: str) -> Path:
    """Stand for a workshop's folder among what is pickled."""
    raise AssertionError(f"{name} is seen from a folder")


class _Unpickler(pickle.Unpickler):
    """Reads what was pickled, with the places in it below a workshop's folder."""

    def __init__(self, pickled: io.BytesIO, root: Path) -> None:
        super().__init__(pickled)
        self.root = root

    def find_class(self, module: str, name: str) -> Any:
        """Have places begin at the workshop's folder."""
        if (module, name) == (__name__, _in_workshop.__name__):
            return self.root.joinpath
        return super().find_class(module, name)
