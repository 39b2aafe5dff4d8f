"""Keeps what can be made again in the user's cache folder, and says which program made it.

Nothing in there is trusted: who reads an entry gives the digest of all that it was made of,
and an entry that is damaged is one that is not there. Without a folder that can be written to,
things are made anew each time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import sysconfig
import time
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LONGEST = 60 * 60 * 24 * 60
"""Seconds after which an entry that nobody asked for is removed: two months."""

_SEAL = 32
"""Bytes before an entry's content: the SHA-256 of the content."""


def digest(*parts: bytes | str) -> str:
    """A digest of some contents; where one part ends and the next begins matters."""
    whole = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(f"{len(content)}:".encode() + content)
    return whole.hexdigest()


def cache_folder(name: str) -> Path | None:
    """A folder of this program in the user's cache; nothing if there can be none.

    Where it lies follows the XDG Base Directory Specification: `$XDG_CACHE_HOME/proposal`, or
    else `~/.cache/proposal`.

    Args:
        name: what is kept in it.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    try:
        base = Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
        folder = base / "proposal" / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder if os.access(folder, os.W_OK) else None


@cache
def program_digest() -> str:
    """What tells this program from any other: its own files, its libraries, its Python."""
    package = Path(__file__).parent
    parts: list[bytes | str] = [sys.version]
    for file in sorted(package.rglob("*.py")):
        parts += [str(file.relative_to(package)), file.read_bytes()]
    return digest(*parts, *sorted(_libraries()))


def _libraries() -> Iterator[str]:
    """Names and versions of the installed packages, as their folders tell them."""
    for place in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        with contextlib.suppress(OSError):
            yield from (each.name for each in os.scandir(place) if each.name.endswith("-info"))


def kept(name: str, key: str) -> bytes | None:
    """What was kept under a key, if it is still there and whole."""
    folder = cache_folder(name)
    if folder is None:
        return None
    file = folder / key
    try:
        sealed = file.read_bytes()
        os.utime(file)  # so that it is seen to be in use
    except OSError:
        return None
    content = sealed[_SEAL:]
    return content if hashlib.sha256(content).digest() == sealed[:_SEAL] else None


def keep(name: str, key: str, content: bytes) -> None:
    """Keep something under a key, which is the digest of all that it was made of."""
    folder = cache_folder(name)
    if folder is None:
        return
    beside = folder / f".{key}.{uuid.uuid4().hex}"
    with contextlib.suppress(OSError):
        beside.write_bytes(hashlib.sha256(content).digest() + content)
        beside.replace(folder / key)
        _forget_old(folder)


@cache
def _forget_old(folder: Path) -> None:
    """Remove what nobody asked for in a long time; once a run is enough."""
    oldest = time.time() - LONGEST
    for entry in os.scandir(folder):
        if entry.stat().st_mtime < oldest:
            Path(entry.path).unlink(missing_ok=True)
