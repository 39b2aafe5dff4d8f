"""Folders for files that nobody needs when a command has ended, however it ends.

Each holds a file that its process has locked. The lock goes with the process, even if that is
killed, so the next command finds out which folders nobody uses any more, and removes them. A lock
tells that more surely than a process's number, which another process gets later, and which means
nothing to a container that shares the folder for temporary files.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
import signal
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from proposal.delivery import not_written, why
from proposal.diagnostics import ProposalError

_PREFIX = "proposal-run-"
"""How the names of scratch folders begin; the process's number and a random one follow."""
_UNLOCKED_PREFIX = "proposal-new-"
"""How they begin until their lock is held."""
_ROOM = 256 * 1024
"""Bytes that a pass of TeX needs at least: its log, what it tells the next one, a PDF."""
_LOCK = ".lock"
_YOUNG = 60
"""Seconds in which a new folder is locked, unless its process was killed."""


class ScratchError(ProposalError):
    """There is no place for temporary files."""


class Scratch(Struct, frozen=True):
    """A scratch folder of this process."""

    folder: Path
    lock: int
    """The descriptor of the file that is locked."""

    def remove(self) -> None:
        """Remove the folder, with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            os.close(self.lock)


def new_scratch() -> Scratch:
    """Make a scratch folder that nobody but this user can look into.

    Raises:
        ScratchError: none can be made.
    """
    reasons = []
    for place in _places():
        try:
            return _made_in(place)
        except OSError as reason:
            reasons.append(f"{place}: {why(reason)}")
    tried = "; ".join(reasons)
    message = f"there is no folder for temporary files that can be written to ({tried})"
    raise ScratchError(f"{message}. Set TMPDIR to a folder on a disk with free space")


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """A scratch folder that is removed behind the block.

    Raises:
        ScratchError: none can be made.
    """
    scratch = new_scratch()
    try:
        yield scratch.folder
    finally:
        scratch.remove()


def lay_out(files: Mapping[Path, bytes]) -> None:
    """Write files into a scratch folder.

    Raises:
        DeliveryError: one cannot be written, as where the disk is full.
    """
    for file, content in files.items():
        try:
            file.write_bytes(content)
        except OSError as reason:
            raise not_written(file, reason) from reason


def expect_room(folder: Path, status: int = 0) -> None:
    """Make sure that it was not for want of room that a program failed in a scratch folder.

    Args:
        folder: the scratch folder.
        status: how the program ended; below 0, by which signal.

    Raises:
        ScratchError: the disk or the user's part of it is full, or files may not be larger.
    """
    reason = OSError(errno.EFBIG, "") if status == -signal.SIGXFSZ else _want_of_room(folder)
    if reason is not None:
        message = f"temporary files cannot be written to {folder.parent}: {why(reason)}"
        raise ScratchError(f"{message}. Or set TMPDIR to a folder on another disk")


def _want_of_room(folder: Path) -> OSError | None:
    """What the system says to a file of the least size that is needed, if it refuses it."""
    probe = folder / "room"
    try:
        probe.write_bytes(bytes(_ROOM))
    except OSError as reason:
        return reason
    finally:
        probe.unlink(missing_ok=True)
    return None


def remove_abandoned() -> None:
    """Remove this user's scratch folders whose processes have ended without doing so."""
    for place in _places():
        with contextlib.suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith((_PREFIX, _UNLOCKED_PREFIX)):
                    _remove_if_abandoned(Path(entry.path))


def _places() -> Iterator[Path]:
    """Where temporary files may stand, the best place first."""
    named = (os.environ.get(name, "") for name in ("TMPDIR", "TEMP", "TMP"))
    folders = (*named, "/tmp", "/var/tmp")  # noqa: S108 - folders of our own in it
    seen = dict.fromkeys(folder for folder in folders if folder.startswith("/"))
    yield from map(Path, seen)


def _made_in(place: Path) -> Scratch:
    """A new scratch folder in a place; it gets its name when its lock is held."""
    random = os.urandom(8).hex()
    new = place / f"{_UNLOCKED_PREFIX}{os.getpid()}-{random}"
    new.mkdir(mode=0o700)
    try:
        lock = os.open(new / _LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with contextlib.suppress(OSError):  # a file system without locks: nobody else removes it
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        folder = new.rename(place / f"{_PREFIX}{os.getpid()}-{random}")
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return Scratch(folder, lock)


def _remove_if_abandoned(folder: Path) -> None:
    """Remove a scratch folder that is this user's and that no process holds."""
    with contextlib.suppress(OSError):
        about = folder.lstat()
        if about.st_uid != os.getuid():
            return
        if folder.name.startswith(_UNLOCKED_PREFIX):
            if time.time() - about.st_mtime > _YOUNG:
                shutil.rmtree(folder, ignore_errors=True)
            return
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(lock)
