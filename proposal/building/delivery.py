"""Moves finished files into place, so that nobody ever sees half a file."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proposal.diagnostics import ProposalError


class DeliveryError(ProposalError):
    """A finished file could not be written."""


def deliver(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder: all beside their places first, then each into its place.

    Raises:
        DeliveryError: the folder cannot be written to; what stood there is still there.
    """
    written: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            beside = folder / f".{name}.{uuid.uuid4().hex}"
            written.append((beside, folder / name))
            beside.write_bytes(content)
        for beside, place in written:
            beside.replace(place)
    except OSError as reason:
        said = (reason.strerror or str(reason)).lower()
        raise DeliveryError(f"{folder} cannot be written to: {said}") from reason
    finally:
        for beside, _ in written:
            beside.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class DeliveredTree:
    """What became of a folder that holds generated files only."""

    count: int
    """How many files it holds."""
    changed: int
    """How many of them were written or removed now."""


def deliver_tree(folder: Path, files: Mapping[str, bytes]) -> DeliveredTree:
    """Make a folder hold just these files, as far as they are ours.

    Files that are the same already are not touched. Files that an earlier run wrote and this
    one does not are removed; those that somebody else put there stay.

    Args:
        folder: the folder; its list of files stands beside it.
        files: the contents by paths that use `/`.

    Raises:
        DeliveryError: the folder cannot be written to.
    """
    listing = folder.parent / f".{folder.name}.files"
    before = _listed(listing)
    changed = {name: new for name, new in files.items() if not _holds(folder / name, new)}
    for place in sorted({str(Path(name).parent) for name in changed}):
        inside = {
            Path(name).name: content
            for name, content in changed.items()
            if str(Path(name).parent) == place
        }
        deliver(folder / place, inside)
    stale = sorted(before - set(files))
    for name in stale:
        (folder / name).unlink(missing_ok=True)
        _remove_empty((folder / name).parent, folder)
    if before != set(files):
        deliver(listing.parent, {listing.name: "\n".join(sorted(files)).encode()})
    return DeliveredTree(len(files), len(changed) + len(stale))


def _listed(listing: Path) -> set[str]:
    try:
        names = listing.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return set()
    # A list that somebody has changed must not make us remove what lies elsewhere.
    return {name for name in names if name and ".." not in name and not name.startswith("/")}


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
