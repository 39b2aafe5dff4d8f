"""Makes a folder hold just the files that were generated for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proposal.caching import digest
from proposal.delivery import deliver, remove_leftovers


@dataclass(frozen=True, slots=True)
class DeliveredTree:
    """What became of a folder that holds generated files only."""

    count: int
    """How many files it holds."""
    changed: int
    """How many of them were written or removed now."""


def deliver_tree(folder: Path, files: Mapping[str, bytes], listing: Path) -> DeliveredTree:
    """Make a folder hold just these files, as far as they are ours.

    Files that are the same already are not touched. Files that an earlier run wrote and this
    one does not are removed, as is what a killed one has left; those that somebody else put there
    stay.

    Args:
        folder: the folder, which may hold other files, too.
        files: the contents by paths that use `/`.
        listing: a file that remembers which files are ours.

    Raises:
        DeliveryError: the folder cannot be written to.
    """
    remove_leftovers(folder)
    before = read_listing(listing)
    changed = {name: new for name, new in files.items() if not _holds(folder / name, new)}
    deliver({folder / name: content for name, content in changed.items()})
    stale = sorted(before.keys() - files.keys())
    for name in stale:
        (folder / name).unlink(missing_ok=True)
        _remove_empty((folder / name).parent, folder)
    now = {name: digest(content) for name, content in files.items()}
    if before != now:
        lines = [f"{each}  {name}" for name, each in sorted(now.items())]
        deliver({listing: "\n".join(lines).encode()})
    return DeliveredTree(len(files), len(changed) + len(stale))


def read_listing(listing: Path) -> dict[str, str]:
    """The digests of the files that were written, by their paths."""
    try:
        lines = listing.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return {}
    pairs = (line.partition("  ") for line in lines)
    # A list that somebody has changed must not make us remove what lies elsewhere.
    return {
        name: each
        for each, _, name in pairs
        if name and ".." not in name and not name.startswith("/")
    }


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
