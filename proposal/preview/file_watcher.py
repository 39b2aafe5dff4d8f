"""Waits for saves of files in the watched folders."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from watchfiles import Change, watch

FOLDERS = ("data", "templates")
"""What is watched, from the workshop's folder on."""

_QUIET = 10
"""Milliseconds without a change after which a save of several files is taken to be complete.

It is also the interval of looking, which takes 0.7 % of a processor: a save is noticed after one
and a half of them. Where a save takes longer, its other files stop what the first ones began.
"""
_LONGEST = 400
"""Milliseconds after which changes are reported although others still come."""
_LOOK_AGAIN = 1000
"""Milliseconds after which a look shows whether a folder was made, removed or replaced."""


def saves(root: Path) -> Iterator[frozenset[Path]]:
    """The files that were changed, added or removed, all of one save together.

    It never ends by itself. Files that editors keep for themselves are left out.
    A folder that appears, or takes the place of another one, is reported as a whole.

    Args:
        root: the folder that holds `data/`.

    Raises:
        KeyboardInterrupt: Ctrl-C was typed.
    """

    def is_reported(_change: Change, path: str) -> bool:
        return not any(_is_private(part) for part in Path(path).relative_to(root).parts)

    while True:
        folders = _folders(root)
        for changes in watch(
            *(folders or [root]),
            watch_filter=is_reported,
            debounce=_LONGEST,
            step=_QUIET,
            rust_timeout=_LOOK_AGAIN,
            yield_on_timeout=True,
            recursive=bool(folders),
        ):
            now = _folders(root)
            if now != folders:
                yield frozenset(now.keys() | folders.keys())
                break
            if changes:
                yield frozenset(Path(path) for _, path in changes)


def _folders(root: Path) -> dict[Path, int]:
    """The watched folders that exist, with what tells a folder from another of its name."""
    found = {}
    for place in (root / name for name in FOLDERS):
        with contextlib.suppress(OSError):
            if place.is_dir():
                found[place] = place.stat().st_ino
    return found


def _is_private(name: str) -> bool:
    """Whether an editor made a file for itself: a lock, a backup, a trial of the folder."""
    return (
        name.startswith((".", "#"))
        or name.endswith(("~", ".swp", ".swx", ".tmp", ".bak"))
        or name == "4913"  # by which Vim tries whether it may write into a folder
    )
