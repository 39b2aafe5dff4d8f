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
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from proposal.caching import digest, keep, kept, program_digest

T = TypeVar("T")

_NAME = "data"
"""The folder below the cache folder."""


class FileCache(Struct, eq=False):
    """What the files of one workshop said when they were read last, in any run."""

    root: Path
    """The workshop's folder."""
    key: str
    """Identifies the workshop and this program."""
    pickled: dict[str, tuple[str, bytes]]
    """By file, as seen from the folder: the digest of its text, and what it said, pickled."""
    is_new: bool = False
    """Whether anything was read that is not kept on disk yet."""
    used: set[str] = field(default_factory=set)
    _values: dict[str, tuple[str, object]] = field(default_factory=dict)
    """By file: the digest of its text, and what it said, as it was given out."""

    @classmethod
    def of(cls, root: Path) -> FileCache:
        """What is kept on disk of the workshop in a folder."""
        key = digest(program_digest(), str(root))
        found = kept(_NAME, key)
        return cls(root, key, pickle.loads(found) if found is not None else {})  # noqa: S301

    def or_read(self, file: Path, text: str, read: Callable[[], T]) -> T:
        """What a file says: as it is known if its text is still the same, or as it is read.

        The same value is given out again while the text stays the same; nobody changes it.
        """
        name, fingerprint = str(file.relative_to(self.root)), digest(text)
        self.used.add(name)
        if self._values.get(name, ("",))[0] != fingerprint:
            self._values[name] = fingerprint, self._unpickled_or_read(name, fingerprint, read)
        value: T = self._values[name][1]  # type: ignore[assignment]
        return value

    def _unpickled_or_read(self, name: str, fingerprint: str, read: Callable[[], object]) -> object:
        known = self.pickled.get(name)
        if known is not None and known[0] == fingerprint:
            # Nobody but the user and this program writes into the user's cache folder, and a
            # damaged entry is not given out.
            return _Unpickler(io.BytesIO(known[1]), self.root).load()
        value = read()
        self.pickled[name] = (fingerprint, _pickled(value, self.root))
        self.is_new = True
        return value

    def keep(self) -> None:
        """Keep what was read on disk, for the next run."""
        if self.is_new:
            self.pickled = {name: self.pickled[name] for name in self.pickled if name in self.used}
            keep(_NAME, self.key, pickle.dumps(self.pickled, pickle.HIGHEST_PROTOCOL))
            self.is_new = False


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
