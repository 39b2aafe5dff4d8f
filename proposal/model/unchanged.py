"""What did the files in `data/` say the last time, so that only those that changed are read anew?

Reading YAML and BibTeX and checking it takes longer than all the rest that happens before TeX
starts. What came of a file depends on its text, its place and this program alone, and is kept in
the user's cache folder, in one entry for each workshop.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from proposal.caching import digest, keep, kept, program_digest

T = TypeVar("T")

_NAME = "data"
"""The folder below the cache folder."""


@dataclass(slots=True, eq=False)
class Unchanged:
    """What the files of one workshop said when they were read last, in any run."""

    key: str
    """Tells the workshop, and this program."""
    known: dict[str, tuple[str, bytes]]
    """By file: a digest of its text, and what came of it, pickled."""
    is_new: bool = False
    """Whether anything was read that is not kept yet."""
    used: set[str] = field(default_factory=set)

    def or_read(self, file: Path, text: str, read: Callable[[], T]) -> T:
        """What a file says: as it is known, if its text is still the same, or as it is read."""
        name, told = str(file), digest(text)
        self.used.add(name)
        before = self.known.get(name)
        if before is not None and before[0] == told:
            # Nobody but the user and this program writes into the user's cache folder, and a
            # damaged entry is not given out.
            known: T = pickle.loads(before[1])  # noqa: S301
            return known
        found = read()
        self.known[name] = (told, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        self.is_new = True
        return found

    def keep(self) -> None:
        """Keep what was read, for the next run."""
        if self.is_new:
            self.known = {name: each for name, each in self.known.items() if name in self.used}
            keep(_NAME, self.key, pickle.dumps(self.known, pickle.HIGHEST_PROTOCOL))
            self.is_new = False


@cache
def unchanged(root: Path) -> Unchanged:
    """What is known of the files of the workshop in a folder."""
    key = digest(program_digest(), str(root))
    found = kept(_NAME, key)
    return Unchanged(key, pickle.loads(found) if found is not None else {})  # noqa: S301
