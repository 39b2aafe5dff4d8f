"""Moves finished files into place, so that nobody ever sees half a file."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from proposal.diagnostics import ProposalError

_ON_ITS_WAY = re.compile(r"\..+\.[0-9a-f]{32}")
"""The name of a file that stands beside its place until it is whole: `.cfp.txt.` and 32 digits."""
_LONGEST = 60
"""Seconds after which a file on its way is one that a killed program has left."""

AS_BEFORE = "not made; what was there before is still there"
"""What became of a file that could not be made."""

_REASONS: Mapping[int, str] = {
    errno.ENOSPC: "the disk is full; free some space, and try again",
    errno.EDQUOT: "your quota on this disk is used up; delete what you do not need, and try again",
    errno.EFBIG: "it would be larger than files may be here (`ulimit -f` shows the limit)",
    errno.EROFS: "the file system is read-only; use a folder on another disk",
    errno.EACCES: "permission is denied; change its permissions, or use another folder",
    errno.EPERM: "it may not be changed; change its permissions, or use another folder",
    errno.EISDIR: "a folder of that name stands there; rename or remove it",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "symbolic links lead round in a circle there; remove one of them",
    errno.EIO: "the disk failed; look after the disk, and copy what is on it",
    errno.EMFILE: "too many files are open (`ulimit -n` shows the limit)",
}
"""Why a file could not be written, and what to do, by the number that the system gives."""


class DeliveryError(ProposalError):
    """A file could not be written."""


def why(reason: OSError) -> str:
    """Why something could not be written or read, and what to do, in plain words."""
    known = _REASONS.get(reason.errno or 0)
    return known or (reason.strerror or str(reason) or type(reason).__name__).lower()


def not_written(file: Path, reason: OSError) -> DeliveryError:
    """The error that names the file that could not be written, and says why."""
    if isinstance(reason, FileExistsError | NotADirectoryError):
        in_the_way = next(
            (parent for parent in (file, *file.parents) if os.path.isfile(parent)),  # noqa: PTH113 - never raises
            file,
        )
        said = f"{in_the_way} is a file, and a folder is needed there; rename or remove it"
    else:
        said = why(reason)
    return DeliveryError(f"{file} cannot be written to: {said}. What stood there is unchanged")


def deliver(files: Mapping[Path, bytes]) -> None:
    """Write files: all beside their places first, then each into its place.

    Raises:
        DeliveryError: a place cannot be written to; what stood there is still there.
    """
    deliver_as_read(files.items())


def deliver_as_read(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write files as `deliver` does, each of which is in memory only while it is written."""
    mark = os.urandom(16).hex()
    begun: list[str] = []  # a `Path` takes ten times the memory of its text
    made: list[Path] = []
    seen: set[Path] = set()
    try:
        for file, content in files:
            with _naming_file(file):
                _expect_no_folder(file)
                if (folder := file.parent) not in seen:
                    made += _make_folder(folder)
                    seen.add(folder)
                begun.append(str(file))
                _on_its_way(file, mark).write_bytes(content)
        for place in begun:
            file = Path(place)
            with _naming_file(file):
                _on_its_way(file, mark).replace(file)
    except BaseException:
        _remove((_on_its_way(Path(place), mark) for place in begun), made)
        raise


def _on_its_way(file: Path, mark: str) -> Path:
    """Where a file stands until it is whole."""
    return file.with_name(f".{file.name}.{mark}")


@contextlib.contextmanager
def delivery_of(file: Path) -> Iterator[BinaryIO]:
    """Write a file piece by piece beside its place, into which it moves when it is whole.

    Raises:
        DeliveryError: it cannot be written; what stood there is still there.
    """
    beside = _on_its_way(file, os.urandom(16).hex())
    made: list[Path] = []
    try:
        with _naming_file(file):
            _expect_no_folder(file)
            made = _make_folder(file.parent)
            with beside.open("wb") as stream:
                yield stream
            beside.replace(file)
    except BaseException:
        _remove([beside], made)
        raise


@contextlib.contextmanager
def _naming_file(file: Path) -> Iterator[None]:
    """Say of an error which file it is about: those of write(2) do not name one."""
    try:
        yield
    except OSError as reason:
        raise not_written(file, reason) from reason


def _expect_no_folder(file: Path) -> None:
    """Refuse to begin where a folder stands in a file's place, which could not be replaced."""
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it, and give those that did not exist."""
    new = []
    for parent in (folder, *folder.parents):
        if parent.exists():
            break
        new.append(parent)
    folder.mkdir(parents=True, exist_ok=True)
    return new


def _remove(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Remove what an attempt that failed has made, as far as nobody uses it."""
    for file in files:
        with contextlib.suppress(OSError):
            file.unlink()
    for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        with contextlib.suppress(OSError):
            folder.rmdir()


def remove_leftovers(folder: Path) -> None:
    """Remove what killed programs were about to move into place in a folder and below it."""
    oldest = time.time() - _LONGEST
    for file in folder.rglob(".*"):
        with contextlib.suppress(OSError):  # it has just been moved, or is not ours to remove
            if _ON_ITS_WAY.fullmatch(file.name) and file.stat().st_mtime < oldest:
                file.unlink()
